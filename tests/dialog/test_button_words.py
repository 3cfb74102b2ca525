"""No words of a button become what is reported, whatever is asked: over every label there is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dialog.answers import added, typed
from dialog.asides import Aside, aside
from dialog.button_words import ANSWERING, is_label
from dialog.no_answers import read_reason
from dialog.outcome import Accepted, Refused
from dialog.steps import Step
from tests.dialog.factories import a_content, a_figure, an_open_problem, with_indicator
from texts import LANGUAGES
from texts.catalogue import PLACE, variants
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus

HARDLY_MORE_THAN_A_NAME = frozenset(
    {
        "button-change-figure",
        "button-report",
        "collision-button-keep",
        "exemption-button-until",
        "handover-button-colleague",
        "held-button-add",
        "held-button-answer",
        "held-button-of",
        "help-button-known",
        "help-button-nudge",
        "highlight-pick-button",
        "history-button",
        "joined-button-refuse-one",
        "ladder-button-off",
        "problems-button-one",
        "standing-button-go-on",
        "standing-button-look",
        "ticks-button-kind",
        "ticks-button-kind-shown",
    }
)
"""Labels that say a name and hardly a word beside, in a language: no text can be told from them."""

OF_FIGURES = frozenset(
    {
        "button-about",
        "button-doubt-figure",
        "button-likely",
        "button-same-figure",
        "button-sum",
        "button-told",
    }
)
"""Labels that tell a figure: where words are asked, they are no others than people write."""

NUMBERS = (
    "at",
    "count",
    "done",
    "number",
    "numbers",
    "page",
    "pages",
    "place",
    "problems",
    "revision",
)
VALUES = dict.fromkeys(NUMBERS, "3") | {
    "figure": "185个",
    "total": "185个",
    "told": "185个",
    "sign": "",
}


def labels() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for key, shapes in variants(language).items():
            if "button" in key.split("-") or key.startswith(("status-", "problem-turn-")):
                for shape in shapes:
                    yield (
                        key,
                        PLACE.sub(lambda place: VALUES.get(place[1], "财政局"), shape).strip(),
                    )


def asked(step: Step) -> ReportEntry:
    content = a_content(
        status=EntryStatus.BEHIND, text="完成选址。", figures=(a_figure("1800000"),)
    )
    if step is Step.STATUS:
        content = EntryContent()
    if step is Step.REASON:
        content = EntryContent(no_progress=True)
    entry = with_indicator(content, last=a_content(figures=(a_figure("168"),)))
    if step is not Step.FOLLOW_UP:
        return entry
    return replace(entry, measure=replace(entry.measure, open_problem=an_open_problem()))


def told(content: EntryContent) -> str:
    follow_up = content.follow_up.words if content.follow_up else ""
    words = (
        content.text,
        content.problem,
        content.next_step,
        content.no_progress_reason,
        follow_up,
    )
    return "\n".join((*words, *(one.reason for one in content.explanations)))


@pytest.mark.parametrize("step", Step)
def test_words_of_no_button_become_what_is_reported(step: Step) -> None:
    entry = asked(step)
    stored = set()
    for key, label in labels():
        is_tap = key in ANSWERING or "button" not in key or aside(label) is Aside.FILES
        for take in (typed,) if is_tap else (typed, added):
            answer = take(entry, step, 7, label)
            if isinstance(answer, Accepted) and label in told(answer.content):
                stored.add((key, label))
    assert {one for one in stored if one[0] not in HARDLY_MORE_THAN_A_NAME | OF_FIGURES} == set()


def test_words_of_a_button_are_no_reason_of_anybody() -> None:
    for key, label in labels():
        if key not in HARDLY_MORE_THAN_A_NAME | OF_FIGURES | ANSWERING and "button" in key:
            assert isinstance(read_reason(label), Refused), label


@pytest.mark.parametrize(
    "said",
    [
        "存入",
        "[存入]",
        "都不存",
        "导入",
        "催一下",
        "催一下（2家）",
        "取下",
        "改属其他措施",
        "退回不填",
        "退回",
        "看 3",
    ],
)
def test_button_is_known_by_its_word_without_what_it_counts(said: str) -> None:
    assert is_label(said)


@pytest.mark.parametrize(
    "said",
    [
        "存入企业名录12家",
        "补充",
        "导入数据3条",
        "催一下进度，完成选址",
        "退回材料2份",
        "已完成",
        "滞后",
        "同上月",
        "需财政局和发改局协调解决资金缺口",
        "约185个",
        "看守所迁建完成",
    ],
)
def test_what_only_begins_like_a_button_is_none(said: str) -> None:
    assert not is_label(said)
