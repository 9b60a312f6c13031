"""A sentence of the prose → whether it is understood with nothing around it, so that it can be quoted with a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.demonyms import adjectives, demonyms
from quizgen.historical_date import MONTHS
from quizgen.model import Campaign, Sentence, names_of
from quizgen.prose.names import names
from quizgen.prose.plain import ONE, SIDES, is_unsure, unlabelled
from quizgen.prose.statements import TELLS, UNDERGOES
from quizgen.prose.words import words

LENGTH = range(6, 36)  # words
# Words that lean on another sentence, and those that do so unless a name stands before them.
_LEANS = words(
    "he him she they them it this these those here there i we us our you former latter same next following previous another other "
    "others again however therefore thus meanwhile such instead then afterwards subsequently later earlier"
)
# The United States, a Heinkel, the first of several.
_NO_PRONOUN = re.compile(r"\bUS\b|\bHe \d|\bI(?= [A-Z]|\.?/)|\b(?:War|Corps|Army) I\b")
_OWN = words("his her hers its their theirs himself herself itself themselves")
_TAKES_BACK = re.compile(
    r"(?:However, |But )?(?:(?:[Oo]thers?|[Ss]ome|[Aa]nother|[Mm]ost|[Ll]ater|[Mm]odern|[Dd]ifferent|[A-Z][a-z]+(?:an|ish|ese|ch|ian)) "
    r"(?:(?:modern|later|contemporary) )?(?:sources?|accounts?|estimates?|figures|historians?|authors?|scholars|writers|reports?|records|"
    r"claims|say|put|give|claim|have)\b|[Aa]ccording to (?:another|other|some)|[Tt]he (?:figure|number|date|exact \w+) is )"
)
# "He landed 800 men; others give 900."
_OTHERS = re.compile(
    r"[;,:—–-] (?:but |though |while )?(?:others|some|(?:by |in )?other (?:sources|accounts|reports))\b[^.;]*?"
    r"\b(?:gives?|puts?|says?|have|has|states?|counts?)\b"
)
_CUT = re.compile(r"^\W*\d|\b(?:\d{1,3}|(?<!War )[IVX]+)\.$")  # part of a sentence, after an ordinal with a full stop
# Words that lean on another sentence though a name stands in their own.
_BACK = words(
    "also too remaining rest additional further once already still soon enemy eventually finally as-yet newly nearby respectively "
    "likewise similarly furthermore moreover nevertheless additionally consequently elsewhere above below aforementioned opposing "
    "anyway so now today currently yet immediately aboard board each neither either ones second third fourth last new"
)
# What there is but one of, wherever a story is set.
_SOLE = words(
    "sea air war sun moon ground night morning afternoon evening day dawn end beginning start middle north south east west northeast "
    "northwest southeast southwest north-east north-west south-east south-west northern southern eastern western rear world sky "
    "horizon past future king queen emperor tsar sultan pope president government parliament navy Army Navy Admiralty interior gates "
)
_OF = re.compile(r"(?:of|on|at|in|near|from|to|between|against|for|under|over|around|off|into|towards?|through|across|along|by) ")
_ENDS = words("with without and or but when while after before who whom which that where is are was were had has have as if not")
_AIMS = words("task objective aim mission purpose intention possibility idea hope risk danger")  # "the task of taking Brod"
_MEASURED = words("number loss capture use arrival fall death command rank")  # "the loss of the ship" is told with it
_HEARD = words("news report word town city village")  # which one only "of X" tells
_NAMED = re.compile(rf"of (?:the |a )?\d|\w+ (?:the |a )?(?!(?:{'|'.join(MONTHS)})\b)[A-Z]")  # no day: "the town on 2 May"
_ORDINAL = re.compile(r"\b[Tt]he \d+(?:st|nd|rd|th) (?!(?:and|to|or|through) (?:the )?\d|of [A-Z]|century)[a-z]")  # "the 22nd held": which?
_KIND_OF_PLACE = words("Fort Bay Hill River Ridge Canal Pass Bridge Valley Strait Gulf Island Cape Lake Castle Port")
_NOT_SOLE = words("enemy same first second third last next following previous former latter other only main entire whole rest most few")

# Where a clause begins that may be left out: what stands before it is as true alone.
_CLAUSE = re.compile(
    r";\s|,?\sand\s(?=(?:[a-z]+\s)?(?:hours?|days?|weeks?|months?) later\b|later\b|then\b)|"
    r",?\sbut\s(?=(?:the|its?|he|they|she|their|his|an?|in|on|at|by|[A-Z\d][\w.]*)\s)|(?P<joined>,\s(?:and|so)\s)|"
    r"(?P<inserted>,?\s(?:whereas|although|though)\s(?!not\b)|,\s(?:while|as(?! well)|because|since|when|which|who|whose|whom|where|with|"
    r"after|before|[a-z]+(?<!even)(?<!morn)ing|[a-z]+ed by)\s)"
)
_FINITE = re.compile(rf"\b(?:was|were|had)\b|{UNDERGOES.pattern}|(?-i:{TELLS.pattern})")
_PARENTHESIS = re.compile(r"\s?\([^()]*\)")
# "In exchange, …" for what? "Group 2", "the 3rd Battalion": of which?
_LOOSE = re.compile(
    r"\b(?:along|at|in|on|by|from|of|with|for|to|into|against|near) that [a-z]|"
    r"\b[Ii]n (?:exchange|return|response|reply|turn)\b(?! (?:for|to)\b)|(?:^|\b[a-z]+,? )(?:Group|Party|Column|Team|Wave) (?:\d+|[A-Z])\b|"
    r"\b[Tt]he (?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth) "
    r"(?:Battalion|Company|Platoon|Battery)\b(?!,? (?:(?:of|from) )?(?:the )?[A-Z\d])"
)
_DOUBLED = re.compile(r"\b(?!had\b|that\b)([a-z]{2,}|Front|Army|Corps|Division|Brigade|Regiment|Battalion|Fleet|Group) \1\b")  # a slip
_POSSESSIVE = re.compile(r"(?<![\w'’.-] )\b[A-Z][a-z]+(?=['’]s\b)|(?<=\b[a-z] )[A-Z][a-z]+(?=['’]s\b)|(?<=[a-z]{2} )[A-Z][a-z]+(?=['’]s\b)")


def lone(campaign: Campaign) -> Iterator[tuple[Sentence, str]]:
    """Give the sentences of a campaign that say for sure what they say, name something, and point at nothing outside them.

    Each with as much of it as does so, without what is in parentheses: "Dahl took Brod" of "Dahl took Brod, where they rested".
    """
    unsure = unsettled(campaign)
    for sentence in campaign.sentences:
        is_sure = id(sentence) not in unsure and not _OTHERS.search(sentence.text) and not is_unsure(sentence.text)
        if is_sure and not is_cut(sentence.text):
            text = without_parentheses(sentence.text)
            lone = (said for said in (text, *shorter(text)) if stands_alone(said) and not points_back(said, campaign))
            if said := next(lone, ""):
                yield sentence, said


def without_parentheses(text: str) -> str:
    """Leave out what stands in parentheses, and the spaces that a note taken out left."""
    return " ".join(_PARENTHESIS.sub("", text).split())


def shorter(text: str) -> Iterator[str]:
    """Give what is left of a sentence without its last clause, its last two …, as long as what comes last there has a verb."""
    clauses = list(_CLAUSE.finditer(text))
    for before, clause in reversed(list(zip((None, *clauses), clauses, strict=False))):
        said, rest = text[: clause.start()], text[clause.end() :]
        is_inserted = clause["inserted"] and _FINITE.search(rest.partition(",")[2])  # "Dahl, who led the guns, took Brod"
        is_listed = clause["joined"] and not _FINITE.search(rest)  # "Dahl took Brod, Vesna, and Horka"
        if not (is_inserted or is_listed or ";" in said) and _FINITE.search(said, before.end() if before else 0):
            yield f"{said}."


def unsettled(campaign: Campaign) -> set[int]:
    """The sentences, by id, that go on from one cut off before them, or that the next one takes back: "Other sources give 900"."""
    pairs = list(pairwise(campaign.sentences))
    return {id(two) for one, two in pairs if is_cut(one.text)} | {id(one) for one, two in pairs if _TAKES_BACK.match(two.text)}


def is_cut(text: str) -> bool:
    """Whether a sentence was parted at an ordinal: "… the 4." and "Army held"."""
    return bool(_CUT.search(text))


def stands_alone(text: str) -> bool:
    """Whether words name something and lean on no other sentence."""
    found = re.findall(r"[\w'’-]+", text)
    leans = {*_LEANS} & {word.casefold() for word in re.findall(r"[\w'’-]+", _NO_PRONOUN.sub("", text))}
    named = names(text if not text.startswith("The ") else f"the{text[3:]}")
    first = named[0].start if named else len(text)
    own = next((m.start() for m in re.finditer(r"[\w'’-]+", text) if m[0].casefold() in _OWN), len(text))
    return len(found) in LENGTH and bool(named) and first < own and not leans and '"' not in text and _is_his(text)


def _is_his(text: str) -> bool:
    """Whether "his" or "her" in a text can be of someone named before it: not of "the Germans", nor of one who only owns what is told."""
    pronoun = re.search(r"\b(?:his|hers?|himself|herself)\b", text)
    before = names(text[: pronoun.start()]) if pronoun else ()
    return not pronoun or any(name.text not in adjectives() and text[name.end : name.end + 1] not in ("'", "’") for name in before)


def points_back(text: str, campaign: Campaign) -> bool:
    """Whether a definite thing has no name of its own in the sentence ("the bridge", "the German attack"), or a word takes up another."""
    found = [word for said in re.findall(r"[\w'’.-]+|[,;:()]", unlabelled(text, campaign)) if (word := said.rstrip("."))]
    if _LOOSE.search(text) or _DOUBLED.search(text) or any(not _is_named(word, text, campaign) for word in _POSSESSIVE.findall(text)):
        return True
    if found[:1] == ["Both"] or _ORDINAL.search(text) or any(word in _BACK for word in found):
        return True
    if any(one == "one" and not _is_noun(word) for one, word in pairwise((*found, ""))):
        return True  # "three were lost and one damaged", but "one tank"
    first, second = (*found, "", "")[:2]
    if first.casefold() in _BACK and not second[:1].isupper():  # but "New Zealand" and "Fourth Panzer Army" are names
        return True
    kinds = {word.casefold() for word in re.findall(r"\w+", campaign.title.value)}
    return any(not _is_known(found[i + 1 :], kinds) for i, word in enumerate(found) if word in ("the", "The"))


def _is_noun(word: str) -> bool:
    """Whether a word behind a number may be what is counted, as far as it tells."""
    return word.isalpha() and word not in _ENDS and not TELLS.fullmatch(word) and not _OF.match(f"{word} ")


def _is_named(owner: str, text: str, campaign: Campaign) -> bool:
    """Whether a bare "Wright's" is of one whom the campaign's lists or places, the sentence or the table of powers have."""
    entities = {word for entity in campaign.entities for name in names_of(entity) for word in name.split()}
    people = {word for side in campaign.sides for person in side.commanders for word in person.name.split()}
    is_here = len(re.findall(rf"\b{owner}\b", text)) > 1
    return is_here or owner in entities | people or bool(demonyms(owner)) or owner in campaign.title.value


def _is_known(after: Sequence[str], kinds: set[str]) -> bool:
    """Whether the words behind "the" tell which: a name, "attack on Liman", "Germans", "night", the campaign ("siege")."""
    for i, word in enumerate(after[:6]):
        following = " ".join(after[i + 1 : i + 4])
        if word[0].isupper() or word[0].isdigit():
            noun = after[i + 1] if i + 1 < len(after) else ""
            if word.strip(".") in _KIND_OF_PLACE and not i and not re.match(r"[A-Z\d]|of\b", noun):
                return False
            is_people = (word in adjectives() and not word.endswith("s")) or word in SIDES or word.endswith(("ish", "ese", "ian"))
            is_plain = noun in ONE or noun.endswith("s") or _OF.match(f"{noun} ") or TELLS.fullmatch(noun)
            is_thing = noun.islower() and noun.isalpha() and not is_plain
            return not (is_people and is_thing) or bool(_OF.match(f"{' '.join(after[i + 2 : i + 3])} "))
        if word in _NOT_SOLE or not word[0].isalpha() or word in _ENDS or TELLS.fullmatch(word):
            return False
        if (word in _SOLE and not word.endswith("ern")) or (word in kinds and not i):
            return True
        if _OF.match(following):
            is_where = word not in _HEARD or following.startswith("of ")
            is_aim = word in _AIMS and re.match(r"of \w+ing\b", following)
            return (is_where and bool(_NAMED.match(following))) or word in _MEASURED or bool(is_aim)
        if following and not re.match(r"\w", following):
            return False
    return False
