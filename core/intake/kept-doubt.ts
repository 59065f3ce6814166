import { z } from 'zod';
import { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import type { Step } from '../step.ts';
import { analyse } from './analysis.ts';
import { dangerIn } from './danger/danger.ts';
import type { Act, Explanation, HeardMatter } from './understanding.ts';

const place = z.object({
  building: z.string().nullable(),
  unit: z.string().nullable(),
  room: z.string().nullable(),
  spot: z.string().nullable(),
});
const schema = z.object({
  by: z.string(),
  believed: z.number().optional(),
  reasons: z.array(z.object({ what: z.string(), weight: z.number() })),
  doubt: z.object({
    kind: z.enum(Kind),
    area: z.enum(Area),
    urgency: z.enum(Urgency),
    place,
    summary: z.string(),
    sensitive: z.boolean(),
    confidence: z.number(),
  }),
  /** The ticket that it may be a word on. */
  like: z.string().optional(),
  settledBy: z.string().optional(),
});

/** What is kept with a doubtful message, so that a "yes" opens the very ticket that was asked about. */
export type KeptDoubt = z.output<typeof schema>;

/** What the understanding is in doubt about. */
export type DoubtAct = Extract<Act, { kind: 'doubt' }>;

/** The doubt that is kept with a message, settled or not; null when there is none. */
export function keptDoubt(explanation: unknown): KeptDoubt | null {
  const kept = schema.safeParse(explanation);
  return kept.success ? kept.data : null;
}

/** The same, as long as nobody has settled it. */
export function openDoubt(message: { act: string; explanation: unknown }): KeptDoubt | null {
  const kept = message.act === 'doubt' ? keptDoubt(message.explanation) : null;
  return kept?.settledBy === undefined ? kept : null;
}

/** Whether a doubtful message may tell of danger: people decide then, and at once (P5e). */
export const mayBeDanger = ({ urgency }: Pick<HeardMatter, 'urgency'>, text: string): boolean =>
  urgency === 'emergency' || dangerIn(analyse(text)) !== null;

/** Keeps with a message what it may be, and on which ticket it may be a word after all. */
export async function keepDoubt(
  { tx }: Step,
  messageId: string,
  { matter, like }: DoubtAct,
  explanation: Explanation,
): Promise<void> {
  await tx.message.update({
    where: { id: messageId },
    data: {
      explanation: { ...explanation, doubt: { ...matter, place: { ...matter.place } }, ...(like ? { like } : {}) },
    },
    select: { id: true },
  });
}

/** Keeps what came of it, and who decided: a person's id, `model`, or `talk` where somebody without a name showed it. */
export async function keepSettled(
  { tx }: Step,
  messageId: string,
  { doubt, ...explanation }: KeptDoubt,
  settled: { act: 'report' | 'addition' | 'chatter'; by: string },
): Promise<void> {
  await tx.message.update({
    where: { id: messageId },
    data: {
      act: settled.act,
      explanation: { ...explanation, doubt: { ...doubt, place: { ...doubt.place } }, settledBy: settled.by },
    },
    select: { id: true },
  });
}
