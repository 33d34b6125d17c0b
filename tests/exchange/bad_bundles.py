"""Bundles that must be refused, one and more for every check, each with the verdict and the check that stops it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from exchange_kit import (
    DESK,
    MOMENT,
    OTHER_OFFICE,
    REVOKED,
    STRANGER,
    Build,
    Entry,
    hand_zip,
    line,
    lines,
    minisig_of,
    part,
    seal,
    with_shared,
)

from exchange.bundle import shared_line
from exchange.parcel import MANIFEST, SIGNATURE, Parcel, pack


class Bad(NamedTuple):
    """A file with the verdict and the check that it must meet."""

    name: str
    verdict: str
    detail: str
    raw: bytes


def all_bad() -> list[Bad]:
    """Every bad bundle, in the order of the checks."""
    return [*_seals(), *_zips(), *_signatures(), *_manifests(), *_addresses(), *_members(), *_chains()]


def _seals() -> Iterator[Bad]:
    good = Build().file()
    end = good.index(b"\n--- ")
    long_header = good[:22] + b"-> never-heard-of-it\n" + b"A" * 2100 + good[22:]
    yield Bad("empty", "not-a-bundle", "age-header", b"")
    yield Bad("text", "not-a-bundle", "age-header", "Kính gửi Sở".encode())
    yield Bad("plain-zip", "not-a-bundle", "age-header", pack(Build().parcel()))
    yield Bad("header-cut", "damaged", "age-header-end", good[:end])
    yield Bad("header-long", "damaged", "age-header-end", long_header)
    yield Bad("five-stanzas", "not-a-bundle", "age-stanzas", seal(pack(Build().parcel()), extra_stanzas=4))
    yield Bad("to-another-office", "not-for-us", "age-recipient", seal(pack(Build().parcel()), OTHER_OFFICE))
    yield Bad("payload-flipped", "damaged", "age-payload", good[:-40] + bytes([good[-40] ^ 1]) + good[-39:])
    yield Bad("payload-cut", "damaged", "age-payload", good[:-1])
    yield Bad("payload-longer", "damaged", "age-payload", good + b"\0")


def _zips() -> Iterator[Bad]:
    entries = Build().entries()
    honest = hand_zip(entries)
    members = [Entry(f"m{count}", b"") for count in range(7)]
    many = [Entry(f"{count:060}", b"") for count in range(100)]
    bomb = Entry("lines.ndjson", bytes(1000), size=128 * 1024 * 1024)
    zips = {
        "no-zip": ("not-a-bundle", "zip-end", b"hello"),
        "zip-comment": ("not-a-bundle", "zip-end", hand_zip(entries, comment=b"PK")),
        "zip-prefix": ("not-a-bundle", "zip-end", b"#!/bin/sh\n" + honest),
        "zip-tail": ("not-a-bundle", "zip-end", honest + bytes(22)),
        "zip-nine": ("too-large", "zip-entries", hand_zip([*entries[:2], *members])),
        "zip-many-unsaid": (
            "too-large",
            "zip-entries",
            hand_zip(many, count=3),
        ),
        "zip-hidden": ("not-a-bundle", "zip-entries-hidden", hand_zip(entries, count=2)),
        "zip-twice": ("not-a-bundle", "zip-names", hand_zip([*entries, entries[2]])),
        "zip-path": ("not-a-bundle", "zip-names", hand_zip([*entries, Entry("../lines.ndjson", b"")])),
        "zip-absolute": ("not-a-bundle", "zip-names", hand_zip([*entries, Entry("/etc/motd", b"")])),
        "zip-backslash": ("not-a-bundle", "zip-names", hand_zip([*entries, Entry("c:\\lines", b"")])),
        "zip-nul": ("not-a-bundle", "zip-names", hand_zip([*entries, Entry("lines.ndjson\0.txt", b"")])),
        "zip-unicode": ("not-a-bundle", "zip-names", hand_zip([*entries, Entry("dòng.ndjson", b"")])),
        "zip-method": ("not-a-bundle", "zip-method", hand_zip([*entries[:2], replace(entries[2], method=14)])),
        "zip-encrypted": ("damaged", "zip-content", hand_zip([*entries[:2], replace(entries[2], flags=1)])),
        "no-manifest": ("not-a-bundle", "no-manifest", hand_zip(entries[1:])),
        "no-signature": ("not-a-bundle", "no-manifest", hand_zip([entries[0], entries[2]])),
        "manifest-long": ("too-large", "zip-member-size", hand_zip([Entry(MANIFEST, bytes(65537)), entries[1]])),
        "minisig-long": ("too-large", "zip-member-size", hand_zip([entries[0], Entry(SIGNATURE, bytes(1025))])),
        "bomb": ("too-large", "zip-content-size", hand_zip([*entries[:2], bomb])),
        "crc": ("damaged", "zip-content", hand_zip([*entries[:2], replace(entries[2], crc=1)])),
        "size-short": ("damaged", "zip-content", hand_zip([*entries[:2], replace(entries[2], size=5)])),
        "size-long": ("damaged", "zip-content", hand_zip([*entries[:2], replace(entries[2], size=50_000)])),
    }
    for name, (verdict, detail, raw) in zips.items():
        yield Bad(name, verdict, detail, seal(raw))


def _signed(build: Build, signature: bytes, manifest: bytes | None = None) -> bytes:
    return seal(pack(Parcel(manifest or build.manifest(), signature, None, build.content())))


def _signatures() -> Iterator[Bad]:
    build = Build()
    manifest = build.manifest()
    signature = minisig_of(manifest, DESK)
    comment = signature.replace(b"trusted comment: vector", b"trusted comment: Vector")
    old_form = minisig_of(manifest, DESK, prehash=False)
    yield Bad("minisig-form", "bad-signature", "signature-form", _signed(build, b"signed\n"))
    yield Bad("minisig-old", "bad-signature", "signature-not-prehashed", _signed(build, old_form))
    yield Bad("key-unknown", "unknown-sender", "key", Build(keys=STRANGER).file())
    yield Bad("manifest-altered", "bad-signature", "signature", _signed(build, signature, manifest[:-2] + b" }"))
    yield Bad("comment-altered", "bad-signature", "signature", _signed(build, comment))
    yield Bad("key-revoked", "revoked", "key", Build(keys=REVOKED).file())


def _manifests() -> Iterator[Bad]:
    spaced = json.dumps(json.loads(Build().manifest()), sort_keys=True).encode()
    fields = {"seq": "1", "period": "2026-13", "created_at": "2026-02-30T00:00:00Z", "unit": "Phước", "desk": 16384}
    fields |= {"head": -1, "digest_at_head": "x" * 64, "register": None, "counts": [], "to": "OFFICE"}
    yield Bad("manifest-spaced", "damaged", "manifest-form", _signed(Build(), DESK.sign(spaced, "v"), spaced))
    yield Bad("format-missing", "not-a-bundle", "format", Build(fields={"format": None}).file())
    yield Bad("format-odd", "not-a-bundle", "format", Build(fields={"format": "zip"}).file())
    yield Bad("format-newer", "too-new", "format", Build(fields={"format": "motcua-bundle/2"}).file())
    other = {"format": "motcua-receipt/1"}
    yield Bad("format-receipt", "not-a-bundle", "format-of-another-document", Build(fields=other).file())
    for name, value in fields.items():
        yield Bad(f"field-{name.replace('_', '-')}", "damaged", "manifest-fields", Build(fields={name: value}).file())


def _addresses() -> Iterator[Bad]:
    yield Bad("to-elsewhere", "not-for-us", "to", Build(fields={"to": OTHER_OFFICE.key_id}).file())
    yield Bad("unit-of-another", "unknown-sender", "unit", Build(fields={"unit": "21799"}).file())
    yield Bad("desk-of-another", "unknown-sender", "desk", Build(fields={"desk": 8}).file())
    yield Bad("register-of-another", "unknown-sender", "register", Build(fields={"register": "ab" * 32}).file())


def _members() -> Iterator[Bad]:
    build = Build()
    content, parcel = build.content(), build.parcel()
    extra = content | {"extra.txt": b"x"}
    altered = {"lines.ndjson": content["lines.ndjson"].replace(b"birth", b"death")}
    reordered = [json.loads(build.manifest())["members"][0]] * 2
    twice_signed = Parcel(parcel.manifest, parcel.signature, parcel.signature, content)
    yield Bad("member-extra", "damaged", "members", seal(pack(replace(parcel, members=extra))))
    yield Bad("member-gone", "damaged", "members", seal(pack(replace(parcel, members={}))))
    yield Bad("member-listed-twice", "damaged", "members", Build(fields={"members": reordered}).file())
    yield Bad("signature-extra", "damaged", "members", seal(pack(twice_signed)))
    yield Bad("member-altered", "damaged", "member-digest", seal(pack(replace(parcel, members=altered))))
    yield Bad("no-lines", "damaged", "no-lines", Build(members={"notes.txt": b"x"}).file())
    yield Bad("member-of-tomorrow", "too-new", "member-unknown", Build(members=extra).file())


def _chains() -> Iterator[Bad]:
    four = lines(4)
    digest = {"digest_at_basis": "00" * 32}
    cut_shared = {"lines.ndjson": b"".join(raw + b"\n" for raw in four), "shared.ndjson": b"{}"}
    many_shared = cut_shared | {"shared.ndjson": b"\n" * 50_001}
    swapped = {"lines.ndjson": b"".join(raw + b"\n" for raw in (four[1], four[0], four[2], four[3]))}
    yield Bad("lines-50001", "too-large", "lines", Build(fields={"head": 50_001}).file())
    yield Bad("lines-feeds", "too-large", "lines", Build(members={"lines.ndjson": b"\n" * 50_001}).file())
    yield Bad("lines-fewer", "damaged", "lines-missing", Build(fields={"head": 5}).file())
    yield Bad("lines-no-end", "damaged", "lines-missing", Build(members={"lines.ndjson": b"\n".join(four)}).file())
    yield Bad("chain-start", "damaged", "digest-at-basis", Build(fields=digest).file())
    yield Bad("chain-end", "damaged", "digest-at-head", Build(fields={"digest_at_head": "00" * 32}).file())
    yield Bad("lines-swapped", "damaged", "digest-at-head", Build(members=swapped).file())
    yield Bad("counts-lie", "damaged", "counts", Build(fields={"counts": {"lines": 4, "registered": 54}}).file())
    yield Bad("counts-short", "damaged", "counts", Build(fields={"counts": {"lines": 4}}).file())
    yield Bad("shared-cut", "damaged", "shared-cut", Build(lines=four, members=cut_shared).file())
    yield Bad("shared-many", "too-large", "shared", Build(lines=four, members=many_shared).file())


def set_aside() -> tuple[Build, dict[int, str]]:
    """A bundle that is accepted although some of its lines are not, with the reason for each of those."""
    good = [line(position) for position in range(1, 13)]
    free = line(3).replace(b'"late":0', b'"late":0,"note":"Nguy\xe1\xbb\x85n An"')
    tally = line(9, "ratings-tally", period="2026-10", channel="counter", n=2, by_score={"5": 2})
    good[1] = b'{"kind":"registered"'
    good[2] = free
    good[3] = line(4).replace(b'"registered"', b'"registered-by-moon"')
    good[4] = line(5).replace(b'"birth"', b'"Nguyen Van An"')
    good[5] = line(6).replace(b'"late":0,', b"")
    good[6] = line(8)
    good[7] = line(8) + b" " * 65_536
    good[8] = tally.replace(b'"n":2', b'"n":3')
    good[9] = line(10).replace(b'"version":1', b'"version":1.0')
    good[10] = line(11).replace(b'"late":0', b'"late":0,"mood":3').replace(b'"shared":', b'"serial":[1],"shared":')
    entries = [shared_line(1, *part(1)), shared_line(1, *part(1)), shared_line(12, *part(1)), b"{}", b"\xff"]
    reasons = {
        2: "not-json",
        3: "figure-free-text",
        4: "kind-unknown",
        5: "figure-value",
        6: "figure-missing",
        7: "position-of-another-line",
        8: "line-too-long",
        9: "figures-disagree",
        10: "fraction",
    }
    return Build(lines=good, shared=entries), reasons


def good() -> dict[str, Build]:
    """Bundles that open, by name; `next` follows `first`, and `fork` contradicts it."""
    other = [line(1), line(2), line(3, late=1), line(4)]
    return {
        "first": Build(),
        "next": Build(lines=lines(9, 5), basis=4, seq=2),
        "cumulative": Build(lines=lines(9), seq=2),
        "fork": Build(lines=other, seq=2),
        "silent-month": Build(lines=[], basis=4, seq=3),
        "register-profile": with_shared(),
        "tomorrow": Build(fields={"mood": "good", "created_at": MOMENT}),
    }
