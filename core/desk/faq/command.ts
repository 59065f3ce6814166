import type { FaqEntry } from '../../../prisma/generated/client.ts';
import { addEntry, answersOf, entriesInForce, entryByNumber } from '../../faq/entries.ts';
import { readEntry } from '../../faq/read-entry.ts';
import { FAQ_TRUSTED } from '../../faq/trust.ts';
import { audit } from '../../people/audit.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { viewOfEntry } from './view.ts';
import { entryFromTicket } from './from-ticket.ts';

const patterns = {
  add: /^(?:新增|添加|增加|add)(?=$|[\s:：,，])[\s:：,，]*([^]*)$/iu,
  from: /^(?:收录|收錄|from)\s*#?([a-z0-9]+)[。.!\s]*$/iu,
  remove: /^(?:停用|删除|刪除|remove)\s*#?(\d{1,4})/iu,
  auto: /^(?:自动|自動|automatic|auto)\s*#?(\d{1,4})\s*(关|關|off)?/iu,
  change: /^(?:修改|change)\s*#?(\d{1,4})[\s:：,，]+([^]*)$/iu,
  show: /^#?(\d{1,4})[。.!\s]*$/u,
  list: /^(?:列表|清单|清單|list)?[。.!\s]*$/iu,
};

/**
 * `知识库`: what it holds; `知识库 3`: an entry; and, for managers, to add, change, trust and end entries, and to make one of a ticket
 * (P5c). Staff and supervisors may look.
 */
export async function handleFaq(scene: Scene, rest: string): Promise<void> {
  const said = rest.normalize('NFKC').trim();
  const read = (pattern: RegExp): RegExpExecArray | null => pattern.exec(said);
  if (read(patterns.list)) return list(scene);
  const show = read(patterns.show);
  if (show)
    return onEntry(scene, Number(show[1]), async (entry) =>
      answer(scene, textsOf(scene).faqShown(await viewOfEntry(scene.step, entry))),
    );
  const change = [patterns.add, patterns.from, patterns.remove, patterns.auto, patterns.change].some((one) =>
    read(one),
  );
  if (!change) return answer(scene, textsOf(scene).faqHow());
  if (!(await managesOrRefused(scene, 'faq'))) return;
  const [add, from, remove, auto, edit] = [
    read(patterns.add),
    read(patterns.from),
    read(patterns.remove),
    read(patterns.auto),
    read(patterns.change),
  ];
  // Words are taken as they were written, and not in half width.
  if (add) return addSaid(scene, rest);
  if (from?.[1]) return entryFromTicket(scene, from[1].toUpperCase());
  if (remove) return onEntry(scene, Number(remove[1]), (entry) => revoke(scene, entry));
  if (auto) return onEntry(scene, Number(auto[1]), (entry) => trust(scene, entry, auto[2] === undefined));
  if (edit) return onEntry(scene, Number(edit[1]), (entry) => changeSaid(scene, entry, rest));
}

async function list(scene: Scene): Promise<void> {
  const texts = textsOf(scene);
  const entries = await entriesInForce(scene.step, scene.community.id);
  const views = [];
  for (const entry of entries) views.push(await viewOfEntry(scene.step, entry));
  await answer(scene, views.length > 0 ? texts.faqList(views) : texts.faqEmpty());
}

async function addSaid(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const { questions, answer: said, answers } = readEntry(rest);
  if (questions.length === 0 && said === null) return answer(scene, texts.faqHow());
  if (questions.length === 0) return answer(scene, texts.faqIncomplete('question'));
  if (said === null) return answer(scene, texts.faqIncomplete('answer'));
  const entry = await addEntry(step, community.id, { questions, answer: said, answers, by: speaker?.personId ?? '' });
  await note(scene, 'add_faq', entry);
  await answer(scene, texts.faqAdded(await viewOfEntry(step, entry)));
}

/** Questions are added to those that are there; an answer takes the place of the old one. */
async function changeSaid(scene: Scene, entry: FaqEntry, rest: string): Promise<void> {
  const { step } = scene;
  const texts = textsOf(scene);
  const said = readEntry(rest);
  if (said.questions.length === 0 && said.answer === null && Object.keys(said.answers).length === 0) {
    return answer(scene, texts.faqIncomplete('answer'));
  }
  const changed = await step.tx.faqEntry.update({
    where: { id: entry.id },
    data: {
      questions: [...new Set([...entry.questions, ...said.questions])],
      // Another answer makes what it says in other languages untrue.
      answers: { ...(said.answer === null ? answersOf(entry) : {}), ...said.answers },
      ...(said.answer === null ? {} : { answer: said.answer }),
    },
  });
  await note(scene, 'change_faq', entry);
  await answer(scene, texts.faqChanged(await viewOfEntry(step, changed)));
}

async function revoke(scene: Scene, entry: FaqEntry): Promise<void> {
  const { step } = scene;
  await step.tx.faqEntry.update({ where: { id: entry.id }, data: { revokedAt: step.now }, select: { id: true } });
  await note(scene, 'revoke_faq', entry);
  await answer(scene, textsOf(scene).faqRevoked(entry.number, entry.questions[0] ?? ''));
}

async function trust(scene: Scene, entry: FaqEntry, safe: boolean): Promise<void> {
  await scene.step.tx.faqEntry.update({ where: { id: entry.id }, data: { safe }, select: { id: true } });
  await note(scene, safe ? FAQ_TRUSTED : 'distrust_faq', entry);
  await answer(scene, textsOf(scene).faqSafe(entry.number, entry.questions[0] ?? '', safe));
}

async function onEntry(scene: Scene, number: number, then: (entry: FaqEntry) => Promise<void>): Promise<void> {
  const { step, community } = scene;
  const entry = await entryByNumber(step, community.id, number);
  if (entry) return then(entry);
  const known = (await entriesInForce(step, community.id)).map((one) => one.number);
  return answer(scene, textsOf(scene).faqUnknown(number, known));
}

const answer = (scene: Scene, text: string): Promise<void> => replyTo(scene, 'faq', { text });

const note = ({ step, community, speaker }: Scene, action: string, { id }: FaqEntry): Promise<void> =>
  audit(step.tx, {
    communityId: community.id,
    actorId: speaker?.personId ?? null,
    action,
    subject: `faq:${id}`,
    at: step.now,
  });
