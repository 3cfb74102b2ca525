"""The form in Excel by chat: asked for, sent back, shown, taken by a tap or refused whole."""

import io
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, select

from dialog.layout import MESSAGE_LIMIT
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT
from dialog.press import Action, Press
from models.cycles import Entry
from models.offices import UnitAlias, unit_named
from sandbox import Message
from tests.chat import TIMES, TIMETABLE, Chat, Town, a_town, opened, said, start_of, with_people
from tests.dialog.edited_word import edited, retypes
from tests.factories import at
from tests.hostile_forms import HOSTILE
from tests.models.samples import ADA, BORIS, JULY, OLGA, ROADS, WATER, assigned
from texts.wording import moment_name
from vocabulary.report import EntryContent
from vocabulary.terms import ContactKind, EntrySource, EntryStatus, Role

WORDS = "Three kilometres are built."
AUGUST = JULY.shifted(1)
STRANGER, VERA = 6_000_000_001, 6_000_000_002


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Nothing here is about figures."""
    return plain_town


@pytest.fixture
def olga(town: Town) -> Chat:
    return town.chats[OLGA]


async def the_form(chat: Chat, command: str = "/form") -> bytes:
    message = await chat.sends(command)
    assert message.document is not None
    return message.document.content


def filled(form: bytes, cells: Mapping[str, str | date]) -> bytes:
    workbook = load_workbook(io.BytesIO(form))
    for cell, value in cells.items():
        workbook["填报"][cell] = value
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


async def sends(chat: Chat, content: bytes, name: str = "form.xlsx", answers: int = 1) -> Message:
    return await chat.does(lambda: chat.phone.sends_document(name, content), answers=answers)


def load_button(offered: Message) -> str:
    """What the button sends, for whoever taps it late."""
    buttons = [button for row in offered.buttons for button in row]
    (load,) = (button.data for button in buttons if button.text == said("form-button-load"))
    return load or ""


GOOD = {"H4": "正常推进", "I4": WORDS}


async def test_the_card_gives_the_form_of_its_report(ada: Chat) -> None:
    await ada.sends("/report")
    form = await ada.taps("button-form")
    assert form.document is not None
    assert form.document.name.endswith(".xlsx")
    assert form.text == said("form-caption", unit=ROADS, month="7月份", times=TIMES)
    workbook = load_workbook(io.BytesIO(form.document.content))
    assert ROADS in str(workbook["填报"]["A1"].value)


async def test_a_form_is_shown_first_and_taken_only_by_the_tap(town: Town, ada: Chat) -> None:
    form = filled(await the_form(ada), GOOD)
    shown = await sends(ada, form)
    assert WORDS in shown.text
    assert shown.text.endswith(f"\n{TIMES}")
    assert await town.content(ROADS, "1") == EntryContent()
    await ada.taps("form-button-load", answers=2)
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK, WORDS)


async def test_after_the_tap_the_report_stands_ready_to_be_looked_through(ada: Chat) -> None:
    await sends(ada, filled(await the_form(ada), GOOD))
    preview = await ada.sends("导入", answers=2)
    assert preview.text.startswith(start_of("preview-title", unit=ROADS))


async def test_a_form_that_is_put_away_changes_nothing(town: Town, ada: Chat) -> None:
    await sends(ada, filled(await the_form(ada), GOOD))
    answer = await ada.taps("form-button-drop")
    assert answer.text.startswith(f"{said('cli-form-not-imported')}\n")
    assert TIMETABLE.search(answer.text)
    assert await town.content(ROADS, "1") == EntryContent()


async def test_every_fault_is_told_by_its_cell_and_nothing_is_taken(town: Town, ada: Chat) -> None:
    form = filled(await the_form(ada), {**GOOD, "H5": "so so", "I5": "=1+1"})
    answer = await sends(ada, form)
    assert "H5" in answer.text
    assert "I5" in answer.text
    assert not answer.buttons
    assert await town.content(ROADS, "1") == EntryContent()


async def test_ten_planted_faults_are_all_told_at_once_by_their_cells(
    sqlite_url: str, tmp_path: Path
) -> None:
    measures = [assigned(str(n), (ROADS, Role.RESPONSIBLE)) for n in range(1, 11)]
    planted: dict[str, str | date] = {
        "H4": "差不多",
        "I5": '=HYPERLINK("http://x")',
        "I6": "字" * (TEXT_LIMIT + 1),
        "I7": date(2022, 8, 1),
        "J8": "无",
        "A9": "77",
        "I10": "无",
        "N11": "999",
        "K12": "字" * (SHORT_LIMIT + 1),
        "H13": "完成了大半",
    }
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        before = await town.facts()
        form = filled(await the_form(ada), {**planted, "H8": "滞后", "H12": "滞后"})
        answer = await sends(ada, form)
        assert "有 10 处问题，整份没有导入" in answer.text
        assert [cell for cell in planted if f"{cell}（" not in answer.text] == []
        assert not answer.buttons
        assert await town.facts() == before


async def test_what_was_answered_meanwhile_is_not_overwritten(town: Town, ada: Chat) -> None:
    form = filled(await the_form(ada), GOOD)
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-behind")
    answer = await sends(ada, form)
    assert answer.text.startswith(older_of(ada))
    assert "（现在的内容：我 " in answer.text
    assert WORDS in answer.text
    assert answer.text.endswith(f"\n{TIMES}")
    assert answer.labels == [said("form-button-newest")]
    assert (await town.content(ROADS, "1")).status is EntryStatus.BEHIND
    assert (await town.content(ROADS, "1")).text == ""
    newest = await ada.sends("发最新的表格")
    assert newest.document is not None
    assert load_workbook(io.BytesIO(newest.document.content))["填报"]["H4"].value == "滞后"


async def test_what_was_answered_before_the_tap_is_not_overwritten(town: Town, ada: Chat) -> None:
    offered = await sends(ada, filled(await the_form(ada), GOOD))
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-behind")
    load = load_button(offered)
    await ada.presses(load, on=offered)
    assert (await town.content(ROADS, "1")).status is EntryStatus.BEHIND


def older_of(chat: Chat, count: int = 1) -> str:
    made = moment_name("zh-CN", chat.office.clock.now().astimezone(chat.office.desk.zone))
    return said("form-outdated", unit=ROADS, month="7月份", made=made, count=count)


async def test_older_form_after_a_newer_one_was_imported_is_refused(town: Town, ada: Chat) -> None:
    older, told = await the_form(ada), older_of(ada)
    older = filled(older, {**GOOD, "I4": "Two kilometres are built."})
    await town.moves_to(at(2, 10))
    town.reads_all()
    await sends(ada, filled(await the_form(ada), GOOD))
    await ada.taps("form-button-load", answers=2)
    answer = await sends(ada, older)
    assert answer.text.startswith(told)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_same_form_may_be_sent_again_with_more_in_it(town: Town, ada: Chat) -> None:
    form = await the_form(ada)
    await sends(ada, filled(form, GOOD))
    await ada.taps("form-button-load", answers=2)
    await sends(ada, filled(form, {**GOOD, "I4": "Four kilometres are built."}))
    await ada.taps("form-button-load", answers=2)
    assert (await town.content(ROADS, "1")).text == "Four kilometres are built."


async def test_office_is_told_that_its_form_is_an_older_one(
    town: Town, ada: Chat, olga: Chat
) -> None:
    form = filled(await the_form(olga, f"/form {ROADS}"), GOOD)
    await vera_writes(town)
    answer = await sends(olga, form)
    assert answer.text.startswith(older_of(olga))
    assert "（现在的内容：Vera " in answer.text
    newest = await olga.taps("form-button-newest")
    assert newest.document is not None


BOTH = {**GOOD, "H5": "正常推进", "I5": "The bridge is painted."}
THEIRS = "Vera has written this."


async def vera_writes(town: Town) -> Chat:
    """A deputy of Roads answers measure 1 in the chat."""
    vera = town.chats.get(VERA) or await town.joins("Vera", VERA, ROADS, ContactKind.DEPUTY)
    await vera.sends("/report")
    await vera.sends("1")
    await vera.taps("status-on_track")
    await vera.sends(THEIRS)
    town.chats[ADA].news()
    return vera


async def test_form_is_refused_whole_where_a_colleague_has_changed_what_it_says(
    town: Town, ada: Chat
) -> None:
    form = filled(await the_form(ada), BOTH)
    await vera_writes(town)
    card = await sends(ada, form)
    assert card.text.startswith(older_of(ada))
    for words in ("（现在的内容：Vera ", THEIRS, WORDS):
        assert words in card.text
    assert card.labels == [said("form-button-newest")]
    assert (await town.content(ROADS, "1")).text == THEIRS
    assert await town.content(ROADS, "2") == EntryContent()
    town.chats[VERA].news()


async def test_what_was_changed_since_and_left_alone_in_the_form_stands(
    town: Town, ada: Chat
) -> None:
    cells = {"H5": "正常推进", "I5": "The bridge is painted."}
    form = filled(await the_form(ada), cells)
    await vera_writes(town)
    offered = await sends(ada, form)
    assert offered.text.startswith(start_of("form-offered", unit=ROADS, month="7月份", count=1))
    await ada.taps("form-button-load", answers=2)
    assert (await town.content(ROADS, "1")).text == THEIRS
    town.chats[VERA].news()


async def test_form_is_refused_at_the_tap_where_a_measure_was_changed_before_it(
    town: Town, ada: Chat
) -> None:
    offered = await sends(ada, filled(await the_form(ada), BOTH))
    await vera_writes(town)
    card = await ada.presses(load_button(offered), on=offered)
    assert card.text.startswith(older_of(ada))
    assert THEIRS in card.text
    assert (await town.content(ROADS, "1")).text == THEIRS
    assert await town.content(ROADS, "2") == EntryContent()
    await ada.presses(load_button(offered), on=offered)
    assert await town.content(ROADS, "2") == EntryContent()
    town.chats[VERA].news()


async def test_form_that_is_outdated_in_more_than_fits_is_one_message(
    sqlite_url: str, tmp_path: Path
) -> None:
    measures = [assigned(str(n), (ROADS, Role.RESPONSIBLE)) for n in range(1, 41)]
    columns = "IJK"

    def long(words: str, rows: range) -> dict[str, str | date]:
        status: dict[str, str | date] = {f"H{row}": "滞后" for row in rows}
        return status | {f"{c}{row}": f"{words}{c}" * 30 for c in columns for row in rows}

    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        older, form = await the_form(ada), await the_form(ada)
        await sends(ada, filled(form, long("先写的", range(4, 24))))
        await ada.taps("form-button-load", answers=2)
        card = await sends(ada, filled(older, long("后写的", range(4, 44))))
        assert card.text.startswith(older_of(ada, 20))
        assert "（另有 " in card.text
        assert len(card.text) <= MESSAGE_LIMIT
        town.reads_all()


async def test_the_form_of_another_unit_is_refused(town: Town, ada: Chat) -> None:
    form = filled(await the_form(ada), GOOD)
    answer = await sends(town.chats[BORIS], form)
    assert answer.text.startswith(start_of("form-of-another", unit=ROADS))
    assert await town.content(ROADS, "1") == EntryContent()


async def test_a_coordinator_fills_in_for_a_unit_and_it_is_marked(town: Town, olga: Chat) -> None:
    form = filled(await the_form(olga, f"/form {ROADS}"), GOOD)
    await sends(olga, form)
    answer = await olga.taps("form-button-load")
    assert answer.text.split("\n") == [
        said("form-taken-on-behalf", unit=ROADS, count=1),
        "",
        said("preview-title", unit=ROADS, month="7月份"),
        "2 项：已完成 0，正常推进 1，滞后 0，未启动 0，未填状态 1。",
        "指标 0 个，问题 0 个，本月无进展 0 项。",
        "须补 1 项",
        "未填：2",
        said("preview-no-phone", name="Ada"),
        TIMES,
        said("behalf-missing", unit=ROADS),
    ]
    assert answer.labels == [said("button-full"), said("behalf-button-form")]
    report = await town.working(ROADS)
    assert report.entries[0].source is EntrySource.ON_BEHALF


async def test_a_form_that_bears_a_mark_leaves_the_chat_and_is_kept_nowhere(
    town: Town, ada: Chat
) -> None:
    form = filled(await the_form(ada), {**GOOD, "I5": "机密★"})
    answer = await sends(ada, form)
    assert answer.text.startswith(start_of("form-held", sheet="填报", cell="I5", mark="机密"))
    assert answer.text.endswith(said("secrecy-held-file"))
    assert (await town.inbox())[-1].body == ""
    assert not [m for m in ada.phone.chat if not m.from_bot and m.document]
    assert await town.content(ROADS, "1") == EntryContent()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [("form.xlsx", b"no workbook", "kind"), ("form.xls", b"\xd0\xcf\x11\xe0" * 200, "old")],
)
async def test_what_is_no_form_is_refused_with_the_way_on(
    ada: Chat, name: str, content: bytes, reason: str
) -> None:
    answer = await sends(ada, content, name)
    assert answer.text == said("form-unreadable", name=name, reason=reason)


async def test_form_that_may_not_be_opened_is_refused_with_the_reason(
    town: Town, ada: Chat
) -> None:
    form = filled(await the_form(ada), GOOD)
    for spoilt, reason in (HOSTILE[name] for name in HOSTILE if name != "xls"):  # may be evidence
        answer = await sends(ada, spoilt(form))
        assert answer.text == said("form-unreadable", name="form.xlsx", reason=reason)
    assert await town.content(ROADS, "1") == EntryContent()


async def test_a_leader_and_a_stranger_get_no_form(town: Town, ada: Chat) -> None:
    form = await the_form(ada)
    stranger = town.person("Mallory", STRANGER)
    assert (await stranger.sends("/form")).text == said("stranger")
    assert (await sends(stranger, form)).text == said("stranger")


async def test_a_filed_report_takes_no_form(town: Town, ada: Chat) -> None:
    form = filled(await the_form(ada), GOOD)
    await ada.files(WORDS)
    town.chats[OLGA].news()
    answer = await sends(ada, form)
    assert answer.text.startswith(closed("filed"))
    await town.moves_to(at(20, 10))
    town.reads_all()
    answer = await sends(ada, form)
    assert answer.text.startswith(closed("locked"))
    assert "重新" not in answer.text


def closed(why: str) -> str:
    return start_of("form-of-closed", unit=ROADS, period="7月份", why=why, by="unit")


async def test_form_of_a_report_before_its_leader_is_taken_once_that_is_taken_back(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await town.joins("Lena", 6_000_000_011, ROADS, ContactKind.LEADER_IN_CHARGE)
    await olga.sends(f"/signing {ROADS} 开")
    town.reads_all()
    await ada.fills(WORDS)
    form = filled(await the_form(ada), {"I4": "Five kilometres are built."})
    await ada.sends("/report")
    await ada.taps("button-preview-file")
    await ada.taps("button-file")
    town.reads_all()
    assert (await sends(ada, form)).text.startswith(closed("signing"))
    asked = await ada.sends("/form")
    assert asked.text == none_open("signing")
    assert asked.document is None
    assert (await olga.sends(f"/form {ROADS}")).text == none_open("signing", "office", ROADS)
    await ada.sends("/report")
    await ada.taps("signing-button-withdraw")
    town.reads_all()
    await sends(ada, form)
    await ada.taps("form-button-load", answers=2)
    assert (await town.content(ROADS, "1")).text == "Five kilometres are built."


def none_open(why: str, by: str = "unit", unit: str = "none") -> str:
    return said("form-none-open", unit=unit, month="none", why=why, by=by)


async def test_office_is_told_to_send_a_filed_report_back_before_it_fills_in_a_form(
    town: Town, ada: Chat, olga: Chat
) -> None:
    form = filled(await the_form(olga, f"/form {ROADS}"), GOOD)
    await ada.files(WORDS)
    town.reads_all()
    assert (await ada.sends("/form")).text == none_open("filed")
    for told in (await sends(olga, form), await olga.sends(f"/form {ROADS}")):
        assert "/return" in told.text
        assert "更正" not in told.text
    await town.moves_to(at(20, 10))
    town.reads_all()
    assert (await ada.sends("/form")).text == none_open("locked")
    assert "/return" in (await sends(olga, form)).text


async def test_the_words_of_a_form_are_taken_once_however_often_it_is_tapped(
    town: Town, ada: Chat
) -> None:
    offered = await sends(ada, filled(await the_form(ada), GOOD))
    load = load_button(offered)
    await ada.taps("form-button-load", answers=2)
    answer = await ada.presses(load, on=offered)
    assert answer.text == said("stale")
    report = await town.report_of(ROADS)

    def entries(session: Session) -> int:
        of_report = select(Entry).where(Entry.report_id == report.id)
        return len(session.exec(of_report.where(Entry.source == EntrySource.WORKBOOK)).all())

    assert await town.reads(entries) == 1


# ── the office files for a unit that cannot (代报) ─────────────────────────────────────────────

WHOLE = {"H4": "正常推进", "I4": WORDS, "H5": "正常推进", "I5": WORDS}


async def imports(olga: Chat, cells: Mapping[str, str | date], unit: str = ROADS) -> Message:
    """The preview that the office gets once it has taken the unit's form."""
    await sends(olga, filled(await the_form(olga, f"/form {unit}"), cells))
    return await olga.taps("form-button-load")


async def test_what_the_office_took_for_a_unit_it_can_file_with_receipt_and_draft(
    town: Town, ada: Chat, olga: Chat
) -> None:
    preview = await imports(olga, WHOLE)
    assert said("preview-nothing-missing") in preview.text
    await olga.taps("button-file", answers=2)
    receipt, draft = olga.phone.chat[-2:]
    assert receipt.text.startswith(said("behalf-filed", unit=ROADS))
    assert draft.document is not None
    (filed,) = await town.revisions(ROADS)
    assert (filed.on_behalf, filed.filed_by) == (True, olga.phone.user.name)
    assert {entry.source for entry in filed.entries} == {EntrySource.ON_BEHALF}
    told = ada.the_news().text
    assert told.startswith(start_of("behalf-told", by=olga.phone.user.name))
    board = await olga.sends("/board")
    assert said("board-on-behalf", count=1, units=ROADS) in board.text
    whole = await olga.does(lambda: receipt_tap(olga, receipt))
    assert WORDS in whole.text


def receipt_tap(olga: Chat, receipt: Message) -> None:
    olga.phone.presses(receipt.buttons[0][0].data or "", message=receipt)


async def test_the_office_corrects_what_it_filed_for_a_unit_by_its_draft_from_word(
    town: Town, olga: Chat
) -> None:
    await imports(olga, WHOLE)
    await olga.taps("button-file", answers=2)
    draft = olga.phone.chat[-1].document
    assert draft is not None
    changed = edited(draft.content, retypes("1.", WORDS, "四公里路面完工"))
    offered = await sends(olga, changed, name="稿.docx")
    assert "四公里路面完工" in offered.text
    asked = await olga.taps("word-button-take")
    assert said("ask-correction-reason", revision="1") in asked.text
    preview = await olga.sends("数字核实后更正", answers=2)
    assert said("word-taken", count=1) in preview.text
    await olga.taps("button-file", answers=3)
    town.reads_all()
    _, second = await town.revisions(ROADS)
    assert second.on_behalf
    assert second.entries[0].content.text == "四公里路面完工"
    assert second.correction_reason == "数字核实后更正"


async def test_the_office_files_nothing_of_a_unit_before_all_is_there(
    town: Town, olga: Chat
) -> None:
    preview = await imports(olga, GOOD)
    assert said("behalf-missing", unit=ROADS) in preview.text
    assert said("button-file") not in olga.labels
    preview = await olga.sends("谢谢")
    assert preview.text.startswith(said("behalf-words-not-kept", said="谢谢"))
    report = await town.report_of(ROADS)
    press = Press(Action.BEHALF_FILE, report.id, version=report.version)
    await olga.presses(press.data())
    assert olga.toast == said("report-changed-meanwhile")
    assert await town.revisions(ROADS) == []


async def test_what_changed_since_the_office_looked_is_shown_before_it_files(
    town: Town, ada: Chat, olga: Chat
) -> None:
    await imports(olga, WHOLE)
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    await ada.sends("Four kilometres are built.")
    ada.news()
    olga.news()
    await olga.taps("button-file")
    assert olga.toast == said("report-changed-meanwhile")
    assert await town.revisions(ROADS) == []
    await olga.taps("button-file", answers=2)
    assert ada.news()[0].text.startswith(start_of("behalf-told", by=olga.phone.user.name))
    (filed,) = await town.revisions(ROADS)
    assert "Four kilometres are built." in filed.entries[0].content.text


async def test_nobody_but_the_office_files_on_behalf(town: Town, ada: Chat, olga: Chat) -> None:
    await imports(olga, WHOLE)
    report = await town.report_of(ROADS)
    actions = (
        Action.BEHALF,
        Action.BEHALF_TEXT,
        Action.BEHALF_FORM,
        Action.BEHALF_WHY,
        Action.BEHALF_FILE,
    )
    for action in actions:
        for chat in (ada, town.chats[BORIS]):
            answer = await chat.presses(Press(action, report.id, version=report.version).data())
            assert answer.text == said("not-allowed"), action
    assert await town.revisions(ROADS) == []


async def test_one_reason_of_the_office_explains_all_that_is_doubtful(
    town: Town, olga: Chat
) -> None:
    await imports(olga, {**WHOLE, "H4": "已完成", "H5": "已完成"})
    assert said("button-file") not in olga.labels
    assert said("behalf-missing-or-doubtful", unit=ROADS) in olga.phone.chat[-1].text
    asked = await olga.sends("The paper was seen.")
    assert asked.text.startswith(said("behalf-words-ask", said="The paper was seen."))
    await olga.taps("button-back-to-preview")
    asked = await olga.taps("behalf-button-explain")
    assert asked.text.count(said("doubt-no-evidence")) == 2
    refused = await olga.sends("59")
    assert refused.text.startswith(said("answer-number-only", said="59"))
    refused = await olga.sends("情况属实。")
    assert refused.text.startswith(said("answer-reason-missing"))
    await olga.sends("The paper was seen by the office.")
    await olga.taps("button-file", answers=2)
    (filed,) = await town.revisions(ROADS)
    town.reads_all()
    reasons = [one.reason for entry in filed.entries for one in entry.content.explanations]
    assert reasons == ["The paper was seen by the office."] * 2


async def test_where_a_leader_signs_the_office_says_that_it_was_signed_on_paper(
    town: Town, olga: Chat
) -> None:
    await olga.sends(f"/signing {ROADS} on")
    await imports(olga, WHOLE)
    asked = await olga.taps("button-file")
    assert asked.text == f"{said('behalf-paper', unit=ROADS)}\n{TIMES}"
    assert await town.revisions(ROADS) == []
    await olga.taps("behalf-button-paper", answers=2)
    (filed,) = await town.revisions(ROADS)
    town.reads_all()
    assert filed.signed_on_paper
    assert filed.signed_by


async def test_a_returned_report_is_filed_on_behalf_once_more(town: Town, olga: Chat) -> None:
    await imports(olga, WHOLE)
    await olga.taps("button-file", answers=2)
    await olga.sends(f"/return {ROADS} Please say more.")
    await imports(olga, {"I4": "Five kilometres are built."})
    await olga.taps("button-file", answers=3)
    town.reads_all()
    assert [filed.revision for filed in await town.revisions(ROADS)] == [1, 2]


async def test_the_month_of_a_form_can_be_named(olga: Chat) -> None:
    assert await the_form(olga, f"/form {ROADS} 2022-07")
    answer = await olga.sends(f"/form {ROADS} 2022-06")
    assert answer.text == said(
        "form-none-open", unit=ROADS, month="2022年6月份", why="none", by="office"
    )
    assert (await olga.sends("/form Rivers")).text == start_of("office-unit-unknown", name="Rivers")


@pytest.mark.parametrize("month", ["6月", "6月份", "六月", "2022年6月", "2022-06", "June"])
async def test_month_that_is_not_open_is_said_and_no_other_handed_out(
    ada: Chat, month: str
) -> None:
    answer = await ada.sends(f"/form {month}")
    assert answer.text == said(
        "form-none-open", unit="none", month="2022年6月份", why="none", by="unit"
    )
    assert answer.document is None


@pytest.mark.parametrize("name", [WATER, "Rivers", "the water people"])
async def test_form_of_another_unit_is_told_to_be_none_of_ones_own(ada: Chat, name: str) -> None:
    await calls(ada.office, WATER, "the water people")
    answer = await ada.sends(f"/form {name}")
    assert answer.text == said("form-not-own", name=name, units=ROADS)
    assert answer.document is None
    answer = await ada.sends(f"/form {name} 7月")
    assert answer.text == said("form-not-own", name=name, units=ROADS)


async def test_liaison_may_name_the_own_unit_by_any_of_its_names(ada: Chat) -> None:
    await calls(ada.office, ROADS, "the road people")
    for name in (ROADS, "the road people", f"{ROADS} 7月"):
        assert await the_form(ada, f"/form {name}")


async def calls(town: Town, unit: str, alias: str) -> None:
    """The unit has that name, too."""

    def named(session: Session) -> None:
        found = unit_named(session, town.desk.office_id, unit)
        assert found is not None
        session.add(UnitAlias(office_id=found.office_id, unit_id=found.id, name=alias))

    await town.reads(named)


async def test_month_of_a_form_can_be_named_as_it_is_spoken(ada: Chat, olga: Chat) -> None:
    assert await the_form(ada, "/form 7月")
    assert await the_form(olga, f"/form {ROADS} 7月份")


@pytest.mark.parametrize(
    "consent", ["对的，导入吧", "好的导入", "可以，导入", "确认导入", "没问题，请导入。"]
)
async def test_consent_that_is_typed_takes_the_form(town: Town, ada: Chat, consent: str) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await sends(ada, filled(await the_form(ada), GOOD))
    await ada.sends(consent, answers=2)
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK, WORDS)


async def test_form_says_of_which_of_two_open_months_it_is(town: Town, ada: Chat) -> None:
    form = filled(await the_form(ada), GOOD)
    await town.passes(at(31, month=8), every=timedelta(days=7))
    town.reads_all()
    offered = await sends(ada, form)
    assert offered.text.startswith(start_of("form-offered", unit=ROADS, month="7月份", count=1))
    assert said("form-other-month", month="7月份", other="8月份") in offered.text
    await ada.taps("form-button-load", answers=2)
    assert (await town.content(ROADS, "1", JULY)).text == WORDS
    assert (await town.content(ROADS, "1", AUGUST)).text == ""


async def test_form_is_put_away_by_words(town: Town, ada: Chat) -> None:
    await sends(ada, filled(await the_form(ada), GOOD))
    answer = await ada.sends("那就放弃吧")
    assert answer.text.startswith(said("cli-form-not-imported"))


async def test_words_that_only_name_the_form_are_no_consent(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await sends(ada, filled(await the_form(ada), GOOD))
    await ada.sends("导入企业数据3家")
    assert (await town.content(ROADS, "1")).text != WORDS
