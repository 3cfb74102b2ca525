"""Responsibility clauses → who does what."""

from datetime import date

import pytest

from plans.clauses import find_clauses, is_clause
from plans.duties import read_clause
from plans.order_rule import states_order
from tests.plans.documents import cooperating, lead, measures_of, only_measure, responsible
from vocabulary.plan import Mention


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("县发改局负责", responsible("县发改局")),
        ("县发改局、县财政局负责", responsible("县发改局", "县财政局")),
        (
            "县发改局牵头，县财政局、县住建局配合",
            lead("县发改局") + cooperating("县财政局", "县住建局"),
        ),
        ("县发改局牵头,县财政局配合", lead("县发改局") + cooperating("县财政局")),
        ("县发改局牵头、县财政局配合", lead("县发改局") + cooperating("县财政局")),
        (
            "县水利局牵头,县林业局、县编办配合.完成时间:2027年5月底前",
            lead("县水利局") + cooperating("县林业局", "县编办"),
        ),
        ("县水利局负责.", responsible("县水利局")),
        ("绿源A.B公司、县水利局负责", responsible("绿源A.B公司", "县水利局")),
        ("县发改局牵头，县财政局负责", lead("县发改局") + responsible("县财政局")),
        ("县住建局负责，县财政局配合", responsible("县住建局") + cooperating("县财政局")),
        ("农业部、信息部牵头负责", lead("农业部", "信息部")),
        ("县发改局、县财政局按职责分工负责", responsible("县发改局", "县财政局")),
        ("县发改局会同县财政局、县残联负责", lead("县发改局") + cooperating("县财政局", "县残联")),
        (
            "牵头单位：县发改局；配合单位：县财政局、县住建局",
            lead("县发改局") + cooperating("县财政局", "县住建局"),
        ),
        ("责任单位：县发改局、各乡镇", responsible("县发改局", "各乡镇")),
        ("由县发改局负责", responsible("县发改局")),
        ("市自由贸易区管委会、市申请受理局负责", responsible("市自由贸易区管委会", "市申请受理局")),
        ("县财政局以及各乡镇负责", responsible("县财政局", "各乡镇")),
        ("县卫体局牵头,各镇[街道]负责", lead("县卫体局") + responsible("各镇（街道）")),
        ("各县（市、区）人民政府负责", responsible("各县（市、区）人民政府")),
        ("文化和旅游部、工业和信息化部负责", responsible("文化和旅游部", "工业和信息化部")),
        ("海关总署、商务部等有关部门负责", responsible("海关总署", "商务部", "有关部门")),
        (
            "县林业局、县气象局等森林草原防灭火指挥部成员单位负责",
            responsible("县林业局", "县气象局", "森林草原防灭火指挥部成员单位"),
        ),
        ("县高等教育改革领导小组成员单位负责", responsible("县高等教育改革领导小组成员单位")),
    ],
)
def test_names_take_the_role_of_the_word_that_follows_them(
    words: str, mentions: tuple[Mention, ...]
) -> None:
    clause = read_clause(words, year=None)
    assert clause is not None
    assert clause.mentions == mentions
    assert clause.unread == ()


@pytest.mark.parametrize(
    "words",
    [
        "适度控高度，降密度、容积率",
        "晋政办发〔2022〕33号",
        "县发改局综合股",
        "集贸",
        "国际",
        "谁主管谁负责",
        "",
    ],
)
def test_brackets_without_duty_are_no_clause(words: str) -> None:
    assert not is_clause(words)


def test_a_list_that_ends_in_others_says_so() -> None:
    clause = read_clause("农业部、财政部等负责", year=None)
    assert clause is not None
    assert clause.mentions == responsible("农业部", "财政部")
    assert clause.and_others


def test_a_date_of_completion_is_the_deadline() -> None:
    clause = read_clause("县发改局负责，6月底前完成", year=2026)
    assert clause is not None
    assert (clause.mentions, clause.deadline) == (responsible("县发改局"), date(2026, 6, 30))


def test_words_that_fit_no_form_are_told_where_a_line_ends_and_left_alone_in_prose() -> None:
    (found,) = find_clauses("做好工作。（县发改局负责，年内见到成效）", year=None)
    assert found.clause.unread == ("年内见到成效",)
    assert find_clauses("完善机制（领导负责、部门落实的机制）。开展工作。", year=None) == []


@pytest.mark.parametrize(
    ("words", "mentions", "assumed"),
    [
        ("县水利局，县卫健局参与", responsible("县水利局") + cooperating("县卫健局"), "县水利局"),
        ("县水利局，县卫健局、县财政局协助", None, "县水利局"),
        ("县水利局、县发改局；县财政局支持", None, "县水利局、县发改局"),
        ("县水利局，各乡镇落实", responsible("县水利局", "各乡镇"), ""),
        ("县水利局，县供电公司承办", responsible("县水利局", "县供电公司"), ""),
        ("县水利局，县住建局牵头", lead("县水利局", "县住建局"), ""),
        (
            "县水利局牵头，县财政局，县人社局配合",
            lead("县水利局") + cooperating("县财政局", "县人社局"),
            "",
        ),
        ("县水利局、县卫健局，协同配合", cooperating("县水利局", "县卫健局"), ""),
        ("县水利局负责，县财政局", responsible("县水利局", "县财政局"), "县财政局"),
        ("县水利局牵头，县科技局指导", lead("县水利局") + cooperating("县科技局"), ""),
    ],
)
def test_of_names_apart_by_commas_only_the_last_help_and_what_no_word_says_is_told(
    words: str, mentions: tuple[Mention, ...] | None, assumed: str
) -> None:
    clause = read_clause(words, year=None)
    assert clause is not None
    assert mentions is None or clause.mentions == mentions
    assert (clause.unread, "、".join(clause.assumed)) == ((), assumed)


def test_whoever_watches_over_a_measure_does_not_report_on_it_and_is_told() -> None:
    for duty, assumed in (("负责", ()), ("", ("县水利局",))):
        clause = read_clause(f"县水利局{duty}，县委督查室、县政府督查室督办", year=None)
        assert clause is not None
        assert clause.mentions == responsible("县水利局")
        assert (clause.unread, clause.assumed) == (("县委督查室", "县政府督查室督办"), assumed)


def test_a_person_is_no_unit_and_is_told() -> None:
    clause = read_clause("县委常委、常务副县长张三牵头，县发改局负责", year=None)
    assert clause is not None
    assert clause.mentions == responsible("县发改局")
    assert clause.unread == ("县委常委", "常务副县长张三")


def test_a_clause_beside_another_is_taken_with_it() -> None:
    first, second, third = find_clauses(
        "做好工作。（县财政局牵头，县审计局）（县税务局）（县人社局配合）", year=None
    )
    assert first.clause.mentions == lead("县财政局") + responsible("县审计局")
    assert (first.clause.assumed, second.clause.assumed) == (("县审计局",), ("县税务局",))
    assert (second.clause.mentions, third.clause.mentions) == (
        responsible("县税务局"),
        cooperating("县人社局"),
    )


@pytest.mark.parametrize(
    "words",
    [
        "县妇联、团县委、县总工会",
        "县文联、县残联、县科协、县红十字会",
        "县工商联、县供销社、县邮政公司、县农商银行",
        "县开发区、县产业园区、某某职业学院、县人民医院",
        "县电信公司，县移动，县联通",
        "市法院、市检察院、军分区、市人武部",
        "各乡镇",
        "领导小组各成员单位",
        "各有关单位",
        "市直各部门",
        "各责任单位",
        "全体成员单位",
    ],
)
def test_brackets_that_close_a_text_may_hold_names_alone(words: str) -> None:
    (found,) = find_clauses(f"做好工作。（{words}）", year=None)
    names = words.replace("，", "、").split("、")
    assert found.clause.mentions == responsible(*names)
    assert found.clause.assumed == ()


def test_names_alone_that_say_no_place_are_told() -> None:
    (found,) = find_clauses("建设课程。（教务处、图书馆、现代教育技术中心）", year=None)
    assert found.clause.assumed == ("教务处", "图书馆", "现代教育技术中心")


@pytest.mark.parametrize(
    "text",
    [
        "加强重点场所管理（学校、医院、养老院）。",
        "整治重点区域（县城、集镇、景区）。",
        "发展普惠金融（贷款、保险）。",
        "推进专科建设（内科、外科、儿科）。",
        "清理各类用地（含县直单位、乡镇）。",
        "完善机制（政府引导、企业主体、社会参与）。",
        "稳步推进（统一规划、分步实施）。",
        "改造老旧小区（中部、南部）。",
        "本办法由市发改局负责解释。",
        "推进改革（试行）。",
        "建设园区（开发区）。",
    ],
)
def test_prose_in_brackets_or_at_the_end_names_no_unit(text: str) -> None:
    assert find_clauses(text, year=None) == []


@pytest.mark.parametrize(
    "rule",
    [
        "列第一位者为牵头单位",
        "各项任务牵头单位列第一位",
        "牵头单位均排在首位",
        "排在第一位的为牵头单位",
        "第一个单位为牵头单位",
        "首位单位牵头",
        "责任单位中列首位的为牵头单位",
        "（排名第一的为牵头单位）",
        "排名第一的责任单位为牵头单位，其余为配合单位",
        "列首位的是牵头单位",
        "居首位者牵头负责",
        "排在首位的部门为总牵头部门",
        "第一责任单位为牵头单位",
        "责任单位第一个为主办单位",
    ],
)
def test_the_rule_of_order_is_known_in_many_words(rule: str) -> None:
    assert states_order(rule)


@pytest.mark.parametrize(
    "text",
    [
        "第一时间由县应急局牵头处置",
        "首批项目由县发改局牵头",
        "第一人民医院牵头",
        "牵头单位为第一人民医院",
        "第一书记牵头抓党建",
        "第一牵头单位：县科协",
        "第一季度牵头单位要完成清单",
        "牵头单位要第一时间上报",
    ],
)
def test_words_of_the_first_that_are_no_rule_of_order(text: str) -> None:
    assert not states_order(text)


def test_several_clauses_in_one_measure_are_taken_together() -> None:
    measure = only_measure(
        "鼓励创业。放宽准入。（甲局负责）加强教育。（乙局、甲局负责）推广技术。（丙局负责）"
    )
    assert measure.mentions == responsible("甲局", "乙局", "丙局")


def test_the_rule_that_the_first_leads_holds_from_there_on() -> None:
    first, second, both, alone = measures_of(
        """一、任务
1.先做。（甲局、乙局负责）
2.再做。（甲局、乙局等负责。列第一位者为牵头单位，下同）
3.又做。（甲局、丙局牵头负责）
4.还做。（丁局、甲局负责）"""
    )
    assert first.mentions == responsible("甲局", "乙局")
    assert second.mentions == lead("甲局") + responsible("乙局")
    assert both.mentions == lead("甲局", "丙局")
    assert alone.mentions == lead("丁局") + responsible("甲局")


def test_a_rule_without_same_below_holds_for_its_clause_alone() -> None:
    first, second = measures_of(
        """一、任务
1.先做。（甲局、乙局负责，排在第一位的部门为牵头部门）
2.再做。（甲局、乙局负责）"""
    )
    assert first.mentions == lead("甲局") + responsible("乙局")
    assert second.mentions == responsible("甲局", "乙局")


def test_labels_that_say_the_roles_stand_above_the_rule_that_the_first_leads() -> None:
    helped, many, none, run = measures_of(
        """排在首位的为牵头单位，下同。
一、任务
1.先做。
主办单位：甲局
协办单位：乙局、丙局
2.再做。
责任单位：乙局、丙局
牵头单位：甲局
3.又做。
配合单位：丁局、戊局
4.还做。
责任单位：甲局、乙局"""
    )
    assert helped.mentions == lead("甲局") + cooperating("乙局", "丙局")
    assert many.mentions == responsible("乙局", "丙局") + lead("甲局")
    assert none.mentions == cooperating("丁局", "戊局")
    assert run.mentions == lead("甲局") + responsible("乙局")


def test_a_group_is_no_first_unit_that_leads() -> None:
    alone, before, behind = measures_of(
        """排在首位的为牵头单位，其余为配合单位，下同。
一、任务
1.先做。（各乡镇负责）
2.再做。（各乡镇按职责分工负责，甲局指导）
3.又做。（甲局、各乡镇负责）"""
    )
    assert alone.mentions == responsible("各乡镇")
    assert before.mentions == responsible("各乡镇") + cooperating("甲局")
    assert behind.mentions == lead("甲局") + cooperating("各乡镇")
