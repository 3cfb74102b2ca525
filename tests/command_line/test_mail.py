"""Mail on the command line: a ready one as a file, and whether the server can be used."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default

from sandbox.mailbox import Mailbox
from tests.command_line.terminal import Terminal
from tests.command_line.test_ticks import SILENT, UNIT, filed
from texts import plain

__all__ = ["filed"]

TO = "office@town.example"


@contextmanager
def listening() -> Iterator[Mailbox]:
    """A mail server in a thread of its own: the command has a loop of its own too."""
    box, ready, done = Mailbox(), threading.Event(), threading.Event()

    async def listen() -> None:
        async with box:
            ready.set()
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=asyncio.run, args=(listen(),))
    thread.start()
    ready.wait()
    try:
        yield box
    finally:
        done.set()
        thread.join()


def test_filed_report_is_written_as_a_mail_with_its_draft(filed: Terminal) -> None:
    output = filed.types(
        "mail", UNIT, "--period", "2022-07", "--out", "report.eml", BAOSONG_MAIL__TO=TO
    )
    assert plain("zh-CN", "cli-mail-written", file="report.eml") in output
    first = (filed.folder / "report.eml").read_bytes()
    mail = message_from_bytes(first, policy=default)
    assert (mail["To"], mail["From"]) == (TO, None)
    assert mail["Subject"] == f"{UNIT}2022年7月份工作任务完成情况报告"
    filed.types("mail", UNIT, "--out", "again.eml", BAOSONG_MAIL__TO=TO)
    assert (filed.folder / "again.eml").read_bytes() == first


def test_report_that_is_not_filed_makes_no_mail(filed: Terminal) -> None:
    filed.says(
        "cli-mail-not-filed", "mail", SILENT, "--out", "x.eml", unit=SILENT, period="2022年7月份"
    )


def test_check_tries_the_mail_server_and_mails_nothing(connected: Terminal) -> None:
    with listening() as box:
        port = str(box.port)
        connected.environ |= {
            "BAOSONG_MAIL__HOST": "127.0.0.1",
            "BAOSONG_MAIL__PORT": port,
            "BAOSONG_MAIL__SECURITY": "none",
            "BAOSONG_MAIL__TO": TO,
            "BAOSONG_MAIL__SENDER": "bot@town.example",
        }
        connected.types("database", "create")
        output = connected.types("check")
        assert plain("zh-CN", "cli-check-mail", host="127.0.0.1") in output
        assert plain("zh-CN", "cli-check-mail-unconfirmed", address=TO) in output
        assert (box.connections, box.mails) == (1, [])
    output = connected.types("check", code=2)
    why = plain("zh-CN", "outbox-cause-mail_no_connection")
    assert plain("zh-CN", "cli-check-mail-silent", host="127.0.0.1", why=why) in output
