/** What a manager wrote of an entry: only what is there. */
export interface SaidEntry {
  questions: string[];
  answer: string | null;
  /** In other languages than the community's, by locale. */
  answers: Record<string, string>;
}

const labels: readonly [key: 'question' | 'answer' | 'en' | 'zh-TW', words: string][] = [
  ['question', '问题|问|問題|問|question|q'],
  ['answer', '答案|答复|答覆|答|answer|a'],
  ['en', '英文|英语|英語|english|en'],
  ['zh-TW', '繁体|繁體|正體|zh-tw'],
];
const anyLabel = labels.map(([, words]) => words).join('|');
/** At the beginning of a line, or after a space within one. */
const marker = new RegExp(`(?:^|(?<=\\s))(${anyLabel})\\s*[:：]\\s*`, 'giu');

/**
 * Reads `问：… 问：… 答：…`, on one line or on several: any number of questions, one answer, and the answer in other languages
 * (`英文：…`). What stands before the first of these marks is nothing.
 */
export function readEntry(text: string): SaidEntry {
  const entry: SaidEntry = { questions: [], answer: null, answers: {} };
  const marks = [...text.matchAll(marker)];
  for (const [index, mark] of marks.entries()) {
    const said = text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).trim();
    const word = (mark[1] ?? '').toLowerCase();
    const key = labels.find(([, words]) => words.split('|').includes(word))?.[0];
    if (said === '' || key === undefined) continue;
    if (key === 'question') entry.questions.push(said);
    else if (key === 'answer') entry.answer = said;
    else entry.answers[key] = said;
  }
  return entry;
}
