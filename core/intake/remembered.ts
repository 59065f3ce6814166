/** What is costly to work out and asked for again and again, kept only for speed: as many as `most`, the oldest out first. */
export class Remembered<K, V> {
  readonly #kept = new Map<K, V>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    return this.#kept.get(key);
  }

  /** Keeps a value, and returns it. */
  keep(key: K, value: V): V {
    if (this.#kept.size >= this.#most) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(key, value);
    return value;
  }
}
