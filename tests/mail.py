"""An office with a mailbox: what it has received, read as a mail program reads it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from bot.draft_settings import DraftSettings
from bot.settings import MailSettings
from sandbox.mailbox import Mailbox
from tests.chat import TWO_MEASURES, Town, a_begun_town, july_begins
from tests.models.samples import OLGA
from vocabulary.plan import AssignedMeasure

TO, SENDER = "office@town.example", "bot@town.example"


def settings_of(box: Mailbox, **more: object) -> MailSettings:
    """The server is on this machine, and slow answers cost little."""
    given = {"host": "127.0.0.1", "port": box.port, "security": "none", "to": TO, "sender": SENDER}
    limits = {"connect_seconds": 1.0, "send_seconds": 1.0, "per_minute": 600.0}
    return MailSettings.model_validate({**given, **limits, **more})


def read(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    assert mail.defects == []
    return mail


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body()
    assert body is not None
    return str(body.get_content())


def files_of(mail: EmailMessage) -> dict[str, bytes]:
    """By the name that it has in the mail."""
    return {part.get_filename() or "": part.get_content() for part in mail.iter_attachments()}


@dataclass
class Office:
    town: Town
    box: Mailbox

    @property
    def mails(self) -> list[EmailMessage]:
        """What has come, oldest first, without the test mail."""
        return [read(one.content) for one in self.box.mails[1:]]

    async def confirms(self) -> None:
        """The coordinator has a test mail sent, and tells its code."""
        olga = self.town.chats[OLGA]
        await olga.sends("/mail")
        await olga.taps("mail-button-test")
        await olga.sends(f"/mail {self.code()}")
        self.town.clock.advance(timedelta(seconds=1))  # as much as the pace wants between two mails

    def code(self) -> str:
        found = re.search(r"/mail (\d{6})", text_of(read(self.box.mails[-1].content)))
        assert found is not None
        return found[1]


@asynccontextmanager
async def an_office_with_a_mailbox(
    database_url: str,
    files: Path,
    *,
    box: Mailbox | None = None,
    confirmed: bool = True,
    measures: tuple[AssignedMeasure, ...] | None = TWO_MEASURES,
    draft: DraftSettings | None = None,
    **settings: object,
) -> AsyncIterator[Office]:
    """July has opened, and the mailbox is confirmed."""
    async with (
        box or Mailbox() as opened,
        a_begun_town(
            july_begins,
            database_url,
            files,
            measures=measures,
            mail=settings_of(opened, **settings),
            draft=draft,
        ) as town,
    ):
        office = Office(town, opened)
        if confirmed:
            await office.confirms()
        yield office
        town.reads_all()
