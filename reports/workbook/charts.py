"""What the charts of the workbook have in common."""

from openpyxl.chart import BarChart
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

_TITLE_SIZE, _NAME_SIZE = 1100, 800  # hundredths of a point
_MOST_STEPS = 8


def small_title(text: str) -> Title:
    """A title that leaves the room to the lines, and does not lie over them."""
    run = RegularTextRun(t=text, rPr=CharacterProperties(sz=_TITLE_SIZE, b=True))
    return Title(tx=Text(rich=RichText(p=[Paragraph(r=[run])])), overlay=False)


def small_text() -> RichText:
    """What names the bars of a chart, where there may be many."""
    properties = ParagraphProperties(defRPr=CharacterProperties(sz=_NAME_SIZE))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties())])


def count_whole(chart: BarChart, largest: int) -> None:
    """Its axis counts in whole numbers from 0 on: there is no half of a report."""
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorUnit = max(1, -(-largest // _MOST_STEPS))
    chart.y_axis.number_format = "0"
