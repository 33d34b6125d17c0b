"""The room at work: composing and drawing with the stock in hand.

Services hold this by name only; it is loaded with the first letter, because fonts, symbols and the PDF library take as
long to load as all the rest of the program.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from common.letter_text import Template, Words
from desk_app.domain.events import AnyRegistration, Death
from desk_app.domain.problems import Outcome
from desk_app.letters.compose import compose, words_of
from desk_app.letters.draw import draw
from desk_app.letters.family_fields import is_foreign, lunar_day
from desk_app.letters.order import Composed, Order
from desk_app.letters.proof import Proof, proof_of
from desk_app.letters.samples import Base
from desk_app.letters.setpage import SetPage
from desk_app.letters.stock import Stock, open_stock


@dataclass(frozen=True, slots=True)
class Press:
    """Sets and draws letters from one stock."""

    stock: Stock

    def compose(self, order: Order) -> Outcome[Composed]:
        """One letter, or every reason why it cannot be set."""
        return compose(order, self.stock)

    def words(self, order: Order) -> Words:
        """What the letter says of whom, before it is set: values by field, and the conditions that hold."""
        return words_of(order)

    def is_foreign(self, registration: AnyRegistration) -> bool:
        """Whether a parent or spouse comes from another country, as far as the record says."""
        return is_foreign(registration)

    def lunar(self, registration: AnyRegistration) -> str:
        """The lunar day of a death as a letter would say it; "" where it cannot."""
        return lunar_day(registration.died_on) if isinstance(registration, Death) else ""

    def proof(self, layout: str, text: str, template: Template, base: Base) -> Proof:
        """A template being written, to be tried on the samples of this office."""
        return proof_of((layout, text, template), base, self.stock)

    def draw(self, pages: Iterable[SetPage]) -> bytes:
        """One PDF, a page for each set page; raises CannotDraw."""
        return draw(pages, self.stock)


def open_press(resources: Path) -> Press:
    """The press with the stock below `resources`; raises templates.TemplateFault."""
    return Press(open_stock(resources))
