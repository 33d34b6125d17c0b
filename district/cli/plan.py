"""plan: the roll-out, which commune begins when and which share is to work by which day."""

from dataclasses import dataclass

import click

from common.words import rollout as words
from district.cli.group import main, told
from district.cli.line import Line
from district.house import District
from district.moments import VIETNAM
from district.rollout import STAGES, RolloutDesk


@main.group("plan", help="Kế hoạch triển khai: xã nào bắt đầu khi nào, đến ngày nào phải đạt bao nhiêu.")
def plan() -> None:
    """The plan and its goals."""


@dataclass(frozen=True, slots=True)
class _Open:
    district: District

    @property
    def desk(self) -> RolloutDesk:
        own = self.district.unit_on_day(self.district.facts.unit)
        places, units = self.district.places, self.district.units
        return RolloutDesk(self.district.store, places, units, own, self.district.world.now)


@plan.command("show", help="Kế hoạch và thực tế của từng xã, các mốc phải đạt.")
@click.pass_obj
@told
def show(line: Line) -> None:
    """Counts and days only."""
    with line.member("view") as (district, _):
        found = _Open(district).desk.look(district.world.now().astimezone(VIETNAM).date())
    steps = [
        {
            "unit": step.code,
            "name": step.name,
            "stage": step.stage,
            "planned": step.planned.isoformat(),
            "first_letter": step.first_letter.isoformat() if step.first_letter else "",
        }
        for step in found.steps
    ]
    goals = [
        {"by": one.by.isoformat(), "share": one.share, "source": one.source, "working": one.working, "of": one.of}
        for one in found.goals
    ]
    lines = [words.step_line(step.name, step.stage, step.planned, step.first_letter) for step in found.steps]
    lines += [words.goal_line(one.by, one.share, one.source, (one.working, one.of)) for one in found.goals]
    line.say({"steps": steps, "goals": goals}, lines or [words.head((), found.on)])


@plan.command("put", help="Ghi các xã vào kế hoạch, hoặc ghi lại xã đã có; REST là mọi xã còn lại.")
@click.argument("units", nargs=-1, required=True)
@click.option("--stage", type=click.Choice(STAGES), required=True, help="Đợt: thí điểm, tự nguyện, toàn địa bàn.")
@click.option("--on", "planned", required=True, help="Ngày bắt đầu theo kế hoạch.")
@click.option("--note", default="", help="Ghi chú, như số văn bản của xã.")
@click.pass_obj
@told
def put(line: Line, units: tuple[str, ...], stage: str, planned: str, note: str) -> None:
    """All of them or none."""
    with line.member("plan") as (district, member):
        desk = _Open(district).desk
        rest = [one.code for one in desk.look(district.world.today()).left] if "REST" in units else []
        count = desk.put(member, [*(unit for unit in units if unit != "REST"), *rest], stage, planned, note)
    line.say({"planned": count}, [words.planned(count)])


@plan.command("drop", help="Bỏ một xã khỏi kế hoạch.")
@click.argument("unit")
@click.pass_obj
@told
def drop(line: Line, unit: str) -> None:
    """Dropping twice is harmless."""
    with line.member("plan") as (district, member):
        _Open(district).desk.drop(member, unit)
    line.say({"dropped": unit}, [words.dropped(unit)])


@plan.command("goal", help="Ghi mốc: đến ngày nào phải đạt bao nhiêu phần trăm số xã.")
@click.argument("by")
@click.argument("share", type=click.IntRange(1, 100))
@click.option("--source", default="", help="Văn bản yêu cầu.")
@click.pass_obj
@told
def goal(line: Line, by: str, share: int, source: str) -> None:
    """The goal of a day takes the place of that day's before."""
    with line.member("plan") as (district, member):
        desk = _Open(district).desk
        day = desk.put_goal(member, by, share, source)
    line.say({"by": day.isoformat(), "share": share}, [words.goal_kept(day, share)])
