"""What a desk's folder holds after whatever happened to it, once everything in it was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fault_desk import LOGIN
from kill_desk import WORLD
from kills import Said

from desk_app.db.register import Reading
from desk_app.house import open_desk
from desk_app.services.copies import FOLDER, copies_in
from desk_app.services.desk import Desk
from desk_app.services.print_desk import PrintDesk
from tools.pretend_office import PretendOffice

ALL = 10**6
KNOWN = ("register.", "keyring", "doorstep.", "backups", "logs", "truoc-khoi-phuc_", "khoi-phuc")


def stand(folder: Path, office: PretendOffice) -> Said:
    """Everything that an act may have confirmed, as acts confirm it; fails where anything is half, lost or double."""
    desk = open_desk(folder, WORLD, LOGIN)
    try:
        desk.care.check()
        with desk.seat.reading() as reading:
            kept = {*_registrations(reading), *_letters(reading), *_sent(reading, folder.parent / "usb", office)}
            kept |= {("draft", draft.draft_id) for draft in reading.drafts.all()}
            kept |= {("receipt", receipt.number) for receipt in reading.receipts.all()}
            kept.add(("epoch", reading.epoch()))
        kept |= _asked(desk, kept)
        kept |= _copies(desk, folder / FOLDER)
    finally:
        desk.close()
    strangers = [path.name for path in folder.iterdir() if not path.name.startswith(KNOWN)]
    assert not strangers, strangers
    return frozenset(kept)


def _registrations(reading: Reading) -> set[tuple[str, object]]:
    rows = reading.registrations.newest(ALL)
    numbers = [row.registration.number for row in rows]
    _once(numbers)
    told = [fact.subject for fact in reading.journal.facts() if fact.kind == "registered"]
    assert [row.subject for row in reversed(rows)] == told
    return {("number", number) for number in numbers}


def _letters(reading: Reading) -> set[tuple[str, object]]:
    lines = reading.overview.letters_prepared(ALL) + reading.overview.letters_in_hand(date.min, ALL)
    letters = [letter for letter in map(reading.letters.get, [line.id for line in lines]) if letter]
    _once([letter.serial for letter in letters])
    _once([id for letter in letters for id in letter.covers])
    assert all(letter.page for letter in letters)
    printed = {("printed", letter.id) for letter in letters if letter.state == "printed"}
    return printed | {("prepared", letter.id) for letter in letters}


def _sent(reading: Reading, stick: Path, office: PretendOffice) -> set[tuple[str, object]]:
    bundles = reading.bundles.all()
    _once([bundle.seq for bundle in bundles])
    on_stick = {office.opened(path.read_bytes()).manifest.seq for path in stick.glob("*.mctt")}
    sealed = {bundle.seq for bundle in bundles if bundle.state == "sealed"}
    assert sealed <= on_stick <= {bundle.seq for bundle in bundles}
    return {("sent", seq) for seq in sealed}


def _asked(desk: Desk, kept: set[tuple[str, object]]) -> set[tuple[str, object]]:
    """A question that was kept is open, or the sheet was counted."""
    question = PrintDesk(desk.seat).question.open()
    waiting = question.letters if question else ()
    if waiting:
        assert PrintDesk(desk.seat).pdf(waiting, "black").startswith(b"%PDF")
    return {("asked", id) for id in waiting} | {("asked", id) for kind, id in kept if kind == "printed"}


def _copies(desk: Desk, place: Path) -> set[tuple[str, object]]:
    """Copies open and hold what they are called by; the newest holds what older ones held."""
    copies = copies_in(place)
    for copy in copies:
        assert desk.care.compare(copy.path).registrations == copy.registrations
    newest = copies[0].registrations if copies else 0
    return {("copy", count) for count in range(newest + 1)}


def _once(values: Sequence[object]) -> None:
    assert len(set(values)) == len(values)
