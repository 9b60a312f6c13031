"""Rules on the stem: one complete, positive, short question, statement or instruction, clean of residue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from quizgen.formats import is_open
from quizgen.items import BLANK, Format, Item
from quizgen.rules import rule
from quizgen.rules._words import INSTRUCTION, options, parts
from quizgen.world import World

STEM_WORDS, TEXT_WORDS = 25, 20  # rule 26
PROMPT_WORDS = 60  # of an open question, which tells what it is about before it asks
_ASKING = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how)\b|^(?:did|was|were|is|are|do|does|has|had|have|could|would)\b", re.IGNORECASE
)
_IMPERATIVE = re.compile(
    r"(?:Match|Put|Order|Arrange|Sort|Place|List|Group|Number|Assign|Pair|Give|Say)\b|In .+, (?:match|put|sort|order)\b"
)
_ARGUING = re.compile(r"\b(?:reasons?|why|explain|argue|discuss|compare)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?P<word>[\w’'\"”)]+)[.!?] +(?=[A-Z])")
_SHORTENED = re.compile(r"[A-Z]|[IVXL]+|\d{1,2}|Mt|St|Dr|Mr|Mrs|No|Lt|Maj|Gen|Brig|Col|Capt|Cpt|Sgt|Adm|Cdr|Cmdr")
_NEGATION = re.compile(r"\b(not|cannot|except|never|none|neither|nor|no(?! (?:later|earlier|fewer|less|more) than))\b|n['’]t\b")
_CLAUSE = re.compile(
    r"(?<=[a-z,] )(?:who|whom|whose|that|which|where|when|while|although|because|since|until|unless|whereas|after|before)\b"
)
_ABBREVIATION = re.compile(r"(?<![(\w])(?!(?:NOT|EXCEPT|BCE?|AD|CE|[IVXL]+)\b)[A-Z]{2,6}(?![\w)])")
_LATIN, _ALIKE = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic have letters that look Latin
_RESIDUE = {
    "image residue": re.compile(r"\b\d+px\b|\b(?:thumb|File|Image):"),
    "empty brackets": re.compile(r"\(\s*\)|\[\s*\]"),
    "markup": re.compile(r"\[\[|\]\]|[{}|*<>]|''|==|&[a-z]+;|&#\d+;|https?://"),
    "a glued fate": re.compile(r"(?<=[a-z’'])(?:KIA|WIA|POW|MIA|DOW)\b"),
    "doubled or stray spaces": re.compile(r"\s{2,}|^\s|\s$|[\t\n\r]| [,.;:?!](?=\s|$)|\( | \)"),
    "doubled punctuation": re.compile(r",\s*,|,\s*\.|;;|\?\?|,$|\(,"),
    "a raw identifier": re.compile(r"(?<=[a-z])_(?=[a-z])|\bNone\b|\bnan\b"),
    "letters of two scripts in one word": re.compile(f"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]"),
    "an unreadable character": re.compile("[\ufffd\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08]"),
}


@rule(24)
def stem_is_whole(item: Item, _world: World) -> Iterator[str]:
    """A question ending in "?", a sentence with one gap, a statement or an instruction, as the format wants it."""
    stem = item.stem
    if not re.match(r"[\"“‘'(]*[A-Z0-9_\"]", stem):
        yield "the stem does not begin with a capital letter"
    if item.format is Format.TRUE_FALSE:
        yield from _statement(stem)
    elif item.format in INSTRUCTION:
        if not _IMPERATIVE.match(stem) or not re.search(r"[.:]$", stem) or BLANK in stem or "?" in stem:
            yield "the stem is no instruction"
    elif item.format is Format.CLOZE or BLANK in stem:
        if stem.count(BLANK) != 1 or "?" in stem:
            yield "the stem does not hold exactly one gap"
        elif not re.search(r"[.!]$", stem):
            yield "the sentence with the gap does not end in a full stop"
    elif not is_open(item) and _is_no_question(stem):
        yield 'the stem is no complete question ending in "?"'
    ends = [end for end in _SENTENCE_END.finditer(stem) if not _SHORTENED.fullmatch(end["word"])]
    if ends and item.format in (*INSTRUCTION, Format.TRUE_FALSE):
        yield "the stem has more than one sentence"


def _is_no_question(stem: str) -> bool:
    return stem.count("?") != 1 or not stem.endswith("?") or not _ASKING.search(stem) or len(stem.split()) < 3


@rule(24)
def prompt_asks_for_reasons(item: Item, _world: World) -> Iterator[str]:
    """An open question asks for reasons, in whole sentences: one that a word answers is of another format."""
    if is_open(item) and not (_ARGUING.search(item.stem) and item.stem.endswith((".", "?"))):
        yield "the prompt does not ask for reasons"


def _statement(stem: str) -> Iterator[str]:
    if not stem.endswith(".") or "?" in stem or BLANK in stem or len(stem.split()) < 3:
        yield "the stem is no statement"


@rule(25)
def stem_is_positive(item: Item, _world: World) -> Iterator[str]:
    """A negation stands in capitals (NOT, EXCEPT) or not at all; quoted words aside."""
    bare = re.sub(r'"[^"]*"|“[^”]*”', "", item.stem)
    if found := _NEGATION.search(bare[:1].lower() + bare[1:]):
        yield f'the stem has the negation "{found[0]}"'


@rule(26)
def texts_are_short(item: Item, world: World) -> Iterator[str]:
    """Cloze texts and options have at most 20 words, what names the campaign before a cloze text ("On the Battle of Marn:") aside."""
    told = next((item.stem.partition(f"{name}: ")[2] for name in world.campaign_phrases if f"{name}: " in item.stem), "") or item.stem
    for text in (*([told] if item.format is Format.CLOZE else ()), *parts(item)):
        if len(text.split()) > TEXT_WORDS:
            yield f'"{text}" has {len(text.split())} words, more than {TEXT_WORDS}'


@rule(26, refuses=False)
def stem_is_short(item: Item, _world: World) -> Iterator[str]:
    """Stems have at most 25 words, one subordinate clause and no abbreviation that is not spelled out."""
    most = PROMPT_WORDS if is_open(item) else STEM_WORDS
    if len(item.stem.split()) > most:
        yield f"the stem has {len(item.stem.split())} words, more than {most}"
    if len(_CLAUSE.findall(item.stem)) > 1:
        yield "the stem has more than one subordinate clause"
    for found in _ABBREVIATION.finditer(item.stem):
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", item.stem))
        if f"({found[0]})" not in item.stem and found[0] not in initials:
            yield f'the abbreviation "{found[0]}" is not spelled out'


@rule(28, refuses=False)
def options_repeat_no_phrase(item: Item, _world: World) -> Iterator[str]:
    """Two words or more that all options begin or end with stand in the stem; words inside names, dates and figures may stay."""
    split = [text.split() for text in options(item)]
    if len(split) < 2:
        return
    for shared in (_opening(split), _opening([words[::-1] for words in split])[::-1]):
        if sum(word.islower() and word.isalpha() for word in shared) >= 2:
            yield f'all options repeat "{" ".join(shared)}"'


def _opening(split: list[list[str]]) -> list[str]:
    """Give the words that all lists begin with."""
    return [same[0] for same in takewhile(lambda same: len(set(same)) == 1, zip(*split, strict=False))]


@rule(29)
def no_residue(item: Item, _world: World) -> Iterator[str]:
    """No text shown has markup, image sizes, glued fates, stray spaces or unbalanced quotes and brackets."""
    disproofs = (text for d in item.distractors for text in (d.why_false, d.ground))
    for text in dict.fromkeys((item.stem, *parts(item), *item.key, *item.accepted, item.explanation, *disproofs)):
        yield from _residues(text)


@lru_cache(maxsize=1 << 14)
def _residues(text: str) -> tuple[str, ...]:
    bare = text.replace(BLANK, "blank", 1)
    told = [f'"{text}" has {what}: "{found[0]}"' for what, pattern in _RESIDUE.items() if (found := pattern.search(bare))]
    if text.count('"') % 2 or text.count("“") != text.count("”") or any(text.count(a) != text.count(b) for a, b in ("()", "[]")):
        told.append(f'"{text}" has unbalanced quotes or brackets')
    return tuple(told)
