import { dots, lines } from '../layout.ts';
import type { MachineTexts } from './texts.ts';

const keep = 'The secret is shown only this once: copy it into the device now, and delete this message.';

export const machines = {
  machineSummary: (device, said) => (said ? `${device}: ${said}` : `${device} alarms`),
  alarmNote: (count, cleared) =>
    dots(
      count > 1 && `${count} alarms of the device`,
      cleared && 'the device says all is well: please check, then close',
    ),
  machineCleared: (code, device) =>
    `${code}: the device “${device}” reports that all is well again. The ticket does not close by itself: please check, then close it.`,
  sourceAdded: (name, address, secret, example) =>
    lines(
      `“${name}” may report now.`,
      `Address: ${address}`,
      `Secret: ${secret}`,
      keep,
      'Try it once on a computer:',
      example,
    ),
  sourceRenewed: (name, address, secret, example) =>
    lines(
      `“${name}” has a new secret; the old one is worth nothing any more.`,
      `Address: ${address}`,
      `Secret: ${secret}`,
      keep,
      'Try it once on a computer:',
      example,
    ),
  sourceRevoked: (name) =>
    `“${name}” is revoked: nothing is taken from it any more. To take it back, send “source rotate ${name}” in our direct chat.`,
  sourceRemapped: (name) => `Noted: from now on the reports of “${name}” go by the new rules.`,
  sourceMappingWrong: (mend) => lines('This mapping is not right, and nothing was changed:', mend),
  sourceTaken: (name) => `There is a “${name}” already, and nothing was changed. Please choose another name.`,
  sourceUnknown: (name, known) =>
    `Nothing is called “${name}”, and nothing was changed.${known.length > 0 ? ` There is: ${known.join(', ')}.` : ''}`,
  sources: (all) =>
    lines(
      'What may report:',
      ...all.map(({ name, revoked, last, reports }) =>
        dots(
          name,
          revoked && 'revoked',
          last ? `last ${last}` : 'never reported',
          reports > 0 && `${reports} in a day`,
        ),
      ),
    ),
  noSources: () =>
    'No device may report yet. A manager can send “source add door-controller repair facilities building 3” in our direct chat.',
  sourceHow: () =>
    lines(
      'Please write one of these; nothing was changed:',
      'source add door-controller repair facilities building 3 (a name without spaces; kind, area, urgency and place may be left out)',
      'source rule door-controller smoke-* emergency security (devices of these names are emergencies)',
      'source map door-controller {…} (see the documentation)',
      'source rotate door-controller · source revoke door-controller · source (the list)',
    ),
  sourceInPrivate: () => 'Others read here. Please send this in our direct chat: secrets are shown there only.',
} satisfies MachineTexts;
