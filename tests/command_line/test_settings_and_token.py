from pathlib import Path

import pytest
from sqlmodel import Session, select

from models.delivery import OutboxRow, unpacked
from models.milestones import MilestoneName, reach_milestone
from models.people import Contact, met
from sandbox import SandboxServer, bad_gateway, html_page, not_found, unauthorized
from tests.command_line.terminal import PLAN, TITLE, TOKEN, Terminal
from tests.factories import at
from tests.models.samples import BOT, OLGA
from texts import plain, say
from vocabulary.terms import ContactKind

COMMANDS = (
    ("check",),
    ("run",),
    ("invite", "市工科局"),
    ("ledger", "--period", "2022-07", "--out", "ledger.xlsx"),
    ("plan", "read", str(PLAN)),
    ("plan", "load", str(PLAN), "--yes"),
    ("database", "create"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_wrong_settings_are_all_listed_with_their_place(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    (terminal.folder / "config.toml").write_text(
        '[telegram]\npoll_secs = 3\n\n[office]\ntime_zone = "Mars"\n', encoding="utf-8"
    )
    terminal.environ["BAOSONG_TELEGARM__TOKEN"] = TOKEN
    terminal.environ["BAOSONG_SENDING__PER_SECOND"] = "1000"
    output = terminal.types(*words, code=2)
    heading, *faults = output.strip().splitlines()
    assert heading == plain("zh-CN", "settings-wrong", count=4)
    places = [fault.strip().split("：")[0] for fault in faults]
    assert places == [
        "BAOSONG_TELEGARM__TOKEN",
        "config.toml: [telegram] poll_secs",
        "config.toml: [office] time_zone",
        "BAOSONG_SENDING__PER_SECOND",
    ]


def test_the_settings_of_the_folder_hold(terminal: Terminal) -> None:
    (terminal.folder / "config.toml").write_text('[office]\nlanguage = "en"\n', encoding="utf-8")
    assert plain("en", "cli-database-made") in terminal.types("database", "create")


@pytest.mark.parametrize("words", [("check",), ("run",), ("invite", "--kind", "coordinator")])
def test_a_missing_token_is_named_by_its_variable(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    output = terminal.types(*words, code=2, BAOSONG_TELEGRAM__TOKEN=None)
    assert plain("zh-CN", "settings-token-missing") in output


def test_check_without_a_token_gives_one_verdict_on_the_settings(terminal: Terminal) -> None:
    output = terminal.types("check", code=2, BAOSONG_TELEGRAM__TOKEN=None)
    assert output.count(plain("zh-CN", "settings-wrong", count=1)) == 1
    assert plain("zh-CN", "cli-check-settings") not in output
    assert plain("zh-CN", "cli-check-files", folder="data/files") in output


def test_plans_are_read_and_loaded_without_a_token(terminal: Terminal) -> None:
    terminal.types("plan", "read", PLAN, BAOSONG_TELEGRAM__TOKEN=None)
    terminal.types("plan", "load", PLAN, "--yes", BAOSONG_TELEGRAM__TOKEN=None)


def test_check_tells_what_it_found_and_sends_nothing(
    loaded: Terminal, telegram: SandboxServer
) -> None:
    before = len(telegram.sandbox.journal.calls)
    output = loaded.types("check")
    for key, facts in (
        ("cli-check-settings", {}),
        ("cli-check-database", {"count": 1, "plans": TITLE}),
        ("cli-check-no-coordinator", {}),
        ("cli-check-bot", {"name": "baosong_sandbox_bot"}),
        ("cli-check-good", {}),
    ):
        assert plain("zh-CN", key, **facts) in output
    assert {call.method for call in telegram.sandbox.journal.calls[before:]} == {"getMe"}


@pytest.mark.parametrize("command", ["check", "run"])
def test_profiles_of_drafts_for_no_unit_or_twice_for_one_are_refused_with_all_faults(
    loaded: Terminal, command: str
) -> None:
    names = ["市工科局", "市工科居", "zzz", "永济市工业和科技局"]
    units = ", ".join(f'{{ unit = "{name}" }}' for name in names)
    (loaded.folder / "config.toml").write_text(f"[draft]\nunits = [{units}]\n", encoding="utf-8")
    output = loaded.types(command, code=2)
    assert plain("zh-CN", "settings-wrong", count=3) in output
    twice = plain("zh-CN", "settings-unit-twice-named", value=names[3], first=names[0])
    assert f"[draft] units #4 unit：{twice}" in output
    meant = plain("zh-CN", "settings-unit-unknown", value="市工科居", like="市工科局")
    assert f"[draft] units #2 unit：{meant.partition('，')[0]}" in output
    assert "市工科局" in output.partition(meant.partition("，")[0])[2].splitlines()[0]
    assert plain("zh-CN", "settings-unit-unknown", value="zzz", like="none") in output
    for key in ("cli-check-settings", "cli-check-good"):
        assert plain("zh-CN", key) not in output


def test_a_profile_that_a_plan_loaded_by_command_makes_wrong_is_told_to_the_coordinators(
    terminal: Terminal,
) -> None:
    def joins(session: Session, office_id: int) -> None:
        olga = met(session, BOT, OLGA, name="Olga", language="zh-CN", now=at(1))
        session.add(
            Contact(
                office_id=office_id,
                kind=ContactKind.COORDINATOR,
                person_id=olga.id,
                name="Olga",
                since=at(1),
            )
        )

    terminal.types("database", "create")
    terminal.reads(joins)
    (terminal.folder / "config.toml").write_text('[draft]\nunits = [{ unit = "火星局" }]\n')
    terminal.types("plan", "load", PLAN, "--yes")
    (row,) = terminal.reads(
        lambda session, _: session.exec(select(OutboxRow.chat_id, OutboxRow.content)).all()
    )
    told = say("zh-CN", "plan-profile-amiss", unit="火星局", first="none")
    assert (row[0], unpacked(row[1]).html) == (OLGA, told)


def test_profiles_of_drafts_may_be_written_before_the_plan_is_loaded(connected: Terminal) -> None:
    (connected.folder / "config.toml").write_text('[draft]\nunits = [{ unit = "甲" }]\n')
    assert plain("zh-CN", "cli-check-good") in connected.types("check")


def test_check_tells_every_fault_and_not_only_the_first(terminal: Terminal) -> None:
    (terminal.folder / "letter.db").write_text("Dear Sir or Madam, " * 100)
    url = f"sqlite:///{terminal.folder / 'letter.db'}"
    taken = terminal.folder / "letter.db" / "files"
    output = terminal.types(
        "check", code=2, BAOSONG_DATABASE__URL=url, BAOSONG_DATABASE__FILES=str(taken)
    )
    assert url in output
    assert plain("zh-CN", "cli-file-unwritable", file=str(taken), why="no-folder", reason="") in (
        output
    )
    assert plain("zh-CN", "cli-telegram-silent") in output
    assert plain("zh-CN", "cli-check-good") not in output


@pytest.mark.parametrize(
    ("words", "code"), [(("check",), 2), (("invite", "--kind", "coordinator"), 75), (("run",), 75)]
)
def test_a_telegram_that_does_not_answer_is_told(
    terminal: Terminal, words: tuple[str, ...], code: int
) -> None:
    terminal.says("cli-telegram-silent", *words, code=code)


@pytest.mark.parametrize("words", [("check",), ("invite", "--kind", "coordinator"), ("run",)])
def test_a_token_that_telegram_does_not_know_is_told(
    connected: Terminal, words: tuple[str, ...]
) -> None:
    other = "7654321:another-ANOTHER-another-ANOTHER"
    output = connected.types(*words, code=2, BAOSONG_TELEGRAM__TOKEN=other)
    assert plain("zh-CN", "cli-token-refused") in output
    assert other not in output


def test_a_token_that_has_worked_here_may_be_refused_in_passing(
    connected: Terminal, telegram: SandboxServer
) -> None:
    """A supervisor starts the bot again after 75, and never after 2."""

    def receives(session: Session, _office: int) -> None:
        bot_id = int(TOKEN.partition(":")[0])
        reach_milestone(session, bot_id, MilestoneName.RECEIVED, at=at(1))

    connected.reads(receives)
    telegram.sandbox.faults.next("getMe", unauthorized())
    connected.says("cli-token-refused-now", "run", code=75)


@pytest.mark.parametrize(("words", "code"), [(("check",), 2), (("run",), 75)])
def test_an_address_without_a_bot_api_is_not_laid_to_the_token(
    connected: Terminal, telegram: SandboxServer, words: tuple[str, ...], code: int
) -> None:
    telegram.sandbox.faults.next("getMe", not_found())
    output = connected.says("cli-telegram-elsewhere", *words, code=code)
    assert "telegram.api_base" in output
    assert plain("zh-CN", "cli-token-refused") not in output


def test_an_answer_from_in_between_says_nothing_of_the_token(
    connected: Terminal, telegram: SandboxServer
) -> None:
    telegram.sandbox.faults.next("getMe", bad_gateway(), times=9)
    output = connected.says("cli-telegram-silent", "check")
    assert plain("zh-CN", "cli-token-refused") not in output


def test_a_database_that_cannot_be_opened_is_told_without_its_password(terminal: Terminal) -> None:
    url = "postgresql+psycopg://baosong:hidden-word@127.0.0.1:9/reports"
    output = terminal.types("database", "create", code=75, BAOSONG_DATABASE__URL=url)
    assert "postgresql+psycopg://baosong:***@127.0.0.1:9/reports" in output
    assert "hidden-word" not in output


def test_a_file_that_is_no_database_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam, " * 100)
    url = f"sqlite:///{tmp_path / 'letter.db'}"
    output = terminal.types("plan", "load", PLAN, code=75, BAOSONG_DATABASE__URL=url)
    assert plain("zh-CN", "cli-database-silent", place=url, reason="file is not a database") in (
        output
    )


def test_a_folder_that_cannot_be_made_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    url = f"sqlite:///{tmp_path / 'taken' / 'baosong.db'}"
    output = terminal.types("database", "create", code=75, BAOSONG_DATABASE__URL=url)
    assert url in output


def test_a_database_of_a_newer_version_is_left_alone(terminal: Terminal) -> None:
    def grow(session: object, _office: int) -> None:
        session.connection().exec_driver_sql(  # type: ignore[attr-defined]
            "UPDATE alembic_version SET version_num = 'from the future'"
        )

    terminal.reads(grow)
    url = terminal.environ["BAOSONG_DATABASE__URL"]
    terminal.says("cli-database-newer", "check", place=url)


@pytest.mark.parametrize(("words", "code"), [(("check",), 0), (("run", "--at", "2022-08-01"), 2)])
def test_what_is_checked_or_refused_makes_no_database_and_no_folder(
    connected: Terminal, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    new = tmp_path / "new"
    output = connected.types(
        *words,
        code=code,
        BAOSONG_DATABASE__URL=f"sqlite:///{new / 'baosong.db'}",
        BAOSONG_DATABASE__FILES=str(new / "files"),
    )
    key = "cli-check-database-missing" if code == 0 else "cli-rehearsal-unmarked"
    assert plain("zh-CN", key) in output
    assert not new.exists()


def test_check_leaves_a_database_of_an_earlier_version_as_it_is(connected: Terminal) -> None:
    def shrink(session: Session, _office: int) -> None:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")

    def version(session: Session, _office: int) -> str:
        found = session.connection().exec_driver_sql("SELECT version_num FROM alembic_version")
        return str(found.scalar_one())

    connected.reads(shrink)
    assert plain("zh-CN", "cli-check-database-older") in connected.types("check")
    assert connected.reads(version) == "0001"


def test_a_portal_in_between_is_no_reason_to_give_the_token_up(
    connected: Terminal, telegram: SandboxServer
) -> None:
    """A supervisor starts the bot again after 75, and not after 2."""
    telegram.sandbox.faults.next("getMe", html_page(404), times=9)
    output = connected.says("cli-telegram-silent", "run", code=75)
    assert output.strip() == plain("zh-CN", "cli-telegram-silent"), "nothing but the sentence"
    connected.says("cli-telegram-silent", "invite", "--kind", "coordinator", code=75)
