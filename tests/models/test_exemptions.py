"""What a unit need not report: before a cycle opens, in an open one, and after it was filed."""

from datetime import datetime

import pytest
from sqlmodel import Session, col, select

from dialog.steps import is_complete
from models.chases import chase_for_report, open_chase, open_chases
from models.conversations import conversation_of
from models.cycles import Report, reports_of_units, timeliness, units_asked
from models.database import Database
from models.delivery import OutboxState
from models.editions import Plan
from models.exempting import Effect, periods_to_exempt, take_effect
from models.exemptions import Exemption, add_exemption, end_exemption, exemptions_in_force
from models.extensions import Extension, request_extension
from models.filing import is_writable, record_content
from models.views import ledger, working_report
from models.work import Desk, Work
from tests.factories import ZONE, a_content, at
from tests.models.samples import (
    BOT,
    PARKS,
    ROADS,
    WATER,
    Month,
    a_person,
    answer,
    entries,
    file,
    opened,
    rows_of,
)
from vocabulary.errors import Stale
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.terms import ChaseKind, ExtensionState, Timeliness

JULY, AUGUST, SEPTEMBER = Period(2022, 7), Period(2022, 8), Period(2022, 9)
NOW = at(2, 10)


def give(
    session: Session,
    month: Month,
    unit: str = ROADS,
    *,
    measure: str = "",
    first: Period = JULY,
    last: Period = JULY,
    reason: str = "merged",
) -> tuple[Exemption, list[Effect]]:
    exemption = add_exemption(
        session,
        session.get_one(Plan, month.plan_id),
        month.unit(session, unit).id,
        measure=measure,
        first=first,
        last=last,
        reason=reason,
        by="Olga",
        now=NOW,
    )
    return exemption, take_effect(session, exemption, now=NOW)


def end(session: Session, exemption: Exemption, now: datetime = NOW) -> list[Effect]:
    end_exemption(session, exemption, by="Olga", now=now)
    return take_effect(session, exemption, now=now)


def asked(session: Session, report: Report) -> list[str]:
    written = working_report(session, rows_of(session, report), ZONE)
    return [entry.measure.number for entry in written.entries]


# ── before the cycle opens ─────────────────────────────────────────────────────────────────────


def test_unit_exempt_beforehand_has_a_report_that_is_counted_beside(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        give(session, month, first=AUGUST, last=AUGUST)
        cycle = opened(session, month.plan_id, AUGUST)
        assert cycle is not None
        report = month.report(session, ROADS, cycle.id)
        assert (report.exempt, report.exempt_reason) == (True, "merged")
        state = ledger(session, cycle, ZONE, now=NOW, is_complete=is_complete)
        assert state.expected == 2
        assert state.count(Timeliness.EXEMPT) == 1
        assert not month.report(session, ROADS).exempt

    database.run(deed)


def test_unit_exempt_over_several_months_is_asked_again_in_the_month_behind_them(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        give(session, month, first=JULY, last=SEPTEMBER)
        exempt = [month.report(session, ROADS).exempt]
        for period in (AUGUST, SEPTEMBER, SEPTEMBER.shifted(1)):
            cycle = opened(session, month.plan_id, period)
            assert cycle is not None
            exempt.append(month.report(session, ROADS, cycle.id).exempt)
        assert exempt == [True, True, True, False]

    database.run(deed)


def test_measure_exempt_beforehand_is_not_asked(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        give(session, month, measure="2", first=AUGUST, last=SEPTEMBER)
        cycle = opened(session, month.plan_id, AUGUST)
        assert cycle is not None
        report = month.report(session, ROADS, cycle.id)
        assert not report.exempt
        assert asked(session, report) == ["1", "4"]
        written = working_report(session, rows_of(session, report), ZONE)
        assert [(one.number, one.reason) for one in written.exempt] == [("2", "merged")]

    database.run(deed)


def test_exempt_unit_is_none_of_those_whom_the_office_would_not_reach(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        give(session, month, first=AUGUST, last=AUGUST)
        give(session, month, PARKS, measure="4", first=AUGUST, last=AUGUST)
        edition = month.cycle(session).edition_id
        names = [u.name for u in units_asked(session, month.plan_id, edition, AUGUST)]
        assert names == [WATER]
        later = [u.name for u in units_asked(session, month.plan_id, edition, SEPTEMBER)]
        assert set(later) == {WATER, ROADS, PARKS}

    database.run(deed)


# ── in an open cycle ───────────────────────────────────────────────────────────────────────────


def test_exempting_ends_the_chase_and_what_waits_to_be_sent(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))
        work = Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(1))
        row = work.send(1, Message("please"), moot_when_filed=report.id)
        request_extension(
            session, report, a_person(session), until=at(10), reason="later", now=at(1)
        )
        _, [effect] = give(session, month)
        assert effect.report is report
        assert effect.withdrawn is not None
        session.refresh(row)
        assert row.state is OutboxState.CANCELLED
        assert chase_for_report(session, report.id) is None
        [extension] = session.exec(select(Extension)).all()
        assert extension.state is ExtensionState.WITHDRAWN
        assert not is_writable(report)
        assert reports_of_units(session, [report.unit_id], now=NOW) == []

    database.run(deed)


def test_what_was_written_comes_back_and_the_chase_begins_a_new_episode(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))
        answer(session, report, a_content(text="Paved."), now=at(1, 11))
        exemption, _ = give(session, month)
        end(session, exemption, at(3))
        assert not report.exempt
        assert report.exempt_reason == ""
        written = working_report(session, rows_of(session, report), ZONE)
        assert {entry.content.text for entry in written.entries} == {"Paved."}
        [(chase, _, _)] = open_chases(session, month.office_id)
        assert (chase.episode, chase.opened_at) == (2, at(3))

    database.run(deed)


def test_who_is_wanted_again_is_as_late_as_before(database: Database, month: Month) -> None:
    """The due moment does not move: exempt and wanted again, a report is as late as before."""

    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        exemption, _ = give(session, month)
        late, due = at(9), month.cycle(session).due_at
        assert (
            timeliness(report, due, counted_at=report.first_filed_at, now=late) is Timeliness.EXEMPT
        )
        end(session, exemption, at(8))
        assert (
            timeliness(report, due, counted_at=report.first_filed_at, now=late)
            is Timeliness.OUTSTANDING
        )

    database.run(deed)


def test_one_measure_less_is_asked_and_comes_back_as_it_was(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        answer(session, report, a_content(text="Paved."), now=at(1, 11))
        version = report.version
        exemption, _ = give(session, month, measure="2")
        assert asked(session, report) == ["1", "4"]
        assert report.version > version
        hidden = next(entry for entry in entries(session, report) if entry.exempt)
        with pytest.raises(Stale):
            record_content(session, report, hidden, a_content(), a_person(session), now=NOW)
        end(session, exemption)
        assert asked(session, report) == ["1", "2", "4"]
        assert hidden.text == "Paved."

    database.run(deed)


def test_unit_all_of_whose_measures_are_exempt_is_exempt(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, PARKS)
        exemption, _ = give(session, month, PARKS, measure="4", reason="no parks")
        assert (report.exempt, report.exempt_reason) == (True, "no parks")
        end(session, exemption)
        assert not report.exempt

    database.run(deed)


def test_of_two_exemptions_that_overlap_the_other_still_holds(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        first, _ = give(session, month, last=SEPTEMBER)
        give(session, month, reason="moved")
        end(session, first)
        assert (report.exempt, report.exempt_reason) == (True, "moved")

    database.run(deed)


def test_filed_report_stays_as_it_is(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        answer(session, report, now=at(1, 11))
        file(session, report, now=at(1, 12))
        version = report.version
        _, [effect] = give(session, month)
        give(session, month, measure="2")
        assert effect.is_untouched
        assert not report.exempt
        assert report.version == version
        assert asked(session, report) == ["1", "2", "4"]
        assert (
            timeliness(
                report, month.cycle(session).due_at, counted_at=report.first_filed_at, now=NOW
            )
            is Timeliness.ON_TIME
        )

    database.run(deed)


def test_filed_report_says_which_measures_it_leaves_out_even_when_they_are_asked_again(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        exemption, _ = give(session, month, measure="2")
        for entry in entries(session, report):
            if not entry.exempt:
                person = a_person(session)
                record_content(session, report, entry, a_content(), person, now=at(2, 11))
        file(session, report, now=at(2, 12))
        end(session, exemption)
        state = ledger(session, month.cycle(session), ZONE, now=NOW, is_complete=is_complete)
        [roads] = [one for one in state.reports if one.unit == ROADS]
        assert roads.filed is not None
        assert [one.number for one in roads.filed.exempt] == ["2"]
        assert [one.number for one in roads.exempt] == ["2"]
        assert (roads.asked, roads.answered) == (2, 2)

    database.run(deed)


def test_who_was_being_asked_about_it_is_asked_nothing(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        conversation = conversation_of(session, a_person(session).id)
        hidden = next(
            entry.id
            for entry, number in zip(entries(session, report), ("1", "2", "4"), strict=True)
            if number == "2"
        )
        conversation.report_id, conversation.entry_id = report.id, hidden
        conversation.step = "text"
        session.flush()
        give(session, month, measure="2")
        session.refresh(conversation)
        assert conversation.report_id == report.id
        assert not conversation.entry_id
        assert conversation.step == ""
        give(session, month)
        session.refresh(conversation)
        assert conversation.report_id is None

    database.run(deed)


def test_nobody_elses_report_changes(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        give(session, month)
        others = session.exec(select(Report).where(col(Report.exempt).is_(False))).all()
        assert len(others) == 2
        assert asked(session, month.report(session, WATER)) == ["1", "3", "4"]

    database.run(deed)


# ── taking back, and what is left ──────────────────────────────────────────────────────────────


def test_it_is_taken_back_once(database: Database, month: Month) -> None:
    def deed(session: Session) -> None:
        exemption, _ = give(session, month)
        end(session, exemption)
        with pytest.raises(Stale):
            end(session, exemption)

    database.run(deed)


def test_what_holds_is_listed_the_newest_first_until_it_is_over(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        give(session, month)
        give(session, month, WATER, measure="3", last=SEPTEMBER)
        gone, _ = give(session, month, PARKS, last=SEPTEMBER)
        end(session, gone)

        def listed(since: Period) -> list[str]:
            holding = exemptions_in_force(session, month.office_id, since=since)
            return [unit.name for _, unit, _ in holding]

        assert listed(JULY) == [WATER, ROADS]
        assert listed(AUGUST) == [WATER]

    database.run(deed)


def test_only_periods_without_a_filed_report_can_be_exempted(
    database: Database, month: Month
) -> None:
    def deed(session: Session) -> None:
        report = month.report(session, ROADS)
        answer(session, report, now=at(1, 11))
        file(session, report, now=at(1, 12))
        plan = session.get_one(Plan, month.plan_id)
        assert periods_to_exempt(session, plan, report.unit_id)[0] == AUGUST
        water = month.unit(session, WATER).id
        assert periods_to_exempt(session, plan, water)[0] == JULY

    database.run(deed)
