import { isContractor, isManager } from '../people/roles.ts';
import { fold } from './fold.ts';
import { onAsking, onTelling } from './help-follows.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

/** `帮助`: what one can say here; `帮助 通知`, `帮助 问卷`: a page about telling and one about asking residents. */
export async function handleHelp(scene: Scene, rest: string): Promise<void> {
  await replyTo(scene, 'help', { text: pageFor(scene, fold(rest)) });
}

function pageFor(scene: Scene, topic: string): string {
  const texts = textsOf(scene);
  const { conversation, speaker } = scene;
  const roles = speaker?.roles ?? [];
  if (isContractor(roles)) return texts.helpForContractors();
  if (onTelling.test(topic)) return texts.helpForTelling();
  if (onAsking.test(topic)) return texts.helpForAsking();
  const manages = conversation.audience === 'managers' || (conversation.kind === 'direct' && isManager(roles));
  return manages ? texts.helpForManagers() : texts.helpForStaff();
}
