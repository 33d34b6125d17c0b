"""A letter's page on the short way: what everybody opens, put together from ready pieces before any framework runs.

The bytes are those of the long way (`PublicFace.show`), which answers whatever is not plainly a good code. A browser
that takes gzip gets the same page packed: the pieces are packed once, and each code goes between them unpacked.
"""

import re
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from starlette.types import ASGIApp, Receive, Scope, Send

from district.web.faces import PublicKeys
from district.web.guard import prove
from exchange.token import Token, read_code

KEPT = 512
"""Pages that are kept ready: by kind of letter, desk, language and whether the code was typed; some eight KB each."""
PLACE = "\ue000" * 4
"""Stands where the code comes: no text of ours and no name of an office has it."""
_PATH = re.compile(r"/[gG]/([^/]{1,64})(?:/([a-z]{0,8}))?")
_TYPED = {b"": False, b"c=1": True}
_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LAST = b"\x03\x00"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page: all that it depends on beside the code."""

    kind: str
    desk: int
    lang: str
    typed: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """A page without its code, plain and packed."""

    plain: tuple[bytes, ...]
    packed: tuple[bytes, ...]

    @classmethod
    def of(cls, page: str) -> "Pieces":
        """Cut where the code comes."""
        plain = tuple(page.encode().split(PLACE.encode()))
        return cls(plain, tuple(_packed(piece) for piece in plain))

    def with_code(self, code: bytes) -> bytes:
        """The page of this code."""
        return code.join(self.plain)

    def packed_with(self, code: bytes) -> bytes:
        """The page of this code as one gzip member."""
        stored = b"\x00" + len(code).to_bytes(2, "little") + (0xFFFF - len(code)).to_bytes(2, "little") + code
        page = self.with_code(code)
        ending = zlib.crc32(page).to_bytes(4, "little") + len(page).to_bytes(4, "little")
        return _GZIP + stored.join(self.packed) + _LAST + ending


class ShortWay:
    """Answers a GET of a good code itself and leaves everything else to `app`: `page` sets the page of one letter with
    PLACE for its code, `headers` are what every answer carries."""

    def __init__(
        self,
        app: ASGIApp,
        keys: PublicKeys,
        languages: Collection[str],
        page: Callable[[Wanted], str],
        headers: Mapping[str, str],
    ) -> None:
        self._app = app
        self._languages = {"", *languages}
        self._keys = keys
        self._pieces = lru_cache(KEPT)(lambda *wanted: Pieces.of(page(Wanted(*wanted))))
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body, more = self._answer(scope)
        if not body:
            await self._app(scope, receive, send)
            return
        length = (b"content-length", str(len(body)).encode())
        html = (b"content-type", b"text/html; charset=utf-8")
        await send({"type": "http.response.start", "status": 200, "headers": [length, html, *more, *self._headers]})
        await send({"type": "http.response.body", "body": body})

    def _answer(self, scope: Scope) -> tuple[bytes, list[tuple[bytes, bytes]]]:
        found = self._asked(scope)
        if found is None:
            return b"", []
        token, code, lang = found
        pieces = self._pieces(token.kind, token.desk, lang, _TYPED[scope["query_string"]])
        if _takes_gzip(scope):
            return pieces.packed_with(code), [(b"content-encoding", b"gzip")]
        return pieces.with_code(code), []

    def _asked(self, scope: Scope) -> tuple[Token, bytes, str] | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["query_string"] not in _TYPED:
            return None
        path = _PATH.fullmatch(scope["path"])
        if path is None or (path[2] or "") not in self._languages:
            return None
        code = read_code(path[1]) or ""
        token = prove(self._keys, code)
        return (token, code.encode(), path[2] or "") if token else None


def _takes_gzip(scope: Scope) -> bool:
    told = b",".join(value for name, value in scope["headers"] if name == b"accept-encoding")
    return b"gzip" in told and b"gzip;q=0" not in told


def _packed(piece: bytes) -> bytes:
    """Deflated on its own, to the end of a byte, with more to come."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
