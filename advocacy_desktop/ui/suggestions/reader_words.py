"""The lines above an article, as words."""

from datetime import datetime

from PySide6.QtCore import QUrl

from ..formats import full_time, medium_date, now
from ..i18n import translate


def label_line(source: str, author: str | None) -> str:
    """``Suggested by Norvalis · Engineering blog``."""
    said = translate("Reader", "Suggested by {source}").format(source=source)
    if author and author.casefold() != source.casefold():
        return f"{said} · {author}"
    return said


def meta_line(moment: datetime, expires_at: datetime | None, embargo: datetime | None) -> str:
    """``Monday 23 November, 07:30 · share until 30 November · nobody is told what you decide``."""
    parts = [full_time(moment)]
    present = now()
    if embargo is not None and present < embargo:
        parts.append(translate("Reader", "opens {time}").format(time=full_time(embargo)))
    if expires_at is not None:
        until = (
            translate("Reader", "share until {date}")
            if present < expires_at
            else translate("Reader", "was to be shared until {date}")
        )
        parts.append(until.format(date=medium_date(expires_at)))
    parts.append(translate("Reader", "nobody is told what you decide"))
    return " · ".join(parts)


def shown_address(link: str | None) -> str:
    """A web address as it truly is: host in its unmistakable form; empty for anything else."""
    url = QUrl(link or "", QUrl.ParsingMode.TolerantMode)
    if url.scheme() not in ("http", "https") or not url.host():
        return ""
    # Letters that only look like others are written out (xn--…), so that no host is feigned.
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    plain = QUrl(url)
    plain.setHost(host)
    return plain.toString(
        QUrl.ComponentFormattingOption.PrettyDecoded | QUrl.UrlFormattingOption.RemoveUserInfo
    )


def may_open(link: str) -> bool:
    """Whether the browser may be given this address."""
    return bool(shown_address(link))
