"""Two months of reporting, played from beginning to end without a token: `play`."""

import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from rich.console import Console

from bot.clock import SystemClock
from bot.demo.chats import chats
from bot.demo.expectations import broken_expectations
from bot.demo.folder import FolderNotOurs, check_ours, replace_folder
from bot.demo.office_files import DATABASE, SETTINGS, office_files
from bot.demo.performance import Performance, performance
from bot.demo.show import Screen, summary, verdict
from bot.demo.stage import Stage
from bot.demo.story import ZONE, Story
from bot.demo.timeline import timeline
from bot.demo.two_months import two_months
from reports.ledger import ledger_file_name
from sandbox.people import Puzzled
from texts import DEFAULT_LANGUAGE, plain

__all__ = ["conclude", "perform", "play"]

_STORY = "story"
"""The folder of what is of no single month."""
_OFFICE = "office"
"""The folder of the database and of the files that the bot has kept."""


def play(
    out: Path,
    *,
    console: Console,
    language: str = DEFAULT_LANGUAGE,
    story: Story | None = None,
) -> int:
    """Plays the story (by default July and August 2022) and writes what it leaves below OUT.

    Gives the exit code: 0, or 1 when a folder may not be replaced, when somebody did not
    understand the bot, or when an expectation of the story was not met; each is printed.
    """
    story = story or two_months()
    try:
        for chapter in story.chapters:
            check_ours(out / str(chapter.period))
        check_ours(out / _STORY)
        check_ours(out / _OFFICE)
        played = perform(story, console=console, language=language)
        return conclude(played, out, console=console, language=language)
    except FolderNotOurs as error:
        _say(console, plain(language, error.text_key, **error.facts))
    except Puzzled as puzzled:
        _say(console, plain(language, "demo-puzzled"))
        _say(console, str(puzzled))  # a conversation is too long for a place in a sentence
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _say(
            console,
            plain(language, "cli-file-unwritable", file=str(out), why="other", reason=reason),
        )
    return 1


def perform(
    story: Story, *, console: Console, language: str, every_tick: bool = False
) -> Performance:
    """The whole story, with its progress on the console. Raises Puzzled.

    every_tick: also plays those of the planner that can have nothing to do.
    """
    wall = SystemClock()
    began = wall.now()
    with (
        tempfile.TemporaryDirectory(prefix="baosong-demo-") as folder,
        Screen(console, language, story) as screen,
    ):

        def on_moment(now: datetime) -> None:
            screen.shows(now, stage.crew)

        stage = Stage(story, Path(folder), on_moment=on_moment, every_tick=every_tick)
        records = asyncio.run(stage.play())
        office = office_files(Path(folder), at=stage.clock.now())
    seconds = (wall.now() - began).total_seconds()
    return performance(stage, records, office=office, seconds=seconds)


def conclude(played: Performance, out: Path, *, console: Console, language: str) -> int:
    """Writes what was left, sums it up and checks it; gives the exit code."""
    folders = dict(_folders(played, language))
    for name, files in folders.items():
        replace_folder(out / name, files)
    office = out / _OFFICE
    replace_folder(office, played.office.named(office), database=DATABASE)
    broken = broken_expectations(played)
    for words in (
        *summary(language, played, files=sum(map(len, folders.values()))),
        plain(language, "demo-written", folder=str(out)),
        plain(
            language,
            "demo-office",
            settings=str(office / SETTINGS),
            unit=played.story.thread.unit,
            at=played.office.at.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M"),
        ),
        *verdict(language, broken, months=len(played.months)),
    ):
        _say(console, words)
    return 1 if broken else 0


def _say(console: Console, words: str) -> None:
    console.print(words, markup=False, highlight=False, soft_wrap=True)


def _folders(played: Performance, language: str) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Everything that is written, by folder and by its name there."""
    for month in played.months:
        drafts = {f"drafts/{draft.name}": draft.content for draft in month.drafts.values()}
        papers = {f"papers/{name}": content for name, content in month.papers.items()}
        mails = {f"mails/{name}": content for name, content in month.mails.items()}
        ready = {f"ready-mails/{name}": content for name, content in month.ready_mails.items()}
        stamped = {f"stamped/{name}": content for name, content in month.stamped.items()}
        review = {f"review-drafts/{name}": content for name, content in month.review_drafts.items()}
        word = {f"word/{name}": content for name, content in month.from_word.items()}
        workbooks = {ledger_file_name(month.records.ledger): month.ledger, **month.cuts}
        yield (
            str(month.chapter.period),
            {**drafts, **review, **word, **papers, **mails, **ready, **stamped, **workbooks},
        )
    talks = {name: text.encode() for name, text in chats(played, language)}
    yield _STORY, {**talks, "timeline.txt": timeline(language, played).encode()}
