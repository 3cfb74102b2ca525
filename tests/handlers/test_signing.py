"""The leader signs before a report is filed, where it is set so; or sends it back with a word."""

import pytest
from sqlmodel import Session, select

from dialog.press import Action, Press
from models.cycles import Revision
from models.exempting import take_effect
from models.exemptions import Exemption
from models.signing import Signing
from sandbox import Message as Seen
from tests.chat import TIMES, Chat, Town, said
from tests.factories import at
from tests.handlers.test_goes_on_after_a_kill import Deed, does
from tests.models.samples import ADA, BORIS, JULY, OLGA, ROADS, WATER
from tests.reports.paper import paragraphs_of
from texts import plain
from vocabulary.terms import ContactKind, ReportState, SigningEnd

LENA, HUGO, EVA = 6_000_000_011, 6_000_000_012, 6_000_000_013


@pytest.fixture
async def signed_town(plain_town: Town) -> Town:
    """Lena is the leader in charge of Roads, whose reports she signs."""
    await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.chats[OLGA].sends(f"/signing {ROADS} 开")
    plain_town.reads_all()
    return plain_town


async def sent(town: Town, words: str = "All is well so far.") -> tuple[Chat, Chat, Seen]:
    """Ada has sent July to be signed: she, Lena, and the card that lies before Lena."""
    ada, lena = town.chats[ADA], town.chats[LENA]
    await ada.fills(words)
    await ada.taps("button-file")
    _, draft = sorted(lena.news(), key=lambda one: one.document is not None)
    assert draft.document is not None
    return ada, lena, lena.card


async def endings(town: Town) -> list[SigningEnd | None]:
    def look(session: Session) -> list[SigningEnd | None]:
        return [row.end for row in session.exec(select(Signing).order_by("id"))]

    return await town.reads(look)


async def test_what_the_leader_signs_is_filed_with_both_names(signed_town: Town) -> None:
    ada, lena, card = await sent(signed_town)
    report = await signed_town.report_of(ROADS)
    assert (report.state, report.signing) == (ReportState.SIGNING, True)
    assert said("signing-sent", names="Lena") in ada.card.text
    assert said("signing-how") in card.text
    draft = lena.phone.chat[-1].document or lena.phone.chat[-2].document
    assert draft is not None
    assert "（送审稿）" in draft.name
    assert "（送审稿）" in paragraphs_of(draft.content)
    assert await signed_town.revisions(ROADS) == []
    await lena.taps("signing-button-sign")
    assert lena.toast == plain("zh-CN", "signing-signed-short")
    (filed,) = await signed_town.revisions(ROADS)
    assert (filed.filed_by, filed.signed_by, filed.signed_on_paper) == ("Ada", "Lena", False)
    assert filed.receipt == "2022-07-0001"
    receipt, document = ada.news()
    assert filed.receipt in receipt.text
    assert document.document is not None
    lines = paragraphs_of(document.document.content)
    assert "签发人：Lena" in lines
    assert any("拟稿人兼联系人：Ada" in line for line in lines)
    assert "（送审稿）" not in lines

    def look(session: Session) -> list[tuple[bool, bool]]:
        rows = session.exec(select(Revision))
        return [(row.filed_by_id != row.signed_by_id, row.signed_by_id is not None) for row in rows]

    assert await signed_town.reads(look) == [(True, True)]
    signed_town.reads_all()


async def test_the_leaders_word_brings_it_back_and_is_no_return_of_the_office(
    signed_town: Town,
) -> None:
    ada, lena, _ = await sent(signed_town)
    await lena.taps("signing-button-back")
    await lena.sends("第1项请写明公里数。")
    word, _ = ada.news()
    assert "第1项请写明公里数" in word.text
    report = await signed_town.report_of(ROADS)
    assert (report.state, report.signing) == (ReportState.FILLING, False)
    assert not (await signed_town.working(ROADS)).return_reason
    await ada.taps("button-preview-file")
    await ada.taps("button-file")
    lena.news()
    await lena.taps("signing-button-sign")
    assert len(await signed_town.revisions(ROADS)) == 1
    assert await endings(signed_town) == [SigningEnd.SENT_BACK, SigningEnd.SIGNED]
    signed_town.reads_all()


async def test_words_and_files_of_the_leader_sign_nothing_and_are_answered_with_what_lies_there(
    signed_town: Town,
) -> None:
    ada, lena, card = await sent(signed_town)
    sign, back = (plain("zh-CN", f"signing-button-{what}") for what in ("sign", "back"))
    told = await lena.sends("/help")
    assert said("help-leader-signs") in told.text
    assert said("help-leader") not in told.text
    told = await lena.sends("同意。")
    assert told.text.startswith(said("signing-by-words"))
    assert card.text in told.text
    assert [one.text for one in told.buttons[0]] == [sign, back]
    told = await lena.does(lambda: lena.phone.sends_document("report.docx", b"anything"))
    assert told.text.startswith(said("signing-no-file"))
    assert [one.text for one in told.buttons[0]] == [sign, back]
    told = await lena.sends("第1项不对，改成八公里")
    assert said("signing-remark", remark="第1项不对，改成八公里") in told.text
    assert await endings(signed_town) == [None]
    await lena.taps("signing-button-back-so")
    word, _ = ada.news()
    assert "第1项不对，改成八公里" in word.text
    assert await endings(signed_town) == [SigningEnd.SENT_BACK]
    told = await lena.sends("同意")
    assert said("help-leader-signs") in told.text
    signed_town.reads_all()


async def test_nothing_changes_while_it_lies_before_the_leader_until_it_is_taken_back(
    signed_town: Town,
) -> None:
    ada, lena, card = await sent(signed_town)
    stale = next(one.data for row in card.buttons for one in row if one.data)
    before = await signed_town.content(ROADS, "1")
    await ada.sends("1 滞后：something else")
    assert await signed_town.content(ROADS, "1") == before
    await ada.sends("/report")
    await ada.taps("signing-button-withdraw")
    assert (await signed_town.report_of(ROADS)).state is ReportState.FILLING
    lena.news()
    await lena.presses(stale)
    over = said("signing-over", unit=ROADS, month="7月份")
    assert f"{over}\n{TIMES}" in lena.phone.chat[-1].text
    assert await signed_town.revisions(ROADS) == []
    signed_town.reads_all()


async def test_a_correction_is_signed_too(signed_town: Town) -> None:
    ada, lena, _ = await sent(signed_town)
    await lena.taps("signing-button-sign")
    ada.news()
    await ada.taps("button-correct")
    await ada.sends("A slip.")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    await ada.sends("Something more was done.")
    await ada.taps("button-file")
    report = await signed_town.report_of(ROADS)
    assert (report.state, report.correcting, report.signing) == (ReportState.FILED, True, True)
    lena.news()
    await lena.taps("signing-button-sign")
    assert [one.revision for one in await signed_town.revisions(ROADS)] == [1, 2]
    signed_town.reads_all()


async def test_what_lies_before_the_leader_is_not_to_be_filled_in_and_the_board_says_so(
    signed_town: Town,
) -> None:
    ada, lena, _ = await sent(signed_town)
    await ada.sends("/status")
    assert said("standing-button-look", unit=ROADS, month="none") in ada.labels
    assert said("standing-button-go-on", unit=ROADS, month="none") not in ada.labels
    board = await signed_town.chats[OLGA].sends("/board")
    assert said("board-signing", count=1, units=ROADS) in board.text
    lena.news()
    await lena.taps("signing-button-sign")
    board = await signed_town.chats[OLGA].sends("/board")
    assert said("board-signing", count=1, units=ROADS) not in board.text
    signed_town.reads_all()


async def test_only_a_leader_of_the_unit_signs_and_a_second_tap_signs_nothing(
    signed_town: Town,
) -> None:
    hugo = await signed_town.joins("Hugo", HUGO, WATER, ContactKind.HEAD)
    eva = await signed_town.joins("Eva", EVA, ROADS, ContactKind.HEAD)
    _, lena, card = await sent(signed_town)
    data = next(one.data for row in card.buttons for one in row if one.data)
    for stranger in (hugo, signed_town.chats[BORIS], signed_town.chats[ADA]):
        stranger.news()
        await stranger.presses(data)
        assert "没有这项操作的权限" in stranger.phone.chat[-1].text
    assert await signed_town.revisions(ROADS) == []
    await eva.sends("/status")
    await eva.taps("signing-button-open", unit=ROADS)
    await eva.taps("signing-button-sign")
    assert [one.signed_by for one in await signed_town.revisions(ROADS)] == ["Eva"]
    lena.news()
    await lena.presses(data)
    assert len(await signed_town.revisions(ROADS)) == 1
    signed_town.reads_all()


async def test_where_no_leader_can_be_reached_paper_is_signed_and_the_office_told(
    plain_town: Town,
) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await olga.sends(f"/signing {ROADS} 开")
    assert ada.the_news().text == said("signing-told-writer", unit=ROADS, names="none")
    await ada.fills()
    asked = await ada.taps("button-file")
    assert f"{said('signing-nobody', unit=ROADS, names='none')}\n{TIMES}" in asked.text
    assert "/signing" in olga.the_news().text
    assert (await plain_town.report_of(ROADS)).state is ReportState.FILLING
    await ada.taps("signing-button-paper", answers=2)
    (filed,) = await plain_town.revisions(ROADS)
    assert (filed.signed_by, filed.signed_on_paper) == (
        plain("zh-CN", "signing-leader-unknown"),
        True,
    )
    plain_town.reads_all()


async def test_what_the_office_wants_no_more_is_not_signed(signed_town: Town) -> None:
    _, lena, _ = await sent(signed_town)
    report = await signed_town.report_of(ROADS)

    def exempt(session: Session) -> None:
        exemption = Exemption(
            office_id=report.office_id,
            plan_id=1,
            unit_id=report.unit_id,
            measure="1",
            first_period=JULY,
            last_period=JULY,
            reason="put off",
            given_at=at(2),
        )
        session.add(exemption)
        session.flush()
        take_effect(session, exemption, now=at(2))

    await signed_town.reads(exempt)
    await lena.taps("signing-button-sign")
    assert await signed_town.revisions(ROADS) == []
    assert await endings(signed_town) == [SigningEnd.CHANGED]
    signed_town.reads_all()


async def test_leader_and_liaison_read_what_is_asked_of_them_once_it_is_set(
    plain_town: Town,
) -> None:
    await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.joins("Lena", LENA, ROADS, ContactKind.DEPUTY)
    plain_town.reads_all()
    ada, lena, olga = (plain_town.chats[one] for one in (ADA, LENA, OLGA))
    await olga.sends(f"/signing {ROADS} 开")
    assert lena.the_news().text == said("signing-told-leader", unit=ROADS)
    assert ada.the_news().text == said("signing-told-writer", unit=ROADS, names="Lena")
    await olga.sends(f"/signing {ROADS} 开")
    plain_town.chats[BORIS].expects_nothing_more()
    ada.expects_nothing_more()
    lena.expects_nothing_more()


async def test_nobody_else_is_asked_to_have_anything_signed(signed_town: Town) -> None:
    boris, olga = signed_town.chats[BORIS], signed_town.chats[OLGA]
    await boris.files()
    assert [one.signed_by for one in await signed_town.revisions(WATER)] == [""]
    told = await olga.sends("/signing")
    assert ROADS in told.text
    await olga.sends(f"/signing {ROADS} 关")
    ada, lena = signed_town.chats[ADA], signed_town.chats[LENA]
    over = said("signing-told-off", unit=ROADS)
    assert [chat.the_news().text for chat in (ada, lena)] == [over, over]
    await ada.files()
    assert [one.signed_by for one in await signed_town.revisions(ROADS)] == [""]
    await ada.presses(Press(Action.SIGN_WITHDRAW, (await signed_town.report_of(ROADS)).id).data())
    signed_town.reads_all()


async def test_the_leader_is_reminded_until_it_is_signed(signed_town: Town) -> None:
    _, lena, _ = await sent(signed_town)
    await signed_town.moves_to(at(2, 9, 30))
    asked = next(one for one in lena.news() if "待您签发" in one.text)
    assert ROADS in asked.text
    why = await signed_town.chats[OLGA].sends(f"/why {ROADS}")
    assert "待签发提醒" in why.text
    await lena.taps("signing-button-open", unit=ROADS)
    await lena.taps("signing-button-sign", answers=2)
    (marked,) = [one for one in lena.phone.chat if one.message_id == asked.message_id]
    assert marked.text.split("\n")[-1] == said(
        "signing-signed", unit=ROADS, month="7月份", by="Lena"
    )
    assert marked.labels == []
    signed_town.reads_all()
    await signed_town.moves_to(at(3, 12))
    assert not [one for one in lena.news() if "待您签发" in one.text]
    signed_town.reads_all()


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("signing-button-back", said("signing-sent-back", unit=ROADS, month="7月份", by="Lena")),
        ("signing-button-withdraw", said("signing-withdrawn", unit=ROADS, month="7月份")),
    ],
)
async def test_reminder_of_what_waits_no_more_says_so(
    signed_town: Town, key: str, line: str
) -> None:
    ada, lena, _ = await sent(signed_town)
    await signed_town.moves_to(at(2, 9, 30))
    asked = next(one for one in lena.news() if "待您签发" in one.text)
    signed_town.reads_all()
    if key == "signing-button-back":
        await lena.taps(key)
        await lena.sends("Name the kilometres.", answers=2)
    else:
        await ada.taps(key)
    (marked,) = [one for one in lena.phone.chat if one.message_id == asked.message_id]
    assert marked.text.split("\n")[-1] == line
    assert marked.labels == []
    signed_town.reads_all()


TO_AND_FRO: tuple[tuple[int, Deed], ...] = (
    (ADA, ("tap", "button-file")),
    (LENA, ("tap", "signing-button-back")),
    (LENA, ("say", "Name the kilometres.")),
    (ADA, ("tap", "button-preview-file")),
    (ADA, ("tap", "button-file")),
    (LENA, ("tap", "signing-button-sign")),
)
"""Sent to be signed, sent back with a word, sent again and signed."""


@pytest.mark.long
@pytest.mark.parametrize(
    "moment", ["before handling", "between commit and sending", "after sending"]
)
async def test_a_kill_between_any_two_taps_signs_once_and_loses_no_word(
    signed_town: Town, moment: str
) -> None:
    town = signed_town
    ada, lena = town.chats[ADA], town.chats[LENA]
    await ada.fills("All is well so far.")
    town.reads_all()
    for user_id, deed in TO_AND_FRO:
        does(town.chats[user_id], deed)
        if moment == "before handling":
            await town.app.parts.poller.poll(wait=False)
        elif moment == "between commit and sending":
            await town.receives()
        else:
            await town.steps()
        await town.kill()
        await town.steps()
    assert await endings(town) == [SigningEnd.SENT_BACK, SigningEnd.SIGNED]
    (filed,) = await town.revisions(ROADS)
    assert (filed.filed_by, filed.signed_by) == ("Ada", "Lena")
    words = [message.text for message in ada.phone.chat if "Name the kilometres." in message.text]
    assert len(words) == 1
    shown = [message.document.name for message in lena.phone.chat if message.document]
    assert ["（送审稿）" in name for name in shown] == [True, True]
    assert sum(filed.receipt in message.text for message in ada.phone.chat) == 1
    assert [row.incident for row in await town.inbox() if row.incident] == []
    town.reads_all()


async def test_words_for_two_measures_wait_each_at_its_own_while_the_report_is_to_be_signed(
    signed_town: Town,
) -> None:
    ada, _, _ = await sent(signed_town)
    await ada.sends("1项漏报一家")
    card = await ada.sends("2项再补一句：局党组专题研究")
    told = said("together-signing", number="2", words="2项再补一句：局党组专题研究")
    assert told in card.text
    await ada.taps("held-button-drop")
    card = await ada.taps("held-button-show")
    assert said("together-signing", number="1", words="1项漏报一家") in card.text
