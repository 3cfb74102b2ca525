"""What a performance of a story leaves behind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from bot.demo.mails import mails_of_month
from bot.demo.office_files import OfficeFiles
from bot.demo.records import MonthRecords, Records
from bot.demo.stage import RULES_WITHOUT_A_SERVER, Crew, Stage
from bot.demo.story import Chapter, Story
from reports.ledger import ledger_file_name, make_ledger
from reports.mail import letter_file_name, ready_mail
from reports.printable import file_name
from sandbox import Sandbox, StoredFile
from sandbox.people import Filer
from texts import DEFAULT_LANGUAGE, plain
from texts.wording import period_name
from vocabulary.period import Period


@dataclass(frozen=True, slots=True)
class Month:
    """One chapter.

    drafts: the newest of each unit, as it came by chat. ledger: the last workbook of the month that
    the coordinator received. cuts: the same of one task force and one label, by name. papers: the
    newest of each of the office's own, by name. mails: what the office's mailbox has received, by
    subject. ready_mails: the thread's report as a mail, as its unit gets it where no server sends
    any. stamped: the pages that came back, by names that say whose and what was seen on them.
    review_drafts: what lay before a leader (送审稿), by names that say for the which time.
    from_word: the drafts that were edited in Word and sent back, by the names that they came under.
    """

    story: Story
    chapter: Chapter
    crew: Crew
    records: MonthRecords
    drafts: Mapping[str, StoredFile]
    ledger: bytes
    papers: Mapping[str, bytes]
    mails: Mapping[str, bytes]
    cuts: Mapping[str, bytes]
    ready_mails: Mapping[str, bytes]
    stamped: Mapping[str, bytes]
    review_drafts: Mapping[str, bytes]
    from_word: Mapping[str, bytes]

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
        _month(stage, chapter, month, _stamped(records, chapter.period, office))
        for chapter, month in zip(stage.story.chapters, records.months, strict=True)
    ]
    return Performance(
        stage.story, stage.crew, stage.sandbox, records, tuple(months), office, seconds=seconds
    )


def _month(
    stage: Stage, chapter: Chapter, records: MonthRecords, stamped: Mapping[str, bytes]
) -> Month:
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
        {ledger_file_name(one): make_ledger(one, DEFAULT_LANGUAGE) for one in records.cuts},
        _ready_mails(records, stage.story.thread.unit, drafts),
        stamped,
        {
            name: content
            for leader in crew.leaders.values()
            for name, content in _numbered([*of_month(leader.drafts)][::-1])
        },
        {file.name: file.content for filer in crew.filers for file in of_month(_sent(filer))},
    )


def _numbered(drafts: Sequence[StoredFile]) -> Iterator[tuple[str, bytes]]:
    """Those of a month lie before a leader one after the other, under one name."""
    for time, draft in enumerate(drafts, start=1):
        stem, _, suffix = draft.name.rpartition(".")
        name = plain(DEFAULT_LANGUAGE, "demo-review-file", stem=stem, time=str(time))
        yield file_name(name, f".{suffix}"), draft.content


def _sent(filer: Filer) -> list[StoredFile]:
    """The documents that somebody has sent the bot; photos are none."""
    sent = (message.document for message in filer.phone.chat if not message.from_bot)
    return [file for file in sent if file is not None]


def _ready_mails(
    records: MonthRecords, unit: str, drafts: Mapping[str, StoredFile]
) -> dict[str, bytes]:
    """Empty where the unit has not filed, or no draft has come."""
    filings = records.filings_of(unit)
    if not filings or unit not in drafts:
        return {}
    filed, draft = filings[-1].filed, drafts[unit].content
    mail = ready_mail(filed, RULES_WITHOUT_A_SERVER, draft, language=DEFAULT_LANGUAGE)
    return {letter_file_name(filed): mail}


def _stamped(records: Records, period: Period, office: OfficeFiles) -> dict[str, bytes]:
    contents = {PurePath(name).name: content for name, content in office.produced.items()}
    return {
        file_name(
            plain(
                DEFAULT_LANGUAGE,
                "demo-stamped-file",
                unit=one.unit,
                revision=str(one.revision),
                finding=plain(DEFAULT_LANGUAGE, f"finding-{one.finding}"),
                page=page,
            ),
            suffix,
        ): contents[sha256]
        for one in records.stamped
        if one.period == period
        for page, (sha256, suffix) in enumerate(one.files, start=1)
    }
