/** Tables; wide ones scroll inside their own frame. */

import { h } from "./dom.js";
import { richText } from "./richtext.js";

function cellNodes(cell) {
  return cell.type === "rich_text" ? richText(cell) : (cell.text ?? "");
}

function draw(rows, settings, caption, headerColumn) {
  const [head = [], ...body] = rows;
  const tag = (row, index) =>
    row.map((cell, column) => {
      const { align, is_wrapped: wrapped } = settings[column] ?? {};
      const right = align ?? (cell.type === "raw_number" ? "right" : "left");
      const isHead = index === 0 || column === headerColumn;
      const className = `align-${right}${wrapped ? "" : " one-line"}`;
      return h(isHead ? "th" : "td", { class: className, scope: isHead ? (index === 0 ? "col" : "row") : null }, cellNodes(cell));
    });
  return h(
    "div",
    { class: "table-wrap", tabindex: "0", role: "group", "aria-label": caption ?? "Table" },
    h(
      "table",
      {},
      caption ? h("caption", {}, caption) : null,
      h("thead", {}, h("tr", {}, tag(head, 0))),
      h(
        "tbody",
        {},
        body.map((row, index) => h("tr", {}, tag(row, index + 1))),
      ),
    ),
  );
}

export function table(block) {
  return draw(block.rows, block.column_settings ?? [], null, -1);
}

/** All rows at once: paging is comfort that a local workspace can do without. */
export function dataTable(block) {
  return draw(block.rows, [], block.caption, block.row_header_column_index ?? -1);
}
