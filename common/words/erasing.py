"""Erasing by law: what is asked, what is told, and the papers that go with it."""

from __future__ import annotations

from common.words.labels import EVENT_WORDS, LETTER_WORDS

RECEIPT, RECEIPT_UNDER = "GIẤY BÁO ĐÃ XÓA DỮ LIỆU", "Giao cho người yêu cầu"
DESTROY, DESTROY_UNDER = "DANH SÁCH BẢN SAO CẦN HỦY", "Kèm theo việc xóa dữ liệu theo luật"
WENT, STAYS, COPIES, HOW = "Đã xóa", "Còn lại", "Các bản sao", "Cách làm"
SIGNS = ("Người thực hiện", "Lãnh đạo")
PROOF = "Việc xóa nằm ở dòng {} trong nhật ký của sổ; chuỗi nhật ký vẫn nguyên vẹn."
NO_COPIES = "Máy này không thấy bản sao nào được chép từ ngày ghi việc ấy."
HOW_LINES = (
    "Chép một bản sao lưu mới trước, rồi hủy từng bản trong danh sách: xóa thư mục, đổ thùng rác; USB và "
    "đĩa cũ thì ghi đè.",
    "Bản sao ở nơi khác (USB cất két, máy khác) mà máy này không thấy thì ghi thêm bằng tay.",
    "Hủy xong bản nào, ghi ngày và ký vào dòng ấy. Danh sách này cất cùng hồ sơ yêu cầu.",
)


_LETTER_WENT = "Họ tên, lời thư và mọi phần đã gõ của thư; mục tra cứu; phần riêng trong nhật ký."


def _thing(event: str, number: str) -> str:
    """A registration by its number, thanks or an apology by its code."""
    if event in EVENT_WORDS:
        return f"bản ghi {EVENT_WORDS[event].lower()} số {number}"
    return (
        f"{LETTER_WORDS[event].lower()} mã {number}" if "-" in number else f"{LETTER_WORDS[event].lower()} số {number}"
    )


def receipt(event: str, number: str, at: str, reason: str) -> tuple[str, ...]:
    """What was asked and done."""
    day = f"{at[8:10]}/{at[5:7]}/{at[:4]}"
    return (
        f"Ngày {day}, theo yêu cầu và theo quy định của pháp luật về bảo vệ dữ liệu cá nhân (Luật số "
        "91/2025/QH15, Nghị định "
        f"số 356/2025/NĐ-CP), dữ liệu của {_thing(event, number)} đã được xóa khỏi "
        "sổ trên máy của quầy.",
        f"Lý do: {reason}.",
    )


def went(letters: int, messages: int, event: str = "birth") -> tuple[str, ...]:
    """What is gone for good."""
    told = (
        [_LETTER_WENT]
        if event not in EVENT_WORDS
        else [
            "Họ tên, ngày sinh, số định danh, nơi ở và mọi ô khác của bản ghi, kể cả các lần sửa; mục tra cứu; "
            "phần riêng trong nhật ký."
        ]
    )
    told += [f"Trang của {letters} thư."] if letters else []
    told += [f"{messages} lời nhắn có nhắc tên."] if messages else []
    return tuple(told)


def stays(copies: int) -> tuple[str, ...]:
    """What stays, and why."""
    told = ["Số thứ tự trong quyển và các con số đếm chung, không còn nối được với ai."]
    told += ["Sổ hộ tịch giấy và cơ sở dữ liệu hộ tịch của Bộ Tư pháp không thuộc việc xóa này."]
    copied = f"{copies} bản sao lưu có khóa còn chứa bản cũ; sẽ được hủy theo danh sách có ký nhận."
    return (*told, copied) if copies else tuple(told)


def to_destroy(number: str, at: str) -> tuple[str, ...]:
    """Why the list was made."""
    return (
        f"Bản ghi số {number} đã xóa khỏi sổ ngày {at[8:10]}/{at[5:7]}/{at[:4]}. Các bản sao dưới đây chép "
        "trước lúc ấy.",
    )


def copy(at: int, name: str, place: str, made_at: str) -> str:
    """One copy with room for a signature."""
    when = f", chép {made_at[8:10]}/{made_at[5:7]}/{made_at[:4]}" if made_at else ""
    return f"{at}. {name}{when}, ở {place}. Hủy ngày ……/……/………, ký ……………………"


def prospect(number: str, event: str, letters: int, shared: int, copies: int) -> tuple[str, ...]:
    """What would go, before anything is done."""
    told = [f"Sẽ xóa {_thing(event, number)} và trang của {letters} thư. Xóa rồi không lấy lại được."]
    told += (
        [f"{shared} thư trong đó viết chung cho người khác nữa; người ấy còn nguyên và được soạn thư mới."]
        if shared
        else []
    )
    return (*told, f"{copies} bản sao lưu còn chứa bản cũ, máy sẽ in danh sách để hủy.") if copies else tuple(told)


ASK_NUMBER = "Gõ lại số của bản ghi để xóa"


def ask_number(event: str, number: str) -> str:
    """What is typed as confirmation."""
    return ASK_NUMBER if event in EVENT_WORDS else f"Gõ lại {number}, hoặc họ tên người nhận thư, để xóa"


def erased(number: str, copies: int, event: str = "birth") -> str:
    """It is done."""
    told = f" Còn {copies} bản sao lưu cần hủy theo danh sách." if copies else ""
    thing = f"bản ghi số {number}" if event in EVENT_WORDS else _thing(event, number)
    return f"Đã xóa {thing}. Các con số và chuỗi nhật ký còn nguyên.{told}"


NOT_SCRUBBED = (
    "Ổ đĩa không đủ chỗ để viết lại tệp sổ cho sạch. Dữ liệu đã xóa khỏi sổ; dọn chỗ rồi chạy lại việc viết sạch."
)
