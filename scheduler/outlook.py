"""Who will get what and when in a cycle, what was sent already, and what is different this time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby

from sqlmodel import Session

from models.chases import Chase, chases_of_report
from models.cycles import Cycle, Report, timetable_of
from models.ladder_changes import changed_rungs
from models.offices import Unit, units_of
from models.people import Reach
from models.views import report_rows
from scheduler.account import Accounted, Fate
from scheduler.accounts import Accounts
from scheduler.changing import Called, rungs_of_cycle
from scheduler.endings import ending_of
from scheduler.exempting import exemption_lines
from scheduler.ladder import ChaseState, schedule
from scheduler.rules import Rules
from scheduler.rungs import Rung
from texts import plain, say
from texts.catalogue import TextMissing
from texts.wording import day_name, listed, moment_name, period_name, timetable_line
from vocabulary.terms import CHASES_OF_UNIT, ChaseKind, ContactKind
from vocabulary.timetable import Timetable


@dataclass(frozen=True, slots=True)
class _Line:
    """One moment of a rung: who gets it then, and what has become of that.

    last_at: of a weekly one that is to come, when it comes for the last time.
    """

    is_what: str
    rung: str
    at: datetime
    names: tuple[str, ...]
    last_at: datetime | None = None


# ── in words, as Telegram HTML ─────────────────────────────────────────────────────────────────


class Outlook:
    """One cycle's reminders, told in a language. rules: with the office's own days.

    called: how rungs are called; by their names in the language where nothing else is said.
    """

    def __init__(
        self,
        session: Session,
        rules: Rules,
        cycle: Cycle,
        language: str,
        *,
        called: Called | None = None,
    ) -> None:
        self._session = session
        self._cycle = cycle
        self._language = language
        self._called = called or partial(rung_name, language)
        self._zone = rules.calendar.zone
        self._changes = changed_rungs(session, {cycle.id}).get(cycle.id, [])
        self._office_rules = rules
        self._rules = rules.of_cycle(self._changes)

    def lines(self, *, now: datetime) -> Iterator[str]:
        """The ladder as everybody meets it who does not report, and what is changed."""
        cycle, rules = self._cycle, self._rules
        yield from self._title(timetable_of(self._session, cycle, self._zone))
        yield say(self._language, "ladder-outstanding-title")
        chase = ChaseState(
            ChaseKind.REPORT_OUTSTANDING, cycle.opens_at, cycle.opens_at, cycle.due_at
        )
        lines: dict[tuple[str, datetime], _Line] = {}
        for rung in schedule(chase, rules.ladder, rules.workdays):
            if rung.occurrence == 1:
                is_over = rung.due_at <= now and not rung.weekly
                key = (rung.rung, rung.due_at)
                what = "over" if is_over else "to_come"
                line = lines.setdefault(key, _Line(what, *key, (), rung.last_at))
                kind = plain(self._language, f"kind-{rung.audience}")
                lines[key] = replace(line, names=(*line.names, kind))
        yield from map(self._said, lines.values())
        ladder = rules.ladder
        chased = {
            "returned": ladder.returned,
            "problem": ladder.problem,
            "scan": ladder.scan,
            "original": ladder.original,
            "mail": ladder.mail,
            "signing": ladder.signing,
            "review": ladder.review if rules.reviews else (),
            "extension": ladder.extension,
        }
        if not self._are_signed():
            del chased["signing"]
        for kind, rungs in chased.items():
            if rungs:
                yield say(self._language, f"ladder-{kind}-title")
            yield from map(self._later, rungs)
        if unchased := [kind for kind, rungs in chased.items() if not rungs]:
            named = [plain(self._language, f"ladder-unchased-{kind}") for kind in unchased]
            yield say(self._language, "ladder-unchased", what=listed(self._language, named))
        yield from self._change_lines()

    def _are_signed(self) -> bool:
        """Whether any unit's reports are signed: else nobody has to read of it."""
        return any(u.needs_signature for u in units_of(self._session, self._cycle.office_id))

    def _later(self, rung: Rung) -> str:
        """A rung that is counted from a moment which is not known yet."""
        language = self._language
        kinds = listed(language, [plain(language, f"kind-{kind}") for kind in rung.audience])
        return say(
            language,
            "ladder-later",
            workdays=rung.workdays,
            at=f"{rung.at:%H:%M}" if rung.at else "none",
            names=kinds,
            rung=self._called(rung.name),
            times=rung.last if rung.weekly else 0,
        )

    def lines_of(self, report: Report, unit: Unit, *, now: datetime) -> Iterator[str]:
        """What the unit's people were sent in the cycle and will be, by name."""
        rows = report_rows(self._session, report.id)
        if rows is None:
            return
        yield from self._title(timetable_of(self._session, self._cycle, self._zone, report), unit)
        if report.exempt:
            yield say(self._language, "ladder-exempt")
        for line in exemption_lines(self._session, report, self._language, self._zone):
            yield say(self._language, "ladder-exemption", line=line)
        accounts = Accounts(self._session, rows, self._office_rules, zone=self._zone, now=now)
        for chase in chases_of_report(self._session, report.id):
            if chase.kind in CHASES_OF_UNIT:
                yield from self._chase_lines(chase, accounts)
        yield from self._change_lines()

    def _chase_lines(self, chase: Chase, accounts: Accounts) -> Iterator[str]:
        language = self._language
        if chase.kind is not ChaseKind.REPORT_OUTSTANDING:
            yield say(language, f"ladder-chase-{chase.kind}", at=self._moment(chase.opened_at))
        yield from map(self._said, self._lines_of(chase, accounts))
        for name, until in accounts.put_off(chase).items():
            yield say(language, "ladder-put-off", name=name, until=self._moment(until))
        if (ending := ending_of(self._session, chase)) is not None:
            yield say(
                language,
                f"ladder-ended-by-{ending.by}",
                at=self._moment(ending.at),
                until=self._moment(ending.until) if ending.until else "none",
            )

    def _lines_of(self, chase: Chase, accounts: Accounts) -> list[_Line]:
        """What was sent, one line for everybody of whom the same has become at the same moment.

        Of what was not, what is still to come; once the chase has ended, only what was sent.
        """
        accounted = accounts.of(chase)
        lines: dict[tuple[str, str, datetime, datetime | None], _Line] = {}

        def add(
            what: str, rung: Accounted, at: datetime, who: str, last_at: datetime | None = None
        ) -> None:
            key = (what, rung.rung, at, last_at)
            line = lines.setdefault(key, _Line(what, rung.rung, at, (), last_at))
            lines[key] = replace(line, names=(*line.names, self._who(rung.audience, who)))

        ahead = {_place(rung): rung for rung in _weeks_together(accounted, accounts)}
        for rung in accounted:
            for kept in rung.kept:
                add(kept.fate.value, rung, kept.at or rung.due_at, kept.name)
            if rung.kept or chase.settled_at is not None or rung.fate in _TOLD_OTHERWISE:
                continue
            people = () if rung.fate is Fate.NOBODY else _people(rung, accounts)
            if rung.fate not in _AHEAD:
                add(_PASSED, rung, rung.due_at, self._names(people))
            elif (shown := ahead.get(_place(rung))) is not None:
                add(_TO_COME, rung, rung.due_at, self._names(people), shown.last_at)
        return list(lines.values())

    def _names(self, people: Sequence[Reach]) -> str:
        named = listed(self._language, [reach.name for reach in people])
        return named or plain(self._language, "ladder-nobody")

    def _who(self, audience: ContactKind, people: str) -> str:
        kind = plain(self._language, f"kind-{audience}")
        return plain(self._language, "ladder-who", kind=kind, people=people)

    def _title(self, timetable: Timetable, unit: Unit | None = None) -> Iterator[str]:
        """timetable: with the unit's own date, where it was given more time."""
        language = self._language
        yield say(
            language,
            "ladder-title-unit" if unit else "ladder-title",
            unit=unit.name if unit else "",
            period=period_name(language, self._cycle.period),
        )
        yield timetable_line(language, timetable)

    def _said(self, line: _Line) -> str:
        return say(
            self._language,
            "ladder-line",
            what=plain(self._language, f"ladder-is-{line.is_what}"),
            at=self._moment(line.at),
            last=self._day(line.last_at) if line.last_at else "none",
            names=listed(self._language, line.names),
            rung=self._called(line.rung),
        )

    def _change_lines(self) -> Iterator[str]:
        if self._changes:
            yield say(self._language, "ladder-changes-title")
        anchors = {rung.name: rung.anchor for rung in rungs_of_cycle(self._office_rules)}
        for row in self._changes:
            workdays = row.workdays or 0
            yield say(
                self._language,
                "ladder-change",
                rung=self._called(row.rung),
                what="off" if row.off else "day" if row.workdays is not None else "hour",
                anchor=anchors.get(row.rung, "none"),
                side="same" if not workdays else "before" if workdays < 0 else "after",
                workdays=abs(workdays),
                at=f"{row.at:%H:%M}" if row.at else "none",
                by=row.changed_by or plain(self._language, "ladder-changed-by-operator"),
                on=self._moment(row.changed_at),
            )

    def _moment(self, moment: datetime) -> str:
        return moment_name(self._language, moment.astimezone(self._zone))

    def _day(self, moment: datetime) -> str:
        return day_name(self._language, moment.astimezone(self._zone).date())


def _place(rung: Accounted) -> tuple[str, int, ContactKind]:
    return rung.rung, rung.occurrence, rung.audience


def _people(rung: Accounted, accounts: Accounts) -> Sequence[Reach]:
    """Who gets it on its day, as things are."""
    return accounts.told(rung.due_at).get(rung.audience, ())


def _weeks_together(accounted: Sequence[Accounted], accounts: Accounts) -> Iterator[Accounted]:
    """What is to come, of a weekly one the first and each from which on other people get it.

    last_at: until when these people get it; None where it is once.
    """
    weeks: dict[tuple[str, ContactKind], list[Accounted]] = {}
    for rung in accounted:
        if rung.fate in _AHEAD:
            weeks.setdefault((rung.rung, rung.audience), []).append(rung)
    for rungs in weeks.values():
        alike = [list(group) for _, group in groupby(rungs, lambda one: _people(one, accounts))]
        for group in alike[:-1]:
            yield replace(group[0], last_at=group[-1].due_at if len(group) > 1 else None)
        yield alike[-1][0]


_TOLD_OTHERWISE = frozenset({Fate.STOOD_IN, Fate.IN_PLACE, Fate.LEFT_OUT})
"""What is no line of its own: another's reminder stands for it, or the list of changes."""

_TO_COME, _PASSED = "to_come", "passed"
_AHEAD = frozenset({Fate.TO_COME, Fate.DUE, Fate.OUT_OF_HOURS, Fate.NOTICE, Fate.SNOOZED})
"""What a rung that was not sent may still become."""


def rung_name(language: str, rung: str) -> str:
    """As 首次逾期催办; one of the office's own making is called as the settings call it."""
    try:
        return plain(language, f"rung-name-{rung}")
    except TextMissing:
        return rung
