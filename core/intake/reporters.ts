import type { HeardMessage, KnownMatter } from './understanding.ts';

/** Whether the writer of a message is among those who reported a matter; whoever is not known is not. */
export const isReporter = (
  { senderId }: Pick<HeardMessage, 'senderId'>,
  { reporterIds }: Pick<KnownMatter, 'reporterIds'>,
): boolean => senderId !== null && reporterIds.includes(senderId);
