"""Life is told by ages; a process that only looks alive is ended for its supervisor."""

import socket
import threading
from pathlib import Path

import pytest

from bot.pulse import Part, Pulse
from bot.supervisor import ALIVE, READY, Supervisor
from bot.watchdog import Watchdog

LIMITS = {Part.POLL: 170.0, Part.TICK: 120.0}


class Steady:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def steady() -> Steady:
    return Steady()


def test_nothing_is_stale_until_its_limit_has_passed_since_the_start(steady: Steady) -> None:
    pulse = Pulse(steady, LIMITS)
    steady.seconds += 120
    assert pulse.stale() == pulse.dead() == []
    steady.seconds += 1
    assert pulse.stale() == pulse.dead() == [Part.TICK]
    steady.seconds += 50
    assert pulse.stale() == [Part.POLL, Part.TICK]
    assert pulse.ages() == {Part.POLL: 171.0, Part.TICK: 171.0}


def test_a_sign_of_life_makes_a_part_young_again(steady: Steady) -> None:
    pulse = Pulse(steady, LIMITS)
    for _ in range(100):
        steady.seconds += 100
        pulse.beat(Part.POLL)
        pulse.beat(Part.TICK)
        assert pulse.dead() == []
    assert pulse.ages() == {Part.POLL: 0.0, Part.TICK: 0.0}


def test_an_excuse_holds_for_as_long_as_a_sign_of_life_would(steady: Steady) -> None:
    pulse = Pulse(steady, {Part.POLL: 170.0})
    steady.seconds += 200
    pulse.excuse(Part.POLL)
    assert pulse.stale() == [Part.POLL]
    assert pulse.dead() == []
    steady.seconds += 171
    assert pulse.dead() == [Part.POLL]


def test_a_part_that_nobody_watches_may_beat(steady: Steady) -> None:
    pulse = Pulse(steady, {Part.TICK: 120.0})
    pulse.beat(Part.POLL)
    pulse.excuse(Part.POLL)
    assert pulse.ages().keys() == {Part.TICK}


def test_the_watchdog_keeps_the_manager_content_until_a_part_is_dead(
    steady: Steady, tmp_path: Path
) -> None:
    ended: list[str] = []
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(address))
        supervisor = Supervisor({"NOTIFY_SOCKET": str(address)})
        watchdog = Watchdog(Pulse(steady, LIMITS), supervisor, end=lambda: ended.append("end"))
        supervisor.notify(READY)
        assert watchdog.look()
        assert [manager.recv(100).decode() for _ in range(2)] == [READY, ALIVE]
        steady.seconds += 171
        assert not watchdog.look()
        assert ended == ["end"]
        manager.setblocking(False)
        with pytest.raises(BlockingIOError):
            manager.recv(100)


def test_the_watchdog_looks_by_itself_and_stops_when_told(steady: Steady) -> None:
    ended = threading.Event()
    pulse = Pulse(steady, LIMITS)
    with Watchdog(pulse, Supervisor({}), end=ended.set):
        assert not ended.wait(0.05)
        steady.seconds += 171
        assert ended.wait(5)


def test_a_manager_that_is_not_there_is_no_reason_to_fail(tmp_path: Path) -> None:
    Supervisor({}).notify(READY)
    Supervisor({"NOTIFY_SOCKET": str(tmp_path / "gone")}).notify(READY)
    Supervisor({"NOTIFY_SOCKET": "@baosong-nobody-listens"}).notify(READY)
