"""Requests that no browser of a family or an officer sends."""

import asyncio
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from web_kit import SECRET, Clock, Face, Server, caller, door_to, office_face, public_keys

from district.house import District
from district.store.public_store import PublicStore
from district.web.guard import Limits
from district.web.office import office_app
from district.web.public import public_app
from district.web.together import both_faces

FORM = {"content-type": "application/x-www-form-urlencoded"}


def test_a_request_that_names_another_host_is_never_led_there(face: Face) -> None:
    for path in (f"/g/{face.code()}/", "/g/", "//elsewhere.example/", f"/g/{face.code()}/vi/"):
        answer = face.client.get(path, headers={"host": "elsewhere.example"})
        assert answer.status_code in (200, 404)
        assert "elsewhere" not in answer.headers.get("location", "")


def test_a_link_typed_with_a_slash_at_its_end_still_shows_its_letter(face: Face) -> None:
    assert face.client.get(f"/g/{face.code()}/").text == face.client.get(f"/g/{face.code()}").text


def test_a_body_announced_as_too_long_is_refused_before_it_comes(face: Face) -> None:
    place = urlsplit(face.url)
    with socket.create_connection((place.hostname, place.port), 10) as line:
        head = f"POST /g/{face.code()} HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\n"
        line.sendall(head.encode())
        assert line.recv(64).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_get_a_page_in_our_language_with_every_header(face: Face, method: str) -> None:
    answer = face.client.request(method, f"/g/{face.code()}")
    assert answer.status_code == 405
    assert "<html" in answer.text
    assert "content-security-policy" in answer.headers


def test_an_address_with_line_ends_in_it_is_only_unknown(server: Server, tmp_path: Path, district: District) -> None:
    store = PublicStore.open(f"sqlite:///{(tmp_path / 'public.db').as_posix()}", os.urandom)
    clock = Clock(datetime(2026, 12, 8, 2, 0, tzinfo=UTC))
    office = office_app(door_to(district, let_in=lambda *_: None), SECRET)
    app = both_faces(public_app(store, public_keys("age1x"), office_face(), clock), office)
    with server.showing(app) as url, caller(url) as client:
        answer = client.get("/g/a%0d%0aset-cookie:%20x=1")
        assert (answer.status_code, "set-cookie" in answer.headers) == (404, False)
        assert "content-security-policy" in answer.headers
        assert client.get("/van-phong").headers["location"] == "/van-phong/"
    store.close()


def guessing(district: District, limits: Limits, asked: list[str]) -> Any:
    def nobody(name: str, password: str) -> None:
        asked.append(name)

    return office_app(door_to(district, let_in=nobody, limits=limits), SECRET)


def test_a_name_written_in_other_ways_gives_no_further_guesses(server: Server, district: District) -> None:
    asked: list[str] = []
    app = guessing(district, Limits(wrong_passwords="2/hour"), asked)
    with server.showing(app) as url, caller(url, origin=url) as client:
        for name in ("lan", " lan", "l\u200ban", "lan\u202e", "la\x00n"):
            client.post("/login", data={"user": name, "password": "x"})
    assert asked == ["lan", "lan"]


def test_one_password_tried_on_many_names_has_to_wait_too(server: Server, district: District) -> None:
    asked: list[str] = []
    app = guessing(district, Limits(wrong_log_ins="3/hour"), asked)
    with server.showing(app) as url, caller(url, origin=url) as client:
        answers = [client.post("/login", data={"user": f"u{n}", "password": "x"}).status_code for n in range(5)]
    assert answers == [401, 401, 401, 429, 429]
    assert len(asked) == 3


def test_guesses_sent_at_the_same_moment_are_counted_one_by_one(server: Server, district: District) -> None:
    asked: list[str] = []

    async def storm(url: str) -> None:
        async with httpx.AsyncClient(base_url=url, headers={"origin": url}) as client:
            await asyncio.gather(*(client.post("/login", data={"user": "lan", "password": str(n)}) for n in range(12)))

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with (
        server.showing(guessing(district, Limits(wrong_passwords="2/hour"), asked)) as url,
        ThreadPoolExecutor(1) as beside,
    ):
        beside.submit(asyncio.run, storm(url)).result()
    assert len(asked) == 2
