"""The words around a count ("heavy cruisers severely damaged", "Syrian soldiers") → what is counted, of whom, and what befell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from quizgen.infobox.victors import is_adjective

_BEFELL = ("killed", "wounded", "captured", "missing")  # as a pair names them
PAIRS = tuple("_or_".join(pair) for pair in combinations(_BEFELL, 2))
PERSONAL = (*_BEFELL, *PAIRS, "casualties", "interned")  # kinds of men
_KIND_WORDS = {
    "killed": r"killed|dead|deaths?|died|die|kia|fatalit(?:y|ies)|slain|perished",
    "wounded": r"wounded|injured|injuries|wia|sick|ill",
    "missing": r"missing|mia|unaccounted for",
    "captured": r"(?:taken\s+)?prisoners?(?:\s+of\s+war)?|pows?|captured|taken\s+captive|captives?|surrendered",
    "interned": r"interned",
    "casualties": r"casualt(?:y|ies)|losses|overall|all\s+causes|in\s+total|total|hors\s+de\s+combat",
}
_STRUCK = r"""destroyed|sunk|damaged|lost|disabled|scuttled|grounded|run\s+aground|beached|abandoned|shot\s+down|downed|knocked\s+out
    |burn(?:ed|t)|wrecked|crashed|captured|seized|taken|put\s+out\s+of\s+action|crippled|torpedoed|disarmed"""
_MATERIEL = """aircraft airplane aeroplane plane bomber fighter helicopter glider blimp balloon drone uav gunship transport airship
    seaplane floatplane tank tankette vehicle car truck lorry carrier halftrack half-track bmp btr apc afv aav humvee jeep motorcycle
    bike wagon cart chariot locomotive train gun cannon artillery howitzer mortar launcher battery bombard catapult ballista rocket
    missile machine-gun rifle musket pistol weapon ship boat vessel cruiser destroyer battleship battlecruiser dreadnought
    pre-dreadnought frigate corvette sloop monitor submarine u-boat minesweeper minelayer tanker collier freighter merchantman merchant
    steamer tender aviso gunboat galley galleon trireme quinquereme junk brig brigantine schooner cutter trawler tugboat tug barge ferry
    craft ironclad flagship escort lugger privateer ketch bark barque caravel carrack cog longship canoe raider torpedo guardship
    flotilla-leader leader fortress fort horse elephant camel mule standard colour flag piece dump bridge radar airfield tugboat lander
    ferryboat"""
_PEOPLE = """man men soldier troop fighter militant rebel insurgent personnel crew crewman crewmen pilot airman airmen aircrew officer
    civilian people person infantry cavalry cavalryman cavalrymen infantryman infantrymen militia militiaman militiamen volunteer marine
    sailor seaman seamen knight warrior archer crossbowman crossbowmen horseman horsemen spearman spearmen gunner artilleryman
    artillerymen sapper engineer guard guardsman guardsmen policeman policemen police conscript recruit partisan guerrilla guerrillas
    commando paratrooper prisoner regular irregular auxiliary auxiliaries hoplite legionary legionaries legionnaire mercenary
    mercenaries peasant servant slave refugee women woman child children general commander captain lieutenant nurse porter frogman
    frogmen bomber observer combatant levy levies janissary janissaries lancer hussar dragoon grenadier cuirassier rifleman riflemen
    musketeer pikeman pikemen noble nobleman noblemen samurai ashigaru tribesman tribesmen native citizen inhabitant defender attacker
    member dragoons hussars camelry foot peltast askari bluejacket sepoy cossack demonstrator protester protestor gendarme settler
    crewmember servicemen serviceman cadet student worker"""
_UNITS = """division brigade regiment battalion company squadron corps army troop platoon battery legion cohort group unit flotilla team
    detachment squad banner tercio column section"""
_PHRASE = re.compile("|".join(f"(?P<{kind}>\\b(?:{words})\\b)" for kind, words in _KIND_WORDS.items()), re.IGNORECASE)
_VERB = re.compile(rf"\b(?:{''.join(_STRUCK.split())})\b".replace("\\s+", r"\s+"), re.IGNORECASE)
_JOINT = re.compile(
    rf"(?:\s*(?:,|and|or|/|&|and/or|possibly|severely|heavily|lightly|slightly|moderately|badly)\s*)*(?:{_VERB.pattern}|$)", re.IGNORECASE
)
_ADVERB = r"(?:severely|heavily|lightly|slightly|moderately|badly|possibly|completely|partially|seriously|subsequently|later)"
_ADVERB_LAST = re.compile(rf"\s*\b{_ADVERB}\s*$|\s+(?:were|was|of whom|of which|or|and)\s*$", re.IGNORECASE)
_AND = re.compile(r"\band\b")
_AND_OR = re.compile(r"\b(?:and|or)\b")
_LISTED = re.compile(r"\w, .*\b(?:and|&) ")  # "Marines, Soldiers, and others"
_WHEN = re.compile(r"\s*\b(?:initially|finally|overall|at (?:first|peak|its peak)|in (?:total|all))$", re.IGNORECASE)
_STRONG = re.compile(r"^-strong\s+")
_NO_NOUN = re.compile(r"[a-z]+ed|others?|more")
_AFTER = re.compile(
    r"\s+(?:in|from|under|at|of(?! the line)|by|on|during|for|with|near|when|while|after|before|until"
    r"|rising|including|inc\.?|incl\.?|who|which|that|manned|to|as|supported|led"
    r"|plus|were|was|are|is|had|have|and|or)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_OF = re.compile(r"^(?:a\s+)?(?:large\s+|small\s+|unknown\s+|undisclosed\s+)?(?:number|numbers|amount)\s+of\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count counts: `kind` as in the model (None: not said), `of` the noun, `who` the contingent before it."""

    kind: str | None = None
    of: str | None = None
    who: str | None = None
    is_materiel: bool = False


def _has(words: str, word: str) -> bool:
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), re.sub(r"ies$", "y", word)}
    return not forms.isdisjoint(words.split())


@lru_cache(maxsize=4096)
def is_materiel(noun: str) -> bool:
    """Whether a noun phrase is a thing of war: its last word decides ("tank crews" are people)."""
    last = noun.casefold().removesuffix(" of the line").split()[-1:] or [""]
    word = re.sub(r"[^\w-]", "", last[0])
    return bool(re.search(r"[a-z].*\d|\d.*[a-z]|\.\d", word)) or _has(_MATERIEL, word) or _has(_MATERIEL, word.rpartition("-")[2])


@lru_cache(maxsize=4096)
def is_people(noun: str) -> bool:
    """Whether a noun phrase is of persons."""
    last = noun.casefold().split()[-1:] or [""]
    return _has(_PEOPLE, re.sub(r"[^\w-]", "", last[0]))


def is_unit(noun: str) -> bool:
    """Whether a noun phrase is of formations ("2 infantry divisions")."""
    last = noun.casefold().split()[-1:] or [""]
    return _has(_UNITS, re.sub(r"[^\w-]", "", last[0]))


def states_kind(words: str) -> bool:
    """Whether words are nothing but what befell men: "or captured", "missing and wounded"."""
    rest = _PHRASE.sub("", words)
    return bool(_PHRASE.search(words)) and not re.sub(r"\b(?:and|or|in action|of|the|rest)\b|[,/&.\s]", "", rest)


def casualty(tail: str) -> Counted:
    """Read the words after a casualty figure; kind None where they say nothing of it, "" where they are not understood."""
    words = _NUMBER_OF.sub("", tail.strip(" ,.;:"))
    kinds = list(_PHRASE.finditer(words))
    verb = _VERB.search(words)
    first = min([match.start() for match in kinds] + ([verb.start()] if verb else []), default=None)
    head = words[:first] if first is not None else words if is_materiel(words) else _AFTER.sub("", " " + words).strip()
    noun = _ADVERB_LAST.sub("", head.strip()).strip(" ,")
    is_list = bool(_AND.search(noun)) and is_people(noun) and is_people(noun.split(" and ")[0])  # "police and soldiers"
    noun = noun if first is None or is_list else _AFTER.sub("", " " + noun).strip()
    if noun and is_materiel(noun) and (verb or not _befell(words)) and not (is_people(noun) and (_befell(words) or not verb)):
        return _materiel(words, noun, verb)
    if kinds:
        who, of = split_who(noun, of_men=True)
        return Counted(_combined(words[kinds[0].start() :]), of, who)
    if verb:
        return _materiel(words, noun, verb) if not is_people(noun) else replace(_people(noun), kind="casualties")
    if is_adjective(noun) or (is_people(noun) and not is_materiel(noun)):
        return replace(_people(noun), kind="casualties")
    return Counted("", noun or None) if words else Counted()


def _befell(words: str) -> bool:
    """Whether words name a fate of men ("killed"), more than a sum ("in total")."""
    return any(match.lastgroup != "casualties" for match in _PHRASE.finditer(words))


def strength(tail: str) -> Counted:
    """Read the words after a figure of strength."""
    words = _WHEN.sub("", _STRONG.sub("", _NUMBER_OF.sub("", tail.strip(" ,.;:"))))
    if _LISTED.search(words):
        return Counted("")  # counted together: no one of them is so many
    is_list = bool(_AND_OR.search(words)) and (is_materiel(words) or is_unit(words) or is_people(words))
    noun = words if is_list else _AFTER.sub("", " " + words).strip(" ,")
    if _NO_NOUN.fullmatch(noun):
        return Counted(None, noun)
    who, of = split_who(noun)
    return Counted("", of, who, is_materiel(noun) and not is_people(noun))


def split_who(noun: str, *, of_men: bool = False) -> tuple[str | None, str | None]:
    """Split the contingent from the noun: "Syrian soldiers" gives ("Syrian", "soldiers"); a code ("P-38G") is no contingent."""
    words = noun.split()
    at = 0
    while at < len(words) and words[at][0].isupper() and not re.search(r"\d", words[at]):
        at += 1
    who, of = " ".join(words[:at]), " ".join(words[at:])
    if is_adjective(noun):
        return noun, None
    return (who, of) if who and of and (is_adjective(who) or (is_people(of) and (of_men or not is_materiel(of)))) else (None, noun or None)


def _people(noun: str) -> Counted:
    who, of = split_who(noun)
    return Counted(None, of, who)


def _combined(words: str) -> str:
    """One kind for the run of kinds that words begin with: two keep their names ("killed_or_captured"), more are casualties."""
    named: set[str] = set()
    end = 0
    for match in _PHRASE.finditer(words):
        if named and re.sub(r"\b(?:and|or|were|in action|went|committed suicide)\b|[,/&\s]", "", words[end : match.start()]):
            break
        named.add(match.lastgroup or "")
        end = match.end()
    named -= {"casualties"} if len(named) > 1 else set()
    if len(named) == 1:
        return named.pop()
    pair = "_or_".join(kind for kind in _BEFELL if kind in named)
    return pair if len(named) == 2 and pair in PAIRS else "casualties"


def _materiel(words: str, noun: str, verb: re.Match[str] | None) -> Counted:
    end = len(noun) if verb is None else verb.end()
    while verb and (more := _JOINT.match(words, end)) and _VERB.search(words[end : more.end()]):
        end = more.end()
    kind = words[:end].strip(" ,") or noun
    who, of = split_who(noun)
    return Counted(kind.removeprefix(f"{who} ") if who else kind, of, who, is_materiel=True)
