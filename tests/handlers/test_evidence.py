"""Photos and files as evidence: each finds its measure, is listed, moved, taken away, and filed."""

import io

import pytest
from PIL import Image
from sqlmodel import Session, select

from handlers.files import MOST_BYTES
from models.evidence import Evidence
from sandbox import Message
from tests.chat import TIMES, TIMETABLE, Chat, Town, said, start_of
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from vocabulary.terms import EntryStatus

WORDS = "Three kilometres are built."
BETTER = "Four kilometres are built."


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Roads has two measures, without figures."""
    return plain_town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


def photo(number: int = 0) -> bytes:
    """Each number is another picture."""
    stream = io.BytesIO()
    Image.new("RGB", (32 + number, 24), "red").save(stream, "JPEG")
    return stream.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


async def at_text(ada: Chat) -> None:
    """Measure 1 is asked for its words."""
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")


async def sends_photo(chat: Chat, content: bytes, caption: str = "", answers: int = 1) -> Message:
    return await chat.does(
        lambda: chat.phone.sends_photo(content, caption=caption), answers=answers
    )


async def edits_caption(chat: Chat, caption: str, answers: int = 1) -> Message:
    """Of the newest photo of the person's own."""
    mine = next(m for m in reversed(chat.phone.chat) if not m.from_bot and m.photo)
    return await chat.does(lambda: chat.phone.edits(mine, caption), answers=answers)


async def evidence(town: Town, number: str) -> list[str]:
    """Names of the files that the measure of Roads has."""
    report = await town.working(ROADS)
    entry = next(e for e in report.entries if e.measure.number == number)
    return [file.name for file in entry.evidence]


async def test_photo_in_the_middle_of_a_measure_belongs_to_it(town: Town, ada: Chat) -> None:
    await at_text(ada)
    card = await sends_photo(ada, photo())
    assert card.text.startswith(start_of("evidence-placed", files="*"))
    assert len(await evidence(town, "1")) == 1


async def test_caption_is_the_text_of_the_measure(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), WORDS, answers=2)
    assert len(await evidence(town, "1")) == 1
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_edited_caption_changes_the_answer_that_it_gave(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), WORDS, answers=2)
    card = await edits_caption(ada, BETTER)
    assert (await town.content(ROADS, "1")).text == BETTER
    assert said("otherwise-text", was=WORDS, now=BETTER) in card.text
    assert len(await evidence(town, "1")) == 1


async def test_edited_caption_may_keep_the_number_of_its_measure(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), f"2 {WORDS}", answers=2)
    await edits_caption(ada, f"2 {BETTER}")
    assert (await town.content(ROADS, "2")).text == BETTER


async def test_edited_caption_with_another_number_changes_nothing_and_says_what_to_do(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), WORDS, answers=2)
    card = await edits_caption(ada, f"2 {BETTER}")
    assert said("edit-of-caption-elsewhere", number="1") in card.text
    assert (await town.content(ROADS, "1")).text == WORDS
    assert (await town.content(ROADS, "2")).text == ""


async def test_caption_that_is_added_afterwards_is_the_text_of_the_measure(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo())
    await edits_caption(ada, WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS
    await edits_caption(ada, BETTER)
    assert (await town.content(ROADS, "1")).text == BETTER


async def test_caption_edited_into_another_name_renames_the_file(town: Town, ada: Chat) -> None:
    await at_text(ada)
    before = await town.content(ROADS, "1")
    await sends_photo(ada, photo())
    card = await edits_caption(ada, "现场照片")
    assert said("edit-of-file-name", number="1", name="现场照片.jpg") in card.text
    await edits_caption(ada, "1 竣工照片")
    assert await evidence(town, "1") == ["竣工照片.jpg"]
    assert await town.content(ROADS, "1") == before


async def test_name_of_a_filed_file_stays_as_it_was_filed(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo())
    await ada.files()
    card = await edits_caption(ada, "现场照片")
    assert said("edit-of-file", number="1") in card.text
    assert await evidence(town, "1") == ["照片1.jpg"]


async def test_caption_that_was_refused_counts_once_it_is_edited_into_an_answer(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), "无", answers=2)
    assert (await town.content(ROADS, "1")).text == ""
    await edits_caption(ada, WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_caption_of_a_photo_that_waits_is_edited_where_it_waits(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await ada.sends(WORDS)
    await sends_photo(ada, photo(), "The bridge stands.")
    card = await edits_caption(ada, BETTER)
    assert said("edit-of-caption-waiting") in card.text
    await ada.does(lambda: ada.phone.taps("2 "), answers=2)
    assert (await town.content(ROADS, "2")).text == BETTER


async def test_number_that_is_put_before_the_caption_of_a_photo_that_waits_places_it(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await ada.sends(WORDS)
    await sends_photo(ada, photo())
    await edits_caption(ada, f"2 {BETTER}", answers=2)
    assert len(await evidence(town, "2")) == 1
    assert (await town.content(ROADS, "2")).text == BETTER


async def test_other_picture_under_the_same_caption_is_told_to_be_sent_by_itself(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), WORDS, answers=2)
    before = await town.content(ROADS, "1")
    card = await edits_caption(ada, WORDS)
    assert said("edit-of-file", number="1") in card.text
    assert await town.content(ROADS, "1") == before


async def test_caption_edited_after_filing_opens_a_correction(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), WORDS, answers=2)
    await ada.files()
    card = await edits_caption(ada, BETTER)
    assert card.text.startswith(said("edit-opens-correction", number="1"))
    await ada.sends("The number was wrong.")
    assert (await town.content(ROADS, "1")).text == BETTER


async def test_caption_first_written_after_filing_is_told_to_be_too_late(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo())
    await ada.files()
    told = await edits_caption(ada, BETTER)
    assert told.text == said("edit-of-caption-filed", number="1")
    assert (await town.content(ROADS, "1")).text != BETTER


DAMAGED = photo(9)[:300]


@pytest.mark.parametrize(
    ("shots", "answers"),
    [
        ([photo()], 2),
        ([photo(), photo(1)], 2),
        ([photo(), DAMAGED, photo(2)], 3),
        ([photo(), photo(1), DAMAGED], 3),
    ],
)
async def test_caption_that_goes_on_with_a_complete_measure_is_shown_there_and_can_be_undone(
    town: Town, ada: Chat, shots: list[bytes], answers: int
) -> None:
    await ada.sends("2 正常推进：完成招标，签约3家。")
    await ada.sends("/report")
    caption = "2 基站开通5个"
    card = await ada.does(
        lambda: (
            ada.phone.sends_album(shots, caption=caption)
            if len(shots) > 1
            else ada.phone.sends_photo(shots[0], caption=caption)
        ),
        answers=answers,
    )
    assert (await town.content(ROADS, "2")).text == "完成招标，签约3家。\n基站开通5个"
    assert said("button-words-only") in card.labels
    await ada.taps("button-words-back")
    assert (await town.content(ROADS, "2")).text == "完成招标，签约3家。"


async def test_rest_of_an_album_goes_where_the_words_beside_its_damaged_photo_say(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    album = [DAMAGED, DAMAGED, photo(2), photo(3)]
    await ada.does(lambda: ada.phone.sends_album(album, caption="2：基站开通5个"), answers=3)
    assert await evidence(town, "1") == []
    assert len(await evidence(town, "2")) == 2


async def test_number_before_the_caption_says_which_measure_is_meant(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), f"2 {WORDS}", answers=2)
    assert await evidence(town, "1") == []
    assert len(await evidence(town, "2")) == 1
    assert (await town.content(ROADS, "2")).text == WORDS


async def test_photo_between_two_measures_is_kept_and_asked_about(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await ada.sends(WORDS)
    card = await sends_photo(ada, photo())
    assert card.text.startswith(start_of("evidence-which", files="*"))
    assert await evidence(town, "1") == []
    await ada.does(lambda: ada.phone.taps("1 "))
    assert len(await evidence(town, "1")) == 1


async def test_words_of_a_photo_that_waits_go_where_it_goes(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await ada.sends(WORDS)
    await sends_photo(ada, photo(), "The bridge stands.")
    await ada.does(lambda: ada.phone.taps("2 "), answers=2)
    assert (await town.content(ROADS, "2")).text == "The bridge stands."
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_album_is_one_card_and_all_of_it_goes_to_one_measure(town: Town, ada: Chat) -> None:
    await at_text(ada)
    pictures = [photo(number) for number in range(5)]
    card = await ada.does(lambda: ada.phone.sends_album(pictures))
    assert len(await evidence(town, "1")) == 5
    assert said("evidence-button-take") in card.labels
    await ada.taps("evidence-button-take")
    assert await evidence(town, "1") == []
    await ada.taps("evidence-button-back")
    assert len(await evidence(town, "1")) == 5


async def test_question_below_an_album_counts_all_of_it(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.does(lambda: ada.phone.sends_album([photo(1), photo(2)], caption=WORDS), answers=2)
    assert said("evidence-button-list", count="2") in ada.labels


async def test_album_that_a_kill_cuts_in_two_is_whole_afterwards(town: Town, ada: Chat) -> None:
    await at_text(ada)
    ada.phone.sends_album([photo(number) for number in range(5)])
    await town.app.parts.poller.poll(wait=False)
    await town.kill()
    await town.steps()
    ada.news()
    assert len(await evidence(town, "1")) == 5


async def test_same_photo_twice_is_listed_once(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo())
    await sends_photo(ada, photo())
    assert len(await evidence(town, "1")) == 1


async def test_evidence_is_listed_looked_at_and_taken_away_one_by_one(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await ada.does(lambda: ada.phone.sends_document("plan.pdf", PDF))
    await sends_photo(ada, photo())
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    listed = await ada.taps("evidence-button-list", count="2")
    assert "plan.pdf" in listed.text
    given = await ada.taps("evidence-button-show", place="1")
    assert given.document is not None
    assert given.document.content == PDF
    await ada.taps("evidence-button-take-one", place="1", answers=2)
    assert len(await evidence(town, "1")) == 1


async def test_file_moves_to_another_measure_by_its_number(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await sends_photo(ada, photo())
    await ada.taps("evidence-button-move")
    await ada.does(lambda: ada.phone.taps("2"))
    assert await evidence(town, "1") == []
    assert len(await evidence(town, "2")) == 1


async def ends_with_one_done(ada: Chat) -> None:
    """Measure 1 is done, and the last whose text is asked."""
    await ada.sends("/report")
    await ada.sends(f"2 正常推进：{WORDS}")
    await ada.taps("status-done")


async def test_done_without_evidence_asks_for_it_and_a_photo_answers(town: Town, ada: Chat) -> None:
    await ends_with_one_done(ada)
    asked = await ada.sends(WORDS)
    assert said("ask-evidence") in asked.text
    await sends_photo(ada, photo(), answers=2)
    assert said("doubt-no-evidence") not in ada.card.text
    names = await evidence(town, "1")
    told = [m for m in ada.phone.chat if m.from_bot and names[0] in m.text]
    assert len(told) == 1, "one card tells of the photo, and nothing else"
    assert (await town.content(ROADS, "1")).status is EntryStatus.DONE


async def test_words_with_the_photo_that_was_asked_for_go_on_with_the_text(
    town: Town, ada: Chat
) -> None:
    await ends_with_one_done(ada)
    await ada.sends(WORDS)
    card = await sends_photo(ada, photo(), "The opening.", answers=2)
    content = await town.content(ROADS, "1")
    assert (content.text, content.explanations) == (f"{WORDS}\nThe opening.", ())
    assert said("button-file") in card.labels


async def test_done_without_evidence_is_explained_in_a_sentence(town: Town, ada: Chat) -> None:
    await ends_with_one_done(ada)
    await ada.sends(WORDS)
    await ada.sends("The approval lies with the province.")
    content = await town.content(ROADS, "1")
    assert [one.reason for one in content.explanations] == ["The approval lies with the province."]


async def test_what_is_filed_names_its_evidence_and_the_office_can_read_it(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await ada.does(lambda: ada.phone.sends_document("plan.pdf", PDF))
    await ada.files()
    filed = (await town.revisions(ROADS))[-1]
    assert [file.name for entry in filed.entries for file in entry.evidence] == ["plan.pdf"]
    olga = town.chats[OLGA]
    olga.news()
    await olga.sends("/review")
    await olga.does(lambda: olga.phone.taps(ROADS))
    given = await olga.taps("evidence-button-filed", count="1")
    assert given.document is not None
    assert given.document.content == PDF
    assert TIMETABLE.search(given.text)


async def test_evidence_counts_as_a_change_of_a_preview_that_was_seen_before(
    town: Town, ada: Chat
) -> None:
    await ada.fills()
    stale = ada.card
    await sends_photo(ada, photo(), "1")
    file_it = next(b.data for row in stale.buttons for b in row if b.text == said("button-file"))
    await ada.presses(file_it or "", on=stale)
    assert ada.toast == said("report-changed-meanwhile")


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "evidence-heic"),
        ("all.zip", b"PK\x05\x06" + b"\0" * 18, "evidence-packed"),
        ("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "evidence-moving"),
        ("tool.exe", b"MZ\x90\0\3\0\0\0", "evidence-unknown"),
        ("scan.tif", b"II*\0\x08\0\0\0", "evidence-bitmap"),
        ("scan.bmp", b"BM\x36\0\0\0", "evidence-bitmap"),
        ("empty.pdf", b"\n", "evidence-empty"),
    ],
)
async def test_refusal_says_why_and_changes_nothing(
    town: Town, ada: Chat, name: str, content: bytes, key: str
) -> None:
    await at_text(ada)
    question = ada.card.text
    card = await ada.does(lambda: ada.phone.sends_document(name, content), answers=2)
    assert [message.text for message in ada.phone.chat[-2:]] == [said(key, name=name), card.text]
    assert card.text == question
    assert await _rows(town) == 0


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "evidence-heic"),
        ("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "evidence-moving"),
    ],
)
async def test_words_beside_a_file_that_is_refused_are_the_answer_all_the_same(
    town: Town, ada: Chat, name: str, content: bytes, key: str
) -> None:
    await at_text(ada)
    words = "完成12处站址选定。"
    await ada.does(lambda: ada.phone.sends_document(name, content, caption=words), answers=2)
    assert said(key, name=name) in [message.text for message in ada.phone.chat]
    assert (await town.content(ROADS, "1")).text == words
    assert await _rows(town) == 0


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/cron.d/x.pdf",
        "/etc/passwd",
        "a\0b.pdf",
        "\u202efdp.exe",
        "长" * 300 + ".pdf",
        "CON",
        "name.",
    ],
)
async def test_name_of_a_file_leads_nowhere_and_its_content_is_kept(
    town: Town, ada: Chat, name: str
) -> None:
    await at_text(ada)
    await ada.does(lambda: ada.phone.sends_document(name, PDF))
    (shown,) = await evidence(town, "1")
    assert "/" not in shown
    assert "\0" not in shown
    assert shown.endswith(".pdf")
    stored = [path for path in town.settings.database.files.rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in stored if path.suffix == ""].count(PDF) == 1


async def test_no_evidence_is_kept_when_no_report_is_open_for_writing(
    town: Town, ada: Chat
) -> None:
    await ada.files()
    answer = await sends_photo(ada, photo())
    assert answer.text.startswith(said("stamped-no-code", pages=1, what=""))
    assert answer.text.endswith(f"{said('stamped-no-evidence')}\n{TIMES}")
    assert await _rows(town) == 0


async def test_colleague_of_another_unit_can_do_nothing_with_it(town: Town, ada: Chat) -> None:
    await at_text(ada)
    card = await sends_photo(ada, photo())
    boris = town.chats[BORIS]
    for row in card.buttons:
        for button in row:
            answer = await boris.presses(button.data or "")
            assert answer.text == said("not-allowed")
    assert len(await evidence(town, "1")) == 1


async def test_more_files_than_the_office_takes_are_refused_with_the_way_on(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    for number in range(town.settings.evidence.most_files):
        await sends_photo(ada, photo(number))
    await ada.does(lambda: ada.phone.sends_photo(photo(100)), answers=2)
    answer = ada.phone.chat[-2]
    assert answer.text.startswith(start_of("evidence-too-many", number="1"))
    assert len(await evidence(town, "1")) == town.settings.evidence.most_files


async def test_file_of_twenty_megabytes_is_taken_and_a_larger_one_is_refused_unfetched(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    end = b"%%EOF\n"
    largest = PDF.ljust(MOST_BYTES - len(end), b"\n") + end
    await ada.does(lambda: ada.phone.sends_document("largest.pdf", largest))
    too_large = largest + b"\n"
    await ada.does(lambda: ada.phone.sends_document("too-large.pdf", too_large), answers=2)
    assert said("file-too-large", name="too-large.pdf") in ada.phone.chat[-2].text
    assert await evidence(town, "1") == ["largest.pdf"]


async def _rows(town: Town) -> int:
    def count(session: Session) -> int:
        return len(session.exec(select(Evidence)).all())

    return await town.reads(count)


@pytest.mark.parametrize("caption", ["现场照片", "佐证", "资质证书", "见附件"])
async def test_caption_that_names_the_photo_is_its_name_and_no_progress(
    town: Town, ada: Chat, caption: str
) -> None:
    await at_text(ada)
    before = await town.content(ROADS, "1")
    await sends_photo(ada, photo(), caption)
    await sends_photo(ada, photo(1), caption)
    assert await town.content(ROADS, "1") == before
    name = "照片" if caption == "见附件" else caption
    first = "照片1.jpg" if caption == "见附件" else f"{name}.jpg"
    assert await evidence(town, "1") == [first, f"{name}2.jpg"]
    document = await ada.does(lambda: ada.phone.sends_document("scan.pdf", PDF, caption="验收报告"))
    assert "验收报告.pdf" in document.text
    assert await town.content(ROADS, "1") == before


async def test_photos_of_an_album_are_told_apart_by_their_names(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await ada.does(lambda: ada.phone.sends_album([photo(number) for number in range(3)]))
    assert await evidence(town, "1") == ["照片1.jpg", "照片2.jpg", "照片3.jpg"]
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("evidence-button-list", count="3")
    await ada.taps("evidence-button-take-one", place="2", answers=2)
    await sends_photo(ada, photo(9), "1")
    assert await evidence(town, "1") == ["照片1.jpg", "照片3.jpg", "照片2.jpg"]


async def test_photo_that_moves_to_another_measure_is_named_apart_there(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), "2")
    await sends_photo(ada, photo(1))
    await ada.taps("evidence-button-move")
    await ada.does(lambda: ada.phone.taps("2"))
    assert await evidence(town, "2") == ["照片1.jpg", "照片2.jpg"]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("图为集聚区开工仪式现场", "集聚区开工仪式现场"),
        ("贷款现场会", "贷款现场会"),
        ("关于两业融合的请示", "关于两业融合的请示"),
    ],
)
async def test_caption_that_says_what_is_to_be_seen_is_the_name_where_words_are_asked(
    town: Town, ada: Chat, caption: str, name: str
) -> None:
    await at_text(ada)
    before = await town.content(ROADS, "1")
    await sends_photo(ada, photo(), caption)
    assert await town.content(ROADS, "1") == before
    assert await evidence(town, "1") == [f"{name}.jpg"]


@pytest.mark.parametrize("caption", ["1 现场", "1 领导小组会", "1项签约现场"])
async def test_name_of_a_picture_behind_a_number_is_no_text_of_that_measure(
    town: Town, ada: Chat, caption: str
) -> None:
    await ada.sends("/report")
    await sends_photo(ada, photo(), caption)
    assert (await town.content(ROADS, "1")).text == ""
    assert await evidence(town, "1") == [f"{caption.lstrip('1 项')}.jpg"]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("这张是2的", "照片1"),
        ("都是2的", "照片1"),
        ("2的", "照片1"),
        ("（2）签约现场", "签约现场"),
        ("附：2项签约现场照片", "签约现场照片"),
        ("2签约照片", "签约照片"),
        ("2-签约照片", "签约照片"),
        ("补充佐证：2 托管合同", "托管合同"),
        ("补2的照片", "照片1"),
        ("五G基站照片，第二项", "五G基站照片"),
        ("these are for 2", "照片1"),
        ("2 signing photo", "signing photo"),
    ],
)
async def test_caption_names_its_measure_in_any_plain_dress(
    town: Town, ada: Chat, caption: str, name: str
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), caption)
    assert (await town.content(ROADS, "1")).text == ""
    assert (await town.content(ROADS, "2")).text == ""
    assert await evidence(town, "1") == []
    assert await evidence(town, "2") == [f"{name}.jpg"]


SIGNED = "签约已经备案。"


async def test_number_of_a_caption_that_may_count_is_asked_about(town: Town, ada: Chat) -> None:
    await at_text(ada)
    asked = await sends_photo(ada, photo(), f"2{SIGNED}")
    assert asked.text.startswith(said("evidence-which", files="照片1.jpg"))
    await ada.does(lambda: ada.phone.taps("2 "), answers=2)
    assert (await town.content(ROADS, "2")).text == SIGNED
    assert (await town.content(ROADS, "1")).text == ""
    assert await evidence(town, "2") == ["照片1.jpg"]


async def test_number_of_a_caption_that_counts_after_all_stays_in_the_words(
    town: Town, ada: Chat
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), f"2{SIGNED}")
    await ada.does(lambda: ada.phone.taps("1 "), answers=2)
    assert (await town.content(ROADS, "1")).text == f"2{SIGNED}"


STREET = "沿街商铺"
"""Nobody can tell whether it says what was done."""


async def test_words_that_may_only_name_the_picture_are_asked_about(town: Town, ada: Chat) -> None:
    await at_text(ada)
    card = await sends_photo(ada, photo(), STREET, answers=2)
    assert card.text.startswith(said("caption-may-be-name", said=STREET, number="1", step="text"))
    assert await evidence(town, "1") == [f"{STREET}.jpg"]
    assert (await town.content(ROADS, "1")).text == ""
    await ada.taps("caption-button", step="text")
    assert (await town.content(ROADS, "1")).text == STREET


async def test_words_that_may_only_name_the_picture_are_asked_about_where_nothing_is_asked(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    asked = await sends_photo(ada, photo(), f"2 {STREET}", answers=2)
    assert asked.text == said("caption-may-be-name", said=STREET, number="2", step="text")
    assert await evidence(town, "2") == [f"{STREET}.jpg"]
    await ada.taps("caption-button", step="text")
    assert (await town.content(ROADS, "2")).text == STREET
    ada.news()


async def test_short_words_on_an_event_beside_an_album_name_its_photo_and_a_button_stores_them(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    pictures = [photo(1), photo(2)]
    asked = await ada.does(
        lambda: ada.phone.sends_album(pictures, captions=["2项签约和授牌", ""]), answers=2
    )
    assert said("caption-button", step="text") in asked.labels
    assert (await town.content(ROADS, "2")).text == ""
    assert await evidence(town, "2") == ["签约和授牌.jpg", "照片1.jpg"]
    await ada.taps("caption-button", step="text")
    assert (await town.content(ROADS, "2")).text == "签约和授牌"
    ada.news()


async def at_problem(ada: Chat) -> None:
    """Measure 1 is asked what the problem is."""
    await ada.sends("/report")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-behind")
    await ada.sends("完成12处站址选定。")


SLOPE = "The slope above the road"


async def test_caption_answers_no_problem_and_no_next_step_and_names_the_file(
    town: Town, ada: Chat
) -> None:
    await at_problem(ada)
    before = await town.content(ROADS, "1")
    card = await sends_photo(ada, photo(), SLOPE, answers=2)
    assert card.text.startswith(said("caption-is-name", said=SLOPE, step="problem"))
    assert await evidence(town, "1") == [f"{SLOPE}.jpg"]
    assert await town.content(ROADS, "1") == before
    await sends_photo(ada, photo(1), f"存在问题：{SLOPE}", answers=2)
    assert (await town.content(ROADS, "1")).problem == SLOPE
    card = await sends_photo(ada, photo(2), SLOPE, answers=2)
    assert card.text.startswith(said("caption-is-name", said=SLOPE, step="next-step"))
    await edits_caption(ada, BETTER)
    assert (await evidence(town, "1"))[-1] == "Four kilometres are built2.jpg"
    assert (await town.content(ROADS, "1")).next_step == ""


async def test_caption_at_the_question_of_a_problem_is_stored_by_one_tap(
    town: Town, ada: Chat
) -> None:
    await at_problem(ada)
    text = (await town.content(ROADS, "1")).text
    await sends_photo(ada, photo(), SLOPE, answers=2)
    await ada.taps("caption-button", step="problem")
    assert (await town.content(ROADS, "1")).problem == SLOPE
    await edits_caption(ada, "The slope has slid.")
    assert (await town.content(ROADS, "1")).problem == "The slope has slid."
    await sends_photo(ada, photo(1), WORDS, answers=2)
    card = await ada.taps("caption-button", step="text")
    content = await town.content(ROADS, "1")
    assert (content.text, content.next_step) == (f"{text}\n{WORDS}", "")
    assert card.text.endswith(said("ask-next-step"))


async def test_words_that_name_no_file_wait_beside_the_question_of_a_problem(
    town: Town, ada: Chat
) -> None:
    await at_problem(ada)
    long = "Rain has washed the slope out, and the road below it is closed to lorries."
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
    await ada.does(lambda: ada.phone.sends_document("film.mp4", film, caption=SLOPE), answers=2)
    card = await sends_photo(ada, photo(), long, answers=2)
    assert card.text.startswith(said("caption-waits", said=long, step="problem"))
    assert await evidence(town, "1") == ["照片1.jpg"]
    await ada.taps("held-button-answer", month="none", number="1", step=said("step-problem"))
    assert (await town.content(ROADS, "1")).problem == long
    await ada.sends("The slope is walled in August.")
    content = await town.content(ROADS, "1")
    assert content.next_step == "The slope is walled in August."
    await ada.taps("held-button-show")
    await ada.taps("held-button-add", month="none", number="1", step=said("step-text"))
    assert (await town.content(ROADS, "1")).text.endswith(f"\n{SLOPE}")


@pytest.mark.parametrize(
    ("caption", "status", "text"),
    [
        ("已完成：12处选址", EntryStatus.ON_TRACK, "已完成：12处选址"),
        ("已完成，7月20日验收", EntryStatus.ON_TRACK, "已完成，7月20日验收"),
        ("滞后：停工。", EntryStatus.BEHIND, "停工。"),
    ],
)
async def test_status_before_a_caption_is_read_as_in_a_message(
    town: Town, ada: Chat, caption: str, status: EntryStatus, text: str
) -> None:
    await at_text(ada)
    await sends_photo(ada, photo(), caption, answers=2)
    content = await town.content(ROADS, "1")
    assert (content.status, content.text) == (status, text)
    ada.news()


async def test_words_at_the_list_of_files_do_what_they_say(town: Town, ada: Chat) -> None:
    await at_text(ada)
    await ada.does(lambda: ada.phone.sends_album([photo(1), photo(2), photo(3)]))
    three = await evidence(town, "1")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    listed = await ada.taps("evidence-button-list", count="3")
    assert said("evidence-button-take-all") in listed.labels
    await ada.sends("第1张放到2", answers=1)
    assert (await evidence(town, "1"), await evidence(town, "2")) == (three[1:], three[:1])
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("evidence-button-list", count="2")
    for words in ("全部取下", "都不要了"):
        await ada.sends(words, answers=2)
        assert await evidence(town, "1") == []
        await ada.sends("放回去")
        assert await evidence(town, "1") == three[1:]
        await ada.sends("/report")
        await ada.does(lambda: ada.phone.taps("1"))
        await ada.taps("evidence-button-list", count="2")
    await ada.taps("evidence-button-take-one", place="1", answers=2)
    assert await evidence(town, "1") == three[2:]
    await ada.sends("恢复")
    assert await evidence(town, "1") == three[1:]
    assert (await town.content(ROADS, "1")).text == ""
