"""In which language a post is written: enough to answer in it, or to say that we cannot yet.

Three steps, the cheap ones first: another script decides by itself; enough common English words decide for English; only
what is left asks lingua, in its low-accuracy mode (21 MB and 0.13 ms a post where the full models take 290 MB). English of
every kind, and whatever is too short to tell, counts as English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.text.clean import clip
from bot.text.common_words import ALSO_ENGLISH, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Collection

    from lingua import LanguageDetector

SUPPORTED = frozenset(
    {"ar", "bn", "da", "de", "el", "en", "es", "fr", "he", "hi", "id", "it"}
    | {"ja", "ko", "nl", "pl", "pt", "ru", "sv", "th", "tl", "tr", "uk", "zh"}
)
"""ISO 639-1 codes that can be told apart."""
UNKNOWN = "und"
"""The code (ISO 639-2, undetermined) of a script that we do not know."""

_LATIN = ("da", "de", "en", "es", "fr", "id", "it", "nl", "pl", "pt", "sv", "tl", "tr")
_NOT_WORDS = re.compile(r"https?://\S+|[@#]\w+|(?<![^\s@])[^\s@]++@\S+|(?<![\w.-])(?:[\w-]++\.)++[\w-]++\S*|&\w{1,8};|\d+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_FEWEST_WORDS = 4
_ENGLISH_SHARE = 0.3
_SOME_ENGLISH = 0.1
_SURE = 0.75
_SURE_WHEN_SHORT = 0.92
_SHORT = 6
_FEWEST_LANGUAGES = 2
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """`code` is ISO 639-1 (or `UNKNOWN`); `certain` is False where English is only assumed: too short, or mixed."""

    code: str
    certain: bool


_UNSURE = LanguageGuess("en", certain=False)


def detect(text: str, languages: Collection[str] = SUPPORTED) -> LanguageGuess:
    """The language of `text`, read from its first `MAX_CHARS` characters.

    In Latin letters it is one of `languages` or English; other scripts give their language away by themselves.
    """
    shown, _ = clip(text)
    words = _WORD.findall(_NOT_WORDS.sub(" ", shown.replace("\u2019", "'")))
    if not words:
        return _UNSURE
    script = _script_language("".join(words))
    if script:
        return LanguageGuess(script, certain=True)
    if len(words) < _FEWEST_WORDS:
        return _UNSURE
    lower = [word.lower() for word in words]
    english = _english_share(lower)
    if english >= _ENGLISH_SHARE:
        return LanguageGuess("en", certain=True)
    needed = _SURE if len(lower) >= _SHORT and english < _SOME_ENGLISH else _SURE_WHEN_SHORT
    return _statistical(
        " ".join(lower[:_MOST_WORDS]), needed, tuple(code for code in _LATIN if code in languages or code == "en")
    )


def _english_share(words: list[str]) -> float:
    strong = sum(word in ENGLISH for word in words)
    weak = sum(word in ALSO_ENGLISH for word in words) if all(map(str.isascii, words)) else 0
    return (strong + weak / 2) / len(words)


def _script_language(letters: str) -> str:
    """The language that the script of most letters gives away; "" for Latin letters."""
    if letters.isascii():
        return ""
    scripts = Counter(_script(character) for character in letters)
    if scripts["LATIN"] * 2 >= len(letters):
        return ""
    if scripts["HIRAGANA"] + scripts["KATAKANA"]:
        return "ja"
    name = scripts.most_common(1)[0][0]
    if name == "CYRILLIC":
        return "uk" if set(letters) & set("іїєґІЇЄҐ") else "ru"
    return _BY_SCRIPT.get(name, UNKNOWN)


def _script(letter: str) -> str:
    """The first word of a letter's Unicode name, which for letters is the script."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _statistical(text: str, needed: float, languages: tuple[str, ...]) -> LanguageGuess:
    if len(languages) < _FEWEST_LANGUAGES:
        return _UNSURE
    best = _detector(languages).compute_language_confidence_values(text)[0]
    if best.value < needed:
        return _UNSURE
    return LanguageGuess(best.language.iso_code_639_1.name.lower(), certain=True)


@cache
def _detector(languages: tuple[str, ...]) -> LanguageDetector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in languages]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()


_BY_SCRIPT = {
    "CJK": "zh",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "THAI": "th",
    "HEBREW": "he",
    "GREEK": "el",
}
