"""A figure of losses → the words that ask for it and tell it: "guns did the rebels lose", "the rebels lost … guns"."""

from __future__ import annotations

from quizgen.demonyms import adjective_of, adjectives, people
from quizgen.model import Campaign, Estimate
from quizgen.questions.figures._claims import SOLDIERS, claimant, noun_of, ships, whose
from quizgen.relations import CIVILIANS, Fact

_ACTIVE = {"": ("lose", "lost"), "lost": ("lose", "lost"), "casualties": ("suffer", "suffered")}


def lost(campaign: Campaign, fact: Fact, figure: Estimate) -> dict[str, str]:
    """The slots by which a stem says which loss it means.

    `lost` follows "how many"; the number stands between `had` and `of`; `total` follows "the number of".
    """
    own, (noun, befell) = whose(campaign, fact), _parts(figure)
    is_contingent = figure.who in adjectives()
    slots = {"claimant": claimant(figure), "who": "" if is_contingent else figure.who or ""}
    if befell in _ACTIVE and fact.side:
        verb, past = _ACTIVE[befell]
        things = f"{adjective_of(figure.who)} {noun}" if is_contingent and figure.who else noun
        return slots | {"lost": f"{things} did {own} {verb}", "had": f"{own} {past} ", "of": things, "total": f"{things} that {own} {past}"}
    things = _with_people(figure, noun) if is_contingent else noun or ("people" if fact.side else CIVILIANS)
    at = f" on the side of {own}" if fact.side else ""
    told = f"{things}{at} were {befell}"
    return slots | {"lost": told, "had": "", "of": told, "total": f"{things} {befell}{at}"}


def total(campaign: Campaign, fact: Fact, figure: Estimate) -> str:
    """What a loss is the number of: "guns that the rebels lost", "people killed on the side of the rebels"."""
    return lost(campaign, fact, figure)["total"]


def _parts(figure: Estimate) -> tuple[str, str]:
    """What a figure counts and what befell it: ("guns", "lost"), ("casualties", "casualties"), ("", "killed")."""
    kind, noun = ships(figure.kind.replace("_", " ")), figure.of or ""
    noun = ships(f"{noun} sunk").removesuffix(" sunk") if kind != figure.kind else noun
    if kind == "casualties":
        return kind if not noun or noun in SOLDIERS else f"{kind} among {noun_of(noun)}", kind
    if noun and kind.startswith(noun):
        return noun, kind.removeprefix(noun).strip()
    return noun_of(noun), kind


def _with_people(figure: Estimate, noun: str) -> str:
    """The people of a contingent, with what is counted of them: "Italians", "British people", "Italian officers"."""
    adjective = adjective_of(figure.who or "")
    return f"{adjective} {noun}" if noun else people(adjective) or f"{adjective} people"


def compared(figure: Estimate) -> dict[str, str]:
    """What is compared: "lost" and "guns", to go round "more", and in all "guns lost"; who was captured is "taken prisoner"."""
    noun, befell = _parts(figure)
    if not figure.kind:
        return {"bore": "had", "what": noun, "total": noun}
    if befell in _ACTIVE:
        verb = _ACTIVE[befell][1]
        return {"bore": verb, "what": noun, "total": noun if befell == "casualties" else f"{noun} {verb}"}
    told = f"{noun or 'people'} {'taken prisoner' if befell == 'captured' and not noun else befell}"
    return {"bore": "had", "what": told, "total": told}
