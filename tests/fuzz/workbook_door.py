"""A workbook: mostly a whole archive with a part that is not, since a broken archive is refused by its first bytes."""

from random import Random

from tests.exchange.spoilt_workbooks import PARTS, SNIPPETS, sound, with_part
from tests.fuzz.door import Door
from tests.fuzz.harm import bytes_harmed
from tests.fuzz.text_doors import table


def _workbook(chance: Random) -> bytes:
    if chance.random() < 0.3:
        return bytes_harmed(sound(), chance)
    changes = [
        (chance.randrange(5000), chance.choice((0, 0, 3, 40)), chance.choice((*SNIPPETS, chance.randbytes(4))))
        for _each in range(chance.choice((1, 1, 2, 5)))
    ]
    return with_part(chance.choice(PARTS), changes)


DOORS = {"workbook": Door(_workbook, sound, table)}
