"""The page of the roll-out: the plan beside what came of it, and the share of communes that work."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.words import rollout as words
from district.rollout import Rollout, RolloutDesk
from district.users import Member
from district.web.forms import read_form, text_of
from district.web.room import Room
from district.web.share_line import Drawing, drawing
from district.web.wall_page import today_of

PATH = "/trien-khai"
REST = "rest"


def routes(room: Room) -> list[Route]:
    """`/trien-khai` to look at (and to begin a change), and forms to change the plan and its goals."""
    page = RolloutPage(room)
    return [
        Route(PATH, room.shown("view", page.show), methods=["GET"]),
        Route(f"{PATH}/xa", room.done("plan", page.put), methods=["POST"]),
        Route(f"{PATH}/bo", room.done("plan", page.drop), methods=["POST"]),
        Route(f"{PATH}/moc", room.done("plan", page.put_goal), methods=["POST"]),
        Route(f"{PATH}/bo-moc", room.done("plan", page.drop_goal), methods=["POST"]),
    ]


class RolloutPage:
    """The plan."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The table, the line, and the form of the commune that is to be changed."""
        await self._room.viewed(member, "rollout")
        return await run_in_threadpool(self._shown, request, member, today_of(self._room))

    async def put(self, request: Request, member: Member) -> Response:
        """Add communes to the plan, or change one."""
        form = await read_form(request)
        unit, stage, planned, note = (text_of(form, name) for name in ("unit", "stage", "planned", "note"))
        await run_in_threadpool(self._put, member, unit, (stage, planned, note))
        return self._room.go(request, PATH)

    async def drop(self, request: Request, member: Member) -> Response:
        """Take a commune out of the plan."""
        unit = text_of(await read_form(request), "unit")[:10]
        await run_in_threadpool(self._desk().drop, member, unit)
        return self._room.go(request, PATH)

    async def put_goal(self, request: Request, member: Member) -> Response:
        """Add a goal."""
        form = await read_form(request)
        share = text_of(form, "share").strip()
        number = int(share) if share.isascii() and share.isdigit() and len(share) < 4 else 0
        await run_in_threadpool(self._desk().put_goal, member, text_of(form, "by"), number, text_of(form, "source"))
        return self._room.go(request, PATH)

    async def drop_goal(self, request: Request, member: Member) -> Response:
        """Take a goal away."""
        by = text_of(await read_form(request), "by")
        await run_in_threadpool(self._desk().drop_goal, member, by)
        return self._room.go(request, PATH)

    def _put(self, member: Member, unit: str, told: tuple[str, str, str]) -> None:
        desk = self._desk()
        codes = [unit] if unit != REST else [one.code for one in desk.look(today_of(self._room)).left]
        desk.put(member, codes, *told)

    def _shown(self, request: Request, member: Member, today: date) -> Response:
        plan = self._desk().look(today)
        changed = request.query_params.get("sua", "")
        return self._room.answer(
            request,
            "rollout",
            member=member,
            tab="communes",
            plan=plan,
            drawn=_drawn(plan),
            head=words.head(plan.steps, today),
            changed=next((step for step in plan.steps if step.code == changed), None),
            stages=words.STAGES,
            rest=REST,
            today=today,
        )

    def _desk(self) -> RolloutDesk:
        office = self._room.office
        own = office.unit_on_day(office.facts.unit)
        return RolloutDesk(office.store, office.places, office.units, own, office.world.now)


def _drawn(plan: Rollout) -> Drawing | None:
    goals = [(goal.by, goal.share) for goal in plan.goals]
    return drawing(plan.months, len(plan.steps), goals) if plan.steps else None
