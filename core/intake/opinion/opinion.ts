import { z } from 'zod';
import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';

/** What came of asking a language model about a doubtful message. In all but the first three the staff were asked. */
export type OpinionOutcome =
  /** A ticket was opened. */
  | 'ticket'
  /** It was tied to a matter on record. */
  | 'tied'
  /** It was left alone. */
  | 'nothing'
  /** The model was not sure enough, or may not decide such a thing. */
  | 'unsure'
  /** It had not answered when its time was over. */
  | 'late'
  /** The server could not be reached, or refused. */
  | 'no_answer'
  /** What it answered does not fit what it was asked. */
  | 'misfit'
  /** Somebody wrote to the model in the talk; it was not asked. */
  | 'tampered'
  /** The message was changed, taken back or settled while it was asked. */
  | 'overtaken';

/** What a language model says of a message, once it has been found to fit the question. */
export interface Answer {
  /** Whether it is something for the office. */
  matter: boolean;
  /** The number of the matter on record that it belongs to, counted from 1; 0: to none. */
  known: number;
  kind: Kind;
  area: Area;
  urgency: Urgency;
  /** 0–1: how sure it is of `matter` and `known`. */
  confidence: number;
}

/** What an answer has to look like: `ref` names the question, `known` one of the matters that were shown. */
export const answerSchema = (ref: string, matters: number) =>
  z
    .strictObject({
      ref: z.literal(ref),
      matter: z.boolean(),
      known: z.int().min(0).max(matters),
      kind: z.enum(Kind),
      area: z.enum(Area),
      urgency: z.enum(Urgency),
      confidence: z.number().min(0).max(1),
    })
    .refine(({ matter, known }) => matter || known === 0, 'what belongs to a matter is one');

/** The same in the words of JSON Schema, without anything that servers take differently: enumerations instead of ranges. */
export function answerJsonSchema(ref: string, matters: number): object {
  const numbers = Array.from({ length: matters + 1 }, (_, number) => number);
  const properties = {
    ref: { type: 'string', enum: [ref] },
    matter: { type: 'boolean' },
    known: { type: 'integer', enum: numbers },
    kind: { type: 'string', enum: Object.values(Kind) },
    area: { type: 'string', enum: Object.values(Area) },
    urgency: { type: 'string', enum: Object.values(Urgency) },
    confidence: { type: 'number' },
  };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** Who is asked about doubtful messages, as far as the hearing of a message needs to know. */
export interface OpinionSource {
  /** The name of the model. */
  model: string;
  /** False while its server rests after repeated failures: then the staff are asked at once. */
  isReady(): boolean;
}
