"""One month of reporting, played from beginning to end without a token: `play`."""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from rich.console import Console

from bot.clock import SystemClock
from bot.demo.expectations import Month, broken_expectations
from bot.demo.folder import FolderNotOurs, check_ours, replace_folder
from bot.demo.show import Screen, summary, verdict
from bot.demo.stage import Stage
from bot.demo.story import ZONE, Story, july_2022
from bot.demo.timeline import timeline
from sandbox.people import Actor, Deed, Puzzled
from texts import DEFAULT_LANGUAGE, plain

__all__ = ["conclude", "perform", "play"]

_START_TOKEN = re.compile(r"(/start |\?start=)[A-Za-z0-9_-]+")


def play(
    out: Path,
    *,
    console: Console,
    language: str = DEFAULT_LANGUAGE,
    story: Story | None = None,
) -> int:
    """Plays the story (by default July 2022) and writes what it leaves into OUT/2022-07.

    Gives the exit code: 0, or 1 when the folder may not be replaced, when somebody did not
    understand the bot, or when an expectation of the story was not met; each is printed.
    """
    story = story or july_2022()
    folder = out / str(story.period)
    try:
        check_ours(folder)
        month = perform(story, console=console, language=language)
        return conclude(month, folder, console=console, language=language)
    except FolderNotOurs as error:
        _say(console, plain(language, error.text_key, **error.facts))
    except Puzzled as puzzled:
        _say(console, plain(language, "demo-puzzled"))
        _say(console, str(puzzled))  # a conversation is too long for a place in a sentence
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _say(console, plain(language, "cli-file-unwritable", file=str(folder), reason=reason))
    return 1


def perform(story: Story, *, console: Console, language: str) -> Month:
    """The whole month, with its progress on the console. Raises Puzzled."""
    wall = SystemClock()
    began = wall.now()
    with (
        tempfile.TemporaryDirectory(prefix="baosong-demo-") as folder,
        Screen(console, language, story) as screen,
    ):

        def on_moment(now: datetime) -> None:
            screen.shows(now, stage.crew)

        stage = Stage(story, Path(folder), on_moment=on_moment)
        records = asyncio.run(stage.play())
    drafts = {filer.team.unit: filer.drafts[-1] for filer in stage.crew.filers if filer.drafts}
    ledgers = stage.crew.coordinator.ledgers
    return Month(
        story,
        stage.crew,
        stage.sandbox,
        records,
        drafts,
        ledgers[-1].content if ledgers else b"",
        seconds=(wall.now() - began).total_seconds(),
    )


def conclude(month: Month, folder: Path, *, console: Console, language: str) -> int:
    """Writes what the month left, sums it up and checks it; gives the exit code."""
    files = dict(_files(month, language))
    replace_folder(folder, files)
    broken = broken_expectations(month)
    for words in (
        *summary(language, month, files=len(files)),
        plain(language, "demo-written", folder=str(folder)),
        *verdict(language, broken),
    ):
        _say(console, words)
    return 1 if broken else 0


def _say(console: Console, words: str) -> None:
    console.print(words, markup=False, highlight=False, soft_wrap=True)


def _files(month: Month, language: str) -> Iterator[tuple[str, bytes]]:
    """Everything that is written, by its name in the folder."""
    crew = month.crew
    for draft in month.drafts.values():
        yield f"drafts/{draft.name}", draft.content
    yield "ledger.xlsx", month.ledger
    deeds: dict[str, list[Deed]] = {}
    for filer in crew.filers:
        deeds.setdefault(filer.team.unit, []).extend(filer.diary)
    yield "timeline.txt", timeline(language, month.records, deeds).encode()
    for unit in month.story.shown:
        yield f"chat-{unit}.txt", _conversation(crew.liaisons[unit])
        deputy = crew.deputies.get(unit)
        if deputy is not None and deputy.drafts:
            name = plain(language, "kind-deputy")
            yield f"chat-{unit}-{name}.txt", _conversation(deputy)
    name = plain(language, "kind-coordinator")
    yield f"chat-{name}.txt", _conversation(crew.coordinator)


def _conversation(actor: Actor) -> bytes:
    """As the chat reads, but for the tokens, which are new in every run and good for nothing."""
    return _START_TOKEN.sub(_hidden, actor.phone.transcript(steps=True, zone=ZONE)).encode()


def _hidden(found: re.Match[str]) -> str:
    return "/start" if found[1] == "/start " else f"{found[1]}…"
