import type { Tx } from '../database.ts';

/** Runs `work` with what is otherwise only ever added to open to erasing, for as long as it takes (P4, P9b). */
export async function whileErasing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('linli.erasing', 'on', true)`;
  const result = await work();
  await tx.$executeRaw`SELECT set_config('linli.erasing', 'off', true)`;
  return result;
}
