"""No text is lost between a plan and what is read of it, and nobody's work goes untold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plans.export import as_json
from plans.numbering import read_label
from plans.reader import read_plan
from plans.registry import Registry, write_registry
from plans.registry_reading import read_registry
from tests.plans.documents import doubts_of
from tests.plans.papers import KINDS, Block, Grid, paper
from tests.plans.written import CHINESE_NUMBERS, TITLE, phrases, unit_names
from vocabulary.plan import PlanDocument


@dataclass(frozen=True)
class Item:
    """A measure as written; units: none where nobody is named."""

    title: str
    sentences: tuple[str, ...]
    units: tuple[str, ...]

    @property
    def text(self) -> str:
        clause = f"（{'、'.join(self.units)}负责）" if self.units else ""
        return f"{self.title}。{''.join(self.sentences)}{clause}"


@dataclass(frozen=True)
class Part:
    """A chapter. deep: its measures stand under headings （一） and （二）, two each."""

    title: str
    label: str
    deep: bool
    items: tuple[Item, ...]


counts = st.integers(2, 9000)
sentences = st.one_of(
    phrases.map("全面{}。".format),
    st.builds("{}累计归集{}万份，其中新增{}万份。".format, phrases, counts, counts),
    st.builds("{}完成{}个，{}，新增{}家。".format, phrases, counts, phrases, counts),
)
items = st.builds(
    Item,
    title=phrases,
    sentences=st.lists(sentences, min_size=1, max_size=3).map(tuple),
    units=st.lists(unit_names, max_size=3, unique=True).map(tuple),
)
owned = items.filter(lambda item: item.units)
parts = st.builds(
    Part,
    title=phrases,
    label=st.sampled_from(["{digit}.", "（{chinese}）", "{digit}、"]),
    deep=st.booleans(),
    items=st.tuples(owned, st.lists(items, max_size=4).map(tuple)).flatmap(
        lambda drawn: st.permutations(drawn[1]).map(lambda rest: (drawn[0], *rest))
    ),
)
"""The first measure of a chapter has an owner: a clause under the last of several alone is that of
all of them."""


def lines_of(part: Part, place: int) -> Iterator[str]:
    yield f"{CHINESE_NUMBERS[place]}、{part.title}"
    for at, item in enumerate(part.items):
        if part.deep:
            if at % 2 == 0:
                yield f"（{CHINESE_NUMBERS[at // 2]}）第{CHINESE_NUMBERS[at // 2]}类事项"
            yield f"{at % 2 + 1}.{item.text}"
        else:
            yield part.label.format(digit=at + 1, chinese=CHINESE_NUMBERS[at]) + item.text


def everything(plan: PlanDocument) -> str:
    """Whatever a person finds in the workbook and the JSON."""
    return "\n".join(_strings(as_json(plan)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield value


EXAMPLES = {"txt": 20, "docx": 4, "pdf": 4}


def few(kind: str) -> settings:
    """Files that are slow to make are made seldom, and not again to find the smallest fault."""
    return settings(
        max_examples=EXAMPLES[kind],
        deadline=None,
        derandomize=kind != "txt",
        suppress_health_check=[HealthCheck.too_slow],
        phases={*Phase} - {Phase.explain} if kind == "txt" else {Phase.generate},
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_of_a_plan_is_in_what_is_read_of_it(kind: str) -> None:
    @few(kind)
    @given(
        st.lists(parts, min_size=1, max_size=4),
        st.lists(sentences, max_size=2),
        st.lists(sentences, max_size=2),
    )
    def check(chapters: list[Part], opening: list[str], closing: list[str]) -> None:
        lines = [TITLE, *opening]
        for place, part in enumerate(chapters):
            lines += lines_of(part, place)
        lines += [f"{CHINESE_NUMBERS[len(chapters)]}、保障措施", *closing]
        kept = everything(read_plan(paper(kind, lines), name="x"))
        for line in lines:
            label = read_label(line)
            for words in re.split("[。（）]", line[label.length if label else 0 :]):
                assert words in kept

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_of_a_table_of_tasks_is_in_what_is_read_of_it(kind: str) -> None:
    @few(kind)
    @given(
        st.lists(st.tuples(owned, st.one_of(st.just(""), phrases)), min_size=1, max_size=8),
        st.lists(sentences, max_size=2),
        st.lists(sentences, max_size=2),
    )
    def check(tasks: list[tuple[Item, str]], above: list[str], below: list[str]) -> None:
        rows = [["序号", "重点任务", "工作措施", "责任单位", "备注"]]
        for number, (item, note) in enumerate(tasks, start=1):
            owners = "、".join(item.units)
            rows.append([str(number), item.title, "".join(item.sentences), owners, note])
        blocks: list[Block] = [TITLE, *above, Grid(rows), *below]
        kept = everything(read_plan(paper(kind, blocks), name="x"))
        for words in (*above, *below, *(cell for row in rows[1:] for cell in row)):
            assert all(part in kept for part in re.split("[。、]", words))

    check()


@given(st.lists(parts.filter(lambda part: not part.deep), min_size=1, max_size=4))
def test_what_is_counted_with_measures_is_a_measure_at_whatever_depth(
    chapters: list[Part],
) -> None:
    lines = [TITLE]
    for place, part in enumerate(chapters):
        lines += lines_of(part, place)
    plan = read_plan("\n".join(lines).encode(), name="x")
    written = [item for part in chapters for item in part.items]
    assert [measure.title for measure in plan.measures] == [item.title for item in written]
    assert all(one.name for measure in plan.measures for one in measure.indicators)
    orphans = [item for item in written if not item.units]
    told = {doubt.text_key: doubt.facts for doubt in plan.doubts}
    assert ("doubt-measure-without-unit" in told) == bool(orphans)
    if orphans:
        assert told["doubt-measure-without-unit"]["count"] == str(len(orphans))


UNEQUAL = """一、甲类
1.甲事。（市甲局负责）
2.乙事。（市乙局负责）
二、乙类
"""


@pytest.mark.parametrize(
    "lines",
    [
        "（一）丙事。（市丙局负责）\n（二）丁事。（市丁局负责）\n（三）末事。加强督导检查。",
        "（一）丙事。（市丙局负责）\n（二）末事。加强督导检查。\n（三）丁事。（市丁局负责）",
        "（一）末事。加强督导检查。\n（二）丁事。（市丁局负责）",
        "（一）丙类\n3.丙事。（市丙局负责）\n（二）末事。加强督导检查。\n（三）丁类\n4.丁事。（市丁局负责）",
    ],
)
def test_an_item_without_owner_is_a_measure_with_a_doubt(lines: str) -> None:
    plan = read_plan(f"{TITLE}\n{UNEQUAL}{lines}".encode(), name="x")
    (orphan,) = [measure for measure in plan.measures if not measure.mentions]
    assert (orphan.title, "加强督导检查" in orphan.text) == ("末事", True)
    assert plan.doubts[0].text_key == "doubt-measure-without-unit"
    assert plan.doubts[0].facts["count"] == "1"


def test_items_that_are_no_measures_are_told() -> None:
    body = f"{UNEQUAL}（一）丙事。（市丙局负责）\n三、调度会商\n每月会商。"
    told = doubts_of(body)["doubt-items-left-out"]
    assert (told.facts, told.source.startswith("调度会商")) == ({"count": "1"}, True)


def test_what_opens_and_ends_every_plan_is_no_doubt() -> None:
    body = (
        "一、总体要求\n（一）指导思想。发展。\n二、任务\n1.甲事。（市甲局负责）\n"
        "三、保障措施\n（一）加强领导。各部门重视。"
    )
    assert "doubt-items-left-out" not in doubts_of(body)


def test_numbers_that_start_anew_are_told_with_their_heading() -> None:
    told = doubts_of(f"{UNEQUAL}（一）丙事。（市丙局负责）\n（二）丁事。办好。")
    assert told["doubt-measure-without-unit"].facts["measures"] == "2（二、乙类）"


def test_who_leads_by_the_rule_of_order_is_not_told_as_responsible() -> None:
    body = f"{UNEQUAL}（一）丙事。（教务处、图书馆。列第一位者为牵头单位）"
    told = doubts_of(body).get("doubt-role-assumed")
    assert told is None or "教务处" not in told.facts["names"]


@given(st.lists(parts, min_size=1, max_size=3), st.lists(sentences, max_size=2))
@settings(max_examples=10, deadline=None)
def test_the_workbook_of_any_plan_loads_unchanged(chapters: list[Part], opening: list[str]) -> None:
    lines = [TITLE, *opening]
    for place, part in enumerate(chapters):
        lines += lines_of(part, place)
    plan = read_plan("\n".join(lines).encode(), name="x")
    at = datetime(2026, 1, 5, tzinfo=UTC)
    workbook = write_registry(Registry(plan), language="zh-CN", author="办公室", at=at)
    assert read_registry(workbook, name="x").document == replace(plan, doubts=())
