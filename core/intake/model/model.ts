import type { ChoiceWeights } from '../alternatives.ts';
import type { Weights } from './score.ts';
import weights from './weights.json' with { type: 'json' };

/** What was learned: everything that the understanding believes by. */
export interface Model {
  /** What a message is. */
  choice: ChoiceWeights;
  kind: Readonly<Record<string, Weights>>;
  area: Readonly<Record<string, Weights>>;
  /** That there is danger, among all that is said; that a matter without danger is more urgent than others. */
  urgency: Readonly<Record<'emergency' | 'high', Weights>>;
}

/** The model of the repository, as `npm run train` makes it. */
export const shipped: Model = weights;
