// @ts-check
import { h, icon } from './dom.js';

const COLOURS = 8;

/** What stands in the picture: the family name, or the last letter of a nickname such as 小陈. @param {string} name */
export function initialOf(name) {
  const letters = Array.from(name.trim());
  const pick = /^[小老阿大]$/.test(letters[0] ?? '') && letters.length > 1 ? letters[1] : letters[0];
  const latin = /^(mrs?|ms|miss|dr)\.?\s+(\S)/i.exec(name);
  return (latin?.[2] ?? pick ?? '?').toUpperCase();
}

/** Always the same for the same person. @param {string} id */
function colourOf(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % COLOURS;
}

/**
 * @param {{ id: string, name: string } | null} persona null for the bot
 * @param {string} [size] a class: small or tiny
 */
export function avatar(persona, size = '') {
  if (!persona) return h('span', { class: `avatar of-bot ${size}`, 'aria-hidden': 'true' }, icon('house'));
  const classes = `avatar colour-${colourOf(persona.id)} ${size}`;
  return h('span', { class: classes, 'aria-hidden': 'true' }, initialOf(persona.name));
}
