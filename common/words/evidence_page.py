"""Words of the page Hồ sơ kiểm chứng."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.evidence import TARGETS, size_told
from common.words.reports import amount

TITLE = "Hồ sơ kiểm chứng"
CONTEXT = "mỗi tệp giữ một lần, niêm phong cạnh sổ"
ROWS = "Các tệp kiểm chứng, ngày mới nhất ở trên"
COLUMNS = ("Ngày", "Tệp là gì, chứng minh việc gì", "Loại", "Cỡ", "Ai giữ")
EMPTY_TITLE = "Chưa có tệp kiểm chứng nào"
EMPTY = (
    "Nhấn Insert rồi chọn ảnh, PDF, Word, Excel; hoặc kéo tệp thả vào đây. "
    "Máy bỏ vị trí, giờ chụp ghi kèm trong ảnh, giữ mỗi tệp một lần và sao lưu cùng sổ."
)
NONE_OF_KIND = "Chưa có tệp nào gắn với loại việc này. F6 sang loại khác."
SHOWN, EVERYTHING = "Đang xem", "mọi tệp"
ADD, OPEN, TAKE, CHANGE = "Thêm tệp", "Mở xem", "Gỡ tệp", "Sửa"
TIE, UNTIE, SAVE = "Gắn thêm việc", "Gỡ khỏi việc", "Lưu ra tệp"
PACK, CHECK = "Đóng tập của năm", "Xem tập còn nguyên không"
CHOOSE = "Chọn tệp làm kiểm chứng"
KINDS = "Ảnh, PDF, Word, Excel (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx *.pptx *.odt *.ods)"
ADD_TITLE, CHANGE_TITLE, TIE_TITLE = "Thêm tệp {file}", "Sửa tên, ngày của tệp", "Gắn tệp với việc nó chứng minh"
FIELDS: Mapping[str, str] = {
    "title": "Tệp là gì",
    "on": "Ngày mà tệp cho thấy",
    "known": "Có người nhận ra được không",
    "kind": "Chứng minh loại việc nào",
    "ref": "Việc nào",
}
HINTS: Mapping[str, str] = {"title": "Ghế chờ mới ở bộ phận một cửa", "on": "18/11/2026"}
KNOWN = (("", "không có ai nhận ra được"), ("1", "có người nhận ra được"))
LATER, NO_TARGET = "để gắn sau", "chưa có việc nào thuộc loại này"
TYPES: Mapping[str, str] = {
    **{"jpg": "ảnh", "png": "ảnh", "pdf": "PDF", "docx": "Word", "xlsx": "Excel"},
    **{"pptx": "trình chiếu", "odt": "văn bản", "ods": "bảng tính"},
}
TAKE_TITLE, TAKE_LABEL = "Gỡ tệp khỏi hồ sơ", "Vì sao gỡ (nội dung tệp bỏ ngay, lý do ở lại)"
UNTIE_TITLE, UNTIE_LABEL = "Gỡ khỏi việc", "Tệp không chứng minh việc nào"
SAVE_TITLE, PACK_TITLE, CHECK_TITLE = "Lưu tệp ra ngoài", "Đóng tập hồ sơ kiểm chứng", "Chọn tập để xem"
ZIP = "Tập kiểm chứng (*.zip)"
PACK_TEXT = (
    "Tập có mục lục, danh sách thư không họ tên, tờ mẫu, số liệu, báo cáo và các tệp. Mã của tập đi theo gói tháng."
)
PACK_YEAR, PACK_PEOPLE = "Năm nào", "Tệp có người nhận ra được"
PEOPLE = (("out", "để lại ở xã"), ("in", "cho vào tập"))
PACK_YES, LEAVE = "Đóng tập", "Để sau"
CHECKING = "Đang xem từng tệp trong tập"
STOPPED = "Đã dừng. Không có tệp dở nào."
NO_VIEWER = "Máy này chưa có chương trình mở loại tệp ấy. Nhấn Ctrl+S lưu ra tệp rồi mở ở máy khác."
CHANGED, KNOWN_TOLD = "Đã sửa.", "có người nhận ra được"
PROVES_NOTHING = "chưa gắn với việc nào"


def totals(files: int, size: int) -> str:
    """How many files, how large."""
    return f"{amount(files)} tệp, {size_told(size)}" if files else ""


def filters() -> tuple[tuple[str, str], ...]:
    """What may be looked at: everything, or what proves one kind."""
    return (("", EVERYTHING), *((kind, told) for kind, told in TARGETS.items()))


def targets() -> tuple[tuple[str, str], ...]:
    """Kinds a file may prove, the first none yet."""
    return (("", LATER), *TARGETS.items())


def taken_of(years: tuple[int, ...]) -> tuple[tuple[str, str], ...]:
    """Years of which a pack may be made."""
    return tuple((str(year), f"năm {year}") for year in years)


def whole(title: str, links: tuple[str, ...], known: bool, digest: str) -> str:
    """Everything about the file under the bar."""
    proves = "\n".join(f"· {link}" for link in links) or PROVES_NOTHING
    seen = f"\n{KNOWN_TOLD}" if known else ""
    return f"{title}\n{proves}{seen}\nSHA-256 {digest[:16]}…"


def pack_name(year: int) -> str:
    """What the file of a pack is called."""
    return f"KIEM-CHUNG_{year}.zip"


def day(on: date) -> str:
    """A day in the list."""
    return f"{on:%d/%m/%Y}"


def saved(name: str) -> str:
    """A copy lies where it was wanted."""
    return f"Đã lưu vào {name}. Tệp ấy không niêm phong: xem xong thì xóa."
