"""Draws the pictures in docs/pictures that show what is printed: make pictures

LibreOffice lays the documents out, with fonts of Debian in place of those that they name.
"""

import sys
from pathlib import Path

from PIL import Image

from reports.bulletin import make_bulletin
from reports.chase_notice import make_chase_notice
from reports.draft_profile import DraftProfile
from reports.office_profile import OfficeProfile
from tests.factories import OFFICE, a_filed_report
from tests.reports.paper import draft_of, pictures_of, printed_as_pdf
from tests.reports.samples import a_chase_notice, a_month_for_papers, long_report

_GAP = 10  # pixels between pages
_GREY = 0xD0
_SHADES = 16


def side_by_side(pages: list[Image.Image], *, across: int) -> Image.Image:
    """Pages of one size, in rows, on grey."""
    width, height = pages[0].width + _GAP, pages[0].height + _GAP
    rows = -(-len(pages) // across)
    size = (min(across, len(pages)) * width + _GAP, rows * height + _GAP)
    sheet = Image.new("L", size, _GREY)
    for number, page in enumerate(pages):
        row, column = divmod(number, across)
        sheet.paste(page.convert("L"), (column * width + _GAP, row * height + _GAP))
    return sheet.quantize(_SHADES)


def main(folder: Path) -> None:
    office = DraftProfile(addressee=OFFICE)
    reports = {"draft-short": a_filed_report(), "draft-long": long_report()}
    drafts = {name: draft_of(report, office) for name, report in reports.items()}
    drafts["bulletin"] = make_bulletin(a_month_for_papers(), OfficeProfile())
    drafts["chase-notice"] = make_chase_notice(a_chase_notice(), OfficeProfile())
    folder.mkdir(parents=True, exist_ok=True)
    for name, pdf in printed_as_pdf(drafts, ".docx").items():
        pages = pictures_of(pdf, dots_per_inch=52 if name == "draft-long" else 80)
        side_by_side(pages, across=3).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
