"""The tie between this desk and the level above, as the enrolment gave it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from exchange.enrolment import OpenedEnrolment
from exchange.token import link, read_code
from exchange.words import SixWords, six_words

DESK_KEYS = "desk-keys"
"""Under this name the register keeps the desk's private keys."""

NEXT_KEYS = "desk-keys-next"
"""And under this one the pair that is to take over, empty while nothing is being changed."""

IN_FORCE, WAITING = "district", "district-waiting"
"""Under these names the office's papers keep the tie in force, and one whose six words are not compared yet."""

_NEWER = ("key", "office_unit", "since")
"""Fields that a tie of the first version did not have."""


@dataclass(frozen=True, slots=True)
class DistrictLink:
    """An enrolment taken in. Until `confirmed`, no letter carries a code; `register_reason` is the leader's reason for
    sending names along (empty: only figures travel); `key` the id of our key that it was written for, `since` the ISO
    day on which it came into force; both "" in a tie kept by an earlier version."""

    number: int
    desk: int
    unit: str
    host: str
    token: str
    generation: int
    profile: str
    legal_basis: str
    smallest_group: int
    office_verify: str
    office_receive: str
    document: str
    confirmed: bool
    register_reason: str = ""
    key: str = ""
    office_unit: str = ""
    since: str = ""

    @property
    def token_key(self) -> bytes:
        """The key that makes this desk's letter codes."""
        return bytes.fromhex(self.token)

    @property
    def sends_register(self) -> bool:
        """Whether names travel: the level above asks for it and the leader has accepted."""
        return self.profile == "register" and bool(self.register_reason)

    def words(self) -> SixWords:
        """The six words that both sides read to each other by telephone."""
        return six_words(self.document)

    def link_of(self, code: str) -> str:
        """The address behind a printed code."""
        plain = read_code(code)
        return link(self.host, plain) if plain else ""

    def to_json(self) -> str:
        """The text the register keeps: as earlier versions kept it where nothing newer is known."""
        told = {name: value for name, value in asdict(self).items() if value or name not in _NEWER}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read_link(kept: str | None) -> DistrictLink | None:
    """The kept tie, if the desk was ever enrolled."""
    return DistrictLink(**json.loads(kept)) if kept else None


def link_from(opened: OpenedEnrolment, key: str, *, register_reason: str) -> DistrictLink:
    """The tie that an enrolment makes, opened by our key with this id; nobody has compared its words yet."""
    enrolment = opened.enrolment
    return DistrictLink(
        number=enrolment.number,
        desk=enrolment.desk,
        unit=enrolment.unit,
        host=enrolment.host,
        token=enrolment.token_key,
        generation=enrolment.token_generation,
        profile=enrolment.profile,
        legal_basis=enrolment.legal_basis,
        smallest_group=enrolment.smallest_group,
        office_verify=enrolment.office.verify,
        office_receive=enrolment.office.receive,
        document=opened.document,
        confirmed=False,
        register_reason=register_reason,
        key=key,
        office_unit=enrolment.office_unit,
    )
