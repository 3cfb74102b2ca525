"""What must be true of the books after every kill and at the end: tables beside Telegram's journal.

Everything is read from the SQLite file itself, as the dead process left it.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.journal import Call
from tests.faults.office import Office
from tests.faults.process import SECRET, TOKEN

SENDING_METHODS = ("sendMessage", "sendDocument")

# The moment at which an update's effect commits, written down by the database itself.
_APPLIED = """
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
# given up as unknown before it had its chance then.
_CHASED_AFTER_FILING = """
SELECT count(*) FROM reminder JOIN chase ON chase.id = reminder.chase_id
JOIN outbox ON outbox.id = reminder.outbox_id
WHERE chase.settled_at IS NOT NULL AND (
  reminder.planned_at > chase.settled_at OR (
    outbox.state IN ('sent', 'unknown', 'due', 'sending')
    AND (coalesce(outbox.sent_at, outbox.settled_at) IS NULL
      OR coalesce(outbox.sent_at, outbox.settled_at) > chase.settled_at)
    AND (outbox.expires_at IS NULL OR outbox.expires_at > chase.settled_at)))
"""

_OPEN_AND_NOT_TOLD = """
SELECT unit.name FROM report JOIN unit ON unit.id = report.unit_id
WHERE report.state IN ('not_started', 'filling') AND NOT report.exempt AND NOT EXISTS (
  SELECT 1 FROM chase LEFT JOIN reminder ON reminder.chase_id = chase.id
  LEFT JOIN outbox ON outbox.id = reminder.outbox_id
  WHERE chase.report_id = report.id
  AND (outbox.state IN ('sent', 'unknown') OR chase.alarmed_at IS NOT NULL))
"""

_OPEN_AND_IN_DOUBT = _OPEN_AND_NOT_TOLD.replace("IN ('sent', 'unknown')", "= 'sent'")

_TWICE = {
    "reports": "SELECT count(*) - count(DISTINCT cycle_id || '/' || unit_id) FROM report",
    "reminders": "SELECT count(*) - count(DISTINCT chase_id || '/' || rung || '/' || occurrence"
    " || '/' || contact_id) FROM reminder",
    "updates": "SELECT count(*) - count(DISTINCT update_id) FROM faults_applied",
}


def chased_after_filing(connection: sqlite3.Connection) -> int:
    """So many reminders were sent, or will be, of what was filed before."""
    return int(str(_one(connection, _CHASED_AFTER_FILING)))


def watch_effects(connection: sqlite3.Connection) -> None:
    connection.executescript(_APPLIED)


@dataclass
class Books:
    """hits: sendings under way at a kill, by row and try, so that none counts twice."""

    office: Office
    hits: set[tuple[int, int]] = field(default_factory=set)
    _confirmed_to: int = 0
    _open: list[int] = field(default_factory=list)

    def check_after_kill(self, connection: sqlite3.Connection) -> None:
        """Nothing that Telegram regards as delivered is missing, nothing has happened twice."""
        self._check_confirmed(connection)
        rows = connection.execute("SELECT id, attempts FROM outbox WHERE state = 'sending'")
        self.hits.update(rows.fetchall())
        for what, question in _TWICE.items():
            assert _one(connection, question) == 0, f"{what} twice"
        assert chased_after_filing(connection) == 0, "chased after filing"

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

    def check_at_the_end(self, connection: sqlite3.Connection) -> None:
        self.check_after_kill(connection)
        states = dict(connection.execute("SELECT state, count(*) FROM inbox GROUP BY state"))
        assert set(states) == {"done"}, states
        applied = _one(connection, "SELECT count(*) FROM faults_applied")
        assert applied == states["done"], "handled without an effect, or the other way round"
        assert _one(connection, "PRAGMA integrity_check") == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        untold = connection.execute(_OPEN_AND_NOT_TOLD).fetchall()
        assert untold == [], "open reports that nobody was told of"
        self._check_files(connection)
        self.check_no_secret()

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

    def in_doubt(self, connection: sqlite3.Connection) -> int:
        """Open reports of which no reminder surely arrived, though one may have."""
        return len(connection.execute(_OPEN_AND_IN_DOUBT).fetchall())

    @property
    def ambiguous(self) -> int:
        """Faults after which nobody could know whether a new message had arrived."""
        return len(self.hits) + sum(map(_is_ambiguous, self._calls()))

    def strays(self, connection: sqlite3.Connection) -> int:
        """Messages in the chats of which the tables do not know: each is one copy at most."""
        known = {
            (chat, message)
            for chat, message in connection.execute(
                "SELECT chat_id, message_id FROM outbox"
                " WHERE kind <> 'closing' AND message_id NOT NULL"
            )
        }
        return sum(_message(call) not in known for call in self._calls() if call.accepted)

    def copies(self, connection: sqlite3.Connection) -> int:
        """Messages beyond the first of their row: strays, but for those that stayed the only one.

        A row that is given up as unknown accounts for one stray, which was no copy.
        """
        unknown = _one(
            connection,
            "SELECT count(*) FROM outbox WHERE state = 'unknown' AND message_id IS NULL",
        )
        return max(0, self.strays(connection) - int(str(unknown)))

    def _calls(self) -> Iterable[Call]:
        calls = list(self.office.sandbox.journal.calls)
        return (call for call in calls if call.method in SENDING_METHODS)


def _is_ambiguous(call: Call) -> bool:
    return call.status is None or call.status >= 500


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
