import { describe } from 'vitest';
import { describeFailing } from './conformance/failing.ts';
import { describeHappenings } from './conformance/happenings.ts';
import { describeHearing } from './conformance/hearing.ts';
import { describeKeeping } from './conformance/keeping.ts';
import { describeSpeaking } from './conformance/speaking.ts';
import type { Harness, Lack } from './driver.ts';

/**
 * The suite that every channel must pass before it is trusted with residents. `makeHarness` is called before every
 * test. `lacks` names what the platform does not have; what it has is tried, and what it claims in vain fails.
 *
 * Left out: what only one platform knows (its own faults, its limits); that is tested beside the channel.
 */
export function describeChannel(name: string, makeHarness: () => Promise<Harness>, lacks: readonly Lack[] = []): void {
  describe(`the channel ${name}`, () => {
    describeHearing(makeHarness, lacks);
    describeHappenings(makeHarness, lacks);
    describeKeeping(makeHarness, lacks);
    describeSpeaking(makeHarness, lacks);
    describeFailing(makeHarness, lacks);
  });
}
