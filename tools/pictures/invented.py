"""The invented people of the pictures; the long ones are for tests of clipping."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from common.words import scanner
from desk_app.domain.drafts import BirthDraft, DeathDraft, MarriageDraft

TODAY = "20/11/2026"
MANGLED_CARD = scanner.SPECIMENS[1].replace("Ksor", "Kso\bỏ") + "\t"
MOTHER_CARD = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, xã Xuân Định|20062021"
LONG_PERSON = "H’Wiên Mlô Duôn Du Niê Kđăm Thị Thanh Phương Ayun Hbăm Êban"
LONG_CHILDREN = (
    "H’Blươn Mlô Duôn Du Niê Kđăm Phúc An Thị Thanh Hương Ayun Êb",
    "Y Ƀĭ Êčăm Mlô Duôn Du Niê Kđăm Phúc Khang Hbăm Ayun Kbuôr Êb",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands in the register; every name may be as long as the form takes."""

    clerk: str = "Nguyễn Thu Hằng"
    second: str = "Trịnh Văn Lâm"
    leader: str = "Phạm Quốc Thịnh"
    twins: tuple[str, str] = ("H’Blươn Niê Kđăm", "Y Ƀĭ Niê Kđăm")
    twins_mother: str = "H’Wiên Mlô Duôn Du Niê Kđăm"
    child: str = "Nguyễn Trần Minh Anh"
    mother: str = "Trần Thị Ngọc Lan"
    father: str = "Nguyễn Văn Bình"
    couple: tuple[str, str] = ("Trần Quốc Việt", "Nguyễn Thị Hồng Gấm")
    dead: str = "Đặng Văn Khoan"
    words: tuple[str, ...] = field(default=("Hẹn thứ Tư mà thứ Sáu mới có, đi về 14 cây số.",))


USUAL = Cast()
LONGEST = Cast(
    clerk="Nguyễn Trần Hoàng Thị Minh Anh Phương Thảo Quỳnh Như Thu Hà",
    second="Trịnh Nguyễn Hoàng Thiên Văn Lâm Trường Giang",
    leader="Phạm Nguyễn Hoàng Quốc Thịnh",
    twins=LONG_CHILDREN,
    twins_mother=LONG_PERSON,
    child=LONG_CHILDREN[0],
    mother=LONG_PERSON,
    father=LONG_CHILDREN[1],
    couple=LONG_CHILDREN,
    dead=LONG_CHILDREN[1],
    words=("Chờ quá lâu, phải đi lại nhiều lần. " * 9,),
)


def birth(cast: Cast) -> BirthDraft:
    """The birth of picture 22."""
    return BirthDraft(
        child_name=cast.child,
        born="9/11/2026",
        sex="nữ",
        birth_place="Trung tâm Y tế khu vực Xuân Lộc",
        mother_name=cast.mother,
        mother_born="14/03/1998",
        mother_residence="Thôn Bến Trà, xã Xuân Định",
        mother_ethnic_group="Kinh",
        father_name=cast.father,
        father_born="1995",
        declarant_name=cast.father,
        declarant_relation="cha",
        registered_on=TODAY,
    )


def twins(cast: Cast) -> tuple[BirthDraft, BirthDraft]:
    """Two children of one mother, as picture 26 shows them."""
    one = BirthDraft(
        child_name=cast.twins[0],
        born="9/11/2026",
        sex="nữ",
        mother_name=cast.twins_mother,
        mother_born="1999",
        mother_residence="Buôn Kla, xã Xuân Định",
        declarant_name=cast.twins_mother,
        declarant_relation="mẹ",
        registered_on=TODAY,
    )
    return one, replace(one, child_name=cast.twins[1], sex="nam")


def marriage(cast: Cast) -> MarriageDraft:
    """The marriage of picture 21."""
    return MarriageDraft(
        husband_name=cast.couple[0],
        husband_born="12/04/1998",
        husband_residence="Thôn Đông, xã Xuân Định",
        wife_name=cast.couple[1],
        wife_born="03/09/1999",
        wife_residence="Thôn Bến Trà, xã Xuân Định",
        registered_on="19/11/2026",
    )


def death(cast: Cast) -> DeathDraft:
    """The death of picture 21."""
    return DeathDraft(
        deceased_name=cast.dead,
        sex="nam",
        born="1940",
        died_on="17/11/2026",
        died_place="tại nhà riêng",
        last_residence="Thôn Đông, xã Xuân Định",
        declarant_name="Đặng Quốc Huy",
        declarant_relation="con trai",
        registered_on=TODAY,
    )
