"""Who may put a copy in the place of the register in use: where that one can still be asked, its administrators; where
it is damaged or gone, whoever opens the copy. The rescue sheet always may."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.db.onlooker import Onlooker
from desk_app.services.copy_key import Asked
from desk_app.services.trouble import Mistake

BY_SHEET, BY_ADMINISTRATOR, RESCUE = "restored-by-sheet", "restored-by-administrator", "restored-rescue"
"""Acts of the access log."""
_WHOLE = frozenset({"register-newer"})
"""Troubles of a register that lacks nothing but this program: its roles cannot be asked, and it is no rescue."""


@dataclass(frozen=True, slots=True)
class Keepers:
    """The administrators whom the register in use names, None where it cannot be opened; `trouble` says why."""

    names: tuple[str, ...] | None = None
    trouble: str = "register-damaged"

    @classmethod
    def of(cls, ours: Onlooker) -> Keepers:
        """Raises RegisterTrouble."""
        return cls(ours.administrators(), "")

    def refusal(self, asked: Asked) -> Mistake | None:
        """Why this person may not, or None."""
        if asked.recovery or asked.user in (self.names or ()):
            return None
        if self.names is None:
            return Mistake("take-back-by-sheet") if self.trouble in _WHOLE else None
        return Mistake("take-back-not-yours", {"names": ", ".join(self.names)})

    def act(self, asked: Asked) -> str:
        """How the access log names what was done."""
        if asked.recovery:
            return BY_SHEET
        return RESCUE if self.names is None else BY_ADMINISTRATOR
