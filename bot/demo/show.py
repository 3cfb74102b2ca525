"""What the demo shows while it plays, and what it says at the end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot.demo.expectations import EXPECTATIONS, EXPECTATIONS_OF_A_MONTH, Broken
from bot.demo.performance import Month, Performance
from bot.demo.stage import Crew
from bot.demo.story import ZONE, Story
from bot.demo.timeline import outstanding_units
from texts import plain
from texts.wording import day_name, listed, month_name
from vocabulary.terms import Timeliness


class Screen:
    """A bar in a terminal; elsewhere a line for every day on which something was answered."""

    def __init__(self, console: Console, language: str, story: Story) -> None:
        self._console = console
        self._language = language
        self._story = story
        self._day: date = story.starts_at.date()
        self._state = ""
        self._answers = self._answers_told = 0
        self._task = TaskID(0)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            refresh_per_second=4,
            disable=not console.is_terminal,
        )

    def __enter__(self) -> Self:
        story = self._story
        self._line(
            plain(
                self._language,
                "demo-begins",
                plan=story.plan.title,
                months=listed(self._language, _months(self._language, story)),
                units=len(story.cast),
                measures=len(story.measures),
            )
        )
        self._bar.start()
        seconds = (story.ends_at - story.starts_at).total_seconds()
        self._task = self._bar.add_task("", total=seconds)
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def shows(self, now: datetime, crew: Crew) -> None:
        local = now.astimezone(ZONE)
        if local.date() != self._day:
            self._ends_day()
            self._day = local.date()
        self._state, self._answers = self._state_now(crew), _answers(crew)
        if self._console.is_terminal:
            done = (now - self._story.starts_at).total_seconds()
            self._bar.update(self._task, completed=done, description=self._state)

    def _ends_day(self) -> None:
        """As it stood at the last moment of that day: the next may open a month."""
        if self._answers != self._answers_told and not self._console.is_terminal:
            self._line(self._state)
        self._answers_told = self._answers

    def _state_now(self, crew: Crew) -> str:
        teams = [filer.team for filer in crew.liaisons.values()]
        return plain(
            self._language,
            "demo-day",
            day=day_name(self._language, self._day),
            filed=sum(team.has_filed for team in teams),
            units=sum(not team.exempt for team in teams),
            answers=_answers(crew),
        )

    def _line(self, words: str) -> None:
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)


def _answers(crew: Crew) -> int:
    return sum(deed.answers for filer in crew.filers for deed in filer.diary)


def _months(language: str, story: Story) -> list[str]:
    return [month_name(language, chapter.period) for chapter in story.chapters]


def summary(language: str, performance: Performance, *, files: int) -> Iterator[str]:
    """The closing lines, with counts."""
    for month in performance.months:
        yield from _summary_of(language, month)
    crew, records = performance.crew, performance.records
    people = performance.sandbox.people.values()
    yield plain(
        language,
        "demo-sum-chats",
        people=len(crew.everybody),
        answers=_answers(crew),
        deeds=sum(len(actor.diary) for actor in crew.everybody),
        messages=sum(message.from_bot for person in people for message in person.chat),
    )
    yield plain(
        language,
        "demo-sum-problems",
        count=len(records.problems),
        closed=sum(problem.closed_at is not None for problem in records.problems),
        highlights=len(records.highlights),
        exemptions=len(records.exemptions),
    )
    drafts = sum(len(month.drafts) for month in performance.months)
    yield plain(language, "demo-sum-files", drafts=drafts, files=files)
    yield plain(language, "demo-sum-seconds", seconds=f"{performance.seconds:.1f}")


def _summary_of(language: str, month: Month) -> Iterator[str]:
    records, state = month.records, month.records.ledger
    name = month_name(language, month.chapter.period)
    yield plain(
        language,
        "demo-sum-reports",
        month=name,
        expected=state.expected,
        on_time=state.count(Timeliness.ON_TIME),
        late=state.count(Timeliness.LATE),
        outstanding=state.count(Timeliness.OUTSTANDING),
        units=outstanding_units(language, records),
        exempt=state.count(Timeliness.EXEMPT),
    )
    rungs = Counter(reminder.rung for reminder in records.reminders)
    by_rung = [
        plain(
            language,
            "demo-sum-rung",
            rung=plain(language, f"demo-rung-{rung}", occurrence=0),
            count=count,
        )
        for rung, count in rungs.items()
    ]
    yield plain(
        language,
        "demo-sum-reminders",
        month=name,
        count=len(records.reminders),
        rungs=plain(language, "demo-comma").join(by_rung),
    )
    yield plain(
        language,
        "demo-sum-returns",
        month=name,
        returned=len(records.returns),
        corrected=sum(bool(filing.filed.correction_reason) for filing in records.filings),
    )


def verdict(language: str, broken: list[Broken], *, months: int) -> Iterator[str]:
    """Whether the story went as it should."""
    if not broken:
        count = len(EXPECTATIONS) + months * len(EXPECTATIONS_OF_A_MONTH)
        yield plain(language, "demo-all-met", count=count)
        return
    yield plain(language, "demo-some-broken", count=len(broken))
    for expectation in broken:
        yield plain(language, "demo-broken", words=expectation.words(language))
