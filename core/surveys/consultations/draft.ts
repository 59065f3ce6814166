import { randomBytes } from 'node:crypto';
import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import { nextNumber } from '../../next-number.ts';
import type { Audience, AudienceInput } from '../../outbox/broadcast/audience.ts';
import { audienceSchema } from '../../outbox/broadcast/audience.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { DraftMistake } from '../../text/consultations/texts.ts';
import { simplify } from '../../text/simplify.ts';
import { holdConsultation, readConsultation, type Asked } from './consultation.ts';
import type { Rules } from './rules.ts';
import { thresholdOf } from './threshold.ts';

/** What a manager wrote; what is left out stays as it was, or as the policy has it. */
export interface DraftWords {
  title?: string;
  text?: string;
  options?: string[];
  audience?: AudienceInput;
  opensAt?: Date;
  /** An instant, or how long from its beginning, in milliseconds. */
  closes?: Date | number;
  quorum?: Rules['quorum'];
  majority?: Rules['majority'];
  base?: Rules['base'];
  countAbstentions?: boolean;
  goal?: number;
  households?: number;
}

/** A draft as it would stand. */
type Whole = Pick<
  Asked,
  'kind' | 'title' | 'text' | 'options' | 'rules' | 'goal' | 'opensAt' | 'closesAt' | 'audience'
>;

const longestTitle = 60;
const optionsAtMost = 8;
const longestOption = 20;

/** What is missing or wrong before residents can be asked; none: it can be shown to whoever wrote it. */
export function mistakesIn(draft: Whole, now: Date): DraftMistake[] {
  const { kind, title, text, options, audience } = draft;
  const opensAt = draft.opensAt ?? now;
  const all: [boolean, DraftMistake][] = [
    [title === '', { kind: 'no_title' }],
    [title.length > longestTitle, { kind: 'title_long' }],
    [text === '' && kind !== 'pledge', { kind: 'no_text' }],
    [options.length === 1 || new Set(options.map((one) => simplify(one))).size < options.length, { kind: 'options' }],
    [kind === 'vote' && options.length === 0, { kind: 'options' }],
    [options.length > optionsAtMost || options.some((one) => one.length > longestOption), { kind: 'too_many' }],
    [audience.reportersOf.length > 0 || audience.persons !== undefined, { kind: 'audience_by_ticket' }],
    [draft.closesAt <= opensAt || draft.closesAt <= now, { kind: 'time_order' }],
  ];
  return all.flatMap(([isWrong, mistake]) => (isWrong ? [mistake] : []));
}

const yes = /^(?:同意|赞成|赞同|支持|yes|for|agree|in favou?r)$/i;
const no = /^(?:不同意|不赞成|不赞同|不支持|反对|no|against|disagree)$/i;
const abstains = /^(?:弃权|中立|abstain|abstention)$/i;

/** Which options say yes and abstain: a proposal has one that says yes and one that says no. */
function roles(options: readonly string[]): Pick<Rules, 'yes' | 'abstain'> {
  const at = (what: RegExp): number => options.findIndex((label) => what.test(simplify(label).trim()));
  const found = at(yes);
  return { yes: found !== -1 && at(no) !== -1 ? found : null, abstain: at(abstains) === -1 ? null : at(abstains) };
}

function apply(draft: Whole, words: DraftWords, now: Date): Whole {
  const options = draft.kind === 'pledge' ? [] : (words.options ?? draft.options);
  const opensAt = words.opensAt ?? draft.opensAt;
  const openMs =
    words.closes === undefined ? draft.rules.openMs : typeof words.closes === 'number' ? words.closes : null;
  const begins = opensAt && opensAt > now ? opensAt : now;
  const closesAt =
    openMs !== null
      ? new Date(begins.getTime() + openMs)
      : words.closes instanceof Date
        ? words.closes
        : draft.closesAt;
  const rules: Rules = {
    ...draft.rules,
    ...roles(options),
    openMs,
    quorum: words.quorum ?? draft.rules.quorum,
    majority: words.majority ?? draft.rules.majority,
    base: words.base ?? draft.rules.base,
    countAbstentions: words.countAbstentions ?? draft.rules.countAbstentions,
    households: words.households ?? draft.rules.households,
  };
  const audience: Audience = words.audience ? audienceSchema.parse(words.audience) : draft.audience;
  const { kind } = draft;
  const goal = kind === 'pledge' ? (words.goal ?? draft.goal) : null;
  return {
    kind,
    title: words.title ?? draft.title,
    text: words.text ?? draft.text,
    options,
    rules,
    goal,
    opensAt,
    closesAt,
    audience,
  };
}

/** What a draft begins with: the policy's time, quorum and majority (P7c), and `defaults` as options of a vote. */
function beginning(
  kind: ConsultationKind,
  { policy }: CommunityInForce,
  defaults: readonly string[],
  now: Date,
): Whole {
  const { open, quorum, majority } = policy.consultations;
  return {
    kind,
    title: '',
    text: '',
    options: kind === 'vote' ? [...defaults] : [],
    goal: null,
    opensAt: null,
    closesAt: new Date(now.getTime() + open),
    audience: audienceSchema.parse({}),
    rules: {
      quorum: thresholdOf(quorum, false),
      majority: thresholdOf(majority, true),
      base: 'votes',
      countAbstentions: true,
      yes: null,
      abstain: null,
      openMs: open,
      households: null,
    },
  };
}

export type Drafted = { kind: 'drafted'; asked: Asked } | { kind: 'mistakes'; mistakes: DraftMistake[] };

/** Puts a draft on record, under the next number; with a mistake in it, nothing. */
export async function draftConsultation(
  step: Step,
  community: CommunityInForce,
  by: { personId: string; conversationId: string; attachmentIds: string[]; options: readonly string[] },
  { kind, ...words }: DraftWords & { kind: ConsultationKind },
): Promise<Drafted> {
  const draft = apply(beginning(kind, community, by.options, step.now), words, step.now);
  const mistakes = mistakesIn(draft, step.now);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const { id } = await step.tx.consultation.create({
    data: {
      ...draft,
      communityId: community.id,
      number: await nextNumber(step, community.id, 'consultation'),
      salt: randomBytes(32).toString('hex'),
      attachmentIds: by.attachmentIds,
      conversationId: by.conversationId,
      draftedById: by.personId,
      draftedAt: step.now,
    },
    select: { id: true },
  });
  const asked = await readConsultation(step.tx, id);
  return asked ? { kind: 'drafted', asked } : { kind: 'mistakes', mistakes: [] };
}

/** Changes a draft that nobody has confirmed; with a mistake in it, it stays as it was. Null where it is no draft any more. */
export async function changeDraft(
  step: Step,
  id: string,
  words: DraftWords,
  attachmentIds: readonly string[],
): Promise<Drafted | null> {
  const asked = await holdConsultation(step, id);
  if (asked?.state !== 'draft') return null;
  const draft = apply(asked, words, step.now);
  const mistakes = mistakesIn(draft, step.now);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const data = { ...draft, attachmentIds: [...asked.attachmentIds, ...attachmentIds] };
  await step.tx.consultation.update({ where: { id }, data, select: { id: true } });
  return { kind: 'drafted', asked: { ...asked, ...data } };
}
