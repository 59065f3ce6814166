import { Prisma } from '../../../prisma/generated/client.ts';
import type { Tx } from '../../database.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { readConversation, type ConversationAtHand } from '../../people/conversation.ts';
import { asHeard, loadContext, saidRows, type SaidRow } from '../context.ts';
import { hear, matterFeatures } from '../features.ts';
import type { GroupContext, HeardMessage, Understand } from '../understanding.ts';
import type { KnownMessage } from './examples.ts';
import type { Example } from './fit-layer.ts';

/** So many messages are read at once. */
const AT_ONCE = 200;

/**
 * Hears messages again, each with the talk before it, as if nothing had been learned: what there is about each to learn from. Left out are
 * words of danger, which are never learned away, words of staff, and those of which nobody can say how much is believed.
 */
export async function hearAgain<Known extends KnownMessage>(
  tx: Tx,
  community: CommunityInForce,
  known: readonly Known[],
  understand: Understand,
): Promise<{ known: Known; example: Example }[]> {
  const conversations = new Map<string, ConversationAtHand>();
  const heard: { known: Known; example: Example }[] = [];
  for (let from = 0; from < known.length; from += AT_ONCE) {
    const some = known.slice(from, from + AT_ONCE);
    const messages = await readMessages(
      tx,
      some.map(({ messageId }) => messageId),
    );
    for (const one of some) {
      const message = messages.get(one.messageId);
      if (!message || message.fromStaff) continue;
      const conversation = conversations.get(one.conversationId) ?? (await readConversation(tx, one.conversationId));
      conversations.set(one.conversationId, conversation);
      const before = { messageId: one.messageId, at: message.at };
      const context = asOfThen(await loadContext(tx, conversation, community, before), message);
      const example = exampleOf(one, { ...message, text: one.text }, context, understand);
      if (example) heard.push({ known: one, example });
    }
  }
  return heard;
}

/** What was believed counts while the understanding is still the same; else what it believes now. */
function exampleOf(
  { isMatter, by, believed: then }: KnownMessage,
  message: HeardMessage,
  context: GroupContext,
  understand: Understand,
): Example | null {
  const hearing = hear(message, context);
  if (hearing.danger !== null) return null;
  const { explanation } = understand(message, context);
  const now = explanation.believed ?? null;
  const believed = by === explanation.by ? (then ?? now) : (now ?? then);
  return believed === null ? null : { believed, isMatter, features: matterFeatures(hearing) };
}

async function readMessages(tx: Tx, ids: readonly string[]): Promise<Map<string, HeardMessage>> {
  const messages = saidRows(Prisma.sql`SELECT * FROM "Message" WHERE id = ANY(${[...ids]}::uuid[])`);
  const [row] = await tx.$queryRaw<{ said: SaidRow[] }[]>`
    SELECT coalesce(json_agg(said), '[]') AS said FROM (${messages}) said`;
  return new Map(row?.said.map((one) => [one.id, asHeard(one)]));
}

/** Without what came later, without the tickets of this very message, and without any correction. */
function asOfThen({ setting, recent, matters }: GroupContext, message: HeardMessage): GroupContext {
  const { correction: _correction, ...plain } = setting;
  const said = new Set(recent.map(({ id }) => id));
  return {
    setting: plain,
    recent,
    matters: matters
      .filter(({ messages }) => !messages.includes(message.id))
      .map((matter) => ({
        ...matter,
        messages: matter.messages.filter((id) => said.has(id)),
        settledAt: matter.settledAt !== null && matter.settledAt <= message.at ? matter.settledAt : null,
      }))
      .filter(({ messages }) => messages.length > 0),
  };
}
