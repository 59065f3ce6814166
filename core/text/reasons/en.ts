import { lines } from '../layout.ts';
import { phraseFor, type PhraseBook } from './phrase-book.ts';
import type { ReasonTexts, ReasonView } from './texts.ts';

/** The names in the code are English phrases already; here is what reads better in a sentence. */
const book: PhraseBook = {
  says: {
    fault: 'says that something is broken or does not work',
    lasting: 'says that it has lasted, or is back again',
    anger: 'is angry',
    complain: 'says that it is a complaint',
    ask: 'asks something',
    askPeers: 'asks the neighbours',
    suggest: 'suggests something',
    agree: 'agrees',
    meToo: 'says “me too”',
    praise: 'praises somebody',
    thanks: 'thanks somebody',
    settled: 'says that it is settled',
    chase: 'asks how it stands',
    correction: 'corrects what was said before',
    wrongGroup: 'says that it was the wrong group',
    request: 'asks for somebody to see to it',
    joke: 'sounds like a joke',
    here: 'speaks of this building',
    home: 'speaks of their own home',
    staffCall: 'calls the office',
    news: 'sounds like news or hearsay',
    otherPlace: 'speaks of another place',
    belongings: 'speaks of belongings',
    trade: 'sounds like buying, selling or letting',
    leisure: 'is about leisure',
    greeting: 'is a greeting',
    lost: 'is about something lost or found',
    memory: 'remembers old times',
    weather: 'speaks of the weather',
    fireSafety: 'speaks of fire equipment',
    fabric: 'speaks of walls, floors or roads',
    play: 'speaks of shared facilities',
    aircon: 'speaks of air conditioning',
    falling: 'speaks of things thrown or falling',
    fireLane: 'speaks of the fire lane',
    ebike: 'speaks of e-bikes',
    clutter: 'speaks of things left lying about',
    upstairs: 'speaks of the neighbours’ flat',
    conduct: 'speaks of conduct',
    ...Object.fromEntries(
      (
        'lift water drain leak power light heating gas door intercom barrier camera rubbish smell pests plants cleaning guard stranger theft ' +
        'parking charger noise renovation pets cigarettes fees refund subsidy papers office parcel notice activities votes'
      )
        .split(' ')
        .map((thing) => [thing, `speaks of: ${thing}`]),
    ),
  },
  dangers: {},
  whole: {
    base: 'where it starts from',
    'just before, of the staff': 'the message before, by the staff',
    'just before, of the same person': 'the message before, by the same person',
    'just before, of another': 'the message before, by somebody else',
    'replied to, of the staff': 'it replies to the staff',
    'replied to, of the same person': 'it replies to the same person',
    'replied to, of another': 'it replies to somebody else',
    'of the matter': 'what the ticket is about',
  },
  parts: {
    staff: 'a word of the staff',
    reporter: 'a reporter',
    'the same': 'the same person',
    another: 'another person',
  },
  apart: {},
  heard: {
    rs: (what) => `from a reporter, soon after: ${what}`,
    rl: (what) => `from a reporter, later: ${what}`,
    os: (what) => `from somebody else, soon after: ${what}`,
    ol: (what) => `from somebody else, later: ${what}`,
    r: (what) => `from a reporter: ${what}`,
    o: (what) => `from somebody else: ${what}`,
    s: (what) => `from the same person: ${what}`,
    a: (what) => `in the words of the staff: ${what}`,
  },
  danger: (what) => `danger: ${what}`,
  keptApart: (why) => `kept apart from an older ticket: ${why}`,
  fragment: (letters) => `“${letters}”`,
  shares: (what) => `as in the ticket: ${what}`,
  speaksOf: (name) => `speaks of: ${name}`,
  comma: ', ',
};

const reason = (what: string): string => phraseFor(what, book);

const list = (reasons: readonly ReasonView[]): string =>
  reasons.map(({ what, words }) => `${reason(what)}${words.length > 0 ? ` (${words.join(', ')})` : ''}`).join('; ');

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const reasons = {
  reason,
  whyTicket: ({ believed, actFrom, speaksFor, speaksAgainst }) =>
    lines(
      believed !== null && `Sure by ${percent(believed)} (a ticket is opened from ${percent(actFrom)} on)`,
      speaksFor.length > 0 && `Spoke for it: ${list(speaksFor)}`,
      speaksAgainst.length > 0 && `Spoke against it: ${list(speaksAgainst)}`,
    ),
} satisfies ReasonTexts;
