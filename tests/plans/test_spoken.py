"""Duties that only running text gives, and whom a name means."""

from datetime import date

import pytest

from plans.people import is_bare_person
from plans.spoken import find_spoken, units_at_start
from tests.plans.documents import a_plan, cooperating, lead, measures_of, only_measure, responsible
from vocabulary.plan import Mention


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "由县水利局牵头，县住建局、龙潭镇政府配合，于6月底前完成招标。",
            lead("县水利局") + cooperating("县住建局", "龙潭镇政府"),
        ),
        ("由县城投集团负责，5月底前完成改造。", responsible("县城投集团")),
        ("会议明确，由县委编办会同县残联抓好落实。", lead("县委编办") + cooperating("县残联")),
        ("请县发改局会同县财政局提出建设方案。", lead("县发改局") + cooperating("县财政局")),
        ("线路迁改由供电公司负责，市交投集团做好保障。", responsible("供电公司", "市交投集团")),
        ("县财政局要统筹安排资金80万元。", responsible("县财政局")),
        ("由县长张大山任组长，县工信局牵头，引进项目5个。", lead("县工信局")),
        ("落地单位：县商务局、城东街道", responsible("县商务局", "城东街道")),
        ("县教育局：牵头负责考试组织实施。", lead("县教育局")),
        ("各乡镇人民政府要组织群众抢浇玉米、大豆15万亩。", responsible("各乡镇人民政府")),
    ],
)
def test_a_sentence_names_who_does_it_between_what_is_done(
    text: str, mentions: tuple[Mention, ...]
) -> None:
    found = find_spoken(text, year=2026)
    assert tuple(mention for said in found for mention in said.clause.mentions) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "支持由电网企业牵头、发电企业参与共建储能电站。",
        "坚持政府引导、企业参与，推动形成合力。",
        "做好各项工作，压实各方责任。",
        "督查单位：县委督查室",
        "由张三牵头。",
        "由村委委员胡水根牵头。",
        "本措施由县发改局负责解释。",
        "县发改局现有人员20名。",
    ],
)
def test_prose_gives_nobody_a_duty(text: str) -> None:
    assert find_spoken(text, year=2026) == []


def test_the_date_in_a_sentence_is_its_deadline_and_the_deed_its_title() -> None:
    first, second = measures_of(
        "一、关于停车秩序\n"
        "（一）由县城管局牵头，县公安局配合，于4月20日前完成泊位普查。\n"
        "（二）由县城投集团负责，8月10日前将管道接入厂区；县发改局负责协调价格。"
    )
    assert (first.title, first.deadline) == ("完成泊位普查", date(2026, 4, 20))
    assert second.mentions == responsible("县城投集团", "县发改局")
    assert second.deadline == date(2026, 8, 10)


def test_units_taken_from_running_text_are_told() -> None:
    plan = a_plan("一、关于停车\n1.由县城管局牵头，5月底前完成普查。\n2.由县公安局负责巡查路面。")
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-spoken")
    assert told.facts["measures"] == "1"
    assert told.line == plan.measures[0].source_line


def test_who_is_only_pointed_at_in_running_text_is_told() -> None:
    plan = a_plan("一、任务\n1.加快登记，由你局牵头，县税务局配合，7月31日前完成首次登记。")
    assert plan.measures[0].mentions == cooperating("县税务局")
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-unread")
    assert told.source == "你局"


@pytest.mark.parametrize(
    "text",
    [
        "由县水利局负责，县财政局安排资金，5月底前完成水库加固。",
        "由县水利局负责，5月底前完成水库加固，所需经费在年内拨付，县财政局安排资金。",
    ],
)
def test_a_unit_that_does_something_without_a_word_of_duty_is_told(text: str) -> None:
    plan = a_plan(f"一、任务\n1.{text}")
    assert plan.measures[0].mentions == responsible("县水利局")
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-unread")
    assert told.source == "县财政局安排资金"


def test_a_list_of_what_a_unit_does_leaves_no_words_open() -> None:
    plan = a_plan("一、任务\n1.由县供电公司负责舞台、计时系统、直播点位的用电保障。")
    assert plan.measures[0].mentions == responsible("县供电公司")
    assert "doubt-clause-unread" not in {doubt.text_key for doubt in plan.doubts}


def test_what_a_letter_asks_of_all_is_no_part_of_its_last_item() -> None:
    items = "一、请市公安局负责安保。\n二、请市卫健委负责救护。\n三、请市城管局负责保洁。"
    *_, last = measures_of(f"{items}\n请各单位于9月20日前反馈我局。")
    assert (last.text, last.deadline) == ("请市城管局负责保洁。", None)


def test_what_minutes_say_to_all_is_no_part_of_their_last_item() -> None:
    items = "（一）由甲乡政府负责，清淤。\n（二）由县水利局牵头，加固堤防。"
    *_, last = measures_of(f"{items}\n会议强调，县财政局要保障资金，各单位要抓紧。")
    assert last.text == "由县水利局牵头，加固堤防。"
    assert last.mentions == lead("县水利局")


def test_what_minutes_say_under_each_item_is_part_of_it() -> None:
    first, last = measures_of(
        "一、关于防汛\n会议要求，由县水利局牵头，清淤。\n二、关于抗旱\n会议要求，由县农业农村局负责，抢浇。"
    )
    assert first.mentions == lead("县水利局")
    assert last.mentions == responsible("县农业农村局")


def test_a_measure_without_clause_beside_others_takes_who_its_text_names() -> None:
    plan = a_plan(
        "一、任务\n1.甲事。（甲局负责）\n2.乙事。由县水利局牵头，做好各项工作，6月底前完成验收。"
    )
    assert plan.measures[1].mentions == lead("县水利局")
    assert "doubt-clause-spoken" in {doubt.text_key for doubt in plan.doubts}


def test_what_customary_sections_say_in_running_text_is_no_measure() -> None:
    measures = measures_of(
        "一、任务\n1.甲事。（甲局负责）\n二、保障措施\n"
        "（一）加强领导。成立领导小组，由县农业农村局负责日常工作。\n（二）强化督查。"
    )
    assert [measure.number for measure in measures] == ["1"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("县财政局要安排资金", ["县财政局"]),
        ("市政府督查室跟踪督办", ["市政府督查室"]),
        ("各科室、各社区要严格落实", ["各科室", "各社区"]),
        ("县公安局（交警大队）负责", ["县公安局（交警大队）"]),
        ("各单位要加强协调配合", ["各单位"]),
        ("加强企业监管", []),
    ],
)
def test_words_that_open_with_units_name_them(words: str, names: list[str]) -> None:
    assert units_at_start(words) == names


@pytest.mark.parametrize("name", ["张三", "陈志远", "王某", "张某某", "欧阳娜"])
def test_a_bare_name_of_a_person_is_one(name: str) -> None:
    assert is_bare_person(name)


@pytest.mark.parametrize("name", ["石化", "武钢", "金融办", "高新区", "文旅投", "方志办", "移动"])
def test_a_short_name_of_a_unit_is_no_person(name: str) -> None:
    assert not is_bare_person(name)


def test_a_person_in_a_clause_becomes_a_doubt_and_no_unit() -> None:
    plan = a_plan(
        "一、任务\n1.甲事。（张三牵头，县林业局负责）\n2.乙事。（责任单位：李四、县水利局）"
    )
    assert [m.mentions for m in plan.measures] == [responsible("县林业局"), responsible("县水利局")]
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-person")
    assert (told.source, told.facts["measures"]) == ("张三、李四", "1、2")


def test_a_person_alone_leaves_a_measure_without_unit_which_is_told() -> None:
    plan = a_plan("一、任务\n1.甲事。（甲局负责）\n2.乙事。（张三牵头）")
    assert plan.measures[1].mentions == ()
    told = next(d for d in plan.doubts if d.text_key == "doubt-measure-without-unit")
    assert told.source == "（张三牵头）"


def test_a_phrase_that_is_no_name_takes_no_other_away_and_is_told() -> None:
    plan = a_plan(
        "一、任务\n1.甲事。（县教育局、县财政局、资金由省级统筹的学校）\n2.乙事。（乙局负责）"
    )
    assert plan.measures[0].mentions == responsible("县教育局", "县财政局")
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-unread")
    assert told.source == "资金由省级统筹的学校"


def test_kinds_of_places_in_brackets_are_nobody() -> None:
    measure = only_measure("健全三级网络（县医院、乡镇卫生院、村卫生室）。（县卫健局）")
    assert measure.mentions == responsible("县卫健局")
    alone = a_plan("一、任务\n1.甲事。（甲局负责）\n2.健全网络（县医院、乡镇卫生院、村卫生室）。")
    assert alone.measures[1].mentions == ()


def test_a_heading_hands_down_who_leads_to_measures_that_name_only_helpers() -> None:
    first, second = measures_of(
        "一、县民政局牵头事项\n1.甲事。配合单位：县财政局\n二、县水利局牵头事项\n2.乙事。配合单位：县住建局"
    )
    assert first.mentions == lead("县民政局") + cooperating("县财政局")
    assert second.mentions == lead("县水利局") + cooperating("县住建局")


def test_a_group_that_is_urged_in_running_text_owes_what_it_is_urged_to() -> None:
    plan = a_plan(
        "一、任务\n1.甲事。（县财政局负责）\n2.乙事。各县（市、区）要建立专班。\n3.丙事。各乡镇应逐户走访。"
    )
    assert [m.mentions for m in plan.measures[1:]] == [
        responsible("各县（市、区）"),
        responsible("各乡镇"),
    ]
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-spoken")
    assert told.facts["measures"] == "2、3"
