import type { DossierId, OfficerId, UnitId } from '#domain/kernel/event.ts';
import type { SampleDossier } from './life.ts';
import type { Province } from './province.ts';

/** Something worth looking at, and why; read off the sample, so the same for the same seed. */
export type Highlight<Id extends string = string> = { readonly id: Id; readonly why: string; readonly whyEn: string };
export type OfficerHighlight = Highlight<OfficerId> & { readonly name: string; readonly unit: UnitId };
export type Highlights = {
  readonly officers: readonly OfficerHighlight[];
  readonly dossiers: readonly Highlight<DossierId>[];
  /** An open dossier and who holds it at the end of the sample: something to record an act on. */
  readonly stalled: Stalled | null;
};
export type Stalled = { readonly dossier: DossierId; readonly officer: OfficerId; readonly unit: UnitId };

export const highlightsOf = (sample: Province): Highlights => ({
  officers: officerHighlights(sample),
  dossiers: dossierHighlights(sample.dossiers),
  stalled: stalledOf(sample.dossiers),
});

type Held = { readonly officer: OfficerId; readonly unit: UnitId; readonly times: number };

const officerHighlights = (sample: Province): OfficerHighlight[] => {
  const chosen: OfficerHighlight[] = [];
  const choose = (found: { readonly officer: OfficerId; readonly unit: UnitId } | null | undefined, why: Why): void => {
    if (!found || chosen.some(({ id }) => id === found.officer)) return;
    const name = sample.names.get(found.officer) ?? found.officer;
    chosen.push({ id: found.officer, unit: found.unit, name, ...why });
  };
  const held = holdings(sample.dossiers);
  choose(
    busiest(held, () => true),
    {
      why: 'giữ nhiều lượt hồ sơ nhất',
      whyEn: 'held dossiers most often',
    },
  );
  choose(confirmedHead(sample), {
    why: 'phụ trách, rồi được bổ nhiệm người đứng đầu (xem --line head)',
    whyEn: 'acted as head, then became head (see --line head)',
  });
  const moved = new Set(moversOf(sample));
  choose(
    busiest(held, ({ officer }) => moved.has(officer)),
    {
      why: 'sang đơn vị mới khi sáp nhập ngày 01/07/2025, mang theo hồ sơ',
      whyEn: 'moved with the merger of 1 July 2025, dossiers and all',
    },
  );
  choose(stalledOf(sample.dossiers), {
    why: 'đang giữ hồ sơ đứng lâu',
    whyEn: 'holds a dossier that has stalled',
  });
  return chosen;
};

type Why = Pick<Highlight, 'why' | 'whyEn'>;

const holdings = (dossiers: readonly SampleDossier[]): Held[] => {
  const times = new Map<string, Held>();
  for (const { acts } of dossiers) {
    for (const { act } of acts) {
      const to = 'to' in act ? act.to : null;
      if (to?.party.kind !== 'officer' || to.unit === null) continue;
      const held = times.get(to.party.id);
      times.set(to.party.id, { officer: to.party.id, unit: to.unit, times: (held?.times ?? 0) + 1 });
    }
  }
  return [...times.values()].sort((a, b) => b.times - a.times || (a.officer < b.officer ? -1 : 1));
};

const busiest = (held: readonly Held[], fits: (held: Held) => boolean): Held | undefined => held.find(fits);

const confirmedHead = ({ organisation }: Province): { officer: OfficerId; unit: UnitId } | undefined => {
  for (const { command } of organisation) {
    if (command.type === 'appoint' && command.role === 'acting-head') {
      return { officer: command.officerId, unit: command.unitId };
    }
  }
  return undefined;
};

const moversOf = ({ dossiers }: Province): OfficerId[] =>
  dossiers.flatMap(({ acts }) =>
    acts.flatMap(({ act }) =>
      act.type === 'hand-off' &&
      act.to.party.kind === 'officer' &&
      act.actor.party.kind === 'officer' &&
      act.actor.party.id === act.to.party.id
        ? [act.to.party.id]
        : [],
    ),
  );

/** The open dossier on which nothing has happened for longest, where a person holds it. */
const stalledOf = (dossiers: readonly SampleDossier[]): Stalled | null => {
  const lastAt = ({ acts }: SampleDossier): string => acts.at(-1)?.recordedAt ?? '';
  const open = dossiers
    .filter(({ acts }) => acts.length > 0 && acts.every(({ act }) => act.type !== 'complete'))
    .sort((a, b) => (lastAt(a) < lastAt(b) ? -1 : 1));
  for (const { id, acts } of open) {
    const last = acts.findLast(({ act }) => 'to' in act)?.act;
    if (last === undefined || !('to' in last)) continue;
    const { party, unit } = last.to;
    if (party.kind === 'officer' && unit !== null) return { dossier: id, officer: party.id, unit };
  }
  return null;
};

const count = ({ acts }: SampleDossier, type: string): number => acts.filter(({ act }) => act.type === type).length;

const dossierHighlights = (dossiers: readonly SampleDossier[]): Highlight<DossierId>[] => {
  const chosen: Highlight<DossierId>[] = [];
  const choose = (fits: (dossier: SampleDossier) => number, why: Why): void => {
    const best = [...dossiers]
      .filter(({ id }) => !chosen.some((other) => other.id === id))
      .sort((a, b) => fits(b) - fits(a) || (a.id < b.id ? -1 : 1))[0];
    if (best !== undefined && fits(best) > 0) chosen.push({ id: best.id, ...why });
  };
  choose((one) => count(one, 'return'), { why: 'bị trả đi trả lại nhiều lần', whyEn: 'returned again and again' });
  choose((one) => one.acts.filter(({ act }) => 'to' in act).length, {
    why: 'qua nhiều tay nhất',
    whyEn: 'went through the most hands',
  });
  choose((one) => count(one, 'reopen'), { why: 'giải quyết xong lại mở lại', whyEn: 'completed, then reopened' });
  choose((one) => (handedOverInMerger(one) ? count(one, 'hand-off') : 0), {
    why: 'bàn giao khi sáp nhập đơn vị',
    whyEn: 'handed over when its unit was merged',
  });
  choose((one) => (isSecret(one) ? 1 : 0), {
    why: 'hồ sơ mật: chỉ có mã tham chiếu',
    whyEn: 'secret: only an opaque reference',
  });
  return chosen;
};

const handedOverInMerger = ({ acts }: SampleDossier): boolean =>
  acts.some(({ act }) => act.type === 'hand-off' && act.reason?.startsWith('Bàn giao hồ sơ khi sắp xếp') === true);

const isSecret = ({ acts }: SampleDossier): boolean =>
  acts.some(({ act }) => act.type === 'register' && act.secrecy !== 'none');
