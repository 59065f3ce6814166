/** After the n-th wrong password in a row (from 1), how long the next is not looked at: none for two, then 1 s doubling up to 5 min. */
export const pauseAfterMs = (failures: number): number =>
  failures < 3 ? 0 : Math.min(1000 * 2 ** Math.min(failures - 3, 20), 5 * 60_000);

/** Remembered addresses; the longest unseen is forgotten first. */
const MANY = 1000;

/** Slows down guessing, for each address by itself. */
export class LoginThrottle {
  readonly #failures = new Map<string, { count: number; openAt: number }>();

  /** How long this address must wait; 0 when it may try. */
  waitMs(address: string, now: Date): number {
    return Math.max(0, (this.#failures.get(address)?.openAt ?? 0) - now.getTime());
  }

  wrong(address: string, now: Date): void {
    const count = (this.#failures.get(address)?.count ?? 0) + 1;
    this.#failures.delete(address);
    this.#failures.set(address, { count, openAt: now.getTime() + pauseAfterMs(count) });
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > MANY && !oldest.done) this.#failures.delete(oldest.value);
  }

  right(address: string): void {
    this.#failures.delete(address);
  }
}
