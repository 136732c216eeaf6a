"""What can be asked: the questionnaires that come with the program, and one's own beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.app.ports import Catalog
from trustcheck.app.questionnaires.library import Library, OwnQuestionnaire, OwnTranslation, is_draft
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import language


@dataclass(frozen=True, slots=True)
class Shelved:
    """One questionnaire, as it stands in the list of all of them."""

    asked: Questionnaire | None
    """In the language of the window where it can be; ``None`` while there are mistakes in the file."""
    languages: tuple[str, ...]
    """Those a check can be asked in, the language it was written in first."""
    name: str = ""
    """Of the file in the library; empty for one that comes with the program."""
    mistakes: tuple[str, ...] = ()
    translations: tuple[OwnTranslation, ...] = ()

    @property
    def is_own(self) -> bool:
        return bool(self.name)


def shelf(catalog: Catalog, library: Library) -> tuple[Shelved, ...]:
    """All of them, the shipped ones first. What is wrong with an own file is told with it, and stops nothing."""
    return (*_shipped(catalog), *map(own_on_shelf, library.listed()))


def own_on_shelf(own: OwnQuestionnaire) -> Shelved:
    return Shelved(own.questionnaire, own.languages, own.name, own.mistakes, own.translations)


def askable(catalog: Catalog, library: Library) -> Iterator[Questionnaire]:
    """Each that a check can ask, in every language that is whole, first as the window speaks."""
    for each in catalog.shipped():
        for spoken in _as_spoken(("", *catalog.translations(each))):
            yield catalog.questionnaire(each, spoken)
    for own in _finished(library):
        for spoken in _as_spoken(own.languages):
            yield library.questionnaire(own.name, spoken)


def askable_alone(catalog: Catalog, library: Library) -> tuple[Questionnaire, ...]:
    """What one person is offered: the shipped ones as the window speaks, one's own in every language that is whole."""
    return (
        *(catalog.questionnaire(each, language()) for each in catalog.shipped()),
        *(library.questionnaire(own.name, each) for own in _finished(library) for each in _as_spoken(own.languages)),
    )


def _finished(library: Library) -> Iterator[OwnQuestionnaire]:
    """Those without what is still being written: its words change under one version."""
    return (each for each in library.listed() if each.questionnaire is None or not is_draft(each.questionnaire))


def _shipped(catalog: Catalog) -> Iterator[Shelved]:
    for each in catalog.shipped():
        asked = catalog.questionnaire(each, language())
        written = (
            asked.language if language() not in catalog.translations(each) else catalog.questionnaire(each).language
        )
        yield Shelved(asked, (written, *catalog.translations(each)))


def _as_spoken(languages: tuple[str, ...]) -> list[str]:
    """The language of the window first, whichever country's it is."""
    return sorted(languages, key=lambda at: at.replace("-", "_").split("_")[0] != language().split("_")[0])


def is_path(id_or_path: str) -> bool:
    """Whether a file is named, and not an id."""
    return any(mark in id_or_path for mark in "/\\") or id_or_path.lower().endswith((".yaml", ".yml"))


def named(catalog: Catalog, library: Library, wanted: str) -> Questionnaire:
    """The questionnaire with this id, a shipped one or the newest of one's own that is finished, or in this file."""
    if not is_path(wanted) and wanted not in catalog.shipped():
        own = [each.questionnaire for each in _finished(library)]
        found = [each for each in own if each is not None and each.id == wanted]
        if found:
            return found[-1]
    return catalog.questionnaire(wanted)
