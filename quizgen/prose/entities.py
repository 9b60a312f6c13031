"""Names of the infobox and the prose → entities: one thing under all its names, look-alikes marked and never joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache

from quizgen.demonyms import adjectives
from quizgen.grammar.names import surname_of
from quizgen.model import Campaign, Entity, EntityKind, Quote, Sentence, Source, names_of, slug
from quizgen.naming import role_group
from quizgen.prose.names import GROUP_NOUNS, LOOSE_NOUNS, PLACE_NOUNS, Name, content, kind_of, names
from quizgen.prose.words import words

_AT = re.compile(
    r"\b(?:in|into|at|near|around|outside|inside|towards?|reached|entered|captured|recaptured|seized|occupied|abandoned|besieged|liberated|"
    r"(?:north|south|east|west|outskirts|edge|vicinity|siege|town|city|village|port|island|district|parts?) of)\s(?:the\s|nearby\s)*$"
)
_FAR = 60  # characters before a name in which its preposition stands
_FOLLOWED = re.compile(r"\s([a-z]+)")
_ALSO = re.compile(r"\s?[(,]\s?(?:also |or )?(?:known as|called|spelled|written|romanized as|transliterated)(?: the)?\s")
_TO_OTHERS = re.compile(r" to (?:the )?[A-Z]\w+\)")
_TWINS = {"airstrip": "airfield", "aerodrome": "airfield", "airbase": "airfield", "bulge": "salient"}  # of one thing
# Nouns between which a second writer might choose for one and the same thing.
_LIKE = (
    words("school academy college university institute"), words("road highway street avenue route"),
    words("hill hills ridge mountain mount height heights peak"), words("camp barracks base fort fortress citadel castle"),
    words("factory plant mill mills sawmill sawmills works"), words("river stream creek canal"),
)  # fmt: skip
_VAGUE = words(
    "housing naval commercial central main old new first second third upper lower north south east west northern southern eastern western"
)
_FORMATIONS = words("division divisions brigade brigades battalion battalions regiment regiments corps company guard guards fleet squadron")
_NO_PLACE = re.compile(r"\b(?:Operation|Battle|Siege|War|Case|Plan|Exercise|Task Force|Convoy|HMS|USS|SS)\b")
_LONGEST = 6  # words of a man's name
_NUMERAL = re.compile(r",.*$|\s[IVX]+\b.*$")  # "Otto IV", "Robert II, Count of Marn"
_WHO = re.compile(r",? (?:who|whose|himself|is said to|was said to|was recalled|was compelled|was born|was appointed)\b")
_BEHIND = re.compile(r"\b[a-z]+\s(?:the\s)?$")  # "the men in Orl, who …": it may be the men's
_NEAR = 0.8  # similarity from which two names count as look-alikes: castello / castillo 0.88, armament / artillery 0.24


@dataclass(slots=True)
class _Cluster:
    """An entity in the making."""

    kind: EntityKind
    names: dict[str, Source] = field(default_factory=dict)
    also: list[str] = field(default_factory=list)


def entities(campaign: Campaign, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """Collect the entities: parties, units and people of the infobox with the groups of their roles, then the places of the prose."""
    listed = tuple(_listed(campaign))
    known = {e.name for e in listed}
    people = {part for e in listed if e.kind is EntityKind.PERSON for part in _parts(e.name)}
    clusters = _join(_places(campaign, sentences, known | people))
    found = (*listed, *_groups(sentences, known), *(_entity(cluster) for cluster in clusters))
    unique = {e.id: e for e in reversed(found)}
    return _marked(tuple(e for e in found if unique[e.id] is e), campaign)


def _parts(name: str) -> Iterator[str]:
    """What a text may call a man: his surname, or any names of his in a row but the first alone; the land in "of Orl" is none."""
    own = _NUMERAL.sub("", name.partition(" of ")[0]).split()[:_LONGEST]
    yield surname_of(name) or name
    yield from (" ".join(own[i:j]) for i in range(len(own)) for j in range(i + 1, len(own) + 1) if j > 1 or len(own) == 1)


def _listed(campaign: Campaign) -> Iterator[Entity]:
    seen: set[str] = set()
    for side in campaign.sides:
        groups: list[tuple[str, Source]] = [(b.name, b.source) for b in side.belligerents]
        groups += [(u.name, u.source) for u in side.units if not u.placeholder]
        groups += [(group, c.source) for c in side.commanders if (group := role_group(c.role or ""))]
        people = [(c.name, c.source) for c in side.commanders if not c.placeholder and c.name]
        for kind, found in ((EntityKind.GROUP, groups), (EntityKind.PERSON, people)):
            for name, source in found:
                if slug(name) and slug(name) not in seen and not _is_part(name, [g for g, _ in groups]):
                    seen.add(slug(name))
                    yield Entity(name, kind, source, id=slug(name))


def _is_part(name: str, groups: Sequence[str]) -> bool:
    """Whether a quoted nickname stands within a longer listed name: '"Inghimassiyeen"' in '"Inghimassiyeen" elite shock troops'."""
    return name.startswith('"') and any(name != group and group.startswith(name) for group in groups)


def _groups(sentences: Iterable[Sentence], known: set[str]) -> Iterator[Entity]:
    """The groups that only the prose names, by a noun of their own ("Russian Air Force", "Army of Conquest")."""
    seen: set[str] = set()
    for sentence in sentences:
        for name in names(sentence.text):
            if kind_of(name) is EntityKind.GROUP and name.text not in known and name.text not in seen and slug(name.text):
                seen.add(name.text)
                yield Entity(name.text, EntityKind.GROUP, _quote(sentence, name), id=slug(name.text))


def _quote(sentence: Sentence, name: Name) -> Source:
    return sentence.source.within(name.text) if isinstance(sentence.source, Quote) else sentence.source


def _places(campaign: Campaign, sentences: tuple[Sentence, ...], known: set[str]) -> list[_Cluster]:
    """Each name of a place as met, in order, with the names that the text gives it beside ("also known as Sharfa")."""
    found: dict[str, _Cluster] = {}
    people: set[str] = set()
    bared: set[str] = set()  # names that stand without "the", as a river's does not
    for sentence in (*_outcomes(campaign), *sentences):
        here = list(names(sentence.text))
        for i, name in enumerate(here):
            if _WHO.match(sentence.text, name.end) and not _BEHIND.search(sentence.text, max(0, name.start - _FAR), name.start):
                people.add(name.text)
            if name.text in known or not _is_place(sentence.text, name):
                continue
            cluster = found.setdefault(name.text, _Cluster(EntityKind.PLACE))
            cluster.names.setdefault(name.text, _quote(sentence, name))
            bared |= {name.text} if not sentence.text[: name.start].casefold().endswith("the ") else set()
            if i + 1 < len(here) and _is_also(sentence.text, name, here[i + 1]):
                cluster.also.append(here[i + 1].text)
                cluster.names.setdefault(here[i + 1].text, _quote(sentence, here[i + 1]))
    for river in [text for text in found if text.casefold().endswith(" river")]:
        bare = river.rpartition(" ")[0]
        if bare in found and bare not in bared:
            found[river].names.update(found.pop(bare).names)
    also = {text for cluster in found.values() for text in cluster.also}
    return [cluster for text, cluster in found.items() if text not in also and not (text in people and " " not in text)]


def _is_also(text: str, name: Name, following: Name) -> bool:
    """Whether the name that follows is another one of the same: "also known as Sharfa", "Orl Ridge (Osk Ridge to the Verrans)"."""
    between = text[name.end : following.start]
    is_alike = name.text.split()[-1] == following.text.split()[-1]
    return bool(_ALSO.fullmatch(between)) or (between == " (" and is_alike and bool(_TO_OTHERS.match(text, following.end)))


def _outcomes(campaign: Campaign) -> Iterator[Sentence]:
    return (Sentence(outcome.value, "", outcome.source) for outcome in campaign.outcomes)


def _is_place(text: str, name: Name) -> bool:
    kind = kind_of(name)
    if kind is EntityKind.GROUP or _is_adjective(name) or _NO_PLACE.search(name.text) or set(content(name.text)) <= PLACE_NOUNS | _VAGUE:
        return False
    followed = _FOLLOWED.match(text, name.end)
    if kind is EntityKind.PLACE:
        return True
    free = not followed or followed[1] in (
        "and",
        "or",
        "on",
        "in",
        "at",
        "with",
        "after",
        "when",
        "was",
        "were",
        "by",
        "to",
        "from",
        "as",
        "which",
        "where",
        "while",
        "but",
        "had",
    )
    return free and bool(_AT.search(text, max(0, name.start - _FAR), name.start)) and not text.startswith(("-", "'", "’"), name.end)


def _is_adjective(name: Name) -> bool:
    """Whether it is a people's word, alone or before a common noun ("German", "German base")."""
    return all(word in adjectives() for word in name.text.split() if word != name.noun)


@cache
def _core(name: str) -> tuple[str, ...]:
    words = tuple(_TWINS.get(word, word) for word in content(name) if word not in LOOSE_NOUNS)
    return words or content(name)


def _join(clusters: list[_Cluster]) -> list[_Cluster]:
    """Join a name to the one longer name already met that it shortens."""
    joined: list[_Cluster] = []
    by_core: dict[tuple[str, ...], list[_Cluster]] = {}
    by_word: dict[str, list[_Cluster]] = {}  # the words by which a shorter name may be found: the noun, and numbers
    for cluster in clusters:
        name = next(iter(cluster.names))
        core = _core(name)
        longer = by_core.get(core) or [c for c in by_word.get(core[-1], ()) if any(_shortens(core, _core(n), name) for n in c.names)]
        if len(longer) == 1:
            longer[0].names.update({n: s for n, s in cluster.names.items() if n not in longer[0].names})
        else:
            joined.append(cluster)
        into = longer[0] if len(longer) == 1 else cluster
        for met in map(_core, cluster.names):
            _add(by_core.setdefault(met, []), into)
            for word in {met[-1], *(w for w in met if w.isdigit())}:
                _add(by_word.setdefault(word, []), into)
    return joined


def _add(clusters: list[_Cluster], cluster: _Cluster) -> None:
    if not any(known is cluster for known in clusters):
        clusters.append(cluster)


def _shortens(short: tuple[str, ...], long: tuple[str, ...], name: str) -> bool:
    """Whether a name shortens another: its words in their order with the same noun, or its number and a loose noun ("1070 complex")."""
    if len(short) >= len(long) or not _is_within(short, long):
        return False
    if len(short) > 1 and short[-1] == long[-1]:
        return True
    return len(short) == 1 and short[0].isdigit() and content(name)[-1] in LOOSE_NOUNS


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _entity(cluster: _Cluster) -> Entity:
    """Make the entity; its name is the one that says most, without a loose noun where the text has it so too."""
    own = [name for name in cluster.names if name not in cluster.also]
    most = max(len(_core(name)) for name in own)
    fullest = [name for name in own if len(_core(name)) == most]
    name = next((n for n in fullest if content(n) == _core(n)), fullest[0])
    return Entity(name, cluster.kind, cluster.names[name], tuple(n for n in cluster.names if n != name), id=slug(name))


def _marked(found: tuple[Entity, ...], campaign: Campaign) -> tuple[Entity, ...]:
    """Mark look-alikes, and group names met only in roles against the parties and top units that they may be."""
    pairs = set(_alike(found))
    kinds = {e.name: e.kind for e in found}
    for role, others in _roles(campaign):
        pairs |= {pair for other in others if kinds.get(role) and kinds.get(other) for pair in ((role, other), (other, role))}
    partners: dict[str, set[str]] = {}
    for a, b in pairs:
        partners.setdefault(a, set()).add(b)
    return tuple(
        replace(e, maybe_same=tuple(b.name for b in found if b.name in partners[e.name])) if e.name in partners else e for e in found
    )


def _alike(found: tuple[Entity, ...]) -> Iterator[tuple[str, str]]:
    """The pairs of names of look-alikes, both ways round; only names that share a last word or a first letter are compared."""
    buckets: dict[tuple[EntityKind, str], list[tuple[Entity, tuple[str, ...]]]] = {}
    for entity in found:
        if entity.kind is EntityKind.PERSON:
            continue
        for name in names_of(entity):
            core = _core(name)
            for key in {_stem(core[-1]), _own(core)[:1] or "~"} if core else ():
                bucket = buckets.setdefault((entity.kind, key), [])
                for other, seen in bucket:
                    if other is not entity and _look_alike(core, seen):
                        yield entity.name, other.name
                        yield other.name, entity.name
                bucket.append((entity, core))


def _stem(word: str) -> str:
    return word.removesuffix("s")


@cache
def _stems(core: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_stem, core))


@cache
def _own(core: tuple[str, ...]) -> str:
    """The words of a name that are no common nouns."""
    return " ".join(word for word in core if word not in PLACE_NOUNS | GROUP_NOUNS)


def _roles(campaign: Campaign) -> Iterator[tuple[str, list[str]]]:
    """A group that only commanders' roles name, with the parties and top units of its side that no role names."""
    for side in campaign.sides:
        # a formation of a set size ("8th Brigade") is no other name of a movement
        units = [u.name for u in side.units if not u.parent and not u.placeholder and not _FORMATIONS & set(content(u.name))]
        listed = [b.name for b in side.belligerents] + units
        roles = dict.fromkeys(group for c in side.commanders if (group := role_group(c.role or "")))
        for role in roles:
            everywhere = {u.name for u in side.units} | set(listed)
            if not any(_is_within(content(role), content(name)) for name in everywhere):
                yield role, listed


def _look_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if {w for w in a if w[0].isdigit()} != {w for w in b if w[0].isdigit()}:
        return False
    stems = _stems(a), _stems(b)
    if _is_within(stems[0], stems[1]) or _is_within(stems[1], stems[0]):
        return stems[0][-1] == stems[1][-1]
    own = _own(a), _own(b)
    nouns = {words[-1] if words[-1] in PLACE_NOUNS | GROUP_NOUNS else "" for words in (a, b)}
    if not all(own) or not (len(nouns) == 1 or "" in nouns or any(nouns <= like for like in _LIKE)):
        return False
    if 2 * min(map(len, own)) < _NEAR * sum(map(len, own)):
        return False  # no ratio can reach it
    matcher = SequenceMatcher(None, own[0], own[1], autojunk=False)
    return matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR
