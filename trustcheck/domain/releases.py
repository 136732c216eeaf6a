"""When a closed check may show more than it did: never by few enough sheets to work out what those few said.

A result shown twice, without and with somebody's sheet, shows that sheet: their difference is the person's answers
(measurement 2.15, rule 4). Later sheets therefore wait until there are enough of them to hide each other.
"""


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
