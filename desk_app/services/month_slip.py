"""The slip that goes with a bundle: its number and lines, the six words, who made it and who saw it."""

from __future__ import annotations

from datetime import datetime

from common.paper.slips import Slip
from desk_app.services.papers import transmittal
from desk_app.services.seat import Seat
from desk_app.services.second_look import Hands, hands_of
from desk_app.services.trouble import Mistake
from desk_app.sync.link import IN_FORCE, read_link
from desk_app.sync.outgoing import fields_of


def slip_of(seat: Seat, seq: int) -> bytes:
    """The slip of a sealed bundle as an A5 PDF, also years later; raises Mistake("no-such-bundle" | "no-district")."""
    with seat.reading() as reading:
        kept = {bundle.seq: bundle for bundle in reading.bundles.all() if bundle.state == "sealed"}
        tie = read_link(reading.office.get(IN_FORCE))
        hands = hands_of(reading).get(seq)
    if seq not in kept:
        raise Mistake("no-such-bundle", {"number": str(seq)})
    if tie is None:
        raise Mistake("no-district")
    fields, told = fields_of(kept[seq].manifest), tie.words()
    by = hands or Hands("", "", fields.created_at)
    return transmittal(
        seat,
        Slip(
            number=seq,
            month=fields.period,
            lines=fields.head - fields.basis,
            words=told.words,
            figures=told.hex_groups,
            made_by=by.made_by,
            seen_by=by.seen_by,
            at=datetime.fromisoformat(by.at),
        ),
    )
