"""An office put back from an older copy: desks keep their numbers, those that changed keys twice are taken again."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from pretend_desk import COMMUNE, OTHER_COMMUNE, PretendDesk, enrol
from test_district_rotation import card, new_keys, signed_by, states

from district.cards import NotEnrolled
from district.enrolling import Order
from district.store.desks import HIGHEST_DESK
from exchange.enrolment import open_enrolment
from exchange.words import six_words

WHY = "nơi nhận lập lại từ bản sao 01/11"


def told(enrolled, desk):
    return open_enrolment(enrolled.raw, desk.keys, desk.card().document).enrolment


def test_enrolment_numbers_rise_with_time_and_within_a_minute(district, clock):
    with district.store.reading() as work:
        first = work.desks.next_enrolment(clock())
        later = work.desks.next_enrolment(clock() + timedelta(minutes=5))
        earlier = work.desks.next_enrolment(clock() - timedelta(days=4000))
    assert (later - first, earlier) == (5, 1)
    assert 1 < first < 2**30


def test_a_desk_that_the_copy_does_not_know_keeps_its_number_and_its_codes(acts, clock):
    lost = PretendDesk("lost")
    lost.number = 7
    clock.moment += timedelta(days=1)
    enrolment = told(acts.enrol(lost.card().raw, Order(COMMUNE, number=7)), lost)
    assert (enrolment.desk, enrolment.token_key) == (7, acts.secrets.token_key(7, 1).hex())
    assert acts.enrol(PretendDesk("next").card().raw, Order(COMMUNE)).desk == 8
    with pytest.raises(NotEnrolled, match="named-other-number"):
        acts.enrol(lost.card().raw, Order(COMMUNE, number=9))
    assert told(acts.enrol(lost.card().raw, Order(COMMUNE, number=7)), lost).number > enrolment.number


def test_a_number_of_another_register_is_never_given_twice(district, acts, desk):
    lost = PretendDesk("lost")
    with pytest.raises(NotEnrolled, match="named-number-taken"):
        acts.enrol(lost.card().raw, Order(COMMUNE, number=desk.number))
    with pytest.raises(NotEnrolled, match="no-such-desk"):
        Order(COMMUNE, number=HIGHEST_DESK + 1)
    assert acts.enrol(lost.card().raw, Order(COMMUNE, number=HIGHEST_DESK)).desk == HIGHEST_DESK
    assert acts.enrol(PretendDesk("next").card().raw, Order(COMMUNE)).desk == 2
    with district.store.reading() as work:
        assert [row.number for row in work.desks.all()] == [1, 2, HIGHEST_DESK]


def test_two_changes_of_keys_ago_an_officer_says_which_desk_it_is_and_the_six_words_decide(
    district, acts, sitting, desk
):
    first, between, now = desk.keys, new_keys("between"), new_keys("now")
    desk.register_birth()
    late = desk.bundle()
    sitting.receive(late)
    desk.register_birth()
    stranger = card(desk, now, between).raw
    with pytest.raises(NotEnrolled, match="card-replaces-unknown"):
        acts.enrol(stranger, Order(COMMUNE))
    with pytest.raises(NotEnrolled, match="named-without-reason"):
        acts.enrol(stranger, Order(COMMUNE, number=desk.number))
    with pytest.raises(NotEnrolled, match="named-other-number"):
        acts.enrol(stranger, Order(COMMUNE, number=desk.number + 1, reason=WHY))
    acts.enrol(stranger, Order(COMMUNE, number=desk.number, reason=WHY))
    assert sitting.receive(signed_by(desk, now)).verdict == "waiting"
    again = acts.enrol(stranger, Order(COMMUNE))
    acts.confirm(desk.number, six_words(again.document).words)
    assert states(district, desk) == {first.key_id: "retired"}
    assert sitting.receive(late).verdict == "already-accepted"
    assert sitting.receive(desk.bundle()).detail == "key-retired"
    assert sitting.receive(signed_by(desk, now)).verdict in ("accepted", "already-accepted")
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 2
        noted = [act.subject for act in work.office.acts(20) if act.act == "enrol-anyway"]
    assert noted == [f"desk {desk.number}: {WHY}"] * 2


def test_a_stranger_of_another_register_or_of_a_revoked_desk_takes_nothing_over(district, officer, acts, desk):
    stranger = card(desk, new_keys("now"), new_keys("between")).raw
    other = enrol(district, PretendDesk("other", OTHER_COMMUNE), officer)
    with pytest.raises(NotEnrolled, match="named-other-number"):
        acts.enrol(stranger, Order(COMMUNE, number=other.number, reason=WHY))
    acts.revoke(desk.number, "mất máy")
    with pytest.raises(NotEnrolled, match="desk-revoked"):
        acts.enrol(stranger, Order(COMMUNE, number=desk.number, reason=WHY))


def test_registers_and_enrolment_numbers_are_found_by_an_index(district):
    asked = "SELECT * FROM desks WHERE register = 'a' ORDER BY number", "SELECT max(enrolment_number) FROM desks"
    with closing(sqlite3.connect(district.folder.root / "office.db")) as file:
        plans = [str(file.execute(f"EXPLAIN QUERY PLAN {one}").fetchall()) for one in asked]
    assert "ix_desks_register" in plans[0]
    assert "ix_desks_enrolment_number" in plans[1]
