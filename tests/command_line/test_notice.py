"""The office's own papers on the command line: 催办单, 通报, 专报."""

import pytest
from sqlmodel import Session

from models.cycles import open_cycle
from models.editions import plans_of
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import at
from tests.models.samples import JULY
from tests.reports.paper import paragraphs_of
from texts import plain

UNIT = "市能源局"


@pytest.fixture
def late(terminal: Terminal) -> Terminal:
    """The sample plan's July was due long ago, nobody has filed; there is a folder for files."""
    (terminal.folder / "out").mkdir()
    terminal.types("plan", "load", PLAN, "--yes")

    def open_july(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19, 18))

    terminal.reads(open_july)
    return terminal


def test_every_unit_that_is_late_gets_a_file(late: Terminal) -> None:
    output = late.types("notice", "--out", "out")
    files = sorted(path.name for path in (late.folder / "out").iterdir())
    assert len(files) == 36
    assert f"催办单（{UNIT}，2022年7月份）.docx" in files
    assert plain("zh-CN", "cli-notices-written", folder="out", count=36) in output


def test_one_unit_can_be_named_and_its_measures_stand_in_the_file(late: Terminal) -> None:
    late.types("notice", UNIT, "--period", "2022-07", "--out", "out", BAOSONG_TELEGRAM__TOKEN=None)
    (file,) = (late.folder / "out").iterdir()
    text = paragraphs_of(file.read_bytes())
    assert any("未填写" in line for line in text)
    assert sum(line[:1].isdigit() and "." in line for line in text) > 1


def test_a_unit_that_owes_nothing_is_refused(late: Terminal) -> None:
    late.says("notices-not-late", "notice", "某局", "--out", "out", unit="某局")
    assert list((late.folder / "out").iterdir()) == []


def test_a_folder_that_is_not_there_is_made(late: Terminal) -> None:
    late.types("notice", UNIT, "--out", "new/month")
    assert len(list((late.folder / "new" / "month").iterdir())) == 1
    (late.folder / "file").touch()
    late.says(
        "cli-file-unwritable",
        "notice",
        UNIT,
        "--out",
        "file",
        code=2,
        file="file",
        why="no-folder",
        reason="",
    )
    output = late.types("bulletin", "--out", "nowhere/x.docx", code=2)
    assert "没有这个文件夹" in output


def test_the_bulletin_counts_whoever_is_missing(late: Terminal) -> None:
    out = ("--out", "out/bulletin.docx", "--sources", "out/sources.docx")
    output = late.types("bulletin", "--period", "2022-07", *out)
    assert plain("zh-CN", "cli-bulletin-written", file="out/bulletin.docx") in output
    text = paragraphs_of((late.folder / "out" / "bulletin.docx").read_bytes())
    assert any(line == "应报36家，其中未报36家。" for line in text)
    assert any(line.startswith("未报36家：") for line in text)
    sources = paragraphs_of((late.folder / "out" / "sources.docx").read_bytes())
    assert sources[0].endswith("数据来源")


def test_the_briefing_says_whose_word_is_missing(late: Terminal) -> None:
    output = late.types("briefing", "--out", "out/briefing.docx")
    assert plain("zh-CN", "cli-briefing-written", file="out/briefing.docx") in output
    text = paragraphs_of((late.folder / "out" / "briefing.docx").read_bytes())
    assert "本报告依据责任单位报送的月报：应报36家，已报0家。" in text
    assert any(line.startswith("未报36家：") for line in text)


def test_a_highlight_that_is_not_there_is_refused(late: Terminal) -> None:
    out = ("--out", "out/briefing.docx")
    late.says("cli-no-highlight", "briefing", "--highlights", "3", *out, place="3", count=0)
    late.types("briefing", "--highlights", "", *out)
