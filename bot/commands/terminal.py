"""What a command says, and how an error that we expect becomes a sentence and an exit code."""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from telegram.error import InvalidToken, TelegramError

from bot.leader import AnotherRuns
from bot.settings import SettingsError, faults_text
from plans.summary import error_lines
from scheduler.outcomes import is_from_a_proxy, is_unauthorized
from texts import Value, explain, plain
from vocabulary.errors import BaosongError, PlanError

EXIT_WRONG = 2
EXIT_TRY_AGAIN = 75  # EX_TEMPFAIL: a supervisor may start the same again later

console = Console(highlight=False, markup=False, soft_wrap=True)

_TAG = re.compile(r"<[^>]+>")


class CommandRefused(BaosongError):
    """What was asked for cannot be done; the sentence says why, and the way on."""

    def __init__(self, sentence: str, *, exit_code: int = EXIT_WRONG, **facts: Value) -> None:
        self.sentence = sentence
        self.exit_code = exit_code
        super().__init__(**facts)


def say(language: str, key: str, /, **values: Value) -> None:
    console.print(plain(language, key, **values))


def warn(text: str) -> None:
    """On standard error, where it does not get into what a program reads."""
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(text)


class Progress:
    """One line on standard error that says what goes on, at a terminal only; gone afterwards."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._console = Console(stderr=True, highlight=False, markup=False)
        self._status = self._console.status("")

    def says(self, key: str, /, **values: Value) -> None:
        """From here on."""
        if self._console.is_terminal:
            self._status.update(plain(self._language, key, **values))
            self._status.start()

    def ends(self) -> None:
        self._status.stop()


@contextmanager
def progress(language: str) -> Iterator[Progress]:
    shown = Progress(language)
    try:
        yield shown
    finally:
        shown.ends()


@contextmanager
def explained(language: str) -> Iterator[None]:
    """Ends the command with one sentence (of a file or of settings: every fault) and no traceback.

    Telegram's own words are not shown: those about a token hold the token.
    """
    try:
        yield
    except (BaosongError, TelegramError) as error:
        warn(told(error, language))
        raise typer.Exit(_exit_code(error)) from None


def told(error: BaosongError | TelegramError, language: str) -> str:
    match error:
        case SettingsError():
            return faults_text(error, language)
        case CommandRefused():
            return plain(language, error.sentence, **error.facts)
        case PlanError():
            return "\n".join(error_lines(error, language))
        case BaosongError():
            return without_markup(explain(language, error))
        case _:
            return plain(language, _sentence_of(error))


def _sentence_of(error: TelegramError) -> str:
    match error:
        case InvalidToken() if refuses_token(error):
            return "cli-token-refused"
        case InvalidToken() if _is_of_a_bot_api(error):
            return "cli-telegram-elsewhere"
        case _:
            return "cli-telegram-silent"


def refuses_token(error: InvalidToken) -> bool:
    """Whether it is the token that Telegram does not know, and not an address that is no Bot API's.

    PTB makes the same error of both, as it does of what a captive portal answers.
    """
    return _is_of_a_bot_api(error) and is_unauthorized(_met(error))


def _is_of_a_bot_api(error: InvalidToken) -> bool:
    return not is_from_a_proxy(_met(error))


def _met(error: InvalidToken) -> InvalidToken:
    """PTB wraps what getMe met into another of its kind."""
    return error.__cause__ if isinstance(error.__cause__, InvalidToken) else error


def _exit_code(error: BaosongError | TelegramError) -> int:
    match error:
        case CommandRefused():
            return error.exit_code
        case AnotherRuns():
            return EXIT_TRY_AGAIN
        case BaosongError():
            return EXIT_WRONG
        case InvalidToken() if refuses_token(error):
            return EXIT_WRONG
        case _:
            return EXIT_TRY_AGAIN


def without_markup(text: str) -> str:
    """What is written for a chat, as it reads on a terminal."""
    return html.unescape(_TAG.sub("", text))
