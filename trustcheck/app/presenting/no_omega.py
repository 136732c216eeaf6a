"""Why a theme has an alpha and no omega."""

from trustcheck.domain.group_words import NoOmega
from trustcheck.words import gettext as _


def no_omega_words(why: NoOmega) -> str:
    """The reason as the end of a line that began with alpha."""
    if why is NoOmega.IMPROPER:
        return _("; no omega: one question would carry the common factor alone (Heywood case)")
    return _("; no omega: its fit does not come to rest")
