"""A small country with its past, and what an update might make of it."""

from collections.abc import Iterator

import msgspec
from bad_bundles import Bad
from exchange_kit import APP, DESK, MOMENT, OFFICE, OTHER_OFFICE

from common.unit_check import LARGEST
from exchange import canonical
from exchange.card import Card, write_card
from exchange.documents import Written, listed
from exchange.keys import OfficeKeys
from exchange.parcel import Parcel, pack, unpack
from exchange.update import UNITS, Update, write_update

OLD, NEW = "E\told\t2008-08-01\t2025-06-30\tcũ", "E\tnew\t2025-07-01\t\tQuyết định 19/2025/QĐ-TTg"
ROWS = (
    "motcua-units/1",
    "V\t2027-01-01",
    OLD,
    NEW,
    "U\t10\t\tTỉnh\tNam Hải\told\tnam hai",
    "U\t10\t\tTỉnh\tNam Hải\tnew\tnam hai",
    "U\t100\t10\tHuyện\tAn Sơn\told\tan son",
    "U\t10001\t100\tXã\tAn Liên\told\tan lien",
    "U\t10002\t100\tThị trấn\tAn Hòa\told\tan hoa",
    "U\t10001\t10\tXã\tAn Liên\tnew\tan lien",
    "S\t100\t10001",
    "S\t10002\t10001",
)


def table(*changes: tuple[str, str]) -> bytes:
    """The small table with some words in place of others; raises AssertionError for words that are not there."""
    text = "\n".join(ROWS) + "\n"
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def written(units: bytes, keys: OfficeKeys = OFFICE, edition: str = "2027-01-01", at: str = MOMENT) -> Written:
    """An honest office's update of this table."""
    update = Update(office=keys.public.verify, office_unit="10", edition=edition, issued_at=at, app=APP)
    return write_update(update, keys, {UNITS: units})


def forged(content: dict[str, bytes], **fields: object) -> bytes:
    """Signed by the right key all the same: what an office with another program might write."""
    update = Update(office=OFFICE.public.verify, office_unit="10", edition="2027-01-01", issued_at=MOMENT, app=APP)
    told = msgspec.to_builtins(update) | {"members": msgspec.to_builtins(listed(content))} | fields
    manifest = canonical.encode(told)
    return pack(Parcel(manifest, OFFICE.sign(manifest, "vector"), None, content))


def bad_updates() -> Iterator[Bad]:
    """Updates that must be refused by the desk."""
    units = table()
    parcel = unpack(written(units).raw)
    card = Card(unit="10001", label="Quầy", register="0" * 64, keys=DESK.public, made_on="2026-10-01", app=APP)
    bent = [{"name": UNITS, "size": 1, "sha256": "0" * 64}]
    yield Bad("empty", "not-a-bundle", "zip-end", b"")
    yield Bad("stranger", "unknown-sender", "signature-of-another-key", written(units, OTHER_OFFICE).raw)
    yield Bad("is-card", "unknown-sender", "signature-of-another-key", write_card(card, DESK).raw)
    yield Bad("other-key", "unknown-sender", "key", forged({UNITS: units}, office=OTHER_OFFICE.public.verify))
    yield Bad("altered", "bad-signature", "signature", pack(Parcel(b"{}", parcel.signature, None, parcel.members)))
    yield Bad("newer", "too-new", "format", forged({UNITS: units}, format="motcua-update/2"))
    wrong = forged({UNITS: units}, format="motcua-card/1")
    yield Bad("says-card", "not-a-bundle", "format-of-another-document", wrong)
    yield Bad("more", "too-new", "member-unknown", forged({UNITS: units, "letters.txt": b"x"}))
    yield Bad("nothing", "damaged", "members", forged({}))
    signed_twice = Parcel(parcel.manifest, parcel.signature, parcel.signature, parcel.members)
    yield Bad("signed-twice", "damaged", "members", pack(signed_twice))
    yield Bad("digest", "damaged", "member-digest", forged({UNITS: units}, members=bent))
    yield Bad("edition", "damaged", "units-edition", forged({UNITS: units}, edition="2027-01-03"))
    yield Bad("no-edition", "damaged", "manifest-fields", forged({UNITS: units}, edition="2027-02-30"))
    yield Bad("size", "too-large", "units-size", forged({UNITS: bytes(LARGEST + 1)}))
    loop = table(("S\t10002\t10001", "S\t10002\t10002"))
    yield Bad("loop", "damaged", "units-successor", forged({UNITS: loop}))
