"""The check draw: a few letters with each receipt, drawn once, told until the desk knows, answered by its lines."""

from datetime import timedelta

import pytest

from district import draws


@pytest.fixture
def month(trial):
    """Nine letters handed over and one that was not."""
    for serial in range(1, 10):
        handed(trial.desk, serial, "2026-10-08")
    trial.desk.prepare_letter(10)
    return trial


def handed(desk, serial, on="2026-10-20"):
    subject = desk.prepare_letter(serial)
    given = {"letter": "birth", "delivered_on": on, "way": "home", "reaction": "none"}
    desk.add("letter-delivered", given, subject, on=on)
    return given, subject


def drawn(receipt):
    return {one.serial for one in receipt.draw}


def held(trial):
    return trial.work.draws.of_desk(trial.desk.number)


def receipts_of(rows):
    return {row.receipt for row in rows}


def test_five_of_the_letters_handed_over_are_drawn_and_kept(month):
    receipt = month.receive()
    rows = held(month)
    assert len(drawn(receipt)) == 5
    assert drawn(receipt) < set(range(1, 10))
    assert receipts_of(rows) == {1}
    assert ({row.serial for row in rows}, {row.found for row in rows}) == (drawn(receipt), {""})


def test_at_most_two_letters_are_drawn_for_their_answer_alone(desk, sitting, district, clock):
    for serial in range(1, 9):
        desk.prepare_letter(serial)
        district.public.answer(desk.token(serial), 3, clock.moment)
    clock.moment += timedelta(days=2)
    assert len(drawn(desk.read_receipt(sitting.receive(desk.bundle()).receipt))) == 2
    desk.register_birth()
    assert drawn(desk.read_receipt(sitting.receive(desk.bundle(basis=8, last_receipt=1)).receipt)) == set(), (
        "their answers have left"
    )


def test_a_draw_is_told_again_until_the_desk_names_its_receipt_and_no_letter_is_drawn_twice(month):
    first = month.receive()
    handed(month.desk, 20)
    lost = month.receive()
    assert drawn(lost) == drawn(first) | {20}, "what was handed over before the first receipt had its chance"
    month.desk.register_birth()
    known = month.receive(basis=first.upto, last_receipt=2)
    assert (drawn(known), receipts_of(held(month))) == (set(), {1, 2})


def test_a_letter_whose_hand_over_is_told_again_is_not_drawn_again(trial):
    told = [handed(trial.desk, serial) for serial in range(1, 8)]
    first = trial.receive()
    for given, subject in told:
        trial.desk.add("letter-delivered", given | {"reaction": "good"}, subject, version=2)
    second = trial.receive(basis=first.upto, last_receipt=1)
    assert drawn(second) == set(range(1, 8)) - drawn(first)


def test_the_same_bundle_again_brings_the_same_file_and_no_draw(month):
    raw = month.desk.bundle()
    first, again = (month.sitting.decide(month.work, raw)[0].receipt for _ in range(2))
    assert (again.raw, again.fresh) == (first.raw, False)
    assert receipts_of(held(month)) == {1}


def test_what_the_desk_shows_is_kept_and_what_was_never_drawn_is_not(month):
    first = month.receive()
    serial = min(drawn(first))
    told = {"receipt": 1, "serial": serial, "found": "signed", "shown_on": "2026-11-09"}
    month.desk.add("check-shown", told)
    month.desk.add("check-shown", told | {"serial": 4000})
    month.desk.add("check-shown", told | {"serial": max(drawn(first)), "found": "missing"})
    later = month.receive(basis=first.upto, last_receipt=0)
    assert sorted(row.found for row in held(month)) == ["", "", "", "missing", "signed"]
    assert drawn(later) == drawn(first) - {serial, max(drawn(first))}, "what is shown is not asked for again"


def test_a_letter_told_again_under_a_later_receipt_is_the_one_drawn_before(month):
    first = month.receive()
    month.desk.register_birth()
    month.receive()
    told = {"receipt": 2, "serial": min(drawn(first)), "found": "unsigned", "shown_on": "2026-11-09"}
    month.desk.add("check-shown", told)
    month.receive()
    assert {(one.receipt, one.found) for one in held(month) if one.found} == {(1, "unsigned")}


def test_a_desk_that_shows_nothing_is_not_asked_for_more_and_more(trial):
    for step in range(6):
        for serial in range(100 * step, 100 * step + 6):
            handed(trial.desk, serial)
        receipt = trial.receive()
    assert len(drawn(receipt)) == draws.MOST_OPEN


def test_a_forked_bundle_gets_no_draw(month):
    month.receive()
    del month.desk.lines[5:]
    month.desk.register_birth("2026-10-30")
    handed(month.desk, 77)
    assert month.receive().verdict == "forked"
    assert receipts_of(held(month)) == {1}
