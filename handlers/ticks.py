"""The office ticks what has come of filed reports: scans, paper originals, mails."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from telegram import Update

from dialog.press import Press
from dialog.ticks import Filed, Place, tick_list
from handlers.context import Context, for_coordinators
from handlers.office import cycle_named, own_cycle
from models.cycles import Cycle, Report, Revision, newest_revision, reports_of_cycle
from models.offices import Unit
from models.ticks import record_tick, take_back_tick, ticks_of_cycle
from models.work import Work
from scheduler.settled import mark_ticked
from scheduler.timetables import cycle_timetable
from texts import plain, say
from texts.wording import moment_short
from vocabulary.errors import NotAllowed
from vocabulary.terms import TickSource

CARD = "ticks"


@for_coordinators
async def on_ticks(_update: Update, context: Context) -> None:
    """/ticks [2022-07]: what has come of the filed reports, to be ticked."""
    await context.unit(show_ticks, context.args or [])


def show_ticks(work: Work, words: Sequence[str]) -> None:
    _show(work, cycle_named(work, words), Place())


def turn_ticks(work: Work, press: Press) -> None:
    _show(work, own_cycle(work, press.target), _place(work, press))


def tick(work: Work, press: Press) -> None:
    """It has come, on the day that the list was at. Who taps twice ticks once."""
    revision, cycle, unit = _newest(work, press)
    place = _place(work, press)
    if revision is None:
        _show(work, cycle, place, line=_filed_anew(work, unit))
        return
    came = _moment(work, place, revision, cycle)
    is_new = record_tick(
        work.session,
        revision.id,
        place.kind,
        source=TickSource.OFFICE,
        person=work.writer,
        at=came,
        now=work.now,
    )
    if is_new:
        mark_ticked(work, work.session.get_one(Report, revision.report_id), place.kind)
    _tell(work, "ticks-set" if is_new else "ticks-was-set", place, unit, came)
    _show(work, cycle, place)


def untick(work: Work, press: Press) -> None:
    """It has not come after all; what was ticked stays in the record."""
    revision, cycle, unit = _newest(work, press)
    place = _place(work, press)
    if revision is None:
        _show(work, cycle, place, line=_filed_anew(work, unit))
        return
    was_set = take_back_tick(
        work.session, revision.id, place.kind, person=work.writer, now=work.now
    )
    _tell(work, "ticks-unset" if was_set else "ticks-was-unset", place, unit, work.now)
    _show(work, cycle, place)


def _newest(work: Work, press: Press) -> tuple[Revision | None, Cycle, Unit]:
    """The revision of the tap with what it is of; None in its place once there is a newer one."""
    revision = work.session.get(Revision, press.target)
    report = work.session.get(Report, revision.report_id) if revision else None
    if revision is None or report is None or report.office_id != work.desk.office_id:
        raise NotAllowed
    newest = newest_revision(work.session, report.id)
    is_newest = newest is not None and newest.id == revision.id
    cycle = work.session.get_one(Cycle, report.cycle_id)
    unit = work.session.get_one(Unit, report.unit_id)
    return (revision if is_newest else None), cycle, unit


def _place(work: Work, press: Press) -> Place:
    return Place.read(press.argument, today=work.local(work.now).date())


def _moment(work: Work, place: Place, revision: Revision, cycle: Cycle) -> datetime:
    """Now; of an earlier day its due hour: what came on the due day came in time.

    Not before it was filed: nobody can have it earlier.
    """
    if place.day is None:
        return work.now
    hour = work.local(cycle.due_at).time()
    return max(datetime.combine(place.day, hour, tzinfo=work.desk.zone), revision.filed_at)


def _tell(work: Work, key: str, place: Place, unit: Unit, came: datetime) -> None:
    work.toast = plain(
        work.language,
        key,
        unit=unit.name,
        kind=plain(work.language, f"tick-{place.kind}"),
        at=moment_short(work.language, work.local(came)),
    )


def _filed_anew(work: Work, unit: Unit) -> str:
    return say(work.language, "ticks-filed-anew", unit=unit.name)


def _show(work: Work, cycle: Cycle, place: Place, *, line: str = "") -> None:
    known = ticks_of_cycle(work.session, cycle.id)
    filed = [
        Filed(newest.id, unit.name, known[report.id].local(work.desk.zone))
        for report, unit in reports_of_cycle(work.session, cycle.id)
        if report.id in known and (newest := newest_revision(work.session, report.id))
    ]
    today = work.local(work.now).date()
    message = tick_list(work.language, cycle.id, cycle.period, filed, place, today=today, line=line)
    html = f"{message.html}\n{cycle_timetable(work, work.language, cycle)}"
    work.card(CARD, replace(message, html=html))
