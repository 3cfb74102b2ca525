"""Every reminder, of whatever and to whomever: what is missing, the times, and a way there."""

from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.ladder_settings import LadderSettings, RungSettings
from dialog.press import Action, Press
from models.chases import Chase, Reminder
from models.cycles import Entry
from models.delivery import OutboxRow, unpacked
from models.editions import Plan
from models.offices import Unit
from models.problems import Problem
from scheduler.rungs import STANDARD_OUTSTANDING, STANDARD_PROBLEM, STANDARD_RETURNED, Anchor
from tests.chat import TIMES, Town, a_town, opened, with_people
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, JULY, OLGA, PARKS, ROADS, WATER, assigned
from vocabulary.message import Message
from vocabulary.terms import ChaseKind, ContactKind, Role

FORCE = "Paths force"
MEASURES = (
    assigned("1", (ROADS, Role.LEAD), (WATER, Role.COOPERATING), task_force=FORCE),
    assigned(
        "2",
        (ROADS, Role.RESPONSIBLE),
        (WATER, Role.LEAD),
        (PARKS, Role.RESPONSIBLE),
        task_force=FORCE,
    ),
)
REASON = "没有写明完成量。"
TROUBLE = "站址协调困难。"
ASKED = "桥梁下周才能计量。"

_LIAISON, _DEPUTY = ContactKind.LIAISON, ContactKind.DEPUTY
_LEADER, _HEAD = ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD
_FORCE, _FORCE_LEADER = ContactKind.TASK_FORCE, ContactKind.TASK_FORCE_LEADER
_OFFICE = ContactKind.COORDINATOR
WRITERS, LEADERS, FORCES = (_LIAISON, _DEPUTY), (_LEADER, _HEAD), (_FORCE, _FORCE_LEADER)


def rung(name: str, audience: ContactKind, workdays: int, hour: int = 10) -> RungSettings:
    return RungSettings(
        name=name,
        audience=(audience,),
        anchor=Anchor.OPENED,
        workdays=workdays,
        at=time(hour),
    )


def for_all_of_a_unit(name: str) -> tuple[RungSettings, ...]:
    return tuple(
        rung(f"{name}_{n}", kind, n) for n, kind in enumerate((*WRITERS, *LEADERS), start=1)
    )


LADDER = LadderSettings(
    outstanding=(
        *map(RungSettings.of, STANDARD_OUTSTANDING),
        RungSettings(
            name="overdue_force_leader",
            audience=(_FORCE_LEADER,),
            anchor=Anchor.DUE,
            workdays=4,
            at=time(14, 30),
        ),
    ),
    returned=(*map(RungSettings.of, STANDARD_RETURNED), rung("returned_head", _HEAD, 4)),
    problem=(
        *map(RungSettings.of, STANDARD_PROBLEM),
        rung("problem_deputy", _DEPUTY, 2),
        rung("problem_leader", _LEADER, 3),
        rung("problem_head", _HEAD, 4),
    ),
    scan=for_all_of_a_unit("scan"),
    original=for_all_of_a_unit("original"),
    mail=for_all_of_a_unit("mail"),
)
"""The ladder of practice, with a rung for everybody who may have one and has none there."""

NAMED = {
    ChaseKind.REPORT_OUTSTANDING: (ROADS, "Measure 1", "Measure 2"),
    ChaseKind.RETURNED: (WATER, REASON),
    ChaseKind.SCAN_MISSING: (PARKS, "扫描件尚未收到"),
    ChaseKind.ORIGINAL_MISSING: (PARKS, "纸质原件尚未收到"),
    ChaseKind.MAIL_MISSING: (PARKS, "电子邮件尚未收到"),
    ChaseKind.SIGNATURE_WAITING: (PARKS, "待您签发"),
    ChaseKind.PROBLEM_OVERDUE: (PARKS, TROUBLE),
    ChaseKind.REVIEW_WAITING: (PARKS,),
    ChaseKind.EXTENSION_WAITING: (ROADS,),
}
"""What of the story has to stand in a reminder, whoever reads it."""

LEADS_TO = {
    **{
        (kind, audience): Action.REPORT
        for kind in (
            ChaseKind.REPORT_OUTSTANDING,
            ChaseKind.RETURNED,
            ChaseKind.SCAN_MISSING,
            ChaseKind.ORIGINAL_MISSING,
            ChaseKind.MAIL_MISSING,
        )
        for audience in WRITERS
    },
    **{
        (kind, audience): Action.STANDING
        for kind in (
            ChaseKind.REPORT_OUTSTANDING,
            ChaseKind.RETURNED,
            ChaseKind.SCAN_MISSING,
            ChaseKind.ORIGINAL_MISSING,
            ChaseKind.MAIL_MISSING,
        )
        for audience in LEADERS
    },
    **{(ChaseKind.REPORT_OUTSTANDING, audience): Action.STANDING for audience in FORCES},
    **{(ChaseKind.SIGNATURE_WAITING, audience): Action.SIGN_SHOW for audience in LEADERS},
    **{(ChaseKind.PROBLEM_OVERDUE, audience): Action.PROBLEM_ANSWER for audience in WRITERS},
    **{(ChaseKind.PROBLEM_OVERDUE, audience): Action.PROBLEM for audience in LEADERS},
    (ChaseKind.REPORT_OUTSTANDING, _OFFICE): Action.STANDING,
    (ChaseKind.RETURNED, _OFFICE): Action.STANDING,
    (ChaseKind.PROBLEM_OVERDUE, _OFFICE): Action.PROBLEMS,
    (ChaseKind.REVIEW_WAITING, _OFFICE): Action.REVIEWS,
    (ChaseKind.EXTENSION_WAITING, _OFFICE): Action.REQUESTS,
}
"""By what is chased and who is told, where one of the buttons leads."""


@pytest.fixture
async def busy_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Everybody has a deputy, two leaders, and measure 1 a task force with two people."""
    async with a_town(sqlite_url, tmp_path / "files", measures=MEASURES, ladder=LADDER) as town:
        await with_people(town)
        user_id = 6_000_000_100
        for unit in (ROADS, WATER, PARKS):
            for kind in (_DEPUTY, *LEADERS):
                user_id += 1
                await town.joins(f"{unit} {kind}", user_id, unit, kind)
        for kind in FORCES:
            user_id += 1
            await town.joins(f"{FORCE} {kind}", user_id, FORCE, kind)
        await opened(town)
        yield town


async def _trouble_begins(town: Town) -> None:
    """Roads never files and asks for more time; Water is returned; Parks waits to be signed."""
    olga = town.chats[OLGA]
    await town.chats[BORIS].files()
    town.reads_all()
    await olga.sends(f"/return {WATER}")
    await olga.sends(REASON)
    town.reads_all()
    await town.chats[ADA].sends(f"/extend 延至8月12日，{ASKED}")
    town.reads_all()
    await olga.sends(f"/signing {PARKS} 开")
    town.reads_all()
    await town.chats[CLARA].fills()
    await town.chats[CLARA].taps("button-file")
    town.reads_all()


async def _an_old_problem(town: Town) -> None:
    """One of Parks that becomes overdue on the day on which July opens."""
    report = await town.report_of(WATER)
    raised_at = town.clock.now() - town.desk.problem_overdue_after

    def raise_it(session: Session) -> None:
        found = select(Entry).where(Entry.report_id == report.id)
        entry = session.exec(found).first()
        parks = session.exec(select(Unit).where(Unit.name == PARKS)).one()
        plan = session.exec(select(Plan)).one()
        assert entry is not None
        session.add(
            Problem(
                office_id=parks.office_id,
                plan_id=plan.id,
                unit_id=parks.id,
                raised_entry_id=entry.id,
                number="2",
                title="Measure 2",
                since=JULY,
                words=TROUBLE,
                raised_at=raised_at,
            )
        )

    await town.app.database.unit(raise_it)


async def _reminders(town: Town) -> dict[tuple[ChaseKind, str, ContactKind], Message]:
    """Each that was written, by what is chased, its rung and for whom it was.

    Of what is outstanding that of Roads alone.
    """
    of_roads = (await town.report_of(ROADS)).id

    def read(session: Session) -> dict[tuple[ChaseKind, str, ContactKind], Message]:
        rows = session.exec(
            select(Chase, Reminder, OutboxRow.content)
            .select_from(Reminder)
            .join(Chase)
            .join(OutboxRow)
        )
        return {
            (chase.kind, reminder.rung, reminder.audience): unpacked(content)
            for chase, reminder, content in rows
            if chase.kind is not ChaseKind.REPORT_OUTSTANDING or chase.report_id == of_roads
        }

    return await town.reads(read)


async def test_every_reminder_names_what_is_missing_and_until_when_and_has_the_button_to_it(
    busy_town: Town,
) -> None:
    """Every rung of every ladder, for everybody for whom there may be one."""
    town = busy_town
    await _trouble_begins(town)
    await _an_old_problem(town)
    await town.passes(at(3, 12))
    town.reads_all()
    head = next(c for c in town.chats.values() if c.phone.user.name == f"{PARKS} {_HEAD}")
    await head.taps("signing-button-open", unit=PARKS)
    await head.taps("signing-button-sign", answers=2)
    town.reads_all()
    await town.passes(at(19, 12))
    town.reads_all()
    found = await _reminders(town)
    ladder = town.app.parts.rules.ladder
    planned = {
        (kind, one.name, audience)
        for kind in ChaseKind
        for one in ladder.rungs(kind)
        for audience in one.audience
    }
    assert found.keys() == planned
    assert {(kind, audience) for kind, _, audience in found} == LEADS_TO.keys()
    for (kind, name, audience), message in found.items():
        missing = [words for words in NAMED[kind] if words not in message.html]
        assert not missing, (kind, name, audience, message.html)
        assert TIMES in message.html, (kind, name, audience, message.html)
        presses = [Press.read(one.data) for row in message.buttons for one in row]
        leads_to = {press.action for press in presses if press is not None}
        assert LEADS_TO[kind, audience] in leads_to, (kind, name, audience)
