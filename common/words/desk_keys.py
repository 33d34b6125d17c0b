"""What the district says about the keys of desks: cards that are shown, six words, keys that go."""

from collections.abc import Sequence

TROUBLES = {
    "other-words": (
        "Chữ thứ {place} chưa giống sáu chữ của quầy số {desk}. Chưa xác nhận gì, mọi thứ vẫn như trước. Dừng lại, "
        "gọi lại cho xã theo số điện thoại đã biết, không gọi số vừa gọi đến; hỏi số của tệp khóa rồi đọc lại. Vẫn "
        "khác thì bỏ lượt này và xin xã gửi thẻ khác."
    ),
    "words-unticked": (
        "Mới nghe đúng {heard} trong sáu chữ của quầy số {desk}. Chưa xác nhận gì. Chữ nào khác thì dừng, gọi lại "
        "cho xã theo số đã biết; đủ cả sáu chữ giống nhau mới bấm xác nhận."
    ),
    "no-card": (
        "Chưa chọn tệp thẻ nào, hoặc tệp lớn hơn 64 KB nên không phải thẻ. Chưa có gì thay đổi. Chọn tệp THE-….mctt "
        "xã gửi."
    ),
    "fork-undecided": (
        "Chưa chọn sổ nào còn dùng. Chưa có gì thay đổi. Gọi xã hỏi, rồi chọn một trong hai dòng và ghi lý do."
    ),
    "words-elsewhere": (
        "Quầy số {desk} vừa có tệp khóa khác, hoặc ai đó đã xác nhận hay bỏ lượt này. Sáu chữ vừa gõ chưa dùng vào "
        "việc gì. Mở lại trang của quầy để xem sáu chữ đang chờ."
    ),
    "nothing-waits": (
        "Quầy số {desk} không có lượt nào chờ sáu chữ. Chưa có gì thay đổi. Muốn đổi khóa thì xin xã gửi thẻ."
    ),
    "desk-not-in-use": (
        "Quầy số {desk} hiện không ở trạng thái đang dùng. Chưa có gì thay đổi. Xem lại số quầy ở trang Khóa."
    ),
    "card-key-copied": (
        "Thẻ này mang số khóa của quầy số {desk} nhưng khóa thì khác: có người chép số khóa. Chưa ghi danh gì, quầy "
        "ấy vẫn dùng như cũ. Không dùng thẻ này, gọi cho xã theo số đã biết và báo người phụ trách."
    ),
    "card-other-register": (
        "Thẻ này mang khóa của quầy số {desk} nhưng kể một sổ khác. Chưa ghi danh gì, quầy ấy vẫn dùng như cũ. "
        "Hỏi xã: sổ mới thì phải có thẻ mới, làm trên chính máy giữ sổ ấy."
    ),
    "card-of-older-key": (
        "Đây là thẻ cũ của quầy số {desk}: quầy đã đổi sang khóa khác. Chưa có gì thay đổi. "
        "Máy của xã còn khóa cũ thì xin xã làm thẻ đổi khóa rồi gửi lại."
    ),
    "card-replaces-revoked": (
        "Thẻ này nối tiếp khóa đã thu hồi của quầy số {desk}. Chưa ghi danh gì. Khóa đã thu hồi không trao quyền cho "
        "ai: xin xã lập sổ mới trên máy sạch rồi gửi thẻ của sổ ấy."
    ),
    "card-replaces-waiting": (
        "Thẻ này nối tiếp một thẻ của quầy số {desk} còn chờ sáu chữ. Chưa có gì thay đổi. "
        "Đối chiếu sáu chữ của lượt đang chờ trước, rồi nhận thẻ này."
    ),
    "card-register-known": (
        "Sổ ghi trên thẻ này là sổ của quầy số {desk}, mà thẻ không có chữ ký của quầy ấy. Chưa ghi danh gì. "
        "Gọi cho xã theo số đã biết: đúng là máy của xã thì làm thẻ đổi khóa; quầy ấy còn chờ thì bỏ lượt chờ trước."
    ),
    "named-without-reason": (
        "Thẻ này nối tiếp một khóa mà nơi nhận chưa biết. Chưa ghi danh gì. Đúng là quầy số {desk}, nơi nhận vừa lập "
        "lại từ bản sao cũ, thì ghi thêm lý do; sau đó vẫn phải đủ sáu chữ."
    ),
    "named-other-number": (
        "Sổ ghi trên thẻ này là sổ của quầy số {own}, không phải quầy số {desk}. Chưa ghi danh gì. "
        "Hỏi lại xã số quầy, xem ở trang Cuối tháng trên máy của xã."
    ),
    "named-number-taken": (
        "Số {desk} nay là của một sổ khác. Chưa ghi danh gì, quầy ấy vẫn dùng như cũ. Để trống số quầy: quầy này nhận "
        "số mới, gói gửi lại vẫn được nhận."
    ),
    "not-a-desk-number": (
        "Số quầy là một con số như trên trang Cuối tháng của xã. Chưa ghi danh gì. Gõ lại số ấy, hoặc để trống."
    ),
    "reason-without-number": (
        "Có lý do mà chưa có số quầy. Chưa ghi danh gì. Ghi số mà quầy ấy đã có, hoặc bỏ trống cả hai."
    ),
    "reason-missing": (
        "Thu hồi khóa cần một lý do, để sau này còn biết vì sao. Chưa có gì thay đổi. Ghi một câu ngắn rồi bấm lại."
    ),
    "desk-revoked": (
        "Quầy số {desk} đã bị thu hồi khóa. Chưa có gì thay đổi. Xin xã lập sổ mới trên máy sạch, gửi thẻ của sổ ấy "
        "để nhận một số quầy khác."
    ),
}
KEY_RETIRED = (
    "Gói này ký bằng khóa cũ mà quầy đã thay, và mang dòng mới. Chưa nhập gì. Gọi cho xã theo số đã biết: máy vừa "
    "khôi phục từ bản cũ thì xin xã làm thẻ đổi khóa; không phải máy của xã thì thu hồi các khóa cũ."
)
STATES = {
    "waiting": "chờ sáu chữ",
    "enrolled": "đang dùng",
    "ended": "thôi dùng",
    "revoked": "đã thu hồi",
    "dropped": "đã bỏ lượt",
}
KEY_STATES = {"waiting": "chờ sáu chữ", "older": "còn nhận gói", "retired": "chỉ mở gói cũ", "revoked": "đã thu hồi"}


def ended(desk: int) -> str:
    """A desk writes no more."""
    return f"Quầy số {desk} thôi dùng: gói đã gửi vẫn nhận, không chờ gói mới. Mã trên thư đã in vẫn dùng được."


def dropped(desk: int) -> str:
    """What waited at a desk was let go."""
    return f"Đã bỏ lượt chờ của quầy số {desk}. Tệp khóa đã gửi không còn dùng được."


def revoked_older(desk: int, keys: int) -> str:
    """The keys of before are refused from now on."""
    return f"Quầy số {desk}: {keys} khóa cũ đã thu hồi. Khóa đang dùng giữ nguyên."


def rivals(desks: Sequence[int]) -> str:
    """A bundle shows that other desks write in a book in which this one writes."""
    others = ", ".join(f"quầy {number}" for number in desks)
    return f"Quầy này và {others} cùng ghi một quyển, số có thể trùng nhau; xem trang Khóa, gọi xã."


def clash(one: tuple[int, int], event: str, unit: str) -> str:
    """Two desks wrote in one book: a fact for the officer."""
    return (
        f"{unit}: quầy {one[0]} và quầy {one[1]} cùng ghi một quyển {event}. Số có thể trùng nhau. "
        "Gọi xã: mỗi quầy một quyển riêng, hoặc một quầy thôi dùng."
    )
