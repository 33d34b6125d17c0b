"""Households in mourning: whose glad letters wait, for whom, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from desk_app.db.register import Reading, Work
from desk_app.domain.address import form_of_address
from desk_app.domain.events import AnyRegistration, Death
from desk_app.domain.mourning import Deaths, mourned_until
from desk_app.domain.rules import Rules
from exchange.canonical import decode

IN_MOURNING = "family-in-mourning"
_LAW = Rules.standard("")


@dataclass(frozen=True, slots=True)
class Loss:
    """A death for which glad letters to its household wait: the registration, whom it was, and the last day."""

    record: int
    who: str
    died: str
    until: date

    def details(self) -> Mapping[str, str]:
        """What a problem tells of it."""
        until = f"{self.until:%d/%m/%Y}"
        return {"reason": IN_MOURNING, "record": str(self.record), "who": self.who, "died": self.died, "until": until}


@dataclass(frozen=True, slots=True)
class Mourning:
    """The deaths that are mourned on one day, read once for as many letters as are asked about."""

    deaths: tuple[tuple[Death, Loss], ...]
    _found: Deaths = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_found", Deaths(death for death, _ in self.deaths))

    def of(self, registrations: Sequence[AnyRegistration]) -> Loss | None:
        """The loss for which a letter over these registrations waits, of several the one mourned longest; a condolence
        waits for none."""
        found = sorted({place for one in registrations for place in self._found.bereaving(one)})
        return max((self.deaths[place][1] for place in found), key=lambda loss: loss.until, default=None)


def mourning(store: Reading | Work, today: date) -> Mourning:
    """The deaths registered here that are mourned today; what is read of the register are these weeks alone."""
    since = today - timedelta(days=_LAW.value("mourning-days", today) or 0)
    ids = store.like.deaths_in(_months(since, today))
    return Mourning(tuple(_mourned([(kept.id, kept.registration) for kept in store.registrations.several(ids)], today)))


def _mourned(rows: Sequence[tuple[int, AnyRegistration]], today: date) -> Iterator[tuple[Death, Loss]]:
    for id, death in rows:
        if not isinstance(death, Death) or death.registered_on > today:
            continue
        until = mourned_until(death, _LAW)
        if until >= today:
            address = form_of_address(death.deceased, death.died_on.earliest())
            yield death, Loss(id, f"{address} {death.deceased.name.text}", death.died_on.slashed(), until)


def _months(first: date, last: date) -> list[int]:
    months = [first.year * 12 + first.month - 1, last.year * 12 + last.month - 1]
    return [month // 12 * 100 + month % 12 + 1 for month in range(months[0], months[1] + 1)]


def opened_for(store: Reading | Work, subject: str) -> frozenset[str]:
    """The reasons in spite of which somebody had this letter written; kept at home, beside the line that says so."""
    prepared = next((line for line in store.journal.of_subject(subject) if line.kind == "letter-prepared"), None)
    if prepared is None:
        return frozenset()
    kept = next(iter(store.journal.home_parts(prepared.position, prepared.position)), None)
    home = decode(kept.body) if kept else {}
    return frozenset(home.get("held", ()))


def waits_for(
    store: Reading | Work, letter: tuple[str, int], registrations: Sequence[AnyRegistration], mourned: Mourning
) -> Loss | None:
    """The loss for which a letter that was written already (its subject, and the copies in the hand) waits; None where
    a sheet was counted or somebody had it written all the same."""
    subject, copies = letter
    loss = None if copies else mourned.of(registrations)
    return loss if loss and IN_MOURNING not in opened_for(store, subject) else None
