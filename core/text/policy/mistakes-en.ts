import { fieldRules } from '../../policy/document/field-rules.ts';
import type { MistakeTexts, Sort } from './mistake-texts.ts';

const sorts: Record<Sort, string> = {
  text: 'text',
  map: 'a map of names and values',
  list: 'a list',
  whole: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};
const list = (items: readonly string[]): string => items.join(', ');

export const mistakes: MistakeTexts = {
  tooLong: () => ({ message: 'the file is too long for a policy', mend: 'keep only what differs from the default' }),
  notAMap: () => ({
    message: 'a policy is a map of names and values',
    mend: 'write for example "limits:" and the lines under it',
  }),
  tooDeep: () => ({
    message: 'the file is nested too deeply, or its anchors (&, *) stand for too much',
    mend: 'write the values out',
  }),
  twice: () => ({ message: 'this name stands twice in the same map', mend: 'keep one of them' }),
  tab: () => ({ message: 'a tab is no indentation', mend: 'indent with spaces' }),
  indentation: () => ({
    message: 'the indentation does not fit the lines around it',
    mend: 'align the names of one map under each other',
  }),
  secondDocument: () => ({
    message: 'a second document begins here',
    mend: 'write one policy in one file, without "---"',
  }),
  unclosed: () => ({
    message: 'a closing sign or a space is missing',
    mend: 'close the quotes or brackets of this line; after ":" and "," comes a space',
  }),
  noYaml: (why) => ({ message: `is no YAML: ${why}`, mend: 'look at this line and at the one before' }),
  chineseSign: (sign, wanted) => ({
    message: `"${sign}" is a sign of Chinese writing`,
    mend: `write ${wanted} instead, typed in English`,
  }),

  unknownName: (name) => `"${name}" is not known here`,
  wrongName: (rule) => `the name ${rule}`,
  noneOf: (value, known) => `${value} is none of ${list(known)}`,
  missing: (name) => `"${name}" is missing`,
  wrongSort: (sort, value) => `must be ${sorts[sort]}, not ${value}`,
  emptyList: () => 'must not be an empty list',
  atLeast: (least, value) => `must be at least ${least}, not ${value}`,
  atMost: (most, value) => `must be at most ${most}, not ${value}`,
  rule: (rule) => fieldRules[rule],
  against: (rule, value) => (value === null ? rule : `${value} ${rule}`),
  didYouMean: (word) => `did you mean ${word}?`,
  didYouMeanLine: (word) => `did you mean ${word}? Otherwise a line of its own says everything`,
  mayStand: (known) => `what may stand here: ${list(known)}`,
  writeOneOf: (known) => `write one of ${list(known)}`,
  writeAs: (example) => `write it as in ${example}`,
  takeAway: () => 'take it away, or see docs/policy.md for what may stand here',

  noSuchLadder: (name, known, near) => ({
    message: `there is no ladder "${name}"`,
    mend: near ? `did you mean ${near}?` : `name one of ${list(known)}, or write null`,
  }),
  promiseWithin: () => ({
    message: 'a promise is due at the time that was promised, not within some time',
    mend: 'take "within" out of this line',
  }),
  noTime: () => ({
    message: 'the line does not say within which time',
    mend: 'write for example "within: 24h", or "within: null" for no limit',
  }),
  rivals: (earlier) => ({
    message: `names the same as the line "${earlier}", so that nobody can tell which of them counts`,
    mend: `let one of them name more (urgency, kind or area), or take the other away with "${earlier}: null"`,
  }),
  unanswered: (kind, urgency, areas) => ({
    message: `no line says by when a matter of the kind ${kind} and the urgency ${urgency} is answered first${areas ? ` in ${list(areas)}` : ''}`,
    mend: `add a line with "for: first_response, kind: ${kind}"; "within: null" says that there is no limit`,
  }),
  neverOpen: () => ({
    message: 'the office is never open in an ordinary week, and yet there are limits in service time',
    mend: 'open it on some weekday, for example mon: ["08:30-18:00"], or let all limits count by calendar',
  }),
  sleepless: () => ({
    message: 'there would be no hour of the day left in which anybody may be reminded',
    mend: 'leave at least an hour, as in "22:00-08:00"; equal times mean no quiet hours',
  }),
  toldTwice: (tell, name, earlier) => ({
    message: `tells the ${tell} at the same time as the rung "${earlier}"`,
    mend: `take one of them away ("${name}: null"), or let one tell somebody else; "by: both" reaches group and person`,
  }),
  forgottenTooSoon: () => ({
    message: 'records are kept for three years at least',
    mend: 'write "keep: 1096d" or longer',
  }),
  notShorter: (than) => ({
    message: `must be shorter than "${than}", or it comes to nothing`,
    mend: `write a shorter time, or a longer "${than}"`,
  }),
  remindedTooLate: () => ({
    message: 'the resident would be reminded only when the ticket is already closed',
    mend: 'remind earlier, or close later',
  }),

  unknownCountry: (country) => ({
    message: `no public holidays are known for ${country}: every day goes by the week`,
    mend: 'write the code of a country as in "holidays: CN", or "holidays: null" and name the days under "days"',
  }),
  unknownYear: (year, country) => ({
    message: `the public holidays of ${year} are not known yet for ${country}`,
    mend: 'the other days of that year go by the week: write its holidays here, too, or update linli when they are announced',
  }),
  unknownYearAhead: (year, country) => ({
    message: `the public holidays of ${year} are not known yet for ${country}: its days go by the week`,
    mend: 'update linli when they are announced, or name the days under "calendar.days"',
  }),
  idleLadder: (name) => ({
    message: 'no line of the limits names this ladder',
    mend: `name it in a line ("ladder: ${name}"), or take it away with "${name}: null"`,
  }),
  emptySample: () => ({
    message: 'a sample of nothing is followed up',
    mend: 'write a share such as 10%, or "sample: null" under "by"',
  }),
};
