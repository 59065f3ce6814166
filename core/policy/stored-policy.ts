import { policySchema, type Policy } from './policy.ts';

/** Reads what `PolicyVersion.data` holds, also of versions from before the present format. @throws {ZodError} for anything else. */
export function readStoredPolicy(data: unknown): Policy {
  return policySchema.parse(data);
}
