"""Groups of measures that a plan lists across its sections."""

import pytest

from plans.labels import find_labels
from tests.plans.documents import RULE, a_plan


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "深入开展消费升级、乡村培育、网络货运三大专项行动，取得实效。",
            ("消费升级专项行动", "乡村培育专项行动", "网络货运专项行动"),
        ),
        ("实施强基、提质和增效等三大工程。", ("强基工程", "提质工程", "增效工程")),
        ("实施甲壮大、乙提升2大工程。", ("甲壮大工程", "乙提升工程")),
        ("实施甲壮大、乙提升五大工程。", ()),
        (
            "实施“三大提升行动”：1.环境卫生提升行动；2.交通秩序提升行动；3.文明素养。",
            ("环境卫生提升行动", "交通秩序提升行动", "文明素养提升行动"),
        ),
        ("开展三大行动：（1）强基；（2）提质；（3）增效。", ("强基行动", "提质行动", "增效行动")),
        ("开展两大工程，即：强基工程、提质工程。", ("强基工程", "提质工程")),
        ("开展三大行动：1.强基；2.提质。", ()),
        ("开展十大专项行动。", ()),
        ("实施“千企升级、万企融合”两大行动。", ("千企升级行动", "万企融合行动")),
        ("聚焦“强基、提质和增效”三大工程。", ("强基工程", "提质工程", "增效工程")),
        ("实施“强基”“提质”“增效”等三大工程。", ("强基工程", "提质工程", "增效工程")),
        (
            "推动“一老一小”、“医养结合”和“体卫融合”三大工程。",
            ("一老一小工程", "医养结合工程", "体卫融合工程"),
        ),
        ("实施强基工程、提质工程两大工程。", ("强基工程", "提质工程")),
        ("开展环境卫生、交通秩序“两大行动”。", ("环境卫生行动", "交通秩序行动")),
        ("完善机制，实施“强基、提质”两大行动。", ("强基行动", "提质行动")),
        ("开展“双随机、一公开”监管和两大行动。", ()),
        ("统筹推进“三大工程”“四大行动”。", ()),
    ],
)
def test_a_list_with_its_count_names_the_labels(text: str, labels: tuple[str, ...]) -> None:
    assert find_labels([text]) == labels


def test_measures_carry_the_labels_that_they_or_their_headings_name() -> None:
    plan = a_plan(
        """一、网络货运
1.发展平台。（甲局负责）
2.推进消费升级行动。（甲局负责）
二、保障
3.开展消费升级、乡村培育、网络货运三大专项行动。（乙局负责）"""
    )
    assert plan.labels == ("消费升级专项行动", "乡村培育专项行动", "网络货运专项行动")
    assert [measure.labels for measure in plan.measures] == [
        ("网络货运专项行动",),
        ("消费升级专项行动", "网络货运专项行动"),
        (),
    ]


def test_labels_numbered_within_a_heading_or_its_text_are_taken_out_of_it() -> None:
    plan = a_plan(
        """一、实施“两大行动”：1.环境卫生行动；2.交通秩序行动
（一）整治背街小巷，改善环境卫生。（甲局负责）
（二）施划停车位。（乙局负责）"""
    )
    assert plan.sections[0].path == ("一、实施“两大行动”",)
    assert plan.labels == ("环境卫生行动", "交通秩序行动")
    assert [measure.labels for measure in plan.measures] == [("环境卫生行动",), ()]


def test_headings_under_one_that_counts_them_are_labels() -> None:
    plan = a_plan(
        """一、实施“两大行动”
（一）开展环境卫生行动。
1.整治背街小巷。（甲局负责）
（二）开展交通秩序行动。
2.施划停车位。（乙局负责）"""
    )
    assert plan.labels == ("环境卫生行动", "交通秩序行动")
    assert [measure.labels for measure in plan.measures] == [("环境卫生行动",), ("交通秩序行动",)]


def test_of_a_list_that_names_only_some_those_are_labels_and_the_others_are_asked_for() -> None:
    plan = a_plan(
        f"""一、任务
1.深入实施“强基”“提质”等三大工程。（甲局负责）
2.落实“强基”“提质”等三大工程的强基任务。{RULE}（乙局负责）"""
    )
    assert plan.labels == ("强基工程", "提质工程")
    assert [measure.labels for measure in plan.measures] == [(), ("强基工程",)]
    (told,) = plan.doubts
    assert told.text_key == "doubt-labels-count"
    assert told.facts == {"spoken": "3", "named": "2", "names": "强基工程、提质工程"}
    assert (told.source, told.line) == ("深入实施“强基”“提质”等三大工程", 10)
