"""Reading a plan: must grow no faster than the document."""

from collections.abc import Callable

from plans.reader import read_plan

_MEASURES = 670


def reading_ten_times_as_much(
    seconds: Callable[[Callable[[], object]], float],
) -> tuple[float, str]:
    """1.0 is exactly linear; more means that a long document costs more a measure."""
    short, long = _plan(_MEASURES), _plan(_MEASURES * 10)
    ratio = seconds(lambda: read_plan(long, name="long")) / (
        10 * seconds(lambda: read_plan(short, name="short"))
    )
    return ratio, f"{_MEASURES * 10} measures / ten times {_MEASURES} measures"


def _plan(measures: int) -> bytes:
    lines = ["某市推进服务业提质增效2022年行动计划", "", "一、主要任务", ""]
    for number in range(1, measures + 1):
        lines += [
            (
                f"{number}.推进第{number}项工作。完善工作机制，2022年底前累计建成站点{number}个。"
                "（市发改局牵头，市财政局、市住建局配合）"
            ),
            "",
        ]
    return "\n".join(lines).encode()
