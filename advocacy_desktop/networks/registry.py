"""Every network that is built in, by name. A new one adds its line here and its rules in domain."""

from collections.abc import Callable, Iterator, Mapping
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


class Adapters(Mapping[str, NetworkAdapter]):
    """All adapters, in the order in which they are offered; each is made at its first use."""

    def __init__(self, timeline: PracticeTimeline) -> None:
        self._timeline = timeline
        self._made: dict[str, NetworkAdapter] = {}

    def __getitem__(self, name: str) -> NetworkAdapter:
        if name not in self._made:
            self._made[name] = FACTORIES[name](self._timeline)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(FACTORIES)

    def __len__(self) -> int:
        return len(FACTORIES)


def build_adapters(timeline: PracticeTimeline) -> Mapping[str, NetworkAdapter]:
    """All adapters by name."""
    return Adapters(timeline)
