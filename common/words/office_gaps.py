"""What the office has not said of itself, though its letters need it: named where it is mended."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "signatory": "Chưa có người ký thư",
    "phone": "Thư chưa có số điện thoại của xã",
    "officer": "Người liên hệ trong thư chia buồn đã rời quầy",
    "officer-title": "Người liên hệ chưa có chức danh",
    "community": "Chưa ghi cách gọi cộng đồng",
    "home-word": "Chưa ghi cách gọi quê",
    "name": "Tên trên đầu thư là của đơn vị trước",
}
TEXTS: Mapping[str, str] = {
    "signatory": "Hôm nay chưa ai ký được thư. Thêm người ký, thư mới lập được.",
    "phone": "Gia đình nhận thư chưa biết gọi về đâu; thư chia buồn thiếu dòng liên hệ. Ghi số của xã.",
    "officer": "Thư chia buồn vẫn ghi {name}. Ghi tên người gia đình gọi được, hoặc để trống.",
    "officer-title": "Thư chia buồn ghi tên và chức danh người liên hệ. Ghi chức danh, hoặc bỏ tên.",
    "community": "Thư có câu gọi xóm làng, bản làng. Ghi cách gọi rồi thư mới lập được.",
    "home-word": "Thư khai sinh có câu gọi quê nhà. Ghi cách gọi rồi thư mới lập được.",
    "name": "Tên gõ tay là của {before}. Nay máy in {now} theo danh mục đơn vị. Đúng thì xóa ô này, khác thì gõ lại.",
}


def sentence(code: str, details: Mapping[str, str]) -> str:
    """What lacks, and what to do."""
    return f"{TITLES[code]}. {TEXTS[code].format(**details)}"
