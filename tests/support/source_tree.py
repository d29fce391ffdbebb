"""The program's source as a tree of imports, for the tests that judge it without running it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from support.real_parts import ROOT

PACKAGE = ROOT / "advocacy_desktop"


@dataclass(frozen=True)
class Import:
    """One module that a file imports, absolute, and the line."""

    file: Path
    line: int
    module: str

    @property
    def importer(self) -> str:
        """Dotted name of the importing module."""
        return module_name(self.file)

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"


def module_name(file: Path) -> str:
    """Dotted name of a file of the program."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def source_files() -> list[Path]:
    """All files of the program."""
    return sorted(
        path for path in PACKAGE.rglob("*.py") if "_resources" not in path.relative_to(ROOT).parts
    )


def imports_of(file: Path, source: str | None = None) -> Iterator[Import]:
    """Everything that a file imports, at its head, in a function or for types only."""
    tree = ast.parse(source if source is not None else file.read_text("utf-8"))
    package = module_name(file).split(".")
    if file.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(file, node.lineno, name.name)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            for name in node.names:
                # ``from x import y``: y may be a module of x or a thing in it.
                yield Import(file, node.lineno, f"{module}.{name.name}")
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name | ast.Attribute)
            and (node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
            in ("import_module", "__import__")
        ):
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield Import(file, node.lineno, argument.value)
