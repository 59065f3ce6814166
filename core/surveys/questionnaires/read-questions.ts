import { numberedLines } from './numbered-lines.ts';
import { END, type Condition, type Question } from './questions.ts';

/** What is wrong with a line, and which one, counted from 1 in what was read; `said` is what was written there. */
export interface QuestionMistake {
  line: number;
  said: string;
  why:
    | 'no_questions'
    | 'number'
    | 'empty'
    | 'scale'
    | 'few_options'
    | 'many_options'
    | 'many_questions'
    | 'condition'
    | 'unknown_question'
    | 'not_before'
    | 'not_after'
    | 'value';
}

export type QuestionsRead = { intro: string; questions: Question[] } | { mistakes: QuestionMistake[] };

export const MOST_QUESTIONS = 30;
export const MOST_OPTIONS = 10;

const DASH = '(?:-|–|—|~|～|到|至|to)';
const NUMBERED = /^\s*(\d{1,2})\s*[.、．)）:：]\s*(.*)$/su;
const OPTION = /^\s*([A-Ja-j])(?:[.、．)）:：]\s*|\s+|(?=\p{Script=Han}))(.+)$/su;
const SCALE = new RegExp(
  `[（(]\\s*(\\d{1,3})\\s*${DASH}\\s*(\\d{1,3})\\s*(?:分|星|points?|stars?)?\\s*[)）]\\s*$`,
  'u',
);
const SLASHES = /[（(]\s*([^()（）/]{1,20}(?:[/／][^()（）/]{1,20}){1,9})\s*[)）]\s*$/u;
const MARK = /\s*[（(]\s*(单选|單選|多选|多選|选填|選填|必填|single|multiple|optional|required)\s*[)）]\s*/giu;
const WHEN = String.raw`第?\s*(\d{1,2})\s*题?\s*(<=|>=|!=|≤|≥|≠|<|>|=|＜|＞|＝|是|选|選)\s*([A-Ja-j]|\d{1,3})`;
const JUMP = new RegExp(
  `^\\s*(?:若|如果|if\\s)?\\s*${WHEN}\\s*[,，:：]?\\s*(?:→|->|=>|跳到|跳至|转到|轉到|go to|to)\\s*第?\\s*(\\d{1,2}|结束|結束|end)\\s*[题題]?\\s*[。.]?\\s*$`,
  'iu',
);
const ONLY_IF = new RegExp(`^\\s*(?:若|如果|if\\s)\\s*${WHEN}\\s*[:：,，]\\s*(.*)$`, 'isu');
/** Somebody meant a condition. */
const LIKE_A_CONDITION = /^\s*(?:(?:若|如果|if)\s*第?\s*\d|\d{1,2}\s*(?:[<>=＜＞＝≤≥≠]|!=))|(?:→|->)/iu;

const signs: Record<string, Condition['is']> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  是: '=',
  选: '=',
  選: '=',
};

interface Draft {
  line: number;
  id: string;
  text: string;
  marks: string[];
  options: string[];
  onlyIf: (Said & { line: number }) | null;
}

interface Said {
  question: string;
  sign: string;
  value: string;
  said: string;
}

/**
 * Reads questions, a line each:
 * `1. 您对保洁满意吗？(1-5)` is a scale, `2. 最需要改进的是？ A 保洁 B 安保` or `(是/否)` a choice, with `(多选)` of several, and everything
 * else is answered in words. Options may stand on lines of their own. `若1<3：哪里不满意？` is asked only then; `2=B → 4` goes on with the
 * fourth, and `→ 结束` ends it. What stands before the first question is the introduction. Scales and choices must be answered, words need
 * not be; `(选填)` and `(必填)` say otherwise. Of what is wrong, everything is told at once.
 */
export function readQuestions(text: string): QuestionsRead {
  const mistakes: QuestionMistake[] = [];
  const intro: string[] = [];
  const drafts: Draft[] = [];
  const jumps: (Said & { line: number; to: string })[] = [];
  for (const [index, said] of numberedLines(text).entries()) {
    const line = index + 1;
    const wrong = (why: QuestionMistake['why']): void => void mistakes.push({ line, said: said.trim(), why });
    const last = drafts.at(-1);
    const jump = JUMP.exec(said);
    const onlyIf = ONLY_IF.exec(said);
    const numbered = NUMBERED.exec(said);
    if (jump)
      jumps.push({ ...saidIn(jump, said), line, to: /^\d/.test(jump[4] ?? '') ? String(Number(jump[4])) : END });
    else if (onlyIf)
      drafts.push(draft(line, String(drafts.length + 1), onlyIf[4] ?? '', { ...saidIn(onlyIf, said), line }));
    else if (numbered && !LIKE_A_CONDITION.test(said)) {
      if (Number(numbered[1]) !== drafts.length + 1) wrong('number');
      const inner = ONLY_IF.exec(numbered[2] ?? '');
      const condition = inner ? { ...saidIn(inner, said), line } : null;
      drafts.push(draft(line, String(drafts.length + 1), inner ? (inner[4] ?? '') : (numbered[2] ?? ''), condition));
    } else if (LIKE_A_CONDITION.test(said)) wrong('condition');
    else if (said.trim() === '') continue;
    else if (!last) intro.push(said.trim());
    else if (isNextOption(said, last)) last.options.push(OPTION.exec(said)?.[2]?.trim() ?? '');
    else last.text = `${last.text}\n${said.trim()}`;
  }
  if (drafts.length === 0) return { mistakes: [{ line: 1, said: '', why: 'no_questions' }] };
  if (drafts.length > MOST_QUESTIONS) mistakes.push({ ...at(drafts[MOST_QUESTIONS]), why: 'many_questions' });
  const questions = drafts.flatMap((one) => questionOf(one, mistakes) ?? []);
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const { id, onlyIf } of drafts) {
    const question = byId.get(id);
    if (question && onlyIf) question.onlyIf = conditionOf(onlyIf, byId, mistakes, Number(id) - 1);
  }
  for (const jump of jumps) {
    const when = conditionOf(jump, byId, mistakes, drafts.length);
    const toKnown = jump.to === END || byId.has(jump.to);
    if (!toKnown) mistakes.push({ line: jump.line, said: jump.said, why: 'unknown_question' });
    else if (when && jump.to !== END && Number(jump.to) <= Number(jump.question))
      mistakes.push({ line: jump.line, said: jump.said, why: 'not_after' });
    else if (when) byId.get(jump.question)?.jumps.push({ when, to: jump.to });
  }
  if (mistakes.length > 0) return { mistakes: mistakes.toSorted((a, b) => a.line - b.line) };
  return { intro: intro.join('\n'), questions };
}

const at = (one: Draft | undefined): { line: number; said: string } => ({
  line: one?.line ?? 1,
  said: one?.text ?? '',
});

function saidIn([, question = '', sign = '', value = '']: RegExpExecArray, said: string): Said {
  return { question: String(Number(question)), sign: signs[sign] ?? sign, value, said: said.trim() };
}

/** Takes apart what stands on a question's own line. */
function draft(line: number, id: string, text: string, onlyIf: Draft['onlyIf']): Draft {
  const marks = Array.from(text.matchAll(MARK), ([, mark = '']) => mark.toLowerCase());
  const words = text.replaceAll(MARK, ' ').trim();
  const [asked, options] = inlineOptions(words);
  return { line, id, text: asked, marks, options, onlyIf };
}

/** `… ？ A 保洁 B 安保`: letters from A on, after the end of a sentence, so that "A 栋和 B 栋" is none. */
function inlineOptions(text: string): [string, string[]] {
  const first = /(?<=[?？:：。.!！])\s*A(?:[.、．)）:：]\s*|\s+|(?=\p{Script=Han}))/u.exec(text);
  if (!first || text.slice(0, first.index).trim() === '') return [text, []];
  const options: string[] = [];
  let rest = text.slice(first.index + first[0].length);
  for (const letter of 'BCDEFGHIJK') {
    const next = new RegExp(`(?:^|\\s|[,，;；])${letter}(?:[.、．)）:：]\\s*|\\s+|(?=\\p{Script=Han}))`, 'u').exec(
      rest,
    );
    if (!next) break;
    options.push(rest.slice(0, next.index).trim());
    rest = rest.slice(next.index + next[0].length);
  }
  options.push(rest.trim());
  return options.length < 2 ? [text, []] : [text.slice(0, first.index).trim(), options];
}

function isNextOption(said: string, { options }: Draft): boolean {
  const letter = OPTION.exec(said)?.[1]?.toUpperCase();
  return letter !== undefined && letter.charCodeAt(0) - 65 === options.length;
}

function questionOf({ line, id, text, marks, options, onlyIf }: Draft, mistakes: QuestionMistake[]): Question | null {
  const said = text;
  const wrong = (why: QuestionMistake['why']): null => {
    mistakes.push({ line, said, why });
    return null;
  };
  const has = (...names: string[]): boolean => marks.some((mark) => names.includes(mark));
  const common = { id, onlyIf: null, jumps: [] };
  const asked = (cut: RegExpExecArray | null): string => (cut ? text.slice(0, cut.index) : text).trim();
  const mustOr = (usual: boolean): boolean =>
    has('必填', 'required') ? true : has('选填', '選填', 'optional') ? false : usual;
  const scale = options.length === 0 ? SCALE.exec(text) : null;
  const slashes = options.length === 0 && !scale ? SLASHES.exec(text) : null;
  if (asked(scale ?? slashes) === '') return wrong(onlyIf && text === '' ? 'condition' : 'empty');
  if (scale) {
    const [from, to] = [Number(scale[1]), Number(scale[2])];
    if (from >= to || to - from > 10 || to > 100) return wrong('scale');
    return { kind: 'scale', ...common, text: asked(scale), from, to, required: mustOr(true) };
  }
  const all = slashes ? (slashes[1] ?? '').split(/[/／]/).map((option) => option.trim()) : options;
  const several = has('多选', '多選', 'multiple');
  const isChoice = all.length > 0 || several || has('单选', '單選', 'single');
  if (!isChoice) return { kind: 'text', ...common, text, required: mustOr(false) };
  if (all.length > MOST_OPTIONS) return wrong('many_options');
  if (new Set(all).size < Math.max(2, all.length) || all.includes('')) return wrong('few_options');
  return { kind: 'choice', ...common, text: asked(slashes), options: all, several, required: mustOr(true) };
}

/** Null where something is wrong with it. `before`: it may name the first so many questions. */
function conditionOf(
  { question, sign, value, said, line }: Said & { line: number },
  byId: ReadonlyMap<string, Question>,
  mistakes: QuestionMistake[],
  before: number,
): Condition | null {
  const wrong = (why: QuestionMistake['why']): null => {
    mistakes.push({ line, said, why });
    return null;
  };
  const about = byId.get(question);
  if (!about) return wrong('unknown_question');
  if (Number(question) > before) return wrong('not_before');
  const is = sign as Condition['is'];
  const isLetter = /^[a-z]$/i.test(value);
  if (about.kind === 'text') return wrong('value');
  if (about.kind === 'scale') {
    const mark = Number(value);
    return isLetter || mark < about.from || mark > about.to ? wrong('value') : { question, is, value: mark };
  }
  const place = isLetter ? value.toUpperCase().charCodeAt(0) - 65 : Number(value) - 1;
  if (place < 0 || place >= about.options.length || (is !== '=' && is !== '!=')) return wrong('value');
  return { question, is, value: place };
}
