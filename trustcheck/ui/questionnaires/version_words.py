"""What changed between two versions of a questionnaire, as sections to read."""

from collections.abc import Iterator

from trustcheck.app.questionnaires.versions import QuestionChange, VersionChanges
from trustcheck.charts.scene import ChartCells
from trustcheck.ui.questionnaires.reading_words import ReadingPart
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.sentences import in_a_row


def changed_parts(found: VersionChanges) -> tuple[ReadingPart, ...]:
    """What stays comparable first, since that is what a version is looked at for."""
    return (
        ReadingPart(_("What stays comparable"), tuple(_comparable(found))),
        ReadingPart(_("What changed"), tuple(_around(found)), _table(found), (2, 5, 5)),
    )


def _comparable(found: VersionChanges) -> Iterator[str]:
    shared, asked = len(found.shared), len(found.now.items)
    if not shared:
        yield _("Nothing: no question is asked in the same words, over the same sentence, with the same answers.")
        return
    said = ngettext(
        "{shared} of {asked} question is asked in the same words by both. Checks are compared on it, and on no other.",
        "{shared} of {asked} questions are asked in the same words by both. Checks are compared on them, and on no"
        " others.",
        asked,
    )
    yield said.format(shared=shared, asked=asked)
    if shared < asked:
        yield in_a_row(found.shared)


def _around(found: VersionChanges) -> Iterator[str]:
    """What is read with every question, where it changed."""
    then, now = found.then, found.now
    for name, before, after in (
        (_("The sentence over every question"), then.frame, now.frame),
        (_("The answers"), in_a_row(then.scale), in_a_row(now.scale)),
        (_("The language"), then.language, now.language),
    ):
        if before != after:
            yield _("{what}: \u201c{before}\u201d became \u201c{after}\u201d.").format(
                what=name, before=before, after=after
            )
    if not found.questions:
        yield _("No question changed.")


def _table(found: VersionChanges) -> ChartCells | None:
    rows = tuple((_what(each), each.then, each.now) for each in found.questions)
    columns = (
        _("Question"),
        _("Version {version}").format(version=found.then.version),
        _("Version {version}").format(version=found.now.version),
    )
    return ChartCells(columns, rows) if rows else None


def _what(change: QuestionChange) -> str:
    if not change.then:
        said = _("{id}, new")
    elif not change.now:
        said = _("{id}, gone")
    elif change.then != change.now:
        said = _("{id}, other words")
    else:
        said = _("{id}, scored otherwise")
    return said.format(id=change.id)
