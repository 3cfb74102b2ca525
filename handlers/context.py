"""What every handler is given: its own typed context, with the one door to the tables.

A handler says who may call it by its decorator, understands the update, and calls
`context.unit(deed, …)`: one transaction off the event loop, in which the person is looked up, what
they may do is checked, the deed is done, its replies are queued and the update is marked as done.
What bears a mark of secrecy is stopped at the same door, before any deed.
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from typing import Any, Concatenate, ParamSpec

from sqlmodel import Session
from telegram import Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from dialog.secrecy import SecrecyRules
from dialog.word_paper import WordPaper
from handlers.at_report import return_to_question
from handlers.former import as_former
from handlers.helping import tell_answered
from handlers.menus import Menu, Menus, menu_of
from handlers.one_asks import keep_one_asking, show_instead
from handlers.secrecy import held_by, held_with_before, hold
from handlers.together import refresh_others, tell_overwritten
from models.database import Database
from models.delivery import forget_words, mark_done
from models.evidence import EvidenceLimits
from models.files import FileStore
from models.people import Person, is_unreachable, make_coordinator, met
from models.work import Desk, Work
from plans.sent import SentPlan
from reports.scan import Scan
from scheduler.reach import tell_back
from scheduler.rules import Rules
from texts import explain
from vocabulary.clock import Clock
from vocabulary.errors import BaosongError, HelperMayNot, NotAllowed, Stale, Stranger

P = ParamSpec("P")

_LONG_SECONDS = 900.0  # a plan waits for others' turns of four minutes each, then for its own


class Audience(Enum):
    """Who may call a handler, by what they are at that moment.

    Filers write and file a unit's reports; writers are they, and helpers who answer parts of one.
    """

    ANYBODY = auto()
    MEMBERS = auto()
    FILERS = auto()
    WRITERS = auto()
    COORDINATORS = auto()


@dataclass
class Doors:
    """What the handlers reach beyond the update.

    office_contact: whom people may ask, in words. secrecy: what is not let in.
    files: what people send is kept there. evidence: how much of it.
    read_plan: a sent plan or registry → what it says.
    read_scan: a photo or a PDF of stamped pages → what is on them.
    read_word: a Word document that may be a draft → its paragraphs.
    mark_in: a file of evidence → the mark of secrecy that it bears, if any.
    patience_seconds: how long a reading may take before the sender is told that it goes on.
    limits: by update id, when its handler is cut off.
    failures: likewise, what went wrong. marked: updates that a unit of work has marked as done.
    """

    database: Database
    desk: Desk
    clock: Clock
    wake_sender: Callable[[], None]
    first_coordinators: frozenset[int]
    invitation_valid: timedelta
    rules: Rules
    office_contact: str
    secrecy: SecrecyRules
    files: FileStore
    read_plan: Callable[[bytes, str], Awaitable[SentPlan]]
    read_scan: Callable[[bytes, str], Awaitable[Scan]]
    read_word: Callable[[bytes, str], Awaitable[WordPaper]]
    mark_in: Callable[[bytes, str], Awaitable[str | None]]
    evidence: EvidenceLimits
    patience_seconds: float = 3.0
    limits: dict[int, asyncio.Timeout] = field(default_factory=dict)
    failures: dict[int, Exception] = field(default_factory=dict)
    marked: set[int] = field(default_factory=set)
    menus: Menus = field(default_factory=Menus)


Data = dict[Any, Any]  # PTB's own type for the stores that we do not use


class Context(CallbackContext[ExtBot[None], Data, Data, Data]):
    """The context of one update."""

    incoming: Update | None = None
    audience: Audience | None = None

    @classmethod
    def from_update(cls, update: object, application: "BotApplication") -> "Context":
        context = super().from_update(update, application)
        context.incoming = update if isinstance(update, Update) else None
        return context

    @property
    def doors(self) -> Doors:
        doors = self.bot_data.get("doors")
        if not isinstance(doors, Doors):
            raise TypeError("the application was built without doors")
        return doors

    def take_time(self) -> None:
        """What this handler does may take minutes in other threads and processes; nobody waits."""
        limit = self.doors.limits.get(self.incoming.update_id) if self.incoming else None
        if limit is not None:
            limit.reschedule(asyncio.get_running_loop().time() + _LONG_SECONDS)

    async def unit(
        self, deed: Callable[Concatenate[Work, P], None], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Does the deed in one transaction with the update's "done", then answers a tapped button.

        What a person can mend is explained to them; anything else leaves the update to be tried
        again. Nothing happens twice: an update that is done already is passed over.
        """
        doors = self.doors
        toast, menu = await doors.database.unit_in_turn(
            lambda session: self._in_unit(session, lambda work: deed(work, *args, **kwargs))
        )
        if self.incoming is not None:
            doors.marked.add(self.incoming.update_id)
        doors.wake_sender()
        query = self.incoming.callback_query if self.incoming else None
        if query is not None:
            with suppress(TelegramError):  # an answer that comes too late is worth nothing
                await query.answer(toast or None)
        user = self.incoming.effective_user if self.incoming else None
        if menu is not None and user is not None:
            doors.menus.give_soon(self.bot, user.id, menu)

    async def meanwhile(
        self, deed: Callable[Concatenate[Work, P], None], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Does the deed while the update is still being handled: it may happen again.

        Only for what says how far it is, on a card: shown twice it is shown once.
        """
        doors = self.doors
        await doors.database.unit_in_turn(
            lambda session: self._in_unit(
                session, lambda work: deed(work, *args, **kwargs), is_last=False
            )
        )
        doors.wake_sender()

    def _in_unit(
        self, session: Session, deed: Callable[[Work], None], *, is_last: bool = True
    ) -> tuple[str, Menu | None]:
        """What a tapped button answers, and the menu that the person should have now."""
        doors, update, audience = self.doors, self.incoming, self.audience
        if update is None or audience is None:
            raise TypeError("a handler must state who may call it")
        user = update.effective_user
        now = doors.clock.now()
        if is_last and not mark_done(session, doors.desk.bot_id, update.update_id, now=now):
            return "", None
        if user is None:
            return "", None
        was_lost = is_unreachable(session, doors.desk.bot_id, user.id)
        person = met(
            session,
            doors.desk.bot_id,
            user.id,
            name=user.full_name,
            language=doors.desk.language,
            now=now,
            has_blocked=has_blocked(update),
        )
        if was_lost and person.unreachable_since is None:
            tell_back(Work(session, doors.desk, now), person)
        if user.id in doors.first_coordinators:
            make_coordinator(session, doors.desk.office_id, person, now=now)
        query = update.callback_query
        tapped = query.message.message_id if query and query.message else None
        work = Work(session, doors.desk, now, person, tapped=tapped)
        mark = held_by(update, doors.secrecy, held_at=person.held_at)
        if mark is None:
            mark = held_with_before(work, update, doors.secrecy)
        if mark is not None:
            hold(work, update, mark, contact=doors.office_contact)
            refresh_others(work)
            return "", None
        try:
            with session.begin_nested():
                require(work, audience)
                deed(work)
                return_to_question(work)
                tell_answered(work)
                refresh_others(work)
                tell_overwritten(work)
        except Stale as error:
            work.set_anew.clear()
            show_instead(work, explain(work.language, error))
        except BaosongError as error:
            work.set_anew.clear()
            work.forgets = False
            work.explain(_as_told(work, error))
        keep_one_asking(work)
        work.forget_held()
        is_stranger = not (work.held or work.helps)
        if is_last and (work.forgets or is_stranger):
            forget_words(session, doors.desk.bot_id, update.update_id)
        return work.toast, menu_of(person.language, work.held, helps=bool(work.helps))


def _as_told(work: Work, error: BaosongError) -> BaosongError:
    """Who was no stranger until lately is told whose it is now.

    A command of the unit's own, sent by somebody who only helps it, is whose who has asked.
    """
    if type(error) is Stranger:
        return as_former(work)
    is_theirs = type(error) is NotAllowed and work.tapped is None and bool(work.helps)
    if not is_theirs or work.filing_unit_ids():
        return error
    return HelperMayNot(name=work.session.get_one(Person, work.helps[0].asked_by_id).name)


def has_blocked(update: Update) -> bool:
    """Whether the update says that the person has blocked the bot."""
    change = update.my_chat_member
    gone = {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}
    return change is not None and change.new_chat_member.status in gone


def require(work: Work, audience: Audience) -> None:
    """Raises Stranger or NotAllowed unless the person belongs to the audience now."""
    if audience is not Audience.ANYBODY and not (work.held or work.helps):
        raise Stranger
    if audience is Audience.FILERS and not work.filing_unit_ids():
        raise NotAllowed
    if audience is Audience.WRITERS and not (work.filing_unit_ids() or work.helps):
        raise NotAllowed
    if audience is Audience.COORDINATORS and not work.is_coordinator():
        raise NotAllowed


Handler = Callable[[Update, Context], Coroutine[object, object, None]]
BotApplication = Application[ExtBot[None], Context, Data, Data, Data, None]


Decorator = Callable[[Handler], Handler]


def _for(audience: Audience) -> Decorator:
    def decorate(handler: Handler) -> Handler:
        @functools.wraps(handler)
        async def stated(update: Update, context: Context) -> None:
            context.audience = audience
            await handler(update, context)

        return stated

    return decorate


for_anybody: Decorator = _for(Audience.ANYBODY)
for_members: Decorator = _for(Audience.MEMBERS)
for_filers: Decorator = _for(Audience.FILERS)
for_writers: Decorator = _for(Audience.WRITERS)
for_coordinators: Decorator = _for(Audience.COORDINATORS)
