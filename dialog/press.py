"""Callback data as a value: what a button says when it is pressed.

Anybody can send any data, so `Press.read` only says what was meant; whether the person may do it,
and whether the thing still stands so, is looked up by the handler at that moment.
"""

import re
from dataclasses import dataclass
from enum import StrEnum, unique

_ARGUMENT = r"[a-z0-9_.-]{0,24}"
_WRITTEN = re.compile(
    rf"v1:([a-z]{{1,2}}):(0|[1-9]\d{{0,17}}):(0|[1-9]\d{{0,8}}):({_ARGUMENT})", re.ASCII
)


WITH_PROBLEM = "problem"
"""The argument of SAME that says that the open problem stands as it was, too."""

ASK_ANEW = "ask"
"""That of AWAY which asks for the days once more."""

SHOW_AGAIN = "show"
"""That of FORM_LOAD which only shows once more what the form would change."""

UNDO = "undo"
"""How the argument of a button ends that brings back what was just done, and answers nothing."""


@unique
class Action(StrEnum):
    """What a button does. Codes are stored in chats for years: a code never gets another meaning.

    The comment names what `target` is, then `argument`.
    """

    REPORT = "r"  # report: its card
    PAGE = "pg"  # report; page, from 0
    ENTRY = "e"  # entry; empty, or the step to ask (`steps.step_argument`)
    STATUS = "s"  # entry; the status
    SAME = "sm"  # entry, with its version; empty, or problem: that is unchanged too: as last month
    NO_PROGRESS = "np"  # entry: nothing happened this month
    PROGRESS = "pr"  # entry: takes the mark 本月无进展 away
    SKIP = "sk"  # entry: later
    RECHOOSE = "rc"  # entry: ask the status again
    BACK = "b"  # entry; the step that is being asked
    KEEP = "k"  # entry; the step whose answer stays as it is
    NO_FIGURE = "nf"  # entry; indicator
    SAME_FIGURE = "sf"  # entry; indicator
    SUM_FIGURE = (
        "sg"  # entry; indicator.total, and _message: last time's figure and what was added since
    )
    ABOUT_FIGURE = (
        "fa"  # entry; indicator.figure, and _message: what was written as 180左右, as 约180
    )
    TOLD_FIGURE = (
        "fw"  # entry; indicator.figure, and _message: what its text, or that, seems to tell
    )
    LAST_CORRECTED = "fy"  # entry; indicator: the lower total is true and puts the last one right
    AS_TEXT = "ft"  # entry, with its version: the figure becomes the total that its text tells
    AS_FIGURE = "fg"  # entry, with its version: the text tells the figure as its total
    FOLLOW_UP = "fo"  # entry; what has become of its open problem
    PROBLEM_STANDS = "zs"  # entry; yes or no: a problem of this month, whose measure is well again
    HELP_FROM = "hz"  # entry; place of another unit of the measure, that would have to help;
    # .not behind it: not after all; none: nobody has to
    SAME_ALL = "sa"  # report: show what would be taken over
    SAME_ALL_CONFIRM = "sc"  # report, with version; empty, or problems: those stand unchanged too
    PREVIEW = "pv"  # report; page of what is hinted at, from 0, or empty
    FULL = "fu"  # report: everything as it will be filed
    FILE = "fi"  # report, with version
    DRAFT_PDF = "pf"  # report: the draft of its newest revision, to be looked at
    CORRECT = "co"  # report: open the filed one for correction
    CORRECT_DROP = "cq"  # report; empty to ask, yes to do it: the open correction is given up
    CORRECT_REASON = "cw"  # report; keep, mine or both, and the message that says mine
    RETURN = "rt"  # report: the coordinator returns it
    REVIEWS = "ra"  # 0; page, from 0: everything that waits for a review
    REVIEW = "rw"  # report: the filed one, to be accepted or returned
    REVIEW_TEXT = "rx"  # report: all that was filed
    ACCEPT = "ac"  # report; version: the revision that was seen
    ACCEPT_ALL = "aa"  # 0; empty to ask, all to do it; version: the newest revision's id seen
    EXTEND = "ex"  # report: the unit asks for more time; argument no: not after all
    EXTEND_TO = "et"  # report; the date, as 2022-08-10
    REQUESTS = "eq"  # 0: the requests for more time that wait for an answer
    GRANT = "eg"  # request for more time; empty for the date asked for, or another date
    REFUSE_EXTENSION = "er"  # request for more time; empty to ask why, bare: no reason, no: not yet
    OTHER_DATE = "eo"  # request for more time: which dates could be given instead
    REFUSE = "rf"  # contact: the coordinator refuses one who has joined
    PLAN_CONFIRM = "pc"  # upload; the mark of what was shown
    PLAN_DROP = "pd"  # upload
    PLAN_PERIODS = "pp"  # upload; "keep" to leave them as they are
    LEDGER = "lg"  # cycle
    BOARD = "bd"  # cycle
    MISSING = "ms"  # cycle: who has not filed
    STANDING = "st"  # 0: how one's reports stand, or what one's task forces still miss
    LANGUAGE = "la"  # 0; language in lower case (zh-cn)
    AWAY = "aw"  # 0; empty or ask to be asked, one of the offered days, or no: leave it
    AWAY_DAYS = "ad"  # the first day as an ordinal; the last
    AWAY_END = "ae"  # absence: back again, or not away after all
    SNOOZE = "az"  # report; empty, or one of the offered moments
    HAND_OVER = "ah"  # report; empty, or the colleague's contact
    HAND_BACK = "ab"  # handover: the colleague refuses it, or the liaison takes it back
    HELD_SHOW = "hs"  # report; month where it is another one than before: the text that waits
    HELD_ADD = "ha"  # report: it goes on with the question before
    HELD_ANSWER = "hn"  # report: it answers the open question
    HELD_DROP = "hd"  # report: it is not kept
    HELD_APART = "hx"  # report: each message that waits is asked about by itself
    PASTED_SHOW = "qs"  # report: the pasted text that waits to be split
    PASTED_TAKE = "qt"  # paste, with the report's version; append or replace, and its messages
    PASTED_ANSWER = "qa"  # paste; its messages: all of it answers the question before
    PASTED_DROP = "qd"  # paste: it is not kept
    HISTORY = "qh"  # unit, or 0 for one's own; page, from 0: the months that were filed
    HISTORY_REPORT = "qr"  # report: its revisions, and what each changed
    HISTORY_TEXT = "qx"  # report; the revision: all that it says
    WORDS_ONLY = "tw"  # entry, with its version; the message: its words become the whole text
    WORDS_BEHIND = (
        "tn"  # entry; the message: its words, which took the place of a text, go on with it
    )
    WORDS_BACK = "tb"  # entry, with its version; the message: what it gave is taken back
    WORDS_REASON = "tr"  # entry; the message: its words are the reason for what is doubtful
    WORDS_FIGURE = "tf"  # entry; the message: its words tell the right figure
    WORDS_TEXT = "tx"  # entry; the message: what it gave as a reason goes on with the text instead
    KEEP_THEIRS = "tk"  # entry, its version; mark of the held text, which goes: theirs stays
    TAKE_MINE = "tm"  # entry, its version; mark of the held text, which takes the place of theirs
    AFTER_THEIRS = "ta"  # entry, its version; mark of the held text, which goes on with theirs
    WORDS_MINE = "tz"  # entry; the field: one's words that a colleague has replaced come back
    WORDS_LACK = "tl"  # entry; the message: a lack told beside a figure is the problem, or text
    HELP = "hp"  # report; page, from 0: choose what to hand to a colleague
    HELP_PICK = "hk"  # entry; page: choose it, or not after all
    HELP_LINK = "hl"  # report: a link for what was chosen
    HELP_KNOWN = "hw"  # report; the person: who has helped before gets what was chosen
    HELP_AGAIN = "hg"  # helper of the month before; the report: the same again
    HELP_BACK = "hb"  # helper: the unit takes back what it had asked
    HELP_REFUSE = "hr"  # helper; empty to ask, yes to do it: the helper gives it back
    HELP_NUDGE = "hu"  # helper: the unit asks once more
    CALLED = "yd"  # reminder: the office has called, and the contact knows
    NO_ANSWER = "yf"  # reminder: nobody answered the call
    JOINED = "yj"  # the page, from 0: who has joined lately
    PASTE = "yc"  # cycle: text for another chat
    NUDGE = "yn"  # cycle; empty, or "yes": remind everybody who is missing
    CHASE_NOTICES = "yl"  # cycle: a written reminder (催办单) for each unit that is late
    BULLETIN = "yb"  # cycle: the office's bulletin (通报) to its units
    BRIEFING = "yu"  # cycle; empty, or again: the office's briefing (专报) upwards
    EXPLAIN_ALL = "xa"  # report; the kind of doubt, unchanged if left out: one reason for all
    EXPLAIN_AS = "xc"  # entry; which reason that an office often has (`same_doubts.REASONS`)
    EXPLAIN_ALL_AS = "xd"  # report; the kind of doubt.the reason: likewise for all that have it
    FORM = "fm"  # report: hand its form out
    FORM_LOAD = "fl"  # upload; empty: take what was shown; show: only show it again
    FORM_DROP = "fx"  # upload
    WORD_TAKE = "wt"  # upload; which side holds where both changed the same, the mark of the rest
    WORD_PAGE = "wp"  # upload; page, from 0
    WORD_DROP = "wd"  # upload
    BEHALF = "of"  # report: what the office would file for the unit
    BEHALF_TEXT = "og"  # report: all of it
    BEHALF_FORM = "oi"  # report: its form, for the office
    BEHALF_WHY = "oj"  # report: the office gives the reason for what is doubtful
    BEHALF_FILE = "ok"  # report, with version; argument paper: its leader has signed on paper
    ANNOUNCE_TO = "na"  # announcement; the audience: how many will get it
    ANNOUNCE_OTHER = "nb"  # announcement: choose the audience anew
    ANNOUNCE_SEND = "nc"  # announcement; the audience
    ANNOUNCE_DROP = "nd"  # announcement, or 0 while its text is asked
    ANNOUNCE_STATE = "ne"  # announcement: how far it got
    ANNOUNCE_NAMES = "ng"  # announcement: whom it has reached and whom not, by name
    EVIDENCE_WHERE = "va"  # evidence; page, from 0, and .one as below: to which measure it belongs
    EVIDENCE_TO = "vb"  # evidence; the entry, and of how many files: empty for all that waits,
    # .one for it with its album, .this for it without; .undo: back to where it was
    EVIDENCE_TAKE = "vc"  # evidence: taken away, with its album; one, all: of the list of its entry
    EVIDENCE_LIST = "vd"  # entry: which files it has
    EVIDENCE_WAITING = "vh"  # report: which files of it wait for their measure
    EVIDENCE_SHOW = "ve"  # evidence: given out again
    CAPTION_TAKE = "vg"  # evidence; the step: the words that named the file answer it
    EVIDENCE_FILED = "vf"  # report; how many were sent already: the office reads what was filed
    STAMPED_COUNT = "ua"  # stamped copy; the revision: counts all the same, and asks why
    STAMPED_JOIN = "ub"  # stamped copy; another one: further pages of that
    STAMPED_DROP = "uc"  # stamped copy: is none
    STAMPED_EVIDENCE = "ud"  # stamped copy: is none, but evidence of what is being filled in
    STAMPED_TAKE = "ue"  # stamped copy: taken away, asks why
    STAMPED_PAGE = "ug"  # stamped copy; page, from 0: of which report it may be
    STAMPED_SHOW = "uf"  # report: its stamped copies are given out
    EXEMPT = "ma"  # unit; the plan: everything in it, or which measure
    EXEMPT_FROM = "mb"  # assignment; all or one (dialog.exemptions): from which period
    EXEMPT_UNTIL = "mc"  # assignment; all or one, and the first period: until which
    EXEMPT_WHY = "md"  # assignment; all or one, the first period, the last: asks the reason
    EXEMPT_DROP = "me"  # 0: nothing is exempted after all
    EXEMPTIONS = "mf"  # 0; page, from 0: what holds
    EXEMPT_END = "mg"  # exemption; empty to ask, yes to take it back
    RUNGS = "da"  # cycle: its rungs, to be changed; argument no: only looked at
    RUNG = "db"  # cycle; the rung: what can be changed about it
    RUNG_OFF = "dc"  # cycle; the rung: left out this time
    RUNG_EARLIER = "dd"  # cycle; the rung: a workday earlier
    RUNG_LATER = "de"  # cycle; the rung: a workday later
    RUNG_HOUR = "df"  # cycle; the rung: asks the hour
    RUNG_BACK = "dg"  # cycle; the rung: as the settings have it
    PROBLEMS = "qb"  # 0; page, from 0, and u where the list is by units
    PROBLEM = "qp"  # problem: its card, for its unit to be read only
    PROBLEM_CLOSE = "qc"  # problem: the office closes it
    PROBLEM_REOPEN = "qo"  # problem
    PROBLEM_ASK = "zq"  # problem: the office asks its unit
    PROBLEM_ANSWER = "zr"  # problem; empty, unchanged, or _message: the unit answers, in its words
    HIGHLIGHT = "ka"  # entry: what is its highlight
    HIGHLIGHT_TEXT = "kb"  # entry: its completion text is the highlight
    HIGHLIGHT_USE = "kc"  # entry: its highlights become its completion text
    HIGHLIGHT_DROP = "kd"  # highlight: its unit takes it back
    HIGHLIGHT_PICK = "ke"  # highlight; tell or leave: whether briefings tell it
    HIGHLIGHT_PICKS = "kf"  # cycle; page, from 0: which of its highlights are told
    SUPPORTERS = "oa"  # entry: all that the other units of a led measure say
    HURRY = "oh"  # entry: reminds those of them who have said nothing
    OUTBOX = "wo"  # 0; page, from 0: what waits to be sent, and what did not arrive
    RESEND = "wr"  # message of the outbox; page: send it again
    RESEND_ALL = "wa"  # 0; empty to ask, all to do it; version: the newest id seen
    TICKS = "ja"  # cycle; kind, day and page: what has come of its filed reports, to be ticked
    TICK = "jb"  # revision; the same: it came on that day
    UNTICK = "jc"  # revision; the same: it has not come after all
    TARGET_TAKE_BACK = "jt"  # cycle; the indicator: the office takes back its figure of the month
    MAIL_TEST = "mt"  # 0: a test mail with a code goes to the office's mailbox
    MAIL_REST = "mr"  # 0: what was filed and not mailed is mailed
    MAIL_FILE = "ml"  # report: the newest revision as a ready mail
    SIGN = "ia"  # signing: the leader signs, and so files
    SIGN_BACK = "ib"  # signing: the leader is asked why it goes back
    SIGN_SHOW = "ic"  # signing: its card again
    SIGN_TEXT = "id"  # report: all that lies before the leader
    SIGN_WITHDRAW = "ie"  # report: its unit takes it back to mend it
    SIGN_PAPER = "if"  # report, with version: signed on paper, as no leader can be reached
    CANCEL = "x"  # 0: put away what was being asked beside the report


_CODES = frozenset(action.value for action in Action)


@dataclass(frozen=True, slots=True)
class Press:
    """One button.

    target: the id that the action is about, 0 where it needs none.
    version: of the report or of the entry that the person saw, where the action must not work on
        another.
    """

    action: Action
    target: int = 0
    argument: str = ""
    version: int = 0

    def __post_init__(self) -> None:
        if not _WRITTEN.fullmatch(self._written()):
            raise ValueError(self._written())

    def _written(self) -> str:
        return f"v1:{self.action.value}:{self.target}:{self.version}:{self.argument}"

    def data(self) -> str:
        """At most 59 bytes of ASCII; Telegram allows 64."""
        return self._written()

    @classmethod
    def read(cls, data: str) -> "Press | None":
        """None for everything that `data` has not written."""
        found = _WRITTEN.fullmatch(data)
        if found is None or found[1] not in _CODES:
            return None
        return cls(Action(found[1]), int(found[2]), found[4], int(found[3]))
