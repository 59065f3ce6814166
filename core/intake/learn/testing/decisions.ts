import type { DeskHarness } from '../../../testing/desk-harness.ts';
import { newId } from '../../../new-id.ts';

const HOUR_MS = 3_600_000;

/** What residents said, and what staff decided that it is. */
export interface Decided {
  text: string;
  isMatter: boolean;
  believed: number;
}

/** So many of the same. */
export const times = (count: number, said: Decided): Decided[] => Array.from({ length: count }, () => said);

/**
 * Puts messages of the residents' group on record, an hour apart, with what staff decided about each at once. Returns the messages' ids. The
 * clock stands an hour after the last one then.
 */
export async function decide(
  desk: Pick<DeskHarness, 'database' | 'clock' | 'communityId'>,
  decisions: readonly Decided[],
  where: { title?: string; communityId?: string } = {},
): Promise<string[]> {
  const { db } = desk.database;
  const { communityId = desk.communityId, title = '居民群' } = where;
  const { id: conversationId } = await db.conversation.findFirstOrThrow({ where: { communityId, title } });
  const person = await db.person.findFirst({ where: { communityId, name: '李阿姨' }, select: { id: true } });
  const colleague = await db.person.findFirst({ where: { communityId, name: '王姐' }, select: { id: true } });
  const before = await db.message.count();
  const messages = decisions.map((said, at) => ({
    ...said,
    id: newId(),
    externalId: `decided-${before + at}`,
    at: new Date(desk.clock.now().getTime() + at * HOUR_MS),
  }));
  await db.message.createMany({
    data: messages.map(({ id, externalId, at, text, believed }) => {
      const explanation = { by: 'told', believed, reasons: [] };
      return { id, externalId, conversationId, personId: person?.id ?? null, sentAt: at, text, explanation };
    }),
  });
  await db.judgement.createMany({
    data: messages.map(({ id, at, isMatter, believed }) => {
      const decided = { decidedById: colleague?.id ?? null, decidedAt: at };
      return { communityId, messageId: id, source: 'doubt' as const, isMatter, believed, ...decided };
    }),
  });
  desk.clock.advance(decisions.length * HOUR_MS);
  return messages.map(({ id }) => id);
}
