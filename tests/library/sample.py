"""A tiny company whose files are right, to be broken by tests one line at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VALUES = """\
schema: 1
organisation: {name: Tern Ferries}
values:
  - {id: own-it, name: Own it, meaning: We say what is ours., conflicts: {privacy: privacy wins in public}}
  - {id: privacy, name: Guard what is theirs, meaning: Personal details never appear in public.}
value_order: [privacy, own-it]
voice: {signoff: "^{initials}"}
empowerment:
  backing: You are covered.
  roles:
    deck:
      may: [refund, goodwill]
      limits: {refund: 40, goodwill: 10, per_day: 100}
      apology_max: A2
      severities_alone: [3, 4, 5]
    purser:
      may: [all_deck, exception]
      limits: {refund: 200, goodwill: 50, exception: 100, per_day: 500}
      apology_max: A3
      severities_alone: [2, 3, 4, 5]
  default_role: deck
severity_levels:
  1: {name: critical, stake: A person may be harmed., hold_only: true}
  2: {name: serious, stake: Rights are involved., hold_only: true}
  3: {name: significant, stake: Put it right today.}
  4: {name: routine, stake: Fix it well.}
  5: {name: light, stake: Be good company.}
red_flags:
  - id: injury
    severity: 1
    contact: bridge
    playbook: late-boat
    cues: [bleeding, hurt]
    hold:
      - "Call {emergency} if anyone is hurt. {owner} has this now. ^{initials}"
      - "If anyone is hurt, call {emergency}. {owner} is on it. ^{initials}"
influence:
  tiers:
    - {id: T0, from: 0, name: everyday}
    - {id: T1, from: 10000, name: notable}
    - {id: T2, from: 100000, name: large}
  reach_levels: {medium_from: T1, high_from: T2}
  changes: [order, speed, who_is_told]
  gestures:
    items:
      - {tier: T2, gift: free_crossing, approver: purser, max: 50, reason_required: true}
response_targets:
  1: {low: 15, medium: 15, high: 10}
  2: {low: 30, medium: 30, high: 15}
  3: {low: 60, medium: 30, high: 15}
  4: {low: 240, medium: 120, high: 60}
  5: {low: 1440, medium: 480, high: 240}
contacts:
  bridge: {name: The bridge, slack: C0BRIDGE, hours: "Mon-Sun 06:00-23:00", backup: office}
  office: {name: Night office, slack: C0OFFICE, hours: always, backup: coastguard}
  coastguard: {name: Coastguard desk, slack: C0COAST, hours: "Mon-Sun 00:00-24:00", backup: office}
safety_lines: {emergency: "112", helpline: "116 123"}
links: {status: "https://ferries.example/status"}
allowed_domains: [ferries.example]
own_handles: {x: "@TernFerries"}
channels:
  x: {name: X, count: weighted_280, hard: 280, house: 240, family: short, moves: [hear, act, return, sign], aliases: [twitter]}
  review: {name: Review, count: characters, house: 600, family: review, moves: [hear, own, fix, contact, sign]}
moderation: {default: keep, may_hide: [threat]}
commitments:
  apology_ladder: {A0: none, A1: concern, A2: owned, A3: owned_and_repaired}
  promise_needs: [action, owner, due]
people: {wellbeing: {contact: office}}
"""

LATE_BOAT = """\
---
id: late-boat
title: A boat is late
summary: A crossing left or arrived late.
issue: the late crossing
owner: bridge
reviewed: 2026-11-01
status: active
channels: [x]
when: [a crossing was late]
not_when:
  - {text: they were charged for it, use: wrong-fare}
severity: 3
flags: [injury]
strategy: adjust
apology: A2
values: [own-it]
may:
  - {remedy: refund, text: Refund the crossing}
actions: [Find the crossing, Refund it]
escalate_if:
  - {if: someone fell, to: bridge, flag: injury}
posts:
  - "Two hours on the pier in Oban and not one word from you."
  - "your 8:15 is now a 10:40. cheers"
test_posts:
  - "still on the quay, kids are asleep on the bags"
do: [Say when the next boat goes]
dont: [Blame the weather alone]
slots:
  boat: {default: crossing, words: {night boat: [overnight, night boat]}}
moves:
  hear:
    - "Two hours on a pier for one {boat} is too long."
    - "You waited and nobody told you about the {boat}."
  act:
    short: ["I've refunded the {boat}.", "The {boat} is refunded."]
    comment: ["I've refunded the {boat} to your card.", "The {boat} is refunded; see {link:status}."]
  return: ["I'll write here {within}.", "You hear from me here {within}."]
follow_up: {after_hours: 24, check: the refund arrived}
---
## Why this matters
A pier has no roof.

---
A line is not an end.
"""

WRONG_FARE = """\
---
id: wrong-fare
title: The fare is wrong
summary: Someone paid another fare than the one shown.
issue: the fare
owner: office
reviewed: 2026-11-01
status: active
when: [the fare paid differs from the fare shown]
not_when:
  - {text: the boat was late, use: late-boat}
severity: 5
strategy: rebuild
apology: A1
values: [own-it, privacy]
may: []
actions: [Compare the fares]
escalate_if: []
posts: ["Sign says 12, till says 19.", "why did my bike cost more than me"]
do: [Compare first]
dont: [Argue]
moves:
  hear: ["That fare looks wrong.", "The sign and the till should agree."]
---
Compare sign and till.
"""

GUIDE = """\
---
id: hiding
title: May I hide a comment?
summary: Criticism stays; threats go.
owner: office
reviewed: 2026-11-01
status: active
questions: [may I delete this?]
values: [privacy]
---
Hide almost nothing.

## What may go
Threats.

## What stays
Everything else.
"""

TODAY = "2026-11-20"


@dataclass(frozen=True)
class Company:
    """The files of a company under `root`. Names of files are relative to it."""

    root: Path

    def write(self, file: str, text: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, file: str, old: str, new: str) -> int:
        """Replaces `old`, which stands there once, and gives the line (from 1) where it began."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1


def write_company(root: Path) -> Company:
    """Writes the whole sample under `root`: values, two playbooks, their examples, one guide."""
    company = Company(root)
    company.write("values.yaml", VALUES)
    company.write("knowledge/playbooks/late-boat.md", LATE_BOAT)
    company.write("knowledge/playbooks/wrong-fare.md", WRONG_FARE)
    company.write("knowledge/guides/hiding.md", GUIDE)
    company.write(
        "knowledge/examples/late-boat.txt", "## from the winter timetable\n\n#stranded again\nWe sailed at noon.\\nNot at nine.\n"
    )
    company.write("knowledge/examples/wrong-fare.test.txt", "paid 30 for a 20 ticket\n")
    return company
