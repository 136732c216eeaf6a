"""The button below a long list of which only the beginning is shown."""

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.words import ngettext


class MoreButton(Button):
    """Hidden while nothing is left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "quiet", icon="chevron-down")

    def show_left(self, left: int) -> None:
        self.say(ngettext("Show {number} more", "Show more, {number} to come", left).format(number=f"{left:,}"))
        self.setVisible(bool(left))
