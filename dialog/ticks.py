"""Filed, scan, paper original, mail: how they are shown."""

from texts import plain
from texts.wording import moment_short
from vocabulary.terms import TickKind
from vocabulary.ticks import Ticks


def ticks_line(language: str, ticks: Ticks) -> str:
    """已报送 8月3日16:42 · 扫描件 8月4日09:10 · 纸质原件 未收到 · 电子邮件 未收到.

    ticks: in the reader's zone already.
    """
    return " · ".join(
        plain(
            language,
            "tick-shown",
            kind=plain(language, f"tick-{kind}"),
            at=moment_short(language, came) if (came := ticks.at(kind)) else "none",
        )
        for kind in TickKind
    )
