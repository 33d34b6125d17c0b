"""A scanned card beside the form: read, shown, given to a person. No widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from common.words import form as words
from common.words.problems import sentence
from desk_app.domain.cards import IdentityCard, read_card
from desk_app.ui.form.fields import CardTarget
from desk_app.ui.form.forms import CARD_TARGETS
from desk_app.ui.form.model import FormModel

State = Literal["waiting", "read", "failed", "given"]


@dataclass(frozen=True, slots=True)
class Strip:
    """What the strip shows; `suggested` is the person this card most likely belongs to."""

    state: State
    title: str
    more: str = ""
    suggested: str = ""


class CardScan:
    """The one card that waits to be given. The raw scan is read and forgotten at once."""

    def __init__(self, model: FormModel) -> None:
        self._model = model
        self.card: IdentityCard | None = None
        self.strip = Strip("waiting", words.SCAN_WAITING, words.SCAN_WAITING_MORE)

    @property
    def targets(self) -> tuple[CardTarget, ...]:
        """Whom a card can be given to in this form."""
        return CARD_TARGETS[self._model.event]

    def feed(self, text: str) -> Strip:
        """Take a scan: the card waits for its person, or the strip says what to do."""
        outcome = read_card(text)
        self.card = outcome.value
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
        name = self.card.name.text if self.card.name else ""
        self.card = None
        self.strip = Strip("given", words.card_given(person, name), words.SCAN_WAITING_MORE)
        return tuple(texts)

    def drop(self) -> bool:
        """Forget the card; False when there was none to forget."""
        if self.strip.state not in ("read", "failed"):
            return False
        self.card = None
        self.strip = Strip("waiting", words.SCAN_WAITING, words.SCAN_WAITING_MORE)
        return True

    def _shown(self, card: IdentityCard) -> Strip:
        name = card.name.text if card.name else ""
        born = card.born.slashed() if card.born else ""
        more = words.card_more(card.sex, born, card.notes)
        return Strip("read", words.card_read(name), f"{more} {words.SCAN_WHOM}".strip(), self._likely(card))

    def _likely(self, card: IdentityCard) -> str:
        """By sex where the form has a woman's and a man's place, otherwise the first person still empty."""
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
