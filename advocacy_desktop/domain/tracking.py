"""Removing what follows a reader around from a link, and saying what was removed.

The names are facts that anybody can read in the links of newsletters and advertisements. A link
that carries a signature is left untouched because any change would break it.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

_NAMES = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "ysclid", "twclid", "igshid",
        "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "vero_id",
        "oly_anon_id", "oly_enc_id", "wickedid", "srsltid", "ttclid", "li_fat_id", "rb_clickid",
        "s_cid", "ref_src", "ref_url", "__s", "wbraid", "gbraid", "trk", "trkcampaign",
    }
)  # fmt: skip
_PREFIXES = ("utm_",)
_SIGNED = re.compile(r"^(x-amz-.*|x-goog-.*|sig|signature|token|hmac|expires|policy)$", re.I)
_SITE_NAMES = {"si": ("youtube.com", "youtu.be", "spotify.com")}


@dataclass(frozen=True, slots=True)
class CleanLink:
    """A link without tracking, and the names that were taken out, in order."""

    link: str
    removed: tuple[str, ...]


def _host_is(host: str, sites: tuple[str, ...]) -> bool:
    return any(host == site or host.endswith("." + site) for site in sites)


def remove_tracking(link: str) -> CleanLink:
    """Take the tracking parameters out; order and escaping of the others stay as they were."""
    parts = urlsplit(link)
    if not parts.query:
        return CleanLink(link, ())
    pairs = parts.query.split("&")
    names = [pair.partition("=")[0] for pair in pairs]
    if any(_SIGNED.match(name) for name in names):
        return CleanLink(link, ())
    host = (parts.hostname or "").lower()
    kept: list[str] = []
    removed: list[str] = []
    for pair, name in zip(pairs, names, strict=True):
        lower = name.lower()
        tracks = (
            lower in _NAMES
            or lower.startswith(_PREFIXES)
            or (lower in _SITE_NAMES and _host_is(host, _SITE_NAMES[lower]))
        )
        (removed if tracks else kept).append(name if tracks else pair)
    if not removed:
        return CleanLink(link, ())
    return CleanLink(urlunsplit(parts._replace(query="&".join(kept))), tuple(removed))
