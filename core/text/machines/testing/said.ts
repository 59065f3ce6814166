import type { Texts } from '../../texts.ts';

/** Everything that is said about devices. */
export const machinesSaid = (texts: Texts): [keyof Texts, string][] => [
  ['machineSummary', texts.machineSummary('door-3', 'ajar')],
  ['machineSummary', texts.machineSummary('door-3', '')],
  ['alarmNote', texts.alarmNote(7, false)],
  ['alarmNote', texts.alarmNote(7, true)],
  ['alarmNote', texts.alarmNote(1, true)],
  ['machineCleared', texts.machineCleared('A7K2', 'door-3')],
  ['sourceAdded', texts.sourceAdded('door', 'http://x/in/door', 'SECRET', 'curl')],
  ['sourceRenewed', texts.sourceRenewed('door', 'http://x/in/door', 'SECRET', 'curl')],
  ['sourceRevoked', texts.sourceRevoked('door')],
  ['sourceRemapped', texts.sourceRemapped('door')],
  ['sourceMappingWrong', texts.sourceMappingWrong('kind: wrong')],
  ['sourceTaken', texts.sourceTaken('door')],
  ['sourceUnknown', texts.sourceUnknown('door', ['gate'])],
  ['sourceUnknown', texts.sourceUnknown('door', [])],
  [
    'sources',
    texts.sources([
      { name: 'door', revoked: false, last: '9:00', reports: 3 },
      { name: 'gate', revoked: true, last: null, reports: 0 },
    ]),
  ],
  ['noSources', texts.noSources()],
  ['sourceHow', texts.sourceHow()],
  ['sourceInPrivate', texts.sourceInPrivate()],
  ['step', texts.step('machine_reported', { device: 'door-3', alarm: true, count: 2 })],
  ['step', texts.step('machine_reported', { device: 'door-3', alarm: false, count: 2 })],
  ['step', texts.step('may_be_missing', { from: '9:00', until: '9:20' })],
];
