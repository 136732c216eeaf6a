"""Where a run without blanks may be parted: never within a sign and its marks, and where its script ends lines."""

from collections.abc import Iterator
from unicodedata import category, combining

_FIRST_MARK = "\u0300"
_JOINERS = "\u200c\u200d"
_VIRAMA = 9
"""The combining class of what takes a letter's vowel away and binds it to the next."""
_SPACING_VOWELS = "\u0e33\u0eb3"
_TONES_OF_SKIN = range(0x1F3FB, 0x1F400)
_IDEOGRAPHS = (
    (0x2E80, 0x2FDF), (0x3000, 0x30FF), (0x3190, 0x31BF), (0x31F0, 0x4DBF), (0x4E00, 0xA4CF), (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF),
)  # fmt: skip
_BEGINS_NO_LINE = (
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»)]}!%,.:;?"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥〜～％"
)
_ENDS_NO_LINE = "‘“（〔［｛〈《「『【〘〖〝｟«([{¥￥$＄"
_VOWELS_AHEAD = "เแโใไ\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
"""Thai and Lao write these before the consonant after which they are spoken: a syllable begins with them."""
_SYLLABLE_ENDS = "\u0e2f\u0e30\u0e46\u0eb0\u0ec6"


def clusters(text: str) -> Iterator[str]:
    """Each sign with the marks on it and what it is joined to: what is never parted."""
    if not text or max(text) < _FIRST_MARK:
        yield from text
        return
    begun = text[0]
    for each in text[1:]:
        if _belongs(begun[-1], each):
            begun += each
        else:
            yield begun
            begun = each
    yield begun


def unbroken(text: str) -> Iterator[str]:
    """A run without blanks in parts, between each two of which a line may end.

    Chinese and Japanese may end a line between any two signs, but with no opening one and before no closing one. Thai
    and Lao write no blanks between words; which signs make a word only a dictionary knows, so lines end where a
    syllable begins beyond doubt.
    """
    if not text or max(text) < "\u0e00":
        yield text
        return
    begun = ""
    for each in clusters(text):
        if begun and _may_part(begun[-1], each[0]):
            yield begun
            begun = ""
        begun += each
    yield begun


def _belongs(before: str, each: str) -> bool:
    if each < _FIRST_MARK:
        return False
    if each in _JOINERS or each in _SPACING_VOWELS or category(each)[0] == "M" or ord(each) in _TONES_OF_SKIN:
        return True
    return before == "\u200d" or (combining(before) == _VIRAMA and category(each) == "Lo")


def _may_part(before: str, after: str) -> bool:
    if after in _BEGINS_NO_LINE or before in _ENDS_NO_LINE:
        return False
    if _is_ideograph(before) or _is_ideograph(after):
        return True
    return after in _VOWELS_AHEAD or (before in _SYLLABLE_ENDS and "\u0e01" <= after <= "\u0eff")


def _is_ideograph(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _IDEOGRAPHS)
