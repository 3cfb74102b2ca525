"""What people send instead of an answer: a command, a question, an acknowledgement, a wish.

The tables say it all; what they do not hold is an answer. Terse truth (已部署, 按计划推进) is none
of it, so that nobody's answer is refused for being short.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from dialog.absences import DAY, MYSELF, is_told_absence
from dialog.confirming import only_confirms
from dialog.file_wishes import is_about_files
from dialog.measure_numbers import behind_last
from dialog.picture_names import points_to_files
from dialog.short_questions import asks_plainly, is_question
from dialog.the_rest import is_of_many
from dialog.words import STATUS_OF_WORD, as_word, one_of
from vocabulary.month_names import LIKE_A_MONTH


class Aside(StrEnum):
    """What such a message wants; its value ends the key of the sentence that answers it."""

    GIVE_UP = "give-up"
    HELP = "help"
    NOTHING = "nothing"
    QUESTION = "question"
    NOT_OURS = "not-ours"
    FILES = "files"
    CHANGE = "change"
    HAND_IN = "hand-in"
    OF_MANY = "of-many"
    AWAY = "away"
    MORE_TIME = "more-time"
    HANDOVER = "handover"
    PHONE = "phone"
    CANNOT = "cannot"
    MARK = "mark"
    AS_OTHER = "as-other"
    OWN_BACK = "own-back"
    OF_FILES = "of-files"
    BACK = "back"
    NO_DEPUTY = "no-deputy"


_NO_CHANGE = frozenset(
    {"不改了", "先不改了", "还是不改了", "不用改了", "不修改了", "不更正了", "不用更正了"}
)
_GIVE_UP = _NO_CHANGE | frozenset(
    {
        "取消",
        "取消填报",
        "取消填写",
        "取消操作",
        "退出",
        "退出填报",
        "算了",
        "不填了",
        "先不填了",
        "不报了",
        "先不报了",
        "停止填报",
        "结束填报",
        "不申请了",
        "不延期了",
        "cancel",
        "quit",
        "exit",
        "never mind",
    }
)


def wants_no_change(said: str) -> bool:
    """不改了, and 先不改了，等会再说: the correction is not wanted any more."""
    return _says_beside_nothing(_NO_CHANGE, said)


_HELP = frozenset(
    {
        *(
            f"{how}{what}"
            for how in ("怎么", "如何", "怎样")
            for what in ("填", "报", "写", "填写")
        ),
        *(
            f"{how}{what}"
            for how in ("怎么", "如何", "怎样")
            for what in ("填报", "报送", "操作", "用", "弄")
        ),
        "怎么办",
        "填什么",
        "写什么",
        "报什么",
        "填啥",
        "写啥",
        "不会填",
        "不会写",
        "不会弄",
        "不会用",
        "不懂",
        "没看懂",
        "看不懂",
        "什么意思",
        "啥意思",
        "帮助",
        "帮忙",
        "求助",
        "说明",
        "填报说明",
        "help",
        "how",
        "help me",
        "what to write",
        "how does it work",
    }
)
_BEFORE_HELP = re.compile(
    r"^(?:请问|你好|您好|那|这个|这项|这一项|这里|这条|本项|该项|我们?|还?不知道|不清楚|要|应该|该)+"
)
_AFTER_HELP = re.compile(r"[?？啊呀呢吧]+$")

_LATER = (
    "马上",
    "这就",
    "稍后",
    "稍后再",
    "一会",
    "一会儿",
    "待会",
    "待会儿",
    "晚点",
    "回头",
    "等会",
    "等会儿",
    "等下",
    "等一下",
    "等等",
    "过会",
    "过会儿",
    "过后",
    "先不",
    "明天",
    *("以后", "之后", "后面", "后期", "改天", "下次", "过几天", "晚些时候"),
)
_REPORTING = (
    "报",
    "填",
    "写",
    "填报",
    "填写",
    "报送",
    "上报",
    "补",
    "补报",
    "补充",
    "补上",
    "回复",
    "发",
    "来",
    "说",
    "弄",
)

_NOTHING = frozenset(
    {
        "略",
        "没",
        "就这些",
        "就这样",
        "就这样吧",
        "好滴",
        "好嘞",
        "好勒",
        "嗯呢",
        "可以",
        "没问题的",
        "收到",
        "已收到",
        "收到了",
        "已收悉",
        "收悉",
        "已阅",
        "已读",
        "阅",
        "知悉",
        "已知悉",
        "知道",
        "知道了",
        "明白",
        "明白了",
        "清楚",
        "了解",
        "了解了",
        "晓得了",
        "同意",
        "遵命",
        "照办",
        "谢谢",
        "感谢",
        "多谢",
        "谢谢您",
        "辛苦",
        "辛苦了",
        "打扰了",
        "不好意思",
        "抱歉",
        "你好",
        "您好",
        "在吗",
        "在么",
        "领导",
        "主任",
        "老师",
        *(f"{when}{again}{what}" for when in _LATER for again in ("", "再") for what in _REPORTING),
        "马上",
        "马上办",
        "稍后",
        "稍等",
        "等一下",
        "等会",
        "待会",
        "等通知",
        "待通知",
        "等待通知",
        "待定",
        "待补",
        "待补充",
        "后补",
        "再说",
        "测试",
        "不知道",
        "不清楚",
        "不详",
        "无原因",
        "没有原因",
        "无措施",
        "暂无措施",
        "ok",
        "okay",
        "no",
        "na",
        "fine",
        "later",
        "test",
        "tbd",
        "thanks",
        "thank you",
        "thx",
        "noted",
        "received",
        "roger",
        "got it",
        "understood",
        "will do",
        "hello",
        "hi",
    }
)
"""Each says nothing of a measure, alone or one after another: 收到，马上报."""

_SAYS_NOTHING_AT = {
    "line": frozenset(
        {
            *(
                f"{how}配合"
                for how in ("", "有", "已", "已经", "积极", "正常", "全力", "做好", "继续")
            ),
            *("配合了", "配合中", "已配合完成", "配合完成"),
            *("配合工作", "做好配合工作", "积极配合工作"),
            *("we cooperated", "cooperated", "cooperating"),
        }
    ),
    "problem": frozenset(
        {
            *(
                f"{has}{what}"
                for has in ("有", "存在", "有些", "有点", "有一些")
                for what in ("问题", "困难")
            ),
            "有点难",
            "有难度",
            "there is a problem",
            "problems",
        }
    ),
    "next-step": frozenset(
        {
            *(
                f"{how}{what}"
                for how in (
                    "尽快",
                    "抓紧",
                    "加快",
                    "继续",
                    "加紧",
                    "持续",
                    "全力",
                    "进一步",
                    "进一步加快",
                )
                for what in (
                    "",
                    "办",
                    "努力",
                    "推进",
                    "办理",
                    "完成",
                    "落实",
                    "处理",
                    "解决",
                    "推动",
                    "进度",
                )
            ),
            "加大力度",
            "加大工作力度",
            "加大推进力度",
            "加强推进",
            "as soon as possible",
            "asap",
            "keep going",
        }
    ),
    "reason": frozenset(
        {
            *STATUS_OF_WORD,
            *(
                f"{how}{what}"
                for how in ("按计划", "正常", "稳步", "有序", "持续", "按序时进度")
                for what in ("推进", "进行", "开展", "实施")
            ),
        }
    ),
}
"""What says nothing as the answer to one question, and is none alone or one after another there.

A next step names who does what by when; 尽快 is no date.
"""

_OURS = r"(?:我们?|咱们|本)?(?:我?局|我?镇|我?乡|单位|部门)?"
_OF_REPORT = (
    r"(?:[^\n。；;，,]{1,8}说[,，\s]*)?(?:我|咱|们|局|镇|乡|单位|部门|今年|以后|今后|[这本该下]|个?月|期|次|报告|月报|第?\d{1,3}(?!\d)|几|[项条个表]|任务"
    r"|应该|好像|也|都|就|可以|其实|现在|暂时){0,9}+"
)
"""Who need not report, or what of: we, number 18, the month. 企业年报 is another paper."""

_NOT_OURS = re.compile(
    rf"[^\n。；;，,]{{0,10}}(?:不归|不由|不属于?|不是)(?=我|咱|本){_OURS}"
    r"(?:管|负责|的?(?:事情?|职责|职能|任务|工作|业务|项目)?(?:范围)?)(?:的|了|啊|吧)*"
    rf"|{_OF_REPORT}(?:不用|不需要?|不必|无需|不再|用不着)再?(?:填报|填写|上报|报送|报|填|写)(?:的|了|啊|吧)*"
    rf"|[^\n。；;，,]{{0,10}}(?:不归|不由|不属于?)(?=我|咱|本){_OURS}(?:管|负责)(?:的|了)*[,，\s]+"
    r"(?:应该?|要|请|都)*(?:由|归|找|让)[^\n。；;，,]{1,12}?(?:填报|上报|报送|报|填)(?:的|了|吧)*"
    r"|(?:it is |it's |this is )?(?:not ours|none of our business|not our job)",
    re.IGNORECASE,
)
"""这个不归我们管, 王主任说这个不用报了: an affair of the office, and nothing of the measure."""

_OTHER_ONE = (
    r"(?:刚才(?:那个)?第?\d{1,3}项?|第?\d{1,3}项?"
    r"|[上前]一[项条个]|(?:刚才|上面)(?:那|的)?[项条个]?)"
)
_WHICH_ONE = rf"(?:{_OTHER_ONE}|[这本]一?[项条个])"
_EARLIER = "刚才|刚刚|之前|先前"
_OTHERWISE = "(?:应该?[为是]|改[为成]|更正为|不对|错了|不是)"
_MEASURE_IN_ENGLISH = r"(?:measure |no\.? ?)?\d{1,3}"
_CHANGE = re.compile(
    rf"(?:请|帮我|麻烦|我要|我想)*(?:把)?{_WHICH_ONE}?(?:给我)?"
    r"(?:撤回|撤销|撤了|清空|删除|删掉|删了|重填|重写|重新填写?|重报|重新报送?|重来|修改|改一下|修改一下|更正一下)(?:一下|吧)?"
    rf"{_WHICH_ONE}?"
    rf"|(?:我要|我想|帮我|请)?(?:改|更正|修改|订正)(?:一下)?\s*{_WHICH_ONE}"
    rf"|(?:我?[要想]|帮我|请|麻烦|需要)*(?:改改?|修改|更正)(?:一下)?(?:{_EARLIER}|前面|上次)我?(?:[填报写发选]的?|的)(?:内容|数|那[项条个]|东西)?"
    r"|(?![^\n]{0,14}(?:[已因由经]|重复))(?:[把将])?(?![^\n]*(?:全部|全都|均|一律))[^\n\d。；;，,]{1,14}(?:去掉|删掉|删去|拿掉|扣掉|减掉)(?:吧|一下)?"
    rf"|(?:更正|纠正|订正)(?:一下)?[:：,，\s]*第?\d{{1,3}}项(?!目)[^\n。；;]{{0,40}}{_OTHERWISE}[^\n。；;]{{1,40}}"
    rf"|(?:刚才|刚刚|上面|前面)那?[个条]?第?\d{{1,3}}项(?!目)[^\n。；;]{{0,24}}(?:{_OTHERWISE}|错|误|不对)[^\n。；;]{{0,30}}"
    rf"|(?:请|帮我|麻烦|我要|我想|[把将])*{_OTHER_ONE}(?:那[个项条])?的?(?:数|状态|内容)?(?:要|应该?)?(?:改成|改为|写错|填错|发错|报错|不对)了?[^\n。；;]{{0,20}}"
    rf"|{_OTHER_ONE}(?:那[个项条]|的数)(?:应该?是|应为)[^\n。；;]{{0,20}}"
    r"|(?:不对|[说写填报发]?错了|更正|纠正)[,，:：\s]+第?\d{1,3}项?(?:的数)?(?:应该?)?(?:是|为|改[成为])[^\n。；;]{1,20}"
    r"|[^\n\d。；;，,]{0,14}(?:不要|别|不用|不必|勿)再?(?:写|填|放|报|列|存|记|录)(?:进去|上去|在里面|到里面)(?:了|啊|吧)*"
    r"|(?:undo|delete|delete (?:it|that)|clear|redo|change (?:it|that))"
    rf"|(?:please )?(?:correct|change|fix|redo) {_MEASURE_IN_ENGLISH}"
    rf"|{_MEASURE_IN_ENGLISH} (?:is|was) (?:wrong|not right|incorrect)"
    r"(?:[,;.]? (?:please )?(?:correct|change|fix) (?:it|that))?"
)
"""清空, 重填19, 更正27, 18改成185, 上一项改成滞后: a wish about what is filled in, no answer."""

_STATUS_SAID = one_of(STATUS_OF_WORD)
_BEFORE_NOW = rf"(?:{_OTHER_ONE}|上[次面]|前面|刚才|刚刚|之前)"
_CHOSEN_WRONG = (
    rf"(?:{_BEFORE_NOW}(?:我|是|的|状态|不小心)*(?:选|点|按|填)|(?:我|状态|不小心)*[选点按])错了?"
)
_WRONG_CHOICE = re.compile(
    rf"(?:应该?是|其实是?|实际是?)?(?:{_STATUS_SAID})了?[,，。;；\s]+"
    rf"(?:{_CHOSEN_WRONG}|(?:我|状态|不小心)*填错了?)"
    rf"|{_CHOSEN_WRONG}(?:[,，。;；\s]*(?:应该?[是为]|其实是|是|改[为成])?(?:{_STATUS_SAID})了?)?"
)
"""正常推进了，上次选错: about the status of what was answered before."""

_ONE_OF_MINE = r"(?:[这那]一?[条句段个]?(?:话|消息|内容)?|(?:刚才|上面|前面)(?:的|那[条句段个])?)"
_OF_MESSAGE = re.compile(
    rf"{_ONE_OF_MINE}?(?:请)?(?:作废|不算数?了?|不要了|收回)(?:{_ONE_OF_MINE})?(?:吧|了)*"
    rf"|{_ONE_OF_MINE}(?:我)?发(?:错|重|多)了?(?:[地项]方?|一[条遍])?(?:[,，\s]*(?:不要了|作废|请?删掉?|请?忽略))?"
    r"|(?:请|麻烦|帮我|[把将])*(?:删掉|删去|删除|删了|去掉|拿掉|不要)[^\n\d。；;，,]{0,20}[这那]一?(?:[条句段]|句话|部分)(?:话|内容)?(?:吧)?"
    rf"|{_ONE_OF_MINE}(?:应该?)?是第?\d{{1,3}}项?的(?:内容)?"
)
"""这条发错了, 作废, 删掉发放资料这句, 这是第27项的: what to do with a message."""

NO_HIGHLIGHT = (
    rf"(?:{_ONE_OF_MINE}|本项|这项)?(?:不是|不算|不作为|(?:请|帮我)?(?:取消|撤回|撤销|去掉|删掉))"
    r"(?:这[个条]|刚才的?那?条?)?的?亮点(?:了|吧)*"
)
_MARK = re.compile(
    rf"{_ONE_OF_MINE}(?:也|应该?|可以|能)*(?:是|算|记[为成作]?|列[为成作]|作为|标[为成作]?)(?:一?[个条])?亮点(?:了|吧)?"
    rf"|{NO_HIGHLIGHT}(?:[,，\s]*{NO_HIGHLIGHT})?"
)
"""这条是亮点, 取消亮点: the highlight has to be named."""

_READY = (
    r"(?:(?:我|我们|都|全部|已经?|这边)*(?:好了?|行了?|可以了?|对了?|没问题了?|就这样了?"
    r"|(?:填|写|弄|改|核对|看)(?:完|好|过)了?|ok)[,、。\s]*)"
)
_LEADER = "(?:局长|主任|领导|书记|镇长|乡长|科长|处长|股长|院长|站长)"
_HAND_IN = re.compile(
    rf"{_READY}(?:帮我|请|麻烦|可以|那就|就|现在|直接)*(?:报送?|提交|上报|交)(?:一下|上去|上去吧|了吧|了|吧)?|"
    r"(?:我|我们|都|全部|已经|已|这边|今天|本月的?)*(?:填完|填好|写完|报完|弄完|弄好|填报完成|填写完成|填报完毕)(?:了|啦|好了)*"
    r"|(?:帮我|请|麻烦|可以|那就|现在|直接)*(?:报送?|提交|上报|交)(?:一下|上去|上去吧|了吧|吧)"
    r"|(?:都|均|全部|我们?|内容|报告|月报)*已经?(?:按照?|根据)(?:你们?的?|您的?|领导的?|退回的?|审核的?)?(?:要求|意见)(?:都|全部)?"
    r"(?:修改|改|调整|完善|修改完善)(?:完成|完毕|到位|完|好)?了?"
    r"|(?:我们?|都|全部|已经?|这边)*(?:修?改|补充?)(?:好|完)了(?:[,，。\s]*请(?:领导)?(?:审核?|审阅|查收|过目|看)(?:一下)?)?"
    rf"|(?:我们|咱们?|我)?{_LEADER}(?:也|都|刚才?|已经?)*(?:说了?|讲了?|(?:看|审|核)过?了|同意了)[,，\s]*(?:也|都)?"
    r"(?:可以|没问题|没意见|行|同意|能)(?:报送?|提交|上报|交)?(?:了|的|吧)*"
    r"|提交|完事了?|搞定了?|submit|send it|all done|finished|i am done|i'm done"
    r"|(?:please )?(?:file|submit|send)(?: (?:it|this|the report))(?: now)?(?:,? please)?"
)
"""我填完了, 帮我报一下, 已按要求修改, 局长说可以: whoever says so wants to file."""

_BACK = re.compile(
    r"(?:我|本人)?(?:已经?|今天|刚)?(?:提前|按时)?(?:出差|休假|外出)?(?:已经?)?(?:回来|回单位|回岗|到岗|返岗|销假)(?:上班)?(?:了|啦)"
    r"|(?:我|本人)(?:要|来)?(?:提前)?销假"
    r"|(?:(?:i am|i'm) back|back(?= ))(?: (?:now|early|again|at work|in the office))?",
    re.IGNORECASE,
)
"""提前回来了: the absence that was told is over."""

_NO_DEPUTY = re.compile(
    r"(?:我|本人|以后|今后|现在|已经?)*(?:不再|不)(?:当|做|任|担任|是)(?:你们|这个|本单位的?|单位的?)?b岗(?:了|啦)?"
    r"|(?:i am|i'm) (?:no longer|not) (?:the|a|your) deputy(?: any ?more)?",
    re.IGNORECASE,
)
"""我不当B岗了."""

_ASKS = r"(?:能不能|能否|可不可以|可否|可以|希望|我想|我要|想)"
_IN_ENGLISH = rf"{LIKE_A_MONTH}|(?:mon|tues|wednes|thurs|fri)day|tomorrow|next (?:week|month)"
_WHOSE_TIME = (
    r"(?:[^\n。；;]{0,6}(?:报告|月报|材料|表格?|报送|填报|时间|[这本该]一?[项个次月期])|请问|您?好|领导|主任|老师|我|们|局|镇|乡|单位"
    r"|这边|今天|本月|也|还|[,，、\s]){0,4}"
)
"""Whose time is asked for: the writer's, or the report's. 贷款到期可以延期 is a loan's."""

_MORE_TIME = re.compile(
    rf"{_WHOSE_TIME}{_ASKS}[^\n。；;，,]{{0,6}}?"
    r"(?:晚[^\n。；;，,]{0,4}?(?:填报|上报|报送|报|交|填)"
    r"|(?:延期|延后|推迟|延)(?:[^\n。；;，,]{0,2}天|一下)?(?:填报|上报|报送|报|交|填)?|宽限[^\n。；;，,]{0,3})"
    r"(?:行|可以|好)?[吗么呢吧啊?？]*"
    r"|(?:因[^\n。；;，,]{1,16}[,，]\s*)?(?:特|现|拟|请求|恳请|我)?申请(?:延期|延后|推迟|顺延|延(?=[到至]))"
    rf"(?:填报|上报|报送|报)?(?:[到至]\s*{DAY}|[\d一两二三四五六七几]天)?(?:前|之前)?再?(?:填报|上报|报送|报|交)?"
    r"|(?:can|could|may) (?:i|we) (?:file|report|send)[^\n.;]{0,20} later\W*"
    r"|(?:i|we) need more time\W*"
    r"|(?:please )?extend(?: (?:it|the (?:deadline|report|date)))?(?: (?:until|till|to) (?:the )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?)?(?: of)? ?(?:{_IN_ENGLISH})?(?: \d{{1,2}})?)?(?:,? please)?",
    re.IGNORECASE,
)
"""我下周休假, 能不能晚几天报 and 申请延期到8月8日: there is a command for each."""

_NOBODY = (
    "(?!我|[由让换起按定及准每逐统集如正不继依据将只可再一仍严分同随月季年自各先直通向]"
    "|企业|属地|社区|部门|单位|上级|主动)"
)
"""按周报送 tells how, and 由企业报送 which units: neither is a person."""

_HANDOVER = re.compile(
    rf"{MYSELF}(?:(?!\d+[名人家户])[^\n。；;，,]){{0,6}}?"
    r"(?:调走|调离|调到|调去|调任|离职|退休|换岗|轮岗|转岗|不在这[个里儿]|不管这|不负责)"
    r"[^\n。；;，,]{0,10}(?:[,，\s]+[^\n。；;]{1,24})?"
    rf"|(?:以后|今后|往后|下个?月起?|下次起?)(?:就|都|由|改由|让|换|是)*{_NOBODY}[^\n。；;，,\d]{{2,4}}?(?:来)?(?:填报|报送|填|报)(?:了|吧)?"
    r"|i(?: have|'ve)? (?:left|moved|am leaving|retired)[^\n.;]{0,30}",
    re.IGNORECASE,
)
"""我调走了，以后刘敏负责: there is a command for that too."""

_PHONE = re.compile(
    r"(?:我的?|本人的?|联系人的?)*(?:(?:联系)?电话|手机|联系方式)(?:号码?)?(?:已经?|现在?)?"
    r"(?:换成?|改[成为]|变更?为|更新为|换为|变成)了?[:：,，\s]*(?:\+?[\d\s-]{7,20})"
    r"|(?:我|本人)?(?:换|改)了?(?:手机|电话)(?:号码?)?了?[,，\s]*(?:新号码?|现在)?(?:是|为|改[成为]|换成)?[:：\s]*(?:\+?[\d\s-]{7,20})"
    r"|my (?:new )?(?:phone )?number is(?: now)? \+?[\d\s-]{7,20}"
    r"|(?:我的?|本人的?)(?:联系)?(?:电话|手机)?(?:号码?)?(?:还是)?(?:没有?|不|未)(?:变|换|改)[动化]?了?"
)
"""电话换成13900001111, 我号码没变: there is a command for it."""

_THIS = r"(?:[这本]一?[项条个]|第?\d{1,3}项)?"
_CANNOT = re.compile(
    rf"{_THIS}我?(?:[填写报]不(?:了|来|出来?)|不(?:会|能|该|应该)[填写报]|没法[填写报])(?:的|了)*"
    r"(?:[,，。\s]*(?:请|我)?(?:先|就|要|给)*(?:退回|退还?给?)(?:去|给)?[^\n\d。；;，,]{0,4})?"
    r"|(?!退回$)(?:请|我要|我想|那就|先)?(?:帮我)?退回(?:去|给(?!企业|[^\n]*整改)[^\n\d。；;，,]{1,3})?(?:吧|了)?"
    r"|(?:[这本]一?[项条个]|第?\d{1,3}项?)(?:就|请|由|让|叫|给)+(?!我)[^\n\d。；;，,]{2,4}?来?(?:填写?|写)(?:吧|了)?"
    r"|(?:my|our) colleague (?:will|can|should) (?:do|fill in|answer|write)"
    rf" (?:it|this|that|{_MEASURE_IN_ENGLISH})"
    r"|(?:i|we) (?:cannot|can't|can not) (?:fill|answer|do|write)(?: (?:this|it|that))?(?: in)?"
    r"(?:[,.;]? (?:please )?(?:(?:take|give) it back|i give it back))?",
    re.IGNORECASE,
)
"""我填不了，退回: who was asked cannot answer, and says no more."""

_AS_OTHER = re.compile(
    r"(?:还是|仍|内容|情况)?(?:[和与跟同]|参照|比照|照)(?:第?\d{1,3}项?(?!月)|\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|去年(?:同期|[底末])?)"
    r"(?:的?(?:内容|情况))?(?:一样|相同|一致|同样|差不多|填)(?:的|吧|了)*"
    r"(?:[,，\s]*(?:也|还是)?没(?:有|什么)?(?:变化|进展))?"
    r"|(?:内容|情况)?(?:同|参照|比照|详?见)(?:第?\d{1,3}项|\d{1,2}月份?)(?:的?(?:内容|情况))?"
)
"""跟7月一样, 和63一样: as something else has it, which only 同上月 can take over."""

_OWN_BACK = re.compile(
    r"(?:不对|不行|不是)?[,，\s]*(?:第?\d{1,3}项?)?[:：,，\s]*(?:我(?:写|填|报)的(?:才?是|都)?对的?[,，\s]*)?(?:请|还是|帮我|麻烦|就|要|应该?)*"
    r"(?:(?:用|按|以)(?:回)?我(?:自己)?(?:原来|原先|之前|先前|前面|一开始)|(?:恢复|还原)(?:成|为|到|回)?我(?:自己)?(?=的|原|之前|先前|写|填|那)"
    r"|[换改]回(?:成|为|到)?我(?:自己)?(?=原|之前|先前|的|那))"
    r"(?:原来|原先|之前|先前|自己|[写填报])*的?(?:那个?[句条段份]?|内容|文字|话|版本)*(?:为准|吧|了|啊)*"
)
"""63还是用我原来的, 恢复我的: words that a colleague has replaced."""

_WISHES: tuple[tuple[Aside, Callable[[str], object]], ...] = (
    (Aside.PHONE, _PHONE.fullmatch),
    (Aside.CHANGE, _CHANGE.fullmatch),
    (Aside.CHANGE, _WRONG_CHOICE.fullmatch),
    (Aside.CHANGE, _OF_MESSAGE.fullmatch),
    (Aside.MARK, _MARK.fullmatch),
    (Aside.AS_OTHER, _AS_OTHER.fullmatch),
    (Aside.OWN_BACK, _OWN_BACK.fullmatch),
    (Aside.HAND_IN, _HAND_IN.fullmatch),
    (Aside.NOT_OURS, _NOT_OURS.fullmatch),
    (Aside.CANNOT, _CANNOT.fullmatch),
    (Aside.BACK, _BACK.fullmatch),
    (Aside.AWAY, is_told_absence),
    (Aside.NO_DEPUTY, _NO_DEPUTY.fullmatch),
    (Aside.HANDOVER, _HANDOVER.fullmatch),
    (Aside.MORE_TIME, _MORE_TIME.fullmatch),
)

_ONCE_LOOKED_AT = re.compile(
    rf"(?:我们?|先)*[等待](?:我们?|本)?[^\n。；;，,\d]{{0,6}}{_LEADER}[^\n。；;，,\d]{{0,3}}"
    r"(?:审完|审核完?|审定|审批|看完|看过|过目|把关|签完?字?|同意|定了?|点头|确认|回来)(?:了|后|以后|之后)*"
    r"再(?:填报|上报|报送|补报|填|报|写|交|补)(?:吧|了)?"
)
"""等局长审完再报: it says when something will be told, and nothing of the measure."""

_PAUSES = re.compile(
    r"(?:今天|我|这边|有[急要点]?事|先|就|只能|暂时?)*(?:填|报|写|弄)?到(?:这儿?|这里|此)(?:为止)?[了吧啊]*"
    r"|(?:我|先|再|去|得|要|还)*问(?:一?下|一?问)(?:(?:我们)?[^\n\d。；;，,需]{0,4}?"
    r"(?:科里|科室|股里|局里|办公室|局长|科长|主任|股长|领导|同事|他们|人))"
    r"(?:之?后)?(?:再(?:填报|上报|回复|填|报|写|说|发))?[了吧啊]*"
)
"""今天有事先到这, 问下科里: the report has to wait, and nothing of it is told."""

_FILLER = re.compile(r"^[嗯哦啊好对是行的吧呢呀哈呵额呃唉噢]+|[嗯哦啊的吧呢呀哈呵了]+$")
_PICTURED = re.compile(r"(?:\[(?!已完成|滞后|未启动)[\u4e00-\u9fff]{1,3}\]\s*)+")
"""[玫瑰]: an emoji, as other messengers copy it."""

_MENTION = re.compile(r"@(?:[a-z][a-z0-9_]{3,31}|[\u4e00-\u9fff]{2,4})(?!\w)")
_SIGNS = re.compile(r"(?:[^\w\s]|[_\n])+")
"""What parts words: punctuation, brackets around them, an emoji between them."""

_COURTESIES = (
    "收到|好的|好嘞|嗯+|知道了|明白|谢谢|感谢|多谢|辛苦|ok"
    "|领导|主任|局长|科长|老师|同志|各位|大家|您"
)
_COURTESY = re.compile(rf"(?=.*(?:收到|好|知道|明白|谢|辛苦|ok))(?:(?:{_COURTESIES})[了啦哈的]*)+")
"""收到谢谢领导: nothing but thanks and whom they are for, run together."""


def aside(said: str) -> Aside | None:
    """What a message wants that answers no question in words; None for an answer.

    FILES: it only says that something stands in a file, or names one.
    """
    return next(_wanted(said), None)


def _wanted(said: str) -> Iterator[Aside]:
    """All that the words may want, the surest first."""
    word = as_word(said)
    command = word.lstrip("/").strip()
    if command.rstrip("吧了") in _GIVE_UP or _says_beside_nothing(_GIVE_UP, command):
        yield Aside.GIVE_UP
    if command in _HELP or _BEFORE_HELP.sub("", _AFTER_HELP.sub("", command)) in _HELP:
        yield Aside.HELP
    if says_nothing(said):
        yield Aside.NOTHING
    if is_of_many(said):
        yield Aside.OF_MANY
    if is_about_files(said):
        yield Aside.OF_FILES
    yield from (wish for wish, said_so in _WISHES if said_so(word))
    if behind_last(said):
        yield Aside.CHANGE
    if points_to_files(said) and not asks_plainly(word):
        yield Aside.FILES
    if is_question(word):
        yield Aside.QUESTION


def chosen_wrong(said: str) -> bool:
    """Whether words only own that a wrong button was tapped for what was answered before."""
    return _WRONG_CHOICE.fullmatch(as_word(said)) is not None


def says_nothing(said: str) -> bool:
    """Whether words answer no question at all: ?, 好, 【收到】, 好的👌, 收到，马上报."""
    word = as_word(said)
    signs = [sign for sign in word if sign.isalnum()]
    is_letter = len(signs) == 1 and signs[0].isascii() and signs[0].isalpha()
    if not signs or is_letter or word in _NOTHING:
        return True
    if _ONCE_LOOKED_AT.fullmatch(word) or only_confirms(word):
        return True
    spoken = _MENTION.sub(" ", _PICTURED.sub(" ", word))
    return all(
        _is_nothing(part) or all(map(_is_nothing, part.split())) for part in _SIGNS.split(spoken)
    )


def says_nothing_at(what: str, said: str) -> bool:
    """Whether words answer this question with nothing: 尽快, of what will be done next.

    what: as the sentences name it, such as problem or next-step.
    """
    table = _SAYS_NOTHING_AT.get(what, frozenset())
    if what == "problem":  # 抓紧办 names none either
        table |= _SAYS_NOTHING_AT["next-step"]
    parts = [part.strip() for part in _SIGNS.split(as_word(said)) if part.strip()]
    says = [
        part
        for part in parts
        if _FILLER.sub("", part) not in table and part not in table and not only_confirms(part)
    ]
    return bool(table and parts) and not says


def _says_beside_nothing(words: frozenset[str], said: str) -> bool:
    """Whether it is one of the words, alone or beside what says nothing: 算了，谢谢."""
    parts = [part.strip() for part in _SIGNS.split(as_word(said)) if part.strip()]
    rest = [part for part in parts if part not in words]
    return as_word(said) in words or (len(rest) < len(parts) and all(map(_is_nothing, rest)))


def _is_nothing(part: str) -> bool:
    part = part.strip()
    is_known = part in _NOTHING or _FILLER.sub("", part) in _NOTHING | {""}
    is_polite = only_confirms(part) or _COURTESY.fullmatch(part) is not None
    return is_known or is_polite or _PAUSES.fullmatch(part) is not None
