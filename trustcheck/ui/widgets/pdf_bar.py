"""What stands over a preview: which page is in view, how large it is, and buttons for larger, smaller and fitting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.flow import Flow
from trustcheck.ui.widgets.pdf_size import Fit
from trustcheck.ui.widgets.segmented import Segmented
from trustcheck.ui.widgets.text import Text
from trustcheck.words import gettext as _

_FITS = (Fit.WIDTH, Fit.PAGE)


class PdfBar(QWidget):
    """Signals: ``stepped`` with 1 or -1, ``fitted`` with a :class:`Fit`."""

    stepped = Signal(int)
    fitted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.page = Text(look, "", "caption", "ink2", wrap=False)
        self.size_said = Text(look, "", "caption", "ink2", wrap=False)
        self.smaller = Button(look, "", "quiet", icon="minus", height=40)
        self.larger = Button(look, "", "quiet", icon="plus", height=40)
        for button, name in ((self.smaller, _("Smaller pages")), (self.larger, _("Larger pages"))):
            button.setAccessibleName(name)
        self.smaller.setToolTip(_("Smaller pages: Ctrl and minus while the preview has the keyboard"))
        self.larger.setToolTip(_("Larger pages: Ctrl and plus while the preview has the keyboard"))
        self.fit = Segmented(look, _("Size of the pages"), [_("Fit width"), _("Whole page")])
        line = Flow(look, self, gap=8)
        for part in (self.page, self.smaller, self.size_said, self.larger, self.fit):
            line.addWidget(part)
        self.smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.stepped.emit(1))
        self.fit.chosen.connect(lambda at: self.fitted.emit(_FITS[at]))
        self.show_place("")

    def show_place(self, words: str) -> None:
        """Which page is in view; without one there is nothing to make larger."""
        self.page.setText(words)
        for part in (self.smaller, self.larger, self.size_said, self.fit):
            part.setVisible(bool(words))

    def show_size(self, fit: Fit, percent: int) -> None:
        self.size_said.setText(_("{percent} %").format(percent=percent))
        self.fit.show_choice(_FITS.index(fit) if fit in _FITS else None)
