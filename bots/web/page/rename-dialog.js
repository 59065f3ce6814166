// @ts-check
import { h } from './dom.js';
import { words } from './words.js';

/** @param {string} title @param {(title: string) => void} save */
export function openRenameDialog(title, save) {
  const input = h('input', {
    value: title,
    maxlength: '60',
    required: true,
    autofocus: true,
    'aria-label': words.newTitle,
  });
  /** @type {HTMLDialogElement} */
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-label': words.rename, onclose: () => dialog.remove() },
    h(
      'form',
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          dialog.close();
          save(input.value.trim());
        },
      },
      h('h2', {}, words.rename),
      input,
      h(
        'div',
        { class: 'dialog-buttons' },
        h('button', { type: 'button', onclick: () => dialog.close() }, words.cancel),
        h('button', { type: 'submit', class: 'primary' }, words.save),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
