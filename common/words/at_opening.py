"""What is told once when the register opens."""

KEYS_MENDED = (
    "Tệp khóa của sổ đã hỏng. Máy mở sổ bằng bản thứ hai để bên cạnh và đã chép lại tệp khóa; "
    "sổ và mật khẩu còn nguyên. "
    "Ổ đĩa của máy có thể sắp hỏng: hôm nay sao lưu ra USB và báo người hỗ trợ."
)
