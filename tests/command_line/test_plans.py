import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlmodel import Session

from models.editions import newest_edition, plans_of
from models.offices import unit_named
from plans.reader import Phase
from tests.command_line.terminal import PLAN, TITLE, Terminal
from texts import plain
from vocabulary.period import Period

MAIL = "yongjifgjghk@126.com"
PERIODS = {"first": "2022年7月份", "last": "2022年12月份"}


@pytest.fixture
def plan(terminal: Terminal) -> Path:
    """A copy of the sample plan, with its register beside it, to be changed."""
    shutil.copy(PLAN.with_suffix(".units.toml"), terminal.folder / "plan.units.toml")
    return Path(shutil.copy(PLAN, terminal.folder / "plan.txt"))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def editions(terminal: Terminal) -> int:
    """How many editions the sample plan has."""

    def look(session: Session, office_id: int) -> int:
        plans = plans_of(session, office_id)
        newest = newest_edition(session, plans[0].id) if plans else None
        return newest.number if newest else 0

    return terminal.reads(look)


def periods(terminal: Terminal) -> tuple[str, str]:
    def look(session: Session, office_id: int) -> tuple[Period, Period]:
        (plan,) = plans_of(session, office_id)
        return plan.first_period, plan.last_period

    first, last = terminal.reads(look)
    return str(first), str(last)


# reading


def test_a_plan_is_shown_with_its_doubts_and_stored_nowhere(terminal: Terminal) -> None:
    output = terminal.types("plan", "read", PLAN)
    assert TITLE in output
    assert plain("zh-CN", "plan-assignments", units=36, total=254) in output
    assert plain("zh-CN", "plan-doubts", count=6) in output
    assert plain("zh-CN", "cli-register-taken", file=str(PLAN.with_suffix(".units.toml"))) in output
    assert editions(terminal) == 0


def test_a_plan_is_given_as_data_and_nothing_else_is_printed(terminal: Terminal) -> None:
    data = json.loads(terminal.output_alone("plan", "read", PLAN, "--json"))
    assert len(data["measures"]) == 67


def test_a_register_elsewhere_is_taken_when_it_is_named(terminal: Terminal, plan: Path) -> None:
    register = (terminal.folder / "plan.units.toml").rename(terminal.folder / "names.toml")
    alone = terminal.types("plan", "read", plan)
    assert plain("zh-CN", "cli-register-taken", file=str(register)) not in alone
    output = terminal.types("plan", "read", plan, "--units", register)
    assert plain("zh-CN", "cli-register-taken", file=str(register)) in output


@pytest.mark.parametrize("command", ["read", "load"])
def test_a_plan_that_is_not_there_is_told(terminal: Terminal, command: str) -> None:
    terminal.says(
        "cli-file-unreadable",
        *("plan", command, "none.txt"),
        file="none.txt",
        reason="No such file or directory",
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "plan-is-empty"),
        (b"%PDF-1.7 ...", "plan-is-damaged"),
        (b"PK\x03\x04....", "plan-is-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "plan-is-old-word"),
        (b"\x00\xff\xfe\x81" * 40, "plan-unreadable"),
        ("一段话，没有措施。".encode(), "plan-without-measures"),
    ],
)
def test_a_plan_that_cannot_be_read_is_refused_with_the_way_on(
    terminal: Terminal, content: bytes, key: str
) -> None:
    (terminal.folder / "odd.txt").write_bytes(content)
    for command in (("read",), ("load", "--yes")):
        terminal.says(key, "plan", *command, "odd.txt", name="odd.txt")
    assert editions(terminal) == 0


def test_a_faulty_register_is_refused_whole_with_every_fault(
    terminal: Terminal, plan: Path
) -> None:
    (terminal.folder / "plan.units.toml").write_text(
        '[official_names]\n"市财政局" = ""\n\n[groups]\n"各镇（街道）" = []\n\n[colours]\na = 1\n',
        encoding="utf-8",
    )
    output = terminal.types("plan", "load", plan, "--yes", code=2)
    faults = [line for line in output.splitlines() if line.startswith("- ")]
    assert faults == [
        "- " + plain("zh-CN", "plan-register-name-empty", line="2", unit="市财政局"),
        "- " + plain("zh-CN", "plan-register-group-empty", line="5", group="各镇（街道）"),
        "- " + plain("zh-CN", "plan-register-table-unknown", line="7", table="colours"),
    ]
    assert editions(terminal) == 0


# loading


def test_a_plan_is_loaded_with_its_register_and_says_what_it_brings(terminal: Terminal) -> None:
    output = terminal.types("plan", "load", PLAN, "--yes")
    for key, facts in (
        ("cli-register-taken", {"file": str(PLAN.with_suffix(".units.toml"))}),
        ("cli-change-new", {"plan": TITLE, "measures": 67, "units": 36, "total": 254}),
        ("cli-loaded", {"number": "1", **PERIODS}),
        ("cli-mail-unconfirmed", {"mail": MAIL}),
    ):
        assert plain("zh-CN", key, **facts) in output
    assert editions(terminal) == 1
    assert periods(terminal) == ("2022-07", "2022-12")
    official = terminal.reads(lambda s, office: unit_named(s, office, "永济市工业和科技局"))
    assert official is not None


def test_loading_the_same_again_changes_nothing_and_claims_nothing(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes", "--last", "2023-01")
    output = terminal.types("plan", "load", PLAN, "--yes")
    assert output.strip() == plain("zh-CN", "cli-change-none")
    assert editions(terminal) == 1
    assert periods(terminal) == ("2022-07", "2023-01")


def test_other_periods_for_the_same_plan_are_told_and_make_no_edition(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")
    output = terminal.types("plan", "load", PLAN, "--yes", "--first", "2022-08")
    now = {"first": "2022年8月份", "last": "2022年12月份"}
    assert plain("zh-CN", "cli-change-same-edition", plan=TITLE) in output
    assert plain("zh-CN", "cli-change-periods", **now) in output
    assert plain("zh-CN", "cli-loaded-same-edition", number="1", **now) in output
    assert editions(terminal) == 1
    assert periods(terminal) == ("2022-08", "2022-12")


def test_another_official_name_alone_is_told_and_taken(terminal: Terminal, plan: Path) -> None:
    terminal.types("plan", "load", plan, "--yes")
    replace(terminal.folder / "plan.units.toml", "永济市财政局", "永济市财政和国资局")
    output = terminal.types("plan", "load", plan, "--yes")
    official = {"unit": "市财政局", "before": "永济市财政局", "after": "永济市财政和国资局"}
    assert plain("zh-CN", "change-official", **official) in output
    assert plain("zh-CN", "cli-loaded-same-edition", number="1", **PERIODS) in output
    unit = terminal.reads(lambda s, office: unit_named(s, office, "永济市财政和国资局"))
    assert unit is not None


def test_an_amended_plan_shows_what_changed_before_it_is_loaded(
    terminal: Terminal, plan: Path
) -> None:
    terminal.types("plan", "load", plan, "--yes")
    replace(
        plan, "5.推进绿色金融发展。（人行永济支行负责）", "5.推进绿色金融发展。（市新设局负责）"
    )
    replace(plan, "10.大力发展网络货运。(市交通局负责)\n", "")
    output = terminal.types("plan", "load", plan, "--yes")
    lines = output.splitlines()
    shown = [
        plain("zh-CN", "cli-change-edition", plan=TITLE, number="2"),
        "- 第5项：新增市新设局（负责，填报要求：每月）",
        "- 第5项：去掉人行永济支行（负责）",
        "- 第10项：去掉“大力发展网络货运”",
        "- 新增单位：市新设局",
    ]
    places = [lines.index(line) for line in shown]
    assert places == sorted(places)
    assert lines.index(plain("zh-CN", "cli-loaded", number="2", **PERIODS)) > places[-1]
    assert editions(terminal) == 2


def test_an_amendment_outside_the_measures_is_told_as_that(terminal: Terminal, plan: Path) -> None:
    terminal.types("plan", "load", plan, "--yes")
    replace(plan, "永政办发〔2022〕24号", "永政办发〔2022〕42号")
    output = terminal.types("plan", "load", plan, "--yes")
    assert "- 文号：永政办发〔2022〕24号 → 永政办发〔2022〕42号" in output
    assert plain("zh-CN", "cli-loaded", number="2", **PERIODS) in output


@pytest.mark.parametrize(
    ("options", "key", "facts"),
    [
        (
            ("--first", "2022-12", "--last", "2022-07"),
            "cli-periods-reversed",
            {"first": "2022-12", "last": "2022-07"},
        ),
        (("--first", "2022-13"), "period-unreadable", {"value": "2022-13"}),
        (("--last", "August"), "period-unreadable", {"value": "August"}),
    ],
)
def test_periods_that_cannot_be_are_refused(
    terminal: Terminal, options: tuple[str, ...], key: str, facts: dict[str, str]
) -> None:
    terminal.says(key, "plan", "load", PLAN, "--yes", *options, code=2, **facts)
    assert editions(terminal) == 0


def test_without_a_terminal_nothing_is_loaded_unless_yes_is_said(terminal: Terminal) -> None:
    output = terminal.says("cli-needs-yes", "plan", "load", PLAN, first="2022-07", last="2022-12")
    assert plain("zh-CN", "cli-change-new", plan=TITLE, measures=67, units=36, total=254) in output
    assert editions(terminal) == 0


class Screen:
    """`baosong` on a real terminal, so that it asks."""

    def __init__(self, terminal: Terminal, *words: str | Path) -> None:
        self._ours, theirs = pty.openpty()
        ours = {name: value for name, value in os.environ.items() if not name.startswith("BAOSONG")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", *map(str, words)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=Path(__file__).parents[2],
            env={**ours, **terminal.environ, "BAOSONG_CONFIG": str(terminal.folder / "none.toml")},
        )
        os.close(theirs)
        self._shown = ""

    def asks(self, key: str) -> "Screen":
        """Waits until the question stands there."""
        self._reads_until(plain("zh-CN", key))
        return self

    def answers(self, text: str) -> None:
        os.write(self._ours, f"{text}\n".encode())

    def ends(self) -> str:
        """What was shown since the last question; the command has ended well."""
        self._reads_until(None)
        assert self._process.wait(10) == 0, self._shown
        os.close(self._ours)
        return self._shown

    def _reads_until(self, wanted: str | None) -> None:
        data = b""
        ends_at = time.monotonic() + 120  # a slow machine is no fault
        while time.monotonic() < ends_at:
            if wanted is not None and wanted in self._shown:
                self._shown = self._shown.partition(wanted)[2]
                return
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    data += os.read(self._ours, 4096)
                except OSError:  # how Linux tells that the other side has closed
                    break
                self._shown = data.decode(errors="ignore")
        assert wanted is None, self._shown


def test_at_a_terminal_it_asks_for_the_periods_and_takes_no_unreadable_one(
    terminal: Terminal,
) -> None:
    (terminal.folder / "none.toml").touch()
    screen = Screen(terminal, "plan", "load", PLAN)
    screen.asks("cli-ask-first").answers("8月")
    screen.asks("cli-ask-first").answers("2022-08")
    screen.asks("cli-ask-last").answers("")
    screen.asks("cli-confirm-load").answers("y")
    last = {"first": "2022年8月份", "last": "2022年12月份"}
    assert plain("zh-CN", "cli-loaded", number="1", **last) in screen.ends()
    assert periods(terminal) == ("2022-08", "2022-12")


def test_at_a_terminal_no_means_that_nothing_is_loaded(terminal: Terminal) -> None:
    (terminal.folder / "none.toml").touch()
    screen = Screen(terminal, "plan", "load", PLAN, "--first", "2022-07", "--last", "2022-12")
    screen.asks("cli-confirm-load").answers("n")
    assert plain("zh-CN", "cli-not-loaded") in screen.ends()
    assert editions(terminal) == 0


def test_at_a_terminal_a_line_says_how_far_the_reading_is(terminal: Terminal) -> None:
    (terminal.folder / "none.toml").touch()
    shown = Screen(terminal, "plan", "read", PLAN).ends()
    told = [plain("zh-CN", f"plan-phase-{phase}", name=PLAN.name) for phase in Phase]
    assert any(line in shown for line in told), "those that pass too soon are not shown"
    assert not any(line in terminal.types("plan", "read", PLAN) for line in told)
