"""Words of the exchange of keys with the level above, and of names that travel."""

from __future__ import annotations

from collections.abc import Sequence

KEY_TITLE = "Trao đổi khóa với cấp trên"
KEY_INTRO = "Làm một lần. Sau đó gói gửi lên được khóa kín, thư in ra có mã góp ý."
KEY_CARD = "Xuất thẻ quầy"
KEY_CARD_TEXT = "Không chứa bí mật: USB, thư điện tử, phần mềm văn bản đều gửi được."
KEY_TAKE = "Nhập tệp khóa"
KEY_TAKE_TEXT = "Tệp KHOA-… do cấp trên gửi về, chỉ máy này mở được."
KEY_WORDS = "Đọc sáu chữ qua điện thoại"
KEY_WORDS_TEXT = "Gọi cấp trên theo số quen dùng. Hai bên đọc cho nhau nghe; gõ lại sáu chữ nghe được vào ô dưới."
KEY_WORDS_LATER = "Sáu chữ hiện ở đây khi đã nhập tệp khóa."
KEY_HEARD = "Sáu chữ nghe qua điện thoại"
KEY_CONFIRM = "Hai bên khớp nhau"
KEY_WRONG_WORDS = "Chưa khớp. Đọc lại từng chữ qua điện thoại, chữ nào khác thì dừng và hỏi lại cấp trên."
WHERE_CARD = "Chọn nơi ghi thẻ quầy"
WHICH_KEY = "Chọn tệp khóa cấp trên gửi về"
KEY_FILES = "Tệp khóa (KHOA-*.mctt);;Tệp trao đổi (*.mctt)"
CHANGE_WAITS = "Đang đổi khóa: khóa cũ còn dùng cho đến khi nhập tệp khóa mới và sáu chữ khớp."
NO_TIE = "Chưa nối với cấp trên. Sổ và thư vẫn dùng bình thường, thư chưa có mã góp ý."
NOT_LEADER = "Trao đổi khóa và gửi kèm họ tên do lãnh đạo hoặc người quản trị làm. Mời người ấy đăng nhập."
NAMES = "Gửi kèm họ tên"
NAMES_TEXT = (
    "Nếu đồng ý, mỗi gói mang thêm: họ tên trẻ, vợ chồng, người mất; ngày sự việc; số, quyển; nơi cư trú. "
    "Số định danh, dân tộc, nguyên nhân mất, tên cha mẹ, người đi khai vẫn ở lại máy này. "
    "Chưa đồng ý thì gói chỉ mang số liệu, và thế cũng là đủ."
)
NAMES_REASON = "Lý do đồng ý (ở lại trong sổ của xã)"
NAMES_YES = "Đồng ý gửi kèm họ tên"
NAMES_NO = "Thôi gửi họ tên"
NAMES_EMPTY = "Ghi lý do trước, ví dụ số công văn và việc cần họ tên."
NAMES_ASK = "Gửi kèm họ tên từ gói sau?"
NAMES_ASK_BUTTONS = ("Gửi kèm họ tên", "Chỉ gửi số liệu")


def card_written(file: str) -> str:
    """The card lies where it was written."""
    return f"Đã ghi {file}. Gửi tệp này cho cấp trên."


def tie_stands(desk: int, host: str) -> str:
    """The tie in force."""
    return f"Đang dùng: quầy số {desk}, trang góp ý {host}"


def tie_waits(desk: int, host: str) -> str:
    """A tie whose words are not compared yet."""
    return f"Đã nhận tệp khóa cho quầy số {desk}, trang góp ý {host}. Còn chờ đối chiếu sáu chữ."


def in_figures(groups: Sequence[str]) -> str:
    """The same six words for the eye."""
    return f"Dạng số: {' '.join(groups).upper()}"


def names_asked(basis: str) -> str:
    """The level above asks for names."""
    return f"Cấp trên xin nhận cả họ tên. Căn cứ ghi trong tệp khóa: {basis}."


def names_accepted(reason: str) -> str:
    """A leader has accepted."""
    return f"Đang gửi kèm họ tên. Lý do đã ghi: {reason}."


def names_question(basis: str, reason: str) -> str:
    """Before names travel."""
    return f"Căn cứ: {basis}. Lý do: {reason}. Lúc nào cũng thôi được ở trang này."
