"""A labelled paragraph with those that follow it → one text, its clauses, and what is left over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.brackets import Mending, mend
from plans.clauses import ClauseInText, find_clauses, is_clause, opens_labelled
from plans.duties import read_words
from plans.duty_words import IN_PERSON_NAME
from plans.lines import Entry
from plans.numbering import read_label
from plans.paragraphs import Paragraph, opens_note

_LONGEST_TITLE = 45
_STOPS = "。；：:！.．"
_LONGEST_WITH_COMMA = 25
_INTRODUCED = re.compile(
    r"(?P<title>(?:[^：:，,、（(]{3,20}|[^：:，,、（(]{2,20}[（(][^（()）：:]{1,16}[)）]))[：:](?=.)"
)
_NAMES_IT = re.compile(
    "(?:(?:工作|重点|主要|整改|督办|具体)?(?:任务|事项|项目|工作|措施|问题)(?:名称)?|名称)"
)
_SET_OFF = re.compile(r"[【\[](?P<title>[^】\]。]{2,30})[】\]][。：:]?(?=.)")
_IN_PERSON = re.compile(rf"{IN_PERSON_NAME}[：:】\]〕]")
_SEVERAL = 2
_BETWEEN = "。；;，, \n"
_FIRST_SENTENCE = re.compile(
    r"(?:[^。；！？\n.．]|[.．](?![\u4e00-\u9fff])|(?<![\u4e00-\u9fff])[.．])*"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with its brackets mended and page breaks healed, and the clauses in it.

    torn: clauses that a page break had torn apart. rest: paragraphs after the last clause, or below
    the row. title: where a table has a column for it, or type sets it off. in_table: it is a row of
    one. from_above: its units stand in the row above. closed_by_last: it is made of several
    numbered items, of which only the last has a clause. due_untold: words of several deadlines,
    where those of some targets cannot be told. due_of_one_part: words of one that stands in one
    part of several.
    """

    text: str
    line: int
    clauses: tuple[ClauseInText, ...]
    mendings: tuple[Mending, ...]
    torn: tuple[str, ...]
    rest: tuple[Paragraph, ...]
    title: str | None = None
    in_table: bool = False
    from_above: bool = False
    closed_by_last: bool = False
    due_untold: str = ""
    due_of_one_part: str = ""

    @property
    def gives_duty(self) -> bool:
        """Whether a clause in it names anybody."""
        return any(found.clause.mentions for found in self.clauses)

    @property
    def marks_duty(self) -> bool:
        """Whether a clause with brackets or a label does so."""
        return any(found.clause.mentions and not found.told for found in self.clauses)

    @property
    def only_tells_duty(self) -> bool:
        return self.gives_duty and not self.marks_duty

    @property
    def is_field(self) -> bool:
        """Whether it is a label with its names alone: （二）责任单位：, a part of what is above."""
        return bool(self.clauses) and self.clauses[0].labelled and self.clauses[0].start == 0

    @property
    def speaks_of_above(self) -> bool:
        """Whether a clause in it is that of the items above it, too."""
        return any(found.clause.above for found in self.clauses)

    @property
    def side_by_side(self) -> list[list[ClauseInText]]:
        """The clauses, those together that nothing stands between."""
        rows: list[list[ClauseInText]] = []
        for found in self.clauses:
            if rows and not self.text[rows[-1][-1].end : found.start].strip(_BETWEEN):
                rows[-1].append(found)
            else:
                rows.append([found])
        return rows

    @property
    def without_clauses(self) -> str:
        return self.words_between(0, len(self.text))

    def words_between(self, start: int, end: int) -> str:
        """What stands there outside clauses."""
        pieces = []
        for found in self.clauses:
            if start <= found.start < end:
                pieces.append(self.text[start : found.start])
                start = found.end
        return "".join((*pieces, self.text[start:end]))


def read_passage(
    parts: Sequence[Paragraph], *, skip: int, year: int | None, spoken: bool = False
) -> Passage:
    """The first `skip` characters, a label, are left out. spoken: running text may give duties.

    A passage ends with its last clause. Without any clause it takes everything in, so that a
    measure without owner keeps its text.
    """
    first, *others = (part.text for part in parts)
    text, mendings = mend("\n".join((first[skip:], *others)), is_clause)
    rest: tuple[Paragraph, ...] = ()
    looked_at = text
    people = parts[0].people
    clauses = find_clauses(text, year=year, spoken=spoken, people=people)
    if clauses and not any(found.clause.spoken for found in clauses):
        end = _end_of(text, clauses)
        if end >= 0:
            rest = tuple(parts[-text.count("\n", end) :])
            text = text[:end]
    text = _join_lines(text)
    if text != looked_at:
        clauses = find_clauses(text, year=year, spoken=spoken, people=people)
    return Passage(
        text=text,
        line=parts[0].line,
        clauses=tuple(clauses),
        mendings=mendings,
        torn=() if mendings else tuple(_torn(parts, year)),
        rest=rest,
        title=_set_off(parts[0].lead[skip:], clauses),
    )


def _set_off(lead: str, clauses: Sequence[ClauseInText]) -> str | None:
    """The title that type sets off; none where a clause or a label stands in it."""
    title = lead.rstrip(_STOPS)
    if not title or opens_labelled(lead) or any(found.start < len(title) for found in clauses):
        return None
    return title


def owned_in_person(paragraphs: Sequence[Paragraph], found: Sequence[Passage]) -> bool:
    """Whether labels of people stand in a document, 责任人：, and no clause in it names a unit."""
    labels = sum(bool(_IN_PERSON.search(part.text)) for part in paragraphs)
    return labels >= _SEVERAL and not any(
        in_text.clause.mentions and not in_text.told and not in_text.clause.spoken
        for passage in found
        for in_text in passage.clauses
    )


def read_entry(
    entry: Entry, line: int, *, year: int | None, rest: Sequence[Paragraph] = ()
) -> Passage:
    """A row of a table, written as a measure with its clause in brackets.

    rest: what stands below it and is no row.
    """
    words = "\n".join(filter(None, (entry.title, entry.body)))
    clause = read_words(entry.duties, year=year, people=entry.people)
    if clause is None or not (clause.mentions or clause.deadline):
        text = f"{words}（{entry.duties}）" if entry.duties else words
        return Passage(text, line, (), (), (), tuple(rest), entry.title, in_table=True)
    text = f"{words}（{entry.duties}）"
    in_text = ClauseInText(len(words), len(text), clause)
    return Passage(
        *(text, line, (in_text,), (), (), tuple(rest), entry.title),
        in_table=True,
        from_above=entry.from_above,
    )


def _end_of(text: str, clauses: Sequence[ClauseInText]) -> int:
    """Where the line of the last clause ends, or, with the clauses first, a note follows; or -1."""
    end = text.find("\n", clauses[-1].end)
    if not _opens_with_duties(text, clauses):
        return end
    while end >= 0 and not opens_note(text, end + 1):
        end = text.find("\n", end + 1)
    return end


def _opens_with_duties(text: str, clauses: Sequence[ClauseInText]) -> bool:
    """Whether labels of duty stand right under a title, so that what follows is the measure."""
    before = text[: clauses[0].start].rstrip("\n")
    return clauses[-1].labelled and "\n" not in before and not re.search(r"[。；]", before[:-1])


def split_title(text: str) -> tuple[str | None, str]:
    """(title, body) of a text without its clauses. None where it opens with running text.

    A title is the first sentence or line, short; with a comma it must be shorter. 事项名称： before
    it is no part of it.
    """
    first = _FIRST_SENTENCE.match(text)
    title = first[0].rstrip("，,、") if first else ""
    body = text[len(title) :].lstrip("，,、。；！？.．\n")
    if set_off := _SET_OFF.match(text):
        return set_off["title"], text[set_off.end() :]
    introduced = _INTRODUCED.match(title)
    if introduced and _NAMES_IT.fullmatch(introduced["title"]):
        return split_title(text[introduced.end() :])
    if introduced and (body or len(introduced[0]) < len(title)):
        return introduced["title"], text[introduced.end() :]
    longest = _LONGEST_WITH_COMMA if re.search(r"[，,]", title) else _LONGEST_TITLE
    if not title or len(title) > longest or text[len(title) :].startswith("；"):
        return None, text
    return title.rstrip("：:.．"), body


def _join_lines(text: str) -> str:
    """Lines run on, being torn by pages, unless the first is a title that has it to itself.

    A numbered item keeps its own line in any case.
    """
    head, *lines = text.split("\n")
    if not re.search(r"[。；，,]", head.rstrip("。")):
        return text
    return head + "".join(
        f"\n{line}" if read_label(line) or opens_labelled(line) else line for line in lines
    )


def _torn(parts: Sequence[Paragraph], year: int | None) -> list[str]:
    return [
        part.text[found.start : found.end]
        for part in parts
        if part.joints
        for found in find_clauses(part.text, year=year)
        if any(found.start < joint < found.end for joint in part.joints)
    ]
