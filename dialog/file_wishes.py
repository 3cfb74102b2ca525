"""What people type about the files that they have sent: 取下第1张, 照片发错了，不要了; pure."""

import re
from dataclasses import dataclass

from dialog.evidence import ALONE
from dialog.press import Action, Press
from dialog.words import as_word
from vocabulary.message import Message

_FILES = r"(?:现场)?(?:照片|相片|图片|截图|佐证材料|佐证|附件|文件)"
_WHICH = r"(?:刚才|刚刚|刚|上面|上传|发)*的?(?:[这那](?:几?[张件份个])?)?"
_TAKE = r"(?:取下|撤下|撤掉|撤回|拿掉|去掉|删除|删掉|删了|删|移除|不要)(?:了|掉)?(?:一下|吧)?"
_SLIP = r"(?:发|传|放|选|上传|拿)错(?:了)?"


def _one(name: str) -> str:
    place = rf"第?(?P<{name}>\d{{1,2}}|[一二三四五六七八九十])[张件份]"
    return rf"(?:{place}的?(?:{_FILES})?|{_WHICH}{_FILES})"


_ASKED = r"(?:请|帮我|麻烦|把|将|我要|我想)*"
_WISH = re.compile(
    rf"{_ASKED}{_TAKE}{_one('a')}(?:吧)?"
    rf"|{_ASKED}{_one('b')}(?:{_SLIP}(?:[,，。\s]*(?:都|就)?{_TAKE})?|(?:都|就)?{_TAKE})"
)
_PLACES = {numeral: place for place, numeral in enumerate("一二三四五六七八九十", 1)}


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file is to be taken away. place: which of the list; None where that is not said."""

    place: int | None


def file_wish(said: str) -> FileWish | None:
    """None for words that tell something of a measure."""
    found = _WISH.fullmatch(as_word(said))
    if found is None:
        return None
    place = found["a"] or found["b"]
    return FileWish(_PLACES.get(place) or int(place) if place else None)


_IS_OF = re.compile(
    r"(?P<all>(?:[这那]?几?[张件份个]?(?:都|全部?)?(?:是|属于?))?)第?(?P<number>\d[\d.-]*)项?(?P<of>的?)"
    r"(?:佐证|照片)?"
)


def measure_said(said: str, *, is_reply: bool) -> str:
    """The number of the measure to which the files that wait belong: 都是26的, 26项的; else empty.

    is_reply: it was said in a reply to one of them, where the number alone is enough.
    """
    found = _IS_OF.fullmatch(as_word(said))
    is_said = found is not None and bool(is_reply or found["of"])
    return found["number"] if found is not None and is_said else ""


def taken_from_list(card: Message, wish: FileWish) -> Press | None:
    """The button of the list of files that does it; None where none is shown, or it has no such."""
    presses = [press for row in card.buttons for one in row if (press := Press.read(one.data))]
    takes = [p for p in presses if p.action is Action.EVIDENCE_TAKE and p.argument == ALONE]
    place = wish.place or (1 if len(takes) == 1 else 0)
    return takes[place - 1] if 0 < place <= len(takes) else None
