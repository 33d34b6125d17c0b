"""What is noted about answers stays with the office, and is told with and without only where nobody is told apart."""

from datetime import UTC, datetime, timedelta

import pytest
from pretend_desk import COMMUNE, counting_random

from common.periods import read_period
from common.words import flags as words
from district import flags, ratings
from district.answers import answered_of
from district.noticing import BURST, MONTH_END, ONE_NETWORK, notice
from district.store.public_store import KeptAnswer
from district.trouble import Mistake
from district.web.faces import OfficeFace
from exchange.twins import read_either

OCTOBER = "2026-10-06"


def answer(serial, desk=1, **told):
    told = {"kind": "birth", "score": 3, "scale": 3, "channel": "qr", "answered_on": "2026-10-20"} | told
    plain = {"contradicted": False, "reasons": (), "comment": ""}
    return KeptAnswer(id=f"{serial:032x}", desk=desk, serial=serial, **(plain | told))


@pytest.fixture
def told(trial):
    """Gives the flags of answers to letters, each (serial, day handed over or None, way), once their lines came."""

    def call(letters, answers, until="2026-11-30", earlier=None):
        desk = trial.desk
        for serial, handed, way in letters:
            subject = desk.prepare_letter(serial, on=OCTOBER)
            if handed:
                given = {"letter": "birth", "delivered_on": handed, "way": way, "reaction": "none"}
                desk.add("letter-delivered", given, subject, on=handed)
        desk.register_birth(until)
        assert trial.receive().verdict == "accepted"
        return {int(id, 16): set(found) for id, found in notice(trial.work, answers, earlier or {}).items()}

    return call


def handed(serials, day="2026-10-19", way="counter"):
    return [(serial, day, way) for serial in serials]


def test_an_answer_before_its_letter_was_handed_over_is_early_and_one_of_the_same_day_is_not(told):
    letters = [(1, "2026-10-21", "counter"), (2, "2026-10-20", "counter"), (3, None, "")]
    assert told(letters, [answer(serial) for serial in (1, 2, 3)]) == {1: {"early"}, 3: {"early"}}


def test_a_hand_over_that_may_still_be_written_down_makes_nobody_early(told):
    assert told([(3, None, "")], [answer(3)], until="2026-10-26") == {}


def test_many_answers_within_an_hour_or_from_one_network_are_noted_and_fewer_are_not(told):
    crowd = [answer(serial, hour=15) for serial in range(1, BURST + 1)]
    same = [answer(serial, network="ab" * 8, answered_on="2026-10-21") for serial in range(21, 21 + ONE_NETWORK - 1)]
    found = told(handed(range(1, 40)), crowd + same)
    assert found == {serial: {"burst"} for serial in range(1, BURST + 1)}
    with_one_more = [*same, answer(39, network="ab" * 8, answered_on="2026-10-21")]
    assert set(map(frozenset, told([], with_one_more).values())) == {frozenset({"one-network"})}


def test_a_ceremony_on_that_day_explains_many_answers_at_once(told):
    hall = [answer(serial, hour=9, network="ab" * 8, answered_on="2026-10-30") for serial in range(1, 31)]
    assert told(handed(range(1, 31), "2026-10-30", "ceremony"), hall) == {}


def test_what_is_usual_for_a_large_ward_is_no_burst(told):
    days = [f"2026-10-{day}" for day in range(20, 24)]
    answers = [answer(9 * n + k, hour=9, answered_on=day) for n, day in enumerate(days) for k in range(1, 10)]
    assert told(handed(range(1, 40)), answers) == {}


def test_half_of_a_month_on_its_last_days_is_noted_and_batches_of_before_are_weighed(told):
    last = [answer(serial, answered_on="2026-10-30", hour=serial % 24) for serial in range(1, MONTH_END + 1)]
    rest = [answer(serial, answered_on="2026-10-20", hour=serial % 24) for serial in range(21, 24)]
    assert told(handed(range(1, 30)), last + rest) == {serial: {"month-end"} for serial in range(1, MONTH_END + 1)}
    assert told([], last + rest, earlier={"2026-10": 8}) == {}


def test_the_communes_own_network_and_two_different_answers_are_noted(told):
    assert told(handed((1, 2)), [answer(1, at_office=True), answer(2, contradicted=True)]) == {
        1: {"own-network"},
        2: {"contradicted"},
    }


def test_nobody_is_accused():
    said = " ".join((*words.FLAGS.values(), words.NOTE, words.HEAD))
    assert not any(word in said.lower() for word in ("gian", "giả", "lỗi", "vi phạm", "bất thường", "nghi"))


def formed(work, answers, day="2026-11-02"):
    """A batch of these answers as the office forms it, with what follows."""
    now = ratings.Round(datetime.fromisoformat(day).date(), counting_random(day + str(len(answers)) + answers[0].id))
    batches = ratings.form_batches(work, COMMUNE, ratings.Sorted(ready=tuple(answers)), now).batches
    flags.form_splits(work, COMMUNE, now)
    return batches


def some(first, n, odd=0, **told):
    """So many answers, the first of them twice answered."""
    return [answer(serial, contradicted=serial < first + odd, **told) for serial in range(first, first + n)]


NOVEMBER = read_period("2026-11")


def seen(work):
    (one,) = flags.flags_of(work, [COMMUNE], NOVEMBER)
    return one


def test_figures_without_the_noted_ones_wait_until_both_sides_are_large_enough(trial):
    work = trial.work
    formed(work, some(1, 9, odd=3, score=1))
    assert (seen(work).n, seen(work).flagged, seen(work).whole.n) == (9, 3, 0)
    assert words.TOO_FEW in seen(work).sentences
    formed(work, some(20, 8, odd=3), "2026-11-09")
    one = seen(work)
    assert (one.n, one.flagged, one.whole.by_score) == (17, 6, {"3": 8, "1": 9})
    assert (one.without.n, one.without.by_score) == (11, {"3": 5, "1": 6})
    assert one.sentences[-1] == "Bỏ 6 góp ý này, còn 11: 5 hài lòng trở lên."
    (split,) = work.splits.of_unit(COMMUNE)
    assert split.flags == {"contradicted": 6}


def test_a_batch_of_noted_answers_alone_lends_no_other_batch_its_numbers(trial):
    """Six noted alone and one noted among nine: told together, their difference would be the one."""
    work = trial.work
    formed(work, some(1, 6, odd=6))
    formed(work, some(20, 9, odd=1, score=1), "2026-11-09")
    noted = work.noted.of_unit(COMMUNE).values()
    assert sorted((one.n, bool(one.told_in)) for one in noted) == [(1, False), (6, True)]
    assert seen(work).without.n == 0


def test_scales_are_told_apart_and_together_on_three_levels_once_a_quarter_is_over(trial):
    three, five = some(1, 2, answered_on="2026-11-03"), some(20, 7, scale=5, score=4, answered_on="2026-11-03")
    work = trial.work
    (batch,) = formed(work, three + five, "2026-11-20")
    assert (batch.scale, batch.n, batch.by_score) == (5, 7, {"4": 7})
    more = some(40, 5, scale=5, score=2, answered_on="2027-01-03")
    (batch,) = formed(work, three + more, "2027-01-09")
    assert (batch.scale, batch.n, batch.by_score) == (3, 7, {"1": 5, "3": 2})


def test_reasons_wait_until_three_answers_of_their_side_have_come(trial):
    work = trial.work
    (first,) = formed(work, [*some(1, 5, reasons=("kind",)), answer(9, score=1, reasons=("slow", "rude"))])
    assert first.reasons == {"kind": 5}
    (second,) = formed(work, [*some(20, 5), answer(29, score=1, reasons=("slow",))], "2026-11-09")
    assert second.reasons == {}
    (third,) = formed(work, [*some(40, 4, reasons=("kind",)), answer(49, score=1)], "2026-11-16")
    assert third.reasons == {"kind": 4, "rude": 1, "slow": 2}
    assert all(not one.reasons for one in work.noted.of_unit(COMMUNE).values())


def test_what_was_noted_goes_along_when_a_commune_becomes_another(trial):
    work = trial.work
    formed(work, some(1, 9, odd=3))
    work.networks.add(COMMUNE, "203.0.113.0/24", "2026-11-01")
    work.batches.follow(COMMUNE, "00082")
    work.networks.follow(COMMUNE, "00082")
    (one,) = flags.flags_of(work, ["00082"], NOVEMBER)
    assert (one.flagged, dict(work.networks.of_unit("00082"))) == (3, {"203.0.113.0/24": "2026-11-01"})


def test_nothing_of_what_was_noted_is_in_a_receipt(desk, district, sitting, clock):
    for serial in range(1, 8):
        desk.prepare_letter(serial, on="2026-10-01")
        district.public.answer(desk.token(serial), 3, datetime(2026, 10, 20, 8, tzinfo=UTC))
    desk.register_birth("2026-11-01")
    handed_back = sitting.receive(desk.bundle()).receipt
    with district.store.reading() as work:
        (noted,) = work.noted.of_unit(COMMUNE).values()
        said = work.receipts.newest(desk.number).said
    assert noted.flags == {"early": 7}
    assert b"early" not in said
    assert desk.read_receipt(handed_back).batches[0].n == 7


def test_a_letter_taken_back_after_its_answer_is_told_beside(desk, district, sitting, clock):
    for serial, day in ((1, "2026-11-05"), (2, "2026-11-01")):
        subject = desk.prepare_letter(serial)
        district.public.answer(desk.token(serial), 1, clock.moment)
        desk.add("letter-voided", {"letter": "birth", "covers": 1}, subject, on=day)
    clock.moment += timedelta(days=3)
    sitting.receive(desk.bundle())
    with district.store.reading() as work:
        answered = answered_of(work, district.public, work.desks.all(), clock.moment)
    assert (answered.void, answered.voided_after) == (2, 1)


def test_a_network_is_kept_as_it_is_meant_and_reaches_the_public_face(desk, district):
    assert district.enter_network("officer", COMMUNE, " 203.0.113.9/24 ") == ("203.0.113.0/24", True)
    assert district.enter_network("officer", COMMUNE, "203.0.113.0/24") == ("203.0.113.0/24", False)
    face = read_either(district.folder.public_face, OfficeFace.from_bytes)
    assert face.desk(desk.number).networks == ("203.0.113.0/24",)
    for text in ("mạng xã", "10.0.0.0/8", "2001:db8::/20"):
        with pytest.raises(Mistake):
            district.enter_network("officer", COMMUNE, text)
    district.leave_network("officer", COMMUNE, "203.0.113.0/24")
    assert read_either(district.folder.public_face, OfficeFace.from_bytes).desk(desk.number).networks == ()
