"""An office in a month: the real application over HTTP against the sandbox, on a clock by hand.

A message that nobody expected fails the test: every deed says how many messages it brings into
the chat of who did it, and at the end nobody may have one that was not looked at.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import TypeAlias, TypeVar

import pytest
from pydantic import SecretStr
from sqlmodel import Session, col, select

from bot.application import Baosong, build_application
from bot.clock import ManualClock
from bot.demo.quiet import next_work
from bot.draft_settings import DraftSettings
from bot.ladder_settings import LadderSettings
from bot.settings import (
    CheckSettings,
    DatabaseSettings,
    MailSettings,
    ReviewSettings,
    SecrecySettings,
    SendingSettings,
    Settings,
    TelegramSettings,
)
from dialog.steps import Step, next_step
from models.absences import Absence, Handover, Snooze
from models.conversations import Conversation, conversation_of
from models.cycles import Cycle, Entry, Report, Return, Revision
from models.delivery import InboxRow, OutboxRow
from models.exemptions import Exemption
from models.extensions import Extension
from models.filing import filed_content, record_content
from models.helpers import Helper, HelperEntry, ask_by_link
from models.offices import Unit, unit_named
from models.people import Contact, Person, invite
from models.problems import Problem
from models.reviews import Acceptance
from models.views import report_rows, working_report
from models.work import Desk
from sandbox import DEFAULT_TOKEN, Sandbox, SandboxServer, StoredFile
from sandbox import Message as Seen
from sandbox import Person as Phone
from sandbox.limits import FloodGate
from tests.asking import alike, asking
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER, assigned, load
from texts import Value, plain
from texts.catalogue import TextMissing
from vocabulary.period import Period
from vocabulary.plan import AssignedMeasure, AssignedUnit
from vocabulary.report import EntryContent, Figure, FiledReport, ReportEntry, WorkingReport
from vocabulary.terms import FORCE_KINDS, ContactKind, EntryStatus, Role

T = TypeVar("T")

START = at(28, month=7)
OPENS, DUE, LOCKS = at(1), at(5, 18), at(19, 18)
"""July's moments under the default settings: 1 August is a Monday, the 5th a Friday."""

TIMES = "开放 8月1日09:00 · 截止 8月5日（周五）18:00 · 锁定 8月19日18:00"
"""How the messages about July print them."""

INVITATION = timedelta(hours=72)
_INSTANT = timedelta(microseconds=1)

TWO_MEASURES = (
    assigned("1", (ROADS, Role.LEAD), (WATER, Role.COOPERATING)),
    assigned("2", *(AssignedUnit(unit, Role.RESPONSIBLE) for unit in (ROADS, WATER, PARKS))),
)
"""A plan without figures, for tests that are about something else: Roads and Water have both."""


TIMETABLE = re.compile(r"^(\d+月份：)?开放 [^\n]+ · 截止 [^\n]+ · 锁定 [^\n]+$", re.MULTILINE)
"""How a cycle's moments read, of whatever cycle, and whatever was granted."""


def said(key: str, /, **values: Value) -> str:
    """A sentence of the catalogue as it reads in a chat."""
    return re.sub(r"</?(b|blockquote)( expandable)?>", "", plain("zh-CN", key, **values))


def start_of(key: str, /, **values: Value) -> str:
    """The sentence up to the first value that the test does not know: "*", or not given."""
    try:
        return said(key, **values).partition("*")[0]
    except TextMissing as missing:
        name = str(missing).rpartition(" ")[2]
        return start_of(key, **values, **{name: "*"})


_RECEIPTS = tuple(start_of(f"card-receipt{kind}") for kind in ("", "-again", "-corrected"))


def _is_settled(message: Seen) -> bool:
    """Whether it is a reminder that says it is done with, wanted no more, or for another date."""
    last = message.text.rpartition("\n")[2]
    ends = (
        said("reminder-settled-filed", at="*").partition("*")[2],
        said("reminder-settled-extended", until="*").partition("*")[2],
        said("reminder-settled-office", at="*").partition("*")[2],
        said("reminder-settled-exempt"),
    )
    about_one_of_several = r"更新：.+(的问题已于 .+|报送。|本期免报。|已同意延至 .+)$"
    return message.from_bot and (last.endswith(ends) or bool(re.match(about_one_of_several, last)))


def _answered(entry: ReportEntry, words: str) -> EntryContent:
    """The content with every question answered that had no answer."""
    content = entry.content
    while (asked := next_step(entry.measure, content)) is not None:
        match asked:
            case (Step.STATUS, _):
                content = replace(content, status=EntryStatus.ON_TRACK)
            case (Step.FIGURE, int() as indicator_id):
                figures = (*content.figures, Figure(indicator_id, None))
                content = replace(content, figures=figures)
            case (Step.TEXT, _):
                content = replace(content, text=words)
            case _:
                raise AssertionError(f"{entry.measure.number}: {asked} is not for any words")
    return content


Looks: TypeAlias = dict[int, tuple[str, object, object]]
"""Text, entities and buttons of each message, as somebody saw them last."""


class Chat:
    """One person's phone. After every deed the bot does what it has to do between two ticks."""

    def __init__(self, office: "Town", phone: Phone, looked_at: Looks | None = None) -> None:
        self.office = office
        self.phone = phone
        self.looked_at = looked_at if looked_at is not None else {}
        self.replies: set[int] = set()

    @property
    def id(self) -> int:
        return self.phone.id

    @property
    def card(self) -> Seen:
        """The newest message that has buttons."""
        for message in reversed(self.phone.chat):
            if message.from_bot and message.buttons:
                return message
        raise AssertionError(f"no card:\n{self.phone.transcript()}")

    @property
    def labels(self) -> list[str]:
        return self.card.labels

    @property
    def toast(self) -> str:
        """What the last tap popped up."""
        return self.phone.toasts[-1].text

    async def sends(self, text: str, *, answers: int = 1) -> Seen:
        return await self.does(lambda: self.phone.sends(text), answers=answers)

    async def taps(self, key: str, /, *, answers: int = 1, **values: Value) -> Seen:
        """Taps the button with that text of the catalogue, or that begins with it."""
        return await self.does(lambda: self.phone.taps(start_of(key, **values)), answers=answers)

    async def presses(self, data: str, *, answers: int = 1, on: Seen | None = None) -> Seen:
        """Sends callback data as a forged or outdated client would."""
        return await self.does(lambda: self.phone.presses(data, message=on), answers=answers)

    async def does(self, deed: Callable[[], object], *, answers: int = 1) -> Seen:
        """The deed and what it brings: exactly so many messages here. Gives the last of them."""
        self.expects_nothing_more()
        deed()
        await self.office.answers()
        news = self.news()
        self.replies |= {message.message_id for message in news}
        self.finds_one_asking()
        assert len(news) == answers, self._shown(news)
        assert self.phone.unanswered == [], "a button still spins"
        return news[-1] if news else self.phone.last

    def finds_one_asking(self) -> None:
        """One message at most asks, and no reply leaves the same buttons in the chat as another.

        What comes by itself, a reminder or news, keeps its buttons for whoever reads that first,
        and a receipt those of its papers, which no other message has.
        """
        asked = asking(self.phone)
        assert len(asked) <= 1, self._shown(asked)
        again = [
            one
            for one in alike(self.phone)
            if one.message_id in self.replies and not one.text.startswith(_RECEIPTS)
        ]
        assert len(again) <= 1, self._shown(again)

    async def gets_files(self, deed: str | Callable[[], object]) -> list[StoredFile]:
        """The files that the words or the deed bring, in their order; and nothing else."""
        self.expects_nothing_more()
        _ = self.phone.sends(deed) if isinstance(deed, str) else deed()
        await self.office.answers()
        news = self.news()
        files = [message.document for message in news if message.document is not None]
        assert len(files) == len(news), self._shown(news)
        return files

    async def fills(self, words: str = "All is well so far.") -> Seen:
        """The preview, with whatever was open answered: 正常推进, these words, no figures.

        The answers are written as this person's without a conversation, which has tests of its own.
        """
        card = await self.sends("/report")
        await self.office.answers_all(self, words)
        can_file = any(label.startswith(said("button-preview-file")) for label in card.labels)
        return await self.taps("button-preview-file" if can_file else "button-preview")

    async def files(self, words: str = "All is well so far.") -> Seen:
        """Fills the report and files it; gives the draft that comes with the receipt."""
        await self.fills(words)
        return await self.taps("button-file", answers=2)

    async def changes_and_files(self, words: str = "Something more was done.") -> Seen:
        """Changes the first measure of a report that is complete, and files it again."""
        await self.changes(words)
        return await self.taps("button-file", answers=2)

    async def changes(self, words: str = "Something more was done.") -> Seen:
        """The preview, with the first measure of a complete report changed."""
        await self.sends("/report")
        await self.does(lambda: self.phone.taps("1"))
        await self.taps("button-change-text")
        return await self.sends(words)

    def news(self) -> list[Seen]:
        """What the bot sent or changed since this was asked last; the caller looks at it.

        That an old message only lost its buttons, or has them back, is no news, nor that a reminder
        says it is done with: `settled` has those.
        """
        news = []
        for message in self.phone.new_messages():
            before = self.looked_at.get(message.message_id)
            buttons = message.buttons or (before[2] if before is not None else message.buttons)
            look = (message.text, message.entities, buttons)
            self.looked_at[message.message_id] = look
            if before is not None and _is_settled(message):
                continue
            if before != look:
                news.append(message)
        return news

    @property
    def settled(self) -> list[Seen]:
        """The messages that say of themselves that what they asked for is done."""
        return [message for message in self.phone.chat if _is_settled(message)]

    def the_news(self) -> Seen:
        """The one new message."""
        news = self.news()
        assert len(news) == 1, self._shown(news)
        return news[0]

    def expects_nothing_more(self) -> None:
        news = self.news()
        assert not news, self._shown(news)

    def _shown(self, news: Sequence[Seen]) -> str:
        texts = "\n--\n".join(message.text for message in news)
        return f"{self.phone.user.name} got {len(news)}:\n{texts}"


class Town:
    """Roads, Water and Parks, and what their people and Olga, the coordinator, do in a month."""

    def __init__(self, settings: Settings, clock: ManualClock, server: SandboxServer) -> None:
        self.settings = settings
        self.clock = clock
        self.server = server
        self.sandbox: Sandbox = server.sandbox
        self.chats: dict[int, Chat] = {}
        self.app = build_application(settings, clock=clock)
        self._killed: list[Baosong] = []

    @property
    def desk(self) -> Desk:
        return self.app.parts.desk

    async def kill(self) -> None:
        """The process ends with no chance to say or save anything, and another one starts.

        What it held open is let go only when the test ends, where it can change nothing.
        """
        self._killed.append(self.app)
        self.app = build_application(self.settings, clock=self.clock)
        await self.app.__aenter__()

    def reads_all(self) -> None:
        """Everybody looks at what has come, as where a test is about something else."""
        for chat in self.chats.values():
            chat.news()

    async def ends(self) -> None:
        for app in (*self._killed, self.app):
            await app.__aexit__(None, None, None)

    async def steps(self) -> None:
        """The bot does all that there is to do at this moment."""
        await self.app.step()

    async def answers(self) -> None:
        """The bot does what people have asked of it; no tick comes at this moment."""
        await self.app.step(tick=False)

    async def receives(self) -> None:
        """What was sent to the bot is handled, and nothing is sent yet."""
        while await self.app.parts.poller.poll(wait=False):
            await self.app.parts.inbox.handle_waiting()

    async def moves_to(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        await self.steps()

    async def passes(self, until: datetime, *, every: timedelta = timedelta(hours=1)) -> None:
        """Time goes by with the bot running: it ticks at every full `every`, and at the end.

        Of a row of ticks with nothing to do only the first is played.
        """
        while (moment := self.clock.now() + every) < until:
            await self.moves_to(moment)
            now = self.clock.now()
            idle = max(0, (await self._next_work() - now - _INSTANT) // every)
            self.clock.move_to(min(now + idle * every, until))
        await self.moves_to(until)

    async def _next_work(self) -> datetime:
        """When a tick may have something to do, as long as nobody writes."""
        rules, office_id, now = self.app.parts.rules, self.desk.office_id, self.clock.now()
        return await self.reads(lambda session: next_work(session, office_id, rules, since=now))

    def person(self, name: str, user_id: int) -> Chat:
        self.chats[user_id] = Chat(self, self.sandbox.person(name, user_id=user_id))
        return self.chats[user_id]

    async def link(
        self,
        unit: str | None,
        kind: ContactKind = ContactKind.LIAISON,
        *,
        valid: timedelta | None = None,
    ) -> str:
        """The token of an invitation, as `baosong invite` makes it. unit: or the task force."""
        office_id, now = self.desk.office_id, self.clock.now()

        def made(session: Session) -> str:
            force = unit if unit and kind in FORCE_KINDS else ""
            found = unit_named(session, office_id, unit) if unit and not force else None
            return invite(
                session,
                office_id,
                found.id if found else None,
                kind,
                invited_by="",
                valid=INVITATION,
                now=now,
                task_force=force,
            )

        return await self.app.database.unit(made)

    async def joins(
        self, name: str, user_id: int, unit: str, kind: ContactKind = ContactKind.LIAISON
    ) -> Chat:
        """Somebody comes by a link; what they and the coordinator read then is looked at."""
        chat = self.chats.get(user_id) or self.person(name, user_id)
        chat.phone.starts(await self.link(unit, kind))
        await self.steps()
        chat.news()
        if OLGA in self.chats:
            self.chats[OLGA].news()
        return chat

    async def asks_for_help(
        self, name: str, user_id: int, unit: str, *numbers: str, by: int = ADA
    ) -> Chat:
        """Somebody comes by a helper's link for these measures; what is read then is looked at."""
        report = await self.working(unit)
        ids = [e.entry_id for e in report.entries if e.measure.number in numbers]
        now = self.clock.now()

        def made(session: Session) -> str:
            asker = session.exec(select(Person).where(Person.user_id == by)).one()
            _, token = ask_by_link(session, report.report_id, ids, asker, valid=INVITATION, now=now)
            return token

        chat = self.chats.get(user_id) or self.person(name, user_id)
        chat.phone.starts(await self.app.database.unit(made))
        await self.steps()
        for one in (chat, self.chats[by]):
            one.news()
        return chat

    async def answers_all(self, chat: Chat, words: str) -> None:
        """Whatever is open in the report that the person looks at is answered as theirs."""
        await self.says_of_each(chat, lambda entry: _answered(entry, words))

    async def says_of_each(
        self, chat: Chat, content_of: Callable[[ReportEntry], EntryContent]
    ) -> None:
        """The report that the person looks at says so by now, measure by measure, as theirs."""
        now = self.clock.now()

        def write(session: Session) -> None:
            person = session.exec(select(Person).where(Person.user_id == chat.id)).one()
            rows = report_rows(session, conversation_of(session, person.id).report_id or 0)
            assert rows is not None
            for entry in working_report(session, rows, self.desk.zone).entries:
                content = content_of(entry)
                if content != entry.content:
                    row = session.get_one(Entry, entry.entry_id)
                    record_content(session, rows.report, row, content, person, now=now)

        await self.app.database.unit(write)

    async def reads(self, question: Callable[[Session], T]) -> T:
        return await self.app.database.unit(question)

    async def facts(self) -> dict[str, object]:
        """All that the people's deeds can change, to be compared."""

        def look(session: Session) -> dict[str, object]:
            tables = (
                Absence,
                Problem,
                Acceptance,
                Contact,
                Cycle,
                Entry,
                Exemption,
                Extension,
                Handover,
                Helper,
                HelperEntry,
                Report,
                Return,
                Revision,
                Snooze,
            )
            return {
                table.__name__: [row.model_dump() for row in session.exec(select(table))]
                for table in tables
            }

        return await self.reads(look)

    async def report_of(self, unit: str, period: Period | None = None) -> Report:
        def look(session: Session) -> Report:
            query = (
                select(Report)
                .join(Unit, col(Unit.id) == Report.unit_id)
                .join(Cycle, col(Cycle.id) == Report.cycle_id)
                .where(Unit.name == unit)
                .order_by(col(Report.id).desc())
            )
            found = session.exec(query.where(Cycle.period == period) if period else query).first()
            assert found is not None, unit
            session.expunge(found)
            return found

        return await self.reads(look)

    async def working(self, unit: str, period: Period | None = None) -> WorkingReport:
        """The unit's newest report as it stands, or that of the period."""
        report_id = (await self.report_of(unit, period)).id

        def look(session: Session) -> WorkingReport:
            rows = report_rows(session, report_id)
            assert rows is not None
            return working_report(session, rows, self.desk.zone)

        return await self.reads(look)

    async def content(self, unit: str, number: str, period: Period | None = None) -> EntryContent:
        """What the unit says of the measure."""
        report = await self.working(unit, period)
        return next(e.content for e in report.entries if e.measure.number == number)

    async def revisions(self, unit: str) -> list[FiledReport]:
        """What the unit has filed, oldest first."""
        report_id = (await self.report_of(unit)).id

        def look(session: Session) -> list[FiledReport]:
            query = select(Revision).where(Revision.report_id == report_id)
            return [filed_content(row) for row in session.exec(query.order_by("number"))]

        return await self.reads(look)

    async def outbox(self, chat: Chat | None = None) -> list[OutboxRow]:
        def look(session: Session) -> list[OutboxRow]:
            query = select(OutboxRow).order_by(col(OutboxRow.id))
            rows = session.exec(query.where(OutboxRow.chat_id == chat.id) if chat else query)
            found = list(rows)
            session.expunge_all()
            return found

        return await self.reads(look)

    async def inbox(self) -> list[InboxRow]:
        def look(session: Session) -> list[InboxRow]:
            found = list(session.exec(select(InboxRow).order_by(col(InboxRow.update_id))))
            session.expunge_all()
            return found

        return await self.reads(look)

    async def step_of(self, chat: Chat) -> str:
        """What the person is being asked, as stored."""

        def look(session: Session) -> str:
            query = select(Conversation.step).join(Person, col(Person.id) == Conversation.person_id)
            return session.exec(query.where(Person.user_id == chat.id)).one()

        return await self.reads(look)


@dataclass(frozen=True, slots=True)
class Beginning:
    """A town as it stood once, from where others go on as after a restart of the bot."""

    database: bytes
    clock: ManualClock
    sandbox: Sandbox
    looked_at: dict[int, Looks]

    def copied(self) -> "Beginning":
        """Telegram has forgotten how much was sent in the last seconds, as the new bot has."""
        copied = deepcopy(self, {id(self.sandbox.lock): RLock()})
        copied.sandbox.flood = FloodGate(copied.sandbox.limits, copied.clock.now)
        return copied


_BEGINNINGS: dict[str, Beginning] = {}
"""By what was played; a worker plays each once."""


@asynccontextmanager
async def a_town(
    database_url: str,
    files: Path,
    *,
    measures: Sequence[AssignedMeasure] | None = None,
    sending: SendingSettings | None = None,
    review: ReviewSettings | None = None,
    ladder: LadderSettings | None = None,
    mail: MailSettings | None = None,
    draft: DraftSettings | None = None,
    checks: CheckSettings | None = None,
    secrecy: SecrecySettings | None = None,
    now: datetime = START,
    since: Beginning | None = None,
) -> AsyncIterator[Town]:
    """The plan is loaded and nobody has come yet; or all is as it was at that beginning.

    measures: of the plan; the sample's four, the first of which has two figures, where not given.
    """
    clock = since.clock if since else ManualClock(now)
    async with SandboxServer(since.sandbox if since else Sandbox(now=clock.now)) as server:
        settings = Settings(
            telegram=TelegramSettings(
                token=SecretStr(DEFAULT_TOKEN), api_base=server.url, coordinators=(OLGA,)
            ),
            database=DatabaseSettings(url=SecretStr(database_url), files=files),
            sending=sending or SendingSettings(),
            review=review or ReviewSettings(),
            ladder=ladder or LadderSettings(),
            mail=mail or MailSettings(),
            checks=checks or CheckSettings(),
            secrecy=secrecy or SecrecySettings(),
            # without LibreOffice: the same chats on every machine
            draft=draft or DraftSettings(libreoffice=""),
        )
        town = Town(settings, clock, server)
        try:
            if since:
                _file_of(town).write_bytes(since.database)
                town.chats = {
                    user_id: Chat(town, server.sandbox.people[user_id], looked_at)
                    for user_id, looked_at in since.looked_at.items()
                }
            async with _started(town):
                if not since:
                    office_id = town.desk.office_id

                    def plan(session: Session) -> None:
                        load(session, office_id, measures, now=now)

                    await town.app.database.unit(plan)
                yield town
            for chat in town.chats.values():
                chat.expects_nothing_more()
        finally:
            await town.ends()


def _file_of(town: Town) -> Path:
    name = town.app.database.url.database
    assert town.app.database.is_sqlite
    assert name
    return Path(name)


@asynccontextmanager
async def a_begun_town(
    begin: Callable[[Town], Awaitable[None]],
    database_url: str,
    files: Path,
    *,
    measures: Sequence[AssignedMeasure] | None = None,
    mail: MailSettings | None = None,
    draft: DraftSettings | None = None,
    checks: CheckSettings | None = None,
    secrecy: SecrecySettings | None = None,
) -> AsyncIterator[Town]:
    """A town on SQLite in which that has happened; it is played once for all tests of a worker.

    mail, draft, checks, secrecy: the settings from then on.
    """
    name = f"{begin.__module__}.{begin.__qualname__} {measures!r}"
    if name not in _BEGINNINGS:
        async with a_town(database_url, files, measures=measures) as town:
            await begin(town)
            town.reads_all()
        looked_at = {user_id: chat.looked_at for user_id, chat in town.chats.items()}
        _BEGINNINGS[name] = Beginning(
            _file_of(town).read_bytes(), town.clock, town.sandbox, looked_at
        )
    since = _BEGINNINGS[name].copied()
    async with a_town(
        database_url,
        files,
        measures=measures,
        mail=mail,
        draft=draft,
        checks=checks,
        secrecy=secrecy,
        since=since,
    ) as town:
        yield town


@asynccontextmanager
async def _started(town: Town) -> AsyncIterator[None]:
    await town.app.__aenter__()
    yield


async def with_people(town: Town) -> None:
    """Olga is the coordinator, Ada reports for Roads, Boris for Water, Clara for Parks."""
    town.person("Olga", OLGA).phone.starts()
    for name, user_id, unit in (
        ("Ada", ADA, ROADS),
        ("Boris", BORIS, WATER),
        ("Clara", CLARA, PARKS),
    ):
        town.person(name, user_id).phone.starts(await town.link(unit))
    await town.steps()
    for chat in town.chats.values():
        chat.news()


async def opened(town: Town) -> None:
    """July opens: everybody has read its first message."""
    await town.moves_to(OPENS)
    town.reads_all()


async def july_begins(town: Town) -> None:
    await with_people(town)
    await opened(town)


@pytest.fixture(autouse=True)
def durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """What PTB will do by itself one day; until then it warns at every RetryAfter."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """July has opened, and everybody has read its first message."""
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files") as town:
        yield town


@pytest.fixture
def ada(town: Town) -> Chat:
    """The liaison of the unit that the tests are about, in whichever town the test plays."""
    return town.chats[ADA]


@pytest.fixture
async def plain_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The same with the plan that asks for no figures."""
    async with a_begun_town(
        july_begins, sqlite_url, tmp_path / "files", measures=TWO_MEASURES
    ) as town:
        yield town


@pytest.fixture
def talkative_town(plain_town: Town) -> Iterator[Town]:
    """What comes last into the chats is looked at only where a test is about it."""
    yield plain_town
    plain_town.reads_all()


@pytest.fixture
async def early_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """28 July: the plan is loaded, and nobody has come yet."""
    async with a_town(sqlite_url, tmp_path / "files") as town:
        yield town
