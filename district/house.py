"""The composition root: from a folder, a clock and randomness to an open district office, by plain calls."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache, cached_property

from common.units import Unit, UnitTable
from common.words import district as words
from district import recounting
from district.enrolling import Enrolling
from district.keyring import Cost, Keyring
from district.moments import VIETNAM, utc_text
from district.networks import read_network
from district.office_keys import OfficeSecrets
from district.paths import Folder, make_folder, resources
from district.places import Places
from district.sitting import Sitting
from district.store.desks import DeskRow
from district.store.engine import StoreTrouble, speaking_plainly
from district.store.office import COPY, Act, OfficeFacts
from district.store.public_store import PublicStore
from district.store.store import Store
from district.trouble import Mistake
from district.updating import Updating
from district.users import Member, Newcomer, Users
from district.web.faces import DeskFace, OfficeFace, PublicDesk, PublicKeys
from exchange.files import write_beside
from exchange.twins import UNREAD, read_either, spare_of, stamped, told_in, write_both

APP = "mot-cua-than-thien 0.1.0"


@dataclass(frozen=True, slots=True)
class World:
    """What comes from outside the program: the clock (with its zone) and n random bytes."""

    now: Callable[[], datetime]
    random: Callable[[int], bytes]

    def today(self) -> date:
        """The day by the office's own clock."""
        return self.now().date()


@dataclass(frozen=True)
class District:
    """An open office: its facts, its two stores, and the doors to every act."""

    folder: Folder
    world: World
    facts: OfficeFacts
    store: Store
    cost: Cost = field(default_factory=Cost)

    @cached_property
    def public(self) -> PublicStore:
        """Answers of citizens, opened when first asked for. Raises what the store raises."""
        return open_public(self.folder, self.world)

    @cached_property
    def units(self) -> UnitTable:
        """The table of administrative units, read when first asked for: taking bundles in needs none."""
        return _units_of(self.folder)

    @cached_property
    def places(self) -> Places:
        """Communes as they are called today, by the units in force."""
        return Places(lambda: self.units, lambda: self.world.now().astimezone(VIETNAM).date())

    def recount(self) -> int:
        """Count what came in since the last time, so that no page has to; how many desks that were."""
        return recounting.renew(self.store)

    def updating(self, member: Member) -> Updating:
        """Signing updates for all desks, for somebody who holds keys."""
        keys = member.open_secrets().keys
        return Updating(self.store, keys, member.name, APP, self.world.now, self.facts.unit, self.units.edition)

    def use_units(self, raw: bytes) -> None:
        """Go by this table from the next opening on."""
        write_both(self.folder.units, stamped({"table": b64encode(zlib.compress(raw, 9)).decode()}))

    @property
    def users(self) -> Users:
        """The door for people."""
        return Users(self.store, self.folder.keys, self.world.now, self.world.random)

    def sitting(self, member: Member) -> Sitting:
        """Taking files in, for somebody who holds keys."""
        keys = member.open_secrets().keys
        self.settle_in(member)
        return Sitting(self.store, self.public, keys, member.name, APP, self.world.now, self.world.random)

    def enrolling(self, member: Member) -> Enrolling:
        """Taking desks in, for somebody who holds keys."""
        return Enrolling(self.store, member.open_secrets(), member.name, APP, self.world.now)

    def settle_in(self, member: Member) -> None:
        """After an upgrade: tell the public face whom answers are sealed to, where a program of before did not. Whoever
        holds no keys changes nothing."""
        if "public" not in self.__dict__ and member.secrets is not None and not office_key(self.folder):
            self.refresh_public(member.secrets)

    def refresh_public(self, secrets: OfficeSecrets) -> None:
        """Write anew what the public face may know, after desks came or changed."""
        write_both(self.folder.public_keys, _public_keys(self._shown(), secrets).to_bytes())
        self.refresh_face()

    def refresh_face(self) -> None:
        """Write anew how the office and its desks show themselves, which tells no key."""
        write_both(self.folder.public_face, self.public_face(self._shown()).to_bytes())

    def enter_network(self, user: str, unit: str, text: str) -> tuple[str, bool]:
        """Know a network as that commune's own; the network as it is kept, and whether it is new. Raises Mistake
        `not-a-network`, `network-too-wide`, `unit-without-desk`."""
        network, at = read_network(text), self.world.now()
        with self.store.work() as work:
            if not work.desks.of_unit(unit):
                raise Mistake("unit-without-desk", unit=unit)
            fresh = work.networks.add(unit, network, at.date().isoformat())
            if fresh:
                work.office.note(Act(utc_text(at), user, "network-enter", f"unit {unit}: {network}"))
        self.refresh_face()
        return network, fresh

    def leave_network(self, user: str, unit: str, text: str) -> str:
        """Know it as the commune's own no more. Raises Mistake as `enter_network`, and `no-such-network`."""
        network = read_network(text)
        with self.store.work() as work:
            if not work.networks.drop(unit, network):
                raise Mistake("no-such-network", unit=unit, text=network)
            work.office.note(Act(utc_text(self.world.now()), user, "network-leave", f"unit {unit}: {network}"))
        self.refresh_face()
        return network

    def ask(self, user: str, questions: str) -> None:
        """From now on the pages ask from that question set."""
        with self.store.work() as work:
            work.office.ask(questions)
            work.office.note(Act(utc_text(self.world.now()), user, "questions", f"set {questions}"))
        self.refresh_face()

    @property
    def questions(self) -> str:
        """The id of the set that the pages ask from, as it stands now."""
        with self.store.reading() as work:
            return work.office.questions()

    def public_face(self, desks: Iterable[DeskRow]) -> OfficeFace:
        """How the office and these desks show themselves to citizens, by the units' names of today."""
        own = self.unit_on_day(self.facts.unit)
        with self.store.reading() as work:
            known = work.networks.all()
            asks = work.office.questions()
        faces = {
            desk.number: DeskFace(self._committee(desk.unit), desk.phone, networks=tuple(known.get(desk.unit, ())))
            for desk in desks
        }
        above = self.units.above(own, self.world.today())
        province = (above[-1] if above else own).full_name
        shown = OfficeFace(words.committee(own.full_name), province, self.facts.host, self.facts.phone, faces)
        return replace(shown, questions=asks)

    def unit_on_day(self, code: str) -> Unit:
        """The unit that bears the code today; one that ended keeps its last name."""
        unit = self.units.unit(code, self.world.today())
        return unit or self.units.known(code)[-1]

    def _shown(self) -> list[DeskRow]:
        with self.store.reading() as work:
            return [desk for desk in work.desks.all() if desk.state not in ("waiting", "dropped")]

    def close(self) -> None:
        """Let go of both databases."""
        self.store.close()
        if "public" in self.__dict__:
            self.public.close()

    def _committee(self, code: str) -> str:
        heirs = self.units.heirs(self.unit_on_day(code), self.world.today())
        return words.committee((heirs[0] if len(heirs) == 1 else self.unit_on_day(code)).full_name)


def open_district(folder: Folder, url: str | None, world: World) -> District:
    """Open an office that was set up. Raises StoreTrouble `not-set-up` and what the stores raise."""
    at = url or folder.office_url
    if at == Folder(folder.root).office_url and not folder.office.exists():
        raise StoreTrouble("not-set-up")
    store = Store.open(at)
    with store.reading() as work:
        facts, copied = work.office.facts(), work.office.put_back_at() == COPY
    if facts is None:
        store.close()
        raise StoreTrouble("not-set-up")
    if copied:
        _put_back(store, utc_text(world.now()))
    return District(folder, world, facts, store)


def _put_back(store: Store, at: str) -> None:
    """This is a copy, opened for the first time. One that lies where nobody may write is only looked at."""
    with suppress(StoreTrouble), store.work() as work:
        work.office.put_back(at)
        work.office.note(Act(at, "", "put-back", ""))


def make_district(
    places: tuple[Folder, str | None], world: World, facts: OfficeFacts, first: Newcomer, cost: Cost
) -> District:
    """Set a new office up with its first user. Raises StoreTrouble `store-exists`; `places` is folder and database."""
    folder, url = places
    make_folder(folder.root)
    if folder.keys.exists() or spare_of(folder.keys).exists():
        raise StoreTrouble("store-exists")  # keys of an office whose tables may lie in another database
    store = Store.open(url or folder.office_url)
    with store.reading() as work:
        held = work.office.facts()
    if held is not None:
        store.close()
        raise StoreTrouble("store-exists")
    secrets = OfficeSecrets.make(world.random)
    ring, data_key = Keyring.make(secrets.to_bytes(), world.random(16).hex(), world.random)
    ring = ring.with_user(data_key, first.name, (first.password, cost), world.random)
    write_both(folder.keys, ring.to_bytes())
    write_beside(folder.secret, world.random(32))
    with store.work() as work:
        work.office.settle(facts)
    district = District(folder, world, facts, store)
    district.users.record(first, first.name, cost)
    district.refresh_public(secrets)
    if not district.public.is_sound():
        raise StoreTrouble("store-damaged")
    return district


@cache
def read_units() -> UnitTable:
    """The table of administrative units that comes with the program, read once."""
    return UnitTable.read((resources() / "units" / "units.tsv").read_bytes())


def _units_of(folder: Folder) -> UnitTable:
    """The table that this office signed, unless the program comes with a newer one."""
    packed = read_units()
    try:
        signed = read_either(folder.units, _table_in)
    except UNREAD:  # never signed one, or both copies are damaged, which `flaws` names
        return packed
    return signed if signed.edition >= packed.edition else packed


def _table_in(raw: bytes) -> UnitTable:
    return UnitTable.read(zlib.decompress(b64decode(told_in(raw)["table"])))


def open_public(folder: Folder, world: World) -> PublicStore:
    """The answers of citizens, wherever they lie. Raises what the store raises."""
    with speaking_plainly():
        return PublicStore.open(folder.public_url, world.random, office_key(folder))


def office_key(folder: Folder) -> str | None:
    """The public key that answers are sealed to, as the public face has it; None where no file tells it."""
    try:
        return read_either(folder.public_keys, PublicKeys.from_bytes).office or None
    except UNREAD:
        return None


def _public_keys(desks: Iterable[DeskRow], secrets: OfficeSecrets) -> PublicKeys:
    # Codes that a revoked desk printed keep working: the families who hold those letters did nothing wrong.
    known = {
        desk.number: PublicDesk(
            tuple(secrets.token_key(desk.number, n) for n in range(1, desk.generation + 1)), desk.receiving_key
        )
        for desk in desks
    }
    return PublicKeys(known, secrets.keys.public.receive)
