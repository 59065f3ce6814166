import type { Happening } from '../happening.ts';

/** What is kept of a group: as much as its holder can be silent before another account notices, and more. */
const KEEP_MS = 10 * 60_000;
const MOST = 500;

/** What an account heard of groups for which another account of ours speaks: for the day on which it does not any more. */
export interface Backlog {
  /** @param at when it was heard; not earlier than what was kept before */
  keep(roomExternalId: string, happening: Happening, at: Date): void;
  /** What was heard there since, in the order in which it came; nothing of the group is kept any more. */
  take(roomExternalId: string, since: Date): Happening[];
}

/** In memory only: of the last ten minutes, and at most 500 of a group. */
export function createBacklog(): Backlog {
  const rooms = new Map<string, { happening: Happening; at: Date }[]>();
  return {
    keep(roomExternalId, happening, at) {
      const before = at.getTime() - KEEP_MS;
      for (const [id, heard] of rooms) if ((heard.at(-1)?.at.getTime() ?? 0) < before) rooms.delete(id);
      const heard = rooms.get(roomExternalId) ?? [];
      heard.push({ happening, at });
      const old = heard.findIndex((one) => one.at.getTime() >= before);
      heard.splice(0, Math.max(old, heard.length - MOST, 0));
      rooms.set(roomExternalId, heard);
    },
    take(roomExternalId, since) {
      const heard = rooms.get(roomExternalId) ?? [];
      rooms.delete(roomExternalId);
      return heard.filter((one) => one.at >= since).map((one) => one.happening);
    },
  };
}
