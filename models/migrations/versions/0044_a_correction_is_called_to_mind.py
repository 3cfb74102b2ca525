"""Of a correction that is open it is kept when its unit was last told so"""

import sqlalchemy as sa
from alembic import op

import models.columns

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("report") as table:
        table.add_column(sa.Column("correction_warned_at", models.columns.Moment(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("report") as table:
        table.drop_column("correction_warned_at")
