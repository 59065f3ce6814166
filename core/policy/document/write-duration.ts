const MINUTE_MS = 60_000;

/**
 * A duration as a policy is written: "30min", "48h", "7d", "1h 30min". The opposite of `readDuration`; what is less than a minute
 * is rounded up to one. Days only from three on, because "48h" is how people speak of limits.
 */
export function writeDuration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  const days = minutes >= 3 * 1440 ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const rest = minutes % 60;
  return [days && `${days}d`, hours && `${hours}h`, rest && `${rest}min`].filter(Boolean).join(' ');
}
