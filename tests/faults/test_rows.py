"""Single faults, played on the real process. Where the others are: docs/reliability.md."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlmodel import Session, select

from bot.watchdog import EXIT_STALE
from models.chases import Reminder
from models.delivery import InboxRow, InboxState, OutboxRow, OutboxState
from models.editions import Plan
from sandbox import Delay, Person, not_found
from tests.faults.breaking import database_locked, no_room_beyond
from tests.faults.crash_points import ENDED_HERE, Crash, Point
from tests.faults.office import OPENS, Office, an_office
from vocabulary.terms import ContactKind

ROOT = Path(__file__).parents[2]
PAGE = 4096  # bytes


@pytest.fixture
def office(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """Before July opens; nothing runs yet."""
    with an_office(tmp_path, sqlite_url) as opened:
        yield opened


@pytest.fixture
def leader(office: Office) -> Person:
    return office.joins("李局长", office.units[0], ContactKind.HEAD)


def from_bot(person: Person) -> int:
    return sum(message.from_bot for message in person.chat)


def handled(office: Office) -> set[int]:
    """Updates that have had their effect."""
    with Session(office.engine) as session:
        rows = select(InboxRow.update_id).where(InboxRow.state == InboxState.DONE)
        return set(session.exec(rows))


def written(office: Office) -> set[int]:
    return {update.update_id for update in office.sandbox.journal.updates}


def a_wheel(folder: Path) -> Path:
    """The smallest package that can be installed."""
    wheel = folder / "chased-1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        packed.writestr("chased.py", "LATE = True\n")
        info = "chased-1.0.dist-info"
        packed.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: chased\nVersion: 1.0\n")
        packed.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        packed.writestr(
            f"{info}/RECORD", f"chased.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
        )
    return wheel


def test_package_of_which_a_byte_was_changed_is_not_installed(tmp_path: Path) -> None:
    """As `make` installs: every package by its hash, and nothing without one."""
    wheel = a_wheel(tmp_path)
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"chased==1.0 --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n")

    packed = wheel.read_bytes()
    wheel.write_bytes(packed.replace(b"LATE = True", b"LATE = None"))
    words = ["--isolated", "install", "--disable-pip-version-check", "--no-cache-dir", "--no-index"]
    words += ["--find-links", str(tmp_path), "--target", str(tmp_path / "installed")]
    words += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    command = [sys.executable, "-m", "pip", *words]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert not (tmp_path / "installed" / "chased.py").exists()


def test_whatever_is_installed_has_its_hash() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [
        line for line in makefile.splitlines() if "pip install" in line and "--requirement" in line
    ]
    assert installs
    assert all("--require-hashes" in line for line in installs)
    for name in ("requirements.lock", "requirements-dev.lock"):
        locked = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        wanted = [line for line in locked.splitlines() if "==" in line]
        assert wanted
        assert [line for line in wanted if "--hash=sha256:" not in line] == []


def assert_sound(office: Office) -> None:
    with closing(sqlite3.connect(office.place.database_url.removeprefix("sqlite:///"))) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_process_that_stands_still_longer_than_its_lease_sends_one_copy_at_most(
    office: Office, leader: Person
) -> None:
    """Row 4: stopped while a message is under way; meanwhile its lease runs out."""
    office.starts_and_is_quiet()
    before = from_bot(leader)
    office.sandbox.faults.next("sendMessage", Delay(0.5), chat_id=leader.id)
    leader.sends("a line")
    office.bot.waits(lambda: is_under_way(office))
    os.kill(office.bot.pid, signal.SIGSTOP)
    office.clock.jump(timedelta(minutes=10))
    time.sleep(0.6)
    os.kill(office.bot.pid, signal.SIGCONT)
    office.bot.waits(office.is_quiet)
    office.bot.kills()
    office.starts_and_is_quiet()
    assert office.bot.ends() == 0
    assert 1 <= from_bot(leader) - before <= 2


def is_under_way(office: Office) -> bool:
    with Session(office.engine) as session:
        return bool(
            session.exec(select(OutboxRow).where(OutboxRow.state == OutboxState.SENDING)).all()
        )


def test_database_that_another_process_holds_is_waited_for(office: Office, leader: Person) -> None:
    """Row 27: what comes meanwhile is neither confirmed nor lost."""
    office.starts_and_is_quiet()
    with database_locked(office.place.database_url):
        leader.sends("a line")
        time.sleep(1)
        assert len(office.sandbox.updates) == 1
    office.bot.waits(lambda: not len(office.sandbox.updates) and office.is_quiet())
    assert office.bot.ends() == 0
    assert handled(office) == written(office)


@pytest.mark.parametrize("pages", [0, 5])
def test_full_disk_confirms_nothing_and_what_came_is_handled_when_there_is_room(
    office: Office, leader: Person, pages: int
) -> None:
    """Rows 28 and 29: no file can grow beyond some pages; later writes fail than earlier ones."""
    office.starts_and_is_quiet()
    before = from_bot(leader)
    with no_room_beyond(office.bot.pid, pages * PAGE):
        for number in range(6):
            leader.sends(f"line {number}")
        time.sleep(1)
        kept = handled(office) | waiting(office)
        confirmed = {u.update_id for u in office.sandbox.journal.updates if u.confirmed_at}
        assert confirmed <= kept
    office.bot.waits(office.is_quiet)
    assert office.bot.ends() == 0
    assert handled(office) == written(office)
    assert from_bot(leader) - before >= 6
    assert_sound(office)


def test_disk_that_keeps_nothing_any_more_makes_it_confirm_and_say_nothing(
    office: Office, leader: Person
) -> None:
    """Row 29: every fsync fails from a moment on; the log says so, and a new start goes on."""
    office.starts_and_is_quiet()
    before = from_bot(leader)
    office.bot.loses_its_disk()
    for number in range(4):
        leader.sends(f"line {number}")
    office.bot.waits(lambda: "disk I/O error" in office.bot.logged())
    time.sleep(1)
    confirmed = {u.update_id for u in office.sandbox.journal.updates if u.confirmed_at}
    assert confirmed <= handled(office) | waiting(office)
    assert len(written(office) - confirmed) == 4
    assert from_bot(leader) == before
    office.bot.kills()
    office.starts_and_is_quiet()
    assert office.bot.ends() == 0
    assert handled(office) == written(office)
    assert from_bot(leader) - before == 4
    assert_sound(office)


def waiting(office: Office) -> set[int]:
    with Session(office.engine) as session:
        return set(
            session.exec(select(InboxRow.update_id).where(InboxRow.state != InboxState.DONE))
        )


def test_killed_in_the_grace_of_its_end_it_keeps_what_was_queued(
    office: Office, leader: Person
) -> None:
    """Row 3: 500 updates queued, told to end, and killed before it has."""
    office.starts_and_is_quiet()
    for number in range(500):
        leader.sends(f"line {number}")
    office.bot.waits(lambda: bool(handled(office) - {office.sandbox.journal.updates[0].update_id}))
    os.kill(office.bot.pid, signal.SIGTERM)
    time.sleep(0.1)
    if office.bot.exit_code is None:
        os.kill(office.bot.pid, signal.SIGKILL)
    office.bot.waits_for_end()
    confirmed = {u.update_id for u in office.sandbox.journal.updates if u.confirmed_at}
    assert confirmed <= handled(office) | waiting(office)


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=-1), timedelta(days=1)])
def test_clock_that_jumps_reminds_nobody_twice(office: Office, jump: timedelta) -> None:
    """Row 37: the opening has gone out, then the machine's clock is set."""
    liaison = office.joins("张联络", office.units[0])
    office.starts_and_is_quiet()
    office.clock.jump(OPENS + timedelta(minutes=5) - office.clock.now())
    office.bot.kills()
    office.starts_and_is_quiet()
    assert from_bot(liaison) == 2
    for by in (jump, timedelta(0)):
        office.bot.kills()
        office.clock.jump(by)
        office.starts_and_is_quiet()
    assert office.bot.ends() == 0
    assert from_bot(liaison) == 2
    with Session(office.engine) as session:
        assert len(session.exec(select(Reminder)).all()) == 1


def test_upgrade_that_is_cut_off_is_done_whole_by_the_next_start(tmp_path: Path) -> None:
    """Rows 2 and 35, mid migration, one end after another: nothing half made stands in the way."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    with an_office(tmp_path, url, is_made=False) as office:
        for nth in (1, 2, 3, 20):
            office.bot.starts(crash=Crash(Point.MID_MIGRATION, nth))
            assert office.bot.waits_for_end() == ENDED_HERE
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        with office.opened() as database:
            assert database.run(lambda session: list(session.exec(select(Plan)))) == []
        assert_sound(office)


def test_loop_that_is_blocked_for_five_seconds_loses_nothing_and_goes_on(
    office: Office, leader: Person
) -> None:
    """Row 6: what comes meanwhile is handled after it, and no watchdog ends the process."""
    office.starts_and_is_quiet()
    before = from_bot(leader)
    leader.sends("before")
    office.bot.blocks_its_loop()
    for number in range(5):
        leader.sends(f"line {number}")
    office.bot.waits(lambda: handled(office) == written(office))
    office.bot.waits(office.is_quiet)
    assert office.bot.ends() == 0
    assert from_bot(leader) - before >= 6


def test_process_whose_polls_are_refused_for_good_ends_for_its_supervisor_and_comes_back(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Row 13: a 404 that lasts; nothing is lost by it."""
    settings = {"BAOSONG_LIFE__POLL_STALE_SECONDS": "3"}
    with an_office(tmp_path, sqlite_url, settings=settings) as office:
        office.sandbox.faults.next("getUpdates", not_found(), times=10_000)
        leader = office.joins("李局长", office.units[0], ContactKind.HEAD)
        office.bot.starts()
        assert office.bot.waits_for_end() == EXIT_STALE
        assert "stale" in office.bot.logged().rpartition("CRITICAL")[2]
        assert handled(office) == set()
        office.sandbox.faults.clear()
        del office.bot.environ["BAOSONG_LIFE__POLL_STALE_SECONDS"]
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        assert handled(office) == written(office)
        assert from_bot(leader) == 1
