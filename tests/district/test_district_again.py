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
