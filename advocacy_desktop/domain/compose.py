"""From a draft to the exact post that one network gets; previews, counters and sheet share it."""

from .delivery import FrozenMedia, LinkCard, Post
from .draft import DraftBody
from .limits import NetworkRules
from .tokens import find_tokens

CARD_DESCRIPTION = 200
"""Longest description of a link card, in characters."""


def compose_post(
    body: DraftBody,
    rules: NetworkRules,
    *,
    card_title: str = "",
    card_description: str = "",
    thumbnail: FrozenMedia | None = None,
) -> Post:
    """Build the post.

    The link becomes a card where the network can show one; where it cannot (pictures and a card
    exclude each other there), the link is put after the text unless it stands in it already.
    """
    text = _sendable(body.text_for(rules.network))
    media = tuple(
        FrozenMedia(m.media, m.mime, m.size, m.width, m.height, _sendable(m.alt))
        for m in body.media
    )
    card: LinkCard | None = None
    link = _sendable(body.link or "")
    if link:
        if rules.has_link_cards and (not media or rules.card_and_pictures):
            description = card_description
            if len(description) > CARD_DESCRIPTION:
                description = description[: CARD_DESCRIPTION - 1].rstrip() + "…"
            card = LinkCard(link, card_title or link, description, thumbnail)
        elif link not in (token.value for token in find_tokens(text)):
            text = f"{text}\n\n{link}" if text else link
    return Post(text=text, language=body.language, media=media, card=card)


def _sendable(text: str) -> str:
    """What was typed, its ends trimmed; half a surrogate pair has no form in UTF-8 and becomes ?"""
    return text.encode("utf-8", "replace").decode().strip()
