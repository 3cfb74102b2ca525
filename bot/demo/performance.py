"""What a performance of a story leaves behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.demo.mails import mails_of_month
from bot.demo.office_files import OfficeFiles
from bot.demo.records import MonthRecords, Records
from bot.demo.stage import Crew, Stage
from bot.demo.story import Chapter, Story
from sandbox import Sandbox, StoredFile
from texts import DEFAULT_LANGUAGE
from texts.wording import period_name


@dataclass(frozen=True, slots=True)
class Month:
    """One chapter.

    drafts: the newest of each unit, as it came by chat. ledger: the last workbook of the month that
    the coordinator received. papers: the newest of each of the office's own, by name. mails: what
    the office's mailbox has received, by subject.
    """

    story: Story
    chapter: Chapter
    crew: Crew
    records: MonthRecords
    drafts: Mapping[str, StoredFile]
    ledger: bytes
    papers: Mapping[str, bytes]
    mails: Mapping[str, bytes]

    @property
    def filing(self) -> list[str]:
        return self.story.filing(self.chapter)


@dataclass(frozen=True, slots=True)
class Performance:
    """The whole of it.

    office: what the bot has kept, as it stands at the end. seconds: how long it took.
    """

    story: Story
    crew: Crew
    sandbox: Sandbox
    records: Records
    months: tuple[Month, ...]
    office: OfficeFiles
    seconds: float


def performance(
    stage: Stage, records: Records, *, office: OfficeFiles, seconds: float
) -> Performance:
    """What the stage has played."""
    months = [
        _month(stage, chapter, month)
        for chapter, month in zip(stage.story.chapters, records.months, strict=True)
    ]
    return Performance(
        stage.story, stage.crew, stage.sandbox, records, tuple(months), office, seconds=seconds
    )


def _month(stage: Stage, chapter: Chapter, records: MonthRecords) -> Month:
    crew = stage.crew

    def of_month(files: list[StoredFile]) -> Iterator[StoredFile]:
        """By the month in their names; the documents of the office are in its language."""
        name = period_name(DEFAULT_LANGUAGE, chapter.period)
        return (file for file in reversed(files) if name in file.name)

    drafts = {f.team.unit: file for f in crew.filers if (file := next(of_month(f.drafts), None))}
    ledger = next(of_month(crew.coordinator.ledgers), None)
    return Month(
        stage.story,
        chapter,
        crew,
        records,
        drafts,
        ledger.content if ledger else b"",
        {file.name: file.content for file in reversed([*of_month(crew.coordinator.papers)])},
        mails_of_month(stage.mailbox, chapter.period),
    )
