import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { runStep, type StepTools } from '../run-step.ts';
import type { Step } from '../step.ts';
import { communityInForce } from '../people/communities.ts';
import { actUpon } from './act-upon.ts';
import { mappingSchema } from './mapping.ts';
import { waitMs } from './rate.ts';
import { readReport } from './read-report.ts';
import { isFresh, isSignedWith, readTimestamp } from './signature.ts';

/** A report as it came over the wire. */
export interface SentReport {
  /** The name in the address. */
  source: string;
  timestamp: string;
  signature: string;
  /** `Idempotency-Key`. */
  key: string;
  /** Byte for byte, as it was signed. */
  body: Uint8Array;
}

export type Reception =
  /** It is on record, with what came of it. `code`: of its ticket; null where it belongs to none. */
  | { kind: 'accepted'; id: string; code: string | null }
  /** It was on record already, and changed nothing. */
  | { kind: 'known'; id: string; code: string | null }
  /** There is no such source, or it was not signed with its secret: nobody learns which. */
  | { kind: 'not_signed' }
  /** It was signed too long ago, or the clocks differ. */
  | { kind: 'not_fresh' }
  | { kind: 'key_missing' }
  | { kind: 'revoked' }
  /** The same key came with another body before. */
  | { kind: 'key_reused' }
  | { kind: 'too_many'; waitMs: number }
  | { kind: 'unreadable'; mend: string };

export interface MachineReceiver {
  /**
   * Takes what a device reports (P10h). It is on record in one transaction with what comes of it, and only then accepted: whoever
   * got no answer sends the same again with the same key, and it counts once.
   */
  receive(sent: SentReport): Promise<Reception>;
}

/** Of ASCII, and without a full stop, which parts it from the body where it is signed. */
const LONGEST_KEY = 128;
const LONGEST_NAME = 80;

export function createMachineReceiver(tools: StepTools & { log: Logger }): MachineReceiver {
  const { db, clock, log } = tools;
  return {
    async receive(sent) {
      const { source: name, timestamp, signature, key, body } = sent;
      if (key === '' || key.length > LONGEST_KEY || !/^[\x20-\x2d\x2f-\x7e]+$/.test(key))
        return { kind: 'key_missing' };
      const signedAt = readTimestamp(timestamp);
      if (!signedAt) return { kind: 'not_signed' };
      if (!isFresh(signedAt, clock.now())) return { kind: 'not_fresh' };
      const isName = name.length <= LONGEST_NAME && !name.includes('\0');
      const source = isName ? await db.machineSource.findUnique({ where: { name } }) : null;
      // Without a source the work is the same, so that the time it takes tells nothing.
      const isSigned = isSignedWith(source?.secret ?? 'nobody', signature, { timestamp, key, body });
      if (!source || !isSigned) {
        log.warn({ sourceId: source?.id ?? null }, 'a report without a good signature was turned away');
        return { kind: 'not_signed' };
      }
      const reception = await runStep(tools, (step) => take(step, source.id, sent, signedAt));
      const id = 'id' in reception ? { reportId: reception.id } : {};
      log.info({ sourceId: source.id, outcome: reception.kind, ...id }, 'machine reported');
      return reception;
    },
  };
}

/** One report of a source at a time: two of one device at once are one incident, and the rate holds across processes. */
async function take(
  step: Step,
  sourceId: string,
  { key, body, source: name }: SentReport,
  signedAt: Date,
): Promise<Reception> {
  await step.tx.$queryRaw`SELECT 1 FROM "MachineSource" WHERE id = ${sourceId}::uuid FOR NO KEY UPDATE`;
  const source = await step.tx.machineSource.findUniqueOrThrow({ where: { id: sourceId } });
  if (source.revokedAt) return { kind: 'revoked' };
  const id = reportId(sourceId, key, body);
  const known = await step.tx.machineReport.findUnique({
    where: { sourceId_key: { sourceId, key } },
    select: { id: true, ticket: { select: { code: true } } },
  });
  if (known) return known.id === id ? { kind: 'known', id, code: known.ticket?.code ?? null } : { kind: 'key_reused' };
  const community = await communityInForce(step.tx, source.communityId, step.now);
  const wait = waitMs(await nthLast(step, sourceId, community.policy.machines.perMinute), step.now);
  if (wait > 0) return { kind: 'too_many', waitMs: wait };
  const mapping = mappingSchema.parse(source.mapping);
  const read = readReport(body, mapping);
  if (read.kind === 'unreadable') return read;
  const report = { id, key, sourceId, name, mapping, said: { ...read.said, at: read.said.at ?? signedAt } };
  return { kind: 'accepted', id, code: await actUpon(step, community, report) };
}

/** When the report came that is so many reports back; null where there were fewer. */
async function nthLast({ tx }: Step, sourceId: string, n: number): Promise<Date | null> {
  const [row] = await tx.machineReport.findMany({
    where: { sourceId },
    orderBy: { receivedAt: 'desc' },
    skip: n - 1,
    take: 1,
    select: { receivedAt: true },
  });
  return row?.receivedAt ?? null;
}

/**
 * The id of a report is made of what it says, so that the same key with another body is told apart without keeping the body: a
 * UUID of version 8 (RFC 9562, 5.8) from a SHA-256.
 */
function reportId(sourceId: string, key: string, body: Uint8Array): string {
  const digest = createHash('sha256').update(`${sourceId}\n${key}\n`).update(body).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
