"""Lễ trao: the day, the order, who comes, what is printed for it, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.words.today import short

TITLE = "Lễ trao"
CONTEXT = "trao thư cho nhiều gia đình trong một buổi"
EMPTY, EMPTY_TEXT = (
    "Chưa có lễ trao.",
    "Chọn ngày, giờ, nơi trao, rồi thêm các cặp và các gia đình theo thứ tự lên nhận.",
)
MAKE = "Lập buổi lễ"
OTHER_DAY, ROUND = "Buổi khác", "Đi trao tại nhà"
ORDER, ROWS = "Thứ tự trao", "Thứ tự trao"
COLUMNS = ("Thứ tự", "Ai lên nhận", "Thư", "Ký, dấu", "Ghi chú")
ADD, UP, DOWN, TAKE_OUT, COMES, READING_ACT = "Thêm cặp", "Lên", "Xuống", "Bỏ ra", "Tới, không tới", "Cách đọc"
NO_ONE = "Chưa có ai trong thứ tự. Bấm Insert để thêm."
FOR_THE_DAY = "In cho buổi lễ"
LETTERS_UNDER, ENVELOPES_UNDER, NAMES_UNDER, SIGNS_UNDER = (
    "theo thứ tự trao",
    "tên người nhận",
    "chữ lớn, kèm cách đọc",
    "cột chữ ký, A4",
)
NAMES, SIGNS = "Thứ tự xướng tên", "Danh sách ký nhận"
CHANGE = "Sửa giờ, nơi, người trao"
GIVEN = "Ghi đã trao"
DROP = "Bỏ buổi lễ"
LETTER_STATES = {
    "none": "chưa soạn",
    "prepared": "chưa in",
    "stale": "soạn lại",
    "asked": "chờ trả lời",
    "printed": "đã in",
    "handed": "đã trao",
    "": "",
}
STATE_TONES = {"none": "hoe", "prepared": "hoe", "stale": "son", "asked": "hoe", "printed": "sen", "handed": "sen"}
TO_SIGN, TO_HAND, HANDED_SIGN = "chờ ký", "chờ trao", "xong"
KINDS = {"marriage": "Cặp kết hôn", "birth": "Trẻ mới khai sinh", "thanks": "Thư cảm ơn"}
DEFAULT_TITLE, DEFAULT_HOUR = "Lễ trao giấy kết hôn", "8:00"
DEFAULT_PLACE = "Hội trường UBND {unit}"
NOT_COMING, WITH_READING, ASK_READING, TWINS = "không tới", "kèm cách đọc tên", "hỏi cách đọc", "{n} cháu"
ENGLISH, IN_MOURNING = "có bản tiếng Anh", "nhà đang có tang"
ERASED = "đã xóa theo luật"
VOIDED = "bản ghi đã bỏ"
KEPT_BACK = "đã quyết không gửi thư"
TAKEN_BACK = "thư đã rút lại"
HANDED_BEFORE = "đã trao {day}"
NOT_OPEN = "đã ở một buổi lễ khác, đã trao, hoặc không phải thư trao ở buổi lễ"
LEFT_OUT = "Không in: {why}"
UNNAMED = "(không còn tên)"
FAMILY_OF, HOUSEHOLD, AND = "gia đình cháu {name}", "gia đình", "và {name}"


def heading(title: str, day: date, hour: str, today: date) -> tuple[str, str]:
    """The page's title and the line beside it."""
    return title, f"{part_of_day(hour)} {near(day, today)}"


def part_of_day(hour: str) -> str:
    """Sáng, chiều, tối; "ngày" where the hour says nothing."""
    digits = hour.replace("h", ":").replace("g", ":").partition(":")[0].strip()
    if not digits.isdigit():
        return "ngày"
    return "sáng" if int(digits) < 11 else "trưa" if int(digits) < 13 else "chiều" if int(digits) < 18 else "tối"


WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def near(day: date, today: date) -> str:
    """How a day that is close is spoken of: "mai, thứ Bảy 21/11/2026"."""
    told = f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
    ahead = (day - today).days
    word = {0: "nay", 1: "mai"}.get(ahead, "")
    return f"{word}, {told}" if word else told


def when(day: date, hour: str) -> str:
    """The card's first line: "Sáng thứ Bảy 21/11/2026, 8:00"."""
    told = f"{part_of_day(hour)} {WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
    return f"{told[:1].upper()}{told[1:]}" + (f", {hour}" if hour else "")


def where(place: str, giver: str) -> str:
    """The card's second line."""
    told = [f"{place}." if place else "Chưa ghi nơi trao.", f"Người trao: {giver}." if giver else ""]
    return " ".join(one for one in told if one)


def listed(day: date, title: str, count: int) -> str:
    """A ceremony in a list of choices."""
    return f"{day:%d/%m/%Y}: {title}, {count} thư"


def counted(count: int, pairs: bool) -> str:
    """How many stand in the order."""
    return f"{count} cặp" if pairs else f"{count} gia đình"


MOST_NUMBERS = 6


def numbers(places: Sequence[int]) -> str:
    """số 3, số 4 và số 9."""
    told = [f"số {place}" for place in places[:MOST_NUMBERS]]
    if len(places) > MOST_NUMBERS:
        told.append(f"{len(places) - MOST_NUMBERS} số khác")
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} và {told[-1]}"


def unsigned(places: Sequence[int]) -> tuple[str, str]:
    """The card of letters that were printed today: bold words, and the rest of the sentence."""
    if not places:
        return "", ""
    told = numbers(places)
    return f"{len(places)} thư in hôm nay", f"{told[:1].upper()}{told[1:]}: trình ký, đóng dấu trước giờ trao."


def also_unsigned(places: Sequence[int]) -> str:
    """The same in few words."""
    return f"{len(places)} thư in hôm nay, chờ ký." if places else ""


def unprinted(places: Sequence[int]) -> tuple[str, str]:
    """The card of letters without a sheet."""
    if not places:
        return "", ""
    told = numbers(places)
    return f"{len(places)} thư chưa in", f"{told[:1].upper()}{told[1:]}: Ctrl+P in theo thứ tự."


def all_letters(count: int, all_of_them: bool = True) -> str:
    """The first print-out."""
    return f"Cả {count} thư" if all_of_them and count > 1 else f"{count} thư chưa in"


def envelopes(count: int) -> str:
    """The second."""
    return f"{count} phong bì C5"


def held(day: date) -> str:
    """What stands over a ceremony that is over."""
    return f"Đã ghi trao ngày {day:%d/%m/%Y}."


def given(count: int, stayed: int) -> str:
    """What was done when the ceremony was written down."""
    told = f"Đã ghi trao {count} thư tại buổi lễ."
    return f"{told} {stayed} thư ở lại hàng Chờ trao." if stayed else told


def ask_given(count: int, absent: int, unprinted: int) -> str:
    """What whoever writes it down should know before."""
    told = [f"{count} thư đã tới tay gia đình."]
    if absent:
        told.append(f"{absent} gia đình không tới: thư ở lại hàng Chờ trao.")
    if unprinted:
        told.append(f"{unprinted} thư chưa ghi là đã in nên chưa ghi trao được.")
    return " ".join(told)


ASK_GIVEN, GIVEN_YES, NOT_YET = "Ghi đã trao tại buổi lễ?", "Ghi đã trao", "Chưa"
REACTION = "Các gia đình đón nhận thế nào?"
NOTHING_TO_GIVE = "Chưa có thư nào đã in của người tới dự. In thư và đếm đủ tờ trước, rồi ghi đã trao."
TOO_EARLY = "Buổi lễ này ngày {day}, chưa tới. Trao rồi mới ghi."
ASK_DROP = "Bỏ buổi lễ ngày {day}?"
DROP_TEXT = "Thứ tự, giờ và nơi của buổi này không còn. Các bản ghi và thư còn nguyên."
DROP_YES, DROP_NO = "Bỏ buổi lễ", "Để lại"
TAKEN_OUT = "Đã bỏ khỏi thứ tự: {who}. Bấm Insert để thêm lại."
MOVED = "{who}: số {number}."
WILL_COME, WILL_NOT_COME = "{who}: tới dự.", "{who}: không tới, thư ở lại hàng Chờ trao."
ENGLISH_NOTE = "Bản tiếng Anh là lời dịch in ở mặt sau, không thay lời tiếng Việt."

# ---- the day and the place

PLAN_TITLE, PLAN_NEW = "Giờ, nơi, người trao", "Lập buổi lễ"
PLAN_FIELDS = ("Tên buổi lễ", "Ngày", "Giờ", "Nơi trao", "Người trao")
PLAN_YES, PLAN_NO = "Ghi", "Thôi"
DAY_HINT, HOUR_HINT, GIVER_HINT = "21/11/2026", "8:00", "bà Vũ Thị Thanh Hà, Phó Chủ tịch"

# ---- who can be added

OFFERS_TITLE = "Thêm vào thứ tự trao"
OFFERS_TEXT = "Space chọn, Enter thêm các dòng đã chọn vào cuối thứ tự. Dòng mờ phải giữ lại, lý do ghi ở dưới tên."
OFFERS_NONE = "Không còn ai chờ thư trong ba tháng nay. Ghi việc mới, hoặc bỏ bớt ở buổi lễ khác, rồi mở lại bảng này."
OFFERS_FIND = "Lọc theo tên"
OFFERS_YES, OFFERS_YES_NONE, OFFERS_NO = "Thêm {n} vào thứ tự", "Thêm vào thứ tự", "Thôi"
HELD = "giữ lại: {why}"
OFFERS_ROWS, OFFERS_COLUMN = "Những thư chưa trao", "Thư chưa trao"


def offer_line(kind: str, day: date, hamlet: str, state: str) -> str:
    """The second line of somebody who may be added."""
    told = {"marriage": f"kết hôn {short(day)}", "birth": f"khai sinh {short(day)}", "thanks": f"thư ngày {short(day)}"}
    return " · ".join(one for one in (told[kind], hamlet, state) if one)


# ---- how names are read

READING_TITLE = "Cách đọc tên"
READING_TEXT = (
    "In dưới tên ở tờ Thứ tự xướng tên. Máy chỉ điền cách đọc chắc chắn đúng; còn lại xin hỏi gia đình rồi gõ từng âm."
)
READING_OF = "{name}, đọc là"
READING_AS_WRITTEN, READING_ASK = "đọc như chữ viết", "hỏi gia đình; để trống thì giấy chừa chỗ viết tay"
READING_YES, READING_NO = "Ghi cách đọc", "Thôi"
READ_NOW = "Đã ghi cách đọc."

# ---- printing

ENVELOPE_TITLE = "In phong bì C5"
ENVELOPE_TEXT = "Bỏ phong bì C5 nằm ngang vào khay. Địa chỉ chỉ in khi anh chị chọn."
ENVELOPE_WAYS = (("name", "Chỉ tên người nhận"), ("address", "Tên và nơi cư trú"))
ENVELOPE_WHAT, ENVELOPE_YES = "In gì trên phong bì?", "In phong bì"
ENVELOPES_NAME, NAMES_NAME, SIGNS_NAME = "phong bì C5", "tờ thứ tự xướng tên", "danh sách ký nhận"
WHICH_PRINTER = "In {count} thư bằng"
NOTHING_LEFT = "Không có thư nào để in: các thư trong thứ tự đã trao hoặc phải giữ lại."
ANSWER_FIRST = "Trả lời câu hỏi về số tờ trước đã, rồi in tiếp."


def reminder(title: str, day: date, today: date, figures: tuple[int, int, int]) -> tuple[str, str]:
    """The card of the days around it: how many come, how many letters lack paper or a signature; afterwards that it is
    still to be written down."""
    count, unprinted, unsigned = figures
    if day < today:
        return f"{title} ngày {day:%d/%m} chưa ghi đã trao", f"{count} thư theo thứ tự. Ctrl+T ghi cả buổi một lần."
    head = f"{title}, {'hôm nay' if day == today else 'ngày mai'}"
    parts = [f"{count} thư theo thứ tự."] if count else ["Chưa có ai trong thứ tự."]
    if unprinted:
        parts.append(f"{unprinted} thư chưa in.")
    if unsigned:
        parts.append(f"{unsigned} thư in hôm nay, chờ ký.")
    return head, " ".join(parts)


WHOLE_DAY, LONG_AGO = "Gõ đủ ngày, tháng, năm: 21/11/2026.", "Ngày này đã qua từ năm trước. Gõ ngày của buổi lễ."
ALL_PRINTED = "Thư đã in đủ"
FILES = {
    ENVELOPES_NAME: "Phong-bi-C5.pdf",
    NAMES_NAME: "Thu-tu-xuong-ten.pdf",
    SIGNS_NAME: "Danh-sach-ky-nhan.pdf",
}
"""No file name tells a name of anybody."""
