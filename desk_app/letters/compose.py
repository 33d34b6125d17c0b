"""An order for a letter becomes a set page, or the list of what is missing."""

from collections.abc import Callable
from typing import cast

from common.names import tidy
from desk_app.domain.events import Birth, Marriage
from desk_app.domain.problems import Outcome, Problem
from desk_app.letters.apology import set_apology
from desk_app.letters.birth import set_birth
from desk_app.letters.birth_official import set_official_birth
from desk_app.letters.card import A4_HEIGHT, A4_WIDTH, A5_HEIGHT, A5_WIDTH, Card
from desk_app.letters.condolence import set_condolence
from desk_app.letters.courtesy_fields import courtesy_words
from desk_app.letters.fields import FIELDS, birth_words, death_words, marriage_words, office_words, together
from desk_app.letters.fit import Step, TooLong
from desk_app.letters.marriage import set_marriage
from desk_app.letters.order import LONGEST_FREE_LINE, Composed, Order, PrintedCode
from desk_app.letters.setpage import SPECIMEN, TRAINING
from desk_app.letters.sheet import Sheet, Unmapped
from desk_app.letters.stock import Stock, open_stock
from desk_app.letters.templates import Template, Words
from desk_app.letters.thanks import set_thanks

__all__ = ["Composed", "Order", "PrintedCode", "compose", "open_stock"]

OPTIONAL = frozenset({"loi_rieng", "viec_da_lam"})
TEMPLATES_OF: dict[str, tuple[str, ...]] = {
    "birth": ("birth-card", "birth-official"),
    "marriage": ("marriage-card",),
    "death": ("condolence-card",),
    "thanks": ("thanks-card",),
    "apology": ("apology-official",),
}
"""The templates of each kind of letter, the usual one first."""
LAYOUTS: dict[str, Callable[[Card], tuple[Step, ...]]] = {
    "birth-card": set_birth,
    "birth-official": set_official_birth,
    "marriage-card": set_marriage,
    "condolence-card": set_condolence,
    "thanks-card": set_thanks,
    "apology-official": set_apology,
}
ON_A4 = frozenset({"birth-official", "apology-official"})


def compose(order: Order, stock: Stock) -> Outcome[Composed]:
    """Set one letter. Fitting steps come back as warnings; anything missing or not fitting refuses with its field."""
    if _template_name(order) not in TEMPLATES_OF[order.kind]:
        details = {"template": _template_name(order)}
        return Outcome(None, (Problem("template", "letter-no-such-template", "error", details),))
    missing = _missing(order, stock)
    if missing:
        return Outcome(None, missing)
    template = stock.templates[_template_name(order)]
    card = Card(order, template, _words(order), _blank(template.name, stock))
    try:
        steps = LAYOUTS[template.name](card)
        page = card.sheet.page((template.name, template.version, template.title), order.ink, _mark(order))
    except TooLong as trouble:
        return Outcome(None, (Problem(trouble.what, "letter-too-long", "error", {"field": trouble.what}),))
    except Unmapped as trouble:
        details = {"character": " ".join(trouble.characters)}
        return Outcome(None, (Problem(order.name_field, "letter-unmapped-glyph", "error", details),))
    told = tuple(Problem(order.name_field, f"letter-{step.code}", "warning", {"detail": step.detail}) for step in steps)
    return Outcome(Composed(page, template.name, tuple(str(step) for step in steps)), told)


def _blank(template: str, stock: Stock) -> Sheet:
    return Sheet(stock, A4_WIDTH, A4_HEIGHT) if template in ON_A4 else Sheet(stock, A5_WIDTH, A5_HEIGHT)


def _mark(order: Order) -> str:
    if order.training:
        return TRAINING
    return SPECIMEN if order.specimen and order.code is not None else ""


def _template_name(order: Order) -> str:
    return order.template or TEMPLATES_OF[order.kind][0]


def _words(order: Order) -> Words:
    host = "" if order.code is None else order.code.host
    office = office_words(order.office, tidy(order.free_line), host)
    return together(office, _subject_words(order))


def _subject_words(order: Order) -> Words:
    if order.courtesy is not None:
        return courtesy_words(order.courtesy)
    first = order.registrations[0]
    if isinstance(first, Birth):
        return birth_words(cast(tuple[Birth, ...], order.registrations), order.office, order.dated)
    if isinstance(first, Marriage):
        return marriage_words(first, "elderly-couple" in order.choices)
    return death_words(first, order.choices)


def _missing(order: Order, stock: Stock) -> tuple[Problem, ...]:
    problems = []
    if order.signatory is None:
        problems.append(order.unsigned or Problem("signatory", "letter-needs-signatory", "error"))
    if len(tidy(order.free_line)) > LONGEST_FREE_LINE:
        problems.append(Problem("free_line", "letter-too-long", "error", {"field": "free_line"}))
    template, words = stock.templates[_template_name(order)], _words(order)
    fields = [FIELDS[name] for name in _used(template, words) if not words.values[name]]
    problems += [Problem(name, "letter-missing-field", "error", {"field": name}) for name in dict.fromkeys(fields)]
    return tuple(problems)


def _used(template: Template, words: Words) -> list[str]:
    names = [name for section in template.sections for name in template.fields(section, words)]
    return [name for name in names if name not in OPTIONAL]
