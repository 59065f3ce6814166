import { checkPolicy, type CheckedPolicy } from '../check/check.ts';
import type { PolicyMistake } from '../check/policy-mistake.ts';
import type { PolicyCommandTools } from './tools.ts';
import { readPolicyFile } from './read-file.ts';

/** "estate.yaml:12:15 limits.repair-answer.within: … → …" */
export function mistakeLine(file: string, { line, column, path, message, mend }: PolicyMistake): string {
  return `${file}:${line}:${column} ${path}${path && ': '}${message} → ${mend}`;
}

/** Reads a policy's file and tells its mistakes. Null when it has any. In English, unless a language is given. @throws {UsageError} when it cannot be read */
export async function readChecked(
  file: string,
  { err, now }: Pick<PolicyCommandTools, 'err' | 'now'>,
  locale?: string,
): Promise<(CheckedPolicy & { ok: true }) | null> {
  const checked = checkPolicy(await readPolicyFile(file), {
    day: now().toISOString().slice(0, 10),
    ...(locale === undefined ? {} : { locale }),
  });
  if (checked.ok) return checked;
  for (const mistake of checked.mistakes) err(mistakeLine(file, mistake));
  return null;
}
