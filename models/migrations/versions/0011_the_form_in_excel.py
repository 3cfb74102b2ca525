"""How an entry came in, and documents that are made from a report"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "entry", sa.Column("source", sa.String(length=32), nullable=False, server_default="chat")
    )
    # Said so that SQLite need not make the table anew, to which the outbox refers.
    op.execute("ALTER TABLE document ADD COLUMN report_id INTEGER REFERENCES report (id)")
    op.create_index(op.f("ix_document_report_id"), "document", ["report_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_document_report_id"), table_name="document")
    with op.batch_alter_table("document") as document:
        document.drop_column("report_id")
    with op.batch_alter_table("entry") as entry:
        entry.drop_column("source")
