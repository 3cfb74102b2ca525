"""A file that somebody sent: what was understood of it, kept until they say what shall be done."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from plans.registry import Registry, with_known
from vocabulary.plan import LoadedPlan, PlanDocument, UnitRegister
from vocabulary.terms import Ask

REGISTRY_SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class SentPlan:
    """register: what a registry tells beside the document; None where a plan was sent alone.

    beside: what a register that lies beside such a plan tells.
    """

    document: PlanDocument
    register: UnitRegister | None = None
    asks: tuple[tuple[int, str, Ask], ...] = ()
    beside: UnitRegister | None = None

    def registry(self, known: UnitRegister, before: LoadedPlan | None) -> Registry:
        """With what the office knows at this moment, where the file does not tell it itself."""
        if self.register is None:
            return with_known(self.document, known, before, self.beside)
        asks = {(at, name): ask for at, name, ask in self.asks}
        return Registry(self.document, self.register, asks)

    def packed(self) -> str:
        return _SENT.dump_json(self).decode()

    @staticmethod
    def unpacked(text: str) -> "SentPlan":
        return _SENT.validate_json(text)


_SENT = TypeAdapter(SentPlan)
