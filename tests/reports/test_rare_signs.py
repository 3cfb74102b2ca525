"""Signs that the fonts of official documents lack are drawn by fonts that have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.draft_profile import DraftProfile
from reports.rare_signs import by_font
from tests.factories import a_content, a_filed_entry, a_filed_report, a_measure
from tests.reports.paper import W, attributes, draft_of, xml_of

BODY, TITLE = "仿宋_GB2312", "方正小标宋简体"


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("完成“5G”基站—×15个…℃", [("完成“5G”基站—×15个…℃", None)]),
        ("王镕、刘堃", [("王", None), ("镕", "仿宋"), ("、刘", None), ("堃", "仿宋")]),
        ("㐂家", [("㐂", "宋体"), ("家", None)]),
        ("𠮷家", [("𠮷", "SimSun-ExtB"), ("家", None)]),
        ("完成👍🏽。", [("完成", None), ("👍🏽", "Segoe UI Emoji"), ("。", None)]),
        ("👨‍👩‍👧户", [("👨‍👩‍👧", "Segoe UI Emoji"), ("户", None)]),
        ("12㎡", [("12", None), ("㎡", "仿宋")]),
        ("", []),
    ],
)
def test_sign_is_drawn_by_a_font_that_has_it(
    text: str, stretches: list[tuple[str, str | None]]
) -> None:
    assert list(by_font(text, BODY)) == stretches


@pytest.mark.parametrize(
    ("font", "drawn_by"),
    [(TITLE, "宋体"), ("楷体_GB2312", "楷体"), ("黑体", None), ("华文中宋", None)],
)
def test_font_that_has_more_than_gb2312_keeps_what_it_has(font: str, drawn_by: str | None) -> None:
    assert list(by_font("镕", font)) == [("镕", drawn_by)]
    assert list(by_font("𠮷", font)) == [("𠮷", "SimSun-ExtB")]


@given(st.text())
def test_no_sign_is_lost(text: str) -> None:
    assert "".join(stretch for stretch, _ in by_font(text, BODY)) == text


def test_rare_sign_has_its_font_in_every_place_of_the_document() -> None:
    entry = a_filed_entry(
        a_measure(title="堃一", section_path=("堃二",)), a_content(text="堃三", problem="堃四")
    )
    report = a_filed_report(entry, plan_title="堃五", official_name="堃六", contact_name="堃七")
    docx = draft_of(report, DraftProfile(addressee="堃八"))
    fonts = {}
    for paragraph in xml_of(docx, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        for run in paragraph.iter(f"{W}r"):
            if "堃" in "".join(run.itertext()):
                run_fonts = run.find(f"{W}rPr/{W}rFonts")
                assert run_fonts is not None
                given_fonts = attributes(run_fonts)
                assert given_fonts.pop("hint") == "eastAsia"
                assert len(given_fonts) == 4
                (fonts[attributes(style)["val"]],) = set(given_fonts.values())
    assert fonts == {
        "Title": "宋体",
        "Normal": "仿宋",
        "BodyText": "仿宋",
        "Heading2": "楷体",
        "Signature": "仿宋",
    }
