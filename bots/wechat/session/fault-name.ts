/**
 * What kind of fault it is, without anything that it may quote: the status of a gateway (`14 UNAVAILABLE`), the system's code
 * (`ECONNREFUSED`), or the name of the error.
 */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const [, status] = /^(?:Error: )?(\d{1,2} [A-Z_]{2,})\b/.exec(error.message) ?? [];
  if (status !== undefined) return status;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name;
}
