"""A link can pass a post on to a successor"""

import sqlalchemy as sa
from alembic import op


revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("invitation") as table:
        table.add_column(sa.Column("replaces_id", sa.Integer(), nullable=True))
        table.create_foreign_key("invitation_replaces_id_fkey", "contact", ["replaces_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("invitation") as table:
        table.drop_constraint("invitation_replaces_id_fkey", type_="foreignkey")
    with op.batch_alter_table("invitation") as table:
        table.drop_column("replaces_id")
