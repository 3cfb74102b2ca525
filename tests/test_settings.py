from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.settings import Settings, SettingsError, SettingsFault, faults_text, load_settings
from texts import LANGUAGES

pytestmark = pytest.mark.smoke

TOKEN = "123456789:AAF-x_yZ0123456789abcdefghijklmnopq"
SECRET = "geheim-Zx81"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def a_file(text: str, name: str = "config.toml") -> Path:
    file = Path(name)
    file.write_text(text, encoding="utf-8")
    return file


def a_secret_file(secret: str, mode: int = 0o400) -> str:
    file = Path("secret")
    file.write_text(secret, encoding="utf-8")
    file.chmod(mode)
    return str(file)


def faults(text: str = "", **environ: str) -> tuple[SettingsFault, ...]:
    with pytest.raises(SettingsError) as refused:
        load_settings(a_file(text), environ)
    return refused.value.faults


def the_fault(text: str = "", **environ: str) -> SettingsFault:
    (fault,) = faults(text, **environ)
    return fault


def test_without_file_and_environment_every_setting_has_its_default() -> None:
    assert load_settings(environ={}) == Settings()


def test_the_file_in_the_folder_is_read_where_there_is_one() -> None:
    a_file("[telegram]\npoll_seconds = 7")
    assert load_settings(environ={}).telegram.poll_seconds == 7


def test_the_environment_may_name_another_file() -> None:
    a_file("[telegram]\npoll_seconds = 7")
    a_file("[telegram]\npoll_seconds = 8", "other.toml")
    assert load_settings(environ={"BAOSONG_CONFIG": "other.toml"}).telegram.poll_seconds == 8


def test_a_file_that_was_named_has_to_be_there() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(environ={"BAOSONG_CONFIG": "none.toml"})
    assert refused.value.faults == (SettingsFault("none.toml", "settings-file-missing"),)


def test_the_environment_wins_over_the_file() -> None:
    file = a_file("[telegram.webhook]\nport = 1\nlisten = '::'")
    webhook = load_settings(file, {"BAOSONG_TELEGRAM__WEBHOOK__PORT": "2"}).telegram.webhook
    assert (webhook.port, webhook.listen) == (2, "::")


def test_variables_of_other_programs_are_left_alone() -> None:
    assert load_settings(environ={"PATH": "/bin", "OTHER_BAOSONG_X": "1"}) == Settings()


@pytest.mark.parametrize("written", ["1,2", " 1 , 2 ", "1,2,"])
def test_a_list_is_written_with_commas_in_the_environment(written: str) -> None:
    settings = load_settings(environ={"BAOSONG_TELEGRAM__COORDINATORS": written})
    assert settings.telegram.coordinators == (1, 2)


def test_an_empty_list_in_the_environment_empties_the_files() -> None:
    file = a_file("[telegram]\ncoordinators = [1]")
    assert load_settings(file, {"BAOSONG_TELEGRAM__COORDINATORS": ""}).telegram.coordinators == ()


@pytest.mark.parametrize("written", ["7:30", "07:30", "07:30:00"])
def test_a_time_of_day_may_be_written_shortly(written: str) -> None:
    settings = load_settings(environ={"BAOSONG_CALENDAR__DUE_HOUR": written})
    assert settings.calendar.due_hour == time(7, 30)


def test_the_addressee_is_the_office_unless_it_is_told() -> None:
    assert load_settings(environ={"BAOSONG_OFFICE__NAME": "甲办"}).office.addressee == "甲办"
    told = {"BAOSONG_OFFICE__NAME": "甲办", "BAOSONG_OFFICE__ADDRESSEE": "乙局"}
    assert load_settings(environ=told).office.addressee == "乙局"


def test_the_zone_is_ready_to_be_reckoned_with() -> None:
    settings = load_settings(environ={"BAOSONG_OFFICE__TIME_ZONE": "Europe/Berlin"})
    assert settings.office.time_zone == ZoneInfo("Europe/Berlin")


def test_settings_do_not_change_once_they_are_read() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().log.level = "DEBUG"  # type: ignore[misc]


# Secrets


def test_a_secret_comes_from_the_environment() -> None:
    settings = load_settings(environ={"BAOSONG_TELEGRAM__TOKEN": TOKEN})
    assert settings.telegram.required_token() == TOKEN


@pytest.mark.parametrize("name", ["TELEGRAM__TOKEN", "DATABASE__URL", "TELEGRAM__PROXY"])
def test_a_secret_may_be_the_content_of_a_file(name: str) -> None:
    secret = {
        "TELEGRAM__TOKEN": TOKEN,
        "DATABASE__URL": "postgresql+psycopg://u:p@h/d",
        "TELEGRAM__PROXY": "socks5://u:p@h:1",
    }[name]
    named = load_settings(environ={f"BAOSONG_{name}_FILE": a_secret_file(secret + "\n")})
    given = load_settings(environ={f"BAOSONG_{name}": secret})
    assert named == given
    assert named != Settings()


def test_only_secrets_are_read_from_files_of_their_own() -> None:
    fault = the_fault(BAOSONG_OFFICE__NAME_FILE=a_secret_file("x"))
    assert fault.text_key == "settings-unknown-nearest"


def test_a_secret_and_its_file_together_are_refused() -> None:
    fault = the_fault(
        BAOSONG_TELEGRAM__TOKEN=TOKEN, BAOSONG_TELEGRAM__TOKEN_FILE=a_secret_file(TOKEN)
    )
    assert fault.text_key == "settings-given-twice"


@pytest.mark.parametrize("mode", [0o404, 0o644, 0o666])
def test_a_secrets_file_that_everybody_can_read_is_refused(mode: int) -> None:
    fault = the_fault(BAOSONG_TELEGRAM__TOKEN_FILE=a_secret_file(TOKEN, mode))
    assert (fault.place, fault.text_key) == (
        "BAOSONG_TELEGRAM__TOKEN_FILE",
        "settings-secret-file-open",
    )


@pytest.mark.parametrize("mode", [0o400, 0o600, 0o640])
def test_a_secrets_file_that_owner_or_group_can_read_is_taken(mode: int) -> None:
    settings = load_settings(environ={"BAOSONG_TELEGRAM__TOKEN_FILE": a_secret_file(TOKEN, mode)})
    assert settings.telegram.required_token() == TOKEN


@pytest.mark.parametrize("path", ["nowhere", "."])
def test_a_secrets_file_that_cannot_be_read_is_told(path: str) -> None:
    fault = the_fault(BAOSONG_TELEGRAM__TOKEN_FILE=path)
    assert (fault.text_key, fault.facts["file"]) == ("settings-secret-file-unreadable", path)


def test_a_secrets_file_that_cannot_be_read_is_not_told_as_a_missing_secret_too() -> None:
    text = '[telegram]\nmode = "webhook"\n[telegram.webhook]\npublic_url = "https://x.example"'
    fault = the_fault(text, BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN_FILE="nowhere")
    assert fault.text_key == "settings-secret-file-unreadable"


@pytest.mark.parametrize(
    "text",
    [
        f'[telegram]\ntoken = "{TOKEN}"',
        f'[telegram.webhook]\nsecret_token = "{SECRET}"',
        f'[telegram]\nproxy = "socks5://u:{SECRET}@h:1"',
        f'[database]\nurl = "postgresql+psycopg://u:{SECRET}@h/d"',
        f'[database]\nurl = "postgresql+psycopg://h/d?password={SECRET}"',
    ],
)
def test_a_secret_in_the_file_is_refused_and_its_variable_named(text: str) -> None:
    fault = the_fault(text)
    assert fault.text_key == "settings-secret-in-file"
    assert str(fault.facts["name"]).startswith("BAOSONG_")


def test_an_address_without_a_password_may_stand_in_the_file() -> None:
    text = '[database]\nurl = "postgresql+psycopg://u@h/d"\n[telegram]\nproxy = "socks5://h:1"'
    database = load_settings(a_file(text), {}).database
    assert database.url.get_secret_value() == "postgresql+psycopg://u@h/d"


WRONG_SECRETS = {
    "BAOSONG_TELEGRAM__TOKEN": f"{SECRET} no token",
    "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": f"{SECRET} with blanks",
    "BAOSONG_DATABASE__URL": f"mysql://u:{SECRET}@h/d",
    "BAOSONG_TELEGRAM__PROXY": f"ftp://u:{SECRET}@h",
}


def everything_shown_by(error: SettingsError) -> str:
    chained = (error, error.__cause__, *([] if error.__suppress_context__ else [error.__context__]))
    told = [faults_text(error, language) for language in LANGUAGES]
    return " ".join([*map(repr, chained), *map(str, chained), *told, repr(error.faults)])


def test_no_error_shows_a_secret() -> None:
    text = f'[telegram]\ntoken = "{SECRET}"\nmode = "webhook"\n[database]\nurl = "x:{SECRET}"'
    for environ in (WRONG_SECRETS, {}, {"BAOSONG_TELEGARM__TOKEN": SECRET}):
        with pytest.raises(SettingsError) as refused:
            load_settings(a_file(text), environ)
        assert SECRET not in everything_shown_by(refused.value)


def test_every_wrong_secret_is_told_under_its_variable() -> None:
    told = {fault.place: fault.text_key for fault in faults(**WRONG_SECRETS)}
    assert told == {
        "BAOSONG_TELEGRAM__TOKEN": "settings-not-a-bot-token",
        "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": "settings-not-a-webhook-secret",
        "BAOSONG_DATABASE__URL": "settings-not-a-database",
        "BAOSONG_TELEGRAM__PROXY": "settings-not-a-proxy",
    }


def test_no_secret_is_shown_by_the_settings() -> None:
    settings = load_settings(
        environ={
            "BAOSONG_TELEGRAM__TOKEN": TOKEN,
            "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": SECRET,
            "BAOSONG_DATABASE__URL": f"postgresql+psycopg://u:{SECRET}@h/d",
            "BAOSONG_TELEGRAM__PROXY": f"socks5://u:{SECRET}@h:1",
        }
    )
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert TOKEN not in shown
    assert SECRET not in shown


def test_a_command_that_needs_the_token_says_where_it_comes_from() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings().telegram.required_token()
    assert refused.value.faults == (
        SettingsFault("BAOSONG_TELEGRAM__TOKEN", "settings-token-missing"),
    )


# Faults


@pytest.mark.parametrize(
    ("text", "place", "key", "value"),
    [
        ("[telegram]\npoll_seconds = 51", "[telegram] poll_seconds", "too-large", "51"),
        ("[telegram]\npoll_seconds = -1", "[telegram] poll_seconds", "too-small", "-1"),
        ("[telegram]\npoll_seconds = 1.5", "[telegram] poll_seconds", "not-a-whole-number", "1.5"),
        ("[telegram]\npoll_seconds = 'x'", "[telegram] poll_seconds", "not-a-whole-number", "x"),
        ("[telegram]\npoll_seconds = true", "[telegram] poll_seconds", "not-a-number", "True"),
        ("[telegram]\ncoordinators = 'x'", "[telegram] coordinators", "not-a-list", "x"),
        (
            "[telegram]\ncoordinators = [1, 'x']",
            "[telegram] coordinators",
            "not-a-whole-number",
            "x",
        ),
        ("[telegram]\ncoordinators = [0]", "[telegram] coordinators", "too-small", "0"),
        ("[telegram]\nmode = 'pull'", "[telegram] mode", "not-one-of", "pull"),
        ("[telegram]\napi_base = 'api'", "[telegram] api_base", "not-a-web-address", "api"),
        ("[telegram.webhook]\npath = 'x'", "[telegram.webhook] path", "not-a-web-path", "x"),
        ("[telegram.webhook]\nport = 0", "[telegram.webhook] port", "too-small", "0"),
        ("[database]\nfiles = 3", "[database] files", "not-text", "3"),
        ("[office]\nname = ''", "[office] name", "empty", ""),
        ("[draft]\nclosing_phrase = ''", "[draft] closing_phrase", "empty", ""),
        ("[office]\nname = 3", "[office] name", "not-text", "3"),
        ("[office]\ntime_zone = 'Mars/X'", "[office] time_zone", "time-zone-unknown", "Mars/X"),
        ("[calendar]\ndue_hour = 18", "[calendar] due_hour", "not-a-time", "18"),
        ("[calendar]\ndue_hour = '25:00'", "[calendar] due_hour", "not-a-time", "25:00"),
        ("[calendar]\ndue_hour = '18:00Z'", "[calendar] due_hour", "not-a-time", "18:00Z"),
        ("[sending]\nper_second = 31", "[sending] per_second", "too-large", "31"),
        ("[sending]\nper_second = nan", "[sending] per_second", "not-a-number", "nan"),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_itself(
    text: str, place: str, key: str, value: str
) -> None:
    fault = the_fault(text)
    assert (fault.place, fault.text_key) == (f"config.toml: {place}", f"settings-{key}")
    assert fault.facts["value"] == value


A_MAIL_SERVER = "[mail]\nhost = 'mail.town.example'"


@pytest.mark.parametrize("written", ["a@b,c@d", "办公室 <a@b>", "a@b\\nBcc: c@d"])
def test_a_mail_goes_to_one_bare_address(written: str) -> None:
    assert the_fault(f'[mail]\nto = "{written}"').text_key == "settings-not-a-mail-address"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("{unit}", "mail-of-nobody"),
        ("{period}报告", "mail-of-nobody"),
        ("{unit}{period", "title-braces"),
        ("{unit}{period}{password}", "title-unknown"),
        ("{unit}{period}\\n", "not-one-line"),
    ],
)
@pytest.mark.parametrize("setting", ["subject", "file_name"])
def test_a_mail_is_named_by_a_rule_that_holds(setting: str, written: str, key: str) -> None:
    assert the_fault(f'[mail]\n{setting} = "{written}"').text_key == f"settings-{key}"


def test_the_password_of_the_mail_server_is_a_secret_that_a_user_needs() -> None:
    text = f"{A_MAIL_SERVER}\nto = 'a@b'\nsender = 'c@d'\nuser = 'bot'"
    assert the_fault(text).place == "BAOSONG_MAIL__PASSWORD"
    settings = load_settings(a_file(text), {"BAOSONG_MAIL__PASSWORD": SECRET})
    assert SECRET in settings.secrets()
    assert SECRET not in f"{settings!r}"


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("telegram = 3", "[telegram]", "not-a-section"),
        (
            "[reminders]\nworking_from = 18:00:00\nworking_to = 09:00:00",
            "[reminders] working_to",
            "hours-reversed",
        ),
        (
            "[reminders]\nquiet_from = 13:00:00\nquiet_to = 12:00:00",
            "[reminders] quiet_to",
            "quiet-reversed",
        ),
        (
            "[reminders]\nquiet_from = 09:00:00\nquiet_to = 18:00:00",
            "[reminders] quiet_to",
            "always-quiet",
        ),
        ("[sending]\nlease_seconds = 109", "[sending] lease_seconds", "lease-too-short"),
        (f"{A_MAIL_SERVER}", "[mail] to", "mail-address-missing"),
        (f"{A_MAIL_SERVER}\nto = 'a@b'", "[mail] sender", "mail-address-missing"),
        (
            f"{A_MAIL_SERVER}\nto = 'a@b'\nsender = 'c@d'\nsecurity = 'none'",
            "[mail] security",
            "mail-in-the-open",
        ),
    ],
)
def test_settings_that_do_not_go_together_are_told_where_to_change_them(
    text: str, place: str, key: str
) -> None:
    fault = the_fault(text)
    assert (fault.place, fault.text_key) == (f"config.toml: {place}", f"settings-{key}")


A_RUNG = "{ name = 'asked', audience = ['liaison'], anchor = 'due', workdays = 1, at = 10:00:00 }"


@pytest.mark.parametrize(
    ("rung", "place", "key"),
    [
        ("{ name = 'a', audience = ['boss'], anchor = 'due' }", "audience", "settings-not-one-of"),
        ("{ name = 'a', audience = [], anchor = 'due' }", "audience", "settings-empty"),
        ("{ name = 'a', anchor = 'due' }", "audience", "settings-missing"),
        ("{ name = 'A b', audience = ['deputy'], anchor = 'due' }", "name", "settings-not-a-name"),
        ("{ name = 'a', audience = ['head'], anchor = 'x' }", "anchor", "settings-not-one-of"),
        (
            "{ name = 'a', audience = ['deputy'], anchor = 'due', at = 9 }",
            "at",
            "settings-not-a-time",
        ),
        (
            "{ name = 'a', audience = ['liaison'], anchor = 'due', weekly = 'x' }",
            "weekly",
            "settings-not-yes-or-no",
        ),
        (
            "{ name = 'a', audience = ['liaison'], anchor = 'due', tone = 'rude' }",
            "tone",
            "settings-not-one-of",
        ),
        (
            "{ name = 'a', audience = ['head'], anchor = 'due', workdays = 1, at = 10:00:00 }",
            "workdays",
            "rung-wrong-too-early",
        ),
        (
            "{ name = 'a', audience = ['liaison'], anchor = 'due', at = 12:30:00 }",
            "at",
            "rung-wrong-hour-outside",
        ),
        (
            "{ name = 'asked', audience = ['liaison'], anchor = 'opens' }",
            "name",
            "rung-wrong-name-twice",
        ),
    ],
)
def test_a_mistake_in_the_ladder_is_told_with_the_rung_and_its_part(
    rung: str, place: str, key: str
) -> None:
    rest = "[reminders]\nquiet_to = 14:00:00\n"
    fault = the_fault(f"{rest}[ladder]\noutstanding = [{A_RUNG}, {rung}]")
    assert (fault.place, fault.text_key) == (f"config.toml: [ladder] outstanding #2 {place}", key)
    for language in LANGUAGES:
        assert fault.place in faults_text(SettingsError([fault]), language)


def test_every_mistake_in_the_ladder_is_told_at_once() -> None:
    head = A_RUNG.replace("liaison", "head")
    found = faults(f"[ladder]\noutstanding = [{A_RUNG}, {head}]\nreturned = []")
    assert {(fault.place, fault.text_key) for fault in found} == {
        ("config.toml: [ladder] outstanding #2 name", "rung-wrong-name-twice"),
        ("config.toml: [ladder] outstanding #2 workdays", "rung-wrong-too-early"),
        ("config.toml: [ladder] returned", "rung-wrong-no-liaison"),
    }


def test_a_ladder_in_the_environment_is_refused_in_words() -> None:
    fault = the_fault(BAOSONG_LADDER__OUTSTANDING="opening,before")
    assert (fault.place, fault.text_key) == (
        "BAOSONG_LADDER__OUTSTANDING",
        "settings-only-in-file",
    )


def test_a_webhook_without_secret_or_address_is_refused() -> None:
    assert the_fault("[telegram]\nmode = 'webhook'") == SettingsFault(
        "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN", "settings-webhook-secret-missing"
    )
    fault = the_fault(
        "[telegram]\nmode = 'webhook'\n[telegram.webhook]\npublic_url = 'http://x.example'",
        BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN="s",
    )
    assert fault.place == "config.toml: [telegram.webhook] public_url"


@pytest.mark.parametrize(
    ("text", "place", "nearest"),
    [
        ("[telegram]\npoll_secs = 3", "[telegram] poll_secs", "[telegram] poll_seconds"),
        ("[telegarm]\nmode = 'x'", "[telegarm]", "[telegram]"),
        ("[telegram.web_hook]\nport = 1", "[telegram.web_hook]", "[telegram.webhook]"),
        ("[reminders]\nboss = 3", "[reminders] boss", None),
        (
            "[ladder]\noutstanding = [{name='a', audience=['liaison'], anchor='opens', ton='x'}]",
            "[ladder] outstanding #1 ton",
            "tone",
        ),
        ("[office]\nlevel = 'INFO'", "[office] level", "[log] level"),
        ("[webhook]\nport = 1", "[webhook]", "[telegram.webhook]"),
        ("zzz = 3", "zzz", None),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(
    text: str, place: str, nearest: str | None
) -> None:
    fault = the_fault(text)
    assert fault.place == f"config.toml: {place}"
    assert fault.facts.get("nearest") == nearest


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("BAOSONG_TELEGARM__TOKEN", "BAOSONG_TELEGRAM__TOKEN"),
        ("BAOSONG_TELEGRAM_TOKEN", "BAOSONG_TELEGRAM__TOKEN"),
        ("BAOSONG_TELEGRAM__TOKEN_FIEL", "BAOSONG_TELEGRAM__TOKEN_FILE"),
        ("baosong_telegram__token", None),
        ("BAOSONG_CONFIGG", "BAOSONG_CONFIG"),
        ("BAOSONG_TELEGRAM", "BAOSONG_TELEGRAM__MODE"),
    ],
)
def test_an_unknown_variable_is_told_with_the_nearest_known_one(
    name: str, nearest: str | None
) -> None:
    fault = the_fault(**{name: "1"})
    assert fault.place == name
    assert fault.facts.get("nearest") == nearest


def test_a_wrong_value_in_the_environment_is_told_under_its_variable() -> None:
    fault = the_fault("[telegram]\npoll_seconds = 3", BAOSONG_TELEGRAM__POLL_SECONDS="x")
    assert (fault.place, fault.facts["value"]) == ("BAOSONG_TELEGRAM__POLL_SECONDS", "x")


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("[telegram]\nmode = polling", "settings-file-line-unreadable", "2"),
        ("[telegram]\nmode = 1\nmode = 2", "settings-file-line-unreadable", "3"),
        ("[telegram]\nmode = 9:30 #", "settings-file-line-time", "2"),
        ("[office]\r\nname = '9:30'\r\n contact = x", "settings-file-line-unreadable", "3"),
        ('[office]\nname = """甲', "settings-file-cut-short", None),
    ],
)
def test_a_file_that_is_not_toml_is_told_with_the_line(
    text: str, key: str, line: str | None
) -> None:
    fault = the_fault(text)
    assert (fault.place, fault.text_key) == ("config.toml", key)
    assert fault.facts.get("line") == line


@pytest.mark.parametrize("written", ["9:30", "09:30", "9:30:00", "9：30", "24:00:00"])
def test_a_time_that_is_not_written_out_is_told_with_how_it_is_written(written: str) -> None:
    rung = f"{{ name = 'a', audience = ['liaison'], anchor = 'due', at = {written} }},"
    fault = the_fault(f"[ladder]\noutstanding = [\n    {rung}\n]")
    assert (fault.text_key, fault.facts["line"]) == ("settings-file-line-time", "3")
    assert fault.facts["value"] == written
    for language in LANGUAGES:
        assert "09:30:00" in faults_text(SettingsError([fault]), language)


def test_a_file_in_another_encoding_is_told() -> None:
    file = Path("config.toml")
    file.write_bytes("[office]\nname = '市局'".encode("gb18030"))
    with pytest.raises(SettingsError) as refused:
        load_settings(file, {})
    assert refused.value.faults == (SettingsFault("config.toml", "settings-file-unreadable"),)


def test_everything_wrong_in_file_and_environment_is_told_at_once() -> None:
    found = faults(
        "[telegram]\npoll_secs = 3\nmode = 'x'\n[telegarm]\n[calendar]\ndue_hour = 18",
        BAOSONG_TELEGARM__TOKEN="x",
        BAOSONG_SENDING__ATTEMPTS="0",
        BAOSONG_TELEGRAM__TOKEN_FILE="nowhere",
    )
    assert {fault.place for fault in found} == {
        "config.toml: [telegram] poll_secs",
        "config.toml: [telegram] mode",
        "config.toml: [telegarm]",
        "config.toml: [calendar] due_hour",
        "BAOSONG_TELEGARM__TOKEN",
        "BAOSONG_SENDING__ATTEMPTS",
        "BAOSONG_TELEGRAM__TOKEN_FILE",
    }
    assert len(found) == 7


def test_what_is_wrong_with_the_ladder_is_told_together_with_everything_else() -> None:
    found = faults(
        "[telegram]\npoll_secs = 3\n[ladder]\nreturned = []", BAOSONG_SENDING__PER_SECOND="x"
    )
    assert {fault.text_key for fault in found} == {
        "settings-unknown-nearest",
        "rung-wrong-no-liaison",
        "settings-not-a-number",
    }
    found = faults("[telegram]\npoll_secs = 3\n[ticks]\non_time_by = 'scan'")
    assert {fault.text_key for fault in found} == {
        "settings-unknown-nearest",
        "settings-tick-unchased",
    }


def test_hours_that_the_usual_ladder_does_not_fit_are_told_at_its_rungs() -> None:
    found = faults("[reminders]\nworking_from = 10:00:00")
    assert {fault.text_key for fault in found} == {"rung-wrong-hour-outside"}
    assert "config.toml: [ladder] outstanding #2 at" in {fault.place for fault in found}


def test_the_operator_reads_each_fault_on_a_line_of_its_own() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(
            a_file("[telegram]\npoll_secs = 3"), {"BAOSONG_TELEGRAM__COORDINATORS": "1,x"}
        )
    assert faults_text(refused.value, "en").splitlines() == [
        "2 settings are wrong. Mend what is listed and try again:",
        "  BAOSONG_TELEGRAM__COORDINATORS: “x” is not a whole number.",
        (
            "  config.toml: [telegram] poll_secs: There is no such setting."
            " Did you mean [telegram] poll_seconds?"
        ),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_these_tests_can_be_told_in_every_language(language: str) -> None:
    telegram = "[telegram]\npoll_seconds = 99\nmode = 'x'\n[a]\n"
    text = f"{telegram}[sending]\ngive_up_hours = 0\nper_second='x'"
    with pytest.raises(SettingsError) as refused:
        load_settings(a_file(text), WRONG_SECRETS)
    assert len(faults_text(refused.value, language).splitlines()) == len(refused.value.faults) + 1


@pytest.mark.parametrize("tick", ["scan", "original", "mail"])
def test_what_decides_on_time_has_to_be_chased(tick: str) -> None:
    fault = the_fault(f"[ticks]\non_time_by = '{tick}'")
    assert fault.place == "config.toml: [ticks] on_time_by"
    assert (fault.text_key, fault.facts["ladder"]) == ("settings-tick-unchased", tick)
    rung = (
        "{ name = 'paper', audience = ['liaison'], anchor = 'opened', workdays = 1, at = 10:00:00 }"
    )
    chased = f"[ticks]\non_time_by = '{tick}'\n[ladder]\n{tick} = [{rung}]"
    assert load_settings(a_file(chased), {}).ticks.on_time_by == tick


def test_a_tick_that_there_is_not_cannot_decide() -> None:
    fault = the_fault("[ticks]\non_time_by = 'stamp'")
    assert fault.place == "config.toml: [ticks] on_time_by"
