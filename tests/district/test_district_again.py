"""A bundle that comes a second time: nothing is worked out again, and nothing slips past the history rule by it."""

import msgspec
from pretend_desk import state_of

from exchange import bundle
from exchange.bundle import seal_bundle


def count_chains(monkeypatch):
    walked = []

    def chained(*asked):
        walked.append(asked)
        return bundle_chained(*asked)

    bundle_chained = bundle.chained
    monkeypatch.setattr(bundle, "chained", chained)
    return walked


def test_the_chain_of_a_known_bundle_is_walked_once(sitting, desk, monkeypatch):
    desk.register_birth()
    raw = desk.bundle()
    sitting.receive(raw)
    walked = count_chains(monkeypatch)
    assert sitting.receive(raw).verdict == "already-accepted"
    assert walked == []


def test_a_known_bundle_whose_lines_were_set_aside_since_is_judged_anew(sitting, desk, monkeypatch):
    for _ in range(3):
        desk.register_birth()
    first = desk.bundle()
    sitting.receive(first)
    desk.lines = desk.lines[:1]
    desk.register_birth("2026-10-07")
    desk.register_birth("2026-10-08")
    desk.register_birth("2026-10-09")
    sitting.receive(desk.bundle())
    sitting.settle(desk.number, 1, "ổ đĩa hỏng")
    walked = count_chains(monkeypatch)
    decision = sitting.receive(first)
    assert (decision.verdict, decision.detail) == ("already-accepted", "set-aside-history")
    assert walked


def test_a_bundle_that_claims_the_head_we_hold_over_other_lines_is_damaged(sitting, desk, district):
    desk.register_birth()
    sitting.receive(desk.bundle())
    before = state_of(district)
    told = msgspec.json.decode(desk.last_manifest)
    desk.lines = []
    desk.register_birth("2026-10-09")
    desk.bundle()
    other = msgspec.json.decode(desk.last_manifest)
    forged = msgspec.json.encode(other | {"digest_at_head": told["digest_at_head"]}, order="sorted")
    decision = sitting.receive(seal_bundle(forged, desk.lines, None, desk.keys, [desk.office.receive]))
    assert (decision.verdict, decision.detail) == ("damaged", "digest-at-head")
    assert state_of(district) == before


def test_a_history_set_aside_is_looked_for_without_walking_the_lines(district, desk, sitting):
    desk.register_birth()
    sitting.receive(desk.bundle())
    asked = []
    with district.store.reading() as work:
        connection = work.branches._connection
        real = connection.execute
        connection.execute = lambda statement, *more: asked.append(str(statement)) or real(statement, *more)
        assert work.branches.of_desk(desk.number) == ()
    assert not any("positions" in statement for statement in asked)
    assert asked


def test_what_waits_behind_a_gap_is_not_opened_with_every_file(sitting, desk, monkeypatch):
    raws = []
    for basis in range(6):
        desk.register_birth()
        raws.append(desk.bundle(basis))
    for raw in (raws[5], raws[4], raws[2]):
        assert sitting.receive(raw).verdict == "waiting"
    opened = []
    real = bundle.open_bundle
    monkeypatch.setattr("district.inbox.open_bundle", lambda raw, *more: opened.append(raw) or real(raw, *more))
    assert sitting.receive(raws[0]).verdict == "accepted"
    assert opened == [raws[0]], "the one after it is missing still"
    sitting.receive(raws[1])
    assert opened[1:] == [raws[1], raws[2]]
    sitting.receive(raws[3])
    assert opened[3:] == [raws[3], raws[4], raws[5]]
