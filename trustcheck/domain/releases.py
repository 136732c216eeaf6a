"""When a closed check may show more than it did: never by few enough sheets to work out what those few said.

A result shown twice, without and with somebody's sheet, shows that sheet: their difference is the person's answers
(measurement 2.15, rule 4). Later sheets therefore wait until there are enough of them to hide each other. The same
holds of two checks in a row that are answered by nearly the same sheets.
"""

from collections import Counter


def may_release(threshold: int, released: int, waiting: int) -> bool:
    """Whether the ``waiting`` sheets of one perspective may join the ``released`` ones that were shown before.

    Yes where nothing of that perspective was shown, because it had fewer sheets than ``threshold``; otherwise only
    where at least ``threshold`` sheets join at once. Ask it for each perspective on its own: leaders and staff are
    never pooled, so that sheets of one say nothing of the other.
    """
    return released < threshold or waiting >= threshold


def may_show_both(threshold: int, everybody: int, without: int) -> bool:
    """Whether a value of ``everybody`` may stand beside the same value ``without`` some (the hurried sheets, say).

    Their difference is the answers of those left out: it is shown only where nobody was left out, or enough people to
    hide each other; and what remains must be enough as well.
    """
    left_out = everybody - without
    return without >= threshold and (left_out == 0 or left_out >= threshold)


def may_follow(threshold: int, before: Counter[str], after: Counter[str]) -> bool:
    """Whether a result of the sheets ``after`` may be shown once that of another check, ``before``, was.

    Both count equal sheets of one perspective; whose they are nobody knows. Where most of them are the same and fewer
    than ``threshold`` came or went, everything that changed is what those few say. Equal sheets among many others are
    chance, and tell nothing.
    """
    few = max((before - after).total(), (after - before).total())
    return few == 0 or few >= threshold or (before & after).total() <= few
