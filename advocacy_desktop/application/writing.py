"""What a person does to the body of a draft: pure steps from one body to the next.

A network's text is ``None`` for the text of all networks, else the network's name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import urlsplit

from ..domain.checks import says_where_one_works
from ..domain.draft import DraftBody, DraftMedia
from ..domain.tokens import TokenKind, find_tokens
from ..domain.tracking import remove_tracking


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` (code points) by ``replacement``."""

    start: int
    end: int
    replacement: str


def text_of(body: DraftBody, network: str | None) -> str:
    """The text that stands in that tab."""
    return body.text if network is None else body.text_for(network)


def has_own_variant(body: DraftBody, network: str) -> bool:
    """Whether the network gets a text of its own."""
    return network in body.variants


def with_text(body: DraftBody, network: str | None, text: str) -> DraftBody:
    """Write into a tab; the first key in a network's tab makes its own variant."""
    if network is None:
        return replace(body, text=text)
    return replace(body, variants=_frozen({**body.variants, network: text}))


def without_variant(body: DraftBody, network: str) -> DraftBody:
    """Same text as for all networks again."""
    rest = {name: text for name, text in body.variants.items() if name != network}
    return replace(body, variants=_frozen(rest))


def with_picture(body: DraftBody, picture: DraftMedia) -> DraftBody:
    """Add a picture at the end; the same picture twice is one."""
    if any(there.media == picture.media for there in body.media):
        return body
    return replace(body, media=(*body.media, picture))


def without_picture(body: DraftBody, index: int) -> DraftBody:
    """Take a picture out."""
    return replace(body, media=body.media[:index] + body.media[index + 1 :])


def with_description(body: DraftBody, index: int, alt: str) -> DraftBody:
    """Describe a picture."""
    media = list(body.media)
    media[index] = replace(media[index], alt=alt)
    return replace(body, media=tuple(media))


def with_link(body: DraftBody, typed: str) -> tuple[DraftBody, tuple[str, ...]]:
    """Share a link, tracking taken out; also the names of what was taken out.

    What is no web address is refused by leaving the body as it was.
    """
    typed = typed.strip()
    if "://" not in typed and "." in typed and len(typed.split()) == 1:
        typed = f"https://{typed}"  # in a field for addresses an address is meant
    found = [token for token in find_tokens(typed) if token.kind is TokenKind.LINK]
    if not found or "@" in urlsplit(found[0].value).netloc:  # a mail address, or a sign-in
        return body, ()
    clean = remove_tracking(found[0].value)
    return replace(body, link=clean.link), clean.removed


def without_link(body: DraftBody) -> DraftBody:
    """Share no link."""
    return replace(body, link=None)


def tracking_edits(text: str) -> list[Edit]:
    """What to replace so that no link in the text tracks its readers; last one first."""
    edits: list[Edit] = []
    for token in find_tokens(text):
        if token.kind is not TokenKind.LINK:
            continue
        clean = remove_tracking(token.value)
        if not clean.removed:
            continue
        written = text[token.start : token.end]
        added = len(token.value) - len(written)  # the scheme of an address written without
        edits.append(Edit(token.start, token.end, clean.link[added:]))
    edits.reverse()
    return edits


def texts_that_hide_the_employer(
    body: DraftBody, networks: Sequence[str], disclosure: str | None
) -> list[str | None]:
    """The tabs whose text does not say where its author works, of those that would be sent."""
    wanted: list[str | None] = []
    for network in networks:
        tab = network if has_own_variant(body, network) else None
        if tab not in wanted:
            wanted.append(tab)
    if not wanted:
        wanted = [None]
    return [tab for tab in wanted if not says_where_one_works(text_of(body, tab), disclosure)]


def disclosure_edit(text: str, sentence: str) -> Edit:
    """Put the sentence at the end of the text, in a paragraph of its own after a longer text."""
    kept = len(text.rstrip())
    if kept == 0:
        return Edit(0, len(text), sentence)
    between = "\n\n" if "\n" in text.strip() else " "
    return Edit(kept, len(text), between + sentence)


def _frozen(variants: dict[str, str]) -> Mapping[str, str]:
    return MappingProxyType(variants)
