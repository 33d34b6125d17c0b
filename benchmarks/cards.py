"""What every way of making the birth card is given: the same words and, from card to card, other people and codes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo import names

LEAF, RED, INK = "#1F5A45", "#A11B1F", "#1C2326"
AGENCY = ("ỦY BAN NHÂN DÂN", "XÃ AN LIÊN")
PLACE_AND_DATE = "An Liên, ngày 20 tháng 11 năm 2026"
TITLE = "Thư chúc mừng"
LAST_BORN, BORN_WITHIN = date(2026, 11, 18), 55
SIGNED = ("CHỦ TỊCH", "Phạm Quốc Thịnh")
ASKED = ("Quét mã để góp ý", "về lần phục vụ này.", "Một chạm, không cần ghi tên.")
SMALL_PRINT = "Không hỏi mật khẩu, mã OTP hay tiền."
FIRST = (
    "Ngày anh chị đến khai sinh cho cháu cũng là ngày vui của chúng tôi, những người được viết tên cháu lần đầu tiên "
    "vào sổ hộ tịch quê nhà. Thay mặt cán bộ và Nhân dân xã An Liên, tôi xin chúc mừng gia đình và thân ái chào đón "
    "cháu"
)
SECOND = (
    "Từ hôm nay, quê hương có thêm một mầm xanh để yêu thương, một tiếng trẻ bi bô làm ấm cả xóm làng. Chúc cháu hay "
    "ăn, chóng lớn, bình an, khỏe mạnh trong lời ru của mẹ, vòng tay của cha và tình thương của ông bà. Mong anh chị "
    "nhớ đưa cháu đi tiêm chủng đầy đủ, đến trường đúng tuổi. Hễ gia đình cần một tờ giấy hay một lời chỉ dẫn, cánh "
    "cửa của xã luôn rộng mở."
)
HOST = "GOPY.NAMHAI.EXAMPLE"
WIDTH, HEIGHT = 210.0, 148.0
PITCH = 0.8


@dataclass(frozen=True, slots=True)
class Card:
    """What differs from card to card."""

    child: str
    father: str
    mother: str
    code: str
    born: date
    host: str = HOST

    @property
    def born_line(self) -> str:
        """The day of birth as it stands under the name."""
        return f"sinh ngày {self.born:%d} tháng {self.born.month:02d} năm {self.born.year}"

    @property
    def link(self) -> str:
        """The address in the symbol."""
        return f"HTTPS://{self.host}/G/{self.code}"

    @property
    def spaced(self) -> str:
        """The code for people."""
        return "-".join(self.code[place : place + 4] for place in range(0, 16, 4))


def cards(count: int, first: int = 0) -> Iterator[Card]:
    """So many different births with their codes, from the `first` on; the same number is always the same birth."""
    for number in range(first, first + count):
        chance = Random(number)
        father, mother = names.grown_up(chance, "male"), names.grown_up(chance, "female")
        code = "".join(chance.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(16))
        child, born = (
            names.child(chance, "female", names.family_of(father)),
            LAST_BORN - timedelta(number % BORN_WITHIN),
        )
        yield Card(child, father, mother, code, born)


def teeth() -> Iterator[tuple[float, float, float, float]]:
    """The teeth of the frame as lines (x1, y1, x2, y2) in millimetres from the top left corner."""
    across, up = round((WIDTH - 20) / PITCH), round((HEIGHT - 20) / PITCH)
    for number in range(across + 1):
        x = 10 + number * (WIDTH - 20) / across
        for y in (8.5, HEIGHT - 9.4):
            yield x, y, x, y + 0.9
    for number in range(up + 1):
        y = 10 + number * (HEIGHT - 20) / up
        for x in (8.5, WIDTH - 9.4):
            yield x, y, x + 0.9, y
