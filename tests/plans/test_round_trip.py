"""Any plan written out in this form is read back the same, and no text is lost on the way."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plans.groups import is_group
from plans.lines import Cell, Line
from plans.outline import read_blocks, read_outline, walk
from plans.paragraphs import heal
from plans.reader import read_plan
from plans.source import read_lines
from plans.tables import read_tables
from tests.plans.papers import paper
from tests.plans.written import CHINESE_NUMBERS, DUTIES, phrases, unit_names
from vocabulary.plan import Mention
from vocabulary.terms import Role

BRACKETS = ["（）", "()", "（)", "(）", "[]"]


@dataclass(frozen=True)
class Written:
    """A measure as a generator means it, and the text that says so."""

    title: str
    body: str
    mentions: tuple[Mention, ...]
    brackets: str
    comma: str

    @property
    def clause(self) -> str:
        parts = [
            "、".join(m.name for m in self.mentions if m.role is role) + duty
            for role, duty in DUTIES.items()
            if any(m.role is role for m in self.mentions)
        ]
        return self.brackets[0] + self.comma.join(parts) + self.brackets[1]

    @property
    def text(self) -> str:
        return f"{self.title}。{self.body}{self.clause}"


@st.composite
def written_measures(draw: st.DrawFn) -> Written:
    names = draw(st.lists(unit_names, min_size=1, max_size=6, unique=True))
    roles = sorted(
        draw(st.lists(st.sampled_from(Role), min_size=len(names), max_size=len(names))),
        key=list(DUTIES).index,
    )
    sentences = draw(st.lists(st.lists(phrases, min_size=1, max_size=4), max_size=3))
    return Written(
        title=draw(phrases),
        body="".join("，".join(sentence) + "。" for sentence in sentences),
        mentions=tuple(Mention(*pair) for pair in zip(names, roles, strict=True)),
        brackets=draw(st.sampled_from(BRACKETS)),
        comma=draw(st.sampled_from(["，", ",", "；"])),
    )


@dataclass(frozen=True)
class Chapter:
    title: str
    task_force: str | None
    measures: tuple[Written, ...]


chapters = st.lists(
    st.builds(
        Chapter,
        title=phrases,
        task_force=st.one_of(st.none(), phrases.map("{}专班".format)),
        measures=st.lists(written_measures(), min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=4,
)


def torn(line: str, data: st.DataObject) -> str:
    """The line with a page break put somewhere behind its title, as a scan would."""
    behind_title = line.index("。") + 2
    at = data.draw(st.integers(behind_title, len(line)))
    return f"{line[:at]}\n\n{line[at:]}"


@given(chapters, st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]), st.data())
def test_a_plan_that_is_written_out_is_read_back_the_same(
    chapters: list[Chapter], encoding: str, data: st.DataObject
) -> None:
    lines = []
    expected: list[tuple[object, ...]] = []
    for number, chapter in zip(CHINESE_NUMBERS, chapters, strict=False):
        forces = f"（{chapter.task_force}负责）" if chapter.task_force else ""
        lines.append(f"{number}、{chapter.title}{forces}")
        for written in chapter.measures:
            line = f"{len(expected) + 1}.{written.text}"
            lines.append(torn(line, data) if data.draw(st.booleans()) else line)
            expected.append(
                (
                    str(len(expected) + 1),
                    written.title,
                    written.text,
                    written.mentions,
                    chapter.task_force,
                    (f"{number}、{chapter.title}",),
                )
            )
    plan = read_plan("\n\n".join(lines).encode(encoding), name="x")
    assert [
        (m.number, m.title, m.text, m.mentions, m.task_force, m.section_path) for m in plan.measures
    ] == expected


soup = st.text("一二三十、1234.（）()[]。，：甲乙局负责牵头配合市\n \u3000", max_size=200)


@given(soup)
def test_no_text_is_lost_between_the_source_and_its_parts(text: str) -> None:
    lines = read_lines(f"始{text}".encode(), name="x")
    blocks = read_blocks(heal(lines))
    parts = [*blocks.front, *(p for _, under in blocks.labelled for p in under), *blocks.closing]
    assert "".join(part.text for part in parts) == "".join(line.text for line in lines)


def letters(text: str) -> str:
    """Without what may be mended or tidied: brackets, ends of sentences and of lines."""
    return re.sub(r"[（）()\[\]。\n]", "", text)


@given(soup)
def test_no_text_is_lost_between_the_parts_and_measures_headings_and_prose(text: str) -> None:
    source = f"一、始。（甲局负责）\n{text}\n九、终。（乙局负责）"
    blocks = read_blocks(heal(read_lines(source.encode(), name="x")))
    kept = [
        node.parts[0].text[: node.label.length]
        + node.passage.text
        + "".join(part.text for part in node.passage.rest)
        for node in walk(read_outline(blocks, year=None))
    ]
    given_to = [part.text for _, under in blocks.labelled for part in under]
    assert letters("".join(kept)) == letters("".join(given_to))


CELLS = st.text("一1.、（）县局办甲乙负责牵头：/ \n。", max_size=12)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=6))
def test_no_text_is_lost_between_the_cells_of_a_table_and_its_entries(
    rows: list[list[str]],
) -> None:
    """What repeats may be told once; numbers of items and marks for nobody may go."""
    head = ["序号", "类别", "重点任务", "责任单位", "备注"]
    lines = [
        Line(number, "x", True, tuple(Cell(cell) for cell in row), table=1)
        for number, row in enumerate([head, *rows], start=1)
    ]
    kept = "".join(line.text for line in read_tables(lines))
    for sign in "县局办甲乙负责牵头":
        assert sign in kept or not any(sign in cell for row in rows for cell in row)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_no_text_is_lost_on_the_way_from_a_file(kind: str) -> None:
    @settings(max_examples=10, deadline=None, derandomize=True, phases={Phase.generate})
    @given(st.lists(st.text("一二1.（）。，：甲乙局负责牵头市", min_size=1), max_size=12))
    def check(blocks: list[str]) -> None:
        blocks = ["始于足下的计划", *blocks, "一、终。（甲局负责）。完善工作机制，加大工作力度"]
        found = "".join(line.text for line in read_lines(paper(kind, blocks), name="x"))
        assert _not_only_numbers(found) == _not_only_numbers("".join(blocks))

    check()


def _not_only_numbers(text: str) -> str:
    """Lines that are a number alone are taken for those of pages, and may be left out."""
    return re.sub(r"\d", "", text)


@given(soup)
def test_no_measure_is_silently_without_owner_and_no_group_silently_empty(text: str) -> None:
    source = f"一、始。（甲局、各乡镇负责）\n{text}\n九、终。（乙局负责）"
    plan = read_plan(source.encode(), name="x")
    told = {doubt.text_key: doubt for doubt in plan.doubts}
    orphans = [measure for measure in plan.measures if not measure.mentions]
    if orphans:
        assert told["doubt-measure-without-unit"].facts["count"] == str(len(orphans))
    groups = {m.name for measure in plan.measures for m in measure.mentions if is_group(m.name)}
    assert groups == {doubt.facts["group"] for doubt in plan.doubts if "group" in doubt.facts}


@given(soup)
def test_whatever_is_doubtful_in_a_measure_is_said_with_its_words_and_line(text: str) -> None:
    source = f"一、始。（甲局负责，余下各区不再列出）\n{text}\n九、终。（各局负责；监测单位：乙）"
    plan = read_plan(source.encode(), name="x")
    lines = source.count("\n") + 1
    about = ("doubt-measure", "doubt-clause", "doubt-brackets", "doubt-group", "doubt-list")
    of_measures = [doubt for doubt in plan.doubts if doubt.text_key.startswith(about)]
    assert of_measures
    assert all(doubt.source and 1 <= (doubt.line or 0) <= lines for doubt in of_measures)
