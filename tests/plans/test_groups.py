"""Groups and the register → who owes what."""

import pytest

from plans.groups import Assignments, assign, is_group
from tests.plans.documents import RULE, a_plan
from vocabulary.plan import Mention, UnitRegister
from vocabulary.terms import Role

MEMBERS = ("甲局", "乙局", "丙局")


def assigned(clause: str, **groups: tuple[str, ...]) -> Assignments:
    plan = a_plan(f"一、任务\n1.办事。{RULE}（{clause}）")
    return assign(plan, UnitRegister(groups=groups))


def units(assignments: Assignments) -> list[tuple[str, Role, str | None]]:
    (measure,) = assignments.measures
    return [(unit.name, unit.role, unit.via) for unit in measure.units]


@pytest.mark.parametrize(
    "name",
    [
        "各镇（街道）",
        "市直各有关单位",
        "有关部门",
        "领导小组成员单位",
        "领导小组有关成员单位",
        "县教育局等单位",
    ],
)
def test_groups_are_known_by_their_form(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize(
    "name", ["市发改局", "领导小组办公室", "运城银保监分局永济监管组", "市残联", "团市委"]
)
def test_a_single_unit_is_no_group(name: str) -> None:
    assert not is_group(name)


def test_units_come_lead_first_then_in_order_of_mention() -> None:
    assert units(assigned("丁局负责，甲局牵头，戊局配合，己局负责")) == [
        ("甲局", Role.LEAD, None),
        ("丁局", Role.RESPONSIBLE, None),
        ("己局", Role.RESPONSIBLE, None),
        ("戊局", Role.COOPERATING, None),
    ]


def test_a_group_is_expanded_in_the_order_of_its_list() -> None:
    assert units(assigned("丁局牵头，各镇[街道]负责", **{"各镇（街道）": ("东街道", "西镇")})) == [
        ("丁局", Role.LEAD, None),
        ("东街道", Role.RESPONSIBLE, "各镇（街道）"),
        ("西镇", Role.RESPONSIBLE, "各镇（街道）"),
    ]


def test_a_unit_stands_once_in_a_measure_with_its_strongest_role() -> None:
    found = assigned("乙局牵头，小组成员单位负责，甲局负责，丙局配合", 小组成员单位=MEMBERS)
    assert units(found) == [
        ("乙局", Role.LEAD, None),
        ("甲局", Role.RESPONSIBLE, None),
        ("丙局", Role.RESPONSIBLE, "小组成员单位"),
    ]
    assert found.total == 3


def test_the_list_of_a_whole_group_serves_the_vague_form_with_a_doubt() -> None:
    found = assigned("小组有关成员单位负责", 小组成员单位=MEMBERS)
    assert [name for name, _, _ in units(found)] == list(MEMBERS)
    (doubt,) = found.doubts
    assert doubt.text_key == "doubt-group-taken-whole"
    assert (doubt.facts["group"], doubt.facts["members"]) == ("小组有关成员单位", "3")


def test_the_vague_form_may_have_a_list_of_its_own() -> None:
    found = assigned("小组有关成员单位负责", 小组成员单位=MEMBERS, 小组有关成员单位=("乙局",))
    assert [name for name, _, _ in units(found)] == ["乙局"]
    assert found.doubts == ()


def test_a_group_without_list_is_flagged_and_never_dropped() -> None:
    found = assigned("丁局牵头，各乡镇负责")
    assert [name for name, _, _ in units(found)] == ["丁局"]
    assert found.measures[0].unassigned == (Mention("各乡镇", Role.RESPONSIBLE),)
    assert [doubt.text_key for doubt in found.doubts] == ["doubt-group-members"]
    assert found.units == ("丁局",)


def test_names_in_the_register_that_the_plan_does_not_have_are_told() -> None:
    plan = a_plan(f"一、任务\n1.办事。{RULE}（甲局、各镇负责）")
    register = UnitRegister(
        official_names={"甲局": "某县甲局", "乙局": "某县乙局"},
        groups={"各镇": ("东镇",), "各乡镇": ("西镇",)},
    )
    told = {doubt.text_key: doubt.facts for doubt in assign(plan, register).doubts}
    assert told == {
        "doubt-register-unused": {"names": "各乡镇、乙局"},
        "doubt-official-name-missing": {"units": "东镇"},
    }
