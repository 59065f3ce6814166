/** Where replay speaks: `out` is stdout, `err` is stderr; a line at a time, without its end. */
export interface ReplayIo {
  out(line: string): void;
  err(line: string): void;
}

/** Message ids are numbers where the export has them so; what is too long for a number stays text. */
export const idInJson = (id: string): number | string =>
  /^-?\d+$/.test(id) && Number.isSafeInteger(Number(id)) && String(Number(id)) === id ? Number(id) : id;
