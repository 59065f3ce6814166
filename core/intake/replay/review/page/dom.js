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
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/**
 * A sentence with what stands in braces put in.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));

/**
 * A choice of one of several values.
 * @param {string} label
 * @param {readonly (readonly [string, string])[]} options value and words of each
 * @param {string} chosen
 * @param {(value: string) => void} onchange
 */
export function choice(label, options, chosen, onchange) {
  const select = h(
    'select',
    { 'aria-label': label },
    options.map(([value, words]) => h('option', { value, selected: value === chosen }, words)),
  );
  select.addEventListener('change', () => onchange(select.value));
  return select;
}

/**
 * @param {string} words
 * @param {() => void} onclick
 * @param {Record<string, Attribute>} [attributes]
 */
export const button = (words, onclick, attributes = {}) =>
  h('button', { type: 'button', onclick: () => onclick(), ...attributes }, words);

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
