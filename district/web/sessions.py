"""Who is logged in: sessions kept on the server, known to the browser only by a signed random name."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from itsdangerous import BadSignature, Signer

IDLE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Officer:
    """Someone of the office who has proved a password."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class _Session:
    officer: Officer
    seen: datetime


class Sessions:
    """The open sessions of one process; they end after 30 idle minutes, at log-out, and when the process ends."""

    def __init__(self, secret: bytes, now: Callable[[], datetime], random: Callable[[int], bytes]) -> None:
        self._signer = Signer(secret, salt="motcua-office-session", digest_method=hashlib.sha256)
        self._now = now
        self._random = random
        self._open: dict[str, _Session] = {}

    def begin(self, officer: Officer) -> str:
        """Open a session and return the value of its cookie."""
        self._forget_idle()
        name = self._random(32).hex()
        self._open[_kept_name(name)] = _Session(officer, self._now())
        return self._signer.sign(name).decode("ascii")

    def officer(self, cookie: str) -> Officer | None:
        """Who holds this cookie, if the session is still open; asking keeps it open."""
        name = self._read(cookie)
        session = self._open.get(name)
        if session is None:
            return None
        if self._now() - session.seen > IDLE:
            del self._open[name]
            return None
        self._open[name] = replace(session, seen=self._now())
        return session.officer

    def end(self, cookie: str) -> None:
        """Close the session of this cookie; closing it twice is harmless."""
        self._open.pop(self._read(cookie), None)

    def _read(self, cookie: str) -> str:
        try:
            return _kept_name(self._signer.unsign(cookie.encode("utf-8")).decode("ascii"))
        except BadSignature:
            return ""

    def _forget_idle(self) -> None:
        oldest = self._now() - IDLE
        self._open = {name: session for name, session in self._open.items() if session.seen >= oldest}


def _kept_name(name: str) -> str:
    return hashlib.sha256(name.encode("ascii")).hexdigest()
