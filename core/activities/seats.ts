/** Somebody who signed up, with whom they bring. */
export interface Party {
  id: string;
  heads: number;
  state: 'going' | 'waiting' | 'cancelled';
  at: Date;
}

/** How many come, and how many wait; a party counts with all of its heads. */
export function headsOf(parties: readonly Party[]): { going: number; waiting: number } {
  const heads = (state: Party['state']): number =>
    parties.filter((party) => party.state === state).reduce((sum, party) => sum + party.heads, 0);
  return { going: heads('going'), waiting: heads('waiting') };
}

/** Places that are free; null where everybody may come. Never below nought. */
export function placesLeft(parties: readonly Party[], capacity: number | null): number | null {
  return capacity === null ? null : Math.max(0, capacity - headsOf(parties).going);
}

/**
 * Who of those who wait can come now, first come, first served. A party is never torn apart: one that does not fit keeps its place
 * in the line and waits as a whole, and the next that fits goes before it, so that no place stays empty.
 */
export function movesUp(parties: readonly Party[], capacity: number | null): string[] {
  let left = placesLeft(parties, capacity);
  const ids: string[] = [];
  for (const party of waitingInOrder(parties)) {
    if (left !== null && party.heads > left) continue;
    if (left !== null) left -= party.heads;
    ids.push(party.id);
  }
  return ids;
}

/** Where a party stands among those who wait, from 1; 0 when it does not wait. */
export const placeInLine = (parties: readonly Party[], id: string): number =>
  waitingInOrder(parties).findIndex((party) => party.id === id) + 1;

const waitingInOrder = (parties: readonly Party[]): Party[] =>
  parties
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id));
