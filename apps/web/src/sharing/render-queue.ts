/** As many as may wait; a queue that is longer answers none of them in time. */
const MOST_WAITING = 8;
/** After each drawing it rests for as long again: pictures get half of one core at most, whoever asks for how many days. */
const REST = 1;

let last: Promise<void> = Promise.resolve();
let waiting = 0;

/**
 * Draws one picture after another, so that asking for many days costs readers nothing.
 *
 * @returns null when too many wait already
 */
export async function inTurn<Picture>(draw: () => Promise<Picture>): Promise<Picture | null> {
  if (waiting >= MOST_WAITING) return null;
  waiting += 1;
  const before = last;
  let release = () => {};
  last = new Promise((done) => {
    release = done;
  });
  await before;
  const startedAt = performance.now();
  try {
    return await draw();
  } finally {
    waiting -= 1;
    setTimeout(release, REST * (performance.now() - startedAt)).unref();
  }
}
