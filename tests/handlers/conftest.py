from tests.chat import ada, durations_as_timedelta, early_town, plain_town, talkative_town, town

__all__ = ["ada", "durations_as_timedelta", "early_town", "plain_town", "talkative_town", "town"]
