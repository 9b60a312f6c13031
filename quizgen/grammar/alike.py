"""Two names → whether they are one but for the ways to write it: case, accents, articles, ranks, numbers and abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from quizgen.grammar.names import split_rank
from quizgen.grammar.numerals import CARDINALS, ORDINALS, ROMAN, TENS
from quizgen.model import norm

_RANK = re.compile(
    r"maj|major|gen|general|brig|brigadier|lt|lieut|lieutenant|col|colonel|capt|captain|sgt|sergeant|cpl|corporal|marshal|field|adm|admiral|"
    r"rear|vice|commodore|cdr|cmdr|commander|sir|lord|dr|mr|sheikh|shaykh|king|prince|emperor|tsar|sultan|count|baron|"
    r"hms|uss|sms|ijn|hmas|hmcs|rms"
)
_NUMBERED = frozenset(
    ("corps", "army", "division", "brigade", "legion", "fleet", "battalion", "regiment", "panzer", "armoured", "armored", "air")
)
_INITIAL_A, _A = re.compile(r"\b[Aa](?=\.\s?\w|\s\w\b)"), "initiala"  # no article: "A. S. Osk", "A S Osk"
_ALIKE = (
    {word: str(n) for word, n in ORDINALS.items()}
    | {word: str(n) for word, n in ROMAN.items() if len(word) > (1 if n <= 20 else 2)}  # a lone x is an initial, Li a surname
    | {"st": "saint", "mt": "mount", "ft": "fort", "el": "al", "and": "", "div": "division", "bde": "brigade", "regt": "regiment"}
    | {"bn": "battalion", "btn": "battalion", "coy": "company", "sqn": "squadron", "inf": "infantry", "cav": "cavalry", "arty": "artillery"}
    | {_A: "a"}
)
_IN_WORDS = re.compile(rf"\b({'|'.join(TENS)}) ({'|'.join(word for word, n in ORDINALS.items() if n < 10)})\b")
_LETTERS = re.compile(r"(?:\w\.){2,}")  # "C.S.A."
_LIGATURES = str.maketrans({"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "İ": "I"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def same(typed: str, text: str) -> bool:
    """Whether two names are one but for case, accents, punctuation, articles, rank, and the ways to write a number or an abbreviation."""
    return bool(keys(typed) & keys(text))


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> tuple[str, ...]:
    """Split a name into its words, each in the one form of all the ways to write it."""
    plain = re.sub(r"(?<=\w)['’ʼ`ʻ](?=\w)", "", text.translate(_LIGATURES))
    plain = plain.replace(".", "") if _LETTERS.fullmatch(plain) else plain
    plain = _INITIAL_A.sub(_A, plain)
    plain = _IN_WORDS.sub(lambda found: str(TENS[found[1]] + ORDINALS[found[2]]), norm(plain))
    words = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in plain.split()]
    numbered = [bool(_NUMBERED & {*words[n + 1 : n + 4]}) for n in range(len(words))]  # "I SS Panzer Corps"
    words = [str(ROMAN.get(word, word)) if is_number else word for word, is_number in zip(words, numbered, strict=True)]
    if len(words) > 1 and words[-1] in CARDINALS:
        words[-1] = str(CARDINALS[words[-1]])  # "Team One"
    return tuple(filter(None, (_ALIKE.get(word, word) for word in words)))


@lru_cache(maxsize=1 << 14)
def keys(text: str) -> frozenset[str]:
    """The ways to write a name without spaces: with rank and without, "ü" as "u" and as "ue"."""
    spelt = {text, unicodedata.normalize("NFC", text.casefold()).translate(_UMLAUTS)}
    plain = {split_rank(each)[1] for each in spelt}
    ways = (*map(folded, spelt), *(bare(folded(each)) for each in (*spelt, *plain)))
    return frozenset("".join(words) for words in ways if words)


def bare(words: Sequence[str]) -> Sequence[str]:
    """The words of a name behind its rank."""
    at = int(len(words) > 2 and words[0] == "ss" and bool(_RANK.fullmatch(words[1])))  # "SS General Osk"; an SS Brigade is none
    while at < len(words) - 1 and _RANK.fullmatch(words[at]):
        at += 1
    return words[at:]
