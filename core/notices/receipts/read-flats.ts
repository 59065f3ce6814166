import { readFlat, type FlatLabels } from '../../people/flat-in-name.ts';

/** The flats that somebody wrote down, and the words that are none. */
export interface SaidFlats {
  flats: FlatLabels[];
  unread: string[];
}

/**
 * Reads a list of flats: `3-2-501 3-2-502`, `3栋2单元501、502，601`. A bare room belongs to the building and stairwell named before it.
 * Each flat counts once.
 */
export function readFlats(text: string, buildings: readonly string[]): SaidFlats {
  const said = text.normalize('NFKC').split(/[\s,，、;；。]+/u);
  const flats = new Map<string, FlatLabels>();
  const unread: string[] = [];
  let before: FlatLabels | null = null;
  for (const word of said.filter((one) => one !== '')) {
    const flat: FlatLabels | null = readOne(word, before, buildings);
    if (flat) {
      before = flat;
      flats.set(`${flat.building}\n${flat.unit}\n${flat.room}`, flat);
    } else unread.push(word);
  }
  return { flats: [...flats.values()], unread };
}

function readOne(word: string, before: FlatLabels | null, buildings: readonly string[]): FlatLabels | null {
  const bare = /^([a-z]?\d{2,5}[a-z]?)[室户房]?$/iu.exec(word)?.[1];
  if (bare !== undefined && before) return { ...before, room: bare.toUpperCase() };
  const read = readFlat(word, buildings);
  return read.kind === 'flat' ? read.flat : null;
}
