"""Who may ask how often, and whether a code is genuine without its answer time telling anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.requests import Request

from district.web.counting import Counts, Rate
from district.web.faces import PublicKeys
from exchange.token import Token, claimed, proofs, raw_of, read_code

NO_CODE = "0" * 16
NO_KEY = bytes(32)


@dataclass(frozen=True, slots=True)
class Limits:
    """How often: unknown codes from one network, answers to one letter, wrong passwords of one user and network,
    wrong log-ins under any name from one network."""

    failed_codes: str = "60/10 minutes"
    taps: str = "30/hour"
    wrong_passwords: str = "10/5 minutes"
    wrong_log_ins: str = "60/5 minutes"


class Guard:
    """Counts in memory; each process counts its own, so that several let through so many times as much."""

    def __init__(self, limits: Limits) -> None:
        self._counts = Counts()
        self._failed = Rate.read(limits.failed_codes)
        self._taps = Rate.read(limits.taps)
        self._passwords = Rate.read(limits.wrong_passwords)
        self._log_ins = Rate.read(limits.wrong_log_ins)

    def is_guessing(self, network: str) -> bool:
        """Whether so many unknown codes came from this network that it has to wait."""
        return not self._counts.may(self._failed, "codes", network)

    def code_failed(self, network: str) -> None:
        """Remember one unknown code."""
        self._counts.count(self._failed, "codes", network)

    def may_tap(self, token: Token) -> bool:
        """Count one answer to a letter; False when there were too many."""
        return self._counts.count(self._taps, "taps", str(token.desk), str(token.serial))

    def may_log_in(self, user: str, network: str) -> bool:
        """Whether this user may try another password from this network."""
        by_name = self._counts.may(self._passwords, "passwords", user, network)
        return by_name and self._counts.may(self._log_ins, "log-ins", network)

    def password_failed(self, user: str, network: str) -> None:
        """Remember one wrong password."""
        self._counts.count(self._passwords, "passwords", user, network)
        self._counts.count(self._log_ins, "log-ins", network)


def find_token(keys: PublicKeys, text: str) -> Token | None:
    """The token of a genuine code, else None; a malformed, unknown or forged one costs the same work as a good one."""
    return prove(keys, read_code(text))


def prove(keys: PublicKeys, code: str | None) -> Token | None:
    """The same of a code that was read already; None, and the same work, for what was none."""
    raw = raw_of(code or NO_CODE)
    token = claimed(raw)
    candidates = keys.token_keys(token.desk) if token else ()
    proven = proofs(raw, (*candidates, *[NO_KEY] * (keys.generations - len(candidates))))
    return token if any(proven[: len(candidates)]) else None


def client_address(request: Request, proxies: tuple[str, ...]) -> str:
    """Who is calling; a proxy's word is taken only when the proxy is named."""
    address = plain_address(request.client.host) if request.client else ""
    believed = {plain_address(proxy) for proxy in proxies} - {""}
    if address not in believed:
        return address
    # Some proxies add a line of their own below one that the caller made up: the last of all lines is the proxy's.
    told = [plain_address(part) for part in ",".join(request.headers.getlist("x-forwarded-for")).split(",")]
    strangers = [part for part in told if part and part not in believed]
    return strangers[-1] if strangers else address


def plain_address(text: str) -> str:
    """An address as proxies write it, with a port or in brackets, in its one usual form; "" where it is none."""
    text = text.strip()
    host = text[1:].partition("]")[0] if text.startswith("[") else text
    host = host.partition(":")[0] if host.count(":") == 1 else host
    return str(_read(host) or "")


def network_of(address: str) -> str:
    """The neighbourhood that is counted together: /24 of IPv4, /56 of IPv6."""
    read = _read(address)
    if read is None:
        return address
    if isinstance(read, IPv4Address):
        return f"{str(read).rpartition('.')[0]}.0/24"
    return str(ip_network(f"{read}/56", strict=False))


def is_within(address: str, networks: Sequence[str]) -> bool:
    """Whether the address lies in one of these networks ("203.0.113.0/24"); one that nobody can read holds nothing."""
    read = _read(address) if networks else None
    return read is not None and any(read in known for known in map(_network, networks) if known)


def _network(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


def _read(address: str) -> IPv4Address | IPv6Address | None:
    try:
        read = ip_address(address)
    except ValueError:
        return None
    return (read.ipv4_mapped or read) if isinstance(read, IPv6Address) else read
