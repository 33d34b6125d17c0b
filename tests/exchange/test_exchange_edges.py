"""The last value that is taken and the first that is not, for every bound of the exchange."""

import io
import zipfile
from typing import Any

import msgspec
import pytest
from exchange_kit import DESK, OFFICE, UNIT, Build, frame, line, lines, part, senders, with_shared
from other_documents import BATCH, CARD, ENROLMENT, RECEIPT
from update_kit import whole

from exchange import bundle as bundles
from exchange import canonical, parcel, seal
from exchange.bundle import final_manifest, open_bundle, read_lines, seal_bundle, shared_line
from exchange.card import write_card
from exchange.enrolment import write_enrolment
from exchange.figures import EVENTS, KINDS, LETTERS, MOST_ASKED, SCORES, is_harmless
from exchange.fork import Fork, LostLine
from exchange.journal import LINE_BYTES, BadLine, Line, read_line, write_line
from exchange.keys import OfficeKeys
from exchange.lines import MOST_LINES, count_kinds, read_all
from exchange.parcel import Parcel, pack, unpack
from exchange.receipt import Batch, Drawn, Receipt, open_receipt, write_receipt
from exchange.seal import check_seal, open_seal, seal_to
from exchange.shapes import is_count
from exchange.verdicts import Refused

KNOWN = senders("register")


def test_a_value_is_nested_as_deep_as_the_format_says_and_no_deeper() -> None:
    deep: Any = []
    for _ in range(canonical.DEEPEST):
        deep = [deep]
    assert canonical.decode(canonical.encode(deep)) == deep
    with pytest.raises(canonical.NotCanonical) as caught:
        canonical.encode([deep])
    assert str(caught.value) == caught.value.code == "too-deep"


def test_counts_and_unknown_figures_end_where_the_format_says() -> None:
    assert [is_count(value) for value in (0, 1_000_000, 1_000_001, -1)] == [True, True, False, False]
    edge = 2**53 - 1
    assert [is_harmless(value) for value in (edge, -edge, edge + 1, -edge - 1)] == [True, True, False, False]


def _fits(kind: str, name: str, *values: Any) -> list[bool]:
    return [KINDS[kind].figures[name].fits(value) for value in values]


def test_tallies_take_every_score_and_as_many_choices_as_may_be_asked() -> None:
    assert _fits("ratings-tally", "by_score", dict.fromkeys(SCORES, 1), {}, {"6": 1}) == [True, True, False]
    asked = {f"a.{n}": 1 for n in range(MOST_ASKED)}
    assert _fits("ratings-tally", "asked", asked, {**asked, "b.1": 1}) == [True, False]
    assert _fits("survey-tally", "scale", 3, 5, 2, 4, 6, "5", True) == [True, True, *[False] * 5]
    assert _fits("registered", "event", *sorted(EVENTS), "x", "birth ", 1) == [True] * 3 + [False] * 3


def test_a_survey_may_come_back_whole_on_one_day_and_a_follow_up_be_due_at_once() -> None:
    told = {"n": 3, "returned": 3, "handed": 3, "by_score": {"5": 3}, "scale": 5}
    days = {"began_on": "2026-10-05", "ended_on": "2026-10-05"}
    agree = KINDS["survey-tally"].agree
    assert agree({**told, **days})
    assert not agree({**told, **days, "returned": 2})
    assert not agree({**told, **days, "handed": 2})
    assert not agree({**told, **days, "ended_on": "2026-10-04"})
    opened = KINDS["follow-up-opened"].agree
    assert [opened({"opened_on": "2026-10-05", "due_on": f"2026-10-0{day}"}) for day in (4, 5, 6)] == [0, 1, 1]


def test_a_line_may_be_as_long_as_the_format_says_and_a_longer_one_is_named() -> None:
    told = canonical.decode(line(1)) | {"padding": ""}
    longest = canonical.encode(told | {"padding": "x" * (LINE_BYTES - len(canonical.encode(told)))})
    assert len(longest) == LINE_BYTES
    assert read_line(longest) == read_line(line(1))
    assert count_kinds([longest]) == {"registered": 1, "lines": 1}
    assert count_kinds([longest + b" "]) == {"lines": 1}
    assert count_kinds([longest + b" ", b"{", longest]) == {"registered": 1, "lines": 3}
    for raw, code in ((longest + b" ", "line-too-long"), (b'{"a":1}', "line-fields")):
        with pytest.raises(BadLine) as caught:
            read_line(raw)
        assert (caught.value.code, caught.value.field) == (code, "")


USUAL = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": UNIT}


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"position": 0}, "line-fields", "position"),
        ({"position": 2**53}, "line-fields", "position"),
        ({"version": 0}, "line-fields", "version"),
        ({"version": 1_000_001}, "line-fields", "version"),
        ({"on": "2026-02-29"}, "line-fields", "on"),
        ({"subject": "AB" * 16}, "line-fields", "subject"),
        ({"shared": "x"}, "line-fields", "shared"),
        ({"home": "ab"}, "line-fields", "home"),
        ({"kind": "born"}, "kind-unknown", ""),
        ({"figures": {**USUAL, "newer": 1, "later": 1}}, "figure-unknown", "later"),
        ({"figures": {**USUAL, "Tên": 1}}, "figure-free-text", ""),
        ({"figures": {**USUAL, "late": 2}}, "figure-value", "late"),
        ({"figures": {}}, "figure-missing", "event"),
        ({"kind": "local", "figures": {"newer": "Nguyễn Thị Sen"}}, "figure-free-text", ""),
    ],
)
def test_a_bad_line_names_its_reason_and_its_field(changes: dict[str, Any], code: str, field: str) -> None:
    fields = {"position": 1, "kind": "registered", "on": "2026-10-05", "subject": "ab" * 16, "version": 1}
    told: dict[str, Any] = {**fields, "figures": USUAL, "shared": None, "home": None, **changes}
    with pytest.raises(BadLine) as caught:
        write_line(Line(**told))
    wrong = caught.value
    assert (wrong.code, wrong.field, str(wrong)) == (code, field, f"{code} {field}".strip())


def test_a_version_and_a_number_at_the_edge_of_the_format_are_written_and_read() -> None:
    for position, version in ((1, 1_000_000), (canonical.LARGEST, 1)):
        told = Line(position, "registered", "2026-10-05", "ab" * 16, version, USUAL, None, None)
        assert read_line(write_line(told)) == told
    agreed = {"n": 1, "by_score": {"5": 2}, "period": "2026-10", "channel": "slip"}
    with pytest.raises(BadLine) as caught:
        write_line(Line(1, "ratings-tally", "2026-10-05", "ab" * 16, 1, agreed, None, None))
    assert (caught.value.code, caught.value.field) == ("figures-disagree", "")
    assert BadLine("kind-unknown").field == ""


def test_a_bundle_of_the_register_is_sealed_opened_and_read_with_what_its_lines_promised() -> None:
    frame_lines = lines(4)
    shared = [shared_line(position, *part(position)) for position in range(1, 5)]
    manifest = final_manifest(frame(), frame_lines, shared)
    raw = seal_bundle(manifest, frame_lines, shared, DESK, [OFFICE.public.receive])
    opened = open_bundle(raw, OFFICE, KNOWN)
    assert opened.shared == tuple(shared)
    read = read_lines(opened)
    assert sorted(read.shared) == [1, 2, 3, 4]
    assert [each.digest for each in read.lines] == [each.digest for each in opened.lines]
    comment = f"trusted comment: motcua-bundle/1 {UNIT}-7 2026-10 so 1".encode()
    signature = unpack(open_seal(raw, OFFICE)).signature
    assert comment in signature.splitlines()
    assert signature.startswith(b"untrusted comment: motcua\n")


def test_a_bundle_that_came_before_is_opened_without_its_chain_and_has_the_same_lines() -> None:
    raw = with_shared().file()
    first = open_bundle(raw, OFFICE, KNOWN)
    asked: list[tuple[str, object]] = []
    again = open_bundle(raw, OFFICE, KNOWN, lambda document, manifest: not asked.append((document, manifest)))
    assert asked == [(first.document, first.manifest)]
    assert (first.chain is not None, again.chain) == (True, None)
    assert again.lines == first.lines
    assert again.member == first.member


def test_a_bundle_holds_as_many_lines_as_the_format_says_and_not_one_more() -> None:
    many = [b"{}"] * MOST_LINES
    manifest = final_manifest(frame(), many, many)
    assert canonical.decode(manifest)["counts"] == {"lines": MOST_LINES}
    raw = seal_bundle(manifest, many, many, DESK, [OFFICE.public.receive])
    opened = open_bundle(raw, OFFICE, KNOWN)
    assert (len(opened.lines), len(opened.shared)) == (MOST_LINES, MOST_LINES)
    for lines_, shared in (([*many, b"{}"], None), ([b"{}"], [*many, b"{}"])):
        with pytest.raises(ValueError, match=r"at most 50000 lines"):
            final_manifest(frame(), lines_, shared)


def test_a_history_far_into_the_register_has_its_lines_counted_from_its_basis() -> None:
    basis = MOST_LINES
    build = Build(lines=[line(basis + 1), line(basis + 2)], basis=0)
    start = bundles.first_digest(bytes.fromhex(canonical.decode(build.manifest())["register"]))
    fields = {"basis": basis, "head": basis + 2, "digest_at_basis": start.hex()}
    opened = open_bundle(Build(lines=build.lines, fields=fields).file(), OFFICE, KNOWN)
    assert [each.position for each in opened.lines] == [basis + 1, basis + 2]


def test_parts_that_are_not_taken_are_told_with_the_place_of_their_line() -> None:
    opened = open_bundle(with_shared().file(), OFFICE, KNOWN)
    good = opened.shared[0]
    read = read_all(opened.lines, [good, good, b"{", shared_line(2, bytes(32), b"x"), shared_line(99, bytes(32), b"")])
    assert [(each.position, each.reason) for each in read.set_aside] == [
        (1, "part-twice"),
        (0, "part-form"),
        (2, "part-mismatch"),
    ]
    longest = shared_line(1, bytes(32), b"x" * (LINE_BYTES - len(shared_line(1, bytes(32), b""))))
    assert len(longest) == LINE_BYTES
    told = read_all(opened.lines, [longest, longest + b" "]).set_aside
    assert [each.reason for each in told] == ["part-mismatch", "part-form"]


def test_a_zip_of_the_exchange_looks_the_same_whoever_packs_it_and_when() -> None:
    raw = pack(Parcel(b"{}", b"s", None, {"b.txt": b"b", "a.txt": b"a" * 9000}))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        listed = archive.infolist()
    assert [each.filename for each in listed] == [parcel.MANIFEST, parcel.SIGNATURE, "a.txt", "b.txt"]
    assert {(each.date_time, each.create_system, each.external_attr >> 16, each.compress_type) for each in listed} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644, zipfile.ZIP_DEFLATED)
    }
    assert {each.external_attr & 0xFFFF for each in listed} == {0}


def test_a_parcel_takes_as_much_as_a_reader_does_and_not_a_byte_more(monkeypatch: pytest.MonkeyPatch) -> None:
    six = {f"m{n}": b"" for n in range(6)}
    longest = Parcel(b"m" * parcel.LARGEST_MANIFEST, b"s" * parcel.LARGEST_SIGNATURE, None, six)
    assert unpack(pack(longest)) == longest
    for wrong in (
        Parcel(longest.manifest + b"m", b"s", None, {}),
        Parcel(b"m", longest.signature + b"s", None, {}),
        Parcel(b"m", b"s", longest.signature + b"s", {}),
        Parcel(b"m", b"s", b"s", six),
    ):
        with pytest.raises(ValueError, match="exchange"):
            pack(wrong)
    monkeypatch.setattr(parcel, "LARGEST_CONTENT", 10)
    assert unpack(pack(Parcel(b"m", b"s", None, {"a": bytes(4), "b": bytes(4)}))).members.keys() == {"a", "b"}
    for content in ({"a": bytes(4), "b": bytes(5)}, {"a": bytes(11)}):
        with pytest.raises(ValueError, match="exchange"):
            pack(Parcel(b"m", b"s", None, content))


def test_a_seal_is_made_for_one_to_three_and_looked_at_to_its_last_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    three = [OfficeKeys.make(lambda size, n=n: bytes([n]) * size) for n in (1, 2, 3)]
    raw = seal_to(b"x", [each.public.receive for each in three])
    check_seal(raw)
    assert [open_seal(raw, each) for each in three] == [b"x"] * 3
    for wrong in ([], [*(each.public.receive for each in three), OFFICE.public.receive]):
        with pytest.raises(ValueError, match="recipients"):
            seal_to(b"x", wrong)
    monkeypatch.setattr(seal, "LARGEST_FILE", len(raw))
    check_seal(raw)
    with pytest.raises(Refused) as caught:
        check_seal(raw + b" ")
    assert (caught.value.verdict, caught.value.detail) == ("too-large", "file-size")
    alone = seal_to(b"x", [three[0].public.receive])
    monkeypatch.setattr(seal, "LARGEST_FILE", len(alone) + 200)
    assert len(seal_to(b"x", [three[0].public.receive])) <= len(alone) + 200
    monkeypatch.setattr(seal, "LARGEST_FILE", 10)
    with pytest.raises(ValueError, match="longer"):
        seal_to(b"x", [three[0].public.receive])


def test_stanzas_are_counted_in_the_header_and_not_in_what_is_sealed() -> None:
    head, stanza, mac = b"age-encryption.org/v1", b"\n-> x", b"\n--- m"
    check_seal(head + stanza * 4 + mac + stanza * 9 + mac)
    with pytest.raises(Refused, match="age-stanzas"):
        check_seal(head + stanza * 5 + mac)
    with pytest.raises(Refused, match="age-header-end"):
        check_seal(head + b"\n" + b"x" * 2048 + mac)


def test_signatures_of_cards_enrolments_receipts_and_updates_say_what_they_sign() -> None:
    def comment(signature: bytes) -> str:
        return signature.decode("ascii").splitlines()[2]

    card = unpack(write_card(CARD, DESK).raw)
    assert comment(card.signature) == f"trusted comment: motcua-card/1 {UNIT}"
    enrolment = write_enrolment(ENROLMENT, OFFICE, DESK.public.receive).raw
    assert comment(unpack(open_seal(enrolment, DESK)).signature).endswith(f"motcua-enrolment/1 {UNIT}-7 number 1")
    receipt = write_receipt(RECEIPT, OFFICE, DESK.public.receive).raw
    assert comment(unpack(open_seal(receipt, DESK)).signature).endswith(f"motcua-receipt/1 {UNIT}-7 number 1")
    assert comment(unpack(whole().raw).signature) == "trusted comment: motcua-update/1 2027-01-01"


def _opened(receipt: Receipt) -> Receipt:
    return open_receipt(write_receipt(receipt, OFFICE, DESK.public.receive).raw, DESK, OFFICE.public.verify).receipt


def test_a_receipt_says_since_which_one_it_tells_all_or_keeps_silent() -> None:
    assert _opened(RECEIPT).since is None
    for since in (0, 7):
        assert _opened(msgspec.structs.replace(RECEIPT, since=since)).since == since


@pytest.mark.parametrize(
    "changes",
    [{"by_score": {"5": 4}}, {"by_channel": {"qr": 5}}, {"kinds": ("marriage", "birth")}, {"kinds": ("birth", "x")},
     {"kinds": ("birth", "birth")}, {"comments": ("b", "a")}],
)  # fmt: skip
def test_a_batch_adds_up_twice_and_is_in_order(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"add up|sorted"):
        msgspec.structs.replace(BATCH, **changes)
    all_kinds: Batch = msgspec.structs.replace(BATCH, kinds=tuple(sorted(LETTERS)))
    assert len(all_kinds.kinds) == 5


def test_lost_lines_forks_and_drawn_letters_have_their_days_and_kinds() -> None:
    lost = LostLine(position=1, kind="registered", on="2026-10-05", subject="ab" * 16, version=1, figures={})
    assert Fork(after=0, lines=(lost,), settled_on="2026-10-06").settled_on == "2026-10-06"
    assert Fork(after=0, lines=()).settled_on == ""
    with pytest.raises(ValueError, match="on is an ISO date"):
        msgspec.structs.replace(lost, on="2026-10-5")
    with pytest.raises(ValueError, match="settled_on is an ISO date"):
        Fork(after=0, lines=(), settled_on="hôm qua")
    assert Drawn(serial=0, letter="birth").letter == "birth"
    with pytest.raises(ValueError, match="one of the letters"):
        Drawn(serial=0, letter="spam")
