"""A colleague who was sent a link: answers the measures that it is good for, and no more."""

from sandbox.people.filer import Filer
from sandbox.people.screens import QUESTIONS, Kind, Screen


class Helper(Filer):
    """Comes by the link of a liaison, and has done when nothing of it is open."""

    expects = QUESTIONS | {Kind.HELP_WELCOME, Kind.LIST, Kind.SETTLED}

    def has_work(self, screen: Screen) -> bool:
        return screen.kind is not Kind.LIST or screen.label("继续：") is not None
