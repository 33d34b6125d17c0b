"""Who may ask how often, and whether a code is genuine without its answer time telling anything."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.requests import Request

from district.web.faces import PublicKeys
from exchange.token import Token, genuine, peek, read_code

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
    """Counts in memory; each process counts its own."""

    def __init__(self, limits: Limits) -> None:
        self._counter = FixedWindowRateLimiter(MemoryStorage())
        self._failed = parse(limits.failed_codes)
        self._taps = parse(limits.taps)
        self._passwords = parse(limits.wrong_passwords)
        self._log_ins = parse(limits.wrong_log_ins)

    def is_guessing(self, network: str) -> bool:
        """Whether so many unknown codes came from this network that it has to wait."""
        return not self._counter.test(self._failed, "codes", network)

    def code_failed(self, network: str) -> None:
        """Remember one unknown code."""
        self._counter.hit(self._failed, "codes", network)

    def may_tap(self, token: Token) -> bool:
        """Count one answer to a letter; False when there were too many."""
        return self._counter.hit(self._taps, "taps", str(token.desk), str(token.serial))

    def may_log_in(self, user: str, network: str) -> bool:
        """Whether this user may try another password from this network."""
        by_name = self._counter.test(self._passwords, "passwords", user, network)
        return by_name and self._counter.test(self._log_ins, "log-ins", network)

    def password_failed(self, user: str, network: str) -> None:
        """Remember one wrong password."""
        self._counter.hit(self._passwords, "passwords", user, network)
        self._counter.hit(self._log_ins, "log-ins", network)


def find_token(keys: PublicKeys, text: str) -> Token | None:
    """The token of a genuine code, else None; a malformed, unknown or forged one costs the same work as a good one."""
    code = read_code(text)
    claimed = peek(code or NO_CODE)
    candidates = keys.token_keys(claimed.desk) if claimed else ()
    padded = (*candidates, *[NO_KEY] * (keys.generations - len(candidates)))
    proofs = [genuine(code or NO_CODE, key) for key in padded]
    return claimed if any(proofs[: len(candidates)]) else None


def client_address(request: Request, proxies: tuple[str, ...]) -> str:
    """Who is calling; a proxy's word is taken only when the proxy is named."""
    address = request.client.host if request.client else ""
    if address not in proxies:
        return address
    told = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
    strangers = [part for part in told if part not in proxies]
    return strangers[-1] if strangers else address


def network_of(address: str) -> str:
    """The neighbourhood that is counted together: /24 of IPv4, /56 of IPv6."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address) and read.ipv4_mapped:
        read = read.ipv4_mapped
    width = 24 if isinstance(read, IPv4Address) else 56
    return str(ip_network(f"{read}/{width}", strict=False))
