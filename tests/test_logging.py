"""No secret reaches a log, whichever way it tries."""

import asyncio
import io
import json
import logging
import sqlite3
import sys
import threading
import urllib.parse
import warnings
from collections.abc import Callable, Iterator

import httpx
import pytest
from sqlalchemy.exc import IntegrityError
from telegram.error import TimedOut

from bot.logging import REDACTED, set_up_logging
from bot.settings import Settings, load_settings
from tests.logs import a_log
from vocabulary.errors import BaosongError

pytestmark = pytest.mark.smoke

TOKEN = "123456789:AAF-x_yZ0123456789abcdefghijklmnopq"
OTHER_TOKEN = "987654321:BBF-x_yZ0123456789abcdefghijklmnopq"
SHORT_TOKEN = "77:sandbox-token"
WEBHOOK_SECRET = "wh-secret_5"
PASSWORD = 'p"ß:w/rd%1'
WRITTEN_PASSWORD = urllib.parse.quote(PASSWORD, safe="")

SECRETS = (TOKEN, OTHER_TOKEN, TOKEN.partition(":")[2], WEBHOOK_SECRET, PASSWORD, WRITTEN_PASSWORD)


def settings_with_secrets(**environ: str) -> Settings:
    given = {
        "BAOSONG_TELEGRAM__TOKEN": TOKEN,
        "BAOSONG_TELEGRAM__WEBHOOK__SECRET_TOKEN": WEBHOOK_SECRET,
        "BAOSONG_DATABASE__URL": f"postgresql+psycopg://office:{WRITTEN_PASSWORD}@db/baosong",
        "BAOSONG_TELEGRAM__PROXY": f"socks5://u:{WRITTEN_PASSWORD}@proxy:1080",
    }
    return load_settings(environ=given | environ)


class Log:
    """What was written to it."""

    def __init__(self, stream: io.StringIO) -> None:
        self.stream = stream

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    def tells(self) -> list[str]:
        """The secrets found in it, in any form in which one may be written."""
        return [
            secret
            for secret in SECRETS
            if any(form in self.text for form in (secret, json.dumps(secret)[1:-1], repr(secret)))
        ]


@pytest.fixture
def log() -> Iterator[Log]:
    with a_log(settings_with_secrets().secrets()) as stream:
        yield Log(stream)


def failing(secret: str) -> None:
    try:
        raise ConnectionError(f"https://api.telegram.org/bot{secret}/getMe")
    except ConnectionError as cause:
        raise ValueError(f"The token `{secret}` was rejected") from cause


def in_the_message(secret: str) -> None:
    logging.getLogger("any").error(f"see {secret} here")  # noqa: G004 - a careless caller


def in_an_argument(secret: str) -> None:
    logging.getLogger("any").error("see %s", secret)


def in_an_object_that_is_an_argument(secret: str) -> None:
    logging.getLogger("any").error("see %s", {"bot": [secret]})


def in_a_named_argument(secret: str) -> None:
    logging.getLogger("any").error("see %(bot)s", {"bot": secret})


def in_arguments_that_do_not_fit(secret: str) -> None:
    logging.getLogger("any").error("see %d", secret)


def in_a_url(secret: str) -> None:
    logging.getLogger("any").error("GET https://api.telegram.org/bot%s/getMe", secret)


def quoted_in_a_url(secret: str) -> None:
    quoted = urllib.parse.quote(secret, safe="")
    logging.getLogger("any").error("GET https://proxy/?to=bot%s", quoted)


def in_a_fact(secret: str) -> None:
    logging.getLogger("any").error("sent", extra={"bot": secret, "all": {"bots": [secret]}})


def in_a_traceback_with_its_cause(secret: str) -> None:
    try:
        failing(secret)
    except ValueError:
        logging.getLogger("any").exception("failed")


def in_the_stack(secret: str) -> None:
    eval(f"logging.getLogger('any').error('here', stack_info=True)  # {secret!r}")  # noqa: S307


def in_a_child_logger(secret: str) -> None:
    logging.getLogger("any.child.of.it").debug("see %s", secret)


def in_a_warning(secret: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(f"see {secret}", stacklevel=1)


def in_what_ends_the_program(secret: str) -> None:
    try:
        failing(secret)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def in_what_ends_a_thread(secret: str) -> None:
    thread = threading.Thread(target=failing, args=(secret,))
    thread.start()
    thread.join()


WAYS = [
    in_the_message,
    in_an_argument,
    in_an_object_that_is_an_argument,
    in_a_named_argument,
    in_arguments_that_do_not_fit,
    in_a_url,
    quoted_in_a_url,
    in_a_fact,
    in_a_traceback_with_its_cause,
    in_the_stack,
    in_a_child_logger,
    in_a_warning,
    in_what_ends_the_program,
    in_what_ends_a_thread,
]


@pytest.mark.parametrize("secret", [TOKEN, OTHER_TOKEN, WEBHOOK_SECRET, PASSWORD])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_secret_reaches_the_log(way: Callable[[str], None], secret: str, log: Log) -> None:
    way(secret)
    assert log.tells() == []
    assert log.text.strip()


TYPED = "征地补偿款到位12处"


class WordsRefused(BaosongError):
    """Its facts are what was written."""

    text_key = "went-wrong"


def not_a_number() -> None:
    int(TYPED)


def not_there() -> None:
    _ = {"a": 1}[TYPED]


def refused_with_its_facts() -> None:
    raise WordsRefused(written=TYPED)


def from_another() -> None:
    try:
        not_there()
    except KeyError as error:
        raise RuntimeError(TYPED) from error


def while_another_was_handled() -> None:
    try:
        not_a_number()
    except ValueError:
        not_there()


def one_of_several() -> None:
    raise ExceptionGroup(TYPED, [ValueError(TYPED), KeyError(TYPED)])


def key_that_is_there_already() -> None:
    """As PostgreSQL tells it: the second line quotes the row."""
    detail = f"duplicate key value violates a constraint\nDETAIL:  Key (name)=({TYPED}) exists."
    raise IntegrityError("INSERT INTO unit", None, Exception(detail), hide_parameters=True)


@pytest.mark.parametrize(
    "fault",
    [
        not_a_number,
        not_there,
        refused_with_its_facts,
        from_another,
        while_another_was_handled,
        one_of_several,
        key_that_is_there_already,
    ],
    ids=lambda fault: fault.__name__,
)
@pytest.mark.parametrize("as_json", [False, True])
def test_what_an_exception_says_may_be_what_somebody_typed_and_is_left_out(
    log: Log, fault: Callable[[], None], as_json: bool
) -> None:
    """What it is and where it was raised stays."""
    set_up_logging("INFO", stream=log.stream, as_json=as_json)
    try:
        fault()
    except Exception as error:
        kind = type(error).__name__
        logging.getLogger("any").exception("failed")
    assert TYPED not in log.text
    assert json.dumps(TYPED)[1:-1] not in log.text
    assert kind in log.text
    assert f"in {fault.__name__}" in log.text


def test_fault_of_the_machine_keeps_its_words(log: Log) -> None:
    """A full disk, a locked table, a connection that broke: whoever runs it has to read which."""
    for error in (
        OSError(28, "No space left on device"),
        sqlite3.OperationalError("database is locked"),
        TimedOut("Timed out"),
    ):
        logging.getLogger("any").error("failed", exc_info=error)
        assert str(error) in log.text


async def test_task_that_fails_unseen_does_not_say_what_its_error_says(log: Log) -> None:
    loop = asyncio.get_running_loop()
    context = {"message": "never retrieved", "exception": ValueError(TYPED), "future": TYPED}
    loop.default_exception_handler(context)
    assert "never retrieved" in log.text
    assert TYPED not in log.text


def test_a_secret_in_two_pieces_is_found_once_they_are_together(log: Log) -> None:
    logging.getLogger("any").error("%s%s", TOKEN[:7], TOKEN[7:])
    assert log.tells() == []


def test_a_handler_that_stood_there_before_shows_no_secret_either() -> None:
    theirs = io.StringIO()
    handler = logging.StreamHandler(theirs)
    logger = logging.getLogger("theirs")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        set_up_logging("INFO", stream=io.StringIO())
        logger.error("see %s", TOKEN)
    finally:
        logger.removeHandler(handler)
        logger.propagate = True
    assert theirs.getvalue() == "see [redacted]\n"


def test_a_token_of_the_sandbox_is_short_and_redacted_all_the_same(log: Log) -> None:
    settings = settings_with_secrets(BAOSONG_TELEGRAM__TOKEN=SHORT_TOKEN)
    set_up_logging("INFO", secrets=settings.secrets(), stream=log.stream)
    logging.getLogger("any").info("http://127.0.0.1:8081/bot%s/getMe in the sandbox", SHORT_TOKEN)
    assert SHORT_TOKEN not in log.text
    assert "in the sandbox" in log.text


def test_an_address_without_a_password_is_no_secret(log: Log) -> None:
    set_up_logging("INFO", secrets=Settings().secrets(), stream=log.stream)
    logging.getLogger("any").info("opened", extra={"database": "sqlite:///data/baosong.db"})
    assert log.text.endswith("opened database=sqlite:///data/baosong.db\n")


async def test_requests_of_the_http_client_are_not_logged(log: Log) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get(f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert "HTTP Request" not in log.text
    assert log.tells() == []


def test_a_line_tells_level_place_event_and_facts(log: Log) -> None:
    facts = {"unit": 4, "cell": "D14", "file": "a b.xlsx", "said": 'x="1"\n'}
    logging.getLogger("scheduler.sender").warning("reminder-refused", extra=facts)
    line = log.text.strip().partition(" ")[2]
    assert line == (
        "WARNING scheduler.sender reminder-refused"
        ' unit=4 cell=D14 file="a b.xlsx" said="x=\\"1\\"\\n"'
    )


def test_a_line_end_in_a_message_does_not_make_a_second_line(log: Log) -> None:
    logging.getLogger("any").info("one\r\ntwo ERROR bot forged")
    assert log.text.count("\n") == 1


def test_below_the_level_nothing_is_written(log: Log) -> None:
    set_up_logging("WARNING", stream=log.stream)
    logging.getLogger("any").info("unheard")
    assert log.text == ""


def test_setting_up_twice_does_not_write_twice(log: Log) -> None:
    set_up_logging("INFO", stream=log.stream)
    logging.getLogger("any").info("once")
    assert log.text.count("once") == 1


def test_json_log_is_an_object_a_line_with_its_facts_and_without_a_secret() -> None:
    stream = io.StringIO()
    set_up_logging("INFO", secrets=["a-long-secret"], stream=stream, as_json=True)
    log = logging.getLogger("bot.test")
    log.warning("unit-late", extra={"unit": 4, "words": "two\nlines a-long-secret"})
    try:
        raise ValueError("a-long-secret")
    except ValueError:
        log.exception("update-failed", extra={"incident": "A1B2C3"})
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert (first["level"], first["logger"], first["event"]) == ("WARNING", "bot.test", "unit-late")
    assert (first["unit"], first["words"]) == (4, f"two\nlines {REDACTED}")
    assert second["incident"] == "A1B2C3"
    assert "ValueError" in second["trace"]
    assert "a-long-secret" not in stream.getvalue()
