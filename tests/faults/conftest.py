from tests.handlers.conftest import durations_as_timedelta

__all__ = ["durations_as_timedelta"]
