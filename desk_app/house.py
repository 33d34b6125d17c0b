"""The composition root: paths, clock, randomness and keys come together here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from common.names import tidy
from common.units import UnitTable
from desk_app import paths
from desk_app.db.keyring import Keyring
from desk_app.db.register import Register, RegisterIdentity
from desk_app.db.swap import finish_swap
from desk_app.db.trouble import RegisterTrouble
from desk_app.services import practice, taking_back
from desk_app.services.care import Care
from desk_app.services.citizen_voice import CitizenVoice
from desk_app.services.copy_key import known_to
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.criteria import Criteria
from desk_app.services.desk import Desk
from desk_app.services.district_tie import DistrictTie
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.doorstep import REGISTER_FILE
from desk_app.services.drafting import Drafting
from desk_app.services.evidence import EvidenceFiles
from desk_app.services.evidence_care import sweep_opened
from desk_app.services.intake import Intake
from desk_app.services.leaving import Leaving
from desk_app.services.letter_desk import LetterDesk
from desk_app.services.letter_templates import LetterTemplates
from desk_app.services.ministry import Ministry
from desk_app.services.model_reports import ModelReports
from desk_app.services.month_end import MonthEnd
from desk_app.services.office import own_unit
from desk_app.services.pc_memory import mend_memory
from desk_app.services.people import People, check_newcomer
from desk_app.services.practice import Guest
from desk_app.services.privacy_knocks import knocked
from desk_app.services.registering import Registering
from desk_app.services.removing import Removed, exchange, prepare, sweep
from desk_app.services.report_desk import ReportDesk
from desk_app.services.restoring import own_up
from desk_app.services.seat import TRAINING, Seat, UnitsInUse
from desk_app.services.sessions import Sessions
from desk_app.services.settings_desk import SettingsDesk
from desk_app.services.setup import FirstRun, Founding, Wished, commune_on, furnish
from desk_app.services.stand import look_at
from desk_app.services.surveys import Surveys
from desk_app.services.taking_back import Done, Ground, Key, Prospect, Step
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble
from desk_app.services.unit_changes import adopt_old_tables, holds_old_tables, table_in_force
from desk_app.services.year_log import YearLog

if TYPE_CHECKING:
    from desk_app.letters.press import Press


@dataclass(frozen=True, slots=True)
class World:
    """What the outside gives: the clock, fresh bytes, and whether the clock was set by hand (practice only)."""

    now: Callable[[], datetime]
    random: Callable[[int], bytes]
    practice: bool = False

    def today(self) -> date:
        """The date of the clock."""
        return self.now().date()

    def moment(self) -> str:
        """The time of the clock as the access log has it."""
        return self.now().isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Login:
    """A user's name, tidied, and password, as typed."""

    user: str
    password: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "user", tidy(self.user))


@cache
def unit_table() -> UnitTable:
    """The table of units through time, read once."""
    return UnitTable.read((paths.resources() / "units" / "units.tsv").read_bytes())


@cache
def _press() -> Press:
    # Loading fonts, symbols and the PDF library takes as long as all the rest: only a letter may ask for it.
    from desk_app.letters.press import open_press

    return open_press(paths.resources())


def set_up(folder: Path, world: World, login: Login, wished: Wished) -> FirstRun:
    """Make the register of a new desk; the first user is its administrator. Raises Mistake or Trouble."""
    unit = commune_on(unit_table(), wished.unit, world.today())
    identity = RegisterIdentity(world.random(32), wished.unit, world.today(), world.practice)
    return furnish(Founding(folder, identity, login.user, login.password, wished, world.random), unit)


def recognise(folder: Path, world: World, login: Login) -> None:
    """Whether this is the person's password, the register left as it is. Raises Trouble("wrong-password"), …"""
    with told_as_trouble():
        _unwrapped(Keyring(folder, world.random), folder, world, login)


def open_desk(folder: Path, world: World, login: Login) -> Desk:
    """Unlock the register with a password. Raises Trouble with a code that has a sentence."""
    with told_as_trouble():
        finish_swap(folder)
    look_at(folder)
    keyring = Keyring(folder, world.random)
    with told_as_trouble():
        data_key = _unwrapped(keyring, folder, world, login)
        register = Register.open(folder, data_key, world.random, login.user)
    if world.practice and not register.identity.practice:
        register.close()
        raise Mistake("practice-only")
    try:
        with told_as_trouble():
            seat = _seat(register, world, login.user, folder)
            restored = own_up(register, world.today(), world.random)
            mended = _mended(keyring)
    except BaseException:
        # A damaged register may refuse to be left in order as well; the next process must get in all the same.
        with suppress(RegisterTrouble):
            register.close()
        raise
    sweep(folder)
    sweep_opened(folder)
    return replace(_furnished(seat, keyring, data_key, restored), keys_mended=mended, forgotten=mend_memory(folder))


def _mended(keyring: Keyring) -> bool:
    """A keyring that cannot be mended now is tried again at the next opening."""
    with suppress(RegisterTrouble, OSError):
        return keyring.mend()
    return False


def _unwrapped(keyring: Keyring, folder: Path, world: World, login: Login) -> bytes:
    """The data key; a password that does not open is remembered for the log of the desk."""
    with knocked(folder, world.moment(), login.user):
        return keyring.unwrap(login.user, login.password)


def new_password(folder: Path, world: World, login: Login, sheet: str) -> None:
    """Give a user who forgot the password the one in `login`, for the code of the rescue sheet. Raises Mistake, or
    Trouble: wrong-recovery-code, unknown-user, …"""
    check_newcomer(login.user, login.password)
    keyring = Keyring(folder, world.random)
    with told_as_trouble():
        with knocked(folder, world.moment(), login.user):
            data_key = keyring.unwrap_recovery(sheet)
        if login.user not in (*keyring.users(), *known_to(folder, data_key)):
            raise Trouble("unknown-user", {"name": login.user})
        keyring.set_password(login.user, login.password, data_key)


def remove_user(folder: Path, world: World, login: Login, leaving: Leaving) -> Removed:
    """Take a person out under a new data key; nobody may have the register open. `login` is the administrator's.

    Raises Mistake or Trouble: nothing has changed then, but after swap-unfinished the next start carries on."""
    desk = open_desk(folder, world, login)
    try:
        prepared = prepare(desk.seat, desk.care.keyring, login.password, leaving)
    except BaseException:
        sweep(folder)
        raise
    finally:
        desk.close()
    exchange(folder, login.user, desk.people.data_key, prepared)
    return Removed(leaving.login, prepared.passwords, prepared.recovery, _copied(folder, world, login))


def _copied(folder: Path, world: World, login: Login) -> bool:
    """Open the register under its new key, which lets the one under the old key go, and make a copy: older ones stay
    under the older key. What fails here fails after the exchange, and must not keep the first passwords back."""
    with suppress(Trouble):
        desk = open_desk(folder, world, login)
        try:
            renew_doorstep(desk.seat)
            return desk.care.look_after().copied is not None
        finally:
            desk.close()
    return False


def look_at_copy(folder: Path, world: World, copy: Path, key: Key, step: Step) -> Prospect:
    """A copy beside the register in use, before it is taken back; changes nothing. Raises Mistake or Trouble."""
    with knocked(folder, world.moment(), tidy(key.user)):
        return taking_back.look(Ground(folder, world.now, world.random), copy, key, step)


def take_back(folder: Path, world: World, copy: Path, key: Key, step: Step) -> Done:
    """Put a copy in the place of the register in use, which nobody may have open. Raises Mistake or Trouble."""
    with knocked(folder, world.moment(), tidy(key.user)):
        return taking_back.take_back(Ground(folder, world.now, world.random), copy, key, step)


def open_practice(folder: Path, world: World, guest: Guest) -> Desk:
    """The practice register inside the folder of a real one, made at its first use. Raises Mistake or Trouble."""
    place, login = folder / practice.FOLDER, Login(practice.TRAINEE, practice.OPEN_TO_ALL)
    playing = replace(world, practice=True)
    if not (place / REGISTER_FILE).exists():
        head = guest.head
        unit = own_unit(head, unit_table(), world.today()).code
        set_up(place, playing, login, Wished(unit, practice.LEADER, phone=head.phone, training="yes"))
    desk = open_desk(place, playing, login)
    practice.settle(desk, guest)
    return desk


def _seat(register: Register, world: World, user: str, folder: Path) -> Seat:
    with register.reading() as reading:
        known = reading.users.get(user)
        training = reading.office.get(TRAINING) is not None
        tables, old = UnitsInUse(unit_table(), table_in_force(reading, unit_table())), holds_old_tables(reading)
    if known is None:
        register.close()
        raise Trouble("unknown-user", {"name": user})
    if old:
        tables.table = _adopted(register, tables.packed)
    return Seat(register, user, known.role, world.now, world.random, tables, _press, folder, training)


def _adopted(register: Register, packed: UnitTable) -> UnitTable:
    with register.work() as work:
        adopt_old_tables(work)
        table = table_in_force(work, packed)
        work.commit()
    return table


def _furnished(seat: Seat, keyring: Keyring, data_key: bytes, restored: int) -> Desk:
    return Desk(
        seat=seat,
        register=Registering(seat),
        drafts=Drafting(seat),
        letters=LetterDesk(seat),
        courtesy=CourtesyDesk(seat),
        templates=LetterTemplates(seat),
        month=MonthEnd(seat),
        district=DistrictTie(seat),
        voice=CitizenVoice(seat),
        surveys=Surveys(seat),
        log=YearLog(seat),
        sessions=Sessions(seat),
        evidence=EvidenceFiles(seat),
        criteria=Criteria(seat),
        intake=Intake(seat),
        ministry=Ministry(seat),
        reports=ReportDesk(seat),
        yearly=ModelReports(seat),
        people=People(seat, keyring, data_key),
        settings=SettingsDesk(seat),
        care=Care(seat, keyring),
        restored=restored,
    )
