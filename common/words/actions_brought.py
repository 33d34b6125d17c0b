"""Words of the actions around letters and what is brought in, as `common.words.actions`."""

from collections.abc import Mapping

BROUGHT: Mapping[str, tuple[str, str]] = {
    "page-papers": ("&Giấy tờ in sẵn…", "phong bì, danh sách, phiếu góp ý, bảng, thông báo"),
    "page-intake": ("&Nhập từ bảng tính…", "tệp của phần mềm hộ tịch, Excel, vùng đã chép; xem thử rồi mới ghi"),
    "intake-file": ("Chọn tệp", "XLSX, XLS, ODS, CSV; hoặc kéo tệp thả vào trang"),
    "intake-paste": ("Dán vùng đã chép", "từ Excel hay Calc"),
    "intake-undo": ("Hoàn lại cả lần nhập", "ghi lý do; việc đã có người làm tiếp thì giữ nguyên"),
    "intake-on": ("Sang bước sau", "ở bước cuối là nhập vào sổ"),
    "intake-read": ("Đổi cách đọc", "cột đang chọn là gì"),
    "intake-convert": ("Chuyển phông chữ", "cột gõ bằng TCVN3, VNI; xem trước, xem sau"),
    "intake-sheet": ("Trang khác", "của cùng một tệp"),
    "intake-event": ("Loại việc", "khai sinh, kết hôn, khai tử"),
    "intake-pile": ("Xem từng nhóm dòng", "mới, khác, giống, vướng, chưa đọc được"),
    "intake-tick": ("Đánh dấu dòng này", "dòng khác bản đã ghi: có đánh dấu mới sửa"),
    "intake-all": ("Đánh dấu cả", "mọi dòng khác bản đã ghi"),
    "intake-again": ("Xem lại với sổ", "đối chiếu lần nữa"),
    "page-templates": ("&Mẫu thư", "lời của từng loại thư: viết bản thảo, lãnh đạo duyệt, dùng từ ngày nào"),
    "template-write": ("Sửa lời thư", "bản thảo của mẫu đang chọn"),
    "template-new": ("Thư mới", "thêm một mẫu dựa trên thư đã có"),
    "template-approve": ("Duyệt bản thảo", "lãnh đạo; chọn ngày bắt đầu dùng"),
    "template-older": ("Các bản", "xem lời của bản đang dùng và các bản trước"),
    "template-out": ("Thôi dùng", "trở về bản trước, ghi lý do"),
    "template-drop": ("Bỏ bản thảo", "bản đang dùng không đổi"),
    "template-take": ("Lấy từ tệp", "tệp mẫu của quầy khác, thành bản thảo"),
    "template-file": ("Ghi ra tệp", "mang sang quầy khác"),
    "template-insert": ("Chèn trường", "hoặc điều kiện, gõ vài chữ để tìm"),
    "template-bold": ("Chữ đậm", "phần đang bôi"),
    "template-place": ("Chỗ cần sửa tiếp", "con trỏ tới từng chỗ"),
    "template-sample": ("Xem thử với nhà khác", "ngắn nhất, thường gặp, dài nhất, từng trường hợp"),
    "template-keep": ("Giữ bản thảo", "bản thảo đọc được thì máy cũng tự giữ"),
    "ministry-export": ("&Xuất theo cột của Bộ…", "các việc của một kỳ ra XLSX, CSV; ghi vì sao xuất"),
    "find-table": ("Xuất theo cột của Bộ", "các việc của một kỳ ra XLSX, CSV; ghi vì sao xuất"),
    "copy-out": ("Chép sang phần mềm của Bộ", "từng ô theo thứ tự của Bộ, mỗi ô một phím"),
    "copy-saved": ("Chép sang phần mềm của Bộ", "bản vừa lưu, từng ô theo thứ tự của Bộ"),
}
"""id → (words, help)."""

BROUGHT_PLACES: Mapping[str, str] = {
    "intake": "Ở Nhập từ bảng tính",
    "templates": "Ở Mẫu thư",
    "papers": "Ở Giấy tờ in sẵn",
}
"""Where a key works."""
