"""Giấy tờ in sẵn: the papers beside the letters."""

from __future__ import annotations

from collections.abc import Mapping

from common.words import desk_papers as papers

TITLE, CONTEXT = "Giấy tờ in sẵn", "phong bì, danh sách, phiếu góp ý, bảng và thông báo treo ở quầy"
LIST, COLUMN = "Giấy tờ", "Giấy tờ"
PAPERS: Mapping[str, tuple[str, str]] = {
    "slips": (papers.OPINION, "bốn phiếu A6 trên một tờ A4, có dấu cắt"),
    "board": ("Bảng “{kind} đã sửa gì”", "A4, mỗi quý một tờ, kèm số góp ý"),
    "notice": ("Thông báo tại quầy", "A4, máy giữ những gì, hỏi ai"),
    "envelopes": (papers.ENVELOPE, "tên người nhận của buổi lễ, hoặc chỉ tên xã"),
    "names": (papers.NAMES, "A4, chữ lớn, kèm cách đọc"),
    "signs": (papers.SIGNS, "A4, cột chữ ký"),
    "slips-long": ("Phiếu góp ý, đủ câu hỏi", "hai phiếu A5 trên một tờ A4, có dấu cắt"),
}
OF_CEREMONY = frozenset({"envelopes", "names", "signs"})
NAMES: Mapping[str, str] = {
    "slips": "phiếu góp ý giấy",
    "slips-long": "phiếu góp ý đủ câu hỏi",
    "board": "bảng đã sửa gì",
    "notice": "thông báo tại quầy",
    "envelopes": "phong bì C5",
    "names": "tờ thứ tự xướng tên",
    "signs": "danh sách ký nhận",
}
FILES: Mapping[str, str] = {
    "slips": "Phieu-gop-y.pdf",
    "slips-long": "Phieu-gop-y-du-cau-hoi.pdf",
    "board": "Bang-da-sua-gi.pdf",
    "notice": "Thong-bao-tai-quay.pdf",
    "envelopes": "Phong-bi-C5.pdf",
    "names": "Thu-tu-xuong-ten.pdf",
    "signs": "Danh-sach-ky-nhan.pdf",
}
"""No file name tells a name of anybody."""
PRINT, SAVE, OTHER_DAY, OTHER_QUARTER, CEREMONY = "In", "Lưu PDF", "Buổi khác", "Quý khác", "Lễ trao"
DRAWN = "Trang {page} trong {pages}"
OF_DAY = "Của buổi {when}."
NO_CEREMONY = "Chưa có lễ trao sắp tới: tờ này để trống, điền tay."
SLIPS_NOTE = "Cắt theo dấu ở mép và ở giữa. Bà con bỏ phiếu vào thùng góp ý, quầy gõ lại ở trang Góp ý."
NOTICE_NOTE = "Người trả lời và số điện thoại lấy ở Thiết lập. Chỗ nào trống thì ghi tay."
BOARD_NOTE = "{quarter}. {figure}."
HEARD, MENDED = "Bà con nói ({n})", "{kind} đã ({n})"
KEPT = "Đã ghi ba dòng của {quarter}."
SAVED = "Đã lưu {file}."
WHICH_DAY = "Của buổi nào?"
NO_DAY = "Tờ trống, điền tay"
