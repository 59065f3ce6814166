import type { OutageThing } from '../../notices/outages/things.ts';
import { quoted } from '../layout.ts';
import type { OutageTexts } from './texts.ts';

const things: Record<OutageThing, string> = {
  water: 'no water',
  hot_water: 'no hot water',
  power: 'no power',
  gas: 'no gas',
  heating: 'no heating',
  lift: 'lift out of service',
  network: 'no network',
  door: 'door access off',
  barrier: 'barrier out of service',
  aircon: 'no air conditioning',
};

const noted = 'You are counted; if it is not back by then, please tell us again.';

export const outages = {
  outageThing: (thing) => things[thing],
  outageKnown({ thing, from, until, isAhead }) {
    const name = things[thing];
    if (isAhead) return `As in the notice: ${name} from ${from ?? 'then'}${until ? ` until ${until}` : ' on'}.`;
    if (from && until) return `As in the notice: ${name} from ${from} until ${until}. ${noted}`;
    if (until) return `As in the notice: ${name}, expected back at ${until}. ${noted}`;
    return `As in the notice: ${name}. We are working on it; there is no time yet. You are counted; if you cannot do without, please tell us.`;
  },
  noticeReports: (households) =>
    `${households} ${households === 1 ? 'household tells' : 'households tell'} of it, or ask`,
  againstNotice: ({ number, head }) => `Not as in notice ${number}, “${quoted(head, 24)}”: please check`,
} satisfies OutageTexts;
