import { pause } from '../../pauses.ts';

/** How many questions in a row may stay without an answer. */
const MISSES = 2;

/** Watches whether somebody is still there. */
export interface SilenceWatch {
  /** A sign of life. */
  heard(): void;
  /** Something went wrong: asks at once, and waits only for `hurryMs`. */
  hurry(): void;
}

/**
 * Asks for a sign of life every `everyMs` until `signal` is aborted. Calls `silent`, once, when two questions in a row stayed
 * without an answer, or one that was asked in a hurry, or when asking itself fails.
 */
export function watchSilence(parts: {
  everyMs: number;
  hurryMs: number;
  ask: () => void;
  silent: (why: unknown) => void;
  signal: AbortSignal;
}): SilenceWatch {
  const { ask } = parts;
  let unanswered = 0;
  let life = 0;
  let hurrying = false;
  const over = new AbortController();

  const either = AbortSignal.any([parts.signal, over.signal]);

  const silent = (why: unknown): void => {
    if (either.aborted) return;
    over.abort();
    parts.silent(why);
  };
  const tryAsking = (): void => {
    try {
      ask();
    } catch (error) {
      silent(error);
    }
  };
  const watch = async (): Promise<void> => {
    while (!either.aborted) {
      if (unanswered >= MISSES) return silent(null);
      unanswered += 1;
      tryAsking();
      await pause(parts.everyMs, either);
    }
  };
  const lookClosely = async (): Promise<void> => {
    if (hurrying || either.aborted) return;
    hurrying = true;
    const before = life;
    tryAsking();
    await pause(parts.hurryMs, either);
    hurrying = false;
    if (life === before) silent(null);
  };

  void watch();
  return {
    heard: () => {
      unanswered = 0;
      life += 1;
    },
    hurry: () => void lookClosely(),
  };
}
