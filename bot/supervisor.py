"""What a service manager is told, in systemd's words: ready, alive, stopping.

Source: sd_notify(3). One datagram to the socket that NOTIFY_SOCKET names; without one, silence.
"""

import socket
from collections.abc import Mapping
from contextlib import suppress

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"


class Supervisor:
    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")

    def notify(self, state: str) -> None:
        """Tells it, or does nothing: a manager that is gone is no reason to fail."""
        if not self._address:
            return
        address = self._address
        if address.startswith("@"):  # Linux's abstract names begin with NUL
            address = "\0" + address[1:]
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as talk:
            talk.connect(address)
            talk.sendall(state.encode())
