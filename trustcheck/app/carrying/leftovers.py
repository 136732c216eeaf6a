"""What is said of files that a program which was ended by force had left half written."""

from trustcheck.words import ngettext


def told(cleared: int) -> str:
    """One sentence, where there were any."""
    return ngettext(
        "TrustCheck was ended before it had finished; {number} half-written file that it left here is gone.",
        "TrustCheck was ended before it had finished; {number} half-written files that it left here are gone.",
        cleared,
    ).format(number=cleared)
