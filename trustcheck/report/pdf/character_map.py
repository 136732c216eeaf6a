"""The map from a font's codes to characters, by which text is copied, searched and read aloud (ISO 32000-1, 9.10.3)."""

from collections.abc import Iterable

_AT_ONCE = 100
"""As many as the format allows in one block."""


def character_map(name: str, characters: Iterable[tuple[int, str]], length: int) -> bytes:
    """Codes of ``length`` bytes to what each stands for."""
    digits = 2 * length
    lines = [f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in characters]
    blocks = [lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE)]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n"
        f"<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
