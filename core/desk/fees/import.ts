import { feeLists, importFees } from '../../notices/fees/list.ts';
import { shownMoney } from '../../notices/fees/money.ts';
import { readFeeList } from '../../notices/fees/read-list.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import { buildingLabels } from '../../people/flat.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { readFields } from '../fields.ts';
import { parseTime } from '../parse-time.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { later, viewOfList } from './view.ts';

const names = {
  paysFor: ['用途', '用于', '用於', 'pays for', 'purpose'],
  how: ['方式', '缴费方式', '繳費方式', 'how', 'how to pay'],
  at: ['提醒', '提醒时间', '提醒時間', 'remind', 'remind at'],
};
/** So many mistakes are named one by one. */
const NAMED = 20;

/** The name of the list, then fields and a line for each household. Shown with what it would do; nobody is told anything before it is confirmed. */
export async function importList(scene: Scene, said: string): Promise<void> {
  const { step, community, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'fees', { text });
  const [title = '', ...rows] = said.split('\n');
  if (title.trim() === '' || /[,，\t]/.test(title)) return answer(texts.feeNoTitle());
  // Fields are blanked and not taken out, so that a line keeps the number that it has in what was sent.
  const field =
    /^\s*(?:用途|用于|用於|方式|缴费方式|繳費方式|提醒|提醒时间|提醒時間|pays for|purpose|how(?: to pay)?|remind(?: at)?)\s*[:：]/i;
  const { fields, unknown } = readFields(
    rows.filter((row) => field.test(row) || /^[^\d,，\t]+[:：]/.test(row)).join('\n'),
    names,
  );
  const [strange] = unknown;
  if (strange) return answer(texts.feeFieldUnknown(strange.said, strange.nearest));
  const remindAt = fields.at === undefined ? null : (parseTime(fields.at, step.now, community.timeZone)?.at ?? null);
  if (fields.at !== undefined && (!remindAt || remindAt <= step.now)) return answer(texts.feeTimeUnclear(fields.at));
  const list = ['', ...rows.map((row) => (field.test(row) ? '' : row))].join('\n');
  const today = wallClock(step.now, community.timeZone).toPlainDate().toString();
  const { lines, mistakes } = readFeeList(list, await buildingLabels(step.tx, community.id), today);
  if (mistakes.length > 0)
    return answer(texts.feeMistakes(mistakes.slice(0, NAMED), Math.max(0, mistakes.length - NAMED)));
  const [first] = lines;
  if (!first) return answer(texts.feeEmpty());
  const { paysFor = '', how = '' } = fields;
  const made = await importFees(step, community.id, {
    title: title.trim(),
    paysFor,
    how,
    remindAt,
    lines,
    importedById: speaker.personId,
  });
  const number = (await feeLists(step, community.id)).length;
  const view = await viewOfList(scene, made, number);
  // An example of nobody: the preview is a message like any other.
  const example = texts.feeReminder({
    title: made.title,
    paysFor,
    how,
    flat: '*-*-***',
    amount: shownMoney(10_000),
    dueOn: first.dueOn,
  });
  await replyTo(
    scene,
    'fees',
    {
      text: texts.feePreview({ ...view, paysFor, how, example }, remindAt && later(scene, remindAt)),
      choices: [
        [
          { id: choiceIds.about('fees', 'ok', made.id), label: texts.feeConfirm() },
          { id: choiceIds.about('fees', 'no', made.id), label: texts.feeDiscard() },
        ],
      ],
    },
    null,
    { subject: 'fees', id: made.id },
  );
}
