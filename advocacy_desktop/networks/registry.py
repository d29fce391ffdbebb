"""Every network that is built in, by name. A new one adds its line here and its rules in domain."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..application.ports import NetworkAdapter
from ..application.practice import PracticeTimeline


def _practice(timeline: PracticeTimeline) -> NetworkAdapter:
    from .practice import PracticeAdapter

    return PracticeAdapter(timeline)


def _bluesky(timeline: PracticeTimeline) -> NetworkAdapter:
    from .bluesky.adapter import BlueskyAdapter

    return BlueskyAdapter()


FACTORIES: Mapping[str, Callable[[PracticeTimeline], NetworkAdapter]] = MappingProxyType(
    {"practice": _practice, "bluesky": _bluesky}
)
"""Name → how to make the adapter; imported only when it is made."""


def build_adapters(timeline: PracticeTimeline) -> dict[str, NetworkAdapter]:
    """All adapters, in the order in which they are offered."""
    return {name: make(timeline) for name, make in FACTORIES.items()}
