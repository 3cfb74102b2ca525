"""What a person has to look at in a plan's values alone, as a corrected registry holds them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from plans.brackets import find_brackets
from plans.groups import is_group, is_vague
from vocabulary.measure_names import MeasureNames
from vocabulary.plan import DocumentIndicator, DocumentMeasure, Doubt, PlanDocument

_LONGEST_SOURCE = 60


def registry_doubts(document: PlanDocument) -> Iterator[Doubt]:
    """What stays to be settled in a plan that a person has corrected."""
    called = MeasureNames(document.measures)
    yield from without_units(document.measures, called)
    yield from of_groups(document.measures, called)
    yield from unmeasured(document.measures, document.indicators)


def without_units(measures: Sequence[DocumentMeasure], called: MeasureNames) -> Iterator[Doubt]:
    orphans = [measure for measure in measures if not measure.mentions]
    if orphans:
        words = "；".join(map(_words_of_nobody, orphans))
        yield about("doubt-measure-without-unit", orphans, called, source=shortened(words))


def _words_of_nobody(measure: DocumentMeasure) -> str:
    """What was not understood: the brackets that close the measure, else its title."""
    pairs = find_brackets(measure.text).pairs
    if pairs and not measure.text[max(closing for _, closing in pairs) + 1 :].strip("。；\n"):
        last = max(pairs, key=itemgetter(1))
        return measure.text[last[0] : last[1] + 1]
    return measure.title or shortened(measure.text)


def of_groups(measures: Sequence[DocumentMeasure], called: MeasureNames) -> Iterator[Doubt]:
    naming: defaultdict[str, list[DocumentMeasure]] = defaultdict(list)
    for measure in measures:
        for name in dict.fromkeys(mention.name for mention in measure.mentions):
            if is_group(name):
                naming[name].append(measure)
    for name, concerned in naming.items():
        key = "doubt-group-vague" if is_vague(name) else "doubt-group-members"
        yield about(key, concerned, called, source=name, group=name)


def unmeasured(
    measures: Sequence[DocumentMeasure], own: Sequence[DocumentIndicator]
) -> Iterator[Doubt]:
    """Targets that do not say in what they are counted. own: those of the plan itself."""
    of_measures = (target for measure in measures for target in measure.indicators)
    names = [target.name for target in (*own, *of_measures) if not target.unit_of_measure]
    if names:
        listed = "、".join(dict.fromkeys(names))
        facts = {"names": listed, "count": str(len(names))}
        yield Doubt("doubt-target-unmeasured", facts, shortened(listed))


def about(
    key: str,
    measures: Sequence[DocumentMeasure],
    called: MeasureNames,
    *,
    source: str = "",
    **facts: str,
) -> Doubt:
    """A doubt about several measures of a plan, placed at the first of them."""
    return Doubt(
        key,
        {
            "measures": measures_listed(measures, called),
            "count": str(len(measures)),
            **facts,
        },
        source or measures[0].title or shortened(measures[0].text),
        measures[0].source_line,
    )


def measures_listed(measures: Iterable[DocumentMeasure], called: MeasureNames) -> str:
    """Their numbers, runs written short, each with the heading above it where it needs one."""
    by_heading: list[tuple[str, list[str]]] = []
    for measure in measures:
        heading = called.heading(measure)
        if not by_heading or by_heading[-1][0] != heading:
            by_heading.append((heading, []))
        by_heading[-1][1].append(measure.number)
    return "、".join(
        f"{numbers_listed(numbers)}（{heading}）" if heading else numbers_listed(numbers)
        for heading, numbers in by_heading
    )


def numbers_listed(numbers: Iterable[str]) -> str:
    """Runs written short: 1、2、3、7 → 1—3、7."""
    runs: list[list[str]] = []
    for number in numbers:
        last = runs[-1][-1] if runs else ""
        if last.isdecimal() and number.isdecimal() and int(number) == int(last) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(_run(run) for run in runs)


def _run(run: list[str]) -> str:
    return "、".join(run) if len(run) <= 2 else f"{run[0]}—{run[-1]}"


def shortened(text: str, longest: int = _LONGEST_SOURCE) -> str:
    flat = text.replace("\n", "")
    return flat if len(flat) <= longest else f"{flat[:longest]}……"
