"""Since when a problem is one, as its words say."""

import pytest

from vocabulary.period import Period
from vocabulary.since_when import since_told


@pytest.mark.parametrize(
    ("words", "known", "since"),
    [
        ("站址协调困难，3月起就没有进展。", "2022-07", "2022-03"),
        ("自3月起停工", "2022-07", "2022-03"),
        ("今年4月以来资金未到位", "2022-07", "2022-04"),
        ("从5月份开始等批复", "2022-07", "2022-05"),
        ("2021年11月以来未批复", "2022-07", "2021-11"),
        ("去年10月起缺地", "2022-07", "2021-10"),
        ("11月起停工", "2022-12", "2022-11"),
        ("11月起停工", "2023-01", "2022-11"),
        ("7月15日起停工", "2022-07", "2022-07"),
        ("4月起停工，6月起资金也未到位", "2022-07", "2022-04"),
        ("no permit since March", "2022-07", "2022-03"),
        ("no permit since May 2021", "2022-07", "2021-05"),
        ("10月起才能施工", "2022-07", None),
        ("2023年3月起施工", "2022-07", None),
        ("7月完成3处", "2022-07", None),
        ("从3月到6月协调4次", "2022-07", None),
        ("since then nothing", "2022-07", None),
        ("站址协调困难", "2022-07", None),
    ],
)
def test_since_when_is_taken_from_the_words(words: str, known: str, since: str | None) -> None:
    found = since_told(words, Period(int(known[:4]), int(known[5:])))
    assert (str(found) if found else None) == since
