import { openConsultations, readConsultation, type Asked } from '../../surveys/consultations/consultation.ts';
import { viewOf } from '../../surveys/consultations/view.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { readBallot, type Asking, type BallotRead, type Sureness } from './read-ballot.ts';
import { votingOf } from './scope.ts';
import { castAndTell } from './vote.ts';
import { noteAct } from '../note-act.ts';

export const askingOf = ({ kind, options, rules }: Asked): Asking => ({ kind, options, yes: rules.yes });

/**
 * Reads what somebody wrote as their answer to a consultation, and casts it. Returns false, and does nothing, where the words are no
 * answer. Once it is over, only a plain vote is told so: everything else is talk about the outcome.
 */
export async function castFromWords(scene: Scene, asked: Asked, text: string, sure: Sureness): Promise<boolean> {
  const read = readBallot(text, askingOf(asked), sure);
  const voting = votingOf(scene);
  if (!voting || read.kind === 'none') return false;
  const isOver = asked.state !== 'open' || scene.step.now > asked.closesAt;
  if (isOver && sure !== 'named' && !isPlainVote(read)) return false;
  await noteAct(scene, 'command');
  if (read.kind === 'vote') return castAndTell(voting, asked.id, read.vote);
  const texts = textsOf(scene);
  await replyTo(scene, 'ballot', { text: texts.ballotNotOffered(viewOf(asked, texts, scene.community)) });
  return true;
}

const isPlainVote = (read: BallotRead): boolean =>
  read.kind === 'vote' && (read.vote.choice !== null || read.vote.amount !== null);

/** Which of those that are open somebody answers in a direct chat without naming one: by plain words alone. */
export async function castAlone(scene: Scene): Promise<boolean> {
  const text = scene.event.text;
  const open = await openConsultations(scene.step.tx, scene.community.id, scene.step.now);
  const meant = open.filter((asked) => readBallot(text, askingOf(asked), 'alone').kind === 'vote');
  const [first] = meant;
  if (!first) return false;
  const last = meant.length > 1 ? await lastAsked(scene) : null;
  const one = meant.length === 1 ? first : meant.find(({ id }) => id === last);
  if (one) return castFromWords(scene, one, text, 'alone');
  await noteAct(scene, 'command');
  const texts = textsOf(scene);
  const views = meant.map((asked) => viewOf(asked, texts, scene.community));
  await replyTo(scene, 'ballot', { text: texts.ballotWhich(views) });
  return true;
}

/** The consultation that our last word in this conversation was about. */
async function lastAsked({ step, conversation }: Scene): Promise<string | null> {
  const sent = await step.tx.sentMessage.findFirst({
    where: { conversationId: conversation.id },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    select: { outbox: { select: { subject: true, subjectId: true } } },
  });
  const { subject = null, subjectId = null } = sent?.outbox ?? {};
  return subject === 'consultation' ? subjectId : null;
}

/** As it stands, if it is one of this community. */
export async function askedHere(
  { step, community }: Pick<Scene, 'step' | 'community'>,
  id: string,
): Promise<Asked | null> {
  const asked = await readConsultation(step.tx, id);
  return asked?.communityId === community.id ? asked : null;
}
