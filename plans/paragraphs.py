"""Stage 2: lines → paragraphs, healed where a page break tore them apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.brackets import depth_change
from plans.numbering import read_label
from plans.source import Line

_SENTENCE_END = tuple("。！？；!?;：:")
_GOES_ON = tuple("，,、（([［〔【“‘《")
_RUNNING = re.compile(r"[。！？；]")
_QUOTES = "”’》\"'"
_END_MATTER = re.compile(
    r"抄送[：:]|主送[：:]|附件[：:0-9]|[（(]此件.*[)）]$|20\d\d年\d{1,2}月\d{1,2}日(?:印发)?$"
    r"|.{2,30}20\d\d年\d{1,2}月\d{1,2}日印发$|本(?:文件|计划|方案|意见|通知).{0,20}解读。?$"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """line: 1-based, where it starts. joints: offsets in `text` where a page break was healed."""

    text: str
    line: int
    joints: tuple[int, ...] = ()


@dataclass(slots=True)
class _Open:
    """A paragraph that is still growing, with what decides whether it goes on."""

    line: int
    pieces: list[str] = field(default_factory=list)
    joints: list[int] = field(default_factory=list)
    length: int = 0
    depth: int = 0
    running: bool = False

    def add(self, text: str) -> None:
        if self.pieces:
            self.joints.append(self.length)
        self.pieces.append(text)
        self.length += len(text)
        self.depth += depth_change(text)
        self.running = self.running or bool(_RUNNING.search(text))

    def breaks_off(self) -> bool:
        """Whether the sentence is unfinished, so that the next line belongs to it."""
        text = self.pieces[-1].rstrip(_QUOTES)
        if text.endswith(_SENTENCE_END):
            return False
        if text.endswith(_GOES_ON) or self.depth > 0:
            return True
        return self.running and text[-1:] not in set(")）]］〕】")

    def closed(self) -> Paragraph:
        return Paragraph("".join(self.pieces), self.line, tuple(self.joints))


def heal(lines: Iterable[Line]) -> list[Paragraph]:
    """One paragraph per line, except that an unfinished sentence takes the next line in.

    A line that opens with a label or belongs to the end matter always starts anew, so that a
    fault in one measure cannot swallow the next.
    """
    found: list[Paragraph] = []
    growing: _Open | None = None
    for line in lines:
        if growing is not None:
            if growing.breaks_off() and not read_label(line.text) and not is_end_matter(line.text):
                growing.add(line.text)
                continue
            found.append(growing.closed())
        growing = _Open(line.number)
        growing.add(line.text)
    if growing is not None:
        found.append(growing.closed())
    return found


def is_end_matter(text: str) -> bool:
    """Whether this is what stands under a plan: date, copies, attachments, publication notes."""
    return bool(_END_MATTER.match(text))
