"""Words of the page Nhập từ bảng tính."""

from collections.abc import Collection, Mapping
from datetime import date

TITLE = "Nhập từ bảng tính"
STEPS = (
    ("Chọn bảng", "tệp hoặc vùng đã chép"),
    ("Xem các cột", "cột nào là gì"),
    ("Xem từng dòng", "mới, khác, giống, vướng"),
    ("Nhập vào sổ", "ghi một lần, hoàn lại được"),
)
CONTEXTS = (
    "Chưa ghi gì vào sổ cho tới bước cuối",
    "Chưa ghi gì vào sổ",
    "Xem thử, chưa ghi gì vào sổ",
    "Đã ghi vào sổ",
)
WHAT_TITLE = "Bảng nào nhập được"
WHAT = (
    "Tệp XLSX, XLS, ODS, CSV lấy từ phần mềm hộ tịch của Bộ, hoặc bảng xã tự lập: khai sinh, kết hôn, khai tử. "
    "Dòng tiêu đề nằm ở đâu cũng được, ô gộp cũng được. Có thể kéo tệp thả vào đây, "
    "hoặc bôi đen vùng trong Excel, chép rồi dán."
)
FILE, PASTE, FILE_TITLE = "Chọn tệp", "Dán vùng đã chép", "Chọn bảng tính"
FILE_KINDS = "Bảng tính (*.xlsx *.xls *.ods *.csv *.tsv *.txt)"
NOTHING_COPIED = "Chưa có gì để dán. Bôi đen vùng trong bảng tính, chép (Ctrl+C), rồi bấm Dán vùng đã chép."
BEFORE_TITLE, BEFORE_ROWS = "Những lần đã nhập", "Các lần nhập, mới nhất ở trên"
BEFORE_COLUMNS = ("Ngày", "Đã ghi", "Người nhập")
UNDO, UNDO_TITLE = "Hoàn lại cả lần nhập", "Hoàn lại lần nhập này"
UNDO_WHY = "Vì sao, như: nhập nhầm bảng năm trước"
NO_IMPORTS = "Chưa nhập bảng nào."

BACK, ON = "Bước trước", "Sang bước sau"
SHEET, EVENT = "Trang khác", "Loại việc"
SHEET_TITLE, SHEET_LABEL = "Bảng có nhiều trang", "Đọc trang nào"
EVENT_TITLE, EVENT_LABEL = "Loại việc của bảng", "Bảng này ghi việc gì"
COLUMNS = ("Cột trong bảng", "Đọc là", "Vài ô đầu")
COLUMN_ROWS = "Các cột của bảng"
CHANGE, CONVERT = "Đổi cách đọc", "Chuyển phông chữ"
UNUSED, PICK_TITLE, PICK_HINT = "không đọc cột này", "Cột này là gì", "gõ để tìm, như: ngay sinh cha"
PICK_LIST, PICK_YES, PICK_NO = "Những gì sổ nhận", "Chọn", "Để nguyên"
BEFORE_AFTER = "Cột “{caption}” có vẻ gõ bằng phông {encoding}"
CONVERT_ASK = "Chữ bên phải có đúng không? Đúng thì bấm Chuyển phông chữ; chưa bấm thì cột giữ nguyên như trong bảng."
CONVERTED = "Cột này sẽ được chuyển. Bấm lần nữa để giữ nguyên."
AS_IS, AS_UNICODE = "Trong bảng", "Sau khi chuyển"
NO_EVENT = "Máy chưa nhận ra bảng này ghi việc gì. Chọn loại việc, rồi xem lại từng cột."
LOOKING, TAKING, UNDOING, READING = (
    "Đang đối chiếu từng dòng với sổ",
    "Đang ghi vào sổ",
    "Đang hoàn lại lần nhập",
    "Đang đọc bảng",
)
CANCELLED = "Đã dừng. Chưa ghi gì vào sổ."
PILE_HINTS: Mapping[str, str] = {
    "new": "sẽ ghi thành việc mới",
    "changed": "chỉ sửa những dòng anh chị đánh dấu",
    "same": "không làm gì thêm",
    "conflict": "để lại, ghi tay nếu cần",
    "unreadable": "để lại, sửa trong bảng rồi nhập lại",
}
ROWS = "Các dòng của bảng"
ROW_COLUMNS = ("Dòng", "Ai", "Số", "Sẽ thế nào", "")
TICK, TICK_ALL, LOOK_AGAIN = "Đánh dấu dòng này", "Đánh dấu cả", "Xem lại với sổ"
TICKED, LETTERS_FROM = "sẽ sửa", "In thư cho việc đăng ký từ ngày"
LETTERS_HINT = "việc cũ hơn vẫn ghi vào sổ, chỉ không tự vào hàng chờ in thư"
DAY_UNREAD = "Ghi ngày như 01/11/2026."
DONE_TITLE = "Đã nhập xong"
SEE_BOOK, ANOTHER = "Xem trong sổ", "Nhập bảng khác"
UNDONE_TITLE = "Đã hoàn lại"


def head(sheet: str, event: str, row: int, unused: int, as_before: bool = False) -> str:
    """How the sheet is read, in one line, and whether it is so because such a sheet was read so before."""
    where = f"tiêu đề ở dòng {row}" if row else "chưa thấy dòng tiêu đề"
    left = f", {unused} cột không đọc" if unused else ""
    told = f"Trang “{sheet}”: {event or 'chưa rõ loại việc'}, {where}{left}."
    return f"{told} Các cột đọc như lần nhập trước." if as_before else told


def lacking(names: str) -> str:
    """Columns without which no row is whole."""
    return f"Còn thiếu cột: {names}. Chọn cột ấy trong bảng, hoặc dòng nào cũng chưa đọc được."


def chip(told: str, count: int) -> str:
    """A pile and how many rows are in it."""
    return f"{told} {count}"


def total(counts: Collection[int]) -> str:
    """The piles added up in sight."""
    return f"{' + '.join(str(count) for count in counts)} = {sum(counts)} dòng"


def button(entered: int, amended: int) -> str:
    """What the button will do, with its numbers."""
    if entered and amended:
        return f"Nhập {entered} việc mới, sửa {amended} việc"
    return f"Sửa {amended} việc" if amended else f"Nhập {entered} việc mới"


def told(total: str, pile: str, hint: str) -> str:
    """The piles added up, and what becomes of the one in front."""
    return f"{total}. {pile}: {hint}."


def changed(label: str, before: str, after: str) -> str:
    """One field that differs."""
    return f"{label}: {before or 'trống'} → {after or 'trống'}"


def done(entered: int, amended: int, left: int, waiting: int) -> str:
    """What came of it."""
    parts = [f"Đã ghi {entered} việc mới, sửa {amended} việc."]
    if left:
        parts.append(f"{left} dòng để lại, chưa ghi.")
    parts.append(f"{waiting} việc vào hàng chờ in thư." if waiting else "Không việc nào tự vào hàng chờ in thư.")
    return " ".join(parts)


def undone(voided: int, put_back: int, stayed: int) -> str:
    """What was taken back, and what was not."""
    told = f"Đã bỏ {voided} việc đã ghi, trả {put_back} việc về lời cũ."
    return f"{told} {stayed} việc giữ nguyên vì đã có người làm tiếp." if stayed else told


def stayed(number: str, why: str) -> str:
    """A record that an undone import leaves as it is."""
    return f"Số {number}: {why}"


def before(entered: int, amended: int) -> str:
    """An import in a table."""
    return f"{entered} việc mới" + (f", sửa {amended}" if amended else "")


def undone_on(day: date) -> str:
    """An import that was taken back."""
    return f"đã hoàn lại {day:%d/%m/%Y}"


def day(on: date) -> str:
    """A day as clerks write it."""
    return f"{on:%d/%m/%Y}"
