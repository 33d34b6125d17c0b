"""survey begin, place, answer, close, reopen, list, show, paper: surveys that hang on no letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from common.names import fold
from common.words import said
from common.words import surveys as words
from desk_app.cli.group import NUMBER, main, told
from desk_app.cli.terminal import Line, read_values
from desk_app.services.desk import Desk
from desk_app.services.files import write_file
from desk_app.services.survey_results import Listed, Survey
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)
PAPERS = ("slips-a5", "slips-a4", "list", "result")


@main.group("survey", help="Khảo sát: lấy phiếu định kỳ hay đột xuất, không gắn với lá thư nào.")
def survey() -> None:
    """Slips handed out, come back, counted."""


@survey.command("begin", help="Lập một cuộc khảo sát từ tệp JSON.")
@click.argument("file", type=FILE)
@click.pass_obj
@told
def begin(line: Line, file: Path) -> None:
    """The file holds name, kind, by, by_name, respondents, question_set, begun_on, planned_on, note."""
    values = read_values(file)
    with line.desk() as desk:
        id = desk.surveys.begin(values)
    if isinstance(id, tuple):
        line.refuse(id)
    line.say({"id": id}, [words.begun(id)])


@survey.command("place", help="Ghi một nơi phát phiếu và số phiếu; nơi đã có thì sửa số.")
@click.argument("survey", type=NUMBER)
@click.argument("name")
@click.option("--handed", default="", help="Số phiếu phát ra.")
@click.option("--returned", default="", help="Số phiếu thu về.")
@click.option("--spoiled", default="", help="Trong đó trắng, hỏng.")
@click.pass_obj
@told
def place(line: Line, /, survey: int, name: str, **counts: str) -> None:
    """What is not told of a place that is there already stays as it was."""
    with line.desk() as desk:
        held = next((one for one in desk.surveys.open(survey).places if fold(one.name) == fold(name)), None)
        if held is None:
            kept = desk.surveys.add_place(survey, {"name": name, **counts})
        else:
            values = {field: count or str(getattr(held, field)) for field, count in counts.items()}
            kept = desk.surveys.change_place(survey, held.id, {"name": name, **values}) or held.id
    if isinstance(kept, tuple):
        line.refuse(kept)
    line.say({"survey": survey, "place": kept}, [words.place_kept(name)])


@survey.command("answer", help="Nhập các phiếu thu về của một nơi từ tệp JSON; cả tệp hoặc không phiếu nào.")
@click.argument("survey", type=NUMBER)
@click.argument("file", type=FILE)
@click.pass_obj
@told
def answer(line: Line, survey: int, file: Path) -> None:
    """The file holds place, and answers: a list of score, asked, comment, on."""
    values = read_values(file)
    slips = values.get("answers")
    if not isinstance(slips, list) or not all(isinstance(slip, dict) for slip in slips):
        raise Mistake("survey-answers", {"file": file.name})
    with line.desk() as desk:
        where = _place(desk, survey, str(values.get("place", "")))
        typed = desk.surveys.type_slips(survey, where, slips)
    if isinstance(typed, tuple):
        line.refuse(typed)
    line.say({"survey": survey, "typed": typed}, [words.typed(typed)])


@survey.command("close", help="Chốt một cuộc khảo sát: số đếm đi theo gói tháng.")
@click.argument("survey", type=NUMBER)
@click.option("--seen", is_flag=True, help="Đã xem số phiếu còn thiếu, vẫn chốt.")
@click.pass_obj
@told
def close(line: Line, survey: int, seen: bool) -> None:
    """After a correction it is the next version of the same."""
    with line.desk() as desk:
        done = desk.surveys.close(survey, seen)
    line.say({"survey": survey, "n": done.n, "version": done.version}, [words.closed_told(done.n, done.version)])


@survey.command("reopen", help="Mở lại một cuộc đã chốt để sửa, ghi lý do.")
@click.argument("survey", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao phải sửa.")
@click.pass_obj
@told
def reopen(line: Line, survey: int, reason: str) -> None:
    """What was told stands until it is closed again."""
    with line.desk() as desk:
        desk.surveys.reopen(survey, reason)
    line.say({"survey": survey}, [words.REOPENED])


@survey.command("list", help="Các cuộc khảo sát: tình trạng, phát ra, thu về, đã nhập.")
@click.pass_obj
@told
def survey_list(line: Line) -> None:
    """The latest begun first."""
    with line.desk() as desk:
        listed = desk.surveys.listed()
    rows = [words.listed_line(one.id, one.plan.name, one.state, _told(one)) for one in listed]
    line.say({"surveys": [_row(one) for one in listed]}, rows or [words.NONE])


@survey.command("show", help="Một cuộc khảo sát: nơi phát, mức hài lòng, câu hỏi thêm, lời góp ý.")
@click.argument("survey", type=NUMBER)
@click.pass_obj
@told
def show(line: Line, survey: int) -> None:
    """Places that are not told on their own have no by_score."""
    with line.desk() as desk:
        one = desk.surveys.open(survey)
    line.say(_whole(one), _lines(one))


@survey.command("paper", help="Ghi ra tệp: phiếu A5, phiếu A4, bảng phát phiếu, tờ kết quả (.pdf, kết quả cả .xlsx).")
@click.argument("survey", type=NUMBER)
@click.argument("what", type=click.Choice(PAPERS))
@click.option("--out", type=FILE, required=True, help="Tệp để ghi ra.")
@click.option("--place", default="", help="In tên nơi phát này lên phiếu.")
@click.pass_obj
@told
def survey_paper(line: Line, survey: int, what: str, out: Path, place: str) -> None:
    """No slip has a number of its own."""
    # Drawing loads the PDF library, which nothing else here needs.
    from desk_app.services.survey_papers import paper, result_table

    table = what == "result" and out.suffix.lower() == ".xlsx"
    with line.desk() as desk:
        raw = result_table(desk.seat, survey) if table else paper(desk.seat, survey, what, place)
        write_file(line.target(out), raw)
    line.say({"survey": survey, "file": str(out)}, [said.file_written(out.name)])


def _place(desk: Desk, survey: int, name: str) -> int:
    found = next((one.id for one in desk.surveys.open(survey).places if fold(one.name) == fold(name)), None)
    if found is None:
        raise Mistake("no-such-survey-place")
    return found


def _told(one: Listed) -> str:
    return words.rate_told(one.returned, one.handed)


def _row(one: Listed) -> dict[str, Any]:
    plan = one.plan
    sort = {"name": plan.name, "kind": plan.kind, "by": plan.by, "respondents": plan.respondents}
    counts = {"handed": one.handed, "returned": one.returned, "n": one.n}
    return {"id": one.id, **sort, "begun_on": plan.begun_on.isoformat(), "state": one.state, **counts}


def _whole(one: Survey) -> dict[str, Any]:
    plan, spread = one.plan, one.spread
    row = _row(Listed(one.id, plan, one.state, one.handed, one.returned, spread.n))
    places = [
        {
            **{name: getattr(place, name) for name in ("name", "handed", "returned", "spoiled", "typed")},
            "by_score": dict(place.spread.by_score) if place.spread else None,
        }
        for place in one.places
    ]
    asked = {each.question.code: {choice.code: n for choice, n in each.counts} for each in one.asked if each.counts}
    by_score = dict(spread.by_score) if one.enough else None
    beside = {"scale": spread.scale, "by_score": by_score, "asked": asked, "comments": list(one.comments)}
    ended = one.ended_on.isoformat() if one.ended_on else None
    return {
        **row,
        "question_set": plan.question_set,
        "ended_on": ended,
        "spoiled": one.spoiled,
        "places": places,
        **beside,
    }


def _lines(one: Survey) -> list[str]:
    plan = one.plan
    sort = words.sort_told(plan.kind, plan.by, plan.by_name, plan.respondents)
    share = words.share_of(one.spread.content, one.spread.n) if one.enough else words.TOO_FEW
    head = [words.listed_line(one.id, plan.name, one.state, words.rate_told(one.returned, one.handed)), sort]
    places = [words.place_line(each.name, (each.handed, each.returned, each.typed), each.spread) for each in one.places]
    return [*head, words.content(share), *places]
