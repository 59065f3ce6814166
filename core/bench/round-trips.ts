import { Client } from 'pg';

/** Counts the statements that this process sends to PostgreSQL through any `pg` client, from now on until `end`. */
export function countRoundTrips(): { count(): number; end(): void } {
  const { prototype } = Client;
  const original: unknown = Reflect.get(prototype, 'query');
  if (typeof original !== 'function') throw new TypeError('a client of pg has no query any more');
  let count = 0;
  Reflect.set(prototype, 'query', function counted(this: Client, ...args: unknown[]): unknown {
    count += 1;
    return Reflect.apply(original, this, args);
  });
  return { count: () => count, end: () => void Reflect.set(prototype, 'query', original) };
}
