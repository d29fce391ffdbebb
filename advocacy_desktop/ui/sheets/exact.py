"""Exactly what one account would get, in words; shared by the sheets so that they cannot differ."""

from ...application.publishing import SheetLine
from ...domain.delivery import Post
from ..formats import size
from ..i18n import translate
from ..words.spheres import network_title, sphere_word, who


def destination(line: SheetLine) -> str:
    """``Bluesky as Claire Morel (@claire.example), professional``."""
    return translate("Publish", "{network} as {who} ({sphere})").format(
        network=network_title(line.account.network),
        who=line.account.display_name or line.account.handle,
        sphere=sphere_word(line.account.sphere),
    )


def server_of(line: SheetLine) -> str:
    """Where the bytes go: the server's name, or that nothing leaves."""
    if line.account.network == "practice":
        return translate("Publish", "this computer only")
    server = line.account.server
    return server.split("://", 1)[-1].rstrip("/") or network_title(line.account.network)


def handle_of(line: SheetLine) -> str:
    """The handle as the network writes it."""
    if line.account.network == "practice":
        return who(line.account)
    return f"@{line.account.handle}"


def facts(line: SheetLine) -> str:
    """``To: bsky.social · as @claire.example · 1 picture, 184 kB, described · link as a card``."""
    parts = [
        translate("Publish", "To: {server}").format(server=server_of(line)),
        translate("Publish", "as {handle}").format(handle=handle_of(line)),
        *pictures(line.post),
        *link(line.post),
        language(line.post),
    ]
    return " · ".join(part for part in parts if part)


def pictures(post: Post) -> list[str]:
    """How many, how large, described or not."""
    if not post.media:
        return []
    total = size(sum(media.size for media in post.media))
    bare = sum(1 for media in post.media if not media.alt)
    words = translate("Publish", "%n picture(s), {size}", None, len(post.media)).format(size=total)
    if not bare:
        return [translate("Publish", "{pictures}, described").format(pictures=words)]
    return [
        words,
        translate("Publish", "%n without description", None, bare),
    ]


def link(post: Post) -> list[str]:
    """Whether a link card goes along."""
    if post.card is None:
        return []
    if post.card.thumbnail is None:
        return [translate("Publish", "link as a card")]
    kilobytes = size(post.card.thumbnail.size)
    return [translate("Publish", "link as a card, its picture {size}").format(size=kilobytes)]


def language(post: Post) -> str:
    """The language that the post is marked with."""
    if not post.language:
        return translate("Publish", "no language said")
    return translate("Publish", "language: {name}").format(name=language_name(post.language))


def language_name(tag: str) -> str:
    """Name of a language in the language of the interface, else its tag."""
    names = {
        "en": translate("Languages", "English"),
        "fr": translate("Languages", "French"),
        "de": translate("Languages", "German"),
        "es": translate("Languages", "Spanish"),
        "it": translate("Languages", "Italian"),
        "pt": translate("Languages", "Portuguese"),
        "nl": translate("Languages", "Dutch"),
    }
    return names.get(tag.replace("_", "-").split("-")[0].lower(), tag)


def button_text(lines: tuple[SheetLine, ...] | list[SheetLine]) -> str:
    """``Publish to Bluesky as Claire Morel (professional)``, or to how many accounts."""
    if len(lines) == 1:
        return translate("Publish", "Publish to {destination}").format(
            destination=destination(lines[0])
        )
    return translate("Publish", "Publish to %n account(s)", None, len(lines))
