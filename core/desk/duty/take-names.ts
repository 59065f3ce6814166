import { fold } from '../fold.ts';

export interface NamesTaken<T> {
  /** Each once, in the order in which they were said. */
  people: T[];
  /** What is left of the text, with a space where a name was. */
  text: string;
  /** A name after an @ that nobody has, or that several have; null: none. */
  unknown: string | null;
}

const space = '[\\s,、;和]';

/**
 * Takes the names of colleagues out of a text: `@李工`, wherever it stands, the longest name that fits; without any @, a name that
 * stands by itself between spaces.
 */
export function takeNames<T extends { name: string }>(text: string, staff: readonly T[]): NamesTaken<T> {
  const known = staff.filter(({ name }) => name.trim() !== '').sort((a, b) => b.name.length - a.name.length);
  const isOne = (one: T): boolean => known.filter(({ name }) => fold(name) === fold(one.name)).length === 1;
  const taken: NamesTaken<T> = { people: [], text, unknown: null };
  const take = (start: number, end: number, one: T): void => {
    if (!isOne(one)) taken.unknown ??= one.name;
    else if (!taken.people.includes(one)) taken.people.push(one);
    taken.text = `${taken.text.slice(0, start)} ${taken.text.slice(end)}`;
  };
  for (let at = fold(taken.text).indexOf('@'); at >= 0; at = fold(taken.text).indexOf('@')) {
    const said = fold(taken.text).slice(at + 1);
    const one = known.find(({ name }) => said.startsWith(fold(name)));
    if (one) take(at, at + 1 + one.name.length, one);
    else {
      const word = /^\s*[^\s@,、;]*/.exec(said)?.[0] ?? '';
      taken.unknown ??= taken.text.slice(at + 1, at + 1 + word.length).trim();
      taken.text = `${taken.text.slice(0, at)} ${taken.text.slice(at + 1 + word.length)}`;
    }
  }
  if (taken.people.length === 0 && taken.unknown === null) {
    for (const one of known) {
      const alone = new RegExp(`(?<=^|${space})${escaped(fold(one.name))}(?=$|${space})`);
      const found = alone.exec(fold(taken.text));
      if (found) take(found.index, found.index + found[0].length, one);
    }
  }
  return { ...taken, text: taken.text.replaceAll(/\s+/g, ' ').trim() };
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
