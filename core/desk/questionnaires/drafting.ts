import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { readRepeat } from '../../notices/repeat-words.ts';
import {
  changeQuestionnaire,
  confirmQuestionnaire,
  discardQuestionnaire,
  draftQuestionnaire,
  type QuestionnaireDraft,
} from '../../surveys/questionnaires/draft.ts';
import { previewOf } from '../../surveys/questionnaires/preview.ts';
import { publishOutcome } from '../../surveys/questionnaires/publish.ts';
import {
  aboutQuestionnaire,
  audienceOf,
  holdQuestionnaire,
  questionsOf,
  repeatOf,
} from '../../surveys/questionnaires/questionnaire.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Choosing, type Scene } from '../scene.ts';
import { fresh, readDraft, type DraftBefore, type DraftRead } from './read-draft.ts';
import { noteAct } from '../note-act.ts';

/** A manager has written a questionnaire: it is shown as it will look, or what is wrong with it is said. */
export async function draftInWords(scene: Scene, text: string): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  const read = readHere(scene, text, fresh);
  if (read.kind !== 'draft') return tellMistake(scene, read);
  const by = { personId: speaker?.personId ?? null, conversationId: conversation.id };
  await show(scene, await draftQuestionnaire(step, community.id, read.draft, by));
}

/** A reply to a draft: fields change it, a whole text takes its place. Returns false when the reply is neither. */
export async function changeInWords(scene: Scene, id: string): Promise<boolean> {
  const { step, community, event, message } = scene;
  const held = await holdQuestionnaire(step, community.id, id);
  if (held?.state !== 'draft') return false;
  const text = event.text.replace(/^\s*\/?(?:问卷|問卷|questionnaire)\s*[:：]?\s*/iu, '');
  const read = readHere(scene, text, draftOf(held));
  // Talk about it is no change.
  const isChange = text.trim() !== '' && (read.kind !== 'questions' || /^\s*1\s*[.、．)）]/mu.test(text));
  if (!isChange) return false;
  await noteAct({ step, message }, 'command');
  if (!(await managesOrRefused(scene, 'questionnaire'))) return true;
  if (read.kind !== 'draft') {
    await tellMistake(scene, read);
    return true;
  }
  const changed = await changeQuestionnaire(step, community.id, id, read.draft);
  if (changed) await show(scene, changed);
  return true;
}

/** What a manager chose under a draft, or under what came of it. */
export async function chooseForDraft(choosing: Choosing, id: string, action: string): Promise<void> {
  const { step, community, speaker } = choosing;
  const texts = textsOf(choosing);
  const held = await holdQuestionnaire(step, community.id, id);
  if (!held) return;
  const tell = (text: string): Promise<void> =>
    replyTo(choosing, `questionnaire:${id}`, { text }, null, aboutQuestionnaire(held));
  if (action === 'p') {
    if (held.state !== 'closed') return tell(texts.questionnaireNotOpen(held.number));
    await publishOutcome(step, community, held, speaker.personId);
    return tell(texts.questionnairePublished(held.number));
  }
  if (action === 'x') {
    const gone = await discardQuestionnaire(step, community.id, id);
    return tell(gone ? texts.questionnaireDiscarded(held.number) : texts.questionnaireNoDraft(held.number));
  }
  if (action === 'rq') {
    const draft = { ...draftOf(held), closesAt: held.closesAt, repeat: readRepeat('每季度') };
    const changed = await changeQuestionnaire(step, community.id, id, draft);
    return changed ? show(choosing, changed) : tell(texts.questionnaireNoDraft(held.number));
  }
  const by = { personId: speaker.personId, seen: action.slice('ok.'.length) };
  const confirmed = await confirmQuestionnaire(step, community, id, by);
  switch (confirmed.kind) {
    case 'opened':
      return tell(texts.questionnaireOpened(held.number));
    case 'scheduled': {
      const at = texts.when(held.opensAt ?? step.now, step.now, community.timeZone);
      return tell(texts.questionnaireScheduled(held.number, at));
    }
    case 'too_late':
      return tell(texts.questionnaireTooLate(held.number));
    case 'no_draft':
      return tell(texts.questionnaireNoDraft(held.number));
    case 'changed':
      return show(choosing, confirmed.questionnaire, texts.questionnaireChangedSince(held.number));
  }
}

async function show(scene: Choosing | Scene, draft: Questionnaire, before = ''): Promise<void> {
  const { step, community } = scene;
  const { text, choices } = await previewOf(step, community, draft, textsOf(scene));
  const content = { text: before === '' ? text : `${before}\n\n${text}`, choices };
  await replyTo(scene, `questionnaire-preview:${draft.id}`, content, null, aboutQuestionnaire(draft));
}

function readHere({ step, community }: Scene, text: string, before: DraftBefore): DraftRead {
  const { timeZone, policy } = community;
  return readDraft(text, before, { now: step.now, timeZone, openFor: policy.questionnaires.open });
}

const draftOf = (held: Questionnaire): QuestionnaireDraft => {
  const { title, intro, anonymous, perHousehold, isOffer, inGroups, inDirect, opensAt, closesAt } = held;
  return {
    title,
    intro,
    anonymous,
    perHousehold,
    isOffer,
    inGroups,
    inDirect,
    opensAt,
    closesAt,
    questions: questionsOf(held),
    audience: audienceOf(held),
    repeat: repeatOf(held),
  };
};

async function tellMistake(scene: Scene, read: Exclude<DraftRead, { kind: 'draft' }>): Promise<void> {
  const texts = textsOf(scene);
  const text =
    read.kind === 'questions'
      ? texts.questionnaireMistakes(read.mistakes)
      : read.kind === 'field'
        ? texts.questionnaireFieldWrong(read.field, read.said)
        : texts.questionnaireFieldUnknown(read.said, read.nearest);
  await replyTo(scene, 'questionnaire', { text });
}
