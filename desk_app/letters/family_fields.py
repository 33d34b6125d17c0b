"""What a letter over registrations may say: whom it speaks to and how, days, and which family's case it is.

The record decides; what was chosen by hand for one letter (Order.choices, Order.addresses) goes before it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from common.dates import PartialDate
from common.letter_text import Words
from common.lunar import CERTAIN_FROM, lunar_of
from common.names import fold
from desk_app.domain.address import form_of_address, pair_of, parent_address
from desk_app.domain.ages import age_on
from desk_app.domain.events import Birth, Death, Marriage
from desk_app.domain.people import Declarant, Person, Sex
from desk_app.domain.standing import is_guardian
from desk_app.letters.order import RECIPIENTS, Order

COUNTS = ("", "một", "hai", "ba", "bốn", "năm", "sáu")
ELDERLY_COUPLE, GROWN, LATE_CHILD = 55, 18, 1
VIETNAMESE = frozenset({"", "viet nam", "vietnam", "vn", "vnm", "vietnamese"})
RELATION_WORDS = ("ông", "bà", "bác", "cô", "chú", "cậu", "mợ", "dì", "anh", "chị")
FOREIGN = "foreign_element"


@dataclass(frozen=True, slots=True)
class _Family:
    """Whom a birth letter speaks to: parents as far as it goes to them, else whoever raises the child."""

    mother: Person | None
    father: Person | None
    relative: Declarant | None
    case: str


def subject_words(order: Order) -> Words:
    """What a letter over registrations may say of them."""
    first = order.registrations[0]
    if isinstance(first, Birth):
        return _birth_words(cast(tuple[Birth, ...], order.registrations), order)
    if isinstance(first, Marriage):
        return _marriage_words(first, order)
    return _death_words(first, order)


def is_foreign(registration: Birth | Marriage | Death) -> bool:
    """Whether a parent or spouse comes from another country, as far as the record says."""
    if isinstance(registration, Death):
        return False
    both = (
        (registration.mother, registration.father)
        if isinstance(registration, Birth)
        else (registration.husband, registration.wife)
    )
    return FOREIGN in registration.cases or any(_foreign(person) for person in both)


def _birth_words(births: tuple[Birth, ...], order: Order) -> Words:
    first, count, on = births[0], len(births), order.dated
    family, chosen = _family(first, order.choices), order.addresses
    mother, father = family.mother, family.father
    named = {
        "xung_me": "" if mother is None else chosen.get("mother", "") or parent_address(mother, on),
        "xung_cha": "" if father is None else chosen.get("father", "") or parent_address(father, on),
    }
    values = named | {
        "ngay_sinh": " và ".join(_distinct(birth.happened_on.dated() for birth in births)),
        "so_chau": "cháu" if count == 1 else f"{COUNTS[count]} cháu",
        "cac_chau": "cháu" if count == 1 else "các cháu",
        "mot": COUNTS[count],
        "ten_me": "" if mother is None else mother.name.text,
        "ten_cha": "" if father is None else father.name.text,
        "cha_me": chosen.get("parents", "")
        or pair_of([word for word in (named["xung_cha"], named["xung_me"]) if word]),
        "xung_than": chosen.get("relative", "") or _relation_word(family.relative, order),
        "ten_than": _declarant_name(family.relative),
        "que": order.office.unit_name if any(is_foreign(birth) for birth in births) else order.office.home_word,
        "ngay_sinh_anh": " and ".join(_distinct(english_day(birth.happened_on) for birth in births)),
    }
    values["ten_nhan_anh"] = (
        " and ".join(name for name in (values["ten_cha"], values["ten_me"]) if name) or values["ten_than"]
    )
    holds = {family.case}
    holds |= {"nhiều cháu"} if count > 1 else set()
    holds |= {"ghi muộn"} if (age_on(first.happened_on, first.registered_on) or 0) >= LATE_CHILD else set()
    return Words(values, frozenset(holds))


def _family(birth: Birth, choices: frozenset[str]) -> _Family:
    """By the record: both parents, the one who is named, or whoever raises the child where a guardian declares or no
    parent is known. By hand: one of RECIPIENTS."""
    mother, father = _parent(birth.mother, "female"), _parent(birth.father, "male")
    chosen = next((one for one in RECIPIENTS if one in choices), "")
    if chosen == "to-relative" or (not chosen and is_guardian(birth.declarant)):
        return _Family(None, None, birth.declarant, "người thân")
    if chosen == "to-mother":
        return _Family(mother, None, None, "chỉ có mẹ")
    if chosen == "to-father":
        return _Family(None, father, None, "chỉ có cha")
    case = _pair(father is not None, mother is not None)
    return _Family(mother, father, birth.declarant, case or "người thân")


def _marriage_words(marriage: Marriage, order: Order) -> Words:
    couple, on = (marriage.husband, marriage.wife), marriage.registered_on
    both = all((age_on(person.born, on) or 0) >= ELDERLY_COUPLE for person in couple)
    elderly = "elderly-couple" in order.choices or (both and "usual-couple" not in order.choices)
    holds = [name for name, true in (("cao niên", elderly), ("người nước ngoài", is_foreign(marriage))) if true]
    usual = "ông bà" if elderly else "anh chị"
    values = {
        "ngay_dk": PartialDate.of(on).letter(),
        "anh_chi": order.addresses.get("couple", "") or usual,
        "ngay_dk_anh": english_day(PartialDate.of(on)),
    }
    return Words(values, frozenset(holds))


def _death_words(death: Death, order: Order) -> Words:
    """The form of address is that of the day of death; whoever is called cụ is spoken of as the very old are."""
    on, chosen = death.died_on.latest(), order.addresses
    address = chosen.get("deceased", "") or form_of_address(death.deceased, on)
    sex = {"male": "ông", "female": "bà"}.get(death.deceased.sex, "")
    mother, father = death.mother_name, death.father_name
    values = {
        "xung": address,
        "ong_ba": sex,
        "ten": death.deceased.name.text,
        "ngay_mat": death.died_on.dated(),
        "ngay_am": _lunar(death.died_on) if "lunar-date" in order.choices else "",
        "ten_me": "" if mother is None else mother.text,
        "ten_cha": "" if father is None else father.text,
        "xung_me": chosen.get("mother", "") or "chị",
        "xung_cha": chosen.get("father", "") or "anh",
    }
    age = age_on(death.deceased.born, on)
    holds = {_pair(father is not None, mother is not None)}
    holds |= {"bậc cao niên"} if address == "cụ" else set()
    holds |= {"trẻ em"} if age is not None and age < GROWN else set()
    holds |= {"rõ nam nữ"} if sex else set()
    holds |= {"đạo khác"} if "other-faith" in order.choices else set()
    holds |= {"có ngày âm"} if values["ngay_am"] else set()
    return Words(values, frozenset(holds) - {""})


def lunar_day(died_on: PartialDate) -> str:
    """ "27 tháng 9 năm Bính Ngọ", with "nhuận" in a leap month; "" where the day is not known or not certain."""
    return _lunar(died_on)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENGLISH_KINDS: Mapping[str, str] = {
    "xã": "commune",
    "phường": "ward",
    "thị trấn": "township",
    "đặc khu": "special zone",
}


def english_day(day: PartialDate) -> str:
    """ "12 November 2026", "November 2026", "2026"."""
    month = "" if day.month is None else f"{_MONTHS[day.month - 1]} "
    return f"{'' if day.day is None else f'{day.day} '}{month}{day.year}"


def english_unit(unit_name: str) -> str:
    """ "An Liên commune" out of "xã An Liên"."""
    low = unit_name.lower()
    kind = next((kind for kind in _ENGLISH_KINDS if low.startswith(f"{kind} ")), "")
    return f"{unit_name[len(kind) :].strip()} {_ENGLISH_KINDS.get(kind, '')}".strip()


def _parent(person: Person | None, sex: Sex) -> Person | None:
    """A mother is a woman and a father a man even where the form did not ask."""
    return replace(person, sex=sex) if person is not None and person.sex == "unknown" else person


def _pair(father: bool, mother: bool) -> str:
    names = {(True, True): "đủ cha mẹ", (False, True): "chỉ có mẹ", (True, False): "chỉ có cha"}
    return names.get((father, mother), "")


def _foreign(person: Person | None) -> bool:
    return person is not None and fold(person.nationality) not in VIETNAMESE


def _lunar(died_on: PartialDate) -> str:
    day = died_on.exact()
    found = lunar_of(day) if day is not None and day >= CERTAIN_FROM else None
    return found.said().replace(", ", " năm ") if found is not None else ""


def _relation_word(declarant: Declarant | None, order: Order) -> str:
    """ "bà" out of "bà ngoại"; else by age and sex where the personal number tells them."""
    if declarant is None:
        return ""
    found = next((word for word in declarant.relation.lower().split() if word in RELATION_WORDS), "")
    number = declarant.citizen_id
    if found or number is None or declarant.name is None:
        return found
    return parent_address(Person(declarant.name, PartialDate(number.birth_year), number.sex), order.dated)


def _declarant_name(declarant: Declarant | None) -> str:
    return "" if declarant is None or declarant.name is None else declarant.name.text


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
