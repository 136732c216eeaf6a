"""OpenDocument workbooks for tests, written as LibreOffice and Gnumeric write them."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text", "style")
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
HIDDEN_STYLE = (
    '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def cell(value: object, **said: str) -> str:
    """A cell with a number or with text; what is ``said`` are attributes, an underscore for their colon."""
    attributes = {"office:value-type": "string"}
    if isinstance(value, int | float):
        attributes = {"office:value-type": "float", "office:value": str(value)}
    attributes |= {key.replace("_", ":", 1).replace("_", "-"): each for key, each in said.items()}
    told = " ".join(f'{key}="{escape(each)}"' for key, each in attributes.items())
    return f"<table:table-cell {told}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def row(*cells: object, said: str = "") -> str:
    """A row; what is a text with a tag in it is a cell already."""
    inside = (each if isinstance(each, str) and each.startswith("<table:") else cell(each) for each in cells)
    return f"<table:table-row {said}>{''.join(inside)}</table:table-row>"


def sheet(*rows: str, name: str = "Sheet1", said: str = "") -> str:
    return f'<table:table table:name="{name}" {said}>{"".join(rows)}</table:table>'


def opendocument(*sheets: str, between: str = "", before: str = "", manifest: str = "<x/>") -> bytes:
    """An ODS file; ``between`` is put between any two tags, as Gnumeric puts line breaks there."""
    body = (
        f"<office:document-content {_NAMES} {_CALC}><office:automatic-styles>{HIDDEN_STYLE}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{before}{''.join(sheets)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", KIND)
        packed.writestr("content.xml", '<?xml version="1.0" encoding="UTF-8"?>' + body.replace("><", f">{between}<"))
        packed.writestr("META-INF/manifest.xml", manifest)
    return content.getvalue()


def of_rows(*rows: Sequence[object]) -> bytes:
    return opendocument(sheet(*(row(*cells) for cells in rows)))
