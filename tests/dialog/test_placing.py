from datetime import UTC, datetime, timedelta

import pytest

from dialog.held import held_question
from dialog.placing import Place, Question, Sight, place, sight_of
from dialog.steps import Step
from dialog.words import is_number
from tests.dialog.factories import a_titled_report
from texts import say
from vocabulary.message import Showing

NOON = datetime(2022, 8, 1, 12, 0, 0, tzinfo=UTC)
WORDS = "另有3处正在协商。"


def shown(message_id: int | None = 10, **changes: object) -> Showing:
    facts = {"at": NOON, "in_place": False, "is_unsure": False} | changes
    return Showing(NOON - timedelta(seconds=1), message_id, **facts)  # type: ignore[arg-type]


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("showing", "message_id", "seconds", "sight"),
    [
        (None, 1, 0, Sight.SEEN),
        (shown(), 9, 5, Sight.UNSEEN),
        (shown(), 11, -5, Sight.SEEN),  # the clock of Telegram may be behind ours; ids are not
        (shown(in_place=True), 11, -1, Sight.UNSEEN),
        (shown(in_place=True), 11, -0.5, Sight.SEEN),
        (shown(in_place=True), 11, 0, Sight.SEEN),
        (shown(None, at=None), 11, 30, Sight.UNSEEN),
        (shown(None, at=None, is_unsure=True), 11, 30, Sight.UNSURE),
        (shown(None, at=None, is_unsure=True), 11, -2, Sight.UNSEEN),
        (shown(is_unsure=True), 9, 0, Sight.UNSURE),  # a copy of it may have stood above
        (shown(is_unsure=True), 9, -2, Sight.UNSEEN),
        (shown(is_unsure=True), 11, 0, Sight.SEEN),
        (shown(in_place=True, is_unsure=True), 11, -1, Sight.UNSURE),
    ],
)
def test_question_is_seen_once_it_is_on_the_screen(
    showing: Showing | None, message_id: int, seconds: float, sight: Sight
) -> None:
    assert sight_of(showing, message_id=message_id, written_at=after(seconds)) is sight


TEXT, OTHER_TEXT = Question(1, Step.TEXT), Question(2, Step.TEXT)
STATUS, OTHER_STATUS = Question(1, Step.STATUS), Question(2, Step.STATUS)
PROBLEM, FIGURE = Question(1, Step.PROBLEM), Question(1, Step.FIGURE, 7)
EXPLAIN = Question(1, Step.EXPLAIN)
OTHER_FIGURE = Question(1, Step.FIGURE, 8)
THIRD_STATUS = Question(3, Step.STATUS)


@pytest.mark.parametrize(
    ("text", "sight", "before", "now", "placed"),
    [
        (WORDS, Sight.SEEN, TEXT, PROBLEM, Place.ANSWER),
        (WORDS, Sight.UNSEEN, TEXT, PROBLEM, Place.ADD),
        (WORDS, Sight.UNSEEN, TEXT, OTHER_STATUS, Place.ADD),
        (WORDS, Sight.UNSEEN, TEXT, None, Place.ADD),
        (WORDS, Sight.UNSEEN, STATUS, TEXT, Place.ANSWER),
        (WORDS, Sight.UNSEEN, STATUS, OTHER_TEXT, Place.ASK),
        (WORDS, Sight.UNSEEN, STATUS, OTHER_STATUS, Place.ASK),
        (WORDS, Sight.UNSEEN, None, STATUS, Place.ANSWER),
        (WORDS, Sight.UNSEEN, None, None, Place.ASK),
        (WORDS, Sight.UNSURE, TEXT, PROBLEM, Place.ASK),
        ("12", Sight.UNSEEN, FIGURE, OTHER_FIGURE, Place.ASK),
        ("12", Sight.UNSEEN, TEXT, FIGURE, Place.ASK),
        ("滞后", Sight.UNSEEN, TEXT, OTHER_STATUS, Place.ASK),
        ("19、完成招标。", Sight.UNSEEN, TEXT, OTHER_STATUS, Place.ASK),
        ("20、完成招标。", Sight.UNSEEN, TEXT, OTHER_STATUS, Place.ADD),
        ("补充：平台上线", Sight.SEEN, TEXT, OTHER_STATUS, Place.ASK),
        ("补充：平台上线", Sight.SEEN, STATUS, TEXT, Place.ANSWER),
        ("问题再补充一条：施工队伍不足", Sight.SEEN, TEXT, OTHER_STATUS, Place.ASK),
        ("存在问题补充：施工队伍不足", Sight.SEEN, TEXT, OTHER_TEXT, Place.ASK),
        ("下一步补充一下：外出招商2次", Sight.SEEN, PROBLEM, OTHER_STATUS, Place.ASK),
        ("再补充一个，队伍不足", Sight.SEEN, TEXT, OTHER_STATUS, Place.ASK),
        ("问题再补充一条：施工队伍不足", Sight.SEEN, TEXT, PROBLEM, Place.ANSWER),
        ("补充医保药品12种", Sight.SEEN, TEXT, OTHER_STATUS, Place.ANSWER),
        ("需要财政局协调。", Sight.SEEN, TEXT, OTHER_STATUS, Place.ASK),
        ("需要财政局协调，已去函。", Sight.SEEN, TEXT, OTHER_STATUS, Place.ANSWER),
    ],
)
def test_text_goes_where_it_unmistakably_belongs_or_is_asked_about(
    text: str, sight: Sight, before: Question | None, now: Question | None, placed: Place
) -> None:
    numbers = frozenset({"18", "19"})
    assert place(text, sight, before=before, now=now, numbers=numbers) is placed


@pytest.mark.parametrize(
    ("sight", "before", "now", "stood", "placed"),
    [
        (Sight.UNSEEN, None, TEXT, OTHER_TEXT, Place.ASK),
        (Sight.UNSEEN, TEXT, THIRD_STATUS, OTHER_TEXT, Place.ASK),
        (Sight.UNSEEN, None, None, OTHER_TEXT, Place.ASK),
        (Sight.UNSEEN, None, TEXT, STATUS, Place.ANSWER),
        (Sight.UNSEEN, TEXT, OTHER_STATUS, TEXT, Place.ADD),
        (Sight.UNSEEN, TEXT, OTHER_STATUS, PROBLEM, Place.ADD),
        (Sight.SEEN, None, TEXT, OTHER_TEXT, Place.ANSWER),
        (Sight.UNSEEN, TEXT, OTHER_TEXT, OTHER_TEXT, Place.ANSWER),
        (Sight.UNSURE, TEXT, OTHER_TEXT, OTHER_TEXT, Place.ANSWER),
        (Sight.UNSEEN, TEXT, OTHER_TEXT, OTHER_STATUS, Place.ASK),
        (Sight.UNSEEN, OTHER_STATUS, OTHER_TEXT, OTHER_STATUS, Place.ANSWER),
        (Sight.UNSEEN, None, TEXT, PROBLEM, Place.ASK),
        (Sight.UNSEEN, None, STATUS, TEXT, Place.ASK),
        (Sight.UNSEEN, None, STATUS, EXPLAIN, Place.ASK),
        (Sight.UNSEEN, STATUS, TEXT, PROBLEM, Place.ASK),
        (Sight.UNSEEN, STATUS, TEXT, FIGURE, Place.ASK),
        (Sight.UNSEEN, None, OTHER_FIGURE, FIGURE, Place.ASK),
        (Sight.UNSEEN, None, PROBLEM, STATUS, Place.ASK),
    ],
)
def test_words_go_by_the_card_that_their_writer_had_before_them(
    sight: Sight,
    before: Question | None,
    now: Question | None,
    stood: Question,
    placed: Place,
) -> None:
    assert place(WORDS, sight, before=before, now=now, stood=stood) is placed


@pytest.mark.parametrize(
    "said",
    [
        "18",
        "-5",
        "约183",
        "183个",
        "累计183个",
        "三百",
        "三百个",
        "1.2万",
        "230/300",
        "61%",
        "１８",
    ],
)
def test_number_alone_is_told_from_words(said: str) -> None:
    assert is_number(said)


@pytest.mark.parametrize(
    "said",
    [
        "一批项目开工",
        "十分顺利",
        "完成12处选址",
        "18项已全部完成",
        "12日召开推进会",
        "",
        "一般",
        "。",
    ],
)
def test_words_with_a_number_in_them_are_words(said: str) -> None:
    assert not is_number(said)


@pytest.mark.parametrize(
    ("said", "key", "first"),
    [
        ("商务这边18接入基站", "held-ask-whether", "18"),
        ("接入基站18个", "held-ask-where", "1"),
        ("18、24接入基站", "held-ask-where", "1"),
    ],
)
def test_measure_whose_number_may_be_meant_is_named_and_offered_first(
    said: str, key: str, first: str
) -> None:
    report = a_titled_report({"1": "落实纾困政策", "18": "接入基站"}, {})
    asked = held_question("zh-CN", report, said, before=None, now=None)
    assert say("zh-CN", key, number=first) in asked.html
    assert asked.buttons[0][0].text.startswith(f"{first}　")
