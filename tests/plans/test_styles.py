"""Any plan written out in any house style, as text, Word or PDF, is read back the same."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plans.reader import read_plan
from tests.plans.papers import KINDS, RULES, Block, as_pdf, paper
from tests.plans.written import (
    BULLETS,
    NUMBERINGS,
    STYLES,
    TWO_NUMBERS,
    Chapter,
    Reading,
    chapters,
    chapters_of_few_units,
    chapters_without_items,
    in_two_columns,
    meant,
    meant_with_two_numbers,
    one_table_each,
    prefixes_said_once,
    tabulated,
    with_blanks_filled,
    with_two_numbers,
    written_out,
)

pytestmark = pytest.mark.long

# Making a PDF takes a tenth of a second: fewer of them, and no limit of time for each.
EXAMPLES = {"txt": 12, "docx": 4, "pdf": 4}
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]


def several(kind: str) -> settings:
    """Files that are slow to make are not made again and again to find the smallest fault."""
    phases = set(Phase) if kind == "txt" else {Phase.generate}
    return settings(
        max_examples=EXAMPLES[kind],
        deadline=None,
        derandomize=kind != "txt",  # so few examples find nothing by chance; a fault stays found
        suppress_health_check=UNHURRIED,
        phases=phases - {Phase.explain},
    )


def read(kind: str, blocks: list[Block]) -> list[Reading]:
    return read_file(paper(kind, blocks))


def read_file(data: bytes) -> list[Reading]:
    plan = read_plan(data, name="plan")
    return [
        Reading(
            measure.number,
            measure.title,
            frozenset(measure.mentions),
            measure.deadline,
            measure.section_path[-1].lstrip("（一二三四五六七八九十第章、）1234.　"),
            tuple(replace(target, text="") for target in measure.indicators),
            measure.labels,
        )
        for measure in plan.measures
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_a_plan_in_any_style_is_read_back_the_same(kind: str, style: str) -> None:
    @several(kind)
    @given(chapters, st.sampled_from(sorted(NUMBERINGS)))
    def check(chapters: list[Chapter], numbering: str) -> None:
        assert read(kind, written_out(chapters, style, numbering)) == meant(chapters)

    check()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_a_plan_whose_measures_have_bullets_is_read_back_the_same(kind: str, style: str) -> None:
    @several(kind)
    @given(
        chapters_without_items.filter(lambda each: any(len(c.measures) > 1 for c in each)),
        st.sampled_from(sorted(BULLETS)),
    )
    def check(chapters: list[Chapter], numbering: str) -> None:
        assert read(kind, written_out(chapters, style, numbering)) == meant(chapters)

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_names_that_share_the_prefix_of_one_before_them_are_read_whole(kind: str) -> None:
    @several(kind)
    @given(chapters_of_few_units, st.sampled_from(sorted(NUMBERINGS)))
    def check(chapters: list[Chapter], numbering: str) -> None:
        blocks = written_out(prefixes_said_once(chapters), "in_brackets", numbering)
        assert read(kind, blocks) == meant(chapters)

    check()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("numbers", TWO_NUMBERS)
def test_a_table_of_problems_and_their_measures_is_read_back_the_same(
    kind: str, numbers: str
) -> None:
    @several(kind)
    @given(chapters.filter(lambda each: sum(len(c.measures) > 1 for c in each) > 1))
    def check(chapters: list[Chapter]) -> None:
        blocks = with_two_numbers(chapters, numbers)
        if kind == "txt":
            chapters = with_blanks_filled(chapters, categories=True)
        assert read(kind, blocks) == meant_with_two_numbers(chapters, numbers)

    check()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("categories", [False, True])
def test_a_table_of_tasks_is_read_back_the_same(kind: str, categories: bool) -> None:
    @several(kind)
    @given(chapters, st.sampled_from(["、", "\n"]))
    def check(chapters: list[Chapter], apart: str) -> None:
        blocks = tabulated(chapters, apart=apart, categories=categories)
        if kind == "txt":
            chapters = with_blanks_filled(chapters, categories=categories)
        assert read(kind, blocks) == meant(chapters)

    check()


@pytest.mark.parametrize("upright", ["MIDDLE", "TOP"])
@pytest.mark.parametrize("rules", ["across", "none"])
def test_a_table_of_tasks_beside_their_units_alone_is_read_back_the_same(
    rules: str, upright: str
) -> None:
    @several("pdf")
    @given(chapters_without_items, st.sampled_from(["、", "\n"]))
    def check(chapters: list[Chapter], apart: str) -> None:
        blocks = in_two_columns(chapters, apart=apart)
        found = read_plan(as_pdf(blocks, rules=rules, upright=upright), name="plan")
        measures = [measure for chapter in chapters for measure in chapter.measures]
        assert [(m.number, m.title, {own.name for own in m.mentions}) for m in found.measures] == [
            (str(at), measure.title, {own.name for own in measure.mentions})
            for at, measure in enumerate(measures, start=1)
        ]

    check()


@pytest.mark.parametrize("upright", ["MIDDLE", "TOP"])
@pytest.mark.parametrize("rules", ["within", "across", "three", "none"])
def test_a_table_that_no_rules_enclose_is_read_back_the_same(rules: str, upright: str) -> None:
    @several("pdf")
    @given(chapters, st.sampled_from(["、", "\n"]))
    def check(chapters: list[Chapter], apart: str) -> None:
        blocks = tabulated(chapters, apart=apart, categories=False)
        assert read_file(as_pdf(blocks, rules=rules, upright=upright)) == meant(chapters)

    check()


def test_tables_of_a_document_that_are_ruled_in_their_own_ways_are_read_back_the_same() -> None:
    @several("pdf")
    @given(chapters, st.data())
    def check(chapters: list[Chapter], data: st.DataObject) -> None:
        ways = [data.draw(st.sampled_from(sorted(RULES))) for _ in chapters]
        blocks = one_table_each(chapters, apart="、")
        assert read_file(as_pdf(blocks, rules=ways)) == meant(chapters)

    check()
