"""Words after filing that want it corrected: 重报, 更正27, 27项数字报错了，应该是6.5万亩."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dialog.answers import added, puts_right, typed
from dialog.asides import Aside, aside
from dialog.corrected_figures import names_given_figure
from dialog.edits import Given
from dialog.measure_numbers import behind_meant, behind_own, entry_meant, opens_with_number
from dialog.outcome import Accepted
from dialog.placing import Question
from dialog.reasons import gives_reason
from dialog.righted_words import SLIP
from dialog.slips_elsewhere import whose_slip
from dialog.steps import Step
from dialog.words import as_word, behind_instead, cleaned
from vocabulary.report import ReportEntry, WorkingReport

_PLEASE = r"(?:我们?|想|要|需要?|得|请|麻烦|帮我|能不能|可不可以|可以|还|再)*"
_CHANGE = (
    r"(?:重新?(?:上报|报送|填报|提交|报|填)|更正|改正|订正|修改|改|撤回|撤销|收回)(?:一?下|一改)?"
)
_ONE = r"(?:第?\d{1,3}[项条号]?)"
_REPORTED = (
    r"(?:(?:刚才|刚刚|刚|已经?|上面|前面|今天|昨天)*(?:我们?)?"
    r"(?:上报|报送|提交|填报|报|填|交)(?:上去|过)?的)"
)
_THING = r"(?:的?(?:月报|报告|内容|材料|数据|数字|数|状态|完成情况|东西|那[个份项]))"
_ENDS = r"(?:吧|了|呢|吗|啊)*"
_WISH = re.compile(
    rf"{_PLEASE}(?:{_CHANGE})+{_REPORTED}?{_ONE}?{_THING}?{_ENDS}"
    rf"|{_PLEASE}[把将]?(?:{_REPORTED}|{_ONE}|{_THING}|上面|刚才)+{_PLEASE}{_CHANGE}{_ENDS}"
    rf"|(?:{_REPORTED}|{_ONE}|{_THING}|刚才|刚刚|上面|前面)*[^\W\d_]{{0,6}}?{SLIP}"
    rf"(?:[,，。\s]*{_PLEASE}{_CHANGE})?{_ENDS}"
    r"|(?:please |i (?:want|need) to |let me )?(?:correct|change|redo)(?: it| that| the report)"
)
"""The whole of it wants a change, or owns a slip, and tells nothing that could stand instead."""


def wants_correction(said: str) -> bool:
    """Whether words after filing only want what is filed changed, and say not what into."""
    word = as_word(said)
    return aside(said) in {None, Aside.CHANGE} and _WISH.fullmatch(word) is not None


def put_right_of(entry: ReportEntry, said: str) -> tuple[Question, str] | None:
    """Which answer of the measure that they name the words put right, and the part that does.

    What says why behind it (，之前误报为6.2万亩) is left out. None where they put nothing right.
    """
    own = behind_own(entry, cleaned(said))
    words = "".join(_but_why(behind_meant(said) or own)).strip(" ,，。;；")
    step = Step.REASON if entry.content.no_progress else Step.TEXT
    if not words or not puts_right(entry, step, words):
        return None
    answer = added(entry, step, None, words)
    is_other = isinstance(answer, Accepted) and answer.content != entry.content
    return (Question(entry.entry_id, step), words) if is_other else None


_LED = re.compile(
    r"(?:第?\s*(?P<before>\d{1,3})\s*[项条号]?\s*)?(?:更正|订正|勘误|correction)"
    r"\s*(?:第?\s*(?P<behind>\d{1,3})\s*[项条号]?)?\s*[:：]\s*",
    re.IGNORECASE,
)


def names_correction(said: str) -> bool:
    """更正20：…: it names a measure, and says what shall stand there."""
    found = _LED.match(cleaned(said))
    return found is not None and bool(found["before"] or found["behind"])


def entry_corrected(report: WorkingReport, said: str) -> ReportEntry | None:
    """The measure that words correct: the one that they name, else the only one there is.

    Or behind 更正： the one whose words alone have what they put right.
    """
    found = _LED.match(cleaned(said))
    number = (found["before"] or found["behind"]) if found else None
    if number:
        return report.numbered(number)
    only = report.entries[0] if len(report.entries) == 1 else None
    opened = opens_with_number(report, said)
    if opened is not None and names_given_figure(opened, behind_own(opened, cleaned(said))):
        return opened
    return (
        entry_meant(report, said) or only or (whose_slip(report, cleaned(said)) if found else None)
    )


def instead_of_all(entry: ReportEntry, said: str) -> tuple[Given, str] | None:
    """更正：巡检3次，之前误报2次: words that shall stand alone, and whose place they take.

    None where they say nothing of the kind. What says why behind them is left out.
    """
    lead, plain = _LED.match(cleaned(said)), behind_instead(cleaned(said))
    words = plain or (cleaned(said)[lead.end() :] if lead else "")
    words = "".join(_but_why(words)).strip(" ,，;；")
    is_reason, now = entry.content.no_progress, entry.content
    before = replace(now, no_progress_reason="") if is_reason else replace(now, text="")
    question = Question(entry.entry_id, Step.REASON if is_reason else Step.TEXT)
    answer = typed(replace(entry, content=before), question.step, None, words) if words else None
    if not isinstance(answer, Accepted) or gives_reason(words):
        return None
    return Given(question, before, entry.content), words


_OF_BEFORE = re.compile(r"^(?:之前|此前|先前|原来|原先|原|上次|前面|刚才|不是)")


def _but_why(said: str) -> Iterator[str]:
    """The clauses up to the amount, and those behind it that give no reason."""
    has_amount = False
    for clause in re.split(r"(?<=[,，。;；])(?!\d)", said):
        tells_why = _OF_BEFORE.match(clause) or gives_reason(clause)
        if not (has_amount and tells_why):
            yield clause
        has_amount = has_amount or any(sign.isdigit() for sign in clause)
