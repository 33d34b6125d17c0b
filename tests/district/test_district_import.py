"""Bundles come in: late, twice, in any order, forked, damaged, from strangers.

On files of SQLite, and in part on a PostgreSQL server; all of it there under ENDURE=1.
"""

import json

import msgspec
import pytest
from pretend_desk import OTHER_COMMUNE, PretendDesk, enrol, state_of

from common.periods import read_period
from district.reports import figures
from exchange.bundle import seal_bundle

OCTOBER = read_period("2026-10")


def births(district):
    with district.store.reading() as work:
        return figures(work, work.desks.all(), OCTOBER).events["birth"]


def test_a_bundle_is_taken_and_answered_with_a_receipt_up_to_its_head(sitting, desk, district):
    for _ in range(3):
        desk.register_birth()
    decision = sitting.receive(desk.bundle())
    assert (decision.verdict, decision.applied, decision.set_aside) == ("accepted", 3, 0)
    receipt = desk.read_receipt(decision.receipt)
    assert (receipt.number, receipt.upto, receipt.digest_at_upto) == (1, 3, desk.digest(3).hex())
    assert births(district) == 3


def test_the_same_bundle_fifty_times_ends_in_the_same_state_and_the_same_receipt(sitting, desk, district):
    desk.register_birth()
    raw = desk.bundle()
    first = sitting.receive(raw)
    state = state_of(district)
    with district.store.reading() as work:
        acts = work.office.acts(100)
    for _ in range(49):
        again = sitting.receive(raw)
        assert again.verdict == "already-accepted"
        assert again.receipt.raw == first.receipt.raw
        assert again.known_on == "2026-11-05T05:00:00Z"
    assert state_of(district) == state
    with district.store.reading() as work:
        assert work.office.acts(100) == acts
        assert work.receipts.next_number(desk.number) == 2


def test_a_bundle_beyond_our_head_waits_and_is_healed_by_the_one_before(sitting, desk, district):
    desk.register_birth()
    early = desk.bundle()
    desk.register_birth()
    late = desk.bundle(basis=1)
    waiting = sitting.receive(late)
    assert waiting.verdict == "waiting"
    assert desk.read_receipt(waiting.receipt).upto == 0
    accepted = sitting.receive(early)
    assert accepted.verdict == "accepted"
    assert desk.read_receipt(accepted.receipt).upto == 2
    assert [d.verdict for d in sitting.heal([waiting, accepted])] == ["accepted", "accepted"]
    assert births(district) == 2
    with district.store.reading() as work:
        assert work.bundles.kept(desk.number, "waiting") == ()


def test_a_cumulative_bundle_heals_a_lost_stick(sitting, desk, district):
    desk.register_birth()
    desk.bundle()
    desk.register_birth()
    assert sitting.receive(desk.bundle()).applied == 2
    assert births(district) == 2


def restored(desk, keep):
    """The desk as it is after an old backup was put back and other work was done."""
    desk.lines = desk.lines[:keep]
    desk.register_birth(on="2026-10-09")
    return desk


def test_a_fork_is_named_and_nothing_of_it_is_taken(sitting, desk, district):
    for _ in range(4):
        desk.register_birth()
    sitting.receive(desk.bundle())
    before = state_of(district)
    decision = sitting.receive(restored(desk, 2).bundle(seq=1))
    assert decision.verdict == "forked"
    assert decision.known_on
    receipt = desk.read_receipt(decision.receipt)
    assert (receipt.verdict, receipt.upto) == ("forked", 2)
    assert state_of(district) == before


def test_a_person_ends_a_fork_by_setting_our_lines_aside_whole(sitting, desk, district):
    for _ in range(4):
        desk.register_birth()
    sitting.receive(desk.bundle())
    forked = restored(desk, 2).bundle()
    sitting.receive(forked)
    assert sitting.settle(desk.number, 2, "ổ đĩa hỏng").aside == 2
    assert births(district) == 3
    receipt = desk.read_receipt(sitting.receive(forked).receipt)
    assert receipt.upto == 3
    (fork,) = receipt.forks
    assert receipt.set_aside == (), "a position that is taken by another line now says nothing to the desk"
    assert (fork.after, [line.position for line in fork.lines]) == (2, [3, 4])


def test_one_bad_line_is_set_aside_and_the_rest_comes_in(sitting, desk, district):
    desk.register_birth()
    desk.lines.append(desk.lines[0].replace(b'"birth"', b'"circus"').replace(b'"position":1', b'"position":2'))
    desk.register_birth()
    decision = sitting.receive(desk.bundle())
    assert (decision.verdict, decision.applied, decision.set_aside) == ("accepted", 2, 1)
    receipt = desk.read_receipt(decision.receipt)
    assert [line.position for line in receipt.set_aside] == [2]
    assert receipt.upto == 3
    assert births(district) == 2


def test_counts_that_lie_are_refused(sitting, desk, district):
    desk.register_birth()
    desk.bundle()
    told = json.loads(desk.last_manifest)
    told["counts"]["registered"] = 5
    raw = seal_bundle(msgspec.json.encode(told, order="sorted"), desk.lines, None, desk.keys, [desk.office.receive])
    decision = sitting.receive(raw)
    assert (decision.verdict, decision.detail, decision.receipt) == ("damaged", "counts", None)
    assert births(district) == 0


def test_a_stranger_is_not_opened(sitting, desk, district):
    stranger = PretendDesk("stranger", number=desk.number, office=desk.office)
    stranger.register_birth()
    decision = sitting.receive(stranger.bundle())
    assert (decision.verdict, decision.receipt) == ("unknown-sender", None)
    assert births(district) == 0


def test_nothing_new_is_taken_under_a_revoked_key(sitting, desk, district, officer):
    desk.register_birth()
    raw = desk.bundle()
    district.enrolling(officer).revoke(desk.number)
    assert sitting.receive(raw).verdict == "revoked"
    assert births(district) == 0


@pytest.mark.parametrize("raw", [b"", b"hello", b"age-encryption.org/v1\n" + b"x" * 3000])
def test_what_is_no_bundle_is_named_and_kept_out(raw, sitting, district):
    before = state_of(district)
    assert sitting.receive(raw).verdict in ("not-a-bundle", "damaged", "not-for-us")
    assert state_of(district) == before


def test_a_bundle_of_a_desk_whose_words_nobody_compared_waits_until_they_are(sitting, district, officer):
    desk = enrol(district, PretendDesk("held"), officer, hold=True)
    desk.register_birth()
    decision = sitting.receive(desk.bundle())
    assert (decision.verdict, decision.detail, decision.receipt) == ("waiting", "words-not-compared", None)
    assert births(district) == 0
    with district.store.work() as work:
        work.desks.set_state(desk.number, "enrolled", "2026-11-05")
    assert sitting.retry(desk.number) == 1
    assert births(district) == 1


def test_a_crash_between_lines_and_receipt_leaves_nothing(sitting, desk, district, monkeypatch):
    desk.register_birth()
    raw = desk.bundle()
    before = state_of(district)

    def burst(*_):
        raise OSError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("district.sitting.receipts.write", burst)
        with pytest.raises(OSError, match="power cut"):
            sitting.receive(raw)
    assert state_of(district) == before
    assert sitting.receive(raw).verdict == "accepted"


def test_a_preview_of_many_files_says_what_would_happen_and_keeps_nothing(sitting, desk, district):
    desk.register_birth()
    first = desk.bundle()
    desk.register_birth()
    second = desk.bundle(basis=1)
    before = state_of(district)
    assert [d.verdict for d in sitting.preview([second, first, first])] == ["accepted", "accepted", "already-accepted"]
    assert state_of(district) == before


def test_a_waiting_bundle_whose_desk_was_revoked_since_stays_out(sitting, desk, district, officer):
    desk.register_birth()
    desk.register_birth()
    sitting.receive(desk.bundle(basis=1))
    district.enrolling(officer).revoke(desk.number)
    assert sitting.retry(desk.number) == 0
    assert births(district) == 0


def test_two_desks_of_two_communes_do_not_mix(sitting, desk, district, officer):
    other = enrol(district, PretendDesk("other", OTHER_COMMUNE), officer)
    for one in (desk, other):
        one.register_birth()
        sitting.receive(one.bundle())
    assert births(district) == 2
    assert {desk.number, other.number} == {1, 2}
