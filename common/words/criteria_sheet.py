"""Words on the scoring sheet of a criteria set, on paper and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words import criteria as said

TITLE = "BẢNG TỰ CHẤM ĐIỂM"
HEAD = ("Mã", "Tiêu chí", "Điểm tối đa", "Số của sổ", "Tự chấm", "Tỉnh chấm", "Lý do, tài liệu kiểm chứng")
TOTAL = "Tổng cộng"
WRITER, SIGNS = "NGƯỜI CHẤM", "(Ký, ghi rõ họ tên)"
NO_SIGNER = ("CHỦ TỊCH",)
EXAMPLE_NOTE = "Bộ tiêu chí này là bộ mẫu để tham khảo, chưa phải bộ do tỉnh ban hành."
COUNTING = (
    "Số của sổ đếm từ việc đăng ký, thư đã trao, góp ý, các buổi gặp dân và tài liệu đã lưu trong máy của xã. "
    "Tỷ lệ lấy tròn xuống."
)
SHEETS = ("Bảng chấm", "Thông tin chung", "Các năm")
TABLE_HEAD = (
    *("Nhóm", "Mã", "Tiêu chí", "Điểm tối đa", "Số của sổ", "Sổ đề nghị", "Tự chấm", "Tỉnh chấm", "Năm trước"),
    *("Lý do", "Tài liệu kiểm chứng", "Số tài liệu đã lưu"),
)
YEARS_HEAD = ("Năm", "Bản", "Xác nhận ngày", "Tự chấm", "Điểm tối đa", "Xếp loại", "Tỉnh chấm")
FACTS_HEAD = ("Mục", "Nội dung")
FACTS: Mapping[str, str] = {
    "office": "Đơn vị",
    "set": "Bộ tiêu chí",
    "source": "Văn bản ban hành",
    "days": "Thời gian chấm",
    "state": "Tình trạng",
    "total": "Tổng điểm tự chấm",
    "level": "Xếp loại",
    "province": "Tỉnh chấm",
}
FILE_PDF, FILE_XLSX = "Bang-cham-diem-tieu-chi.pdf", "Bang-cham-diem-tieu-chi.xlsx"
PRINT = "bảng tự chấm điểm"


def titles(name: str, year: int) -> tuple[str, ...]:
    """The lines of the title."""
    return TITLE, name, f"Năm {year}"


def days(first: date, last: date, as_of: date) -> str:
    """From when to when is scored; a year that runs is counted until today."""
    told = f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    return told if as_of >= last else f"{told}, số liệu đến {as_of:%d/%m/%Y}"


def opening(source: str, span: str) -> str:
    """Under the title."""
    return f"Căn cứ: {source}. Thời gian chấm: {span}."


def state(version: int, confirmed_on: date | None, reason: str) -> str:
    """Whether the leader confirmed it."""
    if confirmed_on is None:
        return "Bảng đang chấm, lãnh đạo chưa xác nhận; các số còn đổi."
    again = f", thay bản trước vì: {reason}" if reason else ""
    return f"Bản {version}, lãnh đạo xác nhận ngày {confirmed_on:%d/%m/%Y}{again}."


def result(got: int, most: int, level: str) -> str:
    """The total in a sentence."""
    return f"Tổng điểm tự chấm: {said.total(got, most)}. Xếp loại: {level}."


def province(number: str, on: date, got: int | None, level: str) -> str:
    """What the level above decided."""
    told = f": {said.points(got)} điểm, xếp loại {level}" if got is not None else ""
    return f"Điểm của tỉnh theo quyết định {number} ngày {on:%d/%m/%Y}{told}."


def before(year: int, got: int, most: int, now: int) -> str:
    """Against the year before."""
    return f"Năm {year}: {said.total(got, most)}; năm nay {said.difference(now, got)}."


def beside(reason: str, evidence: str, count: int) -> str:
    """Reason, what is asked as proof, and how many files are kept."""
    files = f" ({count} tài liệu đã lưu)" if count else ""
    proof = f"Kiểm chứng: {evidence}{files}" if evidence else f"{count} tài liệu đã lưu" if count else ""
    told = f"{reason[:1].upper()}{reason[1:]}"
    return ". ".join(part.rstrip(".") for part in (told, proof) if part)


def mark(digest: str) -> str:
    """By which the confirmed sheet is known."""
    return f"Mã của bản: {digest}"
