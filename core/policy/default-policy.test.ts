import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from './check/check.ts';
import { defaultPolicy, defaultPolicyDocument, defaultPolicyFile } from './default-policy.ts';
import { policySchema } from './policy.ts';

const text = readFileSync(defaultPolicyFile, 'utf8');
const lines = text.split('\n');

describe('the policy of a new community', () => {
  it('has no mistakes, and gives no warning', () => {
    expect(checkPolicy(text)).toMatchObject({ ok: true, document: defaultPolicyDocument, warnings: [] });
  });

  it('is as sure as one that says nothing of how sure to be', () => {
    const { understanding: _understanding, ...others } = defaultPolicyDocument;
    const { actFrom, askFrom } = defaultPolicy.understanding;
    expect(policySchema.parse(others).understanding).toMatchObject({ actFrom, askFrom });
  });

  it('says of every line why it is as it is', () => {
    const weekday = /^ {4}(?:mon|tue|wed|thu|fri|sat|sun):/;
    // A line that goes on below, or only opens a map, has its reason there.
    const says = lines.filter((line) => /^\s*[\w-]+: *[^\s#]/.test(line) && !weekday.test(line));
    expect(says.length).toBeGreaterThan(50);
    expect(says.filter((line) => !line.includes('#'))).toEqual([]);
  });

  it('names the clause of every section', () => {
    const sections = text
      .split(/^(?=\w+:)/m)
      .filter((section) => /^\w+:/.test(section) && !section.startsWith('format'));
    expect(sections.map((section) => /^\w+/.exec(section)?.[0])).toEqual(
      Object.keys(defaultPolicyDocument).filter((name) => name !== 'format'),
    );
    expect(sections.filter((section) => !/\bP\d+[a-z]?\b/.test(section))).toEqual([]);
  });
});
