"""The command line as `python -m bot`, and as the script `baosong`."""

import gc


def load() -> None:
    """Imports all of it with the garbage collector at rest.

    What is imported stays: to look for garbage in it, over and over, is a third of the loading.
    """
    gc.disable()
    import bot.cli  # noqa: F401, PLC0415 -- this is what shall not be looked through

    gc.freeze()
    gc.enable()


def start() -> None:
    """The console script."""
    load()
    from bot.cli import main  # noqa: PLC0415 -- after `load`

    main()


if __name__ == "__main__":
    start()
