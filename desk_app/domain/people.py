"""People as the three civil-status books describe them."""

import re
from dataclasses import dataclass
from typing import Literal

from common.dates import PartialDate
from common.names import PersonName, fold

Sex = Literal["male", "female", "unknown"]
SEXES: tuple[Sex, ...] = ("male", "female", "unknown")

CITIZEN_ID_LENGTH = 12
NAME_SIGNS = frozenset(" '’-.")


class NotACitizenId(ValueError):
    """Text that is no personal number; `code` says why, `found` counts the characters seen."""

    def __init__(self, code: Literal["citizen-id-letters", "citizen-id-length"], found: int) -> None:
        super().__init__(code)
        self.code = code
        self.found = found


@dataclass(frozen=True, slots=True)
class CitizenId:
    """The personal identification number: 12 digits, without a check digit (NĐ 137/2015/NĐ-CP Điều 13)."""

    digits: str

    def __post_init__(self) -> None:
        if not (self.digits.isascii() and self.digits.isdigit()):
            raise NotACitizenId("citizen-id-letters", len(self.digits))
        if len(self.digits) != CITIZEN_ID_LENGTH:
            raise NotACitizenId("citizen-id-length", len(self.digits))

    @classmethod
    def read(cls, text: str) -> "CitizenId":
        """The number as typed, spaces and dots dropped; raises NotACitizenId."""
        return cls("".join(text.replace(".", " ").split()))

    @property
    def prefix(self) -> str:
        """Three digits of the province or country where the birth was registered; a merger never changes them."""
        return self.digits[:3]

    @property
    def sex(self) -> Sex:
        """Sex when the number was given: the fourth digit is even for male, odd for female."""
        return "female" if int(self.digits[3]) % 2 else "male"

    @property
    def birth_year(self) -> int:
        """Year of birth out of the century digit and the two digits behind it."""
        return 1900 + int(self.digits[3]) // 2 * 100 + int(self.digits[4:6])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a registration; everything but the name may be missing by law."""

    name: PersonName
    born: PartialDate | None = None
    sex: Sex = "unknown"
    residence: str = ""
    citizen_id: CitizenId | None = None
    id_paper: str = ""
    ethnic_group: str = ""
    nationality: str = ""

    def __post_init__(self) -> None:
        if self.sex not in SEXES:
            raise ValueError("sex is male, female or unknown")


@dataclass(frozen=True, slots=True)
class Declarant:
    """Who came to the desk; the whole person may be missing (Luật Hộ tịch 60/2014 Điều 33.2)."""

    name: PersonName | None = None
    relation: str = ""
    residence: str = ""
    citizen_id: CitizenId | None = None


_UNNAMED = re.compile(
    r"(?:nguoi )?(?:nam |nu )?(?:chua|khong) (?:ro|biet|xac dinh)(?: duoc)?(?: (?:ho |ho va )?ten| danh tinh)?|vo danh"
    r"|(?:tre |be |chau )?(?:trai |gai )?(?:chua|khong) (?:dat |co )ten"
)


def unnamed(name: str) -> bool:
    """Whether words stand where a name is not known or not given yet: "Chưa rõ họ tên", "Vô danh", "Chưa đặt
    tên"."""
    return _UNNAMED.fullmatch(fold(name)) is not None


def name_has_symbols(name: str) -> bool:
    """Whether a name holds a digit or a sign other than space, apostrophe, hyphen and dot (BLDS 2015 Điều 26)."""
    # Marks stand alone where Unicode has no single letter for them (ơ̆ in Ê Đê names).
    return not all(c.isalpha() or c in NAME_SIGNS or "\u0300" <= c <= "\u036f" for c in name)


def name_lost_its_marks(name: str) -> bool:
    """Whether a name of several words has no Vietnamese mark at all, as names have after a scan gone wrong."""
    words = name.split()
    return name.isascii() and len(words) > 1 and words[0] != "Y" and "'" not in name
