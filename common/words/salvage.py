"""Words of reading a damaged register: what could be read, what could not, and what is written out of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from common.words.labels import EVENT_WORDS, LETTER_WORDS

TITLE = "Đọc cứu hộ"
BAND = "Sổ bị hỏng: đang đọc cứu hộ, chưa có gì bị sửa"
BAND_TEXT = "Ở đây chỉ đọc và ghi ra ngoài. Tệp sổ được giữ nguyên từng byte, không nhập thêm được gì."
READING = "Đang đọc từng trang của sổ"
WRITING = "Đang ghi ra những gì đọc được"
COLUMNS = ("Việc", "Họ tên", "Số, quyển, ngày")
LIST, LOST_LIST = "Đọc được", "Chưa đọc được đủ"
SEARCH_HINT = "Tìm theo tên, không cần gõ dấu"
NOTHING_FOUND = "Không có tên nào khớp trong những gì đọc được."
NOTHING_READ = (
    "Không trang nào của sổ đọc được bằng chìa khóa này. Tệp sổ được giữ nguyên. "
    "Khôi phục từ bản sao, hoặc gọi người hỗ trợ và giữ nguyên cả thư mục."
)
NOTHING_LOST = "Mọi bản ghi mà sổ còn biết tới đều đọc được đủ."
WHAT_LIES_THERE = "Trong sổ còn gì"
EXPORT, BACK, TAKE_BACK, KEYS = "Ghi ra ngoài", "Đóng", "Khôi phục từ bản sao", "Phím tắt"
READ, CONTEXT = "Đọc sổ", "chỉ đọc, không ghi gì vào thư mục của sổ"
KEY_TITLE, KEY_TEXT = "Ai mở sổ này?", "Chọn tên mình rồi gõ mật khẩu vẫn dùng để mở sổ trên máy này."
CODE_TEXT = "Lấy tờ cứu hộ trong két rồi gõ tám nhóm chữ. Tệp khóa cạnh sổ đã hỏng thì máy tìm tệp khóa ở các bản sao."
OTHER_FOLDER = "Chọn nơi có bản sao"
WHERE_COPY = "Tệp khóa cạnh sổ không đọc được. Chọn thư mục có bản sao, nên xem cả trên USB"
WHERE = "Chọn nơi ghi những gì đọc được, nên là USB"
HOW_TITLE = "Ghi ra tệp nào?"
HOW_TEXT = (
    "Tệp có khóa thì phải gõ mật khẩu mới mở được, bằng desk-cli salvage --open, hợp để mang đi. "
    "Tệp Excel thì ai cầm cũng đọc được họ tên, số định danh: chỉ ghi vào nơi anh chị khóa được, dùng xong thì xóa."
)
HOW = ("Một tệp có khóa", "Tệp Excel, ai cũng mở được", "Thôi")
PASSWORD_TITLE, PASSWORD_LABEL = "Đặt mật khẩu cho tệp", "Mật khẩu từ 8 chữ, ghi nhớ kỹ: quên là tệp không mở được"
PASSWORD_AGAIN, PASSWORD_OTHER = (
    "Gõ lại mật khẩu ấy",
    "Hai lần gõ chưa giống nhau. Chưa ghi gì. Bấm Ghi ra ngoài rồi gõ lại.",
)
SHEET_LOST, SHEET_DRAFTS = "Chưa đọc được đủ", "Bài đang gõ dở"
LOST_COLUMNS = ("Việc", "Quyển", "Số", "Họ tên còn biết", "Ngày sinh, ngày mất", "Ngày đăng ký")
DRAFT_COLUMNS = ("Việc", "Lúc giữ", "Nội dung như đã gõ")
SHEET_NUMBERS, SHEET_COURTESIES, SHEET_HANDINGS = "Sổ cấp số", "Cảm ơn, xin lỗi", "Trao thư"
_LETTER_COLUMNS = ("Thư", "Ngày trên thư", "Mã thư")
NUMBER_COLUMNS = ("Số, ký hiệu", "Ngày của số", *_LETTER_COLUMNS, "Ghi chú")
COURTESY_COLUMNS = ("Kính gửi", *_LETTER_COLUMNS, "Về việc", "Ghi chú")
HANDING_COLUMNS = (
    *_LETTER_COLUMNS,
    "Ngày trao",
    "Cùng trao",
    "Minh chứng",
    "Ngày thư trả lại",
    "Vì sao trả lại",
    "Ghi chú",
)
UNSURE_LETTER = "đối chiếu với thư và sổ giấy"
NUMBER_IN_JOURNAL = "chỉ còn trong nhật ký, cấp ngày {day}; đối chiếu với sổ giấy"
STATE, VOIDED, NOT_NEWEST, UNSURE = "Ghi chú", "đã bỏ", "còn lần sửa sau chưa đọc được", "đối chiếu với sổ giấy"
NAMED = "tên, ngày, số còn đúng; đối chiếu phần còn lại với sổ giấy"
BOOK_FILE, LOST_FILE, LETTERS_FILE = "so-doc-duoc.xlsx", "chua-doc-duoc.pdf", "thu-{number}.pdf"
FOLDER = "CUU-HO_{stamp}"
SEALED_FILE = "{name}.zip.age"
PAPER_TITLE = "Những gì chưa đọc được trong sổ bị hỏng"
PAPER_LOST, PAPER_JOURNAL, PAPER_LETTERS, PAPER_PAGES = "Các việc chưa đọc được đủ", "Nhật ký", "Thư", "Tệp sổ"
PAPER_COLUMNS = ("Họ tên còn biết", "Số", "Ngày đăng ký")
ONLY_NAMED, NOTHING_KNOWN = "còn tên, mất phần chi tiết", "tìm trong sổ giấy"
UNKNOWN, UNKNOWN_KIND, UNKNOWN_NAME = "chưa rõ", "Chưa rõ", "(không còn tên)"
PAPER_NEXT = (
    "Ghi lại những việc này theo sổ giấy và hồ sơ lưu sau khi có sổ dùng được. Đừng cấp lại các số này cho việc khác."
)


def read_line(read: int, known: int) -> str:
    """How much of the register could be read."""
    return f"Đọc được đủ {_n(read)} trên {_n(known)} việc đăng ký mà sổ còn biết tới."


def unsure_line(unsure: int, older: int) -> str:
    """Registrations that want comparing with the paper book."""
    told = [f"{_n(unsure)} việc nằm trên trang hỏng, nên đối chiếu với sổ giấy"] if unsure else []
    told += [f"{_n(older)} việc chỉ đọc được bản trước lần sửa cuối"] if older else []
    return f"Trong đó {'; '.join(told)}." if told else ""


def lost_line(lost: int, named: int) -> str:
    """Registrations that are not read in full."""
    if not lost:
        return NOTHING_LOST
    return f"{_n(lost)} việc chưa đọc được đủ, {_n(named)} việc trong số ấy còn biết họ tên."


def letters_line(read: int, lost: int) -> str:
    """Letters that can be drawn again, and those that cannot."""
    told = f"{_n(read)} thư còn vẽ lại được đúng như đã in" if read else "Không thư nào còn trang để vẽ lại"
    return f"{told}, {_n(lost)} thư đã mất trang." if lost else f"{told}."


def drafts_line(drafts: int) -> str:
    """Drafts that were lying in the register."""
    return f"{_n(drafts)} bài đang gõ dở còn đọc được."


def beside_line(numbers: int, courtesies: int, handings: int) -> str:
    """What else of letters could be read; empty where there was nothing."""
    told = [f"{_n(numbers)} số trong sổ cấp số"] if numbers else []
    told += [f"{_n(courtesies)} thư cảm ơn, xin lỗi"] if courtesies else []
    told += [f"{_n(handings)} lần trao thư có ghi thêm"] if handings else []
    return f"Còn đọc được {', '.join(told)}." if told else ""


def pages_line(broken: int, pages: int) -> str:
    """How much of the file is broken."""
    if not broken:
        return f"Cả {_n(pages)} trang của tệp đều còn nguyên như lúc ghi."
    return f"{_n(broken)} trên {_n(pages)} trang của tệp không còn như lúc ghi."


LOG_BROKEN = "Tệp ghi tạm cạnh sổ cũng hỏng một phần: những việc cuối cùng trước khi hỏng có thể thiếu."


def journal_line(spans: Sequence[tuple[int, int]], gaps: Sequence[tuple[int, int]]) -> str:
    """Which lines of the journal are unbroken and which cannot be read; long lists are cut short with their count."""
    if not spans:
        return "Không dòng nhật ký nào đọc được."
    whole = f"Nhật ký dòng {_ranges(spans)} còn liền mạch"
    return f"{whole}; dòng {_ranges(gaps)} không đọc được." if gaps else f"{whole}, không thiếu dòng nào."


JOURNAL_END = (
    "Những dòng nhật ký không đọc được có thể nói về việc ghi sau cùng hoặc lần sửa sau cùng: so thêm với sổ giấy."
)


def copy_line(made_at: datetime, registrations: int) -> str:
    """The newest copy at hand; it is only told, nothing is mixed."""
    told = f", có {_n(registrations)} việc" if registrations >= 0 else ""
    return (
        f"Bản sao gần nhất lúc {made_at:%H:%M} ngày {made_at:%d/%m/%Y}{told}. Máy không trộn hai bên: "
        "khôi phục bản ấy rồi ghi thêm những việc đọc được sau ngày ấy."
    )


NO_COPY = "Chưa thấy bản sao nào trên máy này. Cắm USB có bản sao nếu còn."


def number(number: str) -> str:
    """A number of a book, as far as it is known."""
    return f"số {number}" if number else "số chưa rõ"


def place(book: str, day: str = "") -> str:
    """Book and day, as far as they are known."""
    return ", ".join(part for part in (f"quyển {book}" if book else "", day) if part) or UNKNOWN


def kind(event: str) -> str:
    """The event in a word."""
    return EVENT_WORDS.get(event) or letter_kind(event)


def letter_kind(kind: str) -> str:
    """The kind of a letter in words."""
    return LETTER_WORDS.get(kind, UNKNOWN_KIND)


def letter(kind: str, on: str) -> str:
    """A letter that is gone: what it was and when it was written."""
    return f"{LETTER_WORDS.get(kind, UNKNOWN)}, {date.fromisoformat(on):%d/%m/%Y}"


def written(folder: str, read: int, letters: int) -> str:
    """What was written out of the register."""
    return f"Đã ghi {_n(read)} việc và {_n(letters)} thư vào {folder}. Tệp sổ vẫn nguyên như cũ."


def opened(folder: str, files: int) -> str:
    """A sealed file was opened."""
    return f"Đã mở tệp có khóa ra {folder}, {_n(files)} tệp. Dùng xong thì xóa thư mục ấy."


def letters_left_out(count: int) -> str:
    """Letters whose fonts or ornaments are no longer the same."""
    return f"{_n(count)} thư không vẽ lại được vì phông chữ hay hoa văn đã đổi bản."


def paper_head(unit: str, at: datetime) -> str:
    """Whose register it is and when it was read."""
    return f"{unit or UNKNOWN}, đọc lúc {at:%H:%M} ngày {at:%d/%m/%Y}"


def list_words(lost: bool, count: int) -> str:
    """The name of a list with how many stand in it."""
    return f"{LOST_LIST if lost else LIST} ({_n(count)})"


def _ranges(ranges: Sequence[tuple[int, int]], most: int = 6) -> str:
    told = [_n(first) if first == last else f"{_n(first)}–{_n(last)}" for first, last in ranges[:most]]
    more = len(ranges) - most
    return ", ".join(told) + (f" và {_n(more)} đoạn nữa" if more > 0 else "")


def _n(number: int) -> str:
    return f"{number:,}".replace(",", ".")
