"""What looks doubtful, as its reader is told of it."""

from dialog.doubts import Doubt
from dialog.layout import cut
from texts import plain, say
from texts.wording import month_name, when_told
from vocabulary.period import Period

_LONGEST = 60  # characters of a fact


def doubt_said(language: str, doubt: Doubt) -> str:
    return say(language, f"doubt-{doubt.kind.value}", **_facts(language, doubt))


def doubt_as_text(language: str, doubt: Doubt) -> str:
    """The same as plain text, to be cut."""
    return plain(language, f"doubt-{doubt.kind.value}", **_facts(language, doubt))


def _facts(language: str, doubt: Doubt) -> dict[str, str]:
    return {name: fact(language, name, words) for name, words in doubt.facts.items()}


def fact(language: str, name: str, words: str) -> str:
    """since, when: a month, as its reader writes it."""
    if name == "when":
        return when_told(language, words)
    is_month = name == "since" and words != "none"
    return month_name(language, Period.parse(words)) if is_month else cut(words, _LONGEST)
