"""Reply markup: what a bot may put under a message, read and refused."""

from dataclasses import dataclass

from sandbox.errors import bad_request
from sandbox.limits import Limits
from sandbox.markup import checked_link
from sandbox.messages import Button, Rows

_REPLY_OPTIONS = {
    "keyboard",
    "resize_keyboard",
    "one_time_keyboard",
    "is_persistent",
    "input_field_placeholder",
    "selective",
}


@dataclass(frozen=True, slots=True)
class Markup:
    """`below`: the keyboard under the chat; None leaves it, () takes it away."""

    inline: Rows = ()
    below: tuple[tuple[str, ...], ...] | None = None


def read_markup(found: object, limits: Limits, *, inline_only: bool = False) -> Markup:
    """Raises ApiError 400, also for kinds of keyboard and button that the sandbox does not play."""
    if found is None:
        return Markup()
    if not isinstance(found, dict):
        raise bad_request("object expected as reply markup")
    if found.keys() == {"inline_keyboard"}:
        return Markup(inline=_inline(found["inline_keyboard"], limits))
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in found and found.keys() <= _REPLY_OPTIONS:
        return Markup(below=_below(found["keyboard"]))
    if "remove_keyboard" in found and found.keys() <= {"remove_keyboard", "selective"}:
        return Markup(below=())
    if "force_reply" in found:
        options = {"force_reply", "input_field_placeholder", "selective"}
        if found.keys() <= options:
            return Markup()
    raise bad_request(f"sandbox: reply markup with {sorted(found)} is not supported")


def _rows(found: object) -> list[list[object]]:
    if not isinstance(found, list) or not all(isinstance(row, list) for row in found):
        raise bad_request("can't parse keyboard: an array of arrays of buttons is expected")
    return found


def _inline(found: object, limits: Limits) -> Rows:
    rows = tuple(tuple(_button(button, limits) for button in row) for row in _rows(found) if row)
    if sum(map(len, rows)) > limits.buttons:
        raise bad_request("reply markup is too long")
    return rows


def _button(found: object, limits: Limits) -> Button:
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    text = found["text"].strip()
    if not text:
        raise bad_request("BUTTON_TEXT_INVALID")
    actions = {key: value for key, value in found.items() if key != "text"}
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) == 1:
        match actions:
            case {"callback_data": str(data)}:
                if not 1 <= len(data.encode()) <= limits.callback_data_bytes:
                    raise bad_request("BUTTON_DATA_INVALID")
                return Button(text, data=data)
            case {"url": str(url)}:
                if checked_link(url) is None:
                    raise bad_request(
                        f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
                    )
                return Button(text, url=url)
            case {"copy_text": {"text": str(copies)}}:
                if not 1 <= len(copies) <= 256:
                    raise bad_request("BUTTON_COPY_TEXT_INVALID")
                return Button(text, copies=copies)
    raise bad_request(f"sandbox: an inline button with {sorted(found)} is not supported")


def _below(found: object) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_label(button) for button in row) for row in _rows(found))


def _label(button: object) -> str:
    label = button["text"] if isinstance(button, dict) and button.keys() == {"text"} else button
    if not isinstance(label, str) or not label.strip():
        raise bad_request("sandbox: a keyboard button can only send its text")
    return label
