"""What stands above and below a plan, in the ways in which offices set it."""

from datetime import date

import pytest

from plans.reader import read_plan
from vocabulary.plan import PlanDocument

DAY = date(2024, 3, 1)
BODY = "一、任务\n1.做事。（县教育局负责）"


def with_front(*lines: str) -> PlanDocument:
    return read_plan("\n".join((*lines, BODY)).encode(), name="plan.txt")


def told(plan: PlanDocument) -> tuple[str, str | None, date | None]:
    return plan.title, plan.issuer, plan.issued_on


def test_a_title_that_comes_first_is_signed_below_it() -> None:
    plan = with_front("甲市重点工作安排", "甲市人民政府办公室", "2024年3月1日", "制定本方案。")
    assert told(plan) == ("甲市重点工作安排", "甲市人民政府办公室", DAY)


def test_a_title_of_two_lines_above_a_date_names_no_issuer() -> None:
    plan = with_front("甲市2024年重点", "工作安排", "（2024年3月1日）", "制定本方案。")
    assert told(plan) == ("甲市2024年重点工作安排", None, DAY)


def test_years_in_brackets_below_a_title_belong_to_it() -> None:
    plan = with_front("甲市三年行动方案", "（2024—2026年）", "（征求意见稿）", "制定本方案。")
    assert plan.title == "甲市三年行动方案（2024—2026年）"


@pytest.mark.parametrize("above", ["附件1", "附件2：", "附表", "单位：万元", "★", "特急"])
def test_what_only_stands_beside_a_title_is_no_part_of_it(above: str) -> None:
    assert with_front(above, "甲市工作台账", "制定本方案。").title == "甲市工作台账"


def test_several_offices_may_sign_one_below_another() -> None:
    plan = with_front(
        "关于印发《甲市方案》的通知",
        "各乡镇：",
        "现印发给你们。",
        "甲市发展和改革委员会",
        "甲市财政局",
        "二〇二四年三月一日",
    )
    assert told(plan) == ("甲市方案", "甲市发展和改革委员会、甲市财政局", DAY)


def test_addressees_may_take_several_lines() -> None:
    plan = with_front(
        "甲省人民政府关于印发甲省方案的通知",
        "各市、自治州人民政府，省政府各部门、各直",
        "属机构：",
        "现印发给你们。",
    )
    assert plan.title == "甲省方案"
    assert plan.addressees == ("各市、自治州人民政府", "省政府各部门、各直属机构")


def test_addressees_named_one_by_one_are_single_units() -> None:
    plan = with_front("某局关于商请协助的函", "市公安局、市卫健委，古城街道办事处：", "请协助。")
    assert plan.addressees == ("市公安局", "市卫健委", "古城街道办事处")


def test_two_plans_in_one_notice_are_both_named() -> None:
    plan = with_front("某办公室关于印发《甲方案》和《乙方案》的通知", "各乡镇：", "现印发给你们。")
    assert plan.title == "《甲方案》和《乙方案》"


def test_a_notice_that_hands_on_a_plan_has_its_title_without_the_office_that_wrote_it() -> None:
    plan = with_front(
        "甲县人民政府办公室关于转发县农业农村局甲县2024年工作方案的通知",
        "各乡镇：",
        "县农业农村局《甲县2024年工作方案》已经同意，现转发给你们。",
    )
    assert plan.title == "甲县2024年工作方案"


@pytest.mark.parametrize(
    "written",
    [
        "甲政发〔2024〕3号",
        "（甲政发〔2024〕3号）",
        "文号：甲政发[2024]3号",
        "甲政发〔2024〕3号 签发人：李某",
    ],
)
def test_the_number_of_a_document_is_known_by_its_form(written: str) -> None:
    plan = with_front("甲市方案", written, "制定本方案。")
    assert plan.doc_number is not None
    assert plan.doc_number.replace("[", "〔").replace("]", "〕") == "甲政发〔2024〕3号"
    assert plan.title == "甲市方案"


def test_who_signs_above_the_date_is_no_part_of_a_last_sentence_that_lacks_its_stop() -> None:
    text = "甲县通知\n1、做事。——县水利局牵头，县财政局配合\n县防汛指挥部\n2024年3月1日"
    plan = read_plan(text.encode(), name="plan.txt")
    assert told(plan) == ("甲县通知", "县防汛指挥部", DAY)
    assert [mention.name for mention in plan.measures[0].mentions] == ["县水利局", "县财政局"]


@pytest.mark.parametrize(
    "lines",
    [
        ("甲市安全生产委员会办公室", "甲安办〔2024〕3号", "甲市整治方案", "2024年3月1日"),
        ("甲市整治方案", "（甲市安全生产委员会办公室2024年3月1日印发）"),
        ("甲市整治方案", "甲市安全生产委员会办公室 2024年3月1日印发", "制定本方案。"),
        ("甲市整治方案", "〔2024〕3号", "甲市安全生产委员会办公室 2024年3月1日", "各乡镇："),
        ("安全简报", "第3期", "甲市安全生产委员会办公室 2024年3月1日", "甲市整治方案"),
    ],
)
def test_the_title_is_told_from_the_letterhead_on_either_side_of_number_and_day(
    lines: tuple[str, ...],
) -> None:
    assert told(with_front(*lines)) == ("甲市整治方案", "甲市安全生产委员会办公室", DAY)


def test_a_title_goes_on_behind_its_years_in_brackets() -> None:
    plan = with_front("甲市关于印发甲市行动计划", "（2024—2026年）的通知", "各乡镇：")
    assert plan.title == "甲市行动计划（2024—2026年）"


@pytest.mark.parametrize(
    ("notice", "title"),
    [
        ("甲市人民政府印发关于促进消费的措施的通知", "关于促进消费的措施"),
        ("甲市人民政府印发《关于促进消费的措施》的通知", "关于促进消费的措施"),
        ("关于印发2024年责任清单的通知", "甲集团公司2024年责任清单"),
    ],
)
def test_a_notice_names_the_plan_in_several_ways(notice: str, title: str) -> None:
    plan = with_front(notice, "各部门：", f"现将《{title}》印发给你们。")
    assert plan.title == title


def test_a_sentence_is_no_title() -> None:
    plan = with_front(
        "甲市市长办公会议纪要", "3月1日上午，市长主持召开会议。", "会议议定以下事项："
    )
    assert plan.title == "甲市市长办公会议纪要"


def test_a_notice_with_numbered_words_of_its_own_is_signed_below_them() -> None:
    plan = read_plan(
        "\n".join(
            (
                "关于印发甲县任务分解表的通知",
                "各乡镇：",
                "现印发给你们，并提出如下要求。",
                "一、明确责任。各单位要主动配合。",
                "二、加强督查。每季度通报一次。",
                "甲县人民政府办公室",
                "2024年3月1日",
                "序号\t重点任务\t牵头单位\t配合单位",
                "1\t修路\t县交通局\t县财政局",
            )
        ).encode(),
        name="plan.txt",
    )
    assert told(plan) == ("甲县任务分解表", "甲县人民政府办公室", DAY)


def test_a_plan_of_a_higher_office_that_is_only_named_is_not_the_title() -> None:
    plan = with_front(
        "关于印发2024年工作要点的通知",
        "各部门：",
        "为落实《甲省2024年工作要点》，现将《2024年工作要点》印发给你们。",
    )
    assert plan.title == "2024年工作要点"


@pytest.mark.parametrize(
    "preamble",
    [
        "根据省委、省政府部署，现就2024年重点任务分工如下",
        "为做好2024年工作，结合实际制定本方案",
        "经县政府同意，现将重点任务分解如下",
    ],
)
def test_a_preamble_without_a_stop_is_no_part_of_the_title(preamble: str) -> None:
    assert with_front("甲县2024年稳就业", "工作方案", preamble).title == "甲县2024年稳就业工作方案"


@pytest.mark.parametrize(
    "lines",
    [
        (
            "发文机关：甲县人民政府办公室",
            "发文字号：甲政办发〔2024〕3号",
            "成文日期：2024年3月1日",
            "甲县工作方案",
        ),
        (
            "发文机关：甲县人民政府办公室　　成文日期：2024年3月1日",
            "发文字号：甲政办发〔2024〕3号",
            "甲县工作方案",
        ),
        (
            "甲县工作方案",
            "甲政办发〔2024〕3号",
            "发布机构：甲县人民政府办公室",
            "发布日期：2024年3月1日",
        ),
    ],
)
def test_what_is_labelled_above_a_plan_is_read_by_its_label(lines: tuple[str, ...]) -> None:
    plan = with_front(*lines, "制定本方案。")
    assert told(plan) == ("甲县工作方案", "甲县人民政府办公室", DAY)
    assert plan.doc_number == "甲政办发〔2024〕3号"


@pytest.mark.parametrize(
    "line",
    ["（2024年3月1日县政府第12次常务会议通过）", "填报单位：县第二中学　　填报日期：2024年3月1日"],
)
def test_the_day_on_which_a_plan_was_passed_or_filled_in_is_its_date(line: str) -> None:
    assert told(with_front("甲县工作方案", line, "制定本方案。")) == ("甲县工作方案", None, DAY)
