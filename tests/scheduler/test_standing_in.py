"""The line that says why somebody gets what is meant for others."""

import pytest

from models.absences import Handover
from models.people import Reach
from scheduler.standing_in import stand_in_line
from tests.chat import said
from tests.factories import at
from vocabulary.terms import ContactKind

LIAISON, DEPUTY = ContactKind.LIAISON, ContactKind.DEPUTY
LEADER, HEAD = ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD


def somebody(contact_id: int, kind: ContactKind, name: str = "") -> Reach:
    return Reach(contact_id, kind, name, "", contact_id, "zh-CN", reachable=True)


ADA, ALMA = somebody(1, LIAISON, "Ada"), somebody(2, LIAISON, "Alma")
DENIS, LENA, HANS = somebody(3, DEPUTY, "Denis"), somebody(4, LEADER), somebody(5, HEAD)
HANDED = Handover(report_id=1, from_contact_id=1, to_contact_id=3, handed_at=at(1))


@pytest.mark.parametrize(
    ("reach", "audiences", "kinds", "own"),
    [
        (DENIS, [LIAISON], "联络员", "none"),
        (LENA, [LIAISON, LEADER], "联络员", "分管领导"),
        (HANS, [LIAISON, LEADER], "联络员、分管领导", "none"),
        (HANS, [LEADER, HEAD], "分管领导", "主要负责人"),
    ],
)
def test_everybody_for_whom_it_is_meant_is_named_once(
    reach: Reach, audiences: list[ContactKind], kinds: str, own: str
) -> None:
    line = stand_in_line("zh-CN", reach, audiences, unit=[ADA, reach])
    assert line == said("notice-stands-in", kinds=kinds, own=own)


@pytest.mark.parametrize("reach", [ADA, DENIS, LENA, HANS])
def test_what_is_meant_for_its_reader_alone_gives_no_reason(reach: Reach) -> None:
    unit = [ADA, DENIS, LENA, HANS]
    assert stand_in_line("zh-CN", reach, [reach.kind], unit=unit, away={1}) == ""


def test_deputy_reads_which_of_two_liaisons_is_away() -> None:
    line = stand_in_line("zh-CN", DENIS, [LIAISON], unit=[ALMA, ADA, DENIS], away={1})
    assert line == said("notice-instead-absent", name="Ada")


def test_deputy_who_was_given_the_report_reads_by_whom_though_the_liaison_is_away_too() -> None:
    line = stand_in_line(
        "zh-CN", DENIS, [LIAISON], unit=[ALMA, ADA, DENIS], away={1}, handover=HANDED
    )
    assert line == said("notice-instead-handed", name="Ada")
