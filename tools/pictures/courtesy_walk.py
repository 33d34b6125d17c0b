"""Letters of thanks and apology: each kind as it is typed, what must be mended, and one that is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desk_app.domain.courtesy_drafts import CourtesyDraft, courtesy_from
from tools.pictures.invented import Cast
from tools.pictures.stage import Stage

_KINDS = (
    ("22-thanks", "thanks", "gift"),
    ("22-thanks-opinion", "thanks", "opinion"),
    ("22-apology", "apology", "late"),
    ("22-apology-manner", "apology", "manner"),
    ("22-apology-paper", "apology", "paper"),
)


def courtesies(stage: Stage, cast: Cast) -> Iterator[str]:
    """Every kind of letter, then one with problems, then one on disk and its record."""
    for name, letter, kind in _KINDS:
        _open(stage, drafted(cast, letter, kind))
        yield name
    _open(stage, drafted(cast, "apology", "late", again="17/11/2026", why="số 079099001234", officer=""))
    stage.act("write-letter")
    yield "23-apology-problems"
    page = _open(stage, drafted(cast, "thanks", "gift"))
    stage.act("write-letter")
    if page.form.model.saved is None:  # what is only worth a look stops once
        stage.act("write-letter")
    yield "22-thanks-written"
    stage.go("find", show=-page.form.model.saved.letter)
    yield "record-thanks"


def drafted(cast: Cast, letter: str, kind: str, **more: str) -> CourtesyDraft:
    """A letter of this kind as typed."""
    said = cast.words[0][:200].strip()
    parts = {
        "thanks": {
            "outcome": "Con đường thôn Bến Trà hôm nay rộng thêm hai mét",
            "deed": "120 mét vuông đất vườn mà gia đình đã vui lòng hiến tặng",
            "said_on": "2/11/2026",
            "matter": f"ở quầy mình: {said}",
            "since": "9/11/2026",
            "mended": "quầy nào cũng có ghế ngồi chờ",
        },
        "apology": {
            "errand": "Cấp bản sao trích lục hộ tịch" if kind == "late" else "làm thủ tục chứng thực",
            "file_code": "H99.12-261112-0047",
            "promised": "18/11/2026",
            "again": "23/11/2026",
            "why": f"Sổ hộ tịch của xã cũ đang được chuyển về. {said}",
            "officer": f"{cast.clerk}, điện thoại 0200 3555 018",
            "care": "Chúng tôi đã phân công người tra sổ mỗi buổi sáng",
            "on": "19/11/2026",
            "paper": "trích lục khai sinh",
            "given_on": "16/11/2026",
            "mistake": f"ngày sinh của cháu {cast.child}",
        },
    }[letter]
    who = {"kind": kind, "to_address": "bà", "to_name": cast.mother, "household": "1" if kind == "gift" else ""}
    return courtesy_from(letter, {**who, **parts, **more})


def _open(stage: Stage, draft: CourtesyDraft) -> Any:
    kept = stage.desk.drafts.begin()
    stage.desk.courtesy.keep(kept, draft)
    return stage.go("courtesy", draft=kept)
