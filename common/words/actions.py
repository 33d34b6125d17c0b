"""Every action by its id: the words of menu and button, and the line of help on the key card."""

from __future__ import annotations

from collections.abc import Mapping

MENUS: Mapping[str, str] = {
    "file": "&Tệp",
    "new": "&Ghi mới",
    "letter": "T&hư",
    "above": "Gửi &cấp trên",
    "view": "&Xem",
    "help": "T&rợ giúp",
}
"""Menus in their order, with their letters."""

WORDS: Mapping[str, tuple[str, str]] = {
    "backup-now": ("Sao lưu ngay…", "chép sổ đã khóa ra USB, mở lại và đếm"),
    "check-data": ("Kiểm tra dữ liệu", "xem mọi trang của sổ còn nguyên vẹn"),
    "lock": ("Khóa máy", "che màn hình, bài đang gõ còn nguyên"),
    "set-pin": ("Đặt mã PIN…", "che màn hình rồi đặt mã mở khóa nhanh"),
    "quit": ("Thoát", "đóng sổ cho gọn rồi tắt"),
    "new": ("Ghi mới", "mở danh sách, rồi S sinh, H hôn, T tử"),
    "new-birth": ("Khai &sinh", "ghi việc khai sinh"),
    "new-marriage": ("Kết &hôn", "ghi việc kết hôn"),
    "new-death": ("Khai &tử", "ghi việc khai tử"),
    "page-today": ("Hôm nay", "việc đang chờ trong ngày"),
    "page-find": ("Sổ hộ tịch", "các bản ghi, mới nhất ở trên"),
    "find": ("Tìm mọi thứ", "tìm tên, số, mã thư"),
    "page-printing": ("Thư và in", "hàng thư chờ in"),
    "page-ratings": ("Góp ý", "bà con nói gì"),
    "page-month": ("Gửi cấp trên", "gói tháng và biên nhận"),
    "page-settings": ("Thiết lập", "người ký, điện thoại, người dùng"),
    "month-bundle": ("Gói tháng…", "xem rồi ghi gói của tháng"),
    "receive-receipt": ("Nhập biên nhận…", "nhận tệp cấp trên gửi về"),
    "exchange-keys": ("Trao đổi khóa…", "gửi thẻ quầy, nhận tệp khóa, so sáu chữ"),
    "sent-bundles": ("Các gói đã gửi", "gói nào đi ngày nào, biên nhận nào về"),
    "month-print": ("In bản xem trước, phiếu gửi", "in trang đang xem của gói tháng"),
    "month-copy": ("Chép thêm một bản", "ghi gói vừa xong ra nơi nữa"),
    "month-eject": ("Rút USB an toàn", "đọc lại tệp rồi chỉ cách rút"),
    "keys-card": ("Thẻ phím tắt", "bảng này"),
    "about": ("Giới thiệu", "bản đang dùng"),
    "save": ("Xem lại rồi lưu", "xem lại rồi lưu bản đang gõ"),
    "save-print": ("Lưu và in thư", "lưu rồi mở thư để in"),
    "zoom": ("Phóng to thư", "xem thư lớn hơn"),
    "letter-tab": ("Bài ghi, thư sẽ in", "cửa sổ hẹp: đổi giữa bài ghi và thư"),
    "free-line": ("Đổi lời", "thêm một câu riêng vào thư"),
    "compare": ("So sánh hai bản", "bản đang gõ cạnh bản đã ghi"),
    "undo-save": ("Hoàn tác", "bỏ bản vừa lưu, trong 10 giây"),
    "same-home": ("Cha ở cùng mẹ", "nơi cư trú của cha như địa chỉ mẹ"),
    "card-mother": ("Điền thẻ vào mẹ", "thẻ vừa quét là của mẹ, vợ"),
    "card-father": ("Điền thẻ vào cha", "thẻ vừa quét là của cha, chồng"),
    "card-declarant": ("Điền thẻ vào người khai", "thẻ vừa quét là của người đi khai"),
    "print": ("In thư đã chọn", "in các thư đã chọn"),
    "save-pdf": ("Lưu PDF…", "ghi thư thành tệp PDF"),
    "printed-book": ("Sổ thư đã in…", "in lại có lý do, ghi đã trao"),
    "open-record": ("Mở bản ghi", "mở bản ghi của thư đang xem"),
    "open-held": ("Mở thư đang giữ lại", "ghi lý do rồi làm thư"),
    "how-to-print": ("Cách in", "máy in, số bản, lệch giấy"),
    "test-sheet": ("In trang thử có thước", "xem máy in lệch bao nhiêu"),
    "zoom-sheet": ("Phóng to", "xem tờ thư lớn hơn"),
    "amend": ("Sửa bản ghi", "sửa bản đang xem, có lý do"),
    "see-record-letter": ("Xem thư", "xem thư của bản ghi"),
    "deliver": ("Ghi đã trao", "thư đến tay gia đình"),
    "void": ("Bỏ bản", "bỏ khỏi các con số, có ghi lý do"),
    "see-letter": ("Xem thư", "xem trang thư của dòng này"),
    "print-chosen": ("In thư đã chọn", "mang sang bàn in"),
    "hand-over": ("Ghi đã trao", "thư đến tay gia đình"),
    "called": ("Ghi đã gọi", "đã gọi lại cho bà con"),
    "called-back": ("Ghi đã gọi", "đã gọi lại cho bà con"),
    "take-answer": ("Ghi góp ý tại quầy", "từ phiếu giấy, lời nói, điện thoại"),
    "next-period": ("Đổi kỳ xem", "quý này, quý trước, cả năm"),
    "drop-draft": ("Bỏ bài", "bỏ bài đang gõ dở"),
}
"""id → (words, help)."""

KEY_WORDS: Mapping[str, str] = {"Return": "Enter", "Escape": "Esc", "Delete": "Del"}
"""Keys as the keyboard names them."""

PLACES: Mapping[str, str] = {
    "": "Ở mọi nơi",
    "form": "Khi ghi bản mới",
    "today": "Ở Hôm nay",
    "find": "Trong sổ",
    "printing": "Ở bàn in",
    "ratings": "Ở Góp ý",
    "month": "Khi gửi cấp trên",
}
"""Where a key works, as the card heads its columns."""
