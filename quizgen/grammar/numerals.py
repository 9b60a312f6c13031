"""The words of numbers in English: what "sixteenth" and "forty" are."""

from __future__ import annotations

_CARDINALS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth"""
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"

CARDINALS = {word: n for n, word in enumerate(_CARDINALS.split())} | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)}
ROMAN = {word: n for n, word in enumerate(_ROMAN.split(), 1)}
