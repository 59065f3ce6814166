import { isContractor, isStaff } from '../people/roles.ts';
import type { Heard } from './heard.ts';

/** Longer than anybody's name; whatever follows @ is looked up. */
const mention = /[@＠]([^\s@＠,，。:：!！?？]{1,40})/gu;

/**
 * The member of the staff to whom a resident says something in a group: whose message it replies to, or who is mentioned by
 * @name. Whoever is asked first owns the matter (P6b). Null for nobody of the staff, for several of them, and for contractors.
 */
export async function spokenTo({ step, community, conversation, event, speaker }: Heard): Promise<string | null> {
  if (speaker?.staff || conversation.kind === 'direct') return null;
  return (
    (event.replyToId === null ? null : await writerOf(step.tx, conversation.id, event.replyToId)) ??
    mentionedIn(event.text, await staffNamed(step.tx, community.id, event.text))
  );
}

type Tx = Heard['step']['tx'];

async function writerOf(tx: Tx, conversationId: string, externalId: string): Promise<string | null> {
  const message = await tx.message.findUnique({
    where: { conversationId_externalId: { conversationId, externalId } },
    select: { person: { select: { id: true, roles: { where: { revokedAt: null }, select: { role: true } } } } },
  });
  const roles = message?.person?.roles.map(({ role }) => role) ?? [];
  return message?.person && isStaff(roles) && !isContractor(roles) ? message.person.id : null;
}

async function staffNamed(tx: Tx, communityId: string, text: string): Promise<{ id: string; name: string }[]> {
  if (!/[@＠]/.test(text)) return [];
  const people = await tx.person.findMany({
    where: { communityId, mergedIntoId: null, roles: { some: { revokedAt: null, role: { not: 'resident' } } } },
    select: { id: true, name: true, roles: { where: { revokedAt: null }, select: { role: true } } },
  });
  return people.filter(({ roles }) => {
    const theirs = roles.map(({ role }) => role);
    return isStaff(theirs) && !isContractor(theirs);
  });
}

/**
 * The one person whose name follows an @ in a text; platforms put a space or a stop behind it, and people forget it. Of two names
 * that begin alike the longer one counts. Null where nobody, or more than one, is mentioned.
 */
export function mentionedIn(text: string, people: readonly { id: string; name: string }[]): string | null {
  const named = [...text.matchAll(mention)].flatMap(([, said = '']) => {
    const fitting = people.filter(({ name }) => name !== '' && said.startsWith(name));
    const longest = Math.max(...fitting.map(({ name }) => name.length));
    return fitting.filter(({ name }) => name.length === longest).map(({ id }) => id);
  });
  const [one, ...others] = new Set(named);
  return one !== undefined && others.length === 0 ? one : null;
}
