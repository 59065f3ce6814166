// @ts-check
import { h, iconButton } from './dom.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').MessageView} MessageView */
/** @typedef {import('./message-item.js').ItemContext} ItemContext */

const EMOJI = ['👍', '❤️', '🙏', '😂', '😮', '😢', '👌', '🎉'];

/**
 * The small bar at a message: reply, react, and for one's own: edit and take back.
 * @param {MessageView} message
 * @param {ItemContext} context
 */
export function actionBar(message, { speaker, reply, react, edit, recall }) {
  const own = speaker !== null && message.personaId === speaker.id;
  const emoji = h(
    'div',
    { class: 'emoji-row', hidden: true },
    EMOJI.map((one) =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': one,
          onclick: () => {
            emoji.hidden = true;
            react(message.id, one);
          },
        },
        one,
      ),
    ),
  );
  return h(
    'div',
    { class: 'actions', onclick: (/** @type {Event} */ event) => event.stopPropagation() },
    iconButton('reply', words.reply, () => reply(message)),
    iconButton('smile', words.react, () => {
      emoji.hidden = !emoji.hidden;
    }),
    own && message.text !== '' && iconButton('edit', words.edit, () => edit(message)),
    own && iconButton('recall', words.recall, () => recall(message)),
    emoji,
  );
}
