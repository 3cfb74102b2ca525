"""The unit's monthly report, ready to be printed, signed and stamped (待盖章稿)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reports.blank_paper import CHARACTER, TEXT_WIDTH
from reports.code_picture import picture_of
from reports.draft_marks import Field, document_mark, field_mark
from reports.draft_profile import DraftProfile
from reports.figures import share_words, target_words, value_words
from reports.official_paper import Marked, OfficialPaper
from reports.paper_words import (
    date_words,
    ended,
    inside_title_marks,
    measure_title,
    note_lines,
    paper_text,
    write_heading,
)
from reports.printable import file_name, lines_of, one_line, text_width
from reports.title_lines import joined, title_lines
from texts import DEFAULT_LANGUAGE, Value
from texts.wording import done_words, listed, month_name, percent, period_name
from vocabulary.counts import counted
from vocabulary.progress import is_reached, pro_rata
from vocabulary.report import (
    AskedIndicator,
    EvidenceFile,
    Figure,
    FiledEntry,
    FiledReport,
)
from vocabulary.stamp_code import StampCode
from vocabulary.terms import ProblemTurn, Role

_HEADING_NUMBER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百]+[章节部分]+|[（(][一二三四五六七八九十百]+[)）]"
    r"|[一二三四五六七八九十百]+[、.．])\s*"
)
_FILES_NAMED = 2
_LONGEST_FILE_NAME = 24  # characters
_NAME_WIDTH = TEXT_WIDTH // CHARACTER  # characters in a line of the signature


def draft_file_name(report: FiledReport, suffix: str = ".docx") -> str:
    """市工科局关于2022年7月份工作任务完成情况的报告.docx; a corrected one names its revision."""
    key = "paper-draft-file" if report.revision == 1 else "paper-draft-file-corrected"
    stem = paper_text(
        key,
        unit=one_line(report.unit),
        period=period_name(DEFAULT_LANGUAGE, report.period),
        revision=str(report.revision),
    )
    return file_name(stem, suffix)


def review_draft_file_name(report: FiledReport) -> str:
    """市工科局关于2022年7月份工作任务完成情况的报告（送审稿）.docx."""
    stem = draft_file_name(report, "")
    return file_name(paper_text("paper-review-draft-file", stem=stem), ".docx")


def make_draft(
    report: FiledReport,
    profile: DraftProfile,
    code: StampCode | None = None,
    *,
    for_review: bool = False,
) -> bytes:
    """The filed revision as an official document after GB/T 9704-2012.

    It says what the unit said, and what can be counted from it; nothing is added where the unit
    left a blank. The same report and profile always become the same bytes.

    code: of the revision; it stands on the page of the signature, unless the profile wants none,
        and in a hidden bookmark, by which the draft is known when it comes back from Word.
    for_review: not to be stamped yet, which it says below its title (送审稿); it shows no code.
    """
    paper = OfficialPaper(profile.fonts)
    revision = str(report.revision)
    paper.quiet_line(
        paper_text("paper-draft-quiet-line", receipt=one_line(report.receipt), revision=revision)
    )
    plan = inside_title_marks(joined(report.plan_title))
    period = period_name(DEFAULT_LANGUAGE, report.period)
    # The plan's own line break, a space by now, is where its sense allows one.
    hinted = inside_title_marks(one_line(report.plan_title))
    paper.reserve(profile.letterhead)
    if report.signed_by:
        paper.signatory(paper_text("paper-draft-signatory", name=one_line(report.signed_by)))
    under = paper_text("paper-draft-for-review") if for_review else ""
    bookmark = document_mark(code) if code else ""
    paper.title(title_lines(_title(report, profile, hinted)), under=under, bookmark=bookmark)
    addressee = one_line(profile.addressee or report.office).rstrip("：:")
    paper.addressee(addressee)
    paper.body(paper_text("paper-draft-opening", plan=plan, period=period))
    if report.is_correction:
        reason = ended(one_line(report.correction_reason))
        paper.body(paper_text("paper-draft-correction", revision=revision, reason=reason))
    if report.is_again:
        paper.body(paper_text("paper-draft-again", revision=revision))
    _write_overview(paper, report.entries)
    if report.exempt:
        numbers = listed(DEFAULT_LANGUAGE, (one_line(one.number) for one in report.exempt))
        paper.body(paper_text("paper-draft-exempt", count=len(report.exempt), numbers=numbers))
    shown = _with_evidence(report.entries)
    chapter = _write_measures(paper, report.entries, shown)
    _write_troubles(paper, report.entries, chapter)
    is_coded = profile.code and not for_review
    _write_end(paper, report, profile, shown, code if is_coded else None)
    return paper.to_bytes(
        title=_title(report, profile, plan),
        author=one_line(report.unit),
        at=report.filed_at,
    )


def _title(report: FiledReport, profile: DraftProfile, plan: str) -> str:
    period = period_name(DEFAULT_LANGUAGE, report.period)
    if profile.title is None:
        return paper_text("paper-draft-title", plan=plan, period=period)
    return profile.title.format(
        plan=plan,
        period=period,
        month=report.period.month,
        year=report.period.year,
        unit=_signs(report),
    )


def _signs(report: FiledReport) -> str:
    """The official name, or the short one where nobody has told it."""
    return one_line(report.official_name or "") or one_line(report.unit)


def _write_overview(paper: OfficialPaper, entries: Sequence[FiledEntry]) -> None:
    """The facts first: how many tasks, how far, and the figures against their targets."""
    write_heading(paper, 1, 1, paper_text("paper-draft-overview"))
    paper.body("".join(_counts(entries)))
    asked = {i.indicator_id: i for entry in entries for i in entry.measure.indicators}
    if not asked:
        return
    figures = [
        (one_line(entry.measure.number), asked[figure.indicator_id], figure)
        for entry in entries
        for figure in entry.content.figures
        if figure.indicator_id in asked
    ]
    given = sum(figure.value is not None for _, _, figure in figures)
    key = "paper-draft-indicators" if figures else "paper-draft-indicators-none"
    paper.body(paper_text(key, asked=len(asked), given=given))
    for place, (number, indicator, figure) in enumerate(figures, start=1):
        end = "；" if place < len(figures) else "。"
        words = _figure_words(indicator, figure) + end
        paper.body(
            paper_text("paper-draft-indicator-item", place=place, number=number, words=words)
        )


def _counts(entries: Sequence[FiledEntry]) -> list[str]:
    if not entries:
        return [paper_text("paper-draft-tasks-none")]
    roles = Counter(measure.role for entry in entries for measure in entry.measure.each)
    by_role = [_counted(f"role-{role}", roles[role]) for role in Role if roles[role]]
    counts = counted(entries)
    by_status = [
        _counted(f"status-{status or 'none'}", count)
        for status, count in counts.statuses.items()
        if count
    ]
    said = [
        paper_text(
            "paper-draft-tasks", total=counts.total, roles=listed(DEFAULT_LANGUAGE, by_role)
        ),
    ]
    if by_status:
        said.append(
            paper_text(
                "paper-draft-statuses",
                statuses=listed(DEFAULT_LANGUAGE, by_status),
                one_line=counts.one_line,
            )
        )
    if counts.without_progress:
        still = counts.without_progress
        said.append(paper_text("paper-draft-no-progress-count", count=still))
    if counts.nothing_to_help:
        said.append(paper_text("paper-draft-no-help-count", count=counts.nothing_to_help))
    return [*said, *_problem_counts(entries)]


def _problem_counts(entries: Sequence[FiledEntry]) -> Iterator[str]:
    """The problems that stand, by their measures, and those that are resolved."""
    troubled = [entry for entry in entries if entry.content.problem.strip()]
    turns = [entry.content.follow_up for entry in entries if entry.content.follow_up]
    resolved = sum(follow_up.turn is ProblemTurn.RESOLVED for follow_up in turns)
    if troubled:
        numbers = listed(DEFAULT_LANGUAGE, [one_line(entry.measure.number) for entry in troubled])
        carried = len(turns) - resolved
        yield paper_text(
            "paper-draft-problem-count", count=len(troubled), numbers=numbers, carried=carried
        )
    if resolved:
        yield paper_text("paper-draft-resolved-count", count=resolved)


def _counted(key: str, count: int) -> str:
    return paper_text("paper-draft-counted", what=paper_text(key), count=count)


def _write_measures(
    paper: OfficialPaper, entries: Sequence[FiledEntry], shown: Sequence[FiledEntry]
) -> int:
    """What was said of each measure: lead, responsible, cooperating, and by section in each.

    shown: those whose evidence is listed as attachments. Gives the number of the last chapter.
    """
    chapter = 1
    for role in Role:
        of_role = [one for one in enumerate(entries) if one[1].measure.role is role]
        told_before = [one for entry in entries for one in _told_before(entry, role)]
        if not of_role and not told_before:
            continue
        chapter += 1
        heading = paper_text("paper-draft-role-heading", role=paper_text(f"role-{role}"))
        write_heading(paper, 1, chapter, heading)
        sections = groupby(of_role, key=lambda one: one[1].measure.section_path)
        for number, (path, of_section) in enumerate(sections, start=1):
            if path:
                write_heading(paper, 2, number, _HEADING_NUMBER.sub("", one_line(path[-1])))
            for place, entry in of_section:
                _write_lines(paper, _head(entry, with_status=True), _completion(place, entry))
                if entry in shown:
                    which = str(shown.index(entry) + 1) if len(shown) > 1 else ""
                    _write_evidence(paper, entry.evidence, which)
        for one in told_before:
            beside = {"number": one_line(one.measure.number), "first": one_line(one.told_at)}
            title = measure_title(one.measure)
            paper.body(paper_text("paper-draft-measure-shared", title=title, **beside))
    return chapter


def _told_before(entry: FiledEntry, role: Role) -> Iterator[FiledEntry]:
    """Measures of a shared paragraph that stands under another role, since it stands there once."""
    for one in entry.each:
        if one.measure.role is role and entry.measure.role is not role:
            yield replace(one, told_at=entry.measure.number)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph, and what of it a person typed. said: that is all of it where nobody says."""

    text: str
    said: Marked | None = None


def _lines(
    place: int, field: Field, words: Sequence[str], *, before: str = "", instead: str = ""
) -> Iterator[_Line]:
    """The lines of what was typed into one field, as printed.

    before: printed in front of the first. instead: printed in place of words where there are none.
    """
    name, last = field_mark(place, field), len(words) - 1
    if not words:
        yield _Line(before + instead, Marked(name, len(before), len(before + instead)))
    for number, line in enumerate(words):
        start = len(before) if number == 0 else 0
        text = (before if number == 0 else "") + ended(line)
        marked = Marked(name, start, start + len(line), begins=number == 0, ends=number == last)
        yield _Line(text, marked)


def _write_lines(paper: OfficialPaper, head: str, lines: Iterable[_Line]) -> None:
    """head: what the first begins with."""
    for number, line in enumerate(lines):
        paper.body(line.text, head="" if number else head, marked=line.said)


def _write_evidence(paper: OfficialPaper, evidence: Sequence[EvidenceFile], which: str) -> None:
    """How many files show it, and the first of them by name, cut where that is long."""
    names = [_short(one_line(file.name)) for file in evidence[:_FILES_NAMED]]
    facts: dict[str, Value] = {"count": len(evidence), "over": len(evidence) - len(names)}
    files = listed(DEFAULT_LANGUAGE, names)
    paper.body(paper_text("paper-draft-evidence", which=which, files=files, **facts))


def _short(name: str) -> str:
    """Its beginning and its end, with the ending."""
    if len(name) <= _LONGEST_FILE_NAME:
        return name
    return f"{name[: _LONGEST_FILE_NAME - 8]}…{name[-7:]}"


def _completion(place: int, entry: FiledEntry) -> Iterator[_Line]:
    """What was done, or why nothing was."""
    said = entry.content
    words = lines_of(said.text)
    if said.no_progress and not entry.one_line:
        yield from _stillness(place, one_line(said.no_progress_reason), words)
    elif said.no_progress:
        nothing = paper_text("paper-draft-no-help")
        before, instead = (nothing, "") if words else ("", nothing)
        yield from _lines(place, Field.TEXT, words, before=before, instead=instead)
    else:
        is_blank = not said.status and not said.figures
        instead = paper_text("paper-draft-nothing-said") if is_blank else ""
        yield from _lines(place, Field.TEXT, words, instead=instead)


def _stillness(place: int, reason: str, words: Sequence[str]) -> Iterator[_Line]:
    """本月无进展，原因：…。 What was done all the same is not filed beside it."""
    before = paper_text("paper-draft-no-progress")
    if reason:
        before = _before("paper-draft-no-progress-reason", "reason")
    if words:
        first, *more = words
        yield _Line(before + ended(reason) + ended(first))
        yield from (_Line(ended(line)) for line in more)
    elif reason:
        yield from _lines(place, Field.REASON, [reason], before=before)
    else:
        yield _Line(before)


def _head(entry: FiledEntry, *, with_status: bool = False) -> str:
    """18.夯实大数据基础能力（滞后）。 The status is shown where it is wanted and there is one."""
    facts = {
        "number": one_line(entry.measure.number),
        "title": measure_title(entry.measure),
    }
    if with_status and entry.content.status:
        status = paper_text(f"status-{entry.content.status}")
        return paper_text("paper-draft-measure", status=status, **facts)
    return paper_text("paper-draft-measure-no-status", **facts)


def _write_troubles(paper: OfficialPaper, entries: Sequence[FiledEntry], chapter: int) -> None:
    """Two chapters after those of the measures: the problems, and what is done next."""
    told = [
        (entry, lines)
        for place, entry in enumerate(entries)
        if (lines := list(_problem_lines(place, entry)))
    ]
    if told:
        chapter += 1
        standing = sum(bool(entry.content.problem.strip()) for entry, _ in told)
        write_heading(paper, 1, chapter, paper_text("paper-draft-problems", standing=standing))
        for entry, lines in told:
            _write_lines(paper, _head(entry), lines)
    planned = [
        (place, entry, step)
        for place, entry in enumerate(entries)
        if (step := lines_of(entry.content.next_step))
    ]
    if planned:
        write_heading(paper, 1, chapter + 1, paper_text("paper-draft-next-steps"))
        for place, entry, step in planned:
            _write_lines(paper, _head(entry), _lines(place, Field.NEXT_STEP, step))


def _problem_lines(place: int, entry: FiledEntry) -> Iterator[_Line]:
    """The problem, and what has become of the one of a month before."""
    said, carried, follow_up = entry.content, entry.measure.open_problem, entry.content.follow_up
    problem = lines_of(said.problem)
    if carried is None or follow_up is None:
        if problem:
            yield from _lines(place, Field.PROBLEM, problem)
    else:
        since = month_name(DEFAULT_LANGUAGE, carried.since)
        words = [one_line(follow_up.words)] if one_line(follow_up.words) else []
        if follow_up.turn is ProblemTurn.RESOLVED:
            facts = {"since": since, "problem": one_line(carried.words)}
            before = _before("paper-draft-resolved", "text", **facts)
            yield from _lines(place, Field.FOLLOW_UP, words, before=before)
            if problem:
                before = _before("paper-draft-problem-new", "text")
                yield from _lines(place, Field.PROBLEM, problem, before=before)
        else:
            before = _before("paper-draft-problem-since", "text", since=since)
            yield from _lines(place, Field.PROBLEM, problem, before=before)
            before = _before("paper-draft-follow-up", "text")
            turn = ended(paper_text(f"problem-turn-{follow_up.turn}"))
            yield from _lines(place, Field.FOLLOW_UP, words, before=before, instead=turn)
    if help_from := one_line(said.help_from):
        before = _before("paper-draft-help", "text")
        yield from _lines(place, Field.HELP, [help_from], before=before)


_GAP = "\ufdd0"  # no sign of any text that is printed


def _before(key: str, name: str, /, **facts: str) -> str:
    """What a sentence of the catalogue has in front of the words that fill it and end it."""
    return paper_text(key, **{**facts, name: _GAP}).partition(_GAP)[0]


def _with_evidence(entries: Sequence[FiledEntry]) -> list[FiledEntry]:
    """In the order in which the paper tells them."""
    return [e for role in Role for e in entries if e.measure.role is role and e.evidence]


def _attachment(entry: FiledEntry) -> str:
    """第18项佐证材料（2件）: the files that show one measure are one attachment."""
    number = one_line(entry.measure.number)
    return paper_text("paper-draft-attachment", number=number, count=len(entry.evidence))


def _write_end(
    paper: OfficialPaper,
    report: FiledReport,
    profile: DraftProfile,
    shown: Sequence[FiledEntry],
    code: StampCode | None,
) -> None:
    paper.closing(profile.closing or paper_text("paper-draft-closing"))
    if shown:
        paper.attachments([_attachment(entry) for entry in shown])
    is_known = bool(one_line(report.official_name or ""))
    mark = "" if is_known else paper_text("paper-draft-name-missing")
    name = _signs(report)
    if profile.borrowed_seal:
        name = paper_text("paper-draft-borrowed-seal", name=name)
    room = int(_NAME_WIDTH - text_width(mark))
    paper.signature(
        title_lines(name, room),
        _date(report, profile),
        mark=mark,
        note=note_lines(_contact(report)),
        note_mark="" if _phone_of(report) else paper_text("paper-draft-phone-missing"),
        code=(code.text, picture_of(code.text)) if code else None,
    )


def _contact(report: FiledReport) -> str:
    """（联系人：王建国，联系电话：0359-8023456）; a number that is not known is asked for.

    Whoever prepared it and is the contact, too, is named once.
    """
    prepared, contact = _prepared_by(report), one_line(report.contact_name)
    is_one = prepared == contact
    facts = [
        paper_text(key, value=value)
        for key, value in (
            ("paper-draft-on-behalf", one_line(report.filed_by) if report.on_behalf else ""),
            ("paper-draft-prepared-by", "" if is_one else prepared),
            ("paper-draft-contact-name", "" if is_one else contact),
            ("paper-draft-prepared-by-contact", contact if is_one else ""),
            ("paper-draft-contact-phone", _phone_of(report)),
        )
        if value
    ]
    if not _phone_of(report):
        facts.append(paper_text("paper-draft-phone-missing"))
    return paper_text("paper-draft-note", facts="，".join(facts))


def _phone_of(report: FiledReport) -> str:
    return one_line(report.contact_phone)


def _prepared_by(report: FiledReport) -> str:
    """Beside whoever signs; what the office filed was not prepared by the unit."""
    return one_line(report.filed_by) if report.signed_by and not report.on_behalf else ""


def _date(report: FiledReport, profile: DraftProfile) -> str:
    day = profile.dated_on or report.filed_at.date()
    if profile.blank_day:
        return paper_text("paper-draft-date-blank-day", year=str(day.year), month=day.month)
    return date_words(day)


def _figure_words(indicator: AskedIndicator, figure: Figure) -> str:
    """累计建成5G基站183个（目标300个，完成61%）."""
    facts = [paper_text("paper-draft-target", target=target_words(DEFAULT_LANGUAGE, indicator))]
    share = share_words(indicator, figure.value)
    if share:
        facts.append(paper_text("paper-draft-share", share=share))
    elif is_reached(indicator, figure.value):
        facts.append(paper_text("paper-draft-reached"))
    if beside := pro_rata(indicator, figure.value):
        pace = paper_text(f"pace-{beside.pace.value}")
        due, done = percent(beside.due), done_words(DEFAULT_LANGUAGE, beside)
        facts.append(paper_text("paper-draft-pro-rata", due=due, done=done, pace=pace))
    value = value_words(DEFAULT_LANGUAGE, indicator, figure)
    name = one_line(indicator.name)
    return paper_text("paper-draft-figure", name=name, value=value, facts="，".join(facts))
