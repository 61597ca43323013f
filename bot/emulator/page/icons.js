/** Line icons, drawn for this page. They are decoration: the control that holds one carries the name. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  lightning: "M13 3L5 14h6l-1 7 8-11h-6l1-7z",
  send: "M4 12l16-8-6 16-3-7-7-1z",
  thread: "M4 5h16v11H9l-5 4V5z",
  chevron: "M6 9l6 6 6-6",
  back: "M15 5l-7 7 7 7",
  play: "M7 4.5v15l12-7.5-12-7.5z",
  pause: "M8 5v14M16 5v14",
  next: "M5 5l9 7-9 7V5zM19 5v14",
  log: "M4 8h12M12 4l4 4-4 4M20 16H8M12 12l-4 4 4 4",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  up: "M7 11v9H4v-9h3zm0 0l4-8c2 0 3 1.5 2.5 3.5L13 9h6l-1.5 10H7",
  down: "M17 13V4h3v9h-3zm0 0l-4 8c-2 0-3-1.5-2.5-3.5L11 15H5L6.5 5H17",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
  hash: "M9 4L7 20M17 4l-2 16M4 9h16M4 15h16",
  app: "M5 5h6v6H5zM13 13h6v6h-6zM13 5h6v6h-6zM5 13h6v6H5z",
  warning: "M12 4L2.5 20h19L12 4zM12 10v5M12 17.5v.01",
  info: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5M12 8v.01",
  check: "M5 12.5l4.5 4.5L19 7",
  failed: "M12 3a9 9 0 100 18 9 9 0 000-18zM9 9l6 6M15 9l-6 6",
  pending: "M12 3a9 9 0 100 18 9 9 0 000-18z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z",
  out: "M5 12h14M13 6l6 6-6 6",
  in: "M19 12H5M11 6l-6 6 6 6",
  sparkle: "M12 4l2 6 6 2-6 2-2 6-2-6-6-2 6-2 2-6z",
};

export function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name} ${className}`.trim());
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.more);
  svg.append(path);
  return svg;
}
