"""The demo's own parts: adding up, the telephone, how a program is spoken to."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from demo import days
from demo.communes import COMMUNES
from demo.courtesies import courtesy
from demo.desk import handing_over
from demo.phone import Choices, Family, tap
from demo.program import Program, Refused
from demo.summary import added, agree
from desk_app.domain.courtesy_drafts import courtesy_from
from desk_app.domain.courtesy_reading import read_courtesy

FIRST = (
    '<form method="post" action=""><input type="hidden" name="lang" value="vi">'
    '<button name="s" value="3">Rất hài lòng</button><button name="s" value="2">Hài lòng</button></form>'
)


AFTER = (
    'Cảm ơn<form action="/g/CHANGE"><input type="hidden" name="k" value="old"></form><form action="/g/WORDS">'
    '<input type="hidden" name="k" value="key"><input name="r" value="wait"><input name="r" value="late">'
    '<textarea name="m"></textarea></form>'
)


class Page(BaseHTTPRequestHandler):
    taken: tuple[str, str] = ("", "")

    def do_GET(self):
        self._answer(FIRST)

    def do_POST(self):
        type(self).taken = (self.path, self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer(AFTER)

    def _answer(self, text):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def page():
    with HTTPServer(("127.0.0.1", 0), Page) as server:
        turning = Thread(target=server.serve_forever)
        turning.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        turning.join()


def test_reports_are_added_figure_by_figure_and_the_period_stays():
    one = {"period": "2024-03", "events": {"birth": 3}, "by_score": {"3": 1}}
    two = {"period": "2024-03", "events": {"birth": 2}, "by_score": {"3": 1, "1": 4}}
    assert added([one, two]) == {"period": "2024-03", "events": {"birth": 5}, "by_score": {"3": 2, "1": 4}}


def test_two_sides_agree_only_when_events_letters_and_reactions_are_equal():
    desks = {"events": {"birth": 1}, "letters": {}, "reactions": {"good": 1}, "ratings": {"n": 0}}
    assert agree(desks, {**desks, "ratings": {"n": 1}})
    assert not agree(desks, {**desks, "reactions": {"good": 2}})


def test_the_telephone_taps_the_chosen_button_of_the_form_on_the_page():
    with page() as address:
        assert tap(address, "HTTPS://GOPY.VIDU.EXAMPLE/G/ABCD", 1, Family("198.18.1.1")).startswith("Cảm ơn")
    assert Page.taken == ("/G/ABCD", "lang=vi&s=2")


def test_a_family_that_says_more_fills_the_form_for_words():
    with page() as address:
        tap(address, "HTTPS://GOPY.VIDU.EXAMPLE/G/ABCD", 1, Family("198.18.1.1", words="Vui"))
    assert Page.taken == ("/g/WORDS", "k=key&m=Vui&r=wait")


def test_only_the_first_form_of_a_page_counts():
    read = Choices()
    read.feed('<form action="/one"></form><form action="/two"></form>')
    assert read.action == "/one"


def test_a_program_that_refuses_is_told_with_its_words(tmp_path):
    with pytest.raises(Refused, match="no-such-command"):
        Program("desk_app.cli", tmp_path, "clerk").ask("no-such-command")


def test_every_way_of_handing_over_is_played():
    ways = {handing_over(kind, sitting)[0] for kind in ("birth", "marriage", "death") for sitting in range(4)}
    assert ways == {"counter", "ceremony", "home"}


def test_each_desk_writes_a_letter_of_its_own_accord_to_which_nothing_is_to_be_said():
    day = days.working_days()[-1]
    letters = [courtesy(commune.desk, day) for commune in COMMUNES]
    assert [kind for kind, _ in letters] == ["thanks", "apology"]
    assert [read_courtesy(courtesy_from(kind, typed), day).problems for kind, typed in letters] == [(), ()]
    assert {handing_over(kind, 0) for kind, _ in letters} == {("home", "good")}
