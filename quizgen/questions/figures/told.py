"""Which number stands in a gap of a sentence of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.grammar.dates import find_dates
from quizgen.grammar.numbers import NUMBER, number_of
from quizgen.grammar.numerals import CARDINALS
from quizgen.model import Campaign, Sentence, Told, ToldKind, norm
from quizgen.prose.told import PEOPLE, TOTAL
from quizgen.prose.words import words
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions._told import DEATH, STEMS, asked, slots_of, things, told_in
from quizgen.questions.figures._claims import SOLDIERS
from quizgen.questions.figures._numbers import apart, show
from quizgen.world import World

_WORDS = {number: word for word, number in CARDINALS.items()}
_LOST = words("casualties dead killed wounded missing captured survivors deaths losses prisoners")
_LOSING = re.compile(r"\b(?:lost|suffered|killed|wounded|died|fell)\b")
# "the Army, numbering 32,000 men": of what stands before it.
_SIZED = re.compile(
    rf"(?P<before>[^.;]{{3,80}}?)\b(?:numbering|of|with|had|totall?ing|consisting of|comprising) (?:about |some |around |nearly )?"
    rf"(?P<number>{NUMBER}) (?:\w+ )?(?:{'|'.join(SOLDIERS)})\b"
)
# Things of which one count may be the other: fighters lost are aircraft lost.
_SORTS = (
    words("aircraft planes airplanes fighters bombers helicopters"),
    words("ships warships vessels boats destroyers cruisers battleships submarines carriers frigates galleys transports"),
    words("guns cannons cannon mortars howitzers"),
    words("tanks vehicles"),
)
_WEIGHTS = words("tons tonnes")
_WORD = 3  # letters of a word that names more than a number or a rank
_LIKE = 4  # times as many: of another thing
_LEAST = 2  # what stands beside a plural


def cases(world: World) -> Iterator[Case]:
    """Each number that a sentence tells; wrong: others of its size, in digits or words as it is."""
    for campaign, fact, one in told_in(world, ToldKind.FIGURE):
        value, slots = number_of(one.value), slots_of(campaign, one)
        if value and slots and not _has_rival(campaign, one, value):
            yield Case(
                facts=(fact,),
                slots=slots,
                key=(one.value,),
                pool=tuple(written for text in apart(value) if (written := _written(text, one.value))),
                accepted=tuple(text for text in (show(value), str(value)) if text != one.value),
                explanation=one.text,
                sensitive=bool(DEATH.search(one.text)),
            )


def _written(text: str, like: str) -> str | None:
    """Write a wrong number as the right one is written: in digits, with or without separators, or in a word; None if there is none."""
    value = int(text.replace(",", ""))
    if value < _LEAST:
        return None
    if like[0].isdigit():
        return text.replace(",", "") if re.fullmatch(r"\d{4}", like) and value < 10_000 else text
    return _WORDS.get(value)


def _has_rival(campaign: Campaign, one: Told, value: int) -> bool:
    """Whether the article may give another number for the same: the infobox, for a loss told of the whole; or a sentence alike in words."""
    noun = one.of.rsplit(maxsplit=1)[-1]
    is_whole = not one.sentence.section or TOTAL.search(one.sentence.section)
    if noun in PEOPLE and is_whole:
        is_lost = noun in _LOST or bool(_LOSING.search(one.text))
        figures = [f for side in campaign.sides for f in (side.casualties if is_lost else side.strength) if f.low is not None]
        if figures and not any(f.low <= value <= (f.high or f.low) for f in figures if f.low is not None):
            return True
    if not any(find_dates(one.text)) and _has_undated_rival(campaign, one, value, noun):
        return True
    stems = {word for name in one.named for word in norm(name).split()}
    alike = re.compile(rf"(?<![\w.,])([\d,]*\d|[a-z-]+) {re.escape(one.of)}\b")
    for sentence in campaign.sentences:
        if sentence is not one.sentence and is_whole:
            for found in alike.finditer(sentence.text):
                other = number_of(found[1])
                if other and other != value and stems & set(norm(sentence.text).split()):
                    return True
    return noun in SOLDIERS and any(_is_of_another_size(campaign, one, value, sentence) for sentence in campaign.sentences)


def _has_undated_rival(campaign: Campaign, one: Told, value: int, noun: str) -> bool:
    """Whether the box has another number of such things, or another sentence has one with what is named here: of another day perhaps."""
    sort = next((nouns for nouns in _SORTS if noun in nouns), frozenset((noun,)))
    rows = [f for side in campaign.sides for f in (*side.strength, *side.casualties) if f.low and sort & {*f"{f.of} {f.kind}".split()}]
    is_like = any(f.low and value <= f.low * _LIKE and f.low <= value * _LIKE for f in rows)
    if sort - PEOPLE and is_like and not any((f.low or 0) <= value <= (f.high or 0) for f in rows):
        return True
    names = [""] if noun in _WEIGHTS else [f" {norm(name)} " for name in things(campaign, one)]  # "the 5,353 ton ship" may be that one
    nouns = "|".join(f"{re.escape(plural.removesuffix('s'))}s?" for plural in sort)
    counted = re.compile(rf"(?<![\w.,])({NUMBER})(?: (?!(?:of|and|in|on)\b)[\w-]+){{0,2}}?[ -](?:{nouns})\b")
    for sentence in campaign.sentences:
        numbers = [number_of(found[1]) for found in counted.finditer(sentence.text)] if sentence is not one.sentence else []
        if any(other and other != value for other in numbers) and any(name in f" {norm(sentence.text)} " for name in names):
            return True
    return False


def _is_of_another_size(campaign: Campaign, one: Told, value: int, sentence: Sentence) -> bool:
    """Whether another sentence counts otherwise the men of what this one names: "the Army, numbering 32,000 men, had arrived"."""
    own = {word for name in things(campaign, one) for word in norm(name).split() if len(word) > _WORD}
    for found in _SIZED.finditer(sentence.text) if sentence is not one.sentence else ():
        other = number_of(found["number"])
        if other and other != value and value <= other * _LIKE and other <= value * _LIKE and own & {*norm(found["before"]).split()}:
            return True
    return False


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article has this number in the gap; another that it gives of the same things somewhere is not settled."""
    found = asked(world, slots, ToldKind.FIGURE)
    value = number_of(option)
    if not found or value is None:
        return UNSETTLED
    campaign, one = found
    if value == number_of(one.value):
        return TRUE
    noun = one.of.rsplit(maxsplit=1)[-1]
    near = re.compile(rf"(?<![\w.,]){re.escape(option)}(?: [\w-]+){{0,3}} {noun}\b")
    if any(near.search(sentence.text) for sentence in campaign.sentences):
        return UNSETTLED
    return false("another figure in the sentence", f"the article says {one.value} {one.of}")


TYPE = QuestionType(summary="a number that a sentence of the article gives", stems=STEMS, cases=cases, judge=judge)
