"""Words of the sheet of citizens' answers of one commune."""

from __future__ import annotations

NAME = "Góp ý của người dân"
TITLE = "GÓP Ý CỦA NGƯỜI DÂN"
SECTIONS = (
    "Mọi người trả lời thế nào",
    "Từ lập thư đến góp ý",
    "Theo loại thư",
    "So các quý",
    "Việc đã làm và điều được nhắc tới",
)
LEVELS_HEAD = ("Mức", "Góp ý", "Trong tất cả")
RANGE_HEAD = ("", "Góp ý", "Hài lòng trở lên", "0 đến 100%")
PRINT = "In tờ số liệu"
FILE = "gop-y-cua-nguoi-dan.pdf"
NOTE = (
    "Tỷ lệ nêu kèm khoảng tin cậy 95%: ít góp ý thì khoảng rộng. Dưới 5 góp ý không nêu tỷ lệ và chờ gộp với đợt sau. "
    "Góp ý ghi tại quầy nêu riêng, không tính vào tỷ lệ."
)
