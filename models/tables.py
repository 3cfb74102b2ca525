"""Every table, for whoever needs them all at once: migrations and tests."""

from sqlmodel import SQLModel

from models.chases import Chase, Reminder
from models.conversations import Conversation
from models.cycles import Cycle, Entry, Reading, Report, Return, Revision
from models.delivery import Document, InboxRow, OutboxRow, Slot
from models.editions import (
    Assignment,
    Indicator,
    Measure,
    Plan,
    PlanEdition,
    Section,
    TaskForce,
    UnassignedMention,
)
from models.marks import Mark
from models.offices import Office, Unit, UnitGroup, UnitGroupMember
from models.people import Contact, Invitation, Person

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "Assignment",
    "Chase",
    "Contact",
    "Conversation",
    "Cycle",
    "Document",
    "Entry",
    "InboxRow",
    "Indicator",
    "Invitation",
    "Mark",
    "Measure",
    "Office",
    "OutboxRow",
    "Person",
    "Plan",
    "PlanEdition",
    "Reading",
    "Reminder",
    "Report",
    "Return",
    "Revision",
    "Section",
    "Slot",
    "TaskForce",
    "UnassignedMention",
    "Unit",
    "UnitGroup",
    "UnitGroupMember",
]
