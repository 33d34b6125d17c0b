"""Words of sổ cấp số: letters without a number, numbers given, gaps; the paper of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.labels import LETTER_WORDS

TITLE = "Sổ cấp số"
ROWS = "Thư và số"
YEAR, OTHER_YEAR = "Năm", "Năm khác"
COLUMNS = ("Chọn", "Số", "Ngày thư", "Thư", "Gửi ai")
NUMBER, DAY = "Số", "Ngày thư"
NUMBER_HINT = "Văn thư cấp số khác thì gõ số ấy, rồi Enter"
DAY_HINT = "Thư để trống ngày: ghi ngày ký"
GIVE, GIVE_SEVERAL, CHANGE = "Cấp số", "Cấp số liền nhau", "Đổi số"
TAKE, EXPLAIN, PRINT, CHOOSE_ALL = "Gỡ số", "Ghi vì sao trống", "In sổ", "Chọn hết"
TAKE_TITLE = "Gỡ số {number}?"
TAKE_TEXT = "Thư {who} thành chưa có số. Chỉ gỡ khi gõ nhầm: số đã viết lên giấy thì để nguyên."
TAKE_YES, TAKE_NO = "Gỡ số", "Để nguyên"
TAKEN_BACK = "Đã gỡ số {number}. Thư ấy lại đứng ở đầu danh sách."
WHY_GAP = "Vì sao {numbers} không có trong sổ này?"
EXPLAINED = "Đã ghi vì sao trống {numbers}."
NOTHING = "Không có thư nào chờ số. Thư có dòng Số in xong thì tự vào đây."
NOT_USED = "Xã không đánh số thư: dòng Số không in. Muốn đánh số thì bật ở Thiết lập."
RESTORED = "Sổ này vừa lấy lại từ bản sao. Số đã cấp sau bản sao xem ở sổ giấy, rồi gõ số tới cho đúng."
NUMBER_UNREAD = "Gõ số, như 5 hoặc 05."
DAY_UNREAD = "Ghi đủ ngày, tháng, năm như 05/12/2026."
TROUBLE = "Chưa cấp số"
WRITING = "Đang lập sổ để in."
PAPER_NAME, PAPER_FILE = "Sổ cấp số", "So-cap-so"
PAPER_TITLE, PAPER_UNDER = "SỔ CẤP SỐ THƯ", "Năm {year}, đến hết ngày {day}"
PAPER_COLUMNS = ("Số, ký hiệu", "Ngày", "Thư", "Gửi ai", "Ghi chú")
PAPER_TOTAL = "Cộng: {given} số đã cấp, {void} thư bỏ, {gaps} chỗ trống số."
SIGNS = ("NGƯỜI GHI SỔ", "XÁC NHẬN CỦA LÃNH ĐẠO")
SIGN_UNDER = ("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)")
STATES: Mapping[str, str] = {"waiting": "số tới, chưa cấp", "given": "", "void": "bỏ", "gap": "trống"}
VOID = "Thư bỏ, số giữ nguyên trong sổ"
UNEXPLAINED = "chưa ghi vì sao trống"
UNDATED = "chưa ghi ngày"
ERASED = "Đã xóa theo luật"
CHOSEN = "✓"


def number(number: int, sign: str) -> str:
    """As a letter has it; under ten with a zero before it (NĐ 30/2020)."""
    return f"{number:02d}/{sign}"


def gap(first: int, last: int, sign: str) -> str:
    """Numbers that stand nowhere in the book."""
    numbers = f"{first:02d}" if first == last else f"{first:02d} đến {last:02d}"
    return f"số {numbers}/{sign}"


def gap_short(first: int, last: int, sign: str) -> str:
    """The same where there is little room."""
    return f"{first:02d}/{sign}" if first == last else f"{first:02d}–{last:02d}/{sign}"


def kind(kind: str) -> str:
    """A letter's kind, with a capital."""
    words = LETTER_WORDS[kind]
    return words[:1].upper() + words[1:]


def given(told: Sequence[str]) -> str:
    """What was just given, each book by itself."""
    if len(told) == 1:
        return f"Đã cấp số {told[0]}."
    books: dict[str, list[str]] = {}
    for one in told:
        number, _, sign = one.partition("/")
        books.setdefault(sign, []).append(number)
    parts = (f"{some[0]} đến {some[-1]}/{sign}" if some[1:] else f"{some[0]}/{sign}" for sign, some in books.items())
    return f"Đã cấp {len(told)} số: {', '.join(parts)}."


def chosen(count: int) -> str:
    """A button with its number."""
    return f"{GIVE_SEVERAL} cho {count} thư"


def waiting(count: int) -> str:
    """How many letters have no number."""
    return f"{count} thư đã in chưa có số; Enter nhận số tới" if count else NOTHING


def day(on: date) -> str:
    """As lists show it."""
    return f"{on:%d/%m/%Y}"


def line(number: str, on: date, told: str) -> str:
    """One of the book in a terminal."""
    return f"{number}, {day(on)}, {told}"
