"""A process that cannot get updates any more recovers by itself, or ends for its supervisor."""

import pytest

from bot.watchdog import EXIT_STALE
from sandbox import Drop, Hang, bad_gateway, html_page, not_found, unauthorized
from sandbox.faults import Fault
from tests.command_line.rehearsal import Rehearsal

pytestmark = pytest.mark.long

PASSING: list[Fault] = [
    unauthorized(),
    not_found(),
    html_page(404),
    html_page(403),
    html_page(200),
    bad_gateway(),
    Drop(accepted=False),
    Drop(accepted=True),
]


def test_trouble_that_passes_is_survived_without_a_human(rehearsal: Rehearsal) -> None:
    """Every kind of wrong answer to getUpdates; answers come again within ten seconds."""
    rehearsal.terminal.types("database", "create", "--rehearsal")
    ada = rehearsal.server.sandbox.person("Ada")
    rehearsal.starts()
    for fault in PASSING:
        rehearsal.server.sandbox.faults.next("getUpdates", fault)
    rehearsal.waits(lambda: rehearsal.server.sandbox.faults.left("getUpdates") == 0, seconds=60)
    ada.sends("hello")
    rehearsal.waits(lambda: len(ada.chat) == 2, seconds=10)
    assert rehearsal.ends() == 0


@pytest.mark.parametrize("fault", [unauthorized(), html_page(200), Hang(accepted=False)], ids=str)
def test_trouble_that_stays_ends_the_process_for_its_supervisor(
    rehearsal: Rehearsal, fault: Fault
) -> None:
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.terminal.environ["BAOSONG_LIFE__POLL_STALE_SECONDS"] = "2"
    rehearsal.starts()
    rehearsal.server.sandbox.faults.next("getUpdates", fault, times=1_000_000)
    assert rehearsal.ends_by_itself() == EXIT_STALE
    written = rehearsal.log.read_text(encoding="utf-8")
    assert " CRITICAL bot.watchdog stale parts=poll " in written
