"""Counts and durations since the start, in the text format that Prometheus reads (0.0.4)."""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

# Seconds: a reply is felt as prompt below one, and a sending ends by itself below sixty.
_BUCKETS = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 15.0, 60.0)


class Counted(StrEnum):
    """What is counted, with its duration, by outcome."""

    UPDATE = "update"
    SEND = "send"
    TICK = "tick"
    MAIL = "mail"


_HELP = {
    Counted.UPDATE: "Updates handled, by outcome, and how long each took.",
    Counted.SEND: "Sendings tried, by outcome, and how long each took, its turn included.",
    Counted.MAIL: "Mails tried, by outcome, and how long each took.",
    Counted.TICK: "Ticks that came to their end, by name, and how long each took.",
}


class _Series:
    def __init__(self) -> None:
        self.count = 0
        self.seconds = 0.0
        self.within = [0] * len(_BUCKETS)


class Metrics:
    def __init__(self) -> None:
        self._series: defaultdict[Counted, defaultdict[str, _Series]] = defaultdict(
            lambda: defaultdict(_Series)
        )

    def note(self, counted: Counted, outcome: str, seconds: float) -> None:
        """outcome: a word of ours, never of anybody else's."""
        series = self._series[counted][outcome]
        series.count += 1
        series.seconds += seconds
        for place, bound in enumerate(_BUCKETS):
            if seconds <= bound:
                series.within[place] += 1

    def exposition(self, gauges: Mapping[str, tuple[str, float | None]]) -> str:
        """Everything noted, and the gauges: name → what it is and its value; None is left out."""
        lines: list[str] = []
        for counted in Counted:
            name = f"baosong_{counted}_seconds"
            lines += [f"# HELP {name} {_HELP[counted]}", f"# TYPE {name} histogram"]
            for outcome, series in sorted(self._series[counted].items()):
                label = f'outcome="{outcome}"'
                for bound, within in zip(_BUCKETS, series.within, strict=True):
                    lines.append(f'{name}_bucket{{{label},le="{bound:g}"}} {within}')
                lines += [
                    f'{name}_bucket{{{label},le="+Inf"}} {series.count}',
                    f"{name}_sum{{{label}}} {series.seconds:.6f}",
                    f"{name}_count{{{label}}} {series.count}",
                ]
        for gauge, (told, value) in gauges.items():
            if value is not None:
                name = f"baosong_{gauge}"
                lines += [f"# HELP {name} {told}", f"# TYPE {name} gauge", f"{name} {value:g}"]
        return "\n".join(lines) + "\n"
