import type { Figures } from '../../intake/shadow/figures.ts';
import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/en.ts';
import type { ShadowCard, ShadowLine, ShadowTexts } from './texts.ts';

const deeds: Record<ShadowCard['deed'], string> = {
  ticket: 'would be a ticket',
  question: 'staff would be asked',
  nothing: 'nothing would be done',
};

const percent = (share: number | null): string => (share === null ? 'unknown yet' : `${Math.round(share * 100)} %`);

const lineOf = ({ who, at, text, recalled }: ShadowLine): string =>
  recalled
    ? `${at} ${who || 'Somebody'}: (taken back)`
    : `${at} ${who || 'Somebody'}: ${text === '' ? '(a picture or a voice message)' : `“${quoted(text)}”`}`;

const matterOf = ({ kind, area, urgency, place }: ShadowCard['matters'][number]): string =>
  dots(words.kind(kind), words.area(area), urgency !== 'normal' && words.urgency(urgency), words.place(place, 'full'));

const answers = ({ tickets, questions, nothing }: Figures): string =>
  [
    `Would be tickets: ${tickets.yes} yes, ${tickets.no} no`,
    `Would be asked: ${questions.yes} yes, ${questions.no} no`,
    `Would be left alone: ${nothing.yes} yes, ${nothing.no} no`,
  ].join('\n');

export const shadow = {
  shadowOn: (group, reportAt) =>
    lines(
      `From now on “${group}” is only listened to: nothing is said there, no ticket is opened, nobody is asked. Managers hear of an emergency at once.`,
      `You get a report ${reportAt}; for one before that, send “shadow report”. To act there again, send “shadow ${group} off”.`,
    ),
  shadowAlready: (group, since, reportAt) =>
    `“${group}” has been listened to since ${since}, with a report ${reportAt}. Nothing was changed.`,
  shadowOff: (group, open) =>
    lines(
      `“${group}” is handled as usual from the next message on. What was said before does not become tickets by itself.`,
      open > 0 && `Not judged yet: ${open}. To see them, send “shadow ${group} report”.`,
    ),
  shadowNotOn: (group) => `“${group}” is not being listened to; it is handled as usual, and nothing was changed.`,
  shadowStanding: (groups) =>
    lines(
      'The residents’ groups:',
      ...groups.map(({ title, since, reportAt, heard, open }) =>
        since === null
          ? `${title}: handled as usual`
          : `${title}: ${dots(`only listened to since ${since}`, `lines heard: ${heard}`, open > 0 && `to be judged: ${open}`, reportAt && `report ${reportAt}`)}`,
      ),
      'shadow GROUP on · shadow GROUP off · shadow report',
    ),
  shadowWhich: (titles) =>
    `Which group? Please name it, as in: shadow ${titles[0] ?? 'Building 3'} on. There are: ${titles.join(', ')}.`,
  shadowNoGroup: (said, near) =>
    `There is no residents’ group “${said}”, and nothing was changed. ${near ? `Did you mean “${near}”?` : 'Send “shadow” to see them all.'}`,
  shadowNothingOn: () => 'No group is only listened to now. To begin with one: shadow GROUP on.',
  shadowHow: () =>
    'Please write: shadow GROUP on · shadow GROUP off · shadow GROUP report · shadow (how each group stands). Nothing was changed.',

  shadowReport: ({ group, since, heard, tickets, emergencies, questions, nothing, open }) => {
    const count = tickets.reduce((sum, one) => sum + one.count, 0);
    const kinds = tickets.map((one) => `${words.kind(one.kind)}: ${one.count}`).join(', ');
    return lines(
      `[Shadow report] ${group}, since ${since}`,
      `Lines by residents: ${heard}. Handled as usual, that would have made:`,
      `tickets: ${count}${kinds ? ` (${kinds})` : ''}${emergencies > 0 ? `, emergencies among them: ${emergencies}` : ''}; questions to the staff: ${questions}.`,
      nothing > 0 &&
        `Looked a little like it, but would be left alone: ${nothing}. Please judge these, too, so that what is missed can be counted.`,
      open > 0
        ? `Please judge each of these ${open}: is it something for the office?`
        : count + questions + nothing > 0 && 'All of them have been judged.',
    );
  },
  shadowCard: ({ group, deed, matters, lines: said, more, settled, verdict }) =>
    lines(
      `[Shadow] ${group} · ${deeds[deed]}`,
      ...said.map(lineOf),
      more > 0 && `Lines more: ${more}`,
      deed !== 'nothing' && `Taken for: ${matters.map(matterOf).join('; ')}`,
      settled && 'Residents said later that it is over',
      verdict && `${verdict.by}: ${verdict.isMatter ? 'a matter' : 'no matter'}`,
    ),
  shadowYes: () => 'A matter',
  shadowNo: () => 'No matter',
  shadowMore: (left) => `Not judged yet: ${left}.`,
  shadowMoreChoice: () => 'More',
  shadowJudged: (said, isMatter) => `Noted: “${quoted(said, 40)}” is ${isMatter ? 'a matter' : 'no matter'}`,
  shadowGone: () => '[Shadow] This line was changed since; there is nothing to judge any more.',
  shadowFigures: (group, figures) => {
    const open = figures.tickets.open + figures.questions.open + figures.nothing.open;
    const { precision, recall, withQuestions } = figures;
    return lines(
      `[Shadow] The figures of ${group}`,
      `Precision ${percent(precision)} (of the tickets, those that are matters) · recall ${percent(recall)} (of the matters, those that would be tickets)`,
      `If staff answered every question: precision ${percent(withQuestions.precision)} · recall ${percent(withQuestions.recall)}`,
      answers(figures),
      open > 0 && `Not judged yet: ${open}.`,
      figures.rough && 'There are few answers yet, so these figures are rough.',
    );
  },

  shadowEmergency: (group, line, matter) =>
    lines(
      `🔴 “${group}” is only listened to, and there may be an emergency. Nothing was said in the group; please act now:`,
      lineOf(line),
      `Taken for: ${matterOf(matter)}`,
    ),
  shadowTake: () => 'Open a ticket',
  shadowOffer: (group, rows) =>
    lines(
      `Said in “${group}” while it was listened to, judged to be matters, without a ticket, and not known to be over. Which shall be opened?`,
      ...rows.map(({ words: said, code }, at) => `${at + 1}. ${dots(said, code && `opened ${code}`)}`),
    ),
  shadowOfferChoice: (number, said) => `Open no. ${number}: ${quoted(said, 20)}`,
  shadowTaken: (codes) => `Opened ${codes.join(', ')}`,
  shadowTakenBefore: (codes) => `There is a ticket for this already, ${codes.join(', ')}; none was opened.`,
} satisfies ShadowTexts;
