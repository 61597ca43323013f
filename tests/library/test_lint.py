"""What spans several files is found before anyone is answered from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.errors import Problem
from bot.library.lint import lint
from tests.library.sample import TODAY, Company, write_company

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.knowledge import LoadedPlaybook

VALUES = "values.yaml"
BOAT = "knowledge/playbooks/late-boat.md"
FARE = "knowledge/playbooks/wrong-fare.md"
GUIDE = "knowledge/guides/hiding.md"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return write_company(tmp_path)


def found(company: Company, today: str = TODAY) -> list[str]:
    return [f"{problem.level} {problem}" for problem in lint(company.root, today=date.fromisoformat(today))]


def test_the_sample_has_no_problems(company: Company) -> None:
    assert found(company) == []


BROKEN = [
    (BOAT, "use: wrong-fare", "use: wrong-fair", "there is no playbook `wrong-fair`; did you mean `wrong-fare`?"),
    (BOAT, "use: wrong-fare", "use: late-boat", "sends to this playbook itself"),
    (BOAT, "channels: [x]", "channels: [y]", "`channels[0]`: there is no channel `y`"),
    (BOAT, "flags: [injury]", "flags: [injuries]", "there is no red flag `injuries`; did you mean `injury`?"),
    (BOAT, "values: [own-it]", "values: [own_it]", "there is no value `own_it`; did you mean `own-it`?"),
    (BOAT, "remedy: refund", "remedy: refnud", "`may[0].remedy`: there is no remedy that any role may give called `refnud`"),
    (BOAT, "to: bridge, flag: injury", "to: brige, flag: injury", "there is no contact `brige`; did you mean `bridge`?"),
    (BOAT, "to: bridge, flag: injury", "to: bridge, flag: hurt", "`escalate_if[0].flag`: there is no red flag `hurt`"),
    (BOAT, "for one {boat} is", "for one {bout} is", "`moves.hear[0]`: nothing fills the slot `{bout}`; did you mean `boat`?"),
    (BOAT, "see {link:status}", "see {link:state}", "`moves.act.comment[1]`: nothing fills the slot `{link:state}`"),
    (BOAT, "for one {boat} is", "for one {boat is", "a brace without its partner"),
    (BOAT, '"I\'ve refunded the {boat}."', '"I\'ve refunded $12 for the {boat}."', "the amount `$1` belongs in values.yaml"),
    (BOAT, "A pier has no roof.", "Give them 20 euros.", "the amount `20 euros` belongs in values.yaml"),
    (BOAT, "A pier has no roof.", "word " * 600, "the body has 611 words; at most 600"),
    (BOAT, "severity: 3", "severity: 2", "a playbook of severity 2 says no more than concern, not A2"),
    (BOAT, "  hear:\n", "  thank:\n", "a playbook of severity 3 needs the move `hear`"),
    (BOAT, "  return:", "  own:", "a playbook of severity 3 needs the move `return`"),
    (BOAT, "follow_up: {after_hours: 24, check: the refund arrived}\n", "", "needs a `follow_up`"),
    (BOAT, ', "You hear from me here {within}."]', "]", "has 1 variant: everyone"),
    (BOAT, '"You hear from me here {within}."', "b, c, d, e", "has 5 variants; keep the best 4"),
    (BOAT, "boat: {default: crossing,", "place: {default: crossing,", "is the name of a built-in slot"),
    (BOAT, "still on the quay, kids", "Your 8:15 is now a 10:40.  CHEERS\"\n  - \"kids", "this test post is also an example"),
    (FARE, "severity: 5", "severity: 4", "a playbook of severity 4 needs the move `act`"),
    (GUIDE, "values: [privacy]", "values: [secrecy]", "`values[0]`: there is no value `secrecy`"),
    (VALUES, "value_order: [privacy, own-it]", "value_order: [privacy]", "`own-it` is not in the order"),
    (VALUES, "value_order: [privacy, own-it]", "value_order: [privacy, own-it, own-it]", "the value `own-it` is listed twice"),
    (VALUES, "value_order: [privacy, own-it]", "value_order: [privacy, own-it, joy]", "there is no value `joy`"),
    (VALUES, "conflicts: {privacy:", "conflicts: {privcy:", "there is no value `privcy`; did you mean `privacy`?"),
    (VALUES, "limits: {refund: 200,", "limits: {refund: 20,", "`purser` may give less refund (20) than `deck` (40)"),
    (VALUES, "limits: {refund: 200, goodwill: 50,", "limits: {refund: 200,", "`purser` may give less goodwill (none) than"),
    (VALUES, "may: [all_deck,", "may: [all_crew,", "`all_crew` needs a role `crew` above `purser`"),
    (VALUES, "default_role: deck", "default_role: decks", "there is no role `decks`; did you mean `deck`?"),
    (VALUES, "default_role: deck", "default_role: deck\n  assign: {U1: boss}", "there is no role `boss`"),
    (VALUES, "{id: T0, from: 0,", "{id: T0, from: 1,", "the first tier must begin at 0"),
    (VALUES, "{id: T2, from: 100000,", "{id: T2, from: 10000,", "tier T2 begins at 10000, not above T1 (10000)"),
    (VALUES, "high_from: T2", "high_from: T7", "there is no tier `T7`"),
    (VALUES, "{medium_from: T1, high_from: T2}", "{medium_from: T2, high_from: T1}", "medium begins above high"),
    (VALUES, "gift: free_crossing", "gift: if_they_praise_us", "a gift may ask for nothing in return"),
    (VALUES, "approver: purser", "approver: captain", "there is no role `captain`"),
    (VALUES, "3: {low: 60, medium: 30, high: 15}", "3: {low: 60, medium: 30, high: 45}", "more reach must not mean more time"),
    (VALUES, "3: {low: 60, medium: 30, high: 15}", "3: {low: 20, medium: 20, high: 15}", "severity 3 is answered sooner"),
    (VALUES, "  5: {low: 1440, medium: 480, high: 240}\n", "", "`response_targets`: severity 5 is missing"),
    (VALUES, "default_role: deck", "default_role: deck\n  assign: {S0CREW: deck}", "a user group, and groups are not read"),
    (VALUES, "default_role: deck", "default_role: deck\n  assign: {mo: deck}", "`mo` is not the id of a person in Slack"),
    (VALUES, "per_day: 100}", "per_day: 100}\n      tell_from: {refnud: 5}", "no role may give `refnud`; did you mean `refund`?"),
    (VALUES, "per_day: 500}", "per_day: 90}", "`purser` may give less per_day (90) than `deck` (100)"),
    (VALUES, "may_hide: [threat]", "may_hide: [opinion]", "`opinion` is not allowed"),
    (VALUES, "may_hide: [threat]", "may_hide: [threat], two_people: false", "`moderation.two_people`"),
    (VALUES, "backup: coastguard", "backup: office", "stands in for itself"),
    (VALUES, "backup: coastguard", "backup: brigde", "there is no contact `brigde`; did you mean `bridge`?"),
    (VALUES, "hours: always", "hours: sometimes", "`sometimes` cannot be read as hours"),
    (VALUES, "hours: always", 'hours: "Mon-Fri 09:00-17:00"', "nobody stands behind `bridge` at all hours"),
    (VALUES, "contact: bridge", "contact: bridges", "`red_flags[0].contact`: there is no contact `bridges`"),
    (VALUES, "hold:\n", "cues_: [x]\n    hold:\n", "unknown field `cues_`; did you mean `cues`?"),
    (VALUES, "Call {emergency} if", "Call {911} if", "`red_flags[0].hold[0]`: nothing fills the slot `{911}`"),
    (VALUES, "wellbeing: {contact: office}", "wellbeing: {contact: nurse}", "there is no contact `nurse`"),
    (VALUES, "house: 240, family", "house: 300, family", "our own length (300) is more than the network takes (280)"),
    (VALUES, "aliases: [twitter]", "aliases: [review]", "`review` already means the channel `review`"),
    (VALUES, "own_handles: {x:", "own_handles: {z:", "there is no channel `z`"),
    (VALUES, "https://ferries.example/status", "https://evil-ferries.example/status", "is not one of allowed_domains"),
    (VALUES, '{signoff: "^{initials}"}', '{signoff: "^{initial}"}', "`voice.signoff`: nothing fills the slot `{initial}`"),
    (VALUES, "A0: none, ", "", "`commitments.apology_ladder`: `A0` is missing"),
    (VALUES, "changes: [order,", "look_up: {provider: csv}\n  changes: [order,", "`influence.look_up`: `csv` needs a source"),
    (VALUES, "changes: [order,", "look_up: {provider: csv, source: ../a.csv}\n  changes: [order,", "leads out of our folder"),
    (VALUES, "changes: [order,", "look_up: {provider: csv, source: /a.csv}\n  changes: [order,", "leads out of our folder"),
    (VALUES, "changes: [order,", 'look_up: {provider: http, source: "http://a.b/f"}\n  changes: [order,', "is not encrypted"),
    (VALUES, "changes: [order,", 'look_up: {provider: http, source: "file:///a"}\n  changes: [order,', "is no address that"),
    (VALUES, "changes: [order,", 'look_up: {provider: http, source: "https://[/"}\n  changes: [order,', "is no address"),
    (VALUES, "changes: [order,", "look_up: {counts_as_checked: true}\n  changes: [order,", "`manual` asks nobody"),
    (VALUES, "changes: [order,", "look_up: {source: a.csv}\n  changes: [order,", "`manual` asks nobody"),
    (VALUES, "changes: [order,", "look_up: {provider: bought}\n  changes: [order,", "influence.look_up.provider"),
    (VALUES, "reason_required: true", "reason_required: false", "needs a reason in writing"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), BROKEN)
def test_what_does_not_fit_together_is_an_error_in_its_file(company: Company, file: str, old: str, new: str, said: str) -> None:
    company.edit(file, old, new)
    assert any(line.startswith(f"error {file}:") and said in line for line in found(company)), found(company)


SOURCES = [
    "{provider: csv, source: data/a.csv}",
    '{provider: http, source: "https://a.b/f?k=1"}',
    '{provider: http, source: "http://localhost:9/f"}',
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_of_audiences_that_can_be_opened_safely_is_no_problem(company: Company, source: str) -> None:
    company.edit(VALUES, "changes: [order,", f"look_up: {source}\n  changes: [order,")
    assert found(company) == []


SECOND_LINE = '      - "If anyone is hurt, call {emergency}. {owner} is on it. ^{initials}"\n'
WARNED = [
    (FARE, "the boat was late, use: late-boat", "the boat was late", f"{BOAT}:12 `not_when[0].use`: `wrong-f"),
    (BOAT, "  return: [\"I'll write here {within}.\"", "  return: [\"I'll  write here {within}.\"", ""),
    (BOAT, "{boat} is too long", "wait is too long", ""),
    (VALUES, SECOND_LINE, "", "`injury` has one line to hold with"),
    (VALUES, "playbook: late-boat", "playbook: fallen", "there is no playbook `fallen` yet"),
    (FARE, 'posts: ["Sign says 12, till says 19."', 'posts: ["Your 8:15 is now a 10:40. Cheers"', "the same post as in"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), WARNED)
def test_what_only_deserves_a_look_is_a_warning(company: Company, file: str, old: str, new: str, said: str) -> None:
    company.edit(file, old, new)
    lines = found(company)
    assert not [line for line in lines if line.startswith("error")]
    assert any(line.startswith("warning") and said in line for line in lines) == bool(said)


def test_a_review_is_stale_one_day_after_its_time(company: Company) -> None:
    assert found(company, "2027-04-30") == []
    assert [line for line in found(company, "2027-05-01") if BOAT in line] == [
        f"warning {BOAT}:7 `reviewed`: was reviewed on 2026-11-01, more than 180 days ago; ask bridge to read it and set the date"
    ]


def test_cases_are_checked_once_there_is_a_folder_of_them(company: Company) -> None:
    company.edit(BOAT, "follow_up:", "case: pier-2019\nfollow_up:")
    assert found(company) == []
    company.write("knowledge/cases/pier-2018.md", "---\nid: pier-2018\n---\n")
    assert "there is no case `pier-2019`; did you mean `pier-2018`?" in found(company)[0]


def test_examples_need_a_playbook(company: Company) -> None:
    company.write("knowledge/examples/late-bot.txt", "late\n")
    assert found(company) == ["error knowledge/examples/late-bot.txt: there is no playbook `late-bot`; did you mean `late-boat`?"]


def test_a_playbook_that_nothing_measures_is_an_error(company: Company) -> None:
    (company.root / "knowledge/examples/wrong-fare.test.txt").unlink()
    assert found(company) == [
        f"error {FARE}:1 `test_posts`: nothing measures this playbook; "
        "add `test_posts:`, or knowledge/examples/wrong-fare.test.txt"
    ]


def test_a_broken_playbook_does_not_make_others_that_name_it_wrong(company: Company) -> None:
    line = company.edit(FARE, "severity: 5", "severity: five")
    assert found(company) == [f"error {FARE}:{line} `severity`: must be a whole number, not `five`"]


def test_playbooks_are_checked_while_values_are_broken(company: Company) -> None:
    company.edit(VALUES, "schema: 1", "schema: 1\nschema: 1")
    company.edit(BOAT, "apology: A2", "apology: sorry")
    assert [line.split(":")[0] for line in found(company)] == [f"error {BOAT}", f"error {VALUES}"]


def test_a_checker_sees_every_variant_and_its_words_get_their_place(company: Company) -> None:
    seen: list[tuple[str, str, str]] = []

    def check(playbook: LoadedPlaybook, move: str, family: str, text: str) -> Iterator[Problem]:
        seen.append((playbook.playbook.id, move, family))
        if "too long" in text:
            yield Problem("", 0, "", "sounds like a sigh", "say it shorter")

    problems = lint(company.root, check, today=date.fromisoformat(TODAY))
    assert [str(problem) for problem in problems] == [f"{BOAT}:34 `moves.hear[0]`: sounds like a sigh; say it shorter"]
    assert len(seen) == 10
    assert ("late-boat", "act", "short") in seen


def test_the_line_named_is_the_line_to_mend(company: Company) -> None:
    line = company.edit(BOAT, "You waited and nobody told you about the {boat}.", "You waited for the {bote}.")
    assert f"error {BOAT}:{line} `moves.hear[1]`: nothing fills the slot `{{bote}}`; did you mean `boat`?" in found(company)
    company.edit(BOAT, "{bote}", "{boat}")
    line = company.edit(BOAT, "A line is not an end.", "It costs £5.")
    assert found(company) == [f"error {BOAT}:{line}: the amount `£5` belongs in values.yaml; say it without the figure"]
