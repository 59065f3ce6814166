// @ts-check
import { h } from './dom.js';

/**
 * A button with a panel that opens at it. Esc and a click elsewhere close it; arrows go through its entries.
 * @param {HTMLButtonElement} button
 * @param {() => HTMLElement[]} fill called whenever it opens
 * @param {{ label: string, side: 'above' | 'below' }} options
 */
export function menu(button, fill, { label, side }) {
  const panel = h('div', { class: `menu ${side}`, role: 'menu', 'aria-label': label, hidden: true });
  const wrap = h('div', { class: 'menu-wrap' }, button, panel);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');

  const close = () => {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
  };
  /** @param {Event} event */
  const outside = (event) => {
    if (!(event.target instanceof Node && wrap.contains(event.target))) close();
  };
  button.addEventListener('click', () => {
    if (!panel.hidden) return close();
    panel.replaceChildren(...fill());
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    entries()[0]?.focus();
  });
  const entries = () => [...panel.querySelectorAll('button')];
  panel.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) close();
  });
  wrap.addEventListener('keydown', (event) => {
    if (panel.hidden) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      button.focus();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  });
  return wrap;
}

/**
 * @param {(Node | string | false | null)[]} content
 * @param {() => void} onclick
 * @param {boolean} [checked]
 */
export const menuEntry = (content, onclick, checked) =>
  h(
    'button',
    {
      type: 'button',
      class: 'menu-entry',
      role: checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': checked === undefined ? null : String(checked),
      onclick,
    },
    ...content,
  );
