"""Whose work is in TrustCheck, and under which licence each part may be used."""

from trustcheck.app.number_words import capitalised
from trustcheck.app.refused_uses import uses
from trustcheck.charts.scene import Table
from trustcheck.words import gettext as _


def licences() -> Table:
    """One row for each part: what it is for, and its licence by its usual name."""
    rows = (
        (_("TrustCheck, its code"), _("everything you see move"), "MIT"),
        (_("Questionnaire and suggestions"), _("what is asked and proposed"), "CC BY 4.0"),
        ("Qt 6", _("windows and everything in them"), "LGPL v3"),
        ("PySide6, Shiboken6", _("Qt for Python"), "LGPL v3"),
        ("SQLAlchemy", _("keeping answers"), "MIT"),
        ("Alembic, Mako", _("bringing old files up to date"), "MIT"),
        ("SQLite, SQLCipher, sqlcipher3", _("the data file"), _("public domain, BSD, zlib")),
        ("ReportLab", _("writing the report"), "BSD"),
        ("PDFium, pypdfium2", _("showing the report"), _("BSD, Apache 2.0")),
        ("NumPy", _("arithmetic"), "BSD"),
        ("SciPy", _("distributions"), "BSD"),
        ("PyYAML, pydantic, platformdirs, tomli-w", _("reading and writing files"), "MIT"),
        ("Source Sans 3, Source Serif 4, Noto Sans", _("the type"), "SIL OFL 1.1"),
        ("Lucide", _("the icons"), "ISC"),
        ("Python", _("the language it is written in"), "PSF"),
    )
    return Table((_("Part"), _("For"), _("Licence")), rows)


def not_for() -> tuple[str, ...]:
    """What TrustCheck may not be used for, in its makers' eyes."""
    return (
        *(_("{use}.").format(use=capitalised(each)) for each in uses()),
        _("A diagnosis, legal advice, or proof of anything about one person."),
    )
