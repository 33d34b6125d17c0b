"""Both faces on one port, for a small office."""

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

OFFICE_PATH = "/van-phong"


def both_faces(public: ASGIApp, office: ASGIApp) -> Starlette:
    """The citizen's pages at the root and the office's under `/van-phong`; each keeps its own headers and limits."""
    return Starlette(routes=[Mount(OFFICE_PATH, office), Mount("/", public)])
