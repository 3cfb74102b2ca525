"""The stamped page comes back by chat: told by its code, or asked about; what is wrong is said."""

import asyncio
import io
from datetime import timedelta

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from sqlmodel import Session, select

from dialog.press import Action, Press
from models.evidence import Evidence
from models.stamped_copies import StampedCopy, copy_hashes, originals_of_revision
from models.ticks import ticks_of_report
from reports.code_picture import picture_of
from reports.scan import Scan, read_scan
from sandbox.scanner import as_pdf, as_photo, code_in, signed_page
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import OFFICE, at
from tests.models.samples import BORIS, OLGA, ROADS, WATER
from tests.plans import papers
from vocabulary.period import Period
from vocabulary.stamp_code import stamp_code
from vocabulary.terms import ContactKind

JULY = "7月份"


async def read_here(data: bytes, name: str) -> Scan:
    """In this process: that the reading has one of its own is tested beside it."""
    return await asyncio.to_thread(read_scan, data, name=name)


@pytest.fixture
def town(plain_town: Town) -> Town:
    plain_town.app.parts.doors.read_scan = read_here
    return plain_town


async def files(chat: Chat) -> Image.Image:
    """Files the report; gives the code of the draft that comes with the receipt."""
    return draft_code(await chat.files())


def draft_code(message: object) -> Image.Image:
    document = getattr(message, "document", None)
    assert document is not None
    code = code_in(document.content)
    assert code is not None
    return code


def page(code: Image.Image | None, *, seal: bool = True, seed: int = 0) -> bytes:
    return as_photo(signed_page(code, seal=seal, seed=seed))


async def sends(chat: Chat, photo: bytes, *, answers: int = 1, caption: str = "") -> str:
    message = await chat.does(
        lambda: chat.phone.sends_photo(photo, caption=caption), answers=answers
    )
    return message.text


async def has_scan(town: Town, unit: str) -> bool:
    report = await town.report_of(unit)
    ticks = await town.reads(lambda session: ticks_of_report(session, report.id))
    return ticks.scan is not None


async def pages_kept(town: Town, unit: str) -> list[int]:
    """Of the newest revision, by file."""

    def look(session: Session) -> list[int]:
        copies = session.exec(select(StampedCopy)).all()
        revision_id = max(copy.revision_id or 0 for copy in copies)
        return [file.pages for file in originals_of_revision(session, revision_id)]

    return await town.reads(look)


def what(unit: str = ROADS, revision: int = 1) -> str:
    return said("stamped-what", unit=unit, month=JULY, revision=revision)


def good(pages: int, revision: int = 1, original: str = "no") -> str:
    return said(
        "stamped-good", pages=pages, what=what(revision=revision), original=original, office=OFFICE
    )


async def test_stamped_page_is_recognised_registered_shown_and_taken_back(
    town: Town, ada: Chat
) -> None:
    photo = page(await files(ada))
    text = await sends(ada, photo)
    assert text.startswith(good(1))
    assert await has_scan(town, ROADS)

    assert said("stamped-same", what=what(), times=TIMES) in await sends(ada, photo)
    shown = await ada.taps("stamped-button-show", answers=2)
    assert shown.document is not None
    assert shown.document.content == photo, "as it came"
    assert any(label == said("stamped-button-take-one", at=1) for label in ada.labels)

    await ada.taps("stamped-button-take-one", at=1)
    await ada.sends("The wrong sheet.")
    assert not await has_scan(town, ROADS)
    olga = town.chats[OLGA]
    assert said("stamped-told-office-taken", what=what(), by="Ada", reason="The wrong sheet.") in (
        olga.news()[-1].text
    )
    await sends(ada, photo)
    assert await has_scan(town, ROADS), "it may be sent again"
    kept = await olga.taps("stamped-button-show", answers=2)
    assert kept.document is not None
    assert kept.document.content == photo
    (one,) = await town.reads(lambda session: copy_hashes(session, now=at(30)))
    stored = [path.name for path in town.settings.database.files.rglob("*")]
    assert one in stored


async def test_photo_whose_words_name_a_filed_measure_is_for_a_correction_and_no_stamped_page(
    town: Town, ada: Chat
) -> None:
    await files(ada)
    card = await ada.does(lambda: ada.phone.sends_photo(page(None), caption="1 揭牌2家"), answers=2)
    assert said("evidence-of-filed", number="1") in ada.phone.chat[-2].text
    assert said("ask-correction-reason", revision="1") in card.text
    assert await town.reads(lambda session: list(session.exec(select(StampedCopy)))) == []
    card = await ada.sends("补充。")
    assert "揭牌2家" in card.text


async def test_page_of_an_older_revision_is_told_and_only_a_reason_makes_it_count(
    town: Town, ada: Chat
) -> None:
    first = await files(ada)
    await ada.taps("button-correct")
    await ada.sends("Wrong number.")
    second = draft_code(await ada.changes_and_files())
    town.reads_all()
    text = await sends(ada, page(first))
    assert text.startswith(said("stamped-older", pages=1, what=what(), newest=2))
    assert not await has_scan(town, ROADS)

    await ada.taps("stamped-button-is", unit=ROADS, month=JULY, revision=2)
    await ada.sends("The text of this page has not changed.")
    assert await has_scan(town, ROADS)
    notice = town.chats[OLGA].news()[-1].text
    assert "The text of this page has not changed." in notice
    assert said("finding-older") in notice

    assert (await sends(ada, page(second))).startswith(good(1, revision=2))


async def test_paper_of_a_report_that_is_returned_is_not_asked_for(town: Town, ada: Chat) -> None:
    photo = page(await files(ada))
    await town.chats[OLGA].sends(f"/return {ROADS} 请写明公里数")
    town.reads_all()
    assert (await sends(ada, photo)).startswith(good(1, original="returned"))


async def test_what_is_amiss_is_told_apart_at_once(town: Town, ada: Chat) -> None:
    code = await files(ada)
    boris = town.chats[BORIS]
    water = await files(boris)
    unsealed = await sends(ada, page(code, seal=False))
    assert unsealed.startswith(said("stamped-colourless", pages=1, what=what()))
    red_line = signed_page(code, seal=False)
    red_line.paste((220, 30, 30), (200, 60, 1000, 90))
    assert (await sends(ada, as_photo(red_line))).startswith(
        said("stamped-no-seal", pages=1, what=what())
    )
    of_water = await sends(ada, page(water))
    assert of_water.startswith(said("stamped-other-unit", pages=1, what=""))
    assert WATER not in of_water
    made_up = picture_of(stamp_code(1, Period(2022, 7), 1, "made up").text).convert("RGB")
    assert (await sends(ada, page(made_up))).startswith(said("stamped-foreign", pages=1, what=""))
    assert not await has_scan(town, ROADS)
    assert not await has_scan(town, WATER)

    forged = await town.reads(lambda session: session.exec(select(StampedCopy.id)).all())
    stale = await boris.presses(Press(Action.STAMPED_DROP, forged[0]).data())
    assert start_of("not-allowed") in stale.text
    await ada.taps("stamped-button-drop")
    assert ada.phone.last.text == said("stamped-dropped")

    locked = await ada.does(lambda: ada.phone.sends_document("盖章件.pdf", with_a_password()))
    assert locked.text == said("scan-locked", name="盖章件.pdf")


def with_a_password() -> bytes:
    content = io.BytesIO()
    Canvas(content, encrypt=StandardEncryption("secret")).save()
    return content.getvalue()


async def test_page_without_a_code_is_asked_about_and_never_taken_for_evidence_unasked(
    town: Town, ada: Chat
) -> None:
    await files(ada)
    text = await sends(ada, page(None))
    assert text.startswith(said("stamped-no-code", pages=1, what=""))
    assert len(ada.labels) == 2, "it is the stamped copy, or it is none"
    await ada.taps("stamped-button-is", unit=ROADS, month=JULY, revision=1)
    refused = await ada.sends("12")
    assert refused.text == said("answer-number-only", said="12")
    await ada.sends("The printer has cut the foot off.")
    assert await has_scan(town, ROADS)
    assert not await town.reads(lambda session: session.exec(select(Evidence)).all())
    assert said("finding-no-code") in town.chats[OLGA].the_news().text

    await sends(ada, page(None, seal=False, seed=4))
    await ada.taps("stamped-button-join")
    assert await pages_kept(town, ROADS) == [1, 1]


async def test_album_is_one_copy_wherever_in_it_the_code_is_and_each_page_counts_once(
    town: Town, ada: Chat
) -> None:
    code = await files(ada)
    pages = [page(None, seal=False, seed=1), page(code), page(None, seal=False, seed=2)]
    pages.append(page(code, seed=3))
    await ada.does(lambda: ada.phone.sends_album(pages), answers=2)
    assert ada.phone.chat[-1].text == said("stamped-again", count=1)
    assert ada.card.text.startswith(good(3))
    assert await pages_kept(town, ROADS) == [1, 1, 1, 0]


async def test_file_with_pages_of_two_units_is_registered_for_each_and_opened_by_the_office(
    town: Town, ada: Chat
) -> None:
    boris, olga = town.chats[BORIS], town.chats[OLGA]
    roads, water = await files(ada), await files(boris)
    town.reads_all()
    blank = signed_page(None, seal=False, seed=3)
    pdf = as_pdf([blank, signed_page(roads), signed_page(water), blank, blank])
    await olga.does(lambda: olga.phone.sends_document("扫描.pdf", pdf), answers=3)
    texts = [message.text for message in olga.phone.chat[-3:]]
    assert said("stamped-several", reports=2) in texts
    assert any(text.startswith(good(2)) for text in texts)
    assert any(f"收到 3 页。识别：{what(WATER)}" in text for text in texts)
    assert await has_scan(town, ROADS)
    assert await has_scan(town, WATER)
    town.reads_all()
    shown = await ada.sends("/history")
    await ada.does(lambda: ada.phone.taps(shown.labels[0]))
    await ada.taps("history-button-stamped", answers=2)
    assert said("stamped-shared", count=1) in [one.text for one in ada.phone.chat[-2:]]
    assert not any(one.document and one.document.name == "扫描.pdf" for one in ada.phone.chat)


async def test_what_else_is_in_a_file_is_said_and_not_registered(town: Town, ada: Chat) -> None:
    first = await files(ada)
    await ada.taps("button-correct")
    await ada.sends("Wrong number.")
    second = draft_code(await ada.changes_and_files())
    water = await files(town.chats[BORIS])
    town.reads_all()
    pdf = as_pdf([signed_page(first), signed_page(second), signed_page(water)])
    await ada.does(lambda: ada.phone.sends_document("扫描.pdf", pdf), answers=2)
    texts = [message.text for message in ada.phone.chat[-2:]]
    assert any(text.startswith(good(2, revision=2)) for text in texts)
    others = f"{said('finding-older')}、{said('finding-other-unit')}"
    assert said("stamped-beside", what=others) in texts
    assert not await has_scan(town, WATER)


async def test_office_sends_a_pdf_for_a_unit_and_whose_work_it_was_is_seen(
    town: Town, ada: Chat
) -> None:
    code = await files(ada)
    town.reads_all()
    pdf = as_pdf([signed_page(None, seal=False, seed=3), signed_page(code)])
    olga = town.chats[OLGA]
    message = await olga.does(lambda: olga.phone.sends_document("扫描.pdf", pdf))
    assert message.text.startswith(good(2))
    assert await has_scan(town, ROADS)
    await olga.taps("stamped-button-show", answers=2)
    assert any("(on behalf)" in one.text or "（代办）" in one.text for one in olga.phone.chat)
    town.reads_all()
    shown = await ada.sends("/history")
    await ada.does(lambda: ada.phone.taps(shown.labels[0]))
    kept = await ada.taps("history-button-stamped", answers=2)
    assert kept.document is not None
    assert kept.document.content == pdf


async def test_photo_while_a_report_is_written_stays_evidence_and_the_code_decides(
    town: Town, ada: Chat
) -> None:
    code = await files(ada)
    await ada.taps("button-correct")
    await ada.sends("More to tell.")
    await ada.sends("/report")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("button-change-text")
    placed = await sends(ada, page(None, seal=False, seed=9))
    assert placed.startswith(start_of("evidence-placed", files="*"))
    assert what() in await sends(ada, page(code))
    assert len(await town.reads(lambda session: session.exec(select(Evidence)).all())) == 1


async def test_nothing_can_be_taken_back_once_the_month_is_locked(town: Town, ada: Chat) -> None:
    code = await files(ada)
    await sends(ada, page(code))
    (copy_id,) = await town.reads(lambda session: session.exec(select(StampedCopy.id)).all())
    await town.moves_to(at(19, 18) + timedelta(hours=1))
    town.reads_all()
    answer = await ada.presses(Press(Action.STAMPED_TAKE, copy_id).data())
    assert answer.text.startswith(start_of("stamped-locked", locked="*"))
    assert await has_scan(town, ROADS)
    assert (await sends(ada, page(code, seed=7))).startswith(good(1)), "a late one is still taken"


async def test_coordinators_photo_without_a_code_is_offered_to_every_unit_that_lacks_a_scan(
    town: Town, ada: Chat
) -> None:
    code = await files(ada)
    await files(town.chats[BORIS])
    town.reads_all()
    olga = town.chats[OLGA]
    text = await sends(olga, page(None))
    assert text.startswith(said("stamped-no-code-office", pages=1, lacking=2, file="photo"))
    assert [label for label in olga.labels if "第1版" in label] == [
        said("stamped-button-is", unit=unit, month=JULY, revision=1) for unit in (ROADS, WATER)
    ]
    asked = await olga.taps("stamped-button-is", unit=WATER, month=JULY, revision=1)
    assert asked.text.startswith(said("stamped-ask-why", what=what(WATER), who="unit"))
    await olga.sends("复印件，二维码未印全")
    assert await has_scan(town, WATER)
    told = town.chats[BORIS].news()[-1].text
    assert told.startswith(
        said(
            "stamped-told-unit-counted", by="Olga", what=what(WATER), reason="复印件，二维码未印全"
        )
    )

    text = await sends(olga, page(None, seal=False, seed=5))
    assert said("stamped-button-is", unit=WATER, month=JULY, revision=1) not in olga.labels
    await olga.taps("stamped-button-join-of", unit=WATER, month=JULY, revision=1)
    assert await pages_kept(town, WATER) == [1, 1]

    assert (await sends(olga, page(code))).startswith(good(1)), "a code needs nobody's word"
    assert await has_scan(town, ROADS)


@pytest.mark.long
@pytest.mark.parametrize("is_writer", [False, True])
async def test_coordinators_pdf_of_pictures_is_no_plan_and_may_be_a_stamped_copy(
    town: Town, ada: Chat, is_writer: bool
) -> None:
    await files(ada)
    olga = town.chats[OLGA]
    if is_writer:
        olga = await town.joins("Olga", OLGA, ROADS, ContactKind.DEPUTY)
    town.reads_all()
    pdf = as_pdf([signed_page(None, seal=False), signed_page(None)])
    card = await olga.does(lambda: olga.phone.sends_document("盖章件.pdf", pdf))
    assert card.text.startswith(said("stamped-no-code-office", pages=2, lacking=1, file="pdf"))
    await olga.taps("stamped-button-is", unit=ROADS, month=JULY, revision=1)
    await olga.sends("扫描时裁掉了页脚")
    assert await pages_kept(town, ROADS) == [2]
    town.reads_all()


REPORT = ("道路管理局关于2022年7月份工作任务完成情况的报告", "现将有关情况报告如下。", "特此报告。")
PLAN = (
    "关于印发全市道路建设行动计划的通知",
    "各有关单位：",
    "现印发给你们。",
    "一、主要任务",
    "1.修好道路。修建三公里。（市交通局负责）",
    "2.修好桥梁。修建一座。（市水利局负责）",
)


def recognised(lines: tuple[str, ...]) -> bytes:
    """A scanned page under which the scanner has laid what it has read on it."""
    content = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(content, pagesize=A4)
    canvas.drawImage(ImageReader(signed_page(None)), 0, 0, *A4)
    text = canvas.beginText(80, 700)
    text.setFont("STSong-Light", 16)
    text.setTextRenderMode(3)  # drawn in no colour
    text.textLines(lines)
    canvas.drawText(text)
    canvas.save()
    return content.getvalue()


async def test_coordinators_scan_with_recognised_text_may_be_a_stamped_copy_and_a_plan(
    town: Town, ada: Chat
) -> None:
    await files(ada)
    town.reads_all()
    olga = town.chats[OLGA]
    offered = said("stamped-no-code-office", pages=1, lacking=1, file="pdf")
    report = recognised(REPORT)
    card = await olga.does(lambda: olga.phone.sends_document("扫描.pdf", report))
    assert card.text.startswith(offered), "its text is no plan"
    plan = recognised(PLAN)
    await olga.does(lambda: olga.phone.sends_document("扫描2.pdf", plan), answers=3)
    texts = [message.text for message in olga.phone.chat[-3:]]
    assert sum(text.startswith(offered) for text in texts) == 1
    assert any("全市道路建设行动计划" in text for text in texts)


@pytest.mark.long
async def test_coordinators_page_is_not_kept_where_no_scan_is_missing(
    town: Town, ada: Chat
) -> None:
    code = await files(ada)
    await sends(ada, page(code))
    town.reads_all()
    olga = town.chats[OLGA]
    assert (await sends(olga, page(None))).startswith(said("stamped-of-nothing"))
    assert len(await town.reads(lambda session: session.exec(select(StampedCopy)).all())) == 1
    scanned = as_pdf([signed_page(None)])
    answer = await olga.does(lambda: olga.phone.sends_document("扫描.pdf", scanned))
    assert answer.text.startswith(said("stamped-of-nothing"))


@pytest.mark.long
async def test_coordinator_who_also_writes_for_a_unit_can_still_send_a_plan(
    town: Town, ada: Chat
) -> None:
    await files(ada)
    olga = await town.joins("Olga", OLGA, ROADS, ContactKind.DEPUTY)
    town.reads_all()
    plan = papers.as_pdf(["关于印发行动计划的通知", "现将行动计划印发给你们。"])
    await olga.does(lambda: olga.phone.sends_document("计划.pdf", plan))
    assert not await town.reads(lambda session: session.exec(select(StampedCopy)).all())
