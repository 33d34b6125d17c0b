"""A scanned card beside the form: read, shown, given to a person. No widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from common.words import scans as words
from common.words.problems import sentence
from desk_app.domain.cards import IdentityCard
from desk_app.services.home_units import HomeHint
from desk_app.services.scans import home_of_today, scanned_card
from desk_app.services.seat import Seat
from desk_app.ui.form.fields import CardTarget
from desk_app.ui.form.forms import CARD_TARGETS
from desk_app.ui.form.model import FormModel

State = Literal["waiting", "read", "failed", "given", "home"]
"""`home`: the card was given, and its address lies in a unit that has another name today."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What the strip shows; `suggested` is the person this card most likely belongs to."""

    state: State
    title: str
    more: str = ""
    suggested: str = ""

    @property
    def asks(self) -> bool:
        """Whether something waits for the clerk here."""
        return self.state in ("read", "failed", "home")


@dataclass(frozen=True, slots=True)
class PrintedHome:
    """An address as the card has it, the field it stands in, and what is offered in its place."""

    field: str
    text: str
    hint: HomeHint


class CardScan:
    """The one card that waits to be given. The raw scan is read and forgotten at once."""

    def __init__(self, model: FormModel, seat: Seat) -> None:
        self._model, self._seat = model, seat
        self.card: IdentityCard | None = None
        self.home: PrintedHome | None = None
        self.strip = Strip("waiting", words.SCAN_WAITING, words.SCAN_WAITING_MORE)

    @property
    def targets(self) -> tuple[CardTarget, ...]:
        """Whom a card can be given to in this form."""
        return CARD_TARGETS[self._model.event]

    def feed(self, text: str) -> Strip:
        """Take a scan: the card waits for its person, or the strip says what to do."""
        outcome = scanned_card(self._seat, text)
        self.card, self.home = outcome.value, None
        if self.card is None:
            problem = outcome.problems[0]
            self.strip = Strip("failed", sentence(problem.code, problem.details))
        else:
            self.strip = self._shown(self.card)
        return self.strip

    def give(self, person: str) -> tuple[str, ...]:
        """Write the card into that person's fields; those that changed. What the card does not say stays as typed."""
        target = next((one for one in self.targets if one.person == person), None)
        if self.card is None or target is None:
            return ()
        texts = _texts(self.card, target)
        for field, text in texts.items():
            self._model.write(field, text)
        given = words.card_given(person, self.card.name.text if self.card.name else "")
        hint = home_of_today(self._seat, self.card.residence) if target.residence else None
        if hint is not None and hint.offers:
            self.home = PrintedHome(target.residence, self.card.residence, hint)
            self.strip = Strip("home", given, words.home_moved(hint.old, [offer.unit for offer in hint.offers]))
        else:
            self.strip = Strip("given", given, words.home_gone(hint.old) if hint else words.SCAN_WAITING_MORE)
        self.card = None
        return tuple(texts)

    def take_home(self, place: int) -> tuple[str, ...]:
        """Write the offered address where the card's stands; nothing where somebody has typed there since."""
        home, self.home = self.home, None
        if home is None or self._model.text(home.field) != home.text:
            self.drop()
            return ()
        offer = home.hint.offers[place]
        self._model.write(home.field, offer.address)
        self.strip = Strip("given", words.HOME_TAKEN, offer.address)
        return (home.field,)

    def drop(self) -> bool:
        """Forget the card, or what is offered for its address, which stays as printed; False when there was neither."""
        asked = self.strip.asks
        if asked:
            self.card, self.home = None, None
            self.strip = Strip("waiting", words.SCAN_WAITING, words.SCAN_WAITING_MORE)
        return asked

    def _shown(self, card: IdentityCard) -> Strip:
        name = card.name.text if card.name else ""
        born = card.born.slashed() if card.born else ""
        more = words.card_more(card.sex, born, card.notes)
        return Strip("read", words.card_read(name), f"{more} {words.SCAN_WHOM}".strip(), self._likely(card))

    def _likely(self, card: IdentityCard) -> str:
        """By sex where the form has a woman's and a man's place, otherwise the first person still empty."""
        if "holder-is-child" in card.notes:
            return ""
        by_sex = {"female": ("mother", "wife"), "male": ("father", "husband")}.get(card.sex, ())
        persons = [one for one in self.targets if not self._model.text(one.name).strip()]
        likely = [one.person for one in persons if one.person in by_sex]
        return (likely or [one.person for one in persons] or [self.targets[0].person])[0]


def _texts(card: IdentityCard, target: CardTarget) -> dict[str, str]:
    parts = {
        target.name: card.name.text if card.name else "",
        target.born: card.born.slashed() if card.born else "",
        target.residence: card.residence,
        target.citizen_id: card.citizen_id.digits,
        target.sex: "" if card.sex == "unknown" else card.sex,
    }
    return {field: text for field, text in parts.items() if field and text}
