import type { Act, AdditionPart, KnownMatter } from './understanding.ts';
import { isMoreUrgent } from './urgency.ts';

export type Changes = Extract<Act, { kind: 'addition' }>['changes'];

type Described = Pick<KnownMatter, 'kind' | 'area' | 'urgency' | 'place'>;

/**
 * A matter as it stands after what an addition says of it. The place is replaced as a whole; urgency is only ever raised.
 * The same for a ticket in the database and for a matter in memory.
 */
export function applyChanges<M extends Described>(matter: M, changes: Changes): M {
  return {
    ...matter,
    kind: changes.kind ?? matter.kind,
    area: changes.area ?? matter.area,
    urgency: changes.urgency && isMoreUrgent(changes.urgency, matter.urgency) ? changes.urgency : matter.urgency,
    place: changes.place ?? matter.place,
  };
}

/** Whether somebody who says this is concerned by the matter, too, and so is counted among its reporters. */
export const makesReporter = (part: AdditionPart): boolean => part !== 'settled';
