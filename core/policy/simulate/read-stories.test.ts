import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePast } from '../../bench/past.ts';
import { enrolPerson } from '../../people/enrol.ts';
import { foundEstate } from '../../people/found-estate.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { readStories } from './read-stories.ts';
import type { TicketStory } from './story.ts';

const written = 1_203;
let database: TestDatabase;
let communityId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const now = new Date('2026-01-01T00:00:00+08:00');
  const account = { channel: 'web', account: 'rooms' };
  const groups = [{ externalId: 'residents', title: 'Residents', audience: 'residents' as const }];
  const estate = { name: '桂园小区', locale: 'zh-CN', timeZone: 'Asia/Shanghai', buildings: ['1'], ...account, groups };
  communityId = await foundEstate(database.db, estate, now);
  const staff = { communityId, channel: 'web', externalId: '王姐', name: '王姐', flat: null };
  await enrolPerson(database.db, { ...staff, role: 'customer_service' }, now);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await writePast(client, written);
  await client.end();
});
afterAll(() => database.drop());

async function read(from: string, to: string): Promise<TicketStory[][]> {
  const pages: TicketStory[][] = [];
  const [start, end] = [from, to].map((day) => new Date(`${day}T00:00:00+08:00`)) as [Date, Date];
  for await (const page of readStories(database.db, communityId, start, end)) pages.push(page);
  return pages;
}

describe('the past of more tickets than are read at once', () => {
  it('comes whole, each ticket once and its steps in the order in which they happened', async () => {
    const pages = await read('2026-01-01', '2027-01-01');
    const ids = pages.flat().map(({ id }) => id);
    expect(ids).toHaveLength(written);
    expect(pages.length).toBeGreaterThan(2);
    expect([...new Set(ids)].toSorted()).toEqual(ids);
    for (const { steps } of pages.flat()) {
      const times = steps.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(steps[0]).toMatchObject({ type: 'assigned', about: expect.any(String) as string });
    }
    const promises = pages.flat().flatMap(({ steps }) => steps.filter(({ type }) => type === 'promised'));
    expect(promises.length).toBeGreaterThan(100);
    for (const { about } of promises) expect(new Date(about ?? '').getTime()).toBeGreaterThan(0);
  });

  it('is none where nothing was opened', async () => {
    expect(await read('2025-01-01', '2026-01-01')).toEqual([]);
  });
});
