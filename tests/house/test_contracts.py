"""Who may import what: the contracts of pyproject.toml, and the two rules that an import graph cannot see."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def linted(contracts: Path) -> subprocess.CompletedProcess[str]:
    """The linter in a process of its own: it sets up logging for the whole interpreter."""
    script = (
        f"from importlinter.cli import lint_imports; raise SystemExit(lint_imports({str(contracts)!r}, no_cache=True))"
    )
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=300)


def test_no_room_imports_what_it_must_not_see() -> None:
    done = linted(ROOT / "pyproject.toml")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_broken_contract_is_noticed(tmp_path: Path) -> None:
    upside_down = tmp_path / "contracts.toml"
    upside_down.write_text(
        '[tool.importlinter]\nroot_package = "trustcheck"\n[[tool.importlinter.contracts]]\nname = "upside down"\n'
        'type = "layers"\nlayers = ["trustcheck.domain", "trustcheck.app"]\n'
    )

    done = linted(upside_down)

    assert done.returncode == 1
    assert "upside down BROKEN" in done.stdout


def test_of_scipy_only_the_special_functions_are_used(trees: dict[str, ast.Module]) -> None:
    assert {name for name in _imported_names(trees) if name.startswith("scipy")} == {"scipy.special"}


def test_packages_are_entered_by_their_modules(trees: dict[str, ast.Module]) -> None:
    """An import from a package's door would load all of its rooms; the door says what may be put behind it."""
    doors = {Path(module).parent.as_posix(): tree for module, tree in trees.items() if module.endswith("__init__.py")}
    full = [name for name, tree in doors.items() if name not in (".", "words") and _does_more_than_say(tree)]

    assert full == []
    silent = [name for name, tree in doors.items() if not ast.get_docstring(tree)]
    assert [name for name in silent if name != "storage/migrations/versions"] == []


def _does_more_than_say(tree: ast.Module) -> bool:
    return len(tree.body) > (1 if ast.get_docstring(tree) else 0)


def _imported_names(trees: dict[str, ast.Module]) -> set[str]:
    names: set[str] = set()
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return names
