"""What waits in the outbox is found by its chat"""

from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

_BY_CHAT = ["bot_id", "state", "chat_id", "id", "not_before", "kind", "priority"]
_BY_PRIORITY = ["bot_id", "state", "priority", "id"]


def upgrade() -> None:
    op.drop_index("ix_outbox_waiting", table_name="outbox")
    op.create_index("ix_outbox_waiting", "outbox", _BY_CHAT)


def downgrade() -> None:
    op.drop_index("ix_outbox_waiting", table_name="outbox")
    op.create_index("ix_outbox_waiting", "outbox", _BY_PRIORITY)
