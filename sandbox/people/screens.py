"""What a person understands of a message: only what stands on the screen, in Chinese.

A message that fits nothing here is one that nobody expected: `read` returns None.
"""

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from sandbox.messages import Message
from sandbox.people.figures import Target, read_target


class Kind(StrEnum):
    """What a message is to its reader."""

    WELCOME = auto()
    HELP = auto()
    OPENING = auto()
    REMINDER = auto()
    RETURNED = auto()
    SETTLED_REMINDER = auto()
    EXTENDED_REMINDER = auto()
    ESCALATION = auto()
    FORCE_TOLD = auto()
    LIST = auto()
    SETTLED = auto()
    STATUS = auto()
    TEXT = auto()
    ONE_LINE = auto()
    PROBLEM = auto()
    NEXT_STEP = auto()
    FOLLOW_UP = auto()
    FIGURE = auto()
    REASON = auto()
    EXPLAIN = auto()
    SETTLED_DOUBT = auto()
    EVIDENCE = auto()
    WHICH_TOTAL = auto()
    STANDS = auto()
    CORRECTION = auto()
    HELD = auto()
    PREVIEW = auto()
    FULL_TEXT = auto()
    RECEIPT = auto()
    DRAFT = auto()
    PLAN_READING = auto()
    PLAN_READ = auto()
    PLAN_LOADED = auto()
    PLAN_CHANGES = auto()
    REGISTRY = auto()
    LINK = auto()
    JOINED = auto()
    OPENED = auto()
    BOARD = auto()
    ANNOUNCE_ASK = auto()
    ANNOUNCE_CHOOSE = auto()
    ANNOUNCE_CONFIRM = auto()
    ANNOUNCE_STATE = auto()
    ANNOUNCEMENT = auto()
    LEDGER = auto()
    CHASE_NOTICE = auto()
    BULLETIN = auto()
    SOURCES = auto()
    BRIEFING = auto()
    HIGHLIGHT_PICKS = auto()
    RETURN_REASON = auto()
    RETURN_DONE = auto()
    FILED_AGAIN = auto()
    GROUP_TEXT = auto()
    ACCOUNT = auto()
    ACCEPTED = auto()
    ACCEPT_DONE = auto()
    REVIEWS_WAITING = auto()
    CALENDAR = auto()
    LADDER = auto()
    REACH_WARNING = auto()
    CALLS = auto()
    AWAY_ASK = auto()
    AWAY_CONFIRM = auto()
    AWAY_KNOWN = auto()
    STANDS_IN = auto()
    WELCOME_BACK = auto()
    SNOOZE_WHEN = auto()
    SNOOZED = auto()
    EXTEND_ASK = auto()
    EXTEND_REASON = auto()
    EXTEND_ASKED = auto()
    EXTENSION_REQUEST = auto()
    EXTENSION_GRANTED = auto()
    SAME_ALL = auto()
    WITHOUT_EVIDENCE = auto()
    DOUBTED_ALIKE = auto()
    HELP_PICK = auto()
    HELP_LINK = auto()
    HELP_WELCOME = auto()
    HELP_OPENED = auto()
    HELP_ANSWERED = auto()
    EVIDENCE_PLACED = auto()
    HIGHLIGHT_MARKED = auto()
    HIGHLIGHTS = auto()
    EXEMPTED = auto()
    EXEMPT_CHOOSE = auto()
    EXEMPT_GIVEN = auto()
    EXEMPT_LIST = auto()
    EXEMPT_END = auto()
    EXEMPT_ENDED = auto()
    PROBLEMS = auto()
    PROBLEM_CARD = auto()
    PROBLEM_CLOSED = auto()
    STAMPED = auto()
    STAMP_AMISS = auto()
    WORD = auto()
    TO_SIGN = auto()
    SIGN_NOTE = auto()
    SIGN_DONE = auto()
    SIGNING = auto()
    SENT_BACK = auto()
    PAPER_REMINDER = auto()
    TICKS = auto()
    TARGETS = auto()
    MAILBOX = auto()
    MAILED = auto()


QUESTIONS = frozenset(
    {
        Kind.FOLLOW_UP,
        Kind.STATUS,
        Kind.TEXT,
        Kind.ONE_LINE,
        Kind.PROBLEM,
        Kind.NEXT_STEP,
        Kind.FIGURE,
        Kind.REASON,
        Kind.EXPLAIN,
        Kind.SETTLED_DOUBT,
        Kind.EVIDENCE,
        Kind.WHICH_TOTAL,
        Kind.STANDS,
    }
)

_WHEN = r"(?:\d+月份|本季度)"

_REQUESTS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.STATUS,
        (
            rf"{_WHEN}进展如何？|上(月|季度)已报完成。{_WHEN}是否仍为已完成？"
            rf"|请选择{_WHEN}的状态。|可改选状态，也可逐项修改。"
        ),
    ),
    (Kind.TEXT, rf"请发送({_WHEN})?完成情况[。；：、].*"),
    (Kind.FOLLOW_UP, r"这个问题现在怎样？.*|请用一句话写明(怎样解决的|办到了哪一步)。"),
    (Kind.ONE_LINE, rf"请用一句话发送{_WHEN}配合情况.*"),
    (Kind.PROBLEM, r"存在什么问题？.*"),
    (Kind.NEXT_STEP, r"下一步怎么办？.*"),
    (Kind.FIGURE, r"请发送“(?P<name>.+)”(的最新数|截至\d+月底的累计数)（单位：(?P<unit>.+)）。"),
    (Kind.REASON, rf"请用一句话写明{_WHEN}无进展的原因。"),
    (Kind.EVIDENCE, r"请发送照片或文件（PDF、Word 等）作为佐证；没有的，请用一句话说明；.*"),
    (Kind.WHICH_TOTAL, r"以哪个为准？请点下面的按钮；两处都没有错的，请用一句话说明。"),
    (Kind.STANDS, r"按现在的状态，本月写的这个问题怎样？.*"),
    (
        Kind.EXPLAIN,
        (
            r"填错了的，请点“填错了，改”；属实的，请用一句话发送原因。"
            r"|属实的，请用一句话一并说明原因；.*"
        ),
    ),
    (Kind.SETTLED_DOUBT, r"这一处已经(?:说明，不用再答|改过，不用再说明)。.*"),
)
"""How the last line of a question asks."""

_MESSAGES: tuple[tuple[Kind, str], ...] = (
    (Kind.TO_SIGN, r"^请签发："),
    (Kind.SIGN_NOTE, r"^退回修改　.+请用一句话写明修改意见"),
    (Kind.SIGN_DONE, r"月报已由.+(退回拟稿人修改|签发，已报送)。($|\n)"),
    (Kind.SENT_BACK, r"^领导退回修改（"),
    (Kind.SIGNING, r"(^|\n)待签发："),
    (Kind.PAPER_REMINDER, r"已报送，盖章后的扫描件尚未收到。"),
    (Kind.TICKS, r"^收件登记："),
    (Kind.TARGETS, r"(^|\n\n)\d+月份计划总目标\n"),
    (Kind.MAILBOX, r"(^|\n)电子邮件\n收件邮箱："),
    (Kind.MAILED, r"^电子版已寄达："),
    (Kind.WORD, r"^[^\n]+ · \d+月份 Word稿（由第\d+版改成）|^已取用Word稿中的[^\n]+\n开放 "),
    (Kind.FORCE_TOLD, r"^.+：.+所涉措施，以下 \d+ 家单位尚未填报.+完成情况："),
    (Kind.ANNOUNCE_ASK, r"^请发送通知内容"),
    (Kind.ANNOUNCE_CHOOSE, r"^通知\n[\s\S]+\n请选择发给谁。$"),
    (Kind.ANNOUNCE_CONFIRM, r"^通知\n[\s\S]+在工作时间内发出。确认吗？$"),
    (Kind.ANNOUNCE_STATE, r"^通知已发出（"),
    (Kind.ANNOUNCEMENT, r"^领导小组办公室通知\n"),
    (Kind.PLAN_READING, r"^(正在读取“|已读完，结果见下。$)"),
    (Kind.PLAN_READ, r"（.+）\n读出措施 \d+ 项，责任单位 \d+ 家"),
    (Kind.PLAN_LOADED, r"^已载入《"),
    (Kind.SETTLED_REMINDER, r"\n(已于 .+ 报送，无需处理。|本期免报，不用填报。)$"),
    (Kind.EXEMPT_CHOOSE, r"^免报　"),
    (Kind.EXEMPT_GIVEN, r"^已免报："),
    (Kind.EXEMPT_ENDED, r"^已取消免报："),
    (Kind.EXEMPT_END, r"^取消这一免报？"),
    (Kind.EXEMPT_LIST, r"^现行免报（\d+）"),
    (Kind.EXEMPTED, r"^免报(取消)?：.+月报"),
    (Kind.PROBLEMS, r"^(未销号问题 \d+ 个|目前没有未销号的问题。$)"),
    (Kind.PROBLEM_CARD, r"^.+ · .+\n(未解决|处理中|待销号|已销号) · .+提出 · 已 \d+ 天"),
    (Kind.STAMPED, r"^收到 \d+ 页。识别：.+，可见印章。扫描件已登记；"),
    (Kind.STAMP_AMISS, r"^收到 \d+ 页.+(尚未登记|没有登记)。"),
    (Kind.PROBLEM_CLOSED, r"^问题已销号："),
    (Kind.HIGHLIGHT_MARKED, r"^第.+项\d+月份亮点已记："),
    (Kind.HIGHLIGHTS, r"^.+重要进展、亮点 \d+ 条\n"),
    (Kind.HIGHLIGHT_PICKS, r"^.+专报选用亮点 \d+/\d+"),
    (Kind.EVIDENCE_PLACED, r"^已收到 .+，列为 .+ 的佐证（共 \d+ 件）。"),
    (Kind.HELP_LINK, r"^请帮忙填写.+月报中的 \d+ 项："),
    (Kind.HELP_WELCOME, r"^.+，您好。.+请您帮忙填写.+月报中的 \d+ 项："),
    (Kind.HELP_OPENED, r"已打开链接，将填写.+第.+项。"),
    (Kind.HELP_ANSWERED, r"已填好.+第.+项。($|\n)"),
    (Kind.HELP_PICK, r"(^|\n)[^\n]+ · \d+月份　请同事填写\n"),
    (Kind.WITHOUT_EVIDENCE, r"(^|\n)\d+ 项报已完成，还没有佐证材料（"),
    (Kind.DOUBTED_ALIKE, r"(^|\n)\d+ 项还要说明（.+?）。请用一句话一并说明原因，"),
    (Kind.SAME_ALL, r"(^|\n)以[下上] \d+ 项照上月报送[，。]"),
    (Kind.EXTENDED_REMINDER, r"\n已同意延至 .+，以此为准。$"),
    (Kind.AWAY_ASK, r"^哪几天不在？"),
    (Kind.AWAY_CONFIRM, r"^.+不在，其中工作日 \d+ 天。"),
    (Kind.AWAY_KNOWN, r"^已登记：.+不在。"),
    (Kind.STANDS_IN, r"^.+不在，期间的报送提醒发给您，请代为办理。"),
    (Kind.WELCOME_BACK, r"^欢迎回来，提醒恢复发给您。"),
    (Kind.SNOOZE_WHEN, r"：何时再提醒您？\n"),
    (Kind.SNOOZED, r"^好的，.+ 再提醒您（还可推迟 \d+ 次）"),
    (Kind.EXTEND_ASK, r"^申请延期　.+月报。\n"),
    (Kind.EXTEND_REASON, r"(^|\n)延至 .+。请用一句话写明原因。$"),
    (Kind.EXTEND_ASKED, r"^已提交延期申请："),
    (Kind.EXTENSION_REQUEST, r"^延期申请："),
    (Kind.EXTENSION_GRANTED, r"^已同意延期："),
    (Kind.CALENDAR, r"^\d+年报送日历　"),
    (Kind.LADDER, r"^.+提醒安排\n"),
    (Kind.REACH_WARNING, r"^! .+报送即将开始(，以下 \d+ 家单位的联络员和B岗目前收不到消息：|。\n)"),
    (Kind.CALLS, r"^(电话催办（\d+）：|目前没有需要打的电话。$)"),
    (Kind.ACCEPTED, r"月报（第\d+版）已审核通过。\n"),
    (Kind.ACCEPT_DONE, r"月报已审核通过，已通知"),
    (Kind.REVIEWS_WAITING, r"^(待答复的延期申请 \d+ 件：[^\n]*\n\n)?待审核 \d+ 份月报，最早的于 "),
    (Kind.CORRECTION, r"更正第\d+版：请先用一句话写明更正原因"),
    (Kind.HELD, r"(^|\n)收到(：“| \d+ 行文字，合在一起：)"),
    (Kind.PREVIEW, r"(^|\n)报送前核对　"),
    (Kind.RECEIPT, r"^(更正已|已重新|已)报送（回执 "),
    (Kind.OPENING, r"^\d+年\d+月份任务完成情况报送\n"),
    (Kind.RETURNED, r"^经办人退回：|月报已被经办人退回，请修改后重新报送"),
    (Kind.ESCALATION, r"^(提级催办|提请通报)："),
    (Kind.REMINDER, r"任务完成情况(请按时报送|尚未报送|已过截止时间)"),
    (Kind.SETTLED, r"已填 \d+/\d+\n(已报送|审核通过)（第\d+版）"),
    (Kind.LIST, r"　已填 \d+/\d+\n"),
    (Kind.WELCOME, r"您好。您已登记为"),
    (Kind.HELP, r"^您是.+的.+。\n"),
    (Kind.LINK, r"^邀请链接："),
    (Kind.GROUP_TEXT, r"^截至.+任务完成情况应报\d+家，"),
    (Kind.ACCOUNT, r"^.+催办记录\n"),
    (Kind.JOINED, r"^今天已加入 \d+ 人，最近："),
    (Kind.JOINED, r"已于 .+ 加入：.+如不认识，请点“拒绝”。"),
    (Kind.OPENED, r"报送已经开始。"),
    (Kind.RETURN_REASON, r"^退回.+：请发送退回原因"),
    (Kind.RETURN_DONE, r"^已退回.+，已通知其联络员并开始催办。"),
    (Kind.FILED_AGAIN, r"更正了.+月报（第\d+版）|已按退回意见重新报送|已补报.+月报（迟报"),
    (Kind.BOARD, r"报送(情况（截至|已到截止时间|已锁定)"),
    (
        Kind.FULL_TEXT,
        r"任务完成情况\n《|(牵头|负责|配合) · (已完成|正常推进|滞后|未启动|本月无)|\n配合(\n|$)",
    ),
)

_FILES = (
    (Kind.DRAFT, r"关于\d+年\d+月份工作任务完成情况的报告.*\.docx"),
    (Kind.BULLETIN, r"任务完成情况通报\.docx"),
    (Kind.BRIEFING, r"工作推进情况专报\.docx"),
    (Kind.SOURCES, r"（数据来源）\.docx"),
    (Kind.CHASE_NOTICE, r"^催办单（.+）\.docx"),
    (Kind.LEDGER, r"汇总台账\.xlsx"),
    (Kind.REGISTRY, r"登记表\.xlsx"),
    (Kind.PLAN_CHANGES, r"变化清单\.txt"),
)


@dataclass(frozen=True, slots=True)
class Screen:
    """A message as understood.

    number, title: of the measure that is asked about. note: what is said first, about the answer
    before. asked: the name of the figure wanted.
    """

    kind: Kind
    message: Message
    number: str = ""
    title: str = ""
    targets: tuple[Target, ...] = ()
    note: str = ""
    asked: str = ""

    @property
    def labels(self) -> list[str]:
        return self.message.labels

    def label(self, *beginnings: str) -> str | None:
        """The first button whose text begins so; the sign of a chosen one does not count."""
        for beginning in beginnings:
            for text in self.labels:
                if text.removeprefix("● ").startswith(beginning):
                    return text
        return None


def read(message: Message) -> Screen | None:
    """What the message is; None when it is nothing that anybody here expects."""
    if message.document is not None:
        name = message.document.name
        kind = next((kind for kind, pattern in _FILES if re.search(pattern, name)), None)
        return Screen(kind, message) if kind else None
    question = _question(message)
    if question is not None:
        return question
    for kind, pattern in _MESSAGES:
        if re.search(pattern, message.text):
            return Screen(kind, message)
    return None


_ASKED_NEXT = re.compile(r"\n\n稍后接着问：[^\n]+$")
"""The line at the end on what is asked later."""


def _question(message: Message) -> Screen | None:
    *before, block = _ASKED_NEXT.sub("", message.text).split("\n\n")
    lines = block.split("\n")
    found = ((kind, re.fullmatch(pattern, lines[-1])) for kind, pattern in _REQUESTS)
    kind, request = next(((k, match) for k, match in found if match), (None, None))
    heading = re.match(r"(\S+)　(.+?)(?:（[^（）]*）)?$", lines[0])
    if kind is None or request is None or heading is None or len(lines) < 2:
        return None
    return Screen(
        kind,
        message,
        number=heading[1],
        title=heading[2],
        targets=tuple(target for line in lines if (target := read_target(line)) is not None),
        note=before[-1] if before else "",
        asked=request.groupdict().get("name") or "",
    )
