"""The texts of Learn and of the first start: the same in both languages, short, with sources."""

import json
import re
from pathlib import Path

import pytest

RESOURCES = Path(__file__).parents[2] / "resources"
LANGUAGES = ("en", "fr")
GUIDES = sorted((RESOURCES / "guide").glob("*/*.md"))
GUIDE_NAMES = [f"{path.parent.name}/{path.stem}" for path in GUIDES]
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=GUIDE_NAMES)


def assert_french(text: str) -> None:
    plain = re.sub(r"\]\([^)]*\)|`[^`]*`", "", text)
    assert "'" not in plain and '"' not in plain
    assert not re.search("[^\u202f][;:!?»]|«(?!\u202f)", plain)
    assert not re.search(r"\b(?:tu|te|toi|ton|ta|tes)\b", plain, flags=re.IGNORECASE)


def test_each_guide_is_there_in_both_languages() -> None:
    names = [
        {path.stem for path in GUIDES if path.parent.name == language} for language in LANGUAGES
    ]
    assert names[0] == names[1]
    assert {"own-voice", "say-you-work-there", "describe-pictures", "right-to-refuse"} <= names[0]


@each_guide
def test_a_guide_begins_with_its_title_and_is_short(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert text.startswith("# ") and text.count("\n# ") == 0
    assert 150 <= len(re.findall(r"\w+(?:[’-]\w+)*", text.partition("## Sources")[0])) <= 300


@each_guide
def test_a_guide_says_what_is_certain_and_what_is_disputed_and_from_where(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    certain, disputed = {
        "en": ("*Certain:*", "*Disputed:*"),
        "fr": ("*Sûr\u202f:*", "*Discuté\u202f:*"),
    }[guide.parent.name]
    assert certain in text and disputed in text
    assert re.findall(r"\]\((https://[^)\s]+)\)", text.partition("## Sources")[2])


@each_guide
def test_french_is_written_as_french(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    if guide.parent.name == "fr":
        assert_french(text)
    else:
        assert "'" not in text and "\u202f" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charter_is_a_title_and_six_short_lines(language: str) -> None:
    path = RESOURCES / f"charter.{language}.json"
    charter = json.loads(path.read_text(encoding="utf-8"))
    assert set(charter) == {"title", "lines"}
    assert len(charter["lines"]) == 6
    assert all(len(line) <= 110 for line in charter["lines"])
    if language == "fr":
        assert_french("\n".join([charter["title"], *charter["lines"]]))
