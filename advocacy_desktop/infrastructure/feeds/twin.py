"""The company's extension in RSS and Atom: elements of our namespace, read into the JSON shape.

::

    <adv:wording language="en" network="bluesky">…</adv:wording>
    <adv:topic>…</adv:topic> <adv:prompt>…</adv:prompt> <adv:disclosure>…</adv:disclosure>
    <adv:embargo>2026-11-24T09:00:00Z</adv:embargo> <adv:expires>…</adv:expires>
    <adv:alt address="pictures/a.png">…</adv:alt> <adv:withdrawn/>
"""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from .extension import NAMESPACE

_ITEMS = ("item", "entry")
_LISTS = {"topic": "topics", "prompt": "prompts"}
_SINGLES = {
    "disclosure": "disclosure",
    "embargo": "embargo_until",
    "expires": "expires_at",
}


def read_twins(data: bytes, count: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the feed says for all, and for each of its items in their order.

    Empty where the namespace does not occur, where the XML is broken (the rest of such a feed is
    still read, by guessing, but no guess is made about an embargo), or where it has a document
    type (entities could make it explode).
    """
    none: tuple[dict[str, Any], list[dict[str, Any]]] = ({}, [{} for _ in range(count)])
    if NAMESPACE.encode() not in data or b"<!DOCTYPE" in data:
        return none
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return none
    items = [node for node in root.iter() if _local(node) in _ITEMS]
    if len(items) != count:
        return none
    top = next((node for node in root if _local(node) == "channel"), root)
    return _read(top), [_read(item) for item in items]


def _read(holder: ElementTree.Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, node in _ours(holder):
        text = "".join(node.itertext())
        if name == "wording":
            wording = {**node.attrib, "text": text}
            found.setdefault("wordings", []).append(wording)
        elif name == "alt":
            found.setdefault("alt", {})[node.get("address", "")] = text
        elif name in _LISTS:
            found.setdefault(_LISTS[name], []).append(text)
        elif name in _SINGLES:
            found[_SINGLES[name]] = text
        elif name == "withdrawn":
            found["withdrawn"] = text.strip().lower() not in ("false", "0", "no")
    return found


def _ours(holder: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element]]:
    start = f"{{{NAMESPACE}}}"
    for node in holder:
        if node.tag.startswith(start):
            yield node.tag.removeprefix(start), node


def _local(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]
