import pytest
from sqlmodel import Session

from models.delivery import InboxRow
from models.editions import plans_of
from models.marks import REHEARSAL, is_marked
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import at

AT = ("run", "--at", "2022-08-01 08:59")


def is_for_rehearsal(terminal: Terminal) -> bool:
    return terminal.reads(lambda session, _office: is_marked(session, REHEARSAL))


def test_making_the_database_again_changes_nothing(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("cli-database-made", "database", "create", code=0)
    assert terminal.reads(lambda session, office: len(plans_of(session, office))) == 1
    assert not is_for_rehearsal(terminal)


def test_a_database_is_marked_for_rehearsal_and_stays_so(terminal: Terminal) -> None:
    terminal.says("cli-database-rehearsal", "database", "create", "--rehearsal", code=0)
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("cli-database-rehearsal", "database", "create", "--rehearsal", code=0)
    assert is_for_rehearsal(terminal)


def test_a_database_that_holds_a_plan_is_not_marked_any_more(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("cli-rehearsal-too-late", "database", "create", "--rehearsal")
    assert not is_for_rehearsal(terminal)


def test_no_other_time_on_a_database_that_is_not_for_rehearsal(terminal: Terminal) -> None:
    terminal.says("cli-rehearsal-unmarked", *AT)


@pytest.mark.parametrize(
    "base", ["https://api.telegram.org", "http://127.0.0.1.example.org", "http://192.168.0.1:8081"]
)
def test_a_rehearsal_never_reaches_another_machine(terminal: Terminal, base: str) -> None:
    terminal.types("database", "create", "--rehearsal")
    terminal.environ["BAOSONG_TELEGRAM__API_BASE"] = base
    terminal.says("cli-rehearsal-outside", *AT, base=base)
    terminal.says("cli-rehearsal-outside", "run", base=base)


def test_a_rehearsal_mails_nothing_to_another_machine(terminal: Terminal) -> None:
    terminal.types("database", "create", "--rehearsal")
    host = "mail.town.example"
    terminal.environ |= {
        "BAOSONG_MAIL__HOST": host,
        "BAOSONG_MAIL__TO": "office@town.example",
        "BAOSONG_MAIL__SENDER": "bot@town.example",
    }
    terminal.says("cli-rehearsal-outside", "run", base=host)


READING_THE_TIME = (
    ("run",),
    ("why", "市工科局"),
    ("ledger", "--period", "2022-07", "--out", "ledger.xlsx"),
    ("plan", "load", str(PLAN), "--yes"),
    ("invite", "市工科局"),
    ("exempt", "give", "市工科局", "--from", "2022-07", "--reason", "机构改革"),
    ("exempt", "end", "1"),
    ("calendar", "set", "2022-09-05", "holiday"),
    ("calendar", "unset", "2022-09-05"),
    ("ladder", "change", "overdue", "--off"),
    ("outbox", "resend", "1"),
    ("form", "import", "form.xlsx", "--yes"),
    ("form", "file", "市工科局", "--period", "2022-07", "--yes"),
)


@pytest.mark.parametrize("words", READING_THE_TIME, ids=lambda words: " ".join(words[:2]))
def test_after_a_rehearsal_what_needs_the_time_wants_that_of_the_rehearsal(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    terminal.types("database", "create", "--rehearsal")
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("cli-telegram-silent", *AT, code=75)
    terminal.says("cli-rehearsal-time-missing", *words)


def test_what_is_written_at_the_time_of_a_rehearsal_sets_the_clock_too(connected: Terminal) -> None:
    connected.types("database", "create", "--rehearsal")
    connected.types("plan", "load", PLAN, "--yes")
    connected.types("calendar", "2022", "--at", "2022-08-01 08:00")
    connected.types("invite", "市工科局")
    connected.types("invite", "市工科局", "--at", "2022-08-01 08:00")
    connected.says("cli-rehearsal-time-missing", "invite", "市工科局")


def test_the_bot_never_runs_by_the_real_time_on_a_database_for_rehearsal(
    terminal: Terminal,
) -> None:
    terminal.types("database", "create", "--rehearsal")
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("cli-rehearsal-time-missing", "run")


def test_a_rehearsal_does_not_go_back_in_time(terminal: Terminal) -> None:
    terminal.types("database", "create", "--rehearsal")

    def something_is_written(session: Session, _office: int) -> None:
        session.add(InboxRow(bot_id=1, update_id=1, lane=1, body="{}", received_at=at(5, 9, 30)))

    terminal.reads(something_is_written)
    reached, least = "8月5日（周五）09:30", "2022-08-05 09:31"
    terminal.says("cli-rehearsal-time-over", *AT, reached=reached, least=least)
    terminal.says("cli-telegram-silent", "run", "--at", "2022-08-05 09:31", code=75)


def test_before_a_rehearsal_its_database_takes_the_real_time(connected: Terminal) -> None:
    connected.types("database", "create", "--rehearsal")
    connected.types("invite", "--kind", "coordinator")


@pytest.mark.parametrize("value", ["tomorrow", "2022-13-01 09:00", "9:00"])
def test_a_time_that_cannot_be_read_is_told(terminal: Terminal, value: str) -> None:
    terminal.types("database", "create", "--rehearsal")
    terminal.says("cli-at-unreadable", "run", "--at", value, value=value)
