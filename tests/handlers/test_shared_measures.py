"""Measures that share a paragraph are asked once, and none is lost; quarterly ones wait."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, col, select

from models.cycles import Entry
from models.editions import Assignment, Measure
from reports.draft import make_draft
from reports.draft_profile import DraftProfile
from sandbox import Message
from tests.chat import (
    Chat,
    Town,
    a_begun_town,
    a_town,
    july_begins,
    opened,
    said,
    start_of,
    with_people,
)
from tests.factories import at
from tests.handlers.test_evidence import photo
from tests.handlers.test_exemptions import exempts, takes_back
from tests.handlers.test_forms_by_chat import filled, sends, the_form
from tests.handlers.test_little_to_do import files_as_last_month, fills_and_files
from tests.models.samples import ADA, OLGA, ROADS, WATER, an_indicator, assigned, load
from tests.reports.paper import paragraphs_of
from vocabulary.plan import AssignedUnit
from vocabulary.report import WorkingReport
from vocabulary.terms import Ask, EntryStatus, Role

WORDS = "成立专班，每周调度，督查2次。"
AUGUST_OPENS = at(1, month=9)
HELPER = 6_000_000_004


def _roads(role: Role, ask: Ask) -> AssignedUnit:
    return AssignedUnit(ROADS, role, ask=ask)


MEASURES = (
    assigned("1", (ROADS, Role.LEAD)),
    assigned("2", _roads(Role.RESPONSIBLE, Ask.SHARED), (WATER, Role.LEAD)),
    assigned("3", _roads(Role.RESPONSIBLE, Ask.SHARED)),
    assigned("4", _roads(Role.COOPERATING, Ask.SHARED), (WATER, Role.LEAD)),
    assigned("5", _roads(Role.RESPONSIBLE, Ask.QUARTERLY)),
)


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads has 1 alone, 2 to 4 in one paragraph and 5 every quarter; July has opened."""
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=MEASURES) as town:
        yield town
        for chat in town.chats.values():
            chat.news()


@pytest.fixture
def olga(town: Town) -> Chat:
    return town.chats[OLGA]


async def goes_to(chat: Chat, number: str) -> None:
    chat.news()
    await chat.sends("/report")
    await chat.does(lambda: chat.phone.taps(number))


async def answers_paragraph(chat: Chat, number: str = "2-4", words: str = WORDS) -> None:
    await goes_to(chat, number)
    await chat.taps("status-on_track")
    await chat.sends(words)


async def stored(town: Town) -> dict[str, tuple[EntryStatus | None, str, bool]]:
    """By number, what the entries of Roads say in the tables, and whether they are exempt."""
    report_id = (await town.report_of(ROADS)).id

    def look(session: Session) -> dict[str, tuple[EntryStatus | None, str, bool]]:
        rows = session.exec(
            select(Measure.number, Entry)
            .join(Assignment, col(Assignment.measure_id) == Measure.id)
            .join(Entry, col(Entry.assignment_id) == Assignment.id)
            .where(Entry.report_id == report_id)
            .order_by(col(Entry.position))
        )
        return {number: (e.status, e.text, e.exempt) for number, e in rows}

    return await town.reads(look)


async def files_of(town: Town, number: str) -> int:
    """How many the entry of Roads lists."""
    report = await town.working(ROADS)
    return next(len(e.evidence) for e in report.entries if e.measure.number == number)


def numbers(report: WorkingReport) -> list[str]:
    return [entry.measure.number for entry in report.entries]


# ── asked once ─────────────────────────────────────────────────────────────────────────────────


async def test_card_has_one_line_for_them_and_counts_every_measure(town: Town, ada: Chat) -> None:
    card = await ada.sends("/report")
    assert "○ 2-4　Measure 2、Measure 3、Measur" in card.text
    assert said("card-title", unit=ROADS, month="7月份", done=0, count=4) in card.text
    await answers_paragraph(ada)
    card = await ada.sends("/report")
    assert said("card-title", unit=ROADS, month="7月份", done=3, count=4) in card.text


async def test_opening_says_which_are_written_together(sqlite_url: str, tmp_path: Path) -> None:
    async with a_town(sqlite_url, tmp_path / "files", measures=MEASURES) as town:
        await with_people(town)
        await town.moves_to(at(1))
        opening = town.chats[ADA].news()[-1].text
        assert "本月应填 4 项（牵头 1、负责 2、配合 1）" in opening
        assert said("card-opening-shared", numbers="2-4") in opening
        for chat in town.chats.values():
            chat.news()


async def test_one_message_answers_all_of_them(town: Town, ada: Chat) -> None:
    await goes_to(ada, "2-4")
    asked = ada.card.text
    assert said("card-shared", count=3) in asked
    for number in "234":
        assert said("card-shared-one", number=number, title=f"Measure {number}") in asked
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    on_track = (EntryStatus.ON_TRACK, WORDS, False)
    assert await stored(town) == {
        "1": (None, "", False),
        "2": on_track,
        "3": on_track,
        "4": on_track,
    }


@pytest.mark.parametrize("typed", ["2", "3", "第4项"])
async def test_each_of_their_numbers_leads_there(ada: Chat, typed: str) -> None:
    await ada.sends("/report")
    assert said("card-shared", count=3) in (await ada.sends(typed)).text


async def test_pasted_parts_of_several_of_them_become_the_one_paragraph(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.sends("1、大桥合龙。\n2、成立专班。\n4、督查2次。")
    await ada.taps("pasted-button-take", count=2)
    assert (await town.content(ROADS, "1")).text == "大桥合龙。"
    assert (await town.content(ROADS, "2-4")).text == "成立专班。\n督查2次。"


async def test_fresh_month_costs_one_tap_and_one_message_for_all_of_them(
    town: Town, ada: Chat
) -> None:
    assert await fills_and_files(ada, ["on_track"]) == 2 * 2 + 3
    await town.moves_to(AUGUST_OPENS)
    for chat in town.chats.values():
        chat.news()
    assert await files_as_last_month(ada) == 4


# ── what becomes of it ─────────────────────────────────────────────────────────────────────────


async def test_draft_tells_the_paragraph_once_and_names_every_measure(
    town: Town, ada: Chat
) -> None:
    await answers_paragraph(ada)
    await ada.files()
    (filed,) = await town.revisions(ROADS)
    paper = "\n".join(paragraphs_of(make_draft(filed, DraftProfile())))
    assert paper.count(WORDS) == 1
    assert "2-4.Measure 2、Measure 3、Measure 4（正常推进）。" in paper
    assert "4.Measure 4：与第2-4项合写，见上。" in paper
    assert "4项" in paper


async def test_ledger_has_a_row_for_each_with_its_status_and_the_words_once(
    ada: Chat, olga: Chat
) -> None:
    await answers_paragraph(ada)
    await ada.files()
    olga.news()
    ledger = (await olga.sends("/ledger")).document
    assert ledger is not None
    sheet = load_workbook(io.BytesIO(ledger.content))[said("sheet-rows")]
    lines = [[*row] for row in sheet.iter_rows(values_only=True)]
    heads = next(row for row in lines if said("sheet-col-status") in row)
    unit, *told = (
        heads.index(said(f"sheet-col-{name}")) for name in ("unit", "state", "status", "text")
    )
    rows = {row[0]: tuple(row[at] for at in told) for row in lines if row[unit] == ROADS}
    on_track, filed = said("status-on_track"), said("state-filed")
    see = said("sheet-told-at", number="2")
    assert rows[2] == (filed, on_track, WORDS)
    assert rows[3] == rows[4] == (filed, on_track, see)
    assert rows[5][:2] == (said("sheet-not-due"), said("sheet-not-asked"))


async def test_preview_counts_measures_and_the_whole_text_shows_the_paragraph_once(
    ada: Chat,
) -> None:
    await answers_paragraph(ada)
    preview = await ada.fills()
    assert start_of("preview-count", count=4) in preview.text
    full = await ada.taps("button-full")
    assert full.text.count(WORDS) == 1


async def test_problem_of_the_paragraph_is_one_and_is_asked_about_once(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await goes_to(ada, "2-4")
    await ada.taps("status-behind")
    await ada.sends(WORDS)
    await ada.sends("人手不足。")
    await ada.sends("9月补足。")
    await ada.files()
    await town.moves_to(AUGUST_OPENS)
    for chat in town.chats.values():
        chat.news()
    assert (await olga.sends("/problems")).text.count("人手不足。") == 1
    await goes_to(ada, "2-4")
    assert said("card-open-problem", since="7月份", words="人手不足。") in ada.card.text
    await ada.taps("problem-turn-unchanged")
    report = await town.working(ROADS)
    assert [bool(e.content.follow_up) for e in report.entries] == [False, True]


async def test_problems_from_before_the_paragraph_was_shared_are_asked_about_one_by_one(
    sqlite_url: str, tmp_path: Path
) -> None:
    alone = [assigned(number, (ROADS, Role.RESPONSIBLE)) for number in "234"]
    async with a_town(sqlite_url, tmp_path / "files", measures=alone) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        for number, problem in (("2", "人手不足。"), ("3", "资金未到位。")):
            await goes_to(ada, number)
            await ada.taps("status-behind")
            for words in (WORDS, problem, "9月解决。"):
                await ada.sends(words)
        await ada.files()
        shared = [assigned(number, _roads(Role.RESPONSIBLE, Ask.SHARED)) for number in "234"]
        await town.reads(lambda session: load(session, town.desk.office_id, shared))
        await town.moves_to(AUGUST_OPENS)
        report = await town.working(ROADS)
        asked = {e.measure.number: e.measure.open_problem for e in report.entries}
        assert {number: problem and problem.words for number, problem in asked.items()} == {
            "2、4": "人手不足。",
            "3": "资金未到位。",
        }
        town.reads_all()


async def test_correction_says_once_what_the_paragraph_says_otherwise(
    town: Town, ada: Chat
) -> None:
    await answers_paragraph(ada)
    await ada.files()
    await ada.taps("button-correct")
    await ada.sends("漏报一次督查。")
    await goes_to(ada, "2-4")
    await ada.taps("button-change-text")
    preview = await ada.sends("督查3次。")
    assert preview.text.count("督查3次。") == 1
    await ada.taps("button-file", answers=2)
    assert [one.entries[1].content.text for one in await town.revisions(ROADS)] == [
        WORDS,
        "督查3次。",
    ]


async def test_form_has_one_row_for_them(town: Town, ada: Chat) -> None:
    form = await the_form(ada)
    sheet = load_workbook(io.BytesIO(form))["填报"]
    assert [sheet["A4"].value, sheet["A5"].value, sheet["A6"].value] == ["1", "2-4", None]
    await sends(ada, filled(form, {"H5": "正常推进", "I5": WORDS}))
    await ada.taps("form-button-load", answers=2)
    assert {text for _, text, _ in (await stored(town)).values()} == {"", WORDS}
    assert (await stored(town))["4"] == (EntryStatus.ON_TRACK, WORDS, False)


async def test_colleague_is_asked_for_all_of_them_by_one_link(town: Town, ada: Chat) -> None:
    helper = await town.asks_for_help("Hugo", HELPER, ROADS, "2-4")
    await helper.sends("/report")
    await helper.taps("button-continue", number="2-4")
    await helper.taps("status-on_track")
    await helper.sends(WORDS)
    ada.news()
    assert (await stored(town))["4"] == (EntryStatus.ON_TRACK, WORDS, False)


# ── one of them is exempt ──────────────────────────────────────────────────────────────────────


async def test_words_stay_when_the_first_of_them_is_exempt_and_when_it_comes_back(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await answers_paragraph(ada)
    olga.news()
    await exempts(olga, number="2")
    ada.news()
    assert numbers(await town.working(ROADS)) == ["1", "3、4"]
    assert (await town.content(ROADS, "3、4")).text == WORDS
    await goes_to(ada, "3、4")
    await ada.taps("button-change-text")
    await ada.sends("督查3次。")
    olga.news()
    await takes_back(olga)
    ada.news()
    assert numbers(await town.working(ROADS)) == ["1", "2-4"]
    assert (await town.content(ROADS, "2-4")).text == "督查3次。"
    assert len({text for number, (_, text, _) in (await stored(town)).items() if number > "1"}) == 1


async def test_helper_and_photo_of_the_paragraph_stay_with_it_when_its_first_is_exempt(
    town: Town, ada: Chat, olga: Chat
) -> None:
    helper = await town.asks_for_help("Hugo", HELPER, ROADS, "2-4")
    await goes_to(ada, "2-4")
    await ada.does(lambda: ada.phone.sends_photo(photo()))
    olga.news()
    await exempts(olga, number="2")
    town.reads_all()
    assert await files_of(town, "3、4") == 1
    await helper.sends("/report")
    await helper.taps("button-continue", number="3、4")
    await helper.taps("status-on_track")
    mine: list[Message] = []
    await helper.does(lambda: mine.append(helper.phone.sends(WORDS)))
    town.reads_all()
    await takes_back(olga)
    town.reads_all()
    assert await files_of(town, "2-4") == 1
    await helper.does(lambda: helper.phone.edits(mine[0], "督查3次。"))
    assert (await town.content(ROADS, "2-4")).text == "督查3次。"


# ── quarterly ──────────────────────────────────────────────────────────────────────────────────


async def test_quarterly_measure_is_said_not_to_be_due_and_waits_for_the_quarters_last_month(
    ada: Chat,
) -> None:
    card = await ada.sends("/report")
    assert said("card-not-due", list="5", more=0, month="9月份") in card.text


async def test_number_of_a_shared_paragraph_where_a_figure_may_be_meant_is_quoted_as_it_was_typed(
    sqlite_url: str, tmp_path: Path
) -> None:
    """3, of 2 and 3 in one paragraph, at measure 1, which has a figure."""
    measures = (
        assigned("1", (ROADS, Role.LEAD), indicators=(an_indicator("km of road"),)),
        *(assigned(number, _roads(Role.RESPONSIBLE, Ask.SHARED)) for number in ("2", "3")),
    )
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        await goes_to(ada, "1")
        card = await ada.sends("3")
        assert "“3”可能是第3项" in card.text
        assert said("button-go-to", number="2、3") in card.labels
        card = await ada.taps("button-go-to", number="2、3")
        assert card.text.startswith("2、3　")
        for chat in town.chats.values():
            chat.news()


async def test_figures_of_all_of_them_are_asked_and_each_stays_with_its_measure(
    sqlite_url: str, tmp_path: Path
) -> None:
    measures = tuple(
        assigned(
            number,
            _roads(Role.RESPONSIBLE, Ask.SHARED),
            indicators=(an_indicator(f"km of {name}"),),
        )
        for number, name in (("1", "road"), ("2", "pipe"))
    )
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        await answers_paragraph(ada, "1、2")
        await ada.sends("10 km")
        await ada.sends("20 km")
        await ada.taps("button-file", answers=2)
        (filed,) = await town.revisions(ROADS)
        first, second = filed.entries[0].each
        assert [str(f.value) for one in (first, second) for f in one.content.figures] == [
            "10",
            "20",
        ]
        assert (first.content.text, second.content.text) == (WORDS, "")
        for chat in town.chats.values():
            chat.news()
