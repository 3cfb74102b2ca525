"""The account of a unit's reminders on the command line."""

import pytest
from sqlmodel import Session

from models.chases import open_chase
from models.cycles import open_cycle, reports_of_cycle
from models.editions import plans_of
from tests.command_line.terminal import PLAN, TITLE, Terminal
from tests.factories import at
from tests.models.samples import JULY
from texts import plain
from vocabulary.terms import ChaseKind

WORDS = ("why", "市工科局", "--period", "2022-07")


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    """The sample plan's July is open and chased; nobody has joined."""
    terminal.types("plan", "load", PLAN, "--yes")

    def open_july(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        cycle = open_cycle(
            session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19, 18)
        )
        assert cycle is not None
        for report, _ in reports_of_cycle(session, cycle.id):
            open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))

    terminal.reads(open_july)
    return terminal


def test_the_account_says_what_was_due_when_and_that_nobody_could_be_told(
    opened: Terminal,
) -> None:
    output = opened.types(*WORDS)
    title = plain("zh-CN", "why-title", unit="市工科局", period="2022年7月份", due="*")
    assert title.partition("*")[0] in output
    assert plain("zh-CN", "why-chase-report_outstanding", opened="8月1日（周一）09:00") in output
    assert "8月9日（周二）09:30 → 分管领导" in output


def test_without_a_period_it_is_about_the_newest_cycle(opened: Terminal) -> None:
    assert opened.types("why", "市工科局") == opened.types(*WORDS)


def test_before_a_cycle_is_open_there_is_nothing_to_account_for(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("office-no-cycle", "why", "市工科局")


def test_a_unit_or_a_period_that_there_is_not_is_refused(opened: Terminal) -> None:
    opened.says("office-unit-unknown", "why", "某局", "--period", "2022-07", name="某局")
    opened.says(
        "cli-no-cycle", "why", "市工科局", "--period", "2022-09", period="2022-09", plan=TITLE
    )
