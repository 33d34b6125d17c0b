"""First run: which commune, who leads it, the first user, the keys, the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from common.names import tidy
from common.units import Unit, UnitTable
from desk_app.db.journal import Entry
from desk_app.db.keyring import Keyring, recovery_code
from desk_app.db.register import Register, RegisterIdentity, Work
from desk_app.db.users import User
from desk_app.services.doorstep import FOUNDING_FILE
from desk_app.services.files import make_folder, write_file
from desk_app.services.office import Letterhead, fitting, keep_letterhead, keep_signatories, new_signatory
from desk_app.services.people import check_newcomer
from desk_app.services.rescue import keep_rescue
from desk_app.services.search_renewal import index_is_new
from desk_app.services.seat import TRAINING
from desk_app.services.trouble import Mistake, told_as_trouble
from desk_app.sync.link import DESK_KEYS
from exchange.keys import DeskKeys

UNPROVED = "unproved"
_ON_LETTERS = ("phone", "book", "name", "place", "officer", "officer_title")


@dataclass(frozen=True, slots=True)
class Wished:
    """What the first-run page asks, as text. `name` and `place` stand for what the table of units says; `until` is the
    last day on which the leader signs (2027-12-31); `officer` is whom a bereaved family may call. `sheet` is UNPROVED
    where a person is going to prove the rescue sheet from paper: until then the desk offers another one."""

    unit: str
    leader: str = ""
    title: str = "Chủ tịch"
    phone: str = ""
    book: str = ""
    name: str = ""
    place: str = ""
    until: str = ""
    officer: str = ""
    officer_title: str = ""
    sheet: str = ""
    training: str = ""
    """Anything where the register is for practice beside a real one."""


@dataclass(frozen=True, slots=True)
class Founding:
    """A new register about to be made: where, for whom, and under which key."""

    folder: Path
    identity: RegisterIdentity
    user: str
    password: str
    wished: Wished
    random: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What the office must write down now: the recovery code is shown once and kept nowhere in clear."""

    unit: Unit
    recovery_code: str


def commune_on(units: UnitTable, code: str, day: date) -> Unit:
    """The commune with this code on that day; raises Mistake("unknown-unit" | "unit-ended" | "not-a-commune")."""
    unit = units.unit(code, day)
    if unit is None and units.known(code):
        return _ended(units, code)
    if unit is None:
        raise Mistake("unknown-unit", {"unit": code})
    if unit.level != "commune":
        raise Mistake("not-a-commune", {"unit": unit.full_name})
    return unit


def _ended(units: UnitTable, code: str) -> Unit:
    heirs = [units.known(heir.code)[-1] for heir in units.successors(code)]
    names = ", ".join(f"{heir.full_name} ({heir.code})" for heir in heirs)
    raise Mistake("unit-ended", {"unit": units.known(code)[-1].full_name, "successor": names})


def furnish(founding: Founding, unit: Unit) -> FirstRun:
    """Make the wraps, then the register: a power cut between leaves no register that nobody can open."""
    check_newcomer(founding.user, founding.password)
    data_key = founding.random(32)
    code = recovery_code(founding.random)
    with told_as_trouble():
        Register.refuse_existing(founding.folder)
        make_folder(founding.folder)
        write_file(founding.folder / FOUNDING_FILE, b"")
        keyring = Keyring(founding.folder, founding.random)
        keyring.put_aside()
        keyring.found(founding.identity.register_id, data_key, code)
        keyring.add_user(founding.user, founding.password, data_key)
        place = (founding.folder, data_key, founding.identity, founding.random)
        Register.create(*place, lambda work: _furnish(work, founding)).close()
    with suppress(OSError):  # beside a register it says nothing
        (founding.folder / FOUNDING_FILE).unlink()
    return FirstRun(unit, code)


def _letterhead(wished: Wished, made_on: date) -> Letterhead:
    told: dict[str, Any] = {name: fitting(name, getattr(wished, name)) for name in _ON_LETTERS}
    return Letterhead(wished.unit, named_on=made_on.isoformat(), **{name: text for name, text in told.items() if text})


def _furnish(work: Work, founding: Founding) -> None:
    wished, made_on = founding.wished, founding.identity.made_on
    work.users.add(User(founding.user, "administrator"))
    keep_letterhead(work.office, _letterhead(wished, made_on))
    if wished.training:
        work.office.put(TRAINING, "true")
    if tidy(wished.leader):
        until = date.fromisoformat(wished.until) if wished.until else None
        keep_signatories(work.office, (new_signatory(wished.leader, wished.title, made_on, until),))
    keep_rescue(work.office, made_on, proved=wished.sheet != UNPROVED)
    index_is_new(work.office)
    work.keys.put(DESK_KEYS, DeskKeys.make(founding.random).to_bytes())
    work.journal.append(Entry("local", made_on, founding.random(16).hex(), 1, {}, None, b'{"act":"set-up"}'))
