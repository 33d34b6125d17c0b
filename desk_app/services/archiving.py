"""A letter goes into the register: its page, its code, its line in the journal. For letters of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.db.letters import NewLetter
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.feedback.links import PrintedLink, letter_link
from desk_app.letters.order import Composed, PrintedCode
from desk_app.letters.setpage import page_bytes, page_digest
from desk_app.services.letter_values import Prepared
from desk_app.services.lines import act_entry
from desk_app.services.office import read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.serials import fresh_serial
from desk_app.sync.link import IN_FORCE, read_link


@dataclass(frozen=True, slots=True)
class ToArchive:
    """A composed letter of this kind (birth, marriage, death, thanks, apology), the registrations it covers (none for
    a courtesy), its day, what stays at home about it, and what was chosen for it."""

    kind: str
    composed: Composed
    link: PrintedLink | None
    dated: date
    rows: tuple[Kept, ...] = ()
    home: Mapping[str, object] = field(default_factory=dict)
    wish: Mapping[str, Any] = field(default_factory=dict)


def link_for(seat: Seat, work: Work, kind: str) -> PrintedLink | None:
    """A code with a serial never used, where letters of this kind carry one; the serial is spent with the work."""
    district = read_link(work.office.get(IN_FORCE))
    if district is None or not district.confirmed:
        return None
    if kind == "death" and not read_letterhead(work.office).condolence_code:
        return None
    return link_of(work, kind, fresh_serial(seat, work))


def link_of(work: Reading, kind: str, serial: int) -> PrintedLink | None:
    """The code of this serial, as it was printed."""
    district = read_link(work.office.get(IN_FORCE))
    if district is None:
        return None
    return letter_link(kind, district.desk, serial, (district.token_key, district.host))


def printed_code(link: PrintedLink | None) -> PrintedCode | None:
    """The code as an order takes it."""
    return PrintedCode(link.link, link.code, link.host) if link else None


def archive(seat: Seat, work: Work, letter: ToArchive) -> Prepared:
    """Keep the page and write its line: what counts is how many registrations it covers, a courtesy counts as one."""
    page, link = page_bytes(letter.composed.page), letter.link
    covers = tuple(row.id for row in letter.rows)
    new = NewLetter(
        kind=letter.kind,
        subject=seat.subject(),
        serial=link.serial if link else None,
        template=letter.composed.template,
        page=page,
        digest=page_digest(page),
        covers=covers,
        dated=letter.dated,
        code=link.code if link else "",
    )
    id = work.letters.add(new)
    if letter.wish:
        work.papers.keep_wish(id, letter.wish)
    if letter.composed.back is not None:
        back = page_bytes(letter.composed.back)
        work.papers.keep_back(id, back, page_digest(back))
    figures: dict[str, object] = {"letter": letter.kind, "covers": max(1, len(covers))}
    if link:
        figures["serial"] = link.serial
    home = {"registrations": [row.subject for row in letter.rows], "page": new.digest, **letter.home}
    work.journal.append(act_entry(seat, "letter-prepared", new.subject, figures, home))
    return Prepared(id, letter.kind, covers, new.code, link.link if link else "", letter.composed.steps)
