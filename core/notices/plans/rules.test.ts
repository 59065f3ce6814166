import { describe, expect, it } from 'vitest';
import type { Role } from '../../../prisma/generated/enums.ts';
import { textsFor } from '../../text/texts-for.ts';
import { locales } from '../../text/texts.ts';
import { planForDanger, planKindOf, planKinds } from './kinds.ts';
import { emergencyNumbers } from './numbers.ts';
import { shippedPlan } from './shipped.ts';
import { whoIsCalled } from './who-is-called.ts';

describe('the kind of emergency that people name', () => {
  it.each([
    ['火灾', 'fire'],
    ['火災', 'fire'],
    ['失火', 'fire'],
    ['Fire', 'fire'],
    ['煤气泄漏', 'gas'],
    ['瓦斯', 'gas'],
    ['电梯困人', 'lift'],
    ['elevator', 'lift'],
    ['暴雨', 'flood'],
    ['heavy rain', 'flood'],
    ['停电', 'power'],
    ['停水', 'water'],
    ['颱風', 'storm'],
    ['治安', 'crime'],
    ['晚会', null],
    ['', null],
  ])('%s: %s', (name, kind) => expect(planKindOf(name)).toBe(kind));

  it('every shipped plan is found by its own name in each language', () => {
    for (const locale of locales)
      for (const kind of planKinds) {
        const name = textsFor(locale).planName(kind);
        expect([name, planKindOf(name) ?? kind]).toEqual([name, kind]);
      }
  });

  it.each([
    ['fire or smoke', 'fire'],
    ['gas in the air', 'gas'],
    ['somebody shut in a lift', 'lift'],
    ['somebody collapsed or hurt', null],
  ] as const)('a danger (%s) fits %s', (danger, kind) => expect(planForDanger(danger)).toBe(kind));
});

describe('emergency numbers', () => {
  it.each([
    ['Asia/Shanghai', 'CN', '119', '120', '110'],
    // The shipped policy keeps the holidays of China; the estate lies elsewhere.
    ['Asia/Hong_Kong', 'CN', '999', '999', '999'],
    ['Asia/Taipei', 'TW', '119', '119', '110'],
    ['America/New_York', 'US', '911', '911', '911'],
    ['America/Los_Angeles', 'CN', '911', '911', '911'],
    ['America/Toronto', 'CA', '911', '911', '911'],
    ['Australia/Sydney', 'CN', '000', '000', '000'],
    ['Asia/Kuching', 'CN', '999', '999', '999'],
    ['Europe/Berlin', 'DE-BY', '112', '112', '112'],
    ['Europe/Berlin', 'CN', '112', '112', '112'],
    ['Asia/Bangkok', 'CN', '112', '112', '112'],
    ['UTC', 'CN', '119', '120', '110'],
    ['UTC', null, '112', '112', '112'],
  ])('in %s with the holidays of %s', (timeZone, country, fire, ambulance, police) => {
    expect(emergencyNumbers({ timeZone, country })).toEqual({ fire, ambulance, police });
  });

  it.each(planKinds)('%s: the numbers stand in the plan, and no others', (kind) => {
    const plan = shippedPlan(kind, 'zh-CN', { fire: 'F1', ambulance: 'A1', police: 'P1' });
    const words = [...Object.values(plan.texts), ...plan.steps].join('\n');
    expect(words).not.toMatch(/\b(?:119|120|110|999|911|112)\b/);
    expect(Object.keys(plan.texts)).toEqual([...locales]);
    for (const text of Object.values(plan.texts)) expect(text).toMatch(/\{(?:地点|地點|place)\}/);
    expect(plan.steps.length).toBeGreaterThanOrEqual(5);
    expect(plan.calls.length).toBeGreaterThanOrEqual(2);
  });
});

describe('who is called', () => {
  const person = (personId: string, ...roles: Role[]) => ({ personId, name: personId, roles });
  const office = [
    person('guard-1', 'security'),
    person('guard-2', 'security'),
    person('fitter', 'maintenance', 'security'),
    person('manager', 'manager'),
  ];
  const ids = (roles: Role[], now: Partial<Parameters<typeof whoIsCalled>[1]> = {}): string[] =>
    whoIsCalled(roles, { office, absent: new Set(), onDuty: [], ...now }).map(({ personId }) => personId);

  it.each([
    ['whoever is on duty for it', ['security'], { onDuty: [{ personId: 'guard-2', role: 'security' }] }, ['guard-2']],
    [
      'whoever is on duty for whatever comes, and has the role',
      ['security'],
      { onDuty: [{ personId: 'fitter', role: null }] },
      ['fitter'],
    ],
    ['nobody is on duty: everybody who has the role', ['security'], {}, ['guard-1', 'guard-2', 'fitter']],
    [
      'on duty for something else does not count',
      ['security'],
      { onDuty: [{ personId: 'fitter', role: 'maintenance' }] },
      ['guard-1', 'guard-2', 'fitter'],
    ],
    ['who is away is not called', ['security'], { absent: new Set(['guard-1', 'fitter']) }, ['guard-2']],
    [
      'in turn, and nobody twice',
      ['maintenance', 'security', 'manager'],
      {},
      ['fitter', 'guard-1', 'guard-2', 'manager'],
    ],
    ['nobody has the role', ['greening'], {}, []],
  ] as [string, Role[], Partial<Parameters<typeof whoIsCalled>[1]>, string[]][])('%s', (_told, roles, now, called) => {
    expect(ids(roles, now)).toEqual(called);
  });
});
