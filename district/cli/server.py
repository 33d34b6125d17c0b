"""The server behind `serve`: which pages it runs, in how many processes, and what it keeps quiet about."""

import os
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from common.words import district as words
from district.cli.line import Line
from district.cli.pages import PublicPages, office_pages, public_pages
from district.house import District
from district.web.together import OFFICE_PATH, both_faces

# How a worker process learns what its parent was told on the line.
DATA, NOW = "DISTRICT_PAGES_DATA", "DISTRICT_PAGES_NOW"
BOTH = "both"


def announced(only: str | None, host: str, port: int) -> tuple[dict[str, str], list[str]]:
    """What is said before the pages open: as JSON and as a sentence."""
    faces, address = only or BOTH, f"http://{host}:{port}"
    return {"faces": faces, "address": address}, [words.serving(faces, address, OFFICE_PATH)]


def run(line: Line, only: str | None, at: tuple[str, int], workers: int) -> None:
    """Serve until the process is told to stop; `at` is address and port of this machine."""
    settings = {"host": at[0], "port": at[1], **_quiet()}
    if workers > 1:
        os.environ[DATA], os.environ[NOW] = str(line.data.resolve()), line.now
        uvicorn.run("district.cli.server:public_worker", factory=True, workers=workers, **settings)
    elif only == "public":
        uvicorn.run(public_pages(line.folder, line.world()), **settings)
    else:
        with line.office() as district:
            uvicorn.run(_office_or_both(line, only, district), **settings)


def public_worker() -> ASGIApp:
    """The public face in one of several processes; they share the store and nothing else."""
    line = Line(Path(os.environ[DATA]), "", "", None, os.environ.get(NOW, ""), False)
    return public_pages(line.folder, line.world())


def _office_or_both(line: Line, only: str | None, district: District) -> ASGIApp:
    if only == "office":
        return office_pages(district)
    return both_faces(PublicPages(line.folder, district.public, line.world()), office_pages(district))


def _quiet() -> dict[str, Any]:
    # Codes stand in addresses: no access log anywhere, and no forwarded address is believed by the server itself.
    return {
        "log_config": None,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "lifespan": "off",
    }
