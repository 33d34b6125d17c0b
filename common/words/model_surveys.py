"""The words of the model's report about surveys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.counts import wilson
from common.model_report import SurveyCount
from common.words import reports

SURVEYS_HEAD = ("Cuộc khảo sát", "Phát", "Thu", "Trả lời", "Hài lòng trở lên, khoảng 95%")
SURVEYORS: Mapping[str, str] = {"office": "xã", "front": "Mặt trận", "other": "nơi khác"}
SURVEYS: Mapping[str, str] = {"regular": "định kỳ", "unannounced": "đột xuất"}


def content_of_survey(survey: SurveyCount) -> int:
    """How many answers of a survey are content."""
    return sum(survey.by_score.get(score, 0) for score in content_scores(survey.scale))


def content_scores(scale: int) -> tuple[str, ...]:
    """The levels that are content on a scale."""
    return ("4", "5") if scale == 5 else ("2", "3")


def survey_name(survey: SurveyCount) -> str:
    """`Định kỳ, xã làm, 01/10 đến 20/10/2026`"""
    first, last = date.fromisoformat(survey.began_on), date.fromisoformat(survey.ended_on)
    return f"{survey_sort(survey)}, {first:%d/%m} đến {last:%d/%m/%Y}"


def survey_sort(survey: SurveyCount) -> str:
    """`Định kỳ, xã làm`"""
    return f"{SURVEYS[survey.survey].capitalize()}, {SURVEYORS[survey.by]} làm"


def survey_tells(survey: SurveyCount) -> bool:
    """Whether its share may be told."""
    return bool(survey.by_score) and survey.n >= reports.SMALLEST


def survey_share(survey: SurveyCount) -> str:
    """`91% (83-95%)`: the share of content answers with its range, or that there are too few."""
    if not survey_tells(survey):
        return reports.NO_SHARE
    content = content_of_survey(survey)
    low, high = wilson(content, survey.n)
    return f"{reports.share(content, survey.n)} ({low * 100:.0f}-{high * 100:.0f}%)"
