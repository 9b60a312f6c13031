"""Where a campaign took place: the last part of the place, the rest given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.called.places import forms_of_place
from quizgen.called.powers import forms_of_power
from quizgen.demonyms import demonyms, folded_adjectives
from quizgen.items import Format
from quizgen.model import Campaign, EntityKind, norm
from quizgen.naming import name_for, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.relations import Relation
from quizgen.world import World

_ALSO = (
    ("U.S.", "US", "United States", "United States of America", "USA", "U.S.A.", "America"),
    ("UK", "U.K.", "United Kingdom", "Britain"),
    ("USSR", "Soviet Union", "U.S.S.R.", "Union of Soviet Socialist Republics"),
    ("UAE", "United Arab Emirates", "U.A.E."),
    ("DRC", "Democratic Republic of the Congo", "DR Congo", "D.R. Congo"),
)
_LAST_PART = re.compile(r"(.+(?:,| in)) (?:the )?(.+)")
MOST = 4  # places of one line, each within the next; more are a list


_BESIDE = re.compile(r"(?:off|near|around|along|outside|between|(?:north|south|east|west)(?= of\b)|in|at|on)\b", re.IGNORECASE)


def _parts(campaign: Campaign) -> tuple[str, str]:
    """All but the last part of the place ("Marn," or "Marn in"), and the last; nothing where the parts are no whole within the next."""
    place = campaign.place.value if campaign.place else ""
    found = _LAST_PART.match(place)
    near, last = (found[1], found[2]) if found else ("", "")
    is_list = place.count(", ") >= MOST or re.search(r"[:;\n]", place)
    near = near[:1].lower() + near[1:] if _BESIDE.match(near) else near
    return (near, last) if last[:1].isupper() and not is_list and not re.search(r"\d|[()]|\band\b", last) else ("", "")


def _also_called(name: str) -> tuple[str, ...]:
    """Give the other ways to write a country that goes by its letters: "U.S.", "USA", "United States"."""
    return next((tuple(other for other in names if other != name) for names in _ALSO if norm(name) in map(norm, names)), ())


def _is_now(name: str, campaign: Campaign) -> Iterator[str]:
    """What the article says that a land is called today: "Burma (now Myanmar)"."""
    today = re.compile(
        rf"\b{re.escape(name)}(?:,| \() ?(?:now|today|present-day|modern)(?: called)? ([A-Z][\w-]+(?: [A-Z][\w-]+)*)(?=[,.)])"
    )
    found = (match[1] for sentence in campaign.sentences for match in today.finditer(sentence.text))
    return (land for land in found if norm(land) not in folded_adjectives())


def _lands(near: str, campaign: Campaign) -> Iterator[str]:
    """The lands that the article puts the place in: "Cape Bon, Tunisia", "the Aleutian Islands in Alaska"."""
    *_, name = re.split(r", |\b(?:off|near|around|in|at|on|between|and) ", near.removesuffix(",").removesuffix(" in"))
    behind = re.compile(rf"\b{re.escape(name)}(?P<by>,| in) (?:the )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)*)(?=[.,;)]| in | on | during )")
    for found in (match for sentence in campaign.sentences for match in behind.finditer(sentence.text)) if name[:1].isupper() else ():
        entity = campaign.entity(found["land"])
        is_place = found["by"] != "," and entity is not None and entity.kind is EntityKind.PLACE
        if norm(found["land"]) not in folded_adjectives() and (is_place or demonyms(found["land"])):
            yield found["land"]


def _is_told(form: str, near: str, campaign: Campaign) -> bool:
    """Whether a stem holds it: "Hungary" of the Kingdom of Hungary, in a question on the Hungary campaign."""
    return f" {norm(form)} " in f" {norm(f'{near} {campaign.title.value}')} "


def cases(world: World) -> Iterator[Case]:
    """Each campaign whose place is told with what it lies in: "Aleppo, Syria", "Sommers in Gulf of Finland"."""
    for campaign, fact in each(world, Relation.PLACE):
        near, last = _parts(campaign)
        if near and last:
            yield Case(
                facts=(fact,),
                slots={"campaign": name_for(campaign, last) or the_title(campaign), "near": near},
                key=(last,),
                accepted=tuple(form for form in _accepted(campaign, near, last) if form != last and not _is_told(form, near, campaign)),
                minor="the country is plain from the place in it" if demonyms(last) or _also_called(last) else "",
                explanation=f"The infobox gives “{fact.object}” as the place.",
            )


def _accepted(campaign: Campaign, near: str, last: str) -> Iterator[str]:
    """What else names the last part of the place."""
    yield from _also_called(last)
    yield from forms_of_power(last)
    yield from campaign.place.aliases if campaign.place else ()
    yield from (form for form in forms_of_place(last) if last.endswith(("Sea", "Ocean")))
    yield from dict.fromkeys((*_is_now(last, campaign), *_lands(near, campaign)))


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the place given ends so."""
    near, last = _parts(world.campaign_named(slots["campaign"]))
    if norm(near) != norm(slots["near"]):
        return UNSETTLED
    return TRUE if norm(option) == norm(last) else false("another place", f"the place given is {near} {last}")


TYPE = QuestionType(
    summary="where the campaign took place",
    stems={Format.CLOZE: ("The infobox gives “{near} {option}” as the place of {campaign}.",)},
    cases=cases,
    judge=judge,
)
