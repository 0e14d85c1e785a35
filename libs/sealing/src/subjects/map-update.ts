import { setImmediate } from 'node:timers/promises';
import { emptyPage, rootOfSlots, slotOf, type MapPage, type PlacedSubject, type Slot } from './map-page.ts';

/** Finds pages by their paths; paths without a page are left out. */
export type LoadPages = (paths: readonly string[]) => Promise<ReadonlyMap<string, MapPage>>;

type Visit = {
  readonly path: string;
  /** Whether the page is stored; otherwise it begins empty. */
  readonly stored: boolean;
  readonly subjects: readonly PlacedSubject[];
};

const bySlot = (subjects: readonly PlacedSubject[], depth: number): ReadonlyMap<number, readonly PlacedSubject[]> => {
  const groups = new Map<number, PlacedSubject[]>();
  for (const subject of subjects) {
    const slot = slotOf(subject.key, depth);
    const group = groups.get(slot);
    if (group === undefined) groups.set(slot, [subject]);
    else group.push(subject);
  }
  return groups;
};

/** Whoever stood alone in the slot shares it from now on, unless it is one of those who come. */
const withFormer = (coming: readonly PlacedSubject[], former: Slot | null): readonly PlacedSubject[] =>
  former?.kind !== 'subject' || coming.some(({ key }) => key === former.key) ? coming : [...coming, former];

/** Pages hashed in one go: a few milliseconds, after which whoever appends has a turn. */
const inOneGo = 256;
const unknownYet = new Uint8Array(0);

/** A page that nobody else has seen yet. */
type OpenPage = (Slot | null)[];

/** Puts the subjects into a copy of the page; those that meet others go on into the pages below, whose hashes come later. */
const place = (page: MapPage, { path, subjects }: Visit): { readonly page: OpenPage; readonly below: Visit[] } => {
  const slots = [...page];
  const below: Visit[] = [];
  for (const [at, coming] of bySlot(subjects, path.length)) {
    const former = page[at] ?? null;
    const here = withFormer(coming, former);
    const [only, another] = here;
    if (former?.kind !== 'page' && only !== undefined && another === undefined) {
      slots[at] = { kind: 'subject', ...only };
      continue;
    }
    slots[at] = { kind: 'page', hash: unknownYet };
    below.push({ path: `${path}${at.toString(16)}`, stored: former?.kind === 'page', subjects: here });
  }
  return { page: slots, below };
};

/** Every page that changes, by path, from the root downward; hashes of pages within them are not yet those of now. */
const descend = async (load: LoadPages, subjects: readonly PlacedSubject[]): Promise<Map<string, OpenPage>> => {
  const pages = new Map<string, OpenPage>();
  let visits: readonly Visit[] = [{ path: '', stored: true, subjects }];
  while (visits.length > 0) {
    const stored = await load(visits.filter((visit) => visit.stored).map(({ path }) => path));
    const below: Visit[] = [];
    for (const visit of visits) {
      const found = stored.get(visit.path);
      if (found === undefined && visit.stored && visit.path !== '')
        throw new Error(`the subject map lacks its page ${visit.path}: it must be made again`);
      const done = place(found ?? emptyPage, visit);
      pages.set(visit.path, done.page);
      below.push(...done.below);
    }
    visits = below;
  }
  return pages;
};

/**
 * The map with these subjects' leaves put in place of their former ones, or added. Touches the pages on the way to
 * them and no other, level by level; each key once, at least one.
 */
export const updateMap = async (
  load: LoadPages,
  subjects: readonly PlacedSubject[],
): Promise<{ readonly root: Uint8Array; readonly pages: ReadonlyMap<string, MapPage> }> => {
  const pages = await descend(load, subjects);
  for (const [at, path] of [...pages.keys()].toReversed().entries()) {
    if (at % inOneGo === inOneGo - 1) await setImmediate();
    const hash = rootOfSlots(pages.get(path) ?? emptyPage);
    const above = path === '' ? undefined : pages.get(path.slice(0, -1));
    if (above !== undefined) above[slotOf(path, path.length - 1)] = { kind: 'page', hash };
  }
  return { root: rootOfSlots(pages.get('') ?? emptyPage), pages };
};
