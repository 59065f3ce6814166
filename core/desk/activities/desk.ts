import { parseChain } from '../../activities/chain/parse-chain.ts';
import type { AboutDesk } from '../about-desk.ts';
import type { Scene } from '../scene.ts';
import { come, pasteChain, stayAway, type Coming, type Edit } from './come.ts';
import { changeDraft, confirmDraft, discardDraft } from './draft.ts';
import { runsActivities, runsOrRefused } from './may-run.ts';
import { readSignUp } from './sign-up-words.ts';
import { noteAct } from '../note-act.ts';

/** What is said and pressed about an activity (P8h): the preview by the office, the announcement by residents. */
export const activityDesk: AboutDesk = {
  async choose(choosing, id, action) {
    switch (action) {
      case 'join':
        return come(choosing, id, { heads: 1, comment: '' });
      case 'leave':
        return stayAway(choosing, id);
      case 'confirm':
        return (await runsOrRefused(choosing)) ? confirmDraft(choosing, id) : undefined;
      case 'discard':
        return (await runsOrRefused(choosing)) ? discardDraft(choosing, id) : undefined;
    }
  },

  async reply(scene, id) {
    const { speaker, event } = scene;
    if (!speaker) return false;
    if (runsActivities(scene) && (await changeDraft(scene, id, event.text))) {
      await noteAct(scene, 'command');
      return true;
    }
    return signUpByReply(scene, id);
  },
};

/** Somebody replies to our word about an activity with a list, or with words that sign them up or off. */
export async function signUpByReply(scene: Scene, id: string, edit?: Edit): Promise<boolean> {
  const { step, speaker, event } = scene;
  const known = await step.tx.activity.findUnique({ where: { id }, select: { state: true } });
  if (!speaker || !known || known.state === 'draft' || known.state === 'discarded') return false;
  const coming: Coming = { ...scene, speaker, inWords: true, ...(edit ? { edit } : {}) };
  const words = readSignUp(event.text, { replied: true });
  const chain = words ? null : parseChain(event.text, { expected: true });
  if (!words && !chain) return false;
  await noteAct(scene, 'command');
  if (words?.kind === 'join') await come(coming, id, words);
  else if (words) await stayAway(coming, id);
  else if (chain) await pasteChain(coming, id, chain);
  return true;
}
