"""Why somebody takes back, erases or changes what is kept: no such act without a word of it."""

from __future__ import annotations

from common.names import tidy
from desk_app.services.trouble import Mistake


def reason_given(typed: str) -> str:
    """The reason as it is kept. Raises Mistake("reason-empty")."""
    reason = tidy(typed)
    if not reason:
        raise Mistake("reason-empty")
    return reason
