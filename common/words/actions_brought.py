"""Words of the actions around letters and what is brought in, as `common.words.actions`."""

from collections.abc import Mapping

BROUGHT: Mapping[str, tuple[str, str]] = {
    "page-papers": ("&Giấy tờ in sẵn…", "phong bì, danh sách, phiếu góp ý, bảng, thông báo"),
    "page-templates": ("&Mẫu thư", "lời của từng loại thư: viết bản thảo, lãnh đạo duyệt, dùng từ ngày nào"),
    "template-write": ("Sửa lời thư", "bản thảo của mẫu đang chọn"),
    "template-new": ("Thư mới", "thêm một mẫu dựa trên thư đã có"),
    "template-approve": ("Duyệt bản thảo", "lãnh đạo; chọn ngày bắt đầu dùng"),
    "template-older": ("Các bản", "xem lời của bản đang dùng và các bản trước"),
    "template-out": ("Thôi dùng", "trở về bản trước, ghi lý do"),
    "template-drop": ("Bỏ bản thảo", "bản đang dùng không đổi"),
    "template-take": ("Lấy từ tệp", "tệp mẫu của quầy khác, thành bản thảo"),
    "template-file": ("Ghi ra tệp", "mang sang quầy khác"),
    "template-insert": ("Chèn trường, điều kiện", "gõ vài chữ để tìm"),
    "template-bold": ("Chữ đậm", "phần đang bôi"),
    "template-place": ("Chỗ cần sửa tiếp", "con trỏ tới từng chỗ"),
    "template-sample": ("Xem thử với nhà khác", "ngắn nhất, thường gặp, dài nhất, từng trường hợp"),
    "template-keep": ("Giữ bản thảo", "bản thảo đọc được thì máy cũng tự giữ"),
}
"""id → (words, help)."""

BROUGHT_PLACES: Mapping[str, str] = {
    "templates": "Ở Mẫu thư",
    "papers": "Ở Giấy tờ in sẵn",
}
"""Where a key works."""
