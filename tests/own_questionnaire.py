"""A questionnaire of somebody's own: five points, three themes, one pillar, and nothing that could be left out. And its
words in German."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.model import Questionnaire

OWN = """\
# Written by hand.
format: 1
id: shift-handover
version: 1.0.0
language: en-GB
title: Handing over a shift
frame: Think of the last month.
scale: [Never, Seldom, Sometimes, Often, Always]
pillars:
  - {id: handing, name: Handing over}
themes:
  - {id: TI, pillar: handing, name: Time}
  - {id: FA, pillar: handing, name: Facts}
  - {id: QU, pillar: handing, name: Questions}
items:
  - {id: TI1, theme: TI, text: Whoever comes finds somebody to talk to.}
  - {id: TI2, theme: TI, text: People here leave before the next shift is there., reverse: true}
  - {id: FA1, theme: FA, text: What happened stands in the book.}
  - {id: FA2, theme: FA, text: Trouble is told first.}
  - {id: QU1, theme: QU, text: People here ask until they know.}
  - {id: QU2, theme: QU, text: A question is answered the same day.}
"""

GERMAN = """\
id: shift-handover
version: 1.0.0
language: de
title: Die Schicht übergeben
frame: Denken Sie an den letzten Monat.
scale: [Nie, Selten, Manchmal, Oft, Immer]
pillars:
  - {id: handing, name: Übergabe}
themes:
  - {id: TI, name: Zeit}
  - {id: FA, name: Fakten}
  - {id: QU, name: Fragen}
items:
  - {id: TI1, text: "Wer kommt, findet jemanden zum Reden."}
  - {id: TI2, text: "Man geht hier, bevor die nächste Schicht da ist."}
  - {id: FA1, text: "Was geschehen ist, steht im Buch."}
  - {id: FA2, text: Schwierigkeiten werden zuerst erzählt.}
  - {id: QU1, text: "Man fragt hier, bis man es weiß."}
  - {id: QU2, text: Eine Frage wird am selben Tag beantwortet.}
"""


def own() -> "Questionnaire":
    """It, as it was written."""
    from trustcheck.catalog.questionnaires import questionnaire_from
    from trustcheck.catalog.yaml_text import load

    return questionnaire_from(load(OWN, "own.yaml"), own=True)


def own_in_german() -> "Questionnaire":
    from trustcheck.catalog.questionnaires import questionnaire_from
    from trustcheck.catalog.translated import laid_over
    from trustcheck.catalog.yaml_text import load

    laid = laid_over(load(OWN, "own.yaml"), load(GERMAN, "own.de.yaml"))
    assert (laid.missing, laid.mistakes) == ([], [])
    return questionnaire_from(laid.document, own=True)
