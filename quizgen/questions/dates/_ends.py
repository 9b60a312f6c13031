"""What asking for the start and for the end of a campaign share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import zip_longest

from quizgen.grammar.dates import Dated, Partial, find_dates
from quizgen.historical_date import HistoricalDate, Point
from quizgen.items import Format
from quizgen.model import Campaign, norm
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each
from quizgen.questions.dates._calendar import is_unreformed, style
from quizgen.questions.dates._days import answer, compare, date_slots, neighbours, read_answer
from quizgen.questions.dates._rivals import is_doubted, is_hedged, is_of_another_length, is_one_night, is_voyage, noted, rivals
from quizgen.relations import Relation
from quizgen.world import World

# "the much larger Battle of Halm, lasting from early April until mid-June": not this one.
_LASTED = re.compile(
    r"(?:\b(?:Battle|Siege|Campaign|Operation|Raid|Offensive|War|Invasion|Defen[cs]e)s? (?:(?:of|for|at|on|in) )?(?:the )?"
    r"(?P<other>[A-Z][\w'’-]+)[^.;:]{0,40}?)?\blast(?:s|ed|ing)\b"
)
BY_BOX = ", according to the infobox"
REACH = 10  # days, months or years that a wrong answer may be off


@lru_cache(maxsize=4096)
def _dates(text: str) -> tuple[Dated, ...]:
    return tuple(find_dates(text))


def spans(campaign: Campaign, year: int) -> Iterator[tuple[HistoricalDate, bool]]:
    """Give the stretches that sentences state from one date to another, and whether they say that something lasted so long."""
    for sentence in campaign.sentences:
        lasted = _LASTED.search(sentence.text)
        if lasted and lasted["other"] and norm(lasted["other"]) not in norm(campaign.title.value):
            continue
        for found in _dates(sentence.text):
            span = found.within(Partial(year)).value if found.last else None
            if span and year > 0:
                yield span, bool(lasted)


def _is_dated(campaign: Campaign, date: HistoricalDate, true: HistoricalDate) -> bool:
    """Whether a sentence tells of a day or month within a date, and of none that holds the true one: it may have been under way by then."""
    told = (day for sentence in campaign.sentences for day in sentence.dates if day.start.month and not day.is_interval)
    return any(date.overlaps(day) and not day.overlaps(true) for day in told)


def _is_beyond(relation: Relation, date: HistoricalDate, true: HistoricalDate) -> bool:
    """Whether a date lies before the start, or after the end."""
    return date.before(true) if relation is Relation.START else true.before(date)


def _is_told_beyond(campaign: Campaign, relation: Relation, month: Point) -> bool:
    """Whether the prose tells of the months just beyond one: without its day the infobox may date a part of the whole."""
    near, true = (read_answer(text, month.year) for text in neighbours(month)[:4]) if month.month else (), HistoricalDate(month.edtf)
    return any(date and _is_beyond(relation, date, true) and _is_dated(campaign, date, true) for date in near)


def _sides_of(point: Point, dates: list[str]) -> tuple[str, ...]:
    """The dates nearest to a point, earlier and later ones in turn: at no rank among the options is it sure to be wrong."""
    parted: tuple[list[str], list[str]] = ([], [])
    for text in dates:
        date = read_answer(text, point.year)
        parted[bool(date and date.first < point.first)].append(text)
    return tuple(text for pair in zip_longest(*parted) for text in pair if text)


def _verb(campaign: Campaign, base: str, past: str) -> tuple[str, str]:
    """How it is asked and told: what has but one date does not begin, it takes place."""
    return (base, past) if campaign.date and campaign.date.value.is_interval else ("take place", "took place")


def _told(campaign: Campaign, relation: Relation, year: int, *, lasting: bool) -> set[Point]:
    """The points that the prose states as that end of a stretch: rivals of the infobox's (the text has a veto: rule 2)."""
    side = 0 if relation is Relation.START else -1
    return {span.points[side] for span, lasted in spans(campaign, year) if lasted or not lasting}


def _is_doubtful(campaign: Campaign, relation: Relation, point: Point, text: str) -> bool:
    """Whether the prose leaves it open that another date is right."""
    date, true = read_answer(text, point.year), HistoricalDate(point.edtf)
    if date is None or date == true:
        return date is None
    is_all = campaign.date and not campaign.date.value.is_interval  # what has but one date may have gone on past it as well
    return (
        ((is_all or _is_beyond(relation, date, true)) and _is_dated(campaign, date, true))
        or date in _rivals(campaign, relation)
        or date.start in _told(campaign, relation, point.year, lasting=False)
    )


def _rivals(campaign: Campaign, relation: Relation) -> frozenset[HistoricalDate]:
    """The days on which the prose, or a note, may have it begin or end otherwise."""
    return rivals(campaign, relation, sure=True) | rivals(campaign, relation, sure=False) | noted(campaign, relation)


def is_by_box(campaign: Campaign, relation: Relation) -> bool:
    """Whether the prose, or a note, may have another day than the infobox."""
    return bool(_rivals(campaign, relation) or is_doubted(campaign) or is_unreformed(campaign) or is_of_another_length(campaign))


def told_beyond(campaign: Campaign, relation: Relation) -> frozenset[int]:
    """The day on which the campaign began or ended, as a number, and those before or after it of which the prose tells."""
    whole = campaign.date.value if campaign.date else None
    point = whole and (whole.start if relation is Relation.START else whole.points[-1])
    if not point or not point.day:
        return frozenset()
    days = ((text, read_answer(text, point.year)) for text in neighbours(point, REACH))
    true = HistoricalDate(point.edtf)
    doubtful = (day for text, day in days if day and _is_beyond(relation, day, true) and _is_doubtful(campaign, relation, point, text))
    return frozenset({point.first, *(day.first for day in doubtful)})


def _may_count_more(campaign: Campaign, relation: Relation, point: Point, sound: list[str]) -> bool:
    """Whether the prose tells of every day just before the start or after the end, or of any after the only day: it may count those in."""
    true, days = HistoricalDate(point.edtf), [(text, read_answer(text, point.year)) for text in neighbours(point, REACH)]
    beyond = {text for text, date in days if date and _is_beyond(relation, date, true)}
    after = {text for text, date in days if date and true.before(date)}
    is_one = bool(campaign.date and not campaign.date.value.is_interval)
    return bool(beyond and not beyond & {*sound}) or (is_one and not after <= {*sound})


def ask_end(relation: Relation, base: str, past: str, end: Callable[[Campaign], Point | None]) -> QuestionType:
    """Make the type that asks when a campaign began or ended; `end` gives the point, None where it is open."""
    verb = partial(_verb, base=base, past=past)

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact in each(world, relation):
            point = end(campaign)
            if not point or point.approximate or not _told(campaign, relation, point.year, lasting=True) <= {point}:
                continue
            if is_one_night(campaign) or is_voyage(campaign) or is_hedged(campaign):
                continue
            sound = [text for text in neighbours(point, REACH) if not _is_doubtful(campaign, relation, point, text)]
            is_open = not point.day and _is_told_beyond(campaign, relation, point)
            of_box = is_open or is_by_box(campaign, relation) or _may_count_more(campaign, relation, point, sound)
            if not is_open or (campaign.date and campaign.date.value.is_interval):
                by_box = style(campaign) + BY_BOX * of_box
                yield Case(
                    facts=(fact,),
                    slots=date_slots(campaign, point) | dict(zip(("begin", "began", "by_box"), (*verb(campaign), by_box), strict=True)),
                    key=(answer(point),),
                    pool=_sides_of(point, sound),
                    accepted=(point.words(),),
                    explanation=f"{the_title(campaign)} {verb(campaign)[1]} {'on' if point.day else 'in'} {point.words()}{by_box}.",
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        point = end(campaign)
        date = read_answer(option, point.year) if point else None
        if not point or not date or _is_doubtful(campaign, relation, point, option):
            return UNSETTLED
        true = HistoricalDate(point.edtf)
        came = f"the {relation} came" if verb(campaign) == (base, past) else "it took place"
        came = f"by the infobox {came}" if BY_BOX in slots.get("by_box", "") else came
        return TRUE if date == true else compare(date, true, came, "on" if point.day else "in")

    question = ("{when} did {campaign} {begin}{by_box}?",)
    statement = ("{campaign} {began} {on} {option}{in_year}{by_box}.",)
    return QuestionType(
        summary=f"when the campaign {past}",
        stems={Format.MULTIPLE_CHOICE: question, Format.DATE: question, Format.TRUE_FALSE: statement, Format.CLOZE: statement},
        cases=cases,
        judge=judge,
    )
