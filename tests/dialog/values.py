"""Random reports, with texts that nobody should have to expect."""

from hypothesis import strategies as st

from dialog.words import NOTHING_WORDS, as_word, cleaned
from tests.dialog.factories import TIMETABLE, a_figure
from vocabulary.period import Period
from vocabulary.report import (
    AskedIndicator,
    AskedMeasure,
    EntryContent,
    FollowUp,
    OpenProblem,
    ReportEntry,
    WorkingReport,
)
from vocabulary.shared import as_one
from vocabulary.terms import (
    Comparator,
    Direction,
    EntryStatus,
    ProblemTurn,
    ReportState,
    Role,
)

NASTY = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="<>&\"'/b;amp#x", max_size=60),
    st.sampled_from(["<b>", "</b>", "&lt;", "&#0;", "a\nb", "永济" * 300, "<" * 400, "{ $unit }"]),
)

SENTENCES = st.one_of(
    st.sampled_from(["新开通基站15个，累计183个。", "完成招标。", "已完成：12处选址"]), NASTY
).filter(lambda said: as_word(said) not in NOTHING_WORDS)

WORDS = st.sampled_from(
    [
        "正常推进：已开工",
        "无",
        "同上月",
        "本月无进展",
        "183",
        "230/300",
        "滞后",
        "已完成",
        "暂无数据",
        "已解决",
        "处理中：已完成选址",
        "没有变化",
        "需协调：市财政局",
        "无进展，等批复",
        "同上月，累计190个",
        "滞后：停工。存在问题：缺地。下一步：8月协调。",
        "存在问题：缺人。",
        "on track: works have begun",
        "取消",
        "怎么填",
        "收到，马上报",
        "本月不用报吗",
        "现场照片",
    ]
)
"""Texts that mean something beyond themselves at one step or another."""

CAPTIONS = st.one_of(
    st.sampled_from(["", "现场照片", "资质证书", "见附件", "已完成：12处选址", "收到"]),
    SENTENCES,
    WORDS,
)
"""Words beside a photo."""

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)


@st.composite
def indicators(draw: st.DrawFn, indicator_id: int) -> AskedIndicator:
    return AskedIndicator(
        indicator_id=indicator_id,
        name=draw(NASTY),
        target=draw(AMOUNTS),
        unit_of_measure=draw(st.sampled_from(["个", "家", "%", "万亩", "个月", "<&>"])),
        comparator=draw(st.sampled_from(Comparator)),
        direction=draw(st.sampled_from(Direction)),
        baseline=None,
        deadline=draw(st.none() | st.dates()),
        cumulative=draw(st.booleans()),
    )


@st.composite
def measures(draw: st.DrawFn, number: int) -> AskedMeasure:
    count = draw(st.integers(0, 3))
    return AskedMeasure(
        number=str(number),
        title=draw(NASTY),
        text=draw(NASTY),
        section_path=(draw(NASTY),),
        task_force=draw(st.none() | NASTY),
        role=draw(st.sampled_from(Role)),
        others=tuple(draw(st.lists(st.tuples(NASTY, st.sampled_from(Role)), max_size=30))),
        indicators=tuple(draw(indicators(number * 10 + place)) for place in range(count)),
        open_problem=draw(st.none() | open_problems(number)),
    )


@st.composite
def shared_measures(draw: st.DrawFn, number: int) -> AskedMeasure:
    """Two or three that one paragraph answers: of 4, the measures 41, 42 and 43."""
    count = draw(st.integers(2, 3))
    return as_one([draw(measures(number * 10 + place + 1)) for place in range(count)])


@st.composite
def open_problems(draw: st.DrawFn, problem_id: int) -> OpenProblem:
    return OpenProblem(
        problem_id=problem_id,
        words=draw(NASTY.filter(cleaned)),
        next_step=draw(NASTY),
        since=Period(2022, draw(st.integers(1, 6))),
        help_from=draw(NASTY),
        said=draw(NASTY),
        question=draw(NASTY),
    )


@st.composite
def follow_ups(draw: st.DrawFn, problem: OpenProblem) -> FollowUp:
    turn = draw(st.sampled_from(ProblemTurn))
    return FollowUp(problem.problem_id, turn, draw(st.just("") | NASTY))


@st.composite
def contents(draw: st.DrawFn, measure: AskedMeasure) -> EntryContent:
    """Complete or not; as the database may hold it."""
    figures = [
        a_figure(draw(st.none() | AMOUNTS), indicator.indicator_id)
        for indicator in measure.indicators
        if draw(st.booleans())
    ]
    return EntryContent(
        status=draw(st.none() | st.sampled_from(EntryStatus)),
        text=draw(NASTY),
        problem=draw(NASTY),
        next_step=draw(NASTY),
        no_progress=draw(st.booleans()),
        no_progress_reason=draw(NASTY),
        figures=tuple(figures),
        follow_up=draw(st.none() | follow_ups(measure.open_problem))
        if measure.open_problem
        else None,
        help_from=draw(NASTY),
        problem_stands=draw(st.none() | st.booleans()),
    )


@st.composite
def entries(draw: st.DrawFn, number: int, *, fresh: bool) -> ReportEntry:
    measure = draw(measures(number) | shared_measures(number))
    return ReportEntry(
        entry_id=number,
        measure=measure,
        content=EntryContent() if fresh else draw(contents(measure)),
        last=draw(st.none() | contents(measure)),
        skipped=False if fresh else draw(st.booleans()),
        highlights=tuple(draw(st.lists(NASTY.map(cleaned).filter(bool), max_size=4))),
    )


@st.composite
def reports(draw: st.DrawFn, *, fresh: bool = False, most: int = 4) -> WorkingReport:
    count = draw(st.integers(1, most))
    states = [ReportState.NOT_STARTED] if fresh else list(ReportState)
    return WorkingReport(
        report_id=5,
        version=draw(st.integers(0, 10**6)),
        plan_title=draw(NASTY),
        unit=draw(NASTY),
        period=Period(2022, 7),
        state=draw(st.sampled_from(states)),
        timetable=TIMETABLE,
        entries=tuple(draw(entries(number + 1, fresh=fresh)) for number in range(count)),
        revision=draw(st.integers(0, 3)),
        return_reason=draw(NASTY),
    )
