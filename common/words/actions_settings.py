"""Actions of the page Thiết lập: what each is called, and what it does."""

from collections.abc import Mapping

SETTINGS: Mapping[str, tuple[str, str]] = {
    "save-settings": ("Ghi thiết lập", "ghi những ô vừa sửa"),
    "signs-from": ("Thêm người ký", "chức danh, từ ngày nào, đến ngày nào"),
    "signer-open": ("Sửa, ghi ngày cuối", "của người ký đang chọn"),
    "number-sign": ("Ghi ký hiệu", "sau số của từng loại thư"),
    "hamlet-word": ("Ghi cách gọi", "của một thôn, bản, khu phố"),
    "add-user": ("Thêm người dùng", "thêm người mở được sổ này"),
    "give-role": ("Đổi vai", "cán bộ, lãnh đạo hay quản trị"),
    "first-password": ("Mật khẩu lần đầu", "cho người quên mật khẩu"),
    "handover-sheet": ("Tờ bàn giao", "việc còn mở, A4 để hai bên ký"),
    "leave-desk": ("Cho rời quầy", "mật khẩu của người ấy không mở được sổ nữa"),
    "called-so": ("Ghi tên gọi", "tên và cách gọi của từng người"),
    "own-password": ("Đổi mật khẩu", "mật khẩu của chính mình"),
    "rescue-anew": ("Lập tờ cứu hộ mới", "tờ cũ chỉ hết hiệu lực khi tờ mới đã in"),
    "update-look": ("Xem tệp cập nhật", "tệp của cấp trên: xem trước rồi mới dùng"),
    "update-use": ("Dùng bản cập nhật", "những gì vừa xem trong tệp"),
    "update-later": ("Để sau", "chưa dùng tệp vừa xem"),
    "update-back": ("Trở về bản trước", "thôi dùng bản cập nhật nhập sau cùng"),
}
