/** A call to the platform was not answered in time. */
export class CallTimeout extends Error {
  override readonly name = 'CallTimeout';
}

/** @throws CallTimeout after `ms`; the call itself cannot be taken back, and what becomes of it is not looked at */
export async function within<Result>(ms: number, call: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CallTimeout(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([call(), silence]);
  } finally {
    clearTimeout(timer);
  }
}
