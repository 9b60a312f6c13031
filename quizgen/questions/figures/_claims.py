"""What the questions on figures share: which figures can be asked, and what every rival claims of the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from quizgen.demonyms import adjective_of, adjectives, is_of_powers
from quizgen.grammar.dates import find_dates
from quizgen.grammar.numbers import Count, find_counts
from quizgen.grammar.scopes import is_part, is_scoped
from quizgen.model import Campaign, Estimate, Quote, Sentence, norm
from quizgen.naming import side_name, with_article
from quizgen.prose.actions import is_plural
from quizgen.prose.told import TOTAL
from quizgen.questions import TRUE, UNSETTLED, Slots, Verdict, each, false
from quizgen.questions.figures._beside import has_more_beside
from quizgen.questions.figures._numbers import are_apart, number, show
from quizgen.relations import CIVILIANS, Fact, Relation
from quizgen.world import World, names_side

_NOTHING = re.compile(r"\b(?:other|others|various|several|more|additional|further|unknown|miscellaneous)\b", re.IGNORECASE)
_PHASE = re.compile(
    r"\((?:[^()]*\b(?:phase|stage|wave|period|day|week|month)s?\b[^()]*|(?:One|Two|Three|Four|Five|Six|and|to|[\s,–-])+)\)$", re.IGNORECASE
)
_LAST = re.compile(r"\(([^()]*)\)(?:</?\w+/?>|\s)*$")  # what closes a line of figures holds for all of them
_YEAR = re.compile(r"\((?:in |by |from |until )?(1\d{3}|20\d\d)(?:,[^()]*)?\)")
_NOBODY = re.compile(r"(?:various|several|some|other|many|multiple|different|unknown|unnamed|disputed)\b", re.IGNORECASE)
_SOUNDED = re.compile(r"[aeio]|u(?!k|n\b|s\b|ni|s[ae])", re.IGNORECASE)  # takes "an"
_KINDS = re.compile(
    r"(?:Modern|Contemporary|Ancient|Classical|Medieval|Official|Independent|Later|Early|Recent|Internal|Historical|Scholarly|Forensic|Parliamentary|Separatist)\b"
)
_PARTIES = (
    "Republican",
    "Nationalist",
    "Loyalist",
    "Royalist",
    "Communist",
    "Confederate",
    "Union",
    "Rebel",
    "Allied",
    "Patriot",
    "Western",
)
SOLDIERS = ("men", "soldiers", "troops", "personnel")
_WORD = 3  # letters of a word that tells what is counted
BOTH = 2
_LOST = re.compile(r"\b(?:killed|wounded|dead|died|casualties|missing|loss(?:es)? of|lost)\b")
_SHIPS = re.compile(
    r"\b(?:ships?|boats?|destroyers?|cruisers?|frigates?|transports?|vessels?|battleships?|submarines?|carriers?|galleys)\b"
)
_STRUCK = re.compile(r"\b(?:sunk|destroyed|lost|scuttled)\b")
_SHIPS_STRUCK = re.compile(r"(?:\w+ )?(?:war)?(?:ships|vessels) (?:were |had been )?(?:sunk|destroyed|lost)\b")
_LEAST = 10  # smaller counts of a sentence are numbers of units and the like, to which nothing lies near
PERSONS = frozenset(("killed", "wounded", "missing", "captured"))


@lru_cache(maxsize=64)
def figures(world: World, relation: Relation, *, ranges: bool = False) -> tuple[tuple[Campaign, Fact, Estimate], ...]:
    """Give the settled figures with one stated value: one number, or a minimum; none that the prose counts otherwise.

    With `ranges` those that have two ends instead.
    """
    return tuple(
        (campaign, fact, fact.leaf)
        for campaign, fact in each(world, relation)
        if isinstance(fact.leaf, Estimate)
        if _is_stated(fact.leaf, ranges=ranges)
        and is_of_all(campaign, fact.leaf)
        and not _NOTHING.search(thing(fact.leaf))
        and not thing(fact.leaf)[:1].isdigit()
        if not _NOBODY.match(fact.leaf.claimed_by or "")
        if not has_more_beside(campaign, fact, fact.leaf)
        if not _is_of_allies_too(world, campaign, fact, fact.leaf)
        if not _is_counted_otherwise(campaign, fact, fact.leaf) and not _is_claimed_otherwise(world, campaign, fact, fact.leaf)
    )


def _is_stated(figure: Estimate, *, ranges: bool) -> bool:
    low, high = figure.low, figure.high
    return low is not None and high is not None and (low < high) is ranges and not figure.at_most and not figure.approximate


def is_of_all(campaign: Campaign, figure: Estimate) -> bool:
    """Whether no date, phase or scope beside a figure says that it is of another time than the whole campaign's, or of a part."""
    if _PHASE.search(figure.text) or is_scoped(figure.text):
        return False
    last = _LAST.search(figure.source.quote) if isinstance(figure.source, Quote) else None
    aside = last[1] if last else ""
    if is_part(aside) or any(_is_of_other_years(campaign, text) for text in (figure.text, f"({aside})")):
        return False
    told = [*find_dates(figure.text), *(dated for dated in find_dates(aside) if (dated.start, dated.end) == (0, len(aside)))]
    return all(campaign.date and dated.value == campaign.date.value for dated in told)


def _is_of_other_years(campaign: Campaign, text: str) -> bool:
    """Whether a year stands alone in parentheses, of which there are others in the campaign: "400 knights (1189)"."""
    years = {point.year for point in campaign.date.value.points} if campaign.date else set()
    return any({int(found[1])} != years for found in _YEAR.finditer(text))


def _is_of_allies_too(world: World, campaign: Campaign, fact: Fact, figure: Estimate) -> bool:
    """Whether a figure of a side, which goes by one of its powers, may be a sum with others: some of its figures are of one people."""
    side = campaign.side(fact.side) if fact.side and not figure.who else None
    if not side or not side.label or side.label.value not in {power.name for power in side.belligerents}:
        return False
    beside = (f.leaf for f in world.of(campaign, fact.relation) if f.side == fact.side)
    return any(isinstance(other, Estimate) and other.kind == figure.kind and is_of_powers(other.who or "") for other in beside)


def _is_claimed_otherwise(world: World, campaign: Campaign, fact: Fact, figure: Estimate) -> bool:
    """Whether somebody claims another number of what a figure counts that nobody is named for."""
    if figure.claimed_by:
        return False
    claims = (f.leaf for f in world.of(campaign, fact.relation) if f.side == fact.side and f is not fact)
    return any(
        isinstance(claim, Estimate) and claim.claimed_by and (claim.kind, claim.of) == (figure.kind, figure.of) and claim.low != figure.low
        for claim in claims
    )


def _is_counted_otherwise(campaign: Campaign, fact: Fact, figure: Estimate) -> bool:
    """Whether a sentence that may speak of that side has another count of the same things: neither is settled then."""
    others = [side for side in campaign.sides if side.id != fact.side]
    told = (sentence for sentence in campaign.sentences if _is_other(figure, sentence)) if fact.side else ()
    return any(not any(names_side(side, sentence) for side in others) for sentence in told)


def _is_other(figure: Estimate, sentence: Sentence) -> bool:
    """Whether a sentence counts the same things otherwise: "both" of three, fewer ships sunk, or some loss against none."""
    text, noun = sentence.text, norm(figure.of or "")
    if figure.low == figure.high == 0:
        return bool(_LOST.search(text)) and any(count.low for count in counts(text))
    if not noun:
        return False
    if f" both {noun} " in f" {norm(text)} " and (figure.low or 0) > BOTH:
        return True
    for count in counts(text):
        after = norm(text[count.end :])
        if f"{after} ".startswith(f"{noun} ") and (count.low, count.high) != (figure.low, figure.high):
            return True
        is_sum = not sentence.section or TOTAL.search(sentence.section)
        if is_sum and _SHIPS.search(noun) and _STRUCK.search(figure.kind) and _SHIPS_STRUCK.match(after) and count.high < (figure.low or 0):
            return True
    return False


@lru_cache(maxsize=4096)
def counts(text: str) -> tuple[Count, ...]:
    return find_counts(text)


def whose(campaign: Campaign, fact: Fact) -> str:
    """Whose figure it is, in words: a side's, or the civilians'."""
    return side_name(campaign.side(fact.side)) if fact.side else CIVILIANS


def rivals(world: World, campaign: Campaign, fact: Fact) -> tuple[Estimate, ...]:
    """Every figure that the model holds of the same relation, side, kind and thing counted, the fact's own among them."""
    own = fact.leaf
    return tuple(
        other.leaf
        for other in world.of(campaign, fact.relation)
        if isinstance(other.leaf, Estimate) and isinstance(own, Estimate)
        if (other.side, other.leaf.kind, other.leaf.of, other.leaf.who) == (fact.side, own.kind, own.of, own.who)
    )


def judge_figure(world: World, campaign: Campaign, fact: Fact, option: str) -> Verdict:
    """Whether the option is the fact's figure; numbers within any rival's range, up from an open rival's minimum, settle nothing."""
    value, figure = number(option), fact.leaf
    assert isinstance(figure, Estimate)
    if value == figure.low:
        return TRUE
    if value is not None and any(_is_told(figure, value, sentence.text) for sentence in campaign.sentences):
        return UNSETTLED
    for rival in rivals(world, campaign, fact):
        low, high = rival.low or 0, rival.high or rival.low or 0
        if value is None or low <= value <= high or (rival.at_least and rival is not figure and low <= value):
            return UNSETTLED
    return false("another figure", says(figure))


def _is_told(figure: Estimate, value: int, text: str) -> bool:
    """Whether a text has a number, or one near it of what may be the same things (rule 6)."""
    kinds = {word for word in norm(f"{figure.kind} {figure.of or ''}").replace("_", " ").split() if len(word) >= _WORD}
    if not figure.kind and figure.of in (None, *SOLDIERS):
        kinds |= set(SOLDIERS)
    is_like = bool(kinds & set(norm(text).split()))
    for count in counts(text):
        if count.low <= value <= count.high or (is_like and count.high >= _LEAST and not _are_clear(value, count)):
            return True
    return False


def _are_clear(value: int, count: Count) -> bool:
    return are_apart(value, count.low) and are_apart(value, count.high)


def says(figure: Estimate) -> str:
    """What a claim says, in words: "pro-government sources give a minimum of 800"."""
    who = claimant(figure)
    return f"{who} {'give' if is_plural(who) else 'gives'} {'a minimum of ' * figure.at_least}{show(figure.low or 0)}"


def said_of(campaign: Campaign, fact: Fact, figure: Estimate) -> dict[str, str]:
    """The slots by which a stem says which figure it means."""
    return {"whose": whose(campaign, fact), "what": thing(figure), "claimant": claimant(figure), "who": adjective_of(figure.who or "")}


def people_lost(campaign: Campaign, fact: Fact, figure: Estimate) -> dict[str, str]:
    """The slots by which a stem says which people were lost, and how: "officers on the side of the rebels", "killed"."""
    noun = noun_of(figure.of) if figure.of and figure.of not in figure.kind else "people" if fact.side else CIVILIANS
    group = f"{noun} on the side of {whose(campaign, fact)}" if fact.side else noun
    return {"group": group, "did": figure.kind, "claimant": claimant(figure), "who": figure.who or ""}


_TURNS = ("lost", "had", "of", "total", "does")  # turns of one phrase, of which a stem has some
Said = Callable[[Campaign, Fact, Estimate], dict[str, str]]


def find(world: World, slots: Slots, relation: Relation, *, ranges: bool = False, said: Said = said_of) -> tuple[Campaign, Fact] | None:
    """Find the figure that a stem speaks of by the slots that say which it is."""
    campaign = world.campaign_named(slots["campaign"])
    for of, fact, figure in figures(world, relation, ranges=ranges):
        told = said(of, fact, figure)
        if of is campaign and all(norm(slots.get(name, "")) == norm(told[name]) for name in told if name in slots or name not in _TURNS):
            return campaign, fact
    return None


def thing(figure: Estimate) -> str:
    """What a figure counts, in words: "tanks", "tanks destroyed", "killed", "civilians killed"."""
    kind = figure.kind.replace("_", " ")
    if not kind or not figure.of or figure.of in kind:
        return ships(kind) or figure.of or ""
    if kind == "casualties":
        return kind if figure.of in SOLDIERS else f"{kind} among {noun_of(figure.of)}"
    return f"{noun_of(figure.of)} {kind}"


def ships(kind: str) -> str:
    """The kind of a loss without the sailors' short word: "merchants sunk" are merchant ships, and no tradesmen."""
    return re.sub(r"\bmerchant(s?)(?= (?:sunk|damaged|scuttled|torpedoed))", r"merchant ship\1", kind)


def noun_of(noun: str) -> str:
    """The noun of what is counted, in the plural."""
    return "civilians" if noun == "civilian" else noun


def claimant(figure: Estimate) -> str:
    """Who makes a claim, in words that follow "according to"; the article itself where nobody is named."""
    if not figure.claimed_by:
        return "the infobox"
    name = figure.claimed_by
    if _KINDS.match(name):
        name = name[0].lower() + name[1:]
    if " " not in name and (name.endswith(".") or name[0].islower() or name in _PARTIES or (name in adjectives() and not name.isupper())):
        return f"{name} sources"
    if name.isupper():
        return with_article(name)  # "the KGB"
    article = "an" if _SOUNDED.match(name) else "a"
    return f"{article} {name}" if re.search(r"[a-z] (?:estimate|report|claim|account|prosecutor|commission|inquiry)$", name) else name


def is_people(who: str | None) -> bool:
    """Whether a contingent goes by the adjective of a people, so that it can stand before what is counted: "German tanks"."""
    return bool(who) and who in adjectives()


def asks(figure: Estimate) -> str:
    """How a figure is asked for: an open one as a minimum (rule 6)."""
    return "what minimum number of" if figure.at_least else "how many"
