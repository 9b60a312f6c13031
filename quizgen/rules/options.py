"""Rules on options: alike in grammar, length, form and kind, so that only knowledge tells the key from the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from statistics import median

from quizgen.items import BLANK, Format, Item
from quizgen.notation import in_order
from quizgen.relations import Relation
from quizgen.rules import rule
from quizgen.rules._words import CHOICE, date_ends, draws, facts_of, is_two_valued, options, parts, words, wrong
from quizgen.world import World

_VOWEL = re.compile(r"[aeio]|u(?!ni|s[aei]|k\b|tr)|hour|hono|heir|8|11\b|18\b", re.IGNORECASE)
_OPENING = {
    '"a" or "an"': re.compile(r"an? [a-z]"),
    '"to"': re.compile(r"to [a-z]"),
    "a preposition": re.compile(r"(?:in|on|at|by|from|with|near|under|against|between) "),
    "a full stop at its end": re.compile(r".*\w{4}\.$"),
}
_RANK = (
    r"(?:lt|maj|brig|gen|col|capt|sgt|adm|cmdr|cdr|field marshal|lieutenant|major|brigadier|general|colonel|captain|sergeant|admiral|"
    r"marshal|commodore)\b(?! (?:staff|command|union|council|security))"
)
_TRAITS = {
    "digits": re.compile(r"\d"),
    "parentheses": re.compile(r"[()]"),
    "a rank": re.compile("^" + _RANK, re.IGNORECASE),
    "an honorific": re.compile(
        r"^(?:Crown |Grand )?(?:Sir|Lord|Lady|Mr|Mrs|Dr|Prince|Princess|King|Queen|Emperor|Sultan|Sheikh|Count|(?:Archd|D)uke|"
        r"Cardinal|Bishop|Ras)\b\.? [A-Z]"
    ),
    "a unit symbol": re.compile(r"[€$£¥%°]|\d\s*(?:km|cm|mm|kg|m|t|ha|mi|ft|lb)\b"),
}
_RANKED = (Relation.START, Relation.END, Relation.STRENGTH, Relation.CASUALTIES)
_OF_THESE = re.compile(r"\b(?:which|what)(?: one)? of (?:these|the following)(?: [\w-]+){0,3}? (is|are|was|were)\b", re.IGNORECASE)
_VAGUE = re.compile(r"(?<![\w'’-])(always|never|all|none|usually|sometimes|often|rarely|frequently|generally|typically)(?![\w'’-])")
_LUMPED = re.compile(
    r"(?:all|none|any|both|neither|either) of (?:the |these\b|them\b)|(?:both|neither)\b|[a-e] (?:and|or) [a-e]$|i (?:do not|don't) know",
    re.IGNORECASE,
)


@rule(12)
def article_fits_every_option(item: Item, _world: World) -> Iterator[str]:
    """An "a" or "an" before the gap fits every option that may stand there."""
    article = re.search(rf"\b(an?) (?:{BLANK}|\?$)", item.stem, re.IGNORECASE)
    for text in (*options(item), *(item.key if item.format is Format.CLOZE else ())) if article else ():
        if article and bool(_VOWEL.match(text)) != (article[1].lower() == "an"):
            yield f'"{article[1]}" does not fit "{text}"'


@rule(12)
def options_open_alike(item: Item, _world: World) -> Iterator[str]:
    """All options of a choice open with an article, "to" or a preposition, or none does."""
    for what, pattern in _OPENING.items():
        yield from _in_some(what, [bool(pattern.match(text)) for text in options(item)])


def _in_some(what: str, has: list[bool]) -> Iterator[str]:
    if any(has) and not all(has):
        yield f"{sum(has)} of {len(has)} options have {what}"


@rule(12)
def number_fits(item: Item, _world: World) -> Iterator[str]:
    """One right answer is asked for in the singular, several in the plural."""
    asked = re.search(
        r"\b(?:which|what)(?: one)? of (?:these|the following)(?: [\w-]+){0,3}? (is|are|was|were)\b", item.stem, re.IGNORECASE
    )
    if asked and item.format in CHOICE and (asked[1].lower() in ("are", "were")) != (item.format is Format.MULTIPLE_RESPONSE):
        yield f'"{asked[0]}" does not fit {len(item.key)} right {"answer" if len(item.key) == 1 else "answers"}'


@rule(13)
def key_does_not_converge(item: Item, _world: World) -> Iterator[str]:
    """In no draw does the key share two words more with the other options than each of them does with its others."""
    for drawn in draws(item):
        shared = [_shared(text, [other for other in (*item.key, *drawn) if other != text]) for text in (*item.key, *drawn)]
        if shared[0] >= max(shared[1:]) + 2:
            yield f'the key "{item.key[0]}" shares most words with the other options'
            return


def _shared(text: str, others: list[str]) -> int:
    return sum(_in_both(text, other) for other in others)


@lru_cache(maxsize=1 << 14)
def _in_both(one: str, other: str) -> int:
    return len({*words(one)} & {*words(other)})


@rule(14)
def key_length_is_usual(item: Item, world: World) -> Iterator[str]:
    """In every draw the key has between 0.5 and 1.5 times the distractors' median length; the two sides' names are as they are."""
    if is_two_valued(item, world):
        return
    for drawn in draws(item):
        ratio = len(item.key[0]) / median(len(text) for text in drawn)
        if not 0.5 <= ratio <= 1.5:
            yield f'the key "{item.key[0]}" is {ratio:.1f} times as long as the distractors'
            return


@rule(15)
def traits_stand_in_all_or_none(item: Item, _world: World) -> Iterator[str]:
    """Digits, parentheses, rank, honorific and unit symbols stand in all options or in none."""
    for what, pattern in _TRAITS.items():
        yield from _in_some(what, [bool(pattern.search(text)) for text in options(item)])


@rule(16)
def no_absolute_or_vague_words(item: Item, _world: World) -> Iterator[str]:
    """No option says "always", "never", "all", "usually"; names, quoted or capitalized, may."""
    for text in parts(item):
        bare = re.sub(r'"[^"]*"|“[^”]*”', "", text)
        if found := _VAGUE.search(bare[:1].lower() + bare[1:] if re.match(r"\w+ [a-z]", bare) else bare):
            yield f'"{text}" has the word "{found[1]}"'


def _is_single(text: str) -> bool:
    """Whether a text is one date or one number, and no stretch or range."""
    return bool(re.fullmatch(r"[\d,]+", text) or len(set(date_ends(text))) == 1)


@rule(22)
def key_may_stand_at_any_rank(item: Item, world: World) -> Iterator[str]:
    """Of the days around a first or last one, and of figures, some lie on either side of the key: no rank tells it."""
    is_ranked = any(fact.relation in _RANKED for fact in facts_of(item, world))
    texts = options(item) if item.format is Format.MULTIPLE_CHOICE and is_ranked else ()
    order = in_order(texts) if all(_is_single(text) for text in texts) else ()
    if len(order) > 2 and item.key[0] in (order[0], order[-1]):
        yield f'the key "{item.key[0]}" can only be the {"first" if item.key[0] == order[0] else "last"} of the options'


@rule(20)
def no_lumped_options(item: Item, _world: World) -> Iterator[str]:
    """No "all of the above", "none of the above" or "both"."""
    for text in (*options(item), *(wrong(item) if item.format is Format.MATCHING else ())):
        if _LUMPED.match(text):
            yield f'"{text}" lumps other options'
