"""Those who do not file: leaders and task forces, who are told, and the coordinator."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from sandbox.messages import StoredFile
from sandbox.people.actors import Actor, Puzzled
from sandbox.people.character import after_working
from sandbox.people.errands import Deeds
from sandbox.people.filer import Filer
from sandbox.people.screens import Kind, Screen, read
from sandbox.person import Person

_READS_WITHIN = 25  # working minutes after something came to be signed
_WRITES_WITHIN = 2


class Leader(Actor):
    """A leader in charge or the head of a unit: reads, asks the liaison, and signs.

    objects: what is to be changed before the first is signed. drafts: every document received.
    """

    expects = frozenset(
        {
            Kind.WELCOME,
            Kind.ESCALATION,
            Kind.SETTLED_REMINDER,
            Kind.EXTENDED_REMINDER,
            Kind.TO_SIGN,
            Kind.SIGN_NOTE,
            Kind.SIGN_DONE,
            Kind.DRAFT,
        }
    )
    expects_to_pop_up = ("已签发并报送。",)

    def __init__(self, phone: Person, liaison: Filer, *, zone: tzinfo, objects: str = "") -> None:
        super().__init__(phone, zone=zone)
        self._liaison = liaison
        self._objects = objects
        self.drafts: list[StoredFile] = []

    def sees(self, screen: Screen, now: datetime) -> None:
        match screen.kind:
            case Kind.ESCALATION if self._liaison.team.filed:
                raise Puzzled(self.phone, "was told of a report that is filed")
            case Kind.ESCALATION:
                self._liaison.is_pressed(now)
            case Kind.TO_SIGN:
                self._goes_on_at = after_working(now, _READS_WITHIN)
            case Kind.SIGN_NOTE:
                self._goes_on_at = after_working(now, _WRITES_WITHIN)
            case Kind.DRAFT if screen.message.document is not None:
                self.drafts.append(screen.message.document)

    def does_next(self, now: datetime) -> None:
        """Once sends it back with a word, else signs."""
        asking = (read(message) for message in reversed(self.phone.chat) if message.buttons)
        screen = next((one for one in asking if one is not None), None)
        if screen is None:
            raise Puzzled(self.phone, "has nothing to sign")
        if screen.kind is Kind.SIGN_NOTE:
            self.types(self._objects, now)
            self._objects = ""
        else:
            label = screen.label("退回修改" if self._objects else "签发并报送")
            self.taps(screen.message, label or "", now)


class ForceLiaison(Actor):
    """The liaison of a task force: reads which units lack what, and asks their liaisons.

    liaisons: by unit.
    """

    expects = frozenset({Kind.WELCOME, Kind.FORCE_TOLD})

    def __init__(self, phone: Person, liaisons: Mapping[str, Filer], *, zone: tzinfo) -> None:
        super().__init__(phone, zone=zone)
        self._liaisons = liaisons

    def sees(self, screen: Screen, now: datetime) -> None:
        if screen.kind is not Kind.FORCE_TOLD:
            return
        text = screen.message.text
        named = units_that_lack(text)
        done = set(re.findall(r"^更新：(.+?)已于 ", text, re.MULTILINE))
        for unit in named:
            liaison = self._liaisons[unit]
            if unit not in done and liaison.team.filed:
                raise Puzzled(self.phone, f"was told of {unit}, whose report is filed")
            liaison.is_pressed(now)


def units_that_lack(text: str) -> list[str]:
    """The units that a message to a task force names, in its order."""
    return re.findall(r"^· (.+?)(?:（联络员.*）)?$", text, re.MULTILINE)


_PAPERS = frozenset({Kind.CHASE_NOTICE, Kind.BULLETIN, Kind.BRIEFING, Kind.SOURCES})


class Coordinator(Actor):
    """Runs errands. `ledgers`: every workbook received; `links`: every invitation, newest last.

    papers: every 催办单, 通报 and 专报 received, and the files of their sources.

    registries: every registry received. plans_loaded: how often the bot said that it loaded one.
    """

    expects = frozenset(
        {
            Kind.HELP,
            Kind.JOINED,
            Kind.PLAN_READING,
            Kind.PLAN_READ,
            Kind.PLAN_LOADED,
            Kind.PLAN_CHANGES,
            Kind.REGISTRY,
            Kind.LINK,
            Kind.OPENED,
            Kind.BOARD,
            Kind.LEDGER,
            Kind.CHASE_NOTICE,
            Kind.BULLETIN,
            Kind.BRIEFING,
            Kind.SOURCES,
            Kind.HIGHLIGHT_PICKS,
            Kind.ANNOUNCE_ASK,
            Kind.ANNOUNCE_CHOOSE,
            Kind.ANNOUNCE_CONFIRM,
            Kind.ANNOUNCE_STATE,
            Kind.RETURN_REASON,
            Kind.RETURN_DONE,
            Kind.FILED_AGAIN,
            Kind.ESCALATION,
            Kind.GROUP_TEXT,
            Kind.ACCOUNT,
            Kind.REVIEWS_WAITING,
            Kind.ACCEPT_DONE,
            Kind.SETTLED_REMINDER,
            Kind.CALENDAR,
            Kind.LADDER,
            Kind.REACH_WARNING,
            Kind.CALLS,
            Kind.EXTENSION_REQUEST,
            Kind.HIGHLIGHTS,
            Kind.EXEMPT_CHOOSE,
            Kind.EXEMPT_GIVEN,
            Kind.EXEMPT_LIST,
            Kind.EXEMPT_END,
            Kind.EXEMPT_ENDED,
            Kind.PROBLEMS,
            Kind.PROBLEM_CARD,
            Kind.MAILBOX,
            Kind.TICKS,
            Kind.TARGETS,
        }
    )
    expects_to_pop_up = (
        "已记录，视为本人已知悉。",
        "已销号",
        "确认邮件已排队，以最新一封的确认码为准。",
        r"已登记：.+ (扫描件|纸质原件)（.+）",
    )

    def __init__(self, phone: Person, errands: Sequence[Deeds], *, zone: tzinfo) -> None:
        super().__init__(phone, zone=zone, errands=errands)
        self.ledgers: list[StoredFile] = []
        self.papers: list[StoredFile] = []
        self.links: list[str] = []
        self.registries: list[StoredFile] = []
        self.plans_loaded = 0

    def sees(self, screen: Screen, now: datetime) -> None:  # noqa: ARG002  of no use here
        if screen.kind is Kind.LINK:
            self.links += [line for line in screen.message.text.split("\n") if "?start=" in line]
        if screen.kind is Kind.PLAN_LOADED:
            self.plans_loaded += 1
        if screen.kind is Kind.REGISTRY and screen.message.document is not None:
            self.registries.append(screen.message.document)
        if screen.kind in _PAPERS and screen.message.document is not None:
            self.papers.append(screen.message.document)
        if screen.kind is Kind.LEDGER and screen.message.document is not None:
            self.ledgers.append(screen.message.document)

    def newest_ledger(self) -> bytes:
        """Empty before the first."""
        return self.ledgers[-1].content if self.ledgers else b""

    def newest_registry(self) -> bytes:
        return self.registries[-1].content
