import { afterAll, beforeAll } from 'vitest';
import { describeChannel } from '../../core/channel/testing/conformance.ts';
import { createTestDatabase, type TestDatabase } from '../../core/testing/test-database.ts';
import { createWebHarness } from './testing/web-driver.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describeChannel('the rooms in a browser', () => createWebHarness(database), [
  'upgrade',
  'block',
  'askToWait',
  'breakDown',
  'logOut',
  // The rooms have buttons, and no polls of their own.
  'polls',
]);
