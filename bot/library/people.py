"""The part of `values.yaml` about colleagues: training, thanks, and care after a hard post."""

from __future__ import annotations

from bot.library.schema import Id, Part, Text, Texts


class Wellbeing(Part):
    cool_down_at: Text = "E3"
    break_after_hard_posts: int = 3
    contact: Id


class Training(Part):
    onboarding: Texts = ()
    drills_required: Texts = ()


class People(Part):
    training: Training = Training()
    recognition_note: str = ""
    wellbeing: Wellbeing
