"""Every setting as the program sees it.

What each does, its unit and its edge stands in config.toml, which lists every one with its default.
"""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import time, timedelta
from functools import reduce
from ipaddress import ip_address
from pathlib import Path
from ssl import SSLContext
from typing import Annotated, Literal, Self
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.configuration import (
    CONFIG_VARIABLE,
    SettingsError,
    SettingsFault,
    faults_text,
    read_configuration,
    settings_of,
    variable_of,
    wrong,
)
from bot.draft_settings import DraftSettings, PaperSettings, Printed, PrintedIfAny
from bot.ladder_settings import LadderSettings, check_ladder
from bot.setting_values import Section, TimeOfDay, Whole, a_number
from reports.draft_profile import placeholders_of
from reports.office_profile import OfficeProfile
from scheduler.cycle_times import DayMoves
from scheduler.mail_lane import MailLimits
from scheduler.post import MailServer, Security
from scheduler.rungs import WorkingHours
from vocabulary.mail import MAIL_PLACEHOLDERS, MailRules, is_mail_address
from vocabulary.terms import TickKind

__all__ = ["Settings", "SettingsError", "SettingsFault", "faults_text", "load_settings"]

CONFIG_FILE = Path("config.toml")

_BOT_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+", re.ASCII)
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # as setWebhook wants it
_WEB_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+|/")
_DATABASES = ("sqlite", "postgresql+psycopg")
_PROXIES = ("http", "https", "socks5", "socks5h")


def load_settings(file: Path | None = None, environ: Mapping[str, str] | None = None) -> "Settings":
    """The settings from `file` and the environment, which wins.

    file: None means the one that BAOSONG_CONFIG names, else ./config.toml where there is one.
    Raises SettingsError with everything that is wrong.
    """
    environ = os.environ if environ is None else environ
    if file is None and environ.get(CONFIG_VARIABLE):
        file = Path(environ[CONFIG_VARIABLE])
    if file is None and CONFIG_FILE.exists():
        file = CONFIG_FILE
    return read_configuration(Settings, file, environ)


def _web_root(value: str) -> str:
    """Raises unless it is the address of a server, perhaps with a path."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment:
        raise wrong("settings-not-a-web-address")
    return value.rstrip("/")


def is_on_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_safe_address(url: str) -> bool:
    """Telegram delivers over https; a rehearsal's server on this machine may use http."""
    parts = urlsplit(url)
    is_here = is_on_this_machine(parts.hostname or "")
    return parts.scheme == "https" or (parts.scheme == "http" and is_here)


def _web_path(value: str) -> str:
    if not _WEB_PATH.fullmatch(value):
        raise wrong("settings-not-a-web-path")
    return value


def _bot_token(value: SecretStr) -> SecretStr:
    if not _BOT_TOKEN.fullmatch(value.get_secret_value()):
        raise wrong("settings-not-a-bot-token")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
        raise wrong("settings-not-a-webhook-secret")
    return value


def _database_url(value: SecretStr) -> SecretStr:
    kind, separator, place = value.get_secret_value().partition("://")
    if kind not in _DATABASES or not separator or not place.strip("/"):
        raise wrong("settings-not-a-database")
    return value


def _proxy(value: SecretStr) -> SecretStr:
    kind, separator, place = value.get_secret_value().partition("://")
    if value and (kind not in _PROXIES or not separator or not place):
        raise wrong("settings-not-a-proxy")
    return value


def _heartbeat(value: SecretStr) -> SecretStr:
    _web_root(value.get_secret_value())
    return value


def _name_if_empty(value: str, info: ValidationInfo) -> str:
    return value or str(info.data.get("name", ""))


Number = Annotated[float, BeforeValidator(a_number), Field(allow_inf_nan=False)]
Text = Annotated[str, Field(min_length=1)]
WebRoot = Annotated[str, AfterValidator(_web_root)]


class WebhookSettings(Section):
    listen: Text = "127.0.0.1"
    port: Annotated[Whole, Field(ge=1, le=65535)] = 8080
    path: Annotated[str, AfterValidator(_web_path)] = "/telegram"
    public_url: str = ""
    secret_token: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None


class TelegramSettings(Section):
    token: Annotated[SecretStr, AfterValidator(_bot_token)] | None = None
    api_base: WebRoot = "https://api.telegram.org"
    proxy: Annotated[SecretStr, AfterValidator(_proxy)] = SecretStr("")
    coordinators: tuple[Annotated[Whole, Field(ge=1)], ...] = ()
    mode: Literal["polling", "webhook"] = "polling"
    poll_seconds: Annotated[Whole, Field(ge=0, le=50)] = 50
    webhook: WebhookSettings = WebhookSettings()

    def required_token(self) -> str:
        """The bot token, for a command that cannot go on without. Raises SettingsError."""
        if self.token is None:
            place = variable_of(("telegram", "token"))
            raise SettingsError([SettingsFault(place, "settings-token-missing")])
        return self.token.get_secret_value()

    def bot_id(self) -> int:
        """The bot's number, as its token begins. Raises SettingsError where there is no token."""
        return int(self.required_token().partition(":")[0])

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> Self:
        if self.mode == "webhook" and self.webhook.secret_token is None:
            raise wrong("settings-webhook-secret-missing", at="webhook.secret_token")
        if self.mode == "webhook" and not _is_safe_address(self.webhook.public_url):
            raise wrong("settings-webhook-address-missing", at="webhook.public_url")
        return self


class DatabaseSettings(Section):
    url: Annotated[SecretStr, AfterValidator(_database_url)] = SecretStr(
        "sqlite:///data/baosong.db"
    )
    files: Path = Path("data/files")


class OfficeSettings(Section):
    name: Text = "市服务业发展领导小组办公室"
    short_name: Text = "领导小组办公室"
    addressee: Annotated[str, AfterValidator(_name_if_empty)] = Field("", validate_default=True)
    contact: Text = "市发改局综合股"
    phone: PrintedIfAny = ""
    time_zone: ZoneInfo = ZoneInfo("Asia/Shanghai")
    language: Literal["zh-CN", "en"] = "zh-CN"


class CalendarSettings(Section):
    opening_hour: TimeOfDay = time(9)
    opening_workdays_before_due: Annotated[Whole, Field(ge=0, le=20)] = 3
    due_hour: TimeOfDay = time(18)
    due_day_moves: DayMoves = DayMoves.NEXT
    lock_workdays_after_due: Annotated[Whole, Field(ge=0, le=60)] = 10


class ReminderSettings(Section):
    working_from: TimeOfDay = time(9)
    working_to: TimeOfDay = time(18)
    quiet_from: TimeOfDay = time(12)
    quiet_to: TimeOfDay = time(12)

    @model_validator(mode="after")
    def _leave_some_hours(self) -> Self:
        if self.working_from >= self.working_to:
            raise wrong("settings-hours-reversed", at="working_to")
        if self.quiet_from > self.quiet_to:
            raise wrong("settings-quiet-reversed", at="quiet_to")
        if self.quiet_from <= self.working_from and self.quiet_to >= self.working_to:
            raise wrong("settings-always-quiet", at="quiet_to")
        return self


class ReviewSettings(Section):
    required: bool = True
    remind_after_workdays: Annotated[Whole, Field(ge=1, le=60)] = 3
    remind_at: TimeOfDay = time(9, 30)


class TickSettings(Section):
    on_time_by: TickKind = TickKind.FILED


class SendingSettings(Section):
    per_second: Annotated[Number, Field(ge=0.1, le=30)] = 25.0
    per_chat_seconds: Annotated[Number, Field(ge=0, le=60)] = 1.0
    give_up_hours: Annotated[Whole, Field(ge=1, le=168)] = 24
    connect_seconds: Annotated[Number, Field(ge=0.1, le=60)] = 5.0
    read_seconds: Annotated[Number, Field(ge=0.1, le=300)] = 20.0
    write_seconds: Annotated[Number, Field(ge=0.1, le=300)] = 30.0
    lease_seconds: Annotated[Number, Field(ge=1, le=3600)] = 120.0

    @model_validator(mode="after")
    def _the_lease_outlasts_a_send(self) -> Self:
        """A lease that runs out while a send still waits would let it go out twice."""
        longest = self.connect_seconds + self.read_seconds + self.write_seconds
        if self.lease_seconds < 2 * longest:
            raise wrong("settings-lease-too-short", at="lease_seconds", least=f"{2 * longest:g}")
        return self


class InvitationSettings(Section):
    valid_hours: Annotated[Whole, Field(ge=1, le=720)] = 72


class CheckSettings(Section):
    over_target: Annotated[Whole, Field(ge=1, le=1000)] = 3
    over_last: Annotated[Whole, Field(ge=1, le=1000)] = 10
    step_of_target: Annotated[Whole, Field(ge=1, le=1000)] = 1
    past_target_percent: Annotated[Whole, Field(ge=1, le=1000)] = 50
    over_step: Annotated[Whole, Field(ge=1, le=1000)] = 10
    done_needs_evidence: bool = True


class EvidenceSettings(Section):
    most_files: Annotated[Whole, Field(ge=1, le=100)] = 20
    most_megabytes: Annotated[Whole, Field(ge=20, le=10_000)] = 200


class ProblemSettings(Section):
    overdue_days: Annotated[Whole, Field(ge=1, le=1000)] = 60


class SecrecySettings(Section):
    marks: tuple[Text, ...] = ("绝密", "机密", "秘密", "top secret", "secret", "confidential")
    phrases: tuple[Text, ...] = (
        "内部资料",
        "内部参考",
        "密级：内部",
        "请勿外传",
        "切勿外传",
        "不要外传",
        "别外传",
        "内部掌握：",
        "内部材料注意保管",
        "内部材料，注意保管",
    )
    ordinary: tuple[Text, ...] = ("内部资料性出版物", "内部资料准印证", "内部参考价", "特别外传")
    handling: tuple[Text, ...] = (
        "不得外传",
        "严禁外传",
        "禁止外传",
        "不得对外公开",
        "严禁对外公开",
    )


def _mail_address(value: str) -> str:
    if value and not is_mail_address(value):
        raise wrong("settings-not-a-mail-address")
    return value


def _mail_pattern(value: str) -> str:
    """Raises unless it names nothing but what a mail knows, and the unit and the month."""
    known = " ".join(f"{{{name}}}" for name in MAIL_PLACEHOLDERS)
    try:
        named = placeholders_of(value)
    except ValueError:
        raise wrong("settings-title-braces", known=known) from None
    for name in named:
        if name not in MAIL_PLACEHOLDERS:
            raise wrong("settings-title-unknown", name=f"{{{name}}}", known=known)
    if not {"unit", "official"} & set(named) or not {"period", "month"} & set(named):
        raise wrong("settings-mail-of-nobody")
    return value


MailAddress = Annotated[str, AfterValidator(_mail_address)]
MailPattern = Annotated[Printed, AfterValidator(_mail_pattern)]


class MailSettings(Section):
    to: MailAddress = ""
    host: str = ""
    port: Annotated[Whole, Field(ge=1, le=65535)] = 465
    security: Literal["tls", "starttls", "none"] = "tls"
    user: str = ""
    password: SecretStr | None = None
    sender: MailAddress = ""
    subject: MailPattern = "{unit}{period}工作任务完成情况报告"
    file_name: MailPattern = "{unit}关于{period}工作任务完成情况的报告"
    connect_seconds: Annotated[Number, Field(ge=0.1, le=120)] = 15.0
    send_seconds: Annotated[Number, Field(ge=1, le=1800)] = 300.0
    per_minute: Annotated[Number, Field(ge=1, le=600)] = 20.0
    give_up_hours: Annotated[Whole, Field(ge=1, le=168)] = 48
    most_megabytes: Annotated[Whole, Field(ge=1, le=100)] = 20

    @model_validator(mode="after")
    def _a_server_has_all_it_needs(self) -> Self:
        if not self.host:
            return self
        for name in ("to", "sender"):
            if not getattr(self, name):
                raise wrong("settings-mail-address-missing", at=name)
        if self.security == "none" and not is_on_this_machine(self.host):
            raise wrong("settings-mail-in-the-open", at="security")
        if self.user and self.password is None:
            raise wrong("settings-mail-password-missing", at="password")
        return self

    def rules(self, office: str) -> MailRules:
        """office: its name, under which its mails come."""
        return MailRules(
            to=self.to,
            sender=self.sender if self.host else "",
            sender_name=office,
            subject=self.subject,
            file_name=self.file_name,
            most_bytes=self.most_megabytes << 20,
        )

    def server(self, trusted: SSLContext) -> MailServer | None:
        """None where no mail goes out by itself."""
        if not self.host:
            return None
        return MailServer(
            host=self.host,
            port=self.port,
            security=Security(self.security),
            user=self.user,
            password=self.password.get_secret_value() if self.password else "",
            connect_seconds=self.connect_seconds,
            seconds=self.send_seconds,
            trusted=trusted,
        )

    def limits(self) -> MailLimits:
        """A lease that ran out while a mail is still being sent would let it go out twice."""
        every = timedelta(minutes=1) / self.per_minute
        return MailLimits(
            every=every,
            lease=every + 2 * timedelta(seconds=self.send_seconds),
            give_up_after=timedelta(hours=self.give_up_hours),
            most_bytes=self.most_megabytes << 20,
        )


class LifeSettings(Section):
    poll_stale_seconds: Annotated[Number, Field(ge=1, le=3600)] = 120.0
    tick_stale_seconds: Annotated[Number, Field(ge=60, le=3600)] = 120.0
    stop_seconds: Annotated[Number, Field(ge=0, le=600)] = 30.0


class WatchingSettings(Section):
    listen: Text = "127.0.0.1"
    port: Annotated[Whole, Field(ge=0, le=65535)] = 0
    heartbeat_url: Annotated[SecretStr, AfterValidator(_heartbeat)] | None = None
    heartbeat_minutes: Annotated[Number, Field(ge=1, le=1440)] = 5.0


class LogSettings(Section):
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    format: Literal["text", "json"] = "text"


class Settings(Section):
    telegram: TelegramSettings = TelegramSettings()
    database: DatabaseSettings = DatabaseSettings()
    office: OfficeSettings = OfficeSettings()
    calendar: CalendarSettings = CalendarSettings()
    reminders: ReminderSettings = ReminderSettings()
    ladder: LadderSettings = Field(LadderSettings(), validate_default=True)
    review: ReviewSettings = ReviewSettings()
    ticks: TickSettings = TickSettings()
    sending: SendingSettings = SendingSettings()
    checks: CheckSettings = CheckSettings()
    evidence: EvidenceSettings = EvidenceSettings()
    problems: ProblemSettings = ProblemSettings()
    invitations: InvitationSettings = InvitationSettings()
    secrecy: SecrecySettings = SecrecySettings()
    draft: DraftSettings = DraftSettings()
    papers: PaperSettings = PaperSettings()
    mail: MailSettings = MailSettings()
    life: LifeSettings = LifeSettings()
    watching: WatchingSettings = WatchingSettings()
    log: LogSettings = LogSettings()

    # These two look at several sections, yet are checks of one: those of the whole would only be
    # made, and told, once everything else is right.

    @field_validator("ladder")
    @classmethod
    def _the_ladder_can_be_climbed(
        cls, ladder: LadderSettings, others: ValidationInfo
    ) -> LadderSettings:
        office, reminders = others.data.get("office"), others.data.get("reminders")
        if office is not None and reminders is not None:
            check_ladder(ladder, _working_hours(office, reminders))
        return ladder

    @field_validator("ticks")
    @classmethod
    def _what_decides_on_time_is_chased(
        cls, ticks: TickSettings, others: ValidationInfo
    ) -> TickSettings:
        """Else who has filed would be late without having heard of it."""
        ladder, tick = others.data.get("ladder"), ticks.on_time_by
        if ladder is None:
            return ticks
        ladders = {
            TickKind.SCAN: ladder.scan,
            TickKind.ORIGINAL: ladder.original,
            TickKind.MAIL: ladder.mail,
        }
        if tick in ladders and not ladders[tick]:
            raise wrong("settings-tick-unchased", at="on_time_by", ladder=str(tick))
        return ticks

    def working_hours(self) -> WorkingHours:
        return _working_hours(self.office, self.reminders)

    def office_profile(self) -> OfficeProfile:
        """How the office's own papers look; their fonts are those of the drafts."""
        papers = self.papers
        fonts = self.draft.fonts()
        return OfficeProfile(
            papers.signs,
            papers.letterhead_mm,
            fonts,
            papers.briefing_addressee,
            contact=self.office.contact,
            phone=self.office.phone,
        )

    def secrets(self) -> tuple[str, ...]:
        """Everything in the settings that must reach no log; of an address, its password."""
        found: list[str] = []
        for path in settings_of(Settings):
            value = reduce(getattr, path, self)
            if isinstance(value, SecretStr):
                found.extend(_secret_parts(value.get_secret_value()))
        return tuple(found)


def _working_hours(office: OfficeSettings, reminders: ReminderSettings) -> WorkingHours:
    return WorkingHours(
        office.time_zone,
        reminders.working_from,
        reminders.working_to,
        reminders.quiet_from,
        reminders.quiet_to,
    )


def _secret_parts(value: str) -> Iterator[str]:
    if "://" not in value:
        yield value
        return
    address = urlsplit(value)
    passwords = [address.password or "", *parse_qs(address.query).get("password", [])]
    for password in filter(None, passwords):
        yield from (password, unquote(password))
