"""A table of questions that comes in: what each row holds, and what is wrong with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from trustcheck.app.authoring.editing import ids_in
from trustcheck.app.authoring.edits import OWN, next_id
from trustcheck.domain.questionnaire.model import Item, Questionnaire
from trustcheck.words import gettext as _

COLUMNS = ("theme", "question", "reverse", "example")
"""Of the template, in their order; names for programs, the same in every language."""
REQUIRED = ("theme", "question")
LONGEST_TEXT = 2000
YES = frozenset({"yes", "true", "x", "1"})
NO = frozenset({"", "no", "false", "0"})


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One row: cells as text, and the line it stands in, from 1 for the head."""

    line: int
    theme: str
    question: str
    reverse: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class ItemTable:
    """What a file holds. ``mistakes`` are about the file as a whole: columns that are missing, or strange."""

    name: str
    rows: tuple[ItemRow, ...] = ()
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The questionnaire with the questions of a table, or every reason why it is not taken in."""

    asked: Questionnaire
    added: tuple[Item, ...] = ()
    mistakes: tuple[str, ...] = ()


def taken_in(asked: Questionnaire, table: ItemTable, taken_ids: Collection[str]) -> TakenIn:
    """Each row as a question at the end of its theme; all of them or none."""
    mistakes = [*table.mistakes, *(each for row in table.rows for each in _mistakes(asked, row))]
    if not table.rows and not mistakes:
        mistakes = [_("There is no question in this table.")]
    if mistakes:
        return TakenIn(asked, (), tuple(mistakes))
    taken, added = {*taken_ids, *ids_in(asked)}, []
    items = list(asked.items)
    for row in table.rows:
        theme = _theme_of(asked, row)
        assert theme is not None
        item = Item(next_id(theme or OWN, taken), theme, row.question, _is(row.reverse, YES), row.example)
        taken.add(item.id)
        added.append(item)
        last = max((at for at, each in enumerate(items) if each.theme == theme), default=len(items) - 1)
        items.insert(last + 1, item)
    order = (*asked.order, *(each.id for each in added))
    return TakenIn(replace(asked, items=tuple(items), order=order), tuple(added))


def _mistakes(asked: Questionnaire, row: ItemRow) -> Sequence[str]:
    said = []
    if _theme_of(asked, row) is None:
        known = ", ".join(each.name or each.id for each in asked.themes)
        said.append(
            _("There is no theme called {name}. There are: {known}. Leave it empty for a question beside them.").format(
                name=row.theme[:64], known=known
            )
        )
    if not row.question:
        said.append(_("The question is empty."))
    if max(len(row.question), len(row.example)) > LONGEST_TEXT:
        said.append(_("This text is longer than {most} characters.").format(most=LONGEST_TEXT))
    if not _is(row.reverse, YES | NO):
        said.append(_("Write yes or no under reverse, or nothing."))
    return [_("Line {line}: {what}").format(line=row.line, what=each) for each in said]


def _theme_of(asked: Questionnaire, row: ItemRow) -> str | None:
    """By its id or its name, whatever the case; empty stands beside them all."""
    wanted = row.theme.casefold()
    found = [each.id for each in asked.themes if wanted in (each.id.casefold(), each.name.casefold())]
    return "" if not wanted else (found[0] if found else None)


def _is(word: str, known: Collection[str]) -> bool:
    return word.strip().casefold() in known
