"""What the coordinator of the demo does with workbooks: corrects the registry, reads the ledger."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import load_workbook

from vocabulary.plan import UnitRegister

PHONE_OF_THE_LEADER = "0359-8020001"
PHONE_OF_THE_CALLED = "0359-8023306"


def corrected_registry(
    workbook: bytes, register: UnitRegister, contacts: Iterable[Sequence[str]]
) -> bytes:
    """The registry with official names, members of groups, and some contacts, as they are typed in.

    contacts: unit, kind, name and phone of each.
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
    for contact in contacts:
        book["联系人"].append(list(contact))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


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
