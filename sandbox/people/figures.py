"""Figures as a unit reports them: growing towards the target as the year goes by."""

import random
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = ("个", "家", "户", "人", "处", "座", "所", "张", "项", "件", "条", "场", "辆", "套")
_FALLS = ("不超过", "压减", "降")


@dataclass(frozen=True, slots=True)
class Target:
    """A target as the screen shows it: 累计建成5G基站 300个（2022年底前）；上月 168个.

    last: what was reported last, where something was.
    falls: the figure has to come down to the target.
    """

    name: str
    value: Decimal
    unit: str
    last: Decimal | None = None
    falls: bool = False

    @property
    def counted(self) -> bool:
        return self.unit.endswith(_COUNTED)


def read_target(line: str) -> Target | None:
    """The target in a line 目标：NAME [不少于|不超过|约] VALUE UNIT（…年底前）；上月 …, 7月 …."""
    found = re.fullmatch(
        r"目标：(?P<name>.+?) (?P<wanted>(?:不少于|不超过|约)?) ?(?P<value>\d+(?:\.\d+)?)"
        r"(?P<unit>[^（；\d\s]*)(?:（[^）]*）)?(?:；(?:上月|上季度|\d+月) (?P<last>.+))?",
        line,
    )
    if found is None:
        return None
    last = _NUMBER.search(found["last"] or "")
    return Target(
        name=found["name"],
        value=Decimal(found["value"]),
        unit=found["unit"].strip(),
        last=Decimal(last[0]) if last else None,
        falls=found["wanted"] == "不超过" or any(word in found["name"] for word in _FALLS),
    )


def reached(target: Target, month: int, numbers: random.Random) -> Decimal:
    """How far the figure is at the end of `month` of the target's year; never back from `last`."""
    if target.last is not None:
        way = (target.value - target.last) / Decimal(13 - month)
        value = target.last + way * _about(numbers, 0.6, 1.3)
    elif target.falls:
        value = target.value * (1 + Decimal(12 - month) / 30 * _about(numbers, 0.8, 1.2))
    else:
        value = target.value * Decimal(month) / 12 * _about(numbers, 0.85, 1.15)
    rounded = value.quantize(
        Decimal(1) if target.counted or target.value >= 20 else Decimal("0.1"),
        rounding=ROUND_HALF_UP,
    )
    if target.last is None or target.falls:
        return rounded
    return max(rounded, target.last)


def _about(numbers: random.Random, least: float, most: float) -> Decimal:
    return Decimal(str(round(numbers.uniform(least, most), 3)))


def written(value: Decimal) -> str:
    """183, 9.5."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
