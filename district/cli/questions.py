"""questions: which question set the citizens' pages ask from, and how many levels it has."""

import click

from common.questions import QuestionSet
from common.words import asked as words
from district.cli.group import command
from district.cli.line import Line
from district.trouble import Mistake
from district.web.asking import USUAL, question_sets, set_of_office


@command("questions", "Trang góp ý hỏi theo bộ câu hỏi nào: ba mức hay năm mức; kèm tên bộ thì đổi sang bộ ấy.")
@click.argument("set_id", default="")
def questions(line: Line, set_id: str) -> None:
    """Answers keep the levels they were given on; both kinds count together by who is content."""
    check_set(set_id or USUAL)
    with line.member("questions" if set_id else "status") as (district, member):
        if set_id:
            district.ask(member.name, set_id)
        asked = set_of_office(district.questions)
    told = (words.asks_from_now if set_id else words.asks)(asked.id, asked.scale, _levels(asked))
    line.say({"questions": asked.id, "scale": asked.scale, "known": list(question_sets().ids)}, [told])


def check_set(id: str) -> None:
    """Pass over a set that comes with the program; raises Mistake."""
    known = question_sets().ids
    if id not in known:
        raise Mistake("unknown-questions", id=id, known=", ".join(known))


def _levels(asked: QuestionSet) -> list[str]:
    return [choice.say() for choice in asked.overall.choices]
