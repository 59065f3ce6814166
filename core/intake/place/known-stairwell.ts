import type { GroupContext, HeardMessage, Place } from '../understanding.ts';
import { homeOf } from './place-of.ts';

/** "3栋" and nothing more, from somebody who spoke of 3栋1单元 before: the same stairwell, when the nickname says the building. */
export function knownStairwell<P extends Omit<Place, 'spot'>>(
  place: P,
  message: HeardMessage,
  { matters, setting }: GroupContext,
): P {
  if (place.building === null || place.unit !== null || homeOf(message, setting)?.building !== place.building)
    return place;
  const earlier = matters.find(
    ({ place: known, reporterIds }) =>
      known.unit !== null && known.building === place.building && reporterIds[0] === message.senderId,
  );
  return earlier ? { ...place, unit: earlier.place.unit } : place;
}
