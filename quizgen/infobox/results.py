"""The result field → what it names as the result, with the victor only where it names one, and its other clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.article import Text
from quizgen.diagnostics import Diagnostic
from quizgen.historical_date import HistoricalDate
from quizgen.infobox.pieces import Piece, pieces
from quizgen.infobox.victors import victor
from quizgen.model import Result, Side, Sourced

_DEGREE = """decisive|tactical|strategic|pyrrhic|phyrric|major|minor|crushing|overwhelming|marginal|limited|defensive|operational|naval
    |unopposed|complete|total|partial|costly|narrow|technical|moral|political|military|diplomatic|propaganda|clear|great|significant|temporary|local
    |stunning|brilliant|important|initial|short-term|long-term|indirect|default"""
_WIN = r"(?:victory|win|triumph)"
_DEGREES = re.compile(rf"\b(?:{_DEGREE})\b", re.IGNORECASE | re.VERBOSE)
_VICTORY = re.compile(
    rf"(?:(?P<who>.+?)\s+{_WIN}|(?P<deg>(?:[\w-]+\s+){{0,3}}){_WIN}\s+(?:for|of|by)\s+(?:the\s+)?(?P<whose>.+?))(?:\s+over\s+.+)?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:(?:largely|tactically|strategically|militarily|officially|mutually)\s+)?(?P<word>inconclusive|indecisive|undecided|draw|stalemate"
    r"|no clear victor)"
    r"(?:\s+(?:result|outcome|battle|engagement|action))?",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a statement of victory; more is a list that lost its form
_FAILED = re.compile(r"\b(?:failed|failure|successful)$")
_LABEL = re.compile(r"[^:]{1,40}: ")
_POINTER = re.compile(r"see (?:the )?\w.*", re.IGNORECASE)
_POINTS = re.compile(r"(?<=\w)\s*\(see (?:the )?\w[^()]*\)$", re.IGNORECASE)  # "Indecisive (see Aftermath)"
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|comes?|came|takes?|took|begins?|began|falls?|fell|holds?|held|wins?|won|lose|loses|lost|makes?|made|keeps?|kept|gives?|gave"
    r"|gets?|got|leaves?|left|breaks?|broke|cuts?|flees?|fled|puts?|sets?|rises?|rose|sinks?|sank|sunk|withdraws?|withdrew|becomes?|became|retakes?|retook|sees?|saw"
    r"|(?:re)?(?:captur|secur|seiz|advanc|clos|us|resum|releas|reduc|declar|escap|ced|mov|evacuat|liberat|relieve|besieg|negotiat|restor|surviv|continu|repuls)es?"
    r"|(?:re)?(?:open|gain|retreat|control|fail|surrender|start|end|remain|sign|annex|repel|lift|abandon|join|defeat|expand|launch|enter|deliver|suffer|prevent|return"
    r"|stop|delay|allow|push|claim|drop|shift|reach|encircl|establish|occup(?:y|ie)|agree|attack|destroy|kill|halt|cross|regain|resist|succeed|begin)s?"
    r"|(?!(?:allied|united|armed|combined|confederated)\b)[a-z]{3,}ed)\b"
)
_EVENT = re.compile(
    r"(?:\w+ )?(?:treaty|truce|armistice|cease-?fire|peace|agreement|fall|capture|recapture|siege|start|beginning|end|death|execution"
    r"|destruction|liberation|establishment|creation|annexation|collapse|failure|success|retreat|withdrawal|evacuation|surrender|independence|partition|restoration|overthrow"
    r"|closure|dissolution|formation|occupation|massacre|return|deposition|abdication|exile|expulsion|conquest|coronation|division|union|loss|gain|lifting"
    r"|signing|breakup|rise|decline|relief|arrest|resignation|assassination)\b",
    re.IGNORECASE,
)


def read_result(
    text: Text, sides: Sequence[Side], date: HistoricalDate | None, place: str = ""
) -> tuple[Result | None, tuple[Sourced, ...], tuple[Diagnostic, ...]]:
    """Read the result; codes R230 a named victor that fits no one side, R231 the field only points elsewhere."""
    clauses = _clauses(text)
    if not clauses:
        return None, (), ()
    if all(_POINTER.fullmatch(clause.value) for clause in clauses):
        where = clauses[0].remark("R231", "the result only points elsewhere in the article")
        return Result(None, None, None, clauses[0].value, text.quote(text.value)), (), (where,)
    wins = [(clause, match) for clause in clauses if (match := _victory(clause.value))]
    undecided = next((clause for clause in clauses if _OPEN.fullmatch(clause.value)), None)
    if undecided and clauses.index(undecided) == 0:
        word = "stalemate" if "stalemate" in undecided.value.casefold() else "inconclusive"
        return Result(None, word, None, undecided.value, undecided.quote()), _outcomes(clauses[1:]), ()
    winners = {victor(who, sides, date, place) for _, (who, _) in wins}
    if len(wins) == 1 or (wins and len(winners) == 1 and None not in winners):
        stated, (who, degree) = wins[0]
        winner = winners.pop()
        doubt = () if winner else (stated.unread("R230", f'"{who}" fits no one side of the box', "set result.winner in the .fix.yaml"),)
        rest = _outcomes([clause for clause in clauses if clause is not stated])
        return Result(winner, "victory", degree, stated.value, stated.quote()), rest, doubt
    said = ", ".join(clause.value for clause in clauses)
    return Result(None, None, None, said, text.quote(text.value)), _outcomes(clauses), ()


def _victory(clause: str) -> tuple[str, str | None] | None:
    """The words for the victor and the degree, if the clause is nothing but the statement of a victory."""
    match = _VICTORY.fullmatch(clause) if len(clause) <= _LONGEST else None
    if not match or ":" in clause:
        return None
    words = match["who"] or f"{match['deg'] or ''} {match['whose']}"
    degrees = [degree.casefold() for degree in _DEGREES.findall(words)]
    who = " ".join(re.sub(r"\b(?:and|but)\b\s*$|^\s*(?:and|but)\b", "", _DEGREES.sub("", words)).split())
    return (who, " ".join(degrees) or None) if who and not _VERB.search(who) else None


def _clauses(text: Text) -> list[Piece]:
    """The clauses of the field: a comma parts two of them only where a new statement begins after it."""
    clauses: list[Piece] = []
    last_end = 0
    for found in pieces(text, semicolons=True):
        piece = found.named(_POINTS.sub("", found.value))
        if not piece.value:
            continue
        parted = bool(set(";\n*•") & set(text.value[last_end : piece.start]))
        last_end = piece.end
        if clauses and not parted and not _begins(clauses[-1].value, piece.value):
            clauses[-1] = clauses[-1].through(piece, f"{clauses[-1].value}{' ' if piece.aside else ', '}{piece.value}")
        else:
            clauses.append(piece)
    return clauses


def _begins(before: str, value: str) -> bool:
    """Whether a new statement begins after a comma: the one before is settled, or this one has a label, a verb or an event of its own."""
    if _victory(before) or _OPEN.fullmatch(before) or _FAILED.search(before[-12:]):
        return not value.startswith("(")
    is_statement = _LABEL.match(value) or _VERB.search(value) or _EVENT.match(value) or _victory(value)
    return not value[0].islower() and bool(is_statement)


def _outcomes(clauses: Sequence[Piece]) -> tuple[Sourced, ...]:
    return tuple(Sourced(clause.value, clause.quote()) for clause in clauses if not _POINTER.fullmatch(clause.value))
