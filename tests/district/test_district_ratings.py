"""Answers count when their letter has come, and leave only in groups.

On files of SQLite, and in part on a PostgreSQL server; all of it there under ENDURE=1.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pretend_desk import OTHER_COMMUNE, PretendDesk, enrol

from common.periods import read_period
from district import ratings
from district.answers import answered_of
from district.reports import figures
from district.store.public_store import Words
from exchange.token import Token

NOVEMBER = read_period("2026-11")


def tap(district, token, score=3, comment=""):
    answered = district.public.answer(token, score, district.world.now())
    if comment:
        district.public.add_words(token, answered.change_key, Words(comment=comment), district.world.now())
    return answered


@pytest.fixture
def letters(desk):
    """Seven birth letters with serials 1 to 7, reported in one bundle."""
    for serial in range(1, 8):
        desk.register_birth()
        desk.prepare_letter(serial)
    return desk


def next_week(clock):
    clock.moment += timedelta(days=7)


def waiting(district):
    with district.store.reading() as work:
        return answered_of(work, district.public, work.desks.all(), district.world.now())


def test_five_answers_to_letters_that_came_make_one_batch_in_the_receipt(letters, sitting, district, clock):
    for serial, score, comment in ((1, 3, "Cảm ơn"), (2, 1, "Chờ lâu"), (3, 2, ""), (4, 3, "Ấm lòng"), (5, 3, "")):
        tap(district, letters.token(serial), score, comment)
    next_week(clock)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    (batch,) = receipt.batches
    assert (batch.n, batch.by_score, batch.by_channel) == (5, {"1": 1, "2": 1, "3": 3}, {"qr": 5})
    assert batch.comments == ("Chờ lâu", "Cảm ơn", "Ấm lòng")
    assert batch.kinds == ("birth",)
    assert district.public.waiting(letters.number) == ()
    with district.store.reading() as work:
        report = figures(work, work.desks.all(), NOVEMBER)
    assert report.ratings.n == 5


def test_answers_that_came_before_their_letter_wait_and_then_count(letters, sitting, district, clock):
    raw = letters.bundle()
    for serial in range(1, 6):
        tap(district, letters.token(serial))
    next_week(clock)
    assert waiting(district).unmatched == 5
    assert sitting.receive(raw).verdict == "accepted"
    assert (waiting(district).unmatched, waiting(district).batched) == (0, 5)


def test_four_answers_wait_for_a_fifth_and_nothing_of_them_is_told(letters, sitting, district, clock):
    for serial in range(1, 5):
        tap(district, letters.token(serial))
    next_week(clock)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert receipt.batches == ()
    assert waiting(district).for_group == 4


def test_what_an_ended_quarter_left_may_go_as_three(letters, sitting, district, clock):
    for serial in range(1, 4):
        tap(district, letters.token(serial))
    clock.moment = datetime(2027, 1, 2, 5, 0, tzinfo=UTC)
    tap(district, letters.token(4))
    clock.moment += timedelta(days=2)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert [batch.n for batch in receipt.batches] == [3]
    assert waiting(district).for_group == 1


def test_answers_that_may_still_be_changed_wait_while_the_others_form_a_group(letters, sitting, district, clock):
    for serial in range(1, 6):
        tap(district, letters.token(serial))
    next_week(clock)
    tap(district, letters.token(6))
    raw = letters.bundle()
    (batch,) = letters.read_receipt(sitting.receive(raw).receipt).batches
    assert batch.n == 5
    assert (waiting(district).changeable, waiting(district).for_group) == (1, 0)


def test_fresh_answers_form_a_group_where_no_settled_ones_do(letters, sitting, district):
    for serial in range(1, 6):
        tap(district, letters.token(serial))
    (batch,) = letters.read_receipt(sitting.receive(letters.bundle()).receipt).batches
    assert batch.n == 5
    assert waiting(district).changeable == 0


def test_answers_without_a_letter_a_voided_letter_or_of_another_kind_never_count(letters, sitting, district, clock):
    void = letters.add("letter-prepared", {"letter": "birth", "serial": 50, "covers": 1})
    letters.add("letter-voided", {"letter": "birth", "covers": 1}, subject=void)
    for token in (letters.token(50), letters.token(99), letters.token(7, "marriage")):
        tap(district, token)
    for serial in range(1, 5):
        tap(district, letters.token(serial))
    next_week(clock)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert receipt.batches == ()
    assert (waiting(district).for_group, waiting(district).unmatched) == (4, 2)
    clock.moment += timedelta(days=121)
    assert waiting(district).without_letter == 2


def test_a_twin_letter_that_lost_one_child_still_counts(letters, sitting, district, clock):
    twins = letters.add("letter-prepared", {"letter": "birth", "serial": 60, "covers": 2})
    letters.add("letter-voided", {"letter": "birth", "covers": 1}, subject=twins)
    for serial in (1, 2, 3, 4, 60):
        tap(district, letters.token(serial))
    next_week(clock)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert [batch.n for batch in receipt.batches] == [5]


def test_kinds_are_pooled_unless_each_has_enough(letters, sitting, district, clock):
    for serial in range(20, 26):
        letters.prepare_letter(serial, "marriage")
    for serial in range(1, 8):
        tap(district, letters.token(serial))
    for serial in range(20, 23):
        tap(district, letters.token(serial, "marriage"))
    next_week(clock)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert [(batch.n, batch.kinds) for batch in receipt.batches] == [(10, ("birth", "marriage"))]


def test_each_kind_goes_by_itself_when_all_have_enough(letters, sitting, district, clock):
    for serial in range(20, 26):
        letters.prepare_letter(serial, "marriage")
    for serial in range(1, 7):
        tap(district, letters.token(serial))
        tap(district, letters.token(serial + 19, "marriage"))
    next_week(clock)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert sorted((batch.n, batch.kinds) for batch in receipt.batches) == [(6, ("birth",)), (6, ("marriage",))]


def test_a_batch_is_sent_again_until_the_desk_names_its_receipt(letters, sitting, district, clock):
    for serial in range(1, 6):
        tap(district, letters.token(serial))
    next_week(clock)
    first = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    letters.register_birth()
    lost = letters.read_receipt(sitting.receive(letters.bundle(basis=0, last_receipt=0)).receipt)
    assert [batch.id for batch in lost.batches] == [batch.id for batch in first.batches]
    letters.register_birth()
    known = letters.read_receipt(sitting.receive(letters.bundle(basis=first.upto, last_receipt=1)).receipt)
    assert known.batches == ()


def test_a_round_that_crashed_before_the_rows_shrank_counts_nobody_twice(letters, sitting, district, clock):
    for serial in range(1, 6):
        tap(district, letters.token(serial))
    next_week(clock)
    raw = letters.bundle()

    class Cut(type(district.public)):
        def shrink(self, ids):
            raise OSError("power cut")

    cut = Cut(district.public._engine, district.world.random)
    with pytest.raises(OSError, match="power cut"):
        replace(sitting, public=cut).receive(raw)
    assert len(district.public.waiting(letters.number)) == 5
    sitting.receive(raw)
    assert district.public.waiting(letters.number) == ()
    assert waiting(district).batched == 5


def test_answers_of_two_communes_are_never_put_together(letters, sitting, district, clock, officer):
    other = enrol(district, PretendDesk("other", OTHER_COMMUNE), officer)
    other.prepare_letter(1)
    tap(district, Token("birth", other.number, 1))
    for serial in range(1, 5):
        tap(district, letters.token(serial))
    next_week(clock)
    sitting.receive(other.bundle())
    assert letters.read_receipt(sitting.receive(letters.bundle()).receipt).batches == ()


def test_an_office_that_was_promised_more_than_five_keeps_its_own_group(letters, sitting, district, clock):
    with district.store.work() as work:
        row = work.desks.get(letters.number)
        work.desks.renew(replace(row, smallest_group=8))
    for serial in range(1, 8):
        tap(district, letters.token(serial))
    clock.moment = datetime(2027, 2, 2, 5, 0, tzinfo=UTC)
    assert letters.read_receipt(sitting.receive(letters.bundle()).receipt).batches == ()
    with district.store.reading() as work:
        assert ratings.smallest_group(work, letters.unit) == 8


def test_words_sent_at_once_travel_sealed_in_the_receipt_until_the_desk_has_them(letters, sitting, district, clock):
    recipient = letters.keys.public.receive
    key = tap(district, letters.token(1), 1).change_key
    asked = Words(comment="Xin gọi lại", send_now=True, call_back="0912345678")
    assert district.public.add_words(letters.token(1), key, asked, clock.moment, recipient)
    key = tap(district, letters.token(2), 3).change_key
    assert district.public.add_words(
        letters.token(2), key, Words(comment="Cảm ơn xã", send_now=True), clock.moment, recipient
    )
    raw = letters.bundle()
    handed = sitting.receive(raw).receipt
    receipt = letters.read_receipt(handed)
    assert [(one.phone, one.text) for one in receipt.call_backs] == [("0912345678", "Xin gọi lại")]
    assert [one.text for one in receipt.messages] == ["Cảm ơn xã"]
    assert sitting.receive(raw).receipt.raw == handed.raw
    letters.register_birth()
    later = letters.read_receipt(sitting.receive(letters.bundle(basis=receipt.upto, last_receipt=1)).receipt)
    assert (later.call_backs, later.messages) == ((), ())
    assert district.public.sealed_messages(letters.number) == ()


def test_a_note_that_cannot_be_opened_blocks_no_receipt(letters, sitting, district, clock):
    stranger = PretendDesk("stranger")
    key = tap(district, letters.token(1), 1).change_key
    words = Words(comment="Xin gọi lại", send_now=True)
    district.public.add_words(letters.token(1), key, words, clock.moment, stranger.keys.public.receive)
    receipt = letters.read_receipt(sitting.receive(letters.bundle()).receipt)
    assert (receipt.messages, len(receipt.notes)) == ((), 1)
