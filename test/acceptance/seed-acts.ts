import { moment, type SeedStory } from './seed-story.ts';

/** What the officers of every seed's month do, with the parts nobody needs to read filled in. */
export const person = (id: string, unit: string) => ({ party: { kind: 'officer', id }, unit });
/** In the unit, with no person named. */
export const nobodyOf = (unit: string) => ({ party: { kind: 'unknown' }, unit });
export const officer = (id: string) => ({ kind: 'officer', id });
export const signedBy = (drafter: string, signer: string) => ({
  drafter: officer(drafter),
  signer: officer(signer),
  capacity: 'own',
});
export const workRules = { text: 'Quy chế làm việc' };
export const paper = (number: string, symbol: string, issuedOn: string) => ({
  number,
  symbol,
  issuedOn,
  title: 'Văn bản',
});

type Dossier = {
  readonly id: string;
  readonly about: string;
  readonly holder: ReturnType<typeof person> | ReturnType<typeof nobodyOf>;
  /** Last day, local. */
  readonly until?: string;
  readonly urgent?: boolean;
};

export const registers = async (story: SeedStory, by: string, dossier: Dossier): Promise<void> => {
  const { id, about, holder, until, urgent = false } = dossier;
  await story.does(by, 'dossiers', {
    dossierId: id,
    issuer: 'Công dân',
    number: '1',
    subject: `Hồ sơ ${id}`,
    dossierType: about,
    urgency: urgent ? 'urgent' : 'normal',
    secrecy: 'none',
    receivedAt: story.now,
    deadline: until === undefined ? null : moment(`${until} 17:00`),
    holder,
  });
};

export const decides = async (story: SeedStory, by: string, id: string): Promise<void> => {
  await story.does(by, `dossiers/${id}/decide`, { decision: 'approved', grounds: 'Đủ điều kiện' });
  await completes(story, by, id);
};

export const completes = async (story: SeedStory, by: string, id: string): Promise<void> => {
  const product = paper(id, 'QĐ', story.now.slice(0, 10));
  await story.does(by, `dossiers/${id}/complete`, { outcome: 'granted', product });
};

type Request = {
  readonly id: string;
  readonly dossier?: string;
  readonly by: { readonly unit: string; readonly drafter: string; readonly signer: string };
  readonly bodies: readonly string[];
  readonly days: number;
  readonly subject?: string;
};

export const requestOf = ({ id, dossier, by, bodies, days, subject = 'Góp ý phương án' }: Request) => ({
  consultationId: id,
  dossierId: dossier ?? null,
  requester: by.unit,
  subject,
  questions: [{ questionId: 'c1', text: 'Có thống nhất với phương án không?' }],
  addressees: bodies.map((unit) => ({ unit, relevance: 'Ngành, lĩnh vực phụ trách' })),
  term: { kind: 'working-days', days },
  signature: signedBy(by.drafter, by.signer),
});

/** Sent and registered by the records clerks of the bodies asked at the same moment. */
export const asks = async (story: SeedStory, request: Request, clerks: readonly string[]): Promise<void> => {
  await story.does(request.by.signer, 'consultations', requestOf(request));
  for (const [index, clerk] of clerks.entries())
    await story.does(clerk, `consultations/${request.id}/confirm-delivery`, {
      unit: request.bodies[index],
      arrivalNumber: `${request.id}-${String(index + 1)}`,
      registeredAt: story.now,
    });
};

type Answer = { readonly unit: string; readonly drafter: string; readonly signer: string; readonly grounds?: string };

export const answers = async (
  story: SeedStory,
  id: string,
  { unit, drafter, signer, grounds = 'Phù hợp quy hoạch, đủ nguồn vốn' }: Answer,
): Promise<void> => {
  await story.does(signer, `consultations/${id}/answer`, {
    unit,
    answers: [{ questionId: 'c1', stance: 'agree', grounds }],
    signature: signedBy(drafter, signer),
  });
};
