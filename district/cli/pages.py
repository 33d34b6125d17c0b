"""The two faces put together for the server, from the files that each of them may know."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TypeVar

from starlette.types import ASGIApp, Receive, Scope, Send

from district.dashboards import StoreWall
from district.house import District, World
from district.paths import Folder
from district.store.engine import speaking_plainly
from district.store.public_store import PublicStore
from district.trouble import Trouble
from district.web.door import OfficeDoor
from district.web.faces import OfficeFace, PublicKeys
from district.web.office import office_app
from district.web.public import public_app
from exchange.files import FileTrouble, read_small
from exchange.twins import read_either, write_over

T = TypeVar("T")
LOOK_SECONDS = 1.0
"""How often the public files are looked at while pages are asked for."""
_SECRET = 32
"""Bytes of the office pages' secret; a shorter one could be guessed."""


class PublicPages:
    """The citizen's pages, built anew when the office has taken in another desk; it opens no file but its own three."""

    def __init__(self, folder: Folder, store: PublicStore, world: World, proxies: tuple[str, ...] = ()) -> None:
        self._files = (folder.public_keys, folder.public_face)
        self._proxies = proxies
        self._store = store
        self._world = world
        self._seen = _stamps(self._files)
        self._look_at = 0.0
        self._app = self._build()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._fresh()(scope, receive, send)

    def _fresh(self) -> ASGIApp:
        now = monotonic()
        if now < self._look_at:
            return self._app
        self._look_at = now + LOOK_SECONDS
        stamps = _stamps(self._files)
        if stamps != self._seen:
            try:
                self._app, self._seen = self._build(), stamps
            except Trouble:
                return self._app  # a file that is away or half copied must not close the page
        return self._app

    def _build(self) -> ASGIApp:
        keys, face = self._files
        known, shown = _read(keys, PublicKeys.from_bytes), _read(face, OfficeFace.from_bytes)
        if not known.office:
            raise Trouble("answers-unsealed")
        believed = replace(shown, proxies=(*shown.proxies, *self._proxies))
        return public_app(self._store, known, believed, self._world.now)


def public_pages(folder: Folder, world: World, proxies: tuple[str, ...] = ()) -> PublicPages:
    """The public face over its own store; `proxies` are believed about who calls. Raises Trouble `no-public-files`,
    `public-file-damaged`, `answers-unsealed`."""
    office = _read(folder.public_keys, PublicKeys.from_bytes).office
    _read(folder.public_face, OfficeFace.from_bytes)
    with speaking_plainly():
        store = PublicStore.open(folder.public_url, world.random, office or None)
    return PublicPages(folder, store, world, proxies)


def office_pages(district: District, proxies: tuple[str, ...] = ()) -> ASGIApp:
    """The office's pages over the open office; `proxies` are believed about who calls and whether it is https."""
    reader = StoreWall(district.store, district.places)
    door = OfficeDoor(district, reader, district.users.let_in, district.public_face(()).name, proxies)
    return office_app(door, _secret(district))


def _secret(district: District) -> bytes:
    """What binds the sessions; another one where it cannot be read: then everybody only logs in again."""
    path = district.folder.secret
    with suppress(OSError, ValueError):
        if len(kept := read_small(path, _SECRET)) == _SECRET:
            return kept
    fresh = district.world.random(_SECRET)
    with suppress(FileTrouble):
        write_over(path, fresh)
    return fresh


def _read(path: Path, read: Callable[[bytes], T]) -> T:
    """From the second copy beside it where the file is missing or damaged: one digit of a telephone number or of a key
    would send families astray."""
    try:
        return read_either(path, read)
    except FileNotFoundError as error:
        raise Trouble("no-public-files", file=path.name) from error
    except (OSError, ValueError) as error:
        raise Trouble("public-file-damaged", file=path.name) from error


def _stamps(paths: tuple[Path, ...]) -> tuple[int, ...]:
    return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in paths)
