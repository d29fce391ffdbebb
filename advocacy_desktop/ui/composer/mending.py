"""What a suggestion offers a draft, and the quick fixes; all by the person's own click."""

from collections.abc import Sequence

from ...application import writing
from ...domain.draft import DraftBody
from ...domain.suggestion import Suggestion
from ..i18n import translate
from .documents import Documents


def company_texts(suggestion: Suggestion | None) -> tuple[str, ...]:
    """What own words are compared with."""
    if suggestion is None:
        return ()
    content = suggestion.content
    return (content.title, content.text, *(wording.text for wording in content.wordings))


def cached_pictures(suggestion: Suggestion | None) -> list[int]:
    """Indexes of the suggestion's pictures that can be taken."""
    pictures = suggestion.content.pictures if suggestion is not None else ()
    return [index for index, picture in enumerate(pictures) if picture.media]


def card_picture(suggestion: Suggestion | None) -> str | None:
    """The picture of the link card, by its hash."""
    pictures = suggestion.content.pictures if suggestion is not None else ()
    return next((picture.media for picture in pictures if picture.media), None)


class Mender:
    """Changes texts through the editor's documents, so that Ctrl+Z takes it back."""

    def __init__(self, documents: Documents, suggestion: Suggestion | None) -> None:
        self._documents = documents
        self._suggestion = suggestion

    def _recommended(self) -> str | None:
        return self._suggestion.content.disclosure if self._suggestion is not None else None

    def disclosure(self) -> str:
        """The sentence that says where its author works."""
        return self._recommended() or translate("Composer", "I work for this company.")

    def disclose(self, networks: Sequence[str]) -> None:
        """Put the sentence at the end of each text that would be sent without it."""
        body, sentence = self._documents.body, self.disclosure()
        for tab in writing.texts_that_hide_the_employer(body, networks, self._recommended()):
            text = writing.text_of(self._documents.body, tab)
            self._documents.edit(tab, [writing.disclosure_edit(text, sentence)])

    def remove_tracking(self) -> tuple[DraftBody, tuple[str, ...]]:
        """From every text and from the shared link; what was taken out of the link."""
        for tab in (None, *self._documents.body.variants):
            edits = writing.tracking_edits(writing.text_of(self._documents.body, tab))
            if edits:
                self._documents.edit(tab, edits)
        body = self._documents.body
        return writing.with_link(body, body.link) if body.link else (body, ())
