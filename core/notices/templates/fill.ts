import { simplify } from '../../text/simplify.ts';

const PLACE = /\{([^{}\n]{1,20})\}/g;

/** The names of what has to be filled in, each once, in their order. */
export const asksOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name.trim())),
];

/** A text with everything filled in, or what is missing, by name. */
export type Filled = { text: string } | { missing: string[] };

/** Fills in a text; a name is known in either script, in capitals or not. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): Filled {
  const missing = asksOf(text).filter((name) => !values.has(plainName(name)));
  if (missing.length > 0) return { missing };
  return { text: text.replaceAll(PLACE, (_, name: string) => values.get(plainName(name)) ?? '') };
}

/** As values are kept by. */
export const plainName = (name: string): string => simplify(name.normalize('NFKC').trim().toLowerCase());

/**
 * Takes the values out of what was said: `时间=明天8点 原因=检修` in one line, or lines `时间：明天8点`. Only names that are asked for are
 * taken; the rest is left as it is.
 */
export function takeValues(said: string, asked: readonly string[]): { values: Map<string, string>; rest: string } {
  const values = new Map<string, string>();
  const wanted = new Set(asked.map(plainName));
  const rest: string[] = [];
  for (const line of said.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^\s*([^\s:：=＝]{1,20})\s*[:：]\s*(\S.*)$/u.exec(line) ?? [];
    if (wanted.has(plainName(name))) {
      values.set(plainName(name), value.trim());
      continue;
    }
    const marks = [...line.matchAll(/(?<![^\s,，;；])([^\s,，;；=＝]{1,20})\s*[=＝]\s*/gu)].filter((mark) =>
      wanted.has(plainName(mark[1] ?? '')),
    );
    const [first] = marks;
    const before = first ? line.slice(0, first.index) : line;
    if (before.trim() !== '') rest.push(before.trim());
    for (const [index, mark] of marks.entries()) {
      const from = mark.index + mark[0].length;
      const to = marks[index + 1]?.index ?? line.length;
      const value = line.slice(from, to).replaceAll(/^[\s,，;；]+|[\s,，;；]+$/g, '');
      if (value !== '') values.set(plainName(mark[1] ?? ''), value);
    }
  }
  return { values, rest: rest.join('\n').trim() };
}
