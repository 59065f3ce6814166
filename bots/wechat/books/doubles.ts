import type { KnownMessage } from '../books.ts';
import { plainName } from './names.ts';

/** The platform's times of one message, as two accounts hear of it, differ by no more. */
const SAME_MOMENT_MS = 5_000;

type Heard = Pick<KnownMessage, 'externalId' | 'senderName' | 'text' | 'at'>;

/**
 * Tells which of the messages that a second account heard the first has put down already: by the platform's id where both have the
 * same, else by the same words under the same name at the same moment. Each counts once, so that somebody who said a thing
 * twice has said it twice.
 */
export function createDoubles(known: readonly Heard[]): { isDouble(heard: Heard): boolean } {
  const left = [...known];
  const told = new Set<string>();
  const ids = new Set(known.map((one) => one.externalId));
  return {
    isDouble(heard) {
      if (told.has(heard.externalId)) return true;
      let at = left.findIndex((one) => one.externalId === heard.externalId);
      if (at === -1 && !ids.has(heard.externalId)) at = left.findIndex((one) => saysTheSame(one, heard));
      if (at === -1) return false;
      left.splice(at, 1);
      told.add(heard.externalId);
      return true;
    },
  };
}

const saysTheSame = (one: Heard, other: Heard): boolean =>
  Math.abs(one.at.getTime() - other.at.getTime()) <= SAME_MOMENT_MS &&
  plainName(one.senderName) === plainName(other.senderName) &&
  plainName(one.text) === plainName(other.text);
