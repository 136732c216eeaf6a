"""The buttons below the steps of a new check: in whole words, or in short ones where those would need many lines."""

from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.flow import Flow
from trustcheck.words import gettext as _

_GAP = 12


class StepButtons(QWidget):
    """``cancel`` and ``back`` at the beginning of the line, ``forward`` at its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cancel = Button(look, "", "outline")
        self.back = Button(look, "", "outline", icon="arrow-left")
        self.forward = Button(look, "", "primary", trailing="arrow-right")
        self._words = ("", "", "")
        line = Flow(look, self, gap=_GAP)
        line.spread()
        for button in self._all:
            line.addWidget(button)

    def say(self, cancel: str, back: str, forward: str) -> None:
        self._words = (cancel, back, forward)

    def fit(self, width: int) -> None:
        """Stand in ``width`` pixels."""
        self._show(self._words)
        shown = [button for button in self._all if not button.isHidden()]
        gaps = self._look.px(_GAP) * (len(shown) - 1)
        if sum(button.sizeHint().width() for button in shown) + gaps > width:
            self._show(tuple(_short(each) for each in self._words))
        # The footer asks how high it is before it knows how wide.
        self.setFixedHeight(self.heightForWidth(width))

    def _show(self, words: tuple[str, ...]) -> None:
        for button, said in zip(self._all, words, strict=True):
            button.say(said)

    @property
    def _all(self) -> tuple[Button, Button, Button]:
        return self.cancel, self.back, self.forward


def _short(words: str) -> str:
    return {
        _("Leave it for now"): _("Not now"),
        _("Change something"): _("Change"),
        _("Next: what everybody reads"): _("Next"),
        _("Prepare the check"): _("Prepare"),
        _("Open the check"): _("Open"),
    }.get(words, words)
