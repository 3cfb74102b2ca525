"""What a measure is called where others of the plan have the same number."""

from collections import defaultdict
from collections.abc import Iterable

from vocabulary.plan import DocumentMeasure


class MeasureNames:
    """The headings that tell measures apart whose numbers start anew under each of them."""

    def __init__(self, measures: Iterable[DocumentMeasure]) -> None:
        self._under: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for measure in measures:
            self._under[measure.number].add(measure.section_path)

    def heading(self, measure: DocumentMeasure) -> str:
        """The one above it, with those above that where need be; empty where the number will do."""
        paths = self._under[measure.number]
        if len(paths) == 1:
            return ""
        last = {path[-1:] for path in paths}
        return " ".join(
            measure.section_path[-1:] if len(last) == len(paths) else measure.section_path
        )

    def called(self, measure: DocumentMeasure) -> str:
        """3, or 3（二、产业）."""
        heading = self.heading(measure)
        return f"{measure.number}（{heading}）" if heading else measure.number
