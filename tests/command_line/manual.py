"""docs/cli.md from the help of every command: python -m tests.command_line.manual > docs/cli.md."""

import sys
from collections.abc import Iterator

import typer
from typer.testing import CliRunner

from bot.cli import app

_HEAD = """# The command line

What every command prints with `--help`. This page is made from it; do not edit it here:

    python -m tests.command_line.manual > docs/cli.md

Settings come from `config.toml` in the current folder and from the environment. What the commands
print is in the office's language (`office.language`), the help in English.

Exit codes: 0 is done; 1 is given up at a question, or a demo that did not go as its story says;
2 is refused, with the reason and the way on; 75 is not now: another process runs on the database,
or database or Telegram do not answer, and the same may go through later.
"""


def commands() -> list[tuple[str, ...]]:
    """The words after `baosong` for every command that does something itself."""
    return list(_walk(app, ()))


def _walk(group: typer.Typer, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for command in group.registered_commands:
        called = getattr(command.callback, "__name__", "")
        yield (*above, command.name or called)
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        yield from _walk(inner.typer_instance, (*above, inner.name or ""))


def help_of(*words: str) -> str:
    result = CliRunner().invoke(
        app, [*words, "--help"], prog_name="baosong", terminal_width=80, color=False
    )
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def manual() -> str:
    parts = [_HEAD, f"```text\n{help_of()}\n```\n"]
    parts += [
        f"## baosong {' '.join(words)}\n\n```text\n{help_of(*words)}\n```\n" for words in commands()
    ]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(manual())
