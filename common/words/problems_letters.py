"""Sentences for what stands between a registration and its letter, and for answers typed at the desk."""

from collections.abc import Mapping

LETTERS: Mapping[str, str] = {
    "letter-held": "Thư này chờ anh chị quyết định: {reason}. Muốn làm thư thì ghi lý do mở",
    "letter-never": "Không làm thư cho việc này: {reason}",
    "letter-not-one-sheet": "Các bản ghi này không chung một tờ thư. Chỉ các cháu sinh cùng mẹ, cùng ngày mới chung tờ",
    "answer-channel": "Chọn cách nhận góp ý: counter (tại quầy), slip (phiếu giấy) hoặc phone (điện thoại)",
    "answer-score": "Chọn mức hài lòng: 3 rất hài lòng, 2 hài lòng, 1 chưa hài lòng",
    "answer-too-long": "Lời nhắn dài hơn {limit} chữ. Rút ngắn lại rồi ghi",
    "answer-day": "Ngày nhận góp ý chưa đúng hoặc chưa tới. Ghi như 20/11/2026, hoặc để trống là hôm nay",
}
