"""A second person looks at the month: who may, what they saw, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from test_services_registering import BIRTH, entered

from desk_app.services.desk import Desk
from desk_app.services.month_view import month_contents
from desk_app.services.second_look import SecondLook, hands_of
from desk_app.services.trouble import Mistake, Trouble
from tools.pretend_office import PretendOffice

OTHER, PASSWORD = "Vàng A Lâm", "đò trăng mít sáo"


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> PretendOffice:
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


@pytest.fixture
def look(desk: Desk, office: PretendOffice) -> SecondLook:
    desk.people.add(OTHER, "clerk", PASSWORD)
    cheapen(desk.seat.folder, OTHER, PASSWORD)
    desk.settings.put("second-person", "on")
    entered(desk.register.enter(BIRTH))
    return SecondLook(desk.seat)


def head(desk: Desk) -> int:
    return month_contents(desk.seat).head


def test_nothing_goes_before_the_second_person_has_looked(desk: Desk, look: SecondLook, tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="second-look-missing"):
        desk.month.close(tmp_path / "usb")
    seen = month_contents(desk.seat)
    look.confirm(OTHER, PASSWORD, seen.head)
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert bundle.head - bundle.basis == seen.sum.lines
    assert seen.sum.agrees


def test_who_saw_a_bundle_is_kept_here_and_no_name_of_theirs_travels(
    desk: Desk, look: SecondLook, office: PretendOffice, tmp_path: Path
) -> None:
    look.confirm(OTHER, PASSWORD, head(desk))
    (bundle,) = desk.month.close(tmp_path / "usb")
    with desk.seat.reading() as reading:
        hands = hands_of(reading)[bundle.seq]
        told = b"".join(part.body for part in reading.journal.home_parts(1, bundle.head))
    assert (hands.made_by, hands.seen_by) == ("clerk", OTHER)
    assert OTHER.encode() in told
    travelled = b"".join(row.raw for row in office.opened(bundle.path.read_bytes()).lines)
    assert OTHER.encode() not in travelled
    assert bundle.counts["local"] >= 1


def test_what_was_entered_after_the_look_has_to_be_seen_again(desk: Desk, look: SecondLook, tmp_path: Path) -> None:
    look.confirm(OTHER, PASSWORD, head(desk))
    entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    assert month_contents(desk.seat).look is None
    with pytest.raises(Mistake, match="second-look-missing"):
        desk.month.close(tmp_path / "usb")


def test_a_look_at_figures_that_changed_meanwhile_is_refused(desk: Desk, look: SecondLook) -> None:
    seen = head(desk)
    entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    with pytest.raises(Mistake, match="changed-since-look"):
        look.confirm(OTHER, PASSWORD, seen)


def test_answers_tallied_while_the_bundle_begins_do_not_undo_the_look(
    desk: Desk, look: SecondLook, tmp_path: Path
) -> None:
    desk.voice.take({"channel": "counter", "score": "3"})
    seen = month_contents(desk.seat)
    look.confirm(OTHER, PASSWORD, seen.head)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file stands where the folder should be", encoding="utf-8")
    with pytest.raises(Trouble, match="folder-unwritable"):
        desk.month.close(blocked)
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert bundle.head - bundle.basis == seen.sum.lines
    with desk.seat.reading() as reading:
        assert hands_of(reading)[bundle.seq].seen_by == OTHER


def test_nobody_looks_for_themselves_and_a_wrong_password_counts_for_nothing(desk: Desk, look: SecondLook) -> None:
    assert [user.name for user in look.others()] == [OTHER]
    with pytest.raises(Mistake, match="second-look-self"):
        look.confirm("clerk", "demo", head(desk))
    with pytest.raises(Trouble, match="wrong-password"):
        look.confirm(OTHER, "đò trăng mít sao", head(desk))
    with pytest.raises(Trouble, match="unknown-user"):
        look.confirm("Người Lạ", PASSWORD, head(desk))
    assert month_contents(desk.seat).look is None


def test_an_office_that_never_asked_for_a_second_person_writes_as_before(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path / "usb")
    with desk.seat.reading() as reading:
        assert hands_of(reading)[bundle.seq].seen_by == ""
    assert not month_contents(desk.seat).second
