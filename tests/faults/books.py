"""What must be true of the books after every kill and at the end: tables beside Telegram's journal.

Everything is read from the SQLite file itself, as the dead process left it.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from sandbox import Sandbox
from sandbox.journal import Call
from tests.faults.office import Office
from tests.faults.process import SECRET, TOKEN
from tests.faults.told import Planning, Told, told

SENDING_METHODS = ("sendMessage", "sendDocument")

# The moment at which an update's effect commits, and who sent it, written down by the database
# itself: of what a stranger sends the inbox keeps no word.
_APPLIED = """
CREATE TABLE faults_came (update_id INTEGER NOT NULL, name TEXT);
CREATE TRIGGER faults_come AFTER INSERT ON inbox BEGIN INSERT INTO faults_came
VALUES (NEW.update_id, json_extract(NEW.body, '$.message.from.first_name')); END;
CREATE TABLE faults_applied (update_id INTEGER NOT NULL, lane INTEGER NOT NULL);
CREATE TRIGGER faults_apply AFTER UPDATE OF state ON inbox WHEN NEW.state = 'done'
BEGIN INSERT INTO faults_applied VALUES (NEW.update_id, NEW.lane); END;
"""

_ENTRIES = """
SELECT unit.name, measure.number, entry.text FROM entry
JOIN report ON report.id = entry.report_id JOIN unit ON unit.id = report.unit_id
JOIN assignment ON assignment.id = entry.assignment_id
JOIN measure ON measure.id = assignment.measure_id
"""

# A reminder that was under way at the moment of filing is marked by it as expired; one that was
# given up as unknown before it had its chance then. The office reads of all that waits for it in
# one message, which goes out as long as it is true of something.
_CHASED_AFTER_FILING = """
SELECT count(*) FROM reminder JOIN chase ON chase.id = reminder.chase_id
JOIN outbox ON outbox.id = reminder.outbox_id
WHERE chase.kind NOT IN ('review_waiting', 'extension_waiting')
AND chase.settled_at IS NOT NULL AND (
  reminder.planned_at > chase.settled_at OR (
    outbox.state IN ('sent', 'unknown', 'due', 'sending')
    AND (coalesce(outbox.sent_at, outbox.settled_at) IS NULL
      OR coalesce(outbox.sent_at, outbox.settled_at) > chase.settled_at)
    AND (outbox.expires_at IS NULL OR outbox.expires_at > chase.settled_at)))
"""

_TWICE = {
    "reports": "SELECT count(*) - count(DISTINCT cycle_id || '/' || unit_id) FROM report",
    "reminders": "SELECT count(*) - count(DISTINCT chase_id || '/' || rung || '/' || occurrence"
    " || '/' || contact_id) FROM reminder",
    "updates": "SELECT count(*) - count(DISTINCT update_id) FROM faults_applied",
}


def twice(connection: sqlite3.Connection) -> list[str]:
    """What is there more than once, of that of which there is to be one."""
    return [what for what, question in _TWICE.items() if _one(connection, question) != 0]


def ambiguous_calls(sandbox: Sandbox) -> Iterable[Call]:
    """New messages after which nobody could know whether they had arrived."""
    return (call for call in _sendings(sandbox) if call.status is None or call.status >= 500)


def strays(sandbox: Sandbox, connection: sqlite3.Connection) -> int:
    """Messages in the chats of which the tables do not know: each is one copy at most."""
    known = {
        (chat, message)
        for chat, message in connection.execute(
            "SELECT chat_id, message_id FROM outbox WHERE kind <> 'closing' AND message_id NOT NULL"
        )
    }
    return sum(_message(call) not in known for call in _sendings(sandbox) if call.accepted)


def _sendings(sandbox: Sandbox) -> Iterable[Call]:
    calls = list(sandbox.journal.calls)
    return (call for call in calls if call.method in SENDING_METHODS)


def chased_after_filing(connection: sqlite3.Connection) -> int:
    """So many reminders were sent, or will be, of what was filed before."""
    return int(str(_one(connection, _CHASED_AFTER_FILING)))


def watch_effects(connection: sqlite3.Connection) -> None:
    connection.executescript(_APPLIED)


@dataclass
class Books:
    """hits: sendings under way at a kill, by row and try, so that none counts twice.

    asked, waiting, in_doubt: of all kills together, so many open reports could be asked about, of
    so many a reminder still waited, and of so many it was in doubt.
    """

    office: Office
    hits: set[tuple[int, int]] = field(default_factory=set)
    asked: int = 0
    waiting: int = 0
    in_doubt: int = 0
    _confirmed_to: int = 0
    _open: list[int] = field(default_factory=list)

    def check_after_kill(self, connection: sqlite3.Connection, planning: Planning | None) -> None:
        """Nothing that Telegram regards as delivered is missing, nothing has happened twice.

        planning: what the process has planned undisturbed, if it has come so far.
        """
        self._check_confirmed(connection)
        self._check_effects(connection)
        rows = connection.execute("SELECT id, attempts FROM outbox WHERE state = 'sending'")
        self.hits.update(rows.fetchall())
        assert twice(connection) == []
        assert chased_after_filing(connection) == 0, "chased after filing"
        strays, ambiguous = self.strays(connection), self.ambiguous
        assert strays <= ambiguous, f"{strays=} {ambiguous=}"
        self._check_told(planning)

    def _check_effects(self, connection: sqlite3.Connection) -> None:
        done = _one(connection, "SELECT count(*) FROM inbox WHERE state = 'done'")
        applied = _one(connection, "SELECT count(*) FROM faults_applied")
        assert applied == done, "handled without an effect, or the other way round"

    def _check_told(self, planning: Planning | None) -> Told:
        with Session(self.office.engine) as session:
            found = told(session, planning)
        assert found.untold == [], "open reports that nobody was told of"
        self.asked += found.asked
        self.waiting += found.waiting
        self.in_doubt += found.in_doubt
        return found

    def _check_confirmed(self, connection: sqlite3.Connection) -> None:
        """Looks at each update once after it was confirmed."""
        updates = self.office.sandbox.journal.updates
        with self.office.sandbox.lock:
            waiting = [*self._open, *range(self._confirmed_to, len(updates))]
            self._confirmed_to = len(updates)
            confirmed = [n for n in waiting if updates[n].confirmed_at is not None]
            self._open = [
                n for n in waiting if updates[n].confirmed_at is None and not updates[n].dropped
            ]
        kept = {i for (i,) in connection.execute("SELECT update_id FROM inbox")}
        lost = [updates[n].update_id for n in confirmed if updates[n].update_id not in kept]
        assert lost == [], "acknowledged and lost"

    def entries(self, connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
        """By unit and measure, the words that are stored."""
        return {(unit, number): text for unit, number, text in connection.execute(_ENTRIES)}

    def check_at_the_end(self, connection: sqlite3.Connection, planning: Planning) -> Told:
        """Also that nothing waits any more. Gives what is known of the reports that are open."""
        self.check_after_kill(connection, planning)
        states = dict(connection.execute("SELECT state, count(*) FROM inbox GROUP BY state"))
        assert set(states) == {"done"}, states
        assert _one(connection, "PRAGMA integrity_check") == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        self._check_files(connection)
        self.check_no_secret()
        found = self._check_told(planning)
        assert found.waiting == 0, "a reminder that waits though all is quiet"
        return found

    def _check_files(self, connection: sqlite3.Connection) -> None:
        for (sha256,) in connection.execute("SELECT sha256 FROM document WHERE sha256 NOT NULL"):
            content = (self.office.place.files / sha256[:2] / sha256).read_bytes()
            assert hashlib.sha256(content).hexdigest() == sha256

    def check_no_secret(self) -> None:
        """The token and the webhook's secret are in nothing that the bot has written."""
        secrets = [TOKEN.encode(), TOKEN.partition(":")[2].encode(), SECRET.encode()]
        for path in _files(self.office.place.folder):
            content = path.read_bytes()
            assert not any(secret in content for secret in secrets), path

    # What was ambiguous, and what came of it

    @property
    def ambiguous(self) -> int:
        """Moments after which nobody could know whether a new message had arrived."""
        return len(self.hits) + sum(1 for _ in ambiguous_calls(self.office.sandbox))

    def strays(self, connection: sqlite3.Connection) -> int:
        return strays(self.office.sandbox, connection)

    def copies(self, connection: sqlite3.Connection) -> int:
        """Messages beyond the first of their row: strays, but for those that stayed the only one.

        A row that is given up as unknown accounts for one stray, which was no copy.
        """
        unknown = _one(
            connection,
            "SELECT count(*) FROM outbox WHERE state = 'unknown' AND message_id IS NULL",
        )
        return max(0, self.strays(connection) - int(str(unknown)))


def _message(call: Call) -> tuple[int, int]:
    answer = call.answer
    assert isinstance(answer, dict), answer
    chat, message_id = answer["chat"], answer["message_id"]
    assert isinstance(chat, dict)
    return int(chat["id"]), int(message_id)


def _one(connection: sqlite3.Connection, question: str) -> object:
    return connection.execute(question).fetchone()[0]


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
