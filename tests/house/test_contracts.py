"""Who may import what: the contracts of pyproject.toml, and the two rules that an import graph cannot see."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "trustcheck"


def test_no_room_imports_what_it_must_not_see(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)

    assert not broken, capsys.readouterr().out


def test_a_broken_contract_is_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    upside_down = tmp_path / "contracts.toml"
    upside_down.write_text(
        '[tool.importlinter]\nroot_package = "trustcheck"\n[[tool.importlinter.contracts]]\nname = "upside down"\n'
        'type = "layers"\nlayers = ["trustcheck.domain", "trustcheck.app"]\n'
    )

    assert lint_imports(config_filename=str(upside_down), no_cache=True, no_logo=True)


def test_of_scipy_only_the_special_functions_are_used() -> None:
    assert {name for name in _imported_names() if name.startswith("scipy")} == {"scipy.special"}


def test_packages_are_entered_by_their_modules() -> None:
    """An import from a package's door would load all of its rooms."""
    full = [path for path in PACKAGE.rglob("__init__.py") if path != PACKAGE / "__init__.py" and path.read_text()]

    assert full == []


def _imported_names() -> set[str]:
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return names
