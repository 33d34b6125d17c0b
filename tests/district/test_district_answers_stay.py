"""Whatever a desk writes, no answer goes away: it counts, or stands beside the figures with its reason."""

import json
from dataclasses import fields
from datetime import datetime, timedelta

import pytest
from pretend_desk import COMMUNE, Clock, PretendDesk, counting_random, enrol

from district.answers import answered_of
from district.house import World, open_district
from district.paths import Folder
from exchange.token import Token

LETTER = {"letter": "birth", "covers": 1}


def taken_back(desk, subject):
    desk.add("letter-voided", LETTER, subject, on="2026-11-20")


def taken_back_twice(desk, subject):
    taken_back(desk, subject)
    taken_back(desk, subject)


def written_anew(desk, subject):
    taken_back(desk, subject)
    desk.prepare_letter(50 + len(desk.lines), on="2026-11-20")


def struck_out(desk, subject):
    desk.add("erased", {}, subject, version=2, on="2026-11-20")


def given_twice(desk, subject):
    """The serial is told again, for a letter of another kind, and that one is taken back."""
    serial = json.loads(next(raw for raw in desk.lines if subject.encode() in raw))["figures"]["serial"]
    taken_back(desk, desk.prepare_letter(serial, "marriage", on="2026-11-20"))


ACTS = (taken_back, taken_back_twice, written_anew, struck_out, given_twice)


@pytest.mark.parametrize("before", [True, False], ids=["told before", "told at once"])
def test_an_answer_is_seen_whatever_its_desk_writes_afterwards(desk, sitting, district, clock, before):
    letters = [desk.prepare_letter(serial) for serial in range(len(ACTS))]
    if before:
        sitting.receive(desk.bundle())
    answers_to(desk, district, range(len(ACTS)), clock.moment, score=1)
    clock.moment += timedelta(days=20)
    for act, subject in zip(ACTS, letters, strict=True):
        act(desk, subject)
    for days in (0, 200):
        clock.moment += timedelta(days=days)
        sitting.receive(desk.bundle())
        assert told(district, clock) == len(ACTS)


def test_an_answer_to_a_letter_of_a_history_that_a_desk_left_is_seen(desk, sitting, district, clock):
    desk.prepare_letter(1)
    sitting.receive(desk.bundle())
    answers_to(desk, district, [1], clock.moment)
    del desk.lines[:]
    desk.register_birth("2026-11-20")
    clock.moment += timedelta(days=20)
    assert sitting.receive(desk.bundle()).verdict == "forked"
    sitting.settle(desk.number, 0, "sổ cũ đặt lại")
    assert told(district, clock) == 1


def told(district, clock):
    """On how many piles the answers lie."""
    with district.store.reading() as work:
        answered = answered_of(work, district.public, work.desks.all(), clock.moment)
    piles = [field.name for field in fields(answered) if field.name not in ("voided_after", "unreadable")]
    return sum(getattr(answered, pile) for pile in piles)


def test_a_serial_given_twice_takes_no_answer_away(desk, sitting, district, clock):
    for serial in range(1, 6):
        desk.prepare_letter(serial)
        district.public.answer(desk.token(serial), 1, clock.moment)
    for serial in range(1, 6):
        desk.prepare_letter(serial, "marriage", on="2026-11-20")
        void = desk.prepare_letter(serial, on="2026-11-20")
        taken_back(desk, void)
    clock.moment += timedelta(days=20)
    (batch,) = desk.read_receipt(sitting.receive(desk.bundle()).receipt).batches
    assert (batch.n, batch.by_score) == (5, {"1": 5})


def test_codes_that_a_desk_made_up_count_nowhere_and_one_letter_counts_once_under_all_its_kinds(
    desk, sitting, district, clock
):
    kinds = ("birth", "marriage", "death", "thanks", "apology")
    for serial in range(1, 6):
        desk.prepare_letter(serial)
        for kind in kinds:
            district.public.answer(Token(kind, desk.number, serial), 3, clock.moment)
    for serial in range(1000, 1040):
        district.public.answer(desk.token(serial), 3, clock.moment)
    district.public.answer(Token("birth", 77, 1), 3, clock.moment)
    clock.moment += timedelta(days=130)
    (batch,) = desk.read_receipt(sitting.receive(desk.bundle()).receipt).batches
    assert (batch.n, batch.kinds) == (5, ("birth",))
    with district.store.reading() as work:
        answered = answered_of(work, district.public, work.desks.all(), clock.moment)
    assert (answered.batched, answered.without_letter) == (5, 40)


def test_a_desk_that_answers_under_another_kind_neither_drops_nor_changes_the_familys_answer(
    desk, sitting, district, clock
):
    for serial in range(1, 6):
        desk.prepare_letter(serial)
        first = Token("thanks", desk.number, serial)
        district.public.answer(first, 1, clock.moment) if serial % 2 else None
        district.public.answer(desk.token(serial), 2, clock.moment)
        district.public.answer(first, 1, clock.moment)
    clock.moment += timedelta(days=2)
    (batch,) = desk.read_receipt(sitting.receive(desk.bundle()).receipt).batches
    assert (batch.n, batch.by_score, batch.kinds) == (5, {"2": 5}, ("birth",))


@pytest.fixture
def copied(district, tmp_path):
    """Gives an office as it was when it was copied, put back on a day."""
    made = []

    def copy():
        path = tmp_path / "copy"
        path.mkdir()
        (path / "keys.json").write_bytes(district.folder.keys.read_bytes())
        for file in district.folder.root.iterdir():
            if file.suffix != ".db" and file.is_file() and not (path / file.name).exists():
                (path / file.name).write_bytes(file.read_bytes())
        district.public.backup_to(path / "public.db")
        district.store.backup_to(path / "office.db")

        def put_back(clock):
            office = open_district(Folder(path), None, World(clock, counting_random("put back")))
            made.append(office)
            return office, office.sitting(office.users.log_in("officer", "demo"))

        return put_back

    yield copy
    for office in made:
        office.close()


def answers_to(desk, district, serials, at, score=3):
    for serial in serials:
        district.public.answer(desk.token(serial), score, at)


def day(text):
    return datetime.fromisoformat(f"{text}T05:00:00+00:00")


def sent(desk, sitting, last_receipt=0):
    desk.register_birth()
    return desk.read_receipt(sitting.receive(desk.bundle(last_receipt=last_receipt)).receipt)


def test_an_office_put_back_tells_a_desk_nothing_twice_and_nobody_by_a_difference(
    desk, sitting, district, clock, copied
):
    for serial in range(1, 30):
        desk.prepare_letter(serial)
    answers_to(desk, district, range(1, 6), day("2026-11-02"))
    answers_to(desk, district, [6], day("2026-11-04"), score=1)  # may still be changed on the fifth
    put_back = copied()
    (first,) = sent(desk, sitting).batches
    assert first.n == 5
    clock = Clock(day("2026-11-10"))
    office, again = put_back(clock)
    assert sent(desk, again, last_receipt=1).batches == (), "six that went as five: their difference is one"
    answers_to(desk, office, range(7, 17), day("2026-11-12"))
    clock.moment = day("2026-11-20")
    batches = sent(desk, again, last_receipt=1).batches
    assert [batch.n for batch in batches] == [5]
    with office.store.reading() as work:
        held = work.batches.of_unit(COMMUNE)
    assert sorted(batch.n for batch in held) == [5, 11], "the office has all; eleven the desk is not told"
    assert first.id not in {batch.id for batch in batches}


def test_a_desk_that_never_heard_of_the_lost_time_is_told_as_ever(desk, sitting, district, clock, copied):
    for serial in range(1, 30):
        desk.prepare_letter(serial)
    answers_to(desk, district, range(1, 7), day("2026-11-02"))
    put_back = copied()
    clock = Clock(day("2026-11-10"))
    office, again = put_back(clock)
    assert sent(desk, again).batches == (), "they count for no size of their own"
    answers_to(desk, office, range(7, 12), day("2026-11-12"))
    clock.moment = day("2026-11-20")
    assert [batch.n for batch in sent(desk, again).batches] == [11]


def test_answers_of_before_wait_until_each_desk_of_the_commune_has_spoken(
    desk, sitting, district, clock, officer, copied
):
    second = enrol(district, PretendDesk("second"), officer)
    for serial in range(1, 30):
        desk.prepare_letter(serial)
    answers_to(desk, district, range(1, 6), day("2026-11-02"))
    put_back = copied()
    assert [batch.n for batch in sent(desk, sitting).batches] == [5]
    clock = Clock(day("2026-11-10"))
    office, again = put_back(clock)
    sent(desk, again, last_receipt=0)
    answers_to(desk, office, range(7, 12), day("2026-11-12"))
    clock.moment = day("2026-11-20")
    desk.register_birth()
    assert [batch.n for batch in sent(desk, again).batches] == [5], "those that came since"
    assert sent(second, again).batches[0].n == 5
    answers_to(desk, office, range(12, 17), day("2026-11-21"))
    clock.moment = day("2026-11-25")
    assert sorted(batch.n for batch in sent(second, again).batches) == [5, 10]
