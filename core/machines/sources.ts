import { randomBytes } from 'node:crypto';
import type { MachineSource } from '../../prisma/generated/client.ts';
import { audit } from '../people/audit.ts';
import type { Step } from '../step.ts';
import { mappingSchema, type Mapping } from './mapping.ts';

/** Whose source it is, and who asks. */
export interface SourceWord {
  communityId: string;
  personId: string | null;
  name: string;
}

/** A key for HMAC-SHA256 of 192 bits, in characters that a shell and a settings page take as they are. */
const newSecret = (): string => randomBytes(24).toString('base64url');

/**
 * Makes a source that may report from now on. The secret is returned once.
 * `taken`: the name is another source's, maybe of another community, because it is part of the address.
 */
export async function addSource(
  step: Step,
  word: SourceWord & { mapping: Mapping },
): Promise<{ kind: 'added'; secret: string } | { kind: 'taken' }> {
  const { communityId, personId, name, mapping } = word;
  const secret = newSecret();
  const made = await step.tx.machineSource.createMany({
    data: [{ communityId, name, secret, mapping, createdAt: step.now, createdById: personId }],
    skipDuplicates: true,
  });
  if (made.count === 0) return { kind: 'taken' };
  await note(step, word, 'add_source');
  return { kind: 'added', secret };
}

/** Gives a source another secret; the old one is worth nothing from this moment. A revoked source may report again. Null: no such source. */
export async function renewSecret(step: Step, word: SourceWord): Promise<string | null> {
  const source = await sourceOf(step, word);
  if (!source) return null;
  const secret = newSecret();
  await step.tx.machineSource.update({
    where: { id: source.id },
    data: { secret, revokedAt: null },
    select: { id: true },
  });
  await note(step, word, 'renew_source');
  return secret;
}

/** From now on nothing is taken from it. Its past reports stay. */
export async function revokeSource(step: Step, word: SourceWord): Promise<boolean> {
  const source = await sourceOf(step, word);
  if (!source) return false;
  await step.tx.machineSource.update({ where: { id: source.id }, data: { revokedAt: step.now }, select: { id: true } });
  await note(step, word, 'revoke_source');
  return true;
}

/** What the reports of a source become from now on. */
export async function remapSource(
  step: Step,
  word: SourceWord,
  change: (mapping: Mapping) => Mapping,
): Promise<boolean> {
  const source = await sourceOf(step, word);
  if (!source) return false;
  const mapping = change(mappingSchema.parse(source.mapping));
  await step.tx.machineSource.update({ where: { id: source.id }, data: { mapping }, select: { id: true } });
  await note(step, word, 'remap_source');
  return true;
}

/** One source in the list, without its secret. */
export interface ListedSource {
  name: string;
  revoked: boolean;
  /** When it last reported, and how often in the last day. */
  lastAt: Date | null;
  reports: number;
}

const DAY_MS = 24 * 3_600_000;

export async function listSources(step: Step, communityId: string): Promise<ListedSource[]> {
  const since = new Date(step.now.getTime() - DAY_MS);
  const rows = await step.tx.machineSource.findMany({
    where: { communityId },
    orderBy: { createdAt: 'asc' },
    select: {
      name: true,
      revokedAt: true,
      reports: { orderBy: { receivedAt: 'desc' }, take: 1, select: { receivedAt: true } },
      _count: { select: { reports: { where: { receivedAt: { gt: since } } } } },
    },
  });
  return rows.map(({ name, revokedAt, reports, _count }) => ({
    name,
    revoked: revokedAt !== null,
    lastAt: reports[0]?.receivedAt ?? null,
    reports: _count.reports,
  }));
}

function sourceOf({ tx }: Step, { communityId, name }: SourceWord): Promise<MachineSource | null> {
  return tx.machineSource.findFirst({ where: { communityId, name } });
}

function note(step: Step, { communityId, personId, name }: SourceWord, action: string): Promise<void> {
  return audit(step.tx, { communityId, actorId: personId, action, subject: `source:${name}`, at: step.now });
}
