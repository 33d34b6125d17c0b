"""Words of the slip with a first password."""

TITLE = "Phiếu mật khẩu lần đầu"
UNDER = "Trao tận tay người nhận, dùng một lần"
OWNER, LOGIN, PASSWORD = "Người nhận", "Tên ở màn hình khóa", "Mật khẩu, gõ đúng như trong khung"
WARNING = "Không chụp ảnh, không gửi qua mạng."
NAME = "phiếu mật khẩu"
PRINT_ONE, PRINT_ALL, NOTED = "In phiếu", "In phiếu cho từng người", "Đã ghi ra giấy"
OFFER_TITLE = "In phiếu mật khẩu cho người mới?"
OFFER = "Phiếu A5 có tên, mật khẩu vừa đặt và cách vào lần đầu. Máy không giữ bản nào: in xong trao tận tay {name}."
OFFER_NO = "Tôi tự nói"
OUT_TITLE = "Phiếu đã nằm trên tay chưa?"
OUT = "Cầm được phiếu rồi thì thôi: máy không giữ bản nào để in lại sau này."
OUT_YES, OUT_AGAIN = "Đã cầm phiếu", "In lại"


def lines(dashed: bool) -> tuple[str, ...]:
    """How it is used; a password with hyphens is typed with them."""
    typed = "cả dấu gạch, chữ hoa" if dashed else "cả chữ hoa, dấu cách"
    return (
        f"1. Mở phần mềm, chọn tên mình, gõ mật khẩu trong khung ({typed}).",
        "2. Máy mời đặt mật khẩu của riêng mình ngay: một câu dễ nhớ, ít nhất 10 ký tự. Đặt xong thì xé phiếu này.",
        "3. Lạc phiếu thì báo người quản trị: đặt lại là mật khẩu trong phiếu hết dùng.",
    )
