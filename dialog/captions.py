"""What the words beside a photo or a file mean: an answer, or only the file's name; pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count

from dialog.answers import Answer, Refused, added, typed
from dialog.asides import own_name
from dialog.placing import Question
from dialog.steps import Step, read_step, step_argument
from dialog.words import labelled, status_before_text
from texts import LANGUAGES, plain
from vocabulary.report import ReportEntry

_BY_ITSELF = re.compile(
    r"(?:img|dsc|dcim|image|screenshot|scan|mmexport|wx|微信图片|qq图片|图片)[-_ ]?[\d_-]*",
    re.IGNORECASE,
)
"""How cameras, scanners and messengers name a file of which nobody has said what it is."""


@dataclass(frozen=True, slots=True)
class Captioned:
    """What a caption was taken for. is_more: it goes on with words that are there."""

    asked: Question
    answer: Answer
    is_more: bool


_NAMED_FOR = frozenset({Step.PROBLEM, Step.NEXT_STEP})
"""Questions that no caption answers: it says what is to be seen, and not what is wrong."""

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

    So it is with words where a figure is asked.
    """
    if now is not None and is_only_its_name(entry, now, words):
        facts = {"said": words, "step": now.step.value}
        return Captioned(now, Refused("caption-is-name", facts), is_more=False)
    if now is not None and now.entry_id == entry.entry_id and _is_asked(entry, now):
        answer = typed(entry, now.step, now.indicator_id, words)
        if now.step is not Step.FIGURE or not isinstance(answer, Refused):
            return Captioned(now, answer, is_more=False)
    asked, is_more = Question(entry.entry_id, Step.TEXT), bool(entry.content.text)
    return Captioned(asked, (added if is_more else typed)(entry, Step.TEXT, None, words), is_more)


def _is_asked(entry: ReportEntry, now: Question) -> bool:
    """Whether the entry still calls for it: the file itself may have settled it."""
    return read_step(entry, step_argument(now.step, now.indicator_id)) is not None


def named_by(caption: str, name: str, *, whole: bool = False) -> str:
    """The file's name with what its caption calls it: 资质证书（scan001）.pdf, 现场照片.jpg.

    whole: the caption is nothing but a name, whatever it says.
    """
    called = own_name(caption) or (" ".join(caption.split())[:_LONGEST_NAME] if whole else "")
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
