"""Past form of a verb → its base form, to follow "did": "took" gives "take", "reached" gives "reach"."""

from __future__ import annotations

from functools import cache

from quizgen.prose.verbs import forms

_REGULAR = """abandon abdicate accept accompany advance agree ambush anchor annex announce appear appoint approach arrange arrest
    arrive assassinate assault assemble assign assume attack attempt attend award block blockade board bomb bombard call capitulate
    capture cede charge clash clear close command commence complete concede conclude conquer construct counterattack cross crown crush
    declare defeat defect deliver demand depart deploy depose destroy detach detain dethrone detonate die disband disembark dismiss
    dispatch dissolve double embark encamp encircle encounter enforce engage enter erect escape establish evacuate execute expand
    explode extend fail fire flank follow force form fortify gain gather grant halt hand head hoist ignite impose improve inaugurate
    inflict inspect install intercept introduce invade invest isolate issue join kill land launch liberate lift link locate loot lower
    march massacre mine mobilise mobilize mount move murder muster mutiny nationalise nationalize negotiate nominate occupy offer open
    order oust outflank overwhelm pardon pass penetrate perform perish pillage pitch pledge postpone pound present press prevail
    proceed proclaim promise pull pursue push raid raise rally ratify reach recall recapture receive recognise recognize recover
    reinforce reject rejoin release relieve relocate remove rename renew renounce reoccupy repair replace repulse request requisition
    rescue resign resist restore resume retire retreat return reveal reverse revolt round rout sabotage sack sail scale scuttle secure
    seize sentence settle sever shell sight sign silence slaughter spot stage start station storm strengthen succeed summon support
    surprise surrender surround suspend target threaten torpedo train turn unite unveil urge vacate visit vote welcome wound yield"""
_IRREGULAR = {
    "arose": "arise", "beat": "beat", "became": "become", "began": "begin", "bore": "bear", "broke": "break", "brought": "bring",
    "built": "build", "burnt": "burn", "caught": "catch", "chose": "choose", "cut": "cut", "drew": "draw", "drove": "drive", "dug": "dig",
    "expelled": "expel", "fell": "fall", "fled": "flee", "flew": "fly", "fought": "fight", "found": "find", "gave": "give", "got": "get",
    "grew": "grow", "heard": "hear", "held": "hold", "hit": "hit", "laid": "lay", "led": "lead", "left": "leave", "lost": "lose",
    "made": "make", "met": "meet", "overran": "overrun", "overthrew": "overthrow", "overtook": "overtake", "paid": "pay",
    "patrolled": "patrol", "put": "put", "rebelled": "rebel", "repelled": "repel", "retook": "retake", "rode": "ride", "rose": "rise",
    "sank": "sink", "saw": "see", "sent": "send", "set": "set", "shot": "shoot", "slew": "slay", "slipped": "slip", "sought": "seek",
    "spent": "spend", "split": "split", "spoke": "speak", "stole": "steal", "stood": "stand", "stopped": "stop", "struck": "strike",
    "swept": "sweep", "swore": "swear", "threw": "throw", "told": "tell", "took": "take", "transferred": "transfer", "tore": "tear",
    "undertook": "undertake", "underwent": "undergo", "upset": "upset", "withdrew": "withdraw", "won": "win", "wrote": "write",
    "committed": "commit", "dropped": "drop", "permitted": "permit", "submitted": "submit", "admitted": "admit", "planned": "plan",
}  # fmt: skip


@cache
def _bases() -> dict[str, str]:
    return {forms(base)["past"]: base for base in _REGULAR.split()} | _IRREGULAR


def base_of(past: str) -> str | None:
    """Give the base of a verb's past form; None where it is not known for sure."""
    return _bases().get(past)
