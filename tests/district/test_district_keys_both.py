"""The life of a desk's keys, its books and the people of the office, on both systems of databases."""

import pytest
from pretend_desk import CHEAP, PretendDesk, counting_random, enrol

from district import deeds
from district.books import clashes
from district.enrolling import Order
from district.roll import opened, roll
from district.trouble import Trouble
from district.users import Changed, Newcomer, NotLetIn
from exchange.card import Card, write_card
from exchange.keys import DeskKeys
from exchange.words import six_words


def write_birth(desk):
    figures = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": desk.unit}
    desk.add("registered", figures | {"book": "ab" * 8})


def next_card(desk, keys):
    facts = {"unit": desk.unit, "label": "Quầy 1", "register": desk.register.hex(), "keys": keys.public}
    facts |= {"replaces": desk.keys.public.verify, "made_on": "2026-11-02", "app": "test"}
    return write_card(Card(**facts), keys, desk.keys).raw


def test_a_desk_changes_its_keys_meets_another_in_its_book_and_is_revoked(district, officer, sitting, desk):
    acts, keys = district.enrolling(officer), DeskKeys.make(counting_random("new"))
    waits = acts.enrol(next_card(desk, keys), Order(desk.unit, hold=True)).document
    write_birth(desk)
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    write_birth(desk)
    desk.keys = keys
    assert sitting.receive(desk.bundle()).verdict == "waiting"
    acts.confirm(desk.number, six_words(waits).words, waits)
    assert sitting.retry(desk.number) == 1
    second = enrol(district, PretendDesk("second"), officer)
    write_birth(second)
    assert sitting.receive(second.bundle()).rivals == (desk.number,)
    with district.store.reading() as work:
        assert [clash.written for clash in clashes(work)] == [(2, 1)]
    acts.end(second.number)
    acts.revoke(desk.number, "mất máy")
    assert sitting.receive(desk.bundle()).verdict == "revoked"
    with district.store.reading() as work:
        assert [(row.desk.state, dict(row.older)) for row in roll(work)] == [("revoked", {"revoked": 1}), ("ended", {})]
        seen = opened(work, desk.number)
        assert (seen.reason, seen.head, seen.receipt) == ("mất máy", 2, 2)


def test_people_come_change_and_go_and_the_list_tells_it(district, officer):
    boss = officer, "demo"
    district.users.add(Newcomer("lan", "officer", "khóa"), boss, CHEAP)
    district.users.change(Changed("lan", "administrator", ""), boss, CHEAP)
    district.users.remove("officer", (district.users.log_in("lan", "khóa"), "khóa"))
    with pytest.raises(NotLetIn, match="last-administrator"):
        district.users.remove("lan", (district.users.log_in("lan", "khóa"), "khóa"))
    with pytest.raises(Trouble, match="wrong-password"):
        district.users.log_in("officer", "demo")
    with district.store.reading() as work:
        told = [act.act for act in work.office.acts(9, deeds.asked_for("officer", "", ("2026-11-05", "2026-11-05")))]
        assert told[:2] == ["user-change", "user-add"]
        assert work.office.actors()[0] == ("lan", "officer")
