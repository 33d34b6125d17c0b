"""A registration and its letter, asked for with one key: one act, and the letter never costs the registration."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from test_services_letters import DEATH, prepared
from test_services_mourning import LOST
from test_services_registering import BIRTH, entered

from desk_app.domain.events import BRIEF
from desk_app.domain.problems import Problem
from desk_app.services import files
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import LetterDesk, Wish
from desk_app.services.print_desk import PrintDesk
from desk_app.services.with_letter import WithLetter
from tools.endurance.plans import hearing

LINE = Wish(free_line="Chúc cả nhà an vui.")


def nothing(problems: Sequence[Problem]) -> bool:
    return False


@pytest.mark.parametrize(("one_disk", "syncs"), [(True, 1), (False, 2)])
def test_a_file_carried_away_is_on_its_disk_by_name_and_one_beside_the_register_is_drawn_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_disk: bool, syncs: int
) -> None:
    letter = prepared(WithLetter(desk.seat).enter(BIRTH, "", Wish(), nothing).letter).letter
    assert files._one_disk(tmp_path, desk.seat.folder)
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", asked.append)
    monkeypatch.setattr(files, "_one_disk", lambda *folders: one_disk)
    PrintDesk(desk.seat).save_pdf([letter], "colour", tmp_path / "thu.pdf")
    assert (len(asked), (tmp_path / "thu.pdf").read_bytes()) == (syncs, PrintDesk(desk.seat).pdf([letter], "colour"))


def kinds(desk: Desk) -> list[str]:
    with desk.seat.reading() as reading:
        return [fact.kind for fact in reading.journal.facts()]


def test_both_are_on_disk_with_one_commit_and_say_what_two_acts_would_have_said(desk: Desk) -> None:
    before, told = kinds(desk), list[str]()
    with hearing(desk, told.append):
        both = WithLetter(desk.seat).enter(BIRTH, "", LINE, nothing)
    assert [word for word in told if word.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]
    assert kinds(desk)[len(before) :] == ["registered", "letter-prepared"]
    letter = prepared(both.letter)
    again = prepared(desk.letters.prepare([entered(both.entered).id], Wish()))
    assert (again.letter, again.again, letter.covers) == (letter.letter, True, (entered(both.entered).id,))
    with desk.seat.reading() as reading:
        assert reading.papers.wish(letter.letter) == LINE.body


def test_whoever_sits_there_stops_both_before_anything_is_written(desk: Desk) -> None:
    before, asked = kinds(desk), list[Sequence[Problem]]()
    both = WithLetter(desk.seat).enter(BIRTH, "", Wish(), lambda problems: not asked.append(problems))
    assert both.entered is asked[0]
    assert (both.letter, kinds(desk)) == (None, before)


def test_a_letter_that_is_held_back_costs_neither_the_registration_nor_what_was_wished_of_it(desk: Desk) -> None:
    entered(desk.register.enter(LOST))
    before = kinds(desk)
    both = WithLetter(desk.seat).enter(BIRTH, "", LINE, nothing)
    id = entered(both.entered).id
    assert isinstance(both.letter, tuple)
    assert [one.code for one in both.letter] == ["letter-held"]
    assert kinds(desk)[len(before) :] == ["registered"]
    assert desk.letters.chosen([id]).free_line == LINE.free_line


def test_whatever_breaks_while_the_letter_is_written_leaves_the_registration_on_disk_and_nothing_of_the_letter(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write = kinds(desk), LetterDesk.prepare_within

    def breaks(self: LetterDesk, *given: object) -> object:
        write(self, *given)  # type: ignore[arg-type]
        raise RuntimeError("after everything was written")

    monkeypatch.setattr(LetterDesk, "prepare_within", breaks)
    both = WithLetter(desk.seat).enter(BIRTH, "", Wish(), nothing)
    monkeypatch.undo()
    assert both.letter is None
    assert kinds(desk)[len(before) :] == ["registered"]
    assert not prepared(desk.letters.prepare([entered(both.entered).id], Wish())).again
    assert desk.seat.register.check() > 0


def test_of_a_child_that_lived_some_hours_the_other_act_comes_before_the_letter(desk: Desk) -> None:
    brief = replace(BIRTH, case=BRIEF, declarant_name="Nguyễn Văn Bình", declarant_relation="cha")
    both = WithLetter(desk.seat).enter(brief, "", Wish(), nothing)
    assert (entered(both.entered).follows != "", both.letter) == (True, None)


def test_a_death_entered_with_its_letter_is_known_to_the_next_glad_letter(desk: Desk) -> None:
    assert prepared(WithLetter(desk.seat).enter(DEATH, "", Wish(), nothing).letter).kind == "death"
    lost = replace(LOST, deceased_name="Nguyễn Văn Kha")
    prepared(WithLetter(desk.seat).enter(lost, "", Wish(anyway="gia đình xin"), nothing).letter)
    assert isinstance(WithLetter(desk.seat).enter(BIRTH, "", Wish(), nothing).letter, tuple)
