const categories = ['dossier', 'consultation', 'task', 'directive', 'recommendation', 'office'] as const;
type SubjectCategory = (typeof categories)[number];

export type Subject = { readonly category: SubjectCategory | null; readonly id: string };

/** `consultation-YK-1` as what it is and its id; a kind this version does not know keeps its name. */
export function splitSubject(stream: string): Subject {
  const category = categories.find((each) => stream.startsWith(`${each}-`));
  return category === undefined ? { category: null, id: stream } : { category, id: stream.slice(category.length + 1) };
}
