"""Who is logged in: sessions kept in the office's store, known to the browser only by a signed random name.

The name in the cookie is also the key under which the office's secrets are sealed in the row, for those who hold keys:
the table alone, or a backup of it, opens nothing.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from itsdangerous import BadSignature, Signer

from district.moments import utc_text
from district.office_keys import OfficeSecrets
from district.store.sessions import SessionRow
from district.store.store import Store
from district.users import Member

IDLE = timedelta(minutes=30)
RENEWED_AFTER = timedelta(minutes=1)
"""How old `seen_at` may be before a page writes it anew: looking must not cost a write each time."""
_NONCE = 12


class Sessions:
    """The open sessions of one office; they end after 30 idle minutes and at log-out."""

    def __init__(
        self, store: Store, secret: bytes, now: Callable[[], datetime], random: Callable[[int], bytes]
    ) -> None:
        self._store = store
        self._signer = Signer(secret, salt="motcua-office-session", digest_method=hashlib.sha256)
        self._now = now
        self._random = random

    def begin(self, member: Member) -> str:
        """Open a session and return the value of its cookie; "" for somebody who was removed, or got another role,
        between the password and now: whoever removes people ends the sessions that he sees."""
        name, at = self._random(32).hex(), self._now()
        row = SessionRow(_digest(name), member.name, member.role, self._seal(name, member), utc_text(at), utc_text(at))
        with self._store.noting() as work:
            # Locked, so that a removal that is under way comes wholly before this, or ends this session too.
            if not any((one.name, one.role) == (member.name, member.role) for one in work.office.users(lock=True)):
                return ""
            work.sessions.drop_idle(utc_text(at - IDLE))
            work.sessions.add(row)
        return self._signer.sign(name).decode("ascii")

    def member(self, cookie: str) -> Member | None:
        """Who holds this cookie, if the session is still open; asking keeps it open."""
        name = self._read(cookie)
        if not name:
            return None
        with self._store.reading() as work:
            row = work.sessions.get(_digest(name))
        if row is None:
            return None
        at, seen = self._now(), datetime.fromisoformat(row.seen_at)
        if at - seen > IDLE:
            self._drop(name)
            return None
        if at - seen > RENEWED_AFTER:
            with self._store.noting() as work:
                work.sessions.seen(row.digest, utc_text(at))
        return _unsealed(name, row)

    def end(self, cookie: str) -> None:
        """Close the session of this cookie; closing it twice is harmless."""
        name = self._read(cookie)
        if name:
            self._drop(name)

    def _drop(self, name: str) -> None:
        with self._store.noting() as work:
            work.sessions.drop(_digest(name))

    def _read(self, cookie: str) -> str:
        try:
            return self._signer.unsign(cookie.encode("utf-8")).decode("ascii")
        except BadSignature:
            return ""

    def _seal(self, name: str, member: Member) -> bytes | None:
        if member.secrets is None:
            return None
        nonce = self._random(_NONCE)
        sealed = _cipher(name).encrypt(nonce, member.secrets.to_bytes(), _about(member.name, member.role))
        return nonce + sealed


def _unsealed(name: str, row: SessionRow) -> Member | None:
    if row.sealed is None:
        return Member(row.user, row.role, None)
    nonce, sealed = row.sealed[:_NONCE], row.sealed[_NONCE:]
    try:
        raw = _cipher(name).decrypt(nonce, sealed, _about(row.user, row.role))
    except InvalidTag:  # somebody wrote another name or role into the row
        return None
    return Member(row.user, row.role, OfficeSecrets.from_bytes(raw))


def _cipher(name: str) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(hashlib.sha256(b"motcua-session-seal/1\n" + name.encode("ascii")).digest())


def _about(user: str, role: str) -> bytes:
    return f"{user}\n{role}".encode()


def _digest(name: str) -> str:
    return hashlib.sha256(b"motcua-session/1\n" + name.encode("ascii")).hexdigest()
