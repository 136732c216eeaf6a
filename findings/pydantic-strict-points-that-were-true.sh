#!/usr/bin/env bash
# Package   pydantic 2.14.4 (PyPI).
# Expected  A strict model that says Literal[1, 2, 3, 4, 5] takes these whole numbers and nothing else: an int field of the
#           same model refuses true and 4.0.
# Happens   The literals of a strict model are compared and not typed: true is taken as 1, false as 0 where that is a
#           choice, and 4.0 as 4. The answer that comes out is a plain point of the scale.
# Matters   In a table of answers or a questionnaire "true" is a yes to something, and 4.0 has been through a spreadsheet.
#           Where a scale is written as a literal, each "yes" becomes the lowest answer without a word. A bounded int
#           refuses both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pydantic==2.14.4
"$folder/env/bin/python" - <<'P'
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Listed(BaseModel):
    model_config = ConfigDict(strict=True)
    answer: Literal[1, 2, 3, 4, 5]


class Bounded(BaseModel):
    model_config = ConfigDict(strict=True)
    answer: Annotated[int, Field(ge=1, le=5)]


def taken(model, given):
    try:
        return repr(model(answer=given).answer)
    except ValidationError:
        return "refused"


found = [(taken(Listed, given), taken(Bounded, given)) for given in (4, True, 4.0, "4")]
for given, (listed, bounded) in zip((4, True, 4.0, "4"), found):
    print(f"{given!r:5} as a literal: {listed:8} as a bounded int: {bounded}")
raise SystemExit(found != [("4", "4"), ("1", "refused"), ("4", "refused"), ("refused", "refused")])
P
