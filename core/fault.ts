/** What may be logged of an error: its kind and where it happened. Messages can quote what people wrote, and stay out (P9b). */
export function faultOf(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, ...code, at: frames.slice(0, 8).map((line) => line.trim()) };
}
