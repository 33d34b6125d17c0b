"""Both faces on one port, for a small office."""

from starlette.responses import RedirectResponse
from starlette.routing import Mount, Route, Router
from starlette.types import ASGIApp

OFFICE_PATH = "/van-phong"


def both_faces(public: ASGIApp, office: ASGIApp) -> Router:
    """The citizen's pages at the root and the office's under `/van-phong`; each keeps its own headers and limits."""
    to_office = RedirectResponse(f"{OFFICE_PATH}/", 307)
    routes = [Route(OFFICE_PATH, to_office, methods=["GET"]), Mount(OFFICE_PATH, office)]
    return Router(routes, default=public, redirect_slashes=False)
