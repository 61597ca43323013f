"""Word lists of our own, in the cue language."""
from bot.flow.cues import CueList
SIGNALS: tuple[CueList, ...] = ()
