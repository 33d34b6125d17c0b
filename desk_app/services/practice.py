"""The practice register: a desk of its own beside the real data; nothing in it counts, and nothing leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from desk_app.db.letter_templates import DRAFT, KeptTemplate
from desk_app.db.register import Work
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.domain.office import Signatory
from desk_app.services.desk import Desk
from desk_app.services.doorstep import Doorstep
from desk_app.services.hamlets import NAME as HAMLETS
from desk_app.services.number_signs import NAME as NUMBERING
from desk_app.services.office import (
    Letterhead,
    keep_letterhead,
    keep_signatories,
    read_letterhead,
    read_signatories,
)
from desk_app.services.people import ADDRESSES, Called, given_name, shown
from desk_app.services.seat import Seat

FOLDER = "TAP"
"""Its folder, inside the folder of the real data."""
TRAINEE, OPEN_TO_ALL = "nguoi-tap", "so-tap"
"""Whoever sits at this PC may practise: the register of invented people is locked by a password known to all."""
LEADER = "Nguyễn Văn Mẫu"
_ON_LETTERS = (NUMBERING, HAMLETS)
"""Papers of the office by which its letters differ from the usual ones."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who practises, and for which office: `head` alone where the real register is closed; where it is open its
    signatories too, its `papers` on how letters are numbered and what each hamlet is called, and its own letters that
    were approved (`templates`)."""

    head: Letterhead
    called: Called
    signatories: tuple[Signatory, ...] = ()
    papers: Mapping[str, str] = field(default_factory=dict)
    templates: tuple[KeptTemplate, ...] = ()


def guest_of(seat: Seat) -> Guest:
    """Whoever sits at this open desk, under its letterhead."""
    me = shown(seat)
    with seat.reading() as reading:
        head, signatories = read_letterhead(reading.office), read_signatories(reading.office)
        papers = {name: reading.office.get(name) or "{}" for name in _ON_LETTERS}
        templates = tuple(one for one in reading.letter_templates.all() if one.state != DRAFT)
    return Guest(head, Called(me.name, me.address, me.title), signatories, papers, templates)


def guest_at_door(doorstep: Doorstep, login: str) -> Guest:
    """Whoever is chosen at a lock whose register is closed."""
    resident = doorstep.resident(login)
    address = resident.greeting.removesuffix(given_name(resident.name)).strip()
    called = Called(resident.name, address if address in ADDRESSES else "", resident.work)
    return Guest(Letterhead(doorstep.unit, support=doorstep.support), called)


def guest_in(unit: str) -> Guest:
    """Somebody who looks around before a desk is set up, in the commune of this code."""
    return Guest(Letterhead(unit), Called())


def settle(desk: Desk, guest: Guest) -> None:
    """Make the practice desk the guest's: letters as in the real register, the name, and a handful of invented records
    the first time."""
    if guest.signatories:
        with desk.seat.work() as work:
            keep_letterhead(work.office, guest.head)
            keep_signatories(work.office, guest.signatories)
            for name, kept in guest.papers.items():
                work.office.put(name, kept)
            _bring(desk.seat, work, guest.templates)
            work.commit()
    if guest.called.name:
        desk.people.call(TRAINEE, guest.called)
    with desk.seat.reading() as reading:
        empty = not reading.registrations.newest(1)
    if empty:
        _invent(desk)


def _bring(seat: Seat, work: Work, templates: Sequence[KeptTemplate]) -> None:
    """The office's own letters as they stand there; what was tried here stays where no number is in the way."""
    seat.wordings.forget()
    for one in templates:
        there = work.letter_templates.get(one.name, one.version)
        if there is None:
            work.letter_templates.add(one)
        elif there != one:
            work.letter_templates.keep(one)


def _invent(desk: Desk) -> None:
    today = desk.seat.today()
    for draft in _invented(today):
        desk.register.enter(draft)
    desk.drafts.keep(desk.drafts.begin(), BirthDraft(child_name="Vi Thị Mai Hoa", registered_on=_day(today)))


def _invented(today: date) -> Sequence[Draft]:
    """Nobody of these names is meant; days are counted back from today."""

    def ago(days: int) -> str:
        return _day(today - timedelta(days=days))

    return (
        _birth("Lò Gia Hưng", "nam", ago(20), ago(9), ("Cầm Thị Lụa", "Lò Văn Phúc")),
        _birth("H'Lan Niê", "nữ", ago(14), ago(3), ("H'Mai Niê", "")),
        MarriageDraft(
            husband_name="Hoàng Văn Khang",
            husband_born="1997",
            wife_name="Đinh Thị Thắm",
            wife_born="1999",
            registered_on=ago(3),
        ),
        DeathDraft(deceased_name="Phùng Văn Thọ", sex="nam", born="1941", died_on=ago(4), registered_on=ago(3)),
        _birth("Trịnh Ngọc Ánh", "nữ", ago(8), ago(0), ("Vi Thị Thơm", "Trịnh Văn Bách")),
    )


def _birth(child: str, sex: str, born: str, registered_on: str, parents: tuple[str, str]) -> BirthDraft:
    mother, father = parents
    return BirthDraft(
        child_name=child, sex=sex, born=born, registered_on=registered_on, mother_name=mother, father_name=father
    )


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
