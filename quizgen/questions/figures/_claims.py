"""What the questions on figures share: which figures can be asked, and what every rival claims of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.grammar.dates import find_dates
from quizgen.grammar.numbers import Count, find_counts
from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import side_name
from quizgen.prose.actions import is_plural
from quizgen.questions import TRUE, UNSETTLED, Slots, Verdict, each, false
from quizgen.questions.figures._numbers import number, show
from quizgen.relations import CIVILIANS, Fact, Relation
from quizgen.world import World, names_side


def figures(world: World, relation: Relation) -> Iterator[tuple[Campaign, Fact, Estimate]]:
    """Give the settled figures with one stated value: one number, or a minimum; none that the prose counts otherwise."""
    for campaign, fact in each(world, relation):
        figure = fact.leaf
        if (
            isinstance(figure, Estimate)
            and figure.low is not None
            and figure.low == figure.high
            and not figure.at_most
            and not figure.approximate
            and _is_of_all(campaign, figure)
            and not _is_counted_otherwise(campaign, fact, figure)
        ):
            yield campaign, fact, figure


def _is_of_all(campaign: Campaign, figure: Estimate) -> bool:
    """Whether no date beside a figure says that it is of another time than the whole campaign's."""
    return all(campaign.date and dated.value == campaign.date.value for dated in find_dates(figure.text))


def _is_counted_otherwise(campaign: Campaign, fact: Fact, figure: Estimate) -> bool:
    """Whether a sentence that may speak of that side has another count of the same things: neither is settled then."""
    others = [side for side in campaign.sides if side.id != fact.side]
    for sentence in campaign.sentences:
        if not figure.of or not fact.side or any(names_side(side, sentence) for side in others):
            continue
        for count in _counts(sentence.text):
            noun = re.match(r"\s*(\w+)", sentence.text[count.end :])
            if noun and norm(noun[1]) == norm(figure.of) and (count.low, count.high) != (figure.low, figure.high):
                return True
    return False


@lru_cache(maxsize=4096)
def _counts(text: str) -> tuple[Count, ...]:
    return tuple(find_counts(text))


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
    if value is not None and any(count.low <= value <= count.high for s in campaign.sentences for count in _counts(s.text)):
        return UNSETTLED
    for rival in rivals(world, campaign, fact):
        low, high = rival.low or 0, rival.high or rival.low or 0
        if value is None or low <= value <= high or (rival.at_least and rival is not figure and low <= value):
            return UNSETTLED
    return false("another figure", says(figure))


def says(figure: Estimate) -> str:
    """What a claim says, in words: "pro-government sources give a minimum of 800"."""
    who = claimant(figure) if figure.claimed_by else "the article"
    return f"{who} {'give' if is_plural(who) else 'gives'} {'a minimum of ' * figure.at_least}{show(figure.low or 0)}"


def find(world: World, slots: Slots, relation: Relation) -> tuple[Campaign, Fact] | None:
    """Find the figure that a stem speaks of by its slots whose, what and claimant."""
    campaign = world.campaign_named(slots["campaign"])
    for of, fact, figure in figures(world, relation):
        said = {"whose": whose(of, fact), "what": thing(figure), "claimant": claimant(figure)}
        if of is campaign and all(norm(slots[name]) == norm(value) for name, value in said.items()):
            return campaign, fact
    return None


def thing(figure: Estimate) -> str:
    """What a figure counts, in words: "tanks", "fighters", "killed"."""
    if figure.kind:
        return figure.kind.replace("_", " ") + (f" {figure.of}" if figure.of and figure.of not in figure.kind else "")
    return figure.of or ""


def claimant(figure: Estimate) -> str:
    """Who makes a claim, in words that follow "according to"; the article itself where nobody is named."""
    if not figure.claimed_by:
        return "the infobox"
    name = figure.claimed_by
    if name[0].islower() and " " not in name:
        return f"{name} sources"
    return f"a {name}" if re.search(r"[a-z] (?:estimate|report|claim|account)$", name) else name


def asks(figure: Estimate) -> str:
    """How a figure is asked for: an open one as a minimum (rule 6)."""
    return "what minimum number of" if figure.at_least else "how many"
