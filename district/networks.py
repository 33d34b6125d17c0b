"""Networks of communes as an officer types them."""

from ipaddress import ip_network

from common.names import tidy
from district.trouble import Mistake

WIDEST = {4: 16, 6: 32}
"""A commune has no wider network than that; a slip of the finger would be a whole telephone company."""


def read_network(text: str) -> str:
    """The network or single address that was typed, as it is kept ("203.0.113.0/24", "203.0.113.7/32"). Raises Mistake
    `not-a-network`, `network-too-wide`."""
    typed = tidy(text).replace(" ", "")
    try:
        found = ip_network(typed, strict=False)
    except ValueError as error:
        raise Mistake("not-a-network", text=typed[:40]) from error
    if found.prefixlen < WIDEST[found.version]:
        raise Mistake("network-too-wide", text=str(found))
    return str(found)
