import type { HealthFinding } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { ChannelTrouble } from '../text/health/texts.ts';
import type { Texts } from '../text/texts.ts';

/** A finding as a sentence needs it; null where what it is about is gone. */
export async function troubleOf(
  { tx, now }: Step,
  { timeZone }: CommunityInForce,
  { kind, subject, fromAt, data }: Pick<HealthFinding, 'kind' | 'subject' | 'fromAt' | 'data'>,
  texts: Texts,
): Promise<ChannelTrouble | null> {
  const since = texts.when(fromAt, now, timeZone);
  const figures = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  const figure = (name: string): number => (typeof figures[name] === 'number' ? figures[name] : 0);
  const [channel = '', account = ''] = subject.split(/:(.*)/s);
  switch (kind) {
    case 'unreachable':
    case 'silent': {
      const group = await tx.conversation.findUnique({ where: { id: subject }, select: { title: true } });
      if (!group) return null;
      if (kind === 'silent') return { kind, group: group.title, since, usual: figure('usual') };
      const why = figures['why'];
      return { kind, group: group.title, since, why: why === 'left' || why === 'failing' ? why : 'refused' };
    }
    case 'account_down': {
      const known = await tx.channelAccount.findUnique({ where: { channel_account: { channel, account } } });
      return { kind, account: { channel, name: known?.name ?? null }, since };
    }
    case 'clock_skew': {
      const platform = subject === 'database' ? null : texts.platform(channel);
      return { kind, platform, by: texts.duration(figure('ms')) };
    }
    case 'queue_lag':
      return { kind, since, queue: subject === 'inbound' || subject === 'deadlines' ? subject : 'outbox' };
  }
}
