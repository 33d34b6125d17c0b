"""The two communes of the pilot, as they were in 2024, and the district above them."""

from dataclasses import dataclass
from random import Random

DISTRICT = "550"
HOST = "gopy.tuyphuoc.example"
# Phước Hòa, Phước Lộc and Phước Sơn wrote a plan of their own before their turn came.
VOLUNTEERS = ("21967", "21976", "21970")
PLAN_LETTER = "QĐ 111/QĐ-UBND ngày 09/01/2024"
LATER_LETTER = "Công văn của Chủ tịch UBND huyện"


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune with its one desk: number and unit code of the time, hamlets, who signs its letters, which
    number to call and whom a bereaved family finds there."""

    desk: int
    code: str
    name: str
    hamlets: tuple[str, ...]
    leader: str
    title: str
    phone: str
    officer: str

    @property
    def address(self) -> str:
        """The commune with everything above it."""
        return f"xã {self.name}, huyện Tuy Phước, tỉnh Bình Định"

    def residence(self, hamlet: str) -> str:
        """An address in this hamlet."""
        return f"thôn {hamlet}, {self.address}"

    def hamlet(self, chance: Random) -> str:
        """One of its hamlets."""
        return chance.choice(self.hamlets)


COMMUNES = (
    Commune(
        1,
        "21964",
        "Phước Quang",
        ("Định Thiện Tây", "Định Thiện Đông", "Tri Thiện", "Luật Bình", "Quảng Điền"),
        "Trần Văn Cẩn",
        "Chủ tịch",
        "0256 000 0964",
        "Ông Nguyễn Hữu Tín",
    ),
    Commune(
        2,
        "21979",
        "Phước Nghĩa",
        ("Hưng Nghĩa", "Huỳnh Mai", "Thọ Nghĩa", "Thanh Huy"),
        "Lê Thị Bích Hạnh",
        "Phó Chủ tịch",
        "0256 000 0979",
        "Bà Huỳnh Thị Mỹ Lệ",
    ),
)


def shares(count: int) -> tuple[int, int]:
    """How many of these go to the first desk and how many to the second: the first commune is a little larger."""
    first = round(count * 0.53)
    return first, count - first
