"""Stage 1a: rows of a table that gives out tasks → labelled entries; other tables → plain lines.

The table is known by its head: a column for tasks and one for units, 重点任务 | 牵头单位.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import groupby

from plans.blank_cells import with_dittos_told, with_owners_filled
from plans.clauses import is_bare_label
from plans.duties import is_date, opens_with_role
from plans.duty_words import IN_PERSON_NAME
from plans.lines import Cell, Entry, Line, separated_names, tidy
from plans.matrix import legend_in, with_roles
from plans.numbering import Label, Level, read_label
from plans.order_rule import states_that_others_help
from plans.people import is_person
from plans.referring import is_reference, referring
from plans.shares import read_shares
from plans.unit_names import surely_unit


class _Kind(Enum):
    NUMBER = auto()
    OUTER = auto()  # the number of what several tasks stand under
    GROUP = auto()
    TASK = auto()
    DETAIL = auto()
    UNITS = auto()
    DEADLINE = auto()
    TARGET = auto()
    SKIPPED = auto()


_FORMS = (
    (
        _Kind.UNITS,
        re.compile(
            r"(?:责任|牵头|实施|主办|承办)(?:单位|部门)(?:及其?|和|、|/)(?:责任|负责|联系)人"
        ),
    ),
    (_Kind.NUMBER, re.compile(r"(?:[^，。]{0,4}(?:序号|编号))|序|项次|号|No\.?")),
    (
        _Kind.SKIPPED,
        re.compile(
            r".*(?:领导|责任人|负责人|联系人|联系方式|电话|备注|签字|数据来源|进展|完成情况|资金来源).*"
            r"|.*(?:投资|资金|金额|投入|经费|概算|预算|产值|税收)额?|分值|得分|扣分|自评.*|权重|数量|计量单位"
            r"|.*(?:地点|地址|位置|选址|年限|起止.*|开竣工.*|性质)"
        ),
    ),
    (
        _Kind.TARGET,
        re.compile(
            r".*20\d\d年?.{0,6}(?:目标|任务|计划|指标).{0,3}|(?:年度|全年|预期)?目标值|20\d\d年"
            r"|(?:全年|年度|上半年|下半年|第?[一二三四]季度|前三季度|1?\d月份?|半年)[末底]?(?:工作)?"
            r"(?:目标|任务|计划|指标).{0,3}"
        ),
    ),
    (
        _Kind.UNITS,
        re.compile(
            r".{0,4}(?:牵头|责任|负责|配合|协办|主办|承办|协同|参与|参加|协助|落实|实施|主责|分工|协作|会办|办理|承接|整改|主管|包联|包保|包抓|挂钩|帮扶)"
            r".{0,8}(?:单位|部门|处室|科室|股室|主体).{0,20}|责任分工|任务分工|分工|责任主体|牵头方|(?:项目|工程|建设)?业主|项目法人|(?:牵头|主办|承办|负责|责任|配合|协办|协同|参与|参加)方?"
        ),
    ),
    (
        _Kind.DEADLINE,
        re.compile(
            r".*(?:时限|期限|(?:完成|竣工|完工|办结|交付)(?:时间|日期)|时间节点|时间要求|时间安排|完成日期).*|时间|节点|进度安排"
        ),
    ),
    (
        _Kind.GROUP,
        re.compile(
            r"类别|分类|类型|领域|方面|板块|专项行动|行动名称|工作类别|任务类别|指标类别|一级.*"
        ),
    ),
    (
        _Kind.DETAIL,
        re.compile(
            r".*(?:具体|主要|细化|工作)?(?:内容|举措|措施|要求|目标|标准|成果|做法|抓手)|.*(?:说明|描述)"
            r"|(?:具体|细化)(?:目标)?(?:任务|工作|事项)|(?:工作|任务)(?:细化|分解)|二级.*"
        ),
    ),
    (
        _Kind.TASK,
        re.compile(r".*(?:任务|事项|实事|问题|项目|工作|行动|工程|名称|要点|计划|指标).*"),
    ),
)
_TELLING = frozenset({_Kind.TASK, _Kind.DETAIL, _Kind.TARGET})
_NOTED = frozenset({_Kind.TARGET, _Kind.SKIPPED})
_HEAD_WITHIN = 4  # rows in which the head of a table must stand
_LONGEST_HEAD = 30
_LONGEST_TITLE = 60
_SENTENCES = re.compile(r"[。；\n]")
_LONGEST_SIDE_HEAD = 10
_LABELLED = 2  # cells of a row that is a label and its names
_BRACKET_NOTE = re.compile(r"[（(][^（）()]*[)）]")
_SOME_UNITS = re.compile(r"[^（(]{1,6}(?:单位|部门)")
_NO_OWNER = re.compile(
    r"施工|设计|监理|勘察|计量|中标|供货|申请|受理|检测|编制|报送|填报|用人|有关|相关|各|直"
)
"""What is done by others than who answers for a task, and names of units."""
_SUM = re.compile(r"(?:合计|总计|小计|共计)(?:[（(].*)?")
_AMOUNT = re.compile(r"\s*[\d.,，]+\s*(?:[%％]|[万亿]?元)?\s*")
_COUNTED_IN = re.compile(
    r"(?:^|[（(\s])(?:金额|投资|资金|计量)?(?:单位)[：:](?P<unit>[百千万亿]{0,2}元)[）)]?$"
)
"""单位：万元, on the line above a table or behind its title."""
_AMOUNTS = re.compile(r"投资|资金|金额|投入|经费|概算|预算|产值|税收|收入")
_IN_PERSON = re.compile(IN_PERSON_NAME)
_PEOPLE_APART = re.compile(r"(?<=[\u4e00-\u9fff]{2})[ \t\u3000]+(?=[\u4e00-\u9fff]{2})")
_NOBODY = re.compile(r"[/／\\—–－\-―\s]*|无")
_NUMBER = re.compile(r"\d{1,4}(?:[.\-—－]\d{1,3}){0,2}")
_ENDS_IN_YEAR = re.compile(r"年$")
_POINTED_DATE = re.compile(r"(20\d\d)[.\-/．](\d{1,2})(?:[.\-/．](\d{1,2})(?!\d))?月?")
_NAMES_APART = re.compile(r"[\n/／]+")
_ROLE_IN_HEAD = re.compile(r"牵头|主办|配合|协办|会办|协同|协作|参与|参加|协助")
_BOTH = re.compile(r"牵头.{0,6}(?:责任|负责|配合)|(?:责任|负责).{0,6}牵头")
_FIRST_LEADS = re.compile(r"(?:第一|首|排|列).{0,8}牵头")


@dataclass(frozen=True, slots=True)
class _Column:
    """people: it names those who answer in person, where no column names units."""

    kind: _Kind
    head: str
    people: bool = False

    @property
    def bare(self) -> str:
        return _BRACKET_NOTE.sub("", self.head)


@dataclass(slots=True)
class _Task:
    """Rows of a table that are one task. texts: by column, one for each row that brought one."""

    line: int
    number: str
    texts: dict[int, list[str]] = field(default_factory=dict)
    from_above: bool = False


def read_tables(lines: Iterable[Line]) -> list[Line]:
    """Every line that is no row as it is; rows as entries, headings or plain lines."""
    found: list[Line] = []
    columns: list[_Column] = []
    counted = 0
    lines = list(lines)
    meaning = legend_in(line.text for line in lines if not line.table)
    for table, group in groupby(lines, key=lambda line: line.table):
        rows = list(group)
        if not table:
            found.extend(rows)
            continue
        rows = with_roles(rows, meaning) or rows
        if cards := _cards(rows):
            for heads, values in cards:
                reading = _Reading(heads, found, counted)
                reading.take(values)
                reading.close()
                counted = reading.counted
            continue
        if referred := _referring(rows):
            found.extend(referred)
            continue
        columns, body, before = _headed(rows, columns)
        found.extend(_plain(before))
        columns = _counted_in(_unit_above(found), columns)
        if _tells_amounts(columns, body):
            shares = read_shares(rows, found, counted=counted)
            if shares:
                counted += len(shares)
                found.extend(shares)
                continue
        if not columns:
            shares = read_shares(body, found, counted=counted)
            counted += len(shares or ())
            found.extend(shares or _plain(body))
            continue
        more = max((len(row.cells) for row in body), default=0) - len(columns)
        columns = _finer(_numbered(columns, body), body)
        body = list(_owned(columns, with_dittos_told(body)))
        columns = _grouped(columns, body)
        whole = [*columns, *[_Column(_Kind.SKIPPED, "")] * more]
        reading = _Reading(whole, found, counted, begins_anew=_begins_anew(columns, body))
        for row in body:
            reading.take(row)
        reading.close()
        counted = reading.counted
    return found


def _cards(rows: Sequence[Line]) -> list[tuple[list[_Column], Line]]:
    """Tables whose heads stand at the side, each a task: 任务名称 | 甲事, below it 责任单位 | 甲局.

    Two such pairs may stand side by side. Where the first head comes again a new task begins.
    """
    cards: list[dict[str, Cell]] = []
    starts: list[int] = []
    for row in rows:
        cells = [cell for cell in row.cells if not cell.merged]
        if len(cells) % _LABELLED or all(_known(tidy(cell.text)) for cell in cells):
            return []
        for head, value in zip(cells[::2], cells[1::2], strict=True):
            name = tidy(head.text).rstrip("：:")
            if not name or len(name) > _LONGEST_SIDE_HEAD:
                return []
            if not cards or name in cards[-1]:
                cards.append({})
                starts.append(row.number)
            cards[-1][name] = value
    found = []
    for card, line in zip(cards, starts, strict=True):
        columns = [_column(name) for name in card]
        known = sum(map(_known, card))
        is_named = _places(columns, _Kind.TASK)  # else its name stands above the table
        columns = _settled(columns)
        is_task = is_named and _places(columns, _Kind.UNITS)
        if len(card) <= _LABELLED or 2 * known <= len(card) or not is_task:
            return []
        found.append((columns, Line(line, "", whole=True, cells=tuple(card.values()))))
    return found


def _referring(rows: Sequence[Line]) -> list[Line]:
    """The rows of a table that tells who does it and until when, and of tasks only the numbers."""
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        columns = [_column(tidy(cell.text)) for cell in row.cells]
        numbers = _places(columns, _Kind.NUMBER, _Kind.TASK, _Kind.DETAIL)
        if not _places(columns, _Kind.UNITS) or len(numbers) != 1:
            continue
        reading = _Reading(columns, [], 0)
        told = list(_plain(rows[:at]))
        below = [each for each in rows[at + 1 :] if not reading.is_head(each.cells)]
        for each in with_dittos_told(below):
            number = tidy(each.cells[numbers[0]].text) if numbers[0] < len(each.cells) else ""
            duties = reading.duties_of(each)
            if not is_reference(number) or not duties:
                return []
            told.append(Line(each.number, referring(number, duties), whole=True))
        return told if below else []
    return []


def _tells_amounts(columns: Sequence[_Column], rows: Iterable[Line]) -> bool:
    """Whether what heads tasks, as 签约项目（个）, has nothing but figures below it."""
    tasks = _places(columns, _Kind.TASK, _Kind.DETAIL)
    cells = [row.cells[at].text for row in rows for at in tasks if at < len(row.cells)]
    return any(cells) and all(_AMOUNT.fullmatch(text) for text in cells if text.strip())


def _unit_above(lines: Sequence[Line]) -> str:
    """What the amounts of a table are counted in, where the line above it says so."""
    said = _COUNTED_IN.search(lines[-1].text) if lines else None
    return said["unit"] if said else ""


def _counted_in(unit: str, columns: Sequence[_Column]) -> list[_Column]:
    """The columns; the heads of amounts that name no unit of measure themselves name this one."""
    return [
        replace(column, head=f"{column.head}（{unit}）")
        if unit
        and column.kind in _NOTED
        and column.bare == column.head
        and _AMOUNTS.search(column.head)
        else column
        for column in columns
    ]


def _headed(
    rows: list[Line], carried: list[_Column]
) -> tuple[list[_Column], list[Line], list[Line]]:
    """Columns, the rows below the head, and those above it.

    carried: the columns of the table before, which a table of as many columns without a head of
    its own goes on.
    """
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        columns = _columns(row.cells)
        if columns is None:
            continue
        below = at + 1
        while below < len(rows) and (finer := _columns(rows[below].cells, upper=row.cells)):
            columns, below = finer, below + 1
        return columns, rows[below:], rows[:at]
    if carried and len(rows[0].cells) == len(carried):
        return carried, rows, []
    return [], rows, []


def _numbered(columns: list[_Column], rows: Sequence[Line]) -> list[_Column]:
    """The columns; the first is one of numbers where nothing else stands in it."""
    firsts = [tidy(row.cells[0].text) for row in rows if row.cells and not row.cells[0].merged]
    named = any(column.kind is _Kind.NUMBER for column in columns)
    others = {column.kind for column in columns[1:]} & {_Kind.TASK, _Kind.DETAIL}
    if named or not others or not any(firsts) or not all(map(is_row_number, filter(None, firsts))):
        return columns
    return [_Column(_Kind.NUMBER, columns[0].head), *columns[1:]]


def _finer(columns: list[_Column], rows: Sequence[Line]) -> list[_Column]:
    """The columns; a number that several rows share is that of a heading, where each has its own.

    Its own stands in a second column of numbers, or opens what is done: 1.1, or 1. where such rows
    name who does it.
    """
    outer = next(iter(_places(columns, _Kind.NUMBER)), None)
    whole = [row.cells for row in rows if len(row.cells) >= len(columns)]
    shared = [cells for cells in whole if outer is not None and _goes_on(cells[outer])]
    if outer is None or not shared:
        return columns
    found = _as(_Kind.OUTER, columns, [outer])
    for at in _places(found, _Kind.NUMBER):
        if any(not _goes_on(cells[at]) for cells in shared):
            told = _places(found, *_TELLING)
            found = _as(_Kind.GROUP, found, [task for task in told if task < at])
            return _as(_Kind.TASK, found, [task for task in told if task > at][:1])
    owners = _places(columns, _Kind.UNITS)
    owned = any(not _goes_on(cells[at]) for cells in shared for at in owners)
    for at in _places(found, _Kind.TASK, _Kind.DETAIL):
        labels = [read_label(tidy(cells[at].text)) for cells in whole if not _goes_on(cells[at])]
        finer = all(label and (owned or label.whole) for label in labels)
        if finer and any(not _goes_on(cells[at]) for cells in shared):
            before = [task for task in _places(found, *_TELLING) if task < at]
            return _as(_Kind.TASK, _as(_Kind.GROUP, found, before), [at])
    return columns


def _goes_on(cell: Cell) -> bool:
    return cell.merged or not cell.text.strip()


def _begins_anew(columns: Sequence[_Column], rows: Iterable[Line]) -> bool:
    """Whether tasks are counted from 1 again under each number that several of them share."""
    if not _places(columns, _Kind.OUTER):
        return False
    at = (_places(columns, _Kind.NUMBER) or _places(columns, _Kind.TASK))[0]
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    labels = (read_label(f"{tidy(cell.text)}、") for cell in cells if not _goes_on(cell))
    return sum(label is not None and label.number == 1 for label in labels) > 1


def _owned(columns: Sequence[_Column], rows: Iterable[Line]) -> Iterator[Line]:
    owners = [
        at for at in _places(columns, _Kind.UNITS) if "配合单位" not in _duty(columns[at].head, "")
    ]
    return with_owners_filled(
        rows,
        owners=owners,
        tasks=_places(columns, _Kind.TASK)[:1],
        numbers=_places(columns, _Kind.NUMBER),
    )


def _grouped(columns: list[_Column], rows: Sequence[Line]) -> list[_Column]:
    """The columns; one whose cells cover several tasks, or several numbers, holds headings."""
    tells, tasks = _places(columns, *_TELLING), _places(columns, _Kind.TASK)
    numbers = _places(columns, _Kind.NUMBER)
    whole = [row.cells for row in rows if len(row.cells) >= len(columns)]
    headings: list[int] = []
    for at in tasks:
        finer = [other for other in tells if other != at and other not in headings]
        below = [other for other in finer if other in tasks]
        if any(
            _covers(cells, at, below) or (finer and _covers(cells, at, numbers, finer))
            for cells in whole
        ):
            headings.append(at)
    return _as(_Kind.GROUP, columns, headings)


def _covers(cells: Sequence[Cell], at: int, *finer: Sequence[int]) -> bool:
    """Whether the cell goes on from above while of each of the others one begins."""
    return _goes_on(cells[at]) and all(
        any(not _goes_on(cells[other]) for other in others) for others in finer
    )


def number_column(heads: Sequence[str]) -> int | None:
    """Which of these words heads the numbers of a table of tasks, the first where none says so.

    None where they head no such table.
    """
    columns = _columns([Cell(head) for head in heads])
    if columns is None:
        return None
    numbers = (at for at, column in enumerate(columns) if column.kind is _Kind.NUMBER)
    return next(numbers, 0)


def is_row_number(text: str) -> bool:
    label = read_label(text) or read_label(f"{text}、")
    return bool(_NUMBER.fullmatch(text)) or (label is not None and label.length >= len(text))


def heads_of_tasks(words: Sequence[str]) -> int:
    """How many of these words, from the first on, head a table of tasks that has numbers; or 0."""
    count = next((at for at, word in enumerate(words) if not _known(word)), len(words))
    columns = _columns([Cell(word) for word in words[:count]])
    numbered = columns is not None and columns[0].kind is _Kind.NUMBER
    return count if numbered and count > _LABELLED else 0


def kinds_of_columns(heads: Sequence[str]) -> list[str]:
    """UNITS, DEADLINE and so on: what words head that stand beside one another."""
    return [column.kind.name for column in _settled([_column(head) for head in heads])]


def _columns(cells: Sequence[Cell], *, upper: Sequence[Cell] = ()) -> list[_Column] | None:
    """What the cells head; None when they head no table of tasks."""
    heads = [tidy(cell.text) for cell in cells]
    if upper and [tidy(cell.text) for cell in upper] == heads:
        return None
    if any("。" in _BRACKET_NOTE.sub("", head) for head in heads):
        return None
    columns = _settled([_column(head) for head in heads])
    fresh = [column for column, cell in zip(columns, cells, strict=True) if not cell.merged]
    if upper and any(
        column.head and column.kind is _Kind.SKIPPED and not _known(column.head) for column in fresh
    ):
        return None
    kinds = {column.kind for column in columns}
    if _Kind.UNITS in kinds and kinds & {_Kind.TASK, _Kind.DETAIL}:
        return columns
    return None


def _settled(columns: Sequence[_Column]) -> list[_Column]:
    """What the columns head beside one another.

    Where none is plainly one of units, 建设单位 or 考核单位 is; where there is none of that kind
    either, 责任人 or 责任岗位 is, and 负责人 beside a date. What stands left of the numbers is
    the heading of several tasks. A year's target is the task where nothing else tells it, and so is
    the first of several that tell details.
    """
    found = list(columns)
    if not _places(found, _Kind.UNITS):
        units = [
            at
            for at, column in enumerate(found)
            if _SOME_UNITS.fullmatch(column.bare) and not _NO_OWNER.search(column.bare)
        ]
        found = _as(_Kind.UNITS, found, units)
    if not _places(found, _Kind.UNITS):
        found = _with_people(found)
    numbers = _places(found, _Kind.NUMBER)[:1]
    behind = [at for at in _places(found, _Kind.TASK, _Kind.DETAIL) if numbers and at > numbers[0]]
    if behind:
        before = [at for at in _places(found, _Kind.TASK) if at < numbers[0]]
        found = _as(_Kind.GROUP, found, before)
    if not _places(found, _Kind.TASK):
        details = _places(found, _Kind.DETAIL)
        first = details if len(details) > 1 else [] if details else _places(found, _Kind.TARGET)
        found = _as(_Kind.TASK, found, first[:1])
    return found


def _with_people(columns: Sequence[_Column]) -> list[_Column]:
    dated = bool(_places(columns, _Kind.DEADLINE))
    return [
        replace(column, kind=_Kind.UNITS, people=True)
        if _IN_PERSON.fullmatch(column.bare) and (dated or not column.bare.endswith("负责人"))
        else column
        for column in columns
    ]


def _places(columns: Sequence[_Column], *kinds: _Kind) -> list[int]:
    return [at for at, column in enumerate(columns) if column.kind in kinds]


def _as(kind: _Kind, columns: Sequence[_Column], places: Collection[int]) -> list[_Column]:
    return [
        _Column(kind, column.head) if at in places else column for at, column in enumerate(columns)
    ]


def _column(head: str) -> _Column:
    if len(head) <= _LONGEST_HEAD:
        bare = _BRACKET_NOTE.sub("", head)
        for kind, form in _FORMS:
            if form.fullmatch(bare):
                return _Column(kind, head)
    return _Column(_Kind.SKIPPED, head)


def _known(head: str) -> bool:
    bare = _BRACKET_NOTE.sub("", head)
    return len(head) <= _LONGEST_HEAD and any(form.fullmatch(bare) for _, form in _FORMS)


@dataclass(slots=True)
class _Reading:
    """The body of a table. group: the heading that the next tasks stand under; outer: its number.

    begins_anew: tasks are counted from 1 under each such number.
    """

    columns: list[_Column]
    found: list[Line]
    counted: int
    task: _Task | None = None
    group: str = ""
    outer: str = ""
    begins_anew: bool = False

    def take(self, row: Line) -> None:
        cells = row.cells[: len(self.columns)]
        if self.is_head(cells):
            return
        fresh = [cell for cell in cells if not cell.merged and cell.text.strip()]
        if not any(cell.text.strip() for cell in cells):
            return
        if fresh and _SUM.fullmatch(tidy(fresh[0].text)):
            self.close()
            return
        heading = self._numbered_heading(cells, fresh) or self._heading_with_sums(cells)
        if heading is not None:
            self.close()
            self._head(heading, row.number)
            return
        if len(fresh) == 1 and self._is_title(cells, fresh[0]):
            self.close()
            self._head(tidy(fresh[0].text), row.number)
            return
        if self.task is None or not self._goes_on(cells):
            self.close()
            self._take_group(cells, row.number)
            self.task = _Task(row.number, self._number(cells))
        self._add(cells, self.task)

    def duties_of(self, row: Line) -> str:
        """Who does it until when, of a row alone."""
        task = _Task(row.number, "")
        self._add([replace(cell, merged=False) for cell in row.cells], task)
        return self._duties(task)

    def close(self) -> None:
        """The task that was being read becomes a line."""
        task, self.task = self.task, None
        if task is None:
            return
        title, body = self._words(task)
        notes = "\n".join(self._notes(task))
        written = read_label(title or body)
        number = task.number
        if written is not None:
            number = number or written.whole or str(written.number)
            if title:
                title = title[written.length :]
            else:
                body = body[written.length :]
        self.counted += 1
        if number.isdecimal() and self.outer and self.begins_anew:
            number = f"{self.outer}({number})"
        number = number or str(self.counted)
        if number.isdecimal():
            self.counted = int(number)
        label = Label(Level.ROW, self.counted, f"{number}.", 0)
        body = "\n".join(filter(None, (body, notes)))
        people = any(column.people for column in self.columns)
        entry = Entry(number, title or None, body, self._duties(task), task.from_above, people)
        text = "".join((title, body, entry.duties))
        self.found.append(Line(task.line, text, True, label=label, entry=entry))

    def is_head(self, cells: Sequence[Cell]) -> bool:
        """Whether the head stands here again, as on every page."""
        heads = [tidy(cell.text) for cell in cells]
        same = heads == [column.head for column in self.columns][: len(heads)]
        return same or _columns(cells) is not None

    def _is_title(self, cells: Sequence[Cell], only: Cell) -> bool:
        """Whether a row holds a heading alone: over the whole width, or in a first cell."""
        if cells[0] is not only:
            return False
        spans = len(cells) > 1 and all(cell.merged and cell.text == only.text for cell in cells[1:])
        text = tidy(only.text)
        return spans or (not _NUMBER.fullmatch(text) and not any(c.merged for c in cells))

    def _numbered_heading(self, cells: Sequence[Cell], fresh: Sequence[Cell]) -> str | None:
        """一 | 教育培训行动, where nothing else stands in a row and tasks are numbered 1, 2.

        So is 1 | 教育培训行动 that reaches over the columns of units, above tasks 1-1, 1-2.
        """
        if len(fresh) != _LABELLED or fresh[0] is not cells[0]:
            return None
        number, words = (tidy(cell.text) for cell in fresh)
        alone = all(tidy(cell.text) in {"", words} for cell in cells[1:])
        owners = self._of(cells, _Kind.UNITS)
        spans = bool(owners) and all(cell.merged and tidy(cell.text) == words for cell in owners)
        if not alone or (number.isdecimal() and not spans) or not is_row_number(number):
            return None
        return words if read_label(words) else f"{number.rstrip('、')}、{words}"

    def _heading_with_sums(self, cells: Sequence[Cell]) -> str | None:
        """一、基础设施类（2个）, where beside it stand only the sums of what is below."""
        over = max(_places(self.columns, *_TELLING)[:1], default=0)
        others = [cell.text for cell in cells[over + 1 :] if not cell.merged and cell.text.strip()]
        first = "" if cells[0].merged else tidy(cells[0].text)
        spans = over and all(tidy(cell.text) in {"", first} for cell in cells[1 : over + 1])
        sums = others and all(map(_AMOUNT.fullmatch, others))
        return first if first and spans and sums and not is_row_number(first) else None

    def _goes_on(self, cells: Sequence[Cell]) -> bool:
        """Whether the row belongs to the task above: its number, or its task, is that one's."""
        if any(not cell.merged and cell.text.strip() for cell in self._of(cells, _Kind.GROUP)):
            return False
        for kind in (_Kind.NUMBER, _Kind.TASK):
            for cell in self._of(cells, kind):
                if cell.merged and kind is _Kind.TASK and self._of(cells, _Kind.DETAIL):
                    return False
                return cell.merged or not cell.text.strip()
        return False

    def _take_group(self, cells: Sequence[Cell], line: int) -> None:
        group = "".join(tidy(cell.text) for cell in self._of(cells, _Kind.GROUP))
        self.outer = self._number(cells, _Kind.OUTER) or self.outer
        if group and self._of(cells, _Kind.OUTER):
            group = f"{self.outer}.{group}"
        if group and group != self.group:
            self._head(group, line)
        self.group = group or self.group

    def _head(self, text: str, line: int) -> None:
        label = read_label(text) or Label(Level.GROUP, 0, "", 0)
        label = replace(label, level=Level.GROUP)
        self.found.append(Line(line, text, True, label=label))

    def _number(self, cells: Sequence[Cell], kind: _Kind = _Kind.NUMBER) -> str:
        for cell in self._of(cells, kind):
            text = tidy(cell.text)
            if found := _NUMBER.fullmatch(text.strip("（(）)、.．")):
                return found[0]
            written = text if text.endswith(("、", "）", ")")) else f"{text}、"
            label = read_label(written)
            if label and label.length == len(written):
                return str(label.number)
        return ""

    def _of(self, cells: Sequence[Cell], kind: _Kind) -> list[Cell]:
        return [
            cell for cell, column in zip(cells, self.columns, strict=False) if column.kind is kind
        ]

    def _add(self, cells: Sequence[Cell], task: _Task) -> None:
        first = not task.texts
        for at, cell in enumerate(cells):
            if cell.text.strip() and (first or not cell.merged):
                task.texts.setdefault(at, []).append(cell.text)
                owes = cell.from_above and self.columns[at].kind is _Kind.UNITS
                task.from_above = task.from_above or owes

    def _words(self, task: _Task) -> tuple[str, str]:
        """Title and body. Where only one column tells the task, the reader finds its title."""
        tasks = self._texts(task, _Kind.TASK)
        details = self._texts(task, _Kind.DETAIL)
        if tasks and details and "。" not in tasks[0].rstrip("。"):
            return tasks[0].rstrip("。"), "\n".join((*tasks[1:], *details))
        whole = "\n".join((*tasks, *details))
        if len(whole) <= _LONGEST_TITLE and not _SENTENCES.search(whole.rstrip("。")):
            return whole.rstrip("。"), ""
        return "", whole

    def _notes(self, task: _Task) -> Iterator[str]:
        """What stands in columns that say nothing of tasks, units or dates, under its head.

        So do words that stand where a number is wanted.
        """
        for at, column in enumerate(self.columns):
            odd = column.kind is _Kind.NUMBER and not task.number
            if (column.kind in _NOTED or odd) and at in task.texts:
                text = "，".join(tidy(text.replace("\n", "，")) for text in task.texts[at])
                yield f"{column.head}：{text}" if column.head else text

    def _texts(self, task: _Task, kind: _Kind) -> list[str]:
        texts = []
        for at, column in enumerate(self.columns):
            if column.kind is kind:
                written = dict.fromkeys(task.texts.get(at, ()))
                lines = (line for text in written for line in text.split("\n"))
                if text := "\n".join(filter(None, map(tidy, lines))):
                    texts.append(text)
        return texts

    def _duties(self, task: _Task) -> str:
        parts = []
        for at, column in enumerate(self.columns):
            texts = list(dict.fromkeys(task.texts.get(at, ())))
            lines = [tidy(line) for text in texts for line in text.split("\n")]
            if column.kind is _Kind.UNITS and any(map(opens_with_role, lines)):
                parts.append("；".join(filter(None, lines)))
            elif column.kind is _Kind.UNITS:
                if names := "、".join(_names(column, texts)):
                    people = f"{column.bare}：{names}"
                    parts.append(people if column.people else _duty(column.head, names))
            elif column.kind is _Kind.DEADLINE:
                until = _POINTED_DATE.sub(_date, tidy(_dates(lines)))
                parts += [f"完成时限：{until}"] if until else []
        return "；".join(parts)


def _dates(lines: Sequence[str]) -> str:
    """What a column of deadlines says of one task: one date, be it torn, or several."""
    apart = all(map(is_date, lines)) and not any(map(_ENDS_IN_YEAR.search, lines))
    return ("、" if apart else "").join(lines)


def _names(column: _Column, texts: Iterable[str]) -> list[str]:
    """The names in cells of a column of units; without people, where its head announces both."""
    if column.people:
        texts = [_PEOPLE_APART.sub("、", text) for text in texts]
    names = [name for text in texts for name in names_in_cell(text).split("、") if name]
    people = column.head.endswith("人") and not column.people
    return [name for name in names if not (people and is_person(name))]


def _date(found: re.Match[str]) -> str:
    """2023.6.30 and 2023-06 as they are read aloud."""
    year, month, day = found.groups()
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def names_in_cell(text: str) -> str:
    """The names in a cell of units with 、 between them; empty where nobody is named."""
    names = []
    for line in _NAMES_APART.split(text):
        name = tidy(separated_names(line))
        if label := read_label(name):
            name = name[label.length :]
        name = name.strip("、，,；;。")
        unit, said, person = name.partition("：")
        if said and is_person(person) and surely_unit(unit):
            name = f"{unit}、{person}"
        if name and not _NOBODY.fullmatch(name):
            names.append(name)
    return "、".join(names)


def _duty(head: str, names: str) -> str:
    """The names with the label that their column gives them."""
    bare = _BRACKET_NOTE.sub("", head)
    if _BOTH.search(bare) or _FIRST_LEADS.search(head):
        others = "，其余为配合单位" if states_that_others_help(head) else ""
        return f"责任单位：{names}；列第一位者为牵头单位{others}"
    role = _ROLE_IN_HEAD.search(bare)
    if role is None:
        return f"责任单位：{names}"
    return f"牵头单位：{names}" if role[0] in {"牵头", "主办"} else f"配合单位：{names}"


def _plain(rows: Iterable[Line]) -> Iterator[Line]:
    """The cells of a table that gives out nothing, each as lines of their own.

    A row that says 责任单位 | 甲局、乙局 becomes such a line.
    """
    for row in rows:
        fresh = [cell.text for cell in row.cells if not cell.merged and cell.text.strip()]
        if len(fresh) == _LABELLED and is_bare_label(tidy(fresh[0])):
            label, names = tidy(fresh[0]).rstrip("：:"), names_in_cell(fresh[1])
            yield Line(row.number, f"{label}：{names}", whole=True)
            continue
        for cell in row.cells:
            for text in () if cell.merged else map(tidy, cell.text.split("\n")):
                if text:
                    yield Line(row.number, text, whole=True)
