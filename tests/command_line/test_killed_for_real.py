import signal
from pathlib import Path

import pytest

from sandbox import Delay
from tests.command_line.rehearsal import Rehearsal, joins, sending, working
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import at
from tests.models.samples import load
from texts import plain
from vocabulary.terms import EntryStatus

pytestmark = pytest.mark.long

FINANCE, SECOND = "市财政局", "强化惠企政策靠前发力"
"""A unit of the sample plan, and the title of its second measure."""


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_kill_in_the_middle_of_a_measure_loses_nothing(rehearsal: Rehearsal, mode: str) -> None:
    if mode == "webhook":
        rehearsal.by_webhook()
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.terminal.types("plan", "load", PLAN, "--yes")
    ada = joins(rehearsal, "张联络", FINANCE)
    rehearsal.starts()
    rehearsal.waits(lambda: len(ada.chat) == 2)
    assert rehearsal.ends() == 0
    rehearsal.leaps_to(at(1, 9))
    rehearsal.starts()
    rehearsal.reads_button(ada, "button-start")
    assert ada.last.sent_at >= at(1, 9)
    ada.taps(plain("zh-CN", "button-start"))
    rehearsal.reads_button(ada, "button-begin", number="1")
    ada.taps(plain("zh-CN", "button-begin", number="1"))
    rehearsal.reads_button(ada, "status-on_track")
    ada.taps(plain("zh-CN", "status-on_track"))
    rehearsal.reads_text(ada, plain("zh-CN", "ask-text", when="7月份"))

    rehearsal.kills()
    ada.sends("走访企业十二家。")
    rehearsal.starts()
    rehearsal.reads_text(ada, f"3　{SECOND}")
    rehearsal.kills()
    ada.taps(plain("zh-CN", "status-behind"))
    rehearsal.starts()
    rehearsal.reads_text(ada, f"3　{SECOND}（{plain('zh-CN', 'status-behind')}）")
    ada.sends("政策已全部直达。")
    rehearsal.reads_text(ada, plain("zh-CN", "ask-problem"))

    said = {entry.measure.number: entry.content for entry in working(rehearsal, FINANCE).entries}
    assert (said["1"].status, said["1"].text) == (EntryStatus.ON_TRACK, "走访企业十二家。")
    assert (said["3"].status, said["3"].text) == (EntryStatus.BEHIND, "政策已全部直达。")
    assert all(not content.text for number, content in said.items() if number not in {"1", "3"})
    pings = [message for message in ada.chat if "本月应填" in message.text]
    assert len(pings) == 1
    assert rehearsal.ends() == 0


def test_stopped_by_its_manager_it_finishes_what_it_holds_and_keeps_the_rest(
    rehearsal: Rehearsal,
) -> None:
    """SIGTERM while eight messages are under way and more wait."""
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.terminal.reads(load)
    people = [rehearsal.server.sandbox.person(f"P{number}") for number in range(12)]
    rehearsal.starts()
    rehearsal.server.sandbox.faults.next("sendMessage", Delay(0.5), times=12)
    for person in people:
        person.sends("hello")
    rehearsal.waits(lambda: rehearsal.terminal.reads(lambda s, _office: sending(s)) == 8)
    assert rehearsal.ends() == 0
    assert rehearsal.terminal.reads(lambda s, _office: sending(s)) == 0
    sent = len(rehearsal.accepted("sendMessage"))
    assert 8 <= sent < 12
    rehearsal.starts()
    rehearsal.waits(lambda: all(len(person.chat) == 2 for person in people))
    assert rehearsal.ends() == 0
    assert len(rehearsal.accepted("sendMessage")) == 12


@pytest.mark.parametrize("mode", ["polling", "webhook"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_it_ends_in_order_and_says_so(
    rehearsal: Rehearsal, mode: str, number: signal.Signals
) -> None:
    if mode == "webhook":
        rehearsal.by_webhook()
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.starts()
    assert rehearsal.ends(number) == 0
    assert rehearsal.log.read_text(encoding="utf-8").endswith(plain("zh-CN", "cli-stopped") + "\n")


def test_a_second_process_on_the_same_database_is_told_to_try_later(rehearsal: Rehearsal) -> None:
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.starts()
    output = rehearsal.terminal.types("run", "--at", "2022-08-01 09:00", code=75)
    lock = rehearsal.terminal.folder / "baosong.db.lock"
    pid, host, since = lock.read_text(encoding="utf-8").split()
    told = plain("zh-CN", "another-runs", place=str(lock), pid=pid, host=host, since=since)
    assert told in output
    assert pid == str(rehearsal.pid)
    assert rehearsal.ends() == 0


def test_a_process_with_another_database_and_the_same_folder_of_files_ends_at_once(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.starts()
    url = f"sqlite:///{tmp_path / 'other.db'}"
    environ = {**rehearsal.terminal.environ, "BAOSONG_DATABASE__URL": url}
    other = Rehearsal(Terminal(tmp_path, environ), rehearsal.server, rehearsal.clock)
    other.log = tmp_path / "other.txt"
    other.terminal.types("database", "create", "--rehearsal")
    other.starts()
    assert other.ends_by_itself() == 75
    assert str(Path("files") / ".lock") in other.log.read_text(encoding="utf-8")
    other.closes()
    assert rehearsal.ends() == 0
