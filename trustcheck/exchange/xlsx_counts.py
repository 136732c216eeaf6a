"""How many of a thing a part announces, seen before a reader makes room for them.

A reader trusts the number in the first line: four billion words announced, and none there, end the whole program.
"""

import re

from trustcheck.exchange.xlsx_tags import TagWatch, unreadable

MOST_ANNOUNCED = 4_000_000
"""More words than fit into the bytes a workbook's words may take."""
_ANNOUNCED = re.compile(rb"""uniqueCount\s*=\s*["']?([0-9]{0,20})""")
_COUNT = re.compile(rb"""count\s*=\s*["']([0-9]{1,20})""")


class Counts(TagWatch):
    """Raises :class:`~trustcheck.app.ports.Refused` where more is announced than can be there."""

    def watch(self, text: bytes) -> None:
        announced = _ANNOUNCED.findall(text)
        if not all(announced) or any(int(each) > MOST_ANNOUNCED for each in announced):
            raise unreadable(self.name)
        if any(int(each) > 2 * MOST_ANNOUNCED for each in _COUNT.findall(text)):
            raise unreadable(self.name)
