"""Orders on which a template is tried: every case that its kind of letter knows, the shortest and the longest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from common.dates import PartialDate
from common.letter_check import LAYOUTS
from common.letter_names import FORMS
from common.names import PersonName
from common.words import letter_samples as words
from desk_app.domain.courtesy import Addressee, BadManner, Courtesy, Gift, LateResult, Opinion, WrongPaper
from desk_app.domain.events import Birth, Death, Marriage
from desk_app.domain.office import Office, Signatory
from desk_app.domain.people import Declarant, Person, Sex
from desk_app.letters.order import Order, PrintedCode

_DAY = timedelta(days=1)
_FAMILIES: Mapping[str, tuple[str, str]] = {
    "both": (words.MOTHER, words.FATHER),
    "mother": (words.MOTHER, ""),
    "father": ("", words.FATHER),
    "relative": ("", ""),
}
_DEATHS: Mapping[str, tuple[str, int, Sex, str, str]] = {
    "cu": (words.ELDER, 86, "female", "", ""),
    "cu-unknown": (words.ELDER, 86, "unknown", "", ""),
    "adult": (words.ADULT, 56, "male", "", ""),
    "child-both": (words.CHILD, 6, "female", words.MOTHER, words.FATHER),
    "child-mother": (words.CHILD, 6, "female", words.MOTHER, ""),
    "child-father": (words.CHILD, 6, "female", "", words.FATHER),
    "child-alone": (words.CHILD, 6, "female", "", ""),
}
_OF_A_DEATH = ((), ("line",), ("faith",), ("lunar",), ("faith", "lunar", "line"), ("code",), ("no-contact",))


@dataclass(frozen=True, slots=True)
class Sample:
    """One case by its parts ("mother", "twins"), or one of SHORTEST, USUAL, WORST; and a letter of it."""

    parts: tuple[str, ...]
    order: Order

    @property
    def name(self) -> str:
        """By which it is asked for."""
        return "-".join(self.parts)

    @property
    def caption(self) -> str:
        """How it is called for people."""
        return words.called(self.parts)


@dataclass(frozen=True, slots=True)
class Base:
    """What the samples of one office share."""

    office: Office
    signatory: Signatory
    dated: date
    code: PrintedCode


LONG = 40
SHORTEST, USUAL, WORST = ("shortest",), ("usual",), ("worst",)


def samples_of(layout: str, base: Base) -> tuple[Sample, ...]:
    """Shortest, usual and worst, then every case of the letters that have this form."""
    kind = LAYOUTS[layout].kind
    back = layout not in FORMS
    found = {"birth": _births, "marriage": _marriages, "death": _deaths, "thanks": _thanks, "apology": _apologies}
    return tuple(Sample(parts, _with_back(order) if back else order) for parts, order in found[kind](base))


def _with_back(order: Order) -> Order:
    """The other side as well, where less has room: of twins with long names one."""
    alone = order.registrations[:1] if len(order.registrations[0].principals()[0].text) > LONG else order.registrations
    return replace(order, registrations=alone, english=True)


def _births(base: Base) -> Iterator[tuple[tuple[str, ...], Order]]:
    yield SHORTEST, _order(base, _birth(base, (words.SHORT[0],), (words.SHORT[1], "")))
    yield USUAL, _order(base, _birth(base, (words.CHILD,), _FAMILIES["both"]))
    yield WORST, _order(base, _birth(base, words.LONG_TWINS, (words.LONG_MOTHER, words.LONG_FATHER)))
    for family, twins, late, line in product(_FAMILIES, (False, True), (False, True), (False, True)):
        names = (words.CHILD, words.TWIN) if twins else (words.CHILD,)
        births = _birth(base, names, _FAMILIES[family], late)
        yield _parts(family, twins=twins, late=late, line=line), _order(base, births, line)


def _birth(base: Base, names: tuple[str, ...], parents: tuple[str, str], late: bool = False) -> tuple[Birth, ...]:
    mother, father = (_person(name, 28, sex, base) for name, sex in zip(parents, ("female", "male"), strict=True))
    day = base.dated - (3 * 365 if late else 9) * _DAY
    came = Declarant(relation=words.RELATION, name=PersonName(words.RELATIVE))
    return tuple(
        Birth(
            registered_on=base.dated,
            unit=base.office.unit,
            child=Person(PersonName(name), PartialDate.of(day), "female"),
            mother=mother,
            father=father,
            declarant=None if any(parents) else came,
        )
        for name in names
    )


def _marriages(base: Base) -> Iterator[tuple[tuple[str, ...], Order]]:
    yield SHORTEST, _order(base, (_marriage(base, (words.SHORT[0], words.SHORT[1])),))
    yield USUAL, _order(base, (_marriage(base, (words.GROOM, words.BRIDE)),))
    yield WORST, _order(base, (_marriage(base, words.LONG_TWINS),))
    for age, foreign, line in product((28, 66), (False, True), (False, True)):
        names = (words.GROOM, words.FOREIGNER if foreign else words.BRIDE)
        couple = _marriage(base, names, age, words.COUNTRY if foreign else "")
        parts = _parts("elderly" if age > 28 else "couple", foreign=foreign, line=line)
        yield parts, _order(base, (couple,), line)


def _marriage(base: Base, names: tuple[str, str], age: int = 28, nationality: str = "") -> Marriage:
    husband, wife = (_person(name, age, sex, base) for name, sex in zip(names, ("male", "female"), strict=True))
    assert husband is not None
    assert wife is not None
    of: dict[str, Any] = {"registered_on": base.dated, "unit": base.office.unit}
    return Marriage(**of, husband=husband, wife=replace(wife, nationality=nationality))


def _deaths(base: Base) -> Iterator[tuple[tuple[str, ...], Order]]:
    quiet = replace(base.office, phone="", officer="", officer_title="")
    short = (_death(base, (words.SHORT[0], 6, "female", words.SHORT[1], "")),)
    yield SHORTEST, replace(_order(base, short), code=None)
    yield USUAL, replace(_order(base, (_death(base, _DEATHS["cu"]),)), code=None)
    yield WORST, _order(base, (_death(base, (words.LONG_TWINS[0], 91, "female", "", "")),))
    for (case, about), more in product(_DEATHS.items(), _OF_A_DEATH):
        order = _order(base, (_death(base, about),), "line" in more)
        chosen = {part: choice for part, choice in (("faith", "other-faith"), ("lunar", "lunar-date")) if part in more}
        changed: dict[str, Any] = {"choices": frozenset(chosen.values())}
        changed |= {} if "code" in more else {"code": None}
        changed |= {"office": quiet} if "no-contact" in more else {}
        yield (case, *more), replace(order, **changed)


def _death(base: Base, about: tuple[str, int, Sex, str, str]) -> Death:
    name, age, sex, *parents = about
    mother, father = (PersonName(parent) if parent else None for parent in parents)
    deceased = Person(PersonName(name), PartialDate(base.dated.year - age), sex)
    of: dict[str, Any] = {"registered_on": base.dated, "unit": base.office.unit}
    of["died_on"] = PartialDate.of(base.dated - 2 * _DAY)
    return Death(**of, deceased=deceased, mother_name=mother, father_name=father)


def _thanks(base: Base) -> Iterator[tuple[tuple[str, ...], Order]]:
    yield SHORTEST, _courtesy(base, Gift(_to(words.SHORT[0], False), *words.SHORT_GIFT))
    yield USUAL, _courtesy(base, Gift(_to(words.MOTHER, True), *words.GIFT))
    yield WORST, _courtesy(base, Gift(_to(words.LONG_TWINS[0], True), *words.LONG_GIFT))
    for gift, family, line in product((True, False), (False, True), (False, True)):
        to, since = _to(words.MOTHER, family), base.dated - 8 * _DAY
        opinion = Opinion(to, since - 7 * _DAY, words.OPINION[0], since, words.OPINION[1])
        parts = _parts("gift" if gift else "opinion", family=family, line=line)
        yield parts, _courtesy(base, Gift(to, *words.GIFT) if gift else opinion, line)


def _apologies(base: Base) -> Iterator[tuple[tuple[str, ...], Order]]:
    paper = WrongPaper(_to(words.SHORT[0], False), words.PAPER[0], base.dated - 9 * _DAY, words.PAPER[1], base.dated)
    yield SHORTEST, _courtesy(base, paper)
    yield USUAL, _courtesy(base, _late(base, _to(words.MOTHER, False), words.CARE))
    yield WORST, _courtesy(base, replace(_late(base, _to(words.LONG_TWINS[0], True), words.CARE), why=words.LONG_WHY))
    for family, care, line in product((False, True), (False, True), (False, True)):
        to, said = _to(words.MOTHER, family), words.CARE if care else ""
        for case, about in (
            ("late-result", _late(base, to, said)),
            ("manner", BadManner(to, base.dated - 4 * _DAY, words.MANNER, said)),
            ("paper", replace(paper, to=to, care=said)),
        ):
            yield _parts(case, family=family, care=care, line=line), _courtesy(base, about, line)


def _late(base: Base, to: Addressee, care: str) -> LateResult:
    errand, code, why, officer = words.LATE
    return LateResult(to, errand, code, base.dated - _DAY, why, base.dated + 3 * _DAY, officer, care)


def _to(name: str, family: bool) -> Addressee:
    return Addressee(PersonName(name), "bà", family)


def _person(name: str, age: int, sex: str, base: Base) -> Person | None:
    born = PartialDate(base.dated.year - age)
    return Person(PersonName(name), born, "female" if sex == "female" else "male") if name else None


def _order(base: Base, registrations: tuple[Birth, ...] | tuple[Marriage] | tuple[Death], line: bool = False) -> Order:
    return Order(registrations, **_shared(base, line))


def _courtesy(base: Base, about: Courtesy, line: bool = False) -> Order:
    return Order((), courtesy=about, **_shared(base, line))


def _shared(base: Base, line: bool) -> dict[str, Any]:
    told = {"office": base.office, "signatory": base.signatory, "dated": base.dated, "code": base.code}
    return {**told, "free_line": words.FREE_LINE if line else "", "specimen": True}


def _parts(first: str, **more: bool) -> tuple[str, ...]:
    return (first, *(part for part, holds in more.items() if holds))
