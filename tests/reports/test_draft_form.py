"""The form of the draft: GB/T 9704-2012 as numbers, read from the document's XML."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from reports.blank_paper import Fonts
from reports.draft_profile import DraftProfile
from reports.package import parts_of
from tests.factories import a_filed_entry, a_filed_report, a_measure
from tests.reports.paper import W, attributes, draft_of, found, xml_of
from tests.reports.samples import long_report
from vocabulary.report import EvidenceFile


@pytest.fixture(scope="module")
def draft() -> bytes:
    return draft_of(long_report())


def style(docx: bytes, style_id: str) -> ElementTree.Element:
    found = xml_of(docx, "word/styles.xml").find(f"{W}style[@{W}styleId='{style_id}']")
    assert found is not None
    return found


def paragraphs(docx: bytes, style_id: str | None = None) -> list[ElementTree.Element]:
    found = xml_of(docx, "word/document.xml").iter(f"{W}p")
    return [p for p in found if style_id is None or style_of(p) == style_id]


def style_of(paragraph: ElementTree.Element) -> str:
    return attributes(found(paragraph, f"{W}pPr/{W}pStyle"))["val"]


def text_of(paragraph: ElementTree.Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def test_page_is_a4_with_the_margins_of_the_standard(draft: bytes) -> None:
    section = found(xml_of(draft, "word/document.xml"), f"{W}body/{W}sectPr")
    assert attributes(found(section, f"{W}pgSz")) == {"w": "11906", "h": "16838"}
    margins = attributes(found(section, f"{W}pgMar"))
    assert (
        margins
        | {
            "top": "2098",
            "bottom": "1984",
            "left": "1588",
            "right": "1474",
            "footer": "1427",
            "gutter": "0",
        }
        == margins
    )
    assert attributes(found(section, f"{W}docGrid")) == {"type": "lines", "linePitch": "579"}


def test_body_has_22_exact_lines_a_page_and_28_characters_a_line(draft: bytes) -> None:
    normal = style(draft, "Normal")
    spacing = attributes(found(normal, f"{W}pPr/{W}spacing"))
    assert spacing == {"before": "0", "after": "0", "line": "579", "lineRule": "exact"}
    assert attributes(found(normal, f"{W}pPr/{W}jc"))["val"] == "both"
    assert attributes(found(normal, f"{W}rPr/{W}spacing"))["val"] == "-5"
    assert (16838 - 2098 - 1984) // 579 == 22
    assert (11906 - 1588 - 1474) // (320 - 5) == 28


def test_body_is_indented_by_two_characters(draft: bytes) -> None:
    indent = attributes(found(style(draft, "BodyText"), f"{W}pPr/{W}ind"))
    assert indent == {"firstLineChars": "200", "firstLine": "640"}


def test_text_is_size_three_fangsong_in_every_script(draft: bytes) -> None:
    defaults = found(xml_of(draft, "word/styles.xml"), f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert attributes(found(defaults, f"{W}sz"))["val"] == "32"
    fonts = attributes(found(defaults, f"{W}rFonts"))
    assert fonts == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "仿宋_GB2312")
    assert attributes(found(defaults, f"{W}lang"))["eastAsia"] == "zh-CN"


def test_title_is_size_two_xiaobiaosong_centred_and_not_bold(draft: bytes) -> None:
    title = style(draft, "Title")
    assert attributes(found(title, f"{W}rPr/{W}rFonts"))["eastAsia"] == "方正小标宋简体"
    assert attributes(found(title, f"{W}rPr/{W}sz"))["val"] == "44"
    assert title.find(f"{W}rPr/{W}b") is None
    assert attributes(found(title, f"{W}pPr/{W}jc"))["val"] == "center"
    spacing = attributes(found(title, f"{W}pPr/{W}spacing"))
    assert spacing["lineRule"] == "exact"
    assert 32 * 20 <= int(spacing["line"]) <= 35 * 20
    assert attributes(found(title, f"{W}pPr/{W}snapToGrid"))["val"] == "0"


@pytest.mark.parametrize(("style_id", "font"), [("Heading1", "黑体"), ("Heading2", "楷体_GB2312")])
def test_headings_have_their_font_and_stay_with_what_follows(
    draft: bytes, style_id: str, font: str
) -> None:
    heading = style(draft, style_id)
    assert attributes(found(heading, f"{W}rPr/{W}rFonts"))["eastAsia"] == font
    assert heading.find(f"{W}rPr/{W}sz") is None, "the size of the body"
    assert heading.find(f"{W}pPr/{W}keepNext") is not None
    assert paragraphs(draft, style_id)


def test_headings_are_counted_as_in_official_documents(draft: bytes) -> None:
    first = [text_of(p) for p in paragraphs(draft, "Heading1")]
    assert [heading[:2] for heading in first] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert all(
        re.match("（[一二三四五六七八九十]+）", text_of(p)) for p in paragraphs(draft, "Heading2")
    )


def test_every_run_takes_ambiguous_signs_from_the_chinese_font(draft: bytes) -> None:
    runs = [
        run
        for run in xml_of(draft, "word/document.xml").iter(f"{W}r")
        if run.find(f"{W}t") is not None
    ]
    assert len(runs) > 60
    for run in runs:
        assert attributes(found(run, f"{W}rPr/{W}rFonts"))["hint"] == "eastAsia"


def test_addressee_stands_flush_left_under_one_blank_line(draft: bytes) -> None:
    title, blank, addressee = paragraphs(draft)[:3]
    assert style_of(title) == "Title"
    assert text_of(blank) == ""
    assert text_of(addressee) == "市服务业发展领导小组办公室："
    assert style_of(addressee) == "Normal"


def test_signature_is_centred_on_the_date_four_characters_from_the_right(draft: bytes) -> None:
    name, date = paragraphs(draft, "Signature")
    assert text_of(name) == "永济市工业和科技局"
    assert text_of(date) == "2022年8月3日"
    date_width = 6 * 320  # 2022年8月3日: six half-width figures, three characters
    for paragraph in (name, date):
        indent = attributes(found(paragraph, f"{W}pPr/{W}ind"))
        assert indent == {"left": str(8844 - (date_width + 2560))}
    assert attributes(found(style(draft, "Signature"), f"{W}pPr/{W}jc"))["val"] == "center"


def test_signature_wider_than_the_date_ends_at_the_right_edge() -> None:
    name = "中国人民银行运城市中心支行永济市营业管理部"
    docx = draft_of(a_filed_report(official_name=name))
    indent = attributes(found(paragraphs(docx, "Signature")[0], f"{W}pPr/{W}ind"))
    assert indent == {"left": str(8844 - len(name) * 320)}


def test_name_longer_than_a_line_is_signed_in_two() -> None:
    name = "国家金融监督管理总局运城监管分局永济监管支局（永济市防范非法集资领导小组办公室）"
    docx = draft_of(a_filed_report(official_name=name))
    *lines, date = paragraphs(docx, "Signature")
    assert len(lines) == 2
    assert [text_of(line) for line in lines] == [
        "国家金融监督管理总局运城监管分局永济监管支局",
        "（永济市防范非法集资领导小组办公室）",
    ]
    assert text_of(date) == "2022年8月3日"


def test_two_blank_lines_for_the_seal_and_no_page_carries_the_signature_alone(draft: bytes) -> None:
    *_, closing, blank, another, name, date, note = paragraphs(draft)
    assert [text_of(p) for p in (closing, blank, another)] == ["特此报告。", "", ""]
    for paragraph in (closing, blank, another, name, date):
        assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
    assert text_of(note) == "（联系人：王建国，联系电话：0359-8023456）"
    assert note.find(f"{W}pPr/{W}keepLines") is not None
    assert attributes(found(note, f"{W}pPr/{W}jc"))["val"] == "left"


def test_attachments_stand_two_characters_in_and_their_names_under_each_other() -> None:
    entries = [
        replace(a_filed_entry(a_measure(str(number))), evidence=(EvidenceFile(1, "甲", "", 1),))
        for number in range(1, 12)
    ]
    docx = draft_of(a_filed_report(*entries))
    listed = [p for p in paragraphs(docx) if text_of(p).endswith("项佐证材料（1件）")]
    assert len(listed) == 11
    for number, paragraph in enumerate(listed, start=1):
        ind = {k: int(v) for k, v in attributes(found(paragraph, f"{W}pPr/{W}ind")).items()}
        label, _, name = text_of(paragraph).partition(".")
        label_width = (len(str(number)) + 1) * 315 // 2
        word = 3 * 315 if number == 1 else 0
        assert label == ("附件：" if number == 1 else "") + str(number)
        assert not name.endswith(("。", "；"))
        assert ind["hanging"] == pytest.approx(word + label_width, abs=1)
        assert ind["left"] - ind["hanging"] == pytest.approx(640 + 3 * 315 - word, abs=1)
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in listed]
    assert kept == [False] * 8 + [True] * 3


@pytest.mark.parametrize(("kind", "side"), [("default", "right"), ("even", "left")])
def test_page_number_stands_outside_between_dashes(draft: bytes, kind: str, side: str) -> None:
    document = xml_of(draft, "word/document.xml")
    reference = found(document, f".//{W}footerReference[@{W}type='{kind}']")
    target = relationship(draft, attributes(reference)["id"])
    footer = xml_of(draft, f"word/{target}")
    assert "".join(footer.itertext()) == "— 1 —"
    assert attributes(found(footer, f".//{W}fldSimple"))["instr"] == "PAGE"
    paragraph = found(footer, f"{W}p/{W}pPr")
    assert attributes(found(paragraph, f"{W}jc"))["val"] == side
    assert attributes(found(paragraph, f"{W}ind")) == {f"{side}Chars": "100", side: "280"}
    footer_style = style(draft, "Footer")
    assert attributes(found(footer_style, f"{W}rPr/{W}sz"))["val"] == "28"
    assert attributes(found(footer_style, f"{W}rPr/{W}rFonts"))["eastAsia"] == "宋体"
    spacing = attributes(found(footer_style, f"{W}pPr/{W}spacing"))
    assert (spacing["line"], spacing["lineRule"]) == ("280", "exact")
    assert xml_of(draft, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


@pytest.mark.parametrize("kind", ["default", "even"])
def test_every_page_says_quietly_what_it_is(draft: bytes, kind: str) -> None:
    reference = found(
        xml_of(draft, "word/document.xml"), f".//{W}headerReference[@{W}type='{kind}']"
    )
    header = xml_of(draft, f"word/{relationship(draft, attributes(reference)['id'])}")
    assert "".join(header.itertext()) == "以系统报送文本为准　回执 2022-07-0013　第1版"
    assert int(attributes(found(style(draft, "Header"), f"{W}rPr/{W}sz"))["val"]) < 20


def relationship(docx: bytes, identity: str) -> str:
    for known in xml_of(docx, "word/_rels/document.xml.rels"):
        if known.get("Id") == identity:
            return known.get("Target", "")
    raise LookupError(identity)


def test_document_is_chinese_and_of_the_present_word(draft: bytes) -> None:
    settings = xml_of(draft, "word/settings.xml")
    mode = found(settings, f"{W}compat/{W}compatSetting[@{W}name='compatibilityMode']")
    assert attributes(mode)["val"] == "15"
    assert attributes(found(settings, f"{W}themeFontLang"))["eastAsia"] == "zh-CN"
    theme = parts_of(draft)["word/theme/theme1.xml"].decode()
    assert "仿宋_GB2312" in theme
    assert "Jpan" not in theme
    assert not [name for name in parts_of(draft) if "thumbnail" in name or "customXml" in name]


def test_fonts_can_be_chosen() -> None:
    fonts = Fonts(title="华文中宋", body="仿宋", heading_2="楷体")
    docx = draft_of(a_filed_report(), DraftProfile(fonts=fonts))
    assert "GB2312" not in "".join(
        part.decode() for name, part in parts_of(docx).items() if name.endswith(".xml")
    )
    assert attributes(found(style(docx, "Title"), f"{W}rPr/{W}rFonts"))["eastAsia"] == "华文中宋"


def test_letterhead_has_its_room_above_the_title() -> None:
    docx = draft_of(a_filed_report(), DraftProfile(letterhead=80))
    reserved, title = paragraphs(docx)[:2]
    assert text_of(reserved) == ""
    spacing = attributes(found(reserved, f"{W}pPr/{W}spacing"))
    assert (spacing["lineRule"], int(spacing["line"])) == ("exact", round(80 / 25.4 * 1440))
    assert attributes(found(style(docx, "Letterhead"), f"{W}pPr/{W}snapToGrid"))["val"] == "0"
    assert style_of(title) == "Title"
    assert not paragraphs(draft_of(a_filed_report()), "Letterhead")


def test_same_report_becomes_the_same_bytes(draft: bytes) -> None:
    assert draft_of(long_report()) == draft
    assert draft_of(long_report(revision=2)) != draft
