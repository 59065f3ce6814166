import { describe, expect, it } from 'vitest';
import { examine } from './doctor.ts';
import type { Check, Finding } from './doctor.ts';

const check = (name: string, finding: Finding): Check => ({ name, look: () => Promise.resolve(finding) });

describe('the doctor', () => {
  it('finds everything well, also what is not used', async () => {
    const lines: string[] = [];
    const well = await examine(
      [check('database', { kind: 'well', says: 'PostgreSQL 18' }), check('redis', { kind: 'unused', says: 'not set' })],
      (line) => lines.push(line),
    );
    expect(well).toBe(true);
    expect(lines).toEqual(['ok  database  PostgreSQL 18', '-   redis     not set']);
  });

  it('says how to mend what is ill, and looks at the rest', async () => {
    const lines: string[] = [];
    const well = await examine(
      [
        check('redis', { kind: 'ill', says: 'does not answer', mend: 'Start it.' }),
        { name: 'token', look: () => Promise.reject(new Error('surprise')) },
        check('disk', { kind: 'well', says: 'writable' }),
      ],
      (line) => lines.push(line),
    );
    expect(well).toBe(false);
    expect(lines).toEqual([
      'BAD redis  does not answer',
      '           -> Start it.',
      'BAD token  surprise',
      '           -> This was not foreseen; the log may say more.',
      'ok  disk   writable',
    ]);
  });
});
