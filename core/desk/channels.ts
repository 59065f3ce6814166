import { accountStandings } from '../accounts/standings.ts';
import { troubleOf } from '../health/describe.ts';
import type { GroupLine } from '../text/health/texts.ts';
import { accountLines } from './account-verbs.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

const DAY_MS = 86_400_000;

/** `通道`: what is wrong with the channels of the community, its groups, its accounts and what they missed in the last day (P10b). */
export async function handleChannels(scene: Scene, _rest: string): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const findings = await step.tx.healthFinding.findMany({
    where: { communityId: community.id, untilAt: null },
    orderBy: { fromAt: 'asc' },
  });
  const troubles = [];
  for (const finding of findings) {
    const trouble = await troubleOf(step, community, finding, texts);
    if (trouble) troubles.push(trouble);
  }
  const since = new Date(step.now.getTime() - DAY_MS);
  const accounts = (await accountStandings(step.tx, community.id, since)).filter(({ used }) => used);
  const text = texts.channels(await groupLines(scene), accountLines(scene, accounts), troubles);
  await replyTo(scene, 'channels', { text });
}

async function groupLines(scene: Scene): Promise<GroupLine[]> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const groups = await step.tx.conversation.findMany({
    where: { communityId: community.id, kind: 'group', audience: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: {
      title: true,
      channel: true,
      audience: true,
      state: true,
      messages: { orderBy: { sentAt: 'desc' }, take: 1, select: { sentAt: true } },
    },
  });
  return groups.map(({ title, channel, audience, state, messages: [last] }) => ({
    title,
    platform: texts.platform(channel),
    audience: audience ?? 'residents',
    state,
    heard: last ? texts.when(last.sentAt, step.now, community.timeZone) : null,
  }));
}
