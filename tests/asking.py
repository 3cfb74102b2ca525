"""What of a person's chat asks, as their phone shows it: at any moment one message at most.

Which buttons answer is said here once more, by hand and for every action, so that the chats are
not held to what the bot itself takes for a question.
"""

import re
from collections import Counter
from collections.abc import Iterator

from dialog.press import Action, Press
from sandbox import Message as Seen
from sandbox import Person as Phone


def _named(names: str) -> list[Action]:
    return [Action[name] for name in names.split()]


ANSWER = _named("""
    STATUS SAME NO_PROGRESS SKIP RECHOOSE BACK KEEP FOLLOW_UP PROBLEM_STANDS HELP_FROM
    NO_FIGURE SAME_FIGURE SUM_FIGURE ABOUT_FIGURE TOLD_FIGURE LAST_CORRECTED AS_TEXT AS_FIGURE
    EXPLAIN_AS EXPLAIN_ALL_AS HIGHLIGHT_TEXT
    SAME_ALL_CONFIRM CORRECT_REASON HELP_PICK HELP_LINK HELP_KNOWN
    HELD_ADD HELD_ANSWER HELD_DROP HELD_APART PASTED_TAKE PASTED_ANSWER PASTED_DROP
    KEEP_THEIRS TAKE_MINE AFTER_THEIRS FORM_DROP WORD_TAKE WORD_DROP
    LANGUAGE AWAY_DAYS EXTEND_TO CANCEL
    EXEMPT EXEMPT_FROM EXEMPT_UNTIL EXEMPT_WHY EXEMPT_DROP
    ANNOUNCE_TO ANNOUNCE_SEND ANNOUNCE_DROP PLAN_CONFIRM PLAN_DROP
""")
"""A question waits for it: of a measure, of a list, of words that have no place, of days."""

OFFER = _named("""
    REPORT PAGE ENTRY SAME_ALL PREVIEW FULL FILE PROGRESS EXPLAIN_ALL SUPPORTERS HURRY
    DRAFT_PDF CORRECT HISTORY HISTORY_REPORT HISTORY_TEXT FORM MAIL_FILE EVIDENCE_FILED
    WORDS_ONLY WORDS_BACK WORDS_REASON WORDS_FIGURE WORDS_TEXT WORDS_MINE WORDS_LACK
    WORDS_BEHIND HELD_SHOW PASTED_SHOW WORD_PAGE CAPTION_TAKE
    EVIDENCE_WHERE EVIDENCE_TAKE EVIDENCE_LIST EVIDENCE_WAITING EVIDENCE_SHOW
    HIGHLIGHT HIGHLIGHT_USE HIGHLIGHT_DROP HIGHLIGHT_PICK HIGHLIGHT_PICKS
    STAMPED_COUNT STAMPED_JOIN STAMPED_DROP STAMPED_EVIDENCE STAMPED_TAKE STAMPED_PAGE STAMPED_SHOW
    HELP HELP_AGAIN HELP_BACK HELP_NUDGE HAND_BACK AWAY_END
    SIGN SIGN_BACK SIGN_SHOW SIGN_TEXT SIGN_WITHDRAW SIGN_PAPER
    REQUESTS GRANT OTHER_DATE REFUSE CALLED NO_ANSWER
    PROBLEMS PROBLEM PROBLEM_CLOSE PROBLEM_REOPEN PROBLEM_ASK PROBLEM_ANSWER
    STANDING LEDGER BOARD MISSING JOINED PASTE REVIEWS REVIEW REVIEW_TEXT RETURN ACCEPT
    CHASE_NOTICES BULLETIN BRIEFING EXEMPTIONS OUTBOX RESEND TICKS TICK UNTICK
    RUNGS RUNG RUNG_OFF RUNG_EARLIER RUNG_LATER RUNG_HOUR RUNG_BACK
    ANNOUNCE_OTHER ANNOUNCE_STATE ANNOUNCE_NAMES TARGET_TAKE_BACK MAIL_TEST MAIL_REST
    BEHALF BEHALF_TEXT BEHALF_FORM BEHALF_WHY BEHALF_FILE
""")
"""One may go on from there, or let it be."""

LEADS_WITH = {
    Action.AWAY: {"", "ask"},
    Action.FORM_LOAD: {"show"},
    Action.EVIDENCE_TO: {"17.undo"},
    **{
        action: {""}
        for action in _named("""
            EXTEND SNOOZE HAND_OVER CORRECT_DROP HELP_REFUSE EXEMPT_END RESEND_ALL ACCEPT_ALL
            NUDGE REFUSE_EXTENSION PLAN_PERIODS
        """)
    },
}
"""Such a button answers, but with these arguments it only leads to a question, or back."""


def is_answer(press: Press) -> bool:
    if press.action in LEADS_WITH:
        argument = re.sub(r"^\d+\.", "17.", press.argument)
        return argument not in LEADS_WITH[press.action]
    return press.action in ANSWER


def asking(phone: Phone) -> list[Seen]:
    """The bot's messages in the chat with a button that answers what they ask."""
    return [message for message in _with_buttons(phone) if _asks(message)]


def alike(phone: Phone) -> list[Seen]:
    """Those whose buttons stand below another, newer message all the same."""
    seen = [(_presses(message), message) for message in _with_buttons(phone)]
    times = Counter(presses for presses, _ in seen)
    return [message for presses, message in seen if times[presses] > 1]


def _with_buttons(phone: Phone) -> Iterator[Seen]:
    return (message for message in phone.chat if message.from_bot and message.buttons)


def _presses(message: Seen) -> frozenset[str]:
    return frozenset(button.data or "" for row in message.buttons for button in row)


def _asks(message: Seen) -> bool:
    presses = (Press.read(data) for data in _presses(message))
    return any(press is not None and is_answer(press) for press in presses)
