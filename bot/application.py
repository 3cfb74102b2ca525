"""The whole bot, built from settings and a clock. Building starts nothing.

    baosong = build_application(settings, clock=SystemClock())
    async with baosong:            # tables, getMe, menus
        await baosong.run()        # until it is cancelled

`step` does once what `run` does for ever, in the same parts: a demo or a test plays a year with it.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Self

from sqlmodel import Session
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot.clock import SystemClock, steady
from bot.desk import desk_of
from bot.http_server import HttpServer
from bot.inbox import ALLOWED_UPDATES, Inbox, note_failure
from bot.leader import AnotherRuns, LeaderLock
from bot.metrics import Counted, Metrics
from bot.poller import Poller
from bot.pulse import Part, Pulse
from bot.rivals import Rivals
from bot.settings import Settings
from bot.ticking import Job, ticker
from bot.trust import trusted
from bot.watching import Heartbeat, Watching
from bot.webhook import Webhook
from dialog.marks_apart import MarkFinder
from dialog.secrecy import SecrecyRules
from dialog.word_apart import WordReader
from handlers.context import BotApplication, Context, Doors
from handlers.menus import BASIC, Menu, menu_of
from handlers.routes import add_routes
from models.database import Database
from models.evidence import EvidenceLimits, hashes_in_use
from models.files import FileStore
from models.helpers import helping_people
from models.offices import the_office
from models.people import everybody
from models.stamped_copies import copy_hashes
from models.work import Desk
from plans.apart import ApartReader
from reports.scan_apart import ScanReader
from scheduler.cycle_times import CalendarRule
from scheduler.documents import DocumentMaker
from scheduler.mail_lane import MailLane
from scheduler.outcomes import Outcome
from scheduler.pacer import Pacer
from scheduler.post import Post
from scheduler.printing import LONGEST_SECONDS, PdfPrinter, font_families
from scheduler.rules import Rules
from scheduler.rungs import extension_rungs, review_rungs
from scheduler.sender import Sender
from scheduler.ticks import Ticks
from scheduler.workdays import Workdays
from texts import LANGUAGES
from vocabulary.clock import Clock

logger = logging.getLogger(__name__)

_PLAN_SECONDS = 30
_HOUSEKEEPING_SECONDS = 3600
_PLAN_LIMIT_SECONDS = 60.0
_HOUSEKEEPING_LIMIT_SECONDS = 300.0
_FILES_ARE_YOUNG = timedelta(days=2)  # a file is stored before the row that points to it
_CONNECTIONS = 16  # eight sendings, the answers to buttons, and some to spare


EndlessWork = Callable[[], Coroutine[object, object, None]]


class Baosong:
    """The parts, once started. Enter it to start, leave it to stop."""

    def __init__(self, settings: Settings, clock: Clock, steady: Callable[[], float]) -> None:
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database.url.get_secret_value())
        self.application = _telegram_application(settings)
        self.pulse = Pulse(steady, _stale_after(settings))
        self.metrics = Metrics()
        self.printer = PdfPrinter.found(
            settings.draft.libreoffice,
            # the other half of a lease is for the sending
            seconds=min(LONGEST_SECONDS, settings.sending.lease_seconds / 2),
        )
        self._lock = LeaderLock(self.database, Path(settings.database.files))
        self._parts: _Parts | None = None

    @property
    def parts(self) -> "_Parts":
        if self._parts is None:
            raise RuntimeError("the application has not been started")
        return self._parts

    async def __aenter__(self) -> Self:
        try:
            await asyncio.to_thread(self.database.upgrade)
            await self.application.initialize()
            desk = await self._desk()
            self._parts = _Parts(self, desk)
            self.application.bot_data["doors"] = self._parts.doors
            await self._parts.sender.recover()
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._close()

    async def _close(self) -> None:
        if self._parts is not None:
            await self._parts.poller.close()
            await self._parts.doors.menus.drop()
        await self.application.shutdown()
        await self.application.bot.request.shutdown()  # left open where getMe was refused
        await asyncio.to_thread(self.database.close)

    async def step(self, *, tick: bool = True) -> None:
        """Takes in, handles, plans and sends until nothing is left to do at this moment.

        tick: False leaves the planning out, for a moment between two ticks.
        """
        parts = self.parts
        if tick:
            await parts.sender.recover()
            await parts.ticks.plan()
        received = await parts.poller.poll(wait=False)
        while True:
            await parts.inbox.handle_waiting()
            await parts.sender.send_due()
            if not received or not (received := await parts.poller.poll(wait=False)):
                break
        await parts.doors.menus.settle()

    async def run(self, *, held: LeaderLock | None = None) -> None:
        """Works until cancelled. Raises AnotherRuns when a second process would do the same.

        held: the lock, where the caller has taken it already.
        """
        lock = held or self._lock
        if held is None:
            since = self.clock.now().astimezone(self.settings.office.time_zone)
            await asyncio.to_thread(lock.take, since=since)
        try:
            await self.parts.sender.recover(is_alone=True)
            await self._run_parts(lock)
        except BaseExceptionGroup as several:
            for one in several.exceptions:
                if isinstance(one, AnotherRuns):
                    raise one from None
            raise
        finally:
            await asyncio.to_thread(lock.release)

    async def _run_parts(self, lock: LeaderLock) -> None:
        parts = self.parts
        receive = [*self._watchers(), *await self._receiver()]
        ticks = ticker(self._jobs())
        ticks.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                for work in receive:
                    tasks.create_task(work())
                tasks.create_task(lock.watch())
                tasks.create_task(parts.inbox.run())
                tasks.create_task(parts.sender.run())
                tasks.create_task(self._set_menus())  # nobody's answer waits for them
        finally:
            ticks.shutdown(wait=False)

    def _watching(self) -> Watching:
        bot_id = self.parts.desk.bot_id
        return Watching(self.database, bot_id, self.clock, self.pulse, self.metrics)

    def _watchers(self) -> list[EndlessWork]:
        """Those who watch have a port of their own where the settings name one."""
        watching = self.settings.watching
        found: list[EndlessWork] = []
        if watching.port:
            routes = self._watching().routes()
            server = HttpServer(routes, listen=watching.listen, port=watching.port)
            server.bind()
            found.append(server.run)
        if watching.heartbeat_url is not None:
            url = watching.heartbeat_url.get_secret_value()
            heartbeat = Heartbeat(
                url, minutes=watching.heartbeat_minutes, clock=self.clock, pulse=self.pulse
            )
            found.append(heartbeat.run)
        return found

    async def _receiver(self) -> Sequence[EndlessWork]:
        """Polling or webhook; each switches the other off at Telegram, and drops nothing."""
        telegram, rivals = self.settings.telegram, self.parts.rivals
        url = telegram.webhook.public_url.rstrip("/") + telegram.webhook.path
        if telegram.mode == "polling":
            await rivals.take_webhook_away(url)
            return [self.parts.poller.run]
        beside = () if self.settings.watching.port else self._watching().routes()
        webhook = Webhook(telegram.webhook, self.parts.inbox.keep, beside)
        webhook.bind()
        secret = telegram.webhook.secret_token
        await self.application.bot.set_webhook(
            url,
            allowed_updates=ALLOWED_UPDATES,
            secret_token=secret.get_secret_value() if secret else None,
            drop_pending_updates=False,
        )
        return [webhook.run, partial(rivals.watch_webhook, url)]

    def _jobs(self) -> list[Job]:
        """The plan comes before anything else: what a new start finds due goes out at once."""
        parts = self.parts

        async def housekeeping() -> None:
            await parts.ticks.housekeeping()
            await parts.sweep_files()
            parts.pacer.forget_quiet_chats()

        return [
            Job(
                "plan",
                self._plan,
                every_seconds=_PLAN_SECONDS,
                limit_seconds=_PLAN_LIMIT_SECONDS,
                first_at=self._next_full_tick(),
                at_once=True,
                on_done=self._tick_ended,
            ),
            Job(
                "housekeeping",
                housekeeping,
                every_seconds=_HOUSEKEEPING_SECONDS,
                limit_seconds=_HOUSEKEEPING_LIMIT_SECONDS,
            ),
        ]

    def _tick_ended(self, seconds: float) -> None:
        self.pulse.beat(Part.TICK)
        self.metrics.note(Counted.TICK, "plan", seconds)

    async def _plan(self) -> None:
        parts = self.parts
        await parts.sender.recover()
        await parts.ticks.plan()
        received_at = parts.poller.succeeded_at or parts.rivals.webhook_seen_at
        if received_at is not None:
            await parts.ticks.note_received(received_at)
        parts.sender.wake()

    def _next_full_tick(self) -> datetime:
        """What is due at nine goes out at nine. By the machine's clock, as APScheduler counts."""
        past = self.clock.now().timestamp() % _PLAN_SECONDS
        return SystemClock().now() + timedelta(seconds=_PLAN_SECONDS - past)

    async def _desk(self) -> Desk:
        bot = self.application.bot
        office = self.settings.office
        office_id = await self.database.unit(lambda s: the_office(s, office.name).id)
        desk = desk_of(self.settings, office_id, bot_id=bot.id, bot_name=bot.username)
        return replace(desk, substituted=await self._substituted())

    async def _substituted(self) -> Callable[[str, str | None], Sequence[str]] | None:
        """The fonts that a preview shows otherwise than an office computer prints them."""
        if self.printer is None:
            return None
        profiles = self.settings.draft.profiles(self.settings.office.addressee)
        return partial(profiles.fonts_but, await font_families())

    async def _set_menus(self) -> None:
        """The command menus, for everybody by what they are; not worth failing for."""
        bot = self.application.bot
        desk = self.parts.desk
        with suppress(TelegramError):
            basic = Menu(desk.language, BASIC)
            await bot.set_my_commands(basic.shown())
            for language in LANGUAGES:
                basic = Menu(language, BASIC)
                await bot.set_my_commands(basic.shown(), language_code=language[:2])
        now = self.clock.now()
        for chat_id, menu in await self.database.unit(lambda s: _menus(s, desk.bot_id, now)):
            await self.parts.doors.menus.give(bot, chat_id, menu)


def _menus(session: Session, bot_id: int, now: datetime) -> list[tuple[int, Menu]]:
    """By chat, the menu that its person should have."""
    helping = {person.id: person for person in helping_people(session, bot_id, now=now)}
    people = {person.id: (person, held) for person, held in everybody(session, bot_id)}
    for person in helping.values():
        people.setdefault(person.id, (person, []))
    return [
        (person.user_id, menu_of(person.language, held, helps=person.id in helping))
        for person, held in people.values()
    ]


class _Parts:
    """What can only be built once the bot and the office are known."""

    def __init__(self, baosong: Baosong, desk: Desk) -> None:
        settings, clock, database = baosong.settings, baosong.clock, baosong.database
        sending = settings.sending
        self.desk = desk
        self.rules = rules_of(settings)
        self.ticks = Ticks(database, desk, clock, self.rules)
        self.pacer = Pacer(
            clock, per_second=sending.per_second, per_chat_seconds=sending.per_chat_seconds
        )
        files = FileStore(Path(settings.database.files))
        self.documents = document_maker(settings, database, files, printer=baosong.printer)
        rules, office_id = self.rules, desk.office_id
        self.sender = Sender(
            database,
            baosong.application.bot,
            desk,
            clock,
            self.pacer,
            file_of=self.documents.file_of,
            reminders_from=lambda session, moment: rules.reminders_from(session, office_id, moment),
            lease=timedelta(seconds=sending.lease_seconds),
            give_up_after=timedelta(hours=sending.give_up_hours),
            stop_after=timedelta(seconds=settings.life.stop_seconds),
            mails=self._mails(baosong),
            on_outcome=_note_sending(baosong.metrics, Counted.SEND),
        )
        secrecy = SecrecyRules(**settings.secrecy.model_dump())
        self.doors = Doors(
            database=database,
            desk=desk,
            clock=clock,
            wake_sender=self.sender.wake,
            first_coordinators=frozenset(settings.telegram.coordinators),
            invitation_valid=timedelta(hours=settings.invitations.valid_hours),
            rules=self.rules,
            office_contact=settings.office.contact,
            secrecy=secrecy,
            files=files,
            read_plan=ApartReader().read,
            read_scan=ScanReader().read,
            read_word=WordReader().read,
            mark_in=MarkFinder(secrecy).mark_in,
            evidence=EvidenceLimits(
                most_files=settings.evidence.most_files,
                most_bytes=settings.evidence.most_megabytes << 20,
            ),
        )
        stop_seconds = settings.life.stop_seconds
        self.inbox = Inbox(
            baosong.application,
            self.doors,
            stop_seconds=stop_seconds,
            on_handled=partial(baosong.metrics.note, Counted.UPDATE),
        )
        self.rivals = Rivals(baosong.application.bot, database, desk, clock)
        token = settings.telegram.required_token()
        self.poller = Poller(
            f"{settings.telegram.api_base}/bot{token}/getUpdates",
            clock,
            self.inbox.keep,
            poll_seconds=settings.telegram.poll_seconds,
            proxy=settings.telegram.proxy.get_secret_value() or None,
            pulse=baosong.pulse,
            on_conflict=self.rivals.poll_refused,
        )

    def _mails(self, baosong: Baosong) -> MailLane | None:
        """Their lane, where there is a mail server."""
        settings = baosong.settings.mail
        server = settings.server(trusted())
        if server is None:
            return None
        return MailLane(
            baosong.database,
            self.desk,
            baosong.clock,
            Post(server),
            settings.limits(),
            file_of=self.documents.file_of,
            on_outcome=_note_sending(baosong.metrics, Counted.MAIL),
        )

    async def sweep_files(self) -> None:
        """Deletes files that nothing points to any more, or never did."""
        now = self.doors.clock.now()
        in_use = await self.doors.database.unit(
            lambda session: hashes_in_use(session, now=now) | copy_hashes(session, now=now)
        )
        await asyncio.to_thread(self.doors.files.sweep, in_use, before=now - _FILES_ARE_YOUNG)


def _note_sending(metrics: Metrics, what: Counted) -> Callable[[Outcome, timedelta], None]:
    """Outcomes are told by the name of their kind: Sent, Wait, MaybeSent, …."""
    return lambda outcome, took: metrics.note(what, type(outcome).__name__, took.total_seconds())


def _stale_after(settings: Settings) -> dict[Part, float]:
    """Only what polls has a poll to watch."""
    life, telegram = settings.life, settings.telegram
    limits = {Part.TICK: life.tick_stale_seconds}
    if telegram.mode == "polling":
        limits[Part.POLL] = telegram.poll_seconds + life.poll_stale_seconds
    return limits


def build_application(
    settings: Settings, *, clock: Clock, steady: Callable[[], float] = steady
) -> Baosong:
    """Raises SettingsError when there is no token.

    steady: seconds that only grow, by which it is told whether polls and ticks still come.
    """
    return Baosong(settings, clock, steady)


def document_maker(
    settings: Settings, database: Database, files: FileStore, *, printer: PdfPrinter | None
) -> DocumentMaker:
    """Makes and keeps the files that are handed out, as the office has its papers look."""
    return DocumentMaker(
        database,
        files,
        settings.office.time_zone,
        settings.draft.profiles(settings.office.addressee),
        office=settings.office_profile(),
        rules=rules_of(settings),
        mail=settings.mail.rules(settings.office.name),
        problem_overdue_after=timedelta(days=settings.problems.overdue_days),
        printer=printer,
    )


def rules_of(settings: Settings) -> Rules:
    """The office's calendar and ladder, as its settings have them."""
    calendar = settings.calendar
    return Rules(
        calendar=CalendarRule(
            settings.office.time_zone,
            due_moves=calendar.due_day_moves,
            due_hour=calendar.due_hour,
            opening_hour=calendar.opening_hour,
            workdays_before=calendar.opening_workdays_before_due,
            locks_after_workdays=calendar.lock_workdays_after_due,
        ),
        ladder=replace(
            settings.ladder.ladder(settings.working_hours()),
            review=review_rungs(settings.review.remind_after_workdays, settings.review.remind_at),
            extension=extension_rungs(settings.review.remind_at),
        ),
        reviews=settings.review.required,
        workdays=Workdays(),
        notice_workdays=settings.papers.notice_workdays,
        on_time_by=settings.ticks.on_time_by,
    )


def _telegram_application(settings: Settings) -> BotApplication:
    telegram, sending = settings.telegram, settings.sending
    token = telegram.required_token()
    proxy = telegram.proxy.get_secret_value() or None

    def request(connections: int) -> HTTPXRequest:
        return HTTPXRequest(
            connection_pool_size=connections,
            proxy=proxy,
            connect_timeout=sending.connect_seconds,
            read_timeout=sending.read_seconds,
            write_timeout=sending.write_seconds,
            media_write_timeout=sending.write_seconds,
            pool_timeout=sending.connect_seconds,
            httpx_kwargs={"verify": trusted()},
        )

    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{telegram.api_base}/bot",
        base_file_url=f"{telegram.api_base}/file/bot",
        request=request(_CONNECTIONS),
        get_updates_request=request(1),
    )
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    application.add_error_handler(note_failure)
    add_routes(application)
    return application
