"""Rules on context: every text shown is understood on its own, with no word that points outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.historical_date import MONTHS
from quizgen.items import BLANK, Format, Item
from quizgen.naming import short_title
from quizgen.rules import rule
from quizgen.rules._words import TYPED, answers, campaign_of, content, gives, holds, parts, places, word_set, words, years
from quizgen.world import World

_PRONOUN = re.compile(r"\b(he|him|his|she|her|hers|it|its|they|them|their|theirs)\b", re.IGNORECASE)
_NO_ANTECEDENT = word_set(
    "which what when where whom whose with from that this these those were have into over under after before during between against about "
    "according does much many long following first last took place shown stated given source"
) | frozenset(month.casefold() for month in MONTHS)
_NOUN = r"(?:village|town|hill|hilltop|school|site|area|facility|district|neighbou?rhood|building|position|housing|road)s?"
_ATTACHED = r"(?! (?:[a-z]+ )?(?:of|at|in|on|near|called|named|known|between|around|to|from|that|which|where) | [A-Z0-9])"
_SPAN = r"(?:day|night|morning|afternoon|evening|dawn|week|month|year)"
_POINTERS = {
    "opens with a connective": re.compile(
        r"(?:^|[.;:?] )(?:Still|However|Meanwhile|Subsequently|Further|Furthermore|Moreover|Elsewhere|Also|Then|Thus|Therefore|Hence|"
        r"Additionally|Consequently|Nevertheless|Nonetheless|Afterwards?|Thereafter|Later(?! [A-Z])|Soon|Eventually|Finally|Instead|"
        r"But|And|So|Yet|(?:At|By) (?:the same|this|that) (?:point|time)|As a result|In addition|In response|On the other hand)\b"
    ),
    "has a relative time": re.compile(
        rf"\b(?:the (?:next|following|previous|preceding) (?:\w+ )?{_SPAN}|the same {_SPAN}(?! as\b|\?)|(?:that|this) (?:same )?{_SPAN}|"
        r"(?:that|this) (?:point|time)|(?<!no )later(?! than)|earlier(?! than)|the day (?:before|after)(?=[,.?;]|$)|(?:by|since) then|"
        r"today|yesterday|tomorrow|now|ago|recently|currently|meanwhile|so far)\b"
    ),
    "points back": re.compile(
        r"\b(?:once (?:again|more)|again|another|the (?:latter|aforementioned|said)|the former(?! [A-Z])|"
        rf"[Tt]he (?:base|complex)(?! (?:of|at|in|near|called) | [A-Z])|[Tt]he {_NOUN}\b{_ATTACHED})\b"
    ),
    'says a bare "the Army"': re.compile(r"\b[Tt]he [Aa]rmy\b(?! of\b| [A-Z])"),
    'says "this" of something outside it': re.compile(r"\b[Tt]his\b(?! (?:statement|sentence|list|table|question)\b)"),
}
_THESE = re.compile(r"\b(?:these|those)\b(?! (?:who|whom|whose|that|which|of)\b)", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:(?:came|happened|began|started|ended|fell|occurred|took place|founded) (?:earlier|later)|the (?:earlier|later) of)\b"
)


@rule(27)
def nothing_points_outside(item: Item, _world: World) -> Iterator[str]:
    """No opening connective, relative time, back-pointing word or bare "the Army" in any text that a learner is asked about."""
    for text in (item.stem, *parts(item)):
        bare = _COMPARED.sub("", re.sub(r'"[^"]*"|“[^”]*”', "", text))
        for what, pattern in _POINTERS.items():
            if found := pattern.search(bare):
                yield f'"{text}" {what}: "{found[0].strip()}"'


@rule(27)
def these_are_shown(item: Item, _world: World) -> Iterator[str]:
    """The stem of a choice or of a list may say "these" of what stands below it; no other text may."""
    stem = (item.stem,) if item.format in TYPED or item.format is Format.TRUE_FALSE else ()
    for text in (*stem, *parts(item)):
        if found := _THESE.search(text):
            yield f'"{text}" says "{found[0]}" of something outside it'


@rule(27)
def pronouns_have_antecedents(item: Item, _world: World) -> Iterator[str]:
    """Before a pronoun stands what it may stand for; for one inside an option it may stand in the stem ("after it ended")."""
    for text in (item.stem, *parts(item)):
        for pronoun in _PRONOUN.finditer(text):
            stem = item.stem if text != item.stem and pronoun.start() else ""
            before = words(f"{stem} {text[: pronoun.start()]}".replace(BLANK, "blank"))
            if not any(len(word) >= 4 and word.isalpha() and word not in _NO_ANTECEDENT for word in before):
                yield f'"{pronoun[0]}" in "{text}" stands for nothing named before it'


@rule(27)
def campaign_is_named(item: Item, world: World) -> Iterator[str]:
    """The stem names the campaign, its place or year or what it was part of, unless each of them would give the key away."""
    campaign = campaign_of(item, world)
    if campaign is None:
        return
    naming = (
        campaign.title.value,
        short_title(campaign),
        *places(campaign),
        *years(campaign),
        *(part.value for part in campaign.part_of),
    )
    telling = [
        name for name in naming if not any(gives(name, key) or gives(key, name) or content(name) & content(key) for key in answers(item))
    ]
    if telling and not any(holds(item.stem, name) for name in naming):
        yield f'the stem does not name the campaign; "{telling[0]}" would not give the key away'
