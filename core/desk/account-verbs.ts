import { accountStandings, type AccountStanding } from '../accounts/standings.ts';
import { quotaView } from '../outbox/quota-view.ts';
import { say } from '../outbox/say.ts';
import { resumeAccount, stopAccount } from '../outbox/stop-account.ts';
import type { AccountLine, AccountView, QuotaLine } from '../text/people/texts.ts';
import type { Texts } from '../text/texts.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';
import { readPlatform } from './verb-words.ts';

/** What is asked or told about our accounts. */
export async function handleAccountVerb(
  scene: Scene,
  verb: 'accounts' | 'quota' | 'stop' | 'resume' | 'login',
  rest: string,
): Promise<void> {
  switch (verb) {
    case 'accounts':
      return listAccounts(scene);
    case 'quota':
      return showQuota(scene);
    case 'login':
      return askForLogin(scene);
    case 'stop':
    case 'resume':
      return stopOrResume(scene, verb, rest);
  }
}

const DAY_MS = 86_400_000;
/** Said through the very account that was stopped, it is worth nothing once that speaks again. */
const STOP_NEWS_MS = 10 * 60_000;

const viewOf = ({ channel, name }: AccountStanding): AccountView => ({ channel, name });

function standings({ step, community }: Scene): Promise<AccountStanding[]> {
  return accountStandings(step.tx, community.id, new Date(step.now.getTime() - DAY_MS));
}

/** `账号`: how each account through which the community hears and speaks stands, and what it missed in the last day. */
async function listAccounts(scene: Scene): Promise<void> {
  const lines = accountLines(scene, await standings(scene));
  await replyTo(scene, 'accounts', { text: textsOf(scene).accounts(lines) });
}

/** How accounts stand, in words. */
export function accountLines(scene: Scene, all: readonly AccountStanding[]): AccountLine[] {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  return all.map((one): AccountLine => ({
    ...viewOf(one),
    state: one.state,
    since: one.stateAt && when(one.stateAt),
    stopped: one.stoppedAt !== null,
    gaps: one.gaps.map(({ fromAt, untilAt, fetched, complete }) => ({
      from: when(fromAt),
      until: untilAt && when(untilAt),
      lasted: texts.duration((untilAt ?? step.now).getTime() - fromAt.getTime()),
      fetched,
      complete,
    })),
  }));
}

/** `额度`: what each account has said of what the desk allows itself, what waits, and until when. */
async function showQuota(scene: Scene): Promise<void> {
  const { step, community, tools } = scene;
  const texts = textsOf(scene);
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  const lines: QuotaLine[] = [];
  for (const one of await standings(scene)) {
    const quota = tools.quotaOf?.(one.channel, one.account);
    const channel = { name: one.channel, account: one.account, ...(quota ? { quota } : {}) };
    const { stoppedAt, windows, waiting, nextAt } = await quotaView(step.tx, channel, step.now);
    lines.push({
      ...viewOf(one),
      stoppedSince: stoppedAt && when(stoppedAt),
      windows: windows.map(({ used, count, windowMs }) => ({ used, allowed: count, per: texts.duration(windowMs) })),
      waiting,
      next: nextAt && nextAt > step.now ? when(nextAt) : null,
    });
  }
  await replyTo(scene, 'quota', { text: texts.quota(lines) });
}

/** `停发 微信`, `恢复 微信`: nothing more is sent from the platform's accounts, or again. `全部` means all platforms. */
async function stopOrResume(scene: Scene, verb: 'stop' | 'resume', rest: string): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  const texts = textsOf(scene);
  const wanted = readPlatform(rest);
  // An account of other communities is theirs to stop.
  const all = (await standings(scene)).filter(({ used }) => used);
  const meant = all.filter(({ channel }) => wanted === 'all' || channel === wanted);
  if (meant.length === 0 || !speaker) {
    const platforms = [...new Set(all.map(({ channel }) => texts.platform(channel)))];
    await replyTo(scene, 'stop', { text: texts.stopHow(platforms) });
    return;
  }
  const by = { communityId: community.id, personId: speaker.personId };
  for (const { channel, account } of meant) {
    const order = { channel, account, by };
    await (verb === 'stop' ? stopAccount(step, order) : resumeAccount(step, order));
  }
  const platforms = [...new Set(meant.map(({ channel }) => texts.platform(channel)))];
  const text = verb === 'stop' ? texts.sendingStopped(platforms) : texts.sendingResumed(platforms);
  await say(step, {
    conversationId: conversation.id,
    purpose: 'answer',
    content: { text },
    replyToExternalId: scene.message.externalId,
    dedupeKey: `${verb}:${scene.message.id}`,
    expiresAt: new Date(step.now.getTime() + STOP_NEWS_MS),
  });
  step.rope.lane(conversation.id);
}

/** `登录码`: the next codes are sent again, however many were sent in vain. */
async function askForLogin(scene: Scene): Promise<void> {
  const { step } = scene;
  const texts: Texts = textsOf(scene);
  const waiting = (await standings(scene)).filter(({ state, stateAt }) => state !== 'online' && stateAt !== null);
  for (const { channel, account } of waiting) {
    await step.tx.channelAccount.update({
      where: { channel_account: { channel, account } },
      data: { loginAskedAt: step.now },
      select: { channel: true },
    });
  }
  await replyTo(scene, 'login', { text: waiting.length > 0 ? texts.loginCodeComes() : texts.noLoginNeeded() });
}
