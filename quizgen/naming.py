"""Names from the model → words that fit a sentence: articles, sides, the campaign itself without giving a key away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from quizgen.grammar.dates import find_dates
from quizgen.historical_date import MONTHS
from quizgen.model import Belligerent, By, Campaign, Commander, Side, Sourced, norm, slug

_THE = re.compile(
    r"\b(arm(y|ies)|front|fronts|brigades?|divisions?|battalions?|regiments?|corps|legions?|forces?|guards?|part(y|ies)|group|groups|union|"
    r"command|navy|fleet|squadrons?|flotilla|companies|company|militias?|movement|council|coalition|alliance|league|federation|confederation|"
    r"states|kingdom|empire|republic|caliphate|sultanate|emirate|committee|ministry|academy|school|district|village|camp|factory|"
    r"neighbou?rhood|road|highway|bridge|river|hill|project|base|air ?port|air ?base|area|netherlands|philippines|dominion|khanate|tribes?|"
    r"campaigns?|offensives?|wars?|battles?|sieges?|operations?|theat(re|er)|crisis|conflict|uprising|rebellion|revolt|revolution|insurgency|raids?|"
    r"invasion|expedition|landings?|attacks?|attempt|mutiny|massacre|incident|blockade|convoy|actions?|advance|occupation|liberation|conquest|"
    r"free (city|state|french)|duchy|county(?= of\b)|principality|colony|protectorate|commune|privateers|lancers|fusiliers|hussars|"
    r"dragoons|grenadiers|rangers|rifles|marines|volunteers|scouts|miners|column|train|escort|garrison|guerrillas|fencibles|"
    r"(?<!-)government(?= of\b|$)|region|police|services?|tsardom|viet minh|state of|order of|military of|"
    r"organi[sz]ation|agency|bureau|directorate|islands|colonies|"
    r"capture|fall|defen[cs]e|crossing|line|evacuation|retreat|bombing|bombardment|skirmish|clash|clashes|coup|putsch|"
    r"protests|demonstrations|riots?|strikes?|unrest|disturbances|"
    # rule and office: "Despotate of Epirus", "Duchy", "Lordship"
    r"\w{3,}(?<!g)ate(?= of\b|$)|\w+(?:dom|ship)(?= of\b|$)|barony|papacy|regency|viceroyalty|bishopric|archbishopric|"
    r"provinces|raj$|r[ée]sistance$|korps|engineers|arm[ée]e\b|d[ée]tachement|milice$|"
    r"crown(?= of\b|$)|house of|horde|dynasty|commonwealth|confederacy|entente|pact|bloc|powers|nations|"
    r"supreme soviet|soviet(?= of\b|$)|s?f?sr|ssr|junta|directory|holy see|"
    # what fights in numbers: "Knights Templar", "White Eagles"
    r"armada|knights|templars?|hospitallers|hospitaller$|brotherhood|wing(?! commander)|flight|fighters|warriors|veterans|defenders|"
    r"janissaries|eagles|tigers|wolves|lions|falcons|hawks|panthers|berets|shirts|taliban|mujahid(?:ee|i)n|viet cong|khmer rouge|"
    r"wehrmacht|heer$|luftwaffe|kriegsmarine|bundeswehr|waffen-ss)\b",
    re.IGNORECASE,
)
_FOLK = re.compile(r"[A-Z][a-z-]*(?:ites|[a-z]ians|[a-z]{2}ists)")  # "Jacobites", "Numidians"
_LETTERS = re.compile(r"[B-DF-HJ-NP-TV-Z]{3,4}")  # said letter by letter: "the KGB"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")  # "12th (Novi Sad) Corps"
_BARE = re.compile(
    r"(the|world war|army group|operation|exercise|case|plan|force|team|company|task force|hms|uss|\W?[a-z]+['’]s|"
    r"[a-z] (?:company|battery|squadron)|(?:\w+ )?(?:fighter|bomber|coastal) command$|[\w' -]+ day$|"
    # its number or letter behind its kind: "Cruiser Division 5", "Combat Command B"
    r"(?:[a-z]+ )+(?:division|squadron|flotilla|group|command|brigade|regiment|battalion|detachment|battery|unit|fleet) (?:\d+|[a-z])$|"
    r"\d{1,3} (?:[a-z]+ )?(?:battery|commando|para|squadron|company)|factions|ansar)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:(?:arch|grand |crown |high |lord |titular )?(?:duke|duchess|prince|princess|bishop|master|constable|marshal|admiral|steward)|"
    r"earl|count|countess|viscount|baron|lord|marquess|marquis|margrave|landgrave|burgrave|elector|king|queen|emperor|tsar|sultan|khan|"
    r"emir|bey|dey|pasha|sharif|voivode|despot|ban|hetman|doge|patriarch|mayor|governor|captain|bastard|sieur|seigneur) of ",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:ans|ists|ites|peoples|[a-z]-states|cities|tribes|forces|rebels|militias)$", re.IGNORECASE)
_BEGINS_LOW = re.compile(r"(?:Insurgency|Insurrection|Unrest|Protests|Conflict|Clashes|Rebellion) (?=in\b)")
# "Macedonians", "Allies": those of a side.
_PEOPLE = re.compile(r"[A-Z]\w*(?:an|ist|er|ite|ie|ne|rk|rd|iot|ebel|tant|holic|ongol|iking|uenot|urgent|tisan)s|Axis")
_BEARS = re.compile(r"(?:(?:Crown|Grand) )?(?:Prince|Princess|Duke|Archduke|King|Queen|Emperor|Cardinal|Bishop|Lord|Ras)$")
_LEADER = r"(?:(?:top|field|senior|overall|deputy|former|military|chief|general|supreme|local|regional|acting) )*"
_RESERVED = re.compile(
    r"\b(?:(?<!naval )(?<!air )(?<!aerial )(?<!fire )(?<!artillery )(?<!combat )support\w*|"
    r"backed|alleg\w+|claim\w*|suspect\w*|disput\w+|denied|unconfirmed|possibly|presumed|non-?combat\w*|political\w*|material|"
    r"diplomatic\w*|humanitarian|volunteers?|reserve|not (?:engaged|present)|absent|logistic\w*|"
    r"advis\w+|stretcher|medic\w*|ambulances?|hospitals?|bearers|porters|suppl(?:y|ies|ied)|financ\w+|funding|weapons|"
    r"training|instructors|mediat\w+|observers?|negotiat\w+|neutral)\b|^\W*also\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\W*(?:alleged(?:ly)?|disputed|denied(?: by .+)?)\W*", re.IGNORECASE)  # of no more than support: "alleged support"
_AT_TIMES = re.compile(
    r"^\W*(?:until|till|to|from|since|after|before|by|as of|through)\b|"
    r"\b\d{3,4}\b|\b\d{1,2} (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d",
    re.IGNORECASE,
)
_OFFICE = r"(?:commanders?(?:[- ]in[- ]chief)?|leaders?|chief|cleric|emir|spokesm[ae]n|general|captain|head)"
_ROLE = re.compile(rf"(?P<group>.+?) {_LEADER}{_OFFICE}(?: and {_LEADER}{_OFFICE})*", re.IGNORECASE)
_OF = re.compile(rf"(?:official )?{_LEADER}{_OFFICE}(?: and {_OFFICE})* of (?:the )?(?P<group>.+)", re.IGNORECASE)


def with_article(name: str) -> str:
    """Put "the" before a name that takes it: "the Levant Front", but "Jaysh al-Islam", "Operation Flax"."""
    if _BEGINS_LOW.match(name):
        name = name[0].lower() + name[1:]
    head = re.split(r" \(| and the ", name, maxsplit=1)[0]
    takes = _FOLK.fullmatch(name) or _TITLED.match(name) or _THE.search(head) or _LETTERS.fullmatch(head) or _ORDINAL.match(name)
    return f"the {name}" if takes and not _BARE.match(name) else name


def with_title(person: str) -> str:
    """Put "the" before a person who goes by a title: "the Duke of Bar", but "A. P. Hill"."""
    return f"the {person}" if _TITLED.match(person) else person


@lru_cache(maxsize=4096)
def role_group(role: str) -> str | None:
    """Give the group that a commander's role names ("Jaysh al-Islam top commander"), or None where it names an office."""
    match = _OF.fullmatch(role) or _ROLE.fullmatch(role)
    group = match["group"].strip() if match else ""
    words = [word for word in re.findall(r"\w[\w'’-]*", group) if word.casefold() not in ("al", "of", "the", "and")]
    return group if words and all(word[0].isupper() or word[0].isdigit() or "-" in word for word in words) else None


def side_name(side: Side) -> str:
    """Name a side: its label in the prose ("the rebels"); one written by hand by its first belligerent; else by its number.

    A list of belligerents that was read may have lost names (a flat article loses its flags whole), so it names no side.
    """
    if side.label:
        label = side.label.value
        is_people = _PEOPLE.fullmatch(label.split(" and ", maxsplit=1)[0])  # "Jacobites and the Kingdom of France"
        return f"the {label}" if label[:1].islower() or is_people else with_article(label)
    powers = [power.name for power in side.belligerents if isinstance(power.source, By)]
    if not powers:
        return f"side {side.id}"
    return with_article(powers[0]) + (" and its allies" if len(powers) > 1 else "")


def has_fought(power: Belligerent) -> bool:
    """Whether a list of belligerents says without reserve that a power fought: one "supported by" or "alleged" it does not."""
    return not any(_RESERVED.search(words) or _AT_TIMES.search(words) for words in (power.bloc, power.note) if words)


def _has_joined(power: Belligerent) -> bool:
    """Whether a power fought for a part of the time only, and nothing else is reserved: "Italy (from 10 June)"."""
    told = [words for words in (power.bloc, power.note) if words]
    return any(map(_AT_TIMES.search, told)) and not any(map(_RESERVED.search, told))


def _is_denied(power: Belligerent, first: Belligerent) -> bool:
    """Whether a power beside the first is said to have fought, and denied it: what is told of the side may be told of that one."""
    return power.bloc == first.bloc and bool(_DENIED.fullmatch(power.note or ""))


def label_sides(campaign: Campaign) -> Campaign:
    """Give each side that the prose leaves without a label one from its belligerents; for articles whose form loses no name.

    A heading above all of them names it ("Maidan"); else one power names its side, two of one bloc both ("France and Spain"), others
    the first of them ("France and its allies"), as where one came later or denied it: what is told of a side is told of all of it.
    No label names a power in lower case, or one that stands on another side too, nor is one made where the power listed first is reserved.
    """
    listed = Counter(norm(power.name) for side in campaign.sides for power in side.belligerents)
    listed.update(norm(side.label.value) for side in campaign.sides if side.label)
    return replace(campaign, sides=tuple(side if side.label else _labelled(side, listed) for side in campaign.sides))


def _labelled(side: Side, listed: Mapping[str, int]) -> Side:
    fighting = [power for power in side.belligerents if has_fought(power)]
    first, *others = fighting or (None,)
    others = [power for power in others if first and power.bloc != first.name]  # not its own parts
    named = [power.name for power in (first, *others[:1]) if power]
    is_led = bool(side.belligerents) and side.belligerents[0] is first  # else it would be called by a junior partner
    if not first or not is_led or listed[norm(first.name)] > 1 or any(name[:1].islower() for name in named):
        return side
    label, has_more = first.name, any(_has_joined(power) or _is_denied(power, first) for power in side.belligerents)
    if bloc := _headed(side):
        label = bloc
    elif len(others) == 1 and not has_more and first.bloc == others[0].bloc and listed[norm(others[0].name)] == 1:
        label += f" and {with_article(others[0].name)}"
    elif others or has_more:
        label += f" and {'their' if _MANY.search(label) else 'its'} allies"
    return replace(side, label=Sourced(label, first.source))


# Headings within a side that name it; others tell of what is listed below them ("Supported by", "Ground units", "Byzantine allies").
_BLOC = re.compile(
    r"(?!(?:members?|main|ground|naval|land|air|other|also|local|foreign|support|alleg|alli(?!es$)|vassal|subject|volunteer|non-|political)\w*)"
    r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}",
    re.IGNORECASE,
)
_COMMON = frozenset(
    ("government", "opposition", "rebels", "insurgents", "loyalists", "protesters", "separatists", "police", "demonstrators")
)


def _headed(side: Side) -> str | None:
    """The heading that all belligerents of a side stand under, if it names the side: "Maidan", "Axis", "Government"."""
    blocs = {power.bloc for power in side.belligerents}
    bloc = blocs.pop() if len(blocs) == 1 else None
    if not bloc or not bloc[0].isupper() or not _BLOC.fullmatch(bloc):
        return None
    return bloc.casefold() if bloc.casefold() in _COMMON else bloc


def side_phrase(side: Side) -> str:
    """Name a side in a reason; one that has no name by those of its belligerents that the article lists."""
    name = side_name(side)
    if name != f"side {side.id}":
        return name
    fighting = [power for power in side.belligerents if has_fought(power)] or side.belligerents
    powers = [with_article(power.name) for power in fighting[:2]]
    return f"the side of {' and '.join(powers)}" if powers else "the other side"


# A title that is no event, but what took part in it: "Spanish Armada".
_TOOK_PART = re.compile(r"(?:[A-Z][\w'’-]* )+(?:Armada|Fleet|Flotilla|Squadron|Army|Legion|Force|Brigade|Division)")


_CONVOY = re.compile(r"(?:Arctic )?[Cc]onvoys? [A-Z]{1,4}[ -]?\d.*")


_DOING = re.compile(r"[A-Z][a-z]+ing the [A-Z]")  # "Clearing the Orlan Coast" is no noun either


def is_convoy(campaign: Campaign) -> bool:
    """Whether a title names ships that were fought over: "Convoy AB 12" sailed for weeks, which is no battle."""
    return bool(_CONVOY.fullmatch(short_title(campaign)))


def the_title(campaign: Campaign) -> str:
    """The title as a sentence has it: "the Battle of Orlo", or "the campaign of the Spanish Armada"."""
    return _in_sentence(campaign.title.value)


def _in_sentence(title: str) -> str:
    if _CONVOY.fullmatch(_shortened(title)):
        return f"the attack on {title}"
    if _DOING.match(title):
        return f"the campaign of {title}"
    return f"the campaign of {with_article(title)}" if _TOOK_PART.fullmatch(_shortened(title)) else with_article(title)


def short_title(campaign: Campaign) -> str:
    """The title without its disambiguator: "Aleppo offensive"."""
    return _shortened(campaign.title.value)


def _shortened(title: str) -> str:
    return re.sub(r"\s*\([^()]*\)$", "", title)


def bear_titles(campaign: Campaign) -> Campaign:
    """Give their titles to the names of commanders that say too little without: "Crown Prince Albert", "Lord Raglan"."""
    sides = tuple(replace(side, commanders=tuple(map(_bearing, side.commanders))) for side in campaign.sides)
    return replace(campaign, sides=sides) if sides != campaign.sides else campaign


def _bearing(person: Commander) -> Commander:
    title = _BEARS.search(person.rank or "") if re.fullmatch(r"[A-Z]\w+", person.name) and not person.placeholder else None
    if not person.rank or not title:
        return person
    name, rank = f"{title[0]} {person.name}", person.rank[: title.start()].strip()
    return replace(person, name=name, rank=rank or None, id=person.id or slug(person.name))


def campaign_names(campaign: Campaign) -> Iterator[str]:
    """Give phrases that name one campaign only, plainest first: by title, by what it is part of, by year.

    None of them fits a namesake too (item rule 3): "Battle of Orlo" gives only "the Battle of Orlo of 1632" beside "Battle of Orlo (1704)".
    """
    title, short = campaign.title.value, short_title(campaign)
    others = namesakes(campaign)
    if not others or title != short:
        yield _in_sentence(title)
    for part in () if others else campaign.part_of:
        yield f"{_in_sentence(short)} of {with_article(part.value)}"
    if campaign.date and not re.search(r"\d{3,}", short) and all(_is_of_another_year(campaign, other) for other in others):
        yield f"{_in_sentence(short)} of {campaign.date.value.start.words() if not campaign.date.value.start.month else _year(campaign)}"


def namesakes(campaign: Campaign) -> tuple[str, ...]:
    """Give the titles under "see also" that differ from the campaign's in their disambiguator only."""
    own, short = norm(campaign.title.value), norm(short_title(campaign))
    return tuple(other.value for other in campaign.see_also if norm(_shortened(other.value)) == short and norm(other.value) != own)


def _is_of_another_year(campaign: Campaign, title: str) -> bool:
    """Whether a namesake's disambiguator states years, and none of them is the campaign's."""
    years = re.findall(r"\b\d{3,4}\b", title)
    own = {str(point.year) for point in campaign.date.value.points} if campaign.date else set()
    return bool(years) and not own & set(years)


def _year(campaign: Campaign) -> str:
    assert campaign.date
    year = campaign.date.value.start.year
    return str(year) if year > 0 else f"{1 - year} BC"


def name_for(campaign: Campaign, *hidden: str) -> str | None:
    """Name the campaign without the words of a key: none of its numbers, months or words of four letters; or None."""
    words = {word for text in hidden for word in norm(text).split() if len(word) >= 4 or word.isdigit()}
    return next((name for name in campaign_names(campaign) if not words & set(norm(name).split())), None)


def undated_name(campaign: Campaign, *, year: bool = True) -> str | None:
    """Name the campaign without months or days, and on request without a year; or None.

    A title of which days are cut off has a fellow of the same year, as is to be thought: "Orl Offensive (1–4 March 1944)".
    """
    if year and any(found.first.day for found in find_dates(campaign.title.value)):
        return None
    months = {month.casefold() for month in MONTHS}
    for name in campaign_names(campaign):
        words = norm(name).split()
        if months & set(words) or any(word.isdigit() and (len(word) < 3 or not year) for word in words):
            continue
        return name
    return None
