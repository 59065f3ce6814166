import { isRecord } from '../check/flaw.ts';
import { upgradeFormerPolicy } from './former-policy.ts';
import { policySchema, type Policy, type PolicyDocument } from '../policy.ts';

/** Reads what `PolicyVersion.data` holds, also of versions from before the present format. @throws {ZodError} for anything else. */
export function readStoredPolicy(data: unknown): Policy {
  return policySchema.parse(storedDocument(data));
}

/** The same as it is written down, to be shown, compared or changed. @throws {ZodError} for anything that is no policy. */
export function readStoredDocument(data: unknown): PolicyDocument {
  const document = storedDocument(data);
  policySchema.parse(document);
  return document as PolicyDocument;
}

const storedDocument = (data: unknown): unknown =>
  isRecord(data) && data['format'] === undefined ? upgradeFormerPolicy(data) : data;
