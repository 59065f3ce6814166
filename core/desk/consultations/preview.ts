import { reachOf } from '../../outbox/broadcast/reach.ts';
import { changeDraft, draftConsultation, type Drafted } from '../../surveys/consultations/draft.ts';
import { aboutConsultation, fingerprint, type Asked } from '../../surveys/consultations/consultation.ts';
import { countHouseholds } from '../../surveys/consultations/households.ts';
import { confirmConsultation } from '../../surveys/consultations/open.ts';
import { viewOf } from '../../surveys/consultations/view.ts';
import { dated } from '../../text/dated.ts';
import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import type { DraftMistake } from '../../text/consultations/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { readDraft, type DraftRead } from './read-draft.ts';
import { type Voting } from './scope.ts';
import { noteAct } from '../note-act.ts';

const defaultOptions: Record<string, readonly string[]> = {
  'zh-CN': ['同意', '反对', '弃权'],
  'zh-TW': ['同意', '反對', '棄權'],
};
const englishOptions = ['yes', 'no', 'abstain'];

/** A manager wrote what residents are to be asked: shown exactly as it will be, or what is wrong with it. */
export async function draftAnew(scene: Scene, kind: ConsultationKind, written: string): Promise<void> {
  const { step, community, conversation, speaker, message } = scene;
  if (!speaker) return;
  const read = readDraft(written, { now: step.now, timeZone: community.timeZone, title: true, kind });
  const mistakes = [...read.mistakes, ...(await unknownIn(scene, read))];
  if (mistakes.length > 0) return tellMistakes(scene, mistakes);
  const attachmentIds = message.attachments.map(({ id }) => id);
  const options = defaultOptions[community.locale] ?? englishOptions;
  const by = { personId: speaker.personId, conversationId: conversation.id, attachmentIds, options };
  await show(scene, await draftConsultation(step, community, by, { kind, ...read.words }));
}

/** So much without a field is another text; less is said to colleagues about the draft ("看着不错"). */
const textFrom = 30;
const anew = /^\s*(?:改成|改为|改為|change to)[\s:：]*/iu;

/** Somebody replied to the preview with what changes: fields, `改成 …`, or a whole text. Returns whether there was something in it. */
export async function changeByReply(scene: Scene, asked: Asked): Promise<boolean> {
  const { step, community, event, message } = scene;
  const { kind } = asked;
  const said = event.text.replace(anew, '');
  const read = readDraft(said, { now: step.now, timeZone: community.timeZone, title: false, kind });
  const { text = '', ...fields } = read.words;
  const isText = text !== '' && (said !== event.text || text.includes('\n') || text.length >= textFrom);
  const words = isText ? read.words : fields;
  const changes = Object.keys(words).length + read.mistakes.length + message.attachments.length;
  if (changes === 0) return false;
  await noteAct(scene, 'command');
  const mistakes = [...read.mistakes, ...(await unknownIn(scene, read))];
  if (mistakes.length > 0) {
    await tellMistakes(scene, mistakes);
    return true;
  }
  const attachmentIds = message.attachments.map(({ id }) => id);
  const changed = await changeDraft(step, asked.id, words, attachmentIds);
  if (changed) await show(scene, changed);
  else await replyTo(scene, 'consultation', { text: textsOf(scene).consultationSettled(asked.state) });
  return true;
}

async function unknownIn({ step, community }: Scene, { words }: DraftRead): Promise<DraftMistake[]> {
  if (!words.audience) return [];
  const { unknown } = await reachOf(step.tx, community, words.audience);
  return unknown.map((said) => ({ kind: 'unknown_audience', said }));
}

const tellMistakes = (scene: Scene, mistakes: readonly DraftMistake[]): Promise<void> =>
  replyTo(scene, 'consultation', { text: textsOf(scene).consultationMistakes(mistakes) });

async function show(scene: Scene, drafted: Drafted): Promise<void> {
  if (drafted.kind === 'mistakes') return tellMistakes(scene, drafted.mistakes);
  return showPreview(scene, drafted.asked);
}

async function showPreview(scene: Scene | Voting, asked: Asked, before = ''): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const view = viewOf(asked, texts, community);
  const { groups } = await reachOf(step.tx, community, asked.audience);
  const stated = asked.rules.households;
  const preview = texts.consultationPreview({
    asked: view,
    opensAt: asked.opensAt && asked.opensAt > step.now ? dated(texts, asked.opensAt, community.timeZone) : null,
    groups: groups.map(({ title }) => title),
    households: stated ?? (await countHouseholds(step.tx, community.id, asked.audience.buildings)),
    stated: stated !== null,
    attachments: asked.attachmentIds.length,
  });
  const choice = (action: string, label: string) => ({ id: choiceIds.about('consultation', action, asked.id), label });
  await replyTo(
    scene,
    'consultation',
    {
      text: [...(before === '' ? [] : [before]), texts.consultation(view), preview].join('\n\n'),
      choices: [
        [
          choice(`ok.${fingerprint(asked)}`, texts.consultationConfirm()),
          choice('edit', texts.consultationChange()),
          choice('no', texts.consultationDiscard()),
        ],
      ],
      ...(asked.attachmentIds.length > 0 ? { attachmentIds: asked.attachmentIds } : {}),
    },
    null,
    aboutConsultation(asked.id),
  );
}

const confirming = /^ok\.(?<seen>\w+)$/;

/** Whether an action is one of those under a draft. */
export const isOfPreview = (action: string): boolean => action === 'edit' || action === 'no' || confirming.test(action);

/** What becomes of a draft that is shown. */
export async function settlePreview(voting: Voting, asked: Asked, action: string): Promise<void> {
  const { step, community, speaker } = voting;
  const texts = textsOf(voting);
  const about = aboutConsultation(asked.id);
  const answer = (text: string): Promise<void> => replyTo(voting, 'consultation', { text }, null, about);
  if (asked.state !== 'draft') return answer(texts.consultationSettled(asked.state));
  if (action === 'edit') return answer(texts.consultationChangeHow());
  if (action === 'no') {
    const { count } = await step.tx.consultation.updateMany({
      where: { id: asked.id, state: 'draft' },
      data: { state: 'discarded', closedAt: step.now },
    });
    return answer(count === 0 ? texts.consultationSettled('discarded') : texts.consultationDiscarded());
  }
  const { groups } = await reachOf(step.tx, community, asked.audience);
  if (groups.length === 0) return answer(texts.consultationNobody());
  const seen = confirming.exec(action)?.groups?.['seen'] ?? '';
  const opened = await confirmConsultation(step, community, { id: asked.id, by: speaker.personId, seen });
  switch (opened?.kind) {
    case 'opened':
      return answer(texts.consultationOpened(asked.number, opened.groups));
    case 'scheduled':
      return answer(texts.consultationScheduled(asked.number, dated(texts, opened.opensAt, community.timeZone)));
    case 'changed':
      return showPreview(voting, opened.asked, texts.consultationChangedSince(asked.number));
    case 'too_late':
      return answer(texts.consultationMistakes([{ kind: 'time_order' }]));
    case 'not_a_draft':
      return answer(texts.consultationSettled(opened.asked.state));
    case undefined:
      return undefined;
  }
}
