"""The whole bot, built from settings and a clock. Building starts nothing.

    baosong = build_application(settings, clock=SystemClock())
    async with baosong:            # tables, getMe, menus
        await baosong.run()        # until it is cancelled

`step` does once what `run` does for ever, in the same parts: a demo or a test plays a year with it.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from apscheduler.schedulers.asyncio import (  # type: ignore[import-untyped]  # ships no types
    AsyncIOScheduler,
)
from sqlmodel import Session
from telegram import BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot.clock import SystemClock
from bot.inbox import ALLOWED_UPDATES, Inbox, note_failure
from bot.leader import LeaderLock
from bot.poller import Poller
from bot.settings import Settings
from bot.webhook import Webhook
from dialog.secrecy import SecrecyRules
from handlers.context import BotApplication, Context, Doors
from handlers.routes import MENU, OFFICE_MENU, add_routes, menu
from models.database import Database
from models.files import FileStore
from models.offices import the_office
from models.people import coordinators
from models.work import Desk
from reports.blank_paper import Fonts
from reports.draft import DraftProfile
from scheduler.cycle_times import CalendarRule
from scheduler.documents import DocumentMaker
from scheduler.pacer import Pacer
from scheduler.rungs import sendable_at
from scheduler.sender import Sender
from scheduler.ticks import Rules, Ticks
from scheduler.workdays import Workdays
from texts import LANGUAGES
from vocabulary.clock import Clock

logger = logging.getLogger(__name__)

_PLAN_SECONDS = 30
_HOUSEKEEPING_SECONDS = 3600
_TICK_TIMEOUT_SECONDS = 300.0
_CONNECTIONS = 16  # eight sendings, the answers to buttons, and some to spare


class Baosong:
    """The parts, once started. Enter it to start, leave it to stop."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database.url.get_secret_value())
        self.application = _telegram_application(settings)
        self._lock = LeaderLock(self.database)
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
                return

    async def run(self) -> None:
        """Works until cancelled. Raises AnotherRuns when a second process would do the same."""
        await asyncio.to_thread(self._lock.take)
        try:
            await self.parts.sender.recover(is_alone=True)
            await self._set_menus()
            await self._run_parts()
        finally:
            await asyncio.to_thread(self._lock.release)

    async def _run_parts(self) -> None:
        parts = self.parts
        receive = await self._receiver()
        ticker = self._ticker()
        ticker.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(receive())
                tasks.create_task(parts.inbox.run())
                tasks.create_task(parts.sender.run())
        finally:
            ticker.shutdown(wait=False)

    async def _receiver(self) -> Callable[[], Coroutine[object, object, None]]:
        """Polling or webhook; each switches the other off at Telegram, and drops nothing."""
        telegram = self.settings.telegram
        bot = self.application.bot
        if telegram.mode == "polling":
            try:
                await bot.delete_webhook(drop_pending_updates=False)
            except TelegramError:  # where one is still set, polling is refused and says so
                logger.warning("webhook-not-deleted")
            return self.parts.poller.run
        secret = telegram.webhook.secret_token
        await bot.set_webhook(
            telegram.webhook.public_url.rstrip("/") + telegram.webhook.path,
            allowed_updates=ALLOWED_UPDATES,
            secret_token=secret.get_secret_value() if secret else None,
            drop_pending_updates=False,
        )
        return Webhook(telegram.webhook, self.parts.inbox.keep).run

    def _ticker(self) -> AsyncIOScheduler:
        """It only ticks: what is due is in the tables, so a late or lost tick changes nothing."""
        parts = self.parts
        ticker = AsyncIOScheduler(
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )

        # A stop cuts a tick short; the ticker would log that as its failure.
        async def plan() -> None:
            with suppress(asyncio.CancelledError):
                async with asyncio.timeout(_TICK_TIMEOUT_SECONDS):
                    await parts.sender.recover()
                    await parts.ticks.plan()
                parts.sender.wake()

        async def housekeeping() -> None:
            with suppress(asyncio.CancelledError):
                async with asyncio.timeout(_TICK_TIMEOUT_SECONDS):
                    await parts.ticks.housekeeping()
                parts.pacer.forget_quiet_chats()

        ticker.add_job(plan)
        ticker.add_job(plan, "interval", seconds=_PLAN_SECONDS, start_date=self._next_full_tick())
        ticker.add_job(housekeeping, "interval", seconds=_HOUSEKEEPING_SECONDS)
        return ticker

    def _next_full_tick(self) -> datetime:
        """What is due at nine goes out at nine. By the machine's clock, as APScheduler counts."""
        past = self.clock.now().timestamp() % _PLAN_SECONDS
        return SystemClock().now() + timedelta(seconds=_PLAN_SECONDS - past)

    async def _desk(self) -> Desk:
        bot = self.application.bot
        office = self.settings.office
        office_id = await self.database.unit(lambda s: the_office(s, office.name).id)
        return Desk(
            bot_id=bot.id,
            bot_name=bot.username,
            office_id=office_id,
            zone=office.time_zone,
            language=office.language,
        )

    async def _set_menus(self) -> None:
        """The command menus, per language and for the coordinators; not worth failing for."""
        bot = self.application.bot
        desk = self.parts.desk
        try:
            await bot.set_my_commands(menu(desk.language, MENU))
            for language in LANGUAGES:
                await bot.set_my_commands(menu(language, MENU), language_code=language[:2])
            for reach in await self.database.unit(lambda s: _coordinators(s, desk.office_id)):
                await bot.set_my_commands(
                    menu(reach[1], OFFICE_MENU), scope=BotCommandScopeChat(reach[0])
                )
        except TelegramError:
            return


def _coordinators(session: Session, office_id: int) -> list[tuple[int, str]]:
    return [(r.chat_id, r.language) for r in coordinators(session, office_id) if r.chat_id]


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
        self.documents = DocumentMaker(
            database,
            FileStore(Path(settings.database.files)),
            desk.zone,
            draft_profile(settings),
        )
        hours, workdays = self.rules.ladder.hours, self.rules.workdays
        self.sender = Sender(
            database,
            baosong.application.bot,
            desk,
            clock,
            self.pacer,
            file_of=self.documents.file_of,
            reminders_from=lambda moment: sendable_at(moment, hours, workdays),
            lease=timedelta(seconds=sending.lease_seconds),
            give_up_after=timedelta(hours=sending.give_up_hours),
        )
        self.doors = Doors(
            database=database,
            desk=desk,
            clock=clock,
            wake_sender=self.sender.wake,
            first_coordinators=frozenset(settings.telegram.coordinators),
            invitation_valid=timedelta(hours=settings.invitations.valid_hours),
            office_contact=settings.office.contact,
            secrecy=SecrecyRules(**settings.secrecy.model_dump()),
        )
        self.inbox = Inbox(baosong.application, self.doors)
        token = settings.telegram.required_token()
        self.poller = Poller(
            f"{settings.telegram.api_base}/bot{token}/getUpdates",
            clock,
            self.inbox.keep,
            poll_seconds=settings.telegram.poll_seconds,
            proxy=settings.telegram.proxy.get_secret_value() or None,
        )


def build_application(settings: Settings, *, clock: Clock) -> Baosong:
    """Raises SettingsError when there is no token."""
    return Baosong(settings, clock)


def rules_of(settings: Settings) -> Rules:
    """The office's calendar and ladder, as its settings have them."""
    calendar = settings.calendar
    return Rules(
        calendar=CalendarRule(
            settings.office.time_zone,
            due_hour=calendar.due_hour,
            opening_hour=calendar.opening_hour,
            workdays_before=calendar.opening_workdays_before_due,
            locks_after_workdays=calendar.lock_workdays_after_due,
        ),
        ladder=settings.ladder.ladder(settings.working_hours()),
        workdays=Workdays(),
    )


def draft_profile(settings: Settings) -> DraftProfile:
    """How the office wants its units' drafts."""
    draft = settings.draft
    return DraftProfile(
        addressee=settings.office.addressee,
        closing=draft.closing_phrase or None,
        blank_day=draft.date == "blank",
        fonts=Fonts(
            title=draft.title_font,
            body=draft.body_font,
            heading_1=draft.heading_font,
            heading_2=draft.subheading_font,
            page_number=draft.page_number_font,
        ),
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
