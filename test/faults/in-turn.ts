import pLimit from "p-limit";

/**
 * Begins to do something with each item, in order and some at a time, and gives for each a way to wait for its outcome.
 * One that fails says so only to whoever waits for it.
 */
export function inTurn<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<R>,
): readonly (() => Promise<R>)[] {
  const done = items.map(() => deferred<() => R>());
  void pLimit(width).map([...items.entries()], async ([index, item]) => {
    const outcome = await act(item).then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    done[index]?.resolve(outcome);
  });
  return done.map(
    ({ promise }) =>
      async () =>
        (await promise)(),
  );
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
