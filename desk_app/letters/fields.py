"""The closed registry of what a letter template may say: fields with their values, conditions that hold or not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from common.dates import PartialDate
from common.lunar import CERTAIN_FROM, lunar_of
from desk_app.domain.address import form_of_address, pair_address, parent_address
from desk_app.domain.ages import age_on
from desk_app.domain.events import Birth, Death, Marriage
from desk_app.domain.office import Office
from desk_app.domain.people import Declarant, Person, Sex
from desk_app.letters.templates import Words

FIELDS = {
    "xa": "office_unit_name",
    "loai_xa": "office_unit_name",
    "cap_tren": "office_parent_name",
    "cong_dong": "office_community",
    "que": "office_home_word",
    "dien_thoai": "office_phone",
    "can_bo": "office_officer",
    "chuc_danh": "office_officer_title",
    "loi_rieng": "free_line",
    "ten_mien": "office_host",
    "ngay_sinh": "born",
    "so_chau": "child_name",
    "cac_chau": "child_name",
    "mot": "child_name",
    "xung_me": "mother_born",
    "ten_me": "mother_name",
    "xung_cha": "father_born",
    "ten_cha": "father_name",
    "cha_me": "mother_name",
    "xung_than": "declarant_relation",
    "ten_than": "declarant_name",
    "ngay_dk": "registered_on",
    "anh_chi": "husband_born",
    "ong_ba": "sex",
    "xung": "sex",
    "ten": "deceased_name",
    "ngay_mat": "died_on",
    "ngay_am": "died_on",
    "xung_gui": "to_address",
    "ten_gui": "to_name",
    "ket_qua": "outcome",
    "viec_lam": "deed",
    "ngay_noi": "said_on",
    "dieu_noi": "matter",
    "ngay_sua": "since",
    "viec_da_sua": "mended",
    "viec_cua_dan": "errand",
    "ma_ho_so": "file_code",
    "ngay_hen": "promised",
    "thu_ngay_hen": "promised",
    "vi_sao": "why",
    "thu_ngay_hen_lai": "again",
    "phu_trach": "officer",
    "viec_da_lam": "care",
    "ngay_tiep": "on",
    "ten_giay": "paper",
    "ngay_trao": "given_on",
    "cho_sai": "mistake",
    "ngay_moi": "again",
}
"""Every field with the name of the draft or office field where a missing value is mended."""

CONDITIONS = (
    "đủ cha mẹ",
    "chỉ có mẹ",
    "chỉ có cha",
    "nhiều cháu",
    "ghi muộn",
    "có lời riêng",
    "có điện thoại",
    "có cán bộ",
    "cao niên",
    "người nước ngoài",
    "bậc cao niên",
    "trẻ em",
    "rõ nam nữ",
    "đạo khác",
    "có ngày âm",
    "cả nhà",
    "góp ý",
    "trễ hẹn",
    "tiếp đón",
    "sai giấy",
    "có việc đã làm",
)

COUNTS = ("", "một", "hai", "ba", "bốn", "năm", "sáu")
KINDS = ("đặc khu", "thị trấn", "phường", "xã")
ELDERLY_COUPLE, GROWN, LATE_CHILD = 55, 18, 1
VIETNAMESE = frozenset({"", "việt nam", "vn", "viet nam"})
RELATION_WORDS = ("ông", "bà", "bác", "cô", "chú", "cậu", "mợ", "dì", "anh", "chị")


def office_words(office: Office, free_line: str, host: str) -> Words:
    """What every letter may say of the office."""
    values = {
        "xa": office.unit_name,
        "loai_xa": unit_kind(office.unit_name),
        "cap_tren": office.parent_name,
        "cong_dong": office.community,
        "que": office.home_word,
        "dien_thoai": office.phone,
        "can_bo": office.officer,
        "chuc_danh": office.officer_title,
        "loi_rieng": free_line,
        "ten_mien": host,
    }
    present = {"có lời riêng": free_line, "có điện thoại": office.phone, "có cán bộ": office.officer}
    return Words(values, frozenset(condition for condition, text in present.items() if text))


def unit_kind(unit_name: str) -> str:
    """ "xã" out of "xã An Liên"."""
    low = unit_name.lower()
    return next((kind for kind in KINDS if low.startswith(kind + " ")), "xã")


def birth_words(births: tuple[Birth, ...], office: Office, on: date) -> Words:
    """What a letter for one child, or for twins and triplets of one family, may say."""
    first, count = births[0], len(births)
    mother, father = _parent(first.mother, "female"), _parent(first.father, "male")
    values = {
        "ngay_sinh": " và ".join(_distinct(birth.happened_on.dated() for birth in births)),
        "so_chau": "cháu" if count == 1 else f"{COUNTS[count]} cháu",
        "cac_chau": "cháu" if count == 1 else "các cháu",
        "mot": COUNTS[count],
        "xung_me": "" if mother is None else parent_address(mother, on),
        "ten_me": "" if mother is None else mother.name.text,
        "xung_cha": "" if father is None else parent_address(father, on),
        "ten_cha": "" if father is None else father.name.text,
        "cha_me": pair_address(father, mother, on),
        "xung_than": _relation_word(first.declarant),
        "ten_than": _declarant_name(first.declarant),
    }
    holds = {_parents(mother, father)}
    if count > 1:
        holds.add("nhiều cháu")
    if (age_on(first.happened_on, first.registered_on) or 0) >= LATE_CHILD:
        holds.add("ghi muộn")
    if any(_foreign(person) for person in (mother, father)):
        values["que"] = office.unit_name
    return Words(values, frozenset(holds) - {""})


def marriage_words(marriage: Marriage, elderly_chosen: bool = False) -> Words:
    """What a letter to a couple may say; a person may choose the words for an elderly couple."""
    couple, on = (marriage.husband, marriage.wife), marriage.registered_on
    elderly = elderly_chosen or all((age_on(person.born, on) or 0) >= ELDERLY_COUPLE for person in couple)
    foreign = "foreign_element" in marriage.cases or any(_foreign(person) for person in couple)
    holds = [name for name, true in (("cao niên", elderly), ("người nước ngoài", foreign)) if true]
    values = {"ngay_dk": PartialDate.of(on).letter(), "anh_chi": "ông bà" if elderly else "anh chị"}
    return Words(values, frozenset(holds))


def death_words(death: Death, choices: frozenset[str] = frozenset()) -> Words:
    """What a letter to a bereaved family may say; the form of address is that of the day of death. `choices` as in
    order.CHOICES."""
    on = death.died_on.latest()
    address = form_of_address(death.deceased, on)
    sex = {"male": "ông", "female": "bà"}.get(death.deceased.sex, "")
    mother, father = death.mother_name, death.father_name
    values = {
        "xung": address,
        "ong_ba": sex,
        "ten": death.deceased.name.text,
        "ngay_mat": death.died_on.dated(),
        "ngay_am": _lunar(death.died_on) if "lunar-date" in choices else "",
        "ten_me": "" if mother is None else mother.text,
        "ten_cha": "" if father is None else father.text,
        "xung_me": "chị",
        "xung_cha": "anh",
    }
    age = age_on(death.deceased.born, on)
    holds = {_pair(father is not None, mother is not None)}
    holds |= {"bậc cao niên"} if address == "cụ" else set()
    holds |= {"trẻ em"} if age is not None and age < GROWN else set()
    holds |= {"rõ nam nữ"} if sex else set()
    holds |= {"đạo khác"} if "other-faith" in choices else set()
    holds |= {"có ngày âm"} if values["ngay_am"] else set()
    return Words(values, frozenset(holds) - {""})


def together(*parts: Words) -> Words:
    """Several vocabularies as one; later values win."""
    values: dict[str, str] = {}
    for part in parts:
        values |= part.values
    return Words(values, frozenset().union(*(part.holds for part in parts)))


def _parent(person: Person | None, sex: Sex) -> Person | None:
    """A mother is a woman and a father a man even where the form did not ask."""
    return replace(person, sex=sex) if person is not None and person.sex == "unknown" else person


def _parents(mother: Person | None, father: Person | None) -> str:
    return _pair(father is not None, mother is not None)


def _pair(father: bool, mother: bool) -> str:
    names = {(True, True): "đủ cha mẹ", (False, True): "chỉ có mẹ", (True, False): "chỉ có cha"}
    return names.get((father, mother), "")


def _foreign(person: Person | None) -> bool:
    return person is not None and person.nationality.strip().lower() not in VIETNAMESE


def _lunar(died_on: PartialDate) -> str:
    """ "27 tháng 9 năm Bính Ngọ", with "nhuận" in a leap month; "" where the day is not known or not certain."""
    day = died_on.exact()
    found = lunar_of(day) if day is not None and day >= CERTAIN_FROM else None
    return found.said().replace(", ", " năm ") if found is not None else ""


def _relation_word(declarant: Declarant | None) -> str:
    words = declarant.relation.lower().split() if declarant is not None else []
    return next((word for word in words if word in RELATION_WORDS), "")


def _declarant_name(declarant: Declarant | None) -> str:
    return "" if declarant is None or declarant.name is None else declarant.name.text


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
