"""What comes in and what goes out: the inbox, the outbox, and the cards that the chats show."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import TypeAdapter
from sqlalchemy import Index, delete, func, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, long_text, moment, telegram_id, word
from models.once import once
from models.prepared import prepared
from vocabulary.message import Message, Showing


class InboxState(StrEnum):
    NEW = "new"
    DONE = "done"
    DEAD = "dead"


class OutboxState(StrEnum):
    """Unknown: the answer to a sending never came, so it may have arrived."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


class OutboxKind(StrEnum):
    """How a row is sent.

    Message: a new one. Card: the newest state of a slot. Closing: the last form of a message whose
    slot has moved on. Document: a file made from a revision or a cycle. Caption: the words beside a
    document that was sent become others. Deletion: a message of the chat, ours or the person's, is
    taken away. Mail: goes by a mail server, in a lane of its own.
    """

    MESSAGE = "message"
    CARD = "card"
    CLOSING = "closing"
    DOCUMENT = "document"
    CAPTION = "caption"
    DELETION = "deletion"
    MAIL = "mail"


class DocumentKind(StrEnum):
    """Kept: made before it was asked for, so that its hash is known from the start."""

    DRAFT = "draft"
    REVIEW_DRAFT = "review_draft"
    LEDGER = "ledger"
    KEPT = "kept"
    FORM = "form"
    PREVIEW = "preview"
    CHASE_NOTICE = "chase_notice"
    BULLETIN = "bulletin"
    BULLETIN_SOURCES = "bulletin_sources"
    BRIEFING = "briefing"
    BRIEFING_SOURCES = "briefing_sources"
    LETTER = "letter"


class Priority:
    """Replies go before bulk. Reminders and what comes after them keep to working hours."""

    REPLY = 0
    NOTICE = 5
    REMINDER = 10
    BULK = 20


class InboxRow(SQLModel, table=True):
    """A raw update, kept before Telegram is told that it came.

    lane: whose turn it waits for. incident: the code of its last failure, which its sender may
    quote; error: what that was and where, without a word of what they wrote.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_waiting", "bot_id", "state", "lane", "received_at", "update_id"),
    )

    bot_id: int = telegram_id(primary_key=True)
    update_id: int = telegram_id(primary_key=True)
    lane: int = telegram_id()
    body: str = long_text()
    state: InboxState = word(InboxState, default=InboxState.NEW)
    attempts: int = 0
    incident: str = Field(default="", index=True)
    error: str = ""
    received_at: datetime = moment(required=True)
    done_at: datetime | None = moment()


class Slot(SQLModel, table=True):
    """A place in a chat whose newest state is shown by sending once and editing after.

    version counts the states, `shown_version` is the one on the screen; `generation` grows when
    the slot moves to a new message, so that a late answer about the old one is recognised.
    """

    __table_args__ = (UniqueConstraint("bot_id", "chat_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    bot_id: int = telegram_id()
    chat_id: int = telegram_id()
    name: str
    message_id: int | None = telegram_id(required=False)
    content: str = long_text()
    version: int = 0
    shown_version: int = 0
    generation: int = 0


class Document(SQLModel, table=True):
    """A file to be handed out. Once made it is stored by its hash and given again as it was.

    A draft is made from a revision; one for review (送审稿) too, or from what lies before a leader.
    A ledger, a bulletin (通报), a briefing (专报) and the sources of their figures (数据来源) from
    a cycle, a form from a report as it is, a preview and a letter (a ready mail) from the draft of
    its revision, a chase notice (催办单) from a report that is late.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    kind: DocumentKind = word(DocumentKind)
    revision_id: int | None = belongs_to("revision.id", required=False)
    cycle_id: int | None = belongs_to("cycle.id", required=False)
    report_id: int | None = belongs_to("report.id", required=False)
    language: str
    as_of: datetime = moment(required=True)
    file_name: str = ""
    sha256: str | None = None


class OutboxRow(SQLModel, table=True):
    """Something to be sent. Claimed with a lease, settled with the fence `attempts`.

    moot_when_filed_id: the report whose filing makes this row pointless.
    repeat_when_unknown: whether to send once more when it may have arrived already.
    asks: the question that this state of a slot puts to the person, in the words of whoever set it.
    """

    __tablename__ = "outbox"
    # All of what `claim_next` looks at, so that it reads the index alone.
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            *("bot_id", "state", "chat_id", "id", "not_before", "kind", "priority"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    bot_id: int = telegram_id()
    chat_id: int = telegram_id(index=True)
    kind: OutboxKind = word(OutboxKind)
    content: str = long_text()
    slot_id: int | None = belongs_to("slot.id", required=False)
    slot_version: int = 0
    slot_generation: int = 0
    asks: str = ""
    message_id: int | None = telegram_id(required=False)
    document_id: int | None = belongs_to("document.id", required=False)
    mail_id: int | None = belongs_to("mail.id", required=False)
    priority: int = Priority.REPLY
    state: OutboxState = word(OutboxState, default=OutboxState.DUE)
    attempts: int = 0
    not_before: datetime = moment(required=True)
    expires_at: datetime | None = moment()
    lease_until: datetime | None = moment()
    moot_when_filed_id: int | None = belongs_to("report.id", required=False)
    repeat_when_unknown: bool = True
    last_error: str = ""
    created_at: datetime = moment(required=True)
    sent_at: datetime | None = moment()
    settled_at: datetime | None = moment()


_MESSAGE = TypeAdapter(Message)

WAITING = (OutboxState.DUE, OutboxState.SENDING)


def packed(message: Message) -> str:
    return _MESSAGE.dump_json(message).decode()


def unpacked(content: str) -> Message:
    return _MESSAGE.validate_json(content)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A raw update as it came; `lane` is the chat or person it belongs to."""

    update_id: int
    lane: int
    body: str


def keep_updates(
    session: Session, bot_id: int, updates: Sequence[Incoming], *, now: datetime
) -> int:
    """Keeps the updates that are not there yet, and says how many those were.

    The key is (bot, update id), never a high-water mark: ids start anew after a quiet week.
    """
    if not updates:
        return 0
    rows = [
        {
            "bot_id": bot_id,
            "update_id": update.update_id,
            "lane": update.lane,
            "body": update.body,
            "state": InboxState.NEW,
            "attempts": 0,
            "incident": "",
            "error": "",
            "received_at": now,
        }
        for update in updates
    ]
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    kept = session.execute(
        insert(InboxRow).values(rows).on_conflict_do_nothing().returning(col(InboxRow.update_id))
    )
    return len(kept.all())


def lanes_waiting(session: Session, bot_id: int) -> list[int]:
    """The lanes that have updates to handle, the longest waiting first."""
    return list(_lanes(session, bot_id))


@prepared
def _lanes(bot_id: int) -> SelectOfScalar[int]:
    return (
        select(InboxRow.lane)
        .where(InboxRow.bot_id == bot_id, InboxRow.state == InboxState.NEW)
        .group_by(col(InboxRow.lane))
        .order_by(func.min(InboxRow.received_at), func.min(InboxRow.update_id))
    )


def next_in_lane(session: Session, bot_id: int, lane: int) -> InboxRow | None:
    """The lane's oldest update that is not handled yet."""
    return _in_lane(session, bot_id, lane).first()


@prepared
def _in_lane(bot_id: int, lane: int) -> SelectOfScalar[InboxRow]:
    return (
        select(InboxRow)
        .where(InboxRow.bot_id == bot_id, InboxRow.lane == lane, InboxRow.state == InboxState.NEW)
        .order_by(col(InboxRow.received_at), col(InboxRow.update_id))
        .limit(1)
    )


def mark_done(session: Session, bot_id: int, update_id: int, *, now: datetime) -> bool:
    """False when it was done already: then nothing else of this unit may take effect."""
    done = session.execute(
        update(InboxRow)
        .where(
            col(InboxRow.bot_id) == bot_id,
            col(InboxRow.update_id) == update_id,
            col(InboxRow.state) == InboxState.NEW,
        )
        .values(state=InboxState.DONE, done_at=now)
        .returning(col(InboxRow.update_id))
    )
    return done.first() is not None


def blank_update(session: Session, bot_id: int, update_id: int) -> None:
    """What the update said is not kept; that it came is."""
    session.execute(
        update(InboxRow)
        .where(col(InboxRow.bot_id) == bot_id, col(InboxRow.update_id) == update_id)
        .values(body="")
    )


def blank_messages(session: Session, bot_id: int, lane: int, message_ids: Collection[int]) -> None:
    """Likewise of whatever was handled of these messages: as they came, and as they were edited."""
    handled = select(InboxRow).where(
        InboxRow.bot_id == bot_id,
        InboxRow.lane == lane,
        col(InboxRow.state).in_((InboxState.DONE, InboxState.DEAD)),
        InboxRow.body != "",
    )
    for row in session.exec(handled):
        update_of = json.loads(row.body)
        message = update_of.get("message") or update_of.get("edited_message") or {}
        if message.get("message_id") in message_ids:
            row.body = ""


def forget_words(session: Session, bot_id: int, update_id: int) -> None:
    """Of the update only what shows where it belongs is kept: message, moment, album and length."""
    row = session.get_one(InboxRow, (bot_id, update_id))
    message = json.loads(row.body).get("message") if row.body else None
    if message is None:
        blank_update(session, bot_id, update_id)
        return
    kept = {name: message[name] for name in _OF_A_PIECE if name in message}
    row.body = json.dumps({"message": {**kept, "length": len(message.get("text", ""))}})


_OF_A_PIECE = ("message_id", "date", "media_group_id")


def handled_before(session: Session, bot_id: int, lane: int, update_id: int) -> list[InboxRow]:
    """The lane's updates that were handled before this one, the newest first: the last few."""
    rows = (
        select(InboxRow)
        .where(
            InboxRow.bot_id == bot_id,
            InboxRow.lane == lane,
            col(InboxRow.state).in_((InboxState.DONE, InboxState.DEAD)),
            InboxRow.update_id != update_id,
        )
        .order_by(col(InboxRow.received_at).desc(), col(InboxRow.update_id).desc())
        .limit(_LOOKED_BACK)
    )
    return list(session.exec(rows))


_LOOKED_BACK = 20


def take_back_replies(
    session: Session,
    bot_id: int,
    chat_id: int,
    *,
    since: datetime,
    behind_message: int,
    cards: Collection[str] = (),
) -> list[int]:
    """Nothing of what was replied below that message is kept; gives what stands in the chat.

    What waits to be sent is cancelled, what is just being sent will be deleted by whoever sends it
    (`is_taken_back`), and what a slot showed there is shown no more.
    since: when that message came in. cards: the slots that tell of such messages, too.
    """
    tells_of_it = col(Slot.name).in_(cards)
    rows = session.exec(
        select(OutboxRow)
        .outerjoin(Slot, col(Slot.id) == OutboxRow.slot_id)
        .where(
            OutboxRow.bot_id == bot_id,
            OutboxRow.chat_id == chat_id,
            (col(OutboxRow.priority) == Priority.REPLY) | tells_of_it,
            col(OutboxRow.created_at) >= since,
            col(OutboxRow.kind).in_((OutboxKind.MESSAGE, OutboxKind.CARD, OutboxKind.CLOSING)),
        )
    ).all()
    shown: list[int] = []
    for row in rows:
        is_shown = row.message_id is not None and row.kind is not OutboxKind.CLOSING
        if is_shown and row.message_id is not None and row.message_id > behind_message:
            shown.append(row.message_id)
        elif row.state is OutboxState.SENT or row.kind is OutboxKind.CLOSING:
            continue
        elif row.state is OutboxState.SENDING:
            row.expires_at = row.created_at  # it is not tried again
        else:
            row.state = OutboxState.CANCELLED
        row.content = _TAKEN_BACK
        slot = session.get(Slot, row.slot_id) if row.slot_id is not None else None
        if slot is not None:
            slot.content, slot.message_id, slot.shown_version = "", None, slot.version
            slot.generation += 1
    return list(dict.fromkeys(shown))


_TAKEN_BACK = packed(Message(""))


def is_taken_back(row: OutboxRow) -> bool:
    """Whether nothing of it may stand in the chat any more."""
    return row.content == _TAKEN_BACK


def mark_failed(
    session: Session,
    bot_id: int,
    update_id: int,
    *,
    incident: str,
    error: str,
    tries: int,
    now: datetime,
) -> bool:
    """Counts a failure; True when the update is set aside for good after `tries`."""
    row = session.get(InboxRow, (bot_id, update_id))
    if row is None or row.state is not InboxState.NEW:
        return False
    row.attempts += 1
    row.incident, row.error = incident, error
    if row.attempts >= tries:
        row.state, row.done_at = InboxState.DEAD, now
        return True
    return False


def forget_updates(session: Session, *, before: datetime) -> int:
    """Deletes what was handled before the moment; bodies hold what people wrote."""
    gone = session.execute(
        delete(InboxRow)
        .where(col(InboxRow.state) != InboxState.NEW, col(InboxRow.done_at) < before)
        .returning(col(InboxRow.update_id))
    )
    return len(gone.all())


def slot_named(session: Session, bot_id: int, chat_id: int, name: str) -> Slot:
    """The slot of that name in the chat; comes into being when first asked for."""
    key = ("slot", bot_id, chat_id, name)
    slot = once(session, key, lambda: _slots(session, bot_id, chat_id, name).first(), of=())
    if slot is None:
        slot = Slot(bot_id=bot_id, chat_id=chat_id, name=name)
        session.add(slot)
        session.flush()
    return slot


@prepared
def _slots(bot_id: int, chat_id: int, name: str) -> SelectOfScalar[Slot]:
    return select(Slot).where(Slot.bot_id == bot_id, Slot.chat_id == chat_id, Slot.name == name)


def slots_in_chat(session: Session, bot_id: int, chat_id: int) -> list[Slot]:
    """Those that show something there, or are about to, in the order in which they came to be."""
    return [slot for slot in _slots_of(session, bot_id, chat_id) if slot.content and is_live(slot)]


@prepared
def _slots_of(bot_id: int, chat_id: int) -> SelectOfScalar[Slot]:
    return select(Slot).where(Slot.bot_id == bot_id, Slot.chat_id == chat_id).order_by(col(Slot.id))


def is_live(slot: Slot) -> bool:
    """Whether a message stands for it in the chat, or waits to be sent."""
    return slot.message_id is not None or slot.version > slot.shown_version


def newest_asks(session: Session, slot: Slot) -> str:
    """What the newest state of the slot asks, as `states_shown` gives it back."""
    newest = (
        select(OutboxRow.asks)
        .where(OutboxRow.slot_id == slot.id)
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    return session.exec(newest).first() or ""


def slot_of_message(session: Session, bot_id: int, chat_id: int, message_id: int) -> Slot | None:
    """The slot of which that message of the chat shows, or has shown, a state."""
    found = (
        select(Slot)
        .join(OutboxRow, col(OutboxRow.slot_id) == Slot.id)
        .where(
            OutboxRow.bot_id == bot_id,
            OutboxRow.chat_id == chat_id,
            OutboxRow.message_id == message_id,
            OutboxRow.kind == OutboxKind.CARD,
        )
        .limit(1)
    )
    return session.exec(found).first()


def showing_of(session: Session, slot: Slot, version: int) -> Showing | None:
    """The first showing of this state of the slot or of a later one; None: nothing is known."""
    rows = session.exec(
        select(OutboxRow)
        .where(OutboxRow.slot_id == slot.id, col(OutboxRow.slot_version) >= version)
        .order_by(col(OutboxRow.id))
    ).all()
    if not rows:
        return None
    asked_at = rows[0].created_at
    sent = next((row for row in rows if row.state is OutboxState.SENT), None)
    if sent is None:
        unsure = any(
            row.state in {OutboxState.SENDING, OutboxState.UNKNOWN} or may_have_arrived(row)
            for row in rows
        )
        return Showing(asked_at, is_unsure=unsure)
    unsure = any(may_have_arrived(row) for row in rows if row.id <= sent.id)
    if sent.message_id is None:  # an edit that changed nothing
        return Showing(asked_at, 0, sent.sent_at, in_place=True, is_unsure=unsure)
    earlier = select(OutboxRow.id).where(
        OutboxRow.slot_id == slot.id,
        OutboxRow.message_id == sent.message_id,
        col(OutboxRow.id) < sent.id,
    )
    in_place = session.exec(earlier.limit(1)).first() is not None
    return Showing(asked_at, sent.message_id, sent.sent_at, in_place=in_place, is_unsure=unsure)


def states_shown(
    session: Session, slot: Slot, *, before_message: int
) -> Iterator[tuple[Showing, str]]:
    """What the slot showed, or may have shown, above that message of the chat, the newest first.

    Each with what it asked.
    """
    rows = session.exec(
        select(OutboxRow)
        .where(OutboxRow.slot_id == slot.id, col(OutboxRow.state).in_(_MAY_BE_SHOWN))
        .order_by(col(OutboxRow.id).desc())
        .limit(_STATES_LOOKED_AT)
    ).all()
    for place, row in enumerate(rows):
        is_above = row.message_id is not None and row.message_id < before_message
        if row.state is OutboxState.SENT and is_above:
            in_place = any(older.message_id == row.message_id for older in rows[place + 1 :])
            yield Showing(row.created_at, row.message_id, row.sent_at, in_place=in_place), row.asks
        elif row.state is not OutboxState.SENT or may_have_arrived(row):
            yield Showing(row.created_at, is_unsure=True), row.asks


def message_sent(session: Session, bot_id: int, chat_id: int, message_id: int) -> Message | None:
    """The message of its own that we sent with that id, as it was sent; None for any other."""
    sent = select(OutboxRow.content).where(
        OutboxRow.bot_id == bot_id,
        OutboxRow.chat_id == chat_id,
        OutboxRow.message_id == message_id,
        OutboxRow.kind == OutboxKind.MESSAGE,
    )
    content = session.exec(sent).first()
    return unpacked(content) if content else None


_MAY_BE_SHOWN = (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNKNOWN)
_STATES_LOOKED_AT = 20

MAYBE_SENT = "maybe sent"
"""How the error of a row begins that may have arrived."""


def may_have_arrived(row: OutboxRow) -> bool:
    """Whether an earlier try of this row may have got through."""
    return row.last_error.startswith(MAYBE_SENT)


@prepared
def _next_to_send(
    bot_id: int, now: datetime, resting: Collection[int]
) -> SelectOfScalar[OutboxRow]:
    """Of a chat only the oldest row that is under way or may go out can be the next.

    These are found first, in one pass over what waits: a thousand replies behind one reminder cost
    no more. It is as urgent as the most urgent one behind it, which else would wait for ever where
    other chats always have something more urgent than a reminder.
    """
    waiting, older = aliased(OutboxRow), aliased(OutboxRow)
    may_go = (col(waiting.state) == OutboxState.SENDING) | (col(waiting.not_before) <= now)
    first = (
        select(func.min(waiting.id).label("id"), func.min(waiting.priority).label("priority"))
        .where(
            col(waiting.bot_id) == bot_id,
            col(waiting.state).in_(WAITING),
            waiting.kind != OutboxKind.MAIL,
            may_go,
        )
        .group_by(col(waiting.chat_id))
        .cte("first_of_chat")
    )
    put_off_before = (
        select(older.id)
        .where(
            older.bot_id == OutboxRow.bot_id,
            older.state == OutboxState.DUE,
            col(older.chat_id) == OutboxRow.chat_id,
            col(older.id) < OutboxRow.id,
            col(older.priority) <= OutboxRow.priority,
            col(older.kind) != OutboxKind.DOCUMENT,
        )
        .exists()
    )
    return (
        select(OutboxRow)
        .join(first, first.c.id == OutboxRow.id)
        .where(
            OutboxRow.state == OutboxState.DUE,
            col(OutboxRow.chat_id).not_in(resting),
            ~put_off_before,
        )
        .order_by(first.c.priority, col(OutboxRow.id))
        .limit(1)
        .with_for_update(skip_locked=True, of=OutboxRow)
    )


def claim_next(
    session: Session,
    bot_id: int,
    *,
    now: datetime,
    lease: timedelta,
    resting: Collection[int] = (),
) -> OutboxRow | None:
    """The next row to be sent, leased to the caller. resting: chats that get nothing now.

    In a chat the order of asking is kept: a row waits while an older one of its chat is waiting.
    But nothing waits for a lesser row, or for a document, that itself may not go out yet: at night
    people get their answers before the reminders of the morning.
    A row whose lease ran out while it was being sent is not claimed here: see `expired_leases`.
    Mails are claimed by `models.mail.claim_next_mail`: no chat waits for one.
    """
    row = _next_to_send(session, bot_id, now, list(resting)).first()
    return leased(session, row, now=now, lease=lease)


def leased(
    session: Session, row: OutboxRow | None, *, now: datetime, lease: timedelta
) -> OutboxRow | None:
    """The row that was found, if any, as one that the caller is sending for so long."""
    if row is None:
        return None
    row.state = OutboxState.SENDING
    row.attempts += 1
    row.lease_until = now + lease
    session.flush()
    return row


def put_off_reminders(session: Session, bot_id: int, *, until: datetime) -> None:
    """No reminder that waits may go out before the moment.

    All at once: a second one of a chat, due and behind the first, would hold up every answer there.
    """
    session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.bot_id) == bot_id,
            col(OutboxRow.state) == OutboxState.DUE,
            col(OutboxRow.priority) == Priority.REMINDER,
            col(OutboxRow.not_before) < until,
        )
        .values(not_before=until)
    )


def settle(
    session: Session,
    outbox_id: int,
    *,
    fence: int,
    state: OutboxState,
    now: datetime,
    message_id: int | None = None,
    error: str = "",
    not_before: datetime | None = None,
) -> bool:
    """Writes down what became of a claimed row; False when it has been claimed again since."""
    values: dict[str, object] = {"state": state, "lease_until": None, "last_error": error}
    if state is OutboxState.SENT:
        values["sent_at"] = now
    if state not in WAITING:
        values["settled_at"] = now
    if message_id is not None:
        values["message_id"] = message_id
    if not_before is not None:
        values["not_before"] = not_before
    settled = session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.id) == outbox_id,
            col(OutboxRow.attempts) == fence,
            col(OutboxRow.state) == OutboxState.SENDING,
        )
        .values(**values)
        .returning(col(OutboxRow.id))
    )
    return settled.first() is not None


def expired_leases(session: Session, bot_id: int, *, now: datetime) -> list[OutboxRow]:
    """Rows that were being sent when their sender stopped: what became of them is unknown."""
    return list(_leases_over(session, bot_id, now))


@prepared
def _leases_over(bot_id: int, now: datetime) -> SelectOfScalar[OutboxRow]:
    return select(OutboxRow).where(
        OutboxRow.bot_id == bot_id,
        OutboxRow.state == OutboxState.SENDING,
        col(OutboxRow.lease_until) <= now,
    )


def outbox_counts(session: Session) -> dict[OutboxState, int]:
    """How many rows are in each state that has any."""
    counted = session.exec(
        select(OutboxRow.state, func.count(col(OutboxRow.id))).group_by(col(OutboxRow.state))
    )
    return {OutboxState(state): count for state, count in counted.all()}


def incident_named(session: Session, code: str) -> InboxRow | None:
    """The update whose last failure got this code."""
    return session.exec(select(InboxRow).where(InboxRow.incident == code.upper())).first()


def card_sent_since(session: Session, bot_id: int, chat_id: int, name: str) -> datetime | None:
    """When the message that the slot shows was first sent; None when it shows none."""
    slot = slot_named(session, bot_id, chat_id, name)
    return session.exec(
        select(OutboxRow.created_at)
        .where(
            OutboxRow.slot_id == slot.id,
            OutboxRow.slot_generation == slot.generation,
            OutboxRow.kind == OutboxKind.CARD,
        )
        .order_by(col(OutboxRow.id))
        .limit(1)
    ).first()


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, with the moment since which the oldest does; and what did not arrive."""

    inbox: int
    inbox_since: datetime | None
    outbox: int
    outbox_since: datetime | None
    dead: int
    unknown: int
    mails: int
    mails_since: datetime | None


def waiting(session: Session, bot_id: int, *, now: datetime) -> Waiting:
    """Of the outbox, what could go out at `now`; of the mails, all that have not gone."""
    inbox, inbox_since = session.exec(
        select(func.count(), func.min(InboxRow.received_at)).where(
            InboxRow.bot_id == bot_id, InboxRow.state == InboxState.NEW
        )
    ).one()
    outbox, outbox_since = session.exec(
        select(func.count(), func.min(OutboxRow.not_before)).where(
            OutboxRow.bot_id == bot_id,
            OutboxRow.state == OutboxState.DUE,
            OutboxRow.kind != OutboxKind.MAIL,
            col(OutboxRow.not_before) <= now,
        )
    ).one()
    mails, mails_since = session.exec(
        select(func.count(), func.min(OutboxRow.created_at)).where(
            OutboxRow.bot_id == bot_id,
            OutboxRow.kind == OutboxKind.MAIL,
            col(OutboxRow.state).in_(WAITING),
        )
    ).one()
    counts = outbox_counts(session)
    return Waiting(
        inbox,
        inbox_since,
        outbox,
        outbox_since,
        counts.get(OutboxState.DEAD, 0),
        counts.get(OutboxState.UNKNOWN, 0),
        mails,
        mails_since,
    )


def newest_moment(session: Session) -> datetime | None:
    """When the newest message came in or was written; None where there is none yet."""
    received = session.exec(select(func.max(InboxRow.received_at))).one()
    written = session.exec(select(func.max(OutboxRow.created_at))).one()
    return max(filter(None, (received, written)), default=None)
