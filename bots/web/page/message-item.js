// @ts-check
import { avatar } from './avatar.js';
import { h } from './dom.js';
import { formatDay, formatFull, formatTime, isSameDay } from './format.js';
import { actionBar } from './message-actions.js';
import { attachmentParts, choiceRows, quote, reactionChips } from './message-parts.js';
import { withLinks } from './text.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').MessageView} MessageView */
/** @typedef {import('../wire.ts').PersonaView} PersonaView */

/**
 * @typedef {object} ItemContext What a message needs of the room it stands in.
 * @property {PersonaView | null} speaker who speaks here now: their messages stand on the right
 * @property {(personaId: string | null) => string} nameOf
 * @property {(personaId: string) => PersonaView | undefined} personaOf
 * @property {(messageId: string) => void} jumpTo
 * @property {(message: MessageView) => void} reply
 * @property {(messageId: string, emoji: string) => void} react
 * @property {(message: MessageView) => void} edit
 * @property {(message: MessageView) => void} recall
 * @property {(messageId: string, choiceId: string) => Promise<boolean>} press
 * @property {() => void} mentionBot
 */

/** Messages of one person this close together stand as one block. */
const BLOCK_MS = 5 * 60 * 1000;

/** @param {MessageView} message @param {MessageView | undefined} before */
function continues(message, before) {
  return (
    before !== undefined &&
    !before.recalled &&
    before.personaId === message.personaId &&
    isSameDay(before.at, message.at) &&
    Date.parse(message.at) - Date.parse(before.at) < BLOCK_MS
  );
}

/**
 * One message with what stands above it: the day when it is the first of one, the line when it is the first new one.
 * @param {MessageView} message
 * @param {{ before: MessageView | undefined, isFirstNew: boolean }} place
 * @param {ItemContext} context
 */
export function messageItem(message, { before, isFirstNew }, context) {
  const newDay = !before || !isSameDay(before.at, message.at);
  const above = [
    newDay && h('div', { class: 'day', role: 'separator' }, h('span', {}, formatDay(message.at))),
    isFirstNew && h('div', { class: 'new-line', role: 'separator' }, h('span', {}, words.newMessages)),
  ];
  if (message.recalled) {
    const note = h('div', { class: 'note' }, `${context.nameOf(message.personaId)}: ${words.recalled}`);
    return h('li', { id: `m${message.id}`, class: 'message', tabindex: '-1' }, ...above, note);
  }
  const own = context.speaker !== null && message.personaId === context.speaker.id;
  const follows = !isFirstNew && continues(message, before);
  const classes = ['message', own && 'own', message.personaId === null && 'from-bot', follows && 'follows'];
  return h(
    'li',
    { id: `m${message.id}`, class: classes.filter(Boolean).join(' '), tabindex: '-1' },
    ...above,
    h('div', { class: 'row' }, face(message, context), h('div', { class: 'stack' }, ...body(message, own, context))),
  );
}

/** @param {MessageView} message @param {ItemContext} context */
function face({ personaId }, { personaOf, mentionBot }) {
  if (personaId !== null) return avatar(personaOf(personaId) ?? { id: personaId, name: '?' });
  return h(
    'button',
    { type: 'button', class: 'face', 'aria-label': `@${words.botName}`, onclick: mentionBot },
    avatar(null),
  );
}

/** @param {MessageView} message @param {boolean} own @param {ItemContext} context */
function body(message, own, context) {
  const persona = message.personaId === null ? undefined : context.personaOf(message.personaId);
  const name = h(
    'div',
    { class: 'name' },
    context.nameOf(message.personaId),
    message.personaId === null && h('span', { class: 'badge' }, words.bot),
    persona && persona.caption !== '' && h('span', { class: 'caption' }, persona.caption),
  );
  const marks = h(
    'span',
    { class: 'marks' },
    message.editedAt && h('i', {}, message.personaId === null ? words.updated : words.edited),
    h('time', { datetime: message.at, title: formatFull(message.at) }, formatTime(message.at)),
  );
  const bubble = h(
    'div',
    { class: `bubble ${message.text === '' ? 'wordless' : ''}`, ...bubbleListeners(message, context) },
    quote(message, context),
    ...attachmentParts(message.attachments),
    h('div', { class: 'text', dir: 'auto' }, ...withLinks(message.text), marks),
  );
  const card = h('div', { class: 'card' }, bubble, actionBar(message, context), choiceRows(message, context));
  return [!own && name, card, reactionChips(message, context)];
}

/**
 * A click on a card of the bot answers it. Elsewhere a double click replies, and a click or tap shows the actions.
 * @param {MessageView} message
 * @param {ItemContext} context
 */
function bubbleListeners(message, { reply }) {
  /** @param {MouseEvent} event */
  const isPlain = (event) =>
    !(event.target instanceof Element && event.target.closest('button, a, video, audio')) &&
    (getSelection()?.isCollapsed ?? true);
  return {
    onclick: (/** @type {MouseEvent} */ event) => {
      if (!isPlain(event)) return;
      if (message.personaId === null) reply(message);
      const item = event.currentTarget instanceof Element ? event.currentTarget.closest('.message') : null;
      for (const open of document.querySelectorAll('.message.open')) if (open !== item) open.classList.remove('open');
      item?.classList.toggle('open');
    },
    ondblclick: (/** @type {MouseEvent} */ event) => {
      if (isPlain(event) || message.personaId !== null) reply(message);
    },
  };
}
