import type { Answer } from '#domain/consultation/events.ts';
import type { DossierId, UnitId } from '#domain/kernel/event.ts';
import { momentOf, clerk, head, member, type Script, type Voice, type When } from './script.ts';

export type Asked = {
  readonly from: UnitId;
  readonly to: readonly UnitId[];
  readonly subject: string;
  readonly days: number;
  readonly dossier?: DossierId;
  readonly drafter?: Voice;
};

export const document = (number: string, symbol: string, when: When, title: string | null = null) => ({
  number,
  symbol,
  issuedOn: when.slice(0, 10),
  title,
});

/** A request with two questions and a term in working days, registered the same hour by every body asked. */
export const asked = (script: Script, id: string, when: When, { from, to, subject, ...more }: Asked) => {
  const say = script.of('consultation', id);
  say(when, head(from), {
    type: 'request',
    consultationId: id,
    dossierId: more.dossier ?? null,
    requester: from,
    subject,
    questions: [
      { questionId: '1', text: 'Nội dung có phù hợp quy hoạch, quy định của ngành không?' },
      { questionId: '2', text: 'Có đề nghị điều chỉnh gì không?' },
    ],
    addressees: to.map((unit) => ({
      unit,
      relevance: 'Thuộc lĩnh vực cơ quan được giao quản lý',
      legalBasis: { text: 'Quy chế làm việc của UBND tỉnh', clause: null },
    })),
    term: { kind: 'working-days', days: more.days },
    document: document(id.replace(/\D/g, '').slice(-3), `CV-${from}`, when, subject),
    signature: script.signature(from, when, more.drafter ?? drafterOf(from)),
  });
  return say;
};

/** Somebody of the unit who writes: a member, or whoever keeps its records. */
export const drafterOf =
  (unit: UnitId): Voice =>
  (world, at) =>
    world.roster.in(unit, at).find(({ role }) => role === 'member') ?? clerk(unit)(world, at);

type Teller = ReturnType<typeof asked>;

export const delivered = (say: Teller, id: string, when: When, unit: UnitId): void =>
  say(when, clerk(unit), {
    type: 'confirm-delivery',
    consultationId: id,
    unit,
    arrivalNumber: `${id.slice(-2)}/2026`,
    registeredAt: momentOf(when),
  });

export const drafting = (
  say: Teller,
  script: Script,
  { id, when, unit }: { readonly id: string; readonly when: When; readonly unit: UnitId },
): void =>
  say(when, head(unit), {
    type: 'assign-drafter',
    consultationId: id,
    unit,
    responsible: script.party(member(unit), when),
  });

export type Said = Pick<Answer, 'stance'> & Partial<Pick<Answer, 'grounds' | 'conditions'>>;

/** One stance per question, signed by the head. */
export const answered = (
  say: Teller,
  script: Script,
  { id, when, unit, said }: { id: string; when: When; unit: UnitId; said: readonly [Said, Said] },
): void =>
  say(when, head(unit), {
    type: 'answer',
    consultationId: id,
    unit,
    answers: said.map((answer, index) => ({
      questionId: String(index + 1),
      grounds: null,
      conditions: null,
      ...answer,
    })),
    document: document(id.slice(-2), `CV-${unit}`, when),
    signature: script.signature(unit, when, drafterOf(unit)),
  });
