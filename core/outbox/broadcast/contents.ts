import { z } from 'zod';
import { outgoingContentSchema } from '../../channel/outgoing.ts';

/** What a broadcast says, by language; groups hear the community's, persons their own where it is there. */
export const contentsSchema = z.record(z.string(), outgoingContentSchema);
export type Contents = z.infer<typeof contentsSchema>;
