import { afterEach, beforeEach, describe } from '@jest/globals';
import type { EventStore } from '../event-store.ts';
import { appendContract } from './append-contract.ts';
import { bytesContract } from './bytes-contract.ts';
import { idempotencyContract } from './idempotency-contract.ts';
import { importContract } from './import-contract.ts';
import { readContract } from './read-contract.ts';
import type { Ledger } from './samples.ts';
import { subscriptionContract } from './subscription-contract.ts';

/** The ledger of the running test, and a store on it. */
export type UnderTest = { ledger: Ledger; store: EventStore };

/** What every implementation of the port owes its callers. `newLedger` gives an empty ledger. */
export const eventStoreContract = (name: string, newLedger: () => Promise<Ledger>): void => {
  describe(`event store: ${name}`, () => {
    const test = {} as UnderTest;

    beforeEach(async () => {
      test.ledger = await newLedger();
      test.store = test.ledger.open();
    });
    afterEach(() => test.ledger.dispose());

    appendContract(test);
    idempotencyContract(test);
    bytesContract(test);
    readContract(test);
    subscriptionContract(test);
    importContract(test);
  });
};
