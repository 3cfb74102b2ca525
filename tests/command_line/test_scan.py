"""What a page shows, on the command line."""

import subprocess
import sys
from pathlib import Path

from bot import __file__ as _bot
from reports.code_picture import picture_of
from sandbox.scanner import as_photo, signed_page
from tests.command_line.terminal import Terminal
from texts import plain
from vocabulary.period import Period
from vocabulary.stamp_code import stamp_code


def test_page_of_another_bot_is_told_and_its_seal_is_seen(
    terminal: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "page.jpg"
    code = stamp_code(1, Period(2022, 7), 1, "not ours")
    page.write_bytes(as_photo(signed_page(picture_of(code.text).convert("RGB"))))
    line = plain(
        "zh-CN",
        "cli-scan-page",
        page=1,
        code=plain("zh-CN", "cli-scan-code-false"),
        seal=plain("zh-CN", "seal-seen"),
    )
    assert line in terminal.types("scan", page)


def test_file_that_is_no_scan_is_refused_with_the_reason(
    terminal: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "page.jpg"
    page.write_bytes(b"hello")
    terminal.says("scan-unknown", "scan", page, name="page.jpg")


def test_command_ends_without_a_word_of_the_libraries(tmp_path: Path) -> None:
    """What reads codes complains at the end of a process about what modules still hold of it."""
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "check"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(_bot).parents[1])},
    )
    assert ended.stdout
    assert b"leaked" not in ended.stdout + ended.stderr
