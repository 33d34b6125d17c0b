"""Sổ và số: books, numbers that were never given, closing a book for its year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.labels import EVENT_WORDS
from common.words.numerals import in_words

TITLE = "Sổ và số"
CONTEXT = "Số trống, số tới, khóa sổ cuối năm"
YEAR, OTHER_YEAR = "Năm", "Năm khác"
ROWS = "Các quyển sổ của năm"
COLUMNS = ("Sổ", "Quyển", "Số việc", "Từ – đến", "Số tới", "Tình trạng")
DETAILS = "Quyển đang chọn"
NOTHING_ODD = "Các số liền nhau, không trống số nào."
OLD_UNIT = "Sổ cũ của {unit}, nay đã nhập vào xã mình."
EMPTY = "Chưa ghi việc nào trong quyển này."
WHY, PRINT, CLOSE = "Ghi vì sao trống", "In tờ khóa sổ", "Khóa sổ"
PAPER_NAME, PAPER_FILE = "Tờ khóa sổ", "khoa-so.pdf"
WHICH_GAP = "Ghi lý do cho số nào?"
WHY_GAP = "Vì sao không có {numbers}? Ghi ngắn, ví dụ: ghi trước khi có máy; bỏ sót; trang hỏng."
EXPLAINED = "Đã ghi vì sao không có {numbers}."
ASK_CLOSE = "Khóa sổ {event} năm {year}, quyển {book}?"
LAW = "Khóa rồi thì việc ghi thêm vào quyển này cần lý do và số có sẵn trong sổ giấy. Sửa, bỏ bản ghi vẫn làm được."
EARLY = "Năm {year} chưa hết: việc ghi thêm từ nay đến 31/12 đều phải có lý do."
OPEN_GAPS = "Còn {count} chỗ trống chưa ghi vì sao; trên tờ khóa sổ sẽ chừa dòng để ghi tay."
YES_CLOSE, NOT_YET = "Khóa sổ", "Chưa khóa"
CLOSED = "Đã khóa quyển {book} năm {year}: {entries} việc. In tờ khóa sổ để ký và đóng dấu."
GIVEN = "Từ nay quyển {book} do {desk} ghi. Máy này không ghi vào quyển ấy nữa."
TAKEN_BACK = "Quyển {book} lại ghi được ở máy này."
UNNAMED = "(chưa ghi tên)"
NO_BOOKS = "Năm {year} chưa có quyển nào trong máy."

PAPER_TITLE = "KHÓA SỔ ĐĂNG KÝ {event} NĂM {year}"
PAPER_UNDER = "Quyển số {book}"
OF_UNIT = "Nơi đăng ký: {unit}."
COUNTED = "Hôm nay, {day}, đã đếm các việc ghi trong quyển này và khóa sổ."
FIGURES_HEAD = ("Việc đã đăng ký", "Số việc", "Bằng chữ")
IN_FORCE, TAKEN_OUT, ERASED, ALL = "Đang có giá trị", "Đã bỏ, có lý do trong sổ", "Đã xóa theo luật", "Tất cả"
NUMBERS_HEAD = "Số trong sổ"
FIRST_LAST = "Số đầu {first}, số cuối {last}."
NO_NUMBERS = "Trong năm không ghi việc nào vào quyển này."
VOIDED = "Số đã bỏ: {numbers}."
TWICE = "Số đã bỏ rồi dùng lại: {numbers}."
ODD = "Số ghi kiểu riêng, không xếp được vào dãy: {numbers}."
GAPS_HEAD = "Số trống"
NO_GAPS_ON_PAPER = "Không có số nào để trống."
BY_HAND = "." * 60
SINCE = "Sau khi khóa sổ đã ghi bổ sung {count} việc có sẵn trong sổ giấy."
NOW = "Nay còn {live} việc có giá trị, {void} việc đã bỏ; số đã bỏ và số trống kể trên theo sổ ngày {day}."
NOT_CLOSED = "Bản xem trước: sổ chưa khóa."
SIGNS = ("NGƯỜI KHÓA SỔ", "XÁC NHẬN CỦA LÃNH ĐẠO")
SIGN_UNDER = ("(ký, ghi rõ họ tên)", "(ký, ghi rõ họ tên, đóng dấu)")

TROUBLES: Mapping[str, str] = {
    "no-such-book": "Không có quyển {book} năm {year}. Chưa có gì thay đổi. Xem tên các quyển ở trang Sổ và số.",
    "no-such-gap": "Không có chỗ trống nào là {numbers}. Chưa có gì thay đổi. Xem lại các số trống của quyển.",
    "book-too-early": "Chưa tới lúc khóa quyển {book}. Sổ vẫn mở như trước. Khóa được từ ngày {day}.",
    "book-closed-already": "Quyển {book} đã khóa ngày {day}. Không có gì thay đổi. Cần tờ giấy thì in lại.",
    "book-in-use": "Năm nay máy này đã ghi vào quyển {book}. Chưa có gì thay đổi. Quyển đang ghi dở thì giữ ở đây.",
    "book-unnamed": "Chưa có tên quyển. Chưa có gì thay đổi. Ghi tên quyển, như 02/2026.",
}


def span(first: int, last: int) -> str:
    """Numbers from one to another."""
    return f"số {first:02d}" if first == last else f"số {first:02d} đến {last:02d}"


def journal(event: str, book: str, year: int) -> str:
    """A book as the log of acts names it."""
    return f"{EVENT_WORDS[event].lower()}, quyển {book}, năm {year}"


def kind(event: str) -> str:
    """The kind of a book."""
    return EVENT_WORDS[event]


def amount(live: int, void: int, erased: int) -> str:
    """What stands in a book."""
    gone = [f"{void} đã bỏ"] if void else []
    lost = [f"{erased} xóa theo luật"] if erased else []
    return ", ".join([f"{live} việc", *gone, *lost])


def gone(void: int, erased: int) -> str:
    """What no longer counts, for the second line of a row."""
    return ", ".join(part for part in (f"{void} đã bỏ" if void else "", f"{erased} đã xóa" if erased else "") if part)


def ends(first: int | None, last: int | None) -> str:
    """The first and the last number."""
    if first is None or last is None:
        return "–"
    return f"{first:02d}" if first == last else f"{first:02d} – {last:02d}"


def empty_numbers(gaps: int, unexplained: int) -> str:
    """How many gaps, and whether somebody said why."""
    if not gaps:
        return ""
    return f"{gaps} chỗ trống" if unexplained else f"{gaps} chỗ trống, đã rõ"


def more_gaps(count: int) -> str:
    """Gaps beyond those told one by one."""
    return f"Và {count} chỗ trống nữa, in tờ khóa sổ để xem đủ."


def state(closed: date | None, desk: str) -> str:
    """Closed or not."""
    if desk:
        return f"Do {desk} ghi"
    return f"Khóa {closed:%d/%m/%Y}" if closed else "Đang mở"


def since(count: int) -> str:
    """What was entered after the closing."""
    return f"sau đó ghi thêm {count}" if count else ""


def gap(first: int, last: int, reason: str) -> str:
    """One gap and why."""
    return f"Không có {span(first, last)}: {reason or 'chưa ghi vì sao'}"


def gap_on_paper(first: int, last: int, reason: str) -> str:
    """The same on the paper: room for a hand where nobody said why."""
    return f"{span(first, last).capitalize()}: {reason or BY_HAND}"


def count_words(number: int) -> str:
    """A count in words, as a sentence begins."""
    return in_words(number).capitalize()


def listed(numbers: Sequence[object], most: int = 60) -> str:
    """Numbers in a row; of very many the first, and how many more."""
    shown = ", ".join(str(one) for one in numbers[:most])
    return shown if len(numbers) <= most else f"{shown} và {len(numbers) - most} số nữa"


def line(event: str, place: tuple[str, str], told: str, numbers: tuple[str, str]) -> str:
    """One book in the terminal; `place` is unit ("" for ours) and book, `numbers` from-to and the next."""
    unit, book = place
    whose = f" ({unit})" if unit else ""
    return f"{EVENT_WORDS[event]}{whose}, quyển {book}: {told}; {numbers[0]}; số tới {numbers[1]}"


def to_close(year: int, count: int, late: bool) -> tuple[str, str]:
    """The reminder of the turn of the year."""
    due = f"05/01/{year + 1}"
    told = f"Đã quá ngày {due}." if late else f"Trước ngày {due}."
    return f"Khóa sổ năm {year}: còn {count} quyển", f"{told} Đếm, in tờ khóa sổ để ký ở Sổ và số."
