"""Through every page of the main window and its states, in an order in which one leads to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk_app.domain.drafts import BirthDraft, Draft
from desk_app.services.follow_ups import FollowUps
from desk_app.ui.form.compare import CompareDialog
from tools.pictures import invented
from tools.pictures.above import Above
from tools.pictures.ceremony_walk import ceremony_walk
from tools.pictures.counter_walk import counter_walk
from tools.pictures.courtesy_walk import courtesies
from tools.pictures.criteria_walk import criteria_walk
from tools.pictures.evidence_walk import evidence_walk
from tools.pictures.handing_walk import handing_walk
from tools.pictures.intake_walk import intake_walk
from tools.pictures.invented import Cast
from tools.pictures.ministry_walk import ministry_walk
from tools.pictures.month_walk import month_walk
from tools.pictures.office_walk import office_walk
from tools.pictures.session_walk import session_walk
from tools.pictures.stage import Stage, keys
from tools.pictures.survey_walk import survey_walk
from tools.pictures.template_walk import template_walk
from tools.pictures.yearlog_walk import yearlog_walk

QUEUES = ("sign", "hand", "call", "draft", "look")


def window_walk(stage: Stage, above: Above, cast: Cast) -> Iterator[str]:
    """The name of each picture, the window standing as it shall be taken."""
    yield from _today(stage)
    yield from _births(stage, cast)
    yield from _others(stage, cast)
    yield from courtesies(stage, cast)
    yield from _finding(stage)
    yield from _printing(stage)
    yield from ceremony_walk(stage, cast)
    yield from month_walk(stage, above)
    yield from _ratings(stage)
    yield from yearlog_walk(stage)
    yield from session_walk(stage)
    yield from _reports(stage)
    yield from evidence_walk(stage)
    yield from office_walk(stage, above)


def empty_walk(stage: Stage) -> Iterator[str]:
    """The pages of a desk on its first day."""
    for page in (
        "today",
        "find",
        "printing",
        "ceremony",
        "round",
        "month",
        "ratings",
        "surveys",
        "reports",
        "copies",
        "yearlog",
        "sessions",
        "evidence",
    ):
        if page in stage.window._makers:
            stage.go(page)
            yield f"empty-{page}"


def practice_walk(stage: Stage) -> Iterator[str]:
    """The practice register."""
    stage.go("today")
    yield "practice-today"
    stage.go("form", event="birth")
    yield "practice-form"


def _today(stage: Stage) -> Iterator[str]:
    page = stage.go("today", queue="print")
    yield "21-today"
    for queue in QUEUES:
        page.choose(queue)
        stage.settle()
        yield f"21-today-{queue}"
    stage.act("decided")
    yield "21-today-decided"
    stage.dismiss()
    page.choose("print")
    stage.act("see-letter")
    yield "21-today-letter"
    stage.dismiss()
    page.choose("hand")
    stage.act("hand-over")
    yield "21-today-hand-over"
    stage.dismiss()


def _open_draft(stage: Stage, draft: Draft) -> None:
    kept = stage.desk.drafts.begin()
    stage.desk.drafts.keep(kept, draft)
    stage.go("form", draft=kept)


def _births(stage: Stage, cast: Cast) -> Iterator[str]:
    page = stage.go("form", event="birth")
    yield "22-birth-untouched"
    found = BirthDraft(child_name="Nguyễn Mai Hoa", born="18/11/2026", sex="female", case="abandoned")
    _open_draft(stage, replace(found, declarant_name="Hoàng Văn Thạch", registered_on="20/11/2026"))
    yield "22-birth-abandoned"
    stage.act("cases")
    yield "22-birth-cases"
    stage.dismiss()
    _open_draft(
        stage,
        replace(invented.birth(cast), child_name="Nguyễn Trần Minh Khôi", number="", mother_name="", mother_born=""),
    )
    stage.front()
    page.form.sections.focus("child_name")
    keys(stage.window, f"{invented.MOTHER_CARD}\n")
    stage.settle(max(stage.pause, 150))
    yield "22-birth-card"
    page.form.scan.drop()
    wrong = replace(invented.birth(cast), born="29/11/2026", mother_name="TRAN THI NGOC LAN", declarant_name="")
    _open_draft(stage, wrong)
    stage.act("save")
    yield "23-birth-problems"
    _open_draft(stage, replace(invented.birth(cast), child_name="Nguyễn Trần Minh Ánh", father_name="", father_born=""))
    stage.act("save")
    yield "23-birth-look"
    stage.act("compare")
    yield "24-compare"
    for dialog in stage.dialogs():
        if isinstance(dialog, CompareDialog):
            dialog.show_letters()
    stage.settle()
    yield "24-compare-letters"
    stage.dismiss()
    yield from _saved(stage, cast)


def _saved(stage: Stage, cast: Cast) -> Iterator[str]:
    far = replace(invented.birth(cast), child_name="Lâm Gia Bảo", mother_name="Lâm Thị Cúc", father_name="Lâm Văn Tư")
    _open_draft(stage, replace(far, born="12/11/2026", declarant_name="Lâm Văn Tư"))
    yield "22-birth"
    stage.act("free-line")
    yield "22-birth-free-line"
    stage.act("choose-words")
    yield "22-birth-choosing"
    stage.dismiss()
    stage.act("template")
    stage.settle(max(stage.pause, 150))
    yield "22-birth-a4"
    stage.act("template")
    stage.act("save")
    yield "22-birth-saved"
    stage.act("zoom")
    yield "22-letter-large"
    stage.dismiss()


def _others(stage: Stage, cast: Cast) -> Iterator[str]:
    _open_draft(stage, invented.marriage(cast))
    yield "form-marriage"
    _open_draft(stage, invented.death(cast))
    yield "form-death"
    child = replace(invented.death(cast), deceased_name="Phạm Gia Huy", born="2016", declarant_name="Phạm Văn Sáu")
    _open_draft(stage, replace(child, died_on="18/11/2026"))
    stage.act("save")
    yield "form-death-held-back"


def _finding(stage: Stage) -> Iterator[str]:
    page = stage.go("find", seek="tran ngoc lan")
    page.search_now()
    stage.settle()
    yield "25-find"
    page = stage.go("find", seek="không ai tên thế này")
    page.search_now()
    stage.settle()
    yield "25-find-nothing"
    page = stage.go("find", seek="")
    for kind in ("letters", "voices", "drafts", ""):
        page.chips.buttons[kind].click()
        stage.settle()
        if kind:
            yield f"25-find-{kind}"
    page = stage.go("find")
    yield "book"
    held = page.model.records[-1].id if page.model.records else 1
    stage.go("find", show=held)
    yield "record"
    stage.act("amend")
    yield "record-amend"
    stage.dismiss()
    stage.act("see-history")
    yield "record-history"
    stage.dismiss()
    stage.act("void")
    yield "record-void"
    stage.dismiss()
    yield from ministry_walk(stage)


def _printing(stage: Stage) -> Iterator[str]:
    page = stage.go("printing")
    yield "26-printing"
    rows = [row for row in page.model.rows if len(row.covers) > 1]
    if rows:
        page.queue.table.selectRow(page.model.rows.index(rows[0]))
        stage.settle()
        yield "26-printing-twins"
    page.how.paper.setCurrentIndex(1)
    stage.settle()
    yield "26-printing-ornate"
    page.how.paper.setCurrentIndex(0)
    stage.act("print")
    yield "26-printing-question"
    page.acts.some_here()
    stage.settle()
    yield "26-printing-missing"
    stage.dismiss()
    page.bar.setFocus()
    stage.front()
    keys(page.bar, "1")
    stage.settle()
    yield "26-printing-done"
    stage.act("printed-book")
    yield "26-printed-book"
    stage.dismiss()
    yield from handing_walk(stage)


def _ratings(stage: Stage) -> Iterator[str]:
    stage.go("ratings")
    yield "30-ratings"
    stage.act("take-answer")
    yield "30-ratings-answer"
    stage.dismiss()
    yield from counter_walk(stage)
    yield from survey_walk(stage)
    yield from criteria_walk(stage)
    yield from template_walk(stage)
    yield from intake_walk(stage)
    stage.go("draws")
    yield "30-draws"
    FollowUps(stage.desk.seat).open("own", "", "Kê thêm ghế ở chỗ chờ, có quạt cho người già")
    page = stage.go("follow-ups")
    yield "30-follow-ups"
    page.mark.click()
    stage.settle()
    yield "30-follow-ups-done"
    stage.dismiss()


def _reports(stage: Stage) -> Iterator[str]:
    page = stage.go("reports")
    yield "31-reports"
    page.texts.click()
    stage.settle()
    yield "31-reports-texts"
    stage.dismiss()
