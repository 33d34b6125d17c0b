"""The look by name: Đông Hồ print pigments, spaces, radii and heights (px at 100 %)."""

from __future__ import annotations

MUC = "#1C2326"
MUC_NHAT = "#4A5559"
CHAM = "#1B4A6B"
CHAM_DAM = "#123650"
CHAM_NEN = "#17405C"
CHAM_NHAT = "#DCE8F0"
CHAM_MO = "#F2F8FB"
TREN_CHAM = "#E8F0F5"
PHIM_TREN_CHAM = "#A9C3D4"
SEN = "#1F6B47"
SEN_CHU = "#16523A"
SEN_NHAT = "#E1EFE7"
SON = "#A11B1F"
SON_CHU = "#8C1519"
SON_NHAT = "#FBE6E4"
HOE = "#B97A00"
HOE_CHU = "#6B4200"
HOE_NHAT = "#FFF2CC"
HOE_NEN = "#FFF8E3"
DIEP = "#F7F5EF"
VO = "#EFEBE1"
VIEN = "#7C8688"
VIEN_NHE = "#DDD8CB"
VIEN_BANG = "#CFC9BA"
XAM = "#E6E8E9"
XAM_CHU = "#3C4448"
DANG_GO = "#FFFBE6"
VONG = "#F2B705"
VONG_NEN = "#FFF3C4"
TRANG = "#FFFFFF"
TAT = "#586266"

SPACE = (4, 8, 12, 16, 20, 24)
RADIUS = {"tag": 4, "field": 5, "button": 6, "table": 6, "card": 8}
HEIGHT = {
    "field": 36,
    "button": 38,
    "small-button": 32,
    "row": 38,
    "two-line-row": 48,
    "table-head": 32,
    "page-head": 56,
    "foot": 56,
    "status": 30,
    "menu": 28,
}
SIDE_WIDTH = 212

TEXT_PT = 11.25
"""The size of plain text; every other size is told relative to it, so that one setting enlarges all."""

TONES: dict[str, tuple[str, str, str]] = {
    "sen": (SEN_NHAT, SEN_CHU, SEN),
    "son": (SON_NHAT, SON_CHU, SON),
    "hoe": (HOE_NHAT, HOE_CHU, HOE),
    "cham": (CHAM_NHAT, CHAM_DAM, CHAM),
    "xam": (XAM, XAM_CHU, VIEN),
}
"""A state by name: ground, words on it, border."""
