"""What the page and the wall say of a room for phones."""

from dataclasses import dataclass

from trustcheck.app.collecting.phone_room import HERE_ONLY
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class Network:
    """One network this computer is in, as somebody chooses it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room for phones: what can be chosen before it is open, and what stands there once it is."""

    organisation: str
    networks: tuple[Network, ...] = ()
    codes: int = 0
    """How many people may come in."""
    door: str = ""
    """What is typed into a phone; empty while no room is open."""
    next_code: str = ""
    """The code for whoever comes next; empty where each has a phone in it."""
    counted: str = ""
    """How many have answered, in words."""
    said: str = ""
    """What has just happened, in one sentence."""

    @property
    def is_open(self) -> bool:
        return bool(self.door)


def here_only() -> Network:
    return Network(_("Only this computer, to try it out"), HERE_ONLY)


def weakness() -> str:
    """What a room on a Wi-Fi cannot promise, and what can."""
    return _(
        "Whoever is on this Wi-Fi with the right tools could read along. For answers that must stay confidential let"
        " the phones use a hotspot of this laptop, or take paper or the laptop itself."
    )


def weakness_on_wall() -> str:
    return _(
        "Whoever is on this Wi-Fi with the right tools could read along. A hotspot of this laptop, paper and the laptop"
        " itself do not have that weakness."
    )


def how_it_works() -> str:
    return _(
        "A program of its own listens on the network you choose, for an hour at most. It never opens your data file:"
        " finished sheets come through a pipe, and a phone is thanked once its sheet is on the disk. Each code lets one"
        " person in, and is forgotten when you close the file or the check. While the room is open, this file does not"
        " lock by itself."
    )


def closed_by_itself() -> str:
    return _(
        "The room is closed. What was thanked for is saved; what was half filled is gone. Opened again, it takes the"
        " same codes."
    )
