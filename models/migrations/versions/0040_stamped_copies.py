"""What units send as stamped copies, of which revision, and whether it counts"""

import sqlalchemy as sa
from alembic import op


revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stamped_copy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("album", sa.String(), nullable=False),
        sa.Column("finding", sa.String(length=32), nullable=False),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"]),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_stamped_copy_office_id", "stamped_copy", ["office_id"])
    op.create_index("ix_stamped_copy_revision_id", "stamped_copy", ["revision_id"])
    op.create_index("ix_stamped_copy_album", "stamped_copy", ["person_id", "album"])
    op.create_table(
        "stamped_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["stamped_copy.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("copy_id", "sha256"),
    )
    op.create_index("ix_stamped_file_copy_id", "stamped_file", ["copy_id"])


def downgrade() -> None:
    op.drop_table("stamped_file")
    op.drop_table("stamped_copy")
