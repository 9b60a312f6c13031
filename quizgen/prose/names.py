"""Text → the proper names in it: capitalised words that belong together, with the common noun that says what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from quizgen.historical_date import MONTHS
from quizgen.model import EntityKind, norm
from quizgen.prose.words import words

# Nouns that make a place of a name ("the Al-Hikma school", "Steel Factory", "village of Huwayz").
PLACE_NOUNS = words(
    "school academy university college institute village town township city district neighborhood neighbourhood quarter suburb area "
    "region base airbase airport airfield aerodrome barracks camp factory plant mill mills sawmill sawmills hill hills ridge mountain "
    "mountains mount peak river stream creek bridge road highway street avenue crossroads crossing junction station port harbour "
    "harbor bay gulf strait straits channel sea lake fort fortress castle citadel redoubt island islands isle peninsula cape valley "
    "pass canal bridgehead beachhead monastery abbey church mosque cathedral hospital prison palace house farm mine refinery dam "
    "forest wood woods heights height plateau desert oasis checkpoint province governorate county complex project roundabout silo "
    "silos gate wall tower line front sector zone coast beach gardens park square compound depot headquarters "
    "causeway spur saddle ravine gorge dyke dike jetty quay "
    "lighthouse outpost estate manor reef atoll lagoon fjord headland viaduct tunnel lock salient pocket"
)
# Nouns that say only that it is some place: they neither make a full name nor tell two names apart.
LOOSE_NOUNS = words("area base complex neighborhood neighbourhood region site sector zone compound position city town village district")
GROUP_NOUNS = words(
    "army armies corps division divisions brigade brigades regiment regiments battalion battalions company companies squadron "
    "squadrons fleet flotilla navy force forces front legion guard guards militia militias party movement union command group groups "
    "troops air battery legion commando commandos marines"
)
_WORD = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|d|l|O|"
    r"de)[-'’])?['’‘ʻ\"]?[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĽŁŃŇŌŐŘŚŠŞŢŤŪŮŰŲŹŻŽ][\w.'’‘ʻ/-]*[\w\"]|[A-Z]\b"
)
_NUMBER = rf"\d{{1,4}}(?:st|nd|rd|th|d)?(?=\s(?:[A-Z]|Al-))(?!\s(?:{'|'.join(MONTHS)})\b)"
_LINK = (
    r"(?:(?:\s(?:of(?:\sthe)?|al|el|de|del|della|di|da|du|des|la|le|von|van|der|den|zu|y|e|bin|ibn|wal|und|sur|auf)){1,2}"
    r"(?=\s(?:[A-Z]|al-)))"
)
_NAME = re.compile(
    rf"(?<=[Tt]he\s)\d{{3,4}}\s(?:complex|area|site|project|compound)\b|(?<![\w-])(?!The\s\d)(?:{_NUMBER}|{_WORD}|"
    rf"al-[A-Z][\w'’-]*)(?:{_LINK}?\s(?:{_NUMBER}|(?!(?:{'|'.join(MONTHS)})\b)"
    rf"(?:{_WORD}|al-[A-Z][\w'’-]*)|\d{{1,4}}(?![\w,.]\d)(?=\W|$)))*"
)
_UNFIXED = words("line front sector zone coast gate headquarters")  # "the Italian line" is no place with a name
_NOUN_AFTER = re.compile(rf"\s({'|'.join(sorted(PLACE_NOUNS - _UNFIXED))})\b(?!-)")
_NOUN_BEFORE = re.compile(rf"\b({'|'.join(sorted(PLACE_NOUNS))})s?\sof\s$")
_OWNED = re.compile(r"['’]s?\s(?=(?:[A-Z]\w+\s)*(?:\d|[A-Z]\w*\s?(?:Army|Corps|Division|Brigade|Group|Force|Front)\b))")
_POSSESSIVE = re.compile(r"['’]s?$")
_FAR = 30  # characters before a name in which "village of" stands
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})\b")
_ERA = re.compile(r"\d+\s(?:BCE?|CE|AD)")
# Capitalised at the start of a sentence for no other reason.
_PLAIN = words(
    "a an the this that these those some many most several both all each every no one two three four five six seven eight nine ten on "
    "in at by to of for from with without within under over after before during until since while when where although though because "
    "if as so and but or however meanwhile still later then also further elsewhere subsequently eventually finally thus therefore "
    "despite following according initially early late there it its he his she her they their we our who which what how shortly soon "
    "once upon through throughout between among against along behind beyond near inside outside around about only even just not "
    "another other others such more less few much next first second third last earlier afterwards thereafter nevertheless nonetheless "
    "furthermore moreover instead unable unlike like together overall once again having being been fierce heavy fighting government "
    "reportedly approximately"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a text, at `start` to `end`; `noun` is the common noun behind or before it ("school", "village")."""

    text: str
    start: int
    end: int
    noun: str = ""


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[Name, ...]:
    """Find the names, in order: "the village of Huwayz" gives Huwayz, "the Al-Hikma school" all of it, "The Army" Army."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[Name]:
    for match in _NAME.finditer(text):
        start, words = match.start(), match[0]
        owned = _OWNED.search(words)
        if owned:  # "Lewis Heath's 5th Indian Division" names the division
            start, words = start + owned.end(), words[owned.end() :]
        while (
            (first := words.partition(" ")[0])
            and first.casefold().strip("'\"") in _PLAIN
            and (start == 0 or text[start - 2 : start] in (". ", '" '))
        ):
            start += len(first) + (" " in words)
            words = words[len(first) :].lstrip()
        words = words.removesuffix('"') if words.count('"') == 1 else words  # of what is quoted up to here: 'fire at the Orlans"'
        words = _POSSESSIVE.sub("", words.rstrip("./-'’"))
        if (
            not words
            or words.isdigit()
            or _MONTH.match(words)
            or _ERA.fullmatch(words)
            or (text[start + len(words) : start + len(words) + 2] in ("'s", "’s") and " of " in words)
        ):
            continue
        yield _with_noun(text, words, start)


def _with_noun(text: str, words: str, start: int) -> Name:
    end = start + len(words)
    before = _NOUN_BEFORE.search(text, max(0, start - _FAR), start) if text.endswith("of ", 0, start) else None
    after = _NOUN_AFTER.match(text, end)
    if after:
        return Name(text[start : after.end()], start, after.end(), after[1])
    return Name(words, start, end, before[1] if before else "")


@cache
def content(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: folded, without articles and "of"."""
    return tuple(word for word in norm(name).split() if word not in ("of", "al", "el"))


def kind_of(name: Name) -> EntityKind | None:
    """Say what a name stands for by its own nouns; None where they do not tell."""
    words = norm(name.text).split()
    if not words:
        return None
    if (
        name.noun
        or (words[-1] in PLACE_NOUNS and words[-1] not in GROUP_NOUNS)
        or words[0] in ("hill", "mount", "fort", "cape", "lake", "point")
    ):
        return EntityKind.PLACE
    return EntityKind.GROUP if len(words) > 1 and GROUP_NOUNS & set(words) else None
