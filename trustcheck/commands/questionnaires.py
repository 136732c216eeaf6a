"""``trustcheck questionnaire check FILE`` and ``questionnaire list``."""

from pathlib import Path

from trustcheck.app.application import Application
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words import ngettext


def check(application: Application, file: str) -> int:
    """Say what a questionnaire file holds. Raises :class:`~trustcheck.app.ports.Refused` with every mistake in it."""
    # Here a bare name is a file too; elsewhere the catalogue would take it for an id.
    questionnaire = application.catalog.questionnaire(str(Path.cwd() / file))
    print(_("{file} is a complete questionnaire.").format(file=file))
    print(described(questionnaire))
    return 0


def list_shipped(application: Application) -> int:
    for each in application.catalog.shipped():
        print(described(application.catalog.questionnaire(each)))
    for own in application.library().listed():
        if own.questionnaire is not None:
            print(described(own.questionnaire))
    return 0


def described(questionnaire: Questionnaire) -> str:
    """One line: id, version, language, title, and how much is asked."""
    items = len(questionnaire.items)
    themes = len(questionnaire.themes)
    return _("{id} {version} ({language}): {title}; {items}, {themes}, {facts}").format(
        id=questionnaire.id,
        version=questionnaire.version,
        language=questionnaire.language,
        title=questionnaire.title,
        items=ngettext("{n} question", "{n} questions", items).format(n=items),
        themes=ngettext("{n} theme", "{n} themes", themes).format(n=themes),
        facts=ngettext("{n} fact", "{n} facts", len(questionnaire.practices)).format(n=len(questionnaire.practices)),
    )
