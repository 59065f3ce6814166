import { nearest } from '../policy/check/nearest.ts';
import { simplify } from '../text/simplify.ts';
import { fold } from './fold.ts';
import { soundsAlike } from './near-sound.ts';

/** What a manager wrote, taken apart: lines `name: value` whose name is known, and the rest. */
export interface Fields<Key extends string> {
  /** Everything that is no field, line by line, trimmed. */
  body: string;
  /** As written, trimmed; of a name that is written twice, the last. An empty value is there as an empty string. */
  fields: Partial<Record<Key, string>>;
  /** Lines that look like a field whose name is mistyped; they are in neither of the others. */
  unknown: { said: string; nearest: string | null }[];
}

/** `范围 3栋 5栋`: the colon was forgotten. A sentence is none. */
const BARE = /^\s*(\p{Script=Han}{2,6})\s+((?:[^。！？!?:：]|(?<=\p{Nd})[:：](?=\p{Nd})){1,40})$/u;
const LINE = /^\s*[-·•*]?\s*(\p{L}[\p{L}\p{N} _-]{0,23}?)\s*[:：](?!\/\/)\s*(.*)$/u;

/**
 * Reads the fields of a draft. A name is known in either script, in capitals or not, with a full-width colon, too; `名: 值` may stand
 * anywhere, several in one line when the line begins with one of them ("范围：3栋 时间：明天8点"). What merely has a colon in it
 * ("电话：…", "8:00") is the body's, unless its name is one slip away from a known one.
 *
 * @param names how each field is called
 * @param long fields whose value goes on over the next lines, up to the next field
 * @param bare fields whose Chinese name needs no colon, with a space behind it: those that no text has on a line of its own
 */
export function readFields<Key extends string>(
  text: string,
  names: Record<Key, readonly string[]>,
  long: readonly NoInfer<Key>[] = [],
  bare: readonly NoInfer<Key>[] = [],
): Fields<Key> {
  const known = new Map<string, Key>();
  for (const key of keysOf(names)) for (const name of names[key]) known.set(plainName(name), key);
  const bareField = (line: string): RegExpExecArray | null => {
    const found = BARE.exec(line);
    const key = known.get(plainName(found?.[1] ?? ''));
    return key !== undefined && bare.includes(key) ? found : null;
  };
  const body: string[] = [];
  const unknown: Fields<Key>['unknown'] = [];
  const fields: Partial<Record<Key, string>> = {};
  let open: Key | null = null;
  for (const line of text.split(/\r?\n/).flatMap((one) => apart(one, known))) {
    const [, said = '', value = ''] = bareField(line) ?? LINE.exec(line) ?? [];
    const key = known.get(plainName(said));
    const meant = said === '' || key !== undefined ? null : nearestName(said, [...known.keys()]);
    if (key !== undefined) {
      fields[key] = value.trim();
      open = long.includes(key) ? key : null;
    } else if (meant !== null) unknown.push({ said, nearest: meant });
    else if (open === null) body.push(line);
    else fields[open] = `${fields[open] ?? ''}\n${line}`.trim();
  }
  return { body: body.join('\n').trim(), fields, unknown };
}

/** A line that begins with a field, before every further one in it. */
function apart<Key>(line: string, known: ReadonlyMap<string, Key>): string[] {
  const isField = (part: string): boolean => known.has(plainName(LINE.exec(part)?.[1] ?? ''));
  if (!isField(line)) return [line];
  const parts: string[] = [];
  for (const part of line.split(/(?<=[\s,，;；])(?=\p{L}[\p{L}_-]{0,23}\s*[:：])/u)) {
    if (parts.length > 0 && !isField(part)) parts.push(`${parts.pop() ?? ''}${part}`);
    else parts.push(part);
  }
  return parts.map((part, index) => (index < parts.length - 1 ? part.replace(/[\s,，;；]+$/, '') : part));
}

/** One slip away: sounds alike or, of at least four letters, a letter or two beside it. */
function nearestName(said: string, known: readonly string[]): string | null {
  const name = plainName(said);
  if (/^\p{Script=Han}{2,6}$/u.test(name)) return known.find((one) => one !== name && soundsAlike(name, one)) ?? null;
  const words = known.filter((one) => /^[a-z]/.test(one) && one.length >= 4);
  return /^[a-z][a-z _-]{3,}$/.test(name) ? nearest(name, words) : null;
}

const plainName = (name: string): string =>
  simplify(fold(name))
    .replaceAll(/[\s_]+/g, ' ')
    .trim();

const keysOf = <Key extends string>(record: Record<Key, unknown>): Key[] =>
  Object.keys(record).filter((key): key is Key => key in record);
