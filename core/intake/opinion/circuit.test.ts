import { expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createCircuit } from './circuit.ts';

it('leaves a server alone for five minutes after three failures on end, then tries once', () => {
  const clock = createFakeClock('2026-11-23T10:00:00+08:00');
  const circuit = createCircuit(clock);
  for (const answered of [false, false, true, false, false]) circuit.note(answered);
  expect(circuit.isResting()).toBe(false);
  circuit.note(false);
  expect(circuit.isResting()).toBe(true);
  clock.advance(5 * 60_000 - 1);
  expect(circuit.isResting()).toBe(true);
  clock.advance(1);
  expect(circuit.isResting()).toBe(false);
  circuit.note(false);
  expect(circuit.isResting()).toBe(true);
  clock.advance(5 * 60_000);
  circuit.note(true);
  circuit.note(false);
  expect(circuit.isResting()).toBe(false);
});
