import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id.ts';

describe('the id of a new row', () => {
  const ids = Array.from({ length: 200 }, () => newId());

  it('is a UUID of version 7, as the database expects it', () => {
    for (const id of ids) expect(z.uuidv7().parse(id)).toBe(id);
  });

  it('is never given twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begins with its millisecond, so that later rows come later', () => {
    const before = Date.now();
    const id = newId();
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });
});
