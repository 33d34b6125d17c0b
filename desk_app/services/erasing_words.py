"""Words that people said or that were typed about them, outside of registrations and letters: when the law has somebody
erased, what names them goes and the count stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from desk_app.db.register import Reading, Work
from desk_app.services.erased_reasons import without
from desk_app.services.log_words import entries_naming, forget_entries
from desk_app.services.session_words import forget_said, opinions_naming, sessions_naming

Names = Callable[[str], bool]


def spoken_of(store: Reading | Work, names: Names) -> tuple[tuple[date, str], ...]:
    """Day and words of what was said at the desk and on slips of surveys and names them."""
    told = ((one.on, one.comment) for one in store.ratings.all_answers() if one.comment)
    return tuple((on, text) for on, text in told if names(text))


def files_naming(store: Reading | Work, names: Names) -> tuple[tuple[date, str], ...]:
    """Day and title of files of evidence whose words name them; who is in a picture nobody can look up."""
    told = ((one.added_on, dict(one.body)) for one in store.evidence.all())
    return tuple((on, str(body.get("title", ""))) for on, body in told if without(body, names) != body)


def words_to_go(store: Reading | Work, names: Names) -> int:
    """How many answers, files of evidence, entries of the year's log, sessions and their opinions `forget_words` would
    take words from."""
    held = (spoken_of, files_naming, entries_naming, opinions_naming, sessions_naming)
    return sum(len(naming(store, names)) for naming in held)


def forget_words(work: Work, names: Names) -> int:
    """Take the words away that name them, how many; what was ticked beside them stays and counts, as does an entry
    of the year's log or an opinion at a session. Notes and reasons beside surveys, follow-ups and what was written for
    reports lose them too; an issued report is a paper of the office and stays as it went out."""
    spoken = [one.id for one in work.ratings.all_answers() if one.comment and names(one.comment)]
    for id in spoken:
        work.ratings.forget_comment(id)
    files = len(files_naming(work, names))
    _forget_beside(work, names)
    return len(spoken) + files + forget_entries(work, names) + forget_said(work, names)


def _forget_beside(work: Work, names: Names) -> None:
    for survey in work.surveys.all():
        if (left := _changed(survey.body, names)) is not None:
            work.surveys.keep(replace(survey, body=left))
    for task in work.follow_ups.all():
        if (left := _changed(task.body, names)) is not None:
            work.follow_ups.keep(replace(task, body=left))
    _forget_in_papers(work, names)


def _forget_in_papers(work: Work, names: Names) -> None:
    for file in work.evidence.all():
        if (left := _changed(file.body, names)) is not None:
            work.evidence.keep(replace(file, body=left))
    for year in work.criteria.years():  # a confirmed year is a paper of the office, as an issued report is
        if year.confirmed_on is None and (left := _changed(year.body, names)) is not None:
            work.criteria.keep_year(replace(year, body=left))
    for period, draft in work.reports.drafts().items():
        if (left := _changed(draft, names)) is not None:
            work.reports.keep_draft(period, left)


def _changed(body: Mapping[str, Any], names: Names) -> dict[str, Any] | None:
    """The body without what names them; None where nothing does."""
    left: dict[str, Any] = without(dict(body), names)
    return left if left != dict(body) else None
