"""`baosong run` as a process on a rehearsal clock, killed and started again beside its people."""

import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlmodel import Session, select

from bot.clock import OffsetClock
from models.cycles import Report
from models.delivery import OutboxRow, OutboxState
from models.offices import unit_named
from models.views import report_rows, working_report
from sandbox import Call, Message, Person, SandboxServer
from tests.command_line.terminal import LINK, TOKEN, Terminal
from tests.factories import ZONE
from texts import plain
from vocabulary.report import WorkingReport

_SECRET = "a-webhook-secret-of-the-rehearsal"
# Every start is later on the rehearsal clock than the one before, however long it took to start.
_LATER = timedelta(seconds=5)


class LeapingClock:
    """Runs at real speed, and leaps ahead when it is told to: however long anything takes here."""

    def __init__(self, start: datetime) -> None:
        self._running = OffsetClock(start)

    def now(self) -> datetime:
        return self._running.now()

    def leaps_to(self, when: datetime) -> None:
        assert when > self.now(), "the machine is too slow for this rehearsal"
        self._running = OffsetClock(when)


class Rehearsal:
    """The bot in its own process, the sandbox in a thread here; people act from the test."""

    def __init__(self, terminal: Terminal, server: SandboxServer, clock: LeapingClock) -> None:
        self.terminal = terminal
        self.server = server
        self.clock = clock
        self.log = terminal.folder / "log.txt"
        self.starts_count = 0
        self._process: ForkServerProcess | None = None
        # Imports once what every start needs; the processes are forked from there, not from here.
        self._factory = multiprocessing.get_context("forkserver")
        self._factory.set_forkserver_preload(["bot.cli"])
        terminal.environ |= {
            "BAOSONG_TELEGRAM__API_BASE": server.url,
            "BAOSONG_TELEGRAM__POLL_SECONDS": "1",
            "BAOSONG_SENDING__PER_CHAT_SECONDS": "0",
            "BAOSONG_SENDING__PER_SECOND": "30",
            "BAOSONG_LOG__LEVEL": "WARNING",
            "BAOSONG_DATABASE__FILES": str(terminal.folder / "files"),
        }

    @property
    def calls(self) -> list[Call]:
        return self.server.sandbox.journal.calls

    def accepted(self, *methods: str) -> list[Call]:
        return [call for call in list(self.calls) if call.accepted and call.method in methods]

    def leaps_to(self, when: datetime) -> None:
        """A process that is to start starts then; one that runs has its own clock."""
        self.clock.leaps_to(when)

    def by_polling(self) -> None:
        self.terminal.environ["BAOSONG_TELEGRAM__MODE"] = "polling"

    def by_webhook(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.terminal.environ |= {
            "BAOSONG_TELEGRAM__MODE": "webhook",
            "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": _SECRET,
            "BAOSONG_TELEGRAM__WEBHOOK__PUBLIC_URL": f"http://127.0.0.1:{port}",
            "BAOSONG_TELEGRAM__WEBHOOK__PORT": str(port),
        }

    def starts(self) -> None:
        """Starts it, and returns when it has asked for its first updates."""
        count = len(self.calls)
        at = self.clock.now() + (self.starts_count and 1) * _LATER
        self.starts_count += 1
        self._process = self._factory.Process(
            target=_run,
            args=(
                ["baosong", "run", "--at", at.isoformat()],
                self.terminal.environ,
                str(self.terminal.folder),
                str(self.log),
            ),
        )
        self._process.start()
        listens = {"getUpdates", "setWebhook"}
        self.waits(
            lambda: any(call.method in listens for call in self.calls[count:]) or self._ended
        )

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def _ended(self) -> bool:
        return self._process is None or self._process.exitcode is not None

    def kills(self) -> None:
        """kill -9: no chance to say or to save anything."""
        assert self._process is not None
        assert self._process.exitcode is None, self.log.read_text(encoding="utf-8")
        self._process.kill()
        self._process.join()
        self._process = None

    def ends(self, number: signal.Signals = signal.SIGTERM) -> int:
        """SIGTERM, as a service manager would, or Ctrl-C; gives the exit code."""
        assert self._process is not None
        assert self._process.pid is not None
        os.kill(self._process.pid, number)
        self._process.join(30)
        code = self._process.exitcode
        assert code is not None, "it does not end"
        self._process = None
        return code

    def ends_by_itself(self) -> int:
        """Gives the exit code of a process that nobody stops."""
        assert self._process is not None
        self._process.join(30)
        code = self._process.exitcode
        assert code is not None, "it does not end"
        self._process = None
        return code

    def closes(self) -> None:
        """Whatever the test left; and what was logged holds neither secret nor failure."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        written = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        for secret in (TOKEN, TOKEN.partition(":")[2], _SECRET):
            assert secret not in written
        assert "Traceback" not in written, written
        assert " ERROR " not in written, written

    def waits(self, is_so: Callable[[], object], *, seconds: float = 40) -> None:
        ends_at = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > ends_at:
                logged = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
                talks = "\n".join(p.transcript() for p in self.server.sandbox.people.values())
                raise AssertionError(f"it never came\n{talks[-4000:]}\n{logged}")
            time.sleep(0.01)

    def reads_button(self, person: Person, key: str, **values: str) -> None:
        """Waits for a button of the bot's newest message."""
        label = plain("zh-CN", key, **values)

        def is_there() -> bool:
            card = newest_card(person)
            return card is not None and any(label in text for text in card.labels)

        self.waits(is_there)

    def reads_text(self, person: Person, text: str) -> None:
        """Waits for a text in the bot's newest message."""
        self.waits(lambda: any(m.from_bot and text in m.text for m in person.chat[-1:]))


def newest_card(person: Person) -> Message | None:
    """The bot's newest message, if it asks something."""
    seen = [message for message in person.chat if message.from_bot]
    return seen[-1] if seen and seen[-1].buttons else None


def joins(rehearsal: Rehearsal, name: str, unit: str, *kind: str) -> Person:
    """Comes by a link that `baosong invite` printed."""
    at_time = rehearsal.clock.now().isoformat()
    output = rehearsal.terminal.types("invite", unit, *kind, "--at", at_time)
    link = LINK.search(output)
    assert link
    person = rehearsal.server.sandbox.person(name)
    person.opens(link[0])
    return person


def sending(session: Session) -> int:
    """How many messages are under way."""
    rows = session.exec(select(OutboxRow).where(OutboxRow.state == OutboxState.SENDING))
    return len(list(rows))


def working(rehearsal: Rehearsal, unit: str) -> WorkingReport:
    """What the unit has said so far, as stored."""

    def look(session: Session, office_id: int) -> WorkingReport:
        found = unit_named(session, office_id, unit)
        assert found is not None
        report_id = session.exec(select(Report.id).where(Report.unit_id == found.id)).one()
        rows = report_rows(session, report_id)
        assert rows is not None
        return working_report(session, rows, ZONE)

    return rehearsal.terminal.reads(look)


def _run(words: list[str], environ: dict[str, str], folder: str, log: str) -> None:
    """In the new process: becomes the console script."""
    os.environ.update(environ)
    os.chdir(folder)
    written = Path(log).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115 -- until it dies
    for stream in (sys.stdout, sys.stderr):
        os.dup2(written.fileno(), stream.fileno())
    sys.argv = words

    from bot.cli import main

    main()
