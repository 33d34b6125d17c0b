"""What every page of the office needs: who asks, whether the role may, whether our own page sent the form, how a page
is set. A module of pages offers `routes(room)`; its views get the request and the member who asks."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from ipaddress import ip_address

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from district.moments import utc_text
from district.store.office import Act
from district.users import Member
from district.web.door import Office, OfficeDoor
from district.web.pages import TEMPLATES, templates
from district.web.sessions import Sessions
from district.web.tabs import TABS

LEVELS = {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"}
ONE_LOOK = timedelta(minutes=10)
View = Callable[[Request, Member], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


class Room:
    """One office's pages while they are served."""

    def __init__(self, door: OfficeDoor, sessions: Sessions) -> None:
        self.door = door
        self.sessions = sessions
        self._level = door.office.unit_on_day(door.office.facts.unit).level
        # Looks of the last ten minutes that this process knows of; another process finds them in the list of acts.
        self._looks: dict[tuple[str, str], str] = {}
        self.style = (TEMPLATES / "office.css").read_text(encoding="utf-8")
        self._templates = templates()

    @property
    def office(self) -> Office:
        """The open office."""
        return self.door.office

    @property
    def level(self) -> str:
        """The level of the office: province, district or commune."""
        return self._level

    def shown(self, act: str, view: View) -> Endpoint:
        """A page to look at: a stranger is led to the log-in, a role that may not is told so."""

        async def endpoint(request: Request) -> Response:
            member = await self.member(request)
            if member is None:
                return RedirectResponse(root_of(request) + "/login", 303)
            if not member.may(act):
                return self.answer(request, "office-told", 403, member=member, told="role")
            return await view(request, member)

        return endpoint

    def done(self, act: str, view: View) -> Endpoint:
        """A form to be sent: only from our own page, by somebody logged in whose role may."""
        shown = self.shown(act, view)

        async def endpoint(request: Request) -> Response:
            self.check_origin(request)
            return await shown(request)

        return endpoint

    async def member(self, request: Request) -> Member | None:
        """Who asks, None where nobody is logged in."""
        return await run_in_threadpool(self.sessions.member, self.cookie(request))

    async def viewed(self, member: Member, subject: str) -> None:
        """One line more in the list of acts: who looked at what ("wall 2026", "unit 26461"); never a citizen's name.
        The same person at the same page within ten minutes is one look."""
        await run_in_threadpool(self._note_view, member.name, subject)

    def _note_view(self, user: str, subject: str) -> None:
        now = self.office.world.now()
        since = utc_text(now - ONE_LOOK)
        if self._looks.get((user, subject), "") > since:
            return
        with self.office.store.reading() as work:
            noted = work.office.viewed(user, subject, since)
        if not noted:
            with self.office.store.noting() as work:
                work.office.note(Act(utc_text(now), user, "view", subject))
        # Put in its place whole: several pages are asked for at once.
        recent = {look: at for look, at in self._looks.items() if at > since}
        self._looks = {**recent, (user, subject): noted or utc_text(now)}

    def answer(self, request: Request, template: str, status: int = 200, **more: object) -> Response:
        """The page of that template. `member` is who looks (None before the log-in), `tab` the tab it belongs to."""
        return HTMLResponse(self.page(request, template, **more), status)

    def page(self, request: Request, template: str, **more: object) -> str:
        """The text of that page."""
        member = more.get("member")
        tabs = tuple(tab for tab in TABS if isinstance(member, Member) and member.may(tab.act))
        told = {"member": member, "tab": "", "tabs": tabs, **more}
        places = {
            "root": root_of(request),
            "office": self.door.name,
            "level": LEVELS[self._level],
            "style": Markup(self.style),
        }
        return self._templates.get_template(f"{template}.html").render(**places, **told)

    def go(self, request: Request, path: str) -> Response:
        """Lead to another page of the office, after a form was sent."""
        return RedirectResponse(root_of(request) + path, 303)

    def cookie(self, request: Request) -> str:
        """The value of the session's cookie, empty where there is none."""
        return request.cookies.get(cookie_name(self.is_secure(request)), "")

    def is_secure(self, request: Request) -> bool:
        """Whether the browser speaks https, to us or to the proxy that we believe."""
        through_proxy = request.client is not None and request.client.host in self.door.proxies
        told = request.headers.get("x-forwarded-proto", "") if through_proxy else ""
        return "https" in (told, request.url.scheme)

    def check_origin(self, request: Request) -> None:
        """A form counts only when the browser says that our own page sent it. Raises HTTPException 403."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        scheme = "https" if self.is_secure(request) else "http"
        ours = f"{scheme}://{request.headers.get('host', '')}"
        said = [site == "same-origin"] if site is not None else []
        said += [origin == ours] if origin is not None else []
        if not said or not all(said):
            raise HTTPException(403)


def root_of(request: Request) -> str:
    """The path under which the office's pages are mounted."""
    return str(request.scope.get("root_path", ""))


def cookie_name(secure: bool) -> str:
    """What the session's cookie is called: a browser takes `__Host-` only over https."""
    return "__Host-motcua" if secure else "motcua"


def is_loopback(request: Request) -> bool:
    """Whether the caller sits on this machine."""
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False
