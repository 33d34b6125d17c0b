"""Orders for letters as the pictures of the design show them; every person, place, code and number is invented."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.courtesy import Addressee, BadManner, Courtesy, Gift, LateResult, Opinion, WrongPaper
from desk_app.domain.events import Birth, Death, Marriage
from desk_app.domain.office import Office, Signatory
from desk_app.domain.people import Person
from desk_app.letters.compose import Order, PrintedCode, compose
from desk_app.letters.stock import Stock

OFFICE = Office(
    unit="99001",
    unit_name="xã An Liên",
    parent_name="tỉnh Nam Hải",
    place="An Liên",
    phone="0200 3555 018",
    officer="Ông Trịnh Văn Lâm",
    officer_title="công chức tư pháp - hộ tịch",
)
CHAIR = Signatory("Phạm Quốc Thịnh", ("CHỦ TỊCH",), date(2025, 7, 1))
DEPUTY = Signatory("Vũ Thị Thanh Hà", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), date(2025, 7, 1))
HOST = "gopy.namhai.example"
CODE = PrintedCode("HTTPS://GOPY.NAMHAI.EXAMPLE/G/7K3M9QXF2D4WRT8Z", "7K3M-9QXF-2D4W-RT8Z", HOST)


def text_of(wanted: Order, stock: Stock) -> str:
    """The letter's text with line ends as spaces."""
    outcome = compose(wanted, stock)
    assert outcome.value is not None, outcome.problems
    return " ".join(outcome.value.page.text.replace("\n,", ",").split())


def person(name: str, born: str = "", sex: str = "unknown", nationality: str = "") -> Person:
    """Somebody with a name and, when given, a birth date."""
    day = PartialDate.parse(born) if born else None
    return Person(PersonName(name), day, sex, nationality=nationality)  # type: ignore[arg-type]


def birth(child: str, father: Person | None = None, mother: Person | None = None, **more: object) -> Birth:
    """A birth of 09/11/2026 registered on 12/11/2026 unless told otherwise."""
    values: dict[str, object] = {"registered_on": date(2026, 11, 12), "unit": "99001", "number": "212"}
    born = str(more.pop("born", "09/11/2026"))
    values |= {"child": person(child, born, "female"), "father": father, "mother": mother} | more
    return Birth(**values)  # type: ignore[arg-type]


def marriage(husband: Person, wife: Person) -> Marriage:
    """A marriage of 20/11/2026."""
    return Marriage(registered_on=date(2026, 11, 20), unit="99001", number="31", husband=husband, wife=wife)


def death(deceased: Person, died: str = "05/11/2026", **more: object) -> Death:
    """A death registered on 06/11/2026."""
    values: dict[str, object] = {"registered_on": date(2026, 11, 6), "unit": "99001", "number": "8"}
    values |= {"deceased": deceased, "died_on": PartialDate.parse(died)} | more
    return Death(**values)  # type: ignore[arg-type]


BINH, LAN = person("Nguyễn Văn Bình", "1996", "male"), person("Trần Thị Ngọc Lan", "1998", "female")
H_WIEN = person("H’Wiên Mlô Duôn Du Niê Kđăm Thị Thanh Phương", "1999", "female")
LONG_FATHER = person("Y Ƀĭ Êčăm Mlô Duôn Du Niê Kđăm Nguyễn Hoàng Phương Khang An", "1990", "male")
TWINS = ("H’Blươn Mlô Duôn Du Niê Kđăm Phúc An", "Y Ƀĭ Êčăm Mlô Duôn Du Niê Kđăm Phúc Khang")
SIXTY = (
    "H’Ƀlưn̆ Ŏra Êčăm Mlô Duôn Du Niê Kđăm Nguyễn Thị Phương Thảo",
    "Y Ƀĭ Ơ̆ĭ Êčăm Mlô Duôn Du Niê Kđăm Nguyễn Hoàng Phúc Khang",
)


def order(*registrations: Birth | Marriage | Death, **more: object) -> Order:
    """An order dated as registered, signed by the chair, with a code; keywords override."""
    values: dict[str, object] = {"office": OFFICE, "signatory": CHAIR, "code": CODE}
    values |= {"registrations": registrations, "dated": registrations[0].registered_on} | more
    return Order(**values)  # type: ignore[arg-type]


def usual_birth(**more: object) -> Order:
    """The birth card of picture 01."""
    return order(birth("Nguyễn Trần Minh Anh", BINH, LAN), **more)


def worst_birth(**more: object) -> Order:
    """Twins with long Ê Đê names and a mother only, as in picture 05."""
    office = {"office": replace(OFFICE, community="buôn làng")}
    return order(*(birth(name, None, H_WIEN) for name in TWINS), **office | more)


def sixty_birth(**more: object) -> Order:
    """Twins of sixty characters each, with letters that have no code point, and both parents' names long."""
    return order(*(birth(name, LONG_FATHER, H_WIEN) for name in SIXTY), **more)


def usual_marriage(**more: object) -> Order:
    """The marriage card of picture 06."""
    couple = marriage(person("Lê Hoàng Nam", "1995", "male"), person("Phan Thị Thu Thủy", "1997", "female"))
    return order(couple, **{"signatory": DEPUTY} | more)


def worst_marriage(**more: object) -> Order:
    """Two very long names, one foreign, with a free line."""
    wife = person("Maria Magdalena Konstantinopoulou-Wijesinghe", "1990", "female", "Hy Lạp")
    free = "Mong hai bên gia đình luôn qua lại, sum vầy, đầm ấm như một nhà."
    return order(marriage(LONG_FATHER, wife), **{"signatory": DEPUTY, "free_line": free} | more)


def usual_death(**more: object) -> Order:
    """The condolence card of picture 08."""
    return order(death(person("Đặng Văn Khoan", "1940", "male")), **{"code": None} | more)


def worst_death(**more: object) -> Order:
    """A sixty-character name, a gentle code, a free line."""
    free = "Xin gửi tới buôn làng lời sẻ chia chân thành nhất trong những ngày này."
    return order(death(person(SIXTY[0], "1935", "female")), **{"free_line": free} | more)


def courtesy(about: Courtesy, dated: date, **more: object) -> Order:
    """A letter of thanks or apology, signed by the chair, with a code."""
    values: dict[str, object] = {"office": OFFICE, "signatory": CHAIR, "code": CODE, "registrations": ()}
    return Order(**{**values, "courtesy": about, "dated": dated, **more})  # type: ignore[arg-type]


def usual_official_birth(**more: object) -> Order:
    """The letter on A4 of picture 04."""
    authority = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    return usual_birth(**{"template": "birth-official", "signatory": replace(CHAIR, authority=authority)} | more)


def sixty_official_birth(**more: object) -> Order:
    """Twins of sixty characters each on A4, with a free line."""
    free = "Xin chúc hai cháu lớn lên trong tiếng chiêng của buôn và tình thương của mọi nhà."
    return sixty_birth(**{"template": "birth-official", "free_line": free} | more)


SON = Addressee(PersonName("Đinh Văn Sơn"), "ông", household=True)
VAN = Addressee(PersonName("Hoàng Thị Vân"), "bà")
GIFT = Gift(
    SON,
    "Con đường thôn Bến Trà hôm nay rộng thêm hai mét. Xe cứu thương đã vào được tận sân nhà văn hóa, học trò không "
    "còn xắn quần lội qua vũng nước mỗi mùa mưa",
    "120 mét vuông đất vườn mà gia đình ông đã vui lòng hiến tặng",
)
OPINION = Opinion(
    VAN,
    date(2026, 11, 3),
    "bảng hướng dẫn nộp hồ sơ treo cao và chữ quá nhỏ, người lớn tuổi không đọc được",
    date(2026, 11, 10),
    "bảng đã được in lại chữ to và treo ngang tầm mắt",
)
LATE = LateResult(
    VAN,
    "cấp bản sao trích lục hộ tịch".capitalize(),
    "H99.12-261112-0047",
    date(2026, 11, 18),
    "Sổ hộ tịch của xã cũ đang được chuyển về, chúng tôi chưa tra kịp trang gốc.",
    date(2026, 11, 23),
    "Bà Nguyễn Thu Hằng, điện thoại 0200 3555 018",
    "Chúng tôi đã phân công người tra sổ mỗi buổi sáng để việc này không lặp lại",
)
MANNER = BadManner(VAN, date(2026, 11, 16), "hỏi việc đổi giấy khai sinh", "Chúng tôi đã nhắc và đổi người trực ở quầy")
WRONG = WrongPaper(
    Addressee(PersonName("Lê Văn Tám"), "anh"),
    "trích lục khai sinh",
    date(2026, 11, 9),
    "ngày sinh của cháu",
    date(2026, 11, 12),
)


def usual_thanks(**more: object) -> Order:
    """The card of picture 09."""
    free = "Gia đình ông không chỉ mở rộng một con đường mà còn mở rộng lòng tin giữa làng xóm với nhau."
    return courtesy(GIFT, date(2026, 11, 18), **{"free_line": free} | more)


def worst_thanks(**more: object) -> Order:
    """A name of sixty letters and everything said at length."""
    to = Addressee(PersonName(SIXTY[0]), "bà", household=True)
    long = Gift(
        to,
        f"{GIFT.outcome}, và các cụ ra nhà văn hóa không còn phải có người dắt",
        GIFT.deed.replace("gia đình ông", "gia đình bà"),
    )
    return courtesy(long, date(2026, 11, 18), **{"signatory": DEPUTY} | more)


def opinion_thanks(**more: object) -> Order:
    """Thanks for an opinion."""
    return courtesy(OPINION, date(2026, 11, 18), **more)


def usual_apology(**more: object) -> Order:
    """The letter of picture 10."""
    return courtesy(LATE, date(2026, 11, 20), **{"signatory": DEPUTY} | more)


def worst_apology(**more: object) -> Order:
    """Every part long, to a name of sixty letters."""
    why = (
        "Sổ hộ tịch của ba xã cũ đang được chuyển về và sắp lại theo năm, trang gốc nằm trong quyển bị ẩm phải đưa đi "
        "phục chế, chúng tôi đã gửi công văn hỏi xã cũ hai lần mà chưa nhận được trả lời."
    )
    care = f"{LATE.care}, và mỗi chiều thứ Sáu gọi điện báo trước cho từng nhà có giấy sắp trễ hẹn"
    long = replace(LATE, to=Addressee(PersonName(SIXTY[1]), "ông"), why=why, care=care)
    return courtesy(long, date(2026, 11, 20), **{"signatory": DEPUTY} | more)


def manner_apology(**more: object) -> Order:
    """Somebody was not received as is due."""
    return courtesy(MANNER, date(2026, 11, 20), **more)


def paper_apology(**more: object) -> Order:
    """A paper with a mistake in it, without a word on what was done since."""
    return courtesy(WRONG, date(2026, 11, 20), **more)


def shortest_birth(**more: object) -> Order:
    """Nothing is shorter: names of two letters, a mother only."""
    return order(birth("Vũ Ý", None, person("Lê An", "2001", "female")), **more)


def shortest_official_birth(**more: object) -> Order:
    """The same on A4, without a code."""
    return shortest_birth(**{"template": "birth-official", "code": None} | more)


def shortest_marriage(**more: object) -> Order:
    """Two short names of an elderly couple, without a code."""
    couple = marriage(person("Lê An", "1960", "male"), person("Vũ Ý", "1962", "female"))
    return order(couple, **{"code": None} | more)


def sixty_marriage(**more: object) -> Order:
    """Sixty letters each, with letters that have no code point."""
    return order(marriage(person(SIXTY[1], "1995", "male"), person(SIXTY[0], "1997", "female")), **more)


def shortest_death(**more: object) -> Order:
    """A child's: no lotus, few words."""
    child = person("Lê Ý", "2020", "female")
    return order(death(child, mother_name=PersonName("Vũ An")), **{"code": None} | more)


def shortest_thanks(**more: object) -> Order:
    """Few words to one person."""
    few = Gift(Addressee(PersonName("Vũ Ý"), "chị"), "Lớp mầm non có thêm sách", "tủ sách chị tặng")
    return courtesy(few, date(2026, 11, 18), **more)


def shortest_apology(**more: object) -> Order:
    """A paper with a mistake, to a short name, without a code."""
    return courtesy(
        replace(WRONG, to=Addressee(PersonName("Vũ Ý"), "chị")), date(2026, 11, 20), **{"code": None} | more
    )


INKS = ("colour", "black")
CASES: dict[str, Callable[..., Order]] = {
    "birth-shortest": shortest_birth,
    "birth-usual": usual_birth,
    "birth-worst": worst_birth,
    "birth-sixty": sixty_birth,
    "marriage-shortest": shortest_marriage,
    "marriage-usual": usual_marriage,
    "marriage-worst": worst_marriage,
    "marriage-sixty": sixty_marriage,
    "death-shortest": shortest_death,
    "death-usual": usual_death,
    "death-worst": worst_death,
    "official-shortest": shortest_official_birth,
    "official-usual": usual_official_birth,
    "official-sixty": sixty_official_birth,
    "thanks-shortest": shortest_thanks,
    "thanks-usual": usual_thanks,
    "thanks-worst": worst_thanks,
    "thanks-opinion": opinion_thanks,
    "apology-shortest": shortest_apology,
    "apology-usual": usual_apology,
    "apology-worst": worst_apology,
}
