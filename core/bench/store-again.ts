import { Client } from 'pg';
import type { WrittenRow, WrittenStep } from './written-rows.ts';

/** Stores rows as fast as `pg` alone can: a loop of prepared statements, one transaction for each message. */
export interface BareStore {
  /** Conversations at the same time, messages of one conversation after each other. Returns the milliseconds it took. */
  store(steps: readonly WrittenStep[]): Promise<number>;
  close(): Promise<void>;
}

export async function openBareStore(connectionString: string, lanes: number): Promise<BareStore> {
  const clients = Array.from({ length: lanes }, () => new Client({ connectionString }));
  await Promise.all(clients.map((client) => client.connect()));
  return {
    async store(steps) {
      const byConversation = new Map<string, WrittenStep[]>();
      for (const step of steps) {
        const lane = byConversation.get(step.conversationId);
        if (lane) lane.push(step);
        else byConversation.set(step.conversationId, [step]);
      }
      const startedAt = performance.now();
      const idle = [...clients];
      await Promise.all(
        [...byConversation.values()].map(async (lane) => {
          const client = idle.pop();
          if (!client) throw new RangeError('more conversations than connections');
          for (const step of lane) await storeStep(client, step);
        }),
      );
      return performance.now() - startedAt;
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

async function storeStep(client: Client, step: WrittenStep): Promise<void> {
  await client.query('BEGIN');
  for (const row of step.rows) await client.query(insert(client, row));
  await client.query('COMMIT');
}

const texts = new Map<string, string>();

function insert(
  client: Client,
  { table, columns, values }: WrittenRow,
): { name: string; text: string; values: unknown[] } {
  let text = texts.get(table);
  if (text === undefined) {
    const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    text = `INSERT INTO ${client.escapeIdentifier(table)} (${names}) VALUES (${places})`;
    texts.set(table, text);
  }
  return { name: table, text, values: [...values] };
}
