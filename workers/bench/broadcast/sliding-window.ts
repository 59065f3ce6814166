/** Counts arrivals as a platform does that allows `count` in any stretch of `windowMs`. */
export class SlidingWindow {
  readonly #count: number;
  readonly #windowMs: number;
  readonly #latest: number[] = [];

  constructor(count: number, windowMs: number) {
    this.#count = count;
    this.#windowMs = windowMs;
  }

  /** Whether there is room for one that arrives now; it counts in either case. */
  arrive(at: number): boolean {
    const first = this.#latest.length < this.#count ? undefined : this.#latest.shift();
    this.#latest.push(at);
    return first === undefined || at - first >= this.#windowMs;
  }
}
