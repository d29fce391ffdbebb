"""Collects the texts of the interface into ``resources/i18n/*.ts``, to be translated there.

Qt's lupdate keeps the files, but its reader of Python overlooks calls whose plural number is
anything but a literal. So the calls are read here, with Python's own parser, and handed to lupdate
in the one form that it reads for certain. Run by ``dev.py build-resources``.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.resources import qt_tool

ROOT = Path(__file__).resolve().parents[1]
INTERFACE = ROOT / "advocacy_desktop" / "ui"
CATALOGUES = ROOT / "resources" / "i18n"
DOOR = INTERFACE / "i18n.py"
"""The only file that may hand on a text it did not name itself."""

_PARAMETERS = ("context", "text", "disambiguation", "n")


class NotCollectableError(Exception):
    """A call of ``translate`` whose text cannot be read from the source."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text to be translated."""

    context: str
    source: str
    note: str
    """Disambiguation: two equal texts with different notes are translated apart."""
    plural: bool


def texts_in(path: Path) -> list[Text]:
    """The texts of one file in their order; adjacent literals are one text, as in Python."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "translate"
    ]
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    return [_text(call, path) for call in calls]


def _text(call: ast.Call, path: Path) -> Text:
    given: dict[str | None, ast.expr] = dict(zip(_PARAMETERS, call.args, strict=False))
    given |= {keyword.arg: keyword.value for keyword in call.keywords}
    read: list[str] = []
    for name in ("context", "text", "disambiguation"):
        value = given.get(name, ast.Constant(None))
        literal = value.value if isinstance(value, ast.Constant) else ...
        if literal is None and name == "disambiguation":
            literal = ""
        if not isinstance(literal, str) or not given.keys() <= set(_PARAMETERS):
            raise NotCollectableError(
                f"{path.name}, line {call.lineno}: {name} must be written out in the call"
            )
        read.append(literal)
    return Text(read[0], read[1], read[2], "n" in given)


def all_texts() -> list[Text]:
    """Every text of the interface, once."""
    paths = sorted(INTERFACE.rglob("*.py"))
    found = [text for path in paths if path != DOOR for text in texts_in(path)]
    return sorted(set(found))


def as_calls(texts: Iterable[Text]) -> str:
    """The texts in the one form of call that lupdate's reader of Python understands for certain."""
    lines = []
    for text in texts:
        note = f", {_quoted(text.note)}" if text.note else ", None"
        end = f"{note}, 1)" if text.plural else f"{note})"
        lines.append(f"translate({_quoted(text.context)}, {_quoted(text.source)}{end}\n")
    return "".join(lines)


def _quoted(text: str) -> str:
    for plain, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, written)
    return f'"{text}"'


def update(catalogues: Path = CATALOGUES) -> int:
    """Add what is new, drop what is gone, keep what is translated; return the number of texts.

    English gets plural forms only: the rest is the source itself.
    """
    texts = all_texts()
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "texts.py"
        calls.write_text(as_calls(texts), "utf-8")
        for target in sorted(catalogues.glob("app_*.ts")):
            command = [str(qt_tool("lupdate")), "-silent", "-no-obsolete", "-locations", "none"]
            command += ["-sort-messages", "-source-language", "en"]
            command += ["-target-language", target.stem.removeprefix("app_")]
            if target.name == "app_en.ts":
                command.append("-pluralonly")
            subprocess.run([*command, str(calls), "-ts", str(target)], check=True)
    return len(texts)


if __name__ == "__main__":
    try:
        print(f"{update()} texts collected.")
    except (RuntimeError, OSError, NotCollectableError, subprocess.CalledProcessError) as problem:
        sys.exit(f"The texts could not be collected: {problem}")
