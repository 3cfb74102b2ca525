"""The Bot API's methods, checked and worded as Telegram does. `call` is the only door.

What Telegram has and the sandbox lacks is refused with "sandbox:" in the description, never
answered with an ok.
"""

import json
import re
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from sandbox.errors import ApiError, bad_request
from sandbox.forms import Params, Upload
from sandbox.images import image_size
from sandbox.keyboards import Markup, read_markup
from sandbox.markup import Entity, FormattedText, clean, finished, parse_html
from sandbox.messages import Attachment, Message
from sandbox.person import member_json
from sandbox.updates import KINDS, OTHER_KINDS, PendingUpdate
from sandbox.world import Chat, Sandbox, Webhook

Method = Callable[[Sandbox, Params], object]

METHODS: dict[str, tuple[str, Method, frozenset[str]]] = {}
"""By lower-case name: the name, what it does, the parameters it takes."""

SENDING = (
    "chat_id",
    "disable_notification",
    "protect_content",
    "reply_parameters",
    "reply_markup",
)
FORMATTED_TEXT = ("text", "parse_mode", "entities", "link_preview_options")
CAPTION = ("caption", "parse_mode", "caption_entities")
EDITING = ("chat_id", "message_id", "reply_markup")

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
SCOPES: dict[str, frozenset[str]] = {
    "default": frozenset(),
    "all_private_chats": frozenset(),
    "all_group_chats": frozenset(),
    "all_chat_administrators": frozenset(),
    "chat": frozenset({"chat_id"}),
    "chat_administrators": frozenset({"chat_id"}),
    "chat_member": frozenset({"chat_id", "user_id"}),
}
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def method(name: str, *params: str) -> Callable[[Method], Method]:
    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function, frozenset(params))
        return function

    return register


def known_name(name: str) -> str | None:
    """The method's name as documented; Telegram takes any case."""
    found = METHODS.get(name.lower())
    return None if found is None else found[0]


def call(sandbox: Sandbox, name: str, params: Params) -> object:
    """The `result` of a call that succeeds. Raises ApiError for every other."""
    found = METHODS.get(name.lower())
    if found is None:
        raise ApiError(404, "Not Found")
    name, function, known = found
    if unknown := params.unknown(known):
        listed = ", ".join(sorted(unknown))
        raise bad_request(f"sandbox: {name} takes no parameter {listed} (here)")
    with sandbox.lock:
        return function(sandbox, params)


# Updates


def take_updates(sandbox: Sandbox, params: Params) -> list[PendingUpdate]:
    """What getUpdates has to give at once; the waiting is the server's."""
    with sandbox.lock:
        if sandbox.webhook is not None:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        allow(sandbox, params)
        limit = min(max(params.integer("limit", 100), 1), 100)
        before = len(sandbox.updates)
        updates = sandbox.updates.take(params.integer("offset"), limit)
        if len(sandbox.updates) != before:
            sandbox.changed()
        return updates


@method("getUpdates", "offset", "limit", "timeout", "allowed_updates")
def get_updates(sandbox: Sandbox, params: Params) -> object:
    updates = take_updates(sandbox, params)
    sandbox.updates.deliver(updates)
    return [update.to_json() for update in updates]


def allow(sandbox: Sandbox, params: Params) -> None:
    """An empty list means the default, a missing one what it was."""
    wanted = params.json("allowed_updates")
    if wanted is None:
        return
    if not isinstance(wanted, list) or not all(isinstance(kind, str) for kind in wanted):
        raise bad_request("can't parse allowed updates JSON object")
    if unknown := set(wanted) - KINDS - OTHER_KINDS:
        raise bad_request(f"sandbox: there are no updates of kind {sorted(unknown)}")
    sandbox.updates.allowed = frozenset(wanted) or None


@method(
    "setWebhook",
    "url",
    "max_connections",
    "allowed_updates",
    "drop_pending_updates",
    "secret_token",
)
def set_webhook(sandbox: Sandbox, params: Params) -> object:
    url = params.text("url")
    secret = params.text("secret_token") or None
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if url:
        check_loopback(url)
    connections = params.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        raise bad_request("sandbox: max_connections is from 1 to 100")
    allow(sandbox, params)
    if params.flag("drop_pending_updates"):
        sandbox.updates.drop_all()
    sandbox.webhook = Webhook(url, secret, connections) if url else None
    sandbox.last_webhook_error = None
    sandbox.changed()
    return True


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(sandbox: Sandbox, params: Params) -> object:
    return set_webhook(sandbox, params)


@method("getWebhookInfo")
def get_webhook_info(sandbox: Sandbox, _params: Params) -> object:
    webhook = sandbox.webhook
    found: dict[str, object] = {
        "url": "" if webhook is None else webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(sandbox.updates),
    }
    if webhook is not None:
        found["max_connections"] = webhook.max_connections
    if sandbox.updates.allowed is not None:
        found["allowed_updates"] = sorted(sandbox.updates.allowed)
    if sandbox.last_webhook_error is not None:
        at, message = sandbox.last_webhook_error
        found |= {"last_error_date": int(at.timestamp()), "last_error_message": message}
    return found


def check_loopback(url: str) -> None:
    parts = urlsplit(url)
    try:
        loopback = parts.hostname == "localhost" or ip_address(parts.hostname or "").is_loopback
    except ValueError:
        loopback = False
    if parts.scheme not in {"http", "https"} or not loopback:
        raise bad_request("bad webhook: sandbox: only loopback addresses are called")


# Sending


@method("sendMessage", *SENDING, *FORMATTED_TEXT)
def send_message(sandbox: Sandbox, params: Params) -> object:
    content = formatted(params, "text", "entities")
    if not content.text:
        raise bad_request("message text is empty")
    if len(content.text) > sandbox.limits.text_characters:
        raise bad_request("message is too long")
    markup = read_markup(params.json("reply_markup"), sandbox.limits)
    return send(sandbox, params, content, markup)


@method("sendDocument", *SENDING, *CAPTION, "document", "disable_content_type_detection")
def send_document(sandbox: Sandbox, params: Params) -> object:
    return send_file(sandbox, params, "document")


@method("sendPhoto", *SENDING, *CAPTION, "photo")
def send_photo(sandbox: Sandbox, params: Params) -> object:
    return send_file(sandbox, params, "photo")


def send_file(sandbox: Sandbox, params: Params, kind: str) -> object:
    content = caption(sandbox, params)
    markup = read_markup(params.json("reply_markup"), sandbox.limits)
    upload = params.files.get(kind)
    attachment = (
        attach_upload(sandbox, kind, upload)
        if upload is not None
        else attach_named(sandbox, params, kind, params.text(kind))
    )
    return send(sandbox, params, content, markup, attachment)


@method("sendMediaGroup", *SENDING[:-1], "media")
def send_media_group(sandbox: Sandbox, params: Params) -> object:
    media = params.json("media")
    if not isinstance(media, list) or not 2 <= len(media) <= 10:
        raise bad_request("sandbox: a media group has 2 to 10 items")
    chat = sandbox.open_chat(chat_id(params))
    items = [media_item(sandbox, params, item) for item in media]
    if len({attachment.kind for attachment, _ in items}) > 1:
        raise bad_request("document can't be mixed with other media types")
    reply_to = replied(chat, params)
    sandbox.flood.pass_message(chat.id, private=chat.private, messages=len(items))
    album = sandbox.new_id()
    return [
        sandbox.message_json(
            sandbox.post(
                chat,
                sandbox.bot,
                content,
                attachment=attachment,
                reply_to=reply_to,
                album=album,
                protected=params.flag("protect_content"),
            )
        )
        for attachment, content in items
    ]


def media_item(sandbox: Sandbox, params: Params, item: object) -> tuple[Attachment, FormattedText]:
    known = {"type", "media", "disable_content_type_detection", *CAPTION}
    if not isinstance(item, dict) or item.keys() - known:
        raise bad_request("sandbox: a media item with fields that are not supported")
    if item.get("type") not in {"document", "photo"}:
        raise bad_request("sandbox: a media group takes documents and photos")
    texts = {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in item.items()
    }
    content = caption(sandbox, Params(texts))
    return attach_named(sandbox, params, texts["type"], texts.get("media", "")), content


def send(
    sandbox: Sandbox,
    params: Params,
    content: FormattedText,
    markup: Markup,
    attachment: Attachment | None = None,
) -> object:
    chat = sandbox.open_chat(chat_id(params))
    reply_to = replied(chat, params)
    sandbox.flood.pass_message(chat.id, private=chat.private)
    if markup.below is not None:
        chat.reply_keyboard = markup.below
    message = sandbox.post(
        chat,
        sandbox.bot,
        content,
        buttons=markup.inline,
        attachment=attachment,
        reply_to=reply_to,
        protected=params.flag("protect_content"),
        quiet=params.flag("disable_notification"),
    )
    return sandbox.message_json(message)


def replied(chat: Chat, params: Params) -> int | None:
    found = params.json("reply_parameters")
    match found:
        case None:
            return None
        case {"message_id": int(message_id), **rest} if not (
            rest.keys() - {"allow_sending_without_reply"}
        ):
            if message_id in chat.messages:
                return message_id
            if rest.get("allow_sending_without_reply"):
                return None
            raise bad_request("message to be replied not found")
    raise bad_request("sandbox: reply_parameters takes message_id and allow_sending_without_reply")


def attach_upload(sandbox: Sandbox, kind: str, upload: Upload) -> Attachment:
    size = len(upload.content)
    if not size:
        raise bad_request("file must be non-empty")
    if size > sandbox.limits.upload_bytes:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "document":
        file = sandbox.store(upload.name, upload.mime, upload.content)
        return sandbox.attach(kind, file)
    if size > sandbox.limits.photo_bytes:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; "
            f"the maximum size is {sandbox.limits.photo_bytes} bytes"
        )
    measured = image_size(upload.content)
    if measured is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = measured
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    file = sandbox.store(upload.name, upload.mime, upload.content, width=width, height=height)
    return sandbox.attach(kind, file)


def attach_named(sandbox: Sandbox, params: Params, kind: str, source: str) -> Attachment:
    """By attach://name or by the id of a file that is already there."""
    if not source:
        raise bad_request(f"there is no {kind} in the request")
    if source.startswith("attach://"):
        upload = params.files.get(source.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        return attach_upload(sandbox, kind, upload)
    known = sandbox.files.get(source)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad_request(
            f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}"
        )
    return known


# Editing


@method("editMessageText", *EDITING, *FORMATTED_TEXT)
def edit_message_text(sandbox: Sandbox, params: Params) -> object:
    content = formatted(params, "text", "entities")
    if not content.text:
        raise bad_request("message text is empty")
    if len(content.text) > sandbox.limits.text_characters:
        raise bad_request("message is too long")
    message = editable(sandbox, params)
    if message.attachment is not None:
        raise bad_request("there is no text in the message to edit")
    return edit(sandbox, params, message, content)


@method("editMessageCaption", *EDITING, *CAPTION)
def edit_message_caption(sandbox: Sandbox, params: Params) -> object:
    content = caption(sandbox, params)
    message = editable(sandbox, params)
    if message.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    return edit(sandbox, params, message, content)


@method("editMessageReplyMarkup", *EDITING)
def edit_message_reply_markup(sandbox: Sandbox, params: Params) -> object:
    message = editable(sandbox, params)
    return edit(sandbox, params, message, FormattedText(message.text, message.entities))


def editable(sandbox: Sandbox, params: Params) -> Message:
    chat = sandbox.open_chat(chat_id(params))
    message = chat.messages.get(message_id(params))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def edit(sandbox: Sandbox, params: Params, message: Message, content: FormattedText) -> object:
    """No reply_markup means no buttons, as in Telegram."""
    markup = read_markup(params.json("reply_markup"), sandbox.limits, inline_only=True)
    same_text = (message.text, message.entities) == (content.text, content.entities)
    if same_text and message.buttons == markup.inline:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    sandbox.flood.pass_edit()
    return sandbox.message_json(sandbox.edit(message, content, markup.inline))


@method("deleteMessage", "chat_id", "message_id")
def delete_message(sandbox: Sandbox, params: Params) -> object:
    chat = sandbox.open_chat(chat_id(params))
    message = chat.messages.get(message_id(params))
    if message is None:
        raise bad_request("message to delete not found")
    too_old = sandbox.now() - message.sent_at >= sandbox.limits.delete_window
    if too_old or not (message.from_bot or chat.private):
        raise bad_request("message can't be deleted for everyone")
    sandbox.delete(message)
    return True


# Answers and signs


@method("answerCallbackQuery", "callback_query_id", "text", "show_alert", "url", "cache_time")
def answer_callback_query(sandbox: Sandbox, params: Params) -> object:
    query = sandbox.queries.get(params.text("callback_query_id"))
    if query is None or sandbox.now() - query.asked_at > sandbox.limits.callback_lifetime:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    sandbox.answer(query, text, alert=params.flag("show_alert"))
    return True


@method("sendChatAction", "chat_id", "action")
def send_chat_action(sandbox: Sandbox, params: Params) -> object:
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    sandbox.open_chat(chat_id(params))
    return True


@method("getFile", "file_id")
def get_file(sandbox: Sandbox, params: Params) -> object:
    file_id = params.text("file_id")
    known = sandbox.files.get(file_id)
    if known is None:
        raise bad_request("invalid file_id")
    if len(known.file.content) > sandbox.limits.download_bytes:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": known.file.unique_id,
        "file_size": len(known.file.content),
        "file_path": sandbox.link(file_id),
    }


# The bot itself


@method("getMe")
def get_me(sandbox: Sandbox, _params: Params) -> object:
    return sandbox.bot.to_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


@method("close")
def close(_sandbox: Sandbox, _params: Params) -> object:
    return True


@method("setMyCommands", "commands", "scope", "language_code")
def set_my_commands(sandbox: Sandbox, params: Params) -> object:
    found = params.json("commands")
    if not isinstance(found, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(found) > 100:
        raise bad_request("too many commands specified")
    commands: list[dict[str, object]] = []
    for entry in found:
        match entry:
            case {"command": str(command), "description": str(description), **rest} if not rest:
                if not COMMAND.fullmatch(command):
                    raise bad_request("BOT_COMMAND_INVALID")
                if not 1 <= len(description.strip()) <= 256:
                    raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
                commands.append({"command": command, "description": description.strip()})
            case _:
                raise bad_request("can't parse BotCommand")
    sandbox.profile.commands[commands_key(params)] = commands
    return True


@method("getMyCommands", "scope", "language_code")
def get_my_commands(sandbox: Sandbox, params: Params) -> object:
    return sandbox.profile.commands.get(commands_key(params), [])


@method("deleteMyCommands", "scope", "language_code")
def delete_my_commands(sandbox: Sandbox, params: Params) -> object:
    sandbox.profile.commands.pop(commands_key(params), None)
    return True


def commands_key(params: Params) -> tuple[str, str]:
    scope = params.json("scope")
    if scope is None:
        scope = {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if not isinstance(scope, dict) or not isinstance(kind, str) or kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope")
    if scope.keys() - {"type"} != SCOPES[kind]:
        raise bad_request("can't parse BotCommandScope")
    return json.dumps(scope, sort_keys=True), language(params)


def language(params: Params) -> str:
    """A two-letter ISO 639-1 code or nothing."""
    code = params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def profile_text(params: Params, name: str, most: int) -> str:
    text = params.text(name)
    if len(text) > most:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    return text


@method("setMyName", "name", "language_code")
def set_my_name(sandbox: Sandbox, params: Params) -> object:
    sandbox.profile.names[language(params)] = profile_text(params, "name", 64)
    return True


@method("getMyName", "language_code")
def get_my_name(sandbox: Sandbox, params: Params) -> object:
    return {"name": sandbox.profile.names.get(language(params), sandbox.bot.first_name)}


@method("setMyDescription", "description", "language_code")
def set_my_description(sandbox: Sandbox, params: Params) -> object:
    text = profile_text(params, "description", 512)
    sandbox.profile.descriptions[language(params)] = text
    return True


@method("getMyDescription", "language_code")
def get_my_description(sandbox: Sandbox, params: Params) -> object:
    return {"description": sandbox.profile.descriptions.get(language(params), "")}


@method("setMyShortDescription", "short_description", "language_code")
def set_my_short_description(sandbox: Sandbox, params: Params) -> object:
    text = profile_text(params, "short_description", 120)
    sandbox.profile.short_descriptions[language(params)] = text
    return True


@method("getMyShortDescription", "language_code")
def get_my_short_description(sandbox: Sandbox, params: Params) -> object:
    return {"short_description": sandbox.profile.short_descriptions.get(language(params), "")}


@method("setChatMenuButton", "chat_id", "menu_button")
def set_chat_menu_button(sandbox: Sandbox, params: Params) -> object:
    button = params.json("menu_button") or {"type": "default"}
    if button not in ({"type": "default"}, {"type": "commands"}):
        raise bad_request("sandbox: the menu button is default or commands")
    chosen = sandbox.open_chat(chat_id(params)).id if params.text("chat_id") else None
    sandbox.profile.menu_buttons[chosen] = dict(button) if isinstance(button, dict) else {}
    return True


# Chats


@method("getChat", "chat_id")
def get_chat(sandbox: Sandbox, params: Params) -> object:
    chat = sandbox.chats.get(chat_id(params))
    if chat is None or (chat.private and not chat.started):
        raise bad_request("chat not found")
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return chat.to_json() | {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


@method("leaveChat", "chat_id")
def leave_chat(sandbox: Sandbox, params: Params) -> object:
    chat = sandbox.open_chat(chat_id(params))
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.status = "left"
    content = member_json(sandbox, chat, sandbox.bot, "member", "left")
    sandbox.put("my_chat_member", content, lane=chat.id)
    return True


# Parameters


def chat_id(params: Params) -> int:
    value = params.text("chat_id")
    if not value:
        raise bad_request("chat_id is empty")
    try:
        return int(value)
    except ValueError:
        raise bad_request("chat not found") from None


def message_id(params: Params) -> int:
    if not params.text("message_id"):
        raise bad_request("message identifier is not specified")
    return params.integer("message_id")


def caption(sandbox: Sandbox, params: Params) -> FormattedText:
    content = formatted(params, "caption", "caption_entities")
    if len(content.text) > sandbox.limits.caption_characters:
        raise bad_request("message caption is too long")
    return content


def formatted(params: Params, name: str, entities_name: str) -> FormattedText:
    text = params.text(name)
    match params.text("parse_mode").lower():
        case "html":
            return finished(parse_html(text))
        case "":
            return finished(FormattedText(clean(text), given_entities(params, entities_name)))
        case "markdown" | "markdownv2":
            raise bad_request("sandbox: of the parse modes only HTML is supported")
    raise bad_request("unsupported parse_mode")


def given_entities(params: Params, name: str) -> tuple[Entity, ...]:
    found = params.json(name)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    return tuple(given_entity(entry) for entry in found)


def given_entity(found: object) -> Entity:
    known = {"type", "offset", "length", "url", "language"}
    if isinstance(found, dict) and found.keys() <= known:
        match found:
            case {"type": str(kind), "offset": int(offset), "length": int(length)}:
                url, language_name = found.get("url"), found.get("language")
                return Entity(
                    kind,
                    offset,
                    length,
                    url if isinstance(url, str) else None,
                    language_name if isinstance(language_name, str) else None,
                )
    raise bad_request("can't parse MessageEntity")
