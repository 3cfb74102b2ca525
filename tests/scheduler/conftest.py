from tests.chat import durations_as_timedelta, early_town, plain_town, talkative_town, town

__all__ = ["durations_as_timedelta", "early_town", "plain_town", "talkative_town", "town"]
