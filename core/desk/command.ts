import { fold } from './fold.ts';
import { nearVerb } from './near-verb.ts';
import { bareWords, everydayFollowers, mustFollow, slashWords, verbWords } from './verb-words.ts';
import { isTicketVerb, type StaffVerb } from './verb.ts';

/** What somebody told the desk to do, if anything. */
export type ParsedCommand =
  /** `code` as said, in capitals and half width; it need not exist. `rest` is what follows, as written, trimmed. */
  | { kind: 'command'; verb: StaffVerb; code: string | null; rest: string }
  /** Plainly meant as a command, but mistyped: nothing is to be done but to name the nearest. */
  | { kind: 'near'; said: string; verb: StaffVerb; code: string | null; rest: string }
  | { kind: 'none' };

interface Word {
  word: string;
  verb: StaffVerb;
  isHan: boolean;
}

const listed = (table: Partial<Record<StaffVerb, readonly string[]>>): Word[] =>
  Object.entries(table)
    .flatMap(([verb, words]) => words.map((word) => ({ word, verb: verb as StaffVerb, isHan: !/^[a-z]/.test(word) })))
    .sort((a, b) => b.word.length - a.word.length);
const words = listed(verbWords);
const wordsAfterSlash = [...listed(slashWords), ...words];

/** Of the bot, before what is said to it. */
const mention = /^\s*(?:@\w*bot\b[\s:,]*)?/;
const none: ParsedCommand = { kind: 'none' };
/** Verbs that are told something even outside of any ticket. */
const takesWords: readonly StaffVerb[] = ['log', 'setup', 'link', 'role'];
/** What makes a statement, a question or a negation of a Chinese verb that it follows directly: 完成不了, 完成了吗. */
const undoesVerb = /^(?:[不没沒未前后後之的吗嗎么麼时時率中过過得呢]|如何|怎|什么|什麼|咋)/u;
const isQuestion = (text: string): boolean => /[吗嗎么麼呢?]\s*$|没$/u.test(text);

/**
 * Reads a command: `接单 A7K2`, `A7K2接单`, `/take a7k2`, `回复：A7K2，已经安排`, `done A7K2 changed the pump`.
 *
 * With `strict` false the text is a reply to a ticket's card, where free words are an answer to the resident: a verb counts
 * when it stands alone, or is followed by a space, a colon or a comma ("约 明天15:00"), not when a sentence merely begins
 * with it ("约了师傅明天来", "take care"). With `strict` true it is anybody's talk: a verb counts with a slash, a code
 * beside it, a colon after it, or alone. With `bare`, too, it is the office's talk, where a verb that nobody begins a sentence
 * with may be followed by a space and words ("办结 换了水泵").
 */
export function parseCommand(text: string, options: { strict: boolean; bare?: boolean }): ParsedCommand {
  const said = fold(text);
  const start = mention.exec(said)?.[0].length ?? 0;
  if (said[start] === '/') return parseSlash(text, said, start + 1);
  const code = codeAt(said, start, false);
  if (code) return parseAfterCode(text, said, code);
  return parseWord(text, said, start, options);
}

/** The code that a text begins with, and the words behind it, as written; stops alone are none. Else null. */
export function readAfterCode(text: string): { code: string; words: string } | null {
  const said = fold(text);
  const found = codeAt(said, mention.exec(said)?.[0].length ?? 0, false);
  if (!found) return null;
  const words = text.slice(skip(said, found.end)).trim();
  return { code: found.code, words: /^[\p{P}\s~～]*$/u.test(words) ? '' : words };
}

function parseSlash(text: string, said: string, start: number): ParsedCommand {
  const spaced = said.replaceAll('_', ' ');
  for (const { word, verb, isHan } of wordsAfterSlash) {
    if (!spaced.startsWith(word, start)) continue;
    const end = start + word.length + (/^@\w+/.exec(said.slice(start + word.length))?.[0].length ?? 0);
    if (isHan || !/\w/.test(said[end] ?? '') || codeAt(said, end, false)) return command(text, said, verb, end);
  }
  const token = /^(?:[a-z_]+|\p{Script=Han}+)(?!\/|\.)/u.exec(said.slice(start))?.[0] ?? '';
  const end = start + token.length;
  if (/^[a-z0-9]/.test(said.slice(end)) && !codeAt(said, end, false)) return none;
  return near(text, said, { from: start - 1, end }, nearVerb(token, 'slash'));
}

/** `A7K2 接单`: with its code before it, a verb needs little more to be one. */
function parseAfterCode(text: string, said: string, { code, end }: FoundCode): ParsedCommand {
  const start = skip(said, end);
  for (const { word, verb, isHan } of words) {
    // What is not done with a ticket is not meant beside a code.
    if (!said.startsWith(word, start) || mustFollow[verb]) continue;
    const after = said.slice(start + word.length);
    const isClear = isHan ? word.length > 1 && !undoesVerb.test(after) && !isQuestion(after) : !/^\w/.test(after);
    const isPlain = isAlone(verb, after) || (/^[\s:,;、]/.test(after) && !isQuestion(after.trim().slice(0, 2)));
    if (isPlain || (isClear && !/^\s*\?/.test(after)))
      return { ...command(text, said, verb, start + word.length, code) };
  }
  const token =
    halfTypedAt(said, start) || (/^(?:[a-z]+|\p{Script=Han}+)(?=$|[\s:,;、。.!])/u.exec(said.slice(start))?.[0] ?? '');
  return near(text, said, { from: start, end: start + token.length }, nearVerb(token, 'beside'), code);
}

/** A character and the first letters of the next one: the input method had not set it yet. */
const halfTypedAt = (said: string, start: number): string =>
  /^\p{Script=Han}[a-z]{1,5}(?=$|[\s:,;、。.!])/u.exec(said.slice(start))?.[0] ?? '';

interface How {
  strict: boolean;
  bare?: boolean;
}

function parseWord(text: string, said: string, start: number, how: How): ParsedCommand {
  for (const found of words) {
    if (!said.startsWith(found.word, start)) continue;
    const end = start + found.word.length;
    if (isMeant(found, said, end, how)) return command(text, said, found.verb, end);
  }
  const half = halfTypedAt(said, start);
  const isAnswered = (!how.strict || how.bare === true) && start + half.length === said.trimEnd().length;
  if (half !== '' && (isAnswered || codeAt(said, skip(said, start + half.length), false)))
    return near(text, said, { from: start, end: start + half.length }, nearVerb(half, 'beside'));
  const run = /^(?:[a-z]+|\p{Script=Han}+)/u.exec(said.slice(start))?.[0] ?? '';
  const end = start + run.length;
  const after = said.slice(end);
  const typed = { from: start, end };
  if (/^[\s.!。~]*$/.test(after)) return near(text, said, typed, nearVerb(run, 'whole'));
  // A word that sounds like a verb: under a card whatever follows, in talk only before a colon or a code.
  const isHan = /^\p{Script=Han}/u.test(run);
  const isSet = (isHan && after.startsWith(':')) || codeAt(said, skip(said, end), false) !== null;
  // In talk, "恢复 供水了" is what it says; under a card it is a slip for 回复.
  const isSlip = !how.strict || (how.bare === true && !words.some(({ word }) => word === run));
  const isApart = isHan && /^\s/.test(after) && isSlip;
  return isSet || isApart ? near(text, said, typed, nearVerb(run, 'beside')) : none;
}

/** Whether a verb's word at the beginning, ending at `end`, is a command rather than the beginning of a sentence. */
function isMeant({ word, verb, isHan }: Word, said: string, end: number, { strict, bare }: How): boolean {
  const after = said.slice(end);
  if (isAlone(verb, after)) return true;
  const wanted = mustFollow[verb];
  if (wanted) return wanted.test(after) && (isHan || /^[\s:]/.test(after));
  const next = skip(said, end);
  if (codeAt(said, next, isHan || next > end)) return true;
  const particle = verb === 'done' && isHan ? /^[了啦](?=[\s:,;、])/.exec(after) : null;
  const sign = after[particle ? 1 : 0] ?? '';
  if (sign === ':') return true;
  if (strict && bare && bareWords.has(word) && /\s/.test(sign)) {
    return !isQuestion(after) && !undoesVerb.test(after.trimStart());
  }
  if (strict)
    return /\s/.test(sign) && takesWords.includes(verb) && (isHan || (verb === 'log' && !isEveryday(word, after)));
  if (/[,;、\n]/.test(sign)) return true;
  return /\s/.test(sign) && (isHan || !isEveryday(word, after));
}

/** Nothing follows but stops; for a verb of the desk also a question mark (进度？), and 了 after what is done. */
function isAlone(verb: StaffVerb, after: string): boolean {
  if (verb === 'done') return /^[了啦]?[\s.!。~]*$/.test(after);
  return isTicketVerb(verb) ? /^[\s.!。~]*$/.test(after) : /^[\s.!。~?]*$/.test(after);
}

function isEveryday(word: string, after: string): boolean {
  const follower = /^[ \t]+([a-z']+)/.exec(after)?.[1];
  return follower !== undefined && (everydayFollowers[word]?.includes(follower) ?? false);
}

interface FoundCode {
  code: string;
  end: number;
}

/**
 * A code at this very place. With `orAlike` also what was meant as one, with one O, I or L among its digits or letters: the
 * register will not know it, and the answer can name the nearest.
 */
function codeAt(said: string, at: number, orAlike: boolean): FoundCode | null {
  const found = /^#?((?:[a-z][2-9oil01]){2,3})(?![a-z0-9])/.exec(said.slice(at));
  if (!found?.[1]) return null;
  const wrong = found[1].replaceAll(/[a-hjkmnp-z][2-9]/g, '').length / 2;
  if (wrong > (orAlike ? 1 : 0) || !/[2-9]/.test(found[1])) return null;
  return { code: found[1].toUpperCase(), end: at + found[0].length };
}

/** Past the signs that may stand between a verb, a code and the words. */
function skip(said: string, at: number): number {
  return at + (/^[\s:,;、。—–·-]*/.exec(said.slice(at))?.[0].length ?? 0);
}

function command(text: string, said: string, verb: StaffVerb, end: number, code: string | null = null): ParsedCommand {
  const particle = verb === 'done' && /^[了啦](?=$|[\s:,;、。.!~])/.test(said.slice(end)) ? 1 : 0;
  const found = code === null ? codeAt(said, skip(said, end), true) : null;
  const from = found?.end ?? end + particle;
  const rest = text.slice(skip(said, from)).trim();
  const isOnlyStops = /^[.!。~?]*$/.test(fold(rest));
  return { kind: 'command', verb, code: code ?? found?.code ?? null, rest: isOnlyStops ? '' : rest };
}

/** `code` is the one before the word, if there was one; else it may follow. */
function near(
  text: string,
  said: string,
  { from, end }: { from: number; end: number },
  verb: StaffVerb | null,
  code: string | null = null,
): ParsedCommand {
  if (verb === null) return none;
  const meant = command(text, said, verb, end, code);
  return meant.kind === 'command' ? { ...meant, kind: 'near', said: text.slice(from, end) } : none;
}
