import { buildingLabels } from '../../people/flat.ts';
import { readFlat } from '../../people/flat-in-name.ts';
import { confirmFees, feeLists, holdFees, revokeFees } from '../../notices/fees/list.ts';
import { markPaid } from '../../notices/fees/paid.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { importList } from './import.ts';
import { later, viewOfList } from './view.ts';

/**
 * `缴费`: managers import a list of what households owe, and have them reminded, each in its direct chat (P8i); staff note who has paid. In a group
 * nothing is said of fees, whatever is asked there.
 */
export async function handleFees(scene: Scene, rest: string): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'fees', { text });
  if (conversation.kind === 'group') return answer(texts.feeInPrivate());
  const paid = /^(?:已缴|已繳|已付|paid)[\s:：]+(.+)$/is.exec(rest.trim())?.[1];
  if (paid !== undefined) {
    const said = readFlat(paid, await buildingLabels(step.tx, community.id));
    if (said.kind !== 'flat') return answer(said.kind === 'unclear' ? texts.feeFlatUnclear() : texts.noSuchBuilding());
    return answer(texts.feeMarked(await markPaid(step, community.id, { flat: said.flat }, speaker.personId)));
  }
  if (!(await managesOrRefused(scene, 'fees'))) return;
  const imported = /^(?:导入|導入|匯入|import)(?:[\s:：]+([^]*))?$/i.exec(rest.trim());
  if (imported) return importList(scene, imported[1] ?? '');
  const lists = await feeLists(step, community.id);
  if (rest.trim() === '') {
    const views = [];
    for (const [index, list] of lists.entries()) views.push(await viewOfList(scene, list, index + 1));
    return answer(texts.feeLists(views));
  }
  const [, how = '', said = ''] = /^(\p{L}*)\s*(\d{1,3})[。.!~\s]*$/u.exec(rest.trim()) ?? [];
  const number = Number(said);
  const list = lists[number - 1];
  if (said === '') return answer(texts.feeHow());
  if (!list) return answer(texts.feeListUnknown(number));
  const by = { id: list.id, byId: speaker.personId };
  if (how === '') return answer(texts.feeList(await viewOfList(scene, list, number)));
  if (/^(?:作废|作廢|停用|revoke)$/i.test(how))
    return answer((await revokeFees(step, community, by)) ? texts.feeDiscarded() : texts.feeOver());
  if (/^(?:确认|確認|confirm)$/i.test(how)) {
    const confirmed = await confirmFees(step, community, by);
    return answer(confirmed.kind === 'over' ? texts.feeOver() : texts.feeConfirmed(later(scene, confirmed.at)));
  }
  if (/^(?:提醒|remind)$/i.test(how)) return remindAgain(scene, list.id);
  return answer(texts.feeHow());
}

/** Who has not paid is reminded once more; what waits for its time goes out now. */
async function remindAgain(scene: Scene, id: string): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const list = await holdFees(step, community.id, id);
  if (!list || list.confirmedAt === null || list.revokedAt !== null)
    return replyTo(scene, 'fees', { text: list?.revokedAt ? texts.feeOver() : texts.feeHow() });
  const at = community.calendar.civil(step.now);
  await step.tx.deadline.updateMany({
    where: { kind: 'fees', subjectId: id, settledAt: null },
    data: { settledAt: step.now, outcome: 'reminded anew' },
  });
  await step.tx.feeList.update({ where: { id }, data: { remindAt: at }, select: { id: true } });
  await setDeadline(step, { kind: 'fees', communityId: community.id, subjectId: id, rung: 'remind', dueAt: at });
  return replyTo(scene, 'fees', { text: texts.feeRemindedAgain(later(scene, at)) });
}
