"""Writes as an office writes: never the same sentence twice, and about the measure asked."""

import random
from dataclasses import dataclass

from sandbox.people.topics import (
    ADDITIONS,
    ANY_CRAFT,
    ANY_TOPIC,
    CORRECTIONS,
    CRAFTS,
    DONE,
    EXPLANATIONS,
    FOLLOW_UPS,
    NEXT_STEPS,
    NO_EVIDENCE,
    NO_PROGRESS,
    NOT_BEGUN,
    PROBLEMS,
    PROBLEMS_OF_WORKS,
    REWORDINGS,
    SOLVED,
    TERSE,
    TOPICS,
    WORKS,
)

_SIZES = {"few": (2, 6), "some": (8, 38), "many": (42, 360), "money": (31, 960)}
_PLACES = tuple(f"{{{size}}}" for size in _SIZES)


@dataclass
class Pen:
    """The hand of one person. month: the month reported on, 1 to 12."""

    unit: str
    month: int
    numbers: random.Random

    def completion(self, title: str) -> str:
        """What was done for the measure of this title."""
        return self._written(self._choice(sentences_about(title)), title)

    def done(self, title: str) -> str:
        return self.completion(title) + self._choice(DONE)

    def not_begun(self) -> str:
        return self._written(self._choice(NOT_BEGUN))

    def terse(self) -> str:
        return self._choice(TERSE)

    def problem(self, title: str) -> str:
        is_about_works = any(word in title for word in WORKS)
        return self._written(self._choice(PROBLEMS_OF_WORKS if is_about_works else PROBLEMS))

    def next_step(self) -> str:
        return self._written(self._choice(NEXT_STEPS))

    def follow_up(self) -> str:
        """What has been done about a problem that stands on."""
        return self._written(self._choice(FOLLOW_UPS))

    def solved(self) -> str:
        return self._written(self._choice(SOLVED))

    def explanation(self) -> str:
        return self._written(self._choice(EXPLANATIONS))

    def no_evidence(self) -> str:
        """Why nothing is sent to prove that a measure is done."""
        return self._choice(NO_EVIDENCE)

    def no_progress(self) -> str:
        return self._written(self._choice(NO_PROGRESS))

    def correction(self, number: str) -> str:
        """Why a figure of this measure is another."""
        return self._of_measure(CORRECTIONS, number)

    def rewording(self, number: str) -> str:
        """Why its text is another."""
        return self._of_measure(REWORDINGS, number)

    def addition(self, number: str) -> str:
        """Why a sentence stands behind its text."""
        return self._of_measure(ADDITIONS, number)

    def _of_measure(self, sentences: tuple[str, ...], number: str) -> str:
        return self._written(self._choice(sentences)).replace("{number}", number)

    def _written(self, sentence: str, title: str = "") -> str:
        sentence = sentence.replace("{craft}", self._choice(_crafts(self.unit)))
        sentence = sentence.replace("{title}", title)
        sentence = sentence.replace("{month}", str(self.month))
        sentence = sentence.replace("{next}", str(self.month % 12 + 1))
        for place, (least, most) in zip(_PLACES, _SIZES.values(), strict=True):
            while place in sentence:
                sentence = sentence.replace(place, str(self.numbers.randint(least, most)), 1)
        return sentence

    def _choice(self, sentences: tuple[str, ...]) -> str:
        return self.numbers.choice(sentences)


def sentences_about(title: str) -> tuple[str, ...]:
    """Those of the topic that the title names, else what can be said of anything."""
    return next((said for word, said in TOPICS if word in title), ANY_TOPIC)


def _crafts(unit: str) -> tuple[str, ...]:
    return next((said for word, said in CRAFTS if word in unit), ANY_CRAFT)
