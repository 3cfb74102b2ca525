"""An exemption is given or taken back: what is open follows at once, and the unit is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from dialog.exemptions import Given, exemption_line
from dialog.layout import button
from dialog.press import Action, Press
from dialog.steps import is_complete
from models.cycles import Report
from models.delivery import Priority
from models.editions import Plan, plans_of
from models.exempting import Effect, take_effect
from models.exemptions import Exemption, add_exemption, end_exemption, exemptions_of
from models.offices import Unit
from models.people import Reached, writers_reached
from models.views import ReportRows, exempt_measures, report_rows, working_report
from models.work import Work
from scheduler.gathering import mark_told
from scheduler.requests import show_request
from scheduler.settled import mark_exempt, mark_office_done
from scheduler.timetables import timetable_lines
from texts import say
from texts.wording import listed, month_name, periods_name, timetable_line, within
from vocabulary.message import Button, Message
from vocabulary.period import Period


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    told: who of the unit reads it, in the office's working hours. filed: periods that had been
    filed. report_ids: of cycles that are open.
    """

    exemption: Exemption
    told: tuple[str, ...]
    filed: tuple[Period, ...]
    report_ids: tuple[int, ...]


def give_exemption(
    work: Work,
    plan: Plan,
    unit: Unit,
    *,
    measure: str,
    first: Period,
    last: Period,
    reason: str,
    by: str,
) -> Outcome:
    """measure: its number, empty for all of them. by: empty for whoever sits at the terminal."""
    exemption = add_exemption(
        work.session,
        plan,
        unit.id,
        measure=measure,
        first=first,
        last=last,
        reason=reason,
        by=by,
        now=work.now,
    )
    effects = take_effect(work.session, exemption, now=work.now)
    for effect in effects:
        mark_exempt(work, effect.asking)
        mark_told(work, effect.report)
        if effect.withdrawn is not None:
            mark_office_done(work)
            show_request(work, effect.withdrawn)
    key = "exemption-told-one" if measure else "exemption-told-all"
    return _outcome(work, exemption, unit, key, effects)


def take_back(work: Work, exemption: Exemption, *, by: str) -> Outcome:
    """Raises Stale when that was done already."""
    end_exemption(work.session, exemption, by=by, now=work.now)
    effects = take_effect(work.session, exemption, now=work.now)
    unit = work.session.get_one(Unit, exemption.unit_id)
    key = "exemption-over-one" if exemption.measure else "exemption-over-all"
    return _outcome(work, exemption, unit, key, effects)


def _outcome(
    work: Work, exemption: Exemption, unit: Unit, key: str, effects: Sequence[Effect]
) -> Outcome:
    filed = tuple(effect.cycle.period for effect in effects if effect.is_untouched)
    open_reports = [
        rows
        for effect in effects
        if not effect.is_untouched and not effect.report.exempt
        if (rows := report_rows(work.session, effect.report.id)) is not None
    ]
    exempt_ids = [
        effect.report.id for effect in effects if not effect.is_untouched and effect.report.exempt
    ]
    told = writers_reached(work.session, unit.id)
    for reach in told:
        words = say(
            reach.language,
            key,
            unit=unit.name,
            periods=periods_name(reach.language, exemption.first_period, exemption.last_period),
            number=exemption.measure or "—",
            reason=within(exemption.reason),
        )
        words = "\n".join((words, *timetable_lines(work, reach.language, exempt_ids)))
        _tell(work, reach, words, open_reports)
    return Outcome(
        exemption,
        told=tuple(reach.name for reach in told),
        filed=filed,
        report_ids=tuple(effect.report.id for effect in effects if not effect.is_untouched),
    )


def _tell(work: Work, reach: Reached, words: str, open_reports: Sequence[ReportRows]) -> None:
    """The words, and of each report that is open, until when and how far it is.

    Nobody has to do anything at once: it keeps to the working hours, as reminders do.
    """
    language, lines = reach.language, [words]
    buttons: list[tuple[Button, ...]] = []
    for rows in open_reports:
        report = working_report(work.session, rows, work.desk.zone)
        done = report.count(is_complete)
        lines.append(
            say(
                language,
                "exemption-open-late" if work.now > report.due_at else "exemption-open",
                period=month_name(language, report.period),
                count=report.asked,
                filled=done,
            )
        )
        lines.append(timetable_line(language, report.timetable))
        label = "notice-button-continue" if done else "notice-button-start"
        buttons.append((button(language, label, Press(Action.REPORT, report.report_id)),))
    message = Message("\n".join(lines), tuple(buttons))
    work.send(reach.chat_id, message, priority=Priority.REMINDER)


# ── in words ───────────────────────────────────────────────────────────────────────────────────


def given_as(
    exemption: Exemption, unit: Unit, plan: Plan, zone: ZoneInfo, *, names_plan: bool
) -> Given:
    return Given(
        exemption_id=exemption.id,
        unit=unit.name,
        plan=plan.title if names_plan else "",
        measure=exemption.measure,
        first=exemption.first_period,
        last=exemption.last_period,
        reason=exemption.reason,
        by=exemption.given_by,
        given_at=exemption.given_at.astimezone(zone),
    )


def outcome_lines(language: str, outcome: Outcome) -> Iterator[str]:
    """Who was told, and what stays as it is."""
    if outcome.filed:
        names = listed(language, (month_name(language, period) for period in outcome.filed))
        yield say(language, "exemption-filed", periods=names)
    if outcome.told:
        yield say(language, "exemption-told", names=listed(language, outcome.told))
    else:
        yield say(language, "exemption-told-nobody")


def exemption_lines(
    session: Session, report: Report, language: str, zone: ZoneInfo
) -> Iterator[str]:
    """Why the report, or some of it, is not wanted; nothing where all of it is."""
    rows = report_rows(session, report.id)
    if rows is None or not (report.exempt or exempt_measures(session, report.id)):
        return
    names_plan = len(plans_of(session, rows.office.id)) > 1
    for exemption in exemptions_of(session, rows.plan.id, rows.unit.id, rows.cycle.period):
        given = given_as(exemption, rows.unit, rows.plan, zone, names_plan=names_plan)
        yield exemption_line(language, given)


def holds_from(now: datetime) -> Period:
    """Exemptions of periods before this one are over: it is the one being reported, or older.

    now: in the office's zone.
    """
    return Period.of(now.date()).shifted(-1)
