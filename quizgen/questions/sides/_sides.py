"""What the questions on sides share: who is on which side, and why not on the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from quizgen.demonyms import demonyms
from quizgen.items import Format
from quizgen.model import Belligerent, By, Campaign, Side, norm
from quizgen.naming import has_fought, side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, Judge, Slots, Verdict, each, false, weighed
from quizgen.relations import Fact, Relation
from quizgen.world import World

OTHER_SIDE = "other side"
ENOUGH = 3  # questions of a kind that have one answer; more of them teach nothing new


def side_called(campaign: Campaign, name: str) -> Side | None:
    """The side that goes by this name: its name, label or an alias."""
    for side in campaign.sides:
        labels = [label.value for label in (side.label, *side.aliases) if label]
        short = (re.sub(r" (?:forces|troops|armies)$", "", label) for label in labels)
        if norm(name) in map(norm, (side_name(side), *labels, *short)):
            return side
    return None


def judge_aim(world: World, campaign: Campaign, aim: str, name: str) -> Verdict:
    """Whether the article names the aim as that side's, or as that of another alone."""
    side = side_called(campaign, name)
    owners = {fact.side for fact in world.of(campaign, Relation.AIM) if norm(fact.object) == norm(aim)}
    if side is None or len(owners) != 1 or None in owners:
        return UNSETTLED
    (owner,) = owners
    return TRUE if owner == side.id else false(OTHER_SIDE, f"the article names it as an aim of {side_name(campaign.side(owner or ''))}")


def judge_side(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the member fought on the side named by the option; a member of several sides settles nothing."""
    campaign = world.campaign_named(slots["campaign"])
    side, member = side_called(campaign, option), slots["thing"]
    sides = world.fought_on(campaign, member)
    if side is None or len(sides) != 1:
        return UNSETTLED
    return TRUE if side.id in sides else false(OTHER_SIDE, world.listed(campaign, member))


def judge_member(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option fought on the side that the stem names."""
    return judge_side(world, {**slots, "thing": option}, slots["side"], ())


def judge_opposed(sides_of: Callable[[World, Campaign, str], frozenset[str]], called: Callable[[str], str]) -> Judge:
    """Make the judge of whether two are listed on different sides, each on one only; `called` sets a name in a sentence."""

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        own, other = sides_of(world, campaign, slots["thing"]), sides_of(world, campaign, option)
        if len(own) != 1 or len(other) != 1:
            return UNSETTLED
        same = f"the infobox lists {called(option)} on the same side as {called(slots['thing'])}"
        return TRUE if own != other else false("the same side", same)

    return judge


def listed_to_fight(world: World, campaign: Campaign, relation: Relation) -> list[Fact]:
    """The facts of a list, but of powers that it names with a reserve ("Supported by", "Alleged")."""
    return [fact for fact in world.of(campaign, relation) if not isinstance(fact.leaf, Belligerent) or has_fought(fact.leaf)]


def are_nested(campaign: Campaign, one: str, other: str) -> bool:
    """Whether a list sets one power below the other: a part of it, or one that it led."""
    blocs = {norm(power.name): norm(power.bloc or "") for side in campaign.sides for power in side.belligerents}
    return blocs.get(norm(one)) == norm(other) or blocs.get(norm(other)) == norm(one)


def again(used: Counter[str], answer: str) -> str:
    """Count an answer; give why it is but a detail to ask for it once more: weightier questions of the kind have it, often enough."""
    used[answer] += 1
    return f"{ENOUGH} weightier ones have the same answer" if used[answer] > ENOUGH else ""


def is_told_by_name(side: Side, name: str) -> str:
    """Give why to ask for its side is a detail, where a name has the people of one of its powers: "Russian Ground Forces" of Russia."""
    own = {norm(word) for power in side.belligerents for word in (power.name, *demonyms(power.name))}
    told = f" {norm(name)} "
    return "the name tells its side" if any(f" {word} " in told for word in own if word) else ""


def _is_made(side: Side) -> bool:
    """Whether a side goes by some of its powers ("France and its allies"): recalled freely, each of the others names it as well."""
    return len(side.belligerents) > 1 and any(norm(power.name) in norm(side_name(side)) for power in side.belligerents)


def _has_others(side: Side, fact: Fact) -> bool:
    """Whether a power fought beside others, any of which names the side it was on as well, but one that prose calls "the rebels"."""
    is_plain = bool(side.label and side.label.value[:1].islower())
    return isinstance(fact.leaf, Belligerent) and len(side.belligerents) > 1 and not is_plain


def tells_side(campaign: Campaign, fact: Fact) -> bool:
    """Whether a name has in it the people of the power that its side goes by: the "Russian Ground Forces" of Russia."""
    side = campaign.side(fact.side or "")
    powers = (power.name for power in side.belligerents if norm(power.name) in norm(side_name(side)))
    return any(re.search(rf"\b{re.escape(word)}\b", fact.subject) for power in powers for word in (power, *demonyms(power)))


def is_whole(fact: Fact) -> bool:
    """Whether a list of belligerents is surely whole: a plain-text article may have lost powers with their flags."""
    return isinstance(fact.source, By) or not fact.source.file.endswith(".txt")


def cases_of(world: World, relation: Relation) -> Iterator[Case]:
    """Ask of each member of a relation on which side it stands, but of one whose name names the side."""
    used = Counter[str]()
    facts = (fact for campaign in world.campaigns for fact in weighed(world.of(campaign, relation)))
    minor = {fact.id: again(used, f"{fact.campaign}/{fact.side}") for fact in facts}
    for campaign, fact in each(world, relation):
        own = campaign.side(fact.side or "")
        if norm(fact.subject) in norm(side_name(own)) or (isinstance(fact.leaf, Belligerent) and not has_fought(fact.leaf)):
            continue
        labels = tuple(label.value for label in (own.label, *own.aliases) if label)
        yield Case(
            facts=(fact,),
            slots={"thing": fact.subject, "campaign": the_title(campaign)},
            key=(side_name(own),),
            pool=tuple(side_name(side) for side in campaign.sides if side.id != own.id),
            accepted=(*labels, *dict.fromkeys(re.sub(r" (?:forces|troops|armies)$", "", label) for label in labels)),
            explanation=f"{world.listed(campaign, fact.subject)}.",
            formats=frozenset(Format) - ({Format.CLOZE} if _is_made(own) or _has_others(own, fact) else set()),
            minor=minor[fact.id] or is_told_by_name(own, fact.subject),
        )


def members(world: World, relation: Relation) -> Iterator[tuple[Case, list[Fact]]]:
    """Ask of each side which of several stand on it: each of its members against those of other sides, and all of them at once."""
    for campaign in world.campaigns:
        facts = weighed(fact for fact in world.of(campaign, relation) if not tells_side(campaign, fact))
        for side in campaign.sides:
            own = [fact for fact in facts if fact.side == side.id]
            others = tuple(fact.subject for fact in facts if fact.side != side.id)
            used = Counter[str]()
            for chosen in ([own] if len(own) >= 2 else []) + [[fact] for fact in own]:
                is_one = len(chosen) == 1
                case = Case(
                    facts=tuple(chosen),
                    slots={"side": side_name(side), "campaign": the_title(campaign)},
                    key=tuple(fact.subject for fact in chosen),
                    pool=others,
                    explanation=f"{world.listed(campaign, chosen[0].subject)}." if is_one else "",
                    formats=frozenset({Format.MULTIPLE_CHOICE if is_one else Format.MULTIPLE_RESPONSE}),
                    minor=(again(used, side.id) or is_told_by_name(side, chosen[0].subject)) if is_one else "",
                )
                yield case, chosen
