"""How hard a sentence is to read, in years of school: the formula of Kincaid and others (1975).

Syllables are counted by groups of vowels, silent endings left out; good enough to compare sentences, no more.
"""

import re

BANNED = re.compile(r"\b(not|never|nobody|without|open\w*|trust\w*)\b|n't", re.IGNORECASE)
"""What no question says: a negation, or the words it measures."""


def reading_grade(sentence: str) -> float:
    """0.39 words a sentence plus 11.8 syllables a word minus 15.59, of one sentence."""
    words = re.findall(r"[A-Za-z']+", sentence)
    return 0.39 * len(words) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = re.search(r"(?<!l)e$|(?<![sxzhcg])es$|(?<![td])ed$", plain)
    return max(1, groups - (1 if silent and groups > 1 else 0))
