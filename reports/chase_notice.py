"""The office's written reminder to a unit whose report is late (催办单)."""

from datetime import datetime

from reports.office_paper import OfficePaper
from reports.office_profile import OfficeProfile
from reports.official_paper import OfficialPaper
from reports.paper_words import (
    ended,
    inside_title_marks,
    measure_title,
    moment_words,
    paper_text,
    write_heading,
)
from reports.printable import file_name, one_line
from reports.title_lines import joined
from texts import DEFAULT_LANGUAGE
from texts.wording import day_short, period_name
from vocabulary.papers import ChaseNotice
from vocabulary.terms import Channel, ContactKind


def chase_notice_file_name(notice: ChaseNotice) -> str:
    """催办单（市能源局，2022年7月份）.docx."""
    period = period_name(DEFAULT_LANGUAGE, notice.period)
    stem = paper_text("paper-chase-file", unit=one_line(notice.unit), period=period)
    return file_name(stem, ".docx")


def make_chase_notice(notice: ChaseNotice, profile: OfficeProfile) -> bytes:
    """What is late since when, what is missing, who was told, and until when it is wanted.

    Of those who were told it says how often, and when last.

    The same values and profile always become the same bytes.
    """
    office = OfficePaper("paper-chase-title", notice.plan_title, notice.period, profile)
    paper = office.paper
    _write_addressee(paper, notice)
    _write_state(paper, notice, period_name(DEFAULT_LANGUAGE, notice.period))
    _write_missing(paper, notice)
    _write_told(paper, notice)
    write_heading(paper, 1, 3, paper_text("paper-chase-wanted"))
    file_by = moment_words(notice.file_by)
    paper.body(paper_text("paper-chase-file-by", until=file_by), keep_with_next=True)
    office.sign(notice.office, notice.as_of, wants_phone=True)
    return office.to_bytes(notice.as_of)


def _write_addressee(paper: OfficialPaper, notice: ChaseNotice) -> None:
    """By its official name; where nobody has told it, by the short one, lit up."""
    official = one_line(notice.official_name or "")
    mark = "" if official else paper_text("paper-draft-name-missing")
    paper.addressee(official or one_line(notice.unit), mark=mark)


def _write_state(paper: OfficialPaper, notice: ChaseNotice, period: str) -> None:
    plan = inside_title_marks(joined(notice.plan_title))
    due = moment_words(notice.expected_at)
    key = "paper-chase-opening-extended" if notice.is_extended else "paper-chase-opening"
    as_of = moment_words(notice.as_of)
    if notice.returned_at is None:
        state = paper_text("paper-chase-not-filed", as_of=as_of)
    else:
        returned, reason = moment_words(notice.returned_at), one_line(notice.return_reason)
        said = {"returned": returned, "reason": ended(reason).rstrip("。"), "as_of": as_of}
        state = paper_text("paper-chase-returned", **said)
    paper.body(paper_text(key, plan=plan, period=period, due=due) + state)


def _write_missing(paper: OfficialPaper, notice: ChaseNotice) -> None:
    left = len(notice.missing)
    if not left:
        write_heading(paper, 1, 1, paper_text("paper-chase-missing"))
        paper.body(paper_text("paper-chase-all-filled", asked=notice.asked))
        return
    heading = paper_text("paper-chase-missing-count", asked=notice.asked, left=left)
    write_heading(paper, 1, 1, heading)
    for measure in notice.missing:
        number, name = one_line(measure.number), measure_title(measure)
        paper.body(paper_text("paper-chase-measure", number=number, title=name))


def _write_told(paper: OfficialPaper, notice: ChaseNotice) -> None:
    if not notice.told:
        write_heading(paper, 1, 2, paper_text("paper-chase-told"))
        paper.body(paper_text("paper-chase-told-nobody"))
        return
    write_heading(paper, 1, 2, paper_text("paper-chase-told-count", count=len(notice.told)))
    by_person: dict[tuple[ContactKind, str, Channel], list[datetime]] = {}
    for told in notice.told:
        by_person.setdefault((told.kind, told.name, told.channel), []).append(told.at)
    for number, ((kind, name, channel), times) in enumerate(by_person.items(), start=1):
        line = paper_text(
            "paper-chase-told-line",
            number=number,
            kind=paper_text(f"kind-{kind}"),
            name=one_line(name),
            channel=paper_text(f"paper-chase-by-{channel}"),
            times=len(times),
            on=day_short(DEFAULT_LANGUAGE, times[-1].date()),
        )
        paper.body(line)
