import type { Highlights, Stalled } from './highlights.ts';

/** Each stands alone: it fetches its own token, so that it works when pasted into a shell with curl. */
export const exampleRequests = (url: string, { officers, dossiers, stalled }: Highlights): string[] => {
  const [officer] = officers;
  const [dossier] = dossiers;
  if (officer === undefined || dossier === undefined) return [];
  const get = (path: string): string => `curl -s '${url}${path}' -H "Authorization: Bearer $(${readerToken(url)})"`;
  return [
    get('/v1/overview'),
    get(`/v1/officers/${officer.id}/trail?limit=5`),
    get(`/v1/dossiers/${dossier.id}/timeline?limit=5`),
    get('/v1/custody?overdue=true&limit=5'),
    get('/v1/officers?q=nguyen'),
    ...(stalled === null ? [] : [stepRequest(url, stalled)]),
  ];
};

/** The bare token of somebody who may ask and nothing else. */
export const readerToken = (url: string): string => `curl -s -X POST -H 'Accept: text/plain' '${url}/dev/token'`;

/** An act: recorded in the name of the token's holder, who is never named in the body. */
const stepRequest = (url: string, { dossier, officer, unit }: Stalled): string => {
  const claims = JSON.stringify({ sub: officer, kind: 'officer', unit, capacity: 'own', roles: ['recorder'] });
  const body = JSON.stringify({ step: 'Thẩm định hồ sơ', note: 'Thử từ dòng lệnh' });
  const json = `-H 'Content-Type: application/json' -d`;
  return (
    `curl -s '${url}/v1/dossiers/${dossier}/perform-step' ${json} '${body}' ` +
    `-H "Authorization: Bearer $(${readerToken(url)} ${json} '${claims}')"`
  );
};
