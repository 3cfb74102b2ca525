"""The registry workbook: what is written is read back the same, and faults are told by cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from plans.errors import PlanIsDamaged, PlanIsPacked, RegistryFaulty
from plans.reader import read_plan
from plans.register import read_register
from plans.registry import Registry, with_known, write_registry
from plans.registry_reading import read_registry
from plans.summary import doubt_sentence, error_lines
from tests.plans.documents import RULE, a_plan
from tests.plans.test_refusals import zipped
from texts import LANGUAGES
from vocabulary.plan import ForceMember, LoadedPlan, RegisteredContact, UnitRegister
from vocabulary.terms import Ask, ContactKind, ForcePost

SAMPLES = Path(__file__).parents[2] / "plans" / "samples"
AT = datetime(2026, 1, 9, 9, tzinfo=UTC)
PLAN = f"""一、任务（综合专班牵头）
1.甲事。2026年6月底前，新增企业5家。（甲局牵头，各镇负责，9月底前完成）
2.乙事。周期由36个月压减至24个月。（乙局、甲局负责）
3.丙事。累计建成基站300个。{RULE}（丙局负责）"""


def a_registry() -> Registry:
    return Registry(
        replace(a_plan(PLAN), doubts=(), labels=("提升行动",)),
        UnitRegister(
            official_names={"甲局": "某县甲局", "乙局": "=某县乙局"},
            groups={"各镇": ("东镇", "西镇")},
            units=("甲局", "乙局", "丙局", "东镇", "西镇"),
            forces=("综合专班",),
            aliases={"县甲局": "甲局"},
            contacts=(
                RegisteredContact(
                    "甲局", ContactKind.LIAISON, "王一", "0359-8022001", "a@example.org"
                ),
                RegisteredContact("东镇", ContactKind.HEAD, "李二"),
            ),
            force_members=(
                ForceMember("综合专班", ForcePost.LEADER, "赵三", "甲局", "13800138000"),
                ForceMember("综合专班", ForcePost.MEMBER, "钱四"),
            ),
            signed={"甲局": True, "乙局": False},
        ),
        asks={(1, "各镇"): Ask.QUARTERLY, (2, "甲局"): Ask.SHARED},
    )


def loaded(registry: Registry) -> LoadedPlan:
    return LoadedPlan(registry.document, registry.assignments().measures)


def written(registry: Registry, language: str = "zh-CN") -> bytes:
    return write_registry(registry, language=language, author="办公室", at=AT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_back_the_same(language: str) -> None:
    registry = a_registry()
    assert read_registry(written(registry, language), name="x") == registry


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_plan_survives_the_workbook(language: str) -> None:
    document = read_plan((SAMPLES / "yongji-2022.txt").read_bytes(), name="x")
    register = read_register((SAMPLES / "yongji-2022.units.toml").read_bytes(), name="x")
    back = read_registry(written(Registry(document, register), language), name="x")
    assert back.document == replace(document, doubts=())
    assert back.register.official_names == register.official_names
    assert back.register.groups == register.groups
    assert set(back.register.units) >= set(back.assignments().units)


def test_the_same_registry_becomes_the_same_bytes() -> None:
    assert written(a_registry()) == written(a_registry())


def test_members_of_a_group_are_asked_as_the_group_is() -> None:
    first, second, _ = read_registry(written(a_registry()), name="x").assignments().measures
    assert [(unit.name, unit.ask) for unit in first.units] == [
        ("甲局", Ask.MONTHLY),
        ("东镇", Ask.QUARTERLY),
        ("西镇", Ask.QUARTERLY),
    ]
    assert [unit.ask for unit in second.units] == [Ask.MONTHLY, Ask.SHARED]


def test_a_group_without_members_stays_in_doubt() -> None:
    registry = replace(a_registry(), register=UnitRegister(official_names={"甲局": "某县甲局"}))
    assignments = read_registry(written(registry), name="x").assignments()
    assert [mention.name for mention in assignments.measures[0].unassigned] == ["各镇"]
    assert "doubt-group-members" in {doubt.text_key for doubt in assignments.doubts}


def test_the_groups_that_the_plan_names_wait_for_their_members() -> None:
    registry = Registry(
        a_plan("一、任务\n1.甲事。（甲局牵头，各镇、有关部门配合）\n2.乙事。（各镇）")
    )
    rows = load_workbook(BytesIO(written(registry)))["单位组"].iter_rows(
        min_row=2, values_only=True
    )
    assert list(rows) == [("各镇", None), ("有关部门", None)]


@pytest.mark.parametrize(
    ("rows", "members"),
    [
        ([("各镇", "东镇、西镇")], ("东镇", "西镇")),
        ([("各镇", "东镇，西镇；甲局")], ("东镇", "西镇", "甲局")),
        ([("各镇", "西镇\n东镇\n")], ("西镇", "东镇")),
        ([("各镇", "东镇"), ("各镇", "西镇")], ("东镇", "西镇")),
        ([("各镇", "县甲局")], ("甲局",)),
    ],
)
def test_a_cell_takes_several_members_and_a_group_several_rows(
    rows: list[tuple[str, str]], members: tuple[str, ...]
) -> None:
    def change(workbook: Workbook) -> None:
        for at, row in enumerate(rows, start=2):
            workbook["单位组"][f"A{at}"], workbook["单位组"][f"B{at}"] = row

    assert read_registry(changed(change), name="x").register.groups == {"各镇": members}


def test_a_fault_in_a_list_of_members_names_the_member() -> None:
    def change(workbook: Workbook) -> None:
        workbook["单位组"]["B2"] = "东镇、南镇、各村"

    with pytest.raises(RegistryFaulty) as refused:
        read_registry(changed(change), name="x")
    assert [(fault.facts["cell"], fault.facts["value"]) for fault in refused.value.faults] == [
        ("B2", "南镇"),
        ("B2", "各村"),
    ]


def changed(change: Callable[[Workbook], None]) -> bytes:
    """The workbook as somebody changed it in Excel."""
    workbook = load_workbook(BytesIO(written(a_registry())))
    change(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def faults(change: Callable[[Workbook], None]) -> list[tuple[str, str | None, str | None]]:
    """Reason, sheet and cell of every fault."""
    with pytest.raises(RegistryFaulty) as refused:
        read_registry(changed(change), name="登记表.xlsx")
    assert refused.value.facts == {"name": "登记表.xlsx", "count": len(refused.value.faults)}
    for language in LANGUAGES:
        for fault in refused.value.faults:
            assert fault.facts["sheet"] in doubt_sentence(fault, language)
        assert len(error_lines(refused.value, language)) == len(refused.value.faults) + 1
    return [
        (
            fault.text_key.removeprefix("plan-registry-"),
            fault.facts.get("sheet"),
            fault.facts.get("cell"),
        )
        for fault in refused.value.faults
    ]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "reason"),
    [
        ("计划", "B2", None, "empty"),
        ("计划", "B5", "去年", "day"),
        ("计划", "B7", 32, "number"),
        ("计划", "B8", "每日", "choice"),
        ("措施", "A3", 1, "twice"),
        ("措施", "A3", "二", "number"),
        ("措施", "F2", "2026-02-30", "day"),
        ("措施", "I2", None, "empty"),
        ("分工", "A2", 99, "measure-unknown"),
        ("分工", "C2", "丁局", "unit-unknown"),
        ("分工", "C2", None, "empty"),
        ("分工", "D2", "主持", "choice"),
        ("分工", "E2", "每天", "choice"),
        ("分工", "C5", "乙局", "twice"),
        ("单位", "A3", "甲局", "twice"),
        ("单位", "B3", "某县甲局", "twice"),
        ("单位", "A3", "各有关单位", "unit-group"),
        ("单位", "C3", "县甲局", "alias-taken"),
        ("单位", "D2", "签", "choice"),
        ("单位组", "B2", "各村", "member-group"),
        ("单位组", "B2", "南镇", "unit-unknown"),
        ("单位组", "B2", "东镇、西镇\n东镇", "member-twice"),
        ("单位组", "A2", None, "empty"),
        ("联系人", "A2", "丁局", "unit-unknown"),
        ("联系人", "B2", "秘书", "choice"),
        ("联系人", "D2", "转告", "phone"),
        ("联系人", "E2", "a@b", "mail"),
        ("联系人", "B2", "经办人", "choice"),
        ("联系人", "C2", None, "empty"),
        ("专班成员", "A2", "另一专班", "force-unknown"),
        ("专班成员", "B2", "秘书", "choice"),
        ("联系人", "D2", 1380013800, "phone"),
        ("联系人", "D2", "1380013800a", "phone"),
        ("专班成员", "E2", "转告", "phone"),
        ("专班成员", "E2", "138001380001", "phone"),
        ("指标", "C2", "五", "number"),
        ("指标", "C2", "=1+1", "formula"),
        ("指标", "E2", ">", "choice"),
        ("指标", "A2", 9, "measure-unknown"),
        ("指标", "J2", "也许", "choice"),
        ("指标", "J2", "Y", "choice"),
        ("指标", "C2", -5, "negative"),
        ("指标", "H2", datetime(2027, 3, 1), "start-late"),  # noqa: DTZ001  # as Excel keeps it
        ("措施", "G2", "提升行动、另一行动", "label-unknown"),
        ("计划", "B8", None, "choice-empty"),
        ("指标", "E2", None, "choice-empty"),
    ],
)
def test_a_wrong_cell_is_told_by_its_sheet_place_and_reason(
    sheet: str, cell: str, value: str | int | datetime | None, reason: str
) -> None:
    def change(workbook: Workbook) -> None:
        workbook[sheet][cell] = value

    assert (reason, sheet, cell) in faults(change)


def test_every_fault_is_told_at_once() -> None:
    def change(workbook: Workbook) -> None:
        workbook["分工"]["D2"] = "主持"
        workbook["指标"]["C2"] = "五"
        del workbook["标签"]
        workbook["章节"]["A1"] = "标题"

    assert {(reason, sheet) for reason, sheet, _ in faults(change)} == {
        ("choice", "分工"),
        ("number", "指标"),
        ("sheet-missing", "标签"),
        ("column-missing", "章节"),
    }


def test_what_excel_makes_of_dates_and_numbers_is_understood() -> None:
    def change(workbook: Workbook) -> None:
        workbook["措施"]["F2"] = datetime(2026, 10, 31)  # noqa: DTZ001  # as Excel keeps it
        workbook["措施"]["F3"] = "2026年11月30日"
        workbook["指标"]["C2"] = 8.5
        workbook["联系人"]["D2"] = 13800138000

    registry = read_registry(changed(change), name="x")
    assert [m.deadline for m in registry.document.measures[:2]] == [
        date(2026, 10, 31),
        date(2026, 11, 30),
    ]
    assert registry.document.measures[0].indicators[0].value == Decimal("8.5")
    assert registry.register.contacts[0].phone == "13800138000"


def test_columns_may_be_moved_and_notes_added() -> None:
    def change(workbook: Workbook) -> None:
        workbook["分工"].insert_cols(1)
        workbook["分工"]["A1"] = "备注"
        workbook["分工"]["A3"] = "已核"

    assert read_registry(changed(change), name="x") == a_registry()


def test_a_name_may_be_written_by_its_alias() -> None:
    def change(workbook: Workbook) -> None:
        workbook["分工"]["C2"] = "县甲局"

    assert read_registry(changed(change), name="x") == a_registry()


def test_one_person_stands_once_in_a_place() -> None:
    def change(workbook: Workbook) -> None:
        workbook["联系人"].append([cell.value for cell in workbook["联系人"][2]])
        workbook["专班成员"].append([cell.value for cell in workbook["专班成员"][2]])

    assert faults(change) == [("twice", "联系人", "C4"), ("twice", "专班成员", "C4")]


def test_a_document_takes_over_what_the_office_knows_of_its_units() -> None:
    known = replace(a_registry().register, units=(), forces=())
    before = loaded(a_registry())
    plan = a_plan(PLAN.replace("乙局、甲局负责", "乙局、县甲局负责"))
    registry = with_known(plan, known, before)
    assert registry.register == known
    assert registry.asks == a_registry().asks
    assert [mention.name for mention in registry.document.measures[1].mentions] == ["乙局", "甲局"]
    assert [entry.units for entry in registry.assignments().measures] == [
        entry.units for entry in before.assigned
    ]


def test_what_the_office_knows_of_others_is_left_out() -> None:
    known = UnitRegister(
        official_names={"戊局": "某县戊局"},
        groups={"各村": ("一村",)},
        aliases={"县戊局": "戊局"},
        contacts=(RegisteredContact("戊局", ContactKind.HEAD, "孙五"),),
        force_members=(ForceMember("另一专班", ForcePost.LEADER, "周六"),),
        signed={"戊局": True},
    )
    assert with_known(a_plan(PLAN), known, None).register == UnitRegister()


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(PlanIsPacked):
        read_registry(zipped({"word/document.xml": b"<a/>"}), name="x")
    with pytest.raises(PlanIsDamaged):
        read_registry(zipped({"xl/workbook.xml": b"<a/>"}), name="x")
    with pytest.raises(PlanIsDamaged):
        read_registry(b"no zip", name="x")


def test_day_from_which_a_target_counts_is_written_and_read_back() -> None:
    registry = a_registry()
    first, *others = registry.document.measures
    counted = replace(first.indicators[0], baseline=Decimal(20), start=date(2026, 3, 1))
    document = replace(
        registry.document,
        measures=(replace(first, indicators=(counted, *first.indicators[1:])), *others),
    )
    registry = replace(registry, document=document)
    assert read_registry(written(registry), name="x") == registry


def test_workbook_of_an_earlier_version_has_no_such_column_and_is_read_all_the_same() -> None:
    workbook = load_workbook(BytesIO(written(a_registry())))
    for title, head in (("指标", "起算日期"), ("单位", "领导签发")):
        sheet = workbook[title]
        place = next(cell.column for cell in sheet[1] if cell.value == head)
        sheet.delete_cols(place)
    saved = BytesIO()
    workbook.save(saved)
    registry = a_registry()
    unsaid = replace(registry, register=replace(registry.register, signed={}))
    assert read_registry(saved.getvalue(), name="x") == unsaid


def test_whether_a_leader_signs_is_yes_or_no_and_a_blank_cell_says_nothing() -> None:
    def change(workbook: Workbook) -> None:
        cells = [row[3] for row in workbook["单位"].iter_rows(min_row=1, max_row=4)]
        assert [cell.value for cell in cells] == ["领导签发", "是", "否", None]
        cells[1].value, cells[2].value, cells[3].value = None, True, "否"

    assert read_registry(changed(change), name="x").register.signed == {
        "乙局": True,
        "丙局": False,
    }


def test_a_unit_stands_once_at_a_measure_whatever_its_role() -> None:
    def change(workbook: Workbook) -> None:
        workbook["分工"].append([1, "", "甲局", "配合", "每月"])

    last = load_workbook(BytesIO(written(a_registry())))["分工"].max_row + 1
    with pytest.raises(RegistryFaulty) as refused:
        read_registry(changed(change), name="x")
    (fault,) = refused.value.faults
    assert (fault.text_key, fault.facts["cell"], fault.facts["other"]) == (
        "plan-registry-twice",
        f"C{last}",
        "C2",
    )


def test_a_plan_that_names_a_unit_twice_can_be_sent_back_as_it_was_written() -> None:
    registry = Registry(a_plan("一、任务\n1.甲事。（甲局牵头，甲局、乙局配合）"))
    back = read_registry(written(registry), name="x").assignments()
    assert [entry.units for entry in back.measures] == [
        entry.units for entry in registry.assignments().measures
    ]


@pytest.mark.parametrize("value", ["是", "否", None, True, False, "TRUE", "no"])
def test_cumulative_is_yes_or_no(value: str | bool | None) -> None:
    def change(workbook: Workbook) -> None:
        workbook["指标"]["J2"] = value

    (target,) = read_registry(changed(change), name="x").document.measures[0].indicators
    assert target.cumulative is (value in ("是", True, "TRUE"))


@pytest.mark.parametrize(
    ("value", "shown", "measured", "read"),
    [
        (0.085, "0.0%", "%", "8.5"),
        (8.5, "General", "%", "8.5"),
        ("8.5%", "General", "%", "8.5"),
        (0.085, "0.0%", "倍", "0.085"),
        (0.085, "0.0%", None, "8.5"),
        ("8.5%", "General", None, "8.5"),
    ],
)
def test_a_share_beside_per_cent_is_what_the_cell_shows(
    value: float | str, shown: str, measured: str | None, read: str
) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["指标"]
        sheet["D2"] = measured
        for cell in ("C2", "G2"):
            sheet[cell], sheet[cell].number_format = value, shown

    (target,) = read_registry(changed(change), name="x").document.measures[0].indicators
    assert (target.value, target.baseline) == (Decimal(read), Decimal(read))
    assert target.unit_of_measure == (measured or "%")


def test_a_target_that_does_not_say_in_what_it_is_counted_is_asked_about() -> None:
    def change(workbook: Workbook) -> None:
        workbook["指标"]["D2"] = None

    registry = read_registry(changed(change), name="x")
    told = {doubt.text_key: doubt.facts for doubt in registry.assignments().doubts}
    name = registry.document.measures[0].indicators[0].name
    assert told["doubt-target-unmeasured"] == {"names": name, "count": "1"}


def test_a_formula_is_told_once() -> None:
    def change(workbook: Workbook) -> None:
        workbook["指标"]["C2"] = "=1+1"
        workbook["计划"]["B7"] = "=5"

    assert faults(change) == [("formula", "指标", "C2"), ("formula", "计划", "B7")]


@pytest.mark.parametrize(
    ("sheet", "cell"), [("措施", "A1"), ("单位", "A1"), ("标签", "A1"), ("章节", "B1")]
)
def test_a_column_under_another_name_is_the_only_fault(sheet: str, cell: str) -> None:
    def change(workbook: Workbook) -> None:
        workbook["措施"]["G2"] = "提升行动"
        workbook[sheet][cell] = "另一个名称"

    assert faults(change) == [("column-missing", sheet, None)]


def test_how_often_and_about_what_is_offered_on_the_sheet_of_the_plan() -> None:
    sheet = load_workbook(BytesIO(written(a_registry())))["计划"]
    offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert offered["B8"].startswith('"每月,')
    assert offered["B9"] == '"上期,本期"'


def test_at_least_of_what_shall_fall_contradicts_itself() -> None:
    def change(workbook: Workbook) -> None:
        workbook["指标"]["E2"], workbook["指标"]["F2"] = ">=", "下降"

    assert faults(change) == [("direction", "指标", "E2")]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "reason", "other"),
    [
        ("单位", "C3", "县甲局", "alias-taken", "C2"),
        ("单位", "C2", "乙局", "alias-taken", "A3"),
        ("单位", "C3", "某县甲局", "alias-taken", "B2"),
        ("单位", "C2", "县甲局、 丙局", "alias-taken", "A4"),
        ("单位", "B3", "甲局", "twice", "A2"),
        ("单位", "B4", "某县甲局", "twice", "B2"),
        ("单位", "B4", "县甲局", "alias-taken", "B4"),
        ("单位组", "A2", "县甲局", "group-taken", "C2"),
    ],
)
def test_a_name_that_means_two_is_told_once_where_it_is_given_with_both_cells(
    sheet: str, cell: str, value: str, reason: str, other: str
) -> None:
    def change(workbook: Workbook) -> None:
        workbook[sheet][cell] = value

    at = "C2" if (reason, other) == ("alias-taken", cell) else cell
    assert faults(change) == [(reason, sheet, at)]
    with pytest.raises(RegistryFaulty) as refused:
        read_registry(changed(change), name="x")
    (fault,) = refused.value.faults
    assert fault.facts["other"] == other
    assert all(place in doubt_sentence(fault, "zh-CN") for place in (at, other))


def test_a_unit_may_sign_by_one_of_its_other_names() -> None:
    def change(workbook: Workbook) -> None:
        workbook["单位"]["C2"] = "某县甲局、甲局，县甲局；县甲局"

    assert read_registry(changed(change), name="x").register.aliases == {
        "某县甲局": "甲局",
        "县甲局": "甲局",
    }


def test_a_unit_is_found_by_the_name_that_signs_for_it() -> None:
    def change(workbook: Workbook) -> None:
        workbook["分工"]["C2"] = workbook["联系人"]["A2"] = "某县甲局"

    assert read_registry(changed(change), name="x") == a_registry()


@pytest.mark.parametrize(("sheet", "rows"), [("分工", 1), ("措施", 1), ("分工", 0)])
def test_a_sheet_without_rows_leaves_nobody_to_ask_and_is_refused(sheet: str, rows: int) -> None:
    def change(workbook: Workbook) -> None:
        workbook[sheet].delete_rows(2, workbook[sheet].max_row)
        if not rows:
            workbook[sheet].delete_rows(1)

    expected = ("no-rows", sheet, "A2") if rows else ("column-missing", sheet, None)
    assert faults(change) == [expected]
