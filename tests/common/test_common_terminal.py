"""A line that cannot be understood is answered in one sentence, and in one JSON value where a program listens."""

from __future__ import annotations

import io
import json
import sys

import click
import pytest
from click.testing import CliRunner, Result

from common.terminal import MISTAKE, TROUBLE, Misused, Speaker, SpokenGroup, speak_utf8
from common.words import usage


class Desk(Speaker):
    """Whoever answers."""

    __slots__ = ("as_json",)

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json


@click.group(cls=SpokenGroup, name="quay", no_args_is_help=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--data", "-d")
def line(as_json: bool, data: str | None) -> None:
    """A program with one command."""


@line.command("count")
@click.argument("subject")
@click.option("--way", "-w", type=click.Choice(["slip", "qr"]), required=True)
@click.option("--days", type=int)
@click.pass_context
def count(ctx: click.Context, subject: str, way: str, days: int | None) -> None:
    """Count, or stop."""
    if subject == "two":
        raise click.BadParameter("two at once", param_hint="SUBJECT và --way")
    if subject == "none":
        raise click.BadParameter("none at all", param_hint=["a", "b"])
    if subject == "bare":
        raise click.UsageError("no context")
    told = ctx.find_root().params
    desk = Desk(told["as_json"])
    if subject == "trouble":
        desk.stop("no-disk", "Đĩa đầy.")
    if subject == "mistake":
        desk.stop("no-day", "Chưa có ngày.", MISTAKE)
    desk.say({"n": days, "tên": subject}, (f"{subject}: {days}", "Xong."))


@line.group("box", cls=SpokenGroup, no_args_is_help=True)
def box() -> None:
    """Commands of one kind."""


@box.command("open")
def open_box() -> None:
    """Open it."""


def run(*words: str) -> Result:
    return CliRunner().invoke(line, words, prog_name="quay")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--nothing"], usage.no_such_option("--nothing", "quay")),
        (["cuont"], usage.no_such_command("cuont", "quay")),
        (["count", "--way", "qr"], usage.missing("SUBJECT", "quay count")),
        (["count", "a"], usage.missing("--way", "quay count")),
        (["count", "a", "-w", "mail"], usage.unclear("--way", ("slip", "qr"), "quay count")),
        (["count", "a", "-w", "qr", "--days", "x"], usage.unclear("--days", (), "quay count")),
        (["count", "a", "b", "-w", "qr"], usage.too_much("quay count")),
        (["count", "a", "--no", "-w", "qr"], usage.no_such_option("--no", "quay count")),
        (["count", "two", "-w", "qr"], usage.unclear("SUBJECT và --way", (), "quay count")),
        (["count", "none", "-w", "qr"], usage.unclear("", (), "quay count")),
        (["count", "bare", "-w", "qr"], usage.too_much("quay count")),
    ],
)
def test_what_cannot_be_understood_is_said_in_vietnamese_and_ends_with_status_2(
    words: list[str], sentence: str
) -> None:
    said = run(*words)
    assert (said.exit_code, said.stderr, said.stdout) == (MISTAKE, f"{sentence}\n", "")
    told = run("--json", *words)
    assert (told.exit_code, told.stderr) == (MISTAKE, f"{sentence}\n")
    assert json.loads(told.stdout) == {"trouble": {"code": "usage", "sentence": sentence}}
    assert "\\u" not in told.stdout


def test_a_program_called_without_a_word_tells_people_its_commands_and_programs_that_one_is_missing() -> None:
    said = run()
    assert "count" in said.output
    assert "A program with one command." in said.output
    told = run("--json")
    assert told.exit_code == MISTAKE
    assert json.loads(told.stdout)["trouble"]["code"] == "usage"


def test_a_group_called_without_a_word_tells_people_its_commands_and_programs_that_one_is_missing() -> None:
    assert "Open it." in run("box").output
    told = run("--json", "box")
    assert told.exit_code == MISTAKE
    assert json.loads(told.stdout)["trouble"]["code"] == "usage"


def test_an_answer_is_sentences_for_people_and_one_value_for_programs() -> None:
    said = run("count", "ấn", "-w", "qr", "--days", "3")
    assert (said.exit_code, said.stdout, said.stderr) == (0, "ấn: 3\nXong.\n", "")
    told = run("--json", "count", "ấn", "-w", "qr", "--days", "3")
    assert (told.exit_code, told.stdout, told.stderr) == (0, '{"n": 3, "tên": "ấn"}\n', "")


def test_a_trouble_is_told_to_people_and_to_programs_with_its_status() -> None:
    said = run("count", "trouble", "-w", "qr")
    assert (said.exit_code, said.stdout, said.stderr) == (TROUBLE, "", "Đĩa đầy.\n")
    told = run("--json", "count", "mistake", "-w", "qr")
    assert (told.exit_code, told.stderr) == (MISTAKE, "Chưa có ngày.\n")
    assert told.stdout == '{"trouble": {"code": "no-day", "sentence": "Chưa có ngày."}}\n'


def test_a_misuse_shown_to_a_file_is_written_there() -> None:
    file = io.StringIO()
    Misused("Chưa rõ.", as_json=False).show(file)
    assert file.getvalue() == "Chưa rõ.\n"


def test_vietnamese_goes_out_as_utf8_whatever_the_console_says(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = io.BytesIO(), io.StringIO()
    narrow = io.TextIOWrapper(out, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    monkeypatch.setattr(sys, "stderr", err)
    speak_utf8()
    print("Đã ghi \udce1", flush=True)
    assert out.getvalue().decode("utf-8").strip() == "Đã ghi ?"


def test_options_of_the_program_may_stand_anywhere_but_behind_two_dashes() -> None:
    assert line.hoisted(["count", "one", "--json", "-d", "x", "-w", "qr"]) == [
        "--json",
        "-d",
        "x",
        "count",
        "one",
        "-w",
        "qr",
    ]
    assert line.hoisted(["count", "--data=a=b", "-x"]) == ["--data=a=b", "count", "-x"]
    assert line.hoisted(["count", "--data=x", "--", "--json"]) == ["--data=x", "count", "--", "--json"]
    assert line.hoisted(["count", "--data"]) == ["count", "--data"]
    assert line.hoisted(["count", "--jsons", "--data", "--json"]) == ["--data", "--json", "count", "--jsons"]


def test_a_context_keeps_what_it_is_made_with() -> None:
    above = click.Context(line, info_name="above")
    made = line.make_context("quay", [], above, resilient_parsing=True)
    assert made.parent is above
    assert made.resilient_parsing
