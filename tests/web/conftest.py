"""A public face and an office on a real server and real files."""

import os
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from web_kit import (
    CHEAP,
    ROLES,
    Clock,
    Face,
    Server,
    office_face,
    served_face,
)

from district.house import District, World, make_district, open_district
from district.paths import Folder
from district.store.office import OfficeFacts
from district.users import ADMINISTRATOR, Newcomer
from district.web.guard import Limits

sys.path.append(str(Path(__file__).resolve().parents[1] / "district"))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    # The protocol is named, or asyncio leaves Nagle's delay on and every answer waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    shown = Server(listener.getsockname()[1])
    plain = {"log_config": None, "access_log": False, "proxy_headers": False, "server_header": False, "ws": "none"}
    running = uvicorn.Server(uvicorn.Config(shown, lifespan="off", **plain))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    yield shown
    running.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture
def face(server: Server, tmp_path: Path) -> Iterator[Face]:
    with served_face(server, tmp_path, office_face(), Limits()) as one:
        yield one


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, java_script_enabled=False, has_touch=True
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def office_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with one user of each role, every password `demo`; to be copied."""
    folder = tmp_path_factory.mktemp("office") / "district"
    facts = OfficeFacts("01", "gopy.namhai.example", "0200 3555 000", "2026-01-01", True, 5)
    world = World(Clock(), os.urandom)
    made = make_district((Folder(folder), None), world, facts, Newcomer("admin", ADMINISTRATOR, "demo"), CHEAP)
    admin = made.users.log_in("admin", "demo")
    for name, role in ROLES.items():
        if name != "admin":
            made.users.add(Newcomer(name, role, "demo"), (admin, "demo"), CHEAP)
    made.close()
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 12, 8, 2, 0, tzinfo=UTC))


@pytest.fixture
def district(office_made: Path, tmp_path: Path, clock: Clock) -> Iterator[District]:
    """A real open office with its own clock."""
    opened = open_district(
        Folder(Path(shutil.copytree(office_made, tmp_path / "district"))), None, World(clock, os.urandom)
    )
    yield opened
    opened.close()
