import { z } from 'zod';

/**
 * Whom a broadcast is for. Everything that is named must hold: groups of building 3 that are tagged 租户.
 * - `groups`: residents' groups; those without buildings of their own are told of every building (P8a).
 * - `direct`: persons in their direct chats.
 * - `staff`: the office's own groups, for a drill.
 */
export const audienceSchema = z.object({
  to: z.enum(['groups', 'direct', 'both', 'staff']).default('groups'),
  /** Labels of buildings; none: the whole estate. */
  buildings: z.array(z.string().min(1)).default([]),
  /** Tags of groups; none: whatever their tags. Nobody is told directly by a tag. */
  tags: z.array(z.string().min(1)).default([]),
  /** Only where somebody reported these tickets: their groups, or themselves. */
  reportersOf: z.array(z.string()).default([]),
  /** Only these persons, directly. */
  persons: z.array(z.string()).optional(),
});
export type Audience = z.output<typeof audienceSchema>;
export type AudienceInput = z.input<typeof audienceSchema>;
