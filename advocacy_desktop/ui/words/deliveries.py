"""Where a delivery stands, and how each try ended, in words."""

from collections.abc import Callable
from datetime import datetime

from ...domain.delivery import Attempt, AttemptOutcome, Delivery, DeliveryState
from .. import formats
from ..i18n import translate
from .spheres import network_title


def state_words(delivery: Delivery, now: datetime) -> tuple[str, str]:
    """A word or two for the pill, and its tone."""
    state = delivery.state
    if state is DeliveryState.HELD:
        return translate("Deliveries", "Can be taken back"), "professional"
    if state is DeliveryState.QUEUED:
        if delivery.attempts:
            return translate("Deliveries", "Waiting to try again"), "advice"
        return translate("Deliveries", "Waiting"), "plain"
    if state is DeliveryState.SENDING:
        return translate("Deliveries", "Being sent"), "professional"
    if state is DeliveryState.UNKNOWN:
        return translate("Deliveries", "Not sure whether it is there"), "advice"
    if state is DeliveryState.FAILED:
        return translate("Deliveries", "Not published"), "blocker"
    if state is DeliveryState.MISSED:
        return translate("Deliveries", "Its hour has passed"), "advice"
    if state is DeliveryState.CANCELLED:
        return translate("Deliveries", "Taken back"), "plain"
    return translate("Deliveries", "Published"), "fine"


def state_sentence(delivery: Delivery, now: datetime) -> str:
    """What that means and what happens next by itself."""
    network = network_title(delivery.network)
    state = delivery.state
    if state is DeliveryState.HELD:
        seconds = max(0, round((delivery.not_before - now).total_seconds()))
        return translate(
            "Deliveries", "Nothing has left yet. It leaves in %n second(s).", None, seconds
        )
    if state is DeliveryState.QUEUED:
        if delivery.not_before > now:
            return translate(
                "Deliveries", "Nothing was published. It is tried again by itself at {time}."
            ).format(time=formats.when(delivery.not_before, reference=now))
        return translate(
            "Deliveries", "It leaves as soon as {network} can be reached, after what is before it."
        ).format(network=network)
    if state is DeliveryState.SENDING:
        return translate(
            "Deliveries", "It is on its way to {network} at this moment, too late to stop it."
        ).format(network=network)
    if state is DeliveryState.UNKNOWN:
        return translate(
            "Deliveries",
            "It was sent and no clear answer came from {network}. It is never sent twice blindly: "
            "the program looks for it there, and you can look too and say what you see.",
        ).format(network=network)
    if state is DeliveryState.FAILED:
        return translate(
            "Deliveries", "It is not on {network}. Your text is kept, here and in the draft."
        ).format(network=network)
    if state is DeliveryState.MISSED:
        return translate(
            "Deliveries",
            "The computer was off or offline at its hour, and it is late now. Nothing leaves "
            "until you say so.",
        )
    return ""


def outcome_words(attempt: Attempt) -> str:
    """How one try ended."""
    words: dict[AttemptOutcome, Callable[[], str]] = {
        AttemptOutcome.UNDER_WAY: lambda: translate("Deliveries", "under way"),
        AttemptOutcome.PUBLISHED: lambda: translate("Deliveries", "published"),
        AttemptOutcome.REFUSED: lambda: translate("Deliveries", "refused by the network"),
        AttemptOutcome.NOT_SENT: lambda: translate("Deliveries", "could not be sent"),
        AttemptOutcome.UNKNOWN: lambda: translate("Deliveries", "no clear answer"),
    }
    return words[attempt.outcome]()


def attempt_line(attempt: Attempt, *, reference: datetime | None = None) -> str:
    """``1st try`` in one line: number, time, how it ended."""
    return translate("Deliveries", "Try {number} · {time} · {outcome}").format(
        number=attempt.number,
        time=formats.when(attempt.started_at, reference=reference),
        outcome=outcome_words(attempt),
    )
