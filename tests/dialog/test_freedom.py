"""Two people at one report answer, edit what they sent, paste, file and correct, in any order.

`Desk` stands in for handlers and tables, as `Conversation` does for one person; everything that is
decided is decided by `dialog`.
"""

from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dialog.answers import typed
from dialog.cards import preview, question
from dialog.changes import changed
from dialog.checks import faults
from dialog.edits import Edited, Given, edited
from dialog.filed import as_filed
from dialog.outcome import Accepted
from dialog.pasting import parts_of, placed, without_place
from dialog.placing import Question
from dialog.steps import Step, next_asked, next_entry, step_to_ask
from tests.dialog.telegram_html import assert_fit_to_send
from tests.dialog.test_conversation import LANGUAGE, PLAIN_ANSWERS, REPLACES
from tests.dialog.values import SENTENCES, WORDS, reports
from vocabulary.report import (
    EntryContent,
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
    """A message that was taken for an answer, or refused as one."""

    by: str
    text: str
    given: Given


class Desk:
    """The report, what each person is asked, and what each has before them to be confirmed."""

    def __init__(self, report: WorkingReport) -> None:
        self.report = report
        self.asking: dict[str, Question] = {}
        self.confirming: dict[str, tuple[int, list[EntryContent]]] = {}
        self.sent: list[Sent] = []
        self.filed: list[list[EntryContent]] = []
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
        self.confirming[person] = (self.report.version, self.contents())

    def contents(self) -> list[EntryContent]:
        return [as_filed(entry) for entry in self.report.entries]

    def store(self, entry_id: int, content: EntryContent) -> None:
        entries = tuple(
            replace(e, content=content) if e.entry_id == entry_id else e
            for e in self.report.entries
        )
        self.report = replace(self.report, entries=entries, version=self.report.version + 1)

    def type(self, person: str, text: str) -> None:
        asked = self.asking[person]
        entry = self.report.entry(asked.entry_id)
        answer = typed(entry, asked.step, asked.indicator_id, text)
        after = answer.content if isinstance(answer, Accepted) else entry.content
        self.sent.append(Sent(person, text, Given(asked, entry.content, after)))
        if isinstance(answer, Accepted):
            self.store(entry.entry_id, answer.content)
            missing = next_asked(self.report.entry(entry.entry_id))
            if missing is None:
                self.go_on(person)
            else:
                self.asking[person] = Question(entry.entry_id, *missing)

    def edit(self, message: Sent, text: str) -> bool:
        """Whether the answer has changed."""
        entry = self.report.entry(message.given.question.entry_id)
        result = edited(entry, message.given, text)
        if not isinstance(result, Edited):
            return False
        message.text, message.given = text, result.given
        self.store(entry.entry_id, result.content)
        return True

    def file(self, person: str) -> bool:
        """Files what the person was shown, or nothing when that has changed since."""
        version, shown = self.confirming.pop(person, (-1, []))
        if version != self.report.version or faults(self.report):
            return False
        assert shown == self.contents()
        self.filed.append(shown)
        entries = tuple(FiledEntry(e.measure, as_filed(e)) for e in self.report.entries)
        self.report = replace(
            self.report,
            state=ReportState.FILED,
            filed=entries,
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
    """Whatever they do: nothing acknowledged is lost, and what is filed is what was shown."""

    @initialize(report=reports(fresh=True, most=4))
    def opens(self, report: WorkingReport) -> None:
        self.desk = Desk(replace(report, revision=0, return_reason=""))

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

    @precondition(is_open)
    @rule(person=PEOPLE)
    def does_what_is_asked(self, person: str) -> None:
        if person not in self.desk.asking:
            self.desk.go_on(person)
        if person in self.desk.asking:
            self._answers_plainly(person)

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
        self._others_are_as_they_were(before, entry_id)
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
            now = self.desk.report.entry(message.given.question.entry_id).content
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
    def files(self, person: str) -> None:
        if self.desk.file(person):
            assert self.desk.filed[-1] == [entry.content for entry in self.desk.report.filed]

    @precondition(lambda self: not self.is_open())
    @rule()
    def corrects(self) -> None:
        self._corrects()

    def _corrects(self) -> None:
        self.desk.report = replace(self.desk.report, state=ReportState.FILLING)

    @rule()
    def comes_back_after_a_restart(self) -> None:
        """What is on the screens is gone; what is asked is a row."""
        self.desk.confirming.clear()

    @invariant()
    def what_was_filed_stays_as_it_was(self) -> None:
        if self.desk.filed:
            assert self.desk.filed[-1] == [entry.content for entry in self.desk.report.filed]

    @invariant()
    def correction_tells_exactly_what_differs(self) -> None:
        report = self.desk.report
        if report.filed and self.is_open():
            now = [FiledEntry(e.measure, as_filed(e)) for e in report.entries]
            told = {one.after.measure.number for one in changed(report.filed, now)}
            differ = {
                n.measure.number
                for f, n in zip(report.filed, now, strict=True)
                if f.content != n.content
            }
            assert told == differ
            assert_fit_to_send(preview(LANGUAGE, report))

    @invariant()
    def everybody_can_answer_what_they_are_asked(self) -> None:
        for asked in self.desk.asking.values():
            entry = self.desk.report.entry(asked.entry_id)
            shown = question(LANGUAGE, self.desk.report, entry, asked.step, asked.indicator_id)
            assert shown.buttons

    def _answers_plainly(self, person: str) -> None:
        asked = self.desk.asking[person]
        if asked.step is Step.STATUS:
            entry = self.desk.report.entry(asked.entry_id)
            content = replace(entry.content, status=EntryStatus.ON_TRACK)
            self.desk.store(entry.entry_id, content)
            missing = next_asked(self.desk.report.entry(entry.entry_id))
            if missing is None:
                self.desk.go_on(person)
            else:
                self.desk.asking[person] = Question(entry.entry_id, *missing)
        else:
            self.desk.type(person, PLAIN_ANSWERS[asked.step])

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
        self.desk.asking.pop("Ada", None)
        self.desk.go_on("Ada")
        for _ in range(8 * len(self.desk.report.entries) + 40):
            if "Ada" not in self.desk.asking:
                break
            if next_entry(self.desk.report) is None:
                self.desk.go_on("Ada")
                continue
            upcoming = next_entry(self.desk.report)
            assert upcoming is not None
            self.desk.ask("Ada", upcoming)
            self._answers_plainly("Ada")
        self.desk.go_on("Ada")
        assert self.desk.file("Ada"), "a dead end: the report cannot be filed from here"
        assert self.desk.met == {entry.entry_id for entry in self.desk.report.entries}


TestFreedom = Freedom.TestCase
TestFreedom.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
