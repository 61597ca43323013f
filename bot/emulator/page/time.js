/** Slack's timestamps in the reader's own time zone. */

import { h } from "./dom.js";

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

export function moment(ts) {
  return new Date(Number(ts) * 1000);
}

export function clock(ts) {
  return CLOCK.format(moment(ts));
}

export function time(ts) {
  return h("time", { datetime: moment(ts).toISOString(), title: FULL.format(moment(ts)) }, clock(ts));
}

/** "Today", "Yesterday", or the day itself; `now` in seconds is the workspace's own clock. */
export function day(ts, now) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(moment(now)) - midnight(moment(ts))) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return DAY.format(moment(ts));
}

const FORMATS = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { year: "numeric", month: "long", day: "numeric", weekday: "long" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** Slack's date format string ("{date_short} at {time}") filled in for `seconds`; unknown tokens stay as they are. */
export function formatDate(seconds, format) {
  return format.replace(/\{(\w+)\}/g, (whole, token) => {
    const options = FORMATS[token.replace(/_pretty$/, "")];
    return options ? new Intl.DateTimeFormat(undefined, options).format(moment(seconds)) : whole;
  });
}
