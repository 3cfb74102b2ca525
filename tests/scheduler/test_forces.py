"""What a task force is told of its measures, when, and what becomes of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from handlers.menus import TASK_FORCES, menu_of
from models.chases import Chase, Reminder
from models.cycles import Report
from models.delivery import OutboxRow, OutboxState
from models.editions import Plan
from models.offices import Unit, unit_named
from models.people import Contact, Person, contacts_held
from models.work import Work
from scheduler.exempting import give_exemption
from scheduler.forces import remind_forces
from tests.chat import TIMES, Chat, Town, a_begun_town, a_town, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, BORIS, JULY, OLGA, PARKS, ROADS, WATER, assigned, file
from vocabulary.terms import ContactKind, Role

pytestmark = pytest.mark.long

PATHS, LIGHTS = "畅通专班", "照明专班"
FORCES = (
    assigned("1", (ROADS, Role.LEAD), (WATER, Role.RESPONSIBLE), task_force=PATHS),
    assigned("2", (ROADS, Role.RESPONSIBLE), (PARKS, Role.RESPONSIBLE), task_force=LIGHTS),
    assigned("3", (PARKS, Role.RESPONSIBLE)),
    assigned("4", (ROADS, Role.RESPONSIBLE), task_force=PATHS),
)
"""Roads lacks 1 and 4 of the paths and 2 of the lights, Water 1, Parks 2; 3 is nobody's."""

FAY, FRED, LIZ = 6_000_000_011, 6_000_000_012, 6_000_000_013
TOLD = at(10, 14, 30)
"""The third workday after the Friday on which July is due."""


async def july_begins(town: Town) -> None:
    await with_people(town)
    await town.moves_to(at(1))


@pytest.fixture
async def forces(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """July has opened, with people in every unit and nobody in a task force yet."""
    async with a_begun_town(july_begins, sqlite_url, tmp_path / "files", measures=FORCES) as town:
        yield town
        look_at_others(town)


@pytest.fixture(params=["sqlite", "postgresql"])
async def on_both(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """The same on either database."""
    url = request.getfixturevalue(f"{request.param}_url")
    async with a_town(url, tmp_path / "files", measures=FORCES) as town:
        await july_begins(town)
        yield town
        look_at_others(town)


async def fay_of(town: Town) -> Chat:
    return await town.joins("Fay", FAY, PATHS, ContactKind.TASK_FORCE)


async def passes(town: Town, until: datetime) -> None:
    """Time goes by; what units and office read is looked at."""
    await town.passes(until, every=timedelta(minutes=30))
    look_at_others(town)


def look_at_others(town: Town) -> None:
    for chat in town.chats.values():
        if chat.id not in {FAY, FRED, LIZ}:
            chat.news()


def told(force: str, *units: tuple[str, str, str], tone: str = "escalation") -> str:
    """units: each with its missing measures and its liaison, who has given no number."""
    head = said(
        "force-told",
        tone=tone,
        force=force,
        count=len(units),
        period="7月份",
    )
    lines = []
    for unit, numbers, name in units:
        lines.append(
            said("force-unit", unit=unit, has_liaison=1, name=name, has_phone=0, phone="", told=1)
        )
        lines += [f"{number}　Measure {number}" for number in numbers.split("、")]
    return "\n".join((head, TIMES, *lines))


BOTH = told(PATHS, (ROADS, "1、4", "Ada"), (WATER, "1", "Boris"))


async def reminders(town: Town) -> list[tuple[str, str, OutboxState | None]]:
    """What task forces were told: of which unit, to whom, and what became of the message."""

    def look(session: Session) -> list[tuple[str, str, OutboxState | None]]:
        rows = session.exec(
            select(Unit.name, Contact.name, OutboxRow)
            .select_from(Reminder)
            .join(Contact, col(Contact.id) == Reminder.contact_id)
            .join(Chase, col(Chase.id) == Reminder.chase_id)
            .join(Report, col(Report.id) == Chase.report_id)
            .join(Unit, col(Unit.id) == Report.unit_id)
            .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id, isouter=True)
            .where(Contact.task_force != "")
            .order_by(col(Reminder.id))
        )
        return [(unit, name, row.state if row else None) for unit, name, row in rows]

    return await town.reads(look)


# ── who is told what, and when ─────────────────────────────────────────────────────────────────


async def test_task_force_reads_once_which_units_lack_which_of_its_measures(
    on_both: Town,
) -> None:
    fay = await fay_of(on_both)
    await passes(on_both, TOLD - timedelta(minutes=1))
    fay.expects_nothing_more()
    await on_both.moves_to(TOLD)
    assert fay.the_news().text == BOTH
    assert fay.phone.last.labels == [said("notice-button-look")]
    await passes(on_both, at(31, 18))
    fay.expects_nothing_more()
    assert await reminders(on_both) == [
        (ROADS, "Fay", OutboxState.SENT),
        (WATER, "Fay", OutboxState.SENT),
    ]


async def test_button_shows_what_is_missing_now(forces: Town) -> None:
    fay = await fay_of(forces)
    await passes(forces, TOLD)
    fay.the_news()
    await forces.chats[BORIS].files()
    fay.news()
    now = await fay.taps("notice-button-look")
    assert now.text == told(PATHS, (ROADS, "1、4", "Ada"), tone="notice")


async def test_reminders_of_several_reports_share_one_message(forces: Town) -> None:
    fay = await fay_of(forces)
    await passes(forces, TOLD)
    fay.the_news()

    def ids(session: Session) -> list[tuple[int, int | None]]:
        rows = session.exec(select(Reminder).where(Reminder.audience == ContactKind.TASK_FORCE))
        return [(row.chase_id, row.outbox_id) for row in rows]

    found = await forces.reads(ids)
    assert len({chase_id for chase_id, _ in found}) == len(found) == 2
    assert len({outbox_id for _, outbox_id in found}) == 1


async def test_what_is_answered_filed_or_of_another_task_force_is_not_told(
    on_both: Town,
) -> None:
    fay = await fay_of(on_both)
    ada = on_both.chats[ADA]
    look_at_others(on_both)
    await ada.sends("/report")
    await ada.taps("button-begin", number="*")
    await ada.taps("status-on_track")
    await ada.sends("Begun.")
    await on_both.chats[BORIS].files()
    await passes(on_both, TOLD)
    assert fay.the_news().text == told(PATHS, (ROADS, "4", "Ada"))


async def test_task_force_in_which_nothing_is_missing_is_told_nothing(forces: Town) -> None:
    fay = await fay_of(forces)
    look_at_others(forces)
    await forces.chats[ADA].fills()
    await forces.chats[BORIS].files()
    await passes(forces, at(31, 18))
    fay.expects_nothing_more()
    lines = await forces.chats[OLGA].sends(f"/why {ROADS} 2022-07")
    assert said("why-fate-needless") in lines.text


async def test_each_task_force_goes_its_own_way_up_the_ladder(forces: Town) -> None:
    fay = await fay_of(forces)
    await passes(forces, TOLD)
    fay.the_news()
    liz = await forces.joins("Liz", LIZ, LIGHTS, ContactKind.TASK_FORCE)
    await forces.steps()
    assert liz.the_news().text == told(LIGHTS, (ROADS, "2", "Ada"), (PARKS, "2", "Clara"))
    fay.expects_nothing_more()


async def test_after_an_outage_the_liaison_still_has_a_workday_first(forces: Town) -> None:
    fay = await fay_of(forces)
    await forces.kill()
    await forces.moves_to(at(11, 11))
    look_at_others(forces)
    await passes(forces, at(12, 10, 59))
    fay.expects_nothing_more()
    await passes(forces, at(12, 11))
    assert fay.the_news().text == BOTH


async def test_planning_again_and_again_tells_no_task_force_twice(forces: Town) -> None:
    fay = await fay_of(forces)
    await passes(forces, TOLD)
    fay.the_news()
    before = await reminders(forces)

    def again(session: Session) -> None:
        for _ in range(3):
            work = Work(session, forces.desk, forces.clock.now())
            remind_forces(work, forces.app.parts.rules.now(work))

    await forces.app.database.unit(again)
    await forces.steps()
    fay.expects_nothing_more()
    assert await reminders(forces) == before


async def test_leader_stands_in_for_a_liaison_whom_no_message_reaches(forces: Town) -> None:
    fay = await fay_of(forces)
    fred = await forces.joins("Fred", FRED, PATHS, ContactKind.TASK_FORCE_LEADER)
    fay.phone.blocks()
    await forces.steps()
    unreachable = start_of("notice-unreachable", unit=PATHS, kind="联络员", name="Fay")
    assert forces.chats[OLGA].news()[-1].text.startswith(unreachable)
    await passes(forces, TOLD)
    assert (
        fred.the_news().text
        == f"{BOTH}\n{said('notice-stands-in', kinds='专班联络员', own='none')}"
    )


async def test_leader_whom_one_rung_means_twice_reads_it_once_as_both(forces: Town) -> None:
    await forces.joins("Fred", FRED, PATHS, ContactKind.TASK_FORCE_LEADER)
    await passes(forces, TOLD)
    forces.chats[FRED].the_news()
    await forces.moves_to(at(12, 10))
    look_at_others(forces)
    both = (ContactKind.TASK_FORCE, ContactKind.TASK_FORCE_LEADER)

    def weekly(session: Session) -> None:
        work = Work(session, forces.desk, forces.clock.now())
        rules = forces.app.parts.rules.now(work)
        rungs = tuple(
            replace(rung, audience=both) if rung.weekly else rung
            for rung in rules.ladder.outstanding
        )
        remind_forces(work, replace(rules, ladder=replace(rules.ladder, outstanding=rungs)))

    await forces.app.database.unit(weekly)
    await forces.steps()
    stands_in = said("notice-stands-in", kinds="专班联络员", own="专班负责人")
    assert forces.chats[FRED].the_news().text == f"{BOTH}\n{stands_in}"


async def test_leader_is_left_in_peace_while_the_liaison_is_reached(forces: Town) -> None:
    fay = await fay_of(forces)
    fred = await forces.joins("Fred", FRED, PATHS, ContactKind.TASK_FORCE_LEADER)
    await passes(forces, at(31, 18))
    fay.the_news()
    fred.expects_nothing_more()


# ── filing, extension, exemption ───────────────────────────────────────────────────────────────


async def test_filing_before_it_is_sent_takes_the_unit_out(forces: Town) -> None:
    fay = await fay_of(forces)
    await passes(forces, at(10, 14))
    forces.clock.move_to(TOLD)
    await forces.app.parts.ticks.plan()
    report_id = (await forces.report_of(ROADS)).id
    await forces.app.database.unit(
        lambda session: file(session, session.get_one(Report, report_id), now=TOLD)
    )
    assert await reminders(forces) == [
        (ROADS, "Fay", OutboxState.CANCELLED),
        (WATER, "Fay", OutboxState.CANCELLED),
    ]
    await forces.steps()
    assert fay.the_news().text == told(PATHS, (WATER, "1", "Boris"))
    assert await reminders(forces) == [
        (ROADS, "Fay", OutboxState.CANCELLED),
        (WATER, "Fay", OutboxState.SENT),
    ]


async def test_message_says_of_every_unit_when_it_has_filed(forces: Town) -> None:
    fay = await fay_of(forces)
    await passes(forces, TOLD)
    fay.the_news()
    messages = len(fay.phone.chat)
    at_that_hour = "8月10日（周三）14:30"
    await forces.chats[ADA].files()
    first = said("late-done-filed", unit=ROADS, at=at_that_hour)
    assert [message.text for message in fay.settled] == [f"{BOTH}\n{first}"]
    await forces.chats[BORIS].files()
    second = said("late-done-filed", unit=WATER, at=at_that_hour)
    assert [message.text for message in fay.settled] == [f"{BOTH}\n{first}\n{second}"]
    assert len(fay.phone.chat) == messages, "nobody is notified"


async def test_exempt_units_and_measures_are_not_told_and_the_message_says_so(
    on_both: Town,
) -> None:
    fay = await fay_of(on_both)

    def exempt(unit: str, measure: str) -> None:
        def give(session: Session) -> None:
            work = Work(session, on_both.desk, on_both.clock.now())
            found = unit_named(session, on_both.desk.office_id, unit)
            assert found is not None
            give_exemption(
                work,
                session.exec(select(Plan)).one(),
                found,
                measure=measure,
                first=JULY,
                last=JULY,
                reason="Reform.",
                by="Olga",
            )

        on_both.app.database.run(give)

    exempt(ROADS, "4")
    await passes(on_both, TOLD)
    listed = told(PATHS, (ROADS, "1", "Ada"), (WATER, "1", "Boris"))
    assert fay.the_news().text == listed
    exempt(WATER, "")
    await on_both.steps()
    exempted = said("late-done-exempt", unit=WATER)
    assert [message.text for message in fay.settled] == [f"{listed}\n{exempted}"]


# ── shown and explained ────────────────────────────────────────────────────────────────────────


async def test_ladder_and_record_of_a_unit_name_the_people_of_its_task_forces(
    on_both: Town,
) -> None:
    fay = await fay_of(on_both)
    olga = on_both.chats[OLGA]
    planned = await olga.sends(f"/ladder {ROADS}")
    who = said("ladder-who", kind="专班联络员", people="Fay")
    assert f"8月10日（周三）14:30　{who}" in planned.text
    await passes(on_both, TOLD)
    fay.the_news()
    record = await olga.sends(f"/why {ROADS}")
    sent = said("why-sent-delivered", name="Fay", at="8月10日（周三）14:30", reason="")
    assert said("why-line", at="8月10日（周三）14:30", kind="专班联络员", what=sent) in record.text


async def test_where_nobody_of_the_task_force_is_reached_the_record_says_so(forces: Town) -> None:
    await passes(forces, at(10, 15))
    record = await forces.chats[OLGA].sends(f"/why {ROADS}")
    nobody = said("why-fate-nobody")
    assert (
        said("why-line", at="8月10日（周三）14:30", kind="专班联络员", what=nobody) in record.text
    )


async def test_unit_without_a_measure_of_a_task_force_has_no_such_rung(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with a_town(sqlite_url, tmp_path / "files", measures=FORCES[2:3]) as town:
        await with_people(town)
        await town.moves_to(at(1))
        look_at_others(town)
        olga = town.chats[OLGA]
        assert "专班" in (await olga.sends("/ladder")).text
        assert "专班" not in (await olga.sends(f"/ladder {PARKS}")).text
        assert "专班" not in (await olga.sends(f"/why {PARKS}")).text


async def test_task_force_asks_what_is_missing_and_reads_nothing_else(forces: Town) -> None:
    fay = await fay_of(forces)
    look_at_others(forces)
    asked = await fay.sends("/status")
    assert asked.text == told(PATHS, (ROADS, "1、4", "Ada"), (WATER, "1", "Boris"), tone="notice")
    await forces.chats[BORIS].files()
    await forces.chats[ADA].files()
    assert (await fay.sends("/status")).text == said("force-nothing", force=PATHS)
    assert said("help-task-force") in (await fay.sends("/help")).text
    assert (await fay.sends("/history")).text == said("history-of-force")
    assert (await fay.sends("/report")).text == said("report-of-force")

    def menu(session: Session) -> tuple[str, ...]:
        person = session.exec(select(Person).where(Person.user_id == FAY)).one()
        return menu_of("en", contacts_held(session, person.id)).commands

    assert await forces.reads(menu) == TASK_FORCES


# ── joining ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (PATHS, ContactKind.TASK_FORCE),
        (f"{PATHS} 联络员", ContactKind.TASK_FORCE),
        (f"{PATHS} 专班联络员", ContactKind.TASK_FORCE),
        (f"{PATHS} 专班负责人", ContactKind.TASK_FORCE_LEADER),
    ],
)
async def test_office_invites_by_the_name_of_the_task_force(
    plain_forces: Town, words: str, kind: ContactKind
) -> None:
    town = plain_forces
    invitation = await town.chats[OLGA].sends(f"/invite {words}")
    named = said(f"kind-{kind}")
    assert invitation.text.startswith(start_of("invite-link", unit=PATHS, kind=named))
    fay = town.person("Fay", FAY)
    welcome = await fay.does(
        lambda: fay.phone.starts(invitation.text.split("start=")[1].split("\n")[0])
    )
    assert welcome.text == said(f"welcome-{kind}", name="Fay", unit=PATHS, plan="*", due_day="*")
    joined = town.chats[OLGA].the_news()
    of_the_force = named.removeprefix("专班")  # 畅通专班联络员, not 畅通专班专班联络员
    assert said("joined-name", name="Fay", unit=PATHS, kind=of_the_force) in joined.text
    await town.chats[OLGA].taps("joined-button-list")
    await town.chats[OLGA].taps(
        "joined-button-refuse-one", name="Fay", unit=PATHS, kind=of_the_force
    )
    assert fay.the_news().text == said("refused-you", unit=PATHS, kind=of_the_force)


async def test_task_force_that_no_plan_has_is_refused_by_name(plain_forces: Town) -> None:
    refused = await plain_forces.chats[OLGA].sends("/invite 消防专班 专班联络员")
    assert refused.text == said(
        "office-task-force-unknown", name="消防专班", forces=f"Paths force、{PATHS}、{LIGHTS}"
    )


@pytest.fixture
async def plain_forces(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with a_town(sqlite_url, tmp_path / "files", measures=FORCES) as town:
        await with_people(town)
        yield town
