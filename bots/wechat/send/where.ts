import type { DeliveryFailure } from '../../../core/channel/outgoing.ts';
import type { Books } from '../books.ts';
import type { Faces } from '../listen/faces.ts';

/** Where a message goes, by the session's id. */
export interface Target {
  kind: 'target';
  puppetId: string;
  isRoom: boolean;
}

export interface WhereParts {
  books: Books;
  faces: Faces;
  /** Resolves when the books know what was heard until now, or soon. */
  settled: () => Promise<void>;
}

/** A group that the session does not list shows up with the first word in it, or at the next login. */
const NOT_SEEN_WAIT_MS = 5 * 60_000;

/** Finds a conversation of core's in the session that is logged in now. */
export async function whereIs(
  { books, faces, settled }: WhereParts,
  externalId: string,
): Promise<Target | DeliveryFailure> {
  const contact = await books.puppetContactOf(externalId);
  if (contact !== null) return { kind: 'target', puppetId: contact, isRoom: false };
  let standing = await books.standing(externalId);
  if (standing.kind === 'never' || standing.kind === 'not_seen') {
    const hasLooked = await faces.lookAround();
    await settled();
    standing = await books.standing(externalId);
    // Not to be found is final; not to be looked for is not.
    if (!hasLooked && standing.kind === 'never')
      return { kind: 'platform_down', reason: 'the groups cannot be listed' };
  }
  if (standing.kind === 'in') return { kind: 'target', puppetId: standing.puppetRoomId, isRoom: true };
  if (standing.kind === 'left') return { kind: 'not_a_member', reason: 'our account is not in the group any more' };
  if (standing.kind === 'not_seen') {
    return { kind: 'must_wait', reason: 'the group was not seen since the login', waitMs: NOT_SEEN_WAIT_MS };
  }
  return (await friendOf(books, faces, externalId)) ?? { kind: 'unreachable', reason: 'no chat that this login knows' };
}

/** Somebody of whom nothing was heard yet, whose id is the platform's own. */
async function friendOf(books: Books, faces: Faces, externalId: string): Promise<Target | null> {
  if (!(await faces.isKnown(externalId))) return null;
  await faces.contact(externalId);
  const puppetId = await books.puppetContactOf(externalId);
  return puppetId === null ? null : { kind: 'target', puppetId, isRoom: false };
}
