import type { Model } from '../model/model.ts';
import { NO_UNITS } from '../model/units.ts';
import { entriesOf } from '../model/tables.ts';
import type { Weights } from '../model/score.ts';
import type { Understand } from '../understanding.ts';

/** With this begins every run of characters among the features; a prefix may stand before it. */
const RUN = '“';

/** The model as it is without the runs of characters, whatever it weighs by them. What is left was learned beside them, not anew. */
export function withoutRuns(model: Model): Model {
  const { emergency, high } = model.urgency;
  return {
    calibration: model.calibration,
    units: model.units,
    choice: withoutRunsInEach(model.choice),
    kind: withoutRunsInEach(model.kind),
    area: withoutRunsInEach(model.area),
    urgency: { emergency: withoutRunsIn(emergency), high: withoutRunsIn(high) },
  };
}

/** The model as it is without what features mean together. */
export const withoutUnits = (model: Model): Model => ({ ...model, units: NO_UNITS });

const withoutRunsInEach = (groups: Readonly<Record<string, Weights>>): Record<string, Weights> =>
  Object.fromEntries(Object.entries(groups).map(([group, weights]) => [group, withoutRunsIn(weights)]));

const withoutRunsIn = (weights: Weights): Weights =>
  Object.fromEntries(entriesOf(weights).filter(([feature]) => !feature.includes(RUN)));

/** Understands each message as if it were the first that is ever said in its group. */
export const withoutConversation =
  (understands: Understand): Understand =>
  (message, { setting }) =>
    understands(message, { setting, recent: [], matters: [] });
