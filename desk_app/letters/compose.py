"""An order for a letter becomes a set page, or the list of what is missing."""

from collections.abc import Callable

from common.letter_names import layout_of
from common.letter_text import Template, Words
from common.names import tidy
from desk_app.domain.problems import Outcome, Problem
from desk_app.letters.apology import set_apology
from desk_app.letters.back import set_back
from desk_app.letters.birth import set_birth
from desk_app.letters.birth_official import set_official_birth
from desk_app.letters.card import A4_HEIGHT, A4_WIDTH, A5_HEIGHT, A5_WIDTH, Card
from desk_app.letters.condolence import set_condolence
from desk_app.letters.courtesy_fields import courtesy_words
from desk_app.letters.family_fields import english_unit, subject_words
from desk_app.letters.fields import FIELDS, office_words, together
from desk_app.letters.fit import Step, TooLong
from desk_app.letters.marriage import set_marriage
from desk_app.letters.order import LONGEST_FREE_LINE, TEMPLATES_OF, WITH_BACK, Composed, Order, PrintedCode
from desk_app.letters.setpage import SPECIMEN, TRAINING, SetPage
from desk_app.letters.sheet import Sheet, Unmapped
from desk_app.letters.stock import Stock, open_stock
from desk_app.letters.thanks import set_thanks

__all__ = ["Composed", "Order", "PrintedCode", "compose", "open_stock"]

USUAL = "letter-missing-field"
_MISSING = {"declarant_relation": "letter-needs-address"}
OPTIONAL = frozenset({"loi_rieng", "viec_da_lam"})
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
    template, words = _template(order, stock), words_of(order)
    if template is None:
        details = {"template": _template_name(order)}
        return Outcome(None, (Problem("template", "letter-no-such-template", "error", details),))
    missing = _missing(order, template, words)
    if missing:
        return Outcome(None, missing)
    card = Card(order, template, words, _blank(template.name, stock))
    try:
        steps = LAYOUTS[layout_of(template.name)](card)
        page = card.sheet.page((template.name, template.version, template.title), order.ink, _mark(order))
        back = _back(order, stock) if order.english and order.kind in WITH_BACK else None
    except TooLong as trouble:
        return Outcome(None, (Problem(trouble.what, "letter-too-long", "error", {"field": trouble.what}),))
    except Unmapped as trouble:
        details = {"character": " ".join(trouble.characters)}
        return Outcome(None, (Problem(_holder(order, trouble), "letter-unmapped-glyph", "error", details),))
    told = tuple(Problem(order.name_field, f"letter-{step.code}", "warning", {"detail": step.detail}) for step in steps)
    return Outcome(Composed(page, template.name, tuple(str(step) for step in steps), back), (*told, *_lacking(order)))


def _lacking(order: Order) -> tuple[Problem, ...]:
    """What a letter can do without and should not: whom a bereaved family may call."""
    if order.kind != "death" or order.office.phone:
        return ()
    return (Problem("office_phone", "letter-without-contact", "warning"),)


def _back(order: Order, stock: Stock) -> SetPage:
    """The other side of the sheet, as large as the front."""
    name = f"{order.kind}-back-en"
    template = order.wording.get(name) or stock.templates[name]
    card = Card(order, template, words_of(order), _blank(_template_name(order), stock))
    set_back(card)
    mark = TRAINING if order.training else ""
    return card.sheet.page((template.name, template.version, template.title), order.ink, mark)


def _holder(order: Order, trouble: Unmapped) -> str:
    """The field in which the characters stand that cannot be printed, as far as it can be told."""
    values = words_of(order).values
    names = [registration.principals() for registration in order.registrations]
    if any(sign in name.upper + name.text for group in names for name in group for sign in trouble.characters):
        return order.name_field
    return next(
        (FIELDS[name] for name, said in values.items() if set(trouble.characters) & set(said)), order.name_field
    )


def _blank(template: str, stock: Stock) -> Sheet:
    return Sheet(stock, A4_WIDTH, A4_HEIGHT) if layout_of(template) in ON_A4 else Sheet(stock, A5_WIDTH, A5_HEIGHT)


def _mark(order: Order) -> str:
    if order.training:
        return TRAINING
    return SPECIMEN if order.specimen and order.code is not None else ""


def _template(order: Order, stock: Stock) -> Template | None:
    """The words of the office's own version where one is in force, else those that came with the program."""
    name = _template_name(order)
    if layout_of(name) not in TEMPLATES_OF[order.kind]:
        return None
    return order.wording.get(name) or stock.templates.get(name)


def _template_name(order: Order) -> str:
    return order.template or TEMPLATES_OF[order.kind][0]


def words_of(order: Order) -> Words:
    """Every value and condition that a template may use for this order."""
    host = "" if order.code is None else order.code.host
    office = office_words(order.office, tidy(order.free_line), host)
    about = subject_words(order) if order.courtesy is None else courtesy_words(order.courtesy)
    return together(office, Words({"xa_anh": english_unit(order.office.unit_name)}, frozenset()), about)


def _missing(order: Order, template: Template, words: Words) -> tuple[Problem, ...]:
    problems = []
    if order.signatory is None:
        problems.append(order.unsigned or Problem("signatory", "letter-needs-signatory", "error"))
    if len(tidy(order.free_line)) > LONGEST_FREE_LINE:
        problems.append(Problem("free_line", "letter-too-long", "error", {"field": "free_line"}))
    fields = [FIELDS[name] for name in _used(template, words) if not words.values.get(name)]
    problems += [Problem(name, _MISSING.get(name, USUAL), "error", {"field": name}) for name in dict.fromkeys(fields)]
    return tuple(problems)


def _used(template: Template, words: Words) -> list[str]:
    names = [name for section in template.sections for name in template.fields(section, words)]
    return [name for name in names if name not in OPTIONAL]
