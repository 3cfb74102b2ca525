"""Rows put together as the values that the conversation and the papers are made from."""

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import event
from sqlmodel import Session, col, select

from dialog.steps import is_complete
from models.cycles import Cycle, Report, cycle_of
from models.database import Database
from models.editions import Indicator
from models.filing import open_correction, record_content, return_report
from models.offices import Office
from models.people import end_contact, mark_unreachable, reaches_of_unit
from models.views import ledger, report_rows, working_report
from tests.factories import OFFICE, ZONE, a_content, a_figure, at
from tests.models.samples import (
    ADA,
    BOT,
    BUILD,
    BUILD_PATHS,
    CARE,
    DUE,
    JULY,
    LOCKS,
    OPENS,
    PARKS,
    ROADS,
    TITLE,
    WATER,
    Month,
    a_contact,
    a_person,
    an_indicator,
    answer,
    assigned,
    entries,
    file,
    load,
    opened,
    rows_of,
    the_measures,
)
from vocabulary.plan import AssignedMeasure
from vocabulary.report import Figure, FiledFigure, WorkingReport
from vocabulary.terms import Ask, ContactKind, EntryStatus, ReportState, Role, Timeliness


def _working(session: Session, report: Report) -> WorkingReport:
    return working_report(session, rows_of(session, report), ZONE)


def test_a_report_is_told_with_what_it_is_about(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        rows = rows_of(session, month.report(session, ROADS))
        assert (rows.office.name, rows.plan.title, rows.unit.name) == (OFFICE, TITLE, ROADS)
        assert report_rows(session, rows.report.id + 1000) is None
        working = _working(session, rows.report)
        assert (working.plan_title, working.unit, working.period) == (TITLE, ROADS, JULY)
        assert (working.state, working.revision) == (ReportState.NOT_STARTED, 0)
        assert (working.due_at.isoformat(), working.locks_at.isoformat()) == (
            "2022-08-05T18:00:00+08:00",
            "2022-08-10T18:00:00+08:00",
        )

    database.run(unit)


def test_each_measure_is_put_as_its_unit_sees_it_with_the_lead_first_among_the_others(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        roads = [e.measure for e in _working(session, month.report(session, ROADS)).entries]
        assert [(m.number, m.role) for m in roads] == [
            ("1", Role.LEAD),
            ("2", Role.RESPONSIBLE),
            ("4", Role.RESPONSIBLE),
        ]
        assert [m.section_path for m in roads] == [BUILD_PATHS, BUILD, CARE]
        assert [m.task_force for m in roads] == ["Paths force", None, None]
        assert (roads[0].title, roads[0].text) == ("Measure 1", "Do what measure 1 says.")
        assert [m.others for m in roads] == [
            ((WATER, Role.COOPERATING),),
            (),
            ((WATER, Role.RESPONSIBLE), (PARKS, Role.RESPONSIBLE)),
        ]
        water = _working(session, month.report(session, WATER)).entries[0].measure
        assert (water.role, water.others) == (Role.COOPERATING, ((ROADS, Role.LEAD),))

    database.run(unit)


def test_a_report_of_many_measures_is_read_by_as_many_queries_as_a_short_one(
    sqlite_template: Path, tmp_path: Path
) -> None:
    def queries(many: int) -> tuple[int, int]:
        """To read it, and to read it again after something else was written."""
        path = shutil.copy(sqlite_template, tmp_path / f"{many}.db")
        database = Database(f"sqlite:///{path}")
        counted: list[int] = []

        def a_filed_report(session: Session) -> None:
            office = Office(name=OFFICE)
            session.add(office)
            session.flush()
            total = replace(an_indicator(), cumulative=True)
            measures = [
                assigned(str(n), (ROADS, Role.LEAD), indicators=(total,))
                for n in range(1, many + 1)
            ]
            plan_id = load(session, office.id, measures).plan_id
            assert opened(session, plan_id) is not None
            (july,) = session.exec(select(Report))
            for entry, total_id in zip(
                entries(session, july),
                session.exec(select(Indicator.id).where(col(Indicator.measure_id).is_not(None))),
                strict=True,
            ):
                said, ada = a_content(figures=(a_figure(total_id),)), a_person(session)
                record_content(session, july, entry, said, ada, now=OPENS)
            file(session, july, now=DUE)
            assert opened(session, plan_id, JULY.shifted(3)) is not None

        def read(session: Session) -> None:
            report = session.exec(select(Report).order_by(col(Report.id).desc())).first()
            assert isinstance(report, Report)
            entry = entries(session, report)[0]
            event.listen(
                session.connection(), "before_cursor_execute", lambda *_: counted.append(1)
            )
            assert len(_working(session, report).entries) == many
            assert all(entry.filed_before for entry in _working(session, report).entries)
            counted.append(0)
            entry.text = "又新建一处。"
            assert _working(session, report).entries[0].content.text == "又新建一处。"

        for unit in (a_filed_report, read):
            database.run(unit)
        database.close()
        first = counted.index(0)
        return first, len(counted) - 1 - first

    short = queries(1)
    assert queries(40) == short
    assert short[1] < short[0]


def test_indicators_are_asked_in_the_plans_order_with_their_targets(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        measures = [e.measure for e in _working(session, month.report(session, ROADS)).entries]
        asked = [(i.name, str(i.target)) for i in measures[0].indicators]
        assert asked == [("km of road", "300"), ("km of pipe", "12.5")]
        assert [m.indicators for m in measures[1:]] == [(), ()]

    database.run(unit)


def test_answers_and_readings_stand_in_their_entries(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        first, second, _ = entries(session, report)
        road, pipe = session.exec(
            select(Indicator.id)
            .where(col(Indicator.measure_id).is_not(None))
            .order_by(col(Indicator.position))
        ).all()
        figures = (a_figure(road, "183", approximate=True), a_figure(pipe, "12.5"))
        ada = a_person(session)
        record_content(
            session, report, first, a_content(text="built", figures=figures), ada, now=at(2)
        )
        record_content(session, report, second, a_content(), ada, skipped=True, now=at(2))
        session.expire_all()
        working = _working(session, report)
        assert working.entry(first.id).content == a_content(text="built", figures=figures)
        assert str(working.entry(first.id).content.figures[0].value) == "183"
        assert [entry.skipped for entry in working.entries] == [False, True, False]
        assert working.entries[2].content.status is None
        assert working.version == report.version == 2

    database.run(unit)


def test_a_figure_that_there_is_none_of_stays_apart_from_one_not_given(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        first = entries(session, report)[0]
        indicator = session.exec(select(Indicator.id).where(Indicator.name == "km of road")).one()
        nothing = Figure(indicator, None)
        record_content(
            session, report, first, a_content(figures=(nothing,)), a_person(session), now=at(2)
        )
        assert _working(session, report).entries[0].content.figures == (nothing,)

    database.run(unit)


def test_what_was_filed_last_month_stands_beside_the_measure_of_the_same_number(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        july = month.report(session, ROADS)
        assert all(entry.last is None for entry in _working(session, july).entries)
        answer(session, july, a_content(EntryStatus.BEHIND, "in July"), now=at(2))
        answer(session, july, a_content(EntryStatus.BEHIND, "in July"), now=at(2, 9, 3))
        file(session, july, now=at(3))
        august_cycle = opened(session, month.plan_id, JULY.shifted(1))
        assert august_cycle is not None
        august = _working(session, month.report(session, ROADS, august_cycle.id))
        assert [entry.last for entry in august.entries] == [
            a_content(EntryStatus.BEHIND, "in July")
        ] * 3
        assert [entry.content.text for entry in august.entries] == ["", "", ""]
        assert august.minutes_last == 3

    database.run(unit)


def test_what_was_only_written_last_month_and_never_filed_is_not_shown(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        answer(session, month.report(session, ROADS), now=at(2))
        august_cycle = opened(session, month.plan_id, JULY.shifted(1))
        assert august_cycle is not None
        august = _working(session, month.report(session, ROADS, august_cycle.id))
        assert [entry.last for entry in august.entries] == [None] * 3
        assert august.minutes_last is None

    database.run(unit)


def test_a_corrected_report_of_last_month_is_shown_as_corrected(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        july = month.report(session, PARKS)
        answer(session, july, a_content(text="wrong"), now=at(2))
        file(session, july, now=at(3))
        open_correction(july, month.cycle(session), reason="a slip", now=at(4))
        answer(session, july, a_content(text="right"), now=at(4))
        assert _working(session, july).state is ReportState.FILLING
        file(session, july, reason="a slip", now=at(4))
        assert _working(session, july).revision == 2
        august_cycle = opened(session, month.plan_id, JULY.shifted(1))
        assert august_cycle is not None
        (entry,) = _working(session, month.report(session, PARKS, august_cycle.id)).entries
        assert entry.last == a_content(text="right")

    database.run(unit)


def _totals(session: Session) -> tuple[int, int]:
    """The newest edition's road and pipe, from now on counted as totals."""
    totals = session.exec(
        select(Indicator)
        .where(col(Indicator.measure_id).is_not(None))
        .order_by(col(Indicator.edition_id).desc(), col(Indicator.position))
    ).all()[:2]
    for total in totals:
        total.cumulative = True
    session.flush()
    road, pipe = (total.id for total in totals)
    return road, pipe


def _after_july(session: Session, month: Month, months: int) -> Cycle:
    period = JULY.shifted(months)
    opened(session, month.plan_id, period)
    cycle = cycle_of(session, month.plan_id, period)
    assert cycle is not None
    return cycle


def _filed(session: Session, month: Month, months: int, *figures: Figure) -> Report:
    """So many months after July, with these figures of the first measure."""
    cycle = _after_july(session, month, months)
    report = month.report(session, ROADS, cycle.id)
    content = a_content(figures=figures)
    first, ada = entries(session, report)[0], a_person(session)
    record_content(session, report, first, content, ada, now=cycle.opens_at)
    file(session, report, now=cycle.opens_at)
    return report


def _known_before(session: Session, month: Month, months: int = 2) -> tuple[FiledFigure, ...]:
    cycle = _after_july(session, month, months)
    first, *others = _working(session, month.report(session, ROADS, cycle.id)).entries
    assert [entry.filed_before for entry in others] == [()] * len(others)
    return first.filed_before


def test_total_without_a_figure_last_month_stands_beside_the_newest_that_was_filed(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        road, pipe = _totals(session)
        july = _filed(session, month, 0, a_figure(road, "190"), a_figure(pipe, "5"))
        open_correction(july, month.cycle(session), reason="a slip", now=OPENS)
        _filed(session, month, 0, a_figure(road), a_figure(pipe, "5", approximate=True))
        open_correction(july, month.cycle(session), reason="another", now=OPENS)
        never_filed = a_content(figures=(a_figure(road, "1"),))
        answer(session, july, never_filed, now=OPENS)
        _filed(session, month, 1, Figure(road, None))
        assert _known_before(session, month) == (
            FiledFigure(a_figure(road), JULY),
            FiledFigure(a_figure(pipe, "5", approximate=True), JULY),
        )

    database.run(unit)


def test_total_is_known_over_months_that_were_not_filed_and_from_its_newest_figure(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        road, pipe = _totals(session)
        _filed(session, month, 0, a_figure(road, "100"), a_figure(pipe, "5"))
        _filed(session, month, 1, a_figure(road))
        opened(session, month.plan_id, JULY.shifted(2))
        august = FiledFigure(a_figure(road), JULY.shifted(1))
        assert _known_before(session, month, 4) == (august, FiledFigure(a_figure(pipe, "5"), JULY))

    database.run(unit)


def test_what_has_a_figure_last_month_or_is_no_total_needs_none_from_before(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        road, pipe = _totals(session)
        _filed(session, month, 0, a_figure(road), a_figure(pipe, "5"))
        _filed(session, month, 1, a_figure(road))
        session.get_one(Indicator, pipe).cumulative = False
        session.flush()
        assert _known_before(session, month) == ()

    database.run(unit)


def test_total_that_began_later_knows_nothing_from_before_its_start(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        road, pipe = _totals(session)
        for total, day in ((road, date(2022, 8, 1)), (pipe, date(2022, 7, 31))):
            session.get_one(Indicator, total).starts_on = day
        session.flush()
        _filed(session, month, 0, a_figure(road), a_figure(pipe, "5"))
        assert _known_before(session, month) == (FiledFigure(a_figure(pipe, "5"), JULY),)

    database.run(unit)


def test_total_is_the_same_in_another_edition_while_it_is_counted_to_the_same_day(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        _filed(session, month, 0, *(a_figure(total, "5") for total in _totals(session)))
        first, *others = the_measures()
        load(session, month.office_id, [replace(first, units=first.units[1:]), *others])
        road, pipe = _totals(session)
        session.get_one(Indicator, pipe).deadline = date(2023, 6, 30)
        session.flush()
        of_last_month = FiledFigure(a_figure(road, "5"))
        assert _known_before(session, month, 1) == (of_last_month,)
        assert _known_before(session, month, 2) == (replace(of_last_month, period=JULY),)

    database.run(unit)


def test_a_returned_report_shows_why_until_it_is_filed_again(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        report = month.report(session, ROADS)
        file(session, report, now=at(3))
        return_report(session, report, a_person(session), reason="too short", now=at(4))
        assert _working(session, report).return_reason == "too short"
        file(session, report, now=at(5))
        assert _working(session, report).return_reason == ""

    database.run(unit)


def test_the_ledger_adds_up(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        roads, water, parks = (month.report(session, unit) for unit in (ROADS, WATER, PARKS))
        answer(session, roads, now=at(2))
        file(session, roads, now=at(3))
        record_content(
            session, water, entries(session, water)[0], a_content(), a_person(session), now=at(2)
        )
        parks.exempt = True
        session.flush()
        told = ledger(session, month.cycle(session), ZONE, now=at(6), is_complete=is_complete)
        assert (told.office, told.plan_title, told.period) == (OFFICE, TITLE, JULY)
        assert (told.opens_at, told.due_at, told.locks_at) == (OPENS, DUE, LOCKS)
        assert told.as_of.isoformat() == "2022-08-06T09:00:00+08:00"
        assert {r.unit: r.timeliness for r in told.reports} == {
            ROADS: Timeliness.ON_TIME,
            WATER: Timeliness.OUTSTANDING,
            PARKS: Timeliness.EXEMPT,
        }
        assert (
            told.expected
            == 2
            == sum(told.count(t) for t in Timeliness if t is not Timeliness.EXEMPT)
        )
        assert {r.unit: (r.asked, r.answered) for r in told.reports} == {
            ROADS: (3, 3),
            WATER: (3, 1),
            PARKS: (1, 0),
        }
        filed = next(r for r in told.reports if r.unit == ROADS)
        assert filed.first_filed_at == at(3)
        assert filed.official_name == "Department of Roads"
        assert filed.filed is not None
        assert [entry.measure.number for entry in filed.filed.entries] == ["1", "2", "4"]

    database.run(unit)


def test_the_ledger_has_every_measure_with_the_lead_first(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        told = ledger(session, month.cycle(session), ZONE, now=DUE, is_complete=is_complete)
        assert [(m.number, m.units) for m in told.measures] == [
            ("1", ((ROADS, Role.LEAD), (WATER, Role.COOPERATING))),
            ("2", ((ROADS, Role.RESPONSIBLE),)),
            ("3", ((WATER, Role.LEAD),)),
            (
                "4",
                (
                    (WATER, Role.RESPONSIBLE),
                    (ROADS, Role.RESPONSIBLE),
                    (PARKS, Role.RESPONSIBLE),
                ),
            ),
        ]
        assert [m.section_path for m in told.measures] == [BUILD_PATHS, BUILD, CARE, CARE]
        assert [i.target for i in told.measures[0].indicators] == [Decimal(300), Decimal("12.5")]
        assert told.unassigned == (("3", "units concerned"),)

    database.run(unit)


def test_the_ledger_says_who_can_be_asked_and_who_cannot(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        a_contact(session, month, None, ROADS, ContactKind.HEAD, phone="1")
        mark_unreachable(session, BOT, ADA, reason="blocked", now=at(2))
        for reach in reaches_of_unit(session, month.unit(session, PARKS).id):
            end_contact(session, reach.contact_id, now=at(2))
        session.flush()
        told = {
            r.unit: r
            for r in ledger(
                session, month.cycle(session), ZONE, now=DUE, is_complete=is_complete
            ).reports
        }
        assert told[ROADS].contacts == (
            (ContactKind.LIAISON, "Ada", "8023456"),
            (ContactKind.HEAD, "somebody", "1"),
        )
        assert {name: report.unreachable for name, report in told.items()} == {
            ROADS: True,
            WATER: False,
            PARKS: True,
        }

    database.run(unit)


def test_a_ledger_of_a_cycle_shows_the_edition_of_that_cycle(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> list[str]:
        load(session, month.office_id, the_measures()[:1])
        told = ledger(session, month.cycle(session), ZONE, now=DUE, is_complete=is_complete)
        return [measure.number for measure in told.measures]

    assert database.run(unit) == ["1", "2", "3", "4"]


def _quarterly(number: str) -> tuple[AssignedMeasure, ...]:
    """The sample's measures, of which Roads is asked this one every quarter."""
    return tuple(
        replace(
            one,
            units=tuple(
                replace(unit, ask=Ask.QUARTERLY) if unit.name == ROADS else unit
                for unit in one.units
            ),
        )
        if one.measure.number == number
        else one
        for one in the_measures()
    )


def test_quarterly_measure_stands_beside_what_was_said_a_quarter_before(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        load(session, month.office_id, _quarterly("2"))
        said = {9: "third quarter", 11: "in November"}
        for number in (9, 11):
            cycle = opened(session, month.plan_id, JULY.shifted(number - JULY.month))
            assert cycle is not None
            report = month.report(session, ROADS, cycle.id)
            answer(session, report, a_content(text=said[number]), now=cycle.opens_at)
            file(session, report, now=cycle.opens_at)
        december = opened(session, month.plan_id, JULY.shifted(5))
        assert december is not None
        working = _working(session, month.report(session, ROADS, december.id))
        assert [(e.measure.number, e.last.text if e.last else "") for e in working.entries] == [
            ("1", "in November"),
            ("2", "third quarter"),
            ("4", "in November"),
        ]
        assert working.not_due == ()

    database.run(unit)


def test_quarterly_total_is_known_from_the_quarter_before_and_from_months_between(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        _filed(session, month, 0, *(a_figure(total, "5") for total in _totals(session)))
        load(session, month.office_id, _quarterly("1"))
        road, pipe = _totals(session)
        in_july = FiledFigure(a_figure(road, "5"), JULY)
        assert _known_before(session, month, 2)[0] == in_july
        _filed(session, month, 2, a_figure(road, "6"), Figure(pipe, None))
        load(session, month.office_id, (*_quarterly("1"), assigned("5", (ROADS, Role.LEAD))))
        road, pipe = _totals(session)
        of_last_quarter = FiledFigure(a_figure(road, "6"))
        before = FiledFigure(a_figure(pipe, "5"), JULY)
        assert _known_before(session, month, 5) == (of_last_quarter, before)

    database.run(unit)


def test_quarterly_measure_is_not_due_in_the_other_months(database: Database, month: Month) -> None:
    def unit(session: Session) -> None:
        load(session, month.office_id, _quarterly("2"))
        august = opened(session, month.plan_id, JULY.shifted(1))
        assert august is not None
        working = _working(session, month.report(session, ROADS, august.id))
        assert [entry.measure.number for entry in working.entries] == ["1", "4"]
        assert working.not_due == ("2",)
        told = ledger(session, august, ZONE, now=august.opens_at, is_complete=is_complete)
        assert {m.number: m.not_due for m in told.measures if m.not_due} == {"2": (ROADS,)}

    database.run(unit)


def test_time_of_an_indicator_runs_from_its_own_start_where_it_has_one(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        road, pipe = session.exec(
            select(Indicator)
            .where(col(Indicator.measure_id).is_not(None))
            .order_by(col(Indicator.position))
        ).all()
        road.starts_on, road.deadline = date(2022, 7, 22), date(2022, 8, 10)
        pipe.deadline = date(2022, 8, 10)
        session.flush()
        first = _working(session, month.report(session, ROADS)).entries[0].measure
        assert [i.time_passed for i in first.indicators] == [Decimal("0.5"), Decimal("0.756")]

    database.run(unit)
