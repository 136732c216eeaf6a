"""The programs, how each is called, and which version of it is here."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


_POPPLER = """
import gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
print(Poppler.get_version())
"""


@dataclass(frozen=True, slots=True)
class Program:
    """``call`` takes the form, the steps and what to save as; ``version`` prints one line with a number."""

    name: str
    how: str
    call: tuple[str, ...]
    version: tuple[str, ...]
    where: Path = HERE


def programs(python: str, node: Path) -> tuple[Program, ...]:
    """``python`` has PyMuPDF, ``node`` is the folder in which npm installed pdf-lib, pdfjs-dist and ws."""
    ours, system = sys.executable, "/usr/bin/python3"
    return (
        Program(
            "Firefox", "its viewer, by mouse and keyboard, *Save*", (ours, _at("by_firefox.py")),
            ("firefox-esr", "--version"),
        ),
        Program(
            "Chromium", "its viewer, by mouse and keyboard, *Download* with changes",
            ("node", _at("by_chromium.mjs")), ("chromium", "--version"), node,
        ),
        Program(
            "pdf.js", "`annotationStorage`, `saveDocument`", ("node", _at("by_pdfjs.mjs")),
            ("node", "-p", "require('pdfjs-dist/package.json').version"), node,
        ),
        Program(
            "PDFium", "mouse and keyboard through pypdfium2", (ours, _at("by_pdfium.py")),
            (ours, "-c", "from pypdfium2.version import PDFIUM_INFO as it, PYPDFIUM_INFO as by; print(it, by)"),
        ),
        Program(
            "poppler", "poppler-glib, as Evince does", (system, _at("by_poppler.py")),
            (system, "-c", _POPPLER),
        ),
        Program(
            "MuPDF", "PyMuPDF", (python, _at("by_mupdf.py")),
            (python, "-c", "import pymupdf; print(pymupdf.mupdf_version, 'with PyMuPDF', pymupdf.__version__)"),
        ),
        Program("pdftk-java", "`fill_form` with FDF", (ours, _at("by_pdftk.py")), ("pdftk", "--version")),
        Program(
            "pikepdf", "`pikepdf.form`, so QPDF", (ours, _at("by_pikepdf.py")),
            (ours, "-c", "import pikepdf; print(pikepdf.__version__, 'with QPDF', pikepdf.__libqpdf_version__)"),
        ),
        Program(
            "pdf-lib", "`select`, `setText`", ("node", _at("by_pdflib.mjs")),
            ("node", "-p", "require('pdf-lib/package.json').version"), node,
        ),
        Program(
            "pypdf", "`update_page_form_field_values`", (ours, _at("by_pypdf.py")),
            (ours, "-c", "import pypdf; print(pypdf.__version__)"),
        ),
        Program(
            "LibreOffice Draw", "opened, exported as PDF", (ours, _at("by_libreoffice.py")), ("soffice", "--version")
        ),
        Program("Ghostscript", "printed to a PDF", (ours, _at("by_printing.py")), ("gs", "--version")),
    )  # fmt: skip


def version_of(program: Program) -> str:
    """Empty where the program is not here."""
    if not shutil.which(program.version[0]):
        return ""
    said = subprocess.run(program.version, cwd=program.where, capture_output=True, text=True, timeout=60, check=False)
    lines = [line for line in said.stdout.splitlines() if any(each.isdigit() for each in line)]
    return lines[0].strip() if said.returncode == 0 and lines else ""


def filled(program: Program, form: Path, steps: Path, out: Path) -> str:
    """Saves the form with these steps done; what went wrong, or nothing."""
    words = [*program.call, *(str(each.resolve()) for each in (form, steps, out))]
    try:
        ran = subprocess.run(words, cwd=program.where, capture_output=True, text=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        return "took longer than five minutes"
    return "" if ran.returncode == 0 and out.exists() else f"{ran.stderr.strip().splitlines()[-1:]}"


def _at(name: str) -> str:
    return str(HERE / name)
