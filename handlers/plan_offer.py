"""What loading a sent plan comes to at this moment, and how a chat shows it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from models.editions import loaded_plan, newest_edition, plan_titled
from models.loading import compare_edition
from models.offices import NameAmiss, Office
from models.register import known_register
from models.uploads import UploadKind
from plans.differences import difference_lines
from plans.groups import Assignments, loses_a_duty
from plans.registry import Registry
from plans.sent import SentPlan
from plans.summary import doubt_sentence, kept_things
from texts import plain, say
from texts.wording import period_name
from vocabulary.change import EditionChange
from vocabulary.period import Period
from vocabulary.plan import PlanDocument

MOST_LINES = 20
"""Of a list in the chat; the rest comes as a file."""

_FEWEST_DOUBTS, _MOST_DOUBTS = 3, 6
"""That the chat tells: more than the fewest only of those that lose somebody a duty."""
_LONGEST_LINE = 120
_MARK_LENGTH = 16


def profile_lines(amiss: Sequence[NameAmiss], language: str) -> list[str]:
    """Of each profile that the settings now have for no unit, or twice for one, what is to come."""
    return [
        say(language, "plan-profile-amiss", unit=one.name, first=one.same_as or "none")
        for one in amiss
    ]


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be loaded, and what that would change.

    office: its name. periods: those that it would be loaded with; periods_now: those of the plan
    as it is loaded.
    """

    office: str
    registry: Registry
    assignments: Assignments
    change: EditionChange
    periods: tuple[Period, Period]
    periods_now: tuple[Period, Period] | None

    @property
    def can_be_loaded(self) -> bool:
        return bool(self.registry.document.title)

    @property
    def is_nothing(self) -> bool:
        return self.change.is_nothing and self.periods == self.periods_now

    @property
    def doubts_told(self) -> int:
        """How many doubts, which stand weightiest first, the chat tells itself."""
        lost = sum(map(loses_a_duty, self.assignments.doubts))
        wanted = max(_FEWEST_DOUBTS, min(lost, _MOST_DOUBTS))
        return min(wanted, len(self.assignments.doubts))

    @property
    def doubts_left(self) -> int:
        return len(self.assignments.doubts) - self.doubts_told

    @property
    def mark(self) -> str:
        """The same for the same change only."""
        shown = repr((self.change, self.periods, self.periods_now))
        return hashlib.sha256(shown.encode()).hexdigest()[:_MARK_LENGTH]

    def lines(self, language: str) -> list[str]:
        """What would change; of a plan that nobody knew only what comes beside its measures."""
        change = self.change
        return difference_lines(
            change.office if change.is_new else (*change.edition, *change.office), language
        )


def offer_now(
    session: Session,
    office_id: int,
    sent: SentPlan,
    usual: tuple[Period, Period],
    wanted: tuple[Period, Period] | None = None,
) -> Offer:
    """wanted: the periods that a person has asked for; usual: those of a plan not yet known."""
    plan = plan_titled(session, office_id, sent.document.title)
    newest = newest_edition(session, plan.id) if plan else None
    before = loaded_plan(session, newest) if newest else None
    registry = sent.registry(known_register(session, office_id), before)
    assignments = registry.assignments()
    now = (plan.first_period, plan.last_period) if plan else None
    return Offer(
        session.get_one(Office, office_id).name,
        registry,
        assignments,
        compare_edition(
            session, office_id, registry.document, assignments.measures, registry.register
        ),
        wanted or now or usual,
        now,
    )


def offer_text(language: str, name: str, kind: UploadKind, offer: Offer) -> str:
    """What was understood of the file, what is doubtful, and what loading would change."""
    parts = [
        _understood(language, name, offer),
        _doubts(language, kind, offer),
        _kept(language, offer.registry),
    ]
    if not offer.can_be_loaded:
        parts.append(say(language, "plan-untitled"))
    elif offer.is_nothing:
        parts.append(say(language, "plan-loaded-already", number=str(offer.change.number - 1)))
    else:
        parts += [_changes(language, offer), _periods(language, offer)]
    return "\n\n".join(filter(None, parts))


def _understood(language: str, name: str, offer: Offer) -> str:
    document = offer.registry.document
    return say(
        language,
        "plan-understood",
        name=name,
        title=document.title or plain(language, "plan-not-stated"),
        measures=len(document.measures),
        units=len(offer.assignments.units),
        total=offer.assignments.total,
        indicators=_indicator_count(document),
    )


def _indicator_count(document: PlanDocument) -> int:
    return len(document.indicators) + sum(len(m.indicators) for m in document.measures)


def _doubts(language: str, kind: UploadKind, offer: Offer) -> str:
    """The weightiest, and where all stand: on the registry made of a plan, else on a list."""
    doubts = offer.assignments.doubts
    if not doubts:
        return ""
    told = [
        f"{place}. {doubt_sentence(doubt, language)}"
        for place, doubt in enumerate(doubts[: offer.doubts_told], start=1)
    ]
    lines = shortened(told)
    if offer.doubts_left:
        lines.append(plain(language, "plan-doubts-left", count=offer.doubts_left, kind=kind.value))
    return say(language, "plan-doubts-first", count=len(doubts), lines="\n".join(lines))


def _kept(language: str, registry: Registry) -> str:
    things = kept_things(registry.kept, language)
    return say(language, "plan-kept", things=things) if things else ""


def _changes(language: str, offer: Offer) -> str:
    lines = offer.lines(language)
    shown = [f"- {line}" for line in shortened(lines[:MOST_LINES])]
    if len(lines) > MOST_LINES:
        shown.append(plain(language, "plan-more-lines", count=len(lines) - MOST_LINES))
    change = offer.change
    if change.is_new:
        key = "plan-would-be-new"
    elif change.same_edition:
        key = "plan-would-update"
    else:
        key = "plan-would-be-edition"
    return say(language, key, number=str(change.number), lines="\n".join(shown)).strip()


def shortened(lines: list[str]) -> list[str]:
    return [
        line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…" for line in lines
    ]


def _periods(language: str, offer: Offer) -> str:
    first, last = (period_name(language, period) for period in offer.periods)
    return say(language, "plan-periods", first=first, last=last)
