import { readFile } from 'node:fs/promises';
import { UsageError } from '../../usage-error.ts';
import { defaultPolicyFile } from '../default-policy.ts';

/** The text of a policy's file; `default` is the one that linli comes with. @throws {UsageError} when it cannot be read */
export async function readPolicyFile(file: string): Promise<string> {
  try {
    const bytes = await readFile(file === 'default' ? defaultPolicyFile : file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new UsageError(`${file} is not written in UTF-8: open it in an editor and save it as UTF-8 text.`);
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ENOENT') throw new UsageError(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder, and not the file of a policy.`);
    throw new UsageError(`${file} cannot be read${typeof code === 'string' ? ` (${code})` : ''}.`);
  }
}
