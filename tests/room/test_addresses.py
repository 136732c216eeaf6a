"""At which addresses phones could find this computer."""

import pytest

from trustcheck.exchange.room_process import own_addresses
from trustcheck.room.addresses import found, is_usable


@pytest.mark.parametrize(
    ("address", "usable"),
    [
        ("192.168.0.7", True),
        ("10.42.0.1", True),
        ("172.20.10.2", True),
        ("127.0.0.1", False),
        ("169.254.3.4", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
    ],
)
def test_only_an_address_that_phones_could_reach_is_offered(address: str, usable: bool) -> None:
    assert is_usable(address) is usable


def test_the_program_of_the_room_finds_them_for_the_window() -> None:
    assert own_addresses() == tuple(found())
    assert all(is_usable(address) for _name, address in found())
