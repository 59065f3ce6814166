import { access, constants, mkdir } from 'node:fs/promises';
import type { ConfigOutcome } from './config.ts';
import type { Finding } from './doctor.ts';

/** `version` without a "v": 20.19.0 is the oldest that linli runs on. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return { kind: 'well', says: version };
  return { kind: 'ill', says: version, mend: 'Install Node.js 20.19 or newer.' };
}

export function checkConfig(outcome: ConfigOutcome): Finding {
  if (outcome.ok) return { kind: 'well', says: 'complete' };
  return { kind: 'ill', says: 'has mistakes', mend: outcome.problems.join(' ') };
}

/** Makes the folder if there is none. */
export async function checkFolder(dir: string): Promise<Finding> {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
    return { kind: 'well', says: dir };
  } catch {
    return { kind: 'ill', says: `${dir} cannot be written`, mend: 'Make it writable, or name another in LINLI_DATA.' };
  }
}
