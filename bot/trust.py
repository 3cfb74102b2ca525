"""Whom the connections to Telegram, and to those who watch, trust."""

import ssl
from functools import cache

import httpx


@cache
def trusted() -> ssl.SSLContext:
    """The usual authorities. Reading them takes longer than all else in a client: it is done once.

    What it holds may be used by several connections and threads at once.
    """
    return httpx.create_ssl_context()
