"""Every sentence that a person reads: `say` fills one for a chat, `plain` for everything else."""

from texts.catalogue import DEFAULT_LANGUAGE, LANGUAGES, Value, explain, plain, say

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "Value", "explain", "plain", "say"]
