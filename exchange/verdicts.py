"""What may be said about a file that came in: one of twelve words, and a detail code for support and tests."""

from typing import Literal, get_args

Verdict = Literal[
    "accepted",
    "already-accepted",
    "waiting",
    "forked",
    "not-a-bundle",
    "damaged",
    "not-for-us",
    "unknown-sender",
    "revoked",
    "bad-signature",
    "too-new",
    "too-large",
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ANSWERED: tuple[Verdict, ...] = ("accepted", "already-accepted", "waiting", "forked")
"""The verdicts for which a receipt exists."""


class Refused(Exception):
    """A file was not opened; nothing of it may be used. `detail` names the check that failed (English, kebab-case)."""

    def __init__(self, verdict: Verdict, detail: str) -> None:
        super().__init__(f"{verdict}: {detail}")
        self.verdict: Verdict = verdict
        self.detail = detail
