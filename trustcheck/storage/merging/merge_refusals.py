"""Why another state of a data file is not brought in, in words a person understands."""

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _


def another_workspace() -> Refused:
    return Refused(
        _("These two files never were one: they have no organisation and no check in common."),
        _("Both are untouched."),
        _("To bring one organisation of it here, have it handed over as a file of its own and take it in."),
    )


def only_looking() -> Refused:
    return Refused(
        _("This data file was opened to look only, so nothing is brought in."),
        _("Both files are untouched."),
        _("Close the other TrustCheck, and open the file again."),
    )


def goes_round() -> Refused:
    return Refused(
        _("A laptop is going from person to person with one of these files."),
        _("Both are untouched."),
        _("Finish the round there with its PIN, and try again."),
    )


def changed_since_seen() -> Refused:
    return Refused(
        _("One of the two files was changed since you looked at them."),
        _("Nothing was brought in."),
        _("Look at them once more."),
    )
