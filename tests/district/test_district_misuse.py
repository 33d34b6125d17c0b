"""Whatever is typed at the level above: a sentence, a status, one JSON value, and neither keys nor lines are lost."""

import json
import os
import shutil

import pytest
from click.testing import CliRunner
from pretend_desk import PretendDesk, enrol

from district.cli.commands import main
from district.trouble import Mistake, Trouble
from district.users import Newcomer


@pytest.fixture
def ask(made, tmp_path):
    """Asks a copied office for JSON; returns (status, answer)."""
    shutil.copytree(made, tmp_path / "office")

    def call(*words, **environment):
        given = ["--data", str(tmp_path / "office"), "--now", "2026-11-05T12:00", "--json", *map(str, words)]
        secrets = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"} | environment
        done = CliRunner().invoke(main, given, env=secrets, catch_exceptions=False)
        return done.exit_code, json.loads(done.stdout)

    return call


@pytest.mark.parametrize(
    "words",
    [("frob",), ("enrol",), ("import",), ("revoke", "x"), ("revoke", "9" * 30), ("settle", "1", "--after", "9" * 30)],
)
def test_a_line_that_cannot_be_understood_gets_a_sentence_and_json(ask, words):
    status, answer = ask(*words)
    assert (status, answer["trouble"]["code"]) == (2, "usage")
    assert "Chưa có gì thay đổi" in answer["trouble"]["sentence"]


def test_nothing_is_ever_written_over_the_offices_own_files(ask, tmp_path):
    keys = tmp_path / "office" / "keys.json"
    before = keys.read_bytes()
    (tmp_path / "card").write_bytes(PretendDesk().card().raw)
    assert ask("report", "2026-11", "--out", keys)[1]["trouble"]["code"] == "own-folder"
    assert ask("enrol", tmp_path / "card", "--out", keys)[1]["trouble"]["code"] == "own-folder"
    assert keys.read_bytes() == before


def test_a_name_or_password_that_is_no_text_is_only_a_wrong_log_in(ask):
    for wrong in ({"DISTRICT_PASSWORD": "demo\udcff"}, {"DISTRICT_USER": "officer\udcff", "DISTRICT_PASSWORD": "x"}):
        status, answer = ask("status", **wrong)
        assert (status, answer["trouble"]["code"]) == (1, "wrong-password")


def test_histories_that_agree_are_never_set_aside_by_a_slip_of_the_hand(district, officer):
    desk, sitting = enrol(district, PretendDesk(), officer), district.sitting(officer)
    desk.register_birth()
    desk.register_birth()
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    for number, after, code in ((desk.number, 0, "no-fork"), (99, 0, "no-such-desk")):
        with pytest.raises(Mistake) as slip:
            sitting.settle(number, after, "ổ đĩa hỏng")
        assert slip.value.code == code
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 2


def test_a_fork_is_ended_at_the_line_where_the_histories_part_and_nowhere_else(district, officer):
    desk, sitting = enrol(district, PretendDesk(), officer), district.sitting(officer)
    for _ in range(4):
        desk.register_birth()
    sitting.receive(desk.bundle())
    desk.lines = desk.lines[:2]
    desk.register_birth(on="2026-10-09")
    assert sitting.receive(desk.bundle()).verdict == "forked"
    with pytest.raises(Mistake) as slip:
        sitting.settle(desk.number, 0, "ổ đĩa hỏng")
    assert (slip.value.code, slip.value.details["after"]) == ("fork-elsewhere", "2")
    with pytest.raises(Mistake, match="reason-empty"):
        sitting.settle(desk.number, 2, " ")
    assert sitting.settle(desk.number, 2, "ổ đĩa hỏng").aside == 2


@pytest.mark.parametrize("name", ["", "\u202e\n", "x" * 61])
def test_a_user_without_a_readable_name_is_not_added(name):
    with pytest.raises(Trouble):
        Newcomer(name, "officer", "secret")


def test_one_name_is_one_user_however_its_marks_and_spaces_are_typed(ask):
    made = {"DISTRICT_NEW_PASSWORD": os.urandom(4).hex()}
    assert ask("user", "add", "La\u0301n", "--role", "auditor", **made)[0] == 0
    assert ask("user", "add", " Lán ", "--role", "auditor", **made)[1]["trouble"]["code"] == "user-exists"


def test_what_the_office_keeps_is_for_its_own_account_only(tmp_path):
    before = os.umask(0o022)
    try:
        words = ["--data", str(tmp_path / "new"), "--now", "2026-11-05", "setup", "--unit", "52", "--host", "g.example"]
        secrets = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
        assert CliRunner().invoke(main, words, env=secrets).exit_code == 0
    finally:
        os.umask(before)
    kept = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []
