"""Ctrl+F: words in the help where it is read, otherwise an organisation by its name."""

from typing import TYPE_CHECKING

from trustcheck.ui.places import Place
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from trustcheck.ui.navigator import Navigator


def find(navigator: "Navigator") -> None:
    """Put the keyboard where something can be looked for, going there where it is another page."""
    window, flow = navigator.window, navigator.flow
    page = window.page(window.place)
    if window.place in (Place.HELP, Place.HOME) and hasattr(page, "begin_search"):
        page.begin_search()
    elif flow is not None and navigator.begins_with_organisations(flow):
        if flow.put_down():
            flow.group.find_organisation()
    else:
        window.say(_("There is nothing to look for here. Organisations and the help can be searched."), done=True)
