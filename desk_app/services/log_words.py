"""Names in the year's log: found when somebody asks what is held about them, and taken away when the law has it so."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from common.names import fold
from common.words import year_log as words
from common.words.numbering import ERASED
from desk_app.db.register import Reading, Work
from desk_app.db.year_log import KeptEntry
from desk_app.domain.year_log import CHOICES, COUNTS, DAYS, GUARDED
from desk_app.services.erased_reasons import without
from desk_app.services.lines import act_entry
from desk_app.services.reasons import reason_given
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.trouble import Mistake

Names = Callable[[str], bool]
_STAYS = CHOICES.keys() | COUNTS | DAYS


def entries_naming(store: Reading | Work, names: Names) -> tuple[KeptEntry, ...]:
    """The entries that name them, those taken back too; of every kind, so only what the reader may see is shown."""
    return tuple(one for one in store.year_log.all() if names(json.dumps(dict(one.body), ensure_ascii=False)))


def forget_entries(work: Work, names: Names) -> int:
    """Put other words where an entry names them, in how many; days, numbers and what was chosen stay and count."""
    found = entries_naming(work, names)
    for one in found:
        work.year_log.keep(replace(one, body=without(dict(one.body), names)))
    return len(found)


def erase_entry(seat: Seat, id: int, reason: str) -> bool:
    """Erase by law every word that was typed into one entry, whether the file could be written anew; it counts on. For
    leader and administrator. Raises Mistake: reason-empty, erase-reason-names, no-such-log-entry."""
    seat.may("erase")
    why = reason_given(reason)
    with seat.work() as work:
        kept = work.year_log.get(id)
        if kept is None:
            raise Mistake("no-such-log-entry", {"id": str(id)})
        entry = dict(kept.body["entry"])
        typed = {name: text for name, text in entry.items() if name not in _STAYS and text}
        named = [fold(str(entry[name])) for name in ("who", "about") if entry.get(name)]
        if any(name in fold(why) for name in named):
            raise Mistake("erase-reason-names")
        body = {**kept.body, "entry": {**entry, **dict.fromkeys(typed, ERASED)}}
        body |= {"why": ERASED} if body.get("why") else {}
        work.year_log.keep(replace(kept, body=body))
        home = {"act": "log-erased", "what": str(id), "reason": why}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, home))
        work.commit()
    return seat.scrubbed()


@dataclass(frozen=True, slots=True)
class LoggedOf:
    """What the log says of somebody, as far as whoever sits here may read it: the first day, a line for each entry."""

    since: date | None
    told: tuple[str, ...]


def logged_of(seat: Seat, reading: Reading, names: Names) -> LoggedOf:
    """The entries that name them. Who may not read of conduct is told in every case that leaders answer for it: a line
    that came only where there is something would be the answer."""
    leads = "sensitive" in ACTS_OF[seat.role]
    found = [one for one in entries_naming(reading, names) if leads or one.kind != GUARDED]
    lines = (words.held(one.id, one.kind, one.body["entry"]) for one in found)
    return LoggedOf(min((one.on_day for one in found), default=None), (*lines, *(() if leads else (words.HIDDEN,))))
