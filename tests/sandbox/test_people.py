"""People who act by themselves, before a bot that is played by hand."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.demo.picture import photo
from sandbox import Button, Message, Person, Sandbox
from sandbox.markup import FormattedText
from sandbox.messages import StoredFile
from sandbox.people import (
    AS_LAST,
    DILIGENT,
    NEVER,
    Actor,
    Character,
    Coordinator,
    Errand,
    Filer,
    ForceLiaison,
    Helper,
    Kind,
    Leader,
    Puzzled,
    Said,
    Tapping,
    Team,
    after_working,
    read,
)
from sandbox.people.figures import Target, reached, read_target
from sandbox.people.topics import ADDITIONS, CORRECTIONS, REWORDINGS
from sandbox.people.words import Pen
from tests.factories import a_content, a_filed_entry, a_filed_report, a_measure
from tests.reports.paper import draft_of, paragraphs_of

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2022, 8, 1, 9, tzinfo=ZONE)
PLAIN = Character(within=(0, 0), trouble=0.0, slips=0.0, changes_mind=0.0, skips=0.0)

OPENING = "2022年7月份任务完成情况报送\n《计划》\n市教育局本月应填 2 项。"
LIST = "市教育局 · 7月份　已填 0/2\n截止：8月5日\n\n○ 18　夯实大数据基础能力"
STATUS = "18　夯实大数据基础能力（负责）\n目标：累计建成5G基站 300个（2022年底前）\n7月份进展如何？"
TEXT = "18　夯实大数据基础能力（正常推进）\n请发送7月份完成情况。"
FIGURE = (
    "18　夯实大数据基础能力（正常推进）\n目标：累计建成5G基站 300个（2022年底前）\n"
    "请发送“累计建成5G基站”截至7月底的累计数（单位：个）。"
)
PROBLEM = "18　夯实大数据基础能力（滞后）\n存在什么问题？请写明原因。"
NEXT_STEP = "18　夯实大数据基础能力（滞后）\n下一步怎么办？请写明措施和时间。"
FOLLOW_UP = (
    "18　夯实大数据基础能力\n7月份提出的问题：站址协调困难。\n"
    "这个问题现在怎样？可点选，也可直接发送办到了哪一步。"
)
REASON = "18　夯实大数据基础能力（本月无进展）\n请用一句话写明7月份无进展的原因。"
PREVIEW = "报送前核对　市教育局 · 7月份\n须补：无。"
RECEIPT = "已报送（回执 2022-07-0001，8月1日09:30，第1版，张敏）。"
REMINDER = "市教育局：7月份任务完成情况请按时报送。"
RETURNED = "经办人退回：市教育局7月份月报\n“第18项请写明站址。”"
CORRECTION = "更正第1版：请先用一句话写明更正原因。已报送的版本保留不变。"
WORD = "市教育局 · 7月份 Word稿（由第1版改成）\n改动 1 项。请核对；确认后按更正处理。"
ESCALATION = "提级催办：市教育局7月份任务完成情况应于 8月5日18:00 前报送，截至目前未报。"
FORCE_TOLD = (
    "提级催办：信息服务专班所涉措施，以下 1 家单位尚未填报7月份完成情况：\n"
    "开放 8月1日09:00 · 截止 8月5日（周五）18:00 · 锁定 8月19日18:00\n"
    "· 市教育局（联络员张敏）\n"
    "18　夯实大数据基础能力"
)
WHICH_TOTAL = "以哪个为准？请点下面的按钮；两处都没有错的，请用一句话说明。"
STANDS = (
    "按现在的状态，本月写的这个问题怎样？选“仍存在”，问题和措施照常上报；选“已解决”，不再上报。"
)
EVIDENCE = (
    "请发送照片或文件（PDF、Word 等）作为佐证；没有的，请用一句话说明；"
    "还没有完成的，请点“填错了，改”。"
)
STATUSES = ("已完成", "正常推进", "滞后", "未启动", "本月无进展", "跳过", "目录")


class Scene:
    """A chat in which the test plays the bot."""

    def __init__(self) -> None:
        self.now = MONDAY
        self.sandbox = Sandbox(now=lambda: self.now)
        self.phone = self.sandbox.person("张敏")
        self.phone.starts()

    def filer(
        self, character: Character = PLAIN, *later: Character, team: Team | None = None
    ) -> Filer:
        return Filer(self.phone, team or Team("市教育局"), character, *later, zone=ZONE)

    def says(self, text: str, *labels: str) -> None:
        buttons = tuple((Button(label, data=f"d{n}"),) for n, label in enumerate(labels))
        chat = self.sandbox.chats[self.phone.id]
        self.sandbox.post(chat, self.sandbox.bot, FormattedText(text), buttons=buttons)

    def sends_draft(self, content: bytes) -> StoredFile:
        name = "市教育局关于2022年7月份工作任务完成情况的报告.docx"
        draft = self.sandbox.store(name, "x", content)
        self.sandbox.post(
            self.sandbox.chats[self.phone.id],
            self.sandbox.bot,
            FormattedText(""),
            attachment=self.sandbox.attach("document", draft),
        )
        return draft

    def meets(self, actor: Actor, text: str, *labels: str) -> str:
        """The bot writes, the person looks, and when the time has come acts: what they did."""
        self.says(text, *labels)
        actor.looks(self.now)
        assert actor.wakes_at is not None, "does not mean to do anything"
        self.now = max(self.now, actor.wakes_at)
        actor.acts(self.now)
        self.answers_taps()
        return actor.diary[-1].what

    def answers_taps(self) -> None:
        for query in self.phone.unanswered:
            self.sandbox.answer(query, "", alert=False)


@pytest.fixture
def scene() -> Scene:
    return Scene()


def message(text: str) -> Message:
    sandbox = Sandbox(now=lambda: MONDAY)
    phone = sandbox.person("张敏")
    return sandbox.post(sandbox.chats[phone.id], sandbox.bot, FormattedText(text))


# What they understand


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (OPENING, Kind.OPENING),
        (LIST, Kind.LIST),
        (STATUS, Kind.STATUS),
        (TEXT, Kind.TEXT),
        (FIGURE, Kind.FIGURE),
        (PROBLEM, Kind.PROBLEM),
        (NEXT_STEP, Kind.NEXT_STEP),
        (FOLLOW_UP, Kind.FOLLOW_UP),
        (REASON, Kind.REASON),
        (f"18　夯实大数据基础能力（已完成）\n{EVIDENCE}", Kind.EVIDENCE),
        (f"18　夯实大数据基础能力（正常推进）\n{WHICH_TOTAL}", Kind.WHICH_TOTAL),
        (f"18　夯实大数据基础能力（正常推进）\n{STANDS}", Kind.STANDS),
        (FORCE_TOLD, Kind.FORCE_TOLD),
        (PREVIEW, Kind.PREVIEW),
        (RECEIPT, Kind.RECEIPT),
        (REMINDER, Kind.REMINDER),
        (RETURNED, Kind.RETURNED),
        (CORRECTION, Kind.CORRECTION),
        (WORD, Kind.WORD),
        ("已取用Word稿中的 1 项改动。请核对后报送。\n开放 8月1日09:00 · 截止", Kind.WORD),
        (f"已取用Word稿中的 1 项改动。请核对后报送。\n\n{PREVIEW}", Kind.PREVIEW),
        (ESCALATION, Kind.ESCALATION),
        (f"{ESCALATION}\n已于 8月3日（周三）16:42 报送，无需处理。", Kind.SETTLED_REMINDER),
    ],
)
def test_a_screen_is_known_by_what_it_says(text: str, kind: Kind) -> None:
    screen = read(message(text))
    assert screen is not None
    assert screen.kind is kind


def test_a_question_is_read_below_the_line_about_the_answer_before() -> None:
    screen = read(
        message(f"● 17　强化培育（一期） · 正常推进，已存。\n\n没看懂“快了”。\n\n{FIGURE}")
    )
    assert screen is not None
    assert (screen.number, screen.title) == ("18", "夯实大数据基础能力")
    assert screen.targets == (Target("累计建成5G基站", Decimal(300), "个"),)
    assert (screen.asked, screen.note) == ("累计建成5G基站", "没看懂“快了”。")


def test_a_message_that_means_nothing_is_not_understood() -> None:
    assert read(message("出了点问题，请稍后再发一次。")) is None


@pytest.mark.parametrize(
    ("line", "target"),
    [
        (
            "目标：平均担保费率 不超过 1%",
            Target("平均担保费率", Decimal(1), "%", falls=True),
        ),
        (
            "目标：规上企业 不少于 5家（2022年底前）；上月 约3家",
            Target("规上企业", Decimal(5), "家", last=Decimal(3)),
        ),
        (
            "目标：累计建成5G基站 300个（2022年底前）；7月 183个",
            Target("累计建成5G基站", Decimal(300), "个", last=Decimal(183)),
        ),
        ("目标：试点任务 10万亩", Target("试点任务", Decimal(10), "万亩")),
    ],
)
def test_a_target_is_read_from_its_line(line: str, target: Target) -> None:
    assert read_target(line) == target


# What puzzles them


def test_a_message_that_nobody_expected_is_shown_with_the_conversation(scene: Scene) -> None:
    filer = scene.filer()
    scene.says("出了点问题，请稍后再发一次。")
    with pytest.raises(Puzzled, match="出了点问题"):
        filer.looks(scene.now)


def test_what_is_meant_for_others_puzzles(scene: Scene) -> None:
    filer = scene.filer()
    scene.says(ESCALATION)
    with pytest.raises(Puzzled):
        filer.looks(scene.now)


def test_an_answer_that_brings_nothing_puzzles(scene: Scene) -> None:
    filer = scene.filer()
    scene.meets(filer, TEXT, "跳过")
    with pytest.raises(Puzzled, match="nothing came back"):
        filer.acts(scene.now)


def test_a_button_that_spins_puzzles(scene: Scene) -> None:
    filer = scene.filer()
    scene.meets(filer, OPENING, "开始填报")
    scene.phone.taps("开始填报")
    with pytest.raises(Puzzled, match="spins"):
        filer.looks(scene.now)


def test_a_popup_puzzles(scene: Scene) -> None:
    filer = scene.filer()
    scene.says(OPENING, "开始填报")
    scene.phone.taps("开始填报")
    scene.sandbox.answer(scene.phone.unanswered[0], "这个按钮已经过时", alert=True)
    with pytest.raises(Puzzled, match="过时"):
        filer.looks(scene.now)


def test_being_asked_the_same_again_and_again_puzzles(scene: Scene) -> None:
    filer = scene.filer()
    for _ in range(4):
        scene.meets(filer, TEXT, "跳过")
    with pytest.raises(Puzzled, match="again and again"):
        scene.meets(filer, TEXT, "跳过")


def test_a_reminder_of_what_is_filed_puzzles(scene: Scene) -> None:
    filer = scene.filer()
    scene.says(RECEIPT, "更正")
    scene.says(REMINDER, "开始填报")
    with pytest.raises(Puzzled, match="is filed"):
        filer.looks(scene.now)


# How they fill in a report


def test_a_report_is_filled_in_from_the_opening_to_the_receipt(scene: Scene) -> None:
    filer = scene.filer()
    assert scene.meets(filer, OPENING, "开始填报") == "[开始填报]"
    assert scene.meets(filer, LIST, "18", "开始：18", "预览") == "[开始：18]"
    assert scene.meets(filer, STATUS, *STATUSES) in {"[正常推进]", "[已完成]"}
    assert "5G基站" in scene.meets(filer, TEXT, "跳过")
    figure = scene.meets(filer, FIGURE, "暂无数据")
    assert figure.removesuffix("个").isdecimal()
    assert scene.meets(filer, PREVIEW, "查看全文", "目录", "报送") == "[报送]"
    scene.says(RECEIPT, "更正")
    filer.looks(scene.now)
    assert filer.team.filed


def test_what_is_missing_is_added_before_filing(scene: Scene) -> None:
    assert scene.meets(scene.filer(), PREVIEW, "补 18", "查看全文", "目录") == "[补 18]"


def test_a_diligent_person_reads_everything_before_filing(scene: Scene) -> None:
    filer = scene.filer(DILIGENT)
    assert scene.meets(filer, PREVIEW, "查看全文", "目录", "报送") == "[查看全文]"
    full = "市教育局 · 2022年7月份任务完成情况\n《计划》"
    assert scene.meets(filer, full, "返回核对") == "[返回核对]"
    assert scene.meets(filer, PREVIEW, "查看全文", "目录", "报送") == "[报送]"


def test_a_measure_in_trouble_gets_its_problem_and_next_step(scene: Scene) -> None:
    filer = scene.filer(Character(within=(0, 0), trouble=1.0, slips=0.0, changes_mind=0, skips=0))
    assert scene.meets(filer, STATUS, *STATUSES) == "[滞后]"
    scene.meets(filer, TEXT, "跳过")
    problem = scene.meets(filer, PROBLEM, "跳过")
    next_step = scene.meets(filer, NEXT_STEP, "跳过")
    assert "8月" in next_step
    assert problem != next_step


def test_a_problem_of_the_month_before_is_spoken_of(scene: Scene) -> None:
    said = scene.meets(scene.filer(PLAIN), FOLLOW_UP, "已解决", "处理中", "没有变化", "跳过")
    assert said.startswith(("已", "[已解决]", "[没有变化]"))


def test_a_mistaken_figure_is_followed_by_a_number(scene: Scene) -> None:
    filer = scene.filer(Character(within=(0, 0), trouble=0.0, slips=1.0, changes_mind=0, skips=0))
    mistaken = scene.meets(filer, FIGURE, "暂无数据")
    assert mistaken.endswith("000") or not any(sign.isdecimal() for sign in mistaken)
    again = scene.meets(filer, f"没看懂。\n\n{FIGURE}", "暂无数据")
    assert again.removesuffix("个").isdecimal()
    assert not again.endswith("000")


def test_who_changes_their_mind_chooses_the_status_again(scene: Scene) -> None:
    filer = scene.filer(Character(within=(0, 0), trouble=0.0, slips=0, changes_mind=1, skips=0))
    first = scene.meets(filer, STATUS, *STATUSES)
    assert scene.meets(filer, TEXT, "‹ 返回", "改选状态") in {"[‹ 返回]", "[改选状态]"}
    chosen = ["● " + label if f"[{label}]" == first else label for label in STATUSES]
    then = scene.meets(filer, STATUS, *chosen)
    assert then.strip("[]● ") not in {first.strip("[]"), "本月无进展"}


def test_what_is_skipped_is_answered_when_it_comes_again(scene: Scene) -> None:
    filer = scene.filer(Character(within=(0, 0), trouble=0.0, slips=0, changes_mind=0, skips=1))
    assert scene.meets(filer, STATUS, *STATUSES) == "[跳过]"
    assert scene.meets(filer, STATUS, *STATUSES) in {"[正常推进]", "[已完成]"}


# When they begin


@pytest.mark.parametrize(("begins_at", "reminders"), [(1, 1), (2, 2), (3, 3)])
def test_people_begin_at_the_message_that_moves_them(
    scene: Scene, begins_at: int, reminders: int
) -> None:
    filer = scene.filer(Character(begins_at=begins_at, within=(0, 0)))
    for _ in range(reminders):
        assert filer.wakes_at is None
        scene.says(REMINDER, "开始填报")
        filer.looks(scene.now)
    assert filer.wakes_at is not None


def test_some_never_begin(scene: Scene) -> None:
    filer = scene.filer(NEVER)
    for _ in range(9):
        scene.says(REMINDER, "开始填报")
    filer.looks(scene.now)
    filer.is_pressed(scene.now)
    assert filer.wakes_at is None


def test_who_has_stopped_halfway_goes_on_when_reminded(scene: Scene) -> None:
    filer = scene.filer(Character(within=(0, 0), trouble=0, changes_mind=0, skips=0, stops_after=1))
    scene.meets(filer, OPENING, "开始填报")
    scene.meets(filer, STATUS, *STATUSES)
    scene.says(TEXT, "跳过")
    filer.looks(scene.now)
    assert filer.wakes_at is None
    assert scene.meets(filer, REMINDER, "继续填报") == "[继续填报]"


def test_a_leader_who_is_told_presses_the_liaison(scene: Scene) -> None:
    liaison = scene.filer(Character(begins_at=99))
    boss = scene.sandbox.person("李局长")
    leader = Leader(boss, liaison, zone=ZONE)
    chat = scene.sandbox.chats[boss.id]
    scene.sandbox.post(chat, scene.sandbox.bot, FormattedText(ESCALATION))
    leader.looks(scene.now)
    assert liaison.wakes_at is not None
    assert liaison.wakes_at > scene.now


def test_a_leader_wonders_about_a_report_that_is_filed(scene: Scene) -> None:
    liaison = scene.filer(team=Team("市教育局", filed=True))
    leader = Leader(scene.phone, liaison, zone=ZONE)
    scene.says(ESCALATION)
    with pytest.raises(Puzzled, match="is filed"):
        leader.looks(scene.now)


def test_a_task_force_that_is_told_asks_whoever_is_named(scene: Scene) -> None:
    asked, other = scene.filer(Character(begins_at=99)), scene.filer(Character(begins_at=99))
    force = ForceLiaison(scene.phone, {"市教育局": asked, "市交通局": other}, zone=ZONE)
    scene.says(FORCE_TOLD)
    force.looks(scene.now)
    assert asked.wakes_at is not None
    assert other.wakes_at is None


def test_a_task_force_wonders_about_a_report_that_is_filed_unless_it_is_told_so(
    scene: Scene,
) -> None:
    liaison = scene.filer(team=Team("市教育局", filed=True))
    force = ForceLiaison(scene.phone, {"市教育局": liaison}, zone=ZONE)
    scene.says(f"{FORCE_TOLD}\n更新：市教育局已于 8月10日（周三）15:30 报送。")
    force.looks(scene.now)
    scene.says(FORCE_TOLD)
    with pytest.raises(Puzzled, match="is filed"):
        force.looks(scene.now)


@pytest.mark.parametrize(
    ("moment", "minutes", "later"),
    [
        ("2022-08-01 09:00", 30, "2022-08-01 09:30"),
        ("2022-08-01 11:50", 30, "2022-08-01 14:20"),
        ("2022-08-01 17:30", 60, "2022-08-02 09:00"),
        ("2022-08-05 17:30", 60, "2022-08-08 09:00"),
        ("2022-08-06 10:00", 0, "2022-08-08 08:30"),
    ],
)
def test_working_minutes_leave_out_noon_nights_and_weekends(
    moment: str, minutes: float, later: str
) -> None:
    at, wanted = (datetime.fromisoformat(text).replace(tzinfo=ZONE) for text in (moment, later))
    assert after_working(at, minutes) == wanted


# After filing


def filed(scene: Scene, character: Character, *later: Character, opening: str = "") -> Filer:
    filer = scene.filer(character, *later)
    if opening:
        scene.meets(filer, opening, "开始填报")
    for text, labels in ((STATUS, STATUSES), (TEXT, ("跳过",)), (FIGURE, ("暂无数据",))):
        scene.meets(filer, text, *labels)
    scene.says(RECEIPT, "查看全文", "更正")
    filer.looks(scene.now)
    return filer


def test_who_finds_a_mistake_corrects_the_figure(scene: Scene) -> None:
    filer = filed(
        scene, Character(within=(0, 0), trouble=0, slips=0, skips=0, changes_mind=0, corrects=True)
    )
    assert filer.wakes_at is not None
    scene.now = filer.wakes_at
    filer.acts(scene.now)
    scene.answers_taps()
    assert filer.diary[-1].what == "[更正]"
    assert scene.meets(filer, CORRECTION, "取消") in {
        words.replace("{number}", "18") for words in CORRECTIONS
    }
    assert scene.meets(filer, LIST, "17", "18", "核对并报送") == "[18]"
    status = STATUS.replace("7月份进展如何？", "可改选状态，也可逐项修改。")
    assert scene.meets(filer, status, *STATUSES, "改完成情况", "改“5G基站”") == "[改“5G基站”]"
    before = int(filer.diary[2].what.removesuffix("个"))
    assert scene.meets(filer, FIGURE, "暂无数据") == str(before + 1)
    assert scene.meets(filer, PREVIEW, "目录", "报送") == "[报送]"


def test_who_rewords_the_draft_in_word_sends_it_back_and_names_what_was_added(
    scene: Scene,
) -> None:
    """The measure that the draft tells first, wherever it was asked; and no figure of it."""
    filer = filed(scene, replace(PLAIN, corrects=True, rewords="另有一处在建。"))
    first = a_filed_entry(a_measure("55"), a_content(text="扩容完成招标。"))
    scene.sends_draft(draft_of(a_filed_report(first)))
    filer.looks(scene.now)
    assert filer.wakes_at is not None
    scene.now = filer.wakes_at
    filer.acts(scene.now)
    sent = scene.phone.chat[-1].document
    assert sent is not None
    assert any(line.endswith("招标。另有一处在建。") for line in paragraphs_of(sent.content))
    assert scene.meets(filer, WORD, "确认改动", "放弃") == "[确认改动]"
    assert scene.meets(filer, CORRECTION, "取消") in {
        words.replace("{number}", "55") for words in ADDITIONS
    }
    assert scene.meets(filer, PREVIEW, "目录", "报送") == "[报送]"


def test_who_corrects_a_measure_without_figures_speaks_of_its_words(scene: Scene) -> None:
    filer = scene.filer(replace(PLAIN, corrects=True))
    scene.meets(filer, STATUS.replace("\n目标：累计建成5G基站 300个（2022年底前）", ""), *STATUSES)
    scene.meets(filer, TEXT, "跳过")
    scene.says(RECEIPT, "更正")
    filer.looks(scene.now)
    assert filer.wakes_at is not None
    scene.now = filer.wakes_at
    filer.acts(scene.now)
    scene.answers_taps()
    assert scene.meets(filer, CORRECTION, "取消") in {
        words.replace("{number}", "18") for words in REWORDINGS
    }


def test_who_has_nothing_to_correct_rests_after_filing(scene: Scene) -> None:
    assert filed(scene, PLAIN).wakes_at is None


def test_the_people_of_a_unit_know_whether_it_has_to_report(scene: Scene) -> None:
    filer = scene.filer()
    for told, exempt in (
        ("免报：市教育局2022年7月份月报第18项不用填报，其余各项照常报送。", False),
        ("免报：市教育局2022年7月份月报不用填报，不再提醒。原因：机构改革。", True),
        ("免报取消：市教育局2022年7月份月报第18项恢复填报。", True),
        ("免报取消：市教育局2022年7月份月报恢复填报（原免报原因：机构改革）。", False),
    ):
        scene.says(told)
        filer.looks(scene.now)
        assert filer.team.exempt is exempt


def test_a_returned_report_is_mended_where_the_reason_says(scene: Scene) -> None:
    filer = filed(scene, PLAIN)
    draft = scene.sends_draft(b"x")
    filer.looks(scene.now)
    assert filer.drafts == [draft]
    assert scene.meets(filer, RETURNED, "修改") == "[修改]"
    assert scene.now.date() == (MONDAY + timedelta(days=1)).date()
    assert scene.meets(filer, LIST, "17", "18", "核对并报送") == "[18]"
    status = STATUS.replace("7月份进展如何？", "可改选状态，也可逐项修改。")
    assert scene.meets(filer, status, *STATUSES, "改“5G基站”", "改完成情况") == "[改完成情况]"
    before = filer.diary[1].what
    assert scene.meets(filer, TEXT, "跳过") != before
    assert scene.meets(filer, PREVIEW, "目录", "报送") == "[报送]"


# A month as the last

SAME = replace(AS_LAST, within=(0, 0))
WHOLE_LIST = ("17", "18", "继续：17", "其余同上月（2项）", "预览", "请同事填")
SAME_ALL = "以下 2 项照上月报送，确认后仍可逐项修改：\n\n18　夯实大数据基础能力 · 正常推进：…"
HELP_PICK = "市教育局 · 7月份　请同事填写\n点选要交给同事的任务，再生成链接。"
HELP_LINK = "请帮忙填写市教育局7月份月报中的 1 项：\n18　夯实…\n点开链接：https://t.me/b?start=x"
HELP_WELCOME = "李四，您好。张敏请您帮忙填写市教育局7月份月报中的 1 项：\n18　夯实大数据基础能力"
TURNS = ("已解决", "处理中", "没有变化", "目录")


def test_who_has_nothing_new_takes_over_what_is_left_and_confirms(scene: Scene) -> None:
    filer = scene.filer(SAME)
    assert scene.meets(filer, LIST, *WHOLE_LIST) == "[其余同上月（2项）]"
    assert scene.meets(filer, SAME_ALL, "确认 2 项同上月", "目录") == "[确认 2 项同上月]"
    assert scene.meets(filer, STATUS, *STATUSES, "同上月") == "[同上月]"
    assert scene.meets(filer, PREVIEW, "目录", "报送") == "[报送]"


def test_filer_explains_what_has_no_evidence_by_one_tap(scene: Scene) -> None:
    filer = scene.filer(SAME)
    shown = "2 项报已完成，还没有佐证材料（18、20）。请用一句话一并说明原因，或点下面的原因。"
    assert scene.meets(filer, shown, "材料存档备查", "18", "目录") == "[材料存档备查]"


def test_filer_says_once_why_all_that_is_doubtful_is_true(scene: Scene) -> None:
    filer = scene.filer(SAME)
    shown = "2 项还要说明（18、20）。请用一句话一并说明原因，各项都记这一条。"
    said = scene.meets(filer, shown, "18", "20", "目录")
    assert said is not None
    assert not said.startswith("["), "a sentence, and no button"


def test_what_is_new_is_said_first_and_then_the_rest_is_as_last_month(scene: Scene) -> None:
    filer = scene.filer(replace(SAME, says=(Said("18", text="新开通基站9个。"),)))
    assert scene.meets(filer, STATUS.replace("18", "17", 1), *STATUSES, "同上月") == "[目录]"
    assert scene.meets(filer, LIST, *WHOLE_LIST) == "[18]"
    assert scene.meets(filer, STATUS, *STATUSES, "同上月") == "[正常推进]"
    assert scene.meets(filer, TEXT, "跳过", "目录") == "新开通基站9个。"
    assert scene.meets(filer, STATUS.replace("18", "19", 1), *STATUSES, "同上月") == "[目录]"
    assert scene.meets(filer, LIST, *WHOLE_LIST) == "[其余同上月（2项）]"


def test_some_answer_a_few_measures_anew(scene: Scene) -> None:
    filer = scene.filer(replace(SAME, anew=1))
    assert scene.meets(filer, LIST, *WHOLE_LIST) == "[继续：17]"
    assert scene.meets(filer, STATUS, *STATUSES, "同上月") in {"[正常推进]", "[已完成]"}
    assert scene.meets(filer, STATUS.replace("18", "19", 1), *STATUSES, "同上月") == "[目录]"


def test_a_measure_is_handed_on_before_anything_else(scene: Scene) -> None:
    filer = scene.filer(replace(SAME, hands_on=("18",)))
    assert scene.meets(filer, LIST, *WHOLE_LIST) == "[请同事填]"
    assert scene.meets(filer, HELP_PICK, "17", "18", "目录") == "[18]"
    assert (
        scene.meets(filer, HELP_PICK, "17", "● 18", "生成链接（1项）", "目录")
        == "[生成链接（1项）]"
    )
    scene.says(HELP_LINK)
    assert scene.meets(filer, HELP_PICK, "17", "收回：链接 18", "目录") == "[目录]"
    assert filer.links == ["https://t.me/b?start=x"]


def test_what_a_colleague_was_asked_for_is_waited_for(scene: Scene) -> None:
    filer = scene.filer(replace(SAME, hands_on=("18",)))
    scene.meets(filer, LIST, *WHOLE_LIST)
    scene.meets(filer, HELP_PICK, "17", "● 18", "生成链接（1项）", "目录")
    assert scene.meets(filer, PREVIEW, "补 18", "补 17", "目录") == "[补 17]"
    scene.says(PREVIEW, "补 18", "目录")
    filer.looks(scene.now)
    assert filer.wakes_at is not None
    scene.now = filer.wakes_at
    filer.acts(scene.now)
    assert filer.diary[-1].what == "[补 17]"
    assert filer.wakes_at is None


def test_a_helper_answers_and_has_done(scene: Scene) -> None:
    helper = Helper(scene.phone, Team("市教育局"), PLAIN, zone=ZONE)
    assert scene.meets(helper, HELP_WELCOME, "开始填报") == "[开始填报]"
    assert scene.meets(helper, LIST, "18", "继续：18", "退回不填") == "[继续：18]"
    scene.meets(helper, STATUS, *STATUSES)
    scene.says(LIST.replace("0/2", "1/1"), "18", "退回不填")
    helper.looks(scene.now)
    assert helper.wakes_at is None


@pytest.mark.parametrize("turn", ["已解决", "没有变化"])
def test_what_has_become_of_a_problem_is_tapped(scene: Scene, turn: str) -> None:
    filer = scene.filer(replace(PLAIN, says=(Said("18", turn=turn, since="站址已落实。"),)))
    assert scene.meets(filer, FOLLOW_UP, *TURNS) == f"[{turn}]"
    if turn == "已解决":
        how = FOLLOW_UP.rpartition("\n")[0] + "\n请用一句话写明怎样解决的。"
        assert scene.meets(filer, how, "目录") == "站址已落实。"


def test_what_is_done_about_a_problem_is_written(scene: Scene) -> None:
    filer = scene.filer(replace(PLAIN, says=(Said("18", turn="处理中", since="已会商2次。"),)))
    assert scene.meets(filer, FOLLOW_UP, *TURNS) == "已会商2次。"


def test_a_problem_that_stands_on_leaves_the_rest_as_last_month(scene: Scene) -> None:
    filer = scene.filer(replace(SAME, says=(Said("18", turn="处理中"),)))
    scene.meets(filer, LIST, *WHOLE_LIST)
    scene.meets(filer, FOLLOW_UP, *TURNS)
    assert scene.meets(filer, STATUS, *STATUSES, "同上月") == "[同上月]"


def test_a_problem_that_is_solved_needs_new_words(scene: Scene) -> None:
    filer = scene.filer(replace(SAME, says=(Said("18", turn="已解决", since="已落实。"),)))
    scene.meets(filer, LIST, *WHOLE_LIST)
    scene.meets(filer, FOLLOW_UP, *TURNS)
    assert scene.meets(filer, STATUS, *STATUSES, "同上月") == "[正常推进]"


def test_a_message_is_edited_once_somebody_has_looked_at_it_again(scene: Scene) -> None:
    said = Said("18", text="新开通6个。", edited="新开通8个。")
    filer = scene.filer(replace(PLAIN, says=(said,)))
    scene.meets(filer, STATUS, *STATUSES)
    scene.meets(filer, TEXT, "跳过")
    scene.meets(filer, FIGURE, "暂无数据")
    assert [m.text for m in scene.phone.chat if not m.from_bot][-1] == "新开通8个。"
    assert scene.meets(filer, FIGURE, "暂无数据").isdecimal()


def test_a_photo_is_sent_where_evidence_is_asked_for(scene: Scene) -> None:
    filer = scene.filer(replace(PLAIN, says=(Said("18", status="已完成", photo=photo()),)))
    asked = f"18　夯实大数据基础能力（已完成）\n{EVIDENCE}"
    assert scene.meets(filer, asked, "填错了，改") == "🖼"
    assert scene.phone.chat[-1].photo is not None


def test_a_highlight_that_was_marked_is_the_text(scene: Scene) -> None:
    filer = scene.filer()
    scene.meets(filer, STATUS, *STATUSES)
    assert scene.meets(filer, TEXT, "亮点写入完成情况", "目录") == "[亮点写入完成情况]"


def test_another_month_begins_anew_with_other_habits(scene: Scene) -> None:
    filer = filed(scene, PLAIN, SAME, opening=OPENING)
    assert filer.team.filed
    scene.says(OPENING.replace("7月", "8月"), "开始填报")
    filer.looks(scene.now)
    assert not filer.team.filed
    assert filer.wakes_at is not None
    scene.now = filer.wakes_at
    filer.acts(scene.now)
    scene.answers_taps()
    assert scene.meets(filer, LIST, *WHOLE_LIST) == "[其余同上月（2项）]"


def test_what_is_still_said_of_an_older_month_begins_nothing(scene: Scene) -> None:
    filer = scene.filer(NEVER, SAME)
    scene.says(OPENING.replace("7月", "8月"), "开始填报")
    scene.says(REMINDER, "开始填报")
    filer.looks(scene.now)
    assert filer.character == NEVER


def test_an_errand_is_run_beside_the_report(scene: Scene) -> None:
    errand = Errand(MONDAY, "/highlight 18 内容", Kind.HIGHLIGHT_MARKED)
    filer = Filer(scene.phone, Team("市教育局"), PLAIN, zone=ZONE, errands=[errand])
    filer.acts(MONDAY)
    scene.says("第18项7月份亮点已记：内容", "撤回")
    filer.looks(MONDAY)
    assert filer.wakes_at is None
    assert scene.meets(filer, STATUS, *STATUSES) in {"[正常推进]", "[已完成]"}


def test_a_button_can_be_chosen_by_what_the_newest_message_says(scene: Scene) -> None:
    def second(found: Message) -> str:
        return found.text.split("\n")[1]

    someone = Coordinator(scene.phone, [Tapping(MONDAY, second, Kind.BOARD)], zone=ZONE)
    scene.says("选\n乙", "甲", "乙")
    someone.acts(MONDAY)
    assert someone.diary[-1].what == "[乙]"


def test_only_an_office_has_workbooks_to_act_on(scene: Scene) -> None:
    errand = Errand(MONDAY, lambda ledger: ledger.decode(), Kind.BOARD)
    filer = Filer(scene.phone, Team("市教育局"), PLAIN, zone=ZONE, errands=[errand])
    with pytest.raises(Puzzled, match="no workbook"):
        filer.acts(MONDAY)


# What they write


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    "target", [Target("基站", Decimal(300), "个"), Target("示范社", Decimal(1), "家")]
)
def test_a_figure_grows_from_month_to_month_towards_its_target(seed: int, target: Target) -> None:
    numbers = random.Random(seed)  # noqa: S311  play
    last: Decimal | None = None
    for month in range(7, 13):
        now = Target(target.name, target.value, target.unit, last)
        figure = reached(now, month, numbers)
        assert figure == figure.to_integral_value()
        assert last is None or figure >= last
        assert figure <= target.value * 2
        last = figure


def test_a_figure_that_has_to_fall_stays_above_its_target_before_the_year_is_over() -> None:
    target = Target("平均担保费率", Decimal(1), "%", falls=True)
    numbers = random.Random(1)  # noqa: S311  play
    assert Decimal(1) < reached(target, 7, numbers) < Decimal("1.5")


def pen(unit: str) -> Pen:
    return Pen(unit, 7, random.Random(unit))  # noqa: S311  play


def test_the_words_are_about_the_measure_and_the_unit() -> None:
    assert "减" in pen("市税务局").completion("强化惠企政策靠前发力")
    assert "5G基站" in pen("市工科局").completion("夯实大数据基础能力")
    assert "从未见过的任务" in pen("市税务局").completion("从未见过的任务")


def test_no_two_units_write_the_same() -> None:
    units = ("市财政局", "市税务局", "市人社局", "市工科局", "市住建局", "市教育局", "市司法局")
    texts = [pen(unit).completion("加强组织领导") for unit in units]
    assert len(set(texts)) == len(units)
    assert not any("{" in text for text in texts)


def test_the_same_seed_writes_the_same(scene: Scene) -> None:
    def written() -> list[str]:
        again = Scene()
        filer = again.filer()
        return [again.meets(filer, STATUS, *STATUSES), again.meets(filer, TEXT, "跳过")]

    assert written() == written()


# The coordinator


def coordinator(phone: Person, says: str | Callable[[bytes], str], expects: Kind) -> Coordinator:
    errands = [Errand(MONDAY, says, expects), Errand(MONDAY, "/board", Kind.BOARD)]
    return Coordinator(phone, errands, zone=ZONE)


def test_a_coordinator_goes_on_only_when_the_answer_has_come(scene: Scene) -> None:
    someone = coordinator(scene.phone, "/return 市教育局", Kind.RETURN_REASON)
    someone.acts(MONDAY)
    scene.says("退回市教育局7月份月报：请发送退回原因，写明需要修改的任务序号。")
    someone.looks(MONDAY)
    someone.acts(MONDAY)
    assert [deed.what for deed in someone.diary] == ["/return 市教育局", "/board"]


def test_a_coordinator_who_gets_another_answer_is_puzzled(scene: Scene) -> None:
    someone = coordinator(scene.phone, "/return 市教育局", Kind.RETURN_REASON)
    someone.acts(MONDAY)
    scene.says("市教育局更正了7月份月报（第2版）。原因：数字有误")
    someone.looks(MONDAY)
    with pytest.raises(Puzzled, match="return_reason"):
        someone.acts(MONDAY)
