"""Random people answer a random report, by what the cards offer and by what they type.

`Conversation` stands in for handlers and tables: it keeps the report, shows cards, and does with a
press or a text what the answers say. Everything that is decided is decided by `dialog`. Beside it
stands a `Ledger` of what was said and acknowledged, which decides nothing by it.
"""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import TypeAdapter

from dialog.answers import added, tapped, typed
from dialog.captions import free_name, named_by, read_caption
from dialog.cards import (
    WITH_PROBLEMS,
    full_text,
    joint_explanation,
    preview,
    question,
    report_card,
    same_all,
)
from dialog.checks import faults
from dialog.doubt_answers import often_said
from dialog.doubts import open_doubts
from dialog.filed import entries_as_filed
from dialog.follow_ups import stands_on
from dialog.last_month import all_same_as_last
from dialog.outcome import Accepted, Answer
from dialog.picture_names import describes_files
from dialog.placing import Place, Question, Sight, place
from dialog.press import Action, Press
from dialog.same_doubts import Matter, explained_together, matters_of_several
from dialog.steps import (
    Step,
    StepAsked,
    first_step,
    is_answered,
    is_complete,
    next_asked,
    next_entry,
    previous_step,
    read_step,
    step_argument,
    step_to_ask,
)
from dialog.totals import but_figures
from dialog.words import cleaned
from tests.dialog.ledger import LANGUAGE, Ledger
from tests.dialog.telegram_html import assert_fit_to_send
from tests.dialog.values import CAPTIONS, SENTENCES, WORDS, reports
from vocabulary.message import Message
from vocabulary.report import (
    EntryContent,
    EvidenceFile,
    ExemptMeasure,
    FiledEntry,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import TROUBLED, DoubtKind, EntryStatus, ProblemTurn, ReportState

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


def is_settled(entry: ReportEntry, step: Step) -> bool:
    """Whether it was asked why something is so, and nothing is doubtful any more."""
    return step is Step.EXPLAIN and not open_doubts(entry)


OF_ENTRY = {Action.ENTRY, Action.STATUS, Action.SAME, Action.SKIP, Action.BACK, Action.KEEP}
"""Some of the buttons that are about one measure."""

OF_REPORT = {Action.REPORT, Action.PAGE, Action.PREVIEW, Action.FULL, Action.SAME_ALL}
"""Those that only show something of the report."""

LEADS_OUT = {
    Action.FORM,
    Action.EXTEND,
    Action.HELP,
    Action.HIGHLIGHT,
    Action.EVIDENCE_LIST,
    Action.CORRECT_DROP,
}
"""Those that lead out of the conversation."""

SETTLED = {ReportState.FILED}


class Conversation:
    """One person and one report. `asking` is None while a card is shown that asks nothing.

    ever: every button of every card so far, in any of its states, with the newest card that had
    it. asked_ever: likewise what was asked. replies: how often anything was shown or said.
    confirmed: the preview and the full text that were shown when it was filed; None once a
    correction was given up since.
    """

    def __init__(self, report: WorkingReport) -> None:
        self.report = report
        self.asking: tuple[int, Step, int | None] | None = None
        self.before: Question | None = None
        self.met: set[int] = set()
        self.ever: dict[Press, Message] = {}
        self.asked_ever: dict[Question, None] = {}
        self.replies = 0
        self.confirmed: tuple[Message, list[Message]] | None = None
        self._show(report_card(LANGUAGE, report))

    @property
    def filed(self) -> tuple[FiledEntry, ...]:
        """The newest revision; empty before the first."""
        return self.report.filed

    @property
    def is_filed(self) -> bool:
        return self.report.state in SETTLED

    def offered(self) -> list[Press]:
        read = (Press.read(button.data) for row in self.screen.buttons for button in row)
        return [press for press in read if press is not None]

    def press(self, press: Press) -> None:
        """A button of the card, or an old one: that one changes nothing, or is an answer too."""
        match press.action:
            case Action.REPORT | Action.PAGE:
                self._show(report_card(LANGUAGE, self.report, int(press.argument or 0)))
            case Action.PREVIEW:
                self._show(preview(LANGUAGE, self.report))
            case Action.FULL:
                self._show(full_text(LANGUAGE, self.report)[-1])
            case action if action in LEADS_OUT:
                self.replies += 1
            case Action.CORRECT:
                self._correct()
            case Action.FILE:
                self._file(press)
            case _ if self.is_filed:
                self._show(report_card(LANGUAGE, self.report))
            case Action.SAME_ALL:
                self._show(same_all(LANGUAGE, self.report))
            case Action.SAME_ALL_CONFIRM:
                self._take_same_all(press)
            case Action.EXPLAIN_ALL | Action.EXPLAIN_ALL_AS:
                self._explain_all(press)
            case _ if not self.report.has(press.target):  # exempt by now
                self._is_stale()
            case _:
                self._press_on_entry(press, self.report.entry(press.target))

    def type(self, text: str) -> Answer | None:
        if self.asking is None:
            return None
        entry_id, step, indicator_id = self.asking
        answer = typed(self.report.entry(entry_id), step, indicator_id, text)
        self._take(entry_id, answer)
        return answer

    def type_below(self, stood: Question, text: str) -> tuple[Question, Answer] | None:
        """Typed with an older card in sight, as on another phone: where it went, and what it did.

        None: it is kept, and asked about, which is for other tests.
        """
        now = Question(*self.asking) if self.asking else None
        sight = Sight.SEEN if stood == now else Sight.UNSEEN
        numbers = frozenset(m.number for e in self.report.entries for m in e.measure.each)
        before = self.before if self.before and self.report.has(self.before.entry_id) else None
        match place(text, sight, before=before, now=now, stood=stood, numbers=numbers):
            case Place.ANSWER if now is not None:
                answer = self.type(text)
                assert answer is not None
                return now, answer
            case Place.ADD if before is not None:
                entry = self.report.entry(before.entry_id)
                answer = added(entry, before.step, before.indicator_id, text)
                if isinstance(answer, Accepted):
                    self._store(replace(entry, content=answer.content, skipped=False))
                    self._ask_again()
                return before, answer
            case _:
                self.replies += 1
                return None

    def send_photo(self, entry_id: int, caption: str) -> Question | None:
        """Gives what the words beside it have answered, where they have."""
        entry, said = self.report.entry(entry_id), caption.strip()
        taken = [file.name for file in entry.evidence]
        name = free_name(named_by(said, "照片1.jpg"), taken)
        photo = EvidenceFile(len(taken) + 1, name, str(len(taken)), 7)
        entry = replace(entry, evidence=(*entry.evidence, photo))
        self._store(entry)
        self._ask_again()  # the question stands there still, with its way to the photo
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
                self._ask(entry, (first_step(entry.measure), None))
            case Action.KEEP:
                self._go_on(entry.entry_id)
            case Action.HELP_FROM:
                answer = tapped(entry, press)
                assert answer is not None
                if isinstance(answer, Accepted):  # refused where the names are too long together
                    self._store(replace(entry, content=answer.content, skipped=False))
                entry = self.report.entry(entry.entry_id)
                self._ask(entry, read_step(entry, Step.NEXT_STEP) or step_to_ask(entry))
            case Action.SKIP:
                self._store(replace(entry, skipped=True))
                self._ask_next(after=entry.entry_id)
            case Action.BACK:
                asked = read_step(entry, press.argument) or step_to_ask(entry)
                before = previous_step(self.report, entry.entry_id, *asked)
                if before is None:
                    self._show(report_card(LANGUAGE, self.report))
                else:
                    self._ask(before[0], before[1:])
            case _:
                self._tap(press, entry)

    def _tap(self, press: Press, entry: ReportEntry) -> None:
        answer = tapped(entry, press)
        if press in self.offered():
            assert isinstance(answer, Accepted), f"a button is offered and refused: {press}"
        if isinstance(answer, Accepted):
            self._take(entry.entry_id, answer)
        elif answer is None:
            self._is_stale()
        else:
            self._ask(entry, step_to_ask(entry))

    def _is_stale(self) -> None:
        """It is said that the button is old; what is asked stays asked."""
        self.replies += 1

    def _take(self, entry_id: int, answer: Answer) -> None:
        if not isinstance(answer, Accepted):
            self.replies += 1
            return
        entry = self.report.entry(entry_id)
        self._store(replace(entry, content=answer.content, skipped=False))
        self._go_on(entry_id)

    def _go_on(self, entry_id: int) -> None:
        entry = self.report.entry(entry_id)
        asked = next_asked(entry)
        if asked is not None:
            self._ask(entry, asked, goes_on=True)
        else:
            self._ask_next(after=entry_id)

    def _ask_next(self, *, after: int) -> None:
        upcoming = next_entry(self.report, after=after)
        if upcoming is None:
            self._show(preview(LANGUAGE, self.report))
        else:
            self._ask(upcoming, step_to_ask(upcoming), goes_on=True)

    def _ask(self, entry: ReportEntry, asked: StepAsked, *, goes_on: bool = False) -> None:
        """goes_on: it follows on what was asked before, and nobody has gone there by themselves."""
        self.before = Question(*self.asking) if goes_on and self.asking else None
        self._see(question(LANGUAGE, self.report, entry, *asked))
        self.asking = (entry.entry_id, *asked)
        self.asked_ever[Question(*self.asking)] = None
        self.met.add(entry.entry_id)

    def _show(self, card: Message) -> None:
        self._see(card)
        self.asking = self.before = None

    def _see(self, card: Message) -> None:
        self.screen = card
        self.replies += 1
        self.ever |= dict.fromkeys(self.offered(), card)

    def _store(self, changed: ReportEntry) -> None:
        is_new = changed.content != self.report.entry(changed.entry_id).content
        changed = replace(changed, version=changed.version + is_new)
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
        if self.asking is None:
            self.replies += 1
            return
        entry_id, step, indicator_id = self.asking
        before = self.before
        self._ask(self.report.entry(entry_id), (step, indicator_id))
        self.before = before

    def _take_same_all(self, press: Press) -> None:
        if press.version != self.report.version:
            self._show(same_all(LANGUAGE, self.report))
            return
        problems = press.argument == WITH_PROBLEMS
        for entry_id, content in all_same_as_last(self.report, problems=problems).items():
            self._store(replace(self.report.entry(entry_id), content=content))
            self.met.add(entry_id)
        self._show(preview(LANGUAGE, self.report))

    def _explain_all(self, press: Press) -> None:
        """One reason for what is doubted of several; a text that tells it is for other tests."""
        name, _, argument = press.argument.partition(".")
        matter = Matter(name)
        reason = often_said(DoubtKind.NO_EVIDENCE, argument)
        told = explained_together(self.report, matter, reason) if reason else {}
        for entry_id, content in told.items():
            self._store(replace(self.report.entry(entry_id), content=content))
        if reason or matter not in matters_of_several(self.report):
            self._show(preview(LANGUAGE, self.report))
        else:
            self._show(joint_explanation(LANGUAGE, self.report, matter))

    def _file(self, press: Press) -> None:
        if self.is_filed:
            self._show(report_card(LANGUAGE, self.report))
            return
        if press.version != self.report.version or faults(self.report):  # a photo came below it
            self._show(preview(LANGUAGE, self.report))
            return
        self.confirmed = self.ever[press], full_text(LANGUAGE, self.report)
        self.report = replace(
            self.report,
            state=ReportState.FILED,
            filed=entries_as_filed(self.report),
            revision=self.report.revision + 1,
            version=self.report.version + 1,
            correction_reason="",
        )
        self._show(report_card(LANGUAGE, self.report))

    def _correct(self) -> None:
        """Why is told at once: how it is asked is for other tests."""
        if self.is_filed:
            self.report = replace(
                self.report, state=ReportState.FILLING, correction_reason="漏了一句"
            )
        self._show(report_card(LANGUAGE, self.report))

    def resume(self, asked: Question) -> None:
        """The question that was open is a row, and stands as it stood."""
        entry = self.report.entry(asked.entry_id)
        self._ask(entry, (asked.step, asked.indicator_id))

    def give_up(self) -> None:
        """The correction in which nothing has changed is put away."""
        self.report = replace(self.report, state=ReportState.FILED, correction_reason="")
        self.confirmed = None
        self._show(report_card(LANGUAGE, self.report))


_REPORT = TypeAdapter(WorkingReport)


def read_again(report: WorkingReport) -> WorkingReport:
    """The report as it is written down and read."""
    return _REPORT.validate_json(_REPORT.dump_json(report))


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


def type_plainly(conversation: Conversation, ledger: Ledger) -> None:
    """Types words of one meaning to what is asked; they stand as they were typed, or are refused.

    That may be since they are too long together, or since a figure has to be asked about.
    """
    assert conversation.asking is not None
    asked = Question(*conversation.asking)
    words, before = ledger.plain_words(asked.step), conversation.report
    answer = conversation.type(words)
    if isinstance(answer, Accepted):
        ledger.hears(asked, words, conversation.report.entry(asked.entry_id).content)
    else:
        assert conversation.report == before
        is_long = answer is not None and answer.text_key == "answer-too-long"
        may_refuse = asked.step in {Step.FIGURE, Step.EXPLAIN, Step.STANDS}
        assert is_long or may_refuse, (asked, answer)


def answer_plainly(conversation: Conversation, ledger: Ledger) -> None:
    """What a person does who wants to be done: answers what is asked by a tap or one text."""
    assert conversation.asking is not None
    entry_id, step, indicator_id = conversation.asking
    if step is Step.STATUS:
        press = next(
            press
            for press in conversation.offered()
            if (press.action, press.target) == (Action.STATUS, entry_id)
            and press.argument == EntryStatus.ON_TRACK
        )
        conversation.press(press)
        content = conversation.report.entry(entry_id).content
        ledger.sees_status(entry_id, EntryStatus.ON_TRACK, content)
        return
    words = "0" if step is Step.FIGURE else ledger.plain_words(step)
    assert isinstance(conversation.type(words), Accepted), (step, indicator_id)
    ledger.hears(
        Question(entry_id, step, indicator_id), words, conversation.report.entry(entry_id).content
    )


def finish(conversation: Conversation, ledger: Ledger) -> None:
    """From wherever it stands to a filed report, by offered buttons and plain texts alone."""
    questions = sum(5 + len(entry.measure.indicators) for entry in conversation.report.entries)
    for _ in range(3 * questions + 5):
        if conversation.is_filed:
            return
        offered = {press.action: press for press in reversed(conversation.offered())}
        if conversation.asking is not None and next_entry(conversation.report) is not None:
            answer_plainly(conversation, ledger)
        elif Action.FILE in offered:
            conversation.press(offered[Action.FILE])
        elif Action.PREVIEW in offered:
            conversation.press(offered[Action.PREVIEW])
        elif faults(conversation.report) and Action.ENTRY in offered:
            conversation.press(offered[Action.ENTRY])
        elif Action.CORRECT_DROP in offered:
            conversation.give_up()
        else:
            conversation.press(offered[Action.REPORT])
    raise AssertionError("a dead end: the report cannot be filed from here")


STORED = 5
"""Changes after which somebody may want to be done, so that most runs come to a correction."""


class People(RuleBasedStateMachine):
    """Taps, words, jumps, skips and changes of mind in any order, with two phones in hand.

    What was acknowledged stands in the ledger; what is filed, and what was shown when it was
    confirmed, is held against that.
    """

    @initialize(report=reports(fresh=True, most=5))
    def opens(self, report: WorkingReport) -> None:
        report = replace(report, revision=0, return_reason="")
        self.conversation = Conversation(report)
        self.ledger = Ledger(report)
        self.exempted: list[ReportEntry] = []
        self.filed: tuple[FiledEntry, ...] = ()
        self.enough = report.version + STORED

    def is_open(self) -> bool:
        return not self.conversation.is_filed

    def is_asked(self) -> bool:
        return self.conversation.asking is not None

    @invariant()
    def what_is_exempt_is_asked_nowhere(self) -> None:
        report, gone = self.conversation.report, {entry.entry_id for entry in self.exempted}
        assert report.exempt_ids == gone
        assert self.conversation.asking is None or self.conversation.asking[0] not in gone
        assert not gone & {fault.entry_id for fault in faults(report)}
        led_to = {press.target for press in self.conversation.offered() if press.action in OF_ENTRY}
        assert not gone & led_to

    @invariant()
    def what_was_acknowledged_stands(self) -> None:
        for entry in self.conversation.report.entries:
            assert entry.content == self.ledger.told[entry.entry_id]

    @rule(data=st.data())
    def taps_any_button_that_is_offered(self, data: st.DataObject) -> None:
        self._taps(data.draw(st.sampled_from(self.conversation.offered())))

    @rule(data=st.data())
    def taps_a_button_of_any_card_so_far(self, data: st.DataObject) -> None:
        """An old card further up, or the keyboard that stands on the other phone still."""
        ever = self.conversation.ever
        self._taps(data.draw(st.sampled_from(list(ever))))

    @precondition(lambda self: self.conversation.is_filed)
    @rule()
    def opens_a_correction(self) -> None:
        self._taps(Press(Action.CORRECT, self.conversation.report.report_id))

    @rule(data=st.data())
    def taps_the_same_on_both_phones(self, data: st.DataObject) -> None:
        """Both show the button; the second tap comes when the first has done its work."""
        press = data.draw(st.sampled_from(self.conversation.offered()))
        self._taps(press)
        once, revision = self._contents(), self.conversation.report.revision
        self._taps(press)
        assert self._contents() == once
        assert self.conversation.report.revision == revision

    def _taps(self, press: Press) -> None:
        before, replies = self.conversation.report, self.conversation.replies
        was_filed = self.conversation.is_filed
        self.conversation.press(press)
        assert self.conversation.replies > replies, "silence"
        self._nothing_was_lost(before, tapped=press.action)
        if press.action is Action.STATUS and self.conversation.report.has(press.target):
            now = self.conversation.report.entry(press.target)
            if not was_filed:
                self.ledger.sees_status(press.target, EntryStatus(press.argument), now.content)
        self._notes(before)
        if self.conversation.is_filed and not was_filed:
            assert press.version == before.version, "filed, and not what was shown"
            self._was_confirmed()

    def _was_confirmed(self) -> None:
        if self.conversation.confirmed is not None:
            self.ledger.assert_shown(*self.conversation.confirmed)
            self.ledger.assert_filed(self.conversation.filed)
        self.filed = self.conversation.filed

    @invariant()
    def what_was_filed_stays_until_it_is_filed_again(self) -> None:
        assert self.conversation.filed == self.filed

    @precondition(is_asked)
    @rule()
    def types_plain_words(self) -> None:
        type_plainly(self.conversation, self.ledger)

    @precondition(is_asked)
    @rule(data=st.data())
    def types_on_the_phone_that_shows_an_older_card(self, data: st.DataObject) -> None:
        """It is the answer of the measure that was read there, or it is asked about."""
        report = self.conversation.report
        known = [one for one in self.conversation.asked_ever if report.has(one.entry_id)]
        stood, was_before = data.draw(st.sampled_from(known)), self.conversation.before
        words = self.ledger.plain_words(stood.step)
        went = self.conversation.type_below(stood, words)
        if went is None:
            assert self.conversation.report == report
        elif isinstance(went[1], Accepted):
            assert went[0].entry_id == stood.entry_id, "it went to another measure"
            is_of_tap = stood.step is Step.STATUS and went[0].step in {Step.TEXT, Step.REASON}
            assert went[0] in {stood, was_before} or is_of_tap, "it went to another question"
            now = self.conversation.report.entry(stood.entry_id).content
            assert words in repr(now) or went[0].step in {Step.FIGURE, Step.STANDS}
            self._notes(report)
        else:
            assert self.conversation.report == report

    @precondition(is_asked)
    @rule(text=SENTENCES)
    def types_a_sentence(self, text: str) -> None:
        asking, before = self.conversation.asking, self.conversation.report
        if isinstance(self._types(text), Accepted) and asking and asking[1] is not Step.FIGURE:
            entry = self.conversation.report.entry(asking[0])
            content, was = entry.content, before.entry(asking[0]).content
            is_kept = any(cleaned(text) in said_in(entry, name) for name in SAID)
            is_figure = content.figures != was.figures  # a number alone answers for the figure
            assert is_kept or is_figure or content.explanations != was.explanations

    @precondition(is_asked)
    @rule(text=st.sampled_from(TOTALS))
    def types_a_total(self, text: str) -> None:
        self._types(text)

    @precondition(is_asked)
    @rule(text=WORDS)
    def types_a_word(self, text: str) -> None:
        self._types(text)

    @precondition(is_open)
    @rule(data=st.data(), caption=CAPTIONS)
    def sends_a_photo(self, data: st.DataObject, caption: str) -> None:
        before = self.conversation.report
        entry_id = data.draw(st.sampled_from([entry.entry_id for entry in before.entries]))
        asked = self.conversation.send_photo(entry_id, caption)
        self.ledger.sees_photo(entry_id)
        rewritten = (entry_id, asked.step, asked.indicator_id) if asked is not None else None
        self._nothing_was_lost(before, rewritten=rewritten)
        self._notes(before)
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
            self._notes(before)
        return answer

    def _notes(self, before: WorkingReport) -> None:
        """What was acknowledged just now, as the bot has taken it."""
        for entry in self.conversation.report.entries:
            if before.has(entry.entry_id) and before.entry(entry.entry_id) != entry:
                self.ledger.notes(entry.entry_id, entry.content)

    def _contents(self) -> list[EntryContent]:
        return [entry.content for entry in self.conversation.report.entries]

    @precondition(is_asked)
    @rule()
    def does_what_is_asked(self) -> None:
        before, asking = self.conversation.report, self.conversation.asking
        answer_plainly(self.conversation, self.ledger)
        self._nothing_was_lost(before, rewritten=asking)

    @precondition(lambda self: self.is_open() and self.conversation.report.version > self.enough)
    @rule()
    def does_all_that_is_asked_and_files(self) -> None:
        self.conversation.press(Press(Action.REPORT, self.conversation.report.report_id))
        finish(self.conversation, self.ledger)
        self._was_confirmed()
        self.enough = self.conversation.report.version + STORED

    @precondition(lambda self: self.conversation.asking is None)
    @rule()
    def goes_to_the_first_question_that_is_offered(self) -> None:
        offered = self.conversation.offered()
        if jumps := [press for press in offered if press.action is Action.ENTRY]:
            self.conversation.press(jumps[0])

    @precondition(lambda self: self.is_open() and len(self.conversation.report.entries) > 1)
    @rule(data=st.data())
    def office_exempts_a_measure(self, data: st.DataObject) -> None:
        entries = self.conversation.report.entries
        chosen = data.draw(st.sampled_from([entry.entry_id for entry in entries]))
        self.exempted.append(self.conversation.exempt(chosen))
        self.ledger.leaves_out(chosen)

    @precondition(lambda self: self.is_open() and self.exempted)
    @rule(data=st.data())
    def office_takes_an_exemption_back(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.exempted))
        self.exempted.remove(entry)
        self.conversation.ask_after_all(entry)
        self.ledger.takes_in(entry)
        assert self.conversation.report.entry(entry.entry_id) == entry

    @rule()
    def comes_back_after_a_restart(self) -> None:
        """What is not written down is gone; the rest is read again, the cards in the chat too."""
        known = self.conversation
        self.conversation = Conversation(read_again(known.report))
        self.conversation.met = known.met
        self.conversation.ever, self.conversation.asked_ever = known.ever, known.asked_ever
        self.conversation.confirmed = known.confirmed
        if known.asking is not None:
            entry_id, step, indicator_id = known.asking
            self.conversation.resume(Question(entry_id, Step(str(step)), indicator_id))
            assert self.conversation.screen == known.screen

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
        is_called_for = read_step(entry, step_argument(step, indicator_id)) is not None
        assert is_called_for or is_settled(entry, step), "nothing that is asked of it"
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
        finish(self.conversation, self.ledger)
        self._was_confirmed()
        gone = {entry.entry_id for entry in self.exempted}
        asked = {e.entry_id for e in self.conversation.report.entries}
        assert self.conversation.met | gone == asked | gone
        assert all(is_complete(entry) for entry in self.conversation.report.entries)
        if self.conversation.confirmed is None:
            return
        for entry, filed in zip(
            self.conversation.report.entries, self.conversation.filed, strict=True
        ):
            content = filed.content
            is_wanted = content.status in TROUBLED or stands_on(entry.measure, content)
            is_wanted = is_wanted or bool(content.problem_stands)
            assert bool(content.problem) == is_wanted
            assert is_wanted or not content.next_step + content.help_from
            assert (content.follow_up is not None) == (entry.measure.open_problem is not None)
            assert bool(content.text) != content.no_progress


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
