"""A filed month says the same in chat, document, workbook, mail and database."""

import io
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, col, select

from models.cycles import Entry, Reading, newest_revision
from models.editions import Assignment, Indicator, Measure
from models.ticks import record_tick
from sandbox import Message
from tests.chat import Chat, Town, said
from tests.factories import at
from tests.handlers.test_ticks import counted_by
from tests.mail import Office, an_office_with_a_mailbox, files_of
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, WATER, entries
from tests.reports.paper import paragraphs_of
from texts import plain
from vocabulary.report import EntryContent, FiledReport
from vocabulary.report import Figure as GivenFigure
from vocabulary.terms import EntryStatus, TickKind, TickSource

NONE = plain("zh-CN", "paper-value-none")
SAID = {
    ROADS: {
        "1": EntryContent(
            EntryStatus.BEHIND,
            "Forty kilometres of the ring road are built.",
            problem="The land of the last lot is not ours yet.",
            next_step="We ask the court for it in August.",
        ),
        "2": EntryContent(
            EntryStatus.ON_TRACK,
            no_progress=True,
            no_progress_reason="We wait for the word of the ministry.",
        ),
        "4": EntryContent(EntryStatus.ON_TRACK, "The staff was trained on two days."),
    },
    WATER: {
        "1": EntryContent(text="The pipes under the ring road were moved."),
        "3": EntryContent(
            EntryStatus.NOT_BEGUN,
            "Nobody has made an offer for the tower.",
            problem="The tender found no bidder at all.",
            next_step="We put it out to tender again.",
        ),
        "4": EntryContent(EntryStatus.ON_TRACK, "A course is booked for September."),
    },
}
FIGURES = ("120", None)
"""Of the first measure of Roads."""


@dataclass(frozen=True)
class Said:
    """What one place says of a measure. words: the completion, or why there is none."""

    status: str
    words: str
    figures: tuple[str, ...]
    problem: str
    next_step: str


Told = Mapping[str, Said]
"""By the number of the measure."""


async def answered(town: Town, unit: str) -> None:
    report = await town.report_of(unit)

    def record(session: Session) -> None:
        for entry in entries(session, report):
            number = session.exec(
                select(Measure.number)
                .join(Assignment, col(Assignment.measure_id) == Measure.id)
                .where(Assignment.id == entry.assignment_id)
            ).one()
            given = SAID[unit][number]
            stored = session.get_one(Entry, entry.id)
            for name in ("text", "problem", "next_step", "no_progress_reason"):
                setattr(stored, name, getattr(given, name))
            stored.status, stored.no_progress = given.status, given.no_progress
            if (unit, number) == (ROADS, "1"):
                ids = session.exec(
                    select(Indicator.id)
                    .where(col(Indicator.measure_id).is_not(None))
                    .order_by(col(Indicator.position))
                )
                for indicator_id, value in zip(ids, FIGURES, strict=True):
                    number_given = None if value is None else Decimal(value)
                    session.add(
                        Reading(entry_id=entry.id, indicator_id=indicator_id, value=number_given)
                    )

    await town.app.database.unit(record)


def figures_in(words: str) -> tuple[str, ...]:
    """The values in words that name each beside its target."""
    return tuple(re.findall(rf"km of (?:road|pipe)：?(\d+|{NONE})", words))


def stored(session: Session, report_id: int) -> Told:
    rows = session.exec(
        select(Measure.number, Entry)
        .join(Assignment, col(Assignment.measure_id) == Measure.id)
        .join(Entry, col(Entry.assignment_id) == Assignment.id)
        .where(Entry.report_id == report_id)
    )
    found = {}
    for number, entry in rows:
        readings = session.exec(
            select(Reading).where(Reading.entry_id == entry.id).order_by(col(Reading.indicator_id))
        )
        found[number] = Said(
            plain("zh-CN", f"status-{entry.status}") if entry.status else "",
            entry.text or entry.no_progress_reason,
            tuple(NONE if one.value is None else f"{one.value:.0f}" for one in readings),
            entry.problem,
            entry.next_step,
        )
    return found


def frozen(filed: FiledReport) -> Told:
    def figure(one: GivenFigure) -> str:
        return NONE if one.value is None else f"{one.value:.0f}"

    return {
        entry.measure.number: Said(
            plain("zh-CN", f"status-{entry.content.status}") if entry.content.status else "",
            entry.content.text or entry.content.no_progress_reason,
            tuple(figure(one) for one in entry.content.figures),
            entry.content.problem,
            entry.content.next_step,
        )
        for entry in filed.entries
    }


def shown_in_chat(message: Message) -> Told:
    """Of the message that shows all that will be filed."""
    found = {}
    for block in message.text.split("\n\n")[1:]:
        head, role, *lines = block.split("\n")
        by_label = dict(line.split("：", 1) for line in lines if "：" in line)
        plain_lines = [line for line in lines if "：" not in line]
        figures = [
            NONE if value == said("card-no-figure") else value.split(" ")[0]
            for label, value in by_label.items()
            if label.startswith("km of")
        ]
        found[head.split("　")[0]] = Said(
            role.split(" · ")[1] if " · " in role else "",
            by_label.get("本月无进展", "".join(plain_lines)),
            tuple(figures),
            by_label.get("问题", ""),
            by_label.get("下一步措施", ""),
        )
    return found


def printed(docx: bytes) -> Told:
    chapters: dict[str, dict[str, str]] = {"": {}}
    statuses: dict[str, str] = {}
    figures: dict[str, tuple[str, ...]] = {}
    chapter = number = ""
    for line in paragraphs_of(docx):
        if re.match(r"[一二三四五六七]、", line):
            chapter = line[2:] if line[2:] in {"存在问题", "下一步措施"} else ""
            chapters.setdefault(chapter, {})
        elif entry := re.match(r"(\d+)\.Measure \d+(?:（(.+?)）)?。(.*)", line):
            number = entry[1]
            if not chapter:
                statuses[number] = entry[2] or ""
            chapters[chapter][number] = entry[3].removeprefix("本月无进展，原因：")
        elif item := re.match(r"（\d+）第(\d+)项　", line):
            figures[item[1]] = (*figures.get(item[1], ()), *figures_in(line))
    return {
        number: Said(
            statuses[number],
            words,
            figures.get(number, ()),
            chapters.get("存在问题", {}).get(number, ""),
            chapters.get("下一步措施", {}).get(number, ""),
        )
        for number, words in chapters[""].items()
    }


def in_the_workbook(workbook: bytes, unit: str) -> Told:
    heads, *rows = load_workbook(io.BytesIO(workbook))[said("sheet-rows")].iter_rows(
        values_only=True
    )
    found = {}
    for row in rows:
        cells = {str(head): str(value or "") for head, value in zip(heads, row, strict=True)}
        if cells["单位"] == unit:
            found[cells["序号"]] = Said(
                cells["进展"].replace(said("sheet-no-status-asked"), ""),
                cells["完成情况"] or cells["本月无进展的原因"],
                figures_in(cells["指标完成情况"]),
                cells["存在问题"],
                cells["下一步措施"],
            )
    return found


def counts_of_unit(workbook: bytes, unit: str) -> list[int]:
    """Done, on track, behind, not begun and one-liners, as the page 总览 has them."""
    rows = list(load_workbook(io.BytesIO(workbook))[said("sheet-overview")].values)
    at = next(n for n, row in enumerate(rows) if row[0] == said("sheet-col-unit"))
    heads, of_unit = rows[at], next(row for row in rows[at:] if row[0] == unit)
    wanted = ("已完成", "正常推进", "滞后", "未启动", "配合")
    return [int(str(of_unit[heads.index(head)])) for head in wanted]


def numbers_after(words: str, *labels: str) -> Iterator[int]:
    for label in labels:
        found = re.search(rf"{label} ?(\d+)", words)
        yield int(found[1]) if found else 0


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """The plan with figures; what is filed is mailed."""
    async with an_office_with_a_mailbox(sqlite_url, tmp_path / "files", measures=None) as office:
        yield office


async def test_a_filed_month_is_the_same_in_chat_document_workbook_mail_and_database(
    office: Office,
) -> None:
    town = office.town
    mailed: dict[str, bytes] = {}
    shown: dict[str, Told] = {}
    previews: dict[str, str] = {}
    documents: dict[str, bytes] = {}
    for user_id, unit in ((ADA, ROADS), (BORIS, WATER)):
        chat: Chat = town.chats[user_id]
        await answered(town, unit)
        await chat.sends("/report")
        preview = await chat.taps("button-preview-file")
        previews[unit] = preview.text
        shown[unit] = shown_in_chat(await chat.taps("button-full"))
        await chat.taps("button-back-to-preview")
        await chat.taps("button-file", answers=3)
        draft = chat.phone.chat[-2]
        assert draft.document is not None
        documents[unit] = draft.document.content
        (mailed[unit],) = files_of(office.mails[-1]).values()
        town.clock.advance(timedelta(seconds=1))
    sent = await town.chats[OLGA].sends("/ledger")
    assert sent.document is not None
    workbook = sent.document.content
    for unit in (ROADS, WATER):
        report_id = (await town.report_of(unit)).id
        told = await town.reads(partial(stored, report_id=report_id))
        assert len(told) == 3
        (filed,) = await town.revisions(unit)
        assert frozen(filed) == told
        assert shown[unit] == told
        assert printed(documents[unit]) == told
        assert printed(mailed[unit]) == told
        assert in_the_workbook(workbook, unit) == told
        counts = counts_of_unit(workbook, unit)
        labels = ("已完成", "正常推进", "滞后", "未启动", "配合")
        assert list(numbers_after(previews[unit].partition("\n")[2], *labels)) == counts
        overview = "".join(line for line in paragraphs_of(documents[unit]) if "本月填报" in line)
        assert list(numbers_after(overview, *labels[:4])) == counts[:4]


# ── where not the filing decides on time ───────────────────────────────────────────────────────


def timeliness_in(workbook: bytes) -> dict[str, str]:
    """By unit, as the page 总览 has it; and what adds up to what is expected."""
    rows = list(load_workbook(io.BytesIO(workbook))[said("sheet-overview")].values)
    heads = next(n for n, row in enumerate(rows) if row[0] == said("sheet-col-unit"))
    place = rows[heads].index(said("sheet-col-timeliness"))
    return {str(row[0]): str(row[place]) for row in rows[heads + 1 :]}


async def handed_out(chat: Chat, command: str) -> bytes:
    first, *_ = await chat.gets_files(command)
    return first.content


@pytest.mark.parametrize("came_at", [None, at(8, 10)])
async def test_where_the_original_decides_on_time_all_papers_and_the_board_go_by_it(
    plain_town: Town, came_at: datetime | None
) -> None:
    """That of Roads came in time; that of Water too late, or not at all; Parks filed nothing."""
    town, olga = plain_town, plain_town.chats[OLGA]
    await counted_by(town, TickKind.ORIGINAL)
    for user_id in (ADA, BORIS):
        await town.chats[user_id].files()
    await ticked(town, ROADS, came=town.clock.now())
    await town.moves_to(at(8, 10))
    if came_at:
        await ticked(town, WATER, came=came_at)
    await town.moves_to(at(8, 11))
    town.reads_all()
    late, missing = (1, 1) if came_at else (0, 2)
    workbook = await handed_out(olga, "/ledger")
    assert timeliness_in(workbook) == {
        ROADS: "按时",
        WATER: "迟报" if came_at else "未报",
        PARKS: "未报",
    }
    awaited = {
        str(row[0]): row[3]
        for row in load_workbook(io.BytesIO(workbook))[said("sheet-not-reported")].values
    }
    assert awaited.get(WATER) == (None if came_at else "纸质原件")
    assert awaited[PARKS] == "月报"
    bulletin = paragraphs_of(await handed_out(olga, "/bulletin"))
    counts = "、".join(
        f"{word}{count}家"
        for word, count in (("按时", 1), ("迟报", late), ("未报", missing))
        if count
    )
    assert any(f"应报3家，其中{counts}" in line for line in bulletin)
    assert (f"迟报1家：{WATER}（8月8日）。" in bulletin) is bool(came_at)
    briefing = paragraphs_of(await handed_out(olga, "/briefing"))
    assert any("应报3家，已报2家" in line for line in briefing), "what was said counts all the same"
    assert any(f"未报1家：{PARKS}。" in line for line in briefing)
    board = (await olga.sends("/board")).text
    assert f"应报 3：按时 1，迟报 {late}，未到期 0，未报 {missing}" in board


async def ticked(town: Town, unit: str, *, came: datetime) -> None:
    report = await town.report_of(unit)

    def tick(session: Session) -> None:
        revision = newest_revision(session, report.id)
        assert revision is not None
        kind, now = TickKind.ORIGINAL, town.clock.now()
        record_tick(session, revision.id, kind, source=TickSource.OFFICE, at=came, now=now)

    await town.app.database.unit(tick)
