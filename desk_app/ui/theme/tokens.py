"""The look by name: Đông Hồ print pigments, spaces, radii and heights (px at 100 %)."""

from __future__ import annotations

from PySide6.QtGui import QColor

Ink = QColor
"""A colour that changes in place with the ground: whoever holds one sees it, so a page takes the colour itself and
never a copy for later."""

_BOTH: list[tuple[Ink, str, str]] = []


def _ink(light: str, dark: str = "") -> Ink:
    """On light ground and on dark; the same on both where only one is told."""
    made = QColor(light)
    _BOTH.append((made, light, dark or light))
    return made


def lay_all(dark: bool) -> None:
    """All colours for dark ground or for light."""
    for ink, on_light, on_dark in _BOTH:
        ink.setRgb(QColor(on_dark if dark else on_light).rgb())


def is_dark() -> bool:
    """Whether the ground is dark now."""
    return DIEP.lightness() < MUC.lightness()


def inks() -> dict[str, Ink]:
    """Every colour by its name."""
    return {name: value for name, value in globals().items() if name.isupper() and isinstance(value, Ink)}


MUC = _ink("#1C2326", "#ECEFF0")
MUC_NHAT = _ink("#4A5559", "#B8C2C6")
CHAM = _ink("#1B4A6B", "#8CC4EA")
CHAM_DAM = _ink("#123650", "#BFE0F5")
CHAM_NEN = _ink("#17405C", "#122331")
CHAM_NHAT = _ink("#DCE8F0", "#24404F")
CHAM_MO = _ink("#F2F8FB", "#222F37")
TREN_CHAM = _ink("#E8F0F5")
PHIM_TREN_CHAM = _ink("#A9C3D4")
SEN = _ink("#1F6B47", "#7FD3A8")
SEN_CHU = _ink("#16523A", "#7FD3A8")
SEN_NHAT = _ink("#E1EFE7", "#1C3A2B")
SON = _ink("#A11B1F", "#F2A3A3")
SON_CHU = _ink("#8C1519", "#F2A3A3")
SON_NHAT = _ink("#FBE6E4", "#452427")
HOE = _ink("#B97A00", "#D9A93A")
HOE_CHU = _ink("#6B4200", "#F5CF7A")
HOE_NHAT = _ink("#FFF2CC", "#40351A")
HOE_NEN = _ink("#FFF8E3", "#2D2818")
DIEP = _ink("#F7F5EF", "#161B1E")
VO = _ink("#EFEBE1", "#283136")
VIEN = _ink("#7C8688", "#7F8B90")
VIEN_NHE = _ink("#DDD8CB", "#39444A")
VIEN_BANG = _ink("#CFC9BA", "#4A575D")
XAM = _ink("#E6E8E9", "#323C41")
XAM_CHU = _ink("#3C4448", "#D3DADD")
DANG_GO = _ink("#FFFBE6", "#2B2E22")
VONG = _ink("#F2B705", "#FFD54A")
VONG_NEN = _ink("#FFF3C4", "#3D3719")
TRANG = _ink("#FFFFFF", "#1F262A")
TAT = _ink("#586266", "#9AA6AB")
TREN_NUT = _ink("#FFFFFF", "#0E2A3E")
TREN_NEN = _ink("#FFFFFF")
VIEN_CHAM = _ink("#2F6A90")
PHIM_VIEN = _ink("#B9B2A0", "#66747B")
PHIM_TREN_NUT = _ink("#B8CBD8", "#3F6C8C")
XAM_NEN = _ink("#F2F3F5", "#272E32")
SEN_VIEN = _ink("#B5D3C3", "#3B6B53")
SEN_NEN = _ink("#F1F8F4", "#1D2D27")
SON_NEN = _ink("#FFF8F7", "#33272A")
KE = _ink("#EDE9DF", "#313A3F")
CUON = _ink("#B9B7AE", "#56636A")
TRUNG = _ink("#FFE9A8", "#5A4A14")
SEN_VUA = _ink("#6FA088", "#4E9C78")
SON_VUA = _ink("#C7686A", "#BC6E70")
CHON = _ink("#FFFFFF", "#24404F")
GIAY = _ink("#FFFFFF")
GIAY_DIEP = _ink("#F7F5EF")
LA_GIAY = _ink("#1F6B47")
MUC_GIAY = _ink("#1C2326")
MUC_GIAY_NHAT = _ink("#4A5559")
"""Paper and the ink on it: a letter is white wherever it is looked at."""

RADIUS = {"tag": 4, "field": 5, "button": 6, "table": 6, "card": 8}
HEIGHT = {
    "field": 36,
    "button": 38,
    "small-button": 32,
    "row": 38,
    "two-line-row": 48,
    "table-head": 32,
    "page-head": 56,
    "door-head": 64,
    "foot": 56,
    "status": 30,
    "menu": 28,
}
SIDE_WIDTH = 212

TEXT_PT = 11.25
"""The size of plain text; every other size is told relative to it, so that one setting enlarges all."""

TONES: dict[str, tuple[Ink, Ink, Ink]] = {
    "sen": (SEN_NHAT, SEN_CHU, SEN),
    "son": (SON_NHAT, SON_CHU, SON),
    "hoe": (HOE_NHAT, HOE_CHU, HOE),
    "cham": (CHAM_NHAT, CHAM_DAM, CHAM),
    "xam": (XAM, XAM_CHU, VIEN),
}
"""A state by name: ground, words on it, border."""
