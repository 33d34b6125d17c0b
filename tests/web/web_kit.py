"""A public face on a real server and a real file, and one way to mint codes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from pyrage import x25519
from starlette.types import ASGIApp, Receive, Scope, Send

from district.dashboards import Wall
from district.house import District
from district.keyring import Cost
from district.store.public_store import PublicStore
from district.users import ADMINISTRATOR
from district.web.door import OfficeDoor
from district.web.faces import DeskFace, OfficeFace, PublicDesk, PublicKeys
from district.web.guard import Limits
from district.web.office import office_app
from district.web.public import public_app
from exchange.keys import OfficeKeys
from exchange.token import LETTER_KINDS, Token, desk_key, mint

MASTER = bytes(range(32))
OFFICE = OfficeKeys.make(os.urandom)


DESK = 7


BARE_DESK = 8


@dataclass
class Clock:
    """A clock that only moves when told."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 9, 14, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: int) -> None:
        self.at += timedelta(**span)


@dataclass
class Face:
    """One public face: its store, its keys, its clock, and a client on a real connection."""

    store: PublicStore
    clock: Clock
    identity: x25519.Identity
    office: OfficeKeys
    url: str
    client: httpx.Client

    def code(self, serial: int = 1, kind: str = "birth", desk: int = DESK) -> str:
        return mint(Token(kind, desk, serial), desk_key(MASTER, desk, 1))

    def tap(self, code: str, score: int, **more: str) -> httpx.Response:
        return self.client.post(f"/g/{code}", data={"s": str(score), **more})

    def only_answer(self) -> Any:
        (answer,) = self.store.answers(DESK, self.office)
        return answer


def office_face(proxies: tuple[str, ...] = ()) -> OfficeFace:
    name, phone = "Ủy ban nhân dân xã An Liên", "0200 3555 018"
    desks = {DESK: DeskFace(name, phone, "ông Trịnh Văn Lâm"), BARE_DESK: DeskFace("Ủy ban nhân dân xã Ea Sen")}
    own = "Văn phòng Ủy ban nhân dân tỉnh Nam Hải"
    return OfficeFace(own, "tỉnh Nam Hải", "gopy.namhai.example", "0200 3555 000", desks, proxies)


def public_keys(recipient: str) -> PublicKeys:
    old = desk_key(MASTER, DESK, 0)
    both = (old, desk_key(MASTER, DESK, 1))
    desks = {DESK: PublicDesk(both, recipient), BARE_DESK: PublicDesk((desk_key(MASTER, BARE_DESK, 1),))}
    return PublicKeys(desks, OFFICE.public.receive)


def caller(url: str, **headers: str) -> httpx.Client:
    """A client without the machine's certificates: nothing here speaks TLS, and reading them takes longer than most
    tests."""
    return httpx.Client(base_url=url, headers=headers, verify=False)


class Server:
    """One real server for all tests of a run; it shows whichever app it was given last."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._shown: list[ASGIApp] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._shown[-1](scope, receive, send)

    @contextmanager
    def showing(self, app: ASGIApp) -> Iterator[str]:
        """The app at the server's address, until the block ends."""
        self._shown.append(app)
        yield self.url
        self._shown.remove(app)


@contextmanager
def served_face(server: Server, folder: Path, office: OfficeFace, limits: Limits) -> Iterator[Face]:
    """A public face over its own database file in `folder`."""
    clock, identity = Clock(), x25519.Identity.generate()
    url = f"sqlite:///{(folder / 'public.db').as_posix()}"
    store = PublicStore.open(url, os.urandom, OFFICE.public.receive)
    app = public_app(store, public_keys(str(identity.to_public())), office, clock, limits)
    with server.showing(app) as url, caller(url) as client:
        yield Face(store, clock, identity, OFFICE, url, client)
    store.close()


ALL_KINDS = tuple(LETTER_KINDS)


SECRET = bytes(range(32))


ROLES = {"officer": "officer", "leader": "leader", "auditor": "auditor", "admin": ADMINISTRATOR}


CHEAP = Cost(memory=64, passes=1, lanes=1)


class NoChart:
    """A chart without communes."""

    def wall(self, year: int, today: date) -> Wall:
        return Wall(year, today, ())


def door_to(district: District, **more: Any) -> OfficeDoor:
    """The door to that office, with an empty chart unless told otherwise."""
    plain = {"reader": NoChart(), "let_in": district.users.let_in, "name": "Văn phòng UBND tỉnh Nam Hải"}
    return OfficeDoor(district, **plain | more)


@contextmanager
def served_office(server: Server, door: OfficeDoor) -> Iterator[httpx.Client]:
    """The office's pages on a real connection; forms are sent as if from our own page."""
    with (
        server.showing(office_app(door, SECRET)) as url,
        httpx.Client(base_url=url, headers={"origin": url}, verify=False) as client,
    ):
        yield client


def log_in(office: httpx.Client, password: str = "demo", user: str = "officer", **more: Any) -> httpx.Response:
    return office.post("/login", data={"user": user, "password": password}, **more)
