"""Two people at one report answer, edit what they sent, paste, file and correct, in any order.

`Desk` stands in for handlers and tables, as `Conversation` does for one person; everything that is
decided is decided by `dialog`. What was acknowledged stands in a `Ledger`, and what is shown to be
confirmed, and what is filed, is held against that.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import TypeAdapter

from dialog.answers import tapped, typed
from dialog.cards import full_text, preview, question
from dialog.changes import changed
from dialog.checks import faults
from dialog.edits import Edited, Given, edited
from dialog.filed import entries_as_filed
from dialog.outcome import Accepted, Answer, Refused
from dialog.pasting import parts_of, placed, without_place
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step, next_asked, next_entry, step_to_ask
from tests.dialog.ledger import FIELD, LANGUAGE, Ledger
from tests.dialog.telegram_html import assert_fit_to_send
from tests.dialog.test_conversation import REPLACES, read_again
from tests.dialog.values import SENTENCES, WORDS, reports
from vocabulary.message import Message
from vocabulary.report import (
    EntryContent,
    Figure,
    FiledEntry,
    OpenProblem,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import EntryStatus, ProblemTurn, ReportState

PEOPLE = st.sampled_from(["Ada", "Boris"])

SAID = ("text", "problem", "next_step", "no_progress_reason")
"""The fields of an entry that hold a person's own words."""


@dataclass
class Sent:
    """A message that was taken for an answer, or refused as one. is_plain: see `Ledger`."""

    by: str
    text: str
    given: Given
    is_plain: bool = False


@dataclass(frozen=True)
class Preview:
    """What somebody was shown before filing: its button files this version and no other."""

    version: int
    card: Message
    whole: list[Message]


_GIVEN = TypeAdapter(Given)
_ASKED = TypeAdapter(dict[str, Question])


class Desk:
    """The report, what each person is asked, and what each has before them to be confirmed."""

    def __init__(self, report: WorkingReport) -> None:
        self.report = report
        self.asking: dict[str, Question] = {}
        self.previews: list[Preview] = []
        self.sent: list[Sent] = []
        self.met: set[int] = set()

    def ask(self, person: str, entry: ReportEntry) -> None:
        step, indicator_id = step_to_ask(entry)
        self.asking[person] = Question(entry.entry_id, step, indicator_id)
        self.met.add(entry.entry_id)

    def go_on(self, person: str) -> None:
        upcoming = next_entry(self.report)
        if upcoming is not None:
            self.ask(person, upcoming)
            return
        self.asking.pop(person, None)
        self.previews.append(
            Preview(
                self.report.version,
                preview(LANGUAGE, self.report),
                full_text(LANGUAGE, self.report),
            )
        )

    def store(self, entry_id: int, content: EntryContent) -> None:
        entries = tuple(
            replace(e, content=content, version=e.version + 1) if e.entry_id == entry_id else e
            for e in self.report.entries
        )
        self.report = replace(self.report, entries=entries, version=self.report.version + 1)

    def type(self, person: str, text: str, *, is_plain: bool = False) -> Answer:
        asked = self.asking[person]
        entry = self.report.entry(asked.entry_id)
        answer = typed(entry, asked.step, asked.indicator_id, text)
        after = answer.content if isinstance(answer, Accepted) else entry.content
        self.sent.append(Sent(person, text, Given(asked, entry.content, after), is_plain))
        if isinstance(answer, Accepted):
            self.take(person, entry.entry_id, answer)
        return answer

    def tap(self, person: str, press: Press) -> bool:
        """A button of any question so far, by whomever it was asked. Whether it has answered."""
        if self.report.state is ReportState.FILED:
            return False
        answer = tapped(self.report.entry(press.target), press)
        if isinstance(answer, Accepted):
            self.take(person, press.target, answer)
        return isinstance(answer, Accepted)

    def take(self, person: str, entry_id: int, answer: Accepted) -> None:
        self.store(entry_id, answer.content)
        missing = next_asked(self.report.entry(entry_id))
        if missing is None:
            self.go_on(person)
        else:
            self.asking[person] = Question(entry_id, *missing)
            self.met.add(entry_id)

    def edit(self, message: Sent, text: str) -> bool:
        """Whether the answer has changed."""
        entry = self.report.entry(message.given.question.entry_id)
        result = edited(entry, message.given, text)
        if not isinstance(result, Edited):
            return False
        message.text, message.given = text, result.given
        self.store(entry.entry_id, result.content)
        return True

    def file(self, seen: Preview) -> bool:
        """Files what was shown, or nothing when that has changed since."""
        is_writable = self.report.state is not ReportState.FILED
        if not is_writable or seen.version != self.report.version or faults(self.report):
            return False
        self.report = replace(
            self.report,
            state=ReportState.FILED,
            filed=entries_as_filed(self.report),
            revision=self.report.revision + 1,
            version=self.report.version + 1,
        )
        self.asking.clear()
        return True


def _is_taken_back(
    problem: OpenProblem | None, was: EntryContent, now: EntryContent, name: str
) -> bool:
    """Whether words that only came of an open problem went with it: it is edited to 已解决."""
    is_over = now.follow_up is not None and now.follow_up.turn is ProblemTurn.RESOLVED
    return is_over and problem is not None and getattr(was, name) == _of_problem(problem, name)


def _own_words(given: Given, name: str) -> str:
    """What the message told there: behind what stood there, or in its place."""
    was, now = getattr(given.before, name), getattr(given.after, name)
    return "" if now == was else str(now.removeprefix(f"{was}\n") if was else now)


def _tells_elsewhere(was: EntryContent, now: EntryContent, name: str) -> bool:
    """Whether the edited message has words in another field, or for the open problem."""
    others = (getattr(now, one) != getattr(was, one) for one in SAID if one != name)
    return now.follow_up != was.follow_up or any(others)


def _of_problem(problem: OpenProblem, name: str) -> str:
    taken_over = {"problem": problem.words, "next_step": problem.next_step}
    return taken_over.get(name, "")


class Freedom(RuleBasedStateMachine):
    """Whatever they do: nothing acknowledged is lost, and what is filed is what was shown.

    Ada has two phones: what is edited on one, or tapped on a card that the other shows still, is
    the same to the bot as an old message and an old button.
    """

    @initialize(report=reports(fresh=True, most=4))
    def opens(self, report: WorkingReport) -> None:
        report = replace(report, revision=0, return_reason="")
        self.desk = Desk(report)
        self.ledger = Ledger(report)
        self.ever: dict[Press, None] = {}
        self.filed: tuple[FiledEntry, ...] = ()

    def is_open(self) -> bool:
        return self.desk.report.state is not ReportState.FILED

    @precondition(is_open)
    @rule(person=PEOPLE, data=st.data())
    def jumps(self, person: str, data: st.DataObject) -> None:
        self.desk.ask(person, data.draw(st.sampled_from(self.desk.report.entries)))

    @precondition(is_open)
    @rule(person=PEOPLE, text=SENTENCES | WORDS)
    def types(self, person: str, text: str) -> None:
        if person not in self.desk.asking:
            self.desk.go_on(person)
        if person not in self.desk.asking:
            return
        before, asked = self.desk.report, self.desk.asking[person]
        self.desk.type(person, text)
        self._others_are_as_they_were(before, asked.entry_id)
        self.ledger.notes(asked.entry_id, self.desk.report.entry(asked.entry_id).content)

    @precondition(is_open)
    @rule(person=PEOPLE, status=st.sampled_from(EntryStatus))
    def does_what_is_asked(self, person: str, status: EntryStatus) -> None:
        if person not in self.desk.asking:
            self.desk.go_on(person)
        if person in self.desk.asking:
            self._answers_plainly(person, status)

    @precondition(lambda self: self.ever)
    @rule(person=PEOPLE, data=st.data())
    def taps_a_button_of_any_question_so_far(self, person: str, data: st.DataObject) -> None:
        """Of an old card, of the other phone, of the other person."""
        press, before = data.draw(st.sampled_from(list(self.ever))), self.desk.report
        if not self.desk.tap(person, press):
            assert self.desk.report == before
            return
        now = self.desk.report.entry(press.target).content
        self._others_are_as_they_were(before, press.target)
        if press.action is Action.STATUS:
            self.ledger.sees_status(press.target, EntryStatus(press.argument), now)
        self.ledger.notes(press.target, now)
        self.desk.tap(person, press)
        assert self.desk.report.entry(press.target).content == now, "tapped on two phones"

    @precondition(lambda self: any(message.is_plain for message in self.desk.sent))
    @rule(data=st.data())
    def edits_to_plain_words(self, data: st.DataObject) -> None:
        """What stands of the message is what it says now; and it stands where it stood."""
        message = data.draw(st.sampled_from([one for one in self.desk.sent if one.is_plain]))
        asked, before = message.given.question, message.text
        if not self._says_still(message):
            return
        if not self.is_open():
            self._corrects()
        words = self.ledger.plain_words(asked.step)
        if not self.desk.edit(message, words):
            assert asked.step is Step.FIGURE, "an edit of words that stand is not taken"
            return
        now = self.desk.report.entry(asked.entry_id).content
        self.ledger.hears_instead(asked, before, words, now)

    def _says_still(self, message: Sent) -> bool:
        """Whether the words of the message are all that stands there, or a line of it."""
        asked = message.given.question
        if asked.step is Step.FIGURE:
            figure = self.ledger.told[asked.entry_id].figure(asked.indicator_id or 0)
            return figure == Figure(asked.indicator_id or 0, Decimal(message.text))
        is_of_words = asked.step in {*FIELD, Step.STATUS}
        return is_of_words and self.ledger.stands_in(asked.entry_id, message.text) is not None

    @precondition(lambda self: self.desk.sent)
    @rule(text=SENTENCES | WORDS, data=st.data())
    def edits(self, text: str, data: st.DataObject) -> None:
        if not self.is_open():
            self._corrects()
        message = data.draw(st.sampled_from(self.desk.sent))
        before, given = self.desk.report, message.given
        entry_id = given.question.entry_id
        was = before.entry(entry_id).content
        if not self.desk.edit(message, text):
            assert self.desk.report == before
            return
        message.is_plain = False
        self._others_are_as_they_were(before, entry_id)
        self.ledger.notes(entry_id, self.desk.report.entry(entry_id).content)
        now = self.desk.report.entry(entry_id).content
        for name in SAID:
            own = _own_words(given, name)
            is_asked = REPLACES.get(given.question.step) == name
            if given.before == given.after and is_asked:
                pass  # refused, or said before in the same words: the field answers this message
            elif _is_taken_back(before.entry(entry_id).measure.open_problem, was, now, name):
                continue
            elif getattr(given.before, name) == getattr(given.after, name):
                assert getattr(now, name).startswith(getattr(was, name))
            else:
                left = set(getattr(was, name).split("\n")) - set(own.split("\n"))
                assert left <= set(getattr(now, name).split("\n")), "somebody else's words"
            is_moved = getattr(was, name) == own and _tells_elsewhere(was, now, name)
            assert is_moved or bool(getattr(now, name)) >= bool(getattr(was, name))
        if now.status is not was.status:
            assert given.before.status is not given.after.status or now.status is not None
        for figure in was.figures:
            id_ = figure.indicator_id
            is_its_own = given.before.figure(id_) != given.after.figure(id_)
            assert now.figure(id_) == figure or is_its_own or now.figure(id_) is not None

    @precondition(lambda self: self.desk.sent)
    @rule(data=st.data())
    def edits_to_what_it_says_already(self, data: st.DataObject) -> None:
        """Telegram tells of edits that change no word."""
        if not self.is_open():
            self._corrects()
        message = data.draw(st.sampled_from(self.desk.sent))
        was = self.desk.report.entry(message.given.question.entry_id).content
        if message.given.before != message.given.after and self.desk.edit(message, message.text):
            entry_id = message.given.question.entry_id
            now = self.desk.report.entry(entry_id).content
            self.ledger.notes(entry_id, now)
            assert [getattr(now, name) for name in SAID] == [getattr(was, name) for name in SAID]

    @precondition(is_open)
    @rule(texts=st.lists(SENTENCES, min_size=2, max_size=4), replacing=st.booleans())
    def pastes(self, texts: list[str], replacing: bool) -> None:
        before = self.desk.report
        numbered = zip(before.entries, texts, strict=False)
        text = "\n".join(f"第{entry.measure.number}项：{words}" for entry, words in numbered)
        parts = parts_of(before, text)
        lost = {part.number for part in without_place(before, parts, replacing=replacing)}
        for one in placed(before, parts, replacing=replacing):
            if isinstance(one.answer, Accepted):
                self.desk.store(one.entry.entry_id, one.answer.content)
                self.ledger.notes(one.entry.entry_id, one.answer.content)
                self.desk.met.add(one.entry.entry_id)
            else:
                assert one.part.number in lost
        for was in before.entries:
            now = self.desk.report.entry(was.entry_id).content
            for name in SAID:
                if name == "text" and replacing:
                    assert getattr(now, name) or not getattr(was.content, name)
                else:
                    assert getattr(now, name).startswith(getattr(was.content, name))

    @precondition(is_open)
    @rule(person=PEOPLE)
    def looks_it_over(self, person: str) -> None:
        self.desk.go_on(person)

    @precondition(lambda self: self.desk.previews)
    @rule(data=st.data())
    def files(self, data: st.DataObject) -> None:
        """By the newest preview, or by one that stands above or on the other phone still."""
        seen = data.draw(st.sampled_from(self.desk.previews[::-1][:3]))
        self._files(seen)

    @precondition(is_open)
    @rule(person=PEOPLE)
    def does_all_that_is_asked_and_files(self, person: str) -> None:
        assert self._finishes(person), "a dead end: the report cannot be filed from here"

    def _files(self, seen: Preview) -> bool:
        before = self.desk.report
        if not self.desk.file(seen):
            assert self.desk.report == before
            return False
        self.ledger.assert_shown(seen.card, seen.whole)
        self.ledger.assert_filed(self.desk.report.filed)
        self.filed = self.desk.report.filed
        return True

    @precondition(lambda self: not self.is_open())
    @rule()
    def corrects(self) -> None:
        self._corrects()

    def _corrects(self) -> None:
        self.desk.report = replace(self.desk.report, state=ReportState.FILLING)

    @rule()
    def comes_back_after_a_restart(self) -> None:
        """All is read again; the messages stand in the chats as they stood."""
        desk = self.desk
        desk.report = read_again(desk.report)
        desk.asking = _ASKED.validate_json(_ASKED.dump_json(desk.asking))
        for message in desk.sent:
            message.given = _GIVEN.validate_json(_GIVEN.dump_json(message.given))

    @invariant()
    def what_was_filed_stays_as_it_was(self) -> None:
        assert self.desk.report.filed == self.filed

    @invariant()
    def what_was_acknowledged_stands(self) -> None:
        for entry in self.desk.report.entries:
            assert entry.content == self.ledger.told[entry.entry_id]

    @invariant()
    def correction_tells_exactly_what_differs(self) -> None:
        report = self.desk.report
        if report.filed and self.is_open():
            now = entries_as_filed(report)
            told = {one.after.measure.number for one in changed(report.filed, now)}
            differ = {
                n.measure.number
                for f, n in zip(report.filed, now, strict=True)
                if f.content != n.content
            }
            assert told == differ
            by_ledger = {
                f.measure.number
                for f, entry_id in zip(report.filed, self.ledger.told, strict=True)
                if self.ledger.differs(entry_id, f)
            }
            assert by_ledger <= told
            assert_fit_to_send(preview(LANGUAGE, report))

    @invariant()
    def everybody_can_answer_what_they_are_asked(self) -> None:
        for asked in self.desk.asking.values():
            entry = self.desk.report.entry(asked.entry_id)
            shown = question(LANGUAGE, self.desk.report, entry, asked.step, asked.indicator_id)
            assert shown.buttons
            read = (Press.read(button.data) for row in shown.buttons for button in row)
            of_entry = (press for press in read if press and press.target == asked.entry_id)
            self.ever |= dict.fromkeys(of_entry)

    def _answers_plainly(self, person: str, status: EntryStatus) -> None:
        asked = self.desk.asking[person]
        if asked.step is Step.STATUS:
            press = Press(Action.STATUS, asked.entry_id, status.value)
            assert self.desk.tap(person, press)
            now = self.desk.report.entry(asked.entry_id).content
            self.ledger.sees_status(asked.entry_id, status, now)
            return
        words = self.ledger.plain_words(asked.step)
        answer = self.desk.type(person, words, is_plain=True)
        if isinstance(answer, Refused):
            is_long = answer.text_key == "answer-too-long"
            assert is_long or asked.step in {Step.FIGURE, Step.EXPLAIN, Step.STANDS}, answer
            if asked.step is Step.FIGURE:
                assert isinstance(self.desk.type(person, "0"), Accepted)
                self._notes(asked.entry_id)
            return
        self.ledger.hears(asked, words, self.desk.report.entry(asked.entry_id).content)

    def _notes(self, entry_id: int) -> None:
        self.ledger.notes(entry_id, self.desk.report.entry(entry_id).content)

    def _others_are_as_they_were(self, before: WorkingReport, entry_id: int) -> None:
        for was in before.entries:
            if was.entry_id != entry_id:
                assert self.desk.report.entry(was.entry_id).content == was.content

    def teardown(self) -> None:
        """However far they came: every measure is met, and the report can be filed."""
        if not hasattr(self, "desk"):
            return
        if not self.is_open():
            self._corrects()
        assert self._finishes("Ada"), "a dead end: the report cannot be filed from here"
        assert self.desk.met == {entry.entry_id for entry in self.desk.report.entries}

    def _finishes(self, person: str) -> bool:
        for _ in range(8 * len(self.desk.report.entries) + 40):
            upcoming = next_entry(self.desk.report)
            if upcoming is None:
                break
            self.desk.ask(person, upcoming)
            self._answers_plainly(person, EntryStatus.ON_TRACK)
        self.desk.go_on(person)
        return self._files(self.desk.previews[-1])


TestFreedom = Freedom.TestCase
TestFreedom.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
