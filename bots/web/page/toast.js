// @ts-check
import { RequestFailed } from './api.js';
import { h } from './dom.js';
import { words } from './words.js';

const box = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
document.body.append(box);

/** Says something for a few seconds. @param {string} text */
export function toast(text) {
  const note = h('div', { class: 'toast' }, text);
  box.append(note);
  setTimeout(() => note.remove(), 4000);
}

/** Says why something did not work. @param {unknown} error */
export function toastFailure(error) {
  const status = error instanceof RequestFailed ? error.status : -1;
  if (status === 403) toast(words.notAllowed);
  else if (status === 413) toast(words.tooLarge);
  else if (status === 0) toast(words.offline);
  else toast(words.fault);
}
