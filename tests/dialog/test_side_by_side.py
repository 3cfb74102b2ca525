"""Two people of a unit and a helper answer the same entries at once, each by what they last saw.

`Bench` stands in for handlers and tables. Every text that is sent is unlike any other, so that what
has become of it can be told: nobody's words go but by the hand of somebody who had seen them.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dialog.answers import added, tapped, typed
from dialog.checks import faults
from dialog.collisions import can_follow, collide, collision, mine_instead
from dialog.outcome import Accepted, Answer
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step, next_entry, step_to_ask
from tests.dialog.ledger import LANGUAGE
from tests.dialog.telegram_html import assert_fit_to_send
from tests.dialog.test_conversation import PLAIN_ANSWERS
from tests.dialog.values import SENTENCES, WORDS, reports
from vocabulary.report import Byline, EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import EntryStatus

pytestmark = pytest.mark.long

ADA, BORIS, HANA = "Ada", "Boris", "Hana"
PEOPLE = st.sampled_from([ADA, BORIS, HANA])
KEEP, MINE, AFTER = Action.KEEP_THEIRS, Action.TAKE_MINE, Action.AFTER_THEIRS


@dataclass
class Seat:
    """What one person has before them.

    seen: the entry as it stood when they were asked. held: what waits for their choice, and the
    version of the entry that they were shown beside it.
    """

    asked: Question | None = None
    seen: EntryContent = field(default_factory=EntryContent)
    held: str = ""
    shown_version: int = 0


class Bench:
    """The report, and who sits at it. Hana was asked for `shared` alone."""

    def __init__(self, report: WorkingReport, shared: frozenset[int]) -> None:
        self.report = report
        self.shared = shared
        self.seats = {person: Seat() for person in (ADA, BORIS, HANA)}
        self.authors: dict[int, str] = {}

    def seen_by(self, person: str) -> WorkingReport:
        if person != HANA:
            return self.report
        entries = tuple(e for e in self.report.entries if e.entry_id in self.shared)
        return replace(self.report, entries=entries)

    def looks_at(self, person: str, entry: ReportEntry) -> None:
        step, indicator_id = step_to_ask(entry)
        asked = Question(entry.entry_id, step, indicator_id)
        self.seats[person] = Seat(asked, entry.content)

    def answers(self, person: str, text: str) -> str:
        """What was done with the text: "stored", "refused" or "held"."""
        seat = self.seats[person]
        assert seat.asked is not None
        entry = self.report.entry(seat.asked.entry_id)
        answer = typed(entry, seat.asked.step, seat.asked.indicator_id, text)
        if not isinstance(answer, Accepted):
            return "refused"
        if self._is_a_colleagues(person, entry) and collide(
            seat.seen, entry.content, answer.content
        ):
            seat.held, seat.shown_version = text, entry.version
            return "held"
        self._accepts(person, entry, answer)
        return "stored"

    def taps(self, person: str, status: EntryStatus) -> bool:
        seat = self.seats[person]
        assert seat.asked is not None
        entry = self.report.entry(seat.asked.entry_id)
        answer = tapped(entry, Press(Action.STATUS, entry.entry_id, status.value))
        if not isinstance(answer, Accepted):
            return False
        if self._is_a_colleagues(person, entry) and collide(
            seat.seen, entry.content, answer.content
        ):
            self.looks_at(person, entry)
            return False
        self._accepts(person, entry, answer)
        return True

    def chooses(self, person: str, choice: Action) -> bool:
        """False: the entry has changed again, and both texts are shown anew."""
        seat = self.seats[person]
        assert seat.asked is not None
        entry, text = self.report.entry(seat.asked.entry_id), seat.held
        if seat.shown_version != entry.version:
            seat.shown_version = entry.version
            return False
        if choice is KEEP:
            self.looks_at(person, entry)
            return True
        answer: Answer = (
            mine_instead(entry, seat.asked, text)
            if choice is MINE
            else added(entry, seat.asked.step, seat.asked.indicator_id, text)
        )
        if not isinstance(answer, Accepted):
            return False
        seat.held = ""
        self._accepts(person, entry, answer)
        return True

    def _is_a_colleagues(self, person: str, entry: ReportEntry) -> bool:
        return self.authors.get(entry.entry_id) not in {None, person}

    def _accepts(self, person: str, entry: ReportEntry, answer: Accepted) -> None:
        after = replace(entry, content=answer.content, version=entry.version + 1, skipped=False)
        entries = tuple(
            after if one.entry_id == entry.entry_id else one for one in self.report.entries
        )
        self.report = replace(self.report, entries=entries, version=self.report.version + 1)
        self.authors[entry.entry_id] = person
        self.looks_at(person, after)


class SideBySide(RuleBasedStateMachine):
    """Whoever writes where, and in whatever order: no words are lost to those who wrote them."""

    @initialize(report=reports(fresh=True, most=3), shared=st.sets(st.integers(0, 2)))
    def opens(self, report: WorkingReport, shared: set[int]) -> None:
        ids = [entry.entry_id for entry in report.entries]
        helpers = frozenset(ids[n] for n in shared if n < len(ids))
        self.bench = Bench(replace(report, revision=0, return_reason=""), helpers)
        self.numbers = count()

    def seat(self, person: str) -> Seat:
        return self.bench.seats[person]

    @rule(person=PEOPLE, data=st.data())
    def looks(self, person: str, data: st.DataObject) -> None:
        """A text that waits keeps waiting, whatever is looked at meanwhile."""
        entries = self.bench.seen_by(person).entries
        if entries and not self.seat(person).held:
            self.bench.looks_at(person, data.draw(st.sampled_from(entries)))

    @rule(person=PEOPLE, text=SENTENCES)
    def writes(self, person: str, text: str) -> None:
        self._sends(person, f"{text}〔{next(self.numbers)}〕")

    @rule(person=PEOPLE, word=WORDS)
    def says_a_word_that_means_more(self, person: str, word: str) -> None:
        self._sends(person, word)

    def _sends(self, person: str, text: str) -> None:
        seat = self.seat(person)
        if seat.asked is None or seat.held:
            return
        before, seen, entry_id = self.bench.report, seat.seen, seat.asked.entry_id
        done = self.bench.answers(person, text)
        if done == "stored":
            self._only_what_was_seen_has_gone(before, entry_id, seen)
        else:
            assert self.bench.report == before
        if done == "held":
            assert before.entry(entry_id).content != seen, "held, though nobody had been there"

    @rule(person=PEOPLE, status=st.sampled_from(EntryStatus))
    def taps(self, person: str, status: EntryStatus) -> None:
        seat = self.seat(person)
        if seat.asked is None or seat.held:
            return
        before, entry_id, seen = self.bench.report, seat.asked.entry_id, seat.seen
        if self.bench.taps(person, status):
            self._only_what_was_seen_has_gone(before, entry_id, seen)

    @precondition(lambda self: any(seat.held for seat in self.bench.seats.values()))
    @rule(data=st.data())
    def chooses(self, data: st.DataObject) -> None:
        waiting = [person for person in self.bench.seats if self.seat(person).held]
        person = data.draw(st.sampled_from(waiting))
        seat = self.seat(person)
        assert seat.asked is not None
        asked, text, before = seat.asked, seat.held, self.bench.report
        choices = [KEEP, MINE, *([AFTER] if can_follow(asked, text) else [])]
        choice = data.draw(st.sampled_from(choices))
        theirs = before.entry(asked.entry_id).content
        if not self.bench.chooses(person, choice):
            assert (self.bench.report, self.seat(person).held) == (before, text)
        elif choice is KEEP:
            assert self.bench.report == before
        else:
            now = self.bench.report.entry(asked.entry_id).content
            assert _all_said(now) >= _marks(text), "their own words are there"
            if choice is AFTER:
                assert _all_said(now) >= _all_said(theirs), "and so are the colleague's"

    @invariant()
    def both_texts_are_shown_to_whom_chooses(self) -> None:
        if not hasattr(self, "bench"):
            return
        for person, seat in self.bench.seats.items():
            if seat.held and seat.asked is not None:
                entry = self.bench.report.entry(seat.asked.entry_id)
                by = Byline(self.bench.authors[entry.entry_id], self.bench.report.due_at)
                theirs = replace(entry, answered=by)
                times = self.bench.report.timetable
                shown = collision(LANGUAGE, theirs, seat.asked, seat.held, times)
                assert_fit_to_send(shown)
                assert len(shown.buttons) >= len((KEEP, MINE)), person

    @invariant()
    def helper_changes_nothing_but_what_they_were_asked_for(self) -> None:
        if hasattr(self, "bench"):
            theirs = {i for i, person in self.bench.authors.items() if person == HANA}
            assert theirs <= self.bench.shared

    def _only_what_was_seen_has_gone(
        self, before: WorkingReport, entry_id: int, seen: EntryContent
    ) -> None:
        """Of the entry, words that the writer had before them; of the others, nothing."""
        for was in before.entries:
            now = self.bench.report.entry(was.entry_id)
            if was.entry_id != entry_id:
                assert now == was
            else:
                gone = _all_said(was.content) - _all_said(now.content)
                assert gone <= _all_said(seen), "words went that nobody had seen"

    def teardown(self) -> None:
        """From wherever they are: choices can be made, and the report can be filed."""
        if not hasattr(self, "bench"):
            return
        for person in self.bench.seats:
            if self.seat(person).held and not self.bench.chooses(person, KEEP):
                assert self.bench.chooses(person, KEEP)
        for _ in range(8 * len(self.bench.report.entries) + 40):
            upcoming = next_entry(self.bench.report)
            if upcoming is None:
                break
            self.bench.looks_at(ADA, upcoming)
            asked = self.seat(ADA).asked
            assert asked is not None
            if asked.step is Step.STATUS:
                assert self.bench.taps(ADA, EntryStatus.ON_TRACK)
            else:
                assert self.bench.answers(ADA, PLAIN_ANSWERS[asked.step]) == "stored"
        assert not faults(self.bench.report), "a dead end: the report cannot be filed from here"


def _marks(words: str) -> set[str]:
    return set(re.findall(r"〔\d+〕", words))


def _all_said(content: EntryContent) -> set[str]:
    """The marks of all texts that stand anywhere in it."""
    return _marks(repr(content))


TestSideBySide = SideBySide.TestCase
TestSideBySide.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
