"""What changes a filed report waits for the reason of its correction, whatever is in between."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from sandbox import Message
from tests.chat import LOCKS, Chat, Town, said, start_of
from tests.factories import at
from tests.handlers.test_evidence import evidence, photo
from tests.models.samples import ADA, OLGA, ROADS
from vocabulary.terms import ContactKind

WHY = "数字写错了。"

WAS, NOW = "发放贷款860万元。", "发放贷款890万元。"

Deed = Callable[[Chat], Awaitable[str]]
Begins = Callable[[Chat], Awaitable[Message]]


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


async def gives_phone(ada: Chat) -> str:
    await ada.sends("/phone")
    return (await ada.sends("13900001111")).text


async def gives_phone_at_once(ada: Chat) -> str:
    return (await ada.sends("/phone 13900001111")).text


async def leaves_absence(ada: Chat) -> str:
    await ada.sends("/away")
    return (await ada.sends("/cancel")).text


async def leaves_absence_by_tap(ada: Chat) -> str:
    await ada.sends("/away")
    return (await ada.taps("away-button-no", answers=2)).text


@pytest.mark.parametrize(
    "aside", [gives_phone, gives_phone_at_once, leaves_absence, leaves_absence_by_tap]
)
async def test_reason_of_a_correction_is_asked_again_after_what_was_asked_beside_it(
    plain_town: Town, ada: Chat, aside: Deed
) -> None:
    await ada.files()
    await ada.taps("button-correct")
    shown = await aside(ada)
    assert shown.endswith(said("ask-correction-reason", revision="1"))
    await ada.sends(WHY)
    report = await plain_town.report_of(ROADS)
    assert (report.correcting, report.correction_reason) == (True, WHY)


async def goes_to_the_list(ada: Chat) -> None:
    await ada.sends("目录")


async def asks_for_the_report(ada: Chat) -> None:
    await ada.sends("/report")


async def asks_how_it_stands(ada: Chat) -> None:
    await ada.sends("/status")


async def filed_and_edited(ada: Chat) -> Message:
    """The message is edited after filing: what would change is shown, and the reason asked."""
    await ada.sends("/report")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends(f"1 正常推进 {WAS}")))
    await ada.files(WAS)
    return await ada.does(lambda: ada.phone.edits(mine[0], f"1 正常推进 {NOW}"))


async def filed_and_put_right(ada: Chat) -> Message:
    """The same by words with the number of the measure."""
    await ada.sends("/report")
    await ada.sends(f"1 正常推进 {WAS}")
    await ada.files(WAS)
    return await ada.sends("1项应该是890万元")


@pytest.mark.parametrize("begins", [filed_and_edited, filed_and_put_right])
@pytest.mark.parametrize(
    "leaves",
    [goes_to_the_list, asks_for_the_report, asks_how_it_stands, gives_phone, leaves_absence],
)
async def test_change_of_what_is_filed_is_in_the_correction_whenever_its_reason_is_given(
    plain_town: Town, ada: Chat, begins: Begins, leaves: Callable[[Chat], Awaitable[object]]
) -> None:
    shown = await begins(ada)
    assert said("otherwise-text", was=WAS, now=NOW) in shown.text
    await leaves(ada)
    card = await ada.sends("/report")
    assert said("change-button-show") in card.labels
    assert start_of("change-waits", number="1") in card.text
    asked = await ada.sends("更正")
    assert said("otherwise-text", was=WAS, now=NOW) in asked.text
    assert asked.text.endswith(said("ask-correction-reason", revision="1"))
    shown = await ada.sends(WHY)
    assert said("change-taken", number="1") in shown.text
    assert "消息已修改" not in shown.text
    assert (await plain_town.content(ROADS, "1")).text == NOW
    card = await ada.sends("/report")
    assert said("change-button-show") not in card.labels


@pytest.mark.parametrize("off", ["取消", "/cancel", "不改了"])
async def test_change_that_is_called_off_where_the_reason_is_asked_is_said_to_be_given_up(
    plain_town: Town, ada: Chat, off: str
) -> None:
    await filed_and_edited(ada)
    card = await ada.sends(off)
    assert said("change-dropped", number="1", words=f"1 正常推进 {NOW}") in card.text
    await ada.taps("button-correct")
    await ada.sends(WHY)
    assert (await plain_town.content(ROADS, "1")).text == WAS


async def test_second_change_waits_beside_the_first(plain_town: Town, ada: Chat) -> None:
    await filed_and_put_right(ada)
    await ada.sends("目录")
    asked = await ada.sends("2项应该是890万元")
    assert said("edit-opens-correction", number="1") in asked.text
    assert said("edit-opens-correction", number="2") in asked.text
    await ada.sends(WHY)
    texts = [(await plain_town.content(ROADS, number)).text for number in ("1", "2")]
    assert texts == [NOW, NOW]


async def test_change_waits_while_a_colleague_corrects_and_one_tap_takes_it_in(
    plain_town: Town, ada: Chat
) -> None:
    vera = await plain_town.joins("Vera", 6_000_000_001, ROADS, ContactKind.DEPUTY)
    await filed_and_edited(ada)
    await ada.sends("目录")
    plain_town.reads_all()
    await vera.sends("/report")
    await vera.taps("button-correct")
    await vera.sends("另有更正。")
    plain_town.reads_all()
    await ada.sends("/report")
    shown = await ada.taps("change-button-show")
    assert said("otherwise-text", was=WAS, now=NOW) in shown.text
    assert (await plain_town.content(ROADS, "1")).text == NOW
    plain_town.reads_all()


async def test_change_goes_to_the_successor_who_is_told_of_it(plain_town: Town, ada: Chat) -> None:
    await filed_and_edited(ada)
    link = re.search(r"start=(\S+)", (await ada.sends("/handover")).text)
    assert link is not None
    nina = plain_town.person("Nina", 6_000_000_002)
    nina.phone.starts(link[1])
    await plain_town.steps()
    what = said("waits-on-change", count=1)
    assert said("waits-on-yours", before="Ada", what=what) in [m.text for m in nina.news()]
    assert said("waits-on-passed", name="Nina", what=what) in "\n".join(m.text for m in ada.news())
    await nina.sends("/report")
    asked = await nina.taps("change-button-show")
    assert said("otherwise-text", was=WAS, now=NOW) in asked.text
    await nina.sends(WHY)
    assert (await plain_town.content(ROADS, "1")).text == NOW
    plain_town.reads_all()


async def test_change_without_a_reason_is_given_back_at_the_lock(
    plain_town: Town, ada: Chat
) -> None:
    await filed_and_edited(ada)
    await ada.sends("目录")
    plain_town.reads_all()
    await plain_town.passes(LOCKS, every=timedelta(days=1))
    head = said("change-returned", month="7月份")
    (told,) = [m for m in ada.news() if m.text.startswith(head)]
    assert NOW in told.text
    card = await ada.sends("/report")
    assert said("change-button-show") not in card.labels
    plain_town.reads_all()


# ── while it lies before the leader ────────────────────────────────────────────────────────────


@pytest.fixture
async def signed(plain_town: Town) -> Chat:
    """Ada has sent July to Lena, who signs for Roads; her own message told measure 1."""
    await plain_town.joins("Lena", 6_000_000_011, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.chats[OLGA].sends(f"/signing {ROADS} 开")
    plain_town.reads_all()
    ada = plain_town.chats[ADA]
    await ada.sends("/report")
    await ada.sends(f"1 正常推进 {WAS}")
    await ada.fills(WAS)
    await ada.taps("button-file")
    plain_town.reads_all()
    return ada


def is_led_to_take_it_back(card: Message) -> None:
    assert "待签发" in card.text
    assert "［撤回修改］" in card.text
    assert said("signing-button-withdraw") in card.labels
    assert "更正第" not in card.text
    assert "已经报送" not in card.text


@pytest.mark.parametrize(
    "words", ["1 新增网点2个。", "1. 新增网点2个。\n2. 新增网点3个。", "第1项新增网点2个。"]
)
async def test_words_for_a_measure_that_lies_before_the_leader_wait_until_it_is_taken_back(
    plain_town: Town, signed: Chat, words: str
) -> None:
    is_led_to_take_it_back(await signed.sends(words))
    await signed.sends("补充一句：另有1个在建。")
    assert said("signing-button-withdraw") in (await signed.sends("/report")).labels
    await signed.taps("signing-button-withdraw")
    plain_town.reads_all()
    shown = "\n".join(m.text for m in signed.phone.chat[-3:])
    assert "新增网点2个" in shown
    assert "另有1个在建" in shown


@pytest.mark.parametrize("how", ["edit", "1项应该是890万元", "更正1", "reply"])
async def test_change_of_what_lies_before_the_leader_is_made_when_it_is_taken_back(
    plain_town: Town, signed: Chat, how: str
) -> None:
    mine = next(m for m in signed.phone.chat if m.text == f"1 正常推进 {WAS}")
    deeds: dict[str, Callable[[], object]] = {
        "edit": lambda: signed.phone.edits(mine, f"1 正常推进 {NOW}"),
        "reply": lambda: signed.phone.sends(f"改成：{NOW}", reply_to=mine),
    }
    card = await signed.does(deeds.get(how) or (lambda: signed.phone.sends(how)))
    is_led_to_take_it_back(card)
    shown = await signed.taps("signing-button-withdraw")
    assert said("signing-withdrawn-own") in shown.text
    plain_town.reads_all()
    if how != "更正1":
        assert (await plain_town.content(ROADS, "1")).text == NOW


@pytest.mark.parametrize("caption", ["1 签约照片", "1 新增网点2个。"])
async def test_photo_for_a_measure_that_lies_before_the_leader_is_its_evidence_afterwards(
    plain_town: Town, signed: Chat, caption: str
) -> None:
    signed.phone.sends_photo(photo(), caption=caption)
    await plain_town.answers()
    told = signed.news()
    is_led_to_take_it_back(told[-1])
    assert "已经报送" not in "\n".join(m.text for m in told)
    await signed.sends("/report")
    signed.phone.taps(said("signing-button-withdraw"))
    await plain_town.answers()
    plain_town.reads_all()
    assert len(await evidence(plain_town, "1")) == 1


@pytest.mark.parametrize("caption", ["1 签约照片", "1 新增网点2个。"])
async def test_photo_that_waits_with_its_number_is_evidence_when_the_leader_sends_the_report_back(
    plain_town: Town, signed: Chat, caption: str
) -> None:
    signed.phone.sends_photo(photo(), caption=caption)
    await plain_town.answers()
    signed.news()
    listed = await signed.sends("/report")
    assert start_of("evidence-waits-of-signing").strip() in listed.text
    assert said("evidence-waits-of-signing", files="*", number="1").partition("*")[2] in listed.text
    await sends_back(plain_town)
    word, card = signed.news()
    assert WORD in word.text
    (name,) = await evidence(plain_town, "1")
    assert name in word.text
    told = said("evidence-waits-of-signing", files="*", number="1").partition("*")[2]
    assert told not in card.text
    plain_town.reads_all()


async def test_photo_without_a_number_waits_while_it_lies_before_the_leader_and_is_asked_about(
    plain_town: Town, signed: Chat
) -> None:
    signed.phone.sends_photo(photo(), caption="现场")
    await plain_town.answers()
    told = signed.news()
    is_led_to_take_it_back(told[-1])
    assert await evidence(plain_town, "1") == []
    signed.phone.taps(said("signing-button-withdraw"))
    await plain_town.answers()
    assert "现场.jpg" in signed.news()[-1].text
    signed.phone.taps("1")
    await plain_town.answers()
    plain_town.reads_all()
    assert len(await evidence(plain_town, "1")) == 1


async def test_words_of_a_helper_wait_while_it_lies_before_the_leader(
    plain_town: Town, signed: Chat
) -> None:
    hana = await plain_town.asks_for_help("Hana", 6_000_000_012, ROADS, "1")
    card = await hana.sends("1 新增网点2个。")
    assert start_of("together-signing") in card.text
    assert "新增网点2个。" in card.text
    assert "已经报送" not in card.text
    assert (await plain_town.content(ROADS, "1")).text == WAS
    plain_town.reads_all()
    await sends_back(plain_town)
    plain_town.reads_all()
    await hana.sends("/report")
    await hana.taps("held-button-show")
    await hana.taps("collision-button-after")
    assert (await plain_town.content(ROADS, "1")).text == f"{WAS}\n新增网点2个。"
    plain_town.reads_all()


async def test_words_about_the_leader_say_that_the_report_lies_before_them(
    plain_town: Town, signed: Chat
) -> None:
    card = await signed.sends("催一下局长")
    assert card.text.startswith(said("report-before-leader"))
    assert said("signing-button-withdraw") in card.labels
    plain_town.reads_all()


async def signs(town: Town) -> None:
    lena = town.chats[6_000_000_011]
    lena.phone.taps(said("signing-button-sign"))
    await town.answers()
    lena.news()


@pytest.mark.parametrize("how", ["edit", "1项应该是890万元"])
async def test_receipt_of_what_the_leader_signed_names_the_change_that_is_not_in_it(
    plain_town: Town, signed: Chat, how: str
) -> None:
    mine = next(m for m in signed.phone.chat if m.text == f"1 正常推进 {WAS}")
    if how == "edit":
        await signed.does(lambda: signed.phone.edits(mine, f"1 正常推进 {NOW}"))
    else:
        await signed.sends(how)
    await signs(plain_town)
    receipt, _ = signed.news()
    assert start_of("change-waits", number="1") in receipt.text
    assert said("change-button-show") in receipt.labels
    asked = await signed.taps("change-button-show")
    assert said("otherwise-text", was=WAS, now=NOW) in asked.text
    await signed.sends(WHY)
    assert (await plain_town.content(ROADS, "1")).text == NOW
    plain_town.reads_all()


async def test_photo_of_a_colleague_is_placed_by_one_tap_when_the_leader_has_sent_it_back(
    plain_town: Town, signed: Chat
) -> None:
    dan = await plain_town.joins("Dan", 6_000_000_019, ROADS, ContactKind.DEPUTY)
    plain_town.reads_all()
    dan.phone.sends_photo(photo(), caption="1 签约照片")
    await plain_town.answers()
    dan.news()
    await sends_back(plain_town)
    plain_town.reads_all()
    card = await dan.sends("/report")
    assert said("evidence-button-correct") not in card.labels
    assert said("evidence-waits-of-open", files="*", number="1").partition("*")[2] in card.text
    dan.phone.taps(said("evidence-button-place"))
    await plain_town.answers()
    plain_town.reads_all()
    assert len(await evidence(plain_town, "1")) == 1


WORD = "第1项请补照片。"


async def sends_back(town: Town) -> None:
    """Lena does not sign, and says why; what she reads is looked at."""
    lena = town.chats[6_000_000_011]
    lena.phone.taps(said("signing-button-back"))
    await town.answers()
    lena.phone.sends(WORD)
    await town.answers()
    lena.news()


async def test_reason_that_was_asked_is_none_where_a_colleague_has_it_signed_meanwhile(
    plain_town: Town, signed: Chat
) -> None:
    card = await signed.sends("数字写错了。")
    assert "更正第" not in card.text
    assert (await plain_town.step_of(signed)) != "correction_reason"
    plain_town.reads_all()


async def test_privacy_names_the_change_that_waits_for_its_reason(
    plain_town: Town, ada: Chat
) -> None:
    await filed_and_edited(ada)
    told = await ada.sends("/privacy")
    assert start_of("privacy-change-waits", number="1") in told.text


async def test_reminder_names_the_change_of_what_was_filed_that_waits(
    plain_town: Town, ada: Chat
) -> None:
    await filed_and_edited(ada)
    olga = plain_town.chats[OLGA]
    await olga.sends(f"/return {ROADS}")
    await olga.sends("请写具体。")
    ada.news()
    await plain_town.moves_to(at(2, 12))
    reminded = ada.the_news().text
    what, named = said("waits-on-change", count=1), f"“1 正常推进 {NOW}”"
    assert said("notice-changes-wait", what=what, named=named) in reminded
    plain_town.reads_all()
