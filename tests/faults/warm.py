"""Imported once by the process that the bots are forked from: what every start reads anew."""

import bot.application
import bot.settings
from models.database import Database
from texts import LANGUAGES, plain

for language in LANGUAGES:
    plain(language, "menu-help")

Database("sqlite://").upgrade()

__all__ = ["bot"]
