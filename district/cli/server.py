"""The server behind `serve`: which pages it runs, in how many processes, and what it keeps quiet about."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from common.words import district as words
from district.cli.line import Line
from district.cli.pages import PublicPages, office_pages, public_pages
from district.cli.serve import Served
from district.house import District, open_district
from district.web.together import OFFICE_PATH, both_faces

TOLD = "DISTRICT_PAGES"
"""How a worker process learns what its parent was told: an address with a password stands on no line of commands."""
BOTH = "both"


def announced(served: Served) -> tuple[dict[str, str], list[str]]:
    """What is said before the pages open: as JSON and as a sentence."""
    faces, address = served.only or BOTH, f"http://{served.host}:{served.port}"
    return {"faces": faces, "address": address}, [words.serving(faces, address, OFFICE_PATH)]


def run(line: Line, served: Served) -> None:
    """Serve until the process is told to stop."""
    settings = {"host": served.host, "port": served.port, **_quiet()}
    if served.workers > 1:
        os.environ[TOLD] = _told(line, served)
        uvicorn.run("district.cli.server:worker", factory=True, workers=served.workers, **settings)
    elif served.only == "public":
        uvicorn.run(public_pages(line.folder, line.world(), served.proxies), **settings)
    else:
        with line.office() as district:
            uvicorn.run(_office_or_both(line, served, district), **settings)


def worker() -> ASGIApp:
    """The pages in one of several processes; they share the stores and nothing else."""
    told = json.loads(os.environ[TOLD])
    line = Line(**told["line"] | {"data": Path(told["line"]["data"]), "password_file": None})
    served = Served(**told["served"] | {"proxies": tuple(told["served"]["proxies"])})
    if served.only == "public":
        return public_pages(line.folder, line.world(), served.proxies)
    # It stays open as long as the process lives.
    return _office_or_both(line, served, open_district(line.folder, None, line.world()))


def _told(line: Line, served: Served) -> str:
    plain = asdict(line) | {"data": str(line.data.resolve()), "password_file": None}
    return json.dumps({"line": plain, "served": asdict(served)})


def _office_or_both(line: Line, served: Served, district: District) -> ASGIApp:
    public = district.public  # what keeps it from being opened is told now, not by the first page that needs it
    office = office_pages(district, served.proxies)
    if served.only == "office":
        return office
    return both_faces(PublicPages(line.folder, public, line.world(), served.proxies), office)


def _quiet() -> dict[str, Any]:
    # Codes stand in addresses: no access log anywhere, and no forwarded address is believed by the server itself.
    return {
        "log_config": None,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "lifespan": "off",
    }
