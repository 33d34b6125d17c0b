"""Words about another rescue sheet in place of the one in force: offered after opening, and on the settings page."""

from __future__ import annotations

from datetime import date

TITLE = "Tờ cứu hộ"
NEW = "Lập tờ cứu hộ mới"
OFFER_TITLE = "Tờ cứu hộ của xã chưa thử xong"
OFFER_TEXT = (
    "Lần cài đặt trước dừng khi chưa gõ thử tờ cứu hộ. Quên mật khẩu mà không có tờ này thì không ai mở lại được sổ. "
    "Lập tờ mới mất khoảng hai phút, cần mật khẩu."
)
OFFER_NOW, OFFER_LATER = "Lập tờ cứu hộ mới", "Để sau"
ASK_TITLE = "Lập tờ cứu hộ mới"
ASK_TEXT = "Tờ cũ còn dùng được cho tới khi tờ mới in ra và gõ thử đúng. Đóng giữa chừng thì không có gì thay đổi."
PASSWORD, MAKE = "Mật khẩu của anh chị", "Lập tờ mới"
WRONG = "Mật khẩu này chưa đúng. Gõ lại."
CHECKING = "Đang kiểm tra mật khẩu"
PROVE_TITLE = "In tờ mới và gõ thử"
PROVE_TEXT = "Bỏ phong bì, niêm phong, để két của văn phòng, thay cho tờ cũ."
SHEET_ONCE = "Tờ này chỉ hiện lần này."
USE, NOT_NOW = "Dùng tờ mới, bỏ tờ cũ", "Giữ tờ cũ"
KEEPING = "Đang thay khóa cứu hộ"
DONE_TITLE = "Tờ cứu hộ mới đã dùng được"
DONE_TEXT = (
    "Từ nay tờ cũ không mở được sổ này. Các bản sao lưu làm trước hôm nay vẫn cần tờ cũ: "
    "sao lưu lại một bản, rồi xé bỏ tờ cũ."
)
TROUBLE = "Chưa lập được tờ mới"
ONLY_ADMINISTRATOR = "Người quản trị lập được tờ mới."


def in_force(made_on: date | None, proved: bool) -> str:
    """What is known of the sheet in force."""
    made = f"Tờ đang dùng lập ngày {made_on:%d/%m/%Y}" if made_on else "Tờ đang dùng lập khi cài đặt"
    return f"{made}." if proved else f"{made}, chưa gõ thử lần nào."
