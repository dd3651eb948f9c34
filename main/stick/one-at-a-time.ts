/** Runs work alone. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a line to wait in: one work after the other, in the order in which they came, whatever became of those before. */
export function createLine(): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
