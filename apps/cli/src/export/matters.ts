import { referenceCategories } from '#domain/reference.ts';
import type { BundleEvent } from '#evidence/bundle/bundle.ts';
import { subjectsOf } from '#evidence/subject/subjects-of.ts';

/** Trails of no single matter: who and what there is, the rules, the evidence itself. */
const noMatters: ReadonlySet<string> = new Set([...referenceCategories, 'evidence', 'erasure']);

/**
 * The matters (`dossier:hs-1`, `task:nv-2`) in whose streams events of the subjects stand, sorted, each once: what
 * became of an act is told there, also where it names the person no more.
 */
export const mattersIn = (events: readonly BundleEvent[], subjects: readonly string[]): readonly string[] => {
  const matters = new Set<string>();
  for (const { canonical } of events) {
    const envelope = JSON.parse(canonical) as { readonly stream: string };
    const matter = envelope.stream.replace('-', ':');
    const category = matter.split(':')[0] ?? '';
    const concerned = subjectsOf(envelope).some((subject) => subjects.includes(subject));
    if (concerned && !noMatters.has(category)) matters.add(matter);
  }
  return [...matters].sort();
};
