"""What the words beside a photo or a file mean: an answer, or only the file's name; pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import count

from dialog.answers import added, typed
from dialog.asides import aside
from dialog.layout import Rows, button, cut
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Note, Refused, SaysNothing
from dialog.picture_names import may_describe_files, own_name
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step, read_step, step_argument
from dialog.words import as_word, is_number, labelled, status_before_text
from texts import LANGUAGES, plain
from vocabulary.report import ReportEntry

_BY_ITSELF = re.compile(
    r"(?:img|dsc|dcim|image|screenshot|scan|mmexport|wx|微信图片|qq图片|图片)[-_ ]?[\d_-]*",
    re.IGNORECASE,
)
"""How cameras, scanners and messengers name a file of which nobody has said what it is."""


@dataclass(frozen=True, slots=True)
class Captioned:
    """What a caption was taken for. is_more: it goes on with words that are there.

    is_name: it names its file, and a button makes it the answer; `answer` says so.
    """

    asked: Question
    answer: Answer
    is_more: bool
    is_name: bool = False


_NAMED_FOR = frozenset({Step.PROBLEM, Step.NEXT_STEP})
"""Questions that no caption answers: it says what is to be seen, and not what is wrong."""

_TELLS = frozenset({Step.TEXT.value, Step.REASON.value})
"""What a caption is where it answers nothing else."""

_ELSE_TEXT = frozenset({Step.FIGURE, Step.FOLLOW_UP, Step.STANDS, *_NAMED_FOR})
"""Questions beside which words that are no answer tell what was done."""

_LONGEST_NAME = 60


def is_only_its_name(entry: ReportEntry, now: Question | None, caption: str) -> bool:
    """Whether a problem or a next step is asked, and the words do not say that they are one."""
    if now is None or now.entry_id != entry.entry_id or now.step not in _NAMED_FOR:
        return False
    told = labelled(caption)
    says = told.problem or told.next_step or status_before_text(caption)
    return _is_asked(entry, now) and not says


def read_caption(entry: ReportEntry, now: Question | None, words: str) -> Captioned:
    """Answers the open question of its entry; else the words are, or add to, the entry's text.

    So it is with words that are no answer where a figure is asked, or what became of a problem, and
    with all words beside what is doubtful: no picture says why it is true, or which of two holds.
    Words that may as well name the picture are asked about.
    """
    read = _read(entry, now, words)
    if not _is_told(entry, read.answer) or not may_be_its_name(words):
        return read
    told = as_words(entry, words).asked
    facts = {"said": words, "number": cut(entry.measure.number, 12), "step": told.step.value}
    return replace(read, asked=told, answer=Refused("caption-may-be-name", facts), is_name=True)


def may_be_its_name(words: str) -> bool:
    """Whether they may name the picture as well as tell of the measure, and want nothing else."""
    return may_describe_files(words) and not any(map(aside, filter(as_word, words.splitlines())))


def _is_told(entry: ReportEntry, answer: Answer) -> bool:
    """Whether the words become the entry's text, or the reason why there is nothing to tell."""
    before = entry.content
    return isinstance(answer, Accepted) and (
        answer.content.text != before.text
        or answer.content.no_progress_reason != before.no_progress_reason
    )


def _read(entry: ReportEntry, now: Question | None, words: str) -> Captioned:
    if now is not None and is_only_its_name(entry, now, words):
        facts = {"said": cut(words, SHORT_LIMIT), "step": now.step.value}
        return Captioned(now, Refused("caption-is-name", facts), is_more=False, is_name=True)
    if now is not None and now.entry_id == entry.entry_id and _is_asked(entry, now):
        if now.step is Step.EXPLAIN:
            return _told(as_words(entry, words))
        answer = typed(entry, now.step, now.indicator_id, words)
        if not _tells_of_more(now.step, answer, words):
            return Captioned(now, answer, is_more=False)
        return _told(as_words(entry, words))
    return as_words(entry, words)


def _tells_of_more(step: Step, answer: Answer, words: str) -> bool:
    """Whether words that are no answer to that question tell what was done; a number does not."""
    if isinstance(answer, Accepted | SaysNothing) or is_number(words):
        return False
    return step in _ELSE_TEXT


def _told(read: Captioned) -> Captioned:
    """It is said where words went that are no answer to what is asked."""
    answer = read.answer
    if isinstance(answer, Refused) or read.is_more:  # which says so itself
        return read
    key = "answer-kept-as-reason" if read.asked.step is Step.REASON else "answer-kept-as-text"
    return replace(read, answer=replace(answer, notes=(Note(key), *answer.notes)))


def as_words(entry: ReportEntry, words: str) -> Captioned:
    """The caption as, or behind, what the entry tells."""
    is_reason = entry.content.no_progress and not entry.measure.one_line
    step = Step.REASON if is_reason else Step.TEXT
    is_more = bool(entry.content.no_progress_reason if is_reason else entry.content.text)
    answer = (added if is_more else typed)(entry, step, None, words)
    return Captioned(Question(entry.entry_id, step), answer, is_more)


def as_answer(entry: ReportEntry, argument: str, words: str) -> Captioned | None:
    """The words that named their file are what a button says; None where it is asked no more."""
    if argument in _TELLS:
        return as_words(entry, words)
    step = next((one for one in _NAMED_FOR if one.value == argument), None)
    if step is None or read_step(entry, argument) is None:
        return None
    before = entry.content.problem if step is Step.PROBLEM else entry.content.next_step
    answer = (added if before else typed)(entry, step, None, words)
    return Captioned(Question(entry.entry_id, step), answer, is_more=bool(before))


def answers_offered(language: str, entry: ReportEntry, step: Step, evidence_id: int) -> Rows:
    """What the words that only named their file may be after all."""
    is_one = step.value in _TELLS or entry.content.no_progress
    ways = (step,) if is_one else (step, Step.TEXT)
    presses = [Press(Action.CAPTION_TAKE, evidence_id, way.value) for way in ways]
    return tuple((button(language, "caption-button", p, step=p.argument),) for p in presses)


def is_a_name(caption: str) -> bool:
    """Whether it is short enough to name its file whole."""
    return len(" ".join(caption.split())) <= _LONGEST_NAME


def _is_asked(entry: ReportEntry, now: Question) -> bool:
    """Whether the entry still calls for it: the file itself may have settled it."""
    return read_step(entry, step_argument(now.step, now.indicator_id)) is not None


def named_by(caption: str, name: str, *, whole: bool = False) -> str:
    """The file's name with what its caption calls it: 资质证书（scan001）.pdf, 现场照片.jpg.

    whole: the caption is nothing but a name, whatever it says.
    """
    called = _OF_PATHS.sub("-", own_name(caption)) or (_whole(caption) if whole else "")
    stem, _, kind = name.rpartition(".")
    if not called or called in stem:
        return name
    named = called if _is_nameless(stem) else f"{called}（{stem}）"
    return f"{named}.{kind}"


def renamed_by(caption: str, name: str) -> str:
    """As `named_by`, where the name may be one that an earlier caption has given."""
    stem, _, kind = name.rpartition(".")
    called, _, given = stem.rstrip("0123456789").partition("（")
    if not own_name(called):
        return named_by(caption, name)
    if not own_name(caption):
        return name
    bare = given.removesuffix("）")
    return named_by(caption, f"{bare}.{kind}") if bare else f"{own_name(caption)}.{kind}"


def renamed_whole(caption: str, name: str, *, was: str) -> str:
    """As the caption calls it, where the words that it had before have named the file whole."""
    stem, _, kind = name.rpartition(".")
    before, called = _whole(was), _whole(caption)
    is_named_so = bool(before and called) and stem.startswith(before)
    return f"{called}{stem[len(before) :]}.{kind}" if is_named_so else name


def _whole(caption: str) -> str:
    return _OF_PATHS.sub("-", " ".join(caption.split()).strip(" .。,，!！;；"))


_OF_PATHS = re.compile(r"[/\\:]")


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number where another file has it: 照片1.jpg, 照片2.jpg."""
    if name not in taken:
        return name
    stem, _, kind = name.rpartition(".")
    if _is_photo(stem):
        stem = stem.rstrip("0123456789")
    tried = (
        f"{stem}（{number}）.{kind}" if stem[-1:].isdigit() else f"{stem}{number}.{kind}"
        for number in count(2)
    )
    return next(one for one in tried if one not in taken)


def _is_nameless(stem: str) -> bool:
    return _is_photo(stem) or _BY_ITSELF.fullmatch(stem) is not None


def _is_photo(stem: str) -> bool:
    """Whether it is called as photos are that came without a name."""
    first = (plain(language, "evidence-photo-name").rpartition(".")[0] for language in LANGUAGES)
    return stem.rstrip("0123456789") in {one.rstrip("0123456789") for one in first}
