// @ts-check

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined | ((event: never) => unknown)} Attribute */

/**
 * An element. What is text is only ever put in as text, so nothing that anybody wrote becomes markup.
 * Attributes whose name begins with `on` are listeners; `true` is an empty attribute, `false` and null none.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Line drawings on a square of 24. */
const paths = {
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  smile: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8.500 14a4.500 4.500 0 0 0 7 0M9 9.500v.01M15 9.500v.01',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  recall: 'M4 10h10a5 5 0 0 1 0 10h-4M4 10l4-4M4 10l4 4',
  attach:
    'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 16l5-5 5 5M13 14l2.500-2.500L20 16M15.500 9v.01',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  plus: 'M12 5v14M5 12h14',
  down: 'M6 10l6 6 6-6',
  chat: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-5 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
  file: 'M7 3h7l4 4v14H7zM14 3v5h4',
  house:
    'M4 12 12 5l8 7M6.500 10.500V19h11v-8.500M12 16.500s-3-1.600-3-3.600a1.500 1.500 0 0 1 3-.6 1.500 1.500 0 0 1 3 .6c0 2-3 3.600-3 3.600z',
  clock: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 7.500V12l3 2',
  left: 'M14 6l-6 6 6 6',
  right: 'M10 6l6 6-6 6',
  door: 'M14 4H6v16h8M10 12h10M17 9l3 3-3 3',
  people:
    'M9 11a3.500 3.500 0 1 1 0-7 3.500 3.500 0 0 1 0 7zM3 20a6 6 0 0 1 12 0M16 4.500a3.500 3.500 0 0 1 0 6M18 14.500a6 6 0 0 1 3 5.500',
};

/** @param {keyof typeof paths} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows a drawing and says its name.
 * @param {keyof typeof paths} drawing
 * @param {string} label
 * @param {(event: MouseEvent) => void} onclick
 * @param {Record<string, Attribute>} [attributes]
 */
export const iconButton = (drawing, label, onclick, attributes = {}) =>
  h(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label, onclick, ...attributes },
    icon(drawing),
  );
