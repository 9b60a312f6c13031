"""What the questions on figures share: which figures can be asked, and what every rival claims of the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import side_name
from quizgen.prose.actions import is_plural
from quizgen.questions import TRUE, Slots, Verdict, each, false
from quizgen.questions.figures._numbers import number, show
from quizgen.relations import CIVILIANS, Fact, Relation
from quizgen.world import World


def figures(world: World, relation: Relation) -> Iterator[tuple[Campaign, Fact, Estimate]]:
    """Give the settled figures with one stated value: one number, or a minimum."""
    for campaign, fact in each(world, relation):
        figure = fact.leaf
        if (
            isinstance(figure, Estimate)
            and figure.low is not None
            and figure.low == figure.high
            and not figure.at_most
            and not figure.approximate
        ):
            yield campaign, fact, figure


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
    for rival in rivals(world, campaign, fact):
        low, high = rival.low or 0, rival.high or rival.low or 0
        if value is None or low <= value <= high or (rival.at_least and rival is not figure and low <= value):
            return Verdict(None)
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
        return "the article's infobox"
    name = figure.claimed_by
    return f"{name} sources" if name[0].islower() and " " not in name else name


def number_words(figure: Estimate) -> str:
    """What is asked of a figure: its number, or the minimum where it is open (rule 6)."""
    return "minimum number" if figure.at_least else "number"
