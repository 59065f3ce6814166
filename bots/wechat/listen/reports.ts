import type { Logger } from 'pino';
import { faultOf } from '../../../core/fault.ts';
import type { AccountReport, AccountWatch } from '../../../core/channel/account.ts';
import { untilDone } from './until-done.ts';
import type { GrowingPauses } from '../../pauses.ts';

/** More than there are in a day of faults; what is older says nothing about now. */
const MOST_WAITING = 500;

/** Puts on record how an account stands, one report after the other, each until it is recorded. */
export class Reports {
  readonly #watch: Pick<AccountWatch, 'tell'>;
  readonly #options: { pauses: GrowingPauses; signal: AbortSignal; log: Logger };
  readonly #waiting: AccountReport[] = [];
  #telling: Promise<void> | null = null;

  constructor(watch: Pick<AccountWatch, 'tell'>, options: { pauses: GrowingPauses; signal: AbortSignal; log: Logger }) {
    this.#watch = watch;
    this.#options = options;
  }

  tell(report: AccountReport): void {
    this.#waiting.push(report);
    // Gaps are facts of the past and stay; where the account stood then does not matter any more.
    if (this.#waiting.length > MOST_WAITING) this.#forgetOne();
    this.#telling ??= this.#tellAll().finally(() => {
      this.#telling = null;
    });
  }

  /** Resolves when nothing waits, or when it was given up. */
  async idle(): Promise<void> {
    while (this.#telling) await this.#telling;
  }

  async #tellAll(): Promise<void> {
    const { pauses, signal, log } = this.#options;
    const failed = (err: unknown, faults: number): void =>
      log.warn({ fault: faultOf(err), faults }, 'how our account stands could not be recorded; it is tried again');
    for (let report = this.#waiting[0]; report && !signal.aborted; report = this.#waiting[0]) {
      const telling = report;
      await untilDone(() => this.#watch.tell(telling), { pauses, signal, failed });
      const at = this.#waiting.indexOf(telling);
      if (at !== -1) this.#waiting.splice(at, 1);
    }
  }

  #forgetOne(): void {
    const at = this.#waiting.findIndex((report) => report.type !== 'gap');
    this.#waiting.splice(Math.max(0, at), 1);
  }
}
