"""What somebody does and finds at the screen, in the words of the page: roles and names, never positions."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Playwright

DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
PATIENCE_MILLISECONDS = 10_000
TABS_MOST = 60

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

expect.set_options(timeout=PATIENCE_MILLISECONDS)


def launch(playwright: Playwright) -> Browser:
    """Debian's chromium, else the one that Playwright has installed. Raises playwright's Error where there is neither."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])


@dataclass
class Screens:
    """The windows of one test. `complaints` are console errors and warnings: a breach of the content policy is one of them."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, url: str, user: str, place: str = "", **options: Any) -> Screen:
        """A new window for this person. `place` is a channel, or a tab of the app; `options` are the browser context's."""
        given = {"viewport": DESKTOP, "locale": "en-US", "timezone_id": "America/New_York", **options}
        context = self.browser.new_context(**given)
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{url}/?as={user}{f'#/{place}' if place else ''}")
        page.locator("body[data-ready]").wait_for()
        return Screen(page)

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")


@dataclass(frozen=True, slots=True)
class Screen:
    """One window."""

    page: Page

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("textbox", name="Message", exact=True)

    @property
    def card(self) -> Locator:
        """The newest card in the open channel."""
        return self.page.get_by_role("article").filter(has=self.page.locator("[data-block-id='reply']")).last

    @property
    def reply(self) -> Locator:
        """The text to copy on the newest card."""
        return self.card.locator("[data-block-id='reply'] pre")

    def types(self, text: str) -> None:
        """Writes into the composer and presses Enter."""
        self.composer.fill(text)
        self.composer.press("Enter")

    def presses(self, name: str, on: Locator | None = None) -> None:
        """Presses a button by the words on it, on a card or modal or anywhere; its spoken name may say more."""
        (on or self.page).get_by_role("button").filter(has_text=re.compile(rf"^{re.escape(name)}$")).click()

    def modal(self, title: str) -> Locator:
        """The modal on top, once it has that title."""
        dialog = self.page.get_by_role("dialog", name=title, exact=True)
        expect(dialog).to_be_visible()
        return dialog

    def goes_to(self, name: str) -> None:
        """Opens a channel, or the app, from the sidebar."""
        self.page.locator("#sidebar").get_by_role("link", name=name).click()

    def opens_tab(self, name: str) -> None:
        """Opens the app and one of its tabs."""
        self.goes_to("Sayso")
        self.page.locator("#header").get_by_role("link", name=name, exact=True).click()

    def message(self, words: str) -> Locator:
        """The newest message that has these words."""
        return self.page.get_by_role("article").filter(has_text=words).last

    def chooses_from_menu(self, message: Locator, name: str) -> None:
        """Takes a shortcut from the menu of a message."""
        message.hover()
        message.get_by_role("button", name="More actions").click()
        self.page.get_by_role("menuitem", name=name, exact=True).click()

    def tabs_to(self, target: Locator) -> None:
        """Presses Tab until `target` has the focus. Raises AssertionError when Tab never gets there."""
        for _ in range(TABS_MOST):
            if target.count() == 1 and target.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")
