"""Draws the pictures in docs/pictures that show what is printed: make pictures

LibreOffice lays the documents out, with fonts of Debian in place of those that they name.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
from openpyxl import load_workbook
from PIL import Image, ImageChops

from reports.briefing import make_briefing
from reports.bulletin import make_bulletin
from reports.chase_notice import make_chase_notice
from reports.draft_profile import DraftProfile
from reports.ledger import make_ledger
from reports.office_profile import OfficeProfile
from tests.factories import OFFICE, a_filed_report
from tests.reports.paper import draft_of, pages_of, pictures_of, printed_as_pdf
from tests.reports.samples import (
    a_chase_notice,
    a_month_for_papers,
    a_month_for_workbook,
    a_month_of_long_texts,
    long_report,
)

_GAP = 10  # pixels between pages
_GREY = 0xD0
_SHADES, _FEW_SHADES = 8, 4
_MANY_PAGES = 4
_COLOURS = 40
_WIDEST = 900  # pixels of a sheet's picture
_TALLEST = 420
_DOTS = {"draft-long": 46, "briefing": 58}  # an inch, where there are many pages
_HEADER = 60  # points from the upper edge, where the name of the sheet stands
_FOOTER = 55  # points from the lower edge
_SHEETS = {
    "总览": "overview",
    "台账": "rows",
    "推进情况表": "progress",
    "未报": "not-reported",
    "滞后与问题": "problems",
    "问题": "followed",
    "亮点": "highlights",
    "指标": "indicators",
    "指标走势": "series",
    "指标走势图": "series-charts",
    "长文": "long-texts",
    "变化": "changes",
    "考核": "record",
    "核对": "proofs",
    "说明": "notes",
}
_OF_TWO_PAGES = frozenset({"总览", "台账"})
_BEGINNINGS = frozenset({"台账"})
"""Their rows are alike: of each page only its upper part is shown."""

_IN_TWO_HALVES = frozenset({"问题"})
"""Too wide to be read in one picture: the right half stands below the left one."""


def side_by_side(pages: list[Image.Image], *, across: int, shades: int) -> Image.Image:
    """Pages of one size, in rows, on grey."""
    width, height = pages[0].width + _GAP, pages[0].height + _GAP
    rows = -(-len(pages) // across)
    size = (min(across, len(pages)) * width + _GAP, rows * height + _GAP)
    sheet = Image.new("L", size, _GREY)
    for number, page in enumerate(pages):
        row, column = divmod(number, across)
        sheet.paste(page.convert("L"), (column * width + _GAP, row * height + _GAP))
    return sheet.quantize(shades)


def sheets_of(workbook: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Each sheet's first page as it is printed, cut below what stands on it."""
    pdf = printed_as_pdf({"workbook": workbook}, ".xlsx")["workbook"]
    pages: dict[str, list[int]] = {}
    names = load_workbook(io.BytesIO(workbook), read_only=True).sheetnames
    for number, words in enumerate(pages_of(pdf)):
        (name,) = {w.text for w in words if w.top < _HEADER and w.text in names} - {"问题"} or {
            "问题"
        }
        pages.setdefault(name, []).append(number)
    for name, numbers in pages.items():
        shown = numbers[: 2 if name in _OF_TWO_PAGES else 1]
        halves = name in _IN_TWO_HALVES
        parts = [_page(pdf, number, 2 * _WIDEST if halves else _WIDEST) for number in shown]
        if halves:
            (whole,) = parts
            middle = whole.width // 2
            low = min(whole.height, _TALLEST)
            parts = [
                whole.crop((0, 0, middle, low)),
                whole.crop((middle, 0, whole.width, low)),
            ]
        if name in _BEGINNINGS:
            parts = [part.crop((0, 0, part.width, min(part.height, _TALLEST))) for part in parts]
        yield _SHEETS[name], _stacked(parts)


def _page(pdf: bytes, number: int, width: int) -> Image.Image:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[number]
        picture = page.to_image(width=width, antialias=True).original.convert("RGB")
        low = round((1 - _FOOTER / float(page.height)) * picture.height)
    body = picture.crop((0, 0, picture.width, low))
    ink = ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox()
    return body.crop((0, 0, body.width, min(low, (ink[3] if ink else low) + _GAP)))


def _stacked(parts: list[Image.Image]) -> Image.Image:
    width, height = parts[0].width + 2 * _GAP, sum(part.height + _GAP for part in parts) + _GAP
    whole = Image.new("RGB", (width, height), (_GREY,) * 3)
    top = _GAP
    for part in parts:
        whole.paste(part, (_GAP, top))
        top += part.height + _GAP
    return whole.quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE)


def main(folder: Path) -> None:
    office = DraftProfile(addressee=OFFICE)
    reports = {"draft-short": a_filed_report(), "draft-long": long_report()}
    drafts = {name: draft_of(report, office) for name, report in reports.items()}
    month = a_month_for_papers()
    drafts["bulletin"] = make_bulletin(month, OfficeProfile())
    drafts["briefing"] = make_briefing(month, OfficeProfile())
    drafts["chase-notice"] = make_chase_notice(a_chase_notice(), OfficeProfile())
    folder.mkdir(parents=True, exist_ok=True)
    for name, pdf in printed_as_pdf(drafts, ".docx").items():
        pages = pictures_of(pdf, dots_per_inch=_DOTS.get(name, 66))
        shades = _SHADES if len(pages) <= _MANY_PAGES else _FEW_SHADES
        side_by_side(pages, across=3, shades=shades).save(folder / f"{name}.png", optimize=True)
    sheets = dict(sheets_of(make_ledger(a_month_of_long_texts())))
    sheets |= dict(sheets_of(make_ledger(a_month_for_workbook())))
    for name, picture in sheets.items():
        picture.save(folder / f"sheet-{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
