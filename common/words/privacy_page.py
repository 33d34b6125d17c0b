"""The pages "Dữ liệu của một người" and "Sổ truy cập"."""

from __future__ import annotations

ABOUT, ABOUT_CONTEXT = "Dữ liệu của một người", "Trả lời người dân trong 2 ngày làm việc"
NUMBER, NAME, BORN, CODE = "Số định danh", "Hoặc họ tên", "và ngày sinh", "Hoặc mã trên thư"
LOOK, PAPER, ERASE = "Tra", "In giấy để giao", "Xóa theo luật…"
HOW = "Gõ một trong ba cách rồi bấm Tra. Phần của người khác được che. Việc tra được ghi vào sổ truy cập."
HELD = "Đang giữ"
LOOKING = "Đang đọc mọi bản ghi"
PAPER_NAME, PAPER_FILE = "giấy trả lời", "tra-loi.pdf"
RECEIPT_NAME, RECEIPT_FILE = "giấy báo đã xóa", "giay-bao-da-xoa.pdf"
DESTROY_NAME, DESTROY_FILE = "danh sách bản sao cần hủy", "ban-sao-can-huy.pdf"
WHICH, WHY = "Xóa bản ghi nào?", "Vì sao xóa? Không nhắc tên."
ERASING = "Đang xóa và viết lại tệp sổ cho sạch"

LOG, LOG_CONTEXT = "Sổ truy cập", "Ai làm gì, lúc nào, với bản ghi số mấy"
FROM, TO, WHO = "Từ ngày", "Đến hết ngày", "Người"
EVERYONE = "Mọi người"
SHOW, TABLE = "Xem", "Lưu bảng CSV"
TABLE_FILE, TABLE_KINDS = "so-truy-cap.csv", "Bảng CSV (*.csv)"
ROWS = "Các việc đã làm"


def saved(name: str) -> str:
    """The table lies in its file."""
    return f"Đã lưu {name}. Trong bảng không có tên người dân."
