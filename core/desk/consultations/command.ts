import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import { extendConsultation, withdrawConsultation } from '../../surveys/consultations/arrange.ts';
import {
  aboutConsultation,
  consultationNumbered,
  holdConsultation,
  type Asked,
} from '../../surveys/consultations/consultation.ts';
import { parseTime } from '../parse-time.ts';
import { fold } from '../fold.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { castFromWords } from './by-words.ts';
import { draftAnew } from './preview.ts';
import { readSpan } from './read-draft.ts';
import { maySet, refuse } from './scope.ts';
import { tellList, tellOne } from './status.ts';

/** By then every consultation is closed, unless its log does not fit together. */
const BROKEN_AFTER_MS = 3_600_000;

const numberFirst = /^#?(\d{1,4})号?(?:[\s:：,，、]+([^]*))?$/u;
const extending = /^(?:延长|延長|extend)(?:到|至|to|until)?[\s:：]*([^]*)$/iu;
const withdrawing = /^(?:撤回|withdraw)[\s:：]*([^]*)$/iu;

/** What residents may say of it in their direct chats: how it stands, and their answers; the committee everything. */
export const isForResident = (scene: Scene, rest: string): boolean =>
  scene.conversation.kind === 'direct' && (maySet(scene) || rest === '' || numberFirst.test(rest));

/**
 * `表决` lists, `表决1` shows one, `表决1 延长 …` and `表决1 撤回 原因` change one, `表决1 同意` answers it, and anything else is a new
 * one, for managers and the committee (P7c, P7e).
 */
export async function handleConsultation(scene: Scene, rest: string): Promise<void> {
  if (rest === '') return maySet(scene) && !scene.target ? tellListOrHow(scene) : tellList(scene);
  const [, said, what = ''] = numberFirst.exec(rest) ?? [];
  if (said !== undefined) return handleNumber(scene, Number(said), what.trim());
  return maySet(scene) ? draftAnew(scene, kindOf(scene.event.text), rest) : refuse(scene);
}

async function tellListOrHow(scene: Scene): Promise<void> {
  await tellList(scene, textsOf(scene).consultationHow());
}

const kindOf = (text: string): ConsultationKind => {
  const said = fold(text).replace(/^\s*(?:@\w*bot\b[\s:,]*)?\/?/, '');
  if (/^(?:认捐|認捐|pledge)/.test(said)) return 'pledge';
  return /^(?:征求意见|徵求意見|consultation)/.test(said) ? 'consultation' : 'vote';
};

async function handleNumber(scene: Scene, number: number, what: string): Promise<void> {
  const { step, community } = scene;
  const found = await consultationNumbered(step.tx, community.id, number);
  const isKnown = found !== null && (maySet(scene) || found.openedAt !== null);
  if (!isKnown) return replyTo(scene, 'consultation', { text: textsOf(scene).consultationUnknown(number) });
  if (what === '') return tellOne(scene, found);
  const extended = extending.exec(what);
  const withdrawn = withdrawing.exec(what);
  if (extended || withdrawn) {
    const asked = maySet(scene) ? await holdConsultation(step, found.id) : null;
    if (!asked) return refuse(scene);
    return extended
      ? extend(scene, asked, (extended[1] ?? '').trim())
      : withdraw(scene, asked, (withdrawn?.[1] ?? '').trim());
  }
  if (await castFromWords(scene, found, what, 'named')) return;
  await tellOne(scene, found);
}

async function extend(scene: Scene, asked: Asked, said: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> =>
    replyTo(scene, 'consultation', { text }, null, aboutConsultation(asked.id));
  if (asked.state !== 'open' || step.now > asked.closesAt || !speaker)
    return answer(texts.consultationSettled(asked.state === 'open' ? 'closed' : asked.state));
  const span = readSpan(said);
  const closesAt =
    span === undefined
      ? (parseTime(said, step.now, community.timeZone)?.at ?? null)
      : new Date(asked.closesAt.getTime() + span);
  if (!closesAt || closesAt <= asked.closesAt) return answer(texts.consultationExtendHow());
  await extendConsultation(step, community, asked, { closesAt, by: speaker.personId });
  return answer(texts.consultationDone());
}

async function withdraw(scene: Scene, asked: Asked, reason: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> =>
    replyTo(scene, 'consultation', { text }, null, aboutConsultation(asked.id));
  // Some time after its end it is still open only where its log is broken: then it can be taken back.
  const isOver =
    asked.state === 'open' &&
    step.now > asked.closesAt &&
    step.now.getTime() < asked.closesAt.getTime() + BROKEN_AFTER_MS;
  if (isOver || !speaker || !['draft', 'scheduled', 'open'].includes(asked.state))
    return answer(texts.consultationSettled(isOver ? 'closed' : asked.state));
  if (reason === '') return answer(texts.consultationWithdrawHow());
  await withdrawConsultation(step, community, asked, { reason, by: speaker.personId });
  return answer(asked.state === 'open' ? texts.consultationDone() : texts.consultationDiscarded());
}
