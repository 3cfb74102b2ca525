"""Those who do not file: leaders, who are told, and the coordinator, who runs errands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sandbox.messages import StoredFile
from sandbox.people.actors import Actor, Puzzled
from sandbox.people.filer import Filer
from sandbox.people.screens import Kind, Screen
from sandbox.person import Person


class Leader(Actor):
    """A leader in charge or the head of a unit: reads, and asks the liaison."""

    expects = frozenset(
        {Kind.WELCOME, Kind.ESCALATION, Kind.SETTLED_REMINDER, Kind.EXTENDED_REMINDER}
    )

    def __init__(self, phone: Person, liaison: Filer, *, zone: tzinfo) -> None:
        super().__init__(phone, zone=zone)
        self._liaison = liaison

    def sees(self, screen: Screen, now: datetime) -> None:
        if screen.kind is not Kind.ESCALATION:
            return
        if self._liaison.team.filed:
            raise Puzzled(self.phone, "was told of a report that is filed")
        self._liaison.is_pressed(now)


@dataclass(frozen=True, slots=True)
class Errand:
    """What the coordinator types at a moment, or what the newest workbook makes them type.

    expects: what has to come back.
    """

    at: datetime
    says: str | Callable[[bytes], str]
    expects: Kind


@dataclass(frozen=True, slots=True)
class Sending:
    """A file that the coordinator sends: as it is, or the newest registry as they correct it."""

    at: datetime
    name: str
    file: bytes | Callable[[bytes], bytes]
    expects: Kind


@dataclass(frozen=True, slots=True)
class Tapping:
    """A button of the newest message that has it; the label may go on, with a count."""

    at: datetime
    label: str
    expects: Kind


class Coordinator(Actor):
    """Runs errands. `ledgers`: every workbook received; `links`: every invitation, newest last.

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
        }
    )
    expects_to_pop_up = frozenset({"已记录，视为本人已知悉。"})

    def __init__(
        self, phone: Person, errands: Sequence[Errand | Sending | Tapping], *, zone: tzinfo
    ) -> None:
        super().__init__(phone, zone=zone)
        self.ledgers: list[StoredFile] = []
        self.links: list[str] = []
        self.registries: list[StoredFile] = []
        self.plans_loaded = 0
        self._errands = sorted(errands, key=lambda errand: errand.at)
        self._expected: Kind | None = None
        self.wakes_at = self._errands[0].at if self._errands else None

    def sees(self, screen: Screen, now: datetime) -> None:  # noqa: ARG002  of no use here
        if screen.kind is self._expected:
            self._expected = None
        if screen.kind is Kind.LINK:
            self.links += [line for line in screen.message.text.split("\n") if "?start=" in line]
        if screen.kind is Kind.PLAN_LOADED:
            self.plans_loaded += 1
        if screen.kind is Kind.REGISTRY and screen.message.document is not None:
            self.registries.append(screen.message.document)
        if screen.kind is Kind.LEDGER and screen.message.document is not None:
            self.ledgers.append(screen.message.document)

    def does_next(self, now: datetime) -> None:
        if self._expected is not None:
            raise Puzzled(self.phone, f"waits for {self._expected}")
        errand = self._errands.pop(0)
        self._expected = errand.expects
        match errand:
            case Errand(says=says):
                self.types(says if isinstance(says, str) else says(self.ledgers[-1].content), now)
            case Sending(name=name, file=file):
                self.sends_file(
                    name,
                    file if isinstance(file, bytes) else file(self.registries[-1].content),
                    now,
                )
            case Tapping(label=label):
                shown = (
                    (message, text)
                    for message in reversed(self.phone.chat)
                    for text in message.labels
                    if text.startswith(label)
                )
                self.taps(*next(shown, (self.phone.last, label)), now)
        self.wakes_at = self._errands[0].at if self._errands else None
