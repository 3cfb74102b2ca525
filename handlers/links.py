"""The links that people pass on."""


def start_link(bot_name: str, token: str) -> str:
    """The deep link that opens the bot and hands it the token."""
    return f"https://t.me/{bot_name}?start={token}"
