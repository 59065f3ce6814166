import { findTarget } from '../on-record.ts';
import type { Scene } from '../scene.ts';
import type { Edit } from './come.ts';
import { signUpByReply } from './desk.ts';
import { hearChain, hearListByStaff } from './hear.ts';

/**
 * A message in which somebody signed up was changed (P8h): a list, or words, count as they read now. What is no list and no such words any
 * more leaves what it did. Returns whether it was one.
 */
export async function signUpEdited(scene: Omit<Scene, 'target'>, edit: Edit): Promise<boolean> {
  const { step, conversation, event, speaker } = scene;
  if (!speaker) return false;
  if (event.replyToId === null) return (speaker.staff ? hearListByStaff : hearChain)({ ...scene, target: null }, edit);
  const target = await findTarget(step, conversation.id, event.replyToId);
  return target?.about?.subject === 'activity' && signUpByReply({ ...scene, target }, target.about.id, edit);
}
