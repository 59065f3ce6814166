import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('run.ts', import.meta.url));

function bench(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', './core/typescript/register.mjs', command, ...args],
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

describe('npm run bench', () => {
  it('measures the way in, and says it in one JSON object', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await bench('intake', '--json', '--messages', '20');
    expect({ code, told: stderr }).toMatchObject({ code: 0 });
    const figures: unknown = JSON.parse(stdout);
    const positive: unknown = expect.toSatisfy((figure: unknown) => typeof figure === 'number' && figure > 0);
    const keys = ['messagesPerSecond', 'ceilingPerSecond', 'ceilingRatio', 'p50Ms', 'p99Ms'];
    expect(figures).toMatchObject(Object.fromEntries(keys.map((key) => [key, positive])));
  });

  it('replays a past under two policies', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await bench('simulate', '--json', '--tickets', '200');
    expect({ code, told: stderr }).toMatchObject({ code: 0 });
    const figures: unknown = JSON.parse(stdout);
    const positive: unknown = expect.toSatisfy((figure: unknown) => typeof figure === 'number' && figure > 0);
    expect(figures).toMatchObject({ tickets: 200, steps: positive, seconds: positive, peakMemoryMb: positive });
  });

  it.each([
    { told: 'no name', args: [] },
    { told: 'a name that is none', args: ['lift'] },
    { told: 'a name that every object has', args: ['toString'] },
    { told: 'no number of messages', args: ['intake', '--messages', 'many'] },
    { told: 'a size of another measurement', args: ['intake', '--open', '5'] },
    { told: 'an option that is none', args: ['intake', '--fast'] },
  ])('lists what it can measure when it is given $told', async ({ args }) => {
    const { code, stdout, stderr } = await bench(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('intake');
  });
});
