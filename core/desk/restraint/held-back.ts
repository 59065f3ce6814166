import type { Subject } from '../../../prisma/generated/enums.ts';
import { hearingLess, heldToday, numbersOf, waitingNow, type Held } from '../../outbox/restraint/held.ts';
import { releaseWaiting, type Released } from '../../outbox/restraint/release.ts';
import { audit } from '../../people/audit.ts';
import { quoted } from '../../text/layout.ts';
import type { HeldLine } from '../../text/restraint/texts.ts';
import type { Texts } from '../../text/texts.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { readReleased } from './read-released.ts';

/** So many lines of each list are shown. */
const LINES_AT_MOST = 12;

/** `未发`: what waits, what was held back today and why, who wants less (P9a). `未发 立即 …` sends what waits now. */
export async function handleHeldBack(scene: Scene, rest: string): Promise<void> {
  const wanted = readReleased(rest);
  if (wanted === null) return showHeldBack(scene);
  if (!(await managesOrRefused(scene, 'held_back'))) return;
  if (wanted.said === '') return showHeldBack(scene);
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const what = await findReleased(scene, wanted);
  const words = what ? await releaseWaiting(step, community.id, what) : 0;
  if (!what || words === 0) return replyTo(scene, 'held', { text: texts.heldUnknown(wanted.said) });
  await audit(step.tx, {
    communityId: community.id,
    actorId: speaker?.personId ?? null,
    action: 'send_held_back',
    subject: 'subjectId' in what ? `broadcast:${what.subjectId}` : `conversation:${what.conversationId}`,
    data: { words },
  });
  return replyTo(scene, 'held', { text: texts.heldSent(words) });
}

/** What waits by that number, or in the one group whose title is so, or begins or goes on so. */
async function findReleased(
  { step, community }: Scene,
  { said, subject, number }: { said: string; subject: Subject | null; number: number | null },
): Promise<Released | null> {
  if (number !== null) {
    const waiting = await waitingNow(step, community.id);
    const ids = waiting.flatMap((held) => (held.subject === subject && held.subjectId ? [held.subjectId] : []));
    const named = await numbersOf(step, ids);
    const found = ids.find((id) => named.get(id)?.number === number);
    return found === undefined ? null : { subjectId: found };
  }
  const groups = await step.tx.conversation.findMany({
    where: { communityId: community.id, kind: 'group', audience: 'residents', state: 'active' },
    select: { id: true, title: true },
  });
  const same = groups.filter(({ title }) => title === said);
  const alike = same.length > 0 ? same : groups.filter(({ title }) => title.includes(said));
  const [only] = alike;
  return only && alike.length === 1 ? { conversationId: only.id } : null;
}

async function showHeldBack(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const waiting = await waitingNow(step, community.id);
  const today = await heldToday(step, community);
  const hearLess = await hearingLess(step, community.id);
  if (waiting.length + today.length + hearLess.length === 0)
    return replyTo(scene, 'held', { text: texts.heldNothing() });
  const ids = [...waiting, ...today].flatMap(({ subjectId }) => (subjectId ? [subjectId] : []));
  const named = await numbersOf(step, ids);
  const lineOf = (held: Held): HeldLine => ({
    group: held.group,
    what: whatOf(held, named, texts),
    deed: held.deed,
    reason: held.reason,
    until: held.until && held.until > step.now ? texts.when(held.until, step.now, community.timeZone) : null,
    times: held.times,
  });
  const more = [waiting, today].reduce((sum, list) => sum + Math.max(0, list.length - LINES_AT_MOST), 0);
  const text = texts.heldBack({
    waiting: waiting.slice(0, LINES_AT_MOST).map(lineOf),
    today: today.slice(0, LINES_AT_MOST).map(lineOf),
    hearLess: hearLess.slice(0, LINES_AT_MOST),
    more,
  });
  return replyTo(scene, 'held', { text });
}

function whatOf(
  { subject, subjectId, purpose }: Held,
  named: ReadonlyMap<string, { number: number; title: string }>,
  texts: Texts,
): string {
  const known = subjectId === null ? undefined : named.get(subjectId);
  if (!known || subject === null) return texts.heldWhat(subject, purpose);
  return `${texts.heldNumbered(subject, known.number)} ${quoted(known.title, 24)}`;
}
