// @ts-check
import { h, icon } from './dom.js';
import { openLightbox } from './lightbox.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').MessageView} MessageView */
/** @typedef {import('../wire.ts').AttachmentView} AttachmentView */
/** @typedef {import('./message-item.js').ItemContext} ItemContext */

/** The message replied to; a click goes there. @param {MessageView} message @param {ItemContext} context */
export function quote({ replyTo }, { nameOf, jumpTo }) {
  if (!replyTo) return null;
  const photo = replyTo.hasAttachments ? words.photo : '';
  const text = replyTo.recalled ? words.recalled : `${photo} ${replyTo.text}`.trim();
  return h(
    'button',
    { type: 'button', class: 'quote', onclick: () => jumpTo(replyTo.id) },
    h('b', {}, nameOf(replyTo.personaId)),
    h('span', {}, text),
  );
}

/** @param {AttachmentView[]} attachments */
export function attachmentParts(attachments) {
  const photos = attachments.filter((file) => file.kind === 'photo');
  const others = attachments.filter((file) => file.kind !== 'photo');
  const grid =
    photos.length > 0 &&
    h(
      'div',
      { class: `photos of-${Math.min(photos.length, 3)}` },
      photos.map((photo, index) =>
        h(
          'button',
          { type: 'button', class: 'photo', 'aria-label': photo.fileName, onclick: () => openLightbox(photos, index) },
          h('img', { src: `/files/${photo.id}`, alt: photo.fileName, loading: 'lazy', decoding: 'async' }),
        ),
      ),
    );
  return [grid, ...others.map(otherFile)];
}

/** @param {AttachmentView} file */
function otherFile(file) {
  const src = `/files/${file.id}`;
  if (file.kind === 'video') return h('video', { src, controls: true, preload: 'metadata' });
  if (file.kind === 'voice') return h('audio', { src, controls: true, preload: 'metadata' });
  return h('a', { class: 'file', href: src, download: file.fileName }, icon('file'), h('span', {}, file.fileName));
}

/** The buttons of a card. A press is seen at once; the answer comes as a message or as another card. @param {MessageView} message @param {ItemContext} context */
export function choiceRows({ id, choices }, { press }) {
  if (choices.length === 0) return null;
  /** @param {{ id: string, label: string }} choice */
  const button = (choice) => {
    /** @type {HTMLButtonElement} */
    const element = h(
      'button',
      {
        type: 'button',
        class: 'choice',
        onclick: async () => {
          element.disabled = true;
          element.classList.add('pressing');
          const taken = await press(id, choice.id);
          element.classList.replace('pressing', taken ? 'pressed' : 'refused');
          setTimeout(
            () => {
              element.disabled = false;
              element.classList.remove('pressed', 'refused');
            },
            taken ? 2500 : 600,
          );
        },
      },
      h('span', {}, choice.label),
    );
    return element;
  };
  return h(
    'div',
    { class: 'choices' },
    choices.map((row) => h('div', { class: 'choice-row' }, row.map(button))),
  );
}

/** @param {MessageView} message @param {ItemContext} context */
export function reactionChips({ id, reactions }, { speaker, nameOf, react }) {
  const entries = Object.entries(reactions);
  if (entries.length === 0) return null;
  return h(
    'div',
    { class: 'reactions' },
    entries.map(([emoji, who]) => {
      const names = who.map((one) => nameOf(one === 'bot' ? null : one)).join(', ');
      const mine = speaker !== null && who.includes(speaker.id);
      return h(
        'button',
        {
          type: 'button',
          class: 'reaction',
          title: names,
          'aria-label': `${emoji} ${names}`,
          'aria-pressed': String(mine),
          onclick: () => react(id, emoji),
        },
        emoji,
        who.length > 1 && h('span', {}, String(who.length)),
      );
    }),
  );
}
