import { expect } from 'expect';

/** What the tests of libs/evidence use of Jest: they are collected, and run one by one by whoever asks. */
export const collecting = () => {
  const tests = [];
  const around = [];
  const it = (title, run) => void tests.push({ title: [...around, title].join(' › '), run });
  it.each = (rows) => (title, run) =>
    rows.forEach((row, at) => it(`${title} #${at}`, () => (Array.isArray(row) ? run(...row) : run(row))));
  const describe = (title, body) => {
    around.push(title);
    body();
    around.pop();
  };
  return { tests, globals: { describe, it, expect } };
};
