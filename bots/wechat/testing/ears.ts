import type { AccountReport } from '../../../core/channel/account.ts';
import type { Happening } from '../happening.ts';
import type { SessionHooks } from '../session.ts';

type ReportOf<T extends AccountReport['type']> = Extract<AccountReport, { type: T }>;

/** What a session tells, kept, and waited for. */
export class Ears implements SessionHooks {
  readonly reports: AccountReport[] = [];
  readonly happenings: Happening[] = [];
  readonly #watchers = new Set<() => void>();

  happened(happening: Happening): void {
    this.happenings.push(happening);
    this.#look();
  }

  report(report: AccountReport): void {
    this.reports.push(report);
    this.#look();
  }

  /** The texts of the messages heard, in order. */
  texts(): string[] {
    return this.happenings.flatMap((one) => (one.type === 'message' ? [one.payload.text ?? ''] : []));
  }

  /** Resolves when a message of that text was heard. */
  untilText(text: string): Promise<void> {
    return this.until(() => this.texts().includes(text));
  }

  of<T extends AccountReport['type']>(type: T): ReportOf<T>[] {
    return this.reports.filter((report): report is ReportOf<T> => report.type === type);
  }

  /** Resolves to the report of that kind that is the `count`-th, the first being 1. */
  async untilReport<T extends AccountReport['type']>(type: T, count = 1): Promise<ReportOf<T>> {
    await this.until(() => this.of(type).length >= count);
    const found = this.of(type)[count - 1];
    if (!found) throw new Error(`no ${type}`);
    return found;
  }

  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const watcher = (): void => {
        if (!holds()) return;
        this.#watchers.delete(watcher);
        resolve();
      };
      this.#watchers.add(watcher);
      watcher();
    });
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
