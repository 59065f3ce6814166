import { planKinds } from '../../../notices/plans/kinds.ts';
import type { Texts } from '../../texts.ts';

const numbers = { fire: '119', ambulance: '120', police: '110' };

/** Everything that is said of emergency plans and drills. */
export function plansSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const view = {
    name: 'x',
    text: 'y',
    languages: ['en'],
    steps: ['a', 'b'],
    calls: [
      { role: 'security' as const, names: ['Wang'] },
      { role: 'manager' as const, names: [] },
    ],
    isOwn: true,
  };
  const drill = {
    name: 'x',
    number: 3,
    startedAt: '9:00',
    prepared: '1',
    firstTold: '1',
    allTold: '2',
    told: 3,
    failed: 0,
    calls: [
      { name: 'Wang', answered: '1' },
      { name: 'Zhao', answered: null },
    ],
  };
  return [
    ...said('planName', ...planKinds.map((kind) => texts.planName(kind))),
    ...said('planNotice', ...planKinds.map((kind) => texts.planNotice(kind, numbers))),
    ...said('planSteps', ...planKinds.flatMap((kind) => texts.planSteps(kind, numbers))),
    ...said('planAnywhere', texts.planAnywhere()),
    ...said(
      'planList',
      texts.planList([
        { name: 'x', isOwn: true },
        { name: 'y', isOwn: false },
      ]),
    ),
    ...said('plan', texts.plan(view), texts.plan({ ...view, languages: [], isOwn: false })),
    ...said('planUnknown', texts.planUnknown('x', ['y'])),
    ...said('planChanged', texts.planChanged('x')),
    ...said('planHow', texts.planHow()),
    ...said('planNoRole', texts.planNoRole('x')),
    ...said('planStartChoice', texts.planStartChoice()),
    ...said('planDrillChoice', texts.planDrillChoice()),
    ...said('planNoPlace', texts.planNoPlace('x')),
    ...said('planMissing', texts.planMissing(['x', 'y'])),
    ...said('planHint', texts.planHint('A7K2', 'x')),
    ...said('planHintChoice', texts.planHintChoice('x')),
    ...said('planCall', texts.planCall('x', '3', true), texts.planCall('x', '3', false)),
    ...said('planComing', texts.planComing()),
    ...said('planGot', texts.planGot(true), texts.planGot(false)),
    ...said(
      'planChecklist',
      texts.planChecklist('x', '3', ['a', 'b'], ['Wang'], true),
      texts.planChecklist('x', '3', ['a'], [], false),
    ),
    ...said('planNobodyCalled', texts.planNobodyCalled(['Wang'], true), texts.planNobodyCalled(['Wang'], false)),
    ...said(
      'drillReport',
      texts.drillReport(drill),
      texts.drillReport({ ...drill, firstTold: null, allTold: null, failed: 2, calls: [] }),
    ),
    ...said('drillList', texts.drillList([{ number: 3, name: 'x', at: '9:00' }]), texts.drillList([])),
    ...said('drillUnknown', texts.drillUnknown(3)),
  ];
}
