import { answerSchema, type Answer } from './opinion.ts';

/** So long an answer is none: the longest that fits has some two hundred signs. */
const LONGEST = 2_000;

/** Some servers put a fence around what they were asked to write as JSON. */
const fence = /^```(?:json)?\s*\n([\s\S]*)\n```$/;

/**
 * What a model answered, or null when it does not fit: prose around it, a field too many, a value that was not offered, an answer to another
 * question. Nothing is guessed and nothing is repaired; only a fence around the whole is taken off.
 */
export function readAnswer(content: string, asked: { ref: string; matters: number }): Answer | null {
  if (content.length > LONGEST) return null;
  const text = content.trim();
  const fit = answerSchema(asked.ref, asked.matters).safeParse(parsed(fence.exec(text)?.[1] ?? text));
  if (!fit.success) return null;
  const { matter, known, kind, area, urgency, confidence } = fit.data;
  return { matter, known, kind, area, urgency, confidence };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
