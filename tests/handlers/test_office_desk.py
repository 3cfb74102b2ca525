"""The coordinator's commands: the board, the workbook, invitations, returning."""

import io

import pytest
from openpyxl import load_workbook

from dialog.outcome import SHORT_LIMIT
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, TITLE, WATER
from texts.wording import moment_name, period_name
from vocabulary.period import Period
from vocabulary.terms import UNIT_KINDS, ContactKind, ReportState

JULY = Period(2022, 7)
OTTO = 6_000_000_002


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


async def second_coordinator(town: Town) -> Chat:
    otto = town.person("Otto", OTTO)
    await otto.sends(f"/start {await town.link(None, ContactKind.COORDINATOR)}")
    town.chats[OLGA].the_news()
    return otto


async def test_board_says_who_filed_who_is_late_and_the_states_add_up(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    board = await olga.sends("/board")
    counts = {"late": 0, "outstanding": 0, "exempt": 0}
    assert said("board-counts", expected=3, on_time=1, pending=2, **counts) in board.text
    assert said("board-pending", count=2, units=f"{WATER}、{PARKS}") in board.text
    assert TITLE in board.text
    await plain_town.moves_to(at(8, 12))
    for chat in plain_town.chats.values():
        chat.news()
    await plain_town.chats[BORIS].files()
    late = said("notice-filed-late", unit=WATER, period="7月份", by="Boris")
    assert olga.the_news().text.split("\n") == [late, TIMES]
    board = await olga.taps("office-button-board")
    counts = {"on_time": 1, "late": 1, "pending": 0, "outstanding": 1, "exempt": 0}
    assert said("board-counts", expected=3, **counts) in board.text
    assert said("board-outstanding", count=1, units=PARKS) in board.text
    assert said("board-late", count=1, units=WATER) in board.text


async def test_board_counts_as_filled_in_what_the_units_own_people_read_as_filled_in(
    town: Town,
) -> None:
    """Roads: a text without its figures, a problem that is not told, and one that is whole."""
    ada = town.chats[ADA]
    await ada.sends("1 正常推进：完成路基施工，开展路面招标。")
    await ada.sends("/report")
    await ada.sends("2 滞后：完成选址，开展用地报批。")
    await ada.sends("/report")
    await ada.sends("4 正常推进：培训2期，参训60人次。")
    count = {"done": 1, "count": 3}
    assert (
        said("card-title", unit=ROADS, month="7月份", **count) in (await ada.sends("/status")).text
    )
    board = await town.chats[OLGA].sends("/board")
    assert said("board-unit-progress", unit=ROADS, **count) in board.text


@pytest.mark.parametrize("words", ["第52项应该是正常推进", "市教育局52项改为已完成"])
async def test_words_on_a_measure_lead_the_office_to_the_form_of_the_unit(
    plain_town: Town, olga: Chat, words: str
) -> None:
    told = await olga.sends(words)
    assert told.text == said("behalf-by-words", said=words)


async def test_ledger_is_one_workbook_of_what_stands_now(plain_town: Town, olga: Chat) -> None:
    await plain_town.chats[ADA].files("=1+1")
    sent = await olga.sends("/ledger")
    assert sent.text == said(
        "notice-ledger-caption",
        period=period_name("zh-CN", JULY),
        as_of=moment_name("zh-CN", at(1)),
        times=TIMES,
    )
    assert sent.document is not None
    book = load_workbook(io.BytesIO(sent.document.content))
    sheets = ("sheet-overview", "sheet-rows", "sheet-progress", "sheet-not-reported")
    assert book.sheetnames[:4] == [said(key) for key in sheets]
    cells = [cell for row in book[said("sheet-rows")].iter_rows() for cell in row]
    (formula,) = {cell.data_type for cell in cells if cell.value == "=1+1"}
    assert formula == "s"
    again = await olga.sends("/ledger 2022-07")
    assert again.document is not None
    assert again.document.name == sent.document.name


@pytest.mark.parametrize("command", ["/board 2022-13", "/ledger July"])
async def test_period_that_cannot_be_read_is_explained(
    plain_town: Town, olga: Chat, command: str
) -> None:
    word = command.partition(" ")[2]
    assert (await olga.sends(command)).text == said("period-unreadable", value=word)


async def test_period_that_is_not_open_is_said(plain_town: Town, olga: Chat) -> None:
    for word, period, state in (
        ("2022-09", "2022年9月份", "planned"),
        ("2022-06", "2022年6月份", "outside"),
    ):
        assert (await olga.sends(f"/board {word}")).text == said(
            "office-no-cycle-of-period", period=period, state=state, known="2022-07"
        )
    assert "可以查看：2022-07。" in (await olga.sends("/remind_text 2022-06")).text


async def test_before_the_first_cycle_there_is_no_board(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    assert (await olga.sends("/board")).text == said("office-no-cycle")
    assert (await olga.sends("/ledger")).text == said("office-no-cycle")


async def test_invite_without_words_says_how_and_who_is_still_missing(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    await early_town.joins("Ada", ADA, ROADS)
    told = await olga.sends("/invite")
    assert told.text.endswith(f"（2）：{WATER}、{PARKS}")


@pytest.mark.parametrize("kind", UNIT_KINDS)
async def test_invite_makes_a_link_for_every_kind_in_words(early_town: Town, kind: str) -> None:
    olga = early_town.person("Olga", OLGA)
    shown = await olga.sends(f"/invite {ROADS} {said(f'kind-{kind}')}")
    assert shown.text.startswith(
        start_of("invite-link", unit=ROADS, kind=said(f"kind-{kind}"), link="*")
    )
    link = next(line for line in shown.text.split("\n") if line.startswith("https://"))
    ada = early_town.person("Ada", ADA)
    greeting = await ada.does(lambda: ada.phone.opens(link))
    assert greeting.text.startswith(start_of(f"welcome-{kind}", name="Ada", unit=ROADS, plan="*"))
    olga.the_news()


@pytest.mark.parametrize("words", ["经办人", "办公室 经办人", "office coordinator"])
async def test_invite_makes_a_link_for_another_coordinator(early_town: Town, words: str) -> None:
    olga = early_town.person("Olga", OLGA)
    shown = await olga.sends(f"/invite {words}")
    kind, unit = said("kind-coordinator"), said("notice-the-office")
    assert shown.text.startswith(start_of("invite-link", unit=unit, kind=kind, link="*"))


async def test_invite_explains_what_it_does_not_know(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    told = await olga.sends("/invite Nowhere")
    assert told.text == said("office-unit-unknown", name="Nowhere")
    told = await olga.sends(f"/invite {ROADS} boss")
    assert told.text.startswith(start_of("office-kind-unknown", word="boss"))


async def test_return_asks_for_the_reason_and_returns_with_it(plain_town: Town, olga: Chat) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    asked = await olga.sends(f"/return {ROADS}")
    assert asked.text == said("return-ask-reason", unit=ROADS, period="7月份", times=TIMES)
    done = await olga.sends("Say how many lanes.")
    assert done.text == said("return-done", unit=ROADS, period="7月份", times=TIMES)
    assert "Say how many lanes." in ada.the_news().text
    assert (await plain_town.report_of(ROADS)).state is ReportState.RETURNED


async def test_return_can_be_called_off(plain_town: Town, olga: Chat) -> None:
    await plain_town.chats[ADA].files()
    await olga.sends(f"/return {ROADS}")
    before = await plain_town.facts()
    told = await olga.taps("return-button-cancel")
    assert told.text == said("return-cancelled")
    await olga.sends("Say how many lanes.")
    assert await plain_town.facts() == before


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("无", said("answer-reason-missing")),
        ("\u200b", said("answer-empty")),
        (
            "r" * (SHORT_LIMIT + 1),
            said("answer-too-long", length=SHORT_LIMIT + 1, limit=SHORT_LIMIT),
        ),
    ],
)
async def test_return_wants_a_usable_reason_and_stays_open_until_it_comes(
    plain_town: Town, olga: Chat, reason: str, told: str
) -> None:
    await plain_town.chats[ADA].files()
    before = await plain_town.facts()
    if reason != "\u200b":  # a command with nothing but that has no words
        assert (await olga.sends(f"/return {ROADS} {reason}")).text == told
    await olga.sends(f"/return {ROADS}")
    assert (await olga.sends(reason)).text == told
    assert await plain_town.facts() == before
    await olga.sends("Say how many lanes.")
    plain_town.chats[ADA].the_news()
    assert (await plain_town.report_of(ROADS)).state is ReportState.RETURNED


async def test_longest_reason_arrives_whole(plain_town: Town, olga: Chat) -> None:
    await plain_town.chats[ADA].files()
    reason = "<&>" + "r" * (SHORT_LIMIT - 3)
    await olga.sends(f"/return {ROADS} {reason}")
    assert reason in plain_town.chats[ADA].the_news().text


async def test_report_that_is_not_filed_cannot_be_returned(plain_town: Town, olga: Chat) -> None:
    told = await olga.sends(f"/return {ROADS} why")
    assert told.text == said("office-nothing-to-return", unit=ROADS)
    told = await olga.sends("/return Nowhere why")
    assert told.text == said("office-unit-unknown", name="Nowhere")
    assert (await olga.sends("/return")).text == said("return-how")


async def test_two_coordinators_return_once_and_neither_is_stuck(
    plain_town: Town, olga: Chat
) -> None:
    otto = await second_coordinator(plain_town)
    await plain_town.chats[ADA].files()
    await olga.sends(f"/return {ROADS}")
    await otto.sends(f"/return {ROADS} Otto's reason.")
    plain_town.chats[ADA].the_news()
    assert (await olga.sends("Olga's reason.")).text == said("stale")
    assert (await olga.sends("hello")).text.startswith(start_of("help-you-are", unit="*"))


async def test_coordinator_who_was_refused_meanwhile_returns_nothing(
    plain_town: Town, olga: Chat
) -> None:
    otto = await second_coordinator(plain_town)
    await plain_town.chats[ADA].files()
    await otto.sends(f"/return {ROADS}")
    await olga.taps("joined-button-refuse")
    otto.the_news()
    before = await plain_town.facts()
    assert (await otto.sends("Otto's reason.")).text == said("stranger")
    assert await plain_town.facts() == before


async def test_returned_report_is_told_to_everybody_who_writes_for_the_unit(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.joins("Vera", OTTO, ROADS, ContactKind.DEPUTY)
    await plain_town.joins("Lena", OTTO + 1, ROADS, ContactKind.HEAD)
    await plain_town.chats[ADA].files()
    await olga.sends(f"/return {ROADS} why")
    plain_town.chats[ADA].the_news()
    told, card = plain_town.chats[OTTO].news()  # her open card is shown anew as well
    assert "why" in told.text
    assert card.text.startswith(start_of("card-title", unit=ROADS, month="*", done=2, count=2))
    plain_town.chats[OTTO + 1].expects_nothing_more()
