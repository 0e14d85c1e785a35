import type { SigningKeyIntroduced } from '#domain/evidence/events.ts';
import { streamOf } from '#domain/events.ts';
import { formatPolicy } from '#evidence/bundle/policy.ts';
import { formatPublicKey, parsePublicKey, type PublicKey } from '#evidence/note/ed25519.ts';
import { certificatesIn } from '#worker/sealing/sealing-parts.ts';
import type { OpenLedger } from '../compose.ts';

/** The key that signs now, and every one that the ledger says it has signed with. */
const ownKeys = async ({ store }: OpenLedger, current: PublicKey): Promise<readonly PublicKey[]> => {
  const keys = new Map([[formatPublicKey(current), current]]);
  for await (const event of store.readStream(streamOf.evidence())) {
    if (event.type !== 'signing-key.introduced') continue;
    const { key: text } = (event as typeof event & SigningKeyIntroduced).data;
    const parsed = parsePublicKey(text);
    if (parsed.ok) keys.set(text, parsed.key);
  }
  return [...keys.values()];
};

/**
 * A policy that trusts what this ledger says of itself: its own keys, the witnesses and the time-stamping
 * authority that it is configured with. For trying things out; an inspector's own policy comes from elsewhere.
 */
export const ownPolicy = async (ledger: OpenLedger, current: PublicKey): Promise<string> => {
  const { settings } = ledger.evidence;
  const asked = settings.quorum === 0 ? [] : settings.witnesses;
  return formatPolicy({
    logs: await ownKeys(ledger, current),
    witnesses: asked.map(({ key }) => ({ key, operator: key.name })),
    quorum: settings.quorum,
    timestampRoots: await certificatesIn(ledger.config.evidence.tsaRootsFile),
    timestampRequired: false,
  });
};
