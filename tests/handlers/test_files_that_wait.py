"""Photos that wait for their measure: none is lost, and each is named until it has a place."""

import io

import pytest
from openpyxl import Workbook

from sandbox import Message
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.handlers.test_evidence import PDF, at_text, evidence, photo, sends_photo
from tests.models.samples import ADA, ROADS

WORDS = "Three kilometres are built."


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Roads has two measures, without figures."""
    return plain_town


async def taps_on(ada: Chat, card: Message, label: str, answers: int) -> Message:
    """The button of that card, wherever in the chat it stands by now."""
    shown = next(m for m in ada.phone.chat if m.message_id == card.message_id)
    data = next(b.data for row in shown.buttons for b in row if b.text.startswith(label))
    return await ada.does(lambda: ada.phone.presses(data or "", message=shown), answers=answers)


def sends_album(ada: Chat, *captions: str) -> None:
    """Each photo with words of its own, or none."""
    pictures = [photo(number) for number in range(len(captions))]
    ada.phone.sends_album(pictures, captions=captions)


def with_button(ada: Chat, label: str) -> Message:
    return next(m for m in reversed(ada.phone.chat) if m.from_bot and label in m.labels)


async def between_measures(ada: Chat) -> None:
    """Measure 1 is answered and measure 2 asked: nobody can tell what a picture shows."""
    await at_text(ada)
    await ada.sends(WORDS)


async def test_second_photo_that_waits_stands_beside_the_first_and_both_are_placed(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await sends_photo(ada, photo(1))
    card = await sends_photo(ada, photo(2))
    assert card.text.startswith(said("evidence-which-number", files="照片1.jpg、照片2.jpg"))
    await taps_on(ada, card, "2", 1)
    assert await evidence(town, "2") == ["照片1.jpg", "照片2.jpg"]


async def test_photo_that_finds_its_measure_leaves_one_that_waits_its_buttons(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    waiting = await sends_photo(ada, photo(1))
    await taps_on(ada, with_button(ada, said("button-preview")), "1", 1)
    await sends_photo(ada, photo(2))
    assert await evidence(town, "1") == ["照片1.jpg"]
    await ada.sends("/report")  # where nothing asks, it does again
    await taps_on(ada, waiting, "2", 1)
    assert await evidence(town, "2") == ["照片1.jpg"]


async def test_album_after_a_photo_that_waits_waits_with_it(town: Town, ada: Chat) -> None:
    await between_measures(ada)
    await sends_photo(ada, photo(1))
    album = [photo(2), photo(3)]
    card = await ada.does(lambda: ada.phone.sends_album(album))
    files = "照片1.jpg、照片2.jpg、照片3.jpg"
    assert card.text == f"{said('evidence-which', files=files)}\n{TIMES}"


async def test_files_that_wait_together_are_placed_one_by_one(town: Town, ada: Chat) -> None:
    await between_measures(ada)
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2))
    card = await ada.taps("evidence-button-single")
    assert card.text.startswith(start_of("evidence-which-first", files="照片1.jpg", more="1"))
    await taps_on(ada, card, "2", 2)
    assert await evidence(town, "2") == ["照片1.jpg"]
    assert ada.card.text == f"{said('evidence-which-number', files='照片2.jpg')}\n{TIMES}"
    await taps_on(ada, ada.card, "1", 1)
    assert await evidence(town, "1") == ["照片2.jpg"]


async def test_list_and_preview_name_the_files_that_wait_and_lead_to_them(
    town: Town, ada: Chat
) -> None:
    await between_measures(ada)
    await sends_photo(ada, photo(1))
    waits = said("evidence-waits", files="照片1.jpg", count="1")
    label = said("evidence-button-waits", count="1")
    assert waits in (await ada.sends("/report")).text
    assert waits in (await ada.taps("button-preview")).text
    await ada.taps("button-list")
    card = await ada.does(lambda: ada.phone.taps(label))
    assert card.text.startswith(start_of("evidence-which-number", files="照片1.jpg"))
    await taps_on(ada, card, "2", 1)
    assert await evidence(town, "2") == ["照片1.jpg"]
    assert waits not in (await ada.sends("/report")).text
    assert label not in ada.labels


async def test_reminder_names_the_files_and_the_text_that_wait(town: Town, ada: Chat) -> None:
    await between_measures(ada)
    await sends_photo(ada, photo(1))
    await ada.sends("/report")
    await ada.sends("The bridge was painted.")
    await town.moves_to(at(5, 10))
    reminded = ada.the_news().text
    assert reminded.startswith(start_of("notice-due-today", tone="reminder", time="18:00"))
    waits = "、".join(said(f"waits-on-{kind}", count=1) for kind in ("text", "file"))
    named = "“The bridge was painted.”、照片1.jpg"
    assert said("notice-waits", what=waits, named=named) in reminded
    town.reads_all()


async def test_receipt_names_the_files_that_were_not_filed(town: Town, ada: Chat) -> None:
    await between_measures(ada)
    await sends_photo(ada, photo(1))
    await ada.files()
    receipt = with_button(ada, said("button-correct"))
    assert said("evidence-waits", files="照片1.jpg", count="1") in receipt.text


async def test_what_came_after_the_card_was_shown_waits_on(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    shown = await sends_photo(ada, photo(1))
    place = next(b for row in shown.buttons for b in row if b.text == "2")
    await sends_photo(ada, photo(2))
    await ada.presses(place.data or "", on=shown, answers=2)
    assert await evidence(town, "2") == ["照片1.jpg"]
    assert ada.card.text == f"{said('evidence-which-number', files='照片2.jpg')}\n{TIMES}"


async def test_card_of_an_album_says_of_each_file_where_it_stands(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.does(lambda: sends_album(ada, "1 现场照片", f"2 {WORDS}"), answers=2)
    card = with_button(ada, said("evidence-button-take-of", number="1"))
    first, second, times = card.text.split("\n")
    assert times == TIMES
    assert first == said(
        "evidence-placed", files="现场照片.jpg", number="1", title="Measure 1", count="1"
    )
    assert second == said(
        "evidence-placed", files="照片1.jpg", number="2", title="Measure 2", count="1"
    ) + said("evidence-words-stored")


async def test_part_of_an_album_is_taken_away_from_its_measure_alone(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.does(lambda: sends_album(ada, "1 现场照片", "2 现场照片"))
    await ada.taps("evidence-button-take-of", number="1")
    assert await evidence(town, "1") == []
    assert len(await evidence(town, "2")) == 1
    assert {said("evidence-button-back"), said("evidence-button-take")} <= set(ada.labels)


async def test_album_for_a_filed_measure_waits_for_the_reason_and_is_placed_whole(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await ada.does(lambda: sends_album(ada, "1 揭牌2家", "", ""), answers=2)
    kept = f"{said('evidence-of-filed', number='1')}\n{TIMES}"
    assert kept in [m.text for m in ada.phone.chat[-3:]]
    card = await ada.sends("补充佐证。")
    files = "照片1.jpg、照片2.jpg、照片3.jpg"
    told = said("evidence-placed", files=files, number="1", title="Measure 1", count="3")
    assert card.text.startswith(told)
    assert len(await evidence(town, "1")) == 3


async def test_document_for_a_filed_measure_waits_for_the_reason(town: Town, ada: Chat) -> None:
    await ada.files()
    document = lambda: ada.phone.sends_document("合同.pdf", PDF, caption="2 签约1家")  # noqa: E731
    await ada.does(document, answers=2)
    await ada.sends("补充佐证。")
    assert await evidence(town, "2") == ["合同.pdf"]


REASON = "补充佐证。"


async def corrects_with(town: Town, ada: Chat, files: list[str]) -> None:
    """The card leads to the reason, that to the measure, and the files are there."""
    card = with_button(ada, said("evidence-button-correct"))
    asked = await taps_on(ada, card, said("evidence-button-correct"), 1)
    assert said("ask-correction-reason", revision="1") in asked.text
    where = await ada.sends(REASON, answers=2)
    which = said("evidence-which-number", files="、".join(files))
    assert where.text == f"{which}\n{TIMES}"
    await taps_on(ada, where, "2", 1)
    assert await evidence(town, "2") == files


async def test_photo_without_words_after_filing_waits_for_the_reason_and_its_measure(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await sends_photo(ada, photo())
    kept = await ada.taps("stamped-button-other")
    told = said("evidence-kept-for-correction", files="照片1.jpg")
    assert kept.text == f"{told}\n{TIMES}"
    await corrects_with(town, ada, ["照片1.jpg"])


async def test_album_without_words_after_filing_waits_whole(town: Town, ada: Chat) -> None:
    await ada.files()
    await ada.does(lambda: sends_album(ada, "", ""))
    await ada.taps("stamped-button-other")
    await corrects_with(town, ada, ["照片1.jpg", "照片2.jpg"])


async def test_name_of_a_picture_of_a_filed_measure_is_no_change_of_its_text(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    asked = await sends_photo(ada, photo(), "1 现场", answers=2)
    assert said("evidence-of-filed", number="1") in ada.phone.chat[-2].text
    assert said("ask-correction-reason", revision="1") in asked.text
    card = await ada.sends(REASON)
    assert said("pasted-title", count=1) not in card.text
    assert await evidence(town, "1") == ["现场.jpg"]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("2", "照片1"),
        ("第2项", "照片1"),
        ("这张是2的", "照片1"),
        ("第2项签约照片", "签约照片"),
        ("2项签约照片", "签约照片"),
        ("2签约照片", "签约照片"),
        ("2 农行签约仪式照片", "农行签约仪式照片"),
        ("2 对接会现场", "对接会现场"),
    ],
)
async def test_photo_of_a_filed_measure_asks_the_reason_at_once_and_stands_there_with_it(
    town: Town, ada: Chat, caption: str, name: str
) -> None:
    await ada.files()
    before = (await town.content(ROADS, "2")).text
    asked = await sends_photo(ada, photo(), caption, answers=2)
    kept = ada.phone.chat[-2]
    assert kept.text == f"{said('evidence-of-filed', number='2')}\n{TIMES}"
    assert said("evidence-button-correct") in kept.labels
    assert said("ask-correction-reason", revision="1") in asked.text
    waits = said("evidence-waits-of-filed", files=f"{name}.jpg", number="2")
    assert (await ada.sends("目录")).text.startswith(waits)
    asked = await ada.taps("evidence-button-correct")
    assert said("ask-correction-reason", revision="1") in asked.text
    card = await ada.sends(REASON)
    assert card.text.startswith(start_of("evidence-placed", files=f"{name}.jpg", number="2"))
    assert said("pasted-button-drop") not in card.labels
    assert await evidence(town, "2") == [f"{name}.jpg"]
    assert (await town.content(ROADS, "2")).text == before


async def test_photo_of_a_filed_measure_can_be_put_away(town: Town, ada: Chat) -> None:
    await ada.files()
    await sends_photo(ada, photo(), "2 现场", answers=2)
    gone = await ada.taps("evidence-button-drop")
    assert gone.text == f"{said('evidence-taken', files='现场.jpg')}\n{TIMES}"
    assert "现场.jpg" not in (await ada.sends("目录")).text


async def test_photo_of_a_filed_measure_loses_no_change_that_waits_for_the_reason(
    town: Town, ada: Chat
) -> None:
    await between_measures(ada)
    await ada.files()
    told = next(m for m in ada.phone.chat if m.text == WORDS)
    await ada.does(lambda: ada.phone.edits(told, "Four kilometres are built."))
    await sends_photo(ada, photo(), "2 现场", answers=2)
    await ada.sends(REASON)
    assert (await town.content(ROADS, "1")).text == "Four kilometres are built."
    assert await evidence(town, "2") == ["现场.jpg"]


async def test_photo_of_no_measure_after_filing_is_asked_about_alone(town: Town, ada: Chat) -> None:
    await ada.files()
    await sends_photo(ada, photo(), "2 现场", answers=2)
    await sends_photo(ada, photo(1), "揭牌仪式")
    kept = with_button(ada, said("evidence-button-correct"))
    told = said("evidence-kept-for-correction", files="揭牌仪式.jpg")
    assert kept.text == f"{told}\n{TIMES}"


async def test_workbook_without_words_after_filing_waits_for_the_reason(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    workbook = io.BytesIO()
    Workbook().save(workbook)
    await ada.does(lambda: ada.phone.sends_document("名单.xlsx", workbook.getvalue()))
    await corrects_with(town, ada, ["名单.xlsx"])


async def test_photo_with_words_of_no_measure_after_filing_waits_with_them(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    words = await sends_photo(ada, photo(), "揭牌2家", answers=2)
    assert "揭牌2家" in words.text
    kept = with_button(ada, said("evidence-button-correct"))
    told = said("evidence-kept-for-correction", files="照片1.jpg")
    assert kept.text == f"{told}\n{TIMES}"


async def test_file_that_waits_for_a_correction_can_be_put_away(town: Town, ada: Chat) -> None:
    await ada.files()
    await sends_photo(ada, photo())
    await ada.taps("stamped-button-other")
    gone = await ada.taps("evidence-button-drop")
    assert gone.text == f"{said('evidence-taken', files='照片1.jpg')}\n{TIMES}"


async def test_photo_after_the_lock_is_told_that_nothing_can_be_added(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    await town.moves_to(at(20, 10))
    town.reads_all()
    answer = await sends_photo(ada, photo())
    assert said("stamped-no-evidence-locked") in answer.text
    assert said("stamped-button-other") not in ada.labels


async def test_way_to_files_that_wait_asks_why_a_filed_report_is_corrected(
    town: Town, ada: Chat
) -> None:
    await between_measures(ada)
    await sends_photo(ada, photo(1))
    await ada.files()
    receipt = with_button(ada, said("button-correct"))
    asked = await taps_on(ada, receipt, said("evidence-button-waits", count="1"), 1)
    assert said("ask-correction-reason", revision="1") in asked.text


async def test_words_about_a_file_of_the_list_take_it_away_and_are_no_text(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2))
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("evidence-button-list", count="2")
    await ada.sends("取下第1张", answers=2)
    assert await evidence(town, "1") == ["照片2.jpg"]
    assert (await town.content(ROADS, "1")).text == ""


async def test_word_that_a_photo_was_sent_by_mistake_leads_to_it_and_is_no_text(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await sends_photo(ada, photo(1))
    card = await ada.sends("照片发错了，不要了")
    assert said("evidence-button-take-one", place="1") in card.labels
    assert (await town.content(ROADS, "1")).text == ""


@pytest.mark.parametrize("said_of_it", ["2", "2项的", "第2项"])
async def test_number_in_a_reply_to_a_photo_that_waits_places_that_photo(
    town: Town, ada: Chat, said_of_it: str
) -> None:
    await ada.sends("/report")
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2))
    first = next(m for m in ada.phone.chat if m.photo)
    await ada.does(lambda: ada.phone.sends(said_of_it, reply_to=first), answers=2)
    assert await evidence(town, "2") == ["照片1.jpg"]


async def test_words_that_all_photos_are_of_one_measure_place_what_waits(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2))
    await ada.sends("都是2的")
    assert await evidence(town, "2") == ["照片1.jpg", "照片2.jpg"]


async def test_words_that_one_photo_is_of_a_measure_place_the_newest_alone(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2), WORDS)
    card = await ada.sends("这张是2的", answers=3)
    assert await evidence(town, "2") == ["照片2.jpg"]
    assert (await town.content(ROADS, "2")).text == WORDS
    waits = said("evidence-which-number", files="照片1.jpg")
    assert any(message.text.startswith(waits) for message in ada.phone.chat)
    later = said("asked-next", what=said("asked-next-files", count=1))
    assert card.text.endswith(later)  # the measure is asked first
    await ada.sends("最后那张不要", answers=2)  # and the photo that waits asks again
    assert await evidence(town, "1") == []
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_photo_that_goes_is_named_where_others_wait_on(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2))
    asked = await ada.sends("最后那张不要", answers=2)
    assert asked.text.startswith(said("evidence-which-number", files="照片1.jpg"))
    told = [m.text for m in ada.phone.chat if m.from_bot]
    assert f"{said('evidence-taken', files='照片2.jpg')}\n{TIMES}" in told


@pytest.mark.parametrize("wish", ["换一张照片怎么弄", "刚才那张不要", "how do I replace a photo?"])
async def test_wish_about_a_photo_leads_to_it_and_is_no_text(
    town: Town, ada: Chat, wish: str
) -> None:
    await at_text(ada)
    asked = await ada.sends(wish)
    assert asked.text.startswith(start_of("answer-of-files", said=wish))
    await sends_photo(ada, photo(1))
    card = await ada.sends(wish)
    assert said("evidence-button-take-one", place="1") in card.labels
    assert (await town.content(ROADS, "1")).text == ""


async def test_words_that_the_newest_photo_is_of_another_measure_move_it(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(1))
    await sends_photo(ada, photo(2))
    await ada.sends("这张是2的")
    assert (await evidence(town, "1"), await evidence(town, "2")) == (["照片1.jpg"], ["照片2.jpg"])
    assert (await town.content(ROADS, "1")).text == ""


async def test_album_whose_caption_names_several_measures_is_asked_about(
    town: Town, ada: Chat
) -> None:
    await between_measures(ada)
    album = [photo(1), photo(2)]
    card = await ada.does(lambda: ada.phone.sends_album(album, caption="1、2项现场照片"))
    files = "照片1.jpg、照片2.jpg"
    assert card.text == f"{said('evidence-which', files=files)}\n{TIMES}"
    assert [await evidence(town, number) for number in "12"] == [[], []]
    offered = [row[0].text.split()[0] for row in card.buttons[:2]]
    assert offered == ["1", "2"]
    await taps_on(ada, card, card.buttons[1][0].text, 1)
    assert await evidence(town, "2") == ["现场照片.jpg", "照片2.jpg"]


async def test_words_that_give_the_photos_of_an_album_to_several_measures_place_each(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    album = [photo(1), photo(2), photo(3)]
    await ada.does(lambda: ada.phone.sends_album(album, caption="1和2的签约照片"))
    unfit = "第一张是2的 另外三张1的"
    card = await ada.sends(unfit)
    assert card.text.startswith(said("evidence-shares-unfit", said=unfit, count=3))
    assert "照片3.jpg" in card.text
    assert [await evidence(town, number) for number in "12"] == [[], []]
    await ada.sends("第一张是2的 另外两张1的", answers=2)
    placed = [await evidence(town, number) for number in "12"]
    assert [len(names) for names in placed] == [2, 1]
    assert (await town.content(ROADS, "1")).text == ""


async def test_album_of_several_measures_is_asked_about_in_the_middle_of_one(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    album = [photo(1), photo(2), photo(3)]
    card = await ada.does(lambda: ada.phone.sends_album(album, caption="1和2的签约照片"))
    assert "照片3.jpg" in card.text
    assert [await evidence(town, number) for number in "12"] == [[], []]


async def test_photos_of_an_album_go_each_to_the_measure_of_its_own_caption(
    town: Town, ada: Chat
) -> None:
    """What has no caption stays with the photo before it."""
    await ada.sends("/report")
    await ada.does(lambda: sends_album(ada, "1基站", "", "2会议"), answers=4)
    assert await evidence(town, "1") == ["基站.jpg", "照片2.jpg"]
    assert await evidence(town, "2") == ["会议.jpg"]
    assert {(await town.content(ROADS, number)).text for number in "12"} == {""}


async def test_caption_of_an_album_that_names_another_measure_than_the_open_one_is_asked_about(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.sends("1")
    await ada.does(lambda: sends_album(ada, "1基站", "2会议"), answers=3)
    card = with_button(ada, said("evidence-button-other"))
    assert await evidence(town, "1") == ["基站.jpg"]
    await taps_on(ada, card, "2", 2)
    assert await evidence(town, "2") == ["会议.jpg"]
    assert {(await town.content(ROADS, number)).text for number in "12"} == {""}


async def test_card_of_a_photo_that_waits_shows_the_words_beside_it_until_they_are_placed(
    plain_town: Town,
) -> None:
    ada = plain_town.chats[ADA]
    await ada.sends("/report")
    card = await ada.does(lambda: ada.phone.sends_photo(photo(), caption="检测中心<揭牌>"))
    quoted = said("evidence-words-quoted", words="检测中心<揭牌>")
    shown = said("evidence-which-words", words=quoted)
    assert shown in card.text
    await taps_on(ada, card, "2", 2)
    assert all(shown not in message.text for message in ada.phone.chat)
    assert (await plain_town.content(ROADS, "2")).text == "检测中心<揭牌>"
