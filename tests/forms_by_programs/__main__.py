"""``python -m tests.forms_by_programs FOLDER [--python PYTHON] [--node FOLDER] [PROGRAM...]``

Fills a form with every program there is and prints the rows of the table in docs/FORMS.md.
What is not installed is named and left out. Saved files stay in FOLDER to be looked at.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from tests.forms import CODE, order
from tests.forms_by_programs.judging import judged
from tests.forms_by_programs.places import with_places
from tests.forms_by_programs.programs import Program, filled, programs, version_of
from tests.forms_by_programs.steps import first_sitting, second_sitting
from trustcheck.report.forms.fillable import make_fillable_form


def main() -> int:
    asked = ArgumentParser(prog="python -m tests.forms_by_programs", description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--python", default=sys.executable, help="an interpreter with PyMuPDF")
    asked.add_argument("--node", type=Path, default=Path(), help="where npm installed pdf-lib, pdfjs-dist and ws")
    asked.add_argument("only", nargs="*", metavar="PROGRAM")
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    form = given.folder / "form.pdf"
    form.write_bytes(make_fillable_form(order(), CODE))
    for name, steps in (("first", first_sitting(order())), ("second", second_sitting(order()))):
        (given.folder / f"{name}.json").write_text(json.dumps(with_places(steps, form)), "utf-8")
    print("| program | version | filled and saved by | what came back | notes drawn as nothing | chosen again |")
    print("|---|---|---|---|---|---|")
    for program in programs(given.python, given.node):
        if not given.only or program.name in given.only:
            print(_row(program, given.folder), flush=True)
    return 0


def _row(program: Program, folder: Path) -> str:
    version = version_of(program)
    if not version:
        return f"| {program.name} | not here | | | | |"
    once, twice = folder / f"{program.name} once.pdf", folder / f"{program.name}.pdf"
    for form, steps, out in ((folder / "form.pdf", "first", once), (once, "second", twice)):
        if problem := filled(program, form, folder / f"{steps}.json", out):
            return f"| {program.name} | {version} | {program.how} | {problem} | | |"
    came = judged(twice, order())
    whole = "; ".join(came.wrong) or "everything"
    return (
        f"| {program.name} | {version} | {program.how} | {whole} | {'; '.join(came.unseen) or 'none'} | {came.again} |"
    )


if __name__ == "__main__":
    sys.exit(main())
