import { mkdirSync, writeFileSync } from 'node:fs';

/** Leaves the figures of a test run in var/test-counts.json, for the closing line of `.ci/run`. */
export default class TestCounts {
  onRunComplete(_contexts, results) {
    mkdirSync('var', { recursive: true });
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    const counts = { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites };
    writeFileSync('var/test-counts.json', `${JSON.stringify(counts)}\n`);
  }
}
