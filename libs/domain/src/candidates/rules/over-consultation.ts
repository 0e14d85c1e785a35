import type { UnitId } from '../../kernel/event.ts';
import { type Detector, found, incidentOf, limitOf, rulesBinding, type Question, type Threshold } from '../finding.ts';
import { factsOf, type FactOf, type World } from '../history.ts';

/** Rounds on the same content to the same body. */
export const roundsAllowed: Threshold = { parameter: 'maxRoundsSameBody', byDefault: 2, unit: 'rounds' };

type Request = FactOf<'consultation.requested'>;

const bodies = ({ data }: Request): readonly UnitId[] => data.addressees.map(({ unit }) => unit);
const content = ({ data }: Request): string =>
  data.subject.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/gu, ' ');

/** Withdrawn from everyone, or invalid from the start: it asked nobody anything. */
const counts = (world: World, { stream, data }: Request): boolean =>
  data.defects.length === 0 &&
  !(world.history(stream)?.events ?? []).some(
    (event) => event.type === 'consultation.withdrawn' && event.data.unit === null,
  );

/** Rounds of the same requester on the same dossier and content to the body, up to this request; a return as not in function took no round. */
const roundsTo = (question: Question, request: Request, body: UnitId): readonly Request[] =>
  question.world
    .facts('consultation', 'consultation.requested')
    .filter(
      (other) =>
        other.data.dossierId === request.data.dossierId &&
        other.data.requester === request.data.requester &&
        content(other) === content(request) &&
        bodies(other).includes(body) &&
        counts(question.world, other) &&
        (other.occurredAt < request.occurredAt ||
          (other.occurredAt === request.occurredAt && other.position <= request.position)),
    );

/**
 * R11 with R14 (000 §1; 001 §1, third dash; 003 §1d): the same body was asked about the same content of the
 * same dossier again and again. A question to the requester; one per dossier, content and request.
 */
export const overConsultation: Detector = {
  kind: 'over-consultation',
  obligations: ['R11', 'R14'],
  category: 'consultation',
  threshold: roundsAllowed,
  humanFinding: false,
  detect(question) {
    const [request] = factsOf(question.history, 'consultation.requested');
    if (!request || request.data.dossierId === null || !counts(question.world, request)) return [];
    const { requester, signature } = request.data;
    const allowed = limitOf(rulesBinding(question, ['R11', 'R14'], requester, request.occurredAt), roundsAllowed);
    const repeated = bodies(request)
      .map((body) => ({ body, rounds: roundsTo(question, request, body) }))
      .filter(({ rounds }) => rounds.length > allowed)
      .toSorted((a, b) => b.rounds.length - a.rounds.length || (a.body < b.body ? -1 : 1));
    const [most] = repeated;
    if (!most) return [];
    return found(overConsultation, question, {
      incident: incidentOf(request, 'request'),
      at: request.occurredAt,
      unit: requester,
      performer: signature.signer,
      facts: { body: most.body, rounds: most.rounds.length, allowed },
      evidence: most.rounds,
    });
  },
};
