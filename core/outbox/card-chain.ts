import type { Tx } from '../database.ts';

/** A chain of updates longer than this is cut. */
const LONGEST_CHAIN = 50;

/**
 * Follows "takes the place of" from one message of a card back to the first.
 * Returns all ids on the way, the given one first, the card's first message last.
 */
export async function cardChain(tx: Tx, outboxId: string): Promise<[string, ...string[]]> {
  const chain: [string, ...string[]] = [outboxId];
  let id: string | null = outboxId;
  while (id !== null && chain.length < LONGEST_CHAIN) {
    const row: { replacesId: string | null } | null = await tx.outboxMessage.findUnique({
      where: { id },
      select: { replacesId: true },
    });
    id = row?.replacesId ?? null;
    if (id !== null) chain.push(id);
  }
  return chain;
}

/**
 * The platform's id of the message in which a card is shown in a conversation: the first that was sent of the card or,
 * when the card itself never was, of its updates. Null when nothing of it was sent there.
 */
export async function shownCard(tx: Tx, outboxId: string, conversationId: string): Promise<string | null> {
  const [first] = await sentOfCard(tx, outboxId, conversationId, { take: 1 });
  return first ?? null;
}

/** The platform's ids of everything that was sent of a card in a conversation, its updates included, oldest first. */
export const allOfCard = (tx: Tx, outboxId: string, conversationId: string): Promise<string[]> =>
  sentOfCard(tx, outboxId, conversationId, {});

async function sentOfCard(
  tx: Tx,
  outboxId: string,
  conversationId: string,
  atMost: { take?: number },
): Promise<string[]> {
  const chain = await cardChain(tx, outboxId);
  const sent = await tx.sentMessage.findMany({
    where: { conversationId, outbox: { OR: [{ id: { in: chain } }, { replacesId: { in: chain } }] } },
    orderBy: [{ outbox: { seq: 'asc' } }, { part: 'desc' }],
    select: { externalId: true },
    ...atMost,
  });
  return sent.map(({ externalId }) => externalId);
}
