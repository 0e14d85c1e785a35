import { objection } from '../../kernel/rule.ts';

const stream = /^(task|dossier|consultation|recommendation|directive)-.+$/u;

/** R08: an obstacle counts in favour only of what it names, so what it names must be nameable. */
export const knownConcerns = (concerns: readonly string[]) => {
  const wrong = concerns.find((each) => !stream.test(each));
  return wrong === undefined ? null : objection('obstacle.concern-malformed', { concern: wrong });
};
