import { afterEach, beforeEach, describe } from '@jest/globals';
import { appendContract } from './append-contract.ts';
import { bytesContract } from './bytes-contract.ts';
import { erasureContract } from './erasure-contract.ts';
import { idempotencyContract } from './idempotency-contract.ts';
import { importContract } from './import-contract.ts';
import { readContract } from './read-contract.ts';
import type { Capabilities, Ledger, UnderTest } from './samples.ts';
import { sealedContract } from './sealed-contract.ts';
import { oneStreamContract, severalStreamsContract } from './several-streams-contract.ts';
import { subscriptionContract } from './subscription-contract.ts';

/** What every implementation of the port owes its callers. `newLedger` gives an empty ledger, whose stores ask `anchor`. */
export const eventStoreContract = (
  name: string,
  newLedger: (anchor: () => string | null) => Promise<Ledger>,
  capabilities: Capabilities = { severalStreams: true, importOrder: true },
): void => {
  describe(`event store: ${name}`, () => {
    const test = { anchor: null } as UnderTest;

    beforeEach(async () => {
      test.anchor = null;
      test.ledger = await newLedger(() => test.anchor);
      test.store = test.ledger.open();
    });
    afterEach(() => test.ledger.dispose());

    appendContract(test);
    (capabilities.severalStreams ? severalStreamsContract : oneStreamContract)(test);
    idempotencyContract(test);
    bytesContract(test);
    sealedContract(test);
    erasureContract(test);
    readContract(test);
    subscriptionContract(test);
    importContract(test, capabilities);
  });
};
