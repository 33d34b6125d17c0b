"""Words of the three registration forms: sections, short labels, the scan strip, the foot, what is told after Save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.dates import PartialDate
from common.lunar import CERTAIN_FROM, lunar_of
from common.words.courtesy import COURTESY_SECTIONS
from common.words.labels import (
    CASE_WORDS,
    FIELD_LABELS,
    ROLE_WORDS,
    SEX_WORDS,
)

TITLES: Mapping[str, str] = {"birth": "Khai sinh mới", "marriage": "Kết hôn mới", "death": "Khai tử mới"}
SECTIONS: Mapping[str, str] = {
    **ROLE_WORDS,
    "death": "Việc mất",
    "notice": "Giấy báo tử",
    "registration": "Đăng ký",
    "more": "Ghi thêm",
    **COURTESY_SECTIONS,
}
SECTION_NOTES: Mapping[str, str] = {
    "mother": "để trống nếu chưa xác định",
    "father": "để trống nếu chưa xác định",
    "notice": "chưa có thì để trống",
    "declarant": "không có thì để trống",
    "more": "quê quán, quốc tịch, giấy tờ khác, trường hợp riêng",
}
PERSONS: Mapping[str, str] = {
    "mother": "Mẹ",
    "father": "Cha",
    "declarant": "Người khai",
    "husband": "Chồng",
    "wife": "Vợ",
    "deceased": "Người mất",
}
IN_WORDS = "Bằng chữ"
IF_ANY = "nếu có"
IF_NEEDED = "nếu cần"
BY_DIGITS = "phím 1, 2, 3"
BY_F8 = "phím F8"
TWIN = "Sinh đôi, sinh ba"
WHO_DECLARES = "Người đi khai"
RELATIONS: Mapping[str, str] = {"mother": "Mẹ", "father": "Cha"}
LIVES_WITH_MOTHER = "cư trú như mẹ"
PLACES_OFFERED = "Các nơi có thể là nơi đang gõ"
SAME_HOME = "như địa chỉ mẹ"
UNDONE_REASON = "Hoàn tác ngay sau khi lưu"
NAME = "Họ, chữ đệm và tên"
_PARTS: Mapping[str, str] = {
    "name": NAME,
    "born": "Ngày hoặc năm sinh",
    "residence": "Nơi cư trú",
    "citizen_id": "Số định danh",
    "id_paper": "Giấy tờ khác",
    "ethnic_group": "Dân tộc",
    "nationality": "Quốc tịch",
    "relation": "Quan hệ",
}
_SHORT: Mapping[str, str] = {
    "child_name": NAME,
    "child_citizen_id": "Số định danh",
    "deceased_name": NAME,
    "twin_group": "Nhóm sinh đôi, sinh ba",
    "notice_kind": "Loại giấy",
    "notice_number": "Số",
    "notice_issuer": "Nơi cấp",
    "notice_date": "Ngày cấp",
    "mother_name": "Họ tên mẹ",
    "father_name": "Họ tên cha",
    "unit": "Mã xã",
    "book": "Quyển số",
}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def short_label(event: str, field: str) -> str:
    """A label as it stands above a field, inside a section that names the person."""
    if event == "death" and field in ("mother_name", "father_name"):
        return _SHORT[field]
    person, _, part = field.partition("_")
    if person in ("mother", "father", "husband", "wife", "declarant") and part in _PARTS:
        return _PARTS[part]
    return _SHORT.get(field, FIELD_LABELS.get(field, field))


def full_label(field: str) -> str:
    """The label that stands alone: for screen readers and lists of problems."""
    if field.startswith("case:"):
        return case_label(field.partition(":")[2])
    return FIELD_LABELS.get(field, field)


def case_label(word: str) -> str:
    """A special case beside its box."""
    text = CASE_WORDS[word]
    return text[:1].upper() + text[1:]


def sex_choices() -> tuple[tuple[str, str], ...]:
    """Value and word of the three answers."""
    return (("male", SEX_WORDS["male"]), ("female", SEX_WORDS["female"]), ("unknown", "Chưa rõ"))


def declarant_choices() -> tuple[tuple[str, str], ...]:
    """Who came to declare a birth."""
    return (*RELATIONS.items(), ("other", "Người khác"))


def twin_group(mark: str) -> str:
    """What ties twins to each other in the register."""
    return f"sinh đôi, sinh ba {mark}"


def echo(typed: str, day: PartialDate) -> str:
    """What the program understood, under a date: weekday and lunar date, or what is still open."""
    exact = day.exact()
    if exact is None:
        return day.letter() if day.month is None else f"{day.letter()}, chưa rõ ngày"
    year_is_written = str(day.year) in typed and not typed.strip().isdigit()
    shown = "" if year_is_written else f"{day.slashed()}, "
    return f"{shown}{_WEEKDAYS[exact.weekday()]}{_lunar(exact)}"


def or_next_day(told: str, lunar: str) -> str:
    """The echo of a death after eleven at night."""
    return f"{told}; sau 23 giờ, có nhà tính {lunar}"


def which_of(code: str, readings: tuple[str, str]) -> str:
    """The echo while a date may be two days; nothing while it is merely unfinished."""
    first, second = readings
    if code == "calendar-unsaid":
        return f"{first}, hay theo âm lịch là {second}?"
    return f"{first} hay {second}?" if second and not first.endswith("…") else ""


def only_added(typed: str, told: str) -> str:
    """The echo under a birthday of long ago: nothing where everything was typed already."""
    parts = [part for part in typed.replace("-", "/").replace(".", "/").split("/") if part]
    return "" if (len(parts) == 3 and len(parts[-1]) == 4) or len(typed) == 4 else told


def _lunar(day: date) -> str:
    lunar = lunar_of(day) if day >= CERTAIN_FROM else None
    return f", {lunar.short()} âm lịch" if lunar else ""


# ---- problems and the foot

PROBLEMS_KEPT = "Mọi chữ đã gõ vẫn còn nguyên."
LOOK_AGAIN = "Nên xem lại trước khi lưu"
LOOK_AGAIN_MORE = "Đúng rồi thì lưu tiếp. Có lý do thì ghi vào ô bên cạnh."
REASON = "Lý do, nếu có"
OPEN_RECORD = "Mở bản ấy"
REASON_NEEDED = "Lý do ghi bản cũ"
LETTER_COMING = "Thư sẽ in"
LETTER_THERE = "Thư đã làm"
CLOSE = "Đóng"
OPEN_REASON = "Lý do làm thư"


def problems_title(count: int) -> str:
    """How many things must be mended."""
    return f"Có {count} vấn đề cần sửa"


def draft_kept(clock: str) -> str:
    """The quiet word at the foot; `clock` is HH:MM."""
    return f"Đã lưu nháp {clock}"


def saved(number: str) -> str:
    """The number is on disk."""
    return f"Đã lưu số {number}."


UNDO = "Hoàn tác"
COMPARE = "So sánh hai bản"
UNDONE = "Đã hoàn tác. Bản vừa lưu không tính nữa, chữ vẫn còn đây."
NOT_UNDONE = "Chưa hoàn tác được"
PRINTED_ALREADY = "Thư của bản này đã in. Vào sổ, mở bản ấy rồi chọn Bỏ bản, có ghi lý do."


def undo_in(seconds: int) -> str:
    """The button while the seconds run."""
    return f"{UNDO}, {seconds} giây"


# ---- the letter beside the form

NO_GLAD_PAGE = "Cháu sống dưới 24 giờ: không có thư chúc mừng."
NO_PAGE = "Chưa vẽ được thư. Gõ tiếp, hình thư sẽ tự hiện."
_VARIANTS: Mapping[str, str] = {
    "both": "bản thường, có cả cha và mẹ",
    "mother": "bản chỉ có mẹ",
    "father": "bản chỉ có cha",
    "relative": "bản gửi người nuôi dưỡng",
    "marriage": "bản mừng cưới",
    "death": "bản chia buồn",
}


def name_fits(event: str, size: str) -> str:
    """The big name stands at its full size."""
    whose = {"birth": "Tên cháu", "marriage": "Tên hai người"}.get(event, "Tên")
    return f"{whose} vừa khung, cỡ {size} pt" if size else f"{whose} vừa dòng"


def signs(title: str, name: str) -> str:
    """Who signs the letter."""
    return f"Người ký: {title} {name}, còn hiệu lực"


def variant(kind: str, with_line: bool = False) -> str:
    """Which text the letter says, and whether it has a line of its own."""
    return f"Lời thư: {_VARIANTS[kind]}{', có lời riêng' if with_line else ''}"


def blank_parts(names: Sequence[str]) -> str:
    """What the preview leaves open."""
    low = [name[:1].lower() + name[1:] for name in names]
    return f"Trên thư đang để trống: {', '.join(low)}"


CODE_COMES = "Mã QR ở đây là mẫu, khi lưu thư có mã thật"
CODE_NONE = "Thư không có mã: quầy chưa nối với cấp trên"
CODE_NOT_HERE = "Thư chia buồn không in mã"


def code_is(code: str) -> str:
    """The code of a prepared letter."""
    return f"Mã QR đọc thử được, mã {code}"


CODE_NOT_THERE = "Thư này không in mã"
DAY_TO_COME = "ngày ..... tháng ..... năm ........"


def letter_to(names: str) -> str:
    """Whom a prepared letter is about."""
    return f"Thư của {names}"


ZOOM = "Phóng to"
SEE_LETTER = "Xem thư"


def blocked(count: int) -> str:
    """The first line of the checks while something must be mended."""
    return f"Chưa in được: còn {count} vấn đề ở bên trái"


NOT_SAVED = "Chưa lưu được"
