"""What is said about the question set that the citizens' pages ask from."""

from collections.abc import Sequence

_LEVELS = {3: "ba mức", 5: "năm mức"}


def asks(id: str, scale: int, levels: Sequence[str]) -> str:
    """Which set is asked from now, and its levels."""
    return f"Trang góp ý hỏi {_LEVELS[scale]} ({id}): {' · '.join(levels)}."


def asks_from_now(id: str, scale: int, levels: Sequence[str]) -> str:
    """Another set is asked from now on."""
    return (
        f"Từ nay: {asks(id, scale, levels)} Câu trả lời đã có giữ nguyên mức cũ; trang đang mở sẵn trên điện thoại vẫn "
        "gửi được."
    )
