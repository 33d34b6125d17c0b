"""What only an enrolled desk can write, because it is broken or means harm: its own key, and untrue in one place."""

from __future__ import annotations

import json

import pytest
from pretend_desk import PretendDesk, enrol, named_bundle, state_of

from common.periods import read_period
from district.reports import figures
from exchange import canonical
from exchange.bundle import shared_line
from exchange.journal import Line, commitment, write_line
from exchange.parcel import Parcel, pack
from exchange.seal import seal_to


def births(district):
    with district.store.reading() as work:
        return figures(work, work.desks.all(), read_period("2026-10")).events["birth"]


@pytest.mark.parametrize(("number", "value"), [("last_receipt", 2**30 + 1), ("epoch", 2**31), ("seq", 2**53 - 1)])
def test_a_number_that_leaves_no_room_to_count_on_is_damage_and_stops_nobody_else(sitting, desk, number, value):
    desk.register_birth()
    honest = desk.bundle()
    manifest = canonical.encode(json.loads(desk.last_manifest) | {number: value})
    members = {"lines.ndjson": desk.lines[0] + b"\n"}
    packed = pack(Parcel(manifest, desk.keys.sign(manifest, "wild"), None, members))
    looked = sitting.preview([seal_to(packed, [desk.office.receive]), honest])
    assert [(one.verdict, one.detail) for one in looked] == [("damaged", "manifest-fields"), ("accepted", "")]


def test_a_desk_that_claims_the_highest_receipt_there_can_be_still_gets_the_next_ones(sitting, desk):
    desk.register_birth()
    assert desk.read_receipt(sitting.receive(desk.bundle(last_receipt=2**30)).receipt).number == 2**30 + 1
    desk.register_birth()
    assert desk.read_receipt(sitting.receive(desk.bundle(last_receipt=2**30)).receipt).number == 2**30 + 2


def test_a_tally_of_the_year_nought_is_set_aside_and_every_report_can_be_made(sitting, desk, district):
    desk.register_birth()
    desk.add("ratings-tally", {"period": "2026-10", "channel": "slip", "n": 1, "by_score": {"5": 1}})
    desk.lines[-1] = desk.lines[-1].replace(b'"2026-10"', b'"0000-01"')
    decision = sitting.receive(desk.bundle())
    assert (decision.verdict, decision.applied, decision.set_aside) == ("accepted", 1, 1)
    assert births(district) == 1


@pytest.mark.parametrize("untrue", ["another salt", "another line", "twice", "no form"])
def test_names_that_do_not_fit_are_left_out_and_their_line_counts(district, officer, untrue):
    desk = enrol(district, PretendDesk("names"), officer, profile="register", legal_basis="Công văn 12")
    salt, part = desk.random(32), b'{"names":["A"]}'
    desk.register_birth()
    told = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": desk.unit}
    line = Line(2, "registered", "2026-10-05", "ab" * 16, 1, told, commitment("shared", salt, part), None)
    desk.lines.append(write_line(line))
    put(desk, b"{}")
    shared = {
        "another salt": [shared_line(2, bytes(32), part)],
        "another line": [shared_line(1, salt, part)],
        "twice": [shared_line(2, salt, part)] * 2,
        "no form": [b"{}"],
    }[untrue]
    decision = district.sitting(officer).receive(named_bundle(desk, shared))
    assert (decision.verdict, decision.applied, decision.set_aside) == ("accepted", 2, 1)
    receipt = desk.read_receipt(decision.receipt)
    assert (receipt.upto, births(district), [one.position for one in receipt.set_aside]) == (3, 2, [3])


GOOD = (
    b'{"figures":{},"home":null,"kind":"local","on":"2026-10-05","position":%d,"shared":null,"subject":"' + b"ab" * 16
)
GOOD += b'","version":1}'
HOSTILE = {
    "not-json": b"[" * 9000 + b"]" * 9000,
    "number-too-large": GOOD.replace(b'"version":1', b'"version":%s' % (b"9" * 400)),
    "fraction": GOOD.replace(b'"version":1', b'"version":1e9'),
    "not-canonical": GOOD.replace(b'"version":1', b'"version":1,"version":1'),
    "not-utf-8": GOOD.replace(b'"local"', b'"lo\xff\xfecal"'),
    "not-nfc": GOOD.replace(b'"local"', '"lo\u0323cal\u0301"'.encode()),
    "too-deep": GOOD.replace(b'"figures":{}', b'"figures":{"a":' + b"[" * 30 + b"]" * 30 + b"}"),
    "position-of-another-line": GOOD.replace(b"%d", b"1"),
    "kind-unknown": GOOD.replace(b'"local"', b'"loc-al"'),
    "line-fields": GOOD.replace(b'"2026-10-05"', b'"2026-02-30"'),
    "line-too-long": GOOD + b" " * 65_536,
    "figure-free-text": GOOD.replace(b"{}", '{"note":"Nguyễn An"}'.encode()),
}
SPELLINGS = {
    "byte order mark": b"\xef\xbb\xbf" + GOOD, "carriage return": GOOD + b"\r", "nothing": b"", "nul": b"\0",
    "spaces": GOOD.replace(b",", b", "), "escaped": GOOD.replace(b"local", b"\\u006cocal"),
}  # fmt: skip


def put(desk, raw):
    """The line as the desk's next one, wherever it says that it stands."""
    desk.lines.append(raw.replace(b"%d", str(len(desk.lines) + 1).encode()))


def test_each_hostile_line_is_set_aside_by_name_on_both_sides_and_every_line_beside_it_counts(sitting, desk, district):
    for raw in (*HOSTILE.values(), *SPELLINGS.values()):
        put(desk, raw)
        desk.register_birth()
    looked = sitting.receive(desk.bundle())
    wrong = len(HOSTILE) + len(SPELLINGS)
    assert (looked.verdict, looked.applied, looked.set_aside) == ("accepted", wrong, wrong)
    told = {line.position: line.reason for line in desk.read_receipt(looked.receipt).set_aside}
    assert list(told) == list(range(1, 2 * wrong, 2))
    assert [told[place] for place in range(1, 2 * len(HOSTILE), 2)] == list(HOSTILE)
    assert births(district) == wrong


def test_one_bad_record_in_five_hundred_is_named_on_both_sides_and_499_come_in(sitting, desk, district):
    for place in range(1, 501):
        desk.register_birth()
        if place == 250:
            desk.lines[-1] = desk.lines[-1].replace(b'"birth"', b'"circus"')
    looked = sitting.receive(desk.bundle())
    assert (looked.verdict, looked.applied, looked.set_aside, births(district)) == ("accepted", 499, 1, 499)
    with district.store.reading() as work:
        above = [(line.position, line.reason) for line in work.lines.aside(desk.number)]
    told = desk.read_receipt(looked.receipt)
    assert above == [(line.position, line.reason) for line in told.set_aside] == [(250, "figure-value")]
    assert told.upto == 500


def test_every_byte_flipped_in_turn_brings_nothing_into_the_office(sitting, desk, district):
    desk.register_birth()
    raw = desk.bundle()
    before, told = state_of(district), set()
    for place in range(len(raw)):
        bent = raw[:place] + bytes([raw[place] ^ 1 << place % 8]) + raw[place + 1 :]
        told.add(sitting.receive(bent).verdict)
    assert told <= {"not-a-bundle", "damaged", "not-for-us"}
    assert state_of(district) == before
    with district.store.reading() as work:
        assert work.bundles.of_desk(desk.number) == ()
        assert work.receipts.newest(desk.number) is None
    assert sitting.receive(raw).verdict == "accepted"
