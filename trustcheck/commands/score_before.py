"""``trustcheck score NOW.csv --before THEN.csv``: both files of answers side by side, as lines to read."""

from collections.abc import Iterator, Mapping

from trustcheck.app.ports import Refused
from trustcheck.app.presenting.change import kind_words
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.results.score_sheet import Json
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def before_lines(before: Json, questionnaire: Questionnaire) -> Iterator[str]:
    """Of each view what it was, what it is, and what that amounts to. ``before`` is the block of the sheet."""
    for name, view in before.get("perspectives", {}).items():
        yield ""
        counted = _("{then} people then, {now} now").format(then=view["n"]["then"], now=view["n"]["now"])
        yield _("{view} since the file before: {counted}, {shared}").format(
            view=name, counted=counted, shared=_shared(view)
        )
        yield from _values(view, questionnaire)
    for person in before.get("people", ()):
        yield ""
        yield _("Since the file before: {shared}").format(shared=_shared(person))
        yield from _values(person, questionnaire)
    if "words" in before:
        yield from ("", before["words"])


def _shared(view: Json) -> str:
    return ngettext(
        "{shared} of {asked} question in the same words",
        "{shared} of {asked} questions in the same words",
        view["asked"],
    ).format(shared=view["shared"], asked=view["asked"])


def _values(view: Json, questionnaire: Questionnaire) -> Iterator[str]:
    themes: Mapping[str, Json] = view["themes"] or {}
    for pillar in questionnaire.pillars:
        yield _line(pillar.name, view["pillars"][pillar.id])
        for theme in questionnaire.themes_of(pillar.id):
            if theme.id in themes:
                yield _line(f"  {theme.name}", themes[theme.id])


def _line(name: str, value: Json) -> str:
    label = f"  {name:34} "
    if "suppressed" in value:
        return label + "  - " + not_shown(Suppressed(value["suppressed"]))
    if value["difference"] is None:
        return label + "  - " + _("too few answers for a number")
    said = f"{whole(value['then']):3} {whole(value['now']):3} {apart(value['difference']):+4}  "
    said += kind_words(ChangeKind(value["class"]))
    if value["interval"] is not None:
        low, high = (apart(end) for end in value["interval"])
        said += _("; {low} to {high}").format(low=f"{low:+}", high=f"{high:+}")
    return label + said


def refuse_one_beside_many(then: int, now: int) -> None:
    """Rows of both files: one person's sheet is compared with one sheet."""
    if (then == 1) is not (now == 1):
        raise Refused(
            _("One of the two files holds one person's sheet, and the other holds several."),
            _("Nothing was scored."),
            _("Compare a person's sheet with another sheet of theirs, or a group with a group."),
        )


def refuse_to_publish() -> Refused:
    """What two files tell together is worked out from rows; a closed check in the window says what may be passed on."""
    return Refused(
        _("--before and --publishable do not go together."),
        _("Nothing was scored."),
        _("Score with one of them."),
    )
