import type { Weights } from './score.ts';
import type { Calibration } from './calibrate.ts';
import { unpack } from './pack.ts';
import type { Choosing } from './option-score.ts';
import weights from './weights.json' with { type: 'json' };

/** What was learned: everything that the understanding believes by. */
export interface Model extends Choosing {
  /** How much of what a resident's message scores can be believed. */
  calibration: Calibration;
  kind: Readonly<Record<string, Weights>>;
  area: Readonly<Record<string, Weights>>;
  /** That there is danger, among all that is said; that a matter without danger is more urgent than others. */
  urgency: Readonly<Record<'emergency' | 'high', Weights>>;
}

/** Every set of weights of a model. */
export const weightsOf = ({ choice, kind, area, urgency }: Model): Weights[] =>
  [choice, kind, area, urgency].flatMap((part: Readonly<Record<string, Weights>>) => Object.values(part));

/** The model of the repository, as `npm run train` makes it. */
export const shipped: Model = unpack(weights);
