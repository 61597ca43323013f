/** The only way this page makes elements. Text stays text: nothing is ever parsed as markup. */

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "tabIndex", "inert", "open"]);

/** An element. `on…` keys are listeners; null, undefined and false attributes are left out, and so are such children. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...present(children));
  return node;
}

function setAttribute(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (typeof value === "function") node.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

export function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}

/** Text that only a screen reader meets. */
export function unseen(text) {
  return h("span", { class: "unseen" }, text);
}

let count = 0;

/** An id that no other element of this page has. */
export function freshId(prefix) {
  count += 1;
  return `${prefix}-${count}`;
}

/** Links lead out only by these schemes; anything else is shown as plain text. */
export function safeUrl(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:", "mailto:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

export function link(url, ...children) {
  const href = safeUrl(url);
  if (!href) return h("span", {}, ...children);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}
