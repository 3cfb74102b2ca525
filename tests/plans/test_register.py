"""The register file → official names and groups, or every fault at once."""

import pytest

from plans.errors import PlanUnreadable, RegisterFaulty
from plans.register import read_register
from plans.summary import error_lines


def test_names_and_groups_are_read_with_brackets_of_any_width() -> None:
    register = read_register(
        """
[official_names]
"甲局" = " 某县甲局 "

[groups]
"各镇[街道]" = ["东镇", "西街道(新区)"]
""".encode(),
        name="units.toml",
    )
    assert register.official_names == {"甲局": "某县甲局"}
    assert register.groups == {"各镇（街道）": ("东镇", "西街道（新区）")}


def test_both_tables_may_be_left_out() -> None:
    register = read_register("# 空\n".encode(), name="units.toml")
    assert (register.official_names, register.groups) == ({}, {})


def test_every_fault_is_told_at_once_with_its_place() -> None:
    with pytest.raises(RegisterFaulty) as refused:
        read_register(
            """[official_names]
"甲局" = ""
"乙局" = "某县乙局"
"丙局" = "某县乙局"

[groups]
"各镇" = []
"各街道" = ["东街道", "", "东街道", "各社区"]

[units]
""".encode(),
            name="units.toml",
        )
    assert [(fault.text_key, fault.line) for fault in refused.value.faults] == [
        ("plan-register-name-empty", 2),
        ("plan-register-name-twice", 4),
        ("plan-register-group-empty", 7),
        ("plan-register-member-empty", 8),
        ("plan-register-member-twice", 8),
        ("plan-register-member-group", 8),
        ("plan-register-table-unknown", 10),
    ]
    assert [fault.facts.get("position") for fault in refused.value.faults[3:6]] == ["2", "3", "4"]
    lines = error_lines(refused.value, "zh-CN")
    assert len(lines) == 1 + len(refused.value.faults)
    assert "units.toml" in lines[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[groups]\n各镇 = []\n", 2),
        ('[official_names]\n"甲局" = "某县甲局"\n"甲局" = "某县甲局"\n', 3),
        ("[groups\n", 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(RegisterFaulty) as refused:
        read_register(text.encode(), name="units.toml")
    (fault,) = refused.value.faults
    assert (fault.text_key, fault.line) == ("plan-register-not-toml", line)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('official_names = "甲局"\n', "plan-register-no-table"),
        ('[groups]\n"各镇" = "东镇"\n', "plan-register-group-empty"),
        ('[official_names]\n"甲局" = 3\n', "plan-register-name-empty"),
        ('[groups]\n"各镇" = [3]\n', "plan-register-member-empty"),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_fault(text: str, key: str) -> None:
    with pytest.raises(RegisterFaulty) as refused:
        read_register(text.encode(), name="units.toml")
    assert [fault.text_key for fault in refused.value.faults] == [key]


def test_a_document_of_another_kind_is_refused_like_a_plan() -> None:
    with pytest.raises(PlanUnreadable):
        read_register(b"\xd0\xcf\x11\xe0" + bytes(16), name="units.doc")
