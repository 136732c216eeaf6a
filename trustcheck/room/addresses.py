"""At which addresses this computer can be reached: asked in the room's own program, which alone may know a network."""

import json
import sys
from ipaddress import ip_address

import ifaddr

LOOPBACK = "127.0.0.1"


def tell() -> None:
    """One line: each network's name and this computer's address in it, those of homes and offices first."""
    sys.stdout.write(json.dumps(found()))


def found() -> list[tuple[str, str]]:
    """(name, address) of every network but the computer's own loop. IPv4 alone: it can be read out and typed."""
    there = [
        (adapter.nice_name, str(each.ip))
        for adapter in ifaddr.get_adapters()
        for each in adapter.ips
        if each.is_IPv4 and is_usable(str(each.ip))
    ]
    return sorted(there, key=lambda each: (not ip_address(each[1]).is_private, each))


def is_usable(address: str) -> bool:
    known = ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified or known.is_multicast)
