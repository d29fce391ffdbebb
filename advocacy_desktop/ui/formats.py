"""Times, sizes and numbers as people say them, in the language of the interface."""

import re
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from .i18n import current_locale, translate


def local(moment: datetime) -> datetime:
    """The moment on the clock of this computer."""
    return moment.astimezone()


def _qdate(moment: datetime) -> QDate:
    day = local(moment)
    return QDate(day.year, day.month, day.day)


def _qtime(moment: datetime) -> QTime:
    at = local(moment)
    return QTime(at.hour, at.minute)


def _said(moment: datetime, pattern: str) -> str:
    """The day (and time) in the language of the interface, by a pattern of Qt."""
    locale = current_locale()
    if local(moment).day == 1 and locale.name().startswith("fr"):
        # The first of a month is the only ordinal: “1er décembre”, but “2 décembre”.
        pattern = re.sub(r"(?<!d)d(?!d)", "d'er'", pattern)
    return locale.toString(QDateTime(_qdate(moment), _qtime(moment)), pattern)


def now() -> datetime:
    """The present, for phrases relative to it."""
    return datetime.now(UTC)


def clock_time(moment: datetime) -> str:
    """``09:42``."""
    return _qtime(moment).toString("HH:mm")


def short_date(moment: datetime, *, reference: datetime | None = None) -> str:
    """``30 Nov``; with the year when it is another one."""
    today = local(reference or now())
    pattern = translate("Formats", "d MMM", "date without year, Qt pattern")
    if local(moment).year != today.year:
        pattern = translate("Formats", "d MMM yyyy", "date with year, Qt pattern")
    return _said(moment, pattern)


def medium_date(moment: datetime, *, reference: datetime | None = None) -> str:
    """``30 November``; with the year when it is another one."""
    today = local(reference or now())
    pattern = translate("Formats", "d MMMM", "date without year, Qt pattern")
    if local(moment).year != today.year:
        pattern = translate("Formats", "d MMMM yyyy", "date with year, Qt pattern")
    return _said(moment, pattern)


def full_time(moment: datetime) -> str:
    """``Monday 23 November, 07:30``."""
    pattern = translate("Formats", "dddd d MMMM, HH:mm", "day and time in full, Qt pattern")
    if local(moment).year != local(now()).year:
        pattern = translate("Formats", "dddd d MMMM yyyy, HH:mm", "with year, Qt pattern")
    return _said(moment, pattern)


def day_and_time(moment: datetime, *, reference: datetime | None = None) -> str:
    """``1 December, 09:00``."""
    return translate("Formats", "{day}, {time}").format(
        day=medium_date(moment, reference=reference), time=clock_time(moment)
    )


def age(moment: datetime, *, reference: datetime | None = None) -> str:
    """How long ago: ``just now``, ``5 min ago``, ``2 h ago``, ``yesterday``, ``Friday``, a date."""
    today = reference or now()
    passed = today - moment
    if passed < timedelta(0):
        return short_date(moment, reference=today)
    days = (local(today).date() - local(moment).date()).days
    if passed < timedelta(minutes=1):
        return translate("Formats", "just now")
    if passed < timedelta(hours=1):
        return translate("Formats", "%n min ago", None, int(passed.total_seconds() // 60))
    if days == 0 or passed < timedelta(hours=6):
        return translate("Formats", "%n h ago", None, int(passed.total_seconds() // 3600))
    if days == 1:
        return translate("Formats", "yesterday")
    if days < 7:
        return current_locale().dayName(local(moment).isoweekday())
    return short_date(moment, reference=today)


def when(moment: datetime, *, reference: datetime | None = None) -> str:
    """A column of times: ``09:42`` today, ``Sat 18:20`` this week, else the date and time."""
    today = reference or now()
    days = (local(today).date() - local(moment).date()).days
    time = clock_time(moment)
    if days == 0:
        return time
    if 0 < days < 7:
        short = QLocale.FormatType.ShortFormat
        day = current_locale().dayName(local(moment).isoweekday(), short)
        return translate("Formats", "{day} {time}").format(day=day, time=time)
    return translate("Formats", "{day} {time}").format(
        day=short_date(moment, reference=today), time=time
    )


def expires(moment: datetime, *, reference: datetime | None = None) -> tuple[str, bool]:
    """``until 30 Nov``, ``expires tomorrow``; and whether that is soon (two days)."""
    today = reference or now()
    days = (local(moment).date() - local(today).date()).days
    if moment <= today:
        return translate("Formats", "expired"), True
    if days == 0:
        return translate("Formats", "expires today"), True
    if days == 1:
        return translate("Formats", "expires tomorrow"), True
    return (
        translate("Formats", "until {date}").format(date=short_date(moment, reference=today)),
        False,
    )


def seconds(passed: timedelta) -> str:
    """A short time with one decimal, without its unit: ``0.4``."""
    return current_locale().toString(passed.total_seconds(), "f", 1)


def size(count: int) -> str:
    """A number of bytes: ``0 B``, ``0.8 kB``, ``184 kB``, ``2.4 MB`` (decimal units)."""
    locale = current_locale()
    if count < 100:
        return translate("Formats", "{number} B").format(number=locale.toString(count))
    if count < 999_500:
        kilo = count / 1000
        shown = locale.toString(kilo, "f", 1 if kilo < 10 else 0)
        return translate("Formats", "{number} kB").format(number=shown)
    mega = count / 1_000_000
    return translate("Formats", "{number} MB").format(
        number=locale.toString(mega, "f", 1 if mega < 100 else 0)
    )


def number(count: int) -> str:
    """A whole number with the separators of the language."""
    return current_locale().toString(count)


def percent(share: float) -> str:
    """A share between 0 and 1: ``81 %``."""
    return translate("Formats", "{number} %").format(number=round(share * 100))
