"""Words of the drill: the sheet "Tập khôi phục trong mười phút", and what is said when one was held."""

from __future__ import annotations

from datetime import date

TITLE = "TẬP KHÔI PHỤC TRONG MƯỜI PHÚT"
UNDER = "Sáu tháng một lần. Buổi tập chỉ mở bản sao ra đếm, sổ đang dùng không thay đổi."
STEPS = (
    (
        "Ghi giờ bắt đầu. Vào menu Tệp, Các bản sao lưu.",
        "Chọn bản sẽ tập (bản mới nhất), bấm Enter, chép ba số vào cột Trước.",
    ),
    ("Vào menu Tệp, Tập khôi phục…", "Máy đóng sổ lại rồi mở trang tập. Chưa có gì thay đổi."),
    ("Chọn đúng bản ấy rồi bấm Enter.", "Bản mới nhất đã chọn sẵn. Muốn lấy bản trên USB hay ổ thứ hai: Ctrl+O."),
    ("Chọn tên mình, gõ mật khẩu, bấm Enter.", "Mỗi năm một lần dùng tờ cứu hộ trong két thay cho mật khẩu: F2."),
    ("Chờ máy mở bản sao, xem từng trang và đếm.", "Chép số bản ghi, số thư và ngày của thư cuối vào cột Sau."),
    ("So hai cột. Giống nhau là đạt.", "Lệch, hay máy báo bản sao hỏng: giữ nguyên mọi thứ rồi gọi hỗ trợ."),
    ("Bấm Kết thúc buổi tập, mở sổ lại như mọi ngày.", "Ghi giờ xong, ký tên, kẹp tờ này vào hồ sơ của văn phòng."),
)
RECORD = "Ghi lại"
DAY, PERSON, BEGUN, ENDED = "Ngày tập", "Người tập", "Bắt đầu", "Xong"
BEFORE, AFTER = "Trước", "Sau"
COUNTED = ("Số bản ghi", "Số thư", "Thư cuối ngày")
TAKEN_FROM = "Bản sao lấy ở"
SOURCES = ("máy này", "nơi thứ hai", "USB")
RESULT = "Kết quả"
RESULTS = ("khớp", "lệch, đã gọi hỗ trợ")
OWN_PLACE, SECOND_PLACE, CALL = "Bản sao trên máy:", "Nơi thứ hai:", "Cần giúp thì gọi:"
NO_SECOND = "chưa chọn; chọn ở trang Sao lưu, Ctrl+D"
LAST = "Lần tập trước:"
NEVER = "chưa có"
NOTED = "Đã ghi nhận buổi tập khôi phục hôm nay. Sáu tháng nữa máy nhắc lại."


def drawn_on(day: date) -> str:
    """When the sheet was printed."""
    return f"In ngày {day:%d/%m/%Y}"


def name(body: str) -> str:
    """The document's own title."""
    return f"Tập khôi phục, {body}"


def last_on(day: date | None) -> str:
    """When the last drill was held."""
    return f"{day:%d/%m/%Y}" if day else NEVER
