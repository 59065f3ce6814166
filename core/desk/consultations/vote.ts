import { castBallot, type Cast, type Vote } from '../../surveys/consultations/cast.ts';
import { aboutConsultation, type Asked } from '../../surveys/consultations/consultation.ts';
import { viewOf } from '../../surveys/consultations/view.ts';
import { dated } from '../../text/dated.ts';
import { shortHash } from '../../surveys/consultations/ballot-chain.ts';
import { confirmFlat, flatOnRecord } from '../../people/flat.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Choice } from '../../channel/outgoing.ts';
import type { VoteView } from '../../text/consultations/texts.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { say } from '../../outbox/say.ts';
import { replyTo, textsOf } from '../scene.ts';
import { pendingAction } from './pending.ts';
import type { Voting } from './scope.ts';

/**
 * Casts a vote and tells whoever cast it what came of it: directly, and in a group only where they wrote there and no chat of theirs
 * is known, without what they chose. Others of the household whose vote it replaces are told, too. Returns whether there is such a
 * consultation here.
 */
export async function castAndTell(voting: Voting, consultationId: string, vote: Vote): Promise<boolean> {
  const { step, community, speaker } = voting;
  const cast = await castBallot(step, community, { consultationId, personId: speaker.personId }, vote);
  if (!cast) return false;
  const texts = textsOf(voting);
  const view = viewOf(cast.asked, texts, community);
  switch (cast.kind) {
    case 'counted': {
      const hash = shortHash(cast.vote.hash);
      const text = texts.ballotCounted(view, shown(cast.asked, cast.vote), hash, cast.before !== null);
      await tellVoter(voting, cast.asked, { topic: `ballot-${hash}`, text, inGroup: null });
      await tellHousehold(voting, cast);
      return true;
    }
    case 'unchanged': {
      const text = texts.ballotUnchanged(view, shown(cast.asked, cast.vote), shortHash(cast.vote.hash));
      await tellVoter(voting, cast.asked, { topic: 'ballot', text, inGroup: null });
      return true;
    }
    case 'flat_unsure':
      await askFlat(voting, cast, vote);
      return true;
    case 'no_flat':
      await refuseVote(voting, cast.asked, texts.ballotNoFlat(view), texts.ballotNoFlatInGroup(view));
      return true;
    case 'over':
    case 'not_open':
    case 'elsewhere':
    case 'other_flat':
    case 'not_offered': {
      const { kind, asked } = cast;
      const opensAt = dated(texts, asked.opensAt ?? step.now, community.timeZone);
      const why: Record<typeof kind, string> = {
        over: texts.ballotOver(view),
        not_open: texts.ballotNotOpen(view, opensAt),
        elsewhere: texts.ballotElsewhere(view),
        other_flat: texts.ballotOtherFlat(view),
        not_offered: texts.ballotNotOffered(view),
      };
      await refuseVote(voting, asked, why[kind], null);
      return true;
    }
  }
}

/** What a household said, in words. */
export const shown = ({ options }: Asked, { choice, amount, opinion }: Vote): VoteView => ({
  choice: choice === null ? null : (options[choice] ?? null),
  amount,
  opinion: opinion !== null,
});

/** `inGroup`: what is said in the group where the voter cannot be told directly; null: only a sign that it was taken. */
async function tellVoter(
  voting: Voting,
  { id }: Asked,
  word: { topic: string; text: string; inGroup: string | null; choices?: Choice[][] },
): Promise<void> {
  const { step, conversation, speaker, message, inWords } = voting;
  const about = aboutConsultation(id);
  const content = { text: word.text, ...(word.choices ? { choices: word.choices } : {}) };
  if (conversation.kind === 'direct') return replyTo(voting, word.topic, content, null, about);
  const occasion = `${word.topic}:${message.id}`;
  const told = await sayToPerson(step, { personId: speaker.personId, purpose: 'answer', content, about, occasion });
  if (told || !inWords) return;
  if (word.inGroup !== null) return replyTo(voting, word.topic, { text: word.inGroup }, null, about);
  await replyTo(voting, word.topic, { text: textsOf(voting).ballotNoted(), reaction: '👌' }, null, about);
}

/** It was not counted. Whoever pressed in a group and cannot be told directly is not named there: all are told, once in a day. */
async function refuseVote(voting: Voting, asked: Asked, text: string, toAll: string | null): Promise<void> {
  await tellVoter(voting, asked, { topic: 'ballot', text, inGroup: text });
  const { step, conversation, speaker, inWords } = voting;
  if (toAll === null || inWords || conversation.kind === 'direct' || (await hasChat(voting, speaker.personId))) return;
  const day = Math.floor(step.now.getTime() / 86_400_000);
  await say(step, {
    conversationId: conversation.id,
    about: aboutConsultation(asked.id),
    purpose: 'answer',
    content: { text: toAll },
    dedupeKey: `ballot-no-flat:${asked.id}:${conversation.id}:${day}`,
  });
  step.rope.lane(conversation.id);
}

async function hasChat({ step }: Voting, personId: string): Promise<boolean> {
  const where = { personId, kind: 'direct' as const, state: 'active' as const };
  return (await step.tx.conversation.findFirst({ where, select: { id: true } })) !== null;
}

/** The flat is only read from a nickname: the vote waits within the question whether it is right. */
async function askFlat(
  voting: Voting,
  { asked, flat }: Extract<Cast, { kind: 'flat_unsure' }>,
  vote: Vote,
): Promise<void> {
  const texts = textsOf(voting);
  const view = viewOf(asked, texts, voting.community);
  if (voting.conversation.kind !== 'direct' && !(await hasChat(voting, voting.speaker.personId)))
    return refuseVote(voting, asked, texts.ballotNoFlat(view), texts.ballotNoFlatInGroup(view));
  const place = texts.place({ ...flat, unit: flat.unit || null, spot: null }, 'full');
  const action = pendingAction(vote, voting.inWords ? voting.message.id : null);
  await tellVoter(voting, asked, {
    topic: 'ballot-flat',
    text: texts.ballotFlatQuestion(view, place),
    inGroup: null,
    choices: [
      [
        { id: choiceIds.about('consultation', action, asked.id), label: texts.ballotFlatYes() },
        { id: choiceIds.about('consultation', 'n', asked.id), label: texts.ballotFlatNo() },
      ],
    ],
  });
}

/** The flat from the nickname is right: it is confirmed, and the vote that waited is cast. */
export async function confirmAndCast(voting: Voting, consultationId: string, vote: Vote): Promise<void> {
  const { step, community, speaker } = voting;
  const known = await flatOnRecord(step.tx, speaker.personId);
  if (!known) return;
  const person = { communityId: community.id, personId: speaker.personId, flat: known.flat, by: speaker.personId };
  if (!known.confirmed) await confirmFlat(step.tx, person, step.now);
  await castAndTell(voting, consultationId, vote);
}

async function tellHousehold(
  { step, community, speaker }: Voting,
  cast: Extract<Cast, { kind: 'counted' }>,
): Promise<void> {
  const { asked, vote, before } = cast;
  if (!before?.personId || before.personId === speaker.personId || asked.kind === 'consultation') return;
  if (before.choice === vote.choice && before.amount === vote.amount) return;
  const person = await step.tx.person.findUnique({ where: { id: before.personId }, select: { locale: true } });
  const texts: Texts = textsFor(person?.locale ?? community.locale);
  await sayToPerson(step, {
    personId: before.personId,
    purpose: 'answer',
    content: { text: texts.ballotChangedAtHome(viewOf(asked, texts, community), shown(asked, vote)) },
    about: aboutConsultation(asked.id),
    occasion: `ballot-at-home:${vote.hash}`,
  });
}
