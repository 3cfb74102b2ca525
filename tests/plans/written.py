"""Plans as a generator means them, and the house styles in which they are written out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tests.plans.papers import Block, Grid
from vocabulary.plan import DocumentIndicator, Mention
from vocabulary.terms import Comparator, Direction, Role

WORDS = "推进完善服务农业交通金融科技文化旅游项目平台机制体系企业园区农村城市发展改革创新产业市场"
CHINESE_NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
DUTIES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "负责", Role.COOPERATING: "配合"}
LABELS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.COOPERATING: "配合单位"}
TITLE = "某县推进服务业发展2026年行动计划"

# A section that 推进 something owes it: such a sentence would be a clause of its own.
phrases = st.text(WORDS, min_size=2, max_size=12).filter(lambda words: "科推进" not in words)
unit_names = st.builds(
    "{}{}{}".format,
    st.sampled_from(["市", "县", "区"]),
    st.text("财政教育水利林业住建统计民政司法", min_size=2, max_size=6),
    st.sampled_from(["局", "委", "中心", "办公室", "（支队）", "分局管理部"]),
)
GROUPS = (
    "各镇（街道）",
    "各县（市、区）人民政府",
    "各乡镇人民政府",
    "各有关单位",
    "领导小组各成员单位",
)
units_and_groups = unit_names | unit_names | unit_names | st.sampled_from(GROUPS)


CROSS_CUTTING = ("强基行动", "提质行动", "护航行动")
LISTINGS = (
    "为抓好落实，深入实施强基、提质、护航三大行动，制定本计划。",
    "为抓好落实，实施“强基”“提质”“护航”三大行动，制定本计划。",
    "为抓好落实，统筹推进强基行动、提质行动和护航行动三大行动。",
)
"""How a plan lists its labels."""

AIMS = (
    ("新增{}12个", "新增{}", "个", Comparator.EXACTLY),
    ("{}达到12%以上", "{}", "%", Comparator.AT_LEAST),
    ("{}不少于12家", "{}", "家", Comparator.AT_LEAST),
    ("累计建成{}12万平方米", "累计建成{}", "万平方米", Comparator.EXACTLY),
    ("{}力争达到12亿元", "{}", "亿元", Comparator.AT_LEAST),
    ("{}增长12%左右", "{}增长", "%", Comparator.ABOUT),
    ("{}控制在12天以下", "{}", "天", Comparator.AT_MOST),
    ("{}由36个月压减至12个月", "{}", "个月", Comparator.AT_MOST),
)
"""Words, and what they aim at: name, unit of measure, comparator. Every figure is 12."""

DATES = {
    "": None,
    "6月底前": date(2026, 6, 30),
    "年底前，": date(2026, 12, 31),
    "全年": date(2026, 12, 31),
    "2026年9月底前，": date(2026, 9, 30),
}
"""How a target says until when."""


@dataclass(frozen=True)
class Aim:
    """A target. thing: what is counted; when: how its date is written; form: one of AIMS."""

    thing: str
    when: str
    form: tuple[str, str, str, Comparator]

    @property
    def sentence(self) -> str:
        return f"{self.when}{self.form[0].format(self.thing)}。"

    def as_read(self, until: date | None) -> DocumentIndicator:
        """As it has to be found but for its words. until: when its measure is due."""
        words, name, unit, comparator = self.form
        return DocumentIndicator(
            text="",
            name=name.format(self.thing),
            value=Decimal(12),
            unit_of_measure=unit,
            comparator=comparator,
            direction=Direction.DOWN if comparator is Comparator.AT_MOST else Direction.UP,
            baseline=Decimal(36) if "36" in words else None,
            deadline=DATES[self.when] or until,
            cumulative="累计" in words,
        )


@dataclass(frozen=True)
class Written:
    """A measure: its mentions stand lead first; the deadline is the end of a month of 2026."""

    title: str
    body: str
    mentions: tuple[Mention, ...]
    deadline: date | None
    aims: tuple[Aim, ...] = ()
    labels: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """What stands below it under numbers of its own."""

    @property
    def paragraphs(self) -> list[str]:
        """Its words, without who does it."""
        return [f"{self.title}。{self.body}", *self.numbered_items]

    @property
    def numbered_items(self) -> list[str]:
        return [f"（{number}）{item}。" for number, item in enumerate(self.items, start=1)]

    def of(self, role: Role) -> list[str]:
        return [mention.name for mention in self.mentions if mention.role is role]

    @property
    def until(self) -> str:
        return f"{self.deadline.year}年{self.deadline.month}月底前" if self.deadline else ""


@dataclass(frozen=True)
class Chapter:
    title: str
    measures: tuple[Written, ...]


aims_written = st.builds(
    Aim,
    thing=st.text("厂房茶馆桥渠课桌菜棚", min_size=2, max_size=6),
    when=st.sampled_from(sorted(DATES)),
    form=st.sampled_from(AIMS),
)


@st.composite
def written_measures(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Written:
    units = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    roles = sorted(
        draw(st.lists(st.sampled_from(Role), min_size=len(units), max_size=len(units))),
        key=list(DUTIES).index,
    )
    sentences = draw(st.lists(st.lists(phrases, min_size=1, max_size=4), max_size=3))
    aims = draw(st.lists(aims_written, max_size=2))
    chosen = draw(st.sets(st.sampled_from(CROSS_CUTTING), max_size=1))
    said = [
        *("，".join(sentence) + "。" for sentence in sentences),
        *(aim.sentence for aim in aims),
        *(f"落实{label}要求。" for label in chosen),
    ]
    return Written(
        title=draw(phrases),
        body="".join(said),
        aims=tuple(aims),
        labels=tuple(chosen),
        items=draw(st.just(()) | st.lists(phrases, min_size=2, max_size=3).map(tuple)),
        mentions=tuple(Mention(*pair) for pair in zip(units, roles, strict=True)),
        deadline=draw(st.sampled_from([None, date(2026, 6, 30), date(2026, 12, 31)])),
    )


def chapters_of(names: st.SearchStrategy[str]) -> st.SearchStrategy[list[Chapter]]:
    return st.lists(
        st.builds(
            Chapter,
            title=phrases,
            measures=st.lists(written_measures(names), min_size=1, max_size=4).map(tuple),
        ),
        min_size=1,
        max_size=4,
    )


def without_items(chapters: Sequence[Chapter]) -> list[Chapter]:
    """For styles in which numbers below a measure would be measures of their own."""
    return [
        replace(chapter, measures=tuple(replace(each, items=()) for each in chapter.measures))
        for chapter in chapters
    ]


chapters = chapters_of(units_and_groups)
chapters_without_items = chapters.map(without_items)
chapters_of_few_units = st.lists(
    unit_names.filter(lambda name: not name.startswith("市政")),  # 市政工程: no prefix of others
    min_size=2,
    max_size=5,
    unique=True,
).flatmap(lambda names: chapters_of(st.sampled_from(names)))


def prefixes_said_once(chapters: Sequence[Chapter]) -> list[Chapter]:
    """Of names with one prefix that follow each other the first alone has it: 市甲局、乙局.

    A name that stands for the first time is whole: the plan itself has to tell what is meant.
    """
    told: set[str] = set()
    shortened = []
    for chapter in chapters:
        measures = []
        for measure in chapter.measures:
            mentions, prefix = [], ""
            for mention in measure.mentions:
                name = mention.name
                short = name in told and name[0] == prefix
                mentions.append(replace(mention, name=name[1:] if short else name))
                prefix = name[0]
            told |= {mention.name for mention in measure.mentions}
            measures.append(replace(measure, mentions=tuple(mentions)))
        shortened.append(replace(chapter, measures=tuple(measures)))
    return shortened


def closed_by(measure: Written, clause: str) -> list[str]:
    """Its words, and the clause at the end of the last of them."""
    *others, last = measure.paragraphs
    return [*others, last + clause]


def duties(mentions: Sequence[Mention]) -> str:
    """甲牵头，乙、丙负责"""
    return "，".join(
        "、".join(mention.name for mention in mentions if mention.role is role) + duty
        for role, duty in DUTIES.items()
        if any(mention.role is role for mention in mentions)
    )


def in_brackets(measure: Written) -> list[str]:
    """（甲牵头，乙负责，丙配合，2026年6月底前完成）"""
    until = f"，{measure.until}完成" if measure.until else ""
    return closed_by(measure, f"（{duties(measure.mentions)}{until}）")


def labels(measure: Written) -> list[str]:
    found = [
        f"{label}：{'、'.join(measure.of(role))}"
        for role, label in LABELS.items()
        if measure.of(role)
    ]
    return found + ([f"完成时限：{measure.until}"] if measure.until else [])


def labels_in_brackets(measure: Written) -> list[str]:
    return closed_by(measure, f"（{'；'.join(labels(measure))}）")


def labels_on_lines(measure: Written) -> list[str]:
    return [*measure.paragraphs, *labels(measure)]


def labels_on_one_line(measure: Written) -> list[str]:
    return [*measure.paragraphs, "；".join(labels(measure)) + "。"]


def labels_behind(measure: Written) -> list[str]:
    return closed_by(measure, f"{'；'.join(labels(measure))}。")


def labels_under_title(measure: Written) -> list[str]:
    """The title has its line to itself, labels and then the text stand below."""
    body = [measure.body] if measure.body else []
    return [measure.title, *labels(measure), *body, *measure.numbered_items]


def labels_set_off(measure: Written) -> list[str]:
    """【牵头单位】甲、乙"""
    marked = [f"【{label.replace('：', '】')}" for label in labels(measure)]
    return [*measure.paragraphs, *marked]


def together(measure: Written) -> list[str]:
    """（甲会同乙、丙负责）, where that is what the roles say; else as in_brackets."""
    leads, helpers = measure.of(Role.LEAD), measure.of(Role.COOPERATING)
    if len(leads) != 1 or not helpers or measure.of(Role.RESPONSIBLE) or measure.until:
        return in_brackets(measure)
    return closed_by(measure, f"（{leads[0]}会同{'、'.join(helpers)}负责）")


def side_by_side(measure: Written) -> list[str]:
    """（甲牵头）（乙、丙配合）（完成时限：2026年6月底前）"""
    parts = duties(measure.mentions).split("，")
    parts += [f"完成时限：{measure.until}"] if measure.until else []
    return closed_by(measure, "".join(f"（{part}）" for part in parts))


def after_each_sentence(measure: Written) -> list[str]:
    """Two clauses: one behind all sentences but the last, one at the end; else as in_brackets."""
    count = (len(measure.mentions) + 1) // 2
    first, rest = measure.mentions[:count], measure.mentions[count:]
    before, stop, last = f"{measure.title}。{measure.body}".removesuffix("。").rpartition("。")
    if not rest or not stop or measure.items:
        return in_brackets(measure)
    until = f"，{measure.until}完成" if measure.until else ""
    return [f"{before}{stop}（{duties(first)}）{last}。（{duties(rest)}{until}）"]


def division(measure: Written) -> list[str]:
    """责任分工：甲牵头，乙、丙配合。"""
    until = [f"完成时限：{measure.until}"] if measure.until else []
    return [*measure.paragraphs, f"责任分工：{duties(measure.mentions)}。", *until]


def labels_without_colon(measure: Written) -> list[str]:
    """牵头单位　甲、乙"""
    return [*measure.paragraphs, *(label.replace("：", "　") for label in labels(measure))]


def in_pointed_brackets(measure: Written) -> list[str]:
    """〈牵头单位：甲；配合单位：乙〉"""
    return closed_by(measure, f"〈{'；'.join(labels(measure))}〉")


def in_running_text(measure: Written) -> list[str]:
    """由甲牵头，乙、丙负责，于2026年6月底前完成各项工作。"""
    until = f"于{measure.until}完成各项工作" if measure.until else "做好各项工作"
    return closed_by(measure, f"由{duties(measure.mentions)}，{until}。")


STYLES = {
    style.__name__: style
    for style in (
        in_brackets,
        labels_in_brackets,
        labels_on_lines,
        labels_on_one_line,
        labels_behind,
        labels_under_title,
        labels_set_off,
        together,
        side_by_side,
        after_each_sentence,
        division,
        labels_without_colon,
        in_pointed_brackets,
        in_running_text,
    )
}


@dataclass(frozen=True)
class Reading:
    """Of a measure: what has to be found. heading: without its number."""

    number: str
    title: str | None
    mentions: frozenset[Mention]
    deadline: date | None
    heading: str
    targets: tuple[DocumentIndicator, ...]
    labels: tuple[str, ...]


def meant(chapters: Sequence[Chapter]) -> list[Reading]:
    return [
        Reading(
            str(number),
            measure.title,
            frozenset(measure.mentions),
            measure.deadline,
            chapter.title,
            tuple(aim.as_read(measure.deadline) for aim in measure.aims),
            measure.labels,
        )
        for number, (chapter, measure) in enumerate(
            ((chapter, measure) for chapter in chapters for measure in chapter.measures), start=1
        )
    ]


def _front(chapters: Sequence[Chapter]) -> list[Block]:
    """The title, and the words that list the labels, where measures have some."""
    labelled = any(measure.labels for chapter in chapters for measure in chapter.measures)
    return [TITLE, *([LISTINGS[len(chapters) % len(LISTINGS)]] if labelled else [])]


NUMBERINGS = {
    "一、 1.": ("{}、{}", "{digit}."),
    "一、 （一）": ("{}、{}", "（{chinese}）"),
    "第一章 一、": ("第{}章{}", "{chinese}、"),
    "一、 1、": ("{}、{}", "{digit}、"),
}
BULLETS = {
    "一、 ●": ("{}、{}", "● "),
    "（一） ■": ("（{}）{}", "■"),
    "第一章 ◆": ("第{}章{}", "◆ "),
    "一、 -": ("{}、{}", "-"),
}
"""Chapters counted, measures not: their number is their place."""


def written_out(chapters: Sequence[Chapter], style: str, numbering: str) -> list[Block]:
    heading, label = (NUMBERINGS | BULLETS)[numbering]
    blocks = _front(chapters)
    number = 0
    for place, chapter in zip(CHINESE_NUMBERS, chapters, strict=False):
        blocks.append(heading.format(place, chapter.title))
        for measure in chapter.measures:
            number += 1
            chinese = _chinese(number)
            first, *others = STYLES[style](measure)
            blocks += [label.format(digit=number, chinese=chinese) + first, *others]
    return blocks


def tabulated(chapters: Sequence[Chapter], *, apart: str, categories: bool) -> list[Block]:
    """A table of everything. apart: what stands between units in a cell.

    categories: chapters are a merged column instead of rows over the whole width.
    """
    head = ["序号", "重点任务", "牵头单位", "责任单位", "配合单位", "完成时限"]
    rows: list[list[str]] = [["类别", *head] if categories else head]
    merged: list[tuple[int, int, int, int]] = []
    number = 0
    for chapter in chapters:
        first = len(rows)
        if not categories:
            rows.append([chapter.title, "", "", "", "", ""])
            merged.append((first, 0, first, 5))
        for measure in chapter.measures:
            number += 1
            row = [str(number), "\n".join(measure.paragraphs)]
            row += [apart.join(measure.of(role)) for role in LABELS]
            row.append(measure.until)
            rows.append([chapter.title if len(rows) == first else "", *row] if categories else row)
        if categories and len(rows) - first > 1:
            merged.append((first, 0, len(rows) - 1, 0))
    return [*_front(chapters), Grid(rows, merged)]


def one_table_each(chapters: Sequence[Chapter], *, apart: str) -> list[Block]:
    """Every chapter is a heading above a table of its own; the numbers go on."""
    *front, whole = tabulated(chapters, apart=apart, categories=True)
    assert isinstance(whole, Grid)
    head, *rows = (row[1:] for row in whole.rows)
    blocks = front
    for number, chapter in enumerate(chapters, 1):
        count = len(chapter.measures)
        blocks += [f"{_chinese(number)}、{chapter.title}", Grid([head, *rows[:count]])]
        rows = rows[count:]
    return blocks


TWO_NUMBERS = {
    "1-1 in a column": ("{0}-{1}", None),
    "1 in a column": ("{0}({1})", "{1}"),
    "（1） in a column": ("{0}({1})", "（{1}）"),
}
"""How a measure below a numbered problem is called, and what stands in its column of numbers."""


def with_two_numbers(chapters: Sequence[Chapter], numbers: str) -> list[Block]:
    """A table of problems, numbered, each of them with measures that have numbers of their own.

    Cells of a problem are merged over its measures.
    """
    called, shown = TWO_NUMBERS[numbers]
    rows = [["序号", "存在问题", "措施序号", "整改措施", *LABELS.values(), "完成时限"]]
    merged: list[tuple[int, int, int, int]] = []
    for problem, chapter in enumerate(chapters, start=1):
        first = len(rows)
        for place, measure in enumerate(chapter.measures, start=1):
            opening = [str(problem), chapter.title] if place == 1 else ["", ""]
            number = (shown or called).format(problem, place)
            owners = ["、".join(measure.of(role)) for role in LABELS]
            text = "\n".join(measure.paragraphs)
            rows.append([*opening, number, text, *owners, measure.until])
        if len(rows) - first > 1:
            merged += [(first, column, len(rows) - 1, column) for column in (0, 1)]
    return [*_front(chapters), Grid(rows, merged)]


def meant_with_two_numbers(chapters: Sequence[Chapter], numbers: str) -> list[Reading]:
    called, _ = TWO_NUMBERS[numbers]
    places = [
        called.format(problem, place)
        for problem, chapter in enumerate(chapters, start=1)
        for place, _ in enumerate(chapter.measures, start=1)
    ]
    return [
        replace(reading, number=place)
        for place, reading in zip(places, meant(chapters), strict=True)
    ]


def with_blanks_filled(chapters: Sequence[Chapter], *, categories: bool) -> list[Chapter]:
    """As a table in plain text is read: a row without owners has those of the row above it.

    No cell reaches over a chapter, where that is a row.
    """
    filled: list[Chapter] = []
    above: tuple[Mention, ...] = ()
    for chapter in chapters:
        above = above if categories else ()
        measures = []
        for measure in chapter.measures:
            own = tuple(m for m in measure.mentions if m.role is not Role.COOPERATING)
            above = own or above
            mentions = measure.mentions if own else (*above, *measure.mentions)
            measures.append(replace(measure, mentions=mentions))
        filled.append(replace(chapter, measures=tuple(measures)))
    return filled


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    shown = "" if not tens else "十" if tens == 1 else CHINESE_NUMBERS[tens - 1] + "十"
    return shown + (CHINESE_NUMBERS[ones - 1] if ones else "")


def in_two_columns(chapters: Sequence[Chapter], *, apart: str) -> list[Block]:
    """A table whose tasks open with their numbers, each beside who does it; no chapters."""
    rows = [["重点任务", "责任单位"]]
    measures = [measure for chapter in chapters for measure in chapter.measures]
    for number, measure in enumerate(measures, start=1):
        owners = apart.join(mention.name for mention in measure.mentions)
        rows.append([f"{number}." + "\n".join(measure.paragraphs), owners])
    return [*_front(chapters), Grid(rows)]
