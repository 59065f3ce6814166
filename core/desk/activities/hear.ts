import { activitiesHere, openActivities, type ActivityHere } from '../../activities/activity.ts';
import { activityOf, isCalled, isTheirOwn } from '../../activities/chain/belongs.ts';
import { parseChain, type Chain } from '../../activities/chain/parse-chain.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { come, pasteChain, stayAway, type Coming, type Edit } from './come.ts';
import { readSignUp, type SignUpWords } from './sign-up-words.ts';
import { noteAct } from '../note-act.ts';

/** Longer texts are no list that anybody pastes. */
const LONGEST = 8_000;
const maybeWords =
  /[报報](?![修警告])|参加|參加|算我|加我|我来|我來|我去|取消|来不了|來不了|不去|不来|不來|去不了|退出|接[龙龍]|sign|count|join|cancel|come|make it|[i']m in\b|[e']re in\b/i;

/** What can mean nothing else, said in a group without naming the activity. */
const plainly =
  /^(?:我(?:们|們|家)?)?(?:也|要|想)?(?:报名|報名|算我一[个個]|加我一[个個]|取消报名|取消報名)|^(?:count me in|sign me up)/iu;
/** So long an announcement is what a bare "报名" in its group means. */
const FRESH_MS = 24 * 3_600_000;

/**
 * Residents sign up without replying to our word (P8h): by a pasted list (接龙) in a group, by words in a direct chat, or in a group by
 * words that name the activity, or plainly say it ("报名") while its announcement is fresh there and it is the only one. A list that is for no activity of ours is the residents' own: nothing is made of it, and it is no matter
 * for the office, unless it speaks of one.
 *
 * @param edit the message was changed
 */
export async function hearChain(scene: Scene, edit?: Edit): Promise<boolean> {
  const { event, speaker } = scene;
  const text = event.text.trim();
  if (!speaker || text === '' || text.length > LONGEST) return false;
  const coming: Coming = { ...scene, speaker, inWords: true, ...(edit ? { edit } : {}) };
  const chain = listIn(text);
  if (chain) return (await takeList(coming, chain)) || isTheirOwn(chain);
  if (text.includes('\n') || Array.from(text).length > 40 || !maybeWords.test(text)) return false;
  const toNobody = event.replyToId === null && event.quotedText === null;
  return hearWords(coming, text, toNobody);
}

/** Staff paste the list in a residents' group, with those who told them so. */
export async function hearListByStaff(scene: Scene, edit?: Edit): Promise<boolean> {
  const { event, speaker } = scene;
  const chain = event.text.length > LONGEST ? null : listIn(event.text.trim());
  if (!speaker || !chain) return false;
  return takeList({ ...scene, speaker, inWords: true, ...(edit ? { edit } : {}) }, chain);
}

/** Cheap for everyday talk. */
const listIn = (text: string): Chain | null => (text.includes('\n') || /接[龙龍]/.test(text) ? parseChain(text) : null);

/** Returns false where the list is for no activity of ours. Of one that nobody can sign up for any more its writer is told so. */
async function takeList(coming: Coming, chain: Chain): Promise<boolean> {
  const activity = activityOf(chain, await openHere(coming)) ?? (await closedHere(coming, chain));
  if (!activity) return false;
  await noteAct(coming, 'command');
  await pasteChain(coming, activity.id, chain);
  return true;
}

/** The activity to come whose sign-up is over, and of which the list has the name. */
async function closedHere(
  { step, community, conversation, speaker }: Coming,
  chain: Chain,
): Promise<{ id: string; title: string } | null> {
  if (chain.title === '' || conversation.kind !== 'group' || speaker.staff) return null;
  const closed = await activitiesHere(
    step.tx,
    { communityId: community.id, conversationId: conversation.id },
    'closed',
  );
  return closed.find((activity) => activity.startsAt > step.now && isCalled(chain, activity)) ?? null;
}

async function hearWords(coming: Coming, text: string, toNobody: boolean): Promise<boolean> {
  const isDirect = coming.conversation.kind === 'direct';
  const open = await openHere(coming);
  if (open.length === 0) return isDirect && cancelsClosed(coming, text);
  const named = open.filter(({ title }) => text.includes(title));
  const [only] =
    named.length === 1 ? named : isDirect || (toNobody && (await isPlainlyMeant(coming, open, text))) ? open : [];
  if (!only) return false;
  const words = readSignUp(named.length === 1 ? text.replace(only.title, ' ') : text, { replied: false });
  if (!words) return false;
  const own = words.kind === 'leave' ? (await theirs(coming)).filter((id) => isDirect || id === only.id) : [];
  if (words.kind === 'leave' && named.length === 0 && own.length === 0) return false;
  await noteAct(coming, 'command');
  const meant =
    named.length === 1 ? only.id : words.kind === 'leave' ? own[0] : open.length === 1 ? only.id : undefined;
  if (meant !== undefined) await carryOut(coming, meant, words);
  else await askWhich(coming, open);
  return true;
}

/** "报名", said to nobody in a group in which the only open activity was told of lately. */
async function isPlainlyMeant({ step, conversation }: Coming, open: ActivityHere[], text: string): Promise<boolean> {
  const [only, ...others] = open;
  if (!only || others.length > 0 || !plainly.test(text)) return false;
  const told = await step.tx.sentMessage.findFirst({
    where: {
      conversationId: conversation.id,
      sentAt: { gte: new Date(step.now.getTime() - FRESH_MS) },
      outbox: { subject: 'activity', subjectId: only.id },
    },
    select: { externalId: true },
  });
  return told !== null;
}

/** Sign-up is over, and somebody cannot come after all. */
async function cancelsClosed(coming: Coming, text: string): Promise<boolean> {
  if (readSignUp(text, { replied: false })?.kind !== 'leave') return false;
  const [id] = await theirs(coming);
  if (id === undefined) return false;
  await noteAct(coming, 'command');
  await stayAway(coming, id);
  return true;
}

const carryOut = (coming: Coming, id: string, words: SignUpWords): Promise<void> =>
  words.kind === 'join' ? come(coming, id, words) : stayAway(coming, id);

/** Activities to come for which they signed up, the nearest first. */
async function theirs({ step, community, speaker }: Coming): Promise<string[]> {
  const rows = await step.tx.activity.findMany({
    where: {
      communityId: community.id,
      state: { in: ['open', 'closed'] },
      startsAt: { gt: step.now },
      signUps: { some: { personId: speaker.personId, state: { not: 'cancelled' } } },
    },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function askWhich(coming: Coming, open: { id: string; title: string }[]): Promise<void> {
  const choices = open.map(({ id, title }) => [{ id: choiceIds.about('activity', 'join', id), label: title }]);
  await replyTo(coming, 'activity-which', { text: textsOf(coming).activityWhich(), choices });
}

const openHere = ({ step, community, conversation }: Coming) =>
  openActivities(step.tx, community.id, conversation.kind === 'group' ? conversation.id : null);
