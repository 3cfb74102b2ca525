"""Files that people sent: what they are, whose, and what has become of them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import belongs_to, long_text, moment, period, word
from vocabulary.period import Period


class UploadKind(StrEnum):
    PLAN = "plan"
    REGISTRY = "registry"
    FORM = "form"
    DRAFT = "draft"


class UploadState(StrEnum):
    """Waiting: read and shown, for its sender to say what shall be done with it."""

    WAITING = "waiting"
    LOADED = "loaded"
    DROPPED = "dropped"
    REPLACED = "replaced"
    REFUSED = "refused"


class Upload(SQLModel, table=True):
    """A file in the store, by its hash.

    reading: what was understood of it, as its handler writes it; empty where it was refused.
    first_period, last_period: those that it would be loaded with.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    person_id: int = belongs_to("person.id")
    kind: UploadKind = word(UploadKind)
    state: UploadState = word(UploadState)
    file_name: str
    sha256: str
    reading: str = long_text()
    first_period: Period | None = period(required=False)
    last_period: Period | None = period(required=False)
    received_at: datetime = moment(required=True)
    settled_at: datetime | None = moment()


def keep_upload(session: Session, upload: Upload) -> Upload:
    """The newest one waits alone: what its sender had sent before is replaced by it."""
    session.execute(
        update(Upload)
        .where(
            col(Upload.person_id) == upload.person_id,
            col(Upload.state) == UploadState.WAITING,
        )
        .values(state=UploadState.REPLACED, settled_at=upload.received_at)
    )
    session.add(upload)
    session.flush()
    return upload


def forms_loaded(session: Session, office_id: int, *, since: datetime) -> list[Upload]:
    """The forms that were sent and taken from then on, in the order in which they were."""
    taken = select(Upload).where(
        Upload.office_id == office_id,
        Upload.kind == UploadKind.FORM,
        Upload.state == UploadState.LOADED,
        col(Upload.received_at) >= since,
    )
    return list(session.exec(taken.order_by(col(Upload.settled_at), col(Upload.id))))


def waiting_upload(session: Session, office_id: int, upload_id: int) -> Upload | None:
    """None for one of another office, and for one of which it has been said what to do."""
    return session.exec(
        select(Upload).where(
            Upload.id == upload_id,
            Upload.office_id == office_id,
            Upload.state == UploadState.WAITING,
        )
    ).first()


def upload_of(session: Session, person_id: int) -> Upload | None:
    """What the person has sent and not yet said what to do with."""
    return session.exec(
        select(Upload).where(Upload.person_id == person_id, Upload.state == UploadState.WAITING)
    ).first()
