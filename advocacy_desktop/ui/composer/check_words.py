"""The sentence for each finding, and the quick fix that goes with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...domain.checks import Check, CheckCode, Severity
from .. import formats
from ..i18n import translate


class Fix(StrEnum):
    """What one click can do about a finding."""

    DESCRIBE = "describe"
    REMOVE_TRACKING = "remove_tracking"
    DISCLOSE = "disclose"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A finding in words."""

    sign: str
    text: str
    detail: str = ""
    fix: Fix | None = None
    fix_text: str = ""


_SIGNS = {Severity.BLOCKER: "✕", Severity.ADVICE: "!", Severity.FINE: "✓"}


def line_of(check: Check, disclosure: str) -> CheckLine:
    """The finding in words; ``disclosure`` is the sentence that would be added."""
    text, detail = _TEXTS[check.code](check)
    fix = {
        CheckCode.NO_DESCRIPTION: Fix.DESCRIBE,
        CheckCode.TRACKING: Fix.REMOVE_TRACKING,
        CheckCode.NO_DISCLOSURE: Fix.DISCLOSE,
    }.get(check.code)
    label = ""
    if fix is Fix.DESCRIBE:
        label = translate("Checks", "describe it")
    elif fix is Fix.REMOVE_TRACKING:
        label = translate("Checks", "remove tracking")
    elif fix is Fix.DISCLOSE:
        label = translate("Checks", "add “{sentence}”").format(sentence=disclosure)
    return CheckLine(_SIGNS[check.severity], text, detail, fix, label)


def reason(check: Check) -> str:
    """Why the button is off, in a few words."""
    return _TEXTS[check.code](check)[0]


_Words = Callable[[Check], tuple[str, str]]


def _number(check: Check, name: str) -> int:
    return int(check.data.get(name, "0"))


def _empty(_check: Check) -> tuple[str, str]:
    return translate("Checks", "Nothing is written yet"), ""


def _no_account(_check: Check) -> tuple[str, str]:
    return translate("Checks", "No account is chosen"), ""


def _too_long(check: Check) -> tuple[str, str]:
    over = formats.number(_number(check, "over"))
    text = translate("Checks", "{network}: {count} too many")
    return text.format(network=check.data["network"], count=over), ""


def _too_many_pictures(check: Check) -> tuple[str, str]:
    text = translate("Checks", "{network} takes at most {count} pictures")
    return text.format(network=check.data["network"], count=check.data["limit"]), ""


def _picture_too_large(check: Check) -> tuple[str, str]:
    text = translate("Checks", "A picture is too large for {network}")
    return text.format(network=check.data["network"]), ""


def _alt_too_long(check: Check) -> tuple[str, str]:
    text = translate("Checks", "A description is too long for {network}")
    limit = translate("Checks", "at most {count} characters")
    return (
        text.format(network=check.data["network"]),
        limit.format(count=formats.number(_number(check, "limit"))),
    )


def _no_description(check: Check) -> tuple[str, str]:
    count = _number(check, "count")
    if count == 1:
        return translate("Checks", "The picture has no description"), ""
    return translate("Checks", "%n pictures have no description", None, count), ""


def _no_disclosure(_check: Check) -> tuple[str, str]:
    return translate("Checks", "You do not say that you work there"), ""


def _disclosed(_check: Check) -> tuple[str, str]:
    return translate("Checks", "You say that you work there"), ""


def _tracking(check: Check) -> tuple[str, str]:
    return translate("Checks", "A link tracks its readers"), check.data["removed"]


def _tracking_removed(check: Check) -> tuple[str, str]:
    return translate("Checks", "Tracking removed from the link"), check.data["removed"]


def _company_words(_check: Check) -> tuple[str, str]:
    return (
        translate("Checks", "Nearly the company's own wording"),
        translate("Checks", "colleagues' posts in the same words look like a robot wrote them"),
    )


def _embargoed(check: Check) -> tuple[str, str]:
    until = formats.day_and_time(datetime.fromisoformat(check.data["until"]))
    text = translate("Checks", "Not before {time}: the company asks you to wait")
    return text.format(time=until), ""


def _expired(_check: Check) -> tuple[str, str]:
    return translate("Checks", "The company no longer proposes this: its time has passed"), ""


def _withdrawn(_check: Check) -> tuple[str, str]:
    return translate("Checks", "The company has withdrawn this suggestion"), ""


def _crosses(_check: Check) -> tuple[str, str]:
    return (
        translate("Checks", "A work suggestion on your personal account"),
        translate("Checks", "you will be asked, for this post only"),
    )


_TEXTS: dict[CheckCode, _Words] = {
    CheckCode.EMPTY: _empty,
    CheckCode.NO_ACCOUNT: _no_account,
    CheckCode.TOO_LONG: _too_long,
    CheckCode.TOO_MANY_PICTURES: _too_many_pictures,
    CheckCode.PICTURE_TOO_LARGE: _picture_too_large,
    CheckCode.ALT_TOO_LONG: _alt_too_long,
    CheckCode.NO_DESCRIPTION: _no_description,
    CheckCode.NO_DISCLOSURE: _no_disclosure,
    CheckCode.DISCLOSED: _disclosed,
    CheckCode.TRACKING: _tracking,
    CheckCode.TRACKING_REMOVED: _tracking_removed,
    CheckCode.COMPANY_WORDS: _company_words,
    CheckCode.EMBARGOED: _embargoed,
    CheckCode.EXPIRED: _expired,
    CheckCode.WITHDRAWN: _withdrawn,
    CheckCode.CROSSES_SPHERES: _crosses,
}
