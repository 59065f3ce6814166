import { candidatesSince, isOpen, linesHeard, shadowGroup, type ShadowGroup } from '../../intake/shadow/candidates.ts';
import { offerTickets } from '../../intake/shadow/offer.ts';
import { officeOf } from '../../intake/shadow/office.ts';
import { sayReport, type ReportTo } from '../../intake/shadow/report.ts';
import { actAgain, listenOnly, reportDue } from '../../intake/shadow/switch.ts';
import { say } from '../../outbox/say.ts';
import { nearest } from '../../policy/check/nearest.ts';
import { plain } from '../duty/days.ts';
import { groupNamed, residentGroups } from '../notices/tag.ts';
import { textsOf, type Scene } from '../scene.ts';
import { readShadowOrder } from './follows.ts';

/**
 * `旁听`: groups of residents that are only listened to. In a residents' group `旁听 开` means that group; elsewhere the group is named
 * (`旁听 3栋群 开`), unless there is only one. `关` has the desk act there again, `汇总` reports now, alone it tells how all groups
 * stand. What there is to say is said to the managers, never in the residents' group.
 */
export async function handleShadow(scene: Scene, rest: string): Promise<void> {
  const isAmongResidents = scene.conversation.audience === 'residents';
  const order = readShadowOrder(rest);
  if (!order || (order.deed === 'standing' && isAmongResidents)) return answer(scene, textsOf(scene).shadowHow());
  if (order.deed === 'standing') return tellStanding(scene);
  const groups = await groupsMeant(scene, order);
  if (typeof groups === 'string') return answer(scene, groups);
  for (const group of groups) {
    if (order.deed === 'on') await turnOn(scene, group);
    else if (order.deed === 'off') await turnOff(scene, group);
    else await report(scene, group);
  }
}

/** The groups that an order is about, or what to answer where there is none. */
async function groupsMeant(
  scene: Scene,
  { deed, group: said }: { deed: 'on' | 'off' | 'report'; group: string },
): Promise<ShadowGroup[] | string> {
  const { step, community, conversation } = scene;
  const texts = textsOf(scene);
  const read = async (ids: readonly string[]): Promise<ShadowGroup[]> => {
    const found = [];
    for (const id of ids) found.push(await shadowGroup(step.tx, community.id, id));
    return found.filter((group) => group !== null);
  };
  const groups = await residentGroups(scene);
  if (said !== '') {
    const alike = groups.filter(({ title }) => plain(title).includes(said));
    const whole = groupNamed(groups, said);
    const named = whole?.rest === '' ? whole.group : alike.length === 1 ? alike[0] : undefined;
    if (named) return read([named.id]);
    const titles = groups.map(({ title }) => title);
    const near = nearest(said, titles.map(plain));
    return texts.shadowNoGroup(said, titles.find((title) => plain(title) === near) ?? null);
  }
  if (conversation.audience === 'residents') return read([conversation.id]);
  const known = await read(groups.map(({ id }) => id));
  const [only, ...others] = deed === 'on' ? known : known.filter(({ isListening }) => isListening);
  if (only && (others.length === 0 || deed === 'report')) return [only, ...others];
  if (known.length === 0) return texts.shadowNothingOn();
  if (!only && deed !== 'on') return known.length === 1 && known[0]?.since ? known : texts.shadowNothingOn();
  return texts.shadowWhich((only ? [only, ...others] : known).map(({ title }) => title));
}

async function turnOn(scene: Scene, { id: conversationId, title }: ShadowGroup): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  const { kind, since, reportAt } = await listenOnly(step, community, {
    conversationId,
    byId: speaker?.personId ?? null,
  });
  const text =
    kind === 'on' ? texts.shadowOn(title, when(reportAt)) : texts.shadowAlready(title, when(since), when(reportAt));
  await answer(scene, text, conversationId);
}

async function turnOff(scene: Scene, group: ShadowGroup): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const { id: conversationId, title } = group;
  const isChanged = await actAgain(step, community.id, { conversationId, byId: speaker?.personId ?? null });
  const heard = group.since ? await candidatesSince(step.tx, group) : [];
  const open = heard.filter(isOpen).length;
  await answer(scene, isChanged ? texts.shadowOff(title, open) : texts.shadowNotOn(title), conversationId);
  if (!group.since) return;
  const now = await shadowGroup(step.tx, community.id, conversationId);
  if (now) for (const to of await placesOf(scene)) await offerTickets(step, community, now, to);
}

async function report(scene: Scene, group: ShadowGroup): Promise<void> {
  const { step, community } = scene;
  const { since } = group;
  if (!since) return answer(scene, textsOf(scene).shadowNotOn(group.title), group.id);
  await sayReport(step, community, { ...group, since }, await placesOf(scene));
}

async function tellStanding(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  const rows = [];
  for (const { id } of await residentGroups(scene)) {
    const group = await shadowGroup(step.tx, community.id, id);
    if (!group) continue;
    const since = group.isListening ? group.since : null;
    const due = since && (await reportDue(step, id));
    const candidates = since ? await candidatesSince(step.tx, group) : [];
    rows.push({
      title: group.title,
      since: since && when(since),
      reportAt: due && when(due),
      heard: since ? await linesHeard(step.tx, group) : 0,
      open: candidates.filter(isOpen).length,
    });
  }
  await answer(scene, texts.shadowStanding(rows));
}

/** Where whoever asked is answered; of what was said among residents the managers hear among themselves. */
async function placesOf({ step, community, conversation, message }: Scene): Promise<ReportTo[]> {
  if (conversation.audience !== 'residents') return [{ conversationId: conversation.id, replyTo: message.externalId }];
  return (await officeOf(step.tx, community.id)).map((conversationId) => ({ conversationId }));
}

/** Said once per message, and group that it is about. */
async function answer(scene: Scene, text: string, groupId?: string): Promise<void> {
  const { step, message } = scene;
  for (const { conversationId, replyTo = null } of await placesOf(scene)) {
    await say(step, {
      conversationId,
      about: groupId === undefined ? null : { subject: 'shadow', id: groupId },
      purpose: 'answer',
      content: { text },
      replyToExternalId: replyTo,
      dedupeKey: `shadow:${message.id}:${groupId ?? ''}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
}
