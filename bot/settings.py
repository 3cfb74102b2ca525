"""Every setting as the program sees it.

What each does, its unit and its edge stands in config.toml, which lists every one with its default.
"""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import time
from functools import reduce
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
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

__all__ = ["Settings", "SettingsError", "SettingsFault", "faults_text", "load_settings"]

CONFIG_FILE = Path("config.toml")

_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
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


def _time_of_day(value: object) -> object:
    """A bare 18 would be read as seconds, and a zone belongs to the office, not to the hour."""
    if isinstance(value, time) and value.tzinfo is None:
        return value
    if isinstance(value, str) and _TIME_OF_DAY.fullmatch(value):
        try:
            return time.fromisoformat(value.zfill(5) if len(value) < 6 else value.zfill(8))
        except ValueError:
            pass
    raise wrong("settings-not-a-time")


def _a_number(value: object) -> object:
    if isinstance(value, bool):
        raise wrong("settings-not-a-number")
    return value


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


def _is_safe_address(url: str) -> bool:
    """Telegram delivers over https; a rehearsal's server on this machine may use http."""
    parts = urlsplit(url)
    on_this_machine = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    return parts.scheme == "https" or (parts.scheme == "http" and on_this_machine)


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


def _name_if_empty(value: str, info: ValidationInfo) -> str:
    return value or str(info.data.get("name", ""))


TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
Whole = Annotated[int, BeforeValidator(_a_number)]
Number = Annotated[float, BeforeValidator(_a_number), Field(allow_inf_nan=False)]
Text = Annotated[str, Field(min_length=1)]
WebRoot = Annotated[str, AfterValidator(_web_root)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class WebhookSettings(_Section):
    listen: Text = "127.0.0.1"
    port: Annotated[Whole, Field(ge=1, le=65535)] = 8080
    path: Annotated[str, AfterValidator(_web_path)] = "/telegram"
    public_url: str = ""
    secret_token: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None


class TelegramSettings(_Section):
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

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> Self:
        if self.mode == "webhook" and self.webhook.secret_token is None:
            raise wrong("settings-webhook-secret-missing", at="webhook.secret_token")
        if self.mode == "webhook" and not _is_safe_address(self.webhook.public_url):
            raise wrong("settings-webhook-address-missing", at="webhook.public_url")
        return self


class DatabaseSettings(_Section):
    url: Annotated[SecretStr, AfterValidator(_database_url)] = SecretStr(
        "sqlite:///data/baosong.db"
    )
    files: Path = Path("data/files")


class OfficeSettings(_Section):
    name: Text = "市服务业发展领导小组办公室"
    short_name: Text = "领导小组办公室"
    addressee: Annotated[str, AfterValidator(_name_if_empty)] = Field("", validate_default=True)
    contact: Text = "市发改局综合股"
    time_zone: ZoneInfo = ZoneInfo("Asia/Shanghai")
    language: Literal["zh-CN", "en"] = "zh-CN"


class CalendarSettings(_Section):
    opening_hour: TimeOfDay = time(9)
    opening_workdays_before_due: Annotated[Whole, Field(ge=0, le=20)] = 3
    due_hour: TimeOfDay = time(18)
    lock_workdays_after_due: Annotated[Whole, Field(ge=0, le=60)] = 10


class OverdueSettings(_Section):
    """Workdays after the due day at which each rung of the ladder is reached."""

    liaison: Annotated[Whole, Field(ge=1, le=60)] = 1
    deputy: Annotated[Whole, Field(ge=1, le=60)] = 1
    leader_in_charge: Annotated[Whole, Field(ge=1, le=60)] = 2
    head: Annotated[Whole, Field(ge=1, le=60)] = 3
    coordinator: Annotated[Whole, Field(ge=1, le=60)] = 4
    weekly: Annotated[Whole, Field(ge=1, le=60)] = 5

    @model_validator(mode="after")
    def _nobody_is_passed_over(self) -> Self:
        """A superior hears of it a workday after those below them, never with them."""
        if self.deputy < self.liaison:
            raise wrong("settings-rung-too-early", at="deputy", least=str(self.liaison))
        if self.leader_in_charge <= self.deputy:
            raise wrong(
                "settings-rung-too-early", at="leader_in_charge", least=str(self.deputy + 1)
            )
        if self.head <= self.leader_in_charge:
            raise wrong("settings-rung-too-early", at="head", least=str(self.leader_in_charge + 1))
        return self


class ReminderSettings(_Section):
    working_from: TimeOfDay = time(9)
    working_to: TimeOfDay = time(18)
    before_workdays: Annotated[Whole, Field(ge=0, le=20)] = 1
    before_hour: TimeOfDay = time(9)
    last_morning_hour: TimeOfDay = time(9)
    last_hours: Annotated[Whole, Field(ge=0, le=12)] = 3
    overdue_hour: TimeOfDay = time(9, 30)
    overdue_deputy_hour: TimeOfDay = time(14, 30)
    overdue_workdays: OverdueSettings = OverdueSettings()

    @model_validator(mode="after")
    def _every_hour_is_a_working_hour(self) -> Self:
        if self.working_from >= self.working_to:
            raise wrong("settings-hours-reversed", at="working_to")
        for at in ("before_hour", "last_morning_hour", "overdue_hour", "overdue_deputy_hour"):
            if not self.working_from <= getattr(self, at) < self.working_to:
                raise wrong("settings-hour-outside-working-hours", at=at)
        return self


class SendingSettings(_Section):
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


class InvitationSettings(_Section):
    valid_hours: Annotated[Whole, Field(ge=1, le=720)] = 72


class SecrecySettings(_Section):
    marks: tuple[Text, ...] = ("绝密", "机密", "秘密")
    phrases: tuple[Text, ...] = ("内部资料",)
    ordinary: tuple[Text, ...] = ("内部资料性出版物", "内部资料准印证")


class DraftSettings(_Section):
    title_font: Text = "方正小标宋简体"
    body_font: Text = "仿宋_GB2312"
    heading_font: Text = "黑体"
    subheading_font: Text = "楷体_GB2312"
    page_number_font: Text = "宋体"
    closing_phrase: str = "特此报告。"
    date: Literal["filed", "blank"] = "filed"


class LogSettings(_Section):
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Settings(_Section):
    telegram: TelegramSettings = TelegramSettings()
    database: DatabaseSettings = DatabaseSettings()
    office: OfficeSettings = OfficeSettings()
    calendar: CalendarSettings = CalendarSettings()
    reminders: ReminderSettings = ReminderSettings()
    sending: SendingSettings = SendingSettings()
    invitations: InvitationSettings = InvitationSettings()
    secrecy: SecrecySettings = SecrecySettings()
    draft: DraftSettings = DraftSettings()
    log: LogSettings = LogSettings()

    def secrets(self) -> tuple[str, ...]:
        """Everything in the settings that must reach no log; of an address, its password."""
        found: list[str] = []
        for path in settings_of(Settings):
            value = reduce(getattr, path, self)
            if isinstance(value, SecretStr):
                found.extend(_secret_parts(value.get_secret_value()))
        return tuple(found)


def _secret_parts(value: str) -> Iterator[str]:
    if "://" not in value:
        yield value
        return
    address = urlsplit(value)
    passwords = [address.password or "", *parse_qs(address.query).get("password", [])]
    for password in filter(None, passwords):
        yield from (password, unquote(password))
