/**
 * When something that was just published is due again (P8d). What is published late, or less than half of the time between two dates too early,
 * is the one that was due. What comes earlier than that is one besides: the date stays.
 *
 * @param next the first date after an instant, by how it repeats
 */
export function nextDue(dueAt: Date, publishedAt: Date, next: (after: Date) => Date): Date {
  const following = next(dueAt);
  const early = dueAt.getTime() - publishedAt.getTime();
  if (early * 2 > following.getTime() - dueAt.getTime()) return dueAt;
  return following > publishedAt ? following : next(publishedAt);
}
