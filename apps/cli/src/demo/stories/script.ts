import type { CaseCategory, CommandOf } from '#domain/cases.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Instant, OfficerId, Party, UnitId } from '#domain/kernel/event.ts';
import type { Signature } from '#domain/kernel/signature.ts';
import type { DelegationCommand } from '#domain/organisation/commands.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import { actorOf } from '../journey.ts';
import { onDay } from '../office-time.ts';
import type { Post } from '../roster.ts';
import type { World } from '../world.ts';

/** What a story tells acts of: the stream of a dossier, or a subject with an aggregate of its own. */
export type StoryCategory = CaseCategory | 'dossier';
export type StoryCommand<K extends StoryCategory = StoryCategory> = K extends CaseCategory
  ? CommandOf<K>
  : DossierStreamCommand;
type Wish<C> = C extends unknown ? Omit<C, 'at' | 'actor'> : never;

export type Subject = { readonly category: StoryCategory; readonly id: string };
export type PlannedAct =
  | { readonly kind: 'case'; readonly subject: Subject; readonly command: StoryCommand; readonly recordedAt: Instant }
  | { readonly kind: 'organisation'; readonly command: DelegationCommand; readonly recordedAt: Instant };

/** A day and a time of day in Vietnam: `2026-10-05 09:00`. */
export type When = `${string} ${string}`;
/** Who holds a post at the moment. */
export type Voice = (world: World, at: Instant) => Post;

const post =
  (unit: UnitId, what: string, find: (posts: readonly Post[]) => Post | undefined): Voice =>
  (world, at) => {
    const found = find(world.roster.in(unit, at));
    if (!found) throw new Error(`sample: no ${what} in ${unit} at ${at}`);
    return found;
  };

export const head = (unit: UnitId): Voice =>
  post(unit, 'head', (posts) => posts.find(({ role }) => role === 'head' || role === 'acting-head'));
export const deputy = (unit: UnitId): Voice =>
  post(unit, 'deputy', (posts) => posts.find(({ role }) => role === 'deputy'));
/** The records clerk; in a small unit whoever is there. */
export const clerk = (unit: UnitId): Voice =>
  post(unit, 'clerk', (posts) => posts.find(({ role }) => role === 'clerk') ?? posts.at(-1));
export const member = (unit: UnitId, place = 0): Voice =>
  post(unit, 'member', (posts) => posts.filter(({ role }) => role === 'member')[place]);

export const momentOf = (when: When): Instant => {
  const [day = '', time = ''] = when.split(' ');
  return onDay(day, time);
};

/** Acts of stories, written down one by one; whether the rules take them is asked later (rehearsal). */
export class Script {
  readonly acts: PlannedAct[] = [];

  constructor(readonly world: World) {}

  /** The teller of one subject's acts: what was done when, by whom. Entered three minutes after it happened. */
  of<K extends StoryCategory>(category: K, id: string) {
    return (when: When, by: Voice | Actor, wish: Wish<StoryCommand<K>>): void => {
      const at = momentOf(when);
      // Wish and context make the command again; spreading over a union loses that.
      const command = { ...wish, at, actor: this.actor(by, at) } as unknown as StoryCommand;
      this.acts.push({ kind: 'case', subject: { category, id }, command, recordedAt: entered(at) });
    };
  }

  delegation(when: When, by: Voice, wish: Wish<DelegationCommand>): void {
    const at = momentOf(when);
    const command = { ...wish, at, actor: this.actor(by, at) } as DelegationCommand;
    this.acts.push({ kind: 'organisation', command, recordedAt: entered(at) });
  }

  actor(by: Voice | Actor, at: Instant): Actor {
    if (typeof by !== 'function') return by;
    const found = by(this.world, at);
    return found.role === 'deputy' ? { ...actorOf(found), capacity: 'for-head' } : actorOf(found);
  }

  officer(who: Voice, when: When): OfficerId {
    return who(this.world, momentOf(when)).officer;
  }

  party(who: Voice, when: When): Party {
    return { kind: 'officer', id: this.officer(who, when) };
  }

  holder(who: Voice, when: When) {
    const { officer, unit } = who(this.world, momentOf(when));
    return { party: { kind: 'officer', id: officer } as const, unit };
  }

  /** Drafted by `drafter`, signed by the head. */
  signature(unit: UnitId, when: When, drafter: Voice = clerk(unit)): Signature {
    const at = momentOf(when);
    const { party, capacity } = this.actor(head(unit), at);
    return { drafter: this.party(drafter, when), signer: party, capacity };
  }
}

const entered = (at: Instant): Instant => new Date(Date.parse(at) + 180_000).toISOString();
