const MINUTE_MS = 60_000;

/**
 * A duration as a policy is written: "30min", "48h", "7d", "1h 30min". The opposite of `readDuration`; what is less than a minute
 * is written in seconds, and everything else in whole minutes. Days only from three on, because "48h" is how people speak of limits.
 */
export function writeDuration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(1, Math.round(ms / 1_000))}s`;
  const minutes = Math.round(ms / MINUTE_MS);
  const days = minutes >= 3 * 1440 ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const rest = minutes % 60;
  return [days && `${days}d`, hours && `${hours}h`, rest && `${rest}min`].filter(Boolean).join(' ');
}
