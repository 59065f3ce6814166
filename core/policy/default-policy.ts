import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { policySchema, type Policy, type PolicyDocument } from './policy.ts';

/** Where the shipped default is written down, with the reason of every line. */
export const defaultPolicyFile = new URL('default-policy.yaml', import.meta.url);

const read: unknown = parse(readFileSync(defaultPolicyFile, 'utf8'));

/** The policy of a new community. */
export const defaultPolicy: Policy = policySchema.parse(read);
/** The same as it is written down. */
export const defaultPolicyDocument: PolicyDocument = read as PolicyDocument;
