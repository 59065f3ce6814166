import { textsFor } from '../../text/texts-for.ts';
import { quoted } from '../../text/layout.ts';
import type { Act, HeardMatter, HeardMessage, Place } from '../understanding.ts';
import { clock } from './digest.ts';
import type { Explained } from './explain-message.ts';
import { explainWordsFor } from './explain-words.ts';
import { wordsFor } from './words.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const signed = (weight: number): string => `${weight > 0 ? '+' : ''}${weight}`;

/** What linli makes of a message and why, as people read it: a heading and a few lines each. */
export function explainDigest(explained: Explained, locale: string, clockAheadMs: number): string[] {
  const words = explainWordsFor(locale);
  const { message, acts, believed, thresholds, reasons, around } = explained;
  const line = (one: HeardMessage): string => {
    const marks = [one.hasPhoto ? words.photo : '', one.hasVoice ? words.voice : ''].join('');
    const said = quoted(one.text, 160);
    const who = `${one.senderName || '—'}${one.fromStaff ? ` (${words.staff})` : ''}`;
    return `#${one.id} ${clock(one.at, clockAheadMs)} ${who}: ${marks}${said}${marks || said ? '' : words.noWords}`;
  };
  const list = (title: string, chosen: Explained['reasons']): string[] =>
    chosen.length === 0 ? [] : [`${title}:`, ...chosen.map((reason) => `    ${reasonInWords(reason, locale)}`)];
  const done = acts.length === 0 ? [words.nothing] : acts.map((act) => actInWords(act, explained, locale));
  const weighed =
    believed === null
      ? words.notWeighed
      : words.believed(percent(believed), percent(thresholds.act), percent(thresholds.ask));
  return [
    line(message),
    `${words.made}:`,
    ...done.map((one) => `    ${one}`),
    `    ${weighed}`,
    ...list(
      words.speaksFor,
      reasons.filter(({ weight }) => weight > 0),
    ),
    ...list(
      words.speaksAgainst,
      reasons.filter(({ weight }) => weight < 0),
    ),
    ...list(
      words.besides,
      reasons.filter(({ weight }) => weight === 0),
    ),
    ...(reasons.length === 0 ? [`    ${words.noReasons}`] : []),
    ...(around.length === 0 ? [] : [`${words.around}:`]),
    ...around.map((near) => `    ${words.as[near.as]}: ${line(near.message)}`),
    ...placeLines(explained, locale),
    ...urgencyLines(explained, locale),
  ];
}

function reasonInWords({ what, weight, words }: Explained['reasons'][number], locale: string): string {
  const said = words.length > 0 ? ` (${words.join(', ')})` : '';
  return `${weight === 0 ? '' : `${signed(weight)}  `}${textsFor(locale).reason(what)}${said}`;
}

function matterInWords(matter: HeardMatter, locale: string): string {
  const words = wordsFor(locale);
  return [
    words.kind[matter.kind],
    words.area[matter.area],
    words.urgency[matter.urgency],
    textsFor(locale).place(matter.place, 'full'),
    matter.sensitive ? words.sensitive : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function actInWords(act: Act, { ties }: Explained, locale: string): string {
  const words = explainWordsFor(locale);
  if (act.kind === 'report') return words.ticket(matterInWords(act.matter, locale));
  if (act.kind === 'late_report') {
    const part = act.part === 'answer' ? words.answerPart : words.part[act.part];
    return words.late(act.messageId, matterInWords(act.matter, locale), part);
  }
  if (act.kind === 'doubt') return words.doubt(matterInWords(act.matter, locale));
  const tie = ties.find(({ id }) => id === act.matterId);
  const opener = tie?.messages[0] ?? '?';
  const summary = quoted(tie?.summary ?? '', 40);
  if (act.kind === 'answer') return words.answers(opener, summary, act.settles);
  const changed = changesInWords(act.changes, locale);
  return [words.tied(words.part[act.part], opener, summary), changed === '' ? '' : words.changes(changed)]
    .filter((part) => part !== '')
    .join(words.join);
}

function changesInWords(
  changes: Partial<Pick<HeardMatter, 'kind' | 'area' | 'urgency' | 'place'>>,
  locale: string,
): string {
  const words = wordsFor(locale);
  return [
    changes.kind && words.kind[changes.kind],
    changes.area && words.area[changes.area],
    changes.urgency && words.urgency[changes.urgency],
    changes.place && textsFor(locale).place(changes.place, 'full'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function placeLines({ place, message }: Explained, locale: string): string[] {
  if (message.fromStaff) return [];
  const words = explainWordsFor(locale);
  const inWords = (one: Omit<Place, 'spot'>): string => textsFor(locale).place({ spot: null, ...one }, 'full') || '—';
  return [
    `${words.place}:`,
    `    ${place.said.length > 0 ? words.placeSaid(place.said.map(inWords).join(' / ')) : words.noPlace}`,
    ...(place.home ? [`    ${words.placeHome(inWords(place.home))}`] : []),
    ...(place.taken ? [`    ${words.placeTaken(inWords(place.taken))}`] : []),
  ];
}

/** Only what opens or raises a matter is urgent or not. */
function urgencyLines({ acts, danger }: Explained, locale: string): string[] {
  const words = explainWordsFor(locale);
  const heard = acts.flatMap((act) =>
    act.kind === 'report' || act.kind === 'doubt' || act.kind === 'late_report'
      ? [act.matter.urgency]
      : act.kind === 'addition' && act.changes.urgency
        ? [act.changes.urgency]
        : [],
  );
  const [urgency] = heard;
  if (danger === null && urgency === undefined) return [];
  const why =
    danger !== null ? words.danger(dangerInWords(danger, locale)) : urgency === 'high' ? words.high : words.normal;
  return [`${words.urgency}:`, `    ${why}`];
}

/** "danger: gas in the air" is a reason that has words; the heading says already that it is one. */
const dangerInWords = (danger: string, locale: string): string =>
  textsFor(locale)
    .reason(`danger: ${danger}`)
    .replace(/^[^:：]*[:：]\s*/, '');
