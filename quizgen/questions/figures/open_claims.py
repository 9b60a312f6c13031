"""Why several sources may give different figures: to be argued, not solved."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import the_title
from quizgen.prose.actions import is_plural
from quizgen.questions import Case, QuestionType
from quizgen.questions._open import marks, nothing_to_judge, quoted, series
from quizgen.questions.figures._claims import claimant, is_of_all
from quizgen.questions.figures._numbers import show
from quizgen.questions.figures._wording import total
from quizgen.relations import Fact, Relation
from quizgen.world import World

MOST = 3  # claims that a prompt can hold
Claim = tuple[Fact, Estimate]


def cases(world: World) -> Iterator[Case]:
    """One case for each loss of a side on which two or three claimants differ; also where the article is at odds about one of them."""
    for campaign in world.campaigns:
        topics: dict[tuple[str | None, ...], list[Claim]] = {}
        for fact in world.of(campaign, Relation.CASUALTIES):
            figure = fact.leaf
            if isinstance(figure, Estimate) and fact.side and figure.claimed_by and figure.low is not None and is_of_all(campaign, figure):
                topics.setdefault((fact.side, figure.kind, figure.of, figure.who), []).append((fact, figure))
        yield from (_case(campaign, claims) for claims in topics.values() if _differ(claims))


def _differ(claims: list[Claim]) -> bool:
    """Whether each claimant makes one claim, and no two claim the same."""
    who, what = ({tell(figure) for _, figure in claims} for tell in (claimant, _amount))
    return 2 <= len(claims) <= MOST and len(who) == len(what) == len(claims)


def _case(campaign: Campaign, claims: list[Claim]) -> Case:
    fact, figure = claims[0]
    told = [f"{who} {'give' if is_plural(who) else 'gives'} {_amount(one)}" for _, one in claims for who in [claimant(one)]]
    return Case(
        facts=tuple(one for one, _ in claims),
        slots={
            "campaign": the_title(campaign),
            "total": total(campaign, fact, figure),
            "claims": series(told),
        },
        key=(
            *(f"{claimant(one)}: {quoted(one.text, of.source)}." for of, one in claims),
            *(f"Also told: {said}." for said in _beside(campaign, claims)),
            "May be named: who counts, and how; which days, groups and kinds of loss are counted; "
            "what a claimant gains by a high or a low figure; whether a figure is exact, rounded or a minimum.",
            marks("reason that is tied to the figures"),
        ),
        explanation=f"{series(told)}.",
    )


def _amount(figure: Estimate) -> str:
    low, high = figure.low or 0, figure.high or figure.low or 0
    bound = "a minimum of " * figure.at_least or "a maximum of " * figure.at_most or "about " * figure.approximate
    return bound + (show(low) if low == high else f"{show(low)} to {show(high)}")


def _beside(campaign: Campaign, claims: list[Claim]) -> Iterator[str]:
    """What the article says against one of the claims elsewhere, in its words ("not known" sums up others)."""
    own = {fact.source for fact, _ in claims}
    for found in campaign.contradictions:
        if own & {*found.sources}:
            told = zip(found.values, found.sources, strict=False)
            yield from (quoted(text, at) for text, at in told if at not in own and norm(text) in norm(getattr(at, "quote", text)))


TYPE = QuestionType(
    summary="why claimants may give different figures, to be argued",
    stems={
        Format.OPEN: (
            "Claims differ on the number of {total} in {campaign}: {claims}. Give two reasons why such figures may differ.",
            "For the number of {total} in {campaign}, {claims}. What may explain the difference? Give two reasons.",
        ),
    },
    cases=cases,
    judge=nothing_to_judge,
)
