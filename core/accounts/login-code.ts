import { createHash } from 'node:crypto';
import type { ChannelAccount, ListeningGap } from '../../prisma/generated/client.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import { affectedBy, whileDown } from './recipients.ts';
import { codeKey, dropLoginCodes } from './standing.ts';

/** Platforms take a code for about so long. */
const CODE_LASTS_MS = 5 * 60_000;
/** So many codes are sent unasked while a login is needed; then nobody seems to be there, and a night would bring hundreds. */
export const CODES_UNASKED = 6;
const DAY_MS = 86_400_000;

/** From when on codes count: since the account went away, since somebody asked, and never for more than a day. */
export function codesCountFrom(since: { gapFrom: Date | null; askedAt: Date | null }, now: Date): Date {
  const starts = [since.gapFrom, since.askedAt].flatMap((at) => at?.getTime() ?? []);
  return new Date(Math.max(now.getTime() - DAY_MS, ...starts));
}

/**
 * Shows a login code to those who can scan it, never through the account itself. A code is shown once; one that still waits to
 * be sent gives way to it. After {@link CODES_UNASKED} in vain only how to ask for another is said, once. Returns to how many
 * conversations it goes.
 */
export async function showLoginCode(
  step: Step,
  account: ChannelAccount,
  gap: ListeningGap | null,
  qr: string,
): Promise<number> {
  const code = `${codeKey(account)}${createHash('sha256').update(qr).digest('hex').slice(0, 16)}`;
  if (await step.tx.outboxMessage.findFirst({ where: { dedupeKey: { startsWith: code } }, select: { id: true } }))
    return 0;
  await dropLoginCodes(step, account);
  const from = codesCountFrom({ gapFrom: gap?.fromAt ?? null, askedAt: account.loginAskedAt }, step.now);
  const expiresAt = new Date(step.now.getTime() + CODE_LASTS_MS);
  let shown = 0;
  for (const { locale, timeZone, recipients } of await affectedBy(step.tx, account)) {
    const texts = textsFor(locale);
    const since = gap && texts.when(gap.fromAt, step.now, timeZone);
    for (const { conversationId } of whileDown(recipients)) {
      const before = await step.tx.outboxMessage.findMany({
        where: {
          conversationId,
          dedupeKey: { startsWith: codeKey(account) },
          state: { not: 'dropped' },
          expiresAt: { gte: new Date(from.getTime() + CODE_LASTS_MS) },
        },
        orderBy: { seq: 'desc' },
        take: CODES_UNASKED,
        select: { id: true },
      });
      const held = before.length >= CODES_UNASKED;
      await say(step, {
        conversationId,
        purpose: 'escalation',
        content: held ? { text: texts.loginCodesHeld(account) } : { text: texts.loginNeeded(account, since), qr },
        dedupeKey: held ? `login-held:${before[0]?.id ?? ''}` : `${code}:${conversationId}`,
        ...(held ? {} : { expiresAt }),
      });
      step.rope.lane(conversationId);
      shown += 1;
    }
  }
  return shown;
}
