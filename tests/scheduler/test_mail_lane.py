"""Mails of the outbox: what becomes of one for every way in which a server may treat it."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import trustme
from sqlmodel import Session, col, select

from bot.draft_settings import DraftSettings
from models.cycles import Revision, newest_revision
from models.delivery import Document, DocumentKind, OutboxKind, OutboxRow, OutboxState
from models.files import FileStore
from models.mail import Mail
from models.people import Person
from models.stamped_copies import StampedCopy, StampedFile, add_file, count_copy, keep_copy
from models.ticks import ticks_of_report
from models.work import Work
from sandbox.mailbox import HangUp, Mailbox, Reply, Silence, Stage, Trouble
from scheduler.mail_lane import MailLane
from scheduler.mailing import mail_revision
from scheduler.outcomes import MaybeSent, NotSent, Outcome, Refused, Sent
from scheduler.post import MailServer, Post, Security, ServerTrouble
from tests.chat import Chat, Town, said, start_of
from tests.factories import OFFICE
from tests.mail import SENDER, TO, Office, an_office_with_a_mailbox, files_of, read, text_of
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from tests.waiting import soon
from vocabulary.terms import Finding, StampAfter

MINUTE = timedelta(minutes=1)
HOUR = 60 * MINUTE
A_MAIL = b"Subject: x\r\n\r\nhello\r\n"


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with an_office_with_a_mailbox(sqlite_url, tmp_path / "files") as office:
        yield office


async def mails_of(town: Town) -> list[OutboxRow]:
    """Without the test mail."""
    return [row for row in await town.outbox() if row.kind is OutboxKind.MAIL][1:]


async def files_report(office: Office, user_id: int = ADA) -> Chat:
    """What comes of it in the chat of who has filed is looked at, but for the last."""
    chat = office.town.chats[user_id]
    await chat.fills()
    chat.phone.taps(start_of("button-file"))
    await office.town.answers()
    return chat


async def later(office: Office, by: timedelta) -> None:
    office.town.clock.advance(by)
    await office.town.app.parts.sender.recover()
    await office.town.app.parts.sender.send_due()


# ── what goes out ──────────────────────────────────────────────────────────────────────────────


async def test_filed_report_is_mailed_as_it_was_handed_out_and_ticked_off(office: Office) -> None:
    ada = await files_report(office)
    receipt, draft, gone = ada.news()
    assert said("card-receipt-mail", address=TO) in receipt.text
    assert gone.text.startswith(f"电子版已寄达：{ROADS} 2022年7月份（第1版）")
    (mail,) = office.mails
    assert (mail["To"], mail["From"]) == (TO, f"{OFFICE} <{SENDER}>")
    assert (office.box.mails[-1].sender, office.box.mails[-1].recipients) == (SENDER, (TO,))
    assert mail["Subject"] == f"{ROADS}2022年7月份工作任务完成情况报告"
    assert draft.document is not None
    assert files_of(mail) == {draft.document.name: draft.document.content}
    assert "以系统报送文本为准。" in text_of(mail)
    report = await office.town.report_of(ROADS)
    ticks = await office.town.reads(lambda session: ticks_of_report(session, report.id))
    (row,) = await mails_of(office.town)
    assert ticks.mail == row.sent_at
    assert (row.state, row.attempts) == (OutboxState.SENT, 1)


async def test_correction_is_mailed_anew_and_marked_and_what_it_overtakes_is_not(
    office: Office,
) -> None:
    office.box.next(Stage.RECIPIENT, Reply("451 4.7.1 later"))
    ada = await files_report(office)
    ada.news()
    await ada.taps("button-correct")
    await ada.sends("A figure was wrong.")
    await ada.changes()
    ada.phone.taps(start_of("button-file"))
    await office.town.answers()
    await later(office, HOUR)
    (mail,) = office.mails
    assert mail["Subject"].startswith(said("mail-mark-corrected"))
    assert said("mail-corrected", reason="A figure was wrong.") in text_of(mail)
    assert list(files_of(mail)) == [f"{ROADS}关于2022年7月份工作任务完成情况的报告（第2版）.docx"]
    assert [row.state for row in await mails_of(office.town)] == [
        OutboxState.SKIPPED,
        OutboxState.SENT,
    ]


async def test_nothing_is_mailed_before_the_address_is_confirmed_and_the_rest_follows(
    sqlite_url: str, tmp_path: Path
) -> None:
    unconfirmed = an_office_with_a_mailbox(sqlite_url, tmp_path / "files", confirmed=False)
    async with unconfirmed as office:
        ada, olga = await files_report(office), office.town.chats[OLGA]
        receipt, _ = ada.news()
        assert said("card-receipt-mail-by-hand", address=TO) in receipt.text
        assert office.box.mails == []
        card = await olga.sends("/mail")
        assert said("mail-unconfirmed", address=TO) in card.text
        for wrong in ("12345", "123456", "x"):
            answer = await olga.sends(f"/mail {wrong}")
            assert answer.text == said("mail-code-wrong")
        await olga.sends("/mail")
        await olga.taps("mail-button-test")
        first = office.code()
        await olga.taps("mail-button-test", answers=0)
        assert olga.toast == said("mail-test-queued")
        await later(office, MINUTE)
        if first != office.code():
            assert (await olga.sends(f"/mail {first}")).text == said("mail-code-wrong")
        confirmed = await olga.sends(f"/mail {office.code()}")
        assert said("mail-just-confirmed", address=TO) in confirmed.text
        await olga.taps("mail-button-rest", count=1)
        assert ada.the_news().text.startswith("电子版已寄达")
        assert office.mails[-1]["Subject"] == f"{ROADS}2022年7月份工作任务完成情况报告"
        assert said("mail-button-rest", count=1) not in (await olga.sends("/mail")).labels


async def test_what_is_stamped_once_accepted_is_not_made_up_for_before(
    sqlite_url: str, tmp_path: Path
) -> None:
    draft = DraftSettings(libreoffice="", stamp_after=StampAfter.ACCEPTED)
    unconfirmed = an_office_with_a_mailbox(
        sqlite_url, tmp_path / "files", confirmed=False, draft=draft
    )
    async with unconfirmed as office:
        ada, olga = await files_report(office), office.town.chats[OLGA]
        ada.news()
        await office.confirms()
        rest = said("mail-button-rest", count=1)
        assert rest not in (await olga.sends("/mail")).labels
        await olga.sends(f"/accept {ROADS}")
        await later(office, MINUTE)
        office.town.reads_all()
        assert rest not in (await olga.sends("/mail")).labels, "accepting has mailed it"
        assert len(office.mails) == 1


async def test_code_is_good_for_five_tries_and_a_day(sqlite_url: str, tmp_path: Path) -> None:
    unconfirmed = an_office_with_a_mailbox(sqlite_url, tmp_path / "files", confirmed=False)
    async with unconfirmed as office:
        olga = office.town.chats[OLGA]
        await olga.sends("/mail")
        await olga.taps("mail-button-test")
        code = office.code()
        wrong = f"{(int(code) + 1) % 10**6:06d}"
        for told in [wrong] * 5 + [code]:
            assert (await olga.sends(f"/mail {told}")).text == said("mail-code-wrong")
        await olga.sends("/mail")
        await olga.taps("mail-button-test")
        office.town.clock.advance(25 * HOUR)
        assert (await olga.sends(f"/mail {office.code()}")).text == said("mail-code-wrong")


async def test_unit_gets_a_ready_mail_where_there_is_no_server(
    sqlite_url: str, tmp_path: Path
) -> None:
    by_hand = an_office_with_a_mailbox(
        sqlite_url, tmp_path / "files", confirmed=False, host="", sender=""
    )
    async with by_hand as office:
        ada = await files_report(office)
        _, draft = ada.news()
        given = await ada.taps("button-mail-file")
        assert given.document is not None
        assert given.document.name.endswith(".eml")
        mail = read(given.document.content)
        assert (mail["To"], mail["From"], mail["X-Unsent"]) == (TO, None, "1")
        assert draft.document is not None
        assert list(files_of(mail).values()) == [draft.document.content]
        again = await ada.taps("button-mail-file")
        assert again.document is not None
        assert again.document.content == given.document.content
        office.town.chats[OLGA].news()


async def test_draft_of_a_revision_is_mailed_once_however_often_it_is_asked_for(
    office: Office,
) -> None:
    await files_report(office)
    town = office.town

    def ask_again(session: Session) -> None:
        for revision in session.exec(select(Revision)):
            mail_revision(Work(session, town.desk, town.clock.now()), revision)

    await town.reads(ask_again)
    await later(office, MINUTE)
    assert len(office.mails) == 1


async def a_page_comes(office: Office, name: str, *, size: int = 0) -> bytes:
    """Of the stamped copy of what Roads has filed; it counts. size: so many bytes at least."""
    content = name.encode().ljust(size, b".")
    sha256 = office.town.app.parts.documents._store.keep(content)
    report = await office.town.report_of(ROADS)
    now = office.town.clock.now()

    def keep(session: Session) -> None:
        revision = newest_revision(session, report.id)
        assert revision is not None
        person = session.get_one(Person, revision.filed_by_id)
        copy = StampedCopy(
            office_id=report.office_id,
            person_id=person.id,
            finding=Finding.GOOD,
            received_at=now,
        )
        keep_copy(session, copy)
        file = StampedFile(
            copy_id=copy.id, sha256=sha256, name=name, size=len(content), pages=1, received_at=now
        )
        add_file(session, copy, file)
        count_copy(session, copy, revision, person, now=now)

    await office.town.reads(keep)
    return content


async def test_stamped_copy_follows_with_its_draft_once_no_more_pages_come(
    office: Office,
) -> None:
    ada = await files_report(office)
    draft = ada.phone.chat[-2].document
    assert draft is not None
    first = await a_page_comes(office, "1.PDF")
    office.town.clock.advance(9 * MINUTE)
    second = await a_page_comes(office, "photo")
    await office.town.steps()
    assert len(office.mails) == 1
    office.town.clock.advance(11 * MINUTE)
    await office.town.steps()
    await office.town.steps()
    _, stamped = office.mails
    name = f"{ROADS}关于2022年7月份工作任务完成情况的报告"
    assert stamped["Subject"] == f"【盖章件】{ROADS}2022年7月份工作任务完成情况报告"
    assert files_of(stamped) == {
        f"{name}.docx": draft.content,
        f"{name}盖章件1.pdf": first,
        f"{name}盖章件2.jpg": second,
    }
    await a_page_comes(office, "3.pdf")
    office.town.clock.advance(11 * MINUTE)
    await office.town.steps()
    assert len(files_of(office.mails[-1])) == 4


async def test_what_a_mail_is_too_small_for_stays_and_the_mail_says_where_it_lies(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with an_office_with_a_mailbox(sqlite_url, tmp_path / "files", most_megabytes=1) as office:
        ada = await files_report(office)
        large = await a_page_comes(office, "1.pdf", size=900_000)
        small = await a_page_comes(office, "2.pdf")
        office.town.clock.advance(11 * MINUTE)
        for _ in range(3):
            await office.town.steps()
        _, stamped = office.mails
        assert stamped["Subject"].startswith("【盖章件】【附件不全】")
        name = f"{ROADS}关于2022年7月份工作任务完成情况的报告盖章件"
        assert list(files_of(stamped))[1:] == [f"{name}2.pdf"]
        assert small in files_of(stamped).values()
        assert large not in files_of(stamped).values()
        assert f"未附：{name}1.pdf（0.9 MB，一封邮件最多 1 MB）" in text_of(stamped)
        assert f"/history {ROADS}" in text_of(stamped)
        assert "其中 1 个盖章件文件过大" in ada.news()[-1].text
        office.town.clock.advance(HOUR)
        await office.town.steps()
        assert len(office.mails) == 2, "what was left out is not mailed again and again"


# ── how a sending may end ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.MAIL, "550 5.7.1 sender not welcome"),
        (Stage.RECIPIENT, "550 5.1.1 no such mailbox"),
        (Stage.DATA, "554 5.6.0 not liked"),
    ],
)
async def test_refused_mail_is_told_with_its_reason_and_sent_again_from_the_outbox(
    office: Office, stage: Stage, words: str
) -> None:
    office.box.next(stage, Reply(words))
    ada = await files_report(office)
    lost = start_of("mail-lost-own", what="*")
    assert [message.text for message in ada.news() if message.text.startswith(lost)]
    olga = office.town.chats[OLGA]
    told = olga.the_news()
    assert told.text.startswith("! 邮件未寄出")
    assert words in told.text
    (row,) = await mails_of(office.town)
    assert (row.state, row.attempts) == (OutboxState.DEAD, 1)
    await later(office, 48 * HOUR)
    assert office.mails == []
    listed = await olga.sends("/outbox")
    assert said("outbox-subject-mail") in listed.text
    assert words in listed.text
    await olga.taps("outbox-button-resend", number=str(row.id))
    assert len(office.mails) == 1


async def test_refused_mail_of_a_revision_that_was_corrected_is_missed_by_nobody(
    office: Office,
) -> None:
    office.box.next(Stage.DATA, Reply("554 5.6.0 not liked"))
    ada = await files_report(office)
    ada.news()
    olga = office.town.chats[OLGA]
    olga.the_news()
    listed = await olga.sends("/outbox")
    assert said("outbox-subject-mail") in listed.text
    await ada.taps("button-correct")
    await ada.sends("A figure was wrong.")
    await ada.changes()
    ada.phone.taps(start_of("button-file"))
    await office.town.answers()
    olga.news()
    listed = await olga.sends("/outbox")
    assert said("outbox-subject-mail") not in listed.text
    assert len(office.mails) == 1


async def test_mail_that_is_put_off_comes_later_and_holds_up_no_other(office: Office) -> None:
    office.box.next(Stage.RECIPIENT, Reply("451 4.7.1 greylisted"), Reply("452 4.2.2 full"))
    await files_report(office)
    await files_report(office, BORIS)
    assert office.mails == []
    for by in (MINUTE, 2 * MINUTE):
        await later(office, by)
        await later(office, timedelta(seconds=1))
    assert len(office.mails) == 2
    assert office.town.chats[OLGA].news() == []


async def test_server_that_is_away_for_long_is_given_up_and_told(office: Office) -> None:
    lane = office.town.app.parts.sender._mails
    assert isinstance(lane, MailLane)
    lane._post = Post(server_at(1))  # nobody listens there
    await files_report(office)
    for _ in range(60):
        await later(office, HOUR)
    (row,) = await mails_of(office.town)
    assert (row.state, row.last_error) == (OutboxState.DEAD, "mail connection: SMTPConnectError")
    assert [m.text.partition("：")[0] for m in office.town.chats[OLGA].news()] == ["! 邮件未寄出"]


@pytest.mark.parametrize("trouble", [HangUp(), Silence(1.5)], ids=str)
async def test_mail_whose_data_was_not_answered_is_sent_once_more_under_the_same_id(
    office: Office, trouble: Trouble
) -> None:
    office.box.next(Stage.TAKEN, trouble)
    await files_report(office)
    (row,) = await mails_of(office.town)
    assert row.last_error.startswith("maybe sent: mail")
    await later(office, HOUR)
    first, second = office.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert office.box.mails[-1].content == office.box.mails[-2].content
    await later(office, 48 * HOUR)
    assert len(office.mails) == 2
    assert (await mails_of(office.town))[0].state is OutboxState.SENT


async def test_doubt_that_stays_ends_as_unknown(office: Office) -> None:
    office.box.next(Stage.TAKEN, HangUp(), HangUp())
    await files_report(office)
    for _ in range(4):
        await later(office, HOUR)
    (row,) = await mails_of(office.town)
    assert (row.state, row.attempts, len(office.mails)) == (OutboxState.UNKNOWN, 2, 2)
    report = await office.town.report_of(ROADS)
    ticks = await office.town.reads(lambda session: ticks_of_report(session, report.id))
    assert ticks.mail is None


async def test_process_killed_while_the_server_thinks_sends_one_copy_more_at_most(
    office: Office,
) -> None:
    office.box.next(Stage.TAKEN, Silence(0.2))
    ada = office.town.chats[ADA]
    await ada.fills()
    ada.phone.taps(start_of("button-file"))
    await office.town.receives()
    sending = asyncio.create_task(office.town.app.parts.sender.send_due())
    await soon(lambda: office.mails)
    sending.cancel()  # what the process would have settled is lost with it
    await asyncio.gather(sending, return_exceptions=True)
    (row,) = await mails_of(office.town)
    assert row.state is OutboxState.SENDING
    await office.town.kill()
    await later(office, HOUR)
    first, second = office.mails
    assert first["Message-ID"] == second["Message-ID"]
    await later(office, 48 * HOUR)
    assert len(office.mails) == 2
    assert (await mails_of(office.town))[0].state is OutboxState.SENT


async def test_slow_mail_server_holds_up_no_chat(office: Office) -> None:
    office.box.next(Stage.RECIPIENT, Silence(0.8))
    ada = office.town.chats[ADA]
    await ada.fills()
    ada.phone.taps(start_of("button-file"))
    await office.town.receives()
    running = asyncio.create_task(office.town.app.parts.sender.run())
    await soon(lambda: any("电子版自动寄往" in message.text for message in ada.phone.chat))
    assert office.mails == []
    await soon(lambda: office.mails)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_mail_that_is_too_large_is_told_and_not_tried(office: Office) -> None:
    lane = office.town.app.parts.sender._mails
    assert isinstance(lane, MailLane)
    lane._limits = replace(lane._limits, most_bytes=1000)
    await files_report(office)
    assert said("outbox-cause-mail_too_large") in office.town.chats[OLGA].the_news().text
    assert office.mails == []


async def test_mail_whose_file_is_lost_is_told(office: Office) -> None:
    store: FileStore = office.town.app.parts.documents._store
    office.box.next(Stage.RECIPIENT, Reply("451 later"))
    await files_report(office)

    def drafts(session: Session) -> list[str]:
        kept = select(Document).where(Document.kind == DocumentKind.DRAFT)
        return [document.sha256 or "" for document in session.exec(kept)]

    for sha256 in await office.town.reads(drafts):
        (store.root / sha256[:2] / sha256).unlink()
    await later(office, HOUR)
    assert said("outbox-cause-file_lost") in office.town.chats[OLGA].the_news().text
    assert office.mails == []


# ── the connection ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def certificate(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def server_at(
    port: int,
    security: Security = Security.NONE,
    trusted: ssl.SSLContext | None = None,
    password: str = "",
) -> MailServer:
    trusted = trusted or ssl.create_default_context()
    user = "bot" if password else ""
    return MailServer("127.0.0.1", port, security, user, password, 1.0, 1.0, trusted)


async def sent_over(server: MailServer) -> Outcome | str:
    """What became of it, or what is wrong with the server."""
    try:
        return await Post(server).send(A_MAIL, sender=SENDER, to=TO)
    except ServerTrouble as trouble:
        return trouble.reason if trouble.wants_mending else "passes by itself"


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
async def test_server_is_spoken_to_only_behind_a_certificate_that_is_trusted(
    authority: trustme.CA, security: Security
) -> None:
    secure = Mailbox(certificate(authority), from_the_start=security is Security.TLS)
    async with secure as box:
        trusted = trusting(authority)
        assert await sent_over(server_at(box.port, security, trusted)) == Sent(None)
        of_others = trusting(trustme.CA())
        assert await sent_over(server_at(box.port, security, of_others)) == "mail certificate"
        await Post(server_at(box.port, security, trusted)).try_out()
        assert [mail.content for mail in box.mails] == [A_MAIL]


async def test_server_without_encryption_is_told_nothing(authority: trustme.CA) -> None:
    async with Mailbox() as box:
        server = server_at(box.port, Security.STARTTLS, trusting(authority), "secret")
        assert await sent_over(server) == "mail not secure"
        assert box.mails == []


async def test_wrong_password_is_told_without_the_password(authority: trustme.CA) -> None:
    async with Mailbox(certificate(authority), password="right") as box:
        trusted = trusting(authority)
        right = server_at(box.port, Security.STARTTLS, trusted, "right")
        assert await sent_over(right) == Sent(None)
        for password in ("wrong", ""):
            server = server_at(box.port, Security.STARTTLS, trusted, password)
            told = await sent_over(server)
            assert isinstance(told, str)
            assert told.startswith("mail login: 53")
            assert "wrong" not in told


@pytest.mark.parametrize(
    ("stage", "trouble", "kind"),
    [
        (Stage.MAIL, Reply("451 4.3.0 busy"), NotSent),
        (Stage.RECIPIENT, HangUp(), NotSent),
        (Stage.RECIPIENT, Silence(1.5), NotSent),
        (Stage.DATA, Reply("452 4.3.1 no room"), NotSent),
        (Stage.DATA, Reply("552 5.3.4 too large"), Refused),
        (Stage.TAKEN, HangUp(), MaybeSent),
    ],
    ids=str,
)
async def test_only_what_is_lost_after_the_data_was_begun_may_have_arrived(
    stage: Stage, trouble: Trouble, kind: type[Outcome]
) -> None:
    async with Mailbox() as box:
        box.next(stage, trouble)
        assert isinstance(await sent_over(server_at(box.port)), kind)


async def test_trouble_with_the_server_is_told_once_a_day_and_loses_nothing(
    office: Office, authority: trustme.CA
) -> None:
    lane = office.town.app.parts.sender._mails
    assert isinstance(lane, MailLane)
    good = lane._post
    lane._post = Post(server_at(office.box.port, Security.STARTTLS, trusting(authority)))
    await files_report(office)
    for _ in range(5):
        await later(office, HOUR)
    told = office.town.chats[OLGA].the_news()
    assert told.text.startswith("! 发信服务器目前不收邮件")
    lane._post = good
    await later(office, HOUR)
    assert len(office.mails) == 1


async def test_message_ids_are_fixed_when_a_mail_is_asked_for(office: Office) -> None:
    await files_report(office)

    def look(session: Session) -> list[tuple[str, bool]]:
        mails = session.exec(select(Mail).order_by(col(Mail.id)))
        filed = {one.id for one in session.exec(select(Revision))}
        return [(mail.message_id, mail.revision_id in filed) for mail in mails]

    (_, of_a_test), (message_id, of_a_revision) = await office.town.reads(look)
    assert (of_a_test, of_a_revision) == (False, True)
    assert office.mails[0]["Message-ID"] == message_id
