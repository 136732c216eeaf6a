"""The program's own code as the tests of the house read it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"


@pytest.fixture(scope="package")
def trees() -> dict[str, ast.Module]:
    """Every module by its path in the package. Read once, and let go of with the last test of the house: to look
    through them for what is forgotten would take longer with every test that follows.
    """
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))
    }
