import type { Role } from '#api/auth/token-verifier.ts';
import type { Highlights, OfficerHighlight, Stalled } from './highlights.ts';

type Asker = Pick<OfficerHighlight, 'id' | 'unit'>;

/** Each stands alone: it fetches its own token, so that it works when pasted into a shell with curl and sed. */
export const exampleRequests = (url: string, { officers, dossiers, stalled }: Highlights): string[] => {
  const [asker] = officers;
  const [dossier] = dossiers;
  if (asker === undefined || dossier === undefined) return [];
  const get = (path: string): string =>
    `curl -s -H "Authorization: Bearer ${token(url, asker, ['reader'])}" '${url}${path}'`;
  return [
    get('/v1/overview'),
    get(`/v1/officers/${asker.id}/trail?line=performer&limit=5`),
    get(`/v1/dossiers/${dossier.id}`),
    get(`/v1/dossiers/${dossier.id}/timeline?limit=5`),
    get('/v1/custody?overdue=true&limit=5'),
    get('/v1/officers?q=nguyen'),
    ...(stalled === null ? [] : [stepRequest(url, stalled)]),
  ];
};

/** An act: recorded in the name of the token's holder, who is never named in the body. */
const stepRequest = (url: string, { dossier, officer, unit }: Stalled): string => {
  const bearer = token(url, { id: officer, unit }, ['reader', 'recorder']);
  const body = JSON.stringify({ step: 'Thẩm định hồ sơ', note: 'Thử từ dòng lệnh' });
  return `curl -s -X POST -H "Authorization: Bearer ${bearer}" -H 'Content-Type: application/json' -d '${body}' '${url}/v1/dossiers/${dossier}/perform-step'`;
};

const token = (url: string, { id, unit }: Asker, roles: readonly Role[]): string => {
  const claims = JSON.stringify({ sub: id, kind: 'officer', unit, capacity: 'own', roles });
  return `$(${tokenRequest(url, claims)} | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`;
};

const tokenRequest = (url: string, claims: string): string =>
  `curl -s -X POST '${url}/dev/token' -H 'Content-Type: application/json' -d '${claims}'`;

/** A token for a person who may read and record, to try the other requests with. */
export const exampleTokenRequest = (url: string, { id, unit }: Asker): string =>
  tokenRequest(url, JSON.stringify({ sub: id, kind: 'officer', unit, capacity: 'own', roles: ['reader', 'recorder'] }));
