"""The words that name kinds and states. Stored and sent by value, so a value never changes."""

from enum import StrEnum


class Role(StrEnum):
    """How a plan gives a measure to a unit; it decides how much is asked."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"


class Ask(StrEnum):
    """How often an assignment is asked about."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    NEVER = "never"
    SHARED = "shared"


class Comparator(StrEnum):
    """What the plan wants of a figure."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EXACTLY = "="
    ABOUT = "~"


class Direction(StrEnum):
    """Which way the figure of an indicator should move."""

    UP = "up"
    DOWN = "down"


class Pace(StrEnum):
    """How a figure stands beside the time that has passed (超序时、达序时、欠序时)."""

    AHEAD = "ahead"
    ON_TIME = "on-time"
    BEHIND = "behind"


class DoubtKind(StrEnum):
    """What cannot well be true of an entry, and is filed only once it is mended or explained."""

    OTHER_TOTAL = "other-total"
    FELL = "fell"
    JUMPED = "jumped"
    PAST_BASELINE = "past-baseline"
    DONE_BELOW = "done-below"
    NO_EVIDENCE = "no-evidence"
    DONE_OVER_PROBLEM = "done-over-problem"
    DONE_OVER_OWN = "done-over-own"
    DONE_OVER_WORDS = "done-over-words"
    WORDS_DISAGREE = "words-disagree"
    UNCHANGED = "unchanged"


class ContactKind(StrEnum):
    """What a contact is to a unit, to a task force, or to the office (coordinator).

    task_force: its liaison, as the ladder's settings call them.
    """

    LIAISON = "liaison"
    DEPUTY = "deputy"
    LEADER_IN_CHARGE = "leader_in_charge"
    HEAD = "head"
    TASK_FORCE = "task_force"
    TASK_FORCE_LEADER = "task_force_leader"
    COORDINATOR = "coordinator"


SIGNATORIES = (ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD)
"""Who may sign for a unit, whoever of them is asked first."""

UNIT_KINDS = (
    ContactKind.LIAISON,
    ContactKind.DEPUTY,
    ContactKind.LEADER_IN_CHARGE,
    ContactKind.HEAD,
)
"""What a contact can be to a unit."""

FORCE_KINDS = (ContactKind.TASK_FORCE, ContactKind.TASK_FORCE_LEADER)
"""What a contact can be to a task force."""

TOLD_TOGETHER = (*FORCE_KINDS, ContactKind.COORDINATOR)
"""Who reads of all reports that are late in one message: they look after more units than one."""


class ForcePost(StrEnum):
    """What somebody is in a task force."""

    LEADER = "leader"
    LIAISON = "liaison"
    MEMBER = "member"


class AnnouncementAudience(StrEnum):
    """Whom the office writes to at once; not filed: liaisons of units whose report is to come."""

    LIAISONS = "liaisons"
    NOT_FILED = "not_filed"
    LEADERS = "leaders"


class ReportState(StrEnum):
    """Where a report stands."""

    NOT_STARTED = "not_started"
    FILLING = "filling"
    SIGNING = "signing"
    FILED = "filed"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Timeliness(StrEnum):
    """The first four add up to the reports expected; exempt is counted beside them."""

    ON_TIME = "on_time"
    LATE = "late"
    PENDING = "pending"
    OUTSTANDING = "outstanding"
    EXEMPT = "exempt"


class TickKind(StrEnum):
    """What is ticked of a revision: filed in the chat, its stamped scan, the paper original, mail.

    Filed is the revision's own moment; the others are rows of their own.
    """

    FILED = "filed"
    SCAN = "scan"
    ORIGINAL = "original"
    MAIL = "mail"


PAPER_TICKS = (TickKind.SCAN, TickKind.ORIGINAL, TickKind.MAIL)
"""What comes after filing, and is to come anew once a correction is filed."""


class TickSource(StrEnum):
    """Who says so: the copy that the unit sent, the sender of mail, or the office itself."""

    COPY = "copy"
    MAIL = "mail"
    OFFICE = "office"
    COMMAND_LINE = "command_line"


class Finding(StrEnum):
    """What was seen of a stamped copy, the best first; all but the first want somebody's word.

    Older: of a revision that was corrected since. Foreign: a code that is not of this office, or
    that was changed.
    """

    GOOD = "good"
    NO_SEAL = "no_seal"
    COLOURLESS = "colourless"
    TOO_DARK = "too_dark"
    OLDER = "older"
    OTHER_UNIT = "other_unit"
    FOREIGN = "foreign"
    NO_CODE = "no_code"


class EntryStatus(StrEnum):
    """How far a measure is, as its unit says."""

    DONE = "done"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NOT_BEGUN = "not_begun"


class EntrySource(StrEnum):
    """How the words of an entry came in."""

    CHAT = "chat"
    WORKBOOK = "workbook"
    WORD = "word"
    """The draft, edited and sent back."""
    ON_BEHALF = "on_behalf"
    """The office typed them for a unit that cannot (代报)."""


TROUBLED = frozenset({EntryStatus.BEHIND, EntryStatus.NOT_BEGUN})
"""Statuses that also want the problem and the next step."""


class ProblemState(StrEnum):
    """Where a problem stands. Only the office closes one (销号), whatever its unit says."""

    OPEN = "open"
    HANDLING = "handling"
    RESOLVED = "resolved"
    """Its unit says so; the office has not closed it yet."""
    CLOSED = "closed"


LIVING = frozenset({ProblemState.OPEN, ProblemState.HANDLING})
"""States of a problem that its unit is asked about every month."""


class ProblemTurn(StrEnum):
    """What a unit says has become of a problem since the month before."""

    RESOLVED = "resolved"
    HANDLING = "handling"
    UNCHANGED = "unchanged"


class ProblemEvent(StrEnum):
    """What happened to a problem: what its unit filed or answered, and what the office did.

    Withdrawn: the report that had raised it was filed again without it.
    """

    RAISED = "raised"
    RESOLVED = "resolved"
    HANDLING = "handling"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"


TELLS_PROGRESS = frozenset({ProblemEvent.RESOLVED, ProblemEvent.HANDLING, ProblemEvent.ANSWERED})
"""What a unit says of how a problem goes; 没有变化 is said without words of its own."""


class ChaseKind(StrEnum):
    """What is being chased; whom it concerns, and whether filing ends it, stands below."""

    REPORT_OUTSTANDING = "report_outstanding"
    RETURNED = "returned"
    REVIEW_WAITING = "review_waiting"
    EXTENSION_WAITING = "extension_waiting"
    PROBLEM_OVERDUE = "problem_overdue"
    SCAN_MISSING = "scan_missing"
    ORIGINAL_MISSING = "original_missing"
    MAIL_MISSING = "mail_missing"
    SIGNATURE_WAITING = "signature_waiting"


CHASED_TICKS = {
    ChaseKind.SCAN_MISSING: TickKind.SCAN,
    ChaseKind.ORIGINAL_MISSING: TickKind.ORIGINAL,
    ChaseKind.MAIL_MISSING: TickKind.MAIL,
}
"""What is chased of a filed report, and by which tick that ends."""

CHASES_OF_UNIT = frozenset(
    {
        ChaseKind.REPORT_OUTSTANDING,
        ChaseKind.RETURNED,
        ChaseKind.PROBLEM_OVERDUE,
        ChaseKind.SIGNATURE_WAITING,
        *CHASED_TICKS,
    }
)
"""What a unit's own people are reminded of, and its superiors told of. What is not of a unit is of
the office."""

CHASES_OF_OFFICE = frozenset({ChaseKind.REVIEW_WAITING, ChaseKind.EXTENSION_WAITING})
"""What the office itself is chased for."""

CHASES_ENDED_BY_FILING = frozenset({ChaseKind.REPORT_OUTSTANDING, ChaseKind.RETURNED})
"""What asks a unit for its report, and so is settled once that is filed, or wanted no more."""


class SigningEnd(StrEnum):
    """What became of a report that lay before its unit's leader.

    Sent back by the leader, which is no return of the office. Withdrawn by who had prepared it.
    Changed: what is wanted of the unit, or the lock, has overtaken it.
    """

    SIGNED = "signed"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"


class StampAfter(StrEnum):
    """From when on the draft is one to be stamped; before, it says that it is for review."""

    FILED = "filed"
    ACCEPTED = "accepted"


class MessageSubject(StrEnum):
    """What a message in the outbox is: a reminder by its chase, a file by what it holds.

    Force: what a task force lacks. Reminder: of something that is chased by no ladder.
    Amendment: a message that stands in the chat becomes another.
    """

    REPORT_OUTSTANDING = "report_outstanding"
    RETURNED = "returned"
    REVIEW_WAITING = "review_waiting"
    EXTENSION_WAITING = "extension_waiting"
    PROBLEM_OVERDUE = "problem_overdue"
    SCAN_MISSING = "scan_missing"
    ORIGINAL_MISSING = "original_missing"
    MAIL_MISSING = "mail_missing"
    SIGNATURE_WAITING = "signature_waiting"
    FORCE = "force"
    REMINDER = "reminder"
    ANNOUNCEMENT = "announcement"
    NOTICE = "notice"
    REPLY = "reply"
    CARD = "card"
    AMENDMENT = "amendment"
    DELETION = "deletion"
    REVIEW_DRAFT = "review_draft"
    DRAFT = "draft"
    LEDGER = "ledger"
    KEPT = "kept"
    FORM = "form"
    PREVIEW = "preview"
    CHASE_NOTICE = "chase_notice"
    BULLETIN = "bulletin"
    BULLETIN_SOURCES = "bulletin_sources"
    BRIEFING = "briefing"
    BRIEFING_SOURCES = "briefing_sources"
    LETTER = "letter"
    MAIL = "mail"
    TEST_MAIL = "test_mail"


OF_MAIL = frozenset({MessageSubject.MAIL, MessageSubject.TEST_MAIL})
"""What goes by mail, and not to a chat."""


class ExtensionState(StrEnum):
    """What became of a request for more time.

    Replaced: the unit asked again. Withdrawn: the report came first, or is wanted no more.
    """

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class HelpEnd(StrEnum):
    """Why a helper may not answer any more. Expired: nobody opened the link in time."""

    TAKEN_BACK = "taken_back"
    REFUSED = "refused"
    EXPIRED = "expired"


class Channel(StrEnum):
    """How a reminder reaches its contact: by a message of the bot, or by the office's telephone."""

    CHAT = "chat"
    PHONE = "phone"


class CallOutcome(StrEnum):
    """What became of a telephone call. Overtaken: a newer one for the same contact took its place.

    A call without an outcome is still to be made.
    """

    TOLD = "told"
    NO_ANSWER = "no_answer"
    OVERTAKEN = "overtaken"


class DaySource(StrEnum):
    """Who says whether a day is a workday; the first that says anything counts."""

    OWN = "own"
    PUBLISHED = "published"
    PROVISIONAL = "provisional"
