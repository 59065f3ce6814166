import { growingPauseMs } from '../../pauses.ts';

/** How the session waits, in milliseconds. */
export interface SessionTiming {
  /** Before it looks for the platform again after a first fault; doubled with every further one, up to `maxPauseMs`. */
  firstPauseMs: number;
  maxPauseMs: number;
  /** Online for this long, a fault is a first one again. */
  steadyAfterMs: number;
  /** How often the platform is asked for a sign of life. Two questions without any answer mean that it is away. */
  dingEveryMs: number;
  /** After a fault was told, a sign of life is asked for at once and awaited for this long. */
  hurryMs: number;
  /** A puppet that shows neither a code nor a login for this long is opened anew. */
  loginWithinMs: number;
  /**
   * How long the content of a message is waited for, each of three times. What is said meanwhile waits behind it; together that must
   * stay well below the time after which an account counts as silent.
   */
  payloadWithinMs: number;
  /** How long a puppet may take to close before the next one is opened; a quarter of it when everything ends. */
  closeWithinMs: number;
}

export const defaultTiming: SessionTiming = {
  firstPauseMs: 1_000,
  maxPauseMs: 60_000,
  steadyAfterMs: 60_000,
  dingEveryMs: 10_000,
  hurryMs: 3_000,
  loginWithinMs: 60_000,
  payloadWithinMs: 7_000,
  closeWithinMs: 4_000,
};

/**
 * The pause after `faults` faults in a row, the first being 1: between half of the growing pause and the whole of it, as
 * `random` (0 to 1) says, so that many processes do not come back in one moment.
 */
export function scatteredPauseMs(
  faults: number,
  { firstPauseMs, maxPauseMs }: Pick<SessionTiming, 'firstPauseMs' | 'maxPauseMs'>,
  random: number,
): number {
  const whole = growingPauseMs(faults, { firstMs: firstPauseMs, maxMs: maxPauseMs });
  return Math.round(whole / 2 + (whole / 2) * random);
}
