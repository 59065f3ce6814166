import { readChoiceId } from '../../tickets/choice-id.ts';
import { findTarget } from '../on-record.ts';
import { readChoice } from '../read-choice.ts';
import type { Scene } from '../scene.ts';
import { consultationDesk } from './desk.ts';
import { hearBallot } from './hear.ts';
import { votingOf } from './scope.ts';

/**
 * A message in which somebody voted was changed: before the end the vote is what it says now (P7c). Words that are no vote any more leave
 * the vote that was cast. Returns whether it was a vote.
 *
 * @param version of the message, by which what is answered is told apart from what was answered before
 */
export async function ballotEdited(scene: Omit<Scene, 'target'>, version: number): Promise<boolean> {
  const { step, conversation, event, message } = scene;
  const target = event.replyToId === null ? null : await findTarget(step, conversation.id, event.replyToId);
  if (!target) return event.replyToId === null && hearBallot({ ...scene, target });
  const { about } = target;
  if (about?.subject !== 'consultation') return false;
  const edited: Scene = { ...scene, target };
  const chosen = readChoice(event.text, target.choices);
  const choice = chosen.kind === 'chosen' && chosen.rest === '' ? readChoiceId(chosen.choice.id) : null;
  const voting = votingOf(edited);
  if (choice?.kind !== 'about' || !voting) return consultationDesk.reply(edited, about.id);
  const again = { ...voting, message: { ...message, id: `${message.id}:${version}` } };
  await consultationDesk.choose(again, choice.id, choice.action);
  return true;
}
