"""What was brought into the register: sheets, updates, templates."""

from datetime import date

from db_samples import birth, subject

from desk_app.db.letter_templates import APPROVED, DRAFT, WITHDRAWN, KeptTemplate
from desk_app.db.updates import KeptUpdate, UpdatePaper

DAY = date(2026, 11, 20)


def test_an_import_knows_what_it_wrote_and_when_it_was_taken_back(reopen):
    with reopen().work() as work:
        ids = [work.registrations.add(birth(number=""), subject()).id for _ in range(2)]
        first, second = work.imports.add(DAY, {"new": 2}), work.imports.add(DAY, {"changed": 1})
        work.imports.wrote(first, [(id, 1) for id in ids])
        work.imports.wrote(second, [(ids[0], 2)])
        work.imports.mark_undone(second, DAY, {"changed": 1, "stayed": 0})
        work.commit()
    with reopen().reading() as reading:
        assert reading.imports.rows(first) == tuple((id, 1) for id in ids)
        assert reading.imports.of_registration(ids[0]) == (second, first)
        assert [one.undone_on for one in reading.imports.newest(9)] == [DAY, None]
        assert reading.imports.get(first).body == {"new": 2}
        assert reading.imports.get(99) is None


def test_an_update_put_back_is_kept_and_no_longer_in_force(reopen):
    papers = [UpdatePaper("calendar", "thang", b"{}"), UpdatePaper("questions", "service-3/2", b"[]")]
    with reopen().work() as work:
        one = KeptUpdate(0, "ab" * 32, DAY, "2026-11-20T01:00:00Z", DAY, body={"by": "leader"})
        first, second = work.updates.add(one, papers), work.updates.add(one, papers[:1])
        work.updates.mark_put_back(second, DAY)
        work.commit()
    with reopen().reading() as reading:
        assert [(kept.id, kept.put_back_on) for kept in reading.updates.all()] == [(second, DAY), (first, None)]
        assert reading.updates.in_force("calendar") == (papers[0],)
        assert reading.updates.papers(first) == tuple(papers)


def test_of_a_template_the_latest_begun_version_is_in_force_and_only_a_draft_can_be_dropped(reopen):
    later, withdrawn = date(2026, 12, 1), date(2026, 11, 10)
    versions = [
        KeptTemplate("birth-card", 2, APPROVED, DAY, {"text": "một"}),
        KeptTemplate("birth-card", 3, APPROVED, later, {"text": "hai"}),
        KeptTemplate("birth-card", 4, WITHDRAWN, withdrawn, {"text": "ba"}),
        KeptTemplate("birth-card", 5, DRAFT, None, {"text": "bốn"}),
    ]
    with reopen().work() as work:
        for one in versions:
            work.letter_templates.add(one)
        work.letter_templates.keep(KeptTemplate("birth-card", 5, DRAFT, None, {"text": "năm"}))
        work.commit()
    with reopen().work() as work:
        assert [one.version for one in work.letter_templates.in_force(DAY)] == [2]
        assert [one.version for one in work.letter_templates.in_force(later)] == [3]
        assert work.letter_templates.in_force(withdrawn) == ()
        assert work.letter_templates.get("birth-card", 5).body == {"text": "năm"}
        work.letter_templates.drop("birth-card", 5)
        work.letter_templates.drop("birth-card", 2)
        assert [one.version for one in work.letter_templates.all()] == [4, 3, 2]
