"""Words that answer nothing, at each question: meant for the bot, empty, or no reason."""

import re

from dialog.asides import Aside, aside, says_nothing_at
from dialog.button_words import is_label
from dialog.confirming import only_confirms
from dialog.follow_ups import help_named
from dialog.layout import cut
from dialog.measure_numbers import Named, named_entry
from dialog.outcome import SHORT_LIMIT, Note, Refused, SaysNothing, too_long
from dialog.picture_names import own_name
from dialog.steps import Step
from dialog.the_rest import is_of_many, word_of_many
from dialog.words import (
    CONFIRMING_WORDS,
    NOTHING_WORDS,
    as_word,
    cleaned,
    is_known_word,
    is_number,
    is_one_of_both,
)
from vocabulary.report import ReportEntry, WorkingReport


def read_reason(text: str) -> str | Refused:
    """One short reason, as for 本月无进展, a correction or a return."""
    said = cleaned(text)
    if not said:
        return Refused("answer-empty")
    if as_word(said) in NOTHING_WORDS:
        return Refused("answer-reason-missing")
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    if aside(said) in {Aside.NOTHING, Aside.GIVE_UP, Aside.HELP, Aside.OF_MANY}:
        return Refused("answer-reason-missing")
    if is_label(said):
        return SaysNothing("answer-label", {"said": said})
    return said if len(said) <= SHORT_LIMIT else too_long(said, SHORT_LIMIT)


def read_return_answer(text: str) -> str | Refused:
    """Why a returned report is filed as it was: 经核实，情况属实 says it, a bare 对 does not."""
    said = cleaned(text)
    if only_confirms(said) and as_word(said) not in CONFIRMING_WORDS:
        return said
    return read_reason(text)


def without_words(entry: ReportEntry, what: str, said: str) -> Refused | None:
    """Why words are no answer that are none by themselves, or point to a file that is not there.

    what: text, line, problem, next-step, reason or follow-up.
    """
    if refused := meant_for_the_bot(what, said):
        return refused
    if says_nothing_at(what, said):
        return nothing_said(what, said)
    match aside(said):
        case Aside.FILES if not entry.evidence:
            return Refused("answer-no-file", {"said": said})
        case Aside.FILES if own_name(said):
            return nothing_said(what, said)
        case Aside.NOTHING:
            return nothing_said(what, said)
    return None


def meant_for_the_bot(what: str, said: str) -> Refused | None:
    """What is said to whoever asks, and not for the report: the words of a button, 取消, 怎么填.

    what: as `without_words` has it; also status, figure and explain.
    """
    wish = aside(said)
    if _says_button(what, said, wish):
        return SaysNothing("answer-label", {"said": said})
    if wish is Aside.HELP:
        return SaysNothing(f"help-at-{what}")
    if wish is Aside.QUESTION and what == Step.FIGURE.value:  # 190? is a figure that is not sure
        return None
    if wish is Aside.CHANGE and what in _MENDED_IN_WORDS and _tells_otherwise(said):
        return None
    if wish is Aside.OF_MANY:
        return Refused("answer-of-many", {"said": said, "word": word_of_many(said)})
    return Refused(_REFUSED[wish], {"said": said}) if wish in _REFUSED else None


def _says_button(what: str, said: str, wish: Aside | None) -> bool:
    """Whether it is what a button says, and wants nothing else; a file's name is told apart."""
    if help_named(said):
        return what not in _OF_PROBLEM
    if is_one_of_both(said):
        return what != Step.EXPLAIN.value
    is_of_file = wish is Aside.FILES and what != Step.EXPLAIN.value
    return is_label(said) and not is_of_file and wish in {None, Aside.FILES}


_OF_PROBLEM = frozenset({Step.PROBLEM.value, Step.NEXT_STEP.value})
"""Where 需财政局协调 says who could help."""

OF_COMMANDS = {
    Aside.AWAY: "answer-away",
    Aside.MORE_TIME: "answer-more-time",
    Aside.BACK: "answer-back",
    Aside.NO_DEPUTY: "answer-no-deputy",
    Aside.HANDOVER: "answer-handover",
    Aside.PHONE: "answer-phone",
    Aside.OWN_BACK: "answer-own-back",
}
"""What a command or a button elsewhere is for, whether a question is open or none."""


def way_from_anywhere(said: str) -> str | None:
    """The key of the sentence that answers a wish or a question while nothing is asked."""
    wish = aside(said)
    return _REFUSED.get(wish) if wish in _FROM_ANYWHERE else None


_FROM_ANYWHERE = {Aside.QUESTION, Aside.NOT_OURS, Aside.CANNOT, Aside.CHANGE, Aside.MARK}


def not_kept(said: str) -> Note:
    """What is said of such words while others wait: as without these, or that nothing is stored."""
    key = way_by_command(said) or way_from_anywhere(said) or "aside-not-kept"
    return Note(key, {"said": cut(cleaned(said), SHORT_LIMIT)})


def while_waiting(said: str, waiting: str, number: str) -> tuple[Note, ...]:
    """The same where other words wait: these are named, and the way to say it of a measure.

    number: of a measure that is open.
    """
    told = not_kept(said)
    if told.text_key != "aside-not-kept":
        return (told,)
    of = number if is_known_word(said) or is_of_many(said) else "none"
    facts = {"said": cut(cleaned(said), SHORT_LIMIT), "words": cut(waiting, 40), "number": of}
    return told, Note("held-first", facts)


def way_by_command(said: str) -> str | None:
    """The key of the sentence that names the command for what words want; None for any other."""
    wish = aside(said)
    return OF_COMMANDS.get(wish) if wish is not None else None


_REFUSED = {
    Aside.GIVE_UP: "answer-give-up",
    Aside.NOT_OURS: "answer-not-ours",
    Aside.CANNOT: "answer-cannot",
    Aside.CHANGE: "answer-change",
    Aside.MARK: "answer-mark",
    Aside.AS_OTHER: "answer-as-other",
    Aside.OF_FILES: "answer-of-files",
    Aside.HAND_IN: "answer-hand-in",
    Aside.QUESTION: "answer-question",
    **OF_COMMANDS,
}


_MENDED_IN_WORDS = frozenset({Step.FIGURE.value, Step.EXPLAIN.value})
"""Where 写错了，累计是184 is an answer."""


def _tells_otherwise(said: str) -> bool:
    """Whether it says what holds instead here; what names a measure, or a message, is not."""
    return _TELLS_OTHERWISE.search(said) is not None and not _OF_MEASURE.search(said)


_TELLS_OTHERWISE = re.compile("错|改成|改为|不对")
_OF_MEASURE = re.compile(r"\d项(?!目)|^[这那]一?[条句段]\D*$")


def wish_of_one(report: WorkingReport, text: str) -> Named | None:
    """The measure of which something is asked or wished, with that: 33不用报吧, 32怎么填, 32：—."""
    named = named_entry(report, text)
    is_wish = named is not None and bool(named.words) and aside(named.words) in _OF_ONE
    return named if is_wish else None


_OF_ONE = {Aside.HELP, Aside.NOTHING, Aside.QUESTION, Aside.NOT_OURS, Aside.CANNOT}


def nothing_said(what: str, said: str) -> Refused:
    if what == Step.EXPLAIN.value:
        return Refused("answer-reason-missing")
    return SaysNothing(f"answer-says-nothing-{what}", {"said": said})


def asked_for(entry: ReportEntry, step: Step) -> str:
    return "line" if entry.measure.one_line else step.value
