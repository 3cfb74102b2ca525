from importlib.metadata import version
from pathlib import Path

import pytest

from tests.command_line.manual import commands, help_of, manual
from tests.command_line.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_says_what_it_does_and_gives_an_example(command: tuple[str, ...]) -> None:
    help_text = help_of(*command)
    _, said, *_ = help_text.split("\n\n")
    assert said.strip().endswith(".")
    examples = help_text.partition("\n  example:\n")[2].splitlines()
    assert examples
    assert all(f"baosong {' '.join(command)}" in example for example in examples)


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_option_is_explained(command: tuple[str, ...]) -> None:
    options = help_of(*command).partition("Options:\n")[2].partition("\n\n")[0]
    lines = [line for line in options.splitlines() if line.startswith("  --")]
    following = [*options.splitlines()[1:], ""]
    for line in lines:
        after = following[options.splitlines().index(line)]
        explained = len(line.strip().split("  ", 1)) == 2
        assert explained or (after.startswith("   ") and after.strip()), line


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_moment_is_named_by_one_option_in_every_command(command: tuple[str, ...]) -> None:
    help_text = help_of(*command)
    assert "--time" not in help_text
    assert ("--at TIME" in help_text) == ("--at" in help_text)


def test_the_list_of_commands_shows_no_sentence_cut_short() -> None:
    assert "..." not in help_of().partition("Commands:")[2]
    assert "..." not in help_of("plan").partition("Commands:")[2]


def test_the_manual_is_what_the_commands_say() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == manual(), "run: python -m tests.command_line.manual > docs/cli.md"


def test_the_version_is_that_of_the_package(terminal: Terminal) -> None:
    assert terminal.types("--version") == f"baosong {version('baosong')}\n"


def test_without_a_command_the_help_is_shown(terminal: Terminal) -> None:
    assert "invite" in terminal.types(code=2)
