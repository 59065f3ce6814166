/** What may point to a person, or where they live. */
export type PersonalKind = 'phone' | 'id_card' | 'bank_card' | 'plate' | 'room' | 'email' | 'wechat' | 'name';

/** How one kind is found in a text that {@link sameLength} made plain. */
export interface Finder {
  kind: PersonalKind;
  pattern: RegExp;
  /** Whether what the pattern found is one, given what stands before and after it; by default it is. */
  counts?: (text: string, before: string, after: string) => boolean;
}
