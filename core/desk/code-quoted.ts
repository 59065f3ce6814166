import { nearestCode, readCodes } from '../tickets/code.ts';
import { openStatuses } from '../tickets/ticket.ts';
import type { Scene } from './scene.ts';
import { onlyTheirs } from './withheld.ts';

/**
 * The code in a quoted text, where the quoted message is no word of ours that we know. Null where it names several tickets: a
 * quoted list tells nothing. A code that nobody has is returned when it is the only one, so that the nearest can be named.
 */
export async function codeQuoted({ step, community, event, target }: Scene): Promise<string | null> {
  const codes = target !== null || event.quotedText === null ? [] : readCodes(event.quotedText);
  if (codes.length <= 1) return codes[0] ?? null;
  const known = await step.tx.ticket.findMany({
    where: { communityId: community.id, code: { in: codes } },
    select: { code: true },
  });
  return known.length === 1 ? (known[0]?.code ?? null) : null;
}

/** The id of the ticket that has this code in the community. */
export async function ticketByCode(
  { step, community }: Pick<Scene, 'step' | 'community'>,
  code: string,
): Promise<string | null> {
  const where = { communityId_code: { communityId: community.id, code } };
  return (await step.tx.ticket.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** The open ticket whose code is nearest to one that nobody has, among those that the writer may know of. */
export async function nearestOpen(
  { step, community, speaker }: Scene,
  code: string,
): Promise<{ id: string; code: string } | null> {
  const open = await step.tx.ticket.findMany({
    where: { communityId: community.id, status: { in: openStatuses }, ...onlyTheirs(speaker) },
    select: { id: true, code: true },
    orderBy: { openedAt: 'desc' },
    take: 200,
  });
  const near = nearestCode(
    code,
    open.map((ticket) => ticket.code),
  );
  return open.find((ticket) => ticket.code === near) ?? null;
}
