import { editDistance } from '../../edit-distance.ts';

/** The known word that was probably meant; null when none is near: at most a third of its letters may differ, or it is the beginning. */
export function nearest(said: string, known: readonly string[]): string | null {
  const written = said.toLowerCase();
  const ranked = known
    .map((word) => ({ word, distance: editDistance(written, word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.word ?? known.find((word) => word.length > 2 && written.startsWith(word.toLowerCase())) ?? null;
}
