"""What the office says of itself: letterhead, signatories, book names, switches. Kept inside the encrypted register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from common.names import tidy
from common.units import Unit, UnitTable
from desk_app.domain.office import EVERY, Office, Signatory
from desk_app.services.trouble import Mistake

LONGEST = 200
"""No setting that stands on a letter is longer."""


class OfficeStore(Protocol):
    """The part of the register that keeps named JSON texts."""

    def get(self, name: str) -> str | None:
        """The text under `name`."""

    def put(self, name: str, json_text: str) -> None:
        """Keep the text under `name`."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What set-up asked: the unit's code, the contact phone and the words a commune chooses for itself. `name` and
    `place` stand for what the table of units says ("xã An Liên", "An Liên"), where they are not empty."""

    unit: str
    phone: str = ""
    book: str = ""
    officer: str = ""
    officer_title: str = "công chức tư pháp - hộ tịch"
    community: str = "xóm làng"
    home_word: str = "quê nhà"
    name: str = ""
    place: str = ""
    condolence_code: bool = False
    """Whether a condolence letter carries the gentle QR (off unless the office says so)."""
    second_person: bool = False
    """Whether another user looks at the month before its bundle is written (off unless the office says so)."""
    support: str = ""
    """The telephone of whoever helps with the program; it stands on the lock."""
    heir: str = ""
    """The code of the unit this office belongs to now, where its own was split: only a person can say which."""
    named_on: str = ""
    """The day on which `name` or `place` were written: they are of the unit of that day, not of what it becomes."""


def read_letterhead(store: OfficeStore) -> Letterhead:
    """The letterhead of this register (set-up always writes one)."""
    kept = store.get("letterhead")
    return _letterhead(kept) if kept else Letterhead("")


@lru_cache(maxsize=8)
def _letterhead(kept: str) -> Letterhead:
    return Letterhead(**json.loads(kept))


def keep_letterhead(store: OfficeStore, head: Letterhead) -> None:
    """Write the letterhead."""
    values = {name: getattr(head, name) for name in Letterhead.__dataclass_fields__}
    store.put("letterhead", json.dumps(values, ensure_ascii=False, sort_keys=True))


def authority_lines(title: str) -> tuple[str, ...]:
    """A typed title as the lines above a signature: "Phó Chủ tịch" signs for the chair (NĐ 30/2020, 4.1)."""
    if "/" in title:
        return tuple(line.strip().upper() for line in title.split("/") if line.strip())
    plain = title.strip().upper()
    if not plain:
        return ()
    return ("KT. CHỦ TỊCH", plain) if plain.startswith("PHÓ") else (plain,)


def fitting(name: str, value: str) -> str:
    """A typed text that is to stand on letters, tidied; raises Mistake("setting-too-long")."""
    text = tidy(value)
    if len(text) > LONGEST:
        raise Mistake("setting-too-long", {"name": name, "limit": str(LONGEST)})
    return text


def new_signatory(name: str, title: str, first: date, last: date | None = None) -> Signatory:
    """Who signs from that day on, to the last one if it is known; raises Mistake("signatory-empty" |
    "setting-too-long")."""
    signer, lines = fitting("name", name), authority_lines(fitting("title", title))
    if not signer or not lines:
        raise Mistake("signatory-empty")
    return Signatory(signer, lines, first, last)


def read_signatories(store: OfficeStore) -> tuple[Signatory, ...]:
    """Everyone who may sign letters, with the days on which they may."""
    return _signatories(store.get("signatories") or "[]")


@lru_cache(maxsize=8)
def _signatories(kept: str) -> tuple[Signatory, ...]:
    return tuple(_signatory(row) for row in json.loads(kept))


def _signatory(row: dict[str, Any]) -> Signatory:
    until = row.get("valid_to")
    return Signatory(
        name=row["name"],
        authority=tuple(row["authority"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(until) if until else None,
        usual=tuple(row.get("usual", ())),
    )


def keep_signatories(store: OfficeStore, people: tuple[Signatory, ...]) -> None:
    """Write the list of signatories."""
    rows = [
        {
            "name": one.name,
            "authority": list(one.authority),
            "valid_from": one.valid_from.isoformat(),
            "valid_to": one.valid_to.isoformat() if one.valid_to else None,
            "usual": list(one.usual),
        }
        for one in people
    ]
    store.put("signatories", json.dumps(rows, ensure_ascii=False, sort_keys=True))


def signatories_on(people: tuple[Signatory, ...], day: date, kind: str = "") -> tuple[Signatory, ...]:
    """Everyone who may sign a letter of that day. First whoever signs when nobody is chosen: of whom the office said so
    for letters of this `kind`, then for every letter, then the newest."""
    places = [(one, place) for place, one in enumerate(people) if one.in_office(day)]
    places.sort(key=lambda found: (_rank(found[0], kind), found[0].valid_from, found[1]), reverse=True)
    return tuple(one for one, _ in places)


def signatory_named(people: tuple[Signatory, ...], name: str, day: date) -> Signatory | None:
    """Who of that name signs on that day: `name` alone, or with the capacity as in Signatory.told."""
    valid, sought = signatories_on(people, day), tidy(name)
    return next((one for one in valid if sought in (one.told, one.name)), None)


def signatory_on(people: tuple[Signatory, ...], day: date, kind: str = "") -> Signatory | None:
    """Who signs on that day when nobody is chosen."""
    return next(iter(signatories_on(people, day, kind)), None)


def _rank(one: Signatory, kind: str) -> int:
    return 2 if kind and kind in one.usual else int(EVERY in one.usual)


def own_unit(head: Letterhead, units: UnitTable, day: date) -> Unit:
    """This office's unit as it stands on that day: the one it was set up for, or what that became. Where it was split
    it is the heir that a person named, and until then the old unit."""
    versions = units.known(head.unit)
    if not versions:
        raise Mistake("unknown-unit", {"unit": head.unit})
    first = next((one for one in versions if one.valid(day)), None)
    past = [one for one in versions if one.valid_from <= day]
    if first is not None or not past:
        return first or versions[0]
    heirs = units.heirs(past[-1], day)
    named = [one for one in heirs if one.code == head.heir]
    return (named or heirs)[0] if named or len(heirs) == 1 else past[-1]


def own_codes(head: Letterhead, units: UnitTable, day: date) -> tuple[str, ...]:
    """Every code under which this office has written, the one of that day first."""
    return tuple(dict.fromkeys((own_unit(head, units, day).code, head.unit)))


def office_on(head: Letterhead, units: UnitTable, day: date) -> Office:
    """The office as letters of that day name it."""
    unit = own_unit(head, units, day)
    chosen = not head.named_on or own_unit(head, units, date.fromisoformat(head.named_on)) == unit
    parent = units.parent(unit, min(max(day, unit.valid_from), unit.valid_to or date.max))
    return Office(
        unit=unit.code,
        unit_name=(chosen and head.name) or unit.full_name,
        parent_name=parent.full_name if parent else "",
        place=(chosen and head.place) or unit.name,
        phone=head.phone,
        officer=head.officer,
        officer_title=head.officer_title,
        community=head.community,
        home_word=head.home_word,
    )
