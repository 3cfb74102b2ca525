"""What the charts of the workbook have in common."""

from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import CharacterProperties, Paragraph, RegularTextRun

_TITLE_SIZE = 1100  # hundredths of a point


def small_title(text: str) -> Title:
    """A title that leaves the room to the lines, and does not lie over them."""
    run = RegularTextRun(t=text, rPr=CharacterProperties(sz=_TITLE_SIZE, b=True))
    return Title(tx=Text(rich=RichText(p=[Paragraph(r=[run])])), overlay=False)
