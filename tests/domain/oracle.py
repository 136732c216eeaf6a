"""The questionnaire and the answers that were scored elsewhere."""

from typing import Any

from tests.builders import questionnaire, response
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Questionnaire

OTHERWISE = {"DK": "dk", "NA": "na"}


def oracle_questionnaire(described: dict[str, Any]) -> Questionnaire:
    pillars = {pillar: dict.fromkeys(themes, 4) for pillar, themes in described["pillars"].items()}
    pulse = [item for items in described["pulse_items"].values() for item in items]
    return questionnaire(pillars, points=described["scale"][1], reverse=described["reverse"], pulse=pulse)


def oracle_response(described: dict[str, Any], person: str) -> Response:
    given = zip(described["items"], described["responses"][person], strict=True)
    return response({item: OTHERWISE.get(raw, raw) for item, raw in given if raw is not None})
