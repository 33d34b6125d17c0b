"""The page Hồ sơ kiểm chứng: files of the year, the form of a new one, the question before the pack."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PIL import Image

from tools.pictures.stage import Stage

_FILES = (
    ("Ghế chờ, quạt và nước uống ở bộ phận một cửa sau khi kê lại theo góp ý của bà con", "#7a1f2b", 3, True),
    ("Bảng tên, chức danh cán bộ đặt ở từng bàn", "#1f5d3a", 9, False),
    ("Trang báo viết về thư chúc mừng gửi các gia đình có con mới sinh", "#22456b", 21, False),
)


def evidence_walk(stage: Stage) -> Iterator[str]:
    """Three photos, two of them tied to criteria; then the form of one more."""
    files, today = stage.desk.evidence, stage.desk.seat.today()
    criteria = files.choices("criterion")
    with tempfile.TemporaryDirectory(prefix="motcua-") as made:
        path = Path(made) / "bang-hieu.png"
        for at, (title, colour, days, known) in enumerate(_FILES):
            Image.new("RGB", (640, 480), colour).save(path)
            ties = [("criterion", one.ref) for one in criteria[at : at + 2]] if at < 2 else []
            files.add(path, title, today - timedelta(days=days), ties, known)
        page = stage.go("evidence")
        yield "evidence"
        Image.new("RGB", (64, 48), "white").save(path)
        page.acts.take_in([path])
        stage.settle()
        yield "evidence-new"
        stage.dismiss()
    page.pack.click()
    stage.settle()
    yield "evidence-pack"
    stage.dismiss()
