import { quoted } from '../../text/layout.ts';
import { textsFor } from '../../text/texts-for.ts';
import { type Explained, explainMessage } from '../replay/explain-message.ts';
import type { Place } from '../understanding.ts';
import type { MeasuredChat } from './measure-chat.ts';
import type { Miss } from './score.ts';

const texts = textsFor('en');
/** As many reasons are shown. */
const REASONS = 5;

/** A line for each miss with what linli itself says of its decision, the worst first: emergencies, then missed tickets, false ones, wrong ones. */
export function missLines(measured: readonly MeasuredChat[]): string[] {
  return measured
    .flatMap((one) => one.misses.map((miss) => explained(one, miss)))
    .toSorted((a, b) => a.rank - b.rank || b.astray - a.astray)
    .map(({ line }) => line);
}

function explained(
  { chat, understands, shownBy }: MeasuredChat,
  miss: Miss,
): { rank: number; astray: number; line: string } {
  const [first = ''] = miss.messages;
  // Where a later message made a ticket of an earlier one, that later message was decided about.
  const decided = (miss.what === 'missed' ? undefined : shownBy.get(first)) ?? first;
  const why = explainMessage(chat.messages, chat.setting, decided, understands);
  const text = chat.messages.find(({ id }) => id === first)?.text ?? '';
  const later = decided === first ? '' : `, shown by #${decided}`;
  return {
    rank: rankOf(miss),
    astray: astray(miss, why),
    line: `${chat.name} #${first}${later} ${missInWords(miss)} “${quoted(text, 80)}”: ${why ? reasonsOf(why, miss) : 'no such message'}`,
  };
}

function rankOf(miss: Miss): number {
  const isEmergency =
    miss.what === 'missed'
      ? miss.labelled.urgency === 'emergency'
      : miss.what === 'false'
        ? miss.predicted.urgency === 'emergency'
        : miss.what === 'urgency' && (miss.said === 'emergency' || miss.heard === 'emergency');
  if (isEmergency) return 0;
  return miss.what === 'missed' ? 1 : miss.what === 'false' ? 2 : 3;
}

/** How far what was believed is from what is right. */
function astray({ what }: Miss, why: Explained | null): number {
  const believed = why?.believed ?? 0.5;
  return what === 'missed' ? 1 - believed : what === 'false' ? believed : 0;
}

const list = (ids: readonly string[]): string => ids.map((id) => `#${id}`).join(' ');

function missInWords(miss: Miss): string {
  switch (miss.what) {
    case 'missed':
      return `missed (${miss.labelled.kind}/${miss.labelled.area}/${miss.labelled.urgency})`;
    case 'false':
      return `not a ticket, or one too many (${miss.predicted.kind}/${miss.predicted.area}/${miss.predicted.urgency})`;
    case 'not tied':
    case 'wrongly tied':
      return `${miss.what}: ${list(miss.messages)}, ticket of #${miss.labelled.messages[0]}`;
    case 'reporters':
      return `reporters ${miss.labelled.reporters.join(' ')} -> ${miss.predicted.reporters.join(' ')}`;
    case 'kind':
    case 'area':
    case 'urgency':
    case 'place':
    case 'place invented':
      return `${miss.what} ${miss.said} -> ${miss.heard}`;
  }
}

const placeInWords = (place: Omit<Place, 'spot'>): string => texts.place({ spot: null, ...place }, 'full') || '—';

function reasonsOf(why: Explained, { what }: Miss): string {
  const said = why.place.said.map(placeInWords).join(' / ');
  return [
    madeOf(why),
    why.believed === null ? '' : `believed ${why.believed}`,
    why.danger === null ? '' : `danger: ${why.danger}`,
    ...(what.startsWith('place')
      ? [
          said === '' ? 'the words name no place' : `the words say ${said}`,
          why.place.home ? `the writer lives at ${placeInWords(why.place.home)}` : '',
        ]
      : []),
    why.reasons
      .slice(0, REASONS)
      .map(({ what: reason, weight, words }) =>
        [
          weight > 0 ? `+${weight}` : weight < 0 ? `${weight}` : '',
          texts.reason(reason),
          words.length > 0 ? `(${words.join(', ')})` : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
      )
      .join(', ') || 'nothing in it spoke for or against',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** What was done with the message; for one that was tied, to which matter. */
function madeOf({ acts, ties }: Explained): string {
  if (acts.length === 0) return 'left alone';
  return acts
    .map((act) => {
      if (act.kind === 'report') return 'a ticket';
      if (act.kind === 'doubt') return 'asked of the staff';
      if (act.kind === 'late_report') return `#${act.messageId} a ticket after all`;
      const tie = ties.find(({ id }) => id === act.matterId);
      const as = act.kind === 'answer' ? 'an answer' : act.part.replace('_', ' ');
      return `tied as ${as} to #${tie?.messages[0] ?? '?'} “${quoted(tie?.summary ?? '', 40)}”`;
    })
    .join(' and ');
}
