"""Pages → paragraphs and rows."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from plans.errors import PlanIsScan, PlanTableUnread
from plans.lines import Cell
from plans.pdf_layout import PrintedLine, cell_text, torn_cell
from plans.reader import read_plan
from plans.source import read_lines
from tests.plans.documents import cooperating, lead, responsible
from tests.plans.papers import Block, Grid, as_gazette, as_pdf, paper

LONG = "推进甲乙丙丁戊己庚辛壬癸各项工作，完善机制，加大力度，做好服务。" * 12


def texts(*blocks: str, flush: bool = False, head: str = "") -> list[str]:
    lines = read_lines(as_pdf(blocks, flush=flush, head=head), name="x")
    return [line.text for line in lines]


@pytest.mark.parametrize("flush", [False, True])
def test_printed_lines_are_joined_to_the_paragraphs_they_are(flush: bool) -> None:
    blocks = ["某县计划", f"1.{LONG}", "一、短句", f"2.{LONG}（甲局负责）"]
    assert texts(*blocks, flush=flush) == blocks


def test_a_paragraph_goes_on_over_the_page_and_what_edges_it_is_no_text() -> None:
    blocks = ["某县计划", *(f"{number}.{LONG}" for number in range(1, 9))]
    assert texts(*blocks, head="某县人民政府公报 2026年第3期") == blocks


@pytest.mark.parametrize("signs", [25, 26, 27, 28])
def test_a_title_that_fills_its_line_does_not_run_into_the_preamble(signs: int) -> None:
    """A line takes 27. Where no paragraph is moved in, only the words show where one ends."""
    title = f"{'某县推进城镇调查失业率控制和就业服务能力提升重点任务'[: signs - 2]}方案"
    preamble = f"为贯彻落实上级决策部署，{LONG}"
    blocks = [title, preamble, "1.甲事。（甲局负责）", "2.乙事。（乙局负责）"]
    stream = as_pdf(["某县人民政府文件", *blocks], flush=True)
    assert [line.text for line in read_lines(stream, name="x")][1:] == blocks
    assert read_plan(stream, name="x").title == title


def test_a_table_goes_on_over_pages_with_its_head_repeated() -> None:
    rows = [["序号", "重点任务", "责任单位"]]
    rows += [[str(number), f"任务{number}甲。{LONG[:80]}", "县财政局"] for number in range(1, 60)]
    plan = read_plan(paper("pdf", ["某县计划", Grid(rows)]), name="x")
    assert [measure.number for measure in plan.measures] == [str(n) for n in range(1, 60)]
    assert {measure.mentions for measure in plan.measures} == {responsible("县财政局")}


def test_a_name_that_a_narrow_cell_wraps_stays_one() -> None:
    name = "县人力资源和社会保障综合服务中心管理办公室"
    rows = [["序号", "重点任务", "责任单位"], ["1", "做好服务", f"{name}\n县财政局"]]
    plan = read_plan(paper("pdf", ["某县推进服务业发展的计划", Grid(rows)]), name="x")
    assert plan.measures[0].mentions == responsible(name, "县财政局")


def test_a_row_that_a_page_tears_is_put_together_again() -> None:
    upper = tuple(Cell(text) for text in ("3", "做好服务，推进", "县人力资源和社"))
    lower = tuple(Cell(text) for text in ("", "上市工作", "会保障局\n县财政局"))
    whole = [torn_cell(above.text, below.text) for above, below in zip(upper, lower, strict=True)]
    assert whole == ["3", "做好服务，推进上市工作", "县人力资源和社会保障局\n县财政局"]
    assert torn_cell("县财政局", "县税务局") == "县财政局\n县税务局"


MERGED = ["序号", "存在问题", "整改措施", "牵头单位", "配合单位"]


def on_two_pages(above: list[str], below: list[str]) -> list[tuple[str, set[str]]]:
    """The last measures of a table of two pages, whose cells are merged over the page's end."""
    rows = [[str(n), f"问题{n}", f"{n}.1 逐项整改。", "县财政局", "县审计局"] for n in range(1, 4)]
    upper = Grid([MERGED, *rows, above])
    last = ["9", "末项", "9.1 巩固成果。", "县水利局", "县住建局"]
    lower = Grid([MERGED, below, last], on_new_page=True)
    plan = read_plan(as_pdf(["某县问题整改任务清单", upper, lower]), name="x")
    return [(m.number, {mention.name for mention in m.mentions}) for m in plan.measures[3:]]


def test_cells_that_the_end_of_a_page_parts_go_on_behind_it() -> None:
    above = ["4", "管理粗放", "4.1 建章立制。", "县教育局", "县财政局"]
    found = on_two_pages(above, ["", "", "4.2 开展培训。", "", "县人社局"])
    assert found == [
        ("4.1", {"县教育局", "县财政局"}),
        ("4.2", {"县教育局", "县人社局"}),
        ("9.1", {"县水利局", "县住建局"}),
    ]


def test_a_cell_blank_as_others_are_stays_so_behind_the_end_of_a_page() -> None:
    above = ["4", "管理粗放", "4.1 建章立制。", "县教育局", ""]
    found = on_two_pages(above, ["5", "账目不清", "5.1 开展清查。", "县商务局", ""])
    assert found[:2] == [("4", {"县教育局"}), ("5", {"县商务局"})]


@pytest.mark.parametrize("measures", [3, 14], ids=["one page", "two pages"])
@pytest.mark.parametrize("head", ["某市人民政府公报", "政策汇编第3期", "某县2026年行动计划"])
def test_what_stands_above_the_pages_of_a_short_document_is_no_text(
    head: str, measures: int
) -> None:
    body = [
        f"{number}.推进第{number}项工作。完善工作机制，加大工作力度，按期完成。（甲局牵头，乙局配合）"
        for number in range(1, measures + 1)
    ]
    plan = read_plan(as_pdf(["某县2026年行动计划", "一、主要任务", *body], head=head), name="x")
    assert plan.title == "某县2026年行动计划"
    assert len(plan.measures) == measures
    assert all(head not in measure.text for measure in plan.measures)
    assert {measure.mentions for measure in plan.measures} == {lead("甲局") + cooperating("乙局")}


def test_rows_of_a_table_without_frame_go_on_over_the_end_of_a_page() -> None:
    rows = [["序号", "重点任务", "牵头单位", "配合单位"]]
    rows += [
        [str(number), f"推进第{number}项工作，完善机制", "甲局", "乙局、丙局"]
        for number in range(1, 61)
    ]
    measures = read_plan(as_pdf(["某县任务表", Grid(rows)], rules="none"), name="x").measures
    assert [measure.number for measure in measures] == [str(number) for number in range(1, 61)]
    assert {m.mentions for m in measures} == {lead("甲局") + cooperating("乙局", "丙局")}


def test_running_text_below_a_table_without_frame_is_no_row_of_it() -> None:
    rows = [["序号", "重点任务", "责任单位"], ["1", "推进上市", "甲局"], ["2", "提升服务", "乙局"]]
    closing = "各单位要高度重视，加强组织领导，确保各项工作任务按时完成，年底前逐一对账。"
    plan = read_plan(as_pdf(["某县任务表", Grid(rows), closing], rules="none"), name="x")
    assert [(m.title, m.mentions) for m in plan.measures] == [
        ("推进上市", responsible("甲局")),
        ("提升服务", responsible("乙局")),
    ]


def scanned(pages: str) -> bytes:
    """A page for each letter: t text, s a scanned one, b a blank one, l one with a small logo."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    picture = ImageReader(Image.new("RGB", (60, 80), "grey"))
    for number, kind in enumerate(pages, start=1):
        if kind == "t":
            canvas.setFont("STSong-Light", 14)
            canvas.drawString(80, 600, f"{number}.推进第{number}项工作，完善机制、加强服务，")
            canvas.drawString(52, 576, "优化流程，密切部门协同，定期开展调度。（市发改局负责）")
        elif kind == "s":
            canvas.drawImage(picture, 20, 20, 555, 800)
        elif kind == "l":
            canvas.drawImage(picture, 20, 20, 60, 80)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("pages", "told"),
    [("ttst", "3"), ("ttsst", "3、4"), ("tttssst", "4—6"), ("ttbt", None), ("ttlt", None)],
)
def test_scanned_pages_between_pages_of_text_are_told(pages: str, told: str | None) -> None:
    document = read_plan(scanned(pages), name="x")
    assert len(document.measures) == pages.count("t")
    doubts = [doubt for doubt in document.doubts if doubt.text_key == "doubt-pages-pictured"]
    assert [doubt.facts["pages"] for doubt in doubts] == ([told] if told else [])
    assert document.doubts[: len(doubts)] == tuple(doubts)


def test_where_most_pages_are_scanned_the_file_is_refused() -> None:
    with pytest.raises(PlanIsScan):
        read_plan(scanned("tsssss"), name="x")


BESIDE = ["重点任务", "责任单位"]
SHORT = "完善机制，加强调度，推动各项任务落地见效。"


@pytest.mark.parametrize("rules", ["none", "across"])
@pytest.mark.parametrize(
    "rows",
    [
        [["推进甲事", "县财政局"], ["推进乙事", "县水利局"], ["推进丙事", "县住建局"]],
        [
            ["一、加强领导", ""],
            [f"1.推进甲事。{SHORT}", "县财政局"],
            [f"2.推进乙事。{SHORT * 2}", "县水利局"],
            ["二、强化保障", ""],
            [f"3.推进丙事。{SHORT}", "县住建局"],
        ],
        [
            [f"1.推进甲事。\n（1）{SHORT}\n（2）{SHORT}", "县财政局"],
            ["2.推进乙事。", "县水利局"],
            [f"3.推进丙事。{SHORT}", "县住建局"],
        ],
    ],
)
def test_rows_of_two_columns_without_a_frame_are_told_by_numbers_headings_and_lines(
    rules: str, rows: list[list[str]]
) -> None:
    behind = "各单位要抓好落实，及时报送工作进展情况。" * 3
    stream = as_pdf(["某县重点任务分工表", Grid([BESIDE, *rows]), behind], rules=rules)
    found = read_plan(stream, name="x").measures
    assert [(m.number, m.title, m.mentions) for m in found] == [
        ("1", "推进甲事", responsible("县财政局")),
        ("2", "推进乙事", responsible("县水利局")),
        ("3", "推进丙事", responsible("县住建局")),
    ]


@pytest.mark.parametrize("rules", ["none", "across"])
def test_rows_of_one_line_each_are_rows_though_nothing_else_parts_them(rules: str) -> None:
    rows = [["重点任务", "责任单位", "完成时限"]]
    rows += [[f"推进{sign}事", "县财政局", "6月底前"] for sign in "甲乙丙"]
    stream = as_pdf(["某县2026年重点任务分工表", Grid(rows)], rules=rules)
    assert [m.title for m in read_plan(stream, name="x").measures] == [
        "推进甲事",
        "推进乙事",
        "推进丙事",
    ]


def test_a_date_set_at_the_right_edge_does_not_run_into_the_page_behind_it() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    notice = [
        (110, "某市人民政府办公室关于印发年度重点任务清单的通知"),
        (52, "各县（市、区）人民政府："),
        (84, "现将《某市年度重点任务清单》印发给你们，请认真组织实施。"),
    ]
    signed = [(417, "某市人民政府办公室"), (431, "2026年2月17日")]
    annex = [
        (52, "附件"),
        (200, "某市年度重点任务清单"),
        (84, "1.推进甲事，完善机制。（市财政局负责）"),
        (84, "2.推进乙事，加强调度。（市水利局负责）"),
    ]
    for page in ([*notice, *signed], annex):
        canvas.setFont("STSong-Light", 14)
        for at, (x, text) in enumerate(page):
            canvas.drawString(x, 700 - 28 * at, text)
        canvas.showPage()
    canvas.save()
    document = read_plan(stream.getvalue(), name="x")
    assert (document.issued_on, document.issuer) == (date(2026, 2, 17), "某市人民政府办公室")
    assert "附件" in {text.text for text in document.prose}


UNPARTED = Grid([BESIDE, *([f"推进{sign}事。{SHORT * 2}", "县财政局"] for sign in "甲乙丙")])
"""Lines of one paragraph stand as far apart as those of two: nothing tells where a row ends."""


def test_a_file_that_has_its_measures_in_a_table_without_rows_is_refused_with_the_page() -> None:
    pages: list[Block] = ["某县重点任务分工表", *[LONG] * 4, UNPARTED]
    with pytest.raises(PlanTableUnread) as refused:
        read_plan(as_pdf(pages, rules="none"), name="x")
    assert refused.value.facts == {"name": "x", "pages": "2"}


def test_a_table_without_rows_beside_measures_is_told_with_its_head_and_page() -> None:
    text = ["某县重点任务分工方案", "1.推进甲事。（县财政局负责）", "2.推进乙事。（县水利局负责）"]
    plan = read_plan(as_pdf([*text, UNPARTED], rules="none"), name="x")
    assert [measure.number for measure in plan.measures] == ["1", "2"]
    (told,) = [doubt for doubt in plan.doubts if doubt.text_key == "doubt-table-unread"]
    assert (told.facts, told.source) == ({"page": "1"}, "重点任务　责任单位")


def test_a_head_alone_at_the_end_of_a_page_is_that_of_the_rows_behind_it() -> None:
    rows = [["1", "推进甲事", "县财政局"], ["2", "推进乙事", "县水利局"]]
    pages = [Grid([["序号", "重点任务", "责任单位"]]), Grid(rows, on_new_page=True)]
    found = read_plan(as_pdf(["某县重点任务分工表", *pages], rules="none"), name="x").measures
    assert [(m.title, m.mentions) for m in found] == [
        ("推进甲事", responsible("县财政局")),
        ("推进乙事", responsible("县水利局")),
    ]


def test_a_stop_that_hangs_out_of_a_cell_makes_its_column_no_wider() -> None:
    """A line with figures is shorter than a full one, and would seem to have room for more."""
    task = "改造城乡标准厂房和各类市场。推进各级5所茶馆菜房桥渠改棚改建，做好服务"
    rows = [
        ["序号", "重点任务", "责任单位"],
        ["1", task, "县财政局"],
        ["2", "推进乙事", "县水利局"],
    ]
    stream = as_pdf(["某县任务表", Grid(rows)], rules="none")
    first, _ = read_plan(stream, name="x").measures
    assert task in first.text


def test_a_cell_leaves_as_much_empty_on_the_right_as_on_the_left() -> None:
    """What looks like room for one more sign is its margin: 6月 runs on into the next line."""
    lines = [
        PrintedLine("全年收入增长12%左右。6月", 106.0, 233.9, 0.0, 10.5),
        PrintedLine("底前建成12个。", 106.0, 180.0, 14.0, 24.5),
    ]
    assert cell_text(lines, width=150.0, left=100.0) == "全年收入增长12%左右。6月底前建成12个。"
    centred = [replace(line, x0=line.x0 + 30, x1=line.x1 - 30) for line in lines]
    assert "\n" in cell_text(centred, width=150.0, left=100.0)


@pytest.mark.parametrize(("columns", "count"), [(2, 12), (3, 14)])
def test_columns_of_text_are_read_one_after_the_other(columns: int, count: int) -> None:
    """Also where the last of them, on the last page, is all but empty."""
    clause = "（市数据局牵头，市工信局、市财政局、各县（市、区）人民政府配合，{}月底前完成）"
    words = "完善网络布局，优化算力结构，推动数据要素流通，加强部门协同，定期开展调度，"
    items = [
        f"{at}.建设第{at}类设施。{words}新建示范点{at}个。{clause.format(at % 9 + 3)}"
        for at in range(1, count + 1)
    ]
    half = count // 2
    body = ["一、夯实基础", *items[:half], "二、壮大产业", *items[half:]]
    plan = read_plan(as_gazette(["某市2026年数字经济发展计划", *body], columns=columns), name="x")
    assert plan.title == "某市2026年数字经济发展计划"
    written = [item.split(".", 1)[1] for item in items]
    assert [measure.text for measure in plan.measures] == written
    assert [measure.section_path for measure in plan.measures[:: count - 1]] == [
        ("一、夯实基础",),
        ("二、壮大产业",),
    ]


def test_a_table_without_rules_is_no_text_in_columns() -> None:
    rows = [["序号", "重点任务", "责任单位"]]
    words = "完善网络布局，优化算力结构，推动数据要素流通，加强部门协同，定期开展调度"
    rows += [[f"{n}", f"建设第{n}类设施，{words}", "县水利局、县财政局"] for n in range(1, 9)]
    measures = read_plan(as_pdf(["某县任务表", Grid(rows)], rules="none"), name="x").measures
    assert [measure.number for measure in measures] == [str(n) for n in range(1, 9)]
