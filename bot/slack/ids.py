"""The names under which Slack sends things back: actions (buttons), callbacks (modals, shortcuts) and the blocks of a form."""

from __future__ import annotations

# Buttons of the card; each carries the draft's id as its value.
ANOTHER = "another"
SHORTER = "shorter"
EDIT = "edit"
HOLDING = "holding"
PLAYBOOK = "playbook"
POSTED = "posted"
HAND_OVER = "hand_over"
FEEDBACK = "feedback"
SHARE = "share"
DO_NOW = "do_now"

# Elsewhere.
OPEN_DRAFT = "open_draft"
OPEN_FORM = "open_form"
TAKE = "take"
GAVE = "gave"
HIDE = "hide"
HIDE_AGREE = "hide_agree"
HIDE_KEEP = "hide_keep"

# Modals and shortcuts.
REPLY_FORM = "reply_form"
EDIT_FORM = "edit_form"
PLAYBOOK_FORM = "playbook_form"
POSTED_FORM = "posted_form"
HAND_OVER_FORM = "hand_over_form"
FEEDBACK_FORM = "feedback_form"
HIDE_FORM = "hide_form"
CARD_VIEW = "card_view"
DRAFT_A_REPLY = "draft_a_reply"
DRAFT_A_REPLY_TO_MESSAGE = "draft_a_reply_to_message"

# Fields of the forms: block id and action id alike.
POST = "post"
CHANNEL = "channel"
LINK = "link"
HANDLE = "handle"
FOLLOWERS = "followers"
CHECKED = "checked"
POSTER = "poster"
KNOW = "know"
DONE = "done"
SIGN_AS = "sign_as"
WORDS = "words"
WHICH = "which"
QUESTION = "question"
CONTACT = "contact"
WHY = "why"
