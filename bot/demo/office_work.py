"""What the coordinator of the demo does with workbooks: corrects the registry, reads the ledger."""

import io
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook, load_workbook

from bot.demo.story import Labelled
from texts import plain
from vocabulary.plan import UnitRegister
from vocabulary.terms import Ask

PHONE_OF_THE_OFFICE = "0359-8022001"
PHONE_OF_THE_LEADER = "0359-8020001"
PHONE_OF_THE_CALLED = "0359-8023306"


def corrected_registry(
    workbook: bytes,
    register: UnitRegister,
    contacts: Iterable[Sequence[str]],
    asks: Mapping[str, Ask],
    *,
    label: Labelled,
    signed: str,
) -> bytes:
    """The registry with official names, members of groups, some contacts, and how often is asked.

    contacts: unit, kind, name and phone of each. asks: by the measure's number. label: is written
    to its measures. signed: the unit whose leader signs.
    """
    book = load_workbook(io.BytesIO(workbook))
    units = book["单位"]
    known = {row[0].value: row for row in units.iter_rows(min_row=2)}
    for name, official in register.official_names.items():
        if name in known:
            known[name][1].value = official
        else:
            units.append([name, official])
    there = {*known, *register.official_names}
    for group, members in register.groups.items():
        for member in members:
            book["单位组"].append([group, member])
            if member not in there:
                units.append([member])
                there.add(member)
    signs = next(cell.column for cell in units[1] if cell.value == "领导签发")
    for row in units.iter_rows(min_row=2):
        if row[0].value == signed:
            row[signs - 1].value = "是"
    for contact in contacts:
        book["联系人"].append(list(contact))
    _ask(book, asks)
    _label(book, label)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ask(book: Workbook, asks: Mapping[str, Ask]) -> None:
    """Types in how often is asked about these measures, of every unit that has them."""
    head, *measures = book["措施"].iter_rows(values_only=True)
    position, number = head.index("序"), head.index("编号")
    wanted = {row[position]: asks.get(str(row[number])) for row in measures}
    names, *assignments = book["分工"].iter_rows()
    columns = {str(cell.value): place for place, cell in enumerate(names)}
    for row in assignments:
        if ask := wanted.get(row[columns["序"]].value):
            row[columns["填报要求"]].value = plain("zh-CN", f"registry-ask-{ask}")


def _label(book: Workbook, label: Labelled) -> None:
    """Types it in beside its measures, and on the page of labels where that has it not."""
    head, *measures = book["措施"].iter_rows()
    columns = {str(cell.value): place for place, cell in enumerate(head)}
    for row in measures:
        if str(row[columns["编号"]].value) in label.measures:
            row[columns["标签"]].value = label.name
    labels = book["标签"]
    if label.name not in {row[0] for row in labels.iter_rows(values_only=True)}:
        labels.append([label.name])


def reason_for_return(ledger: bytes, unit: str) -> str:
    """What the coordinator finds wanting in the unit's rows: the shortest words of all."""
    sheet = load_workbook(io.BytesIO(ledger), read_only=True)["台账"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(row for row in rows if "完成情况" in row)
    place = {name: column for column, name in enumerate(head)}
    written = [
        (str(row[place["完成情况"]]), str(row[place["序号"]]), str(row[place["措施"]]))
        for row in rows
        if row[place["单位"]] == unit and row[place["完成情况"]]
    ]
    words, number, title = min(written, key=lambda found: len(found[0]))
    return f"第{number}项“{title}”只写了“{words}”，请写明本月做了什么、到什么进度。"
