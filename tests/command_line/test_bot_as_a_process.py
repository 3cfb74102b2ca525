"""`baosong run` as a real process against a Telegram on this machine: stopped, killed, started."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from models.cycles import Entry
from models.delivery import OutboxRow, OutboxState
from sandbox import Delay, Person, SandboxServer
from tests.command_line.terminal import PLAN, TOKEN, Terminal
from texts import plain
from vocabulary.terms import EntryStatus

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30.0  # for a process on a busy machine to start, or to do what is waited for
WORDS = "本月走访企业12家，解决问题3个。"
BEFORE_OPENING, OPENING = "2022-08-01 08:30", "2022-08-01 09:00"


class BotProcess:
    """What it printed is in a file, so that a full pipe never holds it up."""

    def __init__(self, terminal: Terminal, *words: str) -> None:
        outside = {name: v for name, v in os.environ.items() if not name.startswith("BAOSONG_")}
        (terminal.folder / "empty.toml").touch()
        environ = {"BAOSONG_CONFIG": str(terminal.folder / "empty.toml"), **terminal.environ}
        environ["BAOSONG_DATABASE__FILES"] = str(terminal.folder / "files")
        self._output = terminal.folder / f"output-{time.monotonic_ns()}.txt"
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run", *words],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                env={**outside, **environ},
            )

    @property
    def output(self) -> str:
        return self._output.read_text(encoding="utf-8")

    def is_running(self) -> bool:
        return plain("zh-CN", "cli-running", name="baosong_sandbox_bot") in self.output

    def signals(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def ends(self) -> int:
        return self._process.wait(PATIENCE_SECONDS)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@contextmanager
def running(terminal: Terminal, *words: str) -> Iterator[BotProcess]:
    """Killed at the end where the test has not ended it; its token must never have been shown."""
    process = BotProcess(terminal, *words)
    try:
        wait_until(process.is_running, lambda: process.output)
        yield process
    finally:
        process.kill()
        assert TOKEN.partition(":")[2] not in process.output
        assert "Traceback" not in process.output, process.output


def wait_until(happened: Callable[[], bool], shown: Callable[[], str]) -> None:
    ends_at = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < ends_at, shown()
        time.sleep(0.05)


def reads(person: Person, words: str) -> None:
    """Waits until the newest message of the bot holds these words."""

    def has_come() -> bool:
        return any(message.from_bot for message in person.chat) and words in person.last.text

    wait_until(has_come, person.transcript)


def can_tap(person: Person, key: str) -> None:
    """Waits for a button with that text of the catalogue, up to its first value, and taps it."""
    label = plain("zh-CN", key, number="*").partition("*")[0]
    wait_until(
        lambda: any(label in one for message in person.chat for one in message.labels),
        person.transcript,
    )
    person.taps(label)


def answers(terminal: Terminal) -> list[tuple[EntryStatus | None, str]]:
    """What is stored of the entries that have been answered so far."""

    def look(session: Session, _office: int) -> list[tuple[EntryStatus | None, str]]:
        entries = session.exec(select(Entry).where(col(Entry.status).is_not(None)))
        return [(entry.status, entry.text) for entry in entries]

    return terminal.reads(look)


@pytest.fixture
def rehearsal(connected: Terminal) -> Terminal:
    connected.types("database", "create", "--rehearsal")
    connected.types("plan", "load", PLAN, "--yes")
    return connected


def test_a_month_begins_and_goes_on_where_it_was_after_every_kill(
    rehearsal: Terminal, telegram: SandboxServer
) -> None:
    (link,) = (
        word for word in rehearsal.types("invite", "市工科局").split() if word.startswith("https:")
    )
    ada = telegram.sandbox.person("Ada")
    with running(rehearsal, "--at", BEFORE_OPENING) as bot:
        ada.opens(link)
        reads(ada, "市工科局")
        bot.kill()
    with running(rehearsal, "--at", OPENING) as bot:
        can_tap(ada, "notice-button-start")
        can_tap(ada, "button-begin")
        can_tap(ada, "status-on_track")
        wait_until(lambda: answers(rehearsal) == [(EntryStatus.ON_TRACK, "")], ada.transcript)
        bot.kill()
    with running(rehearsal, "--at", "2022-08-01 09:10") as bot:
        ada.sends(WORDS)
        wait_until(lambda: answers(rehearsal) == [(EntryStatus.ON_TRACK, WORDS)], ada.transcript)
        wait_until(
            lambda: plain("zh-CN", "status-on_track") in ada.last.labels, ada.transcript
        )  # the next question
        bot.signals(signal.SIGTERM)
        assert bot.ends() == 0
    pings = [m for m in ada.chat if plain("zh-CN", "notice-button-start") in m.labels]
    assert len(pings) == 1, ada.transcript()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda n: n.name)
def test_a_bot_that_polls_ends_in_order(connected: Terminal, number: signal.Signals) -> None:
    with running(connected) as bot:
        bot.signals(number)
        assert bot.ends() == 0
        assert plain("zh-CN", "cli-stopped") in bot.output


def test_a_bot_with_a_webhook_ends_in_order(connected: Terminal) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    connected.environ |= {
        "BAOSONG_TELEGRAM__MODE": "webhook",
        "BAOSONG_TELEGRAM__WEBHOOK__PORT": str(port),
        "BAOSONG_TELEGRAM__WEBHOOK__PUBLIC_URL": f"http://127.0.0.1:{port}",
        "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": "a-secret-of-the-webhook",
    }

    def listens() -> bool:
        with socket.socket() as caller:
            return caller.connect_ex(("127.0.0.1", port)) == 0

    with running(connected) as bot:
        wait_until(listens, lambda: bot.output)
        bot.signals(signal.SIGTERM)
        assert bot.ends() == 0
        assert "a-secret-of-the-webhook" not in bot.output


def test_a_message_on_its_way_arrives_and_is_settled_before_the_end(
    connected: Terminal, telegram: SandboxServer
) -> None:
    ada = telegram.sandbox.person("Ada")
    telegram.sandbox.faults.next("sendMessage", Delay(1.5))

    def on_its_way() -> bool:
        return bool(connected.reads(lambda s, _office: _rows(s, OutboxState.SENDING)))

    with running(connected) as bot:
        ada.starts()
        wait_until(on_its_way, lambda: bot.output)
        bot.signals(signal.SIGTERM)
        assert bot.ends() == 0
    assert len([message for message in ada.chat if message.from_bot]) == 1
    assert connected.reads(lambda s, _office: _rows(s, OutboxState.SENT)) == 1
    assert connected.reads(lambda s, _office: _rows(s, OutboxState.SENDING)) == 0


def _rows(session: Session, state: OutboxState) -> int:
    return len(session.exec(select(OutboxRow).where(OutboxRow.state == state)).all())


def test_a_second_bot_on_the_same_database_is_refused(
    connected: Terminal, telegram: SandboxServer
) -> None:
    lock = Path(connected.environ["BAOSONG_DATABASE__URL"].removeprefix("sqlite:///") + ".lock")
    with running(connected):
        wait_until(lock.exists, lambda: "no lock yet")
        second = BotProcess(connected)
        assert second.ends() == 75
        assert plain("zh-CN", "another-runs", place=str(lock)) in second.output
