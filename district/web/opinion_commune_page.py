"""The page of one commune's answers, and the networks that an officer enters as the commune's own."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from common.words import flags
from common.words import opinion_commune as said
from common.words import opinions as words
from district.opinion_commune import CommuneVoice, Voices
from district.opinions import Asked
from district.users import Member
from district.web.forms import read_form, text_of
from district.web.opinion_commune_told import VoiceTold
from district.web.opinions_page import asked_for
from district.web.opinions_told import note_told
from district.web.reports_page import PARTS
from district.web.room import Room
from district.web.wall_page import YEARS_SHOWN, today_of


def routes(room: Room) -> list[Route]:
    """`/gop-y/26461`: one commune; `/gop-y/26461/mang`: a network of its own entered or taken out."""
    page = OpinionCommunePage(room)
    return [
        Route("/gop-y/{code:str}", room.shown("view", page.show), methods=["GET"]),
        Route("/gop-y/{code:str}/mang", room.done("network", page.network), methods=["POST"]),
    ]


class OpinionCommunePage:
    """One commune."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, member: Member) -> Response:
        """The page; whoever may read comments is noted to have had them before them."""
        asked, code = Asked(asked_for(request, today_of(self._room)).period), request.path_params["code"]
        voice = await run_in_threadpool(self._voice, code, asked)
        told = "comments" if member.may("comments") and voice.here.told.comments else "opinions"
        await self._room.viewed(member, f"{told} {asked.period.name} {voice.here.place.code}")
        return await run_in_threadpool(self._shown, request, member, asked, voice)

    async def network(self, request: Request, member: Member) -> Response:
        """Enter a network of the commune's own, or take one out; the public face knows it at once."""
        form, code = await read_form(request), request.path_params["code"]
        gone, typed, office = text_of(form, "bo"), text_of(form, "mang"), self._room.office
        act = office.leave_network if gone else office.enter_network
        for unit in await run_in_threadpool(self._units, code):
            await run_in_threadpool(act, member.name, unit, gone or typed)
        return self._room.go(request, f"/gop-y/{code}#mang")

    def _voice(self, code: str, asked: Asked) -> CommuneVoice:
        office = self._room.office
        found = Voices(office.store, office.public, office.places).one(code, asked, office.world.now())
        if found is None:
            raise HTTPException(404)
        return found

    def _units(self, code: str) -> list[str]:
        """The offices of the commune under which its desks were enrolled."""
        with self._room.office.store.reading() as work:
            units = {desk.unit for desk in work.desks.all() if desk.state != "dropped"}
        found = sorted(unit for unit in units if self._room.office.places.of(unit).code == code)
        if not found:
            raise HTTPException(404)
        return found

    def _networks(self, code: str) -> dict[str, str]:
        units = self._units(code)
        with self._room.office.store.reading() as work:
            return {network: since for unit in units for network, since in work.networks.of_unit(unit).items()}

    def _shown(self, request: Request, member: Member, asked: Asked, voice: CommuneVoice) -> Response:
        today, place = today_of(self._room), voice.here.place
        return self._room.answer(
            request,
            "opinion-commune",
            member=member,
            tab="opinions",
            one=voice.here,
            place=place,
            page=VoiceTold(voice),
            notes=note_told(voice.here),
            networks=self._networks(place.code) if member.may("network") else {},
            w=words,
            flags=flags,
            said=said,
            period=asked.period,
            period_words=words.period_short(asked.period),
            parts=PARTS,
            part=asked.period.name[5:],
            year=asked.period.first.year,
            years=range(today.year, today.year - YEARS_SHOWN - 1, -1),
        )
