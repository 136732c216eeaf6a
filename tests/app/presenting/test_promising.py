"""A suggestion becomes a promise in a whole sentence, also where its author wrote none."""

import pytest

from tests.builders import suggestion
from tests.group_builders import shipped
from trustcheck.app.presenting.promises import promised

READ_ONE_OUT = next(each for each in shipped().suggestions if each.id == "sc-read-one-out")


def test_somebody_alone_promises_for_nobody_else() -> None:
    promise = promised(READ_ONE_OUT, together=False)

    assert promise.text == "I will tell colleagues about a real criticism I have received, and say what I make of it."
    assert (promise.sign, promise.suggestion_id) == (READ_ONE_OUT.notice, "sc-read-one-out")


def test_a_team_promises_as_a_team() -> None:
    assert promised(READ_ONE_OUT, together=True).text.startswith("We will take turns in reading out a real criticism")


@pytest.mark.parametrize(("together", "begins"), [(False, "I will try"), (True, "We will try")])
def test_a_suggestion_without_a_promise_is_promised_by_its_title(together: bool, begins: str) -> None:
    own = suggestion("a-walk", "A")

    assert promised(own, together=together).text == f"{begins} \u201cTry a-walk\u201d and see what comes of it."
