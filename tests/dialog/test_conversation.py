"""Random people answer a random report, by what the cards offer and by what they type.

`Conversation` stands in for handlers and tables: it keeps the report, shows cards, and does with a
press or a text what the answers say. Everything that is decided is decided by `dialog`.
"""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dialog.answers import tapped, typed
from dialog.captions import free_name, named_by, read_caption
from dialog.cards import full_text, preview, question, report_card, same_all
from dialog.checks import faults
from dialog.filed import as_filed
from dialog.follow_ups import stands_on
from dialog.last_month import all_same_as_last
from dialog.outcome import Accepted, Answer
from dialog.picture_names import describes_files
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import (
    Step,
    StepAsked,
    is_answered,
    is_complete,
    next_asked,
    next_entry,
    previous_step,
    read_step,
    step_to_ask,
)
from dialog.totals import but_figures
from dialog.words import cleaned
from tests.dialog.telegram_html import assert_fit_to_send
from tests.dialog.values import CAPTIONS, SENTENCES, WORDS, reports
from vocabulary.message import Message
from vocabulary.report import (
    EntryContent,
    EvidenceFile,
    ExemptMeasure,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import TROUBLED, EntryStatus, ProblemTurn

LANGUAGE = "zh-CN"

REPLACES = {
    Step.TEXT: "text",
    Step.PROBLEM: "problem",
    Step.NEXT_STEP: "next_step",
    Step.REASON: "no_progress_reason",
    Step.FOLLOW_UP: "follow_up_words",
}
"""Which words a text that is typed at a step replaces; every other may only grow."""

SAID = ("text", "problem", "next_step", "no_progress_reason", "follow_up_words", "help_from")
"""What holds a person's own words."""


TROUBLE = ("problem", "next_step")

HAS_HEADINGS = {Step.TEXT, Step.REASON, Step.STANDS, Step.FOLLOW_UP, Step.FIGURE, Step.EXPLAIN}
"""Where words may stand under 存在问题： and 下一步：."""

TOTALS = ("累计183个，已联网。", "累计190个，已联网。", "累计约190个")
"""Texts that tell a figure; where another one stands beside it, it is asked which of them holds."""

BY_ONE_OF_BOTH = {Action.AS_TEXT, Action.AS_FIGURE}


def tells_all_but_figures(kept: str, said: str) -> bool:
    """Whether every line still stands there, though another figure may stand in it."""
    left = {but_figures(line) for line in kept.split("\n")}
    return all(but_figures(line) in left for line in said.split("\n"))


def said_in(entry: ReportEntry, name: str) -> str:
    """A person's own words; what only stands on from the month before is not theirs."""
    content, problem = entry.content, entry.measure.open_problem
    if name == "follow_up_words":
        return content.follow_up.words if content.follow_up else ""
    words = str(getattr(content, name))
    taken_over = {
        "problem": problem.words if problem else "",
        "next_step": problem.next_step if problem else "",
        "help_from": problem.help_from if problem else "",
    }
    return "" if words == taken_over.get(name) else words


def is_unchanged(content: EntryContent) -> bool:
    """Whether the problem is said to be as it was, which has no words of its own."""
    return content.follow_up is not None and content.follow_up.turn is ProblemTurn.UNCHANGED


def has_trouble_to_tell(entry: ReportEntry) -> bool:
    """Whether a next step was told before any status, which may bring it to the text."""
    is_alone = bool(said_in(entry, "next_step")) and not entry.content.problem
    return entry.content.status is None and is_alone


OF_ENTRY = {Action.ENTRY, Action.STATUS, Action.SAME, Action.SKIP, Action.BACK, Action.KEEP}
"""Some of the buttons that are about one measure."""


class Conversation:
    """One person and one report. `asking` is None while a card is shown that asks nothing."""

    def __init__(self, report: WorkingReport) -> None:
        self.report = report
        self.screen = report_card(LANGUAGE, report)
        self.asking: tuple[int, Step, int | None] | None = None
        self.met: set[int] = set()
        self.filed: tuple[EntryContent, ...] | None = None

    def offered(self) -> list[Press]:
        read = (Press.read(button.data) for row in self.screen.buttons for button in row)
        return [press for press in read if press is not None]

    def press(self, press: Press) -> None:
        match press.action:
            case Action.REPORT | Action.PAGE:
                self._show(report_card(LANGUAGE, self.report, int(press.argument or 0)))
            case Action.PREVIEW:
                self._show(preview(LANGUAGE, self.report))
            case Action.FULL:
                self._show(full_text(LANGUAGE, self.report)[-1])
            case Action.SAME_ALL:
                self._show(same_all(LANGUAGE, self.report))
            case Action.SAME_ALL_CONFIRM:
                self._take_same_all(press)
            case Action.FILE:
                self._file(press)
            case (
                Action.FORM | Action.EXTEND | Action.HELP | Action.HIGHLIGHT | Action.EVIDENCE_LIST
            ):
                pass  # they lead out of the conversation
            case _:
                self._press_on_entry(press, self.report.entry(press.target))

    def type(self, text: str) -> Answer | None:
        if self.asking is None:
            return None
        entry_id, step, indicator_id = self.asking
        answer = typed(self.report.entry(entry_id), step, indicator_id, text)
        self._take(entry_id, answer)
        return answer

    def send_photo(self, entry_id: int, caption: str) -> Question | None:
        """Gives what the words beside it have answered, where they have."""
        entry, said = self.report.entry(entry_id), caption.strip()
        taken = [file.name for file in entry.evidence]
        name = free_name(named_by(said, "照片1.jpg"), taken)
        photo = EvidenceFile(len(taken) + 1, name, str(len(taken)), 7)
        entry = replace(entry, evidence=(*entry.evidence, photo))
        self._store(entry)
        if self.asking is not None:  # the question stands there still, with its way to the photo
            self._ask(self.report.entry(self.asking[0]), self.asking[1:])
        if not said or describes_files(said):
            return None
        read = read_caption(entry, Question(*self.asking) if self.asking else None, said)
        if not isinstance(read.answer, Accepted):
            return None
        self.met.add(entry_id)
        self._take(entry_id, read.answer)
        return read.asked

    def _press_on_entry(self, press: Press, entry: ReportEntry) -> None:
        match press.action:
            case Action.ENTRY:
                self._ask(entry, read_step(entry, press.argument) or step_to_ask(entry))
            case Action.RECHOOSE:
                self._ask(entry, (Step.STATUS, None))
            case Action.KEEP:
                self._go_on(entry.entry_id)
            case Action.HELP_FROM:
                answer = tapped(entry, press)
                assert answer is not None
                if isinstance(answer, Accepted):  # refused where the names are too long together
                    self._store(replace(entry, content=answer.content, skipped=False))
                self._ask(self.report.entry(entry.entry_id), (Step.NEXT_STEP, None))
            case Action.SKIP:
                self._store(replace(entry, skipped=True))
                self._ask_next(after=entry.entry_id)
            case Action.BACK:
                asked = read_step(entry, press.argument)
                assert asked is not None
                before = previous_step(self.report, entry.entry_id, *asked)
                assert before is not None
                self._ask(before[0], before[1:])
            case _:
                answer = tapped(entry, press)
                assert isinstance(answer, Accepted), f"a button is offered and refused: {press}"
                self._take(entry.entry_id, answer)

    def _take(self, entry_id: int, answer: Answer) -> None:
        if not isinstance(answer, Accepted):
            return
        entry = self.report.entry(entry_id)
        self._store(replace(entry, content=answer.content, skipped=False))
        self._go_on(entry_id)

    def _go_on(self, entry_id: int) -> None:
        entry = self.report.entry(entry_id)
        asked = next_asked(entry)
        if asked is not None:
            self._ask(entry, asked)
        else:
            self._ask_next(after=entry_id)

    def _ask_next(self, *, after: int) -> None:
        upcoming = next_entry(self.report, after=after)
        if upcoming is None:
            self._show(preview(LANGUAGE, self.report))
        else:
            self._ask(upcoming, step_to_ask(upcoming))

    def _ask(self, entry: ReportEntry, asked: StepAsked) -> None:
        self.screen = question(LANGUAGE, self.report, entry, *asked)
        self.asking = (entry.entry_id, *asked)
        self.met.add(entry.entry_id)

    def _show(self, card: Message) -> None:
        self.screen, self.asking = card, None

    def _store(self, changed: ReportEntry) -> None:
        entries = (changed if e.entry_id == changed.entry_id else e for e in self.report.entries)
        version = self.report.version + 1
        self.report = replace(self.report, entries=tuple(entries), version=version)

    def exempt(self, entry_id: int) -> ReportEntry:
        """The office takes the measure out of the month; what is asked about it is put away."""
        entry = self.report.entry(entry_id)
        told = ExemptMeasure(entry_id, entry.measure.number, "<已另行报送>")
        self.report = replace(
            self.report,
            entries=tuple(e for e in self.report.entries if e.entry_id != entry_id),
            exempt=(*self.report.exempt, told),
            version=self.report.version + 1,
        )
        if self.asking is None or self.asking[0] == entry_id:
            self._show(report_card(LANGUAGE, self.report))
        else:
            self._ask_again()
        return entry

    def ask_after_all(self, entry: ReportEntry) -> None:
        """The exemption is taken back: the measure says what it said."""
        entries = sorted((*self.report.entries, entry), key=lambda one: one.entry_id)
        left = tuple(one for one in self.report.exempt if one.entry_id != entry.entry_id)
        version = self.report.version + 1
        self.report = replace(self.report, entries=tuple(entries), exempt=left, version=version)
        if self.asking is None:
            self._show(report_card(LANGUAGE, self.report))
        else:
            self._ask_again()

    def _ask_again(self) -> None:
        assert self.asking is not None
        entry_id, step, indicator_id = self.asking
        self._ask(self.report.entry(entry_id), (step, indicator_id))

    def _take_same_all(self, press: Press) -> None:
        if press.version != self.report.version:
            self._show(same_all(LANGUAGE, self.report))
            return
        for entry_id, content in all_same_as_last(self.report).items():
            self._store(replace(self.report.entry(entry_id), content=content))
            self.met.add(entry_id)
        self._show(preview(LANGUAGE, self.report))

    def _file(self, press: Press) -> None:
        if press.version != self.report.version:  # a photo came below it
            self._show(preview(LANGUAGE, self.report))
            return
        assert faults(self.report) == []
        self.filed = tuple(as_filed(entry) for entry in self.report.entries)
        self._show(report_card(LANGUAGE, self.report))


NAMES_HELP = {Step.PROBLEM, Step.NEXT_STEP}
"""Where a text may also say who would have to help."""

PLAIN_ANSWERS = {
    Step.REASON: "等待批复。",
    Step.TEXT: "完成招标，已开工。",
    Step.STANDS: "仍存在",
    Step.PROBLEM: "资金未到位。",
    Step.NEXT_STEP: "8月底前落实。",
    Step.FIGURE: "0",
    Step.EXPLAIN: "与业务股室核对，数据属实。",
    Step.FOLLOW_UP: "资金已到位一半。",
}


def answer_plainly(conversation: Conversation) -> None:
    """What a person does who wants to be done: answers what is asked by a tap or one text."""
    assert conversation.asking is not None
    entry_id, step, indicator_id = conversation.asking
    if step is Step.STATUS:
        press = Press(Action.STATUS, entry_id, EntryStatus.ON_TRACK.value)
        assert press in conversation.offered()
        conversation.press(press)
        return
    assert isinstance(conversation.type(PLAIN_ANSWERS[step]), Accepted), (step, indicator_id)


def finish(conversation: Conversation) -> None:
    """From wherever it stands to a filed report, by offered buttons and plain texts alone."""
    questions = sum(5 + len(entry.measure.indicators) for entry in conversation.report.entries)
    for _ in range(3 * questions + 5):
        if conversation.filed is not None:
            return
        offered = {press.action: press for press in reversed(conversation.offered())}
        if conversation.asking is not None and next_entry(conversation.report) is not None:
            answer_plainly(conversation)
        elif Action.FILE in offered:
            conversation.press(offered[Action.FILE])
        elif Action.PREVIEW in offered:
            conversation.press(offered[Action.PREVIEW])
        elif faults(conversation.report) and Action.ENTRY in offered:
            conversation.press(offered[Action.ENTRY])
        else:
            conversation.press(offered[Action.REPORT])
    raise AssertionError("a dead end: the report cannot be filed from here")


class People(RuleBasedStateMachine):
    """Taps, words, jumps, skips and changes of mind in any order."""

    @initialize(report=reports(fresh=True, most=5))
    def opens(self, report: WorkingReport) -> None:
        self.conversation = Conversation(report)
        self.exempted: list[ReportEntry] = []

    @invariant()
    def what_is_exempt_is_asked_nowhere(self) -> None:
        report, gone = self.conversation.report, {entry.entry_id for entry in self.exempted}
        assert report.exempt_ids == gone
        assert self.conversation.asking is None or self.conversation.asking[0] not in gone
        assert not gone & {fault.entry_id for fault in faults(report)}
        led_to = {press.target for press in self.conversation.offered() if press.action in OF_ENTRY}
        assert not gone & led_to

    @rule(data=st.data())
    def taps_any_button_that_is_offered(self, data: st.DataObject) -> None:
        press = data.draw(st.sampled_from(self.conversation.offered()))
        if press.action is Action.FILE:
            return
        before = self.conversation.report
        self.conversation.press(press)
        self._nothing_was_lost(before, tapped=press.action)

    @precondition(lambda self: self.conversation.asking is not None)
    @rule(text=SENTENCES)
    def types_a_sentence(self, text: str) -> None:
        asking, before = self.conversation.asking, self.conversation.report
        if isinstance(self._types(text), Accepted) and asking and asking[1] is not Step.FIGURE:
            entry = self.conversation.report.entry(asking[0])
            content, was = entry.content, before.entry(asking[0]).content
            is_kept = any(cleaned(text) in said_in(entry, name) for name in SAID)
            is_figure = content.figures != was.figures  # a number alone answers for the figure
            assert is_kept or is_figure or content.explanations != was.explanations

    @precondition(lambda self: self.conversation.asking is not None)
    @rule(text=st.sampled_from(TOTALS))
    def types_a_total(self, text: str) -> None:
        self._types(text)

    @precondition(lambda self: self.conversation.asking is not None)
    @rule(text=WORDS)
    def types_a_word(self, text: str) -> None:
        self._types(text)

    @rule(data=st.data(), caption=CAPTIONS)
    def sends_a_photo(self, data: st.DataObject, caption: str) -> None:
        before = self.conversation.report
        entry_id = data.draw(st.sampled_from([entry.entry_id for entry in before.entries]))
        asked = self.conversation.send_photo(entry_id, caption)
        rewritten = (entry_id, asked.step, asked.indicator_id) if asked is not None else None
        self._nothing_was_lost(before, rewritten=rewritten)
        evidence = self.conversation.report.entry(entry_id).evidence
        assert len({file.name for file in evidence}) == len(evidence)
        if describes_files(caption):
            contents = [entry.content for entry in self.conversation.report.entries]
            assert contents == [entry.content for entry in before.entries]

    def _types(self, text: str) -> Answer | None:
        before, asking = self.conversation.report, self.conversation.asking
        answer = self.conversation.type(text)
        if not isinstance(answer, Accepted):
            assert self.conversation.report == before
        elif asking is not None:
            self._nothing_was_lost(before, rewritten=asking)
        return answer

    @precondition(lambda self: self.conversation.asking is not None)
    @rule()
    def does_what_is_asked(self) -> None:
        before, asking = self.conversation.report, self.conversation.asking
        answer_plainly(self.conversation)
        self._nothing_was_lost(before, rewritten=asking)

    @precondition(lambda self: self.conversation.asking is None)
    @rule()
    def goes_to_the_first_question_that_is_offered(self) -> None:
        offered = self.conversation.offered()
        if jumps := [press for press in offered if press.action is Action.ENTRY]:
            self.conversation.press(jumps[0])

    @precondition(lambda self: len(self.conversation.report.entries) > 1)
    @rule(data=st.data())
    def office_exempts_a_measure(self, data: st.DataObject) -> None:
        entries = self.conversation.report.entries
        chosen = data.draw(st.sampled_from([entry.entry_id for entry in entries]))
        self.exempted.append(self.conversation.exempt(chosen))

    @precondition(lambda self: self.exempted)
    @rule(data=st.data())
    def office_takes_an_exemption_back(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.exempted))
        self.exempted.remove(entry)
        self.conversation.ask_after_all(entry)
        assert self.conversation.report.entry(entry.entry_id) == entry

    @rule()
    def comes_back_after_a_restart(self) -> None:
        """Everything but the report and what was being asked is gone."""
        known = self.conversation
        self.conversation = Conversation(known.report)
        self.conversation.met = known.met
        if known.asking is not None:
            entry_id, step, indicator_id = known.asking
            entry = known.report.entry(entry_id)
            screen = question(LANGUAGE, known.report, entry, step, indicator_id)
            self.conversation.screen, self.conversation.asking = screen, known.asking
            assert screen == known.screen

    @invariant()
    def what_is_shown_can_be_sent(self) -> None:
        assert_fit_to_send(self.conversation.screen)
        assert self.conversation.screen.buttons

    @invariant()
    def what_is_asked_can_be_answered_or_left(self) -> None:
        if self.conversation.asking is None:
            return
        entry_id, step, indicator_id = self.conversation.asking
        offered = {press.action for press in self.conversation.offered()}
        assert {Action.SKIP, Action.REPORT} <= offered
        entry = self.conversation.report.entry(entry_id)
        if step is Step.STATUS:
            assert Action.STATUS in offered
        elif not is_answered(entry.content, step, indicator_id):
            answer = typed(entry, step, indicator_id, PLAIN_ANSWERS[step])
            assert isinstance(answer, Accepted)

    def _nothing_was_lost(
        self,
        before: WorkingReport,
        rewritten: tuple[int, Step, int | None] | None = None,
        *,
        tapped: Action | None = None,
    ) -> None:
        """What was said stands as it was said, but for the answer that is typed anew."""
        for was in before.entries:
            entry = self.conversation.report.entry(was.entry_id)
            now = entry.content
            at = rewritten[1] if rewritten is not None and rewritten[0] == was.entry_id else None
            told = tapped is Action.STATUS and has_trouble_to_tell(was)
            for name in SAID:
                said, kept = said_in(was, name), said_in(entry, name)
                if name == "help_from" and (at in NAMES_HELP or tapped is Action.HELP_FROM):
                    continue
                if name == "next_step" and has_trouble_to_tell(was) and said in now.text:
                    continue  # of a measure that is well it is told in its text
                if at is not None and REPLACES.get(at) == name:
                    assert kept or not said or (at is Step.FOLLOW_UP and is_unchanged(now))
                elif (
                    at is Step.STATUS
                    or (at in {Step.EXPLAIN, Step.FOLLOW_UP} and name == "text")  # behind a status
                    or (at is Step.FIGURE and name == "text")  # what stands beside the figure
                    or at in NAMES_HELP  # under a heading of its own
                    or (at in HAS_HEADINGS and name in TROUBLE)  # likewise
                    or (at is Step.STANDS and name == "text")
                    or (at is not None and name == "no_progress_reason")  # 无进展，等批复
                    or tapped is Action.HIGHLIGHT_USE
                    or (told and name == "text")
                ):
                    assert kept.startswith(said) or (
                        at is Step.EXPLAIN and tells_all_but_figures(kept, said)
                    )
                elif tapped in BY_ONE_OF_BOTH and name == "text":
                    assert tells_all_but_figures(kept, said)
                else:
                    assert kept == said or not said
            assert was.content.status is None or now.status is not None
            for figure in was.content.figures:
                assert now.figure(figure.indicator_id) is not None

    def teardown(self) -> None:
        """However far they came: every measure is asked, and the report can be filed."""
        if not hasattr(self, "conversation"):
            return
        finish(self.conversation)
        gone = {entry.entry_id for entry in self.exempted}
        asked = {e.entry_id for e in self.conversation.report.entries}
        assert self.conversation.met | gone == asked | gone
        assert all(is_complete(entry) for entry in self.conversation.report.entries)
        for entry, content in zip(
            self.conversation.report.entries, self.conversation.filed or (), strict=True
        ):
            is_wanted = content.status in TROUBLED or stands_on(entry.measure, content)
            is_wanted = is_wanted or bool(content.problem_stands)
            assert bool(content.problem) == is_wanted
            assert is_wanted or not content.next_step + content.help_from
            assert (content.follow_up is not None) == (entry.measure.open_problem is not None)
            assert bool(content.text) != content.no_progress


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
