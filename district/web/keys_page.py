"""The roll of desks, and a card that is shown: what it says, whose it is, which commune takes it."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.names import sort_key, tidy
from common.units import Unit
from common.words import desk_keys as words
from common.words import verdicts
from district.books import Clash, clashes
from district.cards import LARGEST_CARD, belongs_to, follows_a_stranger
from district.enrolling import Order
from district.living import commune_under, communes_under
from district.moments import VIETNAM
from district.roll import Rolled, in_use, roll
from district.store.desks import DeskRow
from district.trouble import Mistake
from district.users import Member
from district.web.forms import read_form, read_upload, text_of
from district.web.room import Room
from exchange.card import Card, OpenedCard, read_card
from exchange.fork import LONGEST_REASON
from exchange.verdicts import Refused
from exchange.words import SixWords, six_words

LARGER = {"/khoa/the": LARGEST_CARD + 1024, "/khoa/nhan": 2 * LARGEST_CARD}
WORDS_SHOWN = 12
"""So many desks that wait show their six words on the roll: each costs a fifth of a second on purpose."""


def routes(room: Room) -> list[Route]:
    """`/khoa`, the roll; `/khoa/the`, a card is shown; `/khoa/nhan`, it is taken."""
    pages = KeysPage(room)
    return [
        Route("/khoa", room.shown("status", pages.show), methods=["GET"]),
        Route("/khoa/the", room.done("enrol", pages.card), methods=["POST"]),
        Route("/khoa/nhan", room.done("enrol", pages.take), methods=["POST"]),
    ]


@dataclass(frozen=True, slots=True)
class Waits:
    """A desk on the roll whose six words wait; `six` is None beyond the first few."""

    row: Rolled
    name: str
    six: SixWords | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The roll as it is shown: desks by commune, those that wait, books in which two desks write."""

    rows: tuple[tuple[str, Rolled], ...]
    waits: tuple[Waits, ...]
    clashes: tuple[tuple[str, Clash], ...]


@dataclass(frozen=True, slots=True)
class CardSeen:
    """What a card says: the desk whose it is (None: a new one), the commune that bears its code today, the communes to
    choose from, and which desks write there already; `stranger` where the key before its own is not known here."""

    raw: str
    card: Card
    desk: DeskRow | None
    unit: Unit | None
    called: str
    communes: Sequence[Unit]
    others: tuple[DeskRow, ...]
    stranger: bool = False
    longest: int = LONGEST_REASON


class KeysPage:
    """The roll and the card."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The roll of desks."""
        listed = await run_in_threadpool(self._listed)
        await self._room.viewed(member, "keys")
        return self._room.answer(request, "keys", member=member, tab="keys", part="keys", listed=listed, said=words)

    async def card(self, request: Request, member: Member) -> Response:
        """What the card says that was sent, before anything is decided."""
        raw = await read_upload(request, "card")
        seen = await run_in_threadpool(self._seen, raw)
        return self._room.answer(request, "key-card", member=member, tab="keys", part="keys", seen=seen)

    async def take(self, request: Request, member: Member) -> Response:
        """The card is taken: its enrolment waits for the six words."""
        form = await read_form(request)
        desk = await run_in_threadpool(self._take, form, member)
        return self._room.go(request, f"/khoa/quay/{desk}")

    def _listed(self) -> Listed:
        office = self._room.office
        with office.store.reading() as work:
            rows = roll(work)
            found = clashes(work)
        named = sorted(((self._name(row.unit), row) for row in rows), key=lambda pair: _by_name(pair[0]))
        waiting = [(name, row) for name, row in named if row.document]
        waits = tuple(
            Waits(row, name, six_words(row.document) if place < WORDS_SHOWN else None)
            for place, (name, row) in enumerate(waiting)
        )
        units = {row.number: name for name, row in named}
        told = tuple((units.get(clash.desks[0], ""), clash) for clash in found)
        return Listed(tuple((name, row) for name, row in named if row.desk.state != "waiting"), waits, told)

    def _seen(self, raw: bytes) -> CardSeen:
        opened, office = _read(raw), self._room.office
        card, today = opened.card, office.world.now().astimezone(VIETNAM).date()
        own = office.unit_on_day(office.facts.unit)
        communes = communes_under(office.units, own, today)
        known = office.units.known(card.unit)
        heirs = office.units.heirs(known[-1], today) if known else ()
        unit = next((one for one in communes if one.code in {card.unit, *(heir.code for heir in heirs)}), None)
        with office.store.reading() as work:
            stranger = follows_a_stranger(work, card)
            desk = None if stranger else belongs_to(work, card)
            others = in_use(work, unit.code, desk.number if desk else 0) if unit else ()
        called = office.unit_on_day(card.unit).official if known else card.unit
        return CardSeen(b64encode(raw).decode("ascii"), card, desk, unit, called, communes, others, stranger)

    def _take(self, form: FormData, member: Member) -> int:
        office = self._room.office
        try:
            raw = b64decode(text_of(form, "card"), validate=True)
        except (NotBase64, ValueError):
            raw = b""
        today = office.world.now().astimezone(VIETNAM).date()
        own = office.unit_on_day(office.facts.unit)
        unit = commune_under(office.units, text_of(form, "unit"), own, today)
        basis, phone = tidy(text_of(form, "basis"))[:500], tidy(text_of(form, "phone"))[:40]
        named = text_of(form, "profile") == "register"
        by_word = _number(text_of(form, "number")), tidy(text_of(form, "reason"))
        order = Order(unit.code, "register" if named else "figures", basis if named else "", phone, True, *by_word)
        _read(raw)
        return office.enrolling(member).enrol(raw, order).desk

    def _name(self, unit: str) -> str:
        return self._room.office.unit_on_day(unit).official


def _read(raw: bytes) -> OpenedCard:
    """The card in these bytes; raises Mistake with the sentence for what they are instead."""
    if not raw:
        raise Mistake("no-card")
    try:
        return read_card(raw)
    except Refused as refusal:
        sentence = verdicts.sentence(refusal.verdict, {"kind": "card", "detail": refusal.detail})
        raise Mistake("card-refused", sentence=sentence) from refusal


def _number(typed: str) -> int:
    """The desk number that somebody typed; 0 for none. Raises Mistake."""
    told = typed.strip()
    if not told:
        return 0
    if not (told.isascii() and told.isdigit() and len(told) < 6 and int(told)):
        raise Mistake("not-a-desk-number")
    return int(told)


def _by_name(name: str) -> list[tuple[bytes, ...] | bytes]:
    return [sort_key(word) for word in name.split()]
