import { openActivities } from '../../activities/activity.ts';
import { activityOf, isTheirOwn } from '../../activities/chain/belongs.ts';
import { parseChain } from '../../activities/chain/parse-chain.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { come, pasteChain, stayAway, type Coming } from './come.ts';
import { noteAsCommand } from './desk.ts';
import { readSignUp, type SignUpWords } from './sign-up-words.ts';

/** Longer texts are no list that anybody pastes. */
const LONGEST = 8_000;
const maybeWords =
  /报|報|参加|參加|算我|加我|我来|我來|我去|取消|来不了|來不了|不去|不来|不來|去不了|退出|接[龙龍]|sign|count|join|cancel|come|make it|in\b/i;

/**
 * Residents sign up without replying to our word (P8h): by a pasted list (接龙) in a group, by words in a direct chat, or in a group by
 * words that name the activity. A list that is for no activity of ours is the residents' own: nothing is made of it, and it is no matter
 * for the office, unless it speaks of one.
 */
export async function hearChain(scene: Scene): Promise<boolean> {
  const { event, speaker } = scene;
  const text = event.text.trim();
  if (!speaker || text === '' || text.length > LONGEST) return false;
  const coming: Coming = { ...scene, speaker, inWords: true };
  if (text.includes('\n') || /接[龙龍]/.test(text)) return hearList(coming, text);
  if (Array.from(text).length > 40 || !maybeWords.test(text)) return false;
  return hearWords(coming, text);
}

async function hearList(coming: Coming, text: string): Promise<boolean> {
  const chain = parseChain(text);
  if (!chain) return false;
  const activity = activityOf(chain, await openHere(coming));
  if (!activity) return isTheirOwn(chain);
  await noteAsCommand(coming);
  await pasteChain(coming, activity.id, chain);
  return true;
}

async function hearWords(coming: Coming, text: string): Promise<boolean> {
  const isDirect = coming.conversation.kind === 'direct';
  const open = await openHere(coming);
  if (open.length === 0) return isDirect && cancelsClosed(coming, text);
  const named = open.filter(({ title }) => text.includes(title));
  const [only] = named.length === 1 ? named : isDirect ? open : [];
  if (!only) return false;
  const words = readSignUp(named.length === 1 ? text.replace(only.title, ' ') : text, { replied: false });
  if (!words) return false;
  const own = words.kind === 'leave' ? await theirs(coming) : [];
  if (words.kind === 'leave' && named.length === 0 && own.length === 0) return false;
  await noteAsCommand(coming);
  const meant =
    named.length === 1 ? only.id : words.kind === 'leave' ? own[0] : open.length === 1 ? only.id : undefined;
  if (meant !== undefined) await carryOut(coming, meant, words);
  else await askWhich(coming, open);
  return true;
}

/** Sign-up is over, and somebody cannot come after all. */
async function cancelsClosed(coming: Coming, text: string): Promise<boolean> {
  if (readSignUp(text, { replied: false })?.kind !== 'leave') return false;
  const [id] = await theirs(coming);
  if (id === undefined) return false;
  await noteAsCommand(coming);
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
