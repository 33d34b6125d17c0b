"""A desk changes its keys, is revoked, ends: whichever file comes in whichever order."""

from dataclasses import replace

import pytest
from pretend_desk import COMMUNE, NOON, PretendDesk, counting_random, enrol

from district.cards import NotEnrolled
from district.enrolling import Order, first_wrong
from exchange.card import Card, write_card
from exchange.enrolment import open_enrolment
from exchange.keys import DeskKeys
from exchange.receipt import open_receipt
from exchange.words import six_words


def card(desk, keys, previous=None, **changed):
    facts = {"unit": desk.unit, "label": "Quầy 1", "register": desk.register.hex(), "keys": keys.public}
    facts |= {"replaces": previous.public.verify if previous else "", "made_on": "2026-11-02", "app": "test"}
    return write_card(Card(**facts | changed), keys, previous)


def new_keys(seed="new keys"):
    return DeskKeys.make(counting_random(seed))


def wait_with(acts, desk, keys, unit=COMMUNE):
    """The new card is taken in, its words wait; gives the enrolment's identity."""
    return acts.enrol(card(desk, keys, desk.keys).raw, Order(unit, hold=True)).document


def signed_by(desk, keys, **changed):
    """A bundle of everything the desk has, under these keys."""
    before, desk.keys = desk.keys, keys
    raw = desk.bundle(**changed)
    desk.keys = before
    return raw


def states(district, desk):
    with district.store.reading() as work:
        return {key.key_id: key.state for key in work.keys.of_desk(desk.number)}


def test_until_its_words_are_ticked_the_new_key_waits_and_the_old_one_is_good(district, acts, sitting, desk):
    keys = new_keys()
    wait_with(acts, desk, keys)
    desk.register_birth()
    desk.register_birth()
    assert sitting.receive(signed_by(desk, keys)).verdict == "waiting"
    assert sitting.receive(desk.bundle(head=1)).applied == 1
    assert sitting.retry(desk.number) == 0
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 1
        assert work.desks.get(desk.number).key_id == desk.keys.key_id


def test_ticked_the_new_key_counts_and_what_waited_is_taken(district, acts, sitting, desk):
    keys, old = new_keys(), desk.keys
    document = wait_with(acts, desk, keys)
    desk.register_birth()
    assert sitting.receive(signed_by(desk, keys)).verdict == "waiting"
    acts.confirm(desk.number, six_words(document).words, document)
    assert states(district, desk) == {old.key_id: "older"}
    assert sitting.retry(desk.number) == 1
    assert states(district, desk) == {old.key_id: "retired"}
    assert open_receipt(sitting.newest_receipt(desk.number).raw, keys, desk.office.verify).receipt.upto == 1


def test_the_older_key_is_good_until_the_desk_has_changed_over_and_opens_only_its_own_time_after(
    district, acts, sitting, desk
):
    keys, old = new_keys(), desk.keys
    desk.register_birth()
    late = desk.bundle()
    document = wait_with(acts, desk, keys)
    acts.confirm(desk.number, six_words(document).words)
    desk.register_birth()
    before_its_own_tick = desk.bundle()
    decision = sitting.receive(before_its_own_tick)
    assert decision.verdict == "accepted"
    assert open_receipt(decision.receipt.raw, keys, desk.office.verify)
    desk.register_birth()
    assert sitting.receive(signed_by(desk, keys)).verdict == "accepted"
    assert states(district, desk) == {old.key_id: "retired"}
    assert sitting.receive(late).verdict == "already-accepted"
    desk.register_birth()
    refused = sitting.receive(desk.bundle())
    assert (refused.verdict, refused.detail, refused.receipt) == ("unknown-sender", "key-retired", None)
    assert sitting.receive(signed_by(desk, keys)).verdict == "accepted"


def test_a_long_history_in_parts_comes_whole_though_its_first_part_was_signed_before(district, acts, sitting, desk):
    keys = new_keys()
    desk.register_birth()
    first = desk.bundle()
    desk.register_birth()
    document = wait_with(acts, desk, keys)
    acts.confirm(desk.number, six_words(document).words)
    assert sitting.receive(signed_by(desk, keys, basis=1)).verdict == "waiting"
    assert sitting.receive(first).verdict == "accepted"
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 2


def test_another_history_under_a_retired_key_is_refused_and_not_even_kept(district, acts, sitting, desk):
    keys = new_keys()
    desk.register_birth()
    document = wait_with(acts, desk, keys)
    acts.confirm(desk.number, six_words(document).words)
    assert sitting.receive(signed_by(desk, keys)).verdict == "accepted"
    thief = replace(desk, lines=[])
    thief.number, thief.office, thief.keys, thief.register = desk.number, desk.office, desk.keys, desk.register
    thief.register_birth(on="2026-10-09")
    assert sitting.receive(thief.bundle()).detail == "key-retired"
    with district.store.reading() as work:
        assert work.bundles.kept(desk.number, "forked") == ()


def test_number_token_key_and_register_stay_and_the_enrolment_rises(acts, desk):
    keys = new_keys()
    new = card(desk, keys, desk.keys)
    enrolled = acts.enrol(new.raw, Order(desk.unit, hold=True))
    told = open_enrolment(enrolled.raw, keys, new.document).enrolment
    assert (told.desk, told.token_key, told.token_generation) == (desk.number, desk.token_key, 1)
    again = acts.enrol(new.raw, Order(desk.unit, hold=True))
    assert open_enrolment(again.raw, keys, new.document).enrolment.number == told.number + 1


def test_the_old_card_shown_again_after_the_change_gives_no_key_back(acts, desk):
    document = wait_with(acts, desk, new_keys())
    acts.confirm(desk.number, six_words(document).words)
    with pytest.raises(NotEnrolled, match="card-of-older-key"):
        acts.enrol(desk.card().raw, Order(desk.unit))


def test_a_desk_put_back_from_an_old_copy_changes_over_from_the_key_that_it_still_knows(district, acts, sitting, desk):
    second, third = new_keys("second"), new_keys("third")
    desk.register_birth()
    acts.confirm(desk.number, six_words(wait_with(acts, desk, second)).words)
    assert sitting.receive(signed_by(desk, second)).verdict == "accepted"
    acts.confirm(desk.number, six_words(wait_with(acts, desk, third)).words)
    desk.register_birth()
    assert sitting.receive(signed_by(desk, third)).verdict == "accepted"
    assert states(district, desk) == {desk.keys.key_id: "retired", second.key_id: "retired"}


def test_a_known_desk_that_shows_its_card_again_goes_on_working_while_the_words_wait(district, acts, sitting, desk):
    document = acts.enrol(desk.card().raw, Order(desk.unit, phone="0200 1", hold=True)).document
    desk.register_birth()
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    acts.confirm(desk.number, six_words(document).words)
    with district.store.reading() as work:
        assert work.desks.get(desk.number).phone == "0200 1"
        assert work.keys.of_desk(desk.number) == ()


def test_the_words_that_a_stale_page_shows_tick_nothing(district, acts, desk):
    stale = wait_with(acts, desk, new_keys())
    newer = wait_with(acts, desk, new_keys())
    with pytest.raises(NotEnrolled, match="words-elsewhere"):
        acts.confirm(desk.number, six_words(stale).words, stale)
    with pytest.raises(NotEnrolled, match="other-words"):
        acts.confirm(desk.number, six_words(stale).words)
    acts.confirm(desk.number, six_words(newer).words, newer)
    with pytest.raises(NotEnrolled, match="nothing-waits"):
        acts.confirm(desk.number, six_words(newer).words, newer)


def test_an_enrolment_that_comes_while_the_words_of_another_are_checked_is_not_ticked_with_them(
    district, acts, desk, monkeypatch
):
    document, later = wait_with(acts, desk, new_keys()), []

    def meanwhile(asked):
        later.append(wait_with(acts, desk, new_keys("thief")))
        return six_words(asked)

    monkeypatch.setattr("district.enrolling.six_words", meanwhile)
    with pytest.raises(NotEnrolled, match="words-elsewhere"):
        acts.confirm(desk.number, six_words(document).words)
    with district.store.reading() as work:
        assert work.desks.get(desk.number).key_id == desk.keys.key_id


def test_the_first_wrong_word_is_named_and_marks_and_capitals_do_not_count():
    right = ("sen", "trống", "lúa", "thuyền", "mây", "chàm")
    assert first_wrong(["SEN", "trong", "lua", "thuyen", "may", "cham"], right) == 0
    assert first_wrong(["sen", "trống", "mít", "thuyền", "mây", "chàm"], right) == 3
    assert first_wrong(["sen", "trống"], right) == 3
    assert first_wrong([*right, "sen"], right) == 7
    assert first_wrong([], right) == 1


def test_what_waits_can_be_dropped_and_shown_again(district, acts, sitting, officer):
    newcomer = PretendDesk("newcomer")
    enrol(district, newcomer, officer, hold=True)
    newcomer.register_birth()
    assert sitting.receive(newcomer.bundle()).verdict == "waiting"
    acts.drop(newcomer.number)
    assert sitting.receive(newcomer.bundle()).verdict == "unknown-sender"
    with pytest.raises(NotEnrolled, match="nothing-waits"):
        acts.drop(newcomer.number)
    again = acts.enrol(newcomer.card().raw, Order(COMMUNE, hold=True))
    assert again.desk == newcomer.number
    acts.confirm(again.desk, six_words(again.document).words)
    assert sitting.retry(again.desk) == 1


def test_dropping_a_change_of_keys_leaves_the_desk_as_it_was(district, acts, sitting, desk):
    keys = new_keys()
    wait_with(acts, desk, keys)
    acts.drop(desk.number)
    desk.register_birth()
    assert sitting.receive(signed_by(desk, keys)).verdict == "unknown-sender"
    assert sitting.receive(desk.bundle()).verdict == "accepted"


def test_after_revoking_nothing_new_is_taken_under_any_key_of_the_desk(district, acts, sitting, desk, officer):
    old, second, third = desk.keys, new_keys("second"), new_keys("third")
    desk.register_birth()
    acts.confirm(desk.number, six_words(wait_with(acts, desk, second)).words)
    desk.keys = second
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    desk.register_birth()
    desk.register_birth()
    assert sitting.receive(desk.bundle(basis=2)).verdict == "waiting"
    wait_with(acts, desk, third)
    assert sitting.receive(signed_by(desk, third)).verdict == "waiting"
    acts.revoke(desk.number, "máy bị lấy mất")
    for keys in (old, second, third):
        assert sitting.receive(signed_by(desk, keys)).verdict == "revoked"
        assert sitting.receive(signed_by(desk, keys, head=1)).verdict == "revoked"
    assert sitting.retry(desk.number) == 0
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 1
        assert {key.state for key in work.keys.of_desk(desk.number)} == {"revoked"}
        assert "máy bị lấy mất" in work.keys.get(second.key_id).terms


def test_only_the_keys_of_before_can_be_revoked(district, acts, sitting, desk):
    keys = new_keys()
    desk.register_birth()
    late = desk.bundle()
    acts.confirm(desk.number, six_words(wait_with(acts, desk, keys)).words)
    assert acts.revoke_older(desk.number, "máy cũ bị lấy mất") == 1
    assert sitting.receive(late).verdict == "revoked"
    assert sitting.receive(signed_by(desk, keys)).verdict == "accepted"


def test_a_desk_that_ended_still_has_its_late_sticks_taken(district, acts, sitting, desk):
    desk.register_birth()
    acts.end(desk.number)
    assert sitting.receive(desk.bundle()).verdict == "accepted"
    with pytest.raises(NotEnrolled, match="desk-not-in-use"):
        acts.end(desk.number)


def test_a_card_with_a_copied_key_id_takes_no_desk_over(acts, desk):
    copied = DeskKeys(desk.keys.number, b"s" * 32, b"r" * 32)
    with pytest.raises(NotEnrolled, match="card-key-copied"):
        acts.enrol(card(desk, copied).raw, Order(desk.unit))
    with pytest.raises(NotEnrolled, match="card-replaces-unknown"):
        acts.enrol(card(desk, new_keys(), copied).raw, Order(desk.unit))


def test_a_card_that_tells_the_register_of_another_desk_is_refused(district, acts, desk):
    with pytest.raises(NotEnrolled, match="card-register-known"):
        acts.enrol(card(desk, new_keys()).raw, Order(desk.unit))
    other = PretendDesk("other").register.hex()
    for keys, before in ((desk.keys, None), (new_keys(), desk.keys)):
        with pytest.raises(NotEnrolled, match="card-other-register"):
            acts.enrol(card(desk, keys, before, register=other).raw, Order(desk.unit))


def test_nothing_grows_out_of_a_revoked_desk(acts, desk):
    wait_with(acts, desk, new_keys("waits"))
    acts.revoke(desk.number, "mất máy")
    with pytest.raises(NotEnrolled, match="desk-revoked"):
        acts.enrol(desk.card().raw, Order(desk.unit))
    with pytest.raises(NotEnrolled, match="card-replaces-revoked"):
        acts.enrol(card(desk, new_keys(), desk.keys).raw, Order(desk.unit))
    with pytest.raises(NotEnrolled, match="desk-revoked"):
        acts.enrol(card(desk, new_keys("waits"), desk.keys).raw, Order(desk.unit))


def test_a_card_that_follows_one_still_waiting_is_told_to_wait_its_turn(acts, desk):
    second = new_keys("second")
    wait_with(acts, desk, second)
    with pytest.raises(NotEnrolled, match="card-replaces-waiting"):
        acts.enrol(card(desk, new_keys("third"), second).raw, Order(desk.unit))


def test_a_desk_enrolled_late_brings_all_its_months_at_once(district, clock, acts, sitting, officer):
    clock.moment = NOON.replace(month=12)
    late = enrol(district, PretendDesk("late"), officer)
    for month in range(3, 12):
        late.register_birth(on=f"2026-{month:02d}-10")
        late.prepare_letter(month, on=f"2026-{month:02d}-11") if month > 10 else None
    assert sitting.receive(late.bundle(period="2026-11")).applied == 10


def test_a_desk_that_waited_in_an_earlier_version_of_the_program_is_ticked_by_its_own_words(district, acts, officer):
    document = acts.enrol(PretendDesk("waits").card().raw, Order(COMMUNE, hold=True)).document
    with district.store.work() as work:
        (number,) = (desk.number for desk in work.desks.all() if desk.state == "waiting")
        work.keys.drop(work.keys.waiting(number).key_id)
    acts.confirm(number, six_words(document).words)
    with district.store.reading() as work:
        assert work.desks.get(number).state == "enrolled"
