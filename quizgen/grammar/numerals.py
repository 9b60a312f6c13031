"""The words of numbers in English, and Roman digits: what "sixteenth", "forty" and "xxiv" are."""

from __future__ import annotations

_CARDINALS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth"""
_ROMAN_DIGITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TIMES_TEN = str.maketrans("ivx", "xlc")


def _roman(n: int) -> str:
    """Write a number below 400, the highest that corps and legions bear, in Roman digits."""
    return "c" * (n // 100) + _ROMAN_DIGITS[n // 10 % 10].translate(_TIMES_TEN) + _ROMAN_DIGITS[n % 10]


TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
CARDINALS = {word: n for n, word in enumerate(_CARDINALS.split())} | TENS
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)}
ROMAN = {_roman(n): n for n in range(1, 400)}
