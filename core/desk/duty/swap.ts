import { answerSwap, askSwap } from '../../people/duty/swap.ts';
import { isManned, type MannedStretch } from '../../people/duty/roster.ts';
import { sayToPerson } from '../../people/reach.ts';
import { choiceIds, type PressedChoice } from '../../tickets/choice-id.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { SwapWords } from '../../text/duty/texts.ts';
import { todayAt } from '../said-day.ts';
import { replyTo, textsOf, type Choosing, type Scene } from '../scene.ts';
import { askWho, explain, namedIn, type Colleague } from './colleagues.ts';
import { plain, takeDay, type DayTaken } from './days.ts';
import { shiftsOn } from './roster.ts';
import { dayView, shiftView } from './views.ts';

const between = /^(?:换|对换|跟|和|与|for|with|against) ?(?:他的|她的|对方的|their )?/;

/**
 * `换班 11月30日 @老王` asks a colleague to take one's shift of that day, `换班 11月30日 换 12月2日 @老王` to exchange it for theirs.
 * They are asked where it was said and in person, and only they may answer.
 */
export async function handleSwap(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const named = await namedIn(scene, rest);
  if (!named || !speaker) return;
  const [to] = named.people;
  const mine = takeDay(plain(named.text), todayAt(step.now, community.timeZone));
  if (!mine) return explain(scene, named.text, texts.swapHow());
  const given = takeClock(mine);
  const theirs =
    given.rest === '' ? null : takeDay(given.rest.replace(between, ''), todayAt(step.now, community.timeZone));
  const taken = theirs && takeClock(theirs);
  if (given.rest !== '' && taken?.rest !== '') return explain(scene, given.rest, texts.swapHow());
  if (!to || named.people.length > 1 || to.personId === speaker.personId) return askWho(scene, texts.swapHow());
  const give = await shiftOf(scene, speaker, given);
  const take = give && taken && (await shiftOf(scene, to, taken));
  if (!give || (taken && !take)) return;
  const { id } = await askSwap(step, community.id, { fromId: speaker.personId, toId: to.personId, give, take });
  await ask(scene, { id, give, take, from: speaker, to });
}

interface DayMeant {
  date: DayTaken['date'];
  startsAt: string | null;
  rest: string;
}

function takeClock({ date, rest }: DayTaken): DayMeant {
  const found = /^(?:的)?(\d{1,2}):(\d{2})(?:的班)?/.exec(rest);
  const startsAt = found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}` : null;
  return { date, startsAt, rest: rest.slice(found?.[0].length ?? 0).trim() };
}

/** The one shift of somebody that begins on that day; otherwise it is said why there is none, and null. */
async function shiftOf(scene: Scene, who: Colleague, { date, startsAt }: DayMeant): Promise<MannedStretch | null> {
  const { timeZone } = scene.community;
  const texts = textsOf(scene);
  const say = (text: string): Promise<void> => replyTo(scene, 'duty', { text });
  const { shifts } = await shiftsOn(scene, date);
  const theirs = shifts
    .filter(isManned)
    .filter((one) => one.personId === who.personId)
    .filter((one) => startsAt === null || shiftView(one, timeZone).startsAt === startsAt);
  const [shift] = theirs;
  if (!shift) await say(texts.noShiftThen(who.name, dayView(date)));
  else if (theirs.length > 1) await say(texts.whichShift(theirs.map((one) => shiftView(one, timeZone))));
  else if (shift.from <= scene.step.now) await say(texts.shiftHasBegun(shiftView(shift, timeZone)));
  else return shift;
  return null;
}

async function ask(
  scene: Scene,
  swap: { id: string; give: MannedStretch; take: MannedStretch | null; from: Colleague; to: Colleague },
): Promise<void> {
  const { step, community, conversation } = scene;
  const words = wordsOf(swap, community.timeZone);
  const begins = [swap.give, ...(swap.take ? [swap.take] : [])].map(({ from }) => from.getTime());
  const question = (texts: ReturnType<typeof textsFor>) => ({
    text: texts.swapQuestion(words),
    choices: [
      [
        { id: choiceIds.swap('yes', swap.id), label: texts.swapYes() },
        { id: choiceIds.swap('no', swap.id), label: texts.swapNo() },
      ],
    ],
  });
  await sayToPerson(step, {
    personId: swap.to.personId,
    purpose: 'question',
    content: question(textsFor(community.locale)),
    occasion: `swap:${swap.id}`,
    expiresAt: new Date(Math.min(...begins)),
  });
  const texts = textsOf(scene);
  const content = conversation.kind === 'group' ? question(texts) : { text: texts.swapAsked(words) };
  await replyTo(scene, 'swap', content);
}

/** The colleague answers by a button, in the group or in person; both are told. Anybody else's press does nothing. */
export async function settleSwap(
  choosing: Choosing,
  { swapId, answer }: Extract<PressedChoice, { kind: 'swap' }>,
): Promise<void> {
  const { step, community, conversation, speaker } = choosing;
  const answered = await answerSwap(step, community, { swapId, by: speaker.personId, yes: answer === 'yes' });
  if (answered.kind === 'none') return;
  const here = textsOf(choosing);
  if (answered.kind === 'lapsed') return replyTo(choosing, `swap:${swapId}`, { text: here.swapLapsed() });
  const { swap } = answered;
  const words = wordsOf(swap, community.timeZone);
  const text = (texts: ReturnType<typeof textsFor>): string =>
    answered.kind === 'agreed' ? texts.swapAgreed(words) : texts.swapRefused(words);
  await replyTo(choosing, `swap:${swapId}`, { text: text(here) });
  for (const { personId } of [swap.from, swap.to]) {
    // Whoever answered in their own chat has read it there.
    if (personId === speaker.personId && conversation.kind === 'direct') continue;
    const content = { text: text(textsFor(community.locale)) };
    await sayToPerson(step, { personId, purpose: 'answer', content, occasion: `swap-${answered.kind}:${swapId}` });
  }
}

const wordsOf = (
  swap: { give: MannedStretch; take: MannedStretch | null; from: { name: string }; to: { name: string } },
  timeZone: string,
): SwapWords => ({
  from: swap.from.name,
  to: swap.to.name,
  give: shiftView(swap.give, timeZone),
  take: swap.take && shiftView(swap.take, timeZone),
});
