"""People who go on whatever happens: they read the screen, act once, and look again when unsure.

They remember what they said and what they were shown, and so can be asked afterwards whether
anything of it is lost.
"""

import random
import re
import string
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sandbox import Message, MisuseError, Person, Sandbox
from sandbox.people import Kind, Screen, read
from sandbox.people.screens import QUESTIONS

ON_TRACK, CHANGE_TEXT, NO_FIGURE = "正常推进", "改完成情况", "暂无数据"
UNCHANGED = "月报退回后没有改动。"
WAITING, ONE_BY_ONE = "有一条文字还没定是哪一项", "分开，一条一条选"
SAVED = r"^\S+ {number}　.*已存"  # of an answer, by the number of its measure
PATIENCE = 6.0
"""Real seconds after which somebody who hears nothing sends /report; then after twice as long."""


@dataclass
class Said:
    """What somebody wrote about one measure, in order.

    shown: so many of them were surely shown as saved.
    is_sorted: no text that waited was put here later, when others stood here already.
    """

    texts: list[str] = field(default_factory=list)
    shown: int = 0
    is_sorted: bool = True
    _unheard: list[int] = field(default_factory=list)  # how many had been written, with each

    def writes(self, words: str) -> None:
        self.texts.append(words)
        self._unheard.append(len(self.texts))

    def is_shown(self) -> bool:
        """That it is saved: the oldest of which nothing was heard, for all one knows.

        Whoever went elsewhere meanwhile may hear of it late. Whether nothing else is waited for.
        """
        if self._unheard:
            self.shown = self._unheard.pop(0)
        return not self._unheard

    def accounts_for(self, stored: str) -> bool:
        """Whether these words are the last that were shown as saved, or what was written since.

        What was written twice to one question, since nothing was heard of the first, goes on with
        it, line by line; one of these may wait for its place.
        """
        lines = stored.split("\n")
        if not set(lines) <= set(self.texts):
            return False
        places = [self.texts.index(line) for line in lines]
        if len(set(places)) < len(places) or (self.is_sorted and places != sorted(places)):
            return False
        return max(places) >= self.shown - 1

    def are_dropped(self, texts: Collection[str]) -> None:
        """The writer has taken them back, and so hears no more of them."""
        self._unheard = [count for count in self._unheard if self.texts[count - 1] not in texts]


class Talker:
    """A liaison: fills the report, changes answers again and again, files, corrects.

    begins_at: when they first ask for the report by themselves; None: never.
    rewrites: how many answers they change before filing; corrects: how often they correct after.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        phone: Person,
        unit: str,
        chance: random.Random,
        *,
        begins_at: datetime | None,
        rewrites: int = 0,
        corrects: int = 0,
        pace: float = 0.0,
    ) -> None:
        self.phone = phone
        self.unit = unit
        self.said: dict[str, Said] = {}
        self.receipts: set[str] = set()
        self.file_taps = 0
        self.asked_again = 0
        self.filed_at: datetime | None = None
        self._sandbox = sandbox
        self._chance = chance
        self._begins_at = begins_at
        self._rewrites = rewrites
        self._corrects = corrects
        self._pace = pace
        self._is_open = True
        self._mends = ""
        self._waits_for_save = ""
        self._read: set[str] = set()
        self._answered: tuple[int, str] = (0, "")
        self._only_after = 0
        self._events_seen = -1
        self._acted_at = time.monotonic()
        self._acts_at = 0.0
        self._patience = PATIENCE

    @property
    def has_begun(self) -> bool:
        return self._begins_at is not None and self._sandbox.now() >= self._begins_at

    @property
    def is_done(self) -> bool:
        """Nothing is left to do but to be asked again."""
        return self._begins_at is None or not (self._is_open or self._corrects)

    def acts(self) -> None:
        """Nothing comes between what is read and what is done about it."""
        with self._sandbox.lock:
            self._acts(time.monotonic())

    def _acts(self, now: float) -> None:
        if not self.has_begun or now < self._acts_at:
            return
        events = len(self._sandbox.chats[self.phone.id].events)
        if events != self._events_seen:
            self._events_seen = events
            if self._is_asked_why():
                self._has_acted(self.phone.sends(self._words()), now)
                return
            screen = self._screen()
            if screen is not None and self._is_new(screen.message):
                self._notes(screen)
                if self._answers(screen):
                    self._has_acted(screen.message, now)
                return
        if not self.is_done and now - self._acted_at > self._patience:
            self.asked_again += 1
            self._patience *= 2
            self._only_after = self.phone.chat[-1].message_id
            self.phone.sends("/report")
            self._acted_at = now

    def _is_asked_why(self) -> bool:
        """Whether what was returned is to be filed as it was, which wants a word."""
        newest = self.phone.chat[-1]
        return newest.from_bot and UNCHANGED in newest.text

    def _has_acted(self, message: Message, now: float) -> None:
        self._answered, self._only_after = (message.message_id, message.text), 0
        self._acted_at, self._patience = now, PATIENCE
        self._acts_at = now + self._chance.uniform(0, self._pace)

    def _screen(self) -> Screen | None:
        """The newest message of the bot that offers anything."""
        chat = self._sandbox.chats[self.phone.id]
        with self._sandbox.lock:
            messages = reversed(chat.messages.values())
            newest = next((m for m in messages if m.from_bot and m.buttons), None)
        return None if newest is None else read(newest)

    def _is_new(self, message: Message) -> bool:
        """Not what was answered already, nor what stands above it and only lost its place."""
        if self._only_after:
            return message.message_id > self._only_after
        message_id, text = self._answered
        return message.message_id >= message_id and message.text != text

    def _notes(self, screen: Screen) -> None:
        """An answer is saved when it is said to be, in words that cannot be of an answer before.

        A next question is no sign of it: it may answer a tap that was on its way for days.
        """
        waits, words = self._waits_for_save, screen.message.text
        is_new = words not in self._read
        self._read.add(words)
        says_saved = re.search(SAVED.format(number=waits), words, re.MULTILINE)
        is_about_it = is_new and says_saved and screen.kind is not Kind.HELD
        if waits and is_about_it and self.said[waits].is_shown():
            self._waits_for_save = ""
        if screen.kind is Kind.RECEIPT:
            found = re.search(r"回执 (\S+?)[）。]", screen.message.text)
            assert found, screen.message.text
            self.receipts.add(found[1])
            self.filed_at = self.filed_at or self._sandbox.now()
            self._is_open = False

    def _answers(self, screen: Screen) -> bool:
        """Acts on what is on the screen; False when there is nothing to do."""
        match screen.kind:
            case Kind.OPENING | Kind.REMINDER | Kind.RETURNED:
                self._is_open = True
                done = self._taps(screen.labels[0])
            case Kind.LIST:
                done = self._chooses(screen)
            case Kind.STATUS:
                done = self._answers_status(screen)
            case Kind.TEXT | Kind.ONE_LINE:
                done = self._writes(screen.number)
            case Kind.FIGURE:
                done = self._taps(NO_FIGURE)
            case Kind.STANDS:
                done = self._taps("仍存在")
            case Kind.WITHOUT_EVIDENCE:
                done = self._taps("材料存档备查")
            case Kind.CORRECTION | (
                Kind.PROBLEM | Kind.NEXT_STEP | Kind.FOLLOW_UP | Kind.REASON | Kind.EVIDENCE
            ):
                done = bool(self.phone.sends(self._words()))
            case Kind.HELD:
                done = self._places(screen)
            case Kind.PREVIEW:
                done = self._files(screen)
            case Kind.RECEIPT | Kind.SETTLED:
                done = self._corrects_once(screen)
            case kind:
                assert kind not in QUESTIONS, f"{self.unit} cannot answer: {screen.message.text}"
                done = False
        return done

    def _chooses(self, screen: Screen) -> bool:
        if self._mends and self._mends in screen.labels:
            return self._taps(self._mends)
        if self._mends and screen.label("›"):
            return self._taps(screen.label("›"))
        return self._taps(screen.label("继续：", "开始：", "核对并报送", "预览"))

    def _answers_status(self, screen: Screen) -> bool:
        if screen.label(CHANGE_TEXT) and (
            screen.number == self._mends or self.said.get(screen.number)
        ):
            return self._taps(CHANGE_TEXT)
        return self._taps(screen.label(ON_TRACK))

    def _writes(self, number: str) -> bool:
        if number == self._mends:
            self._mends = ""
        words = self._words()
        self.said.setdefault(number, Said()).writes(words)
        self._waits_for_save = number
        self.phone.sends(words)
        return True

    def _places(self, screen: Screen) -> bool:
        """Puts a text that waits where it was written to; elsewhere it is of no use."""
        if screen.label(ONE_BY_ONE):
            return self._taps(screen.label(ONE_BY_ONE))
        quoted = re.findall(r"“([^”]+)”", screen.message.text)
        for number, said in self.said.items():
            if not quoted or not set(quoted) <= set(said.texts):
                continue
            ways = (f"补充 {number} 的", f"回答 {number} 的", f"{number}　")
            if screen.label(*ways):
                self._waits_for_save, said.is_sorted = number, False
                return self._taps(screen.label(*ways))
        for said in self.said.values():
            said.are_dropped(quoted)
        return self._taps(screen.label("不存这条"))

    def _files(self, screen: Screen) -> bool:
        if screen.label("补 ", WAITING):
            return self._taps(screen.label(WAITING, "补 "))
        changes_nothing = screen.label("放弃更正") and not screen.label("报送")
        if (self._rewrites or changes_nothing) and self.said:
            self._rewrites = max(0, self._rewrites - 1)
            self._mends = self._chance.choice(sorted(self.said))
            return self._taps(screen.label("目录"))
        self.file_taps += 1
        return self._taps(screen.label("报送"))

    def _corrects_once(self, screen: Screen) -> bool:
        if not self._corrects or screen.label("更正") is None:
            self._is_open, self._corrects = False, 0
            return False
        self._corrects -= 1
        self._is_open = True
        self._mends = self._chance.choice(sorted(self.said))
        return self._taps(screen.label("更正"))

    def _taps(self, label: str | None) -> bool:
        if label is None:
            return False
        try:
            self.phone.taps(label)
        except MisuseError:  # it has gone while it was being looked for
            return False
        return True

    def _words(self) -> str:
        """Without a digit, so that no figure is read out of them."""
        letters = "".join(self._chance.choices(string.ascii_lowercase, k=12))
        return f"{self.phone.user.name}已推进 {letters}"


class Caller:
    """A leader who writes a line now and then, and must get exactly one answer to each."""

    def __init__(self, phone: Person) -> None:
        self.phone = phone
        self.lines = 0

    def acts(self) -> None:
        self.lines += 1
        self.phone.sends(f"line {self.lines}")
