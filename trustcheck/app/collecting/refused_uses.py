"""What answers may not be used for: one list, for the start of a check, the forms, About and every report."""

from trustcheck.words import gettext as _


def uses() -> tuple[str, ...]:
    """Each as it stands in a sentence."""
    return (
        _("appraisal"),
        _("pay or bonus"),
        _("hiring or selection"),
        _("dismissal"),
        _("ranking people, managers or teams"),
        _("finding out who said what or who is critical"),
    )


def in_a_list() -> str:
    """ "appraisal, pay or bonus, ... or finding out ..."."""
    *several, last = uses()
    return _("{several}, or {last}").format(several=", ".join(several), last=last)


def refused_uses() -> str:
    """In one line, below what everybody reads."""
    return _("Not for {uses}.").format(uses=in_a_list())


def refused_in_full() -> str:
    """As it stands in every report."""
    return _(
        "It is not made for {uses}. Those uses are refused. It is no clinical, legal or compliance assessment."
    ).format(uses=in_a_list())
