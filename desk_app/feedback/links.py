"""The address and code printed on a letter: no personal data, one per letter (ARCHITECTURE.md 5 "Feedback token")."""

from __future__ import annotations

from dataclasses import dataclass

from exchange.token import Token, link, mint, spaced


@dataclass(frozen=True, slots=True)
class PrintedLink:
    """What stands beside the square: the link in capitals, the spaced code, the host, and the serial in them."""

    link: str
    code: str
    host: str
    serial: int


def letter_link(kind: str, desk: int, serial: int, door: tuple[bytes, str]) -> PrintedLink:
    """The link of a letter; `door` is the desk's token key and the district's host."""
    key, host = door
    code = mint(Token(kind=kind, desk=desk, serial=serial), key)
    return PrintedLink(link=link(host, code), code=spaced(code), host=host, serial=serial)
