"""Text → the expressions of time in it, each with the date that it settles, or None where it settles none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen.grammar.dates import Dated, Partial, find_dates
from quizgen.grammar.numerals import ORDINALS
from quizgen.historical_date import MONTHS, HistoricalDate, of_day
from quizgen.prose.months import counted, day_of
from quizgen.prose.words import words
from quizgen.prose.years import in_year_of, resolve


@dataclass(frozen=True, slots=True)
class When:
    """A settled time: the date of what happened, every day that it may touch, and whether it happened "by" then."""

    date: HistoricalDate
    days: tuple[HistoricalDate, ...]
    by: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression of time in a sentence, from `start` to `end`; `when` is None if it does not settle a date.

    `is_head`: it opens the sentence and governs all of it. `moves`: the story may go on from there. `bound`: the end or the
    beginning of something that lasted ("until 5 May", "from 5 May"), where `when` is None. `aside`: a date that belongs to a thing
    ("a letter of 5 May 1921"): nothing is told of that day, but later dates take their year from it.
    """

    start: int
    end: int
    when: When | None
    is_head: bool = False
    moves: bool = True
    bound: When | None = None
    aside: HistoricalDate | None = None

    @property
    def named(self) -> HistoricalDate | None:
        """The last day that it names, whether or not anything is told of it."""
        when = self.when or self.bound
        return when.days[-1] if when else self.aside


_NAMES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty"""
_NUMBERS = {name: number for number, name in enumerate(_NAMES.split(), 1)} | {"a": 1}
_COUNTS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_LATER = r"(?:later|afterwards?|after\s(?:that|this)|thereafter)"
_PART = r"(?:day|morning|afternoon|evening|dawn|noon|midday)"
_SPAN = r"(?:hours?|days?|nights?|weeks?|months?|years?|decades?|weekend|spring|summer|autumn|winter)"
_SOME = r"(?:few|several|couple of|many|some|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_RELATIVE = re.compile(
    rf"""(?<!\w)(?=\w)(?:  # each begins with a word: to see that first halves the time
    (?P<after>\b(?:the\s)?(?:next|following)\s{_PART}\b|\bthe\sday\safter(?=[,.]|$)|\b(?P<n>{_COUNTS}|\d{{1,3}})\s(?P<unit>day|week|fortnight)s?\s{_LATER}\b
       |\bthe\sday\safter\s(?:that|this)\b|\bthe\sday\safter\s(?P<skip>next)\b)
    |(?P<before>\b(?:the\s)?(?:previous|preceding)\s{_PART}\b|\bthe\sday\sbefore\b|\b(?P<m>{_COUNTS}|\d{{1,3}})\s(?P<past>day|week|fortnight)s?\searlier\b)
    |(?P<dawn>\b(?:at|by|before|around)\s(?:dawn|daybreak|first\slight|sunrise|morning)\b|\b(?:in|during|early\sin)\sthe\smorning\b)
    |(?P<night>\b(?:during|in|through|throughout)\sthe\snight\b|\b(?:that|the\ssame|that\ssame)\snight\b|\bovernight\b|\bat\snight\b|\bby\snight\b)
    |(?P<same>\b(?:later\s)?(?:that|the\ssame|that\ssame)\s{_PART}\b|\bby\s(?:evening|noon|midday|nightfall|dusk|sunset|the\send\sof\sthe\sday)\b
       |\b(?:later\s)?in\sthe\s(?:day|afternoon|evening)\b|\bat\sthe\s(?:end|start|close)\sof\sthe\sday\b|\b(?:during|in\sthe\scourse\sof)\sthe\sday\b
       |\b(?:at|around)\s(?:noon|midday|dusk|sunset|nightfall)\b)
    |(?P<weekday>\b(?:on|by|the\sfollowing|the\snext|early\son|late\son)\s(?P<name>mon|tues|wednes|thurs|fri|satur|sun)day\b)
    |(?P<vague>\b(?:the|these|those|its|their|a)\s(?:(?:next|following|coming|previous|preceding|past|last|first|ensuing)\s)+(?:{_SOME}\s)*{_SPAN}\b
       |\b(?:next|following|coming|previous|preceding|past|last)\s{_SPAN}\b|\b(?:{_SOME}\s)?{_SPAN}\s(?:later|earlier|ago|before|after|afterwards?)\b
       |\bfor\s(?:the\s|a\s|about\s)*(?:{_SOME}\s)+{_SPAN}\b|\b{_SOME}\s{_SPAN}\sof\b|\bfor\s{_SPAN}\b|\bwithin\s(?:the\s|a\s)?(?:{_SOME}\s)*{_SPAN}\b|\bthe\sfollowing\snight\b
       |\b(?:on|by|until|from)\sthe\s(?:{"|".join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|final|penultimate)\s(?:day|night|morning|afternoon|evening)\b
       |\b(?:in|that|during|over)\s(?:the\s)?(?:early\s|late\s)?(?:spring|summer|autumn|winter)\b|\bD(?:-Day|\s?\+\s?\d+)\b
       |\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bmidnight\b|^Since\b|^(?:Eventually|Ultimately|Finally|Afterwards?|Thereafter|Until|Throughout)\b
       |\b(?:in|by|at|towards?)\sthe\send\b(?!\sof\sthe\s(?:day|night))(?!\sof\s(?:[A-Z]|\d))|\bof\s(?:that|the\ssame|the\sfollowing|the\snext|the\sprevious)\s(?:year|month)\b|\b(?:today|nowadays|the\spresent)\b))""",
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_HEAD_WORDS = words(
    "on by in at during the from between later early late however meanwhile still then but and also around about just only morning "
    "afternoon evening night nights day dawn noon of end beginning start middle course next same again further finally subsequently "
    "am pm a.m. p.m. a.m p.m sunrise sunset midnight dusk nightfall daybreak sunday monday tuesday wednesday thursday friday saturday "
    "as so when first last second hours hour mid approximately sometime some time shortly before after for it was not until since"
)
_AROUND = {
    "by": re.compile(
        r"\bby\s(?:(?:the|end|close|start|evening|morning|night|afternoon|dawn|noon|day|time|early|late|of|on|about|around)\s)*$", re.I
    ),
    "open": re.compile(
        r"\b(?:after|before|until|till|since|from|prior\sto|following|between|towards?|for|as\sof|up\sto)\s(?:(?:the|late|early|"
        r"end|of|about|around|night|morning|evening)\s)*$",
        re.I,
    ),
    "pair": re.compile(r"(?<![\d,.])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<joint>and|or)|,)\s(?:the\s)?$"),
    "night": re.compile(r"\bnights?\s(?:of|on)?\s?(?:the\s)?$|\b(?:during|in)\sthe\snight\s(?:of|on)\s$", re.I),
    "noun": re.compile(
        r"(?<!night)(?<!noon)(?<!end)(?<!hours)(?<!day)(?<!ning)(?<!start)(?<!middle)(?<!dawn)(?<!late)(?<!early)(?<!mid)(?<!fall)"
        r"(?<!rest)(?<!part)(?<!half)(?<!course)(?<!dusk)(?<!close)(?<!weeks)(?<!week)(?<!break)(?<!spring)(?<!summer)(?<!autumn)(?<!winter)\sof\s(?:the\s)?$|"
        r"\b(?:dated|his|her|their|its|planned|scheduled|for)\s(?:the\s)?$",
        re.I,
    ),
}
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|from|until|till|during|early|late|mid|middle|to|and|or|between|through|throughout|around|before|after|end|"
    r"next|following|last|previous|into|beginning|towards?|every)(?:\s(?:the\s)?|-)|[-–—]\s?)$",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:until|till|up\sto|from)\s(?:(?:the|late|early|end|of|on|night|morning|evening|afternoon|about|around)\s)*$", re.I
)
# Sentences without these have no expression of time; looking for them first halves the time of reading an article.
_COUNT = 400  # years from the campaign's beyond which a lone number is a count: "to 1000 tons"
_FAR = 150  # characters before a date in which its preposition or bracket stands
_MAY_DATE = re.compile(rf"\d|Christmas|New Year|{'|'.join(month[:3] for month in MONTHS)}")
_MAY_RELATE = re.compile(
    r"day|ight|orn|noon|even|dawn|Dawn|dusk|break|sun|eek|onth|ear|ecade|our|spring|summer|autumn|winter|Spring|Summer|Autumn|Winter|"
    r"\b[Ee]nd\b|resent|later|D-D|D\s?\+|"
    r"^(?:Since|Event|Ultim|Final|After|There|Until|Through|Noon|Midday|Sun|Day|Dusk)"
)
_BEFORE_DAY = re.compile(r"\s(?:of|on)\s(?:the\s)?(?:next|following|same|previous)\b")
# What has a number for its name: "on the 26th Infantry Division".
_NUMBERED = (
    "Army|Armies|Corps|Division|Brigade|Regiment|Battalion|Infantry|Cavalry|Dragoons|Hussars|Lancers|Foot|Artillery|Engineers?|Armou?red|Panzer|"
    "Airborne|Parachute|Marines?|Guards|Rifles?|Mountain|Fighter|Bomber|Squadron|Flotilla|Fleet|Light|Heavy|Motori[sz]ed|Mechani[sz]ed|Tank|"
    "Separate|Legion|Cohort|Air|Field|Parallel|Congress|Century|Street|Avenue|Party|Congress|Duke|Earl|Baron|Marquess|Viscount|Lord|Count"
)
_FEAST = re.compile(r"\b(?P<name>Christmas\s(?:Day|Eve)|New\sYear['’]s\s(?:Day|Eve))(?:,?\s(?:in\s)?(?P<year>\d{3,4}))?\b")
_FEASTS = {"christmas day": (25, 12), "christmas eve": (24, 12), "new year's day": (1, 1), "new year's eve": (31, 12)}
_ANCIENT = 150  # years AD in which a number of two digits behind a day is its year: "On 26 May 17 Germanicus …"
_SHORT_YEAR = re.compile(r"\s(\d{1,2})(?=[,.;)]|\s[A-Z]|$)")
_ORDINAL = re.compile(
    r"\b(?i:on|by|of|until|before|after|from|since)\sthe\s(\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=[,.;]|\s(?:and(?!\s\d)|the|a|an|as|was|were|had|by|in|at|to|with|when|which|they|he|she|it|after|before|but|while)\b|$)"
    rf"|(?:^|[,;]\s(?:and\s|but\s|then\s)?)[Oo]n\sthe\s(\d{{1,2}})(?:st|nd|rd|th)\b(?=\s(?!(?:[\w-]+\s){{0,2}}(?:{_NUMBERED})\b)[A-Z])"
    r"|\b(?i:morning|afternoon|evening|night|dawn|noon)\sof\sthe\s(\d{1,2})(?:st|nd|rd|th)\b(?!\s[A-Z][\w-]*\s(?:Army|Corps|Division|Brigade|Regiment))"
)
# "the day after the battle", "two days before the siege", "on the third day of the battle": counted from the campaign's own days.
_FIGHT = r"(?:battle|siege|engagement|fighting|attack|assault|offensive|landings?|raid|invasion|defeat|victory)\b"
_FIGHT += r"(?!\s(?:of|at|on|in|for|near)\b)"
_FROM_FIGHT = re.compile(
    rf"""(?<!\w)(?=\w)(?:(?:the\s(?:day|morning)|(?P<n>{_COUNTS}|\d{{1,2}})\s(?P<unit>day|week)s?)\s(?:immediately\s)?(?P<way>after|before|following)\sthe\s{_FIGHT}
    |the\s(?P<morrow>morrow)\sof\sthe\s{_FIGHT}
    |the\seve\sof\sthe\s(?P<eve>{_FIGHT})
    |the\s(?P<nth>first|second|third|fourth|fifth|sixth|seventh|last|final)\sday\sof\sthe\s{_FIGHT})""",
    re.VERBOSE | re.IGNORECASE,
)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_DURATION = re.compile(
    r"(?:(?:for|within)\s)?(?:the\s|an?\s|about\s)*(?:few\s|several\s|two\s|three\s|four\s|five\s|six\s|[2-6]\s)?hours?(?:\s(?:after|before))?",
    re.I,
)
_POINTS_BACK = re.compile(rf"(?:later\s)?(?:the\s(?:next|following|day|same)|that)\b|(?:{_COUNTS}|\d+)\s", re.IGNORECASE)
_OF_THAT = re.compile(r"\s?(?:of\s)?(that|the\s(?:same|following|next|previous))\s(year|month)\b", re.IGNORECASE)


def mentions(
    text: str, anchor: When | None, last: HistoricalDate | None, campaign: HistoricalDate | None, recent: When | None = None
) -> tuple[Mention, ...]:
    """Find the expressions of time, in order.

    `anchor`: the time at which the story stands; `recent`: where that is unsettled, the day that was told last, which "the next day"
    and "that day" still follow; `last`: the last date told, which gives a year or a month; `campaign`: its date.
    """
    found = list(_dated(text, last, campaign))
    for match in counted(text):
        named = [m for m in found if m.end <= match.start() and m.named]
        told = max(named, key=lambda m: m.start, default=None)
        day = day_of(
            match,
            _in_brackets(text, match, last, campaign) or (told.named if told else last),
            told.when.date if told and told.when else None,
        )
        found.append(_absolute(text, Dated(match.start(), match.end(), Partial()), day))
    fights = list(_FROM_FIGHT.finditer(text)) if campaign else []
    for fight in fights:
        if not any(_is_one_with(text, fight, m) for m in found):
            found.append(_counted(text, fight, anchor or recent, campaign))  # type: ignore[arg-type]  # without a campaign there are no fights
    for match in _RELATIVE.finditer(text) if _MAY_RELATE.search(text) else ():
        if (
            _DURATION.fullmatch(match[0])
            or any(fight.start() < match.end() and match.start() < fight.end() for fight in fights)
            or _RELATIVE.match(text, match.end() + 1)
            or _BEFORE_DAY.match(text, match.end())
            or any(_is_one_with(text, match, m) for m in found)
        ):
            continue
        earlier = max((m for m in found if m.end <= match.start() and not m.aside), key=lambda m: m.start, default=None)
        found.append(_relative(text, match, _followed(text, match, earlier, anchor, recent)))
    return tuple(sorted(found, key=lambda m: m.start))


def _in_brackets(text: str, match: re.Match[str], last: HistoricalDate | None, campaign: HistoricalDate | None) -> HistoricalDate | None:
    """The date in brackets before "the 28th of that month", which nothing else is told of: "at Orl (5–7 May)"."""
    passed = [d for d in find_dates(text[: match.start()]) if d.first.month] if match["day"] or match["word"] else []
    is_aside = passed and text.count("(", 0, passed[-1].start) > text.count(")", 0, passed[-1].start)
    return resolve(passed[-1], last, campaign) if is_aside else None


def _dated(text: str, last: HistoricalDate | None, campaign: HistoricalDate | None) -> Iterator[Mention]:
    """The dates that a text names, by their place; what is counted within a month or some days is not among them."""
    elsewhere = counted(text)
    listed = (*find_dates(text), *_ordinals(text), *_feasts(text)) if _MAY_DATE.search(text) else ()
    for said in sorted(listed, key=lambda dated: dated.start):
        if any(match.start() < said.end and said.start < match.end() for match in elsewhere):
            continue
        dated = _with_short_year(text, said) if campaign and 0 < campaign.start.year < _ANCIENT else said
        before = text[max(0, dated.start - _FAR) : dated.start]
        if dated.first.month and not (dated.first.day or dated.first.year or dated.last) and not _BEFORE_MONTH.search(before):
            continue  # "May wrote", "the August heat"
        if _AROUND["noun"].search(before) or before.count("(") > before.count(")"):
            if dated.first.year and dated.first.month and dated.value:
                yield Mention(dated.start, dated.end, None, moves=False, aside=dated.value)
            continue
        that = _OF_THAT.match(text, dated.end)
        value = resolve(dated, last, campaign) if not that else in_year_of(dated, last, campaign, that[1]) if that[2] == "year" else None
        last = value if value and (value.start.month or not last) else last
        if value or dated.first.month or not campaign or abs(dated.first.year - campaign.start.year) < _COUNT:
            yield _absolute(text, dated, value)


def _followed(text: str, match: re.Match[str], earlier: Mention | None, anchor: When | None, recent: When | None) -> When | None:
    """The time that a relative expression follows: the one named before it in its sentence, else the one at which the story stands."""
    told = (earlier.when or earlier.bound) if earlier else None
    if told or (earlier and text[earlier.start].isdigit()):  # a date that settles nothing leaves what follows it open
        return told
    return anchor or (recent if _POINTS_BACK.match(match[0]) else None)


def _counted(text: str, match: re.Match[str], anchor: When | None, campaign: HistoricalDate) -> Mention:
    """A day counted from those of the campaign; none where the story has just told of another fight, which may be meant."""
    head = _is_head(text, match.start())
    word = (match["n"] or "1").casefold()
    step = (_NUMBERS.get(word) or int(word)) * _UNITS[(match["unit"] or "day").casefold()]
    after = (match["way"] or match["morrow"] or "").casefold() in ("after", "following", "morrow")
    if not campaign.days or (after and anchor and not anchor.date.overlaps(campaign)):
        return Mention(match.start(), match.end(), None, head)
    if match["nth"]:
        nth = match["nth"].casefold()
        number = campaign.first + _NTH.index(nth) if nth in _NTH else campaign.last
        day = of_day(number) if campaign.days > 1 and number <= campaign.last else None
    else:
        day = of_day(campaign.last + step if after else campaign.first - step)
    return Mention(match.start(), match.end(), when_of(day) if day else None, head)


def _ordinals(text: str) -> Iterator[Dated]:
    """Days named by their number alone: "By the 28th, …"."""
    for match in _ORDINAL.finditer(text):
        number = match.lastindex or 1
        if 1 <= int(match[number]) <= 31:
            yield Dated(match.start(number), match.end(), Partial(day=int(match[number])))


def _feasts(text: str) -> Iterator[Dated]:
    """Days named by their feast: "on Christmas Day 1066"."""
    for match in _FEAST.finditer(text):
        day, month = _FEASTS[match["name"].casefold().replace("’", "'")]
        yield Dated(match.start(), match.end(), Partial(int(match["year"] or 0), month, day))


def _with_short_year(text: str, dated: Dated) -> Dated:
    """Read the year of one or two digits that stands behind a day."""
    year = _SHORT_YEAR.match(text, dated.end) if dated.first.day and dated.first.month and not dated.first.year and not dated.last else None
    return replace(dated, end=year.end(), first=replace(dated.first, year=int(year[1]))) if year else dated


def _is_one_with(text: str, relative: re.Match[str], dated: Mention) -> bool:
    """Whether a relative expression belongs to a date beside it: "the next day, 3 May", "at dawn on 4 July", "5 May at night"."""
    if relative.end() <= dated.start:
        return bool(re.fullmatch(r",?\s?\(?(?:on|of)?\s?(?:the\s)?", text[relative.end() : dated.start]))
    return relative.start() < dated.end or bool(re.fullmatch(r",?\s?(?:an?\s)?", text[dated.end : relative.start()]))


def _absolute(text: str, dated: Dated, value: HistoricalDate | None) -> Mention:
    before = text[max(0, dated.start - _FAR) : dated.start]
    head = _is_head(text, dated.start)
    pair = _AROUND["pair"].search(before)
    if value and pair:
        value = _days_in_a_row(pair, dated, value)
    if value is None:
        return Mention(dated.start, dated.end, None, head)
    if _AROUND["open"].search(before) and not value.is_interval:
        bound = when_of(value) if _BOUND.search(before) and value.start.month else None
        return Mention(dated.start, dated.end, None, head, bound=bound)
    night = value.is_day and bool(_AROUND["night"].search(before))
    return Mention(dated.start, dated.end, when_of(value, by=bool(_AROUND["by"].search(before)), night=night), head)


def _days_in_a_row(pair: re.Match[str], dated: Dated, value: HistoricalDate) -> HistoricalDate | None:
    """The interval of "2 and 3 July"; None for days with a gap between them, or a choice of days."""
    if pair["joint"] != "and" or not value.is_day or int(pair["day"]) + 1 != dated.first.day:
        return None
    return HistoricalDate(f"{of_day(value.first - 1).edtf}/{value.edtf}")


def _relative(text: str, match: re.Match[str], anchor: When | None) -> Mention:
    head = _is_head(text, match.start())
    group = next(g for g in ("after", "before", "dawn", "night", "same", "weekday", "vague") if match[g])
    if not anchor or group == "vague":
        return Mention(match.start(), match.end(), None, head, moves=group != "before")
    match group:
        case "after" | "before":
            word = (match["n"] or match["m"] or "1").casefold()
            step = (_NUMBERS.get(word) or int(word)) * _UNITS[(match["unit"] or match["past"] or "day").casefold()] + bool(match["skip"])
            # the day after a night is the day after its evening; days are counted from the day itself
            number = anchor.date.first + (step if group == "after" else -step)
            when = when_of(of_day(number)) if _is_short(anchor) else None
            return Mention(match.start(), match.end(), when, head, moves=group == "after" or head)
        case "dawn":
            day = of_day(anchor.date.last) if anchor.date.is_interval and _is_short(anchor) else None
            return Mention(match.start(), match.end(), when_of(day) if day else None, head)
        case "night":
            first = anchor.days[0]
            night = HistoricalDate(f"{first.edtf}/{of_day(first.first + 1).edtf}") if first.is_day else None
            return Mention(match.start(), match.end(), when_of(night) if night else None, head)
        case "weekday":
            return Mention(match.start(), match.end(), _weekday(match["name"], anchor), head)
        case _:
            if not anchor.date.is_day:
                return Mention(match.start(), match.end(), None, head, moves=head)
            return Mention(match.start(), match.end(), anchor, head, moves=head)


def _weekday(name: str, anchor: When) -> When | None:
    """The first such day after the one told; none on the same day of the week, and none where Old Style dates may stand."""
    ahead = (_WEEKDAYS.index(name.casefold()) - anchor.date.first - 3) % 7  # day 0 is a Thursday
    return when_of(of_day(anchor.date.first + ahead)) if ahead and anchor.date.is_day and anchor.date.start.year >= 1800 else None


def _is_short(when: When) -> bool:
    return bool(when.days[0].start.day) and when.date.last - when.date.first <= 1


def _is_head(text: str, start: int) -> bool:
    """Whether only words that lead to a time stand before it in the sentence."""
    words_before = re.findall(r"[\w:.]+", text[:start].casefold()) if start <= 60 else ["far"]
    return all(word in _HEAD_WORDS or word[0].isdigit() for word in words_before)


def when_of(value: HistoricalDate, *, by: bool = False, night: bool = False) -> When:
    """Make a time of a date; a night named by its evening keeps that day as its date and touches the next."""
    end = value.end
    if night:
        return When(value, (value, of_day(value.first + 1)), by)
    if value.is_interval and end and end.day and value.start.day and value.last - value.first <= 31:
        return When(value, tuple(of_day(n) for n in range(value.first, value.last + 1)), by)
    return When(value, (value,), by)
