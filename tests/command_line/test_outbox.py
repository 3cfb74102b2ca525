"""What did not arrive is seen with its reason, and can be sent again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.clock import SystemClock
from models.delivery import InboxRow, InboxState, OutboxKind, OutboxRow, OutboxState, packed
from models.offices import Unit
from models.people import Contact, met
from tests.command_line.terminal import Terminal
from tests.factories import at
from tests.models.samples import ADA, BOT, ROADS
from texts import plain
from vocabulary.message import Message
from vocabulary.terms import ContactKind

REASON = "Bad Request: message is too long"


def rows(*states: OutboxState) -> Callable[[Session, int], None]:
    """Puts Ada's messages that ended so into the outbox."""

    def fill(session: Session, office_id: int) -> None:
        ada = met(session, BOT, ADA, name="Ada", language="zh-CN", now=at(1))
        roads = Unit(office_id=office_id, name=ROADS)
        session.add(roads)
        session.flush()
        liaison = Contact(
            office_id=office_id,
            unit_id=roads.id,
            kind=ContactKind.LIAISON,
            person_id=ada.id,
            name="Ada",
            since=at(1),
        )
        session.add(liaison)
        for state in states:
            row = OutboxRow(
                bot_id=BOT,
                chat_id=ADA,
                kind=OutboxKind.MESSAGE,
                content=packed(Message("what nobody else may read")),
                state=state,
                attempts=2,
                last_error=REASON if state is OutboxState.DEAD else "maybe sent: ReadTimeout",
                not_before=at(1),
                created_at=at(1),
                expires_at=at(2),
            )
            session.add(row)

    return fill


def test_what_did_not_arrive_is_listed_with_its_reason_and_without_its_words(
    terminal: Terminal,
) -> None:
    terminal.reads(rows(OutboxState.SENT, OutboxState.DEAD, OutboxState.UNKNOWN, OutboxState.DUE))
    output = terminal.types("outbox")
    assert plain("zh-CN", "cli-outbox-counts", waiting=1, sent=1, dead=1, unknown=1, dropped=0) in (
        output
    )
    lines = output.splitlines()
    what, nine = f"{plain('zh-CN', 'outbox-subject-reply')} · {ROADS}", "8月1日（周一）09:00"
    assert lines[1:] == [
        "待发",
        f"{what}　1 条，自 {nine}，{nine} 发送（上次：没有等到 Telegram 的答复）",
        "不能确定是否送达（重发后对方可能收到两次）",
        f"3　{what}　Ada，{nine}：没有等到 Telegram 的答复（试了 2 次）",
        "未送达",
        f"2　{what}　Ada，{nine}：内容超过长度上限（{REASON}）（试了 2 次）",
        plain("zh-CN", "cli-outbox-hint"),
    ]
    assert "nobody else" not in output
    assert "没有等到" not in terminal.types("outbox", "--dead")


def test_empty_outbox_says_so(terminal: Terminal) -> None:
    assert plain("zh-CN", "outbox-all-arrived") in terminal.types("outbox")


def test_resent_message_waits_as_if_it_were_asked_for_now_and_only_once(
    terminal: Terminal,
) -> None:
    terminal.reads(rows(OutboxState.DEAD, OutboxState.UNKNOWN, OutboxState.SENT))
    before = SystemClock().now()
    output = terminal.types("outbox", "resend", "1", "2", "3", "77", code=2)
    assert plain("zh-CN", "cli-outbox-resent", count=2, numbers="1, 2") in output
    assert plain("zh-CN", "cli-outbox-not-resent", numbers="3, 77") in output

    def look(session: Session, _office: int) -> list[OutboxRow]:
        found = list(session.exec(select(OutboxRow).order_by("id")))
        session.expunge_all()
        return found

    first, second, third = terminal.reads(look)
    for row in (first, second):
        assert (row.state, row.last_error, row.expires_at) == (OutboxState.DUE, "", None)
        assert row.not_before >= before
    assert third.state is OutboxState.SENT
    terminal.says("cli-outbox-not-resent", "outbox", "resend", "1", numbers="1")


def test_message_is_resent_at_the_time_of_the_rehearsal(terminal: Terminal) -> None:
    terminal.types("database", "create", "--rehearsal")
    terminal.reads(rows(OutboxState.DEAD))
    terminal.types("outbox", "resend", "1", "--at", "2022-08-02 10:00")
    resent = terminal.reads(lambda s, _office: s.exec(select(OutboxRow.not_before)).one())
    assert timedelta(0) <= resent - at(2, 10) < timedelta(minutes=5)


@pytest.mark.parametrize("typed", ["A1B2C3", "a1b2c3"])
def test_incident_is_found_by_its_code_and_tells_nothing_of_what_was_written(
    terminal: Terminal, typed: str
) -> None:
    def fill(session: Session, _office: int) -> None:
        session.add(
            InboxRow(
                bot_id=BOT,
                update_id=42,
                lane=ADA,
                body='{"text": "what nobody else may read"}',
                state=InboxState.DEAD,
                attempts=3,
                incident="A1B2C3",
                error="RuntimeError handlers/report.py:17",
                received_at=at(1),
            )
        )

    terminal.reads(fill)
    output = terminal.types("incident", typed)
    for part in ("A1B2C3", "42", "RuntimeError handlers/report.py:17", "incident=A1B2C3"):
        assert part in output
    assert "nobody else" not in output


def test_incident_that_nobody_knows_is_told(terminal: Terminal) -> None:
    output = terminal.types("incident", "FFFFFF", code=2)
    assert plain("zh-CN", "cli-incident-unknown", code="FFFFFF") in output
