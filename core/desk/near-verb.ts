import { editDistance } from '../edit-distance.ts';
import { soundsAlike } from './near-sound.ts';
import { mustFollow, verbWords } from './verb-words.ts';
import { isTicketVerb, type StaffVerb } from './verb.ts';

/** How plainly a mistyped word was meant as a command: by its slash, by the code beside it, or by standing alone. */
export type Plainness = 'slash' | 'beside' | 'whole';

const latinWords: { word: string; verb: StaffVerb }[] = [];
const hanWords: { word: string; verb: StaffVerb }[] = [];
for (const [verb, words] of Object.entries(verbWords)) {
  for (const word of words) (/^[a-z]/.test(word) ? latinWords : hanWords).push({ word, verb: verb as StaffVerb });
}

/** Words of an office that only sound like a verb. */
const everyday: ReadonlySet<string> = new Set(
  '代班 带班 帶班 一脚 一腳 查勘 回府 等级 等級 登机 登機 进站 進站 近战 近戰'.split(' '),
);

/** The verbs' words as they are spelled: the input method was not switched over. */
const spelled: Partial<Record<StaffVerb, string>> = {
  take: 'jiedan',
  answer: 'huifu dafu',
  ask: 'fanwen zhuiwen',
  promise: 'chengnuo',
  progress: 'jinzhan',
  pass: 'zhuanjiao yijiao',
  merge: 'hebing',
  dismiss: 'wubao',
  done: 'banjie wancheng',
  reopen: 'chongkai',
  show: 'xiangqing chakan',
  decline: 'tuihui',
  postpone: 'yanhou',
  follow_up: 'huifang',
  list: 'daiban',
  help: 'bangzhu',
};
const pinyin: ReadonlyMap<string, StaffVerb> = new Map(
  Object.entries(spelled).flatMap(([verb, words]) =>
    words.split(' ').map((word) => [word, verb as StaffVerb] as const),
  ),
);

/**
 * The verb that a mistyped word is nearest to, or null. The less plainly it was meant as a command, the nearer it must be:
 * a lone "gone" is not taken for "done", nor 回家 for 回复. The right word itself has no nearest.
 */
export function nearVerb(said: string, how: Plainness): StaffVerb | null {
  const own = hanWords.find(({ word }) => word === said);
  // Beside a code, 恢复 is a slip for 回复: nothing is resumed with a ticket.
  if (own && (how !== 'beside' || !mustFollow[own.verb])) return null;
  // "接 A7K2": the only verb of tickets that begins so.
  if (/^\p{Script=Han}$/u.test(said) && how === 'beside' && !own) return onlyVerb(said);
  if (/^\p{Script=Han}{2,6}$/u.test(said))
    return hanWords.find(({ word, verb }) => verb !== own?.verb && isNearHan(said, word, how))?.verb ?? null;
  // "接d": the letters stand for the rest of a word that the input method had not set yet.
  const [, sign, letter] = /^(\p{Script=Han})([a-z])[a-z]{0,4}$/u.exec(said) ?? [];
  if (sign && letter) return how === 'beside' ? halfTyped(sign, letter) : null;
  const letters = said.replaceAll(/[_ ]/g, '');
  if (!/^[a-z]{2,14}$/.test(letters)) return null;
  const unset = pinyin.get(letters);
  if (unset) return unset;
  let best: { verb: StaffVerb; distance: number } | null = null;
  for (const { word, verb } of latinWords) {
    // "A7K2 fine" is no slip for "find", which is not said of a ticket.
    if (how === 'beside' && verb === 'find') continue;
    const distance = editDistance(letters, word.replaceAll(' ', ''));
    const isNear = distance > 0 && distance <= mostEdits(letters, word, how);
    if (isNear && distance < (best?.distance ?? Infinity)) best = { verb, distance };
  }
  return best?.verb ?? null;
}

function onlyVerb(sign: string): StaffVerb | null {
  const verbs = new Set(
    hanWords.flatMap(({ word, verb }) => (isTicketVerb(verb) && word.startsWith(sign) ? [verb] : [])),
  );
  const [only, ...others] = verbs;
  return only !== undefined && others.length === 0 ? only : null;
}

/** How the second characters of the verbs' words begin, as they are typed. */
const initials: Readonly<Record<string, string>> = Object.fromEntries(
  'd单單 j结結交 b报報并併並 k开開看 n诺諾 q情 h回 f复復覆 w问問 z展转轉'.split(' ').flatMap((line) => {
    const [letter = '', ...characters] = Array.from(line);
    return characters.map((character) => [character, letter]);
  }),
);

/** The ticket's verb of two characters that begins so, and goes on with that sound. */
const halfTyped = (sign: string, letter: string): StaffVerb | null =>
  hanWords.find(
    ({ word, verb }) =>
      isTicketVerb(verb) && word.length === 2 && word.startsWith(sign) && initials[word.charAt(1)] === letter,
  )?.verb ?? null;

function isNearHan(said: string, word: string, how: Plainness): boolean {
  if (word.length < 2 || everyday.has(said)) return false;
  if (soundsAlike(said, word) || isTransposed(said, word)) return true;
  return how === 'slash' && editDistance(said, word) === 1 && said.length + word.length > 3;
}

/** Short words have many everyday neighbours: alone, only swapped letters are forgiven in them. */
function mostEdits(said: string, word: string, how: Plainness): number {
  if (isTransposed(said, word)) return 1;
  if (how === 'whole') return said.length >= 4 && word.length + said.length > 8 ? 1 : 0;
  if (word.length >= 7) return 2;
  return how === 'slash' || word.length >= 4 ? 1 : 0;
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from(a).findIndex((_, index) => a.charAt(index) !== b.charAt(index));
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
