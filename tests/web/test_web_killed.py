"""The serving process is killed while many answer: no answer that was confirmed is lost, none counts twice.

One kill here, on a file; under ENDURE=1 a hundred and twenty-eight clients and a dozen kills, and on a server too.
"""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
import pytest
from postgresql_kit import ENDURES, Server
from web_kit import DESK, MASTER, OFFICE, office_face, public_keys

from district.store.public_store import PublicStore
from exchange.token import Token, desk_key, mint

CLIENTS, ROUNDS, ENOUGH = (128, 12, 1500) if ENDURES else (12, 1, 60)
KEY = re.compile(rb'value="([0-9a-f]{32})"')
FORM = {"content-type": "application/x-www-form-urlencoded"}


@dataclass
class Crowd:
    """Families who answer at once: what each was told is what must be found."""

    port: int
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    pending: list[int] = field(default_factory=list)
    told: dict[int, set[int]] = field(default_factory=dict)
    tried: set[int] = field(default_factory=set)
    enough: threading.Event = field(default_factory=threading.Event)
    wanted: int = ENOUGH

    def answer_until_cut(self) -> None:
        """One client: a letter after the other, every third changes its mind, until nobody answers any more."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            while self._one(line):
                if len(self.told) >= self.wanted:
                    self.enough.set()

    def _one(self, line: http.client.HTTPConnection) -> bool:
        serial = self.pending.pop() if self.pending else next(self.numbers)
        self.tried.add(serial)
        first, second = 1 + serial % 3, 1 + (serial + 1) % 3
        try:
            key = self._post(line, serial, f"s={first}")
            self.told[serial] = {first}
            if key and serial % 3 == 0:
                self.told[serial] = {first, second}
                self._post(line, serial, f"s={second}&k={key.decode()}")
                self.told[serial] = {second}
        except (OSError, http.client.HTTPException):
            if serial not in self.told:
                self.pending.append(serial)
            return False
        return True

    def _post(self, line: http.client.HTTPConnection, serial: int, body: str) -> bytes | None:
        code = mint(Token("birth", DESK, serial), desk_key(MASTER, DESK, 1))
        line.request("POST", f"/g/{code}", body, FORM)
        answer = line.getresponse()
        page = answer.read()
        assert answer.status == 200, page
        found = KEY.search(page)
        return found[1] if found else None


@contextmanager
def serving(folder: Path, port: int, *database: str) -> Iterator[subprocess.Popen[str]]:
    """The citizen's pages in processes of their own; all of them are killed at the end, whatever they do."""
    given = ["serve", "--only", "public", "--port", str(port), "--data", str(folder), *database]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "district.cli", *given]
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, env=environment, start_new_session=True, **quiet) as process:
        try:
            assert process.stdout is not None
            assert f"127.0.0.1:{port}" in process.stdout.readline()
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def wait_for(port: int) -> None:
    """Until somebody answers there."""
    again = httpx.HTTPTransport(retries=8, verify=False)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=again) as client:
        assert client.get("/").status_code == 200


def killed_under_load(folder: Path, crowd: Crowd, *database: str) -> None:
    crowd.enough.clear()
    crowd.wanted = len(crowd.told) + ENOUGH
    with serving(folder, crowd.port, *database):
        wait_for(crowd.port)
        clients = [threading.Thread(target=crowd.answer_until_cut) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        assert crowd.enough.wait(60)
    for client in clients:
        client.join()


@pytest.mark.parametrize("lies", ["files", "server"] if ENDURES else ["files"])
def test_no_confirmed_answer_is_lost_or_doubled_when_the_pages_are_killed(
    tmp_path: Path, lies: str, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "public-keys.json").write_bytes(public_keys("age1x").to_bytes())
    (tmp_path / "public-face.json").write_bytes(office_face().to_bytes())
    url, database = f"sqlite:///{(tmp_path / 'public.db').as_posix()}", list[str]()
    if lies == "server":
        server: Server = request.getfixturevalue("server_of_postgresql")
        url = server.make("killed")
        database = ["--public-database", url, "--workers", "2"]
    with socket.create_server(("127.0.0.1", 0)) as free:
        crowd = Crowd(free.getsockname()[1])
    for _ in range(ROUNDS):
        killed_under_load(tmp_path, crowd, *database)
        with closing(PublicStore.open(url, os.urandom)) as store:
            kept = store.answers(DESK, OFFICE)
            assert store.unreadable(DESK, OFFICE) == 0
            assert store.is_sound()
        found = {answer.serial: answer for answer in kept}
        assert len(found) == len(kept), "one vote a letter"
        assert set(crowd.told) <= set(found) <= crowd.tried
        wrong = {serial: found[serial].score for serial, said in crowd.told.items() if found[serial].score not in said}
        assert wrong == {}
        assert not any(answer.contradicted for answer in kept), "who asks again for want of an answer says the same"
    assert len(crowd.told) >= ENOUGH * ROUNDS
