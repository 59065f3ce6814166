import { questionWords, saysWhatItWants } from '../faq/likeness.ts';
import { redact } from '../text/redact.ts';
import type { Act, HeardMatter } from './understanding.ts';

/**
 * What a resident asks in reply to a notice is a question for the office, however little it says by itself: "几点来？" (P8c). What was
 * understood otherwise stays so; a doubt whether it is a matter at all is none under a notice.
 */
export function askedUnderNotice(text: string, acts: readonly Act[]): Act[] {
  const doubts = acts.flatMap((act) => (act.kind === 'doubt' ? [act] : []));
  const isQuestion = /[?？]/u.test(text) || saysWhatItWants(questionWords(text));
  if (acts.length > doubts.length || !isQuestion) return [...acts];
  const [doubted] = doubts;
  const matter: HeardMatter = doubted
    ? { ...doubted.matter, kind: doubted.matter.kind === 'complaint' ? 'complaint' : 'inquiry' }
    : {
        kind: 'inquiry',
        area: 'other',
        urgency: 'normal',
        place: { building: null, unit: null, room: null, spot: null },
        summary: redact(text.replace(/\s+/g, ' ').trim()).slice(0, 80).toWellFormed(),
        sensitive: false,
        confidence: 1,
      };
  return [{ ...doubted, kind: 'report', matter }];
}
