"""The page Khảo sát: one survey with places large and small, and slips being typed."""

from __future__ import annotations

from collections.abc import Iterator

from tools.pictures.stage import Stage

_PLACES = (
    ("Thôn Đông", 40, 19, 1, "333333222222111333"),
    ("Xóm Bến Đò, khu nhà nổi ven sông, phía ngoài đê bối, tổ bốn", 12, 3, 0, "321"),
    ("Thôn Hạ", 20, 9, 1, "3332221"),
)
_FACTS = {
    "name": "Lấy phiếu về sự phục vụ của bộ phận một cửa, sáu tháng đầu năm",
    "kind": "regular",
    "by": "front",
    "respondents": "people",
    "question_set": "service-3/1",
}


def survey_walk(stage: Stage) -> Iterator[str]:
    """One survey, then the typing of its slips."""
    page = stage.go("surveys", show=_made(stage))
    yield "surveys-one"
    page.type.click()
    stage.settle()
    yield "surveys-typing"
    stage.dismiss()


def _made(stage: Stage) -> int:
    surveys = stage.desk.surveys
    id = surveys.begin(_FACTS)
    assert isinstance(id, int)
    for name, handed, returned, spoiled, scores in _PLACES:
        counts = {"handed": str(handed), "returned": str(returned), "spoiled": str(spoiled)}
        place = surveys.add_place(id, {"name": name, **counts})
        assert isinstance(place, int)
        for at, score in enumerate(scores):
            asked = {"attitude": score, "time": ("on-time", "early", "late")[at % 3], "cost": "no"}
            comment = "Hướng dẫn kỹ, chỉ hơi lâu vào sáng thứ hai" if at % 9 == 4 else ""
            surveys.type_slip(id, place, {"score": score, "asked": asked, "comment": comment})
    return id
