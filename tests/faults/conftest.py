"""What several tests of faults begin with."""

import pytest

from tests.faults.left_after_migrating import Shape, prepared, shape
from trustcheck.storage.store import open_store


@pytest.fixture
def shapes(tmp_path_factory: pytest.TempPathFactory) -> list[Shape]:
    """How the old file looks, and how the new one does."""
    path = prepared(tmp_path_factory.mktemp("shapes"))
    old = shape(path)
    open_store(str(path)).close()
    return [old, shape(path)]
