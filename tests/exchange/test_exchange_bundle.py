"""Writing a bundle: the same document every time; opening it: lines, shared parts, one bad line alone."""

import os
from dataclasses import replace

import pytest
from bad_bundles import good, set_aside
from exchange_kit import (
    DESK,
    OFFICE,
    OTHER_OFFICE,
    REGISTER,
    Build,
    digests,
    frame,
    line,
    lines,
    part,
    senders,
    with_shared,
)

from exchange.bundle import Sender, final_manifest, open_bundle, read_lines, seal_bundle, shared_line
from exchange.documents import identity
from exchange.journal import BadLine
from exchange.lines import MOST_LINES, count_kinds
from exchange.verdicts import Refused

KNOWN = senders()


def test_the_manifest_has_exactly_the_fields_of_the_format() -> None:
    names = (
        "format to unit desk register epoch seq period basis head digest_at_basis digest_at_head last_receipt counts"
    )
    opened = open_bundle(Build().file(), OFFICE, KNOWN)
    assert set(opened.manifest.__struct_fields__) == {*names.split(), "counts", "members", "created_at", "app"}


def test_sealing_again_after_a_power_cut_gives_the_same_document() -> None:
    manifest = final_manifest(frame(), lines(4))
    first = seal_bundle(manifest, lines(4), None, DESK, [OFFICE.public.receive])
    again = seal_bundle(manifest, lines(4), None, DESK, [OFFICE.public.receive])
    assert first != again  # the seal is fresh each time
    documents = {open_bundle(raw, OFFICE, KNOWN).document for raw in (first, again)}
    assert documents == {identity(manifest)}
    assert OFFICE.unseal(first) == OFFICE.unseal(again)


def test_what_was_sealed_opens_with_every_line_as_it_was_stored() -> None:
    opened = open_bundle(good()["cumulative"].file(), OFFICE, KNOWN)
    assert [one.raw for one in opened.lines] == lines(9)
    assert [one.position for one in opened.lines] == list(range(1, 10))
    assert [one.digest for one in opened.lines] == digests(lines(9))[1:]
    assert (opened.key_id, opened.manifest.counts) == (DESK.key_id, {"registered": 8, "local": 1, "lines": 9})


def test_a_month_without_a_line_travels_too() -> None:
    opened = open_bundle(good()["silent-month"].file(), OFFICE, KNOWN)
    assert (opened.lines, opened.manifest.basis, opened.manifest.head) == ((), 4, 4)


def test_two_offices_may_be_recipients_and_a_third_is_not() -> None:
    manifest = final_manifest(frame(), lines(2))
    raw = seal_bundle(manifest, lines(2), None, DESK, [OTHER_OFFICE.public.receive, OFFICE.public.receive])
    assert open_bundle(raw, OFFICE, KNOWN).document == identity(manifest)
    with pytest.raises(Refused, match="not-for-us: to"):
        open_bundle(raw, OTHER_OFFICE, KNOWN)


def test_sealing_refuses_lines_that_the_manifest_does_not_describe() -> None:
    manifest = final_manifest(frame(), lines(4))
    with pytest.raises(ValueError, match="other lines"):
        seal_bundle(manifest, lines(3), None, DESK, [OFFICE.public.receive])
    with pytest.raises(ValueError, match="line feed"):
        final_manifest(frame(), [b"{\n}"])


def test_a_history_longer_than_50000_lines_is_several_bundles() -> None:
    short = [b"{}"] * (MOST_LINES + 1)
    with pytest.raises(ValueError, match="50000"):
        final_manifest(frame(), short)
    manifest = final_manifest(frame(), short[:-1])
    raw = seal_bundle(manifest, short[:-1], None, DESK, [OFFICE.public.receive])
    assert len(open_bundle(raw, OFFICE, KNOWN).lines) == MOST_LINES


def test_a_bundle_that_no_reader_would_unpack_is_never_written() -> None:
    long = [b"x" * 65_000] * 2100
    manifest = final_manifest(frame(), long)
    with pytest.raises(ValueError, match="longer than the exchange"):
        seal_bundle(manifest, long, None, DESK, [OFFICE.public.receive])


def test_an_enrolled_desk_without_a_real_key_is_nobody() -> None:
    with pytest.raises(ValueError, match="verification key"):
        Sender("RW", "21796", 7, REGISTER.hex())


def test_a_manifest_with_a_field_of_the_wrong_form_is_never_written() -> None:
    for wrong in ({"period": "10/2026"}, {"created_at": "2026-10-31"}, {"to": "x"}, {"desk": 0}, {"seq": 0}):
        with pytest.raises(ValueError, match=r".+"):
            final_manifest(frame().__class__(**{**_fields(), **wrong}), lines(1))


def test_the_profile_register_brings_each_part_with_its_proof() -> None:
    read = read_lines(open_bundle(with_shared().file(), OFFICE, KNOWN))
    assert {position: one.part for position, one in read.shared.items()} == {n: part(n)[1] for n in range(1, 5)}
    assert read.set_aside == ()


def test_a_desk_enrolled_for_figures_has_no_names_taken_from_it() -> None:
    opened = open_bundle(with_shared().file(), OFFICE, senders("figures"))
    assert opened.shared == ()
    assert len(read_lines(opened).lines) == 4


def test_a_part_that_does_not_fit_its_commitment_is_set_aside_and_its_line_stays() -> None:
    shared = [shared_line(1, *part(2)), shared_line(2, *part(2)), shared_line(9, *part(9))]
    read = read_lines(open_bundle(Build(shared=shared).file(), OFFICE, KNOWN))
    assert len(read.lines) == 4
    assert [(one.position, one.reason) for one in read.set_aside] == [(1, "part-mismatch")]
    assert list(read.shared) == [2]


def test_one_bad_line_in_five_hundred_is_set_aside_alone() -> None:
    kept = lines(500)
    kept[249] = kept[249].replace(b'"late":', b'"Late":').replace(b'"kind":"local"', b'"kind":"locale"')
    opened = open_bundle(Build(lines=kept).file(), OFFICE, KNOWN)
    read = read_lines(opened)
    assert len(read.lines) == 499
    assert [one.position for one in read.set_aside] == [250]


def test_every_reason_to_set_a_line_aside_is_named() -> None:
    build, reasons = set_aside()
    read = read_lines(open_bundle(build.file(), OFFICE, KNOWN))
    found = {one.position: one.reason for one in read.set_aside if not one.reason.startswith("part-")}
    assert found == reasons
    assert [one.position for one in read.lines] == [1, 11, 12]
    assert [one.raw for one in read.lines] == [build.lines[position - 1] for position in (1, 11, 12)]


def test_reading_may_begin_after_what_is_already_held() -> None:
    opened = open_bundle(with_shared().file(), OFFICE, KNOWN)
    read = read_lines(opened, first=4)
    assert ([one.position for one in read.lines], list(read.shared)) == ([4], [4])


def test_a_line_is_read_only_at_its_own_position() -> None:
    opened = open_bundle(Build(lines=[line(2), line(2)]).file(), OFFICE, KNOWN)
    with pytest.raises(BadLine, match="position"):
        opened.lines[0].read()
    assert opened.lines[1].read().position == 2


def test_counts_are_found_in_any_line_and_never_raise() -> None:
    odd = [
        b"",
        b"\xff",
        b"[]",
        b'{"kind":3}',
        b'{"kind":"lines"}',
        b'{"kind":"An An"}',
        b'{"kind":"local"} ',
        b"{" * 9999,
    ]
    assert count_kinds([*odd, line(1), b" " * 65_537]) == {"registered": 1, "local": 1, "lines": 10}


def test_a_receiving_office_never_needs_a_second_look_at_the_key() -> None:
    seen = []
    open_bundle(Build().file(), OFFICE, lambda key_id: seen.append(key_id) or KNOWN(key_id))  # type: ignore[func-returns-value]
    assert seen == [DESK.key_id]


def test_a_register_restored_elsewhere_is_known_by_its_id() -> None:
    sender = KNOWN(DESK.key_id)
    assert sender is not None
    other = replace(sender, register=os.urandom(32).hex())
    assert sender.register == REGISTER.hex()
    with pytest.raises(Refused, match="unknown-sender: register"):
        open_bundle(Build().file(), OFFICE, lambda key_id: other)


def _fields() -> dict[str, object]:
    return {name: getattr(frame(), name) for name in frame().__struct_fields__}
