"""Words that are sent instead of an answer, as a table: in the chat, in a form, and as reasons."""

from dataclasses import replace

import pytest

from dialog.answers import added, typed
from dialog.asides import Aside, aside
from dialog.captions import free_name, named_by, read_caption, renamed_by
from dialog.no_answers import read_reason
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Refused
from dialog.placing import Question
from dialog.steps import Step
from dialog.words import cleaned
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    in_trouble,
    with_indicator,
)
from tests.dialog.test_form import ENTRIES, changed, put, read
from texts import LANGUAGES, plain
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus, ProblemTurn, Role

TABLE = {
    Aside.GIVE_UP: [
        "取消",
        "/取消",
        "取消吧",
        "算了。",
        "不填了",
        "退出",
        "不改了",
        "cancel",
        "先不改了，等会再说",
        "算了，谢谢",
    ],
    Aside.HELP: [
        "怎样填报",
        "请问怎样操作？",
        "怎么填",
        "怎么报",
        "请问怎么填？",
        "这个怎么写啊",
        "如何填写",
        "帮助",
        "不会填",
        "help",
    ],
    Aside.NOTHING: [
        "今天有事先到这",
        "先到这吧",
        "稍等，问下科里",
        "我先问一下局长再报",
        "收到",
        "收到，马上报",
        "好的，马上报。",
        "好的收到",
        "明白",
        "领导，收到，谢谢",
        "属实",
        "情况属实",
        "情况属实。",
        "确实如此",
        "情况就是这样",
        "经核实，以上数据均属实",
        "情况属实，因为",
        "It is true",
        "嗯嗯嗯",
        "待会儿报",
        "稍等",
        "在吗",
        "就这样吧",
        "Got it, thanks",
        "以后补",
        "过几天再补充。",
        "[玫瑰]",
        "等局长审完再报",
        "先等领导看过再填吧",
        "等我们主任签字后再报",
        "［强］［强］",
        "【收到】",
        "（OK）",
        "收到👌",
        "好的👌🏻",
        "收到🙏谢谢！",
        "“知道了”",
        "收到[抱拳]",
        "收到收到",
        "收到，谢谢领导！",
        "谢谢老师辛苦啦",
        "好嘞",
        "已读",
        "收到@张三",
        "OKOK",
        "Thx",
        "等会再说",
        "回头再弄",
    ],
    Aside.CHANGE: [
        "李工电话不要写进去",
        "电话别填上去了",
        "29 is wrong, correct it",
        "Please correct 29",
        "作废",
        "这条作废",
        "这条发错了",
        "这条发错了，不要了",
        "删掉发放资料这句",
        "把发放资料那句话删掉",
        "这是第27项的",
        "更正：上一项对接应该是4次",
        "撤回",
        "清空",
        "重填19",
        "改18",
        "删掉这条",
        "帮我改一下",
        "delete that",
        "重报",
        "我要重报",
        "重新报",
        "重报第27项",
        "更正27",
        "更正第27项",
        "我要改一下刚才报的",
        "想改改刚才填的",
        "开张镇的面积去掉",
        "把开张镇的去掉吧",
        "更正：27项累计托管面积应为6.5万亩，之前误报为6.2万亩",
        "刚才那个29项里面的860万元不对，是890万元",
    ],
    Aside.OWN_BACK: [
        "还是用我原来的",
        "59还是用我原来的",
        "还是用我原来那句",
        "恢复我的",
        "不对，63我写的是对的，恢复我的",
        "换回我原来写的",
        "以我之前写的为准",
    ],
    Aside.AS_OTHER: [
        "跟7月一样",
        "和七月份一样",
        "和63一样",
        "同第63项",
        "见63项",
        "与第63项相同",
        "情况与5月相同",
        "还是跟7月一样吧",
        "参照7月",
        "同7月份情况",
        "和6月份一样，没变化",
    ],
    Aside.OF_FILES: [
        "照片发错了，不要了",
        "换一张照片怎么弄",
        "最后那张不要",
        "这张是14的",
        "remove the last photo",
    ],
    Aside.MARK: [
        "这条是亮点",
        "这个算亮点",
        "这句话也记为亮点吧",
        "这个不是亮点，取消亮点",
        "撤回亮点",
    ],
    Aside.HAND_IN: [
        "我填完了",
        "都填好了",
        "帮我报一下",
        "提交",
        "报上去吧",
        "all done",
        "已按要求修改",
        "都已按照意见修改完善了",
        "已根据退回意见改好",
        "局长说可以",
        "我们局长看过了，可以报",
        "领导说没问题了",
        "改好了",
        "补好了，请审",
        "file it",
        "Please file the report now",
    ],
    Aside.OF_MANY: [
        "其余均正常推进",
        "除2、3滞后外，其余均正常推进",
        "除2（缺地）外，其余均正常推进",
        "全部正常推进",
        "都完成了",
        "各项工作均按计划推进",
        "The rest are on track",
    ],
    Aside.AWAY: [
        "我下周休假",
        "请假三天",
        "请假",
        "休年假到周五",
        "明天起我出差到周五，这几天找陈静",
        "我明天请假",
        "我这几天不在单位",
        "I am away next week",
        "我明天起休假一周，王强代我报",
        "我下周出差，由王强代报",
        "明天起请假三天",
        "8月2日到8月5日休年假",
        "下周要请假",
        "下周不在",
        "8月2日至8月5日不在单位",
        "下周出差，由王强代报",
        "这几天外出",
        "我要去太原出差",
        "我因病请假",
        "本人已请产假",
        "我出差，由赵B岗填",
        "我出差了，让小赵报",
        "我下周出差，请B岗报",
        "我在外面，请B岗报",
        "我不在，赵B岗填",
        "我下周出差",
        "我明天起出差，8月8日回来",
        "这周我在外地开会，回来再报",
        "张三替我报",
        "我8月3日—8月5日培训",
        "我3—5日去省里参加培训",
        "住院了，这周请Denis替我报",
        "我8月2日起住院，由李四代我报",
        "下周我去太原开会",
        "我明天开会，下午回来报",
        "我请假到周五",
        "我8号回来再报",
        "On leave Aug 3-5, Denis will file",
        "I am on leave until Friday, back on 8 August",
        "I'm travelling this week",
    ],
    Aside.BACK: [
        "我回来了",
        "提前回来了",
        "我已经出差回来了",
        "今天提前回来上班了",
        "I am back",
        "I'm back early",
        "Back in the office",
    ],
    Aside.NO_DEPUTY: [
        "我不当B岗了",
        "不当B岗了",
        "以后我不再担任B岗",
        "I am no longer the deputy",
    ],
    Aside.HANDOVER: [
        "我调走了，以后刘敏负责",
        "我调到办公室了",
        "我下个月退休，换刘敏报",
        "我已经离职了",
        "以后由刘敏填报",
        "以后刘敏来报吧",
        "下月起由刘敏报送",
        "我快退休了",
        "本人即将退休，由刘敏接",
        "I have left the unit",
    ],
    Aside.PHONE: [
        "电话换成13900001111",
        "我的手机号改为 139 0000 1111",
        "联系电话变更为：0359-8022001",
        "我换手机号了，13900001111",
        "My new number is 13900001111",
        "我号码没变",
    ],
    Aside.CANNOT: [
        "我填不了，退回",
        "填不了",
        "这项我填不了，退给张丽吧",
        "我不会填，退回吧",
        "这个我没法填",
        "请退回",
        "退回去吧",
        "退回给张丽",
        "I cannot fill this in, please take it back",
        "my colleague will do 63",
        "63让小王填",
        "这项由张丽来填",
    ],
    Aside.NOT_OURS: [
        "这个不归我们管",
        "不归我管",
        "这项不是我负责的",
        "不归我局负责，应由供销社报",
        "这项不属于我局负责，请找供销社填报",
        "王主任说这个不用报了",
        "这个月不用报",
        "这几项不用报",
        "18项不用填了",
        "我们无需填报",
    ],
    Aside.MORE_TIME: [
        "能不能晚几天报？",
        "能不能晚点报",
        "可以延期吗",
        "我想延期报送",
        "希望宽限两天",
        "Can we report a bit later?",
        "申请延期到8月8日",
        "因全市防汛，申请延到8日",
        "申请延期3天",
        "特申请推迟至8月8日报送",
        "申请延期",
        "extend until 8 August please",
        "Please extend the deadline to Friday",
        "月报可以延期吗",
        "我局希望延期报送",
        "领导，能不能晚点报",
    ],
    Aside.QUESTION: [
        "佐证都有哪些",
        "涉密的咋报",
        "王科长让我问下29项今年还要不要报",
        "14啥情况了",
        "what should I write here",
        "do we need photos for this",
        "数字不对在哪里",
        "问题在哪儿呢",
        "缺的是哪一项",
        "还差多少",
        "本月不用报吗",
        "本月不用报吗？",
        "什么时候截止",
        "为什么又要填",
        "Do we have to?",
        "哪里错了",
        "哪一项不对",
        "看看这张行不行",
        "这样写对不对",
        "什么时候报",
        "谁来填",
        "怎么又要报",
    ],
    Aside.FILES: [
        "见附件",
        "如图",
        "现场照片",
        "佐证",
        "附件2",
        "施工现场照片（3）",
        "佐证材料",
        "site photos",
    ],
}

ANSWERS = [
    "我局请假制度已完善",
    "8月2日召开会议",
    "请假制度执行情况已检查3天",
    "这几天找企业座谈3家",
    "问下基层科室需求3次",
    "工程先到这一标段",
    "走访企业，让我问需问计送服务",
    "明确咋办咋干清单12条",
    "What we do: 3 visits",
    "梳理有哪些堵点12个",
    "进展没有",
    "是公办还是民办已摸清",
    "什么是非遗宣传3场",
    "谁主管谁负责",
    "发现问题隐患没有",
    "Was the host of the fair",
    "did the survey of the sites",
    "已部署",
    "按计划推进",
    "已开工",
    "正在招标",
    "完工",
    "待批复",
    "缺资金",
    "收到批复",
    "收到上级资金300万元",
    "收到@xx公司投诉",
    "【收到】上级批复",
    "领导同意",
    "收到👌，已开工",
    "感谢信已发出",
    "已收到市局批复",
    "领导小组会议研究同意",
    "取消行政审批3项",
    "帮助企业6家",
    "怎样引资已明确，签约2家",
    "已安装摄像头并留存照片",
    "完成选址，见照片",
    "取得证书",
    "说明书已编制",
    "马上开工",
    "明确责任分工",
    "The opening.",
    "我局外出考察3次",
    "我市企业延期申报2家",
    "可以推迟验收1项",
    "项目申请延期",
    "已申请延期验收",
    "申请延期验收2家",
    "因防汛，项目申请延期到8月8日",
    "因全市防汛，申请延期验收，已获批",
    "电话回访120户",
    "服务电话换成12345热线",
    "电话换成智能话机200部",
    "下周外出考察已定",
    "8月5日不在册企业清退3家",
    "待局长办公会审定后再报市政府",
    "等设计院审完再报批",
    "该地块不归我局管，由市自然资源局负责收储",
    "方案已按要求修改",
    "已按要求修改方案2次",
    "保存档案120卷",
    "见上月台账，新增3家",
    "我局下周休假干部轮岗值班安排到位",
    "8月5日出差太原对接项目2个",
    "我局出差太原，由县局报批项目",
    "我出差太原对接，请省厅报批项目2个",
    "外出务工人员回来了12名",
    "企业回来了3家",
    "明确专人不再担任B岗并补配到位",
    "以后由属地负责管护",
    "企业调走设备3台",
    "重复部分已去掉",
    "退回材料3份",
    "因系统故障填不了表的企业已上门服务",
    "退回给企业整改",
    "重报项目3个",
    "更正登记信息27条",
    "刚才签约的2家已开工",
    "哪里有需要就到哪里服务",
    "查找问题，哪里错了改哪里",
    "哪里有问题就改到哪里",
    "局长说明会召开1次",
    "领导说可以先行试点，已选址3处",
    "局长看过现场",
    "台账补好了30份",
    "不合格名单不写进榜单",
    "这项由市商务局牵头",
    "这项由乡镇填表汇总",
    "Extend the line to 8 villages",
    "没花多少",
    "A colleague will do the survey",
    "与63家企业相同条件签约",
    "同27项目单位签约",
    "跟7月一样，又走访3户",
    "与去年同期持平",
    "恢复我市古城墙2处",
    "用我市原来的老厂房建孵化器",
    "我社组织2名干部外出学习",
    "我街道组织商户外出考察学习",
    "我中心业务骨干外出培训",
    "我科组织外出考察",
    "8月3日—5日举办培训",
    "8月3日—5日培训",
    "8月3日培训，8月8日回访",
    "在省里参加培训",
    "我们8月3日开会部署",
    "我社8月3日—5日培训",
    "我中心在太原参加培训2期",
    "我局明天起开会调度，8月8日前签约",
    "赴太原开会对接，请省厅批复",
    "住院医师培训2期",
    "由第三方代我市编制规划",
    "由乡镇替我局填报",
    "8月3日请专家开会论证",
    "外出务工人员8月8日回来",
    "On holiday homes: 3 permits",
    "The bank will file",
    "我后勤人员外出",
    "我要素保障专班外出考察",
    "我行客户经理外出走访",
    "我社2名职工退休",
    "我馆1人调离，已补充到位",
    "谁执法谁普法责任制全面落实",
    "谁审批谁监管机制已建立",
    "几号线公交线路优化2条",
    "怎么办理一次办好流程图已公布",
    "企业年报材料不再报送",
    "纸质材料无需填写",
    "下月起按周报送",
    "今后定期上报",
    "下月按时上报",
    "今后由企业填报",
    "贷款到期可以延期",
    "违规收费项目全部去掉",
]

WORDS = [(word, kind) for kind, words in TABLE.items() for word in words]
IN_WORDS = [Step.STATUS, Step.TEXT, Step.PROBLEM, Step.NEXT_STEP, Step.REASON, Step.FOLLOW_UP]


@pytest.mark.parametrize(("said", "kind"), WORDS)
def test_what_is_said_instead_of_an_answer_is_known(said: str, kind: Aside) -> None:
    assert aside(said) is kind


@pytest.mark.parametrize(
    "said",
    [
        "要盖章不",
        "什么是佐证",
        "能不能用上月照片",
        "照片要几张",
        "填当月数还是累计数",
        "这个数按哪个口径",
        "这项谁负责",
        "上月填的是啥",
        "还有几项没填",
        "报上去没有",
        "is it cumulative or monthly",
        "how many photos do we send",
        "what counts as evidence",
        "not sure what to write",
    ],
)
def test_short_sentence_that_only_asks_is_a_question_without_its_sign(said: str) -> None:
    assert aside(said) is Aside.QUESTION
    assert key(typed(an_entry(), Step.TEXT, None, said)) == "answer-question"


@pytest.mark.parametrize("said", ["4", "18", "第4项", "0", "300个"])
def test_number_is_no_aside(said: str) -> None:
    assert aside(said) is None


@pytest.mark.parametrize("part", ["1", "本月", "这项", "我们", "请问", "还是", "7月", "不"])
def test_words_that_go_on_and_on_are_read_at_once(part: str) -> None:
    assert aside(f"{part * 60}验收") is None


@pytest.mark.parametrize("said", ANSWERS)
def test_what_is_short_and_true_is_an_answer(said: str) -> None:
    assert aside(said) is None
    assert isinstance(typed(an_entry(), Step.TEXT, None, said), Accepted)


def key(answer: Answer | str) -> str:
    assert isinstance(answer, Refused)
    return answer.text_key


@pytest.mark.parametrize("step", IN_WORDS)
@pytest.mark.parametrize(("said", "kind"), WORDS)
def test_it_is_no_answer_to_any_question_and_what_to_do_is_said(
    said: str, kind: Aside, step: Step
) -> None:
    what = "text" if step is Step.STATUS else step.value
    expected = {
        Aside.GIVE_UP: "answer-give-up",
        Aside.HELP: f"help-at-{step.value}",
        Aside.NOTHING: f"answer-says-nothing-{what}",
        Aside.QUESTION: "answer-question",
        Aside.CHANGE: "answer-change",
        Aside.MARK: "answer-mark",
        Aside.AS_OTHER: "answer-as-other",
        Aside.OWN_BACK: "answer-own-back",
        Aside.OF_FILES: "answer-of-files",
        Aside.HAND_IN: "answer-hand-in",
        Aside.OF_MANY: "answer-of-many",
        Aside.AWAY: "answer-away",
        Aside.BACK: "answer-back",
        Aside.NO_DEPUTY: "answer-no-deputy",
        Aside.MORE_TIME: "answer-more-time",
        Aside.HANDOVER: "answer-handover",
        Aside.PHONE: "answer-phone",
        Aside.CANNOT: "answer-cannot",
        Aside.NOT_OURS: "answer-not-ours",
        Aside.FILES: "answer-no-file",
    }[kind]
    assert key(typed(in_trouble(), step, None, said)) == expected
    assert isinstance(added(in_trouble(), step, None, said), Refused) or kind is Aside.FILES
    for language in LANGUAGES:
        assert plain(language, expected, said=cleaned(said), word="")


@pytest.mark.parametrize("said", TABLE[Aside.HELP])
def test_help_is_of_the_question_that_is_asked(said: str) -> None:
    assert key(typed(with_indicator(), Step.FIGURE, 7, said)) == "help-at-figure"
    assert key(typed(in_doubt(), Step.EXPLAIN, None, said)) == "help-at-explain"
    line = an_entry(measure=a_measure(role=Role.COOPERATING))
    assert line.measure.one_line
    assert key(typed(line, Step.TEXT, None, said)) == "help-at-line"


def in_doubt() -> ReportEntry:
    content = a_content(figures=(a_figure(100),))
    return with_indicator(content, last=a_content(text="x", figures=(a_figure(168),)))


@pytest.mark.parametrize(("said", "kind"), WORDS)
def test_it_explains_no_doubt(said: str, kind: Aside) -> None:
    if kind is not Aside.FILES:
        assert isinstance(typed(in_doubt(), Step.EXPLAIN, None, said), Refused)
        assert isinstance(added(in_doubt(), Step.EXPLAIN, None, said), Refused)


@pytest.mark.parametrize("said", [*TABLE[Aside.GIVE_UP], *TABLE[Aside.HELP], *TABLE[Aside.NOTHING]])
def test_it_is_no_reason_of_anybody(said: str) -> None:
    assert key(read_reason(said)) == "answer-reason-missing"


@pytest.mark.parametrize("cell", ["I4", "J4", "K4", "M4", "G4"])
@pytest.mark.parametrize("said", ["情况属实", "确实如此。", "It is true"])
def test_that_it_is_true_is_a_fault_of_its_cell_in_a_form(cell: str, said: str) -> None:
    status = put(ENTRIES, "H4", "滞后")
    (fault,) = read(a_report(in_trouble()), status, put(ENTRIES, cell, said)).faults
    assert fault.cell == cell


@pytest.mark.long
@pytest.mark.parametrize("cell", ["I4", "J4", "K4", "M4", "G4"])
def test_it_is_a_fault_of_its_cell_in_a_form(cell: str) -> None:
    status = put(ENTRIES, "H4", "滞后")
    for said, _ in WORDS:
        (fault,) = read(a_report(in_trouble()), status, put(ENTRIES, cell, said)).faults
        assert fault.cell == cell, said


@pytest.mark.parametrize("said", ["现场照片", "佐证"])
def test_name_of_what_was_sent_is_no_text_where_it_was_sent_either(said: str) -> None:
    entry = an_entry(evidence=(PHOTO,))
    assert key(typed(entry, Step.TEXT, None, said)) == "answer-says-nothing-text"


# As last month


SAME = [
    "照旧",
    "同上月",
    "同上",
    "和上月一样",
    "与上个月相同。",
    "跟上月一样",
    "参照上月",
    "老样子",
    "情况同上",
    "跟上月情况一样",
    "还是和上月一样",
    "same as last month",
]
LAST = a_content(
    status=EntryStatus.BEHIND, text="完成选址。", problem="缺地。", next_step="8月协调。"
)


@pytest.mark.parametrize("said", SAME)
def test_same_in_words_is_the_button(said: str) -> None:
    content = replace(EntryContent(), status=EntryStatus.BEHIND)
    entry = with_indicator(content, last=replace(LAST, figures=(a_figure(168),)))
    assert accepted(typed(entry, Step.STATUS, None, said)) == entry.last
    assert accepted(typed(entry, Step.TEXT, None, said)).text == LAST.text
    assert accepted(typed(entry, Step.PROBLEM, None, said)).problem == LAST.problem
    assert accepted(typed(entry, Step.NEXT_STEP, None, said)).next_step == LAST.next_step
    assert accepted(typed(entry, Step.FIGURE, 7, said)).figures == (a_figure(168),)
    assert key(typed(entry, Step.REASON, None, said)) == "answer-same-reason"
    turned = accepted(typed(in_trouble(), Step.FOLLOW_UP, None, said)).follow_up
    assert turned is not None
    assert turned.turn is ProblemTurn.UNCHANGED


@pytest.mark.parametrize("said", SAME)
@pytest.mark.parametrize(
    "step", [Step.STATUS, Step.TEXT, Step.PROBLEM, Step.NEXT_STEP, Step.FIGURE]
)
def test_same_without_a_last_month_is_said_to_be_none(said: str, step: Step) -> None:
    assert key(typed(with_indicator(), step, 7, said)) == "answer-no-last"


def test_same_in_a_form_takes_last_month_words_or_is_a_fault() -> None:
    cells = [put(ENTRIES, "H4", "滞后"), *(put(ENTRIES, f"{c}4", "同上月") for c in "IJK")]
    assert changed(a_report(an_entry(last=LAST)), *cells) == {"18": LAST}
    faults = read(a_report(an_entry()), *cells, put(ENTRIES, "M4", "照旧")).faults
    assert [(f.cell, f.text_key) for f in faults] == [
        ("M4", "answer-same-reason"),
        ("I4", "answer-no-last"),
        ("J4", "answer-no-last"),
        ("K4", "answer-no-last"),
    ]
    follow_up = changed(a_report(in_trouble()), put(ENTRIES, "G4", "照旧"))["18"].follow_up
    assert follow_up is not None
    assert (follow_up.turn, follow_up.words) == (ProblemTurn.UNCHANGED, "")


def test_same_may_have_its_figure_beside_it() -> None:
    entry = with_indicator(last=a_content(figures=(a_figure(168),)))
    for step in (Step.STATUS, Step.TEXT):
        content = accepted(typed(entry, step, None, "同上月，累计190个"))
        assert (content.text, content.figures) == (a_content().text, (a_figure(190),))
    assert key(typed(with_indicator(), Step.STATUS, None, "同上月，累计190个")) == "answer-no-last"
    assert key(typed(an_entry(last=a_content()), Step.STATUS, None, "同上月，190")) == (
        "answer-number-only"
    )


# No progress, told in the words


REASONS = {
    "暂无进展": "",
    "无进展。": "",
    "无进展，嗯": "",
    "无进展，等批复": "等批复",
    "本月暂无进展，主要原因是资金未到位。": "资金未到位。",
    "因资金未到位，本月无进展": "资金未到位",
    "等批复，暂无进展。": "等批复",
    "No progress: the province has yet to approve": "the province has yet to approve",
}


@pytest.mark.parametrize(("said", "reason"), REASONS.items())
@pytest.mark.parametrize("before", ["", "正常推进：", "滞后，"])
@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
def test_no_progress_is_the_mark_and_its_reason_and_no_text(
    step: Step, before: str, said: str, reason: str
) -> None:
    content = accepted(typed(an_entry(), step, None, f"{before}{said}"))
    assert (content.no_progress, content.no_progress_reason, content.text) == (True, reason, "")
    if before:
        assert content.status in {EntryStatus.ON_TRACK, EntryStatus.BEHIND}


@pytest.mark.parametrize(("said", "reason"), REASONS.items())
def test_no_progress_in_the_text_of_a_form_is_its_reason_or_a_fault(said: str, reason: str) -> None:
    found = read(a_report(an_entry()), put(ENTRIES, "I4", said))
    if reason:
        (change,) = found.changes
        assert change.content == EntryContent(no_progress=True, no_progress_reason=reason)
    else:
        assert [(f.cell, f.text_key) for f in found.faults] == [("I4", "form-fault-no-progress")]
        told = changed(a_report(an_entry()), put(ENTRIES, "I4", said), put(ENTRIES, "M4", "等批复"))
        assert told["18"].no_progress_reason == "等批复"


@pytest.mark.parametrize(
    "said",
    [
        "无进展，但完成选址",
        "上月完成招标，本月无进展",
        "无进展障碍已消除",
        "进展顺利",
        "暂无进展的3处已签约",
    ],
)
def test_words_that_tell_of_something_are_a_text(said: str) -> None:
    assert accepted(typed(an_entry(), Step.STATUS, None, said)).text == said


def accepted(answer: Answer) -> EntryContent:
    assert isinstance(answer, Accepted), answer
    return answer.content


# What a file is called


@pytest.mark.parametrize(
    ("caption", "name", "called"),
    [
        ("现场照片", "照片1.jpg", "现场照片.jpg"),
        ("现场照片", "IMG_20220801.jpg", "现场照片.jpg"),
        ("资质证书", "永济建工.pdf", "资质证书（永济建工）.pdf"),
        ("证书", "资质证书.pdf", "资质证书.pdf"),
        ("见附件", "照片1.jpg", "照片1.jpg"),
        ("完成招标。", "照片1.jpg", "照片1.jpg"),
        ("", "照片1.jpg", "照片1.jpg"),
        ("一楼/二楼现场照片", "照片1.jpg", "一楼-二楼现场照片.jpg"),
    ],
)
def test_file_is_called_as_its_caption_calls_it(caption: str, name: str, called: str) -> None:
    assert named_by(caption, name) == called


@pytest.mark.parametrize(
    ("caption", "name", "called"),
    [
        ("竣工照片", "现场照片.jpg", "竣工照片.jpg"),
        ("竣工照片", "现场照片2.jpg", "竣工照片.jpg"),
        ("现场照片", "照片1.jpg", "现场照片.jpg"),
        ("许可证", "资质证书（永济建工）.pdf", "许可证（永济建工）.pdf"),
        ("完成招标。", "现场照片.jpg", "现场照片.jpg"),
        ("现场照片", "方案.pdf", "现场照片（方案）.pdf"),
    ],
)
def test_changed_caption_takes_the_place_of_the_one_that_named_the_file(
    caption: str, name: str, called: str
) -> None:
    assert renamed_by(caption, name) == called


@pytest.mark.parametrize(
    ("name", "taken", "free"),
    [
        ("照片1.jpg", [], "照片1.jpg"),
        ("照片1.jpg", ["照片1.jpg", "照片2.jpg"], "照片3.jpg"),
        ("照片3.jpg", ["照片3.jpg"], "照片2.jpg"),
        ("现场照片.jpg", ["现场照片.jpg"], "现场照片2.jpg"),
        ("方案2022.pdf", ["方案2022.pdf"], "方案2022（2）.pdf"),
        ("plan.pdf", ["plan.pdf", "plan2.pdf"], "plan3.pdf"),
    ],
)
def test_two_files_of_a_measure_are_not_called_the_same(
    name: str, taken: list[str], free: str
) -> None:
    assert free_name(name, taken) == free


def test_words_beside_a_photo_are_the_text_where_a_figure_is_asked() -> None:
    entry = with_indicator(a_content(text="开工。"))
    now = Question(18, Step.FIGURE, 7)
    said = read_caption(entry, now, "大桥建成。")
    assert (said.asked.step, said.is_more) == (Step.TEXT, True)
    assert accepted(said.answer).text == "开工。\n大桥建成。"
    assert accepted(read_caption(entry, now, "累计190个").answer).figures == (a_figure(190),)


def test_words_beside_a_photo_that_answer_nothing_of_a_problem_are_the_text() -> None:
    well = an_entry(content=a_content(text="", problem="缺地。"))
    stands = read_caption(well, Question(18, Step.STANDS), "大桥建成。")
    assert isinstance(stands.answer, Accepted)
    assert stands.answer.content.text == "大桥建成。"
    assert [note.text_key for note in stands.answer.notes] == ["answer-kept-as-text"]
    told, long = Question(18, Step.FOLLOW_UP), "大桥建成。" * (SHORT_LIMIT // 4)
    content = accepted(read_caption(in_trouble(), told, long).answer)
    assert (content.text, content.follow_up) == (long, None)
    content = accepted(read_caption(in_trouble(), told, "已解决：资金到位").answer)
    assert content.follow_up is not None
    assert content.follow_up.words == "资金到位"
    own = a_content(status=EntryStatus.DONE, text="", problem="缺地。", problem_stands=True)
    doubted = an_entry(content=own, evidence=(PHOTO,))
    assert accepted(read_caption(doubted, Question(18, Step.EXPLAIN), "新增12个").answer).text
    done = read_caption(in_trouble(), told, "完成")  # of the problem, or of the measure?
    assert isinstance(done.answer, Refused)
    assert isinstance(read_caption(well, Question(18, Step.STANDS), "12").answer, Refused)


@pytest.mark.parametrize(("caption", "is_asked"), [("沿街商铺", True), ("沿街商铺\n谢谢", False)])
def test_short_phrase_is_asked_about_where_nothing_else_is_wanted(
    caption: str, is_asked: bool
) -> None:
    assert read_caption(an_entry(), None, caption).is_name is is_asked


def test_words_beside_a_photo_are_the_reason_where_nothing_progressed() -> None:
    entry = an_entry(content=a_content(text="开工。", no_progress=True))
    said = read_caption(entry, None, "等待批复。")
    assert accepted(said.answer).no_progress_reason == "等待批复。"
    assert accepted(said.answer).text == "开工。"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        *((Step.TEXT, said) for said in ("等下填", "我不知道怎么写", "这个不归我们管")),
        *((Step.TEXT, said) for said in ("王主任说这个不用报了", "不是我们的任务", "明天再报")),
        *((Step.PROBLEM, said) for said in ("有问题", "存在困难", "有点问题。", "没什么问题")),
        *((Step.REASON, said) for said in ("正常推进", "按计划推进", "滞后。")),
        *(
            (Step.NEXT_STEP, said)
            for said in ("尽快", "继续努力", "加快推进", "尽快推进，继续努力", "下一步：加快推进")
        ),
        *((Step.NEXT_STEP, f"{label}确实如此") for label in ("下一步：", "下一步工作：", "")),
        *((Step.PROBLEM, f"{label}情况属实") for label in ("存在问题：", "问题：", "")),
    ],
)
def test_words_that_tell_nothing_are_asked_about_kindly(step: Step, said: str) -> None:
    entry = in_trouble() if step is not Step.TEXT else an_entry(content=a_content(text=""))
    assert isinstance(typed(entry, step, None, said), Refused)
    assert isinstance(typed(an_entry(), Step.TEXT, None, f"{said}，8月底前完成12处选址"), Accepted)


@pytest.mark.parametrize(
    "said", ["没啥进展", "无变化", "没什么进展", "没有变化", "没啥进展，等批复"]
)
@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
def test_no_progress_said_otherwise_is_no_progress(step: Step, said: str) -> None:
    content = a_content(text="") if step is Step.TEXT else None
    answer = typed(an_entry(content=content), step, None, said)
    assert isinstance(answer, Accepted)
    assert (answer.content.no_progress, answer.content.text) == (True, "")


@pytest.mark.parametrize("said", ["没变化", "没有变化。", "本月没啥变化", "not changed"])
def test_nothing_changed_is_asked_about_where_last_month_may_be_taken_over(said: str) -> None:
    before = a_content(status=EntryStatus.ON_TRACK, text="签约3家。")
    assert key(typed(an_entry(last=before), Step.STATUS, None, said)) == "answer-no-change"
    done = typed(an_entry(last=a_content(status=EntryStatus.DONE)), Step.STATUS, None, said)
    assert isinstance(done, Accepted)
    assert (done.content.status, done.content.no_progress) == (EntryStatus.DONE, False)
    first = typed(an_entry(), Step.STATUS, None, said)
    assert isinstance(first, Accepted)
    assert first.content.no_progress


@pytest.mark.parametrize("said", ["按计划推进", "稳步推进。"])
def test_that_all_goes_well_is_no_reason_for_no_progress(said: str) -> None:
    entry = an_entry(content=a_content(no_progress=True, no_progress_reason=""))
    assert key(typed(entry, Step.STATUS, None, said)) == "answer-says-nothing-reason"
    answer = typed(an_entry(), Step.TEXT, None, f"本月无进展，{said}")
    assert isinstance(answer, Accepted)
    assert (answer.content.no_progress, answer.content.no_progress_reason) == (True, "")


def test_one_line_tells_what_was_done_or_that_there_is_nothing() -> None:
    entry = an_entry(measure=a_measure(role=Role.COOPERATING))
    assert isinstance(typed(entry, Step.TEXT, None, "已配合"), Refused)
    for said in ("没有需要配合的", "本月无需配合", "没什么要配合的"):
        answer = typed(entry, Step.TEXT, None, said)
        assert isinstance(answer, Accepted)
        assert answer.content.no_progress
    assert isinstance(typed(entry, Step.TEXT, None, "已配合市工科局走访企业6家"), Accepted)


@pytest.mark.parametrize(
    "said",
    [
        "18改成185",
        "上一项改成滞后",
        "正常推进了，上次选错",
        "已完成，填错了。",
        "点错了",
        "刚才18那个写错了",
        "18那个应该是185",
        "前一项填错了，累计是184",
        "第19项改为已完成",
        "把第1项改成正常推进",
        "请将第1项的状态改为滞后",
    ],
)
def test_wish_to_change_another_measure_is_no_text_of_this_one(said: str) -> None:
    other = an_entry(measure=a_measure(number="20", title="其他工作"))
    assert key(typed(other, Step.TEXT, None, said)) == "answer-change"


@pytest.mark.parametrize("said", ["这项改成滞后", "改成滞后"])
def test_wish_to_change_the_status_of_the_open_measure_is_the_button(said: str) -> None:
    answer = typed(an_entry(), Step.TEXT, None, said)
    assert isinstance(answer, Accepted)
    assert answer.content.status is EntryStatus.BEHIND


@pytest.mark.parametrize(
    "said",
    [
        "已上报省厅",
        "方案已提交市政府",
        "撤回3份批文",
        "删除失信企业5家",
        "修改完善方案",
        "已报",
        "之前选错了供应商，已更换",
        "滞后，选错地块",
    ],
)
def test_what_was_changed_or_handed_in_elsewhere_is_an_answer(said: str) -> None:
    assert aside(said) is None


@pytest.mark.parametrize(
    "said", ["按计划推进", "已开展工作", "项目不再报批，直接开工", "不用填埋，改为焚烧"]
)
def test_terse_truth_is_an_answer(said: str) -> None:
    assert isinstance(typed(an_entry(content=a_content(text="")), Step.TEXT, None, said), Accepted)
