"""Reading a plan: must grow no faster than the document, in every kind of file."""

from collections.abc import Callable

from plans.reader import read_plan
from tests.plans.papers import paper

_MEASURES = 670


def reading_text(seconds: Callable[[Callable[[], object]], float]) -> tuple[float, str]:
    return _ten_times_as_much("txt", seconds)


def reading_word(seconds: Callable[[Callable[[], object]], float]) -> tuple[float, str]:
    return _ten_times_as_much("docx", seconds)


def reading_pdf(seconds: Callable[[Callable[[], object]], float]) -> tuple[float, str]:
    return _ten_times_as_much("pdf", seconds)


def _ten_times_as_much(
    kind: str, seconds: Callable[[Callable[[], object]], float]
) -> tuple[float, str]:
    """1.0 is exactly linear; more means that a long document costs more a measure."""
    short, long = _plan(kind, _MEASURES), _plan(kind, _MEASURES * 10)
    taken = seconds(lambda: read_plan(long, name="long"))
    ratio = taken / (10 * seconds(lambda: read_plan(short, name="short")))
    compared = f"{_MEASURES * 10} measures in {taken:.1f} s / ten times {_MEASURES} measures"
    return ratio, f"{kind}: {compared}"


def _plan(kind: str, measures: int) -> bytes:
    tasks = (
        f"{number}.推进第{number}项工作。完善工作机制，2022年底前累计建成站点{number}个。"
        "（市发改局牵头，市财政局、市住建局配合）"
        for number in range(1, measures + 1)
    )
    return paper(kind, ["某市推进服务业提质增效2022年行动计划", "一、主要任务", *tasks])
