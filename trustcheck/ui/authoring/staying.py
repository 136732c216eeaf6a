"""Where somebody stands on a page that is made anew: what has the keyboard, and what is unfolded."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from trustcheck.app.authoring.places import Where
from trustcheck.ui.authoring.part_view import PartView


@dataclass(frozen=True, slots=True)
class StandsAt:
    """A field by its place, anything else by what it is called, and as which of those that are called so."""

    where: Where = ()
    kind: type[QWidget] | None = None
    name: str = ""
    about: str = ""
    number: int = 0
    unfolded: tuple[str, ...] = ()


def stands_at(page: QWidget, view: PartView | None) -> StandsAt:
    """Where the keyboard is on the page now."""
    unfolded = view.unfolded() if view is not None else ()
    focus = QApplication.focusWidget()
    if focus is None or not page.isAncestorOf(focus):
        return StandsAt(unfolded=unfolded)
    fields = view.fields if view is not None else {}
    where = next((at for at, each in fields.items() if each.text_box.box is focus), ())
    name, kind = focus.accessibleName(), type(focus)
    alike = _called(page, kind, name)
    return StandsAt(where, kind, name, focus.accessibleDescription(), alike.index(focus), unfolded)


def same_place(page: QWidget, view: PartView, at: StandsAt) -> QWidget | None:
    """What stands now where ``at`` was: the same thing, or what took its place; ``None`` where there is neither."""
    if at.where in view.fields:
        return view.fields[at.where].text_box.box
    if at.kind is None or at.where:
        return None
    alike = _called(page, at.kind, at.name)
    same = [each for each in alike if each.accessibleDescription() == at.about]
    if len(same) == 1:
        # Moved to an end it can go no further: what stands beside it is about the same.
        beside = [each for each in _all(page, at.kind) if at.about and each.accessibleDescription() == at.about]
        return next((each for each in (*same, *beside) if each.isEnabled()), None)
    if not alike:
        return None
    found = alike[min(at.number, len(alike) - 1)]
    return found if found.isEnabled() else None


def _called(page: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    return [each for each in _all(page, kind) if each.accessibleName() == name]


def _all(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    takes = Qt.FocusPolicy.TabFocus
    return [each for each in page.findChildren(kind) if each.focusPolicy() & takes and each.isVisible()]
