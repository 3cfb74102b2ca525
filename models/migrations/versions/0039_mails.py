"""The office's mailbox, and the mails that go to it"""

import sqlalchemy as sa
from alembic import op


revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mailbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("code_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wrong_codes", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["confirmed_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("office_id", "address"),
    )
    op.create_index("ix_mailbox_office_id", "mailbox", ["office_id"])
    op.create_index("ix_mailbox_confirmed_by_id", "mailbox", ["confirmed_by_id"])
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("message_id"),
    )
    op.create_index("ix_mail_office_id", "mail", ["office_id"])
    op.create_index("ix_mail_revision_id", "mail", ["revision_id"])
    op.create_table(
        "mail_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"]),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("mail_id", "position"),
    )
    op.create_index("ix_mail_file_mail_id", "mail_file", ["mail_id"])
    op.create_index("ix_mail_file_document_id", "mail_file", ["document_id"])
    with op.batch_alter_table("outbox") as table:
        table.add_column(sa.Column("mail_id", sa.Integer(), nullable=True))
        table.create_foreign_key("outbox_mail_id_fkey", "mail", ["mail_id"], ["id"])
        table.create_index("ix_outbox_mail_id", ["mail_id"])


def downgrade() -> None:
    with op.batch_alter_table("outbox") as table:
        table.drop_index("ix_outbox_mail_id")
        table.drop_constraint("outbox_mail_id_fkey", type_="foreignkey")
        table.drop_column("mail_id")
    op.drop_table("mail_file")
    op.drop_table("mail")
    op.drop_table("mailbox")
