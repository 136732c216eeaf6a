"""Words are looked up in one catalogue, which is searched for once and not for every sentence."""

import ast
import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "trustcheck"


def test_nobody_searches_the_disk_for_every_sentence() -> None:
    asking = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if re.search(
            r"from gettext import (?!(GNU|Null)Translations$)|^import gettext", path.read_text("utf-8"), re.MULTILINE
        )
    ]

    assert asking == []


def test_every_sentence_stands_in_the_code_where_it_is_looked_up(trees: dict[str, ast.Module]) -> None:
    """What is not written there is never found by who gathers the sentences for a translator."""
    elsewhere = [
        f"{module}:{node.lineno}"
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
        if not all(isinstance(each, ast.Constant) for each in node.args[: 1 if node.func.id == "_" else 2])
    ]

    assert elsewhere == []


EVERY_MODULE = """
import pkgutil, sys
from importlib import import_module
import trustcheck
from trustcheck import words

def looked_up(*sentences):
    caller = sys._getframe(1)
    print(caller.f_globals["__name__"], caller.f_lineno, sentences[0])
    return sentences[0]

words.gettext = words.ngettext = looked_up
for found in pkgutil.walk_packages(trustcheck.__path__, "trustcheck."):
    if not found.name.endswith("__main__") and ".migrations" not in found.name:
        import_module(found.name)
MORE
"""


def said_while_importing(more: str = "") -> list[str]:
    """Which sentences are looked up before anybody asked for a page: module, line, sentence."""
    script = EVERY_MODULE.replace("MORE", more)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.splitlines()


def test_no_sentence_is_looked_up_while_a_module_is_imported() -> None:
    """It would stay in the language that was spoken at the start. The one that is looked up afterwards is noticed."""
    noticed = said_while_importing("from trustcheck.words.days import weekdays_short; weekdays_short()")

    assert {each.split()[0] for each in noticed} == {"trustcheck.words.days"}
