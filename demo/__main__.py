"""`python -m demo`: three months of two communes, from the first key press to the district's report."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import monotonic

from demo import told
from demo.folders import Folders
from demo.plan import Wanted, plan
from demo.play import Differs, play
from demo.program import Refused
from demo.screens import NoBrowser, take_pictures


def main() -> int:
    """Play what the command line asks for; the exit status."""
    asked = _arguments().parse_args()
    wanted = Wanted(asked.births, asked.marriages, asked.deaths, asked.void, asked.months)
    folders = Folders(asked.out.resolve())
    started = monotonic()
    print(told.opening(wanted.registrations), flush=True)
    try:
        played = play(plan(wanted), folders, wanted.months)
    except (Refused, Differs) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    if asked.pictures:
        _take_pictures(folders, played.link)
    print(told.closing(played.report, played.waiting, played.sheets, (monotonic() - started, str(asked.out))))
    return 0


def _take_pictures(folders: Folders, link: str) -> None:
    try:
        take_pictures(folders, link)
    except NoBrowser:
        print(told.no_browser())


def _arguments() -> ArgumentParser:
    usual = Wanted()
    parser = ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("--births", type=int, default=usual.births, metavar="N", help="số việc khai sinh")
    parser.add_argument("--marriages", type=int, default=usual.marriages, metavar="N", help="số việc kết hôn")
    parser.add_argument("--deaths", type=int, default=usual.deaths, metavar="N", help="số việc khai tử")
    parser.add_argument("--void", type=int, default=usual.void, metavar="N", help="số bản ghi bỏ đi sau khi ghi")
    parser.add_argument("--months", type=int, choices=(1, 2, 3), default=usual.months, help="số tháng diễn lại")
    parser.add_argument("--no-pictures", dest="pictures", action="store_false", help="không chụp các trang")
    parser.add_argument("--out", type=Path, default=Path("demo-out"), metavar="DIR", help="thư mục để kết quả")
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
