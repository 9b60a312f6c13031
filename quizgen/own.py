"""What a recipe says of a teacher's own item → the item."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.formats import breaches
from quizgen.items import Distractor, Family, Format, Item, Level
from quizgen.model import By
from quizgen.relations import Importance
from quizgen.yamlnodes import Listing, Node, Problems, Table

KEYS = (
    "id",
    "format",
    "stem",
    "key",
    "accepted",
    "distractors",
    "pairs",
    "family",
    "importance",
    "difficulty",
    "explanation",
    "facts",
    "by",
)
NEEDED = ("id", "format", "stem")


def read(node: Node, problems: Problems) -> Item | None:
    """Read one item; None with everything wrong recorded: Y107 a key that is missing, P109 a shape that is not its format's."""
    told = problems.table(node, KEYS, "an own item")
    for key in NEEDED:
        if isinstance(node, Table) and key not in told:
            problems.add(node, "Y107", f'an own item needs "{key}"', f"add {key}: …")
    if not all(key in told for key in NEEDED):
        return None
    before = len(problems.found)
    item = _item(told, problems)
    if len(problems.found) == before:
        for breach in breaches(item):
            problems.add(node, "P109", f"this is no {item.format} item: {breach}", "quizgen items --format jsonl shows how others are made")
    return item if len(problems.found) == before else None


def _item(told: Mapping[str, Node], problems: Problems) -> Item:
    text = {key: problems.text(told[key], key) for key in ("id", "stem", "explanation") if key in told}
    form = problems.choice(told["format"], tuple(Format), "format")
    family = problems.choice(told["family"], tuple(Family), "family") if "family" in told else Family.EVENTS.value
    level = problems.choice(told["importance"], tuple(Importance), "importance") if "importance" in told else Importance.CORE.value
    key = _texts(told["key"], "key", problems) if "key" in told else ()
    by = _by(told["by"], problems) if "by" in told else By("the author of the recipe")
    return Item(
        id=f"own/{form}/{text['id']}",
        type=f"own.{form}",
        family=Family(family) if family in tuple(Family) else Family.EVENTS,
        format=Format(form) if form in tuple(Format) else Format.CLOZE,
        stem=text["stem"],
        key=key,
        facts=_texts(told["facts"], "facts", problems) if "facts" in told else (),
        source=by,
        importance=Level(level, f"set by {by.who}"),
        difficulty=Level(problems.number(told["difficulty"], "difficulty") if "difficulty" in told else 3, f"set by {by.who}"),
        explanation=text.get("explanation") or f"{'; '.join(key) or 'As paired'}: {by.ref or by.who}.",
        campaign="",
        pairs=_pairs(told["pairs"], "pairs", problems) if "pairs" in told else (),
        accepted=_texts(told["accepted"], "accepted", problems) if "accepted" in told else (),
        distractors=tuple(Distractor(t, why, by.who) for t, why in _pairs(told["distractors"], "distractors", problems))
        if "distractors" in told
        else (),
    )


def _texts(node: Node, what: str, problems: Problems) -> tuple[str, ...]:
    """Read a list of texts, or one text."""
    return tuple(problems.text(item, what) for item in node.items) if isinstance(node, Listing) else (problems.text(node, what),)


def _pairs(node: Node, what: str, problems: Problems) -> tuple[tuple[str, str], ...]:
    """Read `{THIS: THAT}`, in its order."""
    if isinstance(node, Table):
        return tuple((key.text, problems.text(value, what)) for key, value in node.entries)
    hint = "write {WRONG OPTION: WHY IT IS FALSE}" if what == "distractors" else "write {THING: GROUP}"
    problems.add(node, "Y106", f"expected {what}: texts with texts", hint)
    return ()


def _by(node: Node, problems: Problems) -> By:
    told = problems.table(node, ("who", "why", "ref"), "by")
    texts = {key: problems.text(value, key) for key, value in told.items()}
    return By(texts.get("who") or "the author of the recipe", texts.get("why", ""), texts.get("ref", ""))
