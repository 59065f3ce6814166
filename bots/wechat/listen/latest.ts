/** What was noted last, by id; the oldest is forgotten when there is more than `most`. */
export class Latest<Value> {
  readonly #most: number;
  readonly #notes = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(id: string): Value | undefined {
    return this.#notes.get(id);
  }

  note(id: string, value: Value): void {
    this.#notes.delete(id);
    this.#notes.set(id, value);
    const [oldest] = this.#notes.keys();
    if (this.#notes.size > this.#most && oldest !== undefined) this.#notes.delete(oldest);
  }
}
