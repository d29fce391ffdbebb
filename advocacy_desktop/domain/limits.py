"""Each network's true limits, as its own documentation or schema states them."""

from collections.abc import Callable
from dataclasses import dataclass

from .graphemes import count_graphemes


@dataclass(frozen=True, slots=True)
class NetworkRules:
    """What a network accepts."""

    network: str
    title: str
    """Proper name, the same in every language."""
    limit: int
    """Longest text, in the network's own unit."""
    count: Callable[[str], int]
    """Length of a text in that unit."""
    max_utf8_bytes: int | None = None
    max_pictures: int = 4
    max_picture_bytes: int = 1_000_000
    max_picture_side: int = 4096
    max_alt: int = 2000
    has_link_cards: bool = True
    """Whether a link can be shown as a card beside the text."""
    card_and_pictures: bool = False
    """Whether a card and pictures can stand in one post."""

    def over(self, text: str) -> int:
        """By how much the text is too long; zero or less when it fits."""
        over = self.count(text) - self.limit
        if self.max_utf8_bytes is not None:
            size = len(text.encode("utf-8", "replace"))  # half an emoji may be typed
            over = max(over, size - self.max_utf8_bytes)
        return over


BLUESKY = NetworkRules(
    # app.bsky.feed.post: 300 graphemes and 3,000 bytes of UTF-8; app.bsky.embed.images: 4
    # pictures. Servers with an older lexicon refuse pictures over 1,000,000 bytes, and link
    # card thumbnails have that limit everywhere.
    network="bluesky",
    title="Bluesky",
    limit=300,
    count=count_graphemes,
    max_utf8_bytes=3000,
    max_pictures=4,
    max_picture_bytes=976 * 1024,
    max_alt=2000,
)

PRACTICE = NetworkRules(
    # Ours: long enough never to stand in the way of trying things out.
    network="practice",
    title="Practice",
    limit=3000,
    count=count_graphemes,
    max_pictures=4,
    max_picture_bytes=5_000_000,
    card_and_pictures=True,
)

RULES: dict[str, NetworkRules] = {rules.network: rules for rules in (BLUESKY, PRACTICE)}
