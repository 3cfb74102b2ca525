"""When a cycle opens, is due and locks stands in every message about it."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, col, select

from handlers.putting_off import MOST_SNOOZES
from models.delivery import OutboxRow, unpacked
from sandbox.scanner import as_photo, signed_page
from tests.chat import TIMETABLE, Chat, Town, a_town, said, start_of, with_people
from tests.factories import ZONE, at
from tests.handlers.test_evidence import photo
from tests.handlers.test_stamped_copies import draft_code, read_here
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER, assigned
from texts.catalogue import TextMissing
from texts.wording import timetable_line
from vocabulary.terms import ContactKind, Role
from vocabulary.timetable import Timetable

pytestmark = pytest.mark.long

PATHS = "畅通专班"
MEASURES = (
    assigned("1", (ROADS, Role.LEAD), (WATER, Role.RESPONSIBLE), task_force=PATHS),
    assigned("2", *((unit, Role.RESPONSIBLE) for unit in (ROADS, WATER, PARKS))),
)
DENIS, LENA, HANS, FAY, HANA, OTTO = (6_000_000_000 + n for n in range(1, 7))
NOT_ABOUT_A_CYCLE = (
    "welcome-liaison",
    "welcome-deputy",
    "welcome-leader_in_charge",
    "welcome-head",
    "welcome-task_force",
    "welcome-coordinator",
    "help-you-are",
    "joined-many",
    "notice-unreachable",
    "away-ask",
    "away-confirm",
    "away-known",
    "away-is-back",
    "calls-none",
    "history-title",
    "review-none",
    "problem-answer-overdue",
    "problem-answer-taken",
    "signing-unit-on",
    "signing-told-writer",
    "signing-told-leader",
)
"""By the key of its text: about people and their days, all months to come, or what is left when
nothing is."""

TIMES = tuple(time(hour, minute) for hour, minute in ((9, 0), (9, 30), (14, 30), (15, 0), (18, 1)))
"""When rungs of the standard ladder come, and when the due hour and the lock have passed."""


@pytest.fixture
async def early(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Everybody has come but those of Parks, of whom only a telephone is known: nobody."""
    async with a_town(sqlite_url, tmp_path / "files", measures=MEASURES) as town:
        yield town
        town.reads_all()


class Witness:
    """Has seen every text that any chat has shown, also what was edited since."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._texts: dict[str, None] = {}

    async def sends(self, chat: Chat, text: str) -> None:
        await self.does(lambda: chat.phone.sends(text))

    async def taps(self, chat: Chat, key: str, **values: str | int) -> None:
        await self.does(lambda: chat.phone.taps(start_of(key, **values)))

    async def does_tap(self, chat: Chat, label: str) -> None:
        await self.does(lambda: chat.phone.taps(label))

    async def does(self, deed: Callable[[], object]) -> None:
        self.looks()
        deed()
        await self._town.steps()
        self.looks()

    async def moves_to(self, moment: datetime) -> None:
        await self._town.moves_to(moment)
        self.looks()

    async def files(self, chat: Chat, words: str = "All is well.") -> None:
        await self.does(lambda: None)
        await chat.files(words)
        self.looks()

    def looks(self) -> None:
        for chat in self._town.chats.values():
            chat.news()
            for message in chat.phone.chat:
                if message.from_bot:
                    self._texts[message.text] = None

    async def all_texts(self) -> list[str]:
        """And what was put into the outbox, sent or not."""

        def queued(session: Session) -> list[str]:
            rows = session.exec(select(OutboxRow).where(col(OutboxRow.content) != ""))
            return [plain_text(unpacked(row.content).html) for row in rows]

        return list(dict.fromkeys((*self._texts, *await self._town.reads(queued))))


def plain_text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def pattern_of(key: str, /, **values: str) -> str:
    """The text with anything in the place of its values."""
    try:
        return re.escape(said(key, **values)).replace(r"\*", ".*")
    except TextMissing as missing:
        return pattern_of(key, **values, **{str(missing).rpartition(" ")[2]: "*"})


OTHERS = [pattern_of(key) for key in NOT_ABOUT_A_CYCLE]


def is_about_a_cycle(text: str) -> bool:
    return not any(re.match(pattern, text, re.DOTALL) for pattern in OTHERS)


async def passes(town: Town, witness: Witness, until: datetime) -> None:
    """Days go by, with a look at what they bring at the hours at which anything comes."""
    day = town.clock.now().astimezone(ZONE).date()
    while day <= until.date():
        for hour in TIMES:
            moment = datetime.combine(day, hour, tzinfo=ZONE)
            if town.clock.now() < moment < until:
                await witness.moves_to(moment)
        day += timedelta(days=1)
    await witness.moves_to(until)


async def everybody(town: Town) -> list[Chat]:
    await with_people(town)
    await town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)
    await town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await town.joins("Hans", HANS, WATER, ContactKind.HEAD)
    await town.joins("Fay", FAY, PATHS, ContactKind.TASK_FORCE)
    return [town.chats[who] for who in (ADA, BORIS, CLARA, OLGA)]


async def plays_its_beginning(town: Town, witness: Witness) -> None:
    """All that can happen to a cycle while nobody is late."""
    ada, boris, clara, olga = await everybody(town)
    clara.phone.blocks()
    await passes(town, witness, at(1, 10))
    await witness.sends(olga, "/board")
    await witness.taps(olga, "nudge-button")
    await witness.taps(olga, "nudge-button-send")
    for command in ("/form", "/report", "/status", "/away 8月2日"):
        await witness.sends(ada, command)
    await witness.taps(ada, "away-button-confirm")
    await witness.moves_to(at(2, 10))
    await witness.sends(ada, "/away")
    await witness.taps(ada, "away-button-back")
    await witness.sends(ada, "/extend 延至8月9日，The bridge is counted only next week.")
    await witness.taps(olga, "extension-button-refuse")
    await witness.sends(olga, "The town needs the figures.")
    await witness.sends(ada, "/extend")
    await witness.does_tap(ada, "8月10日")
    await witness.sends(ada, "The bridge is counted only next week.")
    await witness.taps(olga, "extension-button-grant")
    await witness.sends(boris, "/report")
    await witness.taps(boris, "button-begin")
    await witness.taps(boris, "status-behind")
    for words in ("Begun.", "No sites.", "Find some."):
        await witness.sends(boris, words)
    await witness.files(boris)
    for command in ("/review", f"/return {WATER}", "Please say more.", "/board", "/ladder"):
        await witness.sends(olga, command)
    for unit in (ROADS, WATER, PARKS):
        for command in ("ladder", "why"):
            await witness.sends(olga, f"/{command} {unit}")
    for command in ("/remind_text", "/ledger", "/calls", f"/exempt {PARKS} 2"):
        await witness.sends(olga, command)
    await witness.does_tap(olga, "2022年7月份")
    await witness.taps(olga, "exemption-button-only")
    await witness.sends(olga, "Not begun.")
    await witness.sends(olga, "/exempt")
    await witness.taps(olga, "exemption-button-end-one", place=1)
    await witness.taps(olga, "exemption-button-end-confirm")
    for period in ("2022年8月份", "2022年9月份"):
        await witness.sends(olga, f"/exempt {PARKS}")
        await witness.taps(olga, "exemption-button-all")
        await witness.does_tap(olga, period)
    await witness.taps(olga, "exemption-button-only")
    await witness.sends(olga, "Not begun.")
    await witness.taps(olga, "exemption-button-end")
    await witness.taps(olga, "exemption-button-end-confirm")
    await witness.sends(boris, "/highlight 2 The first of its kind.")
    await witness.sends(olga, "/highlights")
    for command in ("/problems", f"/problems {WATER}"):
        await witness.sends(olga, command)
    await witness.taps(olga, "problems-button-by-unit")
    await witness.taps(olga, "problems-button-one", unit=WATER, number="1")


async def plays_its_end(town: Town, witness: Witness) -> None:
    """From the day before it is due until it is locked."""
    ada, boris, olga, denis, fay = (town.chats[who] for who in (ADA, BORIS, OLGA, DENIS, FAY))
    await passes(town, witness, at(4, 10))
    await witness.taps(boris, "snooze-button")
    await witness.does_tap(boris, "8月4日")
    await passes(town, witness, at(9, 15))
    await witness.sends(boris, "/report")
    await witness.does_tap(boris, "2")
    await witness.taps(boris, "button-change-text")
    await witness.sends(boris, "More was done.")
    await witness.taps(boris, "button-file")
    await witness.sends(olga, f"/accept {WATER}")
    await witness.taps(ada, "handover-button")
    await witness.taps(ada, "handover-button-colleague", name="Denis")
    await passes(town, witness, at(12, 10))
    await witness.sends(fay, "/status")
    await witness.files(denis)
    await witness.taps(denis, "button-correct")
    await witness.sends(denis, "A slip.")
    await witness.sends(denis, "/status")
    await passes(town, witness, at(19, 19))
    await witness.sends(olga, "/review")
    await witness.taps(olga, "review-button-all")
    await witness.taps(olga, "review-button-all-confirm")


async def test_every_message_about_a_cycle_says_when_it_opens_is_due_and_locks(
    early: Town,
) -> None:
    """A new kind of notice is here as soon as a cycle brings it; what need not say it is named."""
    witness = Witness(early)
    await plays_its_beginning(early, witness)
    await plays_its_end(early, witness)
    assert len(await say_when(witness)) > 60


async def say_when(witness: Witness) -> list[str]:
    """Every text about a cycle, each of which has its times, and once."""
    texts = [text for text in await witness.all_texts() if is_about_a_cycle(text)]
    without = [text for text in texts if not TIMETABLE.search(text)]
    assert not without, "\n----\n".join(without)
    twice = [
        text for text in texts if len(set(TIMETABLE.findall(text))) < len(TIMETABLE.findall(text))
    ]
    assert not twice, "\n----\n".join(twice)
    return texts


async def is_signed_in_the_end(witness: Witness, lena: Chat, ada: Chat, olga: Chat) -> None:
    """Taken back, remarked upon, sent back with a word, reminded of, and signed."""
    await ada.fills()
    await witness.taps(ada, "button-file")
    await witness.sends(ada, "/report")
    await witness.taps(ada, "signing-button-withdraw")
    await witness.taps(ada, "button-file")
    for words in ("/status", "同意。", "第1项不对"):
        await witness.sends(lena, words)
    await witness.does(lambda: lena.phone.sends_document("report.docx", b"anything"))
    await witness.sends(lena, "第1项请写明公里数。")
    await witness.taps(lena, "signing-button-back-so")
    await refiles(witness, ada)
    await witness.taps(lena, "signing-button-back")
    await witness.taps(lena, "signing-button-keep")
    await witness.taps(lena, "signing-button-back")
    await witness.sends(lena, "第2项也写明。")
    await refiles(witness, ada)
    card = lena.card
    sign = next(one.data or "" for row in card.buttons for one in row)
    await witness.sends(olga, f"/why {ROADS}")
    await witness.moves_to(at(2, 9, 30))
    for _ in range(2):
        await witness.does(lambda: lena.phone.presses(sign, message=card))


async def refiles(witness: Witness, chat: Chat) -> None:
    await witness.taps(chat, "button-preview-file")
    await witness.taps(chat, "button-file")


async def test_signing_says_it_too(early: Town) -> None:
    witness = Witness(early)
    ada, _, _, olga = await everybody(early)
    await witness.sends(olga, f"/signing {ROADS} 开")
    await witness.moves_to(at(1, 9))
    await is_signed_in_the_end(witness, early.chats[LENA], ada, olga)
    assert len(await early.revisions(ROADS)) == 1
    assert len(await say_when(witness)) > 20


async def stamps(witness: Witness, chat: Chat) -> None:
    """A page without a code, one with it, the same again, and one that is taken away."""
    code = draft_code(await chat.files())
    for scan in (as_photo(signed_page(page)) for page in (None, code, code)):
        await witness.does(partial(chat.phone.sends_photo, scan))
    await witness.taps(chat, "stamped-button-show")
    await witness.taps(chat, "stamped-button-take-one", at=1)
    await witness.sends(chat, "The wrong sheet.")


async def test_what_comes_of_a_filed_report_says_it_too(early: Town) -> None:
    """Stamped pages, and what the office ticks."""
    early.app.parts.doors.read_scan = read_here
    witness = Witness(early)
    ada, boris, _, olga = await everybody(early)
    await witness.moves_to(at(1, 9))
    await stamps(witness, ada)
    await witness.files(boris)
    for command in ("/ticks 2022-07", "/ticks"):
        await witness.sends(olga, command)
    await witness.does_tap(olga, f"○ {ROADS}")
    await witness.does_tap(olga, f"● {ROADS}")
    await witness.taps(olga, "ticks-button-kind", kind="扫描件", count=0)
    await witness.does_tap(olga, f"○ {WATER}")
    for chat in (ada, boris):
        await witness.sends(chat, "/status")
    assert len(await say_when(witness)) > 20


async def test_help_and_colleagues_say_it_too(early: Town) -> None:
    """A measure is given away by a link and comes back; a report is given away and is not taken."""
    witness = Witness(early)
    ada, boris, clara, _ = await everybody(early)
    denis = early.chats[DENIS]
    await witness.moves_to(at(1, 9))
    await early.passes(at(4, 9, 10))
    hana = await early.asks_for_help("Hana", HANA, ROADS, "2")
    await witness.taps(hana, "notice-button-start")
    await witness.sends(ada, "/report")
    await witness.taps(ada, "button-help")
    await witness.taps(ada, "help-button-nudge", name="Hana")
    await witness.taps(hana, "help-button-refuse")
    await witness.taps(hana, "help-button-refuse-yes")
    otto = await early.asks_for_help("Otto", OTTO, ROADS, "2")
    await witness.taps(otto, "notice-button-start")
    await witness.taps(otto, "button-continue", number="2")
    await witness.taps(otto, "status-on_track")
    await witness.taps(ada, "handover-button")
    await witness.taps(ada, "handover-button-colleague", name="Denis")
    await witness.taps(denis, "handover-button-refuse")
    await witness.taps(ada, "handover-button")
    await witness.taps(ada, "handover-button-colleague", name="Denis")
    await witness.taps(ada, "handover-button-take-back")
    await witness.taps(clara, "handover-button")
    for _ in range(MOST_SNOOZES):
        await witness.taps(boris, "snooze-button")
        await witness.does_tap(boris, "8月5日")
    await witness.taps(boris, "snooze-button")
    await witness.files(ada)
    await witness.sends(otto, "Otto: the bridge is open.")
    assert len(await say_when(witness)) > 20


async def test_what_waits_for_its_place_says_it_too(early: Town) -> None:
    """Words, pasted measures, photos, and the choice between two people's words."""
    witness = Witness(early)
    ada, boris, _, _ = await everybody(early)
    denis = early.chats[DENIS]
    await witness.moves_to(at(1, 9))
    for words in ("/report", "Twelve sites are chosen."):
        await witness.sends(ada, words)
    await witness.taps(ada, "held-button-drop")
    await witness.sends(boris, "1 正常推进：招标完成。\n2 正常推进：开工。")
    await witness.taps(boris, "pasted-button-drop")
    for _ in range(2):
        await witness.does(lambda: boris.phone.sends_photo(photo()))
    await witness.sends(ada, "/report")
    await witness.does_tap(ada, "1")
    await witness.taps(ada, "status-on_track")
    await witness.sends(denis, "1 正常推进：Denis: the bridge is open.")
    await witness.sends(ada, "Ada: three kilometres are built.")
    told = await say_when(witness)
    for key in ("held-ask-where", "pasted-title", "evidence-which", "collision-ask"):
        assert any(start_of(key, count=2) in text for text in told), key


async def test_files_replaced_words_and_what_was_filed_say_it_too(early: Town) -> None:
    """Evidence that comes and goes, a colleague's words and reason instead, the versions."""
    witness = Witness(early)
    ada, *_ = await everybody(early)
    denis = early.chats[DENIS]
    await witness.moves_to(at(1, 9))
    await witness.sends(ada, "/report")
    await witness.does_tap(ada, "1")
    await witness.taps(ada, "status-on_track")
    await witness.does(lambda: ada.phone.sends_photo(photo()))
    await witness.sends(ada, "Ada: three kilometres are built.")
    await witness.sends(ada, "/report")
    await witness.does_tap(ada, "1")
    await witness.taps(ada, "evidence-button-list", count=1)
    await witness.taps(ada, "evidence-button-take-one", place=1)
    await witness.sends(denis, "/report")
    await witness.does_tap(denis, "1")
    await witness.taps(denis, "button-change-text")
    await witness.sends(denis, "Denis: four kilometres are built.")
    await witness.files(ada)
    await witness.sends(denis, "/report")
    await witness.taps(denis, "button-correct")
    await witness.taps(ada, "button-correct")
    await witness.sends(ada, "数字写错了。")
    await witness.sends(denis, "第2项漏报。")
    await witness.taps(denis, "collision-button-mine")
    await witness.sends(ada, "/history")
    await witness.taps(ada, "history-button", unit=ROADS, month="7月份")
    await witness.taps(ada, "history-button-full", revision="1")
    told = await say_when(witness)
    for key in (
        "evidence-placed",
        "evidence-list",
        "evidence-taken",
        "collision-replaced",
        "correction-reason-replaced",
        "history-report",
    ):
        assert any(re.match(pattern_of(key), text) for text in told), key


async def test_overdue_problem_names_the_month_in_which_it_can_be_answered(early: Town) -> None:
    witness = Witness(early)
    _, boris, *_ = await everybody(early)
    await passes(early, witness, at(1, 10))
    await witness.sends(boris, "/report")
    await witness.taps(boris, "button-begin")
    await witness.taps(boris, "status-behind")
    for words in ("Begun.", "No sites.", "Find some."):
        await witness.sends(boris, words)
    await witness.files(boris)
    await witness.moves_to(at(8, 9, 30, month=10))
    told = [text for text in await witness.all_texts() if "问题提出已超过" in text]
    assert told
    assert all(TIMETABLE.search(text) and "\n9月份：开放 " in text for text in told)


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({}, "8月5日（周五）18:00"),
        (
            {"extended_to": at(10, 18), "extension_counts": True},
            "8月10日（周三）18:00（已同意延期，原8月5日18:00）",
        ),
        (
            {"extended_to": at(10, 18)},
            "8月5日（周五）18:00（同意延至 8月10日（周三）18:00，仍计迟报）",
        ),
    ],
)
def test_unit_that_was_given_more_time_reads_its_own_moment(
    given: dict[str, Any], due: str
) -> None:
    timetable = Timetable(at(1), at(5, 18), at(19, 18), **given)
    line = timetable_line("zh-CN", timetable)
    assert line == f"开放 8月1日09:00 · 截止 {due} · 锁定 8月19日18:00"
