"""Mend it, or say why it is true: what stops the filing, and what the office reads of it."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dialog.cards import PAGE_SIZE
from sandbox import Message
from tests.chat import Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.handlers.test_evidence import evidence, photo, sends_photo
from tests.handlers.test_forms_by_chat import sends, the_form
from tests.models.samples import ADA, OLGA, ROADS, an_indicator, assigned
from texts.wording import explained_what
from vocabulary.report import Figure
from vocabulary.terms import ContactKind, DoubtKind, Role

WORDS = "示范家庭农场评定工作按计划推进。"
FARMS = replace(an_indicator("示范家庭农场", "2"), unit_of_measure="家", cumulative=True)


@pytest.fixture
async def farm_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    measures = [assigned("17", (ROADS, Role.LEAD), indicators=(FARMS,))]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        yield town


@pytest.fixture
def ada(farm_town: Town) -> Chat:
    return farm_town.chats[ADA]


async def told(ada: Chat, figure: str, status: str = "status-on_track") -> None:
    """The only measure is answered, with this figure; what comes then is looked at."""
    await ada.sends("/report")
    await ada.taps("button-begin", number="17")
    await ada.taps(status)
    await ada.sends(WORDS)
    await ada.sends(figure)


async def test_absurd_figure_is_asked_about_at_once_and_cannot_be_filed(
    farm_town: Town, ada: Chat
) -> None:
    await told(ada, "99999999")
    assert (
        start_of("doubt-jumped", name="示范家庭农场", now="99999999家", before="none")
        in ada.card.text
    )
    assert ada.card.text.endswith(said("ask-explain"))
    preview = await ada.taps("button-list")
    preview = await ada.taps("button-preview")
    assert said("check-doubt-jumped") in preview.text
    assert said("button-file") not in preview.labels
    question = await ada.taps("button-explain", number="17")
    assert question.text.endswith(said("ask-explain"))


async def test_words_beside_a_photo_name_it_and_leave_the_doubt(farm_town: Town, ada: Chat) -> None:
    await told(ada, "99999999")
    asked = ada.card.text
    before = await farm_town.content(ROADS, "17")
    card = await sends_photo(ada, photo(), "17新大棚", answers=2)
    assert card.text.startswith(
        said("caption-may-be-name", said="新大棚", number="17", step="text")
    )
    assert await evidence(farm_town, "17") == ["新大棚.jpg"]
    assert await farm_town.content(ROADS, "17") == before
    assert asked.splitlines()[-1] in card.text


async def test_slip_is_mended_by_one_tap_and_the_right_figure(farm_town: Town, ada: Chat) -> None:
    await told(ada, "99999999")
    await ada.taps("button-doubt-mend")
    preview = await ada.sends("1")
    assert said("button-file") in preview.labels
    content = await farm_town.content(ROADS, "17")
    assert content.figures == (Figure(1, Decimal(1)),)


async def test_slip_is_mended_by_the_right_figure_alone(farm_town: Town, ada: Chat) -> None:
    await told(ada, "99999999")
    preview = await ada.sends("1家")
    assert said("button-file") in preview.labels
    content = await farm_town.content(ROADS, "17")
    assert (content.figures, content.explanations) == ((Figure(1, Decimal(1)),), ())


async def test_slip_is_mended_by_saying_that_there_is_no_figure(farm_town: Town, ada: Chat) -> None:
    await told(ada, "99999999")
    await ada.sends("暂无数据")
    content = await farm_town.content(ROADS, "17")
    assert (content.figures, content.explanations) == ((Figure(1, None),), ())


async def test_likely_number_of_a_doubtful_figure_is_taken_by_a_tap(
    farm_town: Town, ada: Chat
) -> None:
    await told(ada, "2家，占评定数的100%")
    assert start_of("answer-figure-several", said="2家，占评定数的100%") in ada.card.text
    assert (await farm_town.content(ROADS, "17")).figures == ()
    await ada.taps("button-likely", figure="2家")
    assert (await farm_town.content(ROADS, "17")).figures == (Figure(1, Decimal(2)),)


async def test_first_figure_that_is_absurd_is_told_without_a_month_before(ada: Chat) -> None:
    await told(ada, "99999999")
    assert "填的是 99999999家（目标 2家），" in ada.card.text


async def test_words_that_tell_what_was_done_are_put_into_the_text_by_a_tap(
    farm_town: Town, ada: Chat
) -> None:
    await told(ada, "40")
    more = "又走访各镇，评定工作覆盖全部乡镇。"
    card = await ada.sends(more)
    assert said("answer-kept-as-explanation") in card.text
    assert said("button-file") in card.labels
    card = await ada.taps("button-reason-to-text", number="17")
    assert said("answer-reason-to-text") in card.text
    assert card.text.endswith(said("ask-explain"))
    content = await farm_town.content(ROADS, "17")
    assert (content.text, content.explanations) == (f"{WORDS}\n{more}", ())


async def test_what_is_true_all_the_same_is_filed_with_its_reason_and_the_office_reads_it(
    farm_town: Town, ada: Chat
) -> None:
    olga = farm_town.chats[OLGA]
    await told(ada, "40")
    refused = await ada.sends("属实")
    assert said("answer-reason-missing") in refused.text
    preview = await ada.sends("三个镇一并纳入评定。")
    assert said("button-file") in preview.labels
    await ada.taps("button-file", answers=2)
    (filed,) = await farm_town.revisions(ROADS)
    (explanation,) = filed.entries[0].content.explanations
    assert (explanation.kind, explanation.reason) == (DoubtKind.JUMPED, "三个镇一并纳入评定。")
    sheet = await olga.sends("/ledger")
    assert sheet.document is not None
    rows = list(
        load_workbook(io.BytesIO(sheet.document.content))["台账"].iter_rows(values_only=True)
    )
    place = rows[0].index(said("sheet-col-explained"))
    assert rows[1][place] == f"{said('explained-jumped')}：三个镇一并纳入评定。"
    draft = ada.phone.last
    assert draft.document is not None


async def test_done_below_the_target_is_asked_about(ada: Chat) -> None:
    await told(ada, "1", status="status-done")
    assert start_of("doubt-done-below", name="示范家庭农场", now="1家") in ada.card.text
    await ada.taps("button-rechoose")
    preview = await ada.taps("status-on_track")
    assert said("button-file") in preview.labels


async def test_total_that_fell_is_asked_about_and_the_revision_keeps_why(
    farm_town: Town, ada: Chat
) -> None:
    await told(ada, "2")
    await ada.taps("button-file", answers=2)
    await farm_town.moves_to(at(31, month=8))
    for chat in farm_town.chats.values():
        chat.news()
    await told(ada, "1")
    assert (
        said("doubt-fell", name="示范家庭农场", before="2家", now="1家", when="monthly")
        in ada.card.text
    )
    await ada.sends("新增1家")
    assert len(ada.card.labels) == len(set(ada.card.labels))
    assert said("button-last-corrected", total="1家", when="monthly") in ada.card.labels
    await ada.sends("1家注销。")
    await ada.taps("button-file", answers=2)
    (filed,) = await farm_town.revisions(ROADS)
    assert [one.reason for one in filed.entries[0].content.explanations] == ["1家注销。"]


async def test_total_that_fell_over_a_month_without_a_figure_names_the_month_it_is_held_against(
    farm_town: Town, ada: Chat
) -> None:
    for figure, next_month in (("2", at(31, month=8)), ("暂无数据", at(30, month=9))):
        await told(ada, figure)
        await ada.taps("button-file", answers=2)
        await farm_town.moves_to(next_month)
        farm_town.reads_all()
    await told(ada, "1")
    fell = {"name": "示范家庭农场", "before": "2家", "now": "1家", "when": "7月"}
    assert said("doubt-fell", **fell) in ada.card.text
    card = await ada.taps("button-doubt-mend")
    assert said("card-target-last", figure="2家", when="7月") in card.text
    olga = farm_town.chats[OLGA]
    form = load_workbook(io.BytesIO(await the_form(olga, f"/form {ROADS}")))
    assert form["指标"]["E4"].value == "7月：2家"
    form["指标"]["F4"] = 0
    saved = io.BytesIO()
    form.save(saved)
    await sends(olga, saved.getvalue())
    preview = await olga.taps("form-button-load")
    assert said("check-doubt-fell") in preview.text
    asked = await olga.taps("behalf-button-explain")
    assert said("doubt-fell", **{**fell, "now": "0家"}) in asked.text
    await olga.sends("2家都已注销。")
    ada.news()
    explanation, *_ = (await farm_town.content(ROADS, "17")).explanations
    assert explained_what("zh-CN", explanation) == "累计数少于7月"


async def test_share_of_the_target_is_the_same_in_chat_and_workbook(
    sqlite_url: str, tmp_path: Path
) -> None:
    stations = replace(FARMS, value=Decimal(300))
    measures = [assigned("17", (ROADS, Role.LEAD), indicators=(stations,))]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada, olga = town.chats[ADA], town.chats[OLGA]
        await told(ada, "164")
        assert "（54.7%）" in ada.card.text
        await ada.taps("button-file", answers=2)
        sheet = await olga.sends("/ledger")
        assert sheet.document is not None
        rows = load_workbook(io.BytesIO(sheet.document.content))["指标"]
        place = [cell.value for cell in rows[1]].index(said("sheet-col-share"))
        assert rows[2][place].value == 0.547


async def test_same_words_for_the_third_month_are_explained_once_for_all(
    sqlite_url: str, tmp_path: Path
) -> None:
    count = PAGE_SIZE + 3
    measures = [assigned(str(n), (ROADS, Role.RESPONSIBLE)) for n in range(1, count + 1)]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        await ada.files(WORDS)
        for day in (at(31, month=8), at(30, month=9)):
            await town.moves_to(day)
            for chat in town.chats.values():
                chat.news()
            await ada.sends("/report")
            await ada.taps("button-same-all", count=count)
            card = await ada.taps("button-same-all-confirm", count=count)
            if said("button-file") in card.labels:
                await ada.taps("button-file", answers=2)
        assert start_of("ask-explain-all", count=count) in card.text
        preview = await ada.taps("button-back-to-preview")
        assert f"{said('button-explain', number='11')}" in preview.labels
        await ada.taps("button-explain-all", count=count)
        preview = await ada.sends("按季度开展，本季度无变化。")
        assert said("button-file") in preview.labels
        content = await town.content(ROADS, "1")
        assert [one.reason for one in content.explanations] == ["按季度开展，本季度无变化。"]


async def test_number_that_is_not_sure_at_a_doubt_is_asked_about_and_taken_by_a_tap(
    farm_town: Town, ada: Chat
) -> None:
    await told(ada, "40")
    card = await ada.sends("对的，1家")
    assert card.text.startswith(start_of("answer-doubt-figure", said="对的，1家"))
    await ada.taps("button-likely", figure="1家")
    content = await farm_town.content(ROADS, "17")
    assert (content.figures, content.explanations) == ((Figure(1, Decimal(1)),), ())


async def test_words_with_another_amount_are_the_figure_or_the_reason_as_one_tap_says(
    farm_town: Town, ada: Chat
) -> None:
    words = "1家（城区另有在建2家）"
    await told(ada, "40")
    card = await ada.sends(words)
    assert card.text.startswith(said("answer-doubt-which", said=words))
    assert (await farm_town.content(ROADS, "17")).explanations == ()
    await ada.taps("button-doubt-reason")
    content = await farm_town.content(ROADS, "17")
    assert [one.reason for one in content.explanations] == [words]
    assert content.figures == (Figure(1, Decimal(40)),)
    await ada.sends("17")
    await ada.taps("button-change-figure", name="示范家庭农场")
    await ada.sends("41")
    await ada.sends(words)
    card = await ada.taps("button-doubt-figure", figure="1家")
    told_so = said("answer-words-beside", said="城区另有在建2家", where="text")
    assert told_so in card.text
    content = await farm_town.content(ROADS, "17")
    assert content.figures == (Figure(1, Decimal(1)),)
    assert content.text == f"{WORDS}\n城区另有在建2家"
    assert "41" not in [one.of for one in content.explanations]


async def test_edited_words_with_another_amount_are_asked_about_with_the_same_buttons(
    farm_town: Town, ada: Chat
) -> None:
    await told(ada, "40")
    mine: list[Message] = []
    await ada.does(lambda: mine.append(ada.phone.sends("1家（城区另有在建2家）")))
    words = "1家（城区另有在建3家）"
    card = await ada.does(lambda: ada.phone.edits(mine[0], words))
    assert said("answer-doubt-which", said=words) in card.text
    assert said("button-doubt-reason") in card.labels
    await ada.taps("button-doubt-figure", figure="1家")
    content = await farm_town.content(ROADS, "17")
    assert (content.figures, content.explanations) == ((Figure(1, Decimal(1)),), ())
    assert content.text == f"{WORDS}\n城区另有在建3家"


@pytest.mark.parametrize("words", ["填错了", "多打了个0"])
async def test_denied_figure_is_asked_anew(farm_town: Town, ada: Chat, words: str) -> None:
    await told(ada, "40")
    card = await ada.sends(words)
    assert card.text.startswith(said("answer-figure-reopened", name="示范家庭农场"))
    assert start_of("ask-figure-total", name="示范家庭农场") in card.text
    content = await farm_town.content(ROADS, "17")
    assert (content.figures, content.explanations) == ((), ())


@pytest.mark.parametrize("words", ["写错了，应为1家", "17 1", "累计1家，已评定。"])
async def test_slip_is_mended_by_naming_the_right_figure(
    farm_town: Town, ada: Chat, words: str
) -> None:
    await told(ada, "40")
    preview = await ada.sends(words)
    assert said("button-file") in preview.labels
    content = await farm_town.content(ROADS, "17")
    assert (content.figures, content.explanations) == ((Figure(1, Decimal(1)),), ())


# ── a colleague settles what is asked ──────────────────────────────────────────────────────────

WHY = "含上年评定的家庭农场"


@pytest.fixture
async def vera(farm_town: Town, ada: Chat) -> Chat:
    """Her colleague Ada has the doubt before him, and so has she."""
    vera = await farm_town.joins("Vera", 6_000_000_001, ROADS, ContactKind.DEPUTY)
    await told(ada, "99999999")
    vera.news()
    await vera.sends("/report")
    await vera.does(lambda: vera.phone.taps("17"))
    ada.news()
    return vera


async def test_doubt_that_a_colleague_has_explained_says_so_and_where_to_go(
    farm_town: Town, ada: Chat, vera: Chat
) -> None:
    await vera.sends(WHY)
    card = ada.the_news()
    doubt = start_of("doubt-jumped", name="示范家庭农场", now="99999999家", before="none")
    for line in (doubt, said("card-said-explanation", words=WHY), "Vera 09:00"):
        assert line in card.text
    assert card.text.endswith(said("ask-explain-settled"))
    for label in ("button-doubt-mend", "button-keep", "button-list"):
        assert said(label) in card.labels
    assert said("button-skip") not in card.labels


@pytest.mark.parametrize("word", ["对", "属实", "99999999"])
async def test_word_that_agrees_with_a_settled_doubt_goes_on(
    farm_town: Town, ada: Chat, vera: Chat, word: str
) -> None:
    await vera.sends(WHY)
    ada.news()
    preview = await ada.sends(word)
    vera.news()
    assert said("answer-explained-already") in preview.text
    assert said("button-file") in preview.labels
    content = await farm_town.content(ROADS, "17")
    assert [one.reason for one in content.explanations] == [WHY]


@pytest.mark.parametrize("word", ["填错了，改", "填错了"])
async def test_word_that_denies_a_settled_doubt_asks_for_the_figure(
    farm_town: Town, ada: Chat, vera: Chat, word: str
) -> None:
    await vera.sends(WHY)
    ada.news()
    asked = await ada.sends(word)
    vera.news()
    assert start_of("ask-figure-total", name="示范家庭农场") in asked.text
    preview = await ada.sends("1")
    vera.news()
    assert said("button-file") in preview.labels
    assert (await farm_town.content(ROADS, "17")).figures == (Figure(1, Decimal(1)),)


async def test_two_reasons_for_one_doubt_are_shown_to_choose_from(
    farm_town: Town, ada: Chat, vera: Chat
) -> None:
    await vera.sends(WHY)
    ada.news()
    asked = await ada.sends("本月集中评定了一批家庭农场")
    assert said("card-said-explanation", words=WHY) in asked.text
    assert said("collision-mine", words="本月集中评定了一批家庭农场") in asked.text
    await ada.taps("collision-button-after")
    vera.news()
    content = await farm_town.content(ROADS, "17")
    assert [one.reason for one in content.explanations] == [f"{WHY}\n本月集中评定了一批家庭农场"]


@pytest.mark.parametrize("word", ["对", "填错了，改", "本月集中评定了一批家庭农场"])
async def test_doubt_that_a_colleague_has_mended_says_so_and_words_answer_to_the_point(
    farm_town: Town, ada: Chat, vera: Chat, word: str
) -> None:
    await vera.sends("1")
    card = ada.the_news()
    assert "Vera 09:00" in card.text
    assert "累计 1 / 2家" in card.text
    assert card.text.endswith(said("ask-explain-mended"))
    again = await ada.sends(word)
    match word:
        case "对":
            assert said("button-file") in again.labels
        case "填错了，改":
            assert said("button-change-figure", name="示范家庭农场") in again.labels
        case _:
            assert said("answer-explain-mended", said=word) in again.text
    vera.news()
    assert (await farm_town.content(ROADS, "17")).figures == (Figure(1, Decimal(1)),)
