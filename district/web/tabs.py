"""The tabs of the office's pages (LOOK.md 6) and the act that each of them is: a tab shows only to those who may."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name in code, the path below the office's root, what it says, the act of `district.users.MAY`."""

    id: str
    path: str
    words: str
    act: str


TABS = (
    Tab("wall", "/", "Bảng tổng", "view"),
    Tab("import", "/goi", "Nhận gói", "import"),
    Tab("opinions", "/gop-y", "Góp ý", "view"),
    Tab("communes", "/xa", "Các xã", "view"),
    Tab("reports", "/bao-cao", "Báo cáo", "report"),
    Tab("keys", "/khoa", "Khóa và nhật ký", "status"),
)
