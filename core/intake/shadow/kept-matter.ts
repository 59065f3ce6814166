import { z } from 'zod';
import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import type { HeardMatter } from '../understanding.ts';

const matter = z.object({
  kind: z.enum(Kind),
  area: z.enum(Area),
  urgency: z.enum(Urgency),
  place: z.object({
    building: z.string().nullable(),
    unit: z.string().nullable(),
    room: z.string().nullable(),
    spot: z.string().nullable(),
  }),
  summary: z.string(),
  sensitive: z.boolean(),
  confidence: z.number(),
});
/** One breath may hold two matters: the first is what later lines are tied to. */
const kept = matter.extend({ others: z.array(matter).optional() });

/** What a candidate was taken for, the first matter first. */
export type KeptMatters = readonly [HeardMatter, ...HeardMatter[]];

/** Puts matters into the form in which a candidate keeps them. */
export const matterToKeep = ([first, ...others]: KeptMatters): z.infer<typeof kept> => ({
  ...first,
  ...(others.length > 0 ? { others } : {}),
});

/** @throws when what was kept is none of ours. */
export function readKeptMatters(json: unknown): KeptMatters {
  const { others = [], ...first } = kept.parse(json);
  return [first, ...others];
}
