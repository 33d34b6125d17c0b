"""Everything that an officer of the level above can see, in words that no table knows."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from district.house import District, open_district
from district.paths import Folder
from district.store.store import Work
from exchange.twins import told_in
from tools.release_file.stage import OFFICER, PASSWORD, Clock, office_world


def seen_office(folder: Path, clock: Clock) -> dict[str, Any]:
    """Open the office in this folder and read all of it."""
    with closing(open_district(Folder(folder), None, office_world(clock))) as office:
        return seen(office)


def seen(office: District) -> dict[str, Any]:
    """What the open office shows."""
    with office.store.reading() as work:
        desks = work.desks.all()
        told: dict[str, Any] = {
            "facts": asdict(office.facts),
            "users": {user.name: asdict(user) for user in work.office.users()},
            "acts": [asdict(act) for act in work.office.acts(1000)],
            "desks": {desk.number: {**asdict(desk), **_of_desk(work, desk.number)} for desk in desks},
            "batches": {batch.id: asdict(batch) for batch in work.batches.all()},
        }
    opener = office.users.log_in(OFFICER, PASSWORD).open_secrets().keys
    told["answers"] = {one.id: asdict(one) for desk in desks for one in office.public.answers(desk.number, opener)}
    told["messages"] = {one.id: one.sealed for desk in desks for one in office.public.sealed_messages(desk.number)}
    told["late taps"] = {desk.number: office.public.late_taps(desk.number) for desk in desks}
    public = (office.folder.public_keys, office.folder.public_face)
    told["files"] = {path.name: _said(path) for path in public} | {"secret.bin": office.folder.secret.read_bytes()}
    return told


def _said(path: Path) -> bytes:
    """What a public file says of desks, as the first version wrote it: without what stands beside that by now, the key
    that answers are sealed to, the office's questions, and a digest of all."""
    told = {name: said for name, said in told_in(path.read_bytes()).items() if name not in ("office", "questions")}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _of_desk(work: Work, desk: int) -> dict[str, Any]:
    newest = work.receipts.newest(desk)
    return {
        "head": work.lines.head(desk),
        "lines": {place: digest + raw for place, digest, raw in work.lines.raw(desk)},
        "counted": list(work.lines.counted(desk)),
        "aside": [asdict(line) for line in work.lines.aside(desk)],
        "bundles": {bundle.document: asdict(bundle) for bundle in work.bundles.of_desk(desk)},
        "receipt": asdict(newest) if newest else {},
        "sent": dict(work.batches.first_sent(desk)),
        "answered": sorted(work.batches.counted(desk)),
    }
