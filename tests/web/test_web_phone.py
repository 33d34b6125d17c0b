"""The phone page out of data: levels, languages, typed codes; and the short way gives the bytes of the long one."""

import gzip
import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from ipaddress import IPv6Address
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from web_kit import ALL_KINDS, DESK, Clock, Face, Server, office_face, public_keys, served_face

from district.store.public_store import PublicStore
from district.web.asking import question_sets, set_of_office
from district.web.counting import MOST_KEPT
from district.web.faces import OfficeFace
from district.web.guard import Guard, Limits, client_address
from district.web.languages import FOLDER, NotATongue, our_tongues, read_tongues
from district.web.pages import Printer
from district.web.public import PublicFace, app_of, long_way
from exchange.token import ALPHABET, spaced

LOW, HIGH = "Xã cần sửa điều gì?", "Điều gì làm ông bà, anh chị vui?"


@pytest.fixture(scope="module")
def five(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Face]:
    office = replace(office_face(), questions="service-5")
    with served_face(server, tmp_path_factory.mktemp("five"), office, Limits()) as face:
        yield face


def kept(face: Face, serial: int) -> Any:
    (found,) = [answer for answer in face.store.answers(DESK, face.office) if answer.serial == serial]
    return found


def test_five_levels_stand_in_one_column_and_bình_thường_asks_what_to_mend(five: Face) -> None:
    page = five.client.get(f"/g/{five.code(1)}").text
    words = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"]
    places = [page.index(f"<span>{word}</span>") for word in words]
    assert places == sorted(places)
    assert "Quay lại năm lựa chọn" in page
    for score, question in ((5, HIGH), (4, HIGH), (3, LOW), (2, LOW), (1, LOW)):
        after = five.tap(five.code(10 + score), score, q="service-5/1").text
        assert f"Đã ghi nhận: {words[5 - score]}." in after
        assert question in after
        assert (kept(five, 10 + score).score, kept(five, 10 + score).scale) == (score, 5)


def test_a_form_of_before_the_change_is_taken_on_its_own_levels_and_a_forged_one_is_not(five: Face) -> None:
    opened_before = five.tap(five.code(21), 2, q="service-3/1")
    assert "Đã ghi nhận: Hài lòng." in opened_before.text
    assert HIGH in opened_before.text
    assert (kept(five, 21).score, kept(five, 21).scale) == (2, 3)
    five.tap(five.code(22), 1)
    assert kept(five, 22).scale == 3
    for score, forged in ((5, "service-3/1"), (4, ""), (3, "service-9/1"), (1, "service-5/99"), (6, "service-5/1")):
        refused = five.tap(five.code(23), score, q=forged)
        assert (refused.status_code, "chạm vào một trong năm ô" in refused.text) == (400, True)
    assert all(answer.serial != 23 for answer in five.store.waiting(DESK))


def test_an_answer_on_five_levels_is_changed_by_an_older_form_of_three(five: Face) -> None:
    code = five.code(25)
    key = five.tap(code, 1, q="service-5/1").text.split('name="k" value="')[1][:32]
    five.tap(code, 3, q="service-3/1", k=key)
    assert (kept(five, 25).score, kept(five, 25).scale, kept(five, 25).contradicted) == (3, 3, False)


def test_a_family_in_mourning_is_asked_in_three_words_whatever_the_office_asks(five: Face) -> None:
    page = five.client.get(f"/g/{five.code(31, 'death')}").text
    assert page.count('class="pick') == 3
    assert "Chu đáo" in page
    after = five.tap(five.code(31, "death"), 1).text
    assert "Đã ghi nhận: Có điều cần sửa." in after
    assert LOW in after
    assert kept(five, 31).scale == 3


def test_two_taps_at_one_moment_are_one_answer(five: Face) -> None:
    code = five.code(41)
    with ThreadPoolExecutor(2) as hands:
        pages = list(hands.map(lambda _: five.tap(code, 4, q="service-5/1").text, range(2)))
    assert sorted("Thư này đã có câu trả lời." in page for page in pages) == [False, True]
    assert (kept(five, 41).score, kept(five, 41).contradicted) == (4, False)


def test_nobody_who_only_looks_leaves_anything(five: Face) -> None:
    code, before = five.code(51), len(five.store.waiting(DESK))
    first = five.client.get(f"/g/{code}").content
    for agent in ("facebookexternalhit/1.1", "Zalo", "TelegramBot (like TwitterBot)", "WhatsApp/2.23.20.0"):
        for method in ("HEAD", "GET", "GET"):
            seen = five.client.request(method, f"/g/{code}", headers={"user-agent": agent, "sec-purpose": "prefetch"})
            assert (seen.status_code, seen.content in (b"", first)) == (200, True)
    assert len(five.store.waiting(DESK)) == before


@pytest.mark.parametrize(
    "written",
    [
        "{spaced}", " {spaced} ", "{lower}", "{spaced_lower}", "{dotted}", "{long_dashes}",
        "https://gopy.namhai.example/G/{code}", "HTTPS://GOPY.NAMHAI.EXAMPLE/G/{code}?c=1",
        "gopy.namhai.example/g/{lower}/en", "Góp ý: https://gopy.namhai.example/g/{code} nhé", "{invisible}",
    ],
)  # fmt: skip
def test_a_code_is_read_however_it_came_into_the_field(five: Face, written: str) -> None:
    code = five.code(60)
    in_fours = spaced(code)
    forms = {"code": code, "spaced": in_fours, "lower": code.lower(), "spaced_lower": in_fours.lower()}
    forms |= {"dotted": in_fours.replace("-", "."), "long_dashes": in_fours.replace("-", " — ")}
    forms["invisible"] = "\u200b".join(code) + "\u00a0"
    led = five.client.post("/", data={"code": written.format(**forms)})
    assert (led.status_code, led.headers.get("location")) == (303, f"/g/{code}?c=1")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Á00W0035A3SYNA28", "Trong mã không có chữ có dấu."),
        ("２00W0035A3SYNA28", "Trong mã không có chữ có dấu."),
        ("đ00Ư-0035-A3ST", "Trong mã không có chữ có dấu."),
        ("200W 0035 A3SY", "ô dưới đây có 12."),
        ("200W 0035 A3SY NA282", "ô dưới đây có 17."),
        ("2U0W 0035 A3SY NA28", "Trong mã không có chữ U."),
        ("200W 0035 A3SY NA29", "Có thể mã bị mờ"),
    ],
)
def test_what_is_no_code_is_told_what_to_do_and_stays_in_its_field(five: Face, typed: str, told: str) -> None:
    page = five.client.post("/", data={"code": typed})
    assert page.status_code == 404
    assert told in page.text
    assert f'value="{typed}"' in page.text


def test_the_short_way_gives_the_bytes_of_the_long_one(tmp_path: Path, server: Server) -> None:
    keys = public_keys("age1x")
    store = PublicStore.open(f"sqlite:///{(tmp_path / 'public.db').as_posix()}", os.urandom, keys.office)
    face = PublicFace(store, keys, Printer(office_face()), Clock(), Guard(Limits()))
    paths = [
        f"/g/{Face.code(Any, 9, kind)}{tail}" for kind in ALL_KINDS for tail in ("", "?c=1", "/en", "/en?c=1", "/vi")
    ]  # type: ignore[arg-type]
    paths += [f"/G/{Face.code(Any, 9).lower()}", "/g/none", f"/g/{'0' * 16}", f"/g/{Face.code(Any, 9)}/zz", "/"]  # type: ignore[arg-type]

    def seen(app: Any, headers: dict[str, str]) -> list[tuple[int, bytes, dict[str, str]]]:
        with server.showing(app) as url, httpx.Client(base_url=url, headers=headers, verify=False) as client:
            answers = [client.get(path) for path in paths]
        hops = ("date", "content-length", "content-encoding")
        return [
            (one.status_code, one.content, {name: value for name, value in one.headers.items() if name not in hops})
            for one in answers
        ]

    plain = seen(long_way(face), {"accept-encoding": "identity"})
    assert seen(app_of(face), {"accept-encoding": "identity"}) == plain
    assert seen(app_of(face), {"accept-encoding": "gzip"}) == plain
    store.close()


def test_a_browser_that_takes_gzip_gets_half_the_bytes_in_one_whole_member(five: Face) -> None:
    path = f"/g/{five.code(71)}"
    with five.client.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    plain = five.client.get(path, headers={"accept-encoding": "gzip;q=0"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed) == plain.content
    assert len(packed) < 3300 < len(plain.content) < 8000


def test_every_language_says_everything_and_knows_the_words_of_every_question_set() -> None:
    assert list(our_tongues()) == ["vi", "en"]
    for one in question_sets().sets:
        choices = [*one.overall.choices, *one.low, *one.high]
        assert all(
            lang in words for lang in our_tongues() for words in (one.overall.words, *(c.words for c in choices))
        )


def test_another_language_is_another_file(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "tongues"))
    told = json.loads((folder / "en.json").read_text(encoding="utf-8")) | {
        "lang": "rhd",
        "name": "Êđê",
        "may-close": "Jăk.",
    }
    (folder / "rhd.json").write_text(json.dumps(told), encoding="utf-8")
    printer = Printer(office_face(), read_tongues(folder))
    face = PublicFace(None, public_keys("age1x"), printer, Clock(), Guard(Limits()))  # type: ignore[arg-type]
    page = page_at(app_of(face), f"/g/{Face.code(Any, 1)}")  # type: ignore[arg-type]
    assert "English</a>" in page
    assert 'hreflang="rhd" lang="rhd">Êđê</a>' in page
    assert '<html lang="rhd">' in page_at(app_of(face), "/?lang=rhd")
    for name, text in (("thanks", None), ("call", "Call"), ("more", "more")):
        broken = {key: value for key, value in (told | {name: text}).items() if value is not None}
        (folder / "rhd.json").write_text(json.dumps(broken), encoding="utf-8")
        with pytest.raises(NotATongue, match=f"rhd.json: {name}"):
            read_tongues(folder)


def test_a_face_of_before_and_a_set_of_a_newer_program_ask_the_usual_question() -> None:
    older = json.loads(replace(office_face(), questions="service-5").to_bytes())
    assert OfficeFace.from_bytes(json.dumps({**older, "check": None}).encode()).questions == "service-5"
    del older["questions"]
    assert OfficeFace.from_bytes(json.dumps({**older, "check": None}).encode()).questions == "service-3"
    assert (set_of_office("service-99").id, set_of_office("service-5").scale) == ("service-3", 5)


def page_at(app: Any, path: str) -> str:
    """The page at that path, asked without a server."""
    path, _, query = path.partition("?")
    return asked(app, {"path": path, "query_string": query.encode()})[1].decode()


def asked(app: Any, more: dict[str, Any]) -> tuple[int, bytes]:
    """Status and body of a GET, asked without a server."""
    scope = {"type": "http", "method": "GET", "query_string": b"", "headers": [], "client": ("10.0.0.1", 1)} | more
    said: list[Any] = []

    async def send(message: Any) -> None:
        said.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    with pytest.raises(StopIteration):
        app(scope, receive, send).send(None)
    return said[0]["status"], b"".join(message.get("body", b"") for message in said)


def test_guessed_codes_from_everywhere_open_nothing_and_fill_no_memory(five: Face) -> None:
    guard, dice = Guard(Limits()), Random(7)
    keys = public_keys("age1x")
    app = app_of(PublicFace(five.store, keys, Printer(office_face()), Clock(), guard))
    good, before = five.code(80), len(five.store.waiting(DESK))
    for number in range(120_000 if os.environ.get("ENDURE") else 300):
        guess = good[:8] + "".join(dice.choices(ALPHABET, k=8))
        caller = str(IPv6Address(dice.getrandbits(128))) if number % 2 else "203.0.113.9"
        status, body = asked(app, {"path": f"/g/{guess}", "client": (caller, 1)})
        assert b'class="pick' not in body
        assert status in (404, 429)
        assert number >= 300 or status == (404 if number % 2 or number < 120 else 429)
    assert len(guard._counts._kept) <= MOST_KEPT
    assert asked(app, {"path": f"/g/{good}", "client": ("203.0.113.9", 1)})[0] == 200
    assert len(five.store.waiting(DESK)) == before


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (["198.51.100.7"], "198.51.100.7"),
        (["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
        (["203.0.113.9", "198.51.100.7"], "198.51.100.7"),
        (["198.51.100.7, 10.0.0.1, ::ffff:10.0.0.1"], "198.51.100.7"),
        (["198.51.100.7:4711"], "198.51.100.7"),
        (["[2001:db8::7]:443"], "2001:db8::7"),
        (["unknown, junk"], "10.0.0.1"),
        ([""], "10.0.0.1"),
        ([], "10.0.0.1"),
    ],
)
def test_of_all_that_is_told_about_a_caller_only_the_proxys_own_word_counts(lines: list[str], address: str) -> None:
    headers = [(b"x-forwarded-for", line.encode()) for line in lines]
    request = Request({"type": "http", "client": ("10.0.0.1", 1), "headers": headers})
    assert client_address(request, ("::ffff:10.0.0.1",)) == address
    assert client_address(request, ()) == "10.0.0.1"
