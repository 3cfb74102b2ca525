"""What a leader reads before signing, and what their unit reads meanwhile."""

import zlib

from dialog.cards import filed_counts, filed_troubles
from dialog.layout import button, cut
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.words import as_word
from texts import say
from texts.wording import moment_name, month_name, timetable_line
from vocabulary.message import Message
from vocabulary.report import FiledReport
from vocabulary.timetable import Timetable

_ASSENTING_WORDS = frozenset(
    {
        *(
            "同意",
            "签发",
            "同意签发",
            "可以签发",
            "签发吧",
            "已签发",
            "签",
            "签字",
            "已签",
            "批准",
            "准",
        ),
        *(
            "同意报送",
            "同意上报",
            "可以报送",
            "可以上报",
            "报送",
            "上报",
            "报吧",
            "发吧",
            "发",
            "报",
        ),
        *(
            "可以",
            "可",
            "行",
            "好",
            "好的",
            "没问题",
            "没意见",
            "无意见",
            "没有意见",
            "无异议",
            "不错",
        ),
        *(
            "是",
            "对",
            "通过",
            "已阅",
            "阅",
            "圈阅",
            "收到",
            "知道了",
            "请办",
            "照此办理",
            "请按此办理",
        ),
        *("agreed", "i agree", "agree", "approved", "approve", "sign", "signed", "ok", "okay"),
        *("yes", "fine", "good", "seen"),
    }
)
"""Of a leader who takes words for a signature; none of them is one."""


def to_sign(
    language: str,
    content: FiledReport,
    timetable: Timetable,
    *,
    signing_id: int,
    report_id: int,
    line: str = "",
    remark: str = "",
) -> Message:
    """The draft in numbers and what in it asks for attention; its words come as a document.

    line: what is said above it. remark: what the leader wrote, with which it may be sent back.
    """
    said = []
    if remark:
        with_it = Press(Action.SIGN_BACK, signing_id, remark_mark(remark))
        said.append((button(language, "signing-button-back-so", with_it),))
    lines = [
        *filter(None, (line,)),
        say(
            language,
            "signing-title",
            unit=cut(content.unit, 60),
            month=month_name(language, content.period),
            by=cut(content.filed_by, 60),
            at=moment_name(language, content.filed_at),
        ),
        *filed_counts(language, content),
        *filed_troubles(language, content),
        say(language, "signing-how"),
        timetable_line(language, timetable),
    ]
    return Message(
        "\n".join(lines),
        (
            *said,
            (
                button(language, "signing-button-sign", Press(Action.SIGN, signing_id)),
                button(language, "signing-button-back", Press(Action.SIGN_BACK, signing_id)),
            ),
            (button(language, "button-full", Press(Action.SIGN_TEXT, report_id)),),
        ),
    )


def remark_of(text: str) -> str:
    """What the leader may mean as a word to the preparer; empty for 同意 and what says nothing."""
    if as_word(text) in _ASSENTING_WORDS:
        return ""
    note = read_reason(text)
    return "" if isinstance(note, Refused) else note


def remark_mark(remark: str) -> str:
    """By which a button says which remark it was shown with."""
    return f"{zlib.crc32(remark.encode()):08x}"


def ask_note(
    language: str, content: FiledReport, timetable: Timetable, *, signing_id: int, note: str = ""
) -> Message:
    """Asks the leader why it goes back. note: what was wrong with the words before."""
    html = say(
        language,
        "signing-ask-note",
        unit=cut(content.unit, 60),
        month=month_name(language, content.period),
    )
    keep = button(language, "signing-button-keep", Press(Action.SIGN_SHOW, signing_id))
    lines = (note, html, timetable_line(language, timetable))
    return Message("\n".join(filter(None, lines)), ((keep,),))
