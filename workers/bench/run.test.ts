import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('measures how much is understood on the chats of the repository', { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await bench('understanding', '--json');
    expect({ code, told: stderr }).toMatchObject({ code: 0 });
    const between = (least: number, most: number): unknown =>
      expect.toSatisfy((figure: unknown) => typeof figure === 'number' && figure >= least && figure <= most);
    const shares = ['ticketPrecision', 'ticketRecall', 'ticketF1', 'recallWithQuestions', 'kindRight', 'areaRight'];
    const costs = ['microsecondsPerMessage', 'loadMs', 'modelMb'];
    expect(JSON.parse(stdout)).toMatchObject({
      ...Object.fromEntries(
        [...shares, 'urgencyRight', 'placeRight', 'linkF1', 'reportersRight'].map((one) => [one, between(50, 100)]),
      ),
      ...Object.fromEntries(costs.map((one) => [one, between(0.1, 10_000)])),
      emergencies: between(1, 100),
      emergenciesFound: between(1, 100),
      falseAlarms: between(0, 20),
      placesInvented: between(0, 50),
      questionsPer1000: between(0, 100),
      falsePer1000: between(0, 100),
    });
  });

  it('measures on a folder that is named, and says what was missed and why', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'));
    try {
      for (const file of ['dev-cuihu.json', 'dev-cuihu.labels.json'])
        await cp(fileURLToPath(new URL(`../../core/intake/corpus/${file}`, import.meta.url)), join(folder, file));
      const { code, stdout, stderr } = await bench(
        'understanding',
        folder,
        '--misses',
        '--no-runs',
        '--no-units',
        '--no-conversation',
      );
      expect({ code, told: stderr }).toMatchObject({ code: 0 });
      expect(stdout).toContain('without the runs of characters');
      expect(stdout).toContain('without what features mean together');
      expect(stdout).toContain('without the conversation');
      expect(stdout).toMatch(/^chats \/ messages \/ labelled tickets +1 \/ \d+ \/ \d+ +1 \/ \d+ \/ \d+$/m);
      expect(stdout).toMatch(/^training data: \d+ chats with \d+ messages and \d+ tickets, and \d+ single lines$/m);
      expect(stdout).toMatch(/^dev-cuihu #\d+ .+ “.+”: .+; believed [\d.]+; .+$/m);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    { told: 'there is none', folder: 'no-such-folder', mistake: 'cannot be measured on' },
    { told: 'it holds no labelled chat', folder: 'docs', mistake: 'holds no labelled chat' },
  ])('names the mistake in a folder when $told', async ({ folder, mistake }) => {
    const { code, stdout, stderr } = await bench('understanding', folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${folder} ${mistake}`);
    expect(stderr).toContain('NAME.labels.json');
  });

  it('refuses to learn from others where there are no others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'));
    try {
      for (const file of ['dev-cuihu.json', 'dev-cuihu.labels.json'])
        await cp(fileURLToPath(new URL(`../../core/intake/corpus/${file}`, import.meta.url)), join(folder, file));
      const { code, stdout, stderr } = await bench('understanding', folder, '--cross-validated');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`${folder} holds one labelled chat: --cross-validated needs two at least`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    { told: 'no name', args: [] },
    { told: 'a name that is none', args: ['lift'] },
    { told: 'a name that every object has', args: ['toString'] },
    { told: 'no number of messages', args: ['intake', '--messages', 'many'] },
    { told: 'a size of another measurement', args: ['intake', '--open', '5'] },
    { told: 'an option that is none', args: ['intake', '--fast'] },
    { told: 'a folder for a measurement without any', args: ['intake', 'core'] },
    { told: 'two folders', args: ['understanding', 'core', 'docs'] },
  ])('lists what it can measure when it is given $told', async ({ args }) => {
    const { code, stdout, stderr } = await bench(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('intake');
  });
});
