import type { Texts } from '../../texts.ts';
import type { ChannelTrouble } from '../texts.ts';

const account = { channel: 'wechat', name: 'Garden' };
const troubles: ChannelTrouble[] = [
  ...(['left', 'refused', 'failing'] as const).map((why) => ({
    kind: 'unreachable' as const,
    group: 'G',
    since: '9:00',
    why,
  })),
  { kind: 'silent', group: 'G', since: '9:00', usual: 24 },
  ...['Telegram', null].map((platform) => ({ kind: 'clock_skew' as const, platform, by: '3' })),
  ...(['outbox', 'inbound', 'deadlines'] as const).map((queue) => ({
    kind: 'queue_lag' as const,
    queue,
    since: '9:00',
  })),
  ...[account, { ...account, name: null }].map((one) => ({
    kind: 'account_down' as const,
    account: one,
    since: '9:00',
  })),
];
const group = {
  title: 'G',
  platform: 'Telegram',
  audience: 'residents' as const,
  state: 'active' as const,
  heard: '9:00',
};

/** Everything that is said about channels. */
export function healthSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  return [
    ...said('channelsTroubled', ...troubles.map((trouble) => texts.channelsTroubled([trouble]))),
    ...said('channelsTroubled', texts.channelsTroubled(troubles.slice(0, 2))),
    ...said('channelsWell', ...troubles.map((trouble) => texts.channelsWell([{ trouble, lasted: '5' }]))),
    ...said('channels', texts.channels([group, { ...group, title: '', state: 'left', heard: null }], [], troubles)),
    ...said('channels', texts.channels([], [], [])),
    ...said('missingNote', texts.missingNote('9:00', '9:20')),
    ...said('step', texts.step('may_be_missing', { from: '9:00', until: '9:20' })),
  ];
}
