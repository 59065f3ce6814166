import type { Tx } from '../../database.ts';
import type { Vote } from '../../surveys/consultations/cast.ts';
import { long, short } from '../../tickets/choice-id.ts';

/**
 * A vote that waits for the flat to be confirmed is kept within the choice that confirms it: the option or the amount, and the message
 * in which words came with it.
 */
export function pendingAction({ choice, amount, opinion }: Vote, messageId: string | null): string {
  const said = choice !== null ? `y${choice}` : amount !== null ? `a${amount}` : 'o';
  return opinion !== null && messageId !== null ? `${said}.${short(messageId)}` : said;
}

/** Null for another action. `read` finds the opinion in the message's words. */
export async function readPending(tx: Tx, action: string, read: (text: string) => string | null): Promise<Vote | null> {
  const [, kind, value = '', message] = /^([yao])(\d*)(?:\.([\w-]{22}))?$/.exec(action) ?? [];
  if (kind === undefined) return null;
  const id = message === undefined ? null : long(message);
  const said = id && (await tx.message.findUnique({ where: { id }, select: { text: true } }));
  return {
    choice: kind === 'y' && value !== '' ? Number(value) : null,
    amount: kind === 'a' && value !== '' ? Number(value) : null,
    opinion: said ? read(said.text) : null,
  };
}
