"""Words of the yearly pack of evidence: its index, its lists, what checking it tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.labels import LETTER_WORDS, REACTION_WORDS, WAY_WORDS
from common.words.reports import amount

TITLE = "MỤC LỤC HỒ SƠ KIỂM CHỨNG"
NAME = "Mục lục hồ sơ kiểm chứng"
LETTERS, HANDED = "Danh sách thư", "Danh sách trao thư"
LETTERS_HEAD, COUNTS_HEAD = "Thư đã lập và đã trao", ("Loại thư", "Đã lập", "Đã trao", "Có bằng chứng")
WAYS_HEAD = ("Cách trao", "Số thư")
FILES_HEAD, REPORTS_HEAD, VOICES_HEAD = "Tệp, ảnh kiểm chứng", "Báo cáo đã chốt", "Góp ý và việc sau góp ý"
NO_LETTERS = "Không có thư nào"
NO_FILES, NO_REPORTS = "Không có tệp nào trong năm.", "Chưa có báo cáo nào được chốt trong năm."
TOTAL = "Cộng"
NO_NAMES = "Tập này không nêu họ tên gia đình nào: thư kể theo số, loại và ngày, mỗi loại kèm một tờ mẫu để trống tên."
LIST_COLUMNS = ("Loại thư", "Số", "Ngày thư", "Ngày trao")
HANDED_COLUMNS = ("Loại thư", "Số", "Ngày trao", "Cách trao", "Bằng chứng")
TABLE_FILES = ("Số", "Ngày", "Tên gọi", "Chứng minh", "Tệp trong tập", "SHA-256", "Cỡ (byte)")
TABLE_LETTERS = ("Số", "Loại thư", "Ngày thư", "Ngày trao", "Cách trao", "Gia đình đón nhận", "Có bằng chứng")
TABLE_REPORTS = ("Kỳ", "Bản", "Số, ký hiệu", "Ngày chốt", "Mã kiểm chứng")
SHEETS = ("Tệp", "Thư", "Báo cáo")
NO_NUMBER, YES, NOT_YET = "chưa có số", "có", "chưa trao"
STEPS = "Đang đóng tập kiểm chứng"
CHECKED_SAME = "Mọi tệp trong tập còn nguyên."
NOT_OURS = "Sổ này không có mã của tập ấy: tập của nơi khác, hoặc bản danh mục trong tập đã bị thay."
VOICES_TOLD = "Tờ số liệu góp ý: mức hài lòng kèm số phiếu và khoảng tin cậy, việc đã làm sau góp ý."
TROUBLES: Mapping[str, str] = {
    "pack-year": "Năm {year} chưa tới nên chưa có gì để đóng tập. Chưa có gì thay đổi. Chọn năm nay hoặc năm trước.",
    "not-a-pack": (
        "Tệp {file} chưa phải tập hồ sơ kiểm chứng của phần mềm này, hoặc đã bị cắt ngang. Chưa có gì thay đổi. "
        "Xem lại có chọn đúng tệp .zip không."
    ),
}


def under(office: str, year: int, version: int) -> str:
    """Whose pack of which year."""
    again = f", bản {version}" if version > 1 else ""
    return f"{office}, năm {year}{again}"


def holds(letters: int, files: int, reports: int) -> str:
    """The numbers at a glance."""
    return f"{amount(letters)} thư của năm, {amount(files)} tệp và ảnh, {amount(reports)} báo cáo đã chốt."


def left_out(n: int) -> str:
    """Files that show people stayed at home."""
    return f"Để lại ở xã {amount(n)} tệp có người nhận ra được; khi cần thì xem tại xã." if n else ""


def letter(kind: str) -> str:
    """The kind of a letter."""
    return LETTER_WORDS[kind]


def way(code: str) -> str:
    """How it was handed over."""
    return WAY_WORDS.get(code, "")


def reaction(code: str) -> str:
    """How the family took it."""
    return REACTION_WORDS.get(code, "")


def day(on: date | None) -> str:
    """A day, "" for none."""
    return f"{on:%d/%m/%Y}" if on else ""


def file_told(at: int, on: date, title: str, links: str) -> str:
    """One file in the index."""
    return f"{at}. {day(on)} · {title}" + (f". Chứng minh: {links}" if links else "")


def file_where(path: str, digest: str) -> str:
    """Where it lies in the pack, and the beginning of its digest."""
    return f"{path} · SHA-256 {digest[:16]}…"


def report_told(period: str, version: int, number: str, on: date) -> str:
    """One issued report."""
    numbered = f" số {number}," if number else ""
    return f"Báo cáo {period}, bản {version},{numbered} chốt ngày {day(on)}"


def packed(year: int, version: int, files: int, letters: int, digest: str) -> str:
    """A pack was made."""
    return f"Đã đóng tập năm {year}, bản {version}: {files} tệp, {letters} thư. Mã của tập: {digest[:16]}…"


def known(year: int, version: int, on: date, whole: bool = True) -> str:
    """The register knows the pack; not `whole`: its list alone is as it was."""
    if not whole:
        return f"Bảng kê là của bản {version} năm {year}, đóng ngày {day(on)}, nhưng tập không còn nguyên: đừng dùng."
    return f"Đúng là bản {version} của năm {year}, đóng ngày {day(on)}: mã trong sổ trùng với mã của tập."


def differs(paths: tuple[str, ...]) -> str:
    """Members that are not as they were."""
    shown = ", ".join(paths[:5])
    return f"Có {len(paths)} tệp trong tập khác, thiếu hoặc thừa: {shown}."
