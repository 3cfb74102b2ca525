"""What bears a mark of secrecy is not kept, and leaves the chat; the person is told honestly."""

import asyncio
import io
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from sqlalchemy import event
from sqlalchemy.orm import Session as AnySession
from sqlmodel import Session, col, select

from models.delivery import InboxState, OutboxKind
from models.evidence import Evidence
from sandbox import Delay
from sandbox import Message as Seen
from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.handlers.test_evidence import photo
from tests.handlers.test_unusual_messages import POLL, VOICE, is_forgotten, sends
from tests.models.samples import ADA, OLGA, ROADS
from tests.waiting import soon
from vocabulary.errors import BaosongError
from vocabulary.report import EntryContent
from vocabulary.terms import EntryStatus

SECRET = "机密★5年 the reservoir's seven gates"
WORDS = "Three kilometres are built."


def picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("L", (8, 8)).save(drawn, "PNG")
    return drawn.getvalue()


async def _at_the_text(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")


async def _sends_secret(ada: Chat) -> Seen:
    """What is said of it; the question that was open stands below."""
    question = ada.card.text
    card = await ada.sends(SECRET, answers=2)
    assert card.text == question
    return ada.phone.chat[-2]


def _held(mark: str = "机密") -> str:
    return start_of("secrecy-held", mark=mark)


async def test_a_held_text_is_explained_and_taken_out_of_the_chat(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    answer = await _sends_secret(ada)
    assert answer.text.startswith(_held())
    assert town.settings.office.contact in answer.text
    assert all("reservoir" not in message.text for message in ada.phone.chat)


async def test_a_held_text_is_no_answer_and_the_question_stays(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    await _sends_secret(ada)
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK)
    await ada.office.passes(town.clock.now() + timedelta(minutes=1))
    await ada.sends(WORDS)
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_nothing_of_a_held_text_is_in_any_table(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    await _sends_secret(ada)

    newest = (await town.inbox())[-1]
    assert (newest.body, newest.state) == ("", InboxState.DONE)
    assert all("reservoir" not in row.content for row in await town.outbox())


async def test_nothing_of_a_held_text_is_in_the_database_file(
    town: Town, ada: Chat, tmp_path: Path
) -> None:
    await _at_the_text(ada)
    await ada.sends("An ordinary text that is looked for too.", answers=1)
    await _sends_secret(ada)

    def settled(session: Session) -> None:
        session.connection().exec_driver_sql("COMMIT")
        session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        session.connection().exec_driver_sql("BEGIN")

    await town.reads(settled)
    url = town.settings.database.url.get_secret_value()
    everything = await asyncio.to_thread(Path(url.removeprefix("sqlite:///")).read_bytes)
    assert b"looked for too" in everything
    assert b"seven gates" not in everything


@pytest.mark.parametrize("kill", ["before handling", "before sending", "after sending"])
async def test_a_kill_in_between_leaves_nothing_of_a_held_text_and_it_is_explained_once(
    town: Town, ada: Chat, kill: str
) -> None:
    await _at_the_text(ada)
    ada.phone.sends(SECRET)
    if kill == "before handling":
        await town.app.parts.poller.poll(wait=False)
    elif kill == "before sending":
        await town.receives()
    else:
        await town.steps()
    await town.kill()
    await town.steps()
    told, _ = ada.news()
    assert told.text.startswith(_held())
    assert all("reservoir" not in message.text for message in ada.phone.chat)
    assert all("reservoir" not in row.body for row in await town.inbox())
    assert all("reservoir" not in row.content for row in await town.outbox())
    assert (await town.content(ROADS, "1")).text == ""


async def test_a_caption_and_a_file_name_are_looked_at_too(ada: Chat) -> None:
    for mark, deed in (
        ("秘密", lambda: ada.phone.sends_photo(picture(), caption="【秘密】")),
        ("内部资料", lambda: ada.phone.sends_document("内部资料.pdf", b"a file")),
        ("秘密", lambda: ada.phone.sends_photo(picture(), caption="秘密件扫描")),
        ("绝密", lambda: ada.phone.sends_document("绝密图纸.pdf", b"a file")),
    ):
        answer = await ada.does(deed)
        assert answer.text.startswith(_held(mark))


async def test_mark_where_no_text_stands_is_held_too(town: Town, ada: Chat) -> None:
    """All places of a message are a table in tests/dialog/test_secrecy.py."""
    await _at_the_text(ada)
    question = ada.card.text
    poll = {"poll": POLL | {"question": SECRET}}
    await ada.does(lambda: sends(ada, poll), answers=2)
    assert ada.phone.chat[-2].text.startswith(_held())
    assert ada.card.text == question
    newest = (await town.inbox())[-1]
    assert (newest.body, newest.state) == ("", InboxState.DONE)
    deletions = [row for row in await town.outbox(ada) if row.kind is OutboxKind.DELETION]
    assert len(deletions) == 1


def document(*paragraphs: str) -> bytes:
    made, stream = Document(), io.BytesIO()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(stream)
    return stream.getvalue()


async def test_file_that_bears_a_mark_leaves_the_chat_and_is_kept_nowhere(
    town: Town, ada: Chat
) -> None:
    """All places of a file are a table in tests/dialog/test_file_words.py."""
    await _at_the_text(ada)
    question = ada.card.text
    secret = document("机密★5年", "七座闸门布置图")
    send = lambda: ada.phone.sends_document("材料.docx", secret, caption="七座闸门")  # noqa: E731
    await ada.does(send, answers=2)
    told = said("file-held", name="材料.docx", mark="机密"), said("secrecy-held-file")
    assert ada.phone.chat[-2].text == "\n".join(told)
    assert ada.card.text == question
    assert not [m for m in ada.phone.chat if not m.from_bot and m.document]
    assert (await town.inbox())[-1].body == ""
    assert await _tables_with(town, "七座") == set()
    assert not list(await asyncio.to_thread(kept_files, town))


async def test_what_is_held_in_a_group_takes_nothing_out_of_a_private_chat(
    town: Town, ada: Chat
) -> None:
    group = town.sandbox.group("Roads")
    group.adds_bot(ada.phone)
    group.says(ada.phone, f"/start {SECRET}")
    await town.steps()
    assert all("reservoir" not in row.body for row in await town.inbox())
    assert not [row for row in await town.outbox(ada) if row.kind is OutboxKind.DELETION]


async def test_file_that_tells_of_secrecy_is_ordinary_evidence(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    file = document("开展商业秘密保护培训2场，发放保守国家秘密手册，提高机密性。")
    await ada.does(lambda: ada.phone.sends_document("培训.docx", file))
    assert [one.name for one in (await town.working(ROADS)).entries[0].evidence] == ["培训.docx"]


def kept_files(town: Town) -> list[Path]:
    return [one for one in town.settings.database.files.rglob("*") if one.is_file()]


async def test_an_answer_edited_into_a_secret_keeps_its_first_words(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    await ada.sends(WORDS)
    written = next(m for m in reversed(ada.phone.chat) if not m.from_bot)
    await ada.does(lambda: ada.phone.edits(written, SECRET), answers=2)
    assert ada.phone.chat[-2].text.startswith(_held())
    assert (await town.content(ROADS, "1")).text == WORDS


async def test_what_follows_a_held_text_at_once_is_part_of_it(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    await ada.sends("绝密★启用前 " + "x" * 5000, answers=4)
    assert ada.phone.chat[-2].text == said("secrecy-held-too", seconds=10)
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK)
    assert all("xxx" not in message.text for message in ada.phone.chat)


async def test_what_a_stranger_or_the_office_writes_is_held_alike(town: Town) -> None:
    stranger = town.person("Mallory", 4711)
    assert (await stranger.sends(SECRET)).text.startswith(_held())
    olga = town.chats[OLGA]
    assert (await olga.sends(f"/return {ROADS} {SECRET}")).text.startswith(_held())


async def test_a_report_about_trade_secrets_is_an_ordinary_answer(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    words = "开展商业秘密保护培训2场。"
    await ada.sends(words)
    assert (await town.content(ROADS, "1")).text == words


async def test_the_opening_says_that_nothing_secret_belongs_here(ada: Chat) -> None:
    ping = next(message for message in ada.phone.chat if ROADS in message.text and message.buttons)
    assert said("card-secrecy") in ping.text


# ── one text in several messages ───────────────────────────────────────────────────────────────

LONG = "1. The reservoir's seven gates. " * 60 + "\n2. Another measure is done. " * 72
"""A list of two measures, that fills nearly a whole message."""


FIRST_PIECE = "2. The seven gates are built, ".ljust(2100, "x")
"""As short as a piece may be that another one follows."""


async def _tables_with(town: Town, words: str) -> set[str]:
    """Which tables hold the words in any row."""

    def look(session: Session) -> set[str]:
        run = session.connection().exec_driver_sql
        names = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type='table'")]
        return {n for n in names if any(words in str(row) for row in run(f"SELECT * FROM {n}"))}  # noqa: S608

    return await town.reads(look)


@pytest.fixture
def long_text() -> str:
    """Its second piece begins with a mark."""
    return LONG[:4095].ljust(4095, "x") + "\n机密★5年 the rest is left out."


@pytest.mark.parametrize("is_late", [False, True])
async def test_mark_in_a_later_piece_holds_the_whole_text(
    town: Town, ada: Chat, long_text: str, *, is_late: bool
) -> None:
    await _at_the_text(ada)
    question = ada.card.text
    if is_late:
        ada.phone.sends(long_text[:4095])
        await town.steps()
        assert await _tables_with(town, "seven gates")
        ada.phone.sends(long_text[4096:])
    else:
        ada.phone.sends(long_text)
    await town.steps()
    town.reads_all()
    assert any(m.text.startswith(_held()) for m in ada.phone.chat)
    assert ada.card.text == question
    assert not any("seven gates" in message.text for message in ada.phone.chat)
    assert await _tables_with(town, "seven gates") == set()
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK)


async def test_answer_that_is_just_being_sent_is_deleted_as_soon_as_it_stands(
    town: Town, ada: Chat
) -> None:
    """It quotes the first piece, and the mark in the second one is handled meanwhile."""
    await _at_the_text(ada)
    question = ada.card.text
    ada.phone.sends(FIRST_PIECE)
    await town.receives()
    town.sandbox.faults.next("sendMessage", Delay(0.5), chat_id=ADA)
    sending = asyncio.create_task(town.app.parts.sender.send_due())
    await soon(lambda: not town.sandbox.faults.left("sendMessage"))
    ada.phone.sends(SECRET)
    await town.receives()
    assert await _tables_with(town, "seven gates") == set()
    await sending
    await town.steps()
    town.reads_all()
    sent = [e.message for e in ada.phone.events if e.what == "sent" and e.message]
    assert [one for one in sent if one.from_bot and "seven gates" in one.text]
    assert not any("seven gates" in message.text for message in ada.phone.chat)
    assert ada.card.text == question


async def test_mark_in_the_third_piece_holds_what_was_written_before_it(
    town: Town, ada: Chat, long_text: str
) -> None:
    await _at_the_text(ada)
    ada.phone.sends(long_text[:4095] + "\n" + "3. seven gates " * 270 + long_text[4095:])
    await town.steps()
    town.reads_all()
    assert not any("seven gates" in message.text for message in ada.phone.chat)
    assert await _tables_with(town, "seven gates") == set()


async def test_mark_in_a_later_piece_of_a_stranger_takes_all_of_them_out_of_the_chat(
    town: Town, long_text: str
) -> None:
    stranger = town.person("Mallory", 4711)
    stranger.phone.sends(long_text)
    await town.steps()
    town.reads_all()
    assert not [message for message in stranger.phone.chat if "seven gates" in message.text]
    assert await _tables_with(town, "seven gates") == set()


async def test_mark_that_the_end_of_a_piece_cuts_holds_both(town: Town, ada: Chat) -> None:
    await _at_the_text(ada)
    ada.phone.sends("闸" * 4095 + "机" + "密★5年 the reservoir")
    await town.steps()
    town.reads_all()
    assert any(m.text.startswith(_held()) for m in ada.phone.chat)
    assert not any("闸闸" in m.text or "reservoir" in m.text for m in ada.phone.chat)
    assert await _tables_with(town, "闸闸") == set()


async def test_what_was_written_before_a_held_text_and_is_no_part_of_it_stays(
    town: Town, ada: Chat
) -> None:
    await _at_the_text(ada)
    await ada.sends(WORDS)
    ada.phone.sends(SECRET)
    await town.steps()
    town.reads_all()
    assert (await town.content(ROADS, "1")).text == WORDS
    assert any(message.text == WORDS for message in ada.phone.chat)


SENT: dict[str, tuple[Callable[[Chat], object], str]] = {
    "text": (lambda chat: chat.phone.sends(SECRET), "secrecy-held"),
    "pieces": (lambda chat: [chat.phone.sends(t) for t in (FIRST_PIECE, SECRET)], "secrecy-held"),
    "poll": (lambda chat: sends(chat, {"poll": POLL | {"question": SECRET}}), "secrecy-held"),
    "file": (
        lambda chat: chat.phone.sends_document(
            "a.docx", document("机密★5年"), caption="seven gates"
        ),
        "file-held",
    ),
    "file that is none": (
        lambda chat: chat.phone.sends_document("a.docx", b"seven", caption="seven gates"),
        "evidence-other",
    ),
    "film with words": (
        lambda chat: sends(chat, {"voice": VOICE, "caption": "seven gates are built"}),
        "content-voice",
    ),
    "of no text": (
        lambda chat: sends(chat, {"contact": {"phone_number": "1", "first_name": "seven gates"}}),
        "content-contact",
    ),
}


@pytest.mark.parametrize("kind", SENT)
async def test_what_is_told_and_what_is_forgotten_become_true_by_one_commit(
    town: Town, ada: Chat, kind: str
) -> None:
    """A process that ends between any two commits leaves either both or neither."""
    await _at_the_text(ada)
    deed, key = SENT[kind]
    told = start_of(key, mark="机密", name="a.docx", kind="DOCX").partition("\n")[0]
    deed(ada)
    await town.app.parts.poller.poll(wait=False)
    with at_every_commit(town, "seven gates", told) as seen:
        await town.app.parts.inbox.handle_waiting()
    assert seen[0] == (True, False)
    assert list(dict.fromkeys(seen)) == [(True, False), (False, True)]
    town.reads_all()


SAYS_SO = {
    *("secrecy-held", "file-held", "form-held", "word-held"),  # emptied by `hold` and `hold_file`
    *("content-voice", "content-sticker", "content-contact", "content-location", "content-poll"),
    *("forwarded-nothing", "report-nothing-asked", "report-number-not-asked"),
    "report-before-leader",
    *("report-nothing-to-fill-in", "privacy", "privacy-of-stranger"),
}
"""Beside the errors; each is played here, in test_unusual_messages or in test_refused_files."""


def test_whatever_says_that_it_was_not_kept_forgets() -> None:
    """A new sentence that says so has to be an error that forgets, or be played."""
    texts = "\n".join(path.read_text("utf-8") for path in Path("texts/zh-CN").glob("*.ftl"))
    messages = re.split(r"\n(?=[a-z][\w-]* =)", texts)
    says_so = {one.partition(" =")[0] for one in messages if re.search("没有保存|不保存", one)}
    assert says_so - {one.text_key for one in kinds(BaosongError) if one.forgets} == SAYS_SO


def kinds(of: type[BaosongError]) -> Iterator[type[BaosongError]]:
    yield of
    for one in of.__subclasses__():
        yield from kinds(one)


@pytest.mark.parametrize("words", ["/privacy seven gates", "/help seven gates", "/report gates"])
async def test_of_what_a_stranger_sends_nothing_is_kept_whatever_answers_it(
    town: Town, words: str
) -> None:
    stranger = town.person("Mallory", 4711)
    await stranger.sends(words)
    assert is_forgotten((await town.inbox())[-1])


@contextmanager
def at_every_commit(town: Town, words: str, told: str) -> Iterator[list[tuple[bool, bool]]]:
    """Whether any message keeps the words then, and whether anybody is told."""
    path = town.settings.database.url.get_secret_value().removeprefix("sqlite:///")
    seen: list[tuple[bool, bool]] = []

    def look(_session: object = None) -> None:
        with closing(sqlite3.connect(path)) as connection:
            bodies = [str(body) for (body,) in connection.execute("SELECT body FROM inbox")]
            replies = connection.execute(
                "SELECT content FROM outbox UNION SELECT content FROM slot"
            )
            shown = [bare(str(content)) for (content,) in replies]
        seen.append((any(words in one for one in bodies), any(told in one for one in shown)))

    look()
    event.listen(AnySession, "after_commit", look)
    try:
        yield seen
    finally:
        event.remove(AnySession, "after_commit", look)


def bare(content: str) -> str:
    return re.sub(r"</?b>", "", content)


@pytest.mark.parametrize("first", ["", "1 现场"])
async def test_card_about_the_first_of_an_album_goes_with_them_when_the_last_is_held(
    town: Town, ada: Chat, first: str
) -> None:
    await _at_the_text(ada)
    ada.phone.sends_album([picture()] * 3, captions=[first, "", "绝密★ 图"])
    await town.steps()
    town.reads_all()
    assert [m.text for m in ada.phone.chat if m.from_bot and "照片" in (m.text or "")] == []
    assert (await town.working(ROADS)).entries[0].evidence == ()


@pytest.mark.parametrize("first", ["", "Three gates of the reservoir are built."])
async def test_mark_in_a_later_caption_holds_the_whole_album(
    town: Town, ada: Chat, first: str
) -> None:
    await _at_the_text(ada)
    question, before = ada.card.text, len([m for m in ada.phone.chat if not m.from_bot])
    captions = [first, "机密★5年 seven gates", ""]
    ada.phone.sends_album([picture()] * 3, captions=captions)
    await town.steps()
    town.reads_all()
    assert (await town.working(ROADS)).entries[0].evidence == ()
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK)
    assert len([m for m in ada.phone.chat if not m.from_bot]) == before
    assert ada.card.text == question
    assert await _tables_with(town, "gates of the") | await _tables_with(town, "seven") == set()


# ── a mark edited into what was taken in ───────────────────────────────────────────────────────


async def _edits(ada: Chat) -> str:
    """A mark, into the newest photo's caption or text of the person; what is said of it."""
    mine = next(m for m in reversed(ada.phone.chat) if not m.from_bot)
    await ada.does(lambda: ada.phone.edits(mine, SECRET), answers=2)
    told = next(m for m in reversed(ada.phone.chat) if m.text.startswith(_held()))
    return told.text


def _told(town: Town, before: str) -> str:
    contact = town.settings.office.contact
    return said("secrecy-held", mark="机密", contact=contact, seconds=10, before=before)


@pytest.mark.parametrize("caption", ["图为开工仪式", "Three gates of the reservoir are built."])
@pytest.mark.parametrize("count", [1, 3])
async def test_mark_edited_into_a_caption_takes_the_pictures_and_their_words_back(
    town: Town, ada: Chat, count: int, caption: str
) -> None:
    """Also one that shows the same as another of its album."""
    await _at_the_text(ada)
    before = len([m for m in ada.phone.chat if not m.from_bot])
    pictures = [photo(1), photo(2), photo(1)][:count]
    if count == 1:
        ada.phone.sends_photo(pictures[0], caption=caption)
    else:
        ada.phone.sends_album(pictures, captions=[caption] + [""] * (count - 1))
    await town.steps()
    town.reads_all()
    assert (await town.working(ROADS)).entries[0].evidence != ()
    assert await _edits(ada) == _told(town, "taken")
    assert (await town.working(ROADS)).entries[0].evidence == ()
    assert await town.content(ROADS, "1") == EntryContent(EntryStatus.ON_TRACK)
    assert len([m for m in ada.phone.chat if not m.from_bot]) == before
    assert await town.reads(lambda session: list(session.exec(select(Evidence)))) == []
    assert await bodies_with(town, "photo") == []


async def test_same_photo_sent_twice_is_taken_back_with_either_message(
    town: Town, ada: Chat
) -> None:
    await _at_the_text(ada)
    await ada.does(lambda: ada.phone.sends_photo(photo(1)))
    ada.phone.sends_photo(photo(1))
    await town.steps()
    town.reads_all()
    assert await _edits(ada) == _told(town, "taken")
    assert (await town.working(ROADS)).entries[0].evidence == ()
    assert not [m for m in ada.phone.chat if m.photo]


def take_newest_away(session: Session) -> None:
    newest = session.exec(select(Evidence).order_by(col(Evidence.id).desc())).first()
    assert newest is not None
    newest.taken_at = at(5, 9)


async def bodies_with(town: Town, words: str) -> list[str]:
    return [row.body for row in await town.inbox() if words in row.body]


@pytest.mark.parametrize("is_whole", [True, False])
async def test_mark_edited_into_the_caption_of_what_is_filed_says_what_stays(
    plain_town: Town, *, is_whole: bool
) -> None:
    """Of an album a part may have been taken away, or have waited, when the rest was filed."""
    town, ada = plain_town, plain_town.chats[ADA]
    await _at_the_text(ada)
    ada.phone.sends_album([photo(1), photo(2)], caption="图为开工仪式")
    await town.steps()
    town.reads_all()
    if not is_whole:
        await town.reads(take_newest_away)
    await ada.sends(WORDS)
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    await ada.taps("button-file", answers=2)
    first = next(m for m in ada.phone.chat if not m.from_bot and m.photo)
    ada.phone.edits(first, SECRET)
    await town.steps()
    town.reads_all()
    told = _told(town, "filed" if is_whole else "part")
    assert any(m.text == told for m in ada.phone.chat)
    left = 2 if is_whole else 1
    assert len((await town.working(ROADS)).entries[0].evidence) == left
    assert len(await town.reads(lambda session: list(session.exec(select(Evidence))))) == left


async def test_mark_edited_into_a_text_says_that_the_earlier_words_stand(
    town: Town, ada: Chat
) -> None:
    await _at_the_text(ada)
    await ada.sends(WORDS)
    assert await _edits(ada) == _told(town, "words")
    assert (await town.content(ROADS, "1")).text == WORDS
