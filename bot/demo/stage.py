"""Plays a story: the real application over HTTP against the sandbox, on a clock moved by hand."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

from pydantic import SecretStr
from sqlmodel import Session

from bot.application import Baosong, build_application
from bot.clock import ManualClock
from bot.demo.mails import code_in, mails_of
from bot.demo.office_files import DATABASE, FILES
from bot.demo.office_work import (
    PHONE_OF_THE_CALLED,
    PHONE_OF_THE_LEADER,
    PHONE_OF_THE_OFFICE,
    corrected_registry,
)
from bot.demo.quiet import next_work
from bot.demo.records import Cuts, Records, cuts_of_newest_workbook, records_of
from bot.demo.story import ZONE, Cast, Story
from bot.draft_settings import DraftSettings
from bot.ladder_settings import LadderSettings, RungSettings
from bot.settings import (
    DatabaseSettings,
    MailSettings,
    OfficeSettings,
    Settings,
    TelegramSettings,
)
from models.marks import REHEARSAL, REHEARSED, mark
from models.offices import unit_named, units_of
from models.people import contacts_of, invite
from sandbox import DEFAULT_TOKEN, Sandbox, SandboxServer
from sandbox.mailbox import Mailbox
from sandbox.people import (
    Actor,
    Coordinator,
    Deeds,
    Errand,
    Filer,
    ForceLiaison,
    Helper,
    Kind,
    Leader,
    Sending,
    Tapping,
    Team,
)
from scheduler.rungs import Anchor
from texts import plain
from vocabulary.period import Period
from vocabulary.terms import ContactKind

_TICK = timedelta(minutes=30)
_AFTER_THE_MOMENT = timedelta(seconds=1)
"""A tick comes a moment after what it is for, as a real one does, never with it."""

_GRID = timedelta(seconds=20)
"""People act at these moments, so that those who do so at once share a step."""

_INSTANT = timedelta(microseconds=1)

_SCAN_MISSING = RungSettings(
    name="scan",
    audience=(ContactKind.LIAISON,),
    anchor=Anchor.OPENED,
    workdays=14,
    at=time(9, 30),
)
"""Whose stamped page has not come by then is reminded; of the last month that is after the end."""

_MAILBOX, _MAILS_FROM = "bgs@yongji.example", "baosong@yongji.example"
RULES_WITHOUT_A_SERVER = MailSettings(to=_MAILBOX).rules("")
"""Of an office that wants the electronic copy, and has nothing that sends it."""
_COORDINATOR = 900
_COLLEAGUE, _COLLEAGUE_ID = "梁栋", 901
_OF_THE_FORCE, _OF_THE_FORCE_ID = "薛峰", 902
_PLANS_LOADED = 2
"""The plan as it was sent, and the registry that was made of it, corrected."""
_INVITATION = timedelta(hours=72)
_WITHOUT_NUMBER = 12  # of so many units one has none
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高"
_GIVEN = ("伟", "敏", "静", "丽娟", "建国", "晓东", "志强", "红梅", "文博", "海燕", "永刚", "雪")
_KINDS_IN_CHAT = {"分管领导": ContactKind.LEADER_IN_CHARGE, "主要负责人": ContactKind.HEAD}


@dataclass
class Crew:
    """Everybody, by what they are; liaisons and deputies by unit.

    helper: a colleague, who is nothing to the office. force: the liaison of a task force.
    """

    coordinator: Coordinator
    helper: Helper
    force: ForceLiaison
    liaisons: dict[str, Filer] = field(default_factory=dict)
    deputies: dict[str, Filer] = field(default_factory=dict)
    leaders: dict[tuple[str, ContactKind], Leader] = field(default_factory=dict)

    @property
    def filers(self) -> list[Filer]:
        return [*self.liaisons.values(), *self.deputies.values(), self.helper]

    @property
    def everybody(self) -> list[Actor]:
        return [self.coordinator, self.force, *self.filers, *self.leaders.values()]

    def seats(self) -> list[tuple[str, ContactKind, Actor]]:
        """Unit, kind and person of everybody who is invited."""
        return [
            *((unit, ContactKind.LIAISON, actor) for unit, actor in self.liaisons.items()),
            *((unit, ContactKind.DEPUTY, actor) for unit, actor in self.deputies.items()),
            *((unit, kind, actor) for (unit, kind), actor in self.leaders.items()),
        ]


class Stage:
    """One performance.

    folder: for the database and the files.
    on_moment: is told of every moment that is played.
    every_tick: plays also those that can have nothing to do.
    """

    def __init__(
        self,
        story: Story,
        folder: Path,
        *,
        on_moment: Callable[[datetime], None],
        every_tick: bool = False,
    ) -> None:
        self.story = story
        self.clock = ManualClock(story.starts_at)
        self.sandbox = Sandbox(now=self.clock.now)
        self.mailbox = Mailbox()
        self._folder = folder
        self._on_moment = on_moment
        self._plays_every_tick = every_tick
        seed = str(story.chapters[0].period)
        self._numbers = random.Random(seed)  # noqa: S311  names, not secrets
        self._names: set[str] = set()
        self._next_tick = story.starts_at
        self._last_change = 0
        self._written = 0
        self._wait_for_a_link: list[Actor] = []
        self._links_passed_on = 0
        self._helped_by = 0
        self._workbooks = 0
        self._cuts: dict[Period, Cuts] = {}
        phone = self.sandbox.person("王经办", user_id=_COORDINATOR)
        coordinator = Coordinator(phone, self._errands(), zone=ZONE)
        teams = {unit: Team(unit) for unit in story.cast}
        thread = story.thread
        colleague = self.sandbox.person(_COLLEAGUE, user_id=_COLLEAGUE_ID)
        helper = Helper(colleague, teams[thread.unit], thread.helper, zone=ZONE)
        liaisons: dict[str, Filer] = {}
        force = self.sandbox.person(_OF_THE_FORCE, user_id=_OF_THE_FORCE_ID)
        self.crew = Crew(coordinator, helper, ForceLiaison(force, liaisons, zone=ZONE), liaisons)
        for unit, cast in story.cast.items():
            self._cast(teams[unit], cast)

    async def play(self) -> Records:
        """The whole story. Raises Puzzled when somebody does not understand the bot."""
        async with SandboxServer(self.sandbox) as server, self.mailbox:
            settings = Settings(
                telegram=TelegramSettings(
                    token=SecretStr(DEFAULT_TOKEN),
                    api_base=server.url,
                    coordinators=(_COORDINATOR,),
                ),
                database=DatabaseSettings(
                    url=SecretStr(f"sqlite:///{self._folder / DATABASE}"),
                    files=self._folder / FILES,
                ),
                office=OfficeSettings(phone=PHONE_OF_THE_OFFICE),
                draft=DraftSettings(libreoffice=""),  # the same chats on every machine
                ladder=LadderSettings(scan=(_SCAN_MISSING,)),
                mail=MailSettings(
                    host="127.0.0.1",
                    port=self.mailbox.port,
                    security="none",
                    to=_MAILBOX,
                    sender=_MAILS_FROM,
                    per_minute=600.0,
                ),
            )
            baosong = build_application(settings, clock=self.clock)
            async with baosong:
                await self._enrol(baosong)
                await self._play_months(baosong)
                await baosong.database.unit(_mark_as_played)
                now, desk = self.clock.now(), baosong.parts.desk
                return await baosong.database.unit(
                    lambda session: records_of(
                        session,
                        desk.office_id,
                        cuts=self._cuts,
                        overdue_after=desk.problem_overdue_after,
                        now=now,
                    )
                )

    # Before the curtain

    def _errands(self) -> list[Deeds]:
        """The plan is sent and loaded, people are invited in chat; then those of the story."""
        start = self.story.starts_at
        plan: list[Deeds] = [
            Sending(start + _GRID, *self.story.document, Kind.PLAN_READ),
            Tapping(start + 2 * _GRID, "载入", Kind.PLAN_LOADED),
            Sending(start + 5 * _GRID, "计划登记表.xlsx", self._corrected, Kind.PLAN_READ),
            Tapping(start + 6 * _GRID, "载入", Kind.PLAN_LOADED),
        ]
        of_force = (self.story.force, plain("zh-CN", f"kind-{ContactKind.TASK_FORCE}"))
        invitations = [
            Errand(start + (9 + place) * _GRID, f"/invite {whose} {kind}", Kind.LINK)
            for place, (whose, kind) in enumerate((*self.story.invited_in_chat, of_force))
        ]
        mailbox: list[Deeds] = [
            Errand(start + 14 * _GRID, "/mail", Kind.MAILBOX),
            Tapping(start + 15 * _GRID, "发确认邮件", Kind.MAILBOX),
            Errand(start + 16 * _GRID, lambda _ledger: f"/mail {self._code()}", Kind.MAILBOX),
        ]
        return [*plan, *invitations, *mailbox, *self.story.errands]

    def _code(self) -> str:
        """As the office reads it in its mailbox."""
        (mail,) = mails_of(self.mailbox)
        return code_in(mail)

    def _corrected(self, registry: bytes) -> bytes:
        """As the coordinator sends it back: whom they will invite in chat is written down too."""
        unit, kind = self.story.invited_in_chat[0]
        leader = self.crew.leaders[unit, _KINDS_IN_CHAT[kind]]
        called = self.story.called
        liaison = self.crew.liaisons[called]
        contacts = (
            (unit, kind, leader.phone.user.name, PHONE_OF_THE_LEADER),
            (called, "联络员", liaison.phone.user.name, PHONE_OF_THE_CALLED),
        )
        return corrected_registry(
            registry,
            self.story.register,
            contacts,
            self.story.asks,
            label=self.story.label,
            signed=self.story.sign_off.unit,
        )

    def _cast(self, team: Team, cast: Cast) -> None:
        unit = team.unit
        liaison = Filer(
            self.sandbox.person(self._name()),
            team,
            cast.liaison,
            cast.later,
            zone=ZONE,
            errands=cast.errands,
        )
        self.crew.liaisons[unit] = liaison
        if cast.deputy is not None:
            phone, later = self.sandbox.person(self._name()), cast.deputy_later or cast.deputy
            self.crew.deputies[unit] = Filer(phone, team, cast.deputy, later, zone=ZONE)
        for kind, is_there in (
            (ContactKind.LEADER_IN_CHARGE, cast.leader),
            (ContactKind.HEAD, cast.head),
        ):
            if is_there:
                phone = self.sandbox.person(self._name())
                signs = unit == self.story.sign_off.unit and kind is ContactKind.LEADER_IN_CHARGE
                objects = self.story.sign_off.objects if signs else ""
                self.crew.leaders[unit, kind] = Leader(phone, liaison, zone=ZONE, objects=objects)

    def _name(self) -> str:
        """One that nobody else here has."""
        while True:
            name = self._numbers.choice(_SURNAMES) + self._numbers.choice(_GIVEN)
            if name not in self._names:
                self._names.add(name)
                return name

    async def _enrol(self, baosong: Baosong) -> None:
        """Everybody comes by a link of their own: most by the list, some by one made in chat.

        Whom the office has to call first gets theirs when it has.
        """
        self.crew.coordinator.joins()
        await self._moment(baosong)
        while self.crew.coordinator.plans_loaded < _PLANS_LOADED:
            await self._next_moment(baosong)
        in_chat = [(unit, _KINDS_IN_CHAT[kind]) for unit, kind in self.story.invited_in_chat]
        called = (self.story.called, ContactKind.LIAISON)
        seats = {(unit, kind): actor for unit, kind, actor in self.crew.seats()}
        invited = [seats[place] for place in in_chat]
        self._wait_for_a_link = [*invited, self.crew.force, seats[called]]
        in_chat.append(called)
        listed = [seat for seat in self.crew.seats() if seat[:2] not in in_chat]
        tokens = await baosong.database.unit(
            lambda session: [self._invite(session, baosong, unit, kind) for unit, kind, _ in listed]
        )
        for (_, _, actor), token in zip(listed, tokens, strict=True):
            actor.joins(token)
        await self._moment(baosong)
        await baosong.database.unit(
            lambda session: _write_numbers(session, baosong.parts.desk.office_id)
        )
        while len(self.crew.coordinator.links) <= len(self.story.invited_in_chat):
            await self._next_moment(baosong)

    def _invite(self, session: Session, baosong: Baosong, unit: str, kind: ContactKind) -> str:
        office_id = baosong.parts.desk.office_id
        found = unit_named(session, office_id, unit)
        if found is None:
            raise LookupError(unit)
        return invite(
            session,
            office_id,
            found.id,
            kind,
            invited_by="",
            valid=_INVITATION,
            now=self.clock.now(),
        )

    # The months

    async def _play_months(self, baosong: Baosong) -> None:
        while self.clock.now() < self.story.ends_at:
            await self._next_moment(baosong)

    async def _next_moment(self, baosong: Baosong) -> None:
        """To the next tick, or to where somebody acts; and there the bot has its turn."""
        wakes = [actor.wakes_at for actor in self.crew.everybody if actor.wakes_at is not None]
        upcoming = min([self._next_tick, *map(_on_grid, wakes)])
        self.clock.move_to(max(self.clock.now(), upcoming))
        now = self.clock.now()
        for actor in self.crew.everybody:
            if actor.wakes_at is not None and actor.wakes_at <= now:
                actor.acts(now)
        await self._moment(baosong)
        if self._links_to_pass_on():
            await self._moment(baosong)

    def _links_to_pass_on(self) -> bool:
        """Who is waiting for a link opens the one that the coordinator, or a liaison, has got."""
        links = self.crew.coordinator.links[self._links_passed_on :]
        for link in links:
            self._wait_for_a_link.pop(0).opens(link)
        self._links_passed_on += len(links)
        helps = self.crew.liaisons[self.story.thread.unit].links[self._helped_by :]
        for link in helps:
            self.crew.helper.opens(link)
        self._helped_by += len(helps)
        return bool(links or helps)

    async def _moment(self, baosong: Baosong) -> None:
        now = self.clock.now()
        ticks = now >= self._next_tick
        await baosong.step(tick=ticks)
        written = len(self.sandbox.journal.updates)
        if ticks:
            since_the_last, self._written = written > self._written, written
            self._next_tick = await self._tick_after(baosong, now, written=since_the_last)
        elif written > self._written and self._next_tick > _after(now, _TICK) + _AFTER_THE_MOMENT:
            self._next_tick = await self._tick_after(baosong, now, written=True)
        now = self.clock.now()
        if self.sandbox.last_change != self._last_change:
            self._last_change = self.sandbox.last_change
            for actor in self.crew.everybody:
                actor.looks(now)
        await self._cut_workbook(baosong)
        self._on_moment(now)

    async def _cut_workbook(self, baosong: Baosong) -> None:
        """While everything stands as the workbook says that the coordinator has just received."""
        received = len(self.crew.coordinator.ledgers)
        if received == self._workbooks:
            return
        self._workbooks = received
        period, cuts = await baosong.database.unit(
            lambda session: cuts_of_newest_workbook(session, self.story)
        )
        self._cuts[period] = cuts

    async def _tick_after(self, baosong: Baosong, now: datetime, *, written: bool) -> datetime:
        """The next tick that can have anything to do: where something comes due, it comes then.

        written: people have, since the last; by day they get the next of the usual ticks.
        """
        usual = _after(now, _TICK) + _AFTER_THE_MOMENT
        rules, office_id = baosong.parts.rules, baosong.parts.desk.office_id

        def wanted(session: Session) -> datetime:
            due = next_work(session, office_id, rules, since=now) + _AFTER_THE_MOMENT
            by_day = written and rules.reminders_from(session, office_id, usual) == usual
            return min(usual, due) if by_day or self._plays_every_tick else due

        return await baosong.database.unit(wanted)


def _write_numbers(session: Session, office_id: int) -> None:
    """The office's list of telephone numbers, in which a few are missing."""
    for place, unit in enumerate(units_of(session, office_id), start=1):
        for contact in contacts_of(session, unit.id):
            if contact.kind is ContactKind.LIAISON and place % _WITHOUT_NUMBER:
                contact.phone = contact.phone or f"0359-8021{place:03}"


def _mark_as_played(session: Session) -> None:
    """What it holds is of the story's time: no command may take it for an office's own."""
    mark(session, REHEARSAL)
    mark(session, REHEARSED)


def _on_grid(moment: datetime) -> datetime:
    """The moment itself, or the next at which people act."""
    return _after(moment - _INSTANT, _GRID)


def _after(moment: datetime, step: timedelta) -> datetime:
    """The next multiple of the step, counted from the epoch."""
    seconds = int(step.total_seconds())
    return datetime.fromtimestamp((moment.timestamp() // seconds + 1) * seconds, tz=ZONE)
