"""Liaisons and deputies: they fill in and file the report of their unit."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from enum import StrEnum

from sandbox.messages import Message, StoredFile
from sandbox.people.actors import Actor, Puzzled, Team
from sandbox.people.character import Aside, Character, Said, after_working
from sandbox.people.errands import Deeds
from sandbox.people.figures import Target, reached, written
from sandbox.people.screens import QUESTIONS, Kind, Screen, read
from sandbox.people.words import Pen
from sandbox.person import Person
from sandbox.word import typed_behind

_MOST_TRIES = 4  # answered so often and asked again at once: something is wrong
_RESUMES_WITHIN = (5, 60)  # working minutes after the reminder
_FIXES_WITHIN = (420, 500)  # working minutes after a return: the next morning
_CORRECTS_AFTER = 300  # working minutes after filing
_TURNS_ASIDE_WITHIN = (1, 6)  # working minutes after the message
_NOTES = frozenset(
    {
        Kind.HELP_OPENED,
        Kind.HELP_ANSWERED,
        Kind.EVIDENCE_PLACED,
        Kind.HIGHLIGHT_MARKED,
        Kind.EXEMPTED,
        Kind.PROBLEM_CLOSED,
        Kind.STAMPED,
        Kind.STAMP_AMISS,
        Kind.SIGNING,
        Kind.PAPER_REMINDER,
    }
)
"""What is good to know; their buttons are for whoever thinks otherwise."""

_ONLY_READ = _NOTES | {Kind.SETTLED, Kind.FULL_TEXT, Kind.AWAY_KNOWN, Kind.EXTENSION_GRANTED}
_ASKS_FOR_A_REPORT = frozenset({Kind.OPENING, Kind.REMINDER, Kind.STANDS_IN, Kind.HELP_WELCOME})
_MONTH = re.compile(r"(\d+)月份")
_OF_THE_WHOLE_UNIT = re.compile(r"月报(不用|恢复)填报")
_TO_THE_LIST = "目录"
_ONWARD = ("继续：", "开始：", "核对并报送", "预览")
_HIGHLIGHT = "亮点写入完成情况"
_WORDS = ("改完成情况", "改原因", "改“")
_FIGURES = ("改“", "改完成情况", "改原因")
_SHARE_DONE = 0.05
_SHARE_NO_PROGRESS = 0.04
_SHARE_FIGURE_IN_TEXT = 0.5
_SHARE_TOO_MANY_ZEROS = 0.4  # of the slips: a figure that needs a second look


class Status(StrEnum):
    """What is chosen for a measure, by the text of its button."""

    DONE = "已完成"
    ON_TRACK = "正常推进"
    BEHIND = "滞后"
    NOT_BEGUN = "未启动"


class Turn(StrEnum):
    """What has become of a problem, by the text of its button."""

    RESOLVED = "已解决"
    HANDLING = "处理中"
    UNCHANGED = "没有变化"


@dataclass
class Intent:
    """What somebody means to say of one measure; the last three are crossed off once done."""

    status: Status
    terse: bool = False
    no_progress: bool = False
    slip: bool = False
    skip: bool = False
    misjudged: bool = False


class Filer(Actor):
    """A liaison, or a deputy in the liaison's place.

    drafts: every document received. links: every link for a colleague, newest last.
    """

    expects = (
        QUESTIONS
        | _NOTES
        | {
            Kind.WELCOME,
            Kind.OPENING,
            Kind.REMINDER,
            Kind.RETURNED,
            Kind.SENT_BACK,
            Kind.SETTLED_REMINDER,
            Kind.ACCEPTED,
            Kind.ANNOUNCEMENT,
            Kind.LIST,
            Kind.SETTLED,
            Kind.CORRECTION,
            Kind.WORD,
            Kind.PREVIEW,
            Kind.FULL_TEXT,
            Kind.RECEIPT,
            Kind.DRAFT,
            Kind.MAILED,
            Kind.EXTENDED_REMINDER,
            Kind.AWAY_ASK,
            Kind.AWAY_CONFIRM,
            Kind.AWAY_KNOWN,
            Kind.STANDS_IN,
            Kind.WELCOME_BACK,
            Kind.SNOOZE_WHEN,
            Kind.SNOOZED,
            Kind.EXTEND_ASK,
            Kind.EXTEND_REASON,
            Kind.EXTEND_ASKED,
            Kind.EXTENSION_GRANTED,
            Kind.SAME_ALL,
            Kind.WITHOUT_EVIDENCE,
            Kind.DOUBTED_ALIKE,
            Kind.HELP_PICK,
            Kind.HELP_LINK,
        }
    )

    def __init__(
        self,
        phone: Person,
        team: Team,
        character: Character,
        *later: Character,
        zone: tzinfo,
        seed: int = 0,
        errands: Sequence[Deeds] = (),
    ) -> None:
        """later: what they are like in the months after the first; the last stays."""
        super().__init__(phone, zone=zone, errands=errands)
        self.team = team
        self.drafts: list[StoredFile] = []
        self.links: list[str] = []
        self._later = list(later)
        self._numbers = random.Random(f"{seed} {team.unit} {phone.user.name}")  # noqa: S311  play
        self._month = 0
        self._is_like(character)

    def _is_like(self, character: Character) -> None:
        """At the beginning of a month nothing of it is known yet."""
        self.character = character
        self._says = {said.number: said for said in character.says}
        self._reminders = 0
        self._answers = 0
        self._intents: dict[str, Intent] = {}
        self._turns: dict[str, Turn] = {}
        self._figures: dict[str, Decimal] = {}  # by number and name
        self._to_mend: list[str] = []
        self._to_change = _WORDS
        self._to_edit: tuple[Message, str] | None = None
        self._to_hand_on = character.hands_on
        self._to_take_over = character.as_last
        self._pauses = character.stops_after > 0
        self._to_read = character.reads_through
        self._to_correct = character.corrects
        self._is_correcting = False
        self._added_to = ""  # the measure that a sentence was added to in Word
        self._tried: tuple[str, int] = ("", 0)
        self._asides = list(character.asides)
        self._aside: tuple[Aside, Screen] | None = None

    # What they see

    def sees(self, screen: Screen, now: datetime) -> None:
        if screen.kind in _ASKS_FOR_A_REPORT | {Kind.LIST}:
            self._notes_the_month(screen)
        if self._turns_aside(screen, now):
            return
        match screen.kind:
            case kind if kind in _ASKS_FOR_A_REPORT and screen.labels:
                self._is_reminded(now)
            case Kind.RETURNED if screen.labels:
                self._is_returned(screen, now)
            case Kind.SENT_BACK:
                self._to_mend, self._to_change = list(self._intents)[:1], _WORDS
            case Kind.RECEIPT if screen.labels:
                self.team.filed, self._is_correcting = True, False
                self.team.has_filed = True
                self._to_mend = []
                if self._to_correct:
                    self._goes_on_at = after_working(now, _CORRECTS_AFTER)
            case Kind.DRAFT if screen.message.document is not None:
                self.drafts.append(screen.message.document)
            case Kind.EXEMPTED if told := _OF_THE_WHOLE_UNIT.search(screen.message.text):
                self.team.exempt = told[1] == "不用"
            case Kind.HELP_LINK:
                self.links += re.findall(r"https?://\S+", screen.message.text)
            case kind if screen.labels and kind not in _ONLY_READ and self.has_work(screen):
                self._goes_on(now)
            case Kind.FULL_TEXT if screen.label("返回核对"):
                self._goes_on(now)

    def received_draft(self, back: int) -> bytes:
        if back >= len(self.drafts):
            return super().received_draft(back)
        return self.drafts[-1 - back].content

    def has_work(self, screen: Screen) -> bool:  # noqa: ARG002  none, to a helper
        """Whether the screen leaves anything to do."""
        return True

    def _notes_the_month(self, screen: Screen) -> None:
        """What is still said of an older month begins nothing."""
        named = _MONTH.search(screen.message.text)
        month = int(named[1]) if named else 0
        if self._month and month > self._month:
            self._is_like(self._later.pop(0) if self._later else self.character)
        self._month = max(self._month, month)
        self.team.begins(month)

    def _turns_aside(self, screen: Screen, now: datetime) -> bool:
        """Whether there is something to be done first, beside the report."""
        if not self._asides or screen.kind is not self._asides[0].sees or not screen.labels:
            return False
        if screen.kind in {Kind.OPENING, Kind.REMINDER}:
            self._reminders += 1
        self._aside = self._asides.pop(0), screen
        self._goes_on_at = after_working(now, self._numbers.uniform(*_TURNS_ASIDE_WITHIN))
        return True

    def is_pressed(self, now: datetime) -> None:
        """Somebody above asks where the report is."""
        if not self.team.filed and self.character.begins_at and self._goes_on_at is None:
            self._goes_on_at = after_working(now, self._numbers.uniform(30, 120))

    def _is_reminded(self, now: datetime) -> None:
        if self.team.filed:
            raise Puzzled(self.phone, "was reminded of a report that is filed")
        self._reminders += 1
        if self._goes_on_at is not None or not self.character.begins_at:
            return
        if self._reminders == self.character.begins_at:
            self._goes_on_at = after_working(now, self._numbers.uniform(*self.character.within))
        elif self._reminders > self.character.begins_at:
            self._goes_on_at = after_working(now, self._numbers.uniform(*_RESUMES_WITHIN))

    def _is_returned(self, screen: Screen, now: datetime) -> None:
        """Who has filed it mends what the reason names, when there is time."""
        self.team.filed = False
        if self.drafts and self._goes_on_at is None:
            named = [number for number in self._intents if f"第{number}项" in screen.message.text]
            self._to_mend, self._to_change = named or list(self._intents)[:1], _WORDS
            self._goes_on_at = after_working(now, self._numbers.uniform(*_FIXES_WITHIN))

    def _goes_on(self, now: datetime) -> None:
        """To the next answer; or, once, only when somebody reminds them."""
        if self._pauses and self._answers >= self.character.stops_after:
            self._pauses = False
            return
        pause = self.character.pace * self._numbers.uniform(0.5, 1.5)
        self._goes_on_at = now + timedelta(seconds=pause)

    # What they do

    def does_next(self, now: datetime) -> None:
        """Acts on what was to be done first, else on the newest message that has buttons."""
        if self._aside is not None:
            self._does_aside(*self._aside, now)
        elif self._to_edit is not None:
            (message, text), self._to_edit = self._to_edit, None
            self.edits(message, text, now)
        elif not self.team.filed or self._to_correct or self._is_correcting:
            self._acts_on(self._screen(), now)

    def _does_aside(self, aside: Aside, on: Screen, now: datetime) -> None:
        self._aside = None
        if aside.taps:
            self._taps(on, now, aside.taps)
        else:
            self.types(aside.types, now)

    def _acts_on(self, screen: Screen, now: datetime) -> None:
        match screen.kind:
            case kind if kind in QUESTIONS:
                self._counts_tries(screen)
                self._answers_question(screen, now)
            case kind if kind in _ASKS_FOR_A_REPORT or kind is Kind.RETURNED:
                self.taps(screen.message, screen.labels[0], now)
            case Kind.LIST:
                self._chooses(screen, now)
            case Kind.HELP_PICK:
                self._hands_on(screen, now)
            case Kind.SAME_ALL:
                self._taps(screen, now, "确认 ", answers=True)
            case Kind.WITHOUT_EVIDENCE | Kind.DOUBTED_ALIKE:
                self._says_why_of_all(screen, now)
            case Kind.PREVIEW:
                self._files(screen, now)
            case Kind.FULL_TEXT:
                self._taps(screen, now, "返回核对")
            case Kind.RECEIPT | Kind.SETTLED:
                self._begins_correction(screen, now)
            case Kind.WORD:
                self._taps(screen, now, "确认改动")
            case Kind.CORRECTION:
                self.types(self._why_corrected(self._pen(now)), now)
            case _:
                raise Puzzled(self.phone, "does not know what to do next")

    def _screen(self) -> Screen:
        for message in reversed(self.phone.chat):
            if message.from_bot and message.buttons:
                screen = read(message)
                if screen is not None and screen.kind not in _NOTES:
                    return screen
        raise Puzzled(self.phone, "has nothing to act on")

    def _taps(self, screen: Screen, now: datetime, *labels: str, answers: bool = False) -> None:
        """Taps the first of these buttons that is there."""
        label = screen.label(*labels)
        if label is None:
            raise Puzzled(self.phone, f"sees none of the buttons {labels}")
        self.taps(screen.message, label, now, answers=answers)

    def _counts_tries(self, screen: Screen) -> None:
        question, tries = self._tried
        this = f"{screen.kind} {screen.number} {screen.asked}"
        self._tried = (this, tries + 1 if this == question else 1)
        if self._tried[1] > _MOST_TRIES:
            raise Puzzled(self.phone, f"is asked again and again: {screen.message.text}")

    def _chooses(self, screen: Screen, now: datetime) -> None:
        """In the list of measures: what has to be mended or said anew, else what comes next."""
        wanted = [*self._to_mend, *self._to_say()]
        if self._to_hand_on:
            self._taps(screen, now, "请同事填")
        elif wanted and wanted[0] in screen.labels:
            self.taps(screen.message, wanted[0], now)
        elif wanted:
            self._taps(screen, now, "›")
        elif self._takes_over():
            self._to_take_over = False
            self._taps(screen, now, "其余同上月（", *_ONWARD)
        else:
            self._taps(screen, now, *_ONWARD)

    def _hands_on(self, screen: Screen, now: datetime) -> None:
        """Chooses what a colleague is asked for, makes the link, and goes back to the list."""
        chosen = {label.removeprefix("● ") for label in screen.labels if label.startswith("● ")}
        left = [number for number in self._to_hand_on if number not in chosen]
        if left:
            self.taps(screen.message, left[0], now)
        elif self._to_hand_on:
            self._to_hand_on = ()
            self._taps(screen, now, "生成链接（")
        else:
            self._taps(screen, now, _TO_THE_LIST)

    def _to_say(self) -> list[str]:
        """Measures that last month's answers will not do for, and that nobody has asked about yet.

        Those with a problem are asked about anyway.
        """
        if not self._to_take_over:
            return []
        return [n for n, said in self._says.items() if n not in self._intents and not said.turn]

    def _takes_over(self) -> bool:
        """Whether all that is left is as last month."""
        return self._to_take_over and len(self._intents) >= self.character.anew

    def _is_in_a_hurry(self, number: str) -> bool:
        """Whether this measure, not begun yet, can wait until the others are out of the way."""
        wanted = self._to_say()
        if number in self._intents or self._to_mend:
            return False
        return number not in wanted if wanted else self._takes_over()

    def _files(self, screen: Screen, now: datetime) -> None:
        if self._to_mend:
            self._taps(screen, now, _TO_THE_LIST)
        elif missing := [text for text in screen.labels if text.startswith(("补 ", "说明 "))]:
            own = [text for text in missing if text.partition(" ")[2] not in self._with_others()]
            if own:
                self.taps(screen.message, own[0], now)
        elif self._to_read:
            self._to_read = False
            self._taps(screen, now, "查看全文")
        else:
            self._taps(screen, now, "报送")

    def _with_others(self) -> tuple[str, ...]:
        """Measures that a colleague answers: whoever asked for that waits to hear of it."""
        return () if self._to_hand_on else self.character.hands_on

    def _begins_correction(self, screen: Screen, now: datetime) -> None:
        self._to_correct, self._is_correcting = False, True
        if self.character.rewords:
            self._rewords(now)
            return
        self._to_mend, self._to_change = [*self._with_figures(), *self._intents][:1], _FIGURES
        self._taps(screen, now, "更正")

    def _with_figures(self) -> list[str]:
        """The measures of which a figure was given."""
        return [key.partition(" ")[0] for key in self._figures]

    def _rewords(self, now: datetime) -> None:
        draft = self.drafts[-1]
        typed = typed_behind(draft.content, self.character.rewords)
        if typed is None:
            raise Puzzled(self.phone, "finds no measure in the draft")
        self._added_to = typed.number
        self.sends_file(draft.name, typed.document, now)

    def _why_corrected(self, pen: Pen) -> str:
        """Names the measure, and what of it becomes another."""
        if self._added_to:
            return pen.addition(self._added_to)
        number = [*self._to_mend, *self._intents][0]
        is_figure = number in self._with_figures()
        return pen.correction(number) if is_figure else pen.rewording(number)

    def _says_why_of_all(self, screen: Screen, now: datetime) -> None:
        if screen.kind is Kind.WITHOUT_EVIDENCE:
            self._taps(screen, now, "材料存档备查", answers=True)
        else:
            self.types(self._pen(now).explanation(), now, answers=True)

    def _answers_question(self, screen: Screen, now: datetime) -> None:
        if self._is_in_a_hurry(screen.number):
            self._taps(screen, now, _TO_THE_LIST)
            return
        intent = self._intents.get(screen.number) or self._makes_up_their_mind(screen)
        self._answers += 1
        pen = self._pen(now)
        match screen.kind:
            case Kind.STATUS:
                self._answers_status(screen, intent, now)
            case Kind.ONE_LINE:
                self._answers_in_one_line(screen, intent, pen, now)
            case Kind.TEXT:
                self._answers_text(screen, intent, pen, now)
            case Kind.FOLLOW_UP:
                self._follows_up(screen, pen, now)
            case Kind.EXPLAIN if "相差很大" in screen.message.text:
                self._taps(screen, now, "填错了，改")
            case Kind.SETTLED_DOUBT:
                self._taps(screen, now, "不改，继续")
            case Kind.WHICH_TOTAL:
                self._taps(screen, now, "以指标为准", answers=True)
            case Kind.STANDS:
                label = self._numbers.choice(("已解决", "仍存在"))
                self._taps(screen, now, label, answers=True)
            case Kind.EVIDENCE if photo := self._said(screen.number).photo:
                self.sends_photo(photo, now)
            case Kind.FIGURE:
                self.types(self._figure(screen, intent, now), now, answers=True)
            case _:
                self.types(self._in_words(screen, pen), now, answers=True)

    def _in_words(self, screen: Screen, pen: Pen) -> str:
        """What answers a question that wants a sentence, whatever the measure."""
        said = self._said(screen.number)
        match screen.kind:
            case Kind.PROBLEM:
                return said.problem or pen.problem(screen.title)
            case Kind.NEXT_STEP:
                return said.next_step or pen.next_step()
            case Kind.EXPLAIN:
                return pen.explanation()
            case Kind.EVIDENCE:
                return pen.no_evidence()
            case _:
                return pen.no_progress()

    def _answers_text(self, screen: Screen, intent: Intent, pen: Pen, now: datetime) -> None:
        if intent.misjudged:
            intent.misjudged = False
            self._taps(screen, now, *self._shuffled("改选状态", "‹ 返回"))
        elif screen.label(_HIGHLIGHT) and not self._to_mend:
            self._taps(screen, now, _HIGHLIGHT, answers=True)
        else:
            sent = self.types(self._text(screen, intent, pen, now), now, answers=True)
            edited = self._said(screen.number).edited
            self._to_edit = (sent, edited) if edited else None

    def _said(self, number: str) -> Said:
        return self._says.get(number) or Said(number)

    def _follows_up(self, screen: Screen, pen: Pen, now: datetime) -> None:
        """Says what has become of the problem of a month before; a tap first, where one will do."""
        number, said = screen.number, self._said(screen.number)
        if number not in self._turns:
            self._turns[number] = Turn(said.turn or self._numbers.choice(list(Turn)))
            if self._turns[number] is not Turn.HANDLING:
                self._taps(screen, now, self._turns[number], answers=True)
                return
        is_solved = self._turns[number] is Turn.RESOLVED
        words = pen.solved() if is_solved else pen.follow_up()
        self.types(said.since or words, now, answers=True)

    def _makes_up_their_mind(self, screen: Screen) -> Intent:
        if said := self._says.get(screen.number):
            return self._intends(screen, Intent(Status(said.status)))
        draw, character = self._numbers.random, self.character
        status, chance = Status.ON_TRACK, draw()
        if chance < character.trouble:
            rests = chance < character.trouble / 3 and not screen.targets
            status = Status.NOT_BEGUN if rests else Status.BEHIND
        elif chance > 1 - _SHARE_DONE:
            status = Status.DONE
        ordinary = status is Status.ON_TRACK and not screen.targets
        intent = Intent(
            status,
            terse=status is Status.ON_TRACK and draw() < character.terse,
            no_progress=ordinary and draw() < _SHARE_NO_PROGRESS,
            slip=draw() < character.slips,
            skip=draw() < character.skips,
            misjudged=draw() < character.changes_mind,
        )
        return self._intends(screen, intent)

    def _intends(self, screen: Screen, intent: Intent) -> Intent:
        self._intents[screen.number] = intent
        return intent

    def _answers_status(self, screen: Screen, intent: Intent, now: datetime) -> None:
        mends = self._to_mend[:1] == [screen.number]
        if mends and screen.label(*self._to_change):
            self._taps(screen, now, *self._to_change)
        elif intent.skip:
            intent.skip = False
            self._taps(screen, now, "跳过")
        elif self._is_as_last(screen):
            self._taps(screen, now, "仍为已完成", "同上月", answers=True)
        elif intent.no_progress and screen.label("本月无进展"):
            intent.misjudged = False
            self._taps(screen, now, "本月无进展", answers=True)
        elif intent.misjudged:
            others = [status for status in Status if status is not intent.status]
            self._taps(screen, now, self._numbers.choice(others), answers=True)
        else:
            self._taps(screen, now, intent.status, answers=True)

    def _is_as_last(self, screen: Screen) -> bool:
        """Whether a tap says it all; where a problem is solved, more has to be said."""
        said = self._says.get(screen.number)
        is_anew = self._to_take_over or (said is not None and not said.turn)
        if is_anew or not self.character.as_last:
            return False
        is_solved = self._turns.get(screen.number) is Turn.RESOLVED
        return not is_solved and screen.label("仍为已完成", "同上月") is not None

    def _answers_in_one_line(self, screen: Screen, intent: Intent, pen: Pen, now: datetime) -> None:
        """Says what they helped with, or by a tap that there was nothing."""
        mends = self._to_mend[:1] == [screen.number]
        if mends:
            self._to_mend.pop(0)
        if intent.skip and not mends:
            intent.skip = False
            self._taps(screen, now, "跳过")
        elif intent.no_progress and not mends:
            self._taps(screen, now, "本月无配合事项", answers=True)
        else:
            self.types(pen.completion(screen.title), now, answers=True)

    def _text(self, screen: Screen, intent: Intent, pen: Pen, now: datetime) -> str:
        mends = self._to_mend[:1] == [screen.number]
        if mends:
            self._to_mend.pop(0)
        if said := self._said(screen.number).text:
            return said
        if intent.terse and not mends:
            return pen.terse()
        if intent.status is Status.NOT_BEGUN:
            return pen.not_begun()
        is_done = intent.status is Status.DONE
        text = pen.done(screen.title) if is_done else pen.completion(screen.title)
        rising = [t for t in screen.targets if "累计" in screen.message.text and not t.falls]
        if len(rising) == 1 and self._numbers.random() < _SHARE_FIGURE_IN_TEXT:
            total = self._total(screen.number, rising[0], intent, now)
            target = rising[0]
            text += f"{target.name}，累计{written(total)}{target.unit}。"
        return text

    def _figure(self, screen: Screen, intent: Intent, now: datetime) -> str:
        target = next((t for t in screen.targets if t.name == screen.asked), None)
        if target is None:
            raise Puzzled(self.phone, f"sees no target for {screen.asked}")
        if intent.slip:
            intent.slip = False
            if self._numbers.random() < _SHARE_TOO_MANY_ZEROS and not target.falls:
                return f"{written(target.value)}000"
            return self._numbers.choice(("快一半了吧", "还在统计", "跟计划差不多"))
        if self._to_mend[:1] == [screen.number]:
            self._to_mend.pop(0)
            step = Decimal(1) if target.counted else Decimal("0.1")
            return written(self._total(screen.number, target, intent, now) + step)
        total = written(self._total(screen.number, target, intent, now))
        return total + self._numbers.choice(("", target.unit))

    def _total(self, number: str, target: Target, intent: Intent, now: datetime) -> Decimal:
        key = f"{number} {target.name}"
        if key not in self._figures:
            is_done = intent.status is Status.DONE
            total = target.value if is_done else reached(target, self._reported(now), self._numbers)
            self._figures[key] = total
        return self._figures[key]

    def _reported(self, now: datetime) -> int:
        """The month that the report is about, 1 to 12."""
        return self._month or (now.month - 2) % 12 + 1

    def _pen(self, now: datetime) -> Pen:
        return Pen(self.team.unit, self._reported(now), self._numbers)

    def _shuffled(self, *labels: str) -> list[str]:
        return self._numbers.sample(labels, len(labels))
