"""One unit of work: what a handler or a tick may do, all of it in one transaction.

`say`, `card`, `close` and `hand_out` only add rows to the outbox; nothing here waits on the
network. Whoever opened the session commits, and with it the update's "done".
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from models.delivery import (
    Document,
    OutboxKind,
    OutboxRow,
    Priority,
    Slot,
    is_live,
    newest_asks,
    packed,
    slot_named,
    unpacked,
)
from models.helpers import Helper, helps_of
from models.people import FILING_KINDS, Contact, Person, contacts_held
from models.problems import PROBLEM_OVERDUE_AFTER
from texts import Value, explain, say
from vocabulary.errors import BaosongError, NotAllowed
from vocabulary.mail import NO_MAIL, MailRules
from vocabulary.message import Message
from vocabulary.report import USUAL_LIMITS, CheckLimits, EntryContent
from vocabulary.terms import FORCE_KINDS, ContactKind, StampAfter


@dataclass(frozen=True, slots=True)
class Desk:
    """What is the same for every unit of work: the bot, the office, its zone, language, limits.

    problem_overdue_after: a problem that has lived longer is shown first, as overdue.
    substituted: by a unit's two names, the fonts of its draft that others stand in for where it is
        previewed; None where no preview can be made.
    mail: what the office has decided about its electronic copy.
    stamp_after: from when on a draft is one to be stamped.
    own_drafts: units whose drafts have a profile of their own, as the settings name them.
    """

    bot_id: int
    bot_name: str
    office_id: int
    zone: ZoneInfo
    language: str
    limits: CheckLimits = USUAL_LIMITS
    problem_overdue_after: timedelta = PROBLEM_OVERDUE_AFTER
    substituted: Callable[[str, str | None], Sequence[str]] | None = None
    mail: MailRules = NO_MAIL
    stamp_after: StampAfter = StampAfter.FILED
    own_drafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overwritten:
    """An entry of which words are left out now. by_id: who had answered it last."""

    entry_id: int
    before: EntryContent
    after: EntryContent
    by_id: int | None


@dataclass
class Work:
    """A unit of work in progress.

    person: who wrote; None in a tick.
    tapped: the message whose button was pressed; None when the person wrote. A card is edited in
    place only when it was the one tapped; else other words stand last in the chat, and it is sent
    anew below them.
    toast: what a tapped button answers, as plain text.
    touched: by report, the entries that this unit has changed, or that are open to somebody anew.
    overwritten: the entries of which it has left out words that stood there.
    forgets: the person is told that what they sent is not kept, so no word of it is.
    set_anew: the slots that show something new, or where they were tapped, in anybody's chat.
    """

    session: Session
    desk: Desk
    now: datetime
    person: Person | None = None
    tapped: int | None = None
    toast: str = ""
    touched: dict[int, set[int]] = field(default_factory=dict)
    overwritten: list["Overwritten"] = field(default_factory=list)
    forgets: bool = False
    set_anew: list[Slot] = field(default_factory=list)
    _held: list[Contact] | None = field(default=None, repr=False)
    _helps: list[Helper] | None = field(default=None, repr=False)

    @property
    def writer(self) -> Person:
        """The person who wrote. Raises NotAllowed where there is none."""
        if self.person is None:
            raise NotAllowed
        return self.person

    @property
    def language(self) -> str:
        return self.person.language if self.person else self.desk.language

    def local(self, moment: datetime) -> datetime:
        """The moment in the office's zone."""
        return moment.astimezone(self.desk.zone)

    @property
    def held(self) -> list[Contact]:
        """Everything the person is at this moment."""
        if self._held is None:
            self._held = contacts_held(self.session, self.writer.id)
        return self._held

    def forget_held(self) -> None:
        """What the person is has changed within this unit."""
        self._held, self._helps = None, None

    @property
    def helps(self) -> list[Helper]:
        """What colleagues have asked the person to answer, and they still may."""
        if self._helps is None:
            self._helps = helps_of(self.session, self.writer.id, now=self.now)
        return self._helps

    def touch(self, report_id: int, *entry_ids: int) -> None:
        """Others who have the report before them are shown it as it has become."""
        self.touched.setdefault(report_id, set()).update(entry_ids)

    def note_overwritten(
        self, entry_id: int, before: EntryContent, after: EntryContent, *, by_id: int | None
    ) -> None:
        """Whose words they were is told of it. by_id: who had answered the entry last."""
        if any(words not in getattr(after, name) for name, words in before.words()):
            self.overwritten.append(Overwritten(entry_id, before, after, by_id))

    def on_behalf_of(self, person: Person) -> "Work":
        """The same unit as that person would do it: their rights, language and chat."""
        return replace(
            self, person=person, tapped=None, toast="", overwritten=[], _held=None, _helps=None
        )

    def is_coordinator(self) -> bool:
        """Of this office: a coordinator of another one is a stranger here."""
        return any(
            contact.kind is ContactKind.COORDINATOR and contact.office_id == self.desk.office_id
            for contact in self.held
        )

    def task_forces(self) -> list[str]:
        """The task forces of this office in which the person is somebody."""
        of_office = (c for c in self.held if c.office_id == self.desk.office_id)
        return list(dict.fromkeys(c.task_force for c in of_office if c.kind in FORCE_KINDS))

    def filing_unit_ids(self) -> list[int]:
        """The units for which the person writes and files reports."""
        return [
            contact.unit_id
            for contact in self.held
            if contact.kind in FILING_KINDS and contact.unit_id is not None
        ]

    def say(self, key: str, /, **values: Value) -> None:
        """A sentence of the catalogue to the person who wrote."""
        self.send(self.writer.user_id, Message(say(self.language, key, **values)))

    def explain(self, error: BaosongError) -> None:
        """What has gone wrong, to the person who wrote."""
        self.forgets = self.forgets or error.forgets
        self.send(self.writer.user_id, Message(explain(self.language, error)))

    def reply(self, message: Message) -> None:
        self.send(self.writer.user_id, message)

    def send(
        self,
        chat_id: int,
        message: Message,
        *,
        priority: int = Priority.REPLY,
        moot_when_filed: int | None = None,
        expires_at: datetime | None = None,
        repeat_when_unknown: bool = True,
    ) -> OutboxRow:
        """A new message to a chat. moot_when_filed: the report whose filing makes it pointless."""
        row = self._row(chat_id, OutboxKind.MESSAGE, priority)
        row.content = packed(message)
        row.moot_when_filed_id = moot_when_filed
        row.expires_at = expires_at
        row.repeat_when_unknown = repeat_when_unknown
        self.session.add(row)
        self.session.flush()
        return row

    def card(
        self, name: str, message: Message, *, closing: Message | None = None, asks: str = ""
    ) -> int:
        """Sets what the slot of that name shows to the person who wrote; gives the new version.

        When it is sent anew the old message becomes `closing`, or only loses its buttons.
        asks: the question that it puts, as `states_shown` gives it back.
        """
        slot = slot_named(self.session, self.desk.bot_id, self.writer.user_id, name)
        if self.tapped is None or self.tapped != slot.message_id:
            self._move(slot, closing)
        self.set_anew.append(slot)
        return self._fill(slot, message, Priority.REPLY, asks)

    def card_for(self, chat_id: int, name: str, message: Message, *, anew: bool) -> None:
        """Sets what the slot shows in somebody else's chat.

        anew: sent below everything, so that it is noticed; else edited where it stands.
        """
        slot = slot_named(self.session, self.desk.bot_id, chat_id, name)
        if anew:
            self._move(slot, None)
        self._fill(slot, message, Priority.NOTICE)

    def _fill(self, slot: Slot, message: Message, priority: int, asks: str = "") -> int:
        slot.content = packed(message)
        slot.version += 1
        row = self._row(slot.chat_id, OutboxKind.CARD, priority)
        row.slot_id, row.slot_version = slot.id, slot.version
        row.slot_generation, row.asks = slot.generation, asks
        self.session.add(row)
        return slot.version

    def tell(self, name: str, messages: Iterable[Message]) -> None:
        """Sends them in their order; of what is told under a name only the newest has buttons."""
        for message in messages:
            if not message.buttons:
                self.reply(message)
                continue
            slot = slot_named(self.session, self.desk.bot_id, self.writer.user_id, name)
            self._move(slot, None)
            self.set_anew.append(slot)
            self._fill(slot, message, Priority.REPLY)

    def close(self, name: str, closing: Message | None = None) -> None:
        """The slot's message asks nothing any more: it becomes `closing`, or loses its buttons."""
        slot = slot_named(self.session, self.desk.bot_id, self.writer.user_id, name)
        self._move(slot, closing)

    def put_aside(self, slot: Slot) -> None:
        """What the slot shows loses its buttons where it stands; `take_up` gives them back."""
        self._turn(slot, is_aside=True)

    def take_up(self, slot: Slot) -> None:
        self._turn(slot, is_aside=False)

    def _turn(self, slot: Slot, *, is_aside: bool) -> None:
        asks = newest_asks(self.session, slot)
        self._fill(slot, replace(unpacked(slot.content), put_aside=is_aside), Priority.REPLY, asks)

    def set_content(self, slot: Slot, message: Message) -> None:
        """What the slot was set to in this unit of work reads so instead."""
        slot.content = packed(message)

    def leave(self, name: str) -> None:
        """What the slot shows stays in the chat; its next state is a new message."""
        slot = slot_named(self.session, self.desk.bot_id, self.writer.user_id, name)
        slot.message_id, slot.shown_version = None, slot.version
        slot.generation += 1

    def take_buttons(self, message_id: int) -> None:
        """A message of the writer's chat was answered: it asks nothing any more."""
        row = self._row(self.writer.user_id, OutboxKind.CLOSING)
        row.message_id = message_id
        self.session.add(row)

    def show(self, chat_id: int, name: str, message: Message, *, is_new: bool) -> None:
        """Sets what a slot of anybody's chat shows: a new message if `is_new`, else an edit.

        A slot that was never shown stays so unless it is new, and one that says this already is
        left alone; one that is put aside stays so.
        """
        slot = slot_named(self.session, self.desk.bot_id, chat_id, name)
        is_own = self.person is not None and chat_id == self.person.user_id
        was_tapped = is_own and self.tapped is not None and self.tapped == slot.message_id
        if is_new or was_tapped:
            self.set_anew.append(slot)
        elif slot.content and is_live(slot):
            was = unpacked(slot.content)
            message = replace(message, put_aside=was.put_aside, asked_next=was.asked_next)
        content = packed(message)
        if is_new:
            self._move(slot, None)
        elif slot.content in {"", content}:
            return
        asks = newest_asks(self.session, slot) if message.put_aside else ""
        self._fill(slot, message, Priority.NOTICE, asks)

    def amend(
        self, chat_id: int, message_id: int, message: Message, *, of_document: bool = False
    ) -> None:
        """A message that stands in a chat, or a document's caption, becomes this one, silently."""
        kind = OutboxKind.CAPTION if of_document else OutboxKind.CLOSING
        row = self._row(chat_id, kind, Priority.NOTICE)
        row.message_id = message_id
        row.content = packed(message)
        self.session.add(row)

    def _move(self, slot: Slot, closing: Message | None) -> None:
        """The old message is left alone where it shows no buttons that could be taken off."""
        is_shown = slot.shown_version == slot.version
        if slot.message_id is not None and (
            closing or not is_shown or unpacked(slot.content).keyboard
        ):
            row = self._row(slot.chat_id, OutboxKind.CLOSING)
            row.message_id = slot.message_id
            row.content = packed(closing) if closing else ""
            self.session.add(row)
        slot.message_id = None
        slot.generation += 1
        slot.shown_version = slot.version

    def delete(self, message_id: int) -> None:
        """Takes a message out of the writer's chat; Telegram does so for 48 hours."""
        row = self._row(self.writer.user_id, OutboxKind.DELETION)
        row.message_id = message_id
        self.session.add(row)

    def hand_out(
        self,
        chat_id: int,
        document: Document,
        caption: str,
        *,
        priority: int = Priority.REPLY,
        moot_when_filed: int | None = None,
    ) -> None:
        """A document to a chat; the file is made, or taken from the store, when it is sent.

        moot_when_filed: the report whose filing makes it pointless.
        """
        self.session.add(document)
        self.session.flush()
        row = self._row(chat_id, OutboxKind.DOCUMENT, priority)
        row.document_id = document.id
        row.content = packed(Message(caption))
        row.moot_when_filed_id = moot_when_filed
        self.session.add(row)

    def _row(self, chat_id: int, kind: OutboxKind, priority: int = Priority.REPLY) -> OutboxRow:
        return OutboxRow(
            bot_id=self.desk.bot_id,
            chat_id=chat_id,
            kind=kind,
            priority=priority,
            not_before=self.now,
            created_at=self.now,
        )
