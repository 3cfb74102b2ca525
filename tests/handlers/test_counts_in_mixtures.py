"""Little to do, whatever the statuses: a busy person answers as asked, and nothing beside it."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox import Message as Seen
from tests.chat import Town, a_town, opened, said, with_people
from tests.handlers.test_evidence import photo, sends_photo
from tests.handlers.test_little_to_do import WORDS, Counting, most_of_a_fresh_month
from tests.models.samples import ADA, ROADS, an_indicator, assigned
from vocabulary.plan import AssignedMeasure
from vocabulary.terms import DoubtKind, EntryStatus, Role

WELL, DONE, SHOWN, BEHIND = "on_track", "done", "done with a photo", "behind"
BELOW = "done below its target"
WHY = "按新口径核定，任务已完成"


def measures(statuses: list[str], figures: int) -> list[AssignedMeasure]:
    """figures: how many of the first have one."""
    counted = replace(an_indicator("累计服务企业", "100"), unit_of_measure="家", cumulative=True)
    return [
        assigned(str(n), (ROADS, Role.LEAD), indicators=(counted,) if n <= figures else ())
        for n in range(1, len(statuses) + 1)
    ]


class Busy(Counting):
    """Answers what the card asks, measure by measure, as the card says."""

    async def fills_and_files(self, statuses: list[str]) -> int:
        await self.taps("button-start")
        labels, number = await self.taps("button-begin"), 0
        while said("button-file") not in labels:
            assert self.count < 4 * len(statuses), self.chat.phone.transcript()
            if said("status-done") in labels:
                number += 1
                labels = await self.taps(f"status-{_tapped(statuses[number - 1]).value}")
            elif said("button-explain-kept") in labels:
                labels = await self.taps("button-explain-kept")
            elif said("button-back-to-preview") in labels:
                assert (
                    f"1{_GAP}{said('doubt-done-below', **_BELOW_ITS_TARGET)}" in self.chat.card.text
                )
                labels = await self.sends(WHY)
            elif said("button-no-figure") in labels:
                labels = await self.sends("12" if statuses[number - 1] == BELOW else "100")
            elif statuses[number - 1] == SHOWN:
                labels = await self.sends_photo(f"{number}月竣工验收，{WORDS}")
            elif statuses[number - 1] == BEHIND:
                labels = await self.sends(
                    f"{WORDS}存在问题：因站址{number}协调困难。下一步：9月底前由属地协调。"
                )
            else:
                labels = await self.sends(WORDS)
        await self.taps("button-file", answers=2)
        return self.count

    def asks(self, message: Seen) -> bool:
        """A card that says where a photo went can take it back, and asks nothing."""
        return super().asks(message) and said("evidence-button-take") not in message.labels

    async def sends_photo(self, caption: str) -> list[str]:
        self.count += 1
        await sends_photo(self.chat, photo(), caption, answers=2)
        return self.chat.card.labels


_GAP = "　"
_BELOW_ITS_TARGET = {"name": "累计服务企业", "now": "12家", "target": "100家"}
_WHY = {
    DONE: [(DoubtKind.NO_EVIDENCE, said("reason-explain-kept"))],
    BELOW: [(DoubtKind.DONE_BELOW, WHY), (DoubtKind.NO_EVIDENCE, WHY)],
}


def _tapped(status: str) -> EntryStatus:
    return EntryStatus.DONE if status in {SHOWN, BELOW} else EntryStatus(status)


async def filed(url: str, folder: Path, statuses: list[str], figures: int) -> tuple[int, Town]:
    async with a_town(url, folder, measures=measures(statuses, figures)) as town:
        await with_people(town)
        await opened(town)
        count = await Busy(town.chats[ADA]).fills_and_files(statuses)
        town.reads_all()
        await _as_told(town, statuses)
    return count, town


async def _as_told(town: Town, statuses: list[str]) -> None:
    (revision,) = await town.revisions(ROADS)
    told = Counter(entry.content.status for entry in revision.entries)
    assert told == Counter(_tapped(status) for status in statuses)
    for status, entry in zip(statuses, revision.entries, strict=True):
        reasons = [(one.kind, one.reason) for one in entry.content.explanations]
        assert reasons == _WHY.get(status, [])
        assert bool(entry.content.problem and entry.content.next_step) == (status == BEHIND)
        assert bool(entry.evidence) == (status == SHOWN)


@pytest.mark.parametrize(
    ("statuses", "figures"),
    [
        ([DONE] * 10, 0),
        ([BEHIND] * 2, 0),
        ([BELOW, DONE, WELL, BEHIND, BELOW, SHOWN, DONE], 5),
        pytest.param([BEHIND] * 10, 2, marks=pytest.mark.long),
    ],
)
async def test_fresh_month_keeps_the_bound_whatever_the_statuses(
    sqlite_url: str, tmp_path: Path, statuses: list[str], figures: int
) -> None:
    count, _ = await filed(sqlite_url, tmp_path / "files", statuses, figures)
    assert count <= most_of_a_fresh_month(len(statuses), figures)
