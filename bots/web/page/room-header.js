// @ts-check
import { avatar } from './avatar.js';
import { h, icon, iconButton } from './dom.js';
import { menu, menuEntry } from './menu.js';
import { openRenameDialog } from './rename-dialog.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').RoomView} RoomView */

/**
 * @param {HTMLElement} header
 * @param {object} parts
 * @param {RoomView} parts.room
 * @param {number} parts.members
 * @param {(() => void) | null} parts.close
 * @param {(present: boolean) => void} parts.setBot
 * @param {(title: string) => void} parts.rename
 */
export function roomHeader(header, { room, members, close, setBot, rename }) {
  const isGroup = room.kind === 'group';
  const face = isGroup
    ? h('span', { class: `avatar group room-${room.id}`, 'aria-hidden': 'true' }, icon('people'))
    : avatar({ id: room.personaId ?? '', name: room.title });
  const below = isGroup ? `${words.members(members)} · ${room.botIn ? words.botIn : words.botOut}` : words.directWith;
  const more = h(
    'button',
    { type: 'button', class: 'icon-button', title: words.roomMenu, 'aria-label': words.roomMenu },
    icon('more'),
  );
  const entries = () => [
    menuEntry([icon('edit'), words.rename], () => openRenameDialog(room.title, rename)),
    menuEntry([icon('house'), room.botIn ? words.removeBot : words.addBot], () => setBot(!room.botIn)),
  ];
  const parts = [
    face,
    h('div', { class: 'room-title' }, h('h2', {}, room.title), h('p', {}, below)),
    isGroup && menu(more, entries, { label: words.roomMenu, side: 'below' }),
    close && iconButton('close', words.closeDirect, close),
    !room.botIn && h('div', { class: 'bot-gone' }, words.botWasRemoved),
  ];
  header.replaceChildren(...parts.filter((part) => part instanceof Node));
}
