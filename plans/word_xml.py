"""Looking into Word's XML by local names, since strict documents use another namespace."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Empty where the element has none of that name."""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")


def children(element: Element, name: str) -> Iterator[Element]:
    return (found for found in element if local(found) == name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first at the end of the path."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return element is not None and attribute(element, "val") not in _OFF


def number_in(element: Element, name: str, otherwise: int) -> int:
    found = child(element, name)
    text = attribute(found, "val") if found is not None else ""
    return int(text) if text.removeprefix("-").isdecimal() else otherwise
