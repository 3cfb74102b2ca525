"""The words that chat, paper and workbook share are complete in every language."""

from enum import StrEnum

import pytest

from texts import LANGUAGES, plain
from vocabulary.terms import ContactKind, EntryStatus, ReportState, Role, Timeliness


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("status", EntryStatus),
        ("role", Role),
        ("state", ReportState),
        ("timeliness", Timeliness),
        ("kind", ContactKind),
    ],
)
def test_every_kind_and_state_has_a_word_of_its_own(
    language: str, prefix: str, kind: type[StrEnum]
) -> None:
    words = [plain(language, f"{prefix}-{value}") for value in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_official_document_is_chinese_in_every_language() -> None:
    facts = {"plan": "甲计划", "period": "2022年7月份"}
    titles = {plain(language, "paper-draft-title", **facts) for language in LANGUAGES}
    assert titles == {"关于《甲计划》2022年7月份工作任务完成情况的报告"}
