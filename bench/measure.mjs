/** Median of a list of figures. */
export const median = (figures) => {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The figure that this share of all figures does not exceed. */
export const percentile = (figures, share) => [...figures].sort((a, b) => a - b)[Math.ceil(figures.length * share) - 1];

/**
 * `callers` at work for `ms` milliseconds, each asking again as soon as it is answered. Operations per
 * second, over the whole time until the last answer.
 */
export const load = async (callers, ms, operation) => {
  const begin = performance.now();
  const end = begin + ms;
  let done = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await operation();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (done * 1000) / (performance.now() - begin);
};

/** One row of the report from the rounds of one run: medians, and the median of the ratios of each round. */
export const row = ({ id, what, against, goal, unit, rounds, ours, theirs, note, beside }) => {
  const ratios = rounds.map((round) => round[ours] / round[theirs]);
  return {
    id,
    what,
    against,
    ratio: Number(median(ratios).toFixed(2)),
    goal,
    ours: Math.round(median(rounds.map((round) => round[ours]))),
    theirs: Math.round(median(rounds.map((round) => round[theirs]))),
    unit,
    rounds: rounds.length,
    ratios: ratios.map((ratio) => Number(ratio.toFixed(2))),
    beside: Object.fromEntries(
      Object.entries(beside).map(([name, key]) => [name, Math.round(median(rounds.map((round) => round[key])))]),
    ),
    note,
  };
};
