"""Where in a post the words of the cues stand, found in one pass over the post."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from bot.flow.cue_language import NUMBER
from bot.flow.spelling import Speller
from bot.flow.words import is_number

if TYPE_CHECKING:
    from collections.abc import Iterable

Places = int
"""Places in a post as bits: bit 3 is set when the fourth word is meant. Whole posts are compared by one operation."""

REMEMBERED_WORDS = 2048
"""Words of posts whose forms are kept: most words of most posts are the same few hundred."""

_STRETCHED = re.compile(r"(.)\1{2,}")


class Vocabulary:
    """The words that cues accept. `burn*` is one of them; a post's `burned` is then of the form `burn*`."""

    def __init__(self, accepted: Iterable[frozenset[str]]) -> None:
        self._known = frozenset(word for words in accepted for word in words)
        self._stem_lengths = sorted({len(word) - 1 for word in self._known if word.endswith("*")})
        self._speller = Speller(word for word in self._known if not word.endswith("*"))
        self._known_forms = functools.lru_cache(REMEMBERED_WORDS)(self._forms)

    def places(self, tokens: tuple[str, ...]) -> dict[str, Places]:
        """For every accepted word that is in the post, in whatever spelling: where."""
        by_token: dict[str, Places] = {}
        for place, token in enumerate(tokens):
            by_token[token] = by_token.get(token, 0) | 1 << place
        places: dict[str, Places] = {}
        for token, where in by_token.items():
            for form in self._known_forms(token):
                places[form] = places.get(form, 0) | where
        return places

    def _forms(self, token: str) -> tuple[str, ...]:
        found = {form for form in _variants(token) if form in self._known}
        for variant in _variants(token):
            found.update(form for length in self._stem_lengths if (form := variant[:length] + "*") in self._known)
        if is_number(token) and NUMBER in self._known:
            found.add(NUMBER)
        return tuple(found) or self._speller.meant(token)


def _variants(token: str) -> tuple[str, ...]:
    """The token, and what it stands for if letters are stretched (`heeelp`) or a final g is dropped (`burnin`)."""
    variants = [token]
    if _STRETCHED.search(token):
        variants += [_STRETCHED.sub(r"\1", token), _STRETCHED.sub(r"\1\1", token)]
    if len(token) > 4 and token.endswith("in"):
        variants.append(token + "g")
    return tuple(variants)
