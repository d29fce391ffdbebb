"""Every text that a user sees is translated: nothing missing, left over, half done or misspelt."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.real_parts import ROOT
from tools import translations
from tools.translations import NotCollectableError, Text, all_texts, as_calls, texts_in

CATALOGUES = ROOT / "resources" / "i18n"
MENDED_BY = "mend it with: python3 dev.py build-resources, then translate what is unfinished"

SAME_IN_FRENCH = {
    *("Suggestion", "Suggestions", "Sources", "Article", "Guides", "Version", "Pages"),
    *("Licence", "embargo", "Images", "Ctrl K"),
    # Patterns of Qt, and sentences that hold nothing but marks.
    *("d MMM", "d MMM yyyy", "d MMMM", "d MMMM yyyy"),
    *("dddd d MMMM, HH:mm", "dddd d MMMM yyyy, HH:mm"),
}
"""Words that French shares with English; any other equal text was forgotten."""


@dataclass(frozen=True)
class Entry:
    """One message of a catalogue."""

    text: Text
    forms: tuple[str, ...]
    state: str

    def __str__(self) -> str:
        return f"{self.text.context}: {self.text.source!r} -> {self.forms!r}"


def entries(language: str) -> list[Entry]:
    root = ElementTree.parse(CATALOGUES / f"app_{language}.ts").getroot()
    assert root.get("language") == language
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            text = Text(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
                message.get("numerus") == "yes",
            )
            found.append(
                Entry(text, tuple(forms or [translation.text or ""]), translation.get("type", ""))
            )
    return found


FRENCH = entries("fr")
ENGLISH = entries("en")
BOTH = [*FRENCH, *ENGLISH]


def forms_of(some: list[Entry]) -> Iterator[tuple[Entry, str]]:
    for entry in some:
        for form in entry.forms:
            yield entry, form


# --- what must be there ------------------------------------------------------------------------


def calls_outside_the_door() -> Iterator[str]:
    """Ways around ``translate`` in the interface."""
    for path in sorted(translations.INTERFACE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or path == translations.DOOR:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            # A painter's translate moves by numbers.
            texts = [one for one in node.args if isinstance(getattr(one, "value", 0), str)]
            if name == "tr" or (name == "translate" and texts):
                yield f"{path.relative_to(ROOT)}:{node.lineno}"


def test_texts_take_the_one_door_to_translation() -> None:
    assert list(calls_outside_the_door()) == []


def test_french_holds_exactly_the_texts_of_the_interface() -> None:
    wanted, found = set(all_texts()), {entry.text for entry in FRENCH}
    assert len(wanted) > 500
    assert (sorted(wanted - found), sorted(found - wanted)) == ([], []), MENDED_BY


def test_english_holds_exactly_the_plural_forms() -> None:
    wanted = {text for text in all_texts() if text.plural}
    found = {entry.text for entry in ENGLISH}
    assert (sorted(wanted - found), sorted(found - wanted)) == ([], []), MENDED_BY


def test_each_text_stands_once() -> None:
    for catalogue in (FRENCH, ENGLISH):
        many = Counter(
            (entry.text.context, entry.text.source, entry.text.note) for entry in catalogue
        )
        assert [key for key, count in many.items() if count > 1] == []


def test_nothing_is_unfinished_or_obsolete() -> None:
    assert [str(entry) for entry in BOTH if entry.state] == [], MENDED_BY


def test_nothing_is_empty_and_each_plural_has_its_two_forms() -> None:
    wrong = [
        str(entry)
        for entry in BOTH
        if not all(form.strip() for form in entry.forms)
        or len(entry.forms) != (2 if entry.text.plural else 1)
    ]
    assert wrong == []


# --- what must be right ------------------------------------------------------------------------


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%n", text.replace("%Ln", "%n")))


def test_placeholders_are_those_of_the_source() -> None:
    wrong = [
        str(entry)
        for entry, form in forms_of(BOTH)
        if placeholders(form) != placeholders(entry.text.source)
    ]
    assert wrong == []


def test_what_surrounds_a_text_stays() -> None:
    """A mark in front, an ellipsis or a stop behind, blanks at the ends: they say what it is."""
    wrong = []
    for entry, form in forms_of(BOTH):
        source = entry.text.source
        if (form != form.strip()) != (source != source.strip()):
            wrong.append(str(entry))
        if source.startswith("✓") != form.startswith("✓"):
            wrong.append(str(entry))
        if source.endswith("…") != form.endswith("…"):
            wrong.append(str(entry))
        if source.endswith(".") and form[-1:] not in ".)»":
            wrong.append(str(entry))
    assert wrong == []


def test_no_english_was_left_standing() -> None:
    def is_marks(text: str) -> bool:
        bare = re.sub(r"\{\w*\}|%L?n", "", text)
        return not re.search(r"[^\W\d_]", bare)

    same = {
        entry.text.source
        for entry, form in forms_of(FRENCH)
        if form == entry.text.source and not is_marks(form)
    }
    assert same <= SAME_IN_FRENCH
    english = re.compile(r"\b(?:the|your|you|and|this|was|with|post|wording|keyring|feed)\b", re.I)
    left = [
        str(entry)
        for entry, form in forms_of(FRENCH)
        if english.search(re.sub("JSON Feed|GNOME Keyring", "", form))
    ]
    assert left == []


FAMILIAR = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|clique|choisis|ajoute)\b", re.IGNORECASE)


def flaws(text: str) -> list[str]:
    """What French typography would not let pass."""
    # Addresses, file patterns and date patterns of Qt are not prose.
    plain = re.sub(r"https?://\S*|\(\*[^)]*\)|;;|HH:mm", "", text)
    found = []
    if "'" in plain or '"' in plain or "“" in plain or "..." in plain:
        found.append("apostrophe ’, quotation marks « », ellipsis …")
    if re.search("[^\u202f][;:!?»]|«(?!\u202f)", plain):
        found.append("narrow no-break space before ; : ! ? » and after «")
    if re.search(r"(?:\d|\}|%L?n) (?:%|k?o\b|Mo\b|s\b|h\b|min\b)", plain):
        found.append("no-break space before a unit")
    if re.search(r"\b(?:A|Etat|Etes|Ecri\w+|Echap|Ecole|Ete|Etre)\b", plain):
        found.append("capitals keep their accents")
    if FAMILIAR.search(plain):
        found.append("vous")
    return found


def test_french_is_set_as_french() -> None:
    assert [f"{entry}: {flaws(form)}" for entry, form in forms_of(FRENCH) if flaws(form)] == []


@pytest.mark.parametrize(
    "text",
    [
        "l'article",
        "“oui”",
        "Quoi?",
        "Quoi ?",
        "« oui »",
        "81 %",
        "2 s",
        "A propos",
        "Echap",
        "Ajoute un compte",
        "Attendez...",
    ],
)
def test_the_rules_of_french_see_what_is_wrong(text: str) -> None:
    assert flaws(text)


def test_a_glossary_term_has_one_french_name() -> None:
    names = {
        "draft": "brouillon",
        "wording": "formulation",
        "receipt": "reçu",
        "practice account": "compte d’essai",
        "keyring": "trousseau",
        "app password": "mot de passe d’application",
    }
    wrong = []
    for entry, form in forms_of(FRENCH):
        for english, french in names.items():
            # “What you drafted” is a verb, and says it with one.
            if not re.search(rf"\b{english}(?:\(s\)|s)?\b", entry.text.source, re.IGNORECASE):
                continue
            singular = re.sub(r"\b(mot|brouillon|formulation|compte)s\b", r"\1", form.lower())
            if french not in singular:
                wrong.append(str(entry))
    assert wrong == []


# --- the collecting itself ---------------------------------------------------------------------


def collected(tmp_path: Path, source: str) -> list[Text]:
    path = tmp_path / "page.py"
    path.write_text(source, "utf-8")
    return texts_in(path)


def test_adjacent_literals_notes_and_plurals_of_every_form_are_collected(tmp_path: Path) -> None:
    source = """
translate("A", "one " "text")
f(lambda: translate("A", "text").format(x=translate("B", "inner")))
translate("A", "%n s", "a note", max(0, left))
translate("A", "%n day(s)", n=days)
translate(context="A", text="named", disambiguation=None)
"""
    assert collected(tmp_path, source) == [
        Text("A", "one text", "", False),
        Text("A", "text", "", False),
        Text("B", "inner", "", False),
        Text("A", "%n s", "a note", True),
        Text("A", "%n day(s)", "", True),
        Text("A", "named", "", False),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "translate(page, 'text')",
        "translate('A', f'{x}')",
        "translate('A', *texts)",
        "translate('A', 'text', note)",
        "translate('A', 'a' + b)",
    ],
)
def test_a_text_that_is_not_written_out_is_refused_with_its_line(
    source: str, tmp_path: Path
) -> None:
    with pytest.raises(NotCollectableError, match=r"page\.py, line 1"):
        collected(tmp_path, source)


def test_lupdate_reads_each_call_as_it_is_written_for_it(tmp_path: Path) -> None:
    odd = Text("A", 'a “quote” "and" \\ back\\slash, é 🙂\nnext line', "note", True)
    written = as_calls([odd])
    assert collected(tmp_path, written) == [odd]


def test_collecting_again_changes_nothing(tmp_path: Path) -> None:
    for language in ("en", "fr"):
        name = f"app_{language}.ts"
        (tmp_path / name).write_bytes((CATALOGUES / name).read_bytes())
    translations.update(tmp_path)
    for language in ("en", "fr"):
        name = f"app_{language}.ts"
        assert (tmp_path / name).read_bytes() == (CATALOGUES / name).read_bytes(), MENDED_BY
