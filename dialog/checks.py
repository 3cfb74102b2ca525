"""What must be mended before filing, what mended or explained, and what may deserve a look."""

import re
from dataclasses import dataclass

from dialog.doubts import Doubt, open_doubts
from dialog.filed import as_filed
from dialog.follow_ups import named_units
from dialog.layout import cut
from dialog.outcome import Note
from dialog.secrecy import names_a_document
from dialog.steps import Step, asked_steps, is_answered, is_begun, is_complete
from dialog.stray_words import stray_words
from dialog.totals import is_grown_in_words_only, is_told_otherwise
from dialog.trouble import tells_cause
from dialog.words import STATUS_OF_WORD, as_word
from vocabulary.named_days import are_days_past
from vocabulary.period import Period
from vocabulary.progress import pro_rata
from vocabulary.report import ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED, Pace

SHORT = 8
"""Characters below which a completion text hardly says anything; counted for the hint only."""

STEP_PAST = "check-hint-step-past"
"""The hint about next steps whose day is over."""

GROWN = "check-hint-grown"
"""The hint about what words tell as added while the total has not moved."""

_QUOTED = 60  # characters of a next step that is named in a sentence


@dataclass(frozen=True, slots=True)
class Fault:
    """Something without which the report cannot be filed, and the question that mends it.

    Where the step is EXPLAIN a reason is as good as a mending.
    """

    entry_id: int
    number: str
    step: Step
    indicator_id: int | None
    text_key: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at; it stops nothing. `numbers`, `entry_ids`: of the measures, in order."""

    text_key: str
    numbers: tuple[str, ...]
    entry_ids: tuple[int, ...]


def faults(report: WorkingReport) -> list[Fault]:
    """In order of the measures; one that is not begun counts once. Filing needs an empty list."""
    return [fault for entry in report.entries for fault in entry_faults(entry)]


def entry_faults(entry: ReportEntry) -> list[Fault]:
    doubted = [_fault(entry, Step.EXPLAIN, None, _doubt_key(d)) for d in open_doubts(entry)]
    missing = [
        asked
        for asked in asked_steps(entry.measure, entry.content)
        if not is_answered(entry.content, *asked)
    ]
    if not is_begun(entry):
        return [_fault(entry, missing[0][0], None, "check-missing-all")]
    return [
        *(
            _fault(entry, step, indicator_id, f"check-missing-{step.value}")
            for step, indicator_id in missing
        ),
        *doubted,
    ]


def _doubt_key(doubt: Doubt) -> str:
    return f"check-doubt-{doubt.kind.value}"


def _fault(entry: ReportEntry, step: Step, indicator_id: int | None, text_key: str) -> Fault:
    return Fault(entry.entry_id, entry.measure.number, step, indicator_id, text_key)


def hints(report: WorkingReport) -> list[Hint]:
    """One hint of a kind at most, gathering the measures that it is about."""
    gathered = (
        ("check-hint-short", [entry for entry in report.entries if _is_short(entry)]),
        ("check-hint-empty", [entry for entry in report.entries if _is_of_any_measure(entry)]),
        ("check-hint-document", [e for e in report.entries if names_a_document(as_filed(e).text)]),
        ("check-hint-month", [e for e in report.entries if _names_last_month(e, report.period)]),
        ("check-hint-unit", [e for e in report.entries if _speaks_of_another(e, report)]),
        ("check-hint-help", [e for e in report.entries if _wants_help_of_nobody(e, report)]),
        ("check-hint-cause", [e for e in report.entries if _has_no_cause(e, report)]),
        ("check-hint-stray", [e for e in report.entries if stray_words(report, e)]),
        (STEP_PAST, [e for e in report.entries if is_step_past(e, report.period)]),
        ("check-hint-still", [entry for entry in report.entries if _is_still_again(entry)]),
        ("check-hint-pace", [entry for entry in report.entries if _is_behind_time(entry)]),
        ("check-hint-figure", [e for e in report.entries if is_told_otherwise(e)]),
        (GROWN, [entry for entry in report.entries if is_grown_in_words_only(entry)]),
        ("check-hint-unchanged", [entry for entry in report.entries if _is_unchanged(entry)]),
    )
    return [
        Hint(
            text_key,
            tuple(measure.number for entry in entries for measure in entry.measure.each),
            tuple(entry.entry_id for entry in entries),
        )
        for text_key, entries in gathered
        if entries
    ]


def _is_short(entry: ReportEntry) -> bool:
    text = as_filed(entry).text
    return not entry.measure.one_line and 0 < len(text) < SHORT


def _is_of_any_measure(entry: ReportEntry) -> bool:
    text = as_filed(entry).text
    if (
        entry.measure.one_line and as_word(text) in STATUS_OF_WORD
    ):  # 已完成 is taken, and tells little
        return True
    return len(text) >= SHORT and not _OF_ANY_MEASURE.sub("", text)


_OF_ANY_MEASURE = re.compile(
    r"按照?|根据|对照|工作|任务|各项|计划|方案|要求|部署|目标|序时|进度|目前|当前|本月|正在|正常|有序|稳步|扎实|持续|积极"
    r"|认真|全面|继续|深入|全力|切实|加快|不断|推进|推动|开展|进行|落实|实施|进展|情况|总体|顺利|良好|平稳"
    r"|相关|有关|及时|进一步|已经?|均|都|并|中|的|了|[\W_]"
)
"""What a text may be made of that tells nothing of its measure: 各项工作正在按计划有序推进。"""


def _is_unchanged(entry: ReportEntry) -> bool:
    """The words are last month's; figures may have moved."""
    text = as_filed(entry).text
    return bool(text) and entry.last is not None and text == entry.last.text


def _names_last_month(entry: ReportEntry, period: Period) -> bool:
    """The month before is named and this one is not: a text of last month is easily sent again."""
    text = as_filed(entry).text
    before, now = period.shifted(-1).month, period.month
    return _names_month(text, before) and not _names_month(text, now)


def _names_month(text: str, month: int) -> bool:
    return re.search(rf"(?<!\d){month}\s*月(?!\d)", text) is not None


def _speaks_of_another(entry: ReportEntry, report: WorkingReport) -> bool:
    """The text names another unit, by whatever name, as one does that was copied from there.

    Whoever has a part in the measure may well be named, but not as whose work it is: at the start.
    """
    text, others = as_filed(entry).text, {unit for unit, _ in entry.measure.others}
    called = {**{unit: unit for unit in others}, **dict(report.units_called)}
    for name in sorted(filter(None, called), key=len, reverse=True):  # 永济市财政局 before 财政局
        unit = called[name]
        if name not in text:
            continue
        if unit != report.unit and (unit not in others or text.startswith(name)):
            return True
        text = text.replace(name, "\n")
    return False


def _wants_help_of_nobody(entry: ReportEntry, report: WorkingReport) -> bool:
    """A unit is named that the office does not know: 市外星局; one above it may well be meant."""
    known = {*dict(report.units_called), *(unit for unit, _ in entry.measure.others)}
    named = named_units(as_filed(entry).help_from)
    return bool(report.units_called) and any(unit not in known for unit in named)


def _has_no_cause(entry: ReportEntry, report: WorkingReport) -> bool:
    """A problem that is told for the first time, and not why it is one."""
    words, before = as_filed(entry).problem, entry.measure.open_problem
    is_old = before is not None and words == before.words
    is_filed = any(
        one.content.problem == words and one.measure.number == entry.measure.number
        for one in report.filed
    )
    return bool(words) and not (is_old or is_filed or tells_cause(words))


def is_step_past(entry: ReportEntry, period: Period) -> bool:
    """Every date that the next step names is over with the month that is reported."""
    return are_days_past(as_filed(entry).next_step, period)


def step_past_told(was: ReportEntry, now: ReportEntry, period: Period) -> tuple[Note, ...]:
    """What to say where an answer makes the entry complete with a next step whose day is over."""
    words = as_filed(now).next_step
    is_known = is_complete(was) and words == as_filed(was).next_step
    if is_known or not (is_complete(now) and is_step_past(now, period)):
        return ()
    facts = {"words": cut(words, _QUOTED), "number": cut(now.measure.number, 12)}
    return (Note("answer-step-past", facts),)


def _is_behind_time(entry: ReportEntry) -> bool:
    """A figure is behind the time that has passed while the status says that all is well."""
    content = as_filed(entry)
    if content.status in TROUBLED or content.status is None:
        return False
    figures = ((i, content.figure(i.indicator_id)) for i in entry.measure.indicators)
    found = [pro_rata(indicator, figure.value) for indicator, figure in figures if figure]
    return any(one is not None and one.pace is Pace.BEHIND for one in found)


def _is_still_again(entry: ReportEntry) -> bool:
    """No progress for the second month."""
    still = entry.content.no_progress and entry.last is not None and entry.last.no_progress
    return still and not entry.measure.one_line
