"""Every table, for whoever needs them all at once: migrations and tests."""

from sqlmodel import SQLModel

from models.absences import Absence, Handover, Snooze
from models.announcements import Announcement, AnnouncementCopy
from models.calendar import OwnDay
from models.chases import Chase, Reminder
from models.conversations import Conversation
from models.cycles import Cycle, Entry, Reading, Report, Return, Revision
from models.delivery import Document, InboxRow, OutboxRow, Slot
from models.editions import (
    Assignment,
    Indicator,
    Label,
    Measure,
    MeasureLabel,
    Plan,
    PlanEdition,
    Section,
    TaskForce,
    UnassignedMention,
)
from models.evidence import Evidence
from models.exemptions import Exemption
from models.extensions import Extension
from models.helpers import Helper, HelperEntry
from models.highlights import Highlight
from models.ladder_changes import ChangedRung
from models.mail import Mail, Mailbox, MailFile
from models.marks import Mark
from models.milestones import Milestone
from models.nudges import Hurry, Nudge, NudgeMissed, ReachWarning
from models.offices import Office, Unit, UnitAlias, UnitGroup, UnitGroupMember
from models.pastes import Paste
from models.people import Contact, Invitation, Person
from models.plan_readings import PlanReading
from models.problems import Problem, ProblemNote
from models.register import TaskForceMember
from models.reviews import Acceptance
from models.signing import Signing
from models.stamped_copies import StampedCopy, StampedFile
from models.ticks import Tick
from models.uploads import Upload
from models.written import Written

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "Absence",
    "Acceptance",
    "Announcement",
    "AnnouncementCopy",
    "Assignment",
    "ChangedRung",
    "Chase",
    "Contact",
    "Conversation",
    "Cycle",
    "Document",
    "Entry",
    "Evidence",
    "Exemption",
    "Extension",
    "Handover",
    "Helper",
    "HelperEntry",
    "Highlight",
    "Hurry",
    "InboxRow",
    "Indicator",
    "Invitation",
    "Label",
    "Mail",
    "MailFile",
    "Mailbox",
    "Mark",
    "Measure",
    "MeasureLabel",
    "Milestone",
    "Nudge",
    "NudgeMissed",
    "Office",
    "OutboxRow",
    "OwnDay",
    "Paste",
    "Person",
    "Plan",
    "PlanEdition",
    "PlanReading",
    "Problem",
    "ProblemNote",
    "ReachWarning",
    "Reading",
    "Reminder",
    "Report",
    "Return",
    "Revision",
    "Section",
    "Signing",
    "Slot",
    "Snooze",
    "StampedCopy",
    "StampedFile",
    "TaskForce",
    "TaskForceMember",
    "Tick",
    "UnassignedMention",
    "Unit",
    "UnitAlias",
    "UnitGroup",
    "UnitGroupMember",
    "Upload",
    "Written",
]
