"""Words that people said or that were typed about them, outside of registrations and letters: when the law has somebody
erased, what names them goes and the count stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk_app.db.register import Reading, Work
from desk_app.services.erased_reasons import without
from desk_app.services.log_words import entries_naming, forget_entries

Names = Callable[[str], bool]


def spoken_of(store: Reading | Work, names: Names) -> tuple[tuple[date, str], ...]:
    """Day and words of what was said at the desk and on slips of surveys and names them."""
    told = ((one.on, one.comment) for one in store.ratings.all_answers() if one.comment)
    return tuple((on, text) for on, text in told if names(text))


def words_to_go(store: Reading | Work, names: Names) -> int:
    """How many answers and entries of the year's log `forget_words` would take words from."""
    return len(spoken_of(store, names)) + len(entries_naming(store, names))


def forget_words(work: Work, names: Names) -> int:
    """Take the words away that name them, how many; what was ticked beside them stays and counts, as does an entry
    of the year's log. Notes and reasons beside surveys and follow-ups lose them too."""
    spoken = [one.id for one in work.ratings.all_answers() if one.comment and names(one.comment)]
    for id in spoken:
        work.ratings.forget_comment(id)
    for survey in work.surveys.all():
        body = without(dict(survey.body), names)
        if body != dict(survey.body):
            work.surveys.keep(replace(survey, body=body))
    for task in work.follow_ups.all():
        left = without(dict(task.body), names)
        if left != dict(task.body):
            work.follow_ups.keep(replace(task, body=left))
    for file in work.evidence.all():
        left = without(dict(file.body), names)
        if left != dict(file.body):
            work.evidence.keep(replace(file, body=left))
    return len(spoken) + forget_entries(work, names)
