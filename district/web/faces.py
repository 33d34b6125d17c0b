"""What the public pages know of the offices: names and telephones to show, keys to prove codes and to seal messages."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from exchange.twins import stamped, told_in

KEYS_FORMAT = "motcua-public-keys/1"
FACE_FORMAT = "motcua-public-face/1"
USUAL_QUESTIONS = "service-3"


class NotAFace(ValueError):
    """The file is none of ours, or of a newer program."""


@dataclass(frozen=True, slots=True)
class PublicDesk:
    """The keys of one desk: token keys of every generation still in circulation (32 bytes each), its age recipient."""

    token_keys: tuple[bytes, ...]
    receiving: str | None = None

    def __post_init__(self) -> None:
        if any(len(key) != 32 for key in self.token_keys):
            raise ValueError("a desk's token key has 32 bytes")


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """All that the public face may know of keys: by desk number, and `office`, the public age key that answers are
    sealed to ("" in a file of an older program); nothing here opens a bundle or an answer, or signs a receipt."""

    desks: Mapping[int, PublicDesk] = field(default_factory=dict)
    office: str = ""
    generations: int = field(init=False, compare=False, repr=False, default=1)
    """The most keys that one desk has."""

    def __post_init__(self) -> None:
        most = max((len(desk.token_keys) for desk in self.desks.values()), default=1)
        object.__setattr__(self, "generations", most)

    def token_keys(self, desk: int) -> tuple[bytes, ...]:
        """The keys under which this desk's codes may have been minted; none when the desk is unknown."""
        known = self.desks.get(desk)
        return known.token_keys if known else ()

    def receiving(self, desk: int) -> str | None:
        """The desk's age recipient, or None when nothing can be sealed to it."""
        known = self.desks.get(desk)
        return known.receiving if known else None

    def to_bytes(self) -> bytes:
        """The file `public-keys.json`."""
        desks = {
            str(number): {"receiving": desk.receiving, "token_keys": [key.hex() for key in desk.token_keys]}
            for number, desk in self.desks.items()
        }
        return _written({"format": KEYS_FORMAT, "desks": desks} | ({"office": self.office} if self.office else {}))

    @classmethod
    def from_bytes(cls, raw: bytes) -> "PublicKeys":
        """The inverse of `to_bytes`; raises NotAFace."""
        try:
            told = _read(raw, KEYS_FORMAT)
            desks = {int(number): _desk_keys(row) for number, row in told["desks"].items()}
            return cls(desks, str(told.get("office", "")))
        except (KeyError, TypeError, AttributeError, ValueError) as trouble:
            raise NotAFace(KEYS_FORMAT) from trouble


@dataclass(frozen=True, slots=True)
class DeskFace:
    """How one commune shows itself: "Ủy ban nhân dân xã An Liên", telephone, who to call after a condolence letter;
    `networks` are those that the office entered as its own ("203.0.113.0/24"), shown to nobody."""

    name: str
    phone: str = ""
    contact: str = ""
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeFace:
    """How the district shows itself; `host` is the true address of the pages, `proxies` the only ones believed about
    who is calling (addresses as the server sees them), `questions` the id of the question set that is asked from."""

    name: str
    province: str
    host: str
    phone: str = ""
    desks: Mapping[int, DeskFace] = field(default_factory=dict)
    proxies: tuple[str, ...] = ()
    questions: str = USUAL_QUESTIONS

    def desk(self, number: int) -> DeskFace:
        """The desk's face, or the district's own for a desk that has none yet."""
        return self.desks.get(number) or self.own

    @property
    def own(self) -> DeskFace:
        """The face of pages that belong to no desk."""
        return DeskFace(self.name, self.phone)

    def to_bytes(self) -> bytes:
        """One JSON file that the public face can read without the office's database."""
        desks = {number: _desk_face(desk) for number, desk in self.desks.items()}
        told = {"format": FACE_FORMAT, **asdict(self), "desks": desks}
        if self.questions == USUAL_QUESTIONS:  # as programs wrote it that asked from no other
            del told["questions"]
        return _written(told)

    @classmethod
    def from_bytes(cls, raw: bytes) -> "OfficeFace":
        """The inverse of `to_bytes`; raises NotAFace."""
        try:
            row = _read(raw, FACE_FORMAT)
            desks = {
                int(number): DeskFace(**desk | {"networks": tuple(desk.get("networks", ()))})
                for number, desk in row["desks"].items()
            }
            plain = {name: row[name] for name in ("name", "province", "host", "phone")}
            asks = str(row.get("questions", USUAL_QUESTIONS))
            return cls(**plain, desks=desks, proxies=tuple(row["proxies"]), questions=asks)
        except (KeyError, TypeError, AttributeError, ValueError) as trouble:
            raise NotAFace(FACE_FORMAT) from trouble


def _desk_keys(row: Mapping[str, Any]) -> PublicDesk:
    return PublicDesk(tuple(bytes.fromhex(key) for key in row["token_keys"]), row["receiving"])


def _desk_face(face: DeskFace) -> dict[str, Any]:
    told = asdict(face)
    return told if face.networks else {name: value for name, value in told.items() if name != "networks"}


def _written(value: Mapping[str, Any]) -> bytes:
    return stamped(value)


def _read(raw: bytes, wanted: str) -> dict[str, Any]:
    value = told_in(raw)
    if value.get("format") != wanted:
        raise NotAFace(wanted)
    return value
