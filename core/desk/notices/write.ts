import type { Notice } from '../../../prisma/generated/client.ts';
import { changeDraft, draftNotice, reopenDraft, type NoticeDraft } from '../../notices/draft.ts';
import { audienceOf, repeatOf, textsOfNotice } from '../../notices/notice.ts';
import { recentPictures } from '../../notices/pictures.ts';
import { timingOf } from '../../notices/timing.ts';
import type { NoticeMistake } from '../../text/notices/texts.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { carryOutAct } from './act.ts';
import { missingFrom } from './check-audience.ts';
import { readDraftWords, unfitting } from './draft-words.ts';
import type { NoticeAct } from './order.ts';
import { showPreview } from './preview.ts';

/** What a draft begins with: its level, and what it was made from. */
export type DraftBeginning = Pick<NoticeDraft, 'level'> & Partial<NoticeDraft>;

/**
 * A manager writes a notice: text, photos and files, and lines with fields. It is put on record as a draft and shown; or everything that is
 * wrong with it is named, and nothing is put on record.
 */
export async function writeNotice(scene: Scene, said: string, beginning: DraftBeginning): Promise<Notice | null> {
  const { step, community, conversation, speaker } = scene;
  const { body, change, withPhotos, mistakes } = readDraftWords(said, { now: step.now, ...community });
  const draft: NoticeDraft = {
    audience: {},
    ...beginning,
    ...change,
    text: [beginning.text, body, change.text].filter(Boolean).join('\n'),
    attachmentIds: await picturesWith(scene, withPhotos),
    ...(beginning.texts || change.texts ? { texts: { ...beginning.texts, ...change.texts } } : {}),
  };
  const wrong = [...mistakes, ...(await wrongIn(scene, draft))];
  if (wrong.length > 0) {
    await replyTo(scene, 'notice-mistakes', { text: textsOf(scene).noticeMistakes(wrong) });
    return null;
  }
  const by = { personId: speaker?.personId ?? null, conversationId: conversation.id };
  const notice = await draftNotice(step, community.id, draft, by);
  await showPreview(scene, notice);
  return notice;
}

/**
 * A reply to a preview changes the draft and shows it anew: fields, `改成 …` with another text, or photos. What it said in other languages is
 * dropped with the text. What waits for its time is a draft again. Returns whether it was such a reply; free words alone are said to a colleague.
 */
export async function rewriteNotice(scene: Scene, notice: Notice, said = scene.event.text.trim()): Promise<boolean> {
  const { step, community } = scene;
  const anew = /^(?:改成|改为|改為|change to)[\s:：]*/iu.exec(said)?.[0];
  const texts = textsOfNotice(notice);
  const here = { now: step.now, ...community, texts };
  const { body, change, withPhotos, mistakes } = readDraftWords(anew ? said.slice(anew.length) : said, here);
  const pictures = await picturesWith(scene, withPhotos);
  const changesAny = Object.keys(change).length + mistakes.length + pictures.length > 0 || withPhotos;
  if (anew === undefined && !changesAny) return false;
  const loose: NoticeMistake[] = anew === undefined && body !== '' ? [{ kind: 'loose', said: body }] : [];
  const text = anew === undefined ? change.text : [body, change.text].filter(Boolean).join('\n');
  const wanted: Partial<NoticeDraft> = {
    ...change,
    ...(text === undefined ? {} : { text, texts: change.texts ?? {} }),
    // Whoever makes it an emergency wants to know who has read it.
    ...(change.level === 'emergency' && change.asksReceipt === undefined ? { asksReceipt: true } : {}),
    attachmentIds: [...new Set([...notice.attachmentIds, ...pictures])],
  };
  const { level, sendAt, effectiveAt, endsAt, text: told } = notice;
  const asItIs = {
    level,
    sendAt,
    effectiveAt,
    endsAt,
    text: told,
    audience: audienceOf(notice),
    repeat: repeatOf(notice),
  };
  const draft: NoticeDraft = { ...asItIs, ...wanted };
  const wrong = [...loose, ...mistakes, ...(await wrongIn(scene, draft))];
  if (wrong.length > 0) {
    await replyTo(scene, 'notice-mistakes', { text: textsOf(scene).noticeMistakes(wrong) });
    return true;
  }
  await reopenDraft(step, community.id, notice.id);
  const changed = await changeDraft(step, community.id, notice.id, wanted);
  if (changed) await showPreview(scene, changed);
  else await tellNotNow(scene, notice);
  return true;
}

/** It went out, or was thrown away, a moment before. */
async function tellNotNow(scene: Scene, { id, number }: Notice): Promise<void> {
  const { state } = await scene.step.tx.notice.findUniqueOrThrow({ where: { id }, select: { state: true } });
  await replyTo(scene, 'notice', { text: textsOf(scene).noticeNotNow(number, state) }, null, { subject: 'notice', id });
}

/** Words that were not told yet are written anew and shown; what was told is corrected by {@link carryOutAct}. */
export async function orderNotice(scene: Scene, notice: Notice, act: NoticeAct): Promise<void> {
  const isTold = notice.state === 'live' || notice.overAt !== null;
  if (act.kind !== 'correct' || isTold || act.text === '') return carryOutAct(scene, notice, act);
  await rewriteNotice(scene, notice, `改成 ${act.text}`);
}

/** What came with the message and, where it asks for them, the writer's photos of a moment before. */
async function picturesWith({ step, conversation, message, speaker }: Scene, withPhotos: boolean): Promise<string[]> {
  const own = message.attachments.map(({ id }) => id);
  if (!withPhotos || !speaker) return own;
  const recent = await recentPictures(step, { conversationId: conversation.id, personId: speaker.personId });
  return [...new Set([...recent, ...own])];
}

async function wrongIn(scene: Scene, draft: NoticeDraft): Promise<NoticeMistake[]> {
  const { step, community } = scene;
  const { level, sendAt = null, repeat = null, effectiveAt = null } = draft;
  const { at } = timingOf({ level, sendAt, repeat, effectiveAt }, community, step.now);
  const inWords = (one: Date): string => textsOf(scene).when(one, step.now, community.timeZone);
  return [...unfitting(draft, at, inWords), ...(await missingFrom(scene, draft.audience))];
}
