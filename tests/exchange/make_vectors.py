"""Write tests/exchange/vectors anew: `python tests/exchange/make_vectors.py`. Fixed keys, fixed randomness: run twice,
the files are the same. Another implementation may be tested with these files alone."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bad_bundles import Bad, all_bad, good, set_aside
from exchange_kit import (
    DESK,
    NEW_DESK,
    NUMBER,
    OFFICE,
    OTHER_OFFICE,
    REGISTER,
    REVOKED,
    UNIT,
    digests,
    lines,
    part,
    seal,
)
from other_documents import (
    CARD,
    CARD_DOCUMENT,
    NEW_CARD,
    bad_cards,
    bad_enrolments,
    bad_receipts,
    document,
    enrolment_file,
    receipt_zip,
)
from unit_tables import bad_updates, table, written
from update_kit import bad_parts, whole

from exchange.card import write_card
from exchange.documents import identity
from exchange.journal import commitment
from exchange.token import LETTER_KINDS, Token, desk_key, mint
from exchange.words import six_words

VECTORS = Path(__file__).parent / "vectors"
MASTER = hashlib.sha256(b"master").digest()


def main() -> None:
    """Write every vector and the index that says what each must meet."""
    VECTORS.mkdir(exist_ok=True)
    index = {
        "bundle": [*_good_bundles(), *_bad("bundle", all_bad())],
        "card": [*_good_cards(), *_bad("card", bad_cards())],
        "enrolment": [*_good_enrolments(), *_bad("enrolment", bad_enrolments())],
        "receipt": [*_good_receipts(), *_bad("receipt", bad_receipts())],
        "update": [*_good_updates(), *_bad("update", bad_updates()), *_bad("update", _told_apart(bad_parts()))],
    }
    _write_json("index.json", index)
    _write_json("keys.json", _keys())
    _write_json("journal.json", _journal())
    _write_json("tokens.json", _tokens())
    _write_json("words.json", {"document": "ab" * 32, **_six("ab" * 32)})


def _good_bundles() -> list[dict[str, Any]]:
    rows = []
    for name, build in good().items():
        rows.append(_keep(f"bundle-good-{name}", build.file(), document=identity(build.manifest())))
    build, reasons = set_aside()
    told = {str(position): reason for position, reason in reasons.items()}
    rows.append(_keep("bundle-good-set-aside", build.file(), document=identity(build.manifest()), set_aside=told))
    return rows


def _good_cards() -> list[dict[str, Any]]:
    first, second = write_card(CARD, DESK), write_card(NEW_CARD, NEW_DESK, DESK)
    return [
        _keep("card-good-first", first.raw, document=first.document),
        _keep("card-good-rotated", second.raw, document=second.document),
    ]


def _good_enrolments() -> list[dict[str, Any]]:
    raw = enrolment_file()
    told = document(DESK.unseal(raw))
    return [_keep("enrolment-good", raw, document=told, card=CARD_DOCUMENT, **_six(told))]


def _good_receipts() -> list[dict[str, Any]]:
    raw = receipt_zip()
    return [_keep("receipt-good", seal(raw, DESK), document=document(raw))]


def _good_updates() -> list[dict[str, Any]]:
    made = {"update-good": written(table()), "update-good-parts": whole()}
    return [_keep(name, one.raw, document=one.document) for name, one in made.items()]


def _bad(kind: str, cases: Iterable[Bad]) -> list[dict[str, Any]]:
    return [_keep(f"{kind}-bad-{bad.name}", bad.raw, verdict=bad.verdict, detail=bad.detail) for bad in cases]


def _told_apart(cases: Iterable[Bad]) -> list[Bad]:
    """One of each detail: the tests look at all of them."""
    return list({bad.detail: bad for bad in cases}.values())


def _keep(name: str, raw: bytes, **told: Any) -> dict[str, Any]:
    (VECTORS / f"{name}.mctt").write_bytes(raw)
    return {"file": f"{name}.mctt", **told}


def _keys() -> dict[str, Any]:
    named = {"desk": DESK, "new_desk": NEW_DESK, "revoked": REVOKED, "office": OFFICE, "other_office": OTHER_OFFICE}
    return {
        name: {
            "number": keys.number.hex(),
            "signing_seed": keys.signing.hex(),
            "verify": keys.public.verify,
            "identity": keys.identity(),
            "receive": keys.public.receive,
        }
        for name, keys in named.items()
    } | {"place": {"unit": UNIT, "desk": NUMBER, "register": REGISTER.hex()}}


def _journal() -> dict[str, Any]:
    kept = lines(6)
    salt, raw = part(1)
    return {
        "register": REGISTER.hex(),
        "lines": [one.decode() for one in kept],
        "digests": [digest.hex() for digest in digests(kept)],
        "part": {"salt": salt.hex(), "raw": raw.decode(), "shared": commitment("shared", salt, raw)}
        | {"home": commitment("home", salt, raw)},
    }


def _tokens() -> dict[str, Any]:
    key = desk_key(MASTER, NUMBER, 1)
    serials = (0, 1, 2**21, 2**22 - 1)
    tokens = [Token(kind, NUMBER, serial) for kind in LETTER_KINDS for serial in serials]
    return {
        "master": MASTER.hex(),
        "desk": NUMBER,
        "generation": 1,
        "key": key.hex(),
        "tokens": [{"kind": one.kind, "serial": one.serial, "code": mint(one, key)} for one in tokens],
    }


def _six(told: str) -> dict[str, Any]:
    six = six_words(told)
    return {"words": list(six.words), "hex_groups": list(six.hex_groups)}


def _write_json(name: str, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (VECTORS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
