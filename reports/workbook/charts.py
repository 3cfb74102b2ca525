"""What the charts of the workbook have in common."""

from openpyxl.chart import BarChart
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import CharacterProperties, Paragraph, RegularTextRun

_TITLE_SIZE = 1100  # hundredths of a point
_MOST_STEPS = 8


def small_title(text: str) -> Title:
    """A title that leaves the room to the lines, and does not lie over them."""
    run = RegularTextRun(t=text, rPr=CharacterProperties(sz=_TITLE_SIZE, b=True))
    return Title(tx=Text(rich=RichText(p=[Paragraph(r=[run])])), overlay=False)


def count_whole(chart: BarChart, largest: int) -> None:
    """Its axis counts in whole numbers from 0 on: there is no half of a report."""
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorUnit = max(1, -(-largest // _MOST_STEPS))
    chart.y_axis.number_format = "0"
