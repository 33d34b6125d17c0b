"""Our pictures beside others, for a person to compare."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

TITLE_BAR, SCREEN_TALL = 30, 698
"""px of the other picture's title bar, which ours lacks, and of the window beneath it."""


def side_by_side(ours: Path, others: Path, out: Path) -> None:
    """One sheet for each of our pictures whose number stands among the others: left the other, right ours."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(ours.glob("window-[0-9][0-9]*.png")):
        number = path.name.split("-")[1]
        for other in sorted(others.glob(f"{number}-*.png")):
            left, right = Image.open(other).convert("RGB"), Image.open(path).convert("RGB")
            left = left.crop((0, TITLE_BAR, left.width, TITLE_BAR + SCREEN_TALL))
            sheet = Image.new("RGB", (left.width + right.width + 8, max(left.height, right.height)), "#F2B705")
            sheet.paste(left, (0, 0))
            sheet.paste(right, (left.width + 8, 0))
            sheet.save(out / path.name)
