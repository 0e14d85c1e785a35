/**
 * A version 1 event as a ledger once recorded it: text and leaf hash. Never regenerate it from code; that
 * ledgers still hold these bytes is what the upcasters are for.
 */
export const recordedV1 = {
  stream: 'dossier-2025-0417',
  canonical:
    '{"actor":{"id":"officer-0007","kind":"officer"},"capacity":"own","causationId":null,' +
    '"correlationId":"01890a5d-ac96-774b-bcce-b302099a8057",' +
    '"data":{"note":"Hồ sơ thiếu bản vẽ, hoàn trả"},' +
    '"id":"01890a5d-ac96-774b-bcce-b302099a8057","occurredAt":"2025-07-03T02:15:00.000Z",' +
    '"provenance":{"kind":"entered"},"recordedAt":"2025-07-03T02:15:02.417Z","stream":"dossier-2025-0417",' +
    '"type":"dossier.remarked","unit":"unit-0003","version":1}',
  leaf: '68eb1c581c89327a7c144e363232aca095e3cb096b7fd7d34df01ea151118624',
};
