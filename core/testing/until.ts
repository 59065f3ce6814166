import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 25;
const PATIENCE_MS = 30_000;

/**
 * Looks into the database, which tells nobody what happens in it, again and again until there is something to be seen.
 * @throws when there is not within half a minute; `what` says what was looked for
 */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await pause(LOOK_AGAIN_MS);
  }
  throw new Error(`it did not come to this: ${what}`);
}
