/** An account of ours as a sentence names it. */
export interface AccountView {
  channel: string;
  /** As people see it; null while that is not known. */
  name: string | null;
}

/** A time in which an account did not hear; instants are in words already. */
export interface MissedView {
  from: string;
  until: string | null;
  lasted: string;
  /** Messages of that time that were fetched afterwards. */
  fetched: number;
  complete: boolean;
}

/** One account in the list of accounts. */
export interface AccountLine extends AccountView {
  state: 'online' | 'connecting' | 'login_needed' | 'offline';
  /** Since when, in words. */
  since: string | null;
  stopped: boolean;
  /** Of the last day. */
  gaps: MissedView[];
}

/** What an account has said of what the desk allows itself. */
export interface QuotaLine extends AccountView {
  /** In words; null when nobody stopped it. */
  stoppedSince: string | null;
  windows: { used: number; allowed: number; per: string }[];
  waiting: number;
  /** When the next word goes out, in words; null when it goes now, or nothing waits. */
  next: string | null;
}

/** Somebody known, as the staff recognise them. */
export interface KnownView {
  name: string;
  /** "3栋2单元501"; null when unknown. */
  flat: string | null;
  /** Since when they are known, in words. */
  since: string;
  tickets: number;
}

/** What is said about our accounts and about who is who; a part of `Texts`. */
export interface PeopleTexts {
  /** What people call a platform: 微信, Telegram. */
  platform(channel: string): string;

  // To managers, about accounts of ours (P10b).
  accountDown(account: AccountView, since: string): string;
  /** Beside that it is down, when it has been so several times of late: shorter times are not told for a while. */
  accountUnsteady(): string;
  accountBack(account: AccountView, missed: MissedView): string;
  /** To the office: a colleague could not be told something in person, on any platform of theirs. `code`: of the ticket it was about. */
  colleagueUnreached(name: string, code: string | null, why: string): string;
  /** To staff: look into the groups. */
  mayBeMissing(account: AccountView, missed: MissedView): string;
  /** Beside the code to be scanned. `since` is null when it was not logged in before. */
  loginNeeded(account: AccountView, since: string | null): string;
  /** Many codes were sent and none was used; how to ask for another. */
  loginCodesHeld(account: AccountView): string;
  loginCodeComes(): string;
  noLoginNeeded(): string;
  groupsTakenOver(from: AccountView, to: AccountView, groups: string[]): string;
  accounts(lines: AccountLine[]): string;
  quota(lines: QuotaLine[]): string;
  /** What it means, and how it is lifted. */
  sendingStopped(platforms: string[]): string;
  sendingResumed(platforms: string[]): string;
  stopHow(platforms: string[]): string;

  // To staff: the same person under a new id?
  samePerson(channel: string, name: string, candidates: KnownView[]): string;
  samePersonYes(candidate: KnownView | null): string;
  samePersonNo(candidates: number): string;
  /** `known` is null when it was somebody new. */
  samePersonSettled(by: string, known: string | null): string;

  // Joining two platforms by a code.
  joinCode(code: string, minutes: number): string;
  /** Asked for in a group, where a code could be used by anybody. */
  joinInPrivate(): string;
  joinDone(channel: string): string;
  joinWrong(): string;
  joinExpired(): string;
  joinUsed(): string;
  joinOwn(): string;
  /** To somebody of the office who uses the code of somebody with fewer rights. */
  joinOtherWay(): string;
  /** Asked of somebody of the office on the first platform. */
  joinConfirm(channel: string, name: string): string;
  joinConfirmYes(): string;
  joinConfirmNo(): string;
  joinWaits(): string;
  joinRefused(): string;
  joinRefusedElsewhere(): string;

  // Flats.
  /** In a direct chat: what is on record. */
  flatOnRecord(flat: string, confirmed: boolean): string;
  flatUnknown(): string;
  /** To the resident; says no number, because others may read it (P9b). */
  flatNoted(): string;
  flatHow(): string;
  flatInPrivate(): string;
  /** To the staff who confirmed or set it. */
  flatConfirmed(name: string, flat: string): string;
  flatHowForStaff(): string;
  noSuchBuilding(): string;
}
