"""A second reader: any colleague reads the draft before it is posted. They advise; the asker decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.decided import SecondReading, digest_of
from bot.errors import Misuse, NotYours

if TYPE_CHECKING:
    from bot.decided import Opinion
    from bot.kept import Asker, Card
    from bot.office import Office


@dataclass(frozen=True, slots=True)
class ToRead:
    """What a second reader sees, or has answered."""

    reading: SecondReading
    card: Card


@dataclass(frozen=True, slots=True)
class Readers:
    """The verbs of reading twice, on an office."""

    office: Office

    def ask(self, asker: Asker, draft_id: str, reader: str) -> ToRead:
        """Asks this Slack user to read the draft as it stands. Raises Misuse for the asker themself."""
        if reader == asker.user:
            raise Misuse("a second reader is somebody else; choose a colleague")
        card = self.office.open(asker, draft_id)
        reading = SecondReading(
            id=self.office.new_id("s"),
            team=asker.team,
            draft=draft_id,
            asker=asker.user,
            reader=reader,
            digest=digest_of(card.kept.text),
            made=self.office.clock(),
        )
        record = self.office.decision(asker, "asked a second reader", card.kept)
        self.office.store.ask_reader(reading, record=replace(record, subject=reading.id))
        return ToRead(reading, card)

    def answer(self, reader: Asker, reading_id: str, opinion: Opinion, words: str = "") -> ToRead:
        """What the reader thinks of the text that they were shown.

        Raises NotYours for anybody else, a second answer, and a draft that says something else by now.
        """
        reading, card = self._mine(reader, reading_id)
        if opinion == "change" and not words.strip():
            raise Misuse("say what you would change: one sentence is enough")
        answered = replace(reading, opinion=opinion, words=words, answered_at=self.office.clock())
        record = self.office.decision(reader, f"second reader: {opinion}", card.kept)
        self.office.store.answer_reading(answered, record=replace(record, subject=reading.id))
        return ToRead(answered, self.office.seen_by_another(reader, answered.draft))

    def open(self, reader: Asker, reading_id: str) -> ToRead:
        """The draft, for its reader. Raises NotYours as `answer` does."""
        return ToRead(*self._mine(reader, reading_id))

    def _mine(self, reader: Asker, reading_id: str) -> tuple[SecondReading, Card]:
        reading = self.office.store.second_reading(reader.team, reading_id)
        if reading is None or reading.reader != reader.user:
            raise NotYours("you were not asked to read this, or it is not here any more")
        if reading.opinion:
            raise NotYours("you have answered this already, and the asker has read it")
        card = self.office.seen_by_another(reader, reading.draft)
        if digest_of(card.kept.text) != reading.digest:
            raise NotYours("the draft was changed since you were asked; the asker can ask you again")
        return reading, card
