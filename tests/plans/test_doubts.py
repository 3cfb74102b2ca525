"""What a person has to look at, each thing said once."""

import pytest

from tests.plans.documents import FRONT, RULE, a_plan, doubts_of, lead, responsible
from vocabulary.plan import Mention

SOUND = f"一、任务\n1.甲事。（甲局负责）\n2.汇总。{RULE}（乙局负责）"


def test_a_sound_plan_raises_no_doubt() -> None:
    assert a_plan(SOUND).doubts == ()


def test_a_missing_reporting_rule_is_told() -> None:
    assert doubts_of("一、任务\n1.甲事。（甲局负责）").keys() == {"doubt-report-rule-missing"}


def test_a_missing_title_is_told() -> None:
    assert doubts_of(SOUND, front="").keys() == {"doubt-title-missing"}


def test_task_forces_are_counted_against_what_the_text_speaks_of() -> None:
    spoken = "各专班要尽责。十二个工作专班加强调度。"
    doubts = doubts_of(f"{SOUND}\n二、金融（金融专班负责）\n3.丙事。{spoken}（丙局负责）")
    told = doubts["doubt-task-forces-count"]
    assert told.facts == {"spoken": "12", "named": "1", "names": "金融专班"}
    assert (told.source, told.line) == ("十二个工作专班", 13)


def test_a_right_count_of_task_forces_is_no_doubt() -> None:
    doubts = doubts_of(f"一、金融（金融专班负责）\n1.甲事。1个专班抓落实。{RULE}（甲局负责）")
    assert doubts == {}


def test_measures_without_task_force_are_told_together_where_others_have_one() -> None:
    body = f"""{SOUND}
二、金融（金融专班负责）
3.丙事。（丙局负责）
三、其他
4.丁事。（丙局负责）
5.戊事。（丙局负责）
6.己事。（丙局负责）"""
    told = doubts_of(body)["doubt-task-force-missing"]
    assert told.facts == {"measures": "1、2、4—6", "count": "5"}
    assert (told.source, told.line) == ("甲事", 10)


def test_a_group_that_leaves_open_who_is_meant_is_asked_about_once() -> None:
    body = f"""{SOUND}
3.丙事。（领导小组有关成员单位负责）
4.丁事。（领导小组有关成员单位配合，甲局牵头）"""
    told = doubts_of(body)["doubt-group-vague"]
    assert told.facts == {"measures": "3、4", "count": "2", "group": "领导小组有关成员单位"}


def test_every_group_needs_its_members() -> None:
    doubts = a_plan(f"{SOUND}\n3.丙事。（各镇[街道]、领导小组成员单位负责）").doubts
    assert [(doubt.text_key, doubt.facts["group"]) for doubt in doubts] == [
        ("doubt-group-members", "各镇（街道）"),
        ("doubt-group-members", "领导小组成员单位"),
    ]


def test_a_list_that_ends_in_others_is_asked_about() -> None:
    told = doubts_of(f"{SOUND}\n3.丙事。（甲局、乙局等负责）\n4.丁事。（丙局等负责）")
    assert told.keys() == {"doubt-list-open"}
    assert told["doubt-list-open"].facts["measures"] == "3、4"
    assert told["doubt-list-open"].source == "（甲局、乙局等负责）；（丙局等负责）"


def test_an_addressee_that_owes_nothing_is_told_and_groups_are_not() -> None:
    front = FRONT.replace("县直各单位：", "县直各单位，甲局，某县开发区管委会：")
    told = doubts_of(SOUND, front=front)
    assert told.keys() == {"doubt-addressee-idle"}
    assert told["doubt-addressee-idle"].facts == {"names": "某县开发区管委会"}
    assert told["doubt-addressee-idle"].line == 5


def test_numbers_that_repeat_or_are_left_out_are_told() -> None:
    body = f"{SOUND}\n5.丙事。（甲局负责）\n5.丁事。（乙局负责）\n6.戊事。（乙局负责）"
    told = doubts_of(body)
    assert told.keys() == {"doubt-numbers-repeated", "doubt-numbers-missing"}
    assert told["doubt-numbers-missing"].facts == {"numbers": "3、4"}
    assert told["doubt-numbers-repeated"].facts["measures"] == "5"
    assert told["doubt-numbers-repeated"].line == 13


def test_counting_anew_under_each_heading_is_no_doubt() -> None:
    assert a_plan(f"{SOUND}\n二、其他\n1.丙事。（甲局负责）\n2.丁事。（乙局负责）").doubts == ()


def test_mended_brackets_are_shown_before_and_after() -> None:
    told = doubts_of(f"{SOUND}\n3.丙事。办好。(甲局)\n\n办公室负责)")["doubt-brackets-mended"]
    assert told.source == "(甲局)办公室负责)"
    assert told.facts == {"measures": "3", "count": "1", "after": "(甲局办公室负责)"}


def test_a_clause_that_a_page_break_tore_is_shown_as_joined() -> None:
    told = doubts_of(f"{SOUND}\n3.丙事。办好。（甲局\n\n牵头，乙局配合）")
    assert told.keys() == {"doubt-clause-torn"}
    assert told["doubt-clause-torn"].source == "（甲局牵头，乙局配合）"


def test_a_page_break_in_running_text_is_no_doubt() -> None:
    assert a_plan(f"{SOUND}\n3.丙事。办好果品、\n\n药材。（甲局负责）").doubts == ()


def test_words_in_a_clause_that_fit_no_form_are_told() -> None:
    told = doubts_of(f"{SOUND}\n3.丙事。（甲局负责；丙局）")
    assert told.keys() == {"doubt-clause-unread"}
    assert told["doubt-clause-unread"].source == "丙局"


def test_names_without_a_word_of_duty_are_told_with_how_they_were_taken() -> None:
    told = doubts_of(f"{SOUND}\n3.丙事。（甲局，乙局参与）\n4.丁事。（乙局负责，县丙局）")
    assert told.keys() == {"doubt-role-assumed"}
    assert told["doubt-role-assumed"].facts == {
        "measures": "3、4",
        "count": "2",
        "names": "甲局、县丙局",
    }


def test_a_measure_without_unit_is_told_with_the_brackets_that_nobody_understood() -> None:
    body = f"{SOUND}\n3.丙事。办好。（某某、某某某）\n4.丁事。办好。"
    told = doubts_of(body)["doubt-measure-without-unit"]
    assert (told.source, told.facts["measures"]) == ("（某某、某某某）；丁事", "3、4")


def test_what_loses_somebody_a_duty_is_told_first() -> None:
    body = f"{SOUND}\n4.丁事。（各镇负责；丙局监督）\n5.戊事。办好。\n6.己事。（甲局等负责）"
    assert [doubt.text_key for doubt in a_plan(body, front="").doubts] == [
        "doubt-measure-without-unit",
        "doubt-group-members",
        "doubt-clause-unread",
        "doubt-title-missing",
        "doubt-numbers-missing",
        "doubt-list-open",
    ]


def test_a_clause_outside_every_measure_is_told() -> None:
    told = doubts_of(SOUND, front=f"{FRONT}本县要做好丙事。（丙局负责）\n")
    assert told.keys() == {"doubt-clause-outside"}
    assert (told["doubt-clause-outside"].source, told["doubt-clause-outside"].line) == (
        "（丙局负责）",
        8,
    )


def test_two_spellings_of_what_looks_like_one_unit_are_told() -> None:
    body = f"""{SOUND}
3.丙事。（县文旅局负责）
4.己事。（文旅局负责）
5.丁事。（县文化和旅游局、县教育局、县体育局负责）"""
    told = doubts_of(body)
    assert told.keys() == {"doubt-names-alike"}
    assert told["doubt-names-alike"].facts == {
        "names": "县文旅局＝县文化和旅游局、文旅局＝县文旅局"
    }


def test_posts_and_people_who_owe_a_measure_are_told_as_such() -> None:
    told = doubts_of("1.甲事。\n责任人：护理部主任\n2.乙事。\n责任人：信息科、张立新")
    assert told["doubt-owners-in-person"].facts == {
        "measures": "1、2",
        "count": "2",
        "names": "护理部主任、张立新",
    }


def test_people_beside_units_owe_nothing() -> None:
    body = "1.甲事。\n责任单位：县文旅局\n责任人：张立新\n2.乙事。\n责任人：李梅"
    plan = a_plan(body)
    assert [len(measure.mentions) for measure in plan.measures] == [1, 0]
    keys = {doubt.text_key for doubt in plan.doubts}
    assert "doubt-measure-without-unit" in keys
    assert "doubt-owners-in-person" not in keys


def test_what_a_clause_says_of_other_measures_is_told() -> None:
    body = "一、任务\n1.甲事。（县文旅局负责，以下均需各乡镇落实）\n2.乙事。（县财政局负责）"
    plan = a_plan(body)
    assert plan.measures[0].mentions == responsible("县文旅局")
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-unread")
    assert told.source == "以下均需各乡镇落实"


def test_signs_of_several_kinds_that_nothing_explains_are_told() -> None:
    table = "序号\t任务\t县文旅局\t县财政局\n1\t甲事\t●\t△\n2\t乙事\t△\t●"
    assert doubts_of(table)["doubt-role-assumed"].facts["names"] == "县文旅局、县财政局"
    explained = f"{table}\n注：●为牵头单位，△为配合单位。"
    assert "doubt-role-assumed" not in doubts_of(explained)


def test_items_of_which_only_the_last_names_units_are_one_measure_and_that_is_told() -> None:
    told = doubts_of(
        f"""一、加强组织
1.健全机制。
2.落实责任。（甲局负责）
二、推进建设
1.建设园区。
2.引进项目。{RULE}（乙局牵头，丙局配合）
三、开展督查
1.每月通报。（丁局负责）"""
    )
    (shared,) = told.values()
    assert shared.text_key == "doubt-clause-shared"
    assert shared.facts == {"measures": "1、2", "count": "2"}
    assert (shared.source, shared.line) == ("加强组织", 9)


def test_parts_of_a_measure_with_its_units_at_the_end_are_no_doubt() -> None:
    assert (
        doubts_of(
            f"""一、加强组织
1.甲事。（1）健全机制。
（2）落实责任。（甲局负责）
2.乙事。（1）建设园区。
（2）引进项目。{RULE}（乙局负责）"""
        )
        == {}
    )


@pytest.mark.parametrize(
    ("clause", "mentions", "person"),
    [
        ("（张伟 县交通局负责）", responsible("县交通局"), "张伟"),
        ("（张 伟 县交通局负责）", responsible("县交通局"), "张伟"),
        ("责任单位：张伟 县交通局", responsible("县交通局"), "张伟"),
        ("责任单位：县交通局 张伟", responsible("县交通局"), "张伟"),
        ("（县交通局张伟、县水利局牵头）", lead("县交通局", "县水利局"), "张伟"),
        ("（张伟（县交通局局长）、县财政局负责）", responsible("县财政局"), "张伟"),
        ("（副县长张伟牵头，县水利局负责）", responsible("县水利局"), "副县长张伟"),
    ],
)
def test_a_person_among_units_is_none_and_that_is_told(
    clause: str, mentions: tuple[Mention, ...], person: str
) -> None:
    body = f"{SOUND}\n3.丙事。\n{clause}"
    assert a_plan(body).measures[2].mentions == mentions
    (told,) = doubts_of(body).values()
    assert told.text_key == "doubt-clause-person"
    assert told.facts == {"measures": "3", "count": "1", "words": person}
    assert (told.source, told.line) == (person, 12)


@pytest.mark.parametrize(
    "name", ["江北区交通局", "金坛区水务局", "县医院", "各责任单位", "县公安局石门派出所"]
)
def test_no_unit_is_taken_for_a_person_by_a_surname_in_its_name(name: str) -> None:
    plan = a_plan(f"{SOUND}\n3.丙事。（{name}负责）")
    assert plan.measures[2].mentions == responsible(name)
    assert "doubt-clause-person" not in {doubt.text_key for doubt in plan.doubts}


def test_names_without_the_prefix_of_one_before_them_stay_as_they_stand_and_are_told() -> None:
    body = f"""{SOUND}
3.丙事。（县发展改革局、财政局负责）
4.丁事。（县委组织部、宣传部、县财政局负责）
5.戊事。（交通局、县住建局、县公安分局、国家税务总局某县税务局负责）"""
    assert a_plan(body).measures[2].mentions == responsible("县发展改革局", "县财政局")
    told = doubts_of(body)
    assert told.keys() == {"doubt-names-completed", "doubt-names-bare"}
    completed, bare = told["doubt-names-completed"], told["doubt-names-bare"]
    assert (completed.facts["names"], completed.facts["measures"]) == ("财政局＝县财政局", "3")
    assert (bare.facts["names"], bare.facts["measures"]) == ("宣传部", "4")


def test_ministries_and_offices_that_say_where_they_are_need_no_prefix() -> None:
    body = f"""{SOUND}
3.丙事。（市场监管总局、工业和信息化部、国家发展改革委、农业农村部负责）
4.丁事。（县住建局、团县委、某县农商银行、共青团安和县委负责）"""
    assert doubts_of(body) == {}


YEARLESS = FRONT.replace("2026年", "").replace("〔2026〕", "")


def test_dates_in_a_plan_that_names_no_year_are_told_and_not_read() -> None:
    body = f"""{SOUND}
3.丙事。全年建桥3座。（甲局负责，6月底前完成）
4.丁事。年底前建塔2座。（甲局负责）"""
    plan = a_plan(body, front=YEARLESS)
    assert [measure.deadline for measure in plan.measures] == [None] * 4
    told = doubts_of(body, front=YEARLESS)["doubt-year-unknown"]
    assert told.facts == {"measures": "3、4", "count": "2", "words": "全年、6月底前、年底前"}
    assert told.line == 12
    assert "doubt-year-unknown" not in doubts_of(body)


def test_what_the_plan_itself_is_to_reach_is_told_without_its_year_too() -> None:
    front = f"{YEARLESS}年底前，全县新建公园10座。\n"
    told = doubts_of(SOUND, front=front)["doubt-year-unknown"]
    assert told.facts == {"measures": "", "count": "0", "words": "年底前"}
    assert told.line == 8
