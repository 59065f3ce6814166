// @ts-check
import { h, iconButton } from './dom.js';
import { recall, remember } from './state.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').RoomView} RoomView */

/** @param {RoomView} room */
const tipFor = (room) =>
  room.kind === 'direct' ? words.tips.direct : Object.entries(words.tips).find(([id]) => id === room.id)?.[1];

/**
 * What to try first, until somebody has spoken in the room or put it away.
 * @param {RoomView} room
 * @param {(text: string, files: boolean) => void} use
 */
export function tips(room, use) {
  const tip = tipFor(room);
  if (!tip || recall(`tips-hidden:${room.id}`)) return null;
  const bar = h(
    'aside',
    { class: 'tips', 'aria-label': words.tipTitle },
    h('p', {}, h('b', {}, words.tipTitle), ' ', tip.text),
    iconButton('close', words.hideTips, () => {
      remember(`tips-hidden:${room.id}`, 'yes');
      bar.remove();
    }),
    tip.examples.length > 0 &&
      h(
        'div',
        { class: 'examples' },
        tip.examples.map(({ label, say, files }) =>
          h('button', { type: 'button', onclick: () => use(say, files) }, h('b', {}, label), say),
        ),
      ),
  );
  return bar;
}
