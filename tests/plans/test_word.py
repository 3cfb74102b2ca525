"""What a person sees in a Word document is read, and nothing else."""

import io
import zipfile

import pytest
from docx import Document

from plans.lines import Line
from plans.reader import read_plan
from plans.source import read_lines

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def word(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """A document of the XML given, as small as can be."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "word/document.xml", f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>"
        )
        if numbering:
            package.writestr("word/numbering.xml", f"<w:numbering {_W}>{numbering}</w:numbering>")
        if styles:
            package.writestr("word/styles.xml", f"<w:styles {_W}>{styles}</w:styles>")
    return stream.getvalue()


def lines(body: str, *, numbering: str = "", styles: str = "") -> list[Line]:
    return read_lines(word(body, numbering=numbering, styles=styles), name="plan.docx")


def texts(body: str, *, numbering: str = "", styles: str = "") -> list[str]:
    return [line.text for line in lines(body, numbering=numbering, styles=styles)]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run(text), properties=properties)


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = (
    level(0, "chineseCounting", "%1、")
    + level(1, "japaneseCounting", "（%2）")
    + level(2, "decimal", "%3.")
)
NUMBERING = f"""<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>"""


def test_automatic_numbers_are_counted_and_begin_anew_below_each_heading() -> None:
    body = "".join(
        numbered(text, at)
        for text, at in [
            ("甲", 0),
            ("乙", 1),
            ("丙", 2),
            ("丁", 2),
            ("戊", 1),
            ("己", 2),
            ("庚", 0),
            ("辛", 1),
        ]
    )
    assert texts(body, numbering=NUMBERING) == [
        "一、甲",
        "（一）乙",
        "1.丙",
        "2.丁",
        "（二）戊",
        "1.己",
        "二、庚",
        "（一）辛",
    ]


def test_numbers_go_past_ten_as_chinese_counts() -> None:
    shown = texts("".join(numbered("甲") for _ in range(21)), numbering=NUMBERING)
    assert [shown[at] for at in (9, 10, 18, 19, 20)] == [
        "十、甲",
        "十一、甲",
        "十九、甲",
        "二十、甲",
        "二十一、甲",
    ]


def test_a_list_may_begin_anew_or_go_on_where_another_stopped() -> None:
    body = numbered("甲") + numbered("乙") + numbered("丙", 0, 3) + numbered("丁", 0, 2)
    assert texts(body, numbering=NUMBERING) == ["一、甲", "二、乙", "三、丙", "一、丁"]


def test_a_level_that_never_restarts_counts_on() -> None:
    numbering = f"""<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}
    {level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    body = numbered("甲") + numbered("乙", 1) + numbered("丙") + numbered("丁", 1)
    assert texts(body, numbering=numbering) == ["一、甲", "1.乙", "二、丙", "2.丁"]


def test_a_style_may_number_and_its_child_inherits_it() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="Head">
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Head"/></w:style>"""
    body = paragraph(run("甲"), properties='<w:pStyle w:val="Head"/>') + paragraph(
        run("乙"), properties='<w:pStyle w:val="Child"/>'
    )
    assert texts(body, numbering=NUMBERING, styles=styles) == ["一、甲", "二、乙"]


def test_a_bullet_that_word_puts_before_a_paragraph_is_known_and_no_text() -> None:
    of_symbols = level(0, "bullet", "\uf06c")
    bullets = f"""<w:abstractNum w:abstractNumId="0">{of_symbols}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    body = (
        paragraph(run("一、治理河道"))
        + numbered("清淤。（县水利局负责）")
        + numbered("护岸。（县住建局负责）")
    )
    plan = read_plan(word(body, numbering=bullets), name="x")
    assert [(m.number, m.title, m.section_path) for m in plan.measures] == [
        ("1", "清淤", ("一、治理河道",)),
        ("2", "护岸", ("一、治理河道",)),
    ]


def test_a_bullet_deeper_in_the_list_is_part_of_the_one_above() -> None:
    signs = level(0, "bullet", "•") + level(1, "bullet", "o")
    bullets = f"""<w:abstractNum w:abstractNumId="0">{signs}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    body = (
        paragraph(run("一、治理河道"))
        + numbered("清淤。")
        + numbered("上游先行；", 1)
        + numbered("下游跟进。（县水利局负责）", 1)
        + numbered("护岸。")
        + numbered("加固堤脚；", 1)
        + numbered("栽植护坡林。（县住建局负责）", 1)
    )
    plan = read_plan(word(body, numbering=bullets), name="x")
    assert [(measure.number, measure.title) for measure in plan.measures] == [
        ("1", "清淤"),
        ("2", "护岸"),
    ]


def test_a_number_switched_off_is_none_and_bullets_are_no_text() -> None:
    bullets = f"""<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "")}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = numbered("甲") + paragraph(run("乙"), properties=off)
    assert texts(body, numbering=bullets) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimalEnclosedCircle", "①"),
        ("upperLetter", "A"),
        ("lowerRoman", "i"),
        ("ideographTraditional", "甲"),
        ("decimalZero", "01"),
        ("decimalFullWidth", "1"),
    ],
)
def test_other_forms_of_numbers_are_written_as_word_does(form: str, shown: str) -> None:
    numbering = f"""<w:abstractNum w:abstractNumId="0">{level(0, form, "%1")}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    assert texts(numbered("乙"), numbering=numbering) == [f"{shown}乙"]


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = paragraph(
        run("县"),
        f"<w:ins>{run('交通')}</w:ins>",
        "<w:del><w:r><w:delText>财政</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('旧')}</w:moveFrom>",
        f"<w:moveTo>{run('局')}</w:moveTo>",
    )
    assert texts(body) == ["县交通局"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph(run("县交"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("通局"))
    assert texts(body) == ["县交通局"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = paragraph(
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr>",
    )
    assert texts(numbered("甲") + gone + numbered("乙"), numbering=NUMBERING) == [
        "一、甲",
        "二、乙",
    ]


def test_content_controls_and_links_are_read() -> None:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('交通')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{paragraph(run('乙'))}</w:sdtContent></w:sdt>"
    linked = f"<w:hyperlink>{run('局')}</w:hyperlink>"
    assert texts(paragraph(run("县"), inner, linked) + block) == ["县交通局", "乙"]


def test_hidden_text_is_not_read_whoever_hides_it() -> None:
    styles = """<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>"""
    body = paragraph(
        run("甲"),
        run("藏", "<w:vanish/>"),
        run("藏", '<w:rStyle w:val="H"/>'),
        run("乙", '<w:vanish w:val="0"/>'),
    ) + paragraph(run("藏"), properties='<w:pStyle w:val="P"/>')
    assert texts(body, styles=styles) == ["甲乙"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('框'))}</w:txbxContent>"
    drawing = f"""<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>
    <mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    assert texts(paragraph(run("文"), drawing)) == ["文", "框"]


def test_fields_show_their_result_and_breaks_end_lines() -> None:
    field = """<w:r><w:fldChar w:fldCharType="begin"/></w:r>
    <w:r><w:instrText>PAGE</w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7月</w:t></w:r>"""
    assert texts(paragraph(field, "<w:r><w:br/></w:r>", run("乙"))) == ["7月", "乙"]
    assert texts(paragraph(run("甲"), '<w:r><w:br w:type="page"/></w:r>', run("乙"))) == ["甲乙"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def test_merged_cells_repeat_what_they_show() -> None:
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    body = f"""<w:tbl><w:tr>{cell("甲", down)}{cell("乙")}{cell("丙")}</w:tr>
    <w:tr>{cell("", goes_on)}{cell("丁", wide)}</w:tr></w:tbl>"""
    first, second = lines(body)
    assert [(c.text, c.merged) for c in first.cells] == [
        ("甲", False),
        ("乙", False),
        ("丙", False),
    ]
    assert [(c.text, c.merged) for c in second.cells] == [("甲", True), ("丁", False), ("丁", True)]


def test_a_deleted_row_is_not_read_and_a_frame_of_one_cell_is_no_table() -> None:
    body = f"""<w:tbl><w:tr>{cell("甲")}{cell("乙")}</w:tr>
    <w:tr><w:trPr><w:del/></w:trPr>{cell("丙")}{cell("丁")}</w:tr></w:tbl>
    <w:tbl><w:tr>{cell("框")}</w:tr></w:tbl>"""
    assert [(line.text, len(line.cells)) for line in lines(body)] == [("甲乙", 2), ("框", 0)]


def test_a_strict_document_is_read_too() -> None:
    strict = word(paragraph(run("甲")))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(stream, "w") as new:
        text = old.read("word/document.xml").decode()
        new.writestr(
            "word/document.xml",
            text.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        )
    assert [line.text for line in read_lines(stream.getvalue(), name="x")] == ["甲"]


def test_headers_and_footers_are_no_text() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "某县人民政府文件"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.add_paragraph("甲")
    stream = io.BytesIO()
    document.save(stream)
    assert [line.text for line in read_lines(stream.getvalue(), name="x")] == ["甲"]


BOLD = "<w:b/>"
KAI = '<w:rFonts w:eastAsia="楷体_GB2312"/>'
LONG = "建立重点企业周调度、月会商机制，对产值前一百户企业实行专员服务，及时解决问题。"


def titles(*paragraphs: str) -> list[str | None]:
    return [m.title for m in read_plan(word("".join(paragraphs)), name="plan.docx").measures]


@pytest.mark.parametrize("face", [BOLD, KAI])
def test_a_sentence_set_off_by_its_type_is_the_title(face: str) -> None:
    untitled = paragraph(run(f"2.{LONG}全年走访一百户。（乙局负责）"))
    set_off = paragraph(run("1."), run(LONG, face), run("全年走访一百户。（甲局负责）"))
    assert titles(paragraph(run("一、任务")), set_off, untitled) == [LONG.rstrip("。"), None]


def test_a_word_that_type_only_stresses_is_no_title() -> None:
    stressed = paragraph(run("1.建设", BOLD), run("充电桩。方便群众。（甲局负责）"))
    whole = paragraph(run("2.改造管网。降低漏损。（乙局负责）", BOLD))
    label = paragraph(run("责任单位：", BOLD), run("丙局"))
    assert titles(stressed, whole, paragraph(run("3.清理河道。")), label) == [
        "建设充电桩",
        "改造管网",
        "清理河道",
    ]
