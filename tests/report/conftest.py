"""What several tests of reports begin with."""

from collections.abc import Iterator

import pytest

from tests.report.hostile_words import listening


@pytest.fixture
def heard() -> Iterator[list[tuple[str, str]]]:
    """Files opened and connections made while the test runs."""
    with listening() as found:
        yield found
