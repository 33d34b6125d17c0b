"""Words of the guide's window and of its printed pages."""

TITLE = "Hướng dẫn"
SEARCH = "Tìm trong hướng dẫn, gõ không dấu cũng được"
PAGES, READING = "Các trang hướng dẫn", "Trang đang đọc"
KEYS = "Phím ở trang này"
NOTHING = "Chưa thấy trang nào có những chữ ấy. Thử ít chữ hơn, hay xóa ô tìm để xem mọi trang."
PRINT, CLOSE = "In trang này", "Đóng"
FOOT = "Một Cửa Thân Thiện · hướng dẫn nằm sẵn trong máy, bấm F1 để mở"
CARD_BEFORE = "Thẻ: "
FILE = "HUONG-DAN_{id}.pdf"
CARD_FILE = "THE_{id}.pdf"
NAME = "trang hướng dẫn"


def cards_written(count: int, folder: str) -> str:
    """The cards lie in a folder."""
    return f"Đã ghi {count} thẻ hướng dẫn, mỗi thẻ một trang A4, vào {folder}."
