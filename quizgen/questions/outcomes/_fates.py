"""The words for each fate that a list of commanders marks, the showable first."""

WORDS = {
    "KIA": ("killed in action", "killed", "killed in combat", "died in combat"),
    "WIA": ("wounded in action", "wounded", "injured"),
    "POW": ("taken prisoner", "prisoner of war", "captured", "prisoner"),
    "MIA": ("missing in action", "missing"),
    "DOW": ("mortally wounded", "died of wounds"),
    "executed": ("executed",),
    "surrendered": ("surrendered",),
}
