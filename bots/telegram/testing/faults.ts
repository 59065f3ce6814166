import type { ServerResponse } from 'node:http';
import { ApiFailure } from './wire.ts';

/**
 * What can go wrong between a bot and Telegram. `tooMany` and `refuse` happen instead of what was asked; with `reset`
 * and `hang` nobody knows: `afterwards` says that it was carried out, and only the answer was lost.
 */
export type Fault =
  | { kind: 'too_many'; retryAfterSeconds: number }
  | { kind: 'refuse'; code: number; description: string }
  | { kind: 'server_error' }
  | { kind: 'reset'; afterwards?: boolean }
  | { kind: 'hang'; afterwards?: boolean };

interface Planned {
  fault: Fault;
  method: RegExp;
  /** How many matching calls go well before. */
  wait: number;
  left: number;
}

export interface FaultOptions {
  method?: RegExp;
  times?: number;
  after?: number;
}

/** Whatever the bot says, shows or changes; not what it asks. */
export const SPEAKING = /^(send|edit|deleteMessage|setMessageReaction)/;

export class Faults {
  #planned: Planned[] = [];

  /** Of the calls of a matching method, `after` go well, and the next `times` meet the fault. */
  plan(fault: Fault, { method = SPEAKING, times = 1, after = 0 }: FaultOptions = {}): void {
    this.#planned.push({ fault, method, wait: after, left: times });
  }

  next(method: string): Fault | null {
    const planned = this.#planned.find((one) => one.method.test(method));
    if (!planned) return null;
    if (planned.wait > 0) {
      planned.wait -= 1;
      return null;
    }
    planned.left -= 1;
    if (planned.left === 0) this.#planned = this.#planned.filter((one) => one !== planned);
    return planned.fault;
  }
}

export function failureOfFault(fault: Fault): ApiFailure | null {
  if (fault.kind === 'too_many') {
    const seconds = fault.retryAfterSeconds;
    return new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
  if (fault.kind === 'refuse') return new ApiFailure(fault.code, fault.description);
  if (fault.kind === 'server_error') return new ApiFailure(502, 'Bad Gateway');
  return null;
}

/** Leaves the caller without an answer. True when the fault is of that kind. */
export function leaveUnanswered(fault: Fault | null, response: ServerResponse): boolean {
  if (fault?.kind === 'reset') response.socket?.resetAndDestroy();
  return fault?.kind === 'reset' || fault?.kind === 'hang';
}

/** What was asked is done, although the answer may get lost. */
export function isCarriedOut(fault: Fault | null): boolean {
  return fault === null || ('afterwards' in fault && fault.afterwards);
}
