// @ts-check
import { avatar } from './avatar.js';
import { h, icon } from './dom.js';
import { menu, menuEntry } from './menu.js';
import { openPersonDialog } from './person-dialog.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').PersonaView} PersonaView */
/** @typedef {import('../wire.ts').RoomView} RoomView */

/**
 * Says as whom one speaks in a room, and lets one choose somebody else.
 * @param {object} parts
 * @param {RoomView} parts.room
 * @param {() => PersonaView[]} parts.members
 * @param {() => PersonaView | null} parts.speaker
 * @param {(persona: PersonaView) => void} parts.choose
 * @param {(persona: PersonaView) => void} parts.openDirect
 */
export function speakerMenu({ room, members, speaker, choose, openDirect }) {
  const button = h('button', { type: 'button', class: 'speaker' });
  const paint = () => {
    const persona = speaker();
    button.replaceChildren();
    if (!persona) return;
    button.append(avatar(persona, 'tiny'), h('b', {}, persona.name), h('span', {}, persona.caption));
    if (room.kind === 'group') button.append(icon('down'));
    button.setAttribute('aria-label', `${words.speakAs}: ${persona.name}`);
  };
  const fill = () => {
    const current = speaker();
    return [
      h('div', { class: 'menu-title' }, words.speakAs),
      h(
        'div',
        { class: 'menu-scroll' },
        members().map((persona) =>
          menuEntry(
            [
              avatar(persona, 'small'),
              h('span', { class: 'who' }, h('b', {}, persona.name), h('span', {}, persona.caption)),
            ],
            () => choose(persona),
            persona.id === current?.id,
          ),
        ),
      ),
      h('hr'),
      current && menuEntry([icon('chat'), `${current.name}: ${words.openDirect}`], () => openDirect(current)),
      menuEntry([icon('plus'), words.addPerson], () => void openPersonDialog(choose)),
    ].filter((entry) => entry !== null);
  };
  if (room.kind === 'direct') {
    button.disabled = true;
    return { element: h('div', { class: 'menu-wrap' }, button), paint };
  }
  return { element: menu(button, fill, { label: words.speakAs, side: 'above' }), paint };
}
