"""Reading one row of the register by its id, or a named Mistake."""

from __future__ import annotations

from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.services.trouble import Mistake


def any_registration(store: Reading | Work, id: int) -> Kept:
    """The registration, void or not; raises Mistake("no-such-registration")."""
    kept = store.registrations.get(id)
    if kept is None:
        raise Mistake("no-such-registration", {"id": str(id)})
    return kept


def live_registration(store: Reading | Work, id: int) -> Kept:
    """The registration if it counts; raises Mistake("registration-void") when it was voided."""
    kept = any_registration(store, id)
    if kept.state == "void":
        raise Mistake("registration-void", {"id": str(id)})
    return kept


def any_letter(store: Reading | Work, id: int) -> KeptLetter:
    """The letter, void or not; raises Mistake("no-such-letter")."""
    kept = store.letters.get(id)
    if kept is None:
        raise Mistake("no-such-letter", {"id": str(id)})
    return kept


def whole_letter(store: Reading | Work, id: int) -> KeptLetter:
    """The letter with its page; raises Mistake("letter-erased") when the law had the page erased."""
    kept = any_letter(store, id)
    if not kept.page:
        raise Mistake("letter-erased", {"id": str(id)})
    return kept


def live_letter(store: Reading | Work, id: int) -> KeptLetter:
    """The letter if it counts; raises Mistake("letter-void") when it was taken back."""
    kept = any_letter(store, id)
    if kept.state == "void":
        raise Mistake("letter-void", {"id": str(id)})
    return kept
