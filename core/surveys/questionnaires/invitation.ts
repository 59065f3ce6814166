import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { Choice, OutgoingContent } from '../../channel/outgoing.ts';
import type { Contents } from '../../outbox/broadcast/contents.ts';
import { textsFor } from '../../text/texts-for.ts';
import { dated } from '../../text/dated.ts';
import { locales, type Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { askedAtOnce, questionsOf } from './questionnaire.ts';
import type { Question } from './questions.ts';
import type { Asked } from './take-part.ts';

type Shown = Pick<
  Questionnaire,
  'id' | 'number' | 'title' | 'intro' | 'questions' | 'anonymous' | 'perHousehold' | 'isOffer' | 'closesAt'
>;

/** The same in every language that the desk speaks; the questions stay as they were written. */
export const inAllLanguages = (say: (texts: Texts) => OutgoingContent): Contents =>
  Object.fromEntries(locales.map((locale) => [locale, say(textsFor(locale))]));

/**
 * What asks people to take part. A single question that may be answered before everybody's eyes is asked right there: by a poll where the
 * platform has them, by a tap or in words elsewhere. Otherwise one tap, or a word, begins it in the direct chat.
 */
export function invitation(questionnaire: Shown, texts: Texts, at: { timeZone: string }): OutgoingContent {
  const { id, number, title, intro, anonymous, perHousehold, isOffer, closesAt } = questionnaire;
  const question = askedAtOnce(questionnaire);
  const text = texts.questionnaireInvitation({
    number,
    title,
    intro,
    anonymous,
    perHousehold,
    isOffer,
    count: questionsOf(questionnaire).length,
    closesAt: dated(texts, closesAt, at.timeZone),
    question: question && withRange(question),
  });
  if (!question) return { text, choices: [[joinChoice(texts, id)]] };
  const choices = question.kind === 'choice' && question.several ? [[joinChoice(texts, id)]] : marks(question, 'o', id);
  if (question.kind !== 'choice') return { text, choices };
  return { text, choices, poll: { question: question.text, options: question.options, several: question.several } };
}

export const joinChoice = (texts: Texts, id: string): Choice => ({
  id: choiceIds.about('questionnaire', 'j', id),
  label: texts.questionnaireJoinChoice(),
});

/** A question as it is asked in a direct chat, with the ways on and back. */
export function asking(
  { id, title }: Pick<Questionnaire, 'id' | 'title'>,
  asked: Asked,
  texts: Texts,
): OutgoingContent {
  const { question, number, of, isFirst, ticked } = asked;
  const several = question.kind === 'choice' && question.several;
  const text = texts.questionnaireQuestion({
    title,
    number,
    of,
    isFirst,
    several,
    kind: question.kind,
    required: question.required,
    question: withRange(question),
    options: several ? question.options : [],
    range: question.kind === 'scale' ? [question.from, question.to] : null,
  });
  const ways = [
    ...(isFirst
      ? []
      : [{ id: choiceIds.about('questionnaire', `b.${question.id}`, id), label: texts.questionnaireBack() }]),
    ...(question.required
      ? []
      : [{ id: choiceIds.about('questionnaire', `s.${question.id}`, id), label: texts.questionnaireSkip() }]),
    { id: choiceIds.about('questionnaire', 'q', id), label: texts.questionnaireQuit() },
  ];
  const isInWords = several || question.kind === 'text';
  const marked = several ? ticks(question.options, ticked, question.id, id, texts) : marks(question, 'a', id);
  return {
    text,
    choices: [...marked, ways],
    ...(isInWords ? { byLabel: true } : {}),
  };
}

const ROW = 6;

/** A mark or an option each: marks side by side, options below each other. */
function marks(question: Question, action: 'a' | 'o', id: string): Choice[][] {
  const choice = (value: number, label: string): Choice => ({
    id: choiceIds.about('questionnaire', `${action}.${question.id}.${value}`, id),
    label,
  });
  if (question.kind === 'choice') return question.options.map((label, place) => [choice(place, label)]);
  if (question.kind === 'text') return [];
  const all = Array.from({ length: question.to - question.from + 1 }, (_, at) => question.from + at);
  const choices = all.map((mark) => choice(mark, String(mark)));
  return Array.from({ length: Math.ceil(choices.length / ROW) }, (_, row) => choices.slice(row * ROW, (row + 1) * ROW));
}

/** Options of which several can be ticked, and that this is all. */
function ticks(
  options: readonly string[],
  ticked: readonly number[],
  question: string,
  id: string,
  texts: Texts,
): Choice[][] {
  const choices = options.map((label, place) => ({
    id: choiceIds.about('questionnaire', `t.${question}.${place}`, id),
    label: `${ticked.includes(place) ? '☑' : '☐'} ${label}`,
  }));
  const given = { id: choiceIds.about('questionnaire', `d.${question}`, id), label: texts.questionnaireTickedChoice() };
  return [...choices.map((choice) => [choice]), [given]];
}

const withRange = (question: Question): string =>
  question.kind === 'scale' ? `${question.text} (${question.from}–${question.to})` : question.text;
