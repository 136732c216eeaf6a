"""One theme of a result at a time, or of all themes the questions that a filter lets through."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustcheck.app.answering.review import Filter, filter_names
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.results.one_theme import Flagged
from trustcheck.ui.results.theme_chooser import ChooserPage
from trustcheck.words import gettext as _


class ListPage(ChooserPage):
    """Override :meth:`view_of` and :meth:`listed`. Signals: ``flag_turned`` with the id of a question and whether it is
    to be talked about.
    """

    flag_turned = Signal(str, bool)
    kept = 1

    def __init__(self, look: Look, *filters: Filter) -> None:
        super().__init__(look)
        self._filters = (Filter.ALL, *filters)
        said = {**filter_names(), Filter.ALL: _("One theme")}
        self.filter = Segmented(look, _("Which questions are listed"), [said[each] for each in self._filters])
        self.filter.show_choice(0)
        self.filter.chosen.connect(self._list)
        self.column.addWidget(self.filter)

    @abstractmethod
    def listed(self, which: Filter) -> QWidget:
        """The questions of all themes that a filter lets through, made anew to be shown."""

    def _show(self, theme_id: str) -> None:
        self.filter.show_choice(0)
        super()._show(theme_id)

    def _list(self, at: int) -> None:
        if at:
            self._stand(self.listed(self._filters[at]))
        else:
            self._show(self.theme_id)

    def _stand(self, view: QWidget) -> None:
        for each in view.findChildren(Flagged):
            each.turned.connect(self.flag_turned)
        super()._stand(view)
