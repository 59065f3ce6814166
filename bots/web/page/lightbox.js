// @ts-check
import { h, iconButton } from './dom.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').AttachmentView} AttachmentView */

/**
 * Shows photos large: arrows go through them, Esc and a click beside the picture close.
 * @param {AttachmentView[]} photos
 * @param {number} first
 */
export function openLightbox(photos, first) {
  let at = first;
  const picture = h('img', { alt: '' });
  const count = h('span', { class: 'lightbox-count' });

  /** @param {number} step */
  const go = (step) => {
    at = (at + step + photos.length) % photos.length;
    const photo = photos[at];
    if (!photo) return;
    picture.src = `/files/${photo.id}`;
    picture.alt = photo.fileName;
    count.textContent = photos.length > 1 ? `${at + 1} / ${photos.length}` : '';
  };
  /** @param {KeyboardEvent} event */
  const onkeydown = (event) => {
    if (event.key === 'ArrowLeft') go(-1);
    if (event.key === 'ArrowRight') go(1);
  };
  /** @param {MouseEvent} event */
  const onclick = (event) => {
    if (event.target === dialog) dialog.close();
  };
  const several = photos.length > 1;
  /** @type {HTMLDialogElement} */
  const dialog = h(
    'dialog',
    { class: 'lightbox', 'aria-label': words.photo, onkeydown, onclick, onclose: () => dialog.remove() },
    iconButton('close', words.close, () => dialog.close(), { class: 'icon-button lightbox-close' }),
    several && iconButton('left', words.previous, () => go(-1), { class: 'icon-button lightbox-previous' }),
    picture,
    several && iconButton('right', words.next, () => go(1), { class: 'icon-button lightbox-next' }),
    count,
  );
  go(0);
  document.body.append(dialog);
  dialog.showModal();
}
