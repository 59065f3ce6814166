import type { Repeat } from '../../notices/repeat.ts';

/** Something that is published again and again, as managers see it. */
export interface PublicationView {
  number: number;
  title: string;
  repeat: Repeat;
  /** In words of `Texts.when`. */
  due: string;
  isOverdue: boolean;
  /** When it was last published; null: never. */
  last: string | null;
}

/** What is published on a schedule (P8d); a part of `Texts`. */
export interface PublicationTexts {
  publicationList(all: readonly PublicationView[]): string;
  publication(view: PublicationView): string;
  publicationAdded(view: PublicationView): string;
  publicationRevoked(title: string): string;
  publicationUnknown(number: number): string;
  /** Nothing was changed, and how to write it. */
  publicationHow(): string;
  publicationSoon(number: number, title: string, due: string): string;
  publicationDue(number: number, title: string): string;
  publicationOverdue(number: number, title: string, due: string, late: string): string;
}
