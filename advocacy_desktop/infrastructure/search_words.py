"""Words of a text and of a question, made so that accents, case and ligatures are forgiven.

The index (FTS5, tokenizer ``unicode61 remove_diacritics 2``) forgives accents and case itself;
ligatures are spelled out here, on both sides. The index keeps no copy of the text: to take a
suggestion out of it, the very same words must be given again. Whoever changes
:func:`searchable` must build the index anew in a migration.
"""

from ..domain.suggestion import SuggestionContent

_LIGATURES = {
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "ß": "ss",
    "ﬁ": "fi",
    "ﬂ": "fl",
}
_MOST_WORDS = 32


def _plain(text: str) -> str:
    if text.isascii():
        return text
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return text.encode("utf-8", "replace").decode()


def searchable(content: SuggestionContent) -> tuple[str, str, str]:
    """What can be found of a suggestion: title, body, and the rest around them."""
    extra = [wording.text for wording in content.wordings]
    extra.extend(content.topics)
    if content.author:
        extra.append(content.author)
    return _plain(content.title), _plain(content.text), _plain("\n".join(extra))


def match_expression(typed: str) -> str | None:
    """The FTS5 question for what a person typed: each word from its beginning, all of them.

    Every word is quoted, so that nothing typed can be read as FTS5 syntax. Returns ``None``
    when no letter and no digit was typed.
    """
    words = [
        word for word in _plain(typed).replace("\0", " ").split() if any(map(str.isalnum, word))
    ]
    if not words:
        return None
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words[:_MOST_WORDS])
