import type { Festival } from '../../notices/care/festivals.ts';
import { dots, lines, quoted } from '../layout.ts';
import type { CareTexts, CareView } from './texts.ts';

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const scheduled = ({ weekdays, askAt }: CareView): string => {
  const days = weekdays.map((day) => dayNames[day - 1]).join(', ');
  return `${weekdays.length === 7 ? 'every day' : `every ${days}`} at ${askAt}`;
};
const stopHow = 'To end it at any time, reply “care stop”.';

const names: Record<Festival, string> = {
  new_year: 'New Year’s Day',
  spring: 'the Spring Festival',
  lantern: 'the Lantern Festival',
  dragon_boat: 'the Dragon Boat Festival',
  mid_autumn: 'the Mid-Autumn Festival',
  national: 'National Day',
  double_ninth: 'the Double Ninth Festival',
};
const wishes: Record<Festival, string> = {
  new_year: 'Happy New Year! May it be a year of good health and good luck for you and your family.',
  spring:
    'Happy Spring Festival! We wish you and your family good health and a happy time together. We are on duty over the holidays: write to us at any time.',
  lantern: 'Happy Lantern Festival! We wish you and your family sweet and peaceful days.',
  dragon_boat: 'A peaceful Dragon Boat Festival to you and your family, and good health.',
  mid_autumn: 'Happy Mid-Autumn Festival! May you and those you love enjoy the full moon together.',
  national:
    'Happy National Day! Have a pleasant holiday and safe travels. We are on duty over the holidays: write to us at any time.',
  double_ninth:
    'For the Double Ninth Festival we wish you, and the elders of your family, good health and much to smile about. If you need a hand, tell us.',
};

export const care = {
  careAsk: (part) => `Good ${part}! Are you well today?`,
  careAgain: () => 'We have not heard from you yet, and ask once more: are you well?',
  careWellChoice: () => 'I am well',
  careHelpChoice: () => 'I need help',
  careGlad: () => 'Good to hear that you are well. We are here whenever you need us.',
  careHelpComes: (code) =>
    `We are sending somebody to help you now (${code}). If a life is in danger, please call the emergency services at once, and tell us what has happened.`,
  careSomebodyComes: (code) =>
    `We have not heard from you, so a colleague is coming to see you (${code}). If you are well, just reply “I am well”.`,
  careSet: (view) =>
    lines(
      `All right: ${scheduled(view)} we will ask here how you are${view.next ? `, the first time at ${view.next}` : ''}.`,
      'If you do not answer we ask once more, and then a colleague comes to see you.',
      stopHow,
    ),
  careStanding: (view, greetings) =>
    lines(
      view
        ? `We ask how you are ${scheduled(view)}${view.next ? `; next at ${view.next}` : ''}. ${stopHow}`
        : 'Nobody asks after you at the moment. If you want it, reply “care every day 9:00”.',
      greetings
        ? 'Festival greetings: on (“care greetings off” ends them).'
        : 'Festival greetings: off (“care greetings on” starts them).',
    ),
  carePaused: (next) => `All right, we leave you in peace. We ask again at ${next}.`,
  careStopped: () => 'All right, we will not ask any more. To have it back, reply “care every day 9:00”.',
  careNone: () => 'Nobody asks after you at the moment. If you want it, reply “care every day 9:00”.',
  careOffered: (view) =>
    lines(
      `The office has put down for you that we ask here how you are, ${scheduled(view)}; if you do not answer, a colleague comes to see you.`,
      'If you like that, you need not do anything; if not, please choose “No, thank you”.',
    ),
  careOkChoice: () => 'All right',
  careNoChoice: () => 'No, thank you',
  careKept: () => 'Good, until then.',
  greetingsWanted: (wanted) =>
    wanted ? 'Good: we will send you greetings on festivals.' : 'All right, no more festival greetings.',
  careInPrivate: () => 'That is your own affair: please send it to me in our direct chat, not in a group.',
  careHow: () =>
    lines(
      'I did not understand that, and nothing was changed. Please write one of these:',
      'care every day 9:00 · care mon, wed 15:00',
      'care pause until monday · care stop',
      'care greetings on · care greetings off',
    ),
  careAtNight: (from) =>
    `Nobody is disturbed at that hour, and nothing was changed. Please choose a time of the day, from ${from} on.`,

  careSummary: (reason, said) =>
    ({
      silent: 'No answer to the care check-in: please look in',
      unreached: 'The care check-in could not be delivered: please look in',
      help: said ? `Wants help at the care check-in: ${quoted(said, 40)}` : 'Wants help at the care check-in',
    })[reason],
  careLookIn: (code, name, place, reason) =>
    lines(
      `Please go and see now: ${dots(name, place)} (${code}).`,
      {
        silent: 'We asked twice and heard nothing.',
        unreached: 'Our message could not be delivered, and we cannot reach them.',
        help: 'They say that they need help.',
      }[reason],
      'Once you have seen them, please take the ticket and report. If nobody opens, follow the emergency procedure.',
    ),
  careNobodyGoes: (code, waited) =>
    `${code}: a resident did not answer a care check-in, or wants help, and for ${waited} nobody has taken it. Please go and look now, and take it; “show ${code}” says where.`,
  careNobodyTold: (code) =>
    `${code} is a care ticket: somebody has to look in on a resident. Whoever is in charge could not be told directly, so please send somebody at once.`,
  careWellAfterAll: (code) => `${code}: they have just answered, and all is well. Please check, then close it.`,
  careHowForStaff: () =>
    lines(
      'I did not understand that, and nothing was changed. Please write one of these:',
      'care add 3-2-501 Mrs Li every day 9:00 (with their consent)',
      'care stop 3-2-501 Mrs Li',
      'care (the list)',
    ),
  careEntered: (name, view) =>
    `Noted: ${name}, ${scheduled(view)}${view.next ? `, for the first time at ${view.next}` : ''}. They have been told, and can say no at any time.`,
  careEnded: (name) => `All right, ${name} will not be asked any more.`,
  careNotAsked: (name) => `${name} is not on the list, and nothing was changed.`,
  careDeclined: (name) => `${name} does not want to be asked; it has been ended.`,
  careNoChat: (name) =>
    `${name} has no direct chat with me yet and cannot be asked; nothing was changed. Please have them write to me once.`,
  careFlatUnknown: () =>
    'I cannot tell which flat is meant, and nothing was changed. Please write building and room, as in: care add 3-2-501 Mrs Li every day 9:00.',
  careWhoThere: (all) =>
    all.length > 0
      ? `On record in that flat: ${all.join(', ')}. Please say who is meant; nothing was changed.`
      : 'Nobody is on record in that flat, and nothing was changed. Please have them write to us once and say their flat.',
  careList: (all) =>
    all.length > 0
      ? lines(
          'Care check-ins:',
          ...all.map(({ name, view }) => dots(name, scheduled(view), view.next && `next ${view.next}`)),
        )
      : 'Nobody is on the care list yet. To add somebody: care add 3-2-501 Mrs Li every day 9:00 (with their consent).',

  festival: (festival) => names[festival],
  greeting: (festival) => wishes[festival],
  greetingOffer: (festival, day, wanting) =>
    lines(
      `${day} is ${names[festival]}. A greeting is ready:`,
      wishes[festival],
      wanting > 0
        ? `Residents who want greetings in their direct chat: ${wanting}.`
        : 'No resident has asked for greetings in a direct chat yet.',
      'How shall it be sent?',
    ),
  greetingToAll: () => 'To the groups (preview first)',
  greetingToWanting: () => 'Only to those who want it',
  greetingNotNow: () => 'Not this time',
  greetingPrepared: (festival, at, wanting) =>
    `Good: the greeting for ${names[festival]} goes out at ${at}, directly; residents who want it: ${wanting}.`,
  greetingDropped: (festival) => `All right, no greeting for ${names[festival]} this time.`,
} satisfies CareTexts;
