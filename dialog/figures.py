"""Reads a figure out of what a person typed: understood exactly, or not at all.

A number is taken only when every word around it is known to leave its meaning as it is. Whatever
else stands there (左右, 还差, 目标, another unit, a second number) makes it unclear, with a
sentence that says how to write it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from dialog.months_told import BETWEEN_CLAUSES, of_month_before, of_now
from dialog.numerals import NUMERALS, read_numeral, spelled
from texts.wording import number
from vocabulary.report import AskedIndicator

PLACES = 4
"""Decimal places that a figure may have; the columns hold no more."""

_MOST = Decimal(10) ** 13  # what is longer is a slip of the finger or a telephone number

_PHONE = re.compile(
    r"(?<![\d.,])(?:\+?86)?1[3-9]\d{9}(?!\s*[^\W_]|[.,]\d)|(?<![\d.,])0[1-9]\d{1,2}-?\d{7,8}(?!\d)"
)
"""A mobile without a unit behind it, and what begins with an area code."""

_SCALE_FACTOR = 100  # from here on a bare 98000 where 10万亩 is the target is rather meant in 亩


@dataclass(frozen=True, slots=True)
class FigureRead:
    """value: in the indicator's own unit. approximate: written with 约.

    spoken: with another word of count than the indicator's, as 座 for 个.
    """

    value: Decimal
    approximate: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class FigureUnclear:
    """Why nothing was taken: a key of the catalogue and what fills it.

    rounded: the number that it nearly is.
    """

    text_key: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    rounded: Decimal | None = None


def shown_figure(indicator: AskedIndicator, value: Decimal) -> str:
    """183个, 8.5%."""
    return f"{number(value)}{indicator.unit_of_measure}"


def read_figure(indicator: AskedIndicator, text: str) -> FigureRead | FigureUnclear:
    """The figure that answers the question for this indicator, in its unit.

    What is told of a month before the one that is asked for is none.
    """
    if "?" in _normal(text):
        return _unclear("not-understood", text)
    if _PHONE.search(_normal(text)):
        return _unclear("phone", text)
    now = of_now(indicator.period, text)
    if now == text:
        return _read_now(indicator, text)
    reading = _read_now(indicator, now)
    if isinstance(reading, FigureUnclear) and reading.text_key != "answer-figure-month":
        return _unclear("earlier", text)
    if isinstance(reading, FigureUnclear):
        return replace(reading, facts={**reading.facts, "said": _cut(text)})
    return reading


def _read_now(indicator: AskedIndicator, text: str) -> FigureRead | FigureUnclear:
    reading = _read(indicator, text)
    if _tells_unfinished(indicator, text):
        return _unclear("several", text)
    if isinstance(reading, FigureUnclear):  # 新增15 累计183: a blank may part two clauses
        parted = _read(indicator, re.sub(r"(?<=[^\W_])\s+(?=[^\W_])", "，", text))
        if isinstance(parted, FigureRead):
            return parted
        return replace(reading, facts={**reading.facts, "said": _cut(text)})
    return reading


def _read(indicator: AskedIndicator, text: str) -> FigureRead | FigureUnclear:
    clauses = [
        _Clause(indicator, words, is_answer=True) for words in _split(text) if not _tells_how(words)
    ]
    numbered = [clause for clause in clauses if clause.has_number]
    if not numbered:
        return _unclear("not-understood" if _has_numeral(text) else "no-number", text)
    total = [clause for clause in numbered if clause.says_total]
    total = total or [clause for clause in numbered if clause.says_year]
    others = [clause for clause in numbered if clause not in total]
    if len(total) == 1 and not any(clause.is_bare for clause in others):
        return total[0].reading
    if len(numbered) > 1:
        rest = [clause for clause in numbered if not (clause.says_month or clause.says_part)]
        said_alone = len(rest) == 1 and rest[0].is_bare
        return rest[0].reading if said_alone else _unclear("several", text)
    (only,) = numbered
    if only.says_growth or (only.says_month and _wants_total(indicator)):
        return _unclear("month", text)
    return only.reading if len(clauses) == 1 else _unclear("not-understood", text)


def figure_in_front(indicator: AskedIndicator, text: str) -> tuple[FigureRead, str] | None:
    """The figure that words begin with, and what stands behind it; None where that is of it.

    183个，还完成了机房改造 tells something else behind, 183，不含在建 says what the figure is.
    """
    for words, end in _clauses_with_ends(text):
        clause = _Clause(indicator, _normal(words), is_answer=True)
        reading, rest = clause.reading, text[end:].strip(_ENDS_OF_CLAUSES)
        is_figure = clause.is_bare and isinstance(reading, FigureRead) and bool(rest)
        if not is_figure or _OF_ITSELF.search(_normal(rest)):
            return None
        return (reading, rest) if isinstance(reading, FigureRead) else None
    return None


_OF_ITSELF = re.compile(
    r"左右|上下|以上|以下|以内|大概|大致|大约|差不多|约|估|暂定|不确定|不准|不对|[错误]|待核|核实|核对|未核|目标|计划数|任务数"
    r"|上个?月|去年|同期|同比|环比|含|其中|包括|扣除|剔除|在建|口径|这?是[^\n，。；;,]{0,6}的?数|这是|应该|吧|预计|预期|拟|争取|[?]"
    r"|还[有差剩]|累计|共计|总[共计数]"
    r"|\b(?:about|target|plan|last|estimate|including|of which|not sure)\b"
)
"""What is said of the figure in front of it, and makes it another thing or a doubtful one."""


def tells_number(indicator: AskedIndicator, words: str) -> bool:
    """Whether there is a number in the words."""
    return any(_Clause(indicator, clause).has_number for clause in _split(words))


def beside_figure(
    indicator: AskedIndicator, text: str, value: Decimal, *, tells: Callable[[str], bool]
) -> str:
    """What words tell beside the figure that was read in them; empty where they give that alone.

    190，本月新增15个 tells 本月新增15个. Where the figure does not stand in front, that is all.
    tells: whether a clause without the figure tells anything.
    """
    start = 0
    for words, end in _clauses_with_ends(text):
        if tells(words) and not (_tells_how(_normal(words)) or _gives(indicator, words, value)):
            return _without_open_bracket(text[:start], text[start:]).strip(_ENDS_OF_CLAUSES)
        start = end
    return ""


def _without_open_bracket(before: str, rest: str) -> str:
    """含在建20个 where （含在建20个） stood; else the bracket opens the words as it did."""
    opening = before.rstrip()[-1:]
    if opening not in {"(", "（"}:
        return rest
    inside = rest.rstrip(_ENDS_OF_CLAUSES + "。")
    return inside[:-1] if inside[-1:] in {")", "）"} else f"{opening}{rest}"


_ENDS_OF_CLAUSES = " ,，、;；:：\n"


def _clauses_with_ends(text: str) -> Iterator[tuple[str, int]]:
    """The clauses as they are written, and where each ends with its sign."""
    start = 0
    for sign in BETWEEN_CLAUSES.finditer(text):
        yield text[start : sign.start()], sign.end()
        start = sign.end()
    yield text[start:], len(text)


def _gives(indicator: AskedIndicator, words: str, value: Decimal) -> bool:
    """Whether a clause is that figure and nothing else."""
    clause = _Clause(indicator, _normal(words), is_answer=True)
    reading = clause.reading
    if clause.says_month or clause.says_part or not isinstance(reading, FigureRead):
        return False
    return reading.value == value


def figure_likely(indicator: AskedIndicator, text: str) -> Decimal | None:
    """The number most likely meant where `read_figure` is not sure; to be offered, never taken.

    8万5, 98000 where 万亩 is asked, and the only number of the unit in words that do not turn it
    into something else (还差, 目标, 同比).
    """
    if _OTHERWISE.search(_normal(text)) or _PHONE.search(_normal(text)):
        return None
    text = of_now(indicator.period, text)
    whole = _MIXED_TENS.sub(lambda one: one[0].translate(_AS_NUMERALS), _normal(text))
    written = _SHORT_FOR.sub(_written_out, whole.rstrip("?"))
    reading = read_figure(indicator, written)
    if isinstance(reading, FigureUnclear):
        front = figure_in_front(indicator, whole)
        if front is not None and not front[0].approximate and _tells_another(front[1]):
            return front[0].value
        return _rescaled(indicator, written) or _only_one_of_unit(indicator, written)
    return None if reading.approximate else reading.value


def _tells_another(rest: str) -> bool:
    """Whether words behind a figure are of something else: 还完成了3个机房改造, but not 拆除3个."""
    return re.search(r"[^\W\d_]{3}", rest) is not None and not _CHANGES_IT.search(rest)


_OTHERWISE = re.compile(
    r"差|缺|欠|目标|计划|任务|指标|要求|不到|不足|不满|以上|以下|以内|超|近|余|多|几|来|左右|上下|大概|大致"
    r"|大约|差不多|约|吧|同比|环比|增|新|减|降|本月|当月|上月|比|从|由|原|其中|应(?!该)|拟|将|预计|争取|力争"
    r"|没|未|不是|剩|[还仍]有|\d月(?!底|末)|[-−–+~/≈]|\d{4}年"
    r"|\b(?:target|goal|plan|short|left|more|less|than|over|under|about|around|nearly|new|added|month|no|not)\b"
)
"""What makes a number another thing than the figure as it stands."""

_SHORT_FOR = re.compile(
    r"(?<![十百千万亿])([\d.]+|[一二两三四五六七八九十]+)([亿万千百])([1-9一二三四五六七八九])(?![\d.十百千万亿])"
)
"""8万5 for 8万5千, 三百二 for 三百二十."""

_MIXED_TENS = re.compile(r"(?<!\d)(?:\d[百千])*\d十\d?(?!\d)")
"""1百8十3, typed by hand or heard by a machine."""

_AS_NUMERALS = str.maketrans("0123456789", "零一二三四五六七八九")


def _written_out(short: re.Match[str]) -> str:
    smaller = {"亿": "千万", "万": "千", "千": "百", "百": "十"}[short[2]]
    return f"{short[0]}{smaller}"


_LIKELY_SHARES = (Fraction(1, 20), Fraction(5))
"""Of the target: what a number in the smaller unit has to come to, to be likely."""


def _rescaled(indicator: AskedIndicator, text: str) -> Decimal | None:
    """98000 where 万亩 is asked, if that makes 9.8 of a target of 10."""
    unit = _Unit.of(indicator.unit_of_measure)
    if not unit.prefix or not indicator.target:
        return None
    reading = read_figure(indicator, f"{text}{unit.base}")
    if not isinstance(reading, FigureRead) or reading.approximate:
        return None
    least, most = _LIKELY_SHARES
    share = Fraction(reading.value) / Fraction(indicator.target)
    return reading.value if least <= share <= most else None


def _only_one_of_unit(indicator: AskedIndicator, text: str) -> Decimal | None:
    """The one number in the words, with the unit of the indicator or none; a share stands aside."""
    unit = _normal(indicator.unit_of_measure)
    numbers = [
        (one[0], one.string[one.end() :])
        for one in _CORE.finditer(text)
        if one["digits"] and (unit == "%" or not one.string[one.end() :].startswith("%"))
    ]
    if len(numbers) != 1:
        return None
    ((written, rest),) = numbers
    is_word = rest[:1].isalnum() and not (written.endswith(" ") and rest.isascii())
    is_bare = not (is_word or _Unit.of(unit).prefix or set(written) & {"万", "亿"})
    if not (rest.startswith(unit) or is_bare):
        return None
    reading = read_figure(indicator, f"{written}{indicator.unit_of_measure}")
    return reading.value if isinstance(reading, FigureRead) else None


def _tells_how(words: str) -> bool:
    """Whether it only says of the number beside it what that is: 300（累计）, or that it stands."""
    return re.fullmatch(rf"{_TOTAL}|{_YEAR}|{_STANDS}", words) is not None


def _tells_unfinished(indicator: AskedIndicator, text: str) -> bool:
    clauses = [_Clause(indicator, words) for words in _split(text)]
    return any(clause.says_unfinished and clause.has_number for clause in clauses)


def _has_numeral(text: str) -> bool:
    return any(sign.isdigit() or sign in NUMERALS for sign in _normal(text))


def figure_in_text(indicator: AskedIndicator, text: str) -> FigureRead | None:
    """The indicator's figure where a longer text says it unmistakably, else None.

    That is: once in the text 累计, a number and the indicator's unit with no word unaccounted for,
    in a sentence that has named what is counted, or as the very first words of the text.
    """
    clause = _total_in(indicator, text)
    reading = clause.reading if clause else None
    return reading if isinstance(reading, FigureRead) else None


def total_told(
    indicator: AskedIndicator, text: str, *, before: Decimal | None = None
) -> FigureRead | None:
    """The total that a text tells, to be asked about and never taken.

    Also where it calls what is counted by another name (规上人力资源企业累计3家), as long as its
    sentence shares enough of that, and where it is about nothing else; and what the year has
    brought (1—7月建成168个), as long as no more than that stood before it.

    before: the total that was filed last, where that is known.
    """
    clause = _told_total(indicator, text)
    reading = clause.reading if clause else None
    if clause is None or not isinstance(reading, FigureRead):
        return None
    is_less = not clause.says_total and before is not None and reading.value < before
    return None if is_less else reading


def figure_offered_by(indicator: AskedIndicator, text: str) -> FigureRead | None:
    """The figure that a text seems to tell: 累计3家, 压到30个月; to be offered, and never taken."""
    clause = _loosely_in(indicator, text, _TOLD_AS_FIGURE) or _alone_in(indicator, text)
    reading = clause.reading if clause else None
    return reading if isinstance(reading, FigureRead) else None


def figure_said_alone(indicator: AskedIndicator, text: str) -> FigureRead | None:
    """The total in words that are about nothing else: 累计是184, 新增15个，累计183个."""
    clauses = [_Clause(indicator, words) for words in _split(of_now(indicator.period, text))]
    is_alone = all(isinstance(c.reading, FigureRead) for c in clauses if c.has_number)
    if not is_alone or not any(clause.says_total for clause in clauses):
        return None
    reading = read_figure(indicator, text)
    return reading if isinstance(reading, FigureRead) else None


def total_as_written(indicator: AskedIndicator, text: str) -> tuple[str, ...]:
    """The number of that total as the text writes it, without its 万 and with it."""
    clause = _told_total(indicator, text)
    return clause.number_written if clause else ()


def _told_total(indicator: AskedIndicator, text: str) -> "_Clause | None":
    clause = _total_in(indicator, text)
    if clause is not None and isinstance(clause.reading, FigureRead):
        return clause
    return (
        _loosely_in(indicator, text, _TOLD_AS_TOTAL)
        or _alone_in(indicator, text)
        or _of_year_in(indicator, text)
    )


_TOLD_AS_TOTAL = re.compile(r"累计")
_DOWN_TO = r"(?:压减|压缩|缩短|压|降低|下降|减少|降|减)[至到]"
_TOLD_AS_FIGURE = re.compile(rf"累计|今年以来|年初以来|达到|达|共有|共|现有|{_DOWN_TO}")


def _loosely_in(indicator: AskedIndicator, text: str, told: re.Pattern[str]) -> "_Clause | None":
    """The only clause that tells a figure behind such a word, in a sentence that names the thing.

    None where several do, or one tells what was added: then it is not sure which is meant.
    """
    found = []
    for sentence in re.split(r"[。；;\n]", of_now(indicator.period, text)):
        said = ""
        for words in _split(sentence):
            said += words
            mark = told.search(words)
            clause = _Clause(indicator, words[mark.start() :]) if mark else None
            if clause is None or not clause.has_number:
                continue
            is_told = isinstance(clause.reading, FigureRead) and clause.has_unit
            if is_told and _shares_name(indicator, said):
                found.append(clause)
    return found[0] if len(found) == 1 else None


def _alone_in(indicator: AskedIndicator, text: str) -> "_Clause | None":
    """The total in words that are nothing but figures of the unit: 新增12个，累计达到190个."""
    clauses = [_Clause(indicator, words) for words in _split(of_now(indicator.period, text))]
    if not all(isinstance(one.reading, FigureRead) and one.has_unit for one in clauses):
        return None
    totals = [one for one in clauses if one.says_total]
    return totals[0] if len(totals) == 1 else None


_SHARED = 3  # characters on end of what is counted that a sentence has to share with its name


def _shares_name(indicator: AskedIndicator, said: str) -> bool:
    name = _normal(indicator.name)
    things = [thing for thing in _GENERAL.split(name) if thing]
    return any(
        thing[i : i + min(_SHARED, len(thing))] in said
        for thing in things
        if len(thing) > 1
        for i in range(max(1, len(thing) - _SHARED + 1))
    )


def _total_in(indicator: AskedIndicator, text: str) -> "_Clause | None":
    found = [
        (clause, is_told)
        for clause, is_told in _clauses_of(indicator, text)
        if clause.says_total and clause.has_number
    ]
    if len(found) != 1 or _tells_unfinished(indicator, text):
        return None
    ((clause, is_told),) = found
    return clause if is_told and clause.has_unit else None


def _of_year_in(indicator: AskedIndicator, text: str) -> "_Clause | None":
    """The only clause that tells what the year has brought, where none tells a total."""
    found = list(_clauses_of(indicator, text))
    if any(clause.says_total and clause.has_number for clause, _ in found):
        return None
    of_year = [(clause, told) for clause, told in found if clause.says_year and clause.has_number]
    if len(of_year) != 1 or _tells_unfinished(indicator, text):
        return None
    ((clause, is_told),) = of_year
    is_how_much = clause.has_unit and not clause.says_growth
    return clause if is_told and is_how_much else None


def _clauses_of(indicator: AskedIndicator, text: str) -> Iterator[tuple["_Clause", bool]]:
    """Each clause, and whether it is told of the indicator.

    It is where its sentence has named what is counted by then, and at the very start of the text.
    What only leads to a number (截至7月底，) belongs to the clause behind it.
    """
    now = of_now(indicator.period, text)
    for place, sentence in enumerate(re.split(r"[。；;\n]", now)):
        named, leading, nth = False, "", -1
        for words in _split(sentence):
            clause = _Clause(indicator, f"{leading}{words}")
            leading = f"{leading}{words}" if clause.only_leads else ""
            nth += not leading
            named = named or clause.names_the_thing
            if not leading:
                yield clause, named or place == nth == 0


@dataclass(frozen=True, slots=True)
class Told:
    """An amount of the indicator in a text. stands: it is said as what there is by now."""

    value: Decimal
    stands: bool


def amounts_told(indicator: AskedIndicator, text: str) -> list[Told]:
    """What a text says of the indicator with no word unaccounted for, and of no month or plan.

    建成5G基站200个 may be of the month, 截至目前建成5G基站200个 and 现有5G基站200个 are not.
    """
    found = []
    for sentence in re.split(r"[。；;\n]", of_now(indicator.period, text)):
        if _NOT_AS_IT_IS.search(sentence):
            continue
        for words in _split(sentence):
            clause = _Clause(indicator, words)
            is_of_month = clause.says_month or clause.says_year
            if is_of_month or not (clause.names_the_thing and clause.has_unit):
                continue
            value = _exactly(clause)
            if value is not None:
                stands = _SO_FAR.search(sentence) is not None or _HOW_MUCH.search(words) is not None
                found.append(
                    Told(value, stands or _Unit.of(indicator.unit_of_measure).base in _RATES)
                )
    return found


def amounts_that_stand(indicator: AskedIndicator, text: str) -> list[Decimal]:
    """Every amount with the indicator's unit that words tell as how much there is.

    Looser than a figure is read: what was added, taken away, counted in or planned is left out, and
    so is what counts another thing (3个片区).
    """
    unit, name = _Unit.of(indicator.unit_of_measure), _normal(indicator.name)
    found = []
    for words in _split(of_now(indicator.period, text)):
        if _CHANGES_IT.search(words):
            continue
        for one in _CORE.finditer(words):
            behind = words[one.end() :]
            written = next(
                (
                    u
                    for u in (unit.base, _normal(indicator.unit_of_measure))
                    if behind.startswith(u)
                ),
                "",
            )
            if not written or not _ends_amount(behind[len(written) :], name):
                continue
            reading = read_figure(indicator, f"{one[0].strip()}{written}")
            if isinstance(reading, FigureRead):
                found.append(reading.value)
    return found


def _ends_amount(behind: str, name: str) -> bool:
    """Whether the amount ends its clause, or what is counted follows."""
    rest = re.sub(r"左右|上下|以上|属实|[多余了吧的呢整]|or so|\s", "", behind)
    return not rest or rest in name


_CHANGES_IT = re.compile(
    r"增|新|又|另|再|减|扣|剔除|拆|注销|退出|关停|撤销|纳入|并入|并网|并表|入库|转|补|划|其中|包括|包含|含|比|较|从|由|原"
    r"|上个?月|去年|目标|计划|任务|差|缺|预计|拟|将|重复|多[算计报]|少[算计报]|漏"
    r"|added|new|removed|closed|included|of which|than|last|target|plan",
    re.IGNORECASE,
)
"""What makes an amount a part of how it came about, and not how much there is."""


_NOT_AS_IT_IS = re.compile(
    r"计划|目标|任务|预计|预期|力争|争取|确保|拟|将|下一?步|下月|年底|要求|应|需|规划|同比|环比|增|比|占|上月|去年|原|曾|其中|另"
    r"|plan|target|will|than|last",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"截至|截止|目前|至今|以来")
_HOW_MUCH = re.compile(r"达到|达|共有|现有|累计|共计|总数|降[至到]|压[减缩]?[至到]")


def growth_said(indicator: AskedIndicator, text: str) -> Decimal | None:
    """What was added in the month, where the text tells that alone: no total, no other number."""
    clauses = [_Clause(indicator, words) for words in _split(of_now(indicator.period, text))]
    numbered = [clause for clause in clauses if clause.has_number]
    if len(numbered) != 1 or numbered[0].is_longer or not numbered[0].says_month:
        return None
    return _exactly(numbered[0])


def growth_in_text(indicator: AskedIndicator, text: str) -> Decimal | None:
    """The same where a longer text says it unmistakably, as `figure_in_text` has it of a total."""
    found = list(_clauses_of(indicator, text))
    if any(clause.is_longer for clause, _ in found):
        return None
    grown = [
        (clause, is_told)
        for clause, is_told in found
        if clause.says_growth and clause.has_number and clause.has_unit
    ]
    ours = [clause for clause, _ in grown if clause.names_the_thing]
    ours = ours or [clause for clause, is_told in grown if is_told]
    return _exactly(ours[0]) if len(ours) == 1 else None


def tells_growth(indicator: AskedIndicator, text: str) -> bool:
    """Whether the text says that some were added in the month: 累计183个，本月新开通15个."""
    grown = [
        clause
        for clause, _ in _clauses_of(indicator, _OF_MONTH_IN_ALL.sub("", text))
        if clause.says_growth and clause.has_unit and not clause.is_longer
    ]
    return any((_exactly(clause) or 0) > 0 for clause in grown)


_OF_MONTH_IN_ALL = re.compile(r"其中(?=本月|当月)")


def told_for_last_month(indicator: AskedIndicator, text: str) -> Decimal | None:
    """The total that words tell for the month before: 截至7月底累计168个, in August."""
    period = indicator.period
    words = of_month_before(period, text) if period else ""
    clauses = [_Clause(indicator, one) for one in _split(words)]
    totals = [one for one in clauses if one.has_number and not one.says_growth]
    return _exactly(totals[0]) if len(totals) == 1 else None


_GUESSED = re.compile(
    r"左右|上下|大概|大致|大约|差不多|约|吧|以上|(?<=[\d十百千万])(?:[多余来]|\s*\+)|(?<=[个家户处座])\+"
    rf"|(?:将近|接近|近|不到|不足|超过|超|逾)(?=\s*[\d{''.join(sorted(NUMERALS))}])"
)


def figure_guessed(indicator: AskedIndicator, text: str) -> Decimal | None:
    """The number in 180左右, 近180 or 180+, to be confirmed as 约180; None where none is sure."""
    text = of_now(indicator.period, text)
    plain = _GUESSED.sub("", _normal(text))
    reading = read_figure(indicator, plain)
    if isinstance(reading, FigureUnclear):
        first = next(iter(_split(text)), "")
        front = figure_in_front(indicator, plain) if _GUESSED.search(first) else None
        is_sure = front is not None and not tells_number(indicator, front[1])
        return front[0].value if front and is_sure else reading.rounded
    return reading.value if plain != _normal(text) else None


def _exactly(clause: "_Clause") -> Decimal | None:
    reading = clause.reading
    if not isinstance(reading, FigureRead) or reading.approximate:
        return None
    return reading.value


def _wants_total(indicator: AskedIndicator) -> bool:
    """Whether what happened in the month alone is no answer: not for a rate, which is as it is."""
    return indicator.cumulative or _Unit.of(indicator.unit_of_measure).base in _COUNTERS


def _unclear(reason: str, said: str) -> FigureUnclear:
    return FigureUnclear(f"answer-figure-{reason}", {"said": _cut(said)})


def _cut(said: str, length: int = 40) -> str:
    flat = " ".join(said.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _split(text: str) -> list[str]:
    clauses = (_normal(words) for words in BETWEEN_CLAUSES.split(text))
    return [clause for clause in clauses if clause]


# ── units ──────────────────────────────────────────────────────────────────────────────────────

_PREFIXES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}

_COUNTERS = frozenset("个家户处座项件条人名所辆台套次场期批只头栋幢间站部份篇届门位组类种例宗")
"""Units of things that are counted: no fractions, and 个 may stand for any of them."""

_SPOKEN = frozenset("座处家户所项件条台套只栋幢间站辆")
"""What somebody says for 个 of a thing that stands; 人, 次, 期 and 场 count something else."""

_RATES = frozenset({"%", "‰", "百分点"})

_SMALLER = {
    "公里": (1_000, "米"),
    "公顷": (15, "亩"),
    "吨": (1_000_000, "克"),
    "公斤": (1_000, "克"),
    "年": (12, "个月"),
}
"""Units that are an exact number of a smaller one."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """万亩: prefix 万, of 亩, each being 10000."""

    prefix: str
    base: str
    factor: int

    @classmethod
    def of(cls, written: str) -> "_Unit":
        base = _normal(written)
        base = "百分点" if base == "个百分点" else base
        prefix = ""
        while len(base) > 1 and base[0] in _PREFIXES and base not in _RATES:
            prefix, base = prefix + base[0], base[1:]
        factor, base = _SMALLER.get(base, (1, base))
        for sign in prefix:
            factor *= _PREFIXES[sign]
        return cls(prefix, base, factor)


# ── one clause ─────────────────────────────────────────────────────────────────────────────────

_TOTAL = r"累计数?|总数|总计|合计|共计|一共|总共|共|cumulative|in total|total"
_YEAR = (
    r"(?:今年|本年度?|年初)(?:以来|至今|到现在|到目前)|(?:今年|本年度?|全年)(?=累计|已|共|新|完成|建成)"
    r"|(?:今年|\d{4}年)?1月?[-−–—~至到]\d{1,2}月份?|this year|year to date"
)
_STANDS = r"(?:数字)?(?:不变|没变|没有?变化|未变|持平)"
_MONTH = r"本月|当月|this month"
_GROWTH = r"新增|新开通|新建成|新建|增加|净增|新|new"
_LEAD = re.compile(
    r"\s*(?:"
    rf"(?P<year>{_YEAR})|(?P<part>其中|包括|包含|含)"
    r"|(?P<date>(?:截至|截止到?)?(?:\d{4}年)?\d{1,2}月份?(?:\d{1,2}[日号]|[底末])"
    r"|(?:截至|截止到?)(?:\d{4}年)?\d{1,2}月份?|\d{4}年[底末])"
    r"|(?P<period>(?:\d{4}年)?\d{1,2}月份?|\d{4}年)"
    r"|(?P<about>约为|大约|约|[≈~]|about|approximately|approx|around)"
    rf"|(?P<total>{_TOTAL})|(?P<month>{_MONTH})|(?P<growth>{_GROWTH})"
    r"|(?P<than>[比较]上个?月[底末]?)"
    r"|(?P<rise>(?:同比|环比)?(?:增长|提高|上升)|同比增幅|增幅|增速)"
    r"|(?P<percent>百分之)"
    r"|(?P<filler>(?:截至|截止到?|到)?(?:目前|现在|今天|今日)(?:为止)?|截至|截止到?|现有|现|已经|已"
    r"|(?:仍然?|仍旧|依然|依旧|还是)(?!有)|就|了|达到|达|为|是|有|到|全市|我市|[数值]"
    rf"|[又再](?={_GROWTH})"
    rf"|建成|完成|实现|开通|{_DOWN_TO}"
    r"|is|so far|now|[:=])"
    r"|(?P<minus>[-−–]|负|minus)|(?P<less>(?:同比|环比)?(?:减少|下降|负增长))"
    r")"
)
_DIGITS = r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_NUMERAL = (
    f"(?P<numeral>[{''.join(sorted(NUMERALS))}]+)(?:点(?P<places>[零〇一二三四五六七八九]+))?"
)
_MIXED = r"(?P<mixed>(?:\d{1,4}(?:[百千]?[万亿]|[百千]))+\d{1,4}(?:[百千]?[万亿]|[百千]))"
_CORE = re.compile(
    rf"\s*(?:{_MIXED}|{_DIGITS}|{_NUMERAL})\s*(?P<times>(?:[百千万]|个?亿)*)(?:\s*/\s*(?P<of>\d+(?:\.\d+)?))?\s*"
)
_NOT_A_COUNT = re.compile(r"\d+(?=[a-z])|(?<=[a-z])\d+")  # the 5 of 5G
_GENERAL = re.compile(
    r"累计|建成|完成|实现|新增|推荐|申报|评定|覆盖|面积|达到|全市|数量|数|率|of|the|total|new"
)


# 一批项目 has a numeral in it, but no number.
_NO_NUMBER = frozenset({"answer-figure-not-understood", "answer-figure-unit"})

_UNIT = re.compile(r"[^\W\d_]{1,6}%?|%|[^\W\d_]{1,4}/[^\W\d_]{1,4}")
_CHANGES = frozenset({"growth", "rise", "less"})
"""Marks that say nothing where what is counted bears the word itself: 新增企业, 能耗下降."""

_GROWTH_RATE = re.compile(r"增速|增长|增幅")

_UNFINISHED = re.compile(r"在建|未建成|未完工|未完成|未投用|待建|拟建|续建|筹建|规划|计划")

_VAGUE = re.compile(r"[多余来几]|左右|上下|以上|以下|以内|吧|不到|不足")


class _Clause:
    """A clause without commas: leading words, a number, its unit, and perhaps what is counted."""

    def __init__(self, indicator: AskedIndicator, words: str, *, is_answer: bool = False) -> None:
        self._indicator = indicator
        self._is_answer = is_answer
        self._asked = _Unit.of(indicator.unit_of_measure)
        self._words = words
        self._name = re.sub(r"\d+(?![\da-z])", "", _normal(indicator.name))
        self._marks: set[str] = set()
        rest = self._after_leading_words(words)
        self._core = _CORE.match(rest)
        self._tail = rest[self._core.end() :] if self._core else rest

    def _after_leading_words(self, words: str) -> str:
        """Takes known words off the front and notes what they say."""
        while words:
            fragment = self._fragment(words)
            found = _LEAD.match(words)
            if found and found.lastgroup and len(found[0]) >= len(fragment):
                if not (found.lastgroup in _CHANGES and found[0].strip() in self._name):
                    self._marks.add(found.lastgroup)
                words = words[found.end() :]
            elif fragment:
                self._marks |= {"total"} if "累计" in fragment else set()
                words = words[len(fragment) :].lstrip()
            else:
                break
        return words.lstrip()

    def _fragment(self, words: str) -> str:
        """The longest beginning of `words` that is part of the indicator's name, from 2 characters.

        It never ends in a digit: of 建成53个 nothing may go with the name 建成5G基站.
        """
        for length in range(min(len(words), len(self._name)), 1, -1):
            piece = words[:length]
            if piece in self._name and not piece[-1].isdigit():
                return piece
        return ""

    @property
    def only_leads(self) -> bool:
        """截至7月底: words by which a number is led in, and none behind them."""
        return self._core is None and not self._tail

    @property
    def has_number(self) -> bool:
        if re.search(r"\d", _NOT_A_COUNT.sub("", self._words)):
            return True
        reading = self.reading
        return isinstance(reading, FigureRead) or reading.text_key not in _NO_NUMBER

    @property
    def says_total(self) -> bool:
        return "total" in self._marks or re.search(r"累计|cumulative", self._words) is not None

    @property
    def says_year(self) -> bool:
        """今年以来, 1—10月: the total of the year, which is the total where none came before."""
        return "year" in self._marks

    @property
    def is_longer(self) -> bool:
        """Whether it tells of more than the month."""
        return self.says_total or self.says_year

    @property
    def says_part(self) -> bool:
        """其中在建15个: a part of the number beside it."""
        return "part" in self._marks

    @property
    def says_unfinished(self) -> bool:
        """含在建20个: whether those count among what was built is not sure."""
        found = _UNFINISHED.search(self._words) if self.says_part else None
        return found is not None and found[0] not in self._name

    @property
    def says_month(self) -> bool:
        said = "period" in self._marks or re.search(_MONTH, self._words) is not None
        return said or self.says_growth

    @property
    def says_growth(self) -> bool:
        grown = re.search(_GROWTH, self._words)
        return bool(self._marks & {"growth", "than"}) or (
            grown is not None and grown[0] not in self._name
        )

    @property
    def number_written(self) -> tuple[str, ...]:
        if self._core is None:
            return ()
        start = self._core.start(
            next(name for name in ("mixed", "digits", "numeral") if self._core[name])
        )
        ends = (self._core.start("times"), self._core.end("times"))
        return tuple(dict.fromkeys(self._core.string[start:end].strip() for end in ends))

    @property
    def is_bare(self) -> bool:
        """A number with its unit and nothing else."""
        return not self._marks - {"about", "total", "minus"} and isinstance(
            self.reading, FigureRead
        )

    @property
    def has_unit(self) -> bool:
        return bool(self._unit_written)

    @property
    def names_the_thing(self) -> bool:
        """Whether it has two characters on end of what is counted (基站), general words aside."""
        things = [thing for thing in _GENERAL.split(self._name) if len(thing) > 1]
        pairs = {thing[i : i + 2] for thing in things for i in range(len(thing) - 1)}
        return any(pair in self._words for pair in pairs if not pair.isspace())

    @property
    def _unit_written(self) -> str:
        """What follows the number, without what is counted (183个5G基站)."""
        tail = self._tail.strip()
        for start in range(len(tail) + 1):
            if self._is_name(tail[start:]):
                return tail[:start].strip()
        return tail

    def _is_name(self, words: str) -> bool:
        while words:
            fragment = self._fragment(words.lstrip())
            if not fragment:
                return False
            words = words.lstrip()[len(fragment) :]
        return True

    @property
    def reading(self) -> FigureRead | FigureUnclear:
        """The number in the indicator's unit, or why not."""
        if self._core is None or self.says_part:
            return _unclear("not-understood", self._words)
        sign = self._sign
        if isinstance(sign, FigureUnclear):
            return sign
        if self.says_year and not self.says_total and self._indicator.baseline:
            return self._since_new_year()
        value = self._value(self._core)
        if value is None:
            return _unclear("not-understood", self._words)
        if self._core["of"] and Decimal(self._core["of"]) != self._indicator.target:
            return _unclear("several", self._words)
        scaled = self._in_unit(sign * value, self._core["times"].replace("个", ""))
        return scaled if isinstance(scaled, FigureUnclear) else self._exact(scaled)

    @property
    def _sign(self) -> int | FigureUnclear:
        """-1 only for a rate of growth, which alone may be below zero and is written so."""
        is_growth_rate = self._asked.base in _RATES and _GROWTH_RATE.search(self._name) is not None
        if not is_growth_rate:
            lower = self._marks & {"minus", "less"}
            unclear = "negative" if lower else "not-understood"
            return _unclear(unclear, self._words) if lower or "rise" in self._marks else 1
        if "less" in self._marks:
            return _unclear("fall", self._words)
        return -1 if "minus" in self._marks else 1

    @staticmethod
    def _value(core: re.Match[str]) -> Fraction | None:
        if core["digits"]:
            return Fraction(core["digits"].replace(",", ""))
        if core["mixed"]:  # 8万5千, 1亿2000万
            spelled_out = re.sub(r"\d+", lambda one: spelled(int(one[0])), core["mixed"])
            mixed = read_numeral(spelled_out)
            return None if mixed is None else Fraction(mixed)
        whole = read_numeral(core["numeral"])
        if whole is None or core["places"] is None:
            return None if whole is None else Fraction(whole)
        places = "".join(str(read_numeral(sign)) for sign in core["places"])
        return whole + Fraction(int(places), 10 ** len(places))

    def _in_unit(self, value: Fraction, times: str) -> Fraction | FigureUnclear:
        written = "%" if "percent" in self._marks else self._unit_written
        written = re.sub(rf"(?:人民币|{_STANDS}|了)$", "", written)
        for sign in times:
            value *= _PREFIXES[sign]
        if not written:
            return self._in_asked_unit(value, times)
        if not _UNIT.fullmatch(written) or _VAGUE.search(written):
            return _unclear("not-understood", self._words)
        said = _Unit.of(written)
        is_counter = said.base == "个" and self._asked.base in _COUNTERS
        if said.base == self._asked.base or is_counter or self._is_spoken(said.base):
            return value * said.factor / self._asked.factor
        return self._other_unit()

    def _is_spoken(self, base: str) -> bool:
        """183座 where 个 is asked; in a text, which is no answer, it may count other things."""
        return self._is_answer and self._asked.base == "个" and base in _SPOKEN

    def _in_asked_unit(self, value: Fraction, times: str) -> Fraction | FigureUnclear:
        """A number without a unit; 9.8万 where 万亩 is asked means that, but 9.8亿 is a doubt."""
        large = times or next((sign for sign in self._numeral if sign in "万亿"), "")
        if large and self._asked.base in _RATES:
            return self._other_unit()
        if not self._asked.prefix:
            return value
        if large:
            same = times == self._asked.prefix and len(times) == 1
            return value / _PREFIXES[times] if same else self._which_scale()
        if value >= _SCALE_FACTOR * Fraction(self._indicator.target) > 0:
            return self._which_scale()
        return value

    @property
    def _numeral(self) -> str:
        return (self._core["numeral"] or self._core["mixed"] or "") if self._core else ""

    def _exact(self, value: Fraction) -> FigureRead | FigureUnclear:
        counted = self._asked.base in _COUNTERS
        if counted and (value * self._asked.factor).denominator != 1:
            return _unclear("fraction", self._words)
        in_places = value * 10**PLACES
        if in_places.denominator != 1:
            return self._too_many_places(value)
        exact = Decimal(in_places.numerator).scaleb(-PLACES)
        if exact >= _MOST:
            return _unclear("too-large", self._words)
        spoken = self._is_spoken(_Unit.of(self._unit_written).base)
        return FigureRead(Decimal(number(exact)), "about" in self._marks, spoken)

    def _too_many_places(self, value: Fraction) -> FigureUnclear:
        """As it was typed, or only once it stands in the unit asked for."""
        digits = (self._core["digits"] or "") if self._core else ""
        if len(digits.partition(".")[2]) > PLACES:
            return _unclear("places", self._words)
        rounded = Decimal(round(value * 10**PLACES)).scaleb(-PLACES)
        if not rounded:
            return self._which_scale()
        shown = shown_figure(self._indicator, rounded)
        return FigureUnclear(
            "answer-figure-converted", {"said": _cut(self._words), "figure": shown}, rounded
        )

    def _since_new_year(self) -> FigureUnclear:
        start = shown_figure(self._indicator, self._indicator.baseline or Decimal(0))
        facts = {"said": _cut(self._words), "baseline": start}
        return FigureUnclear("answer-figure-year", facts)

    def _other_unit(self) -> FigureUnclear:
        facts = {"said": _cut(self._words), "unit": self._indicator.unit_of_measure}
        return FigureUnclear("answer-figure-unit", facts)

    def _which_scale(self) -> FigureUnclear:
        facts = {"said": _cut(self._words), "unit": self._indicator.unit_of_measure}
        return FigureUnclear("answer-figure-scale", facts)
