import { noteUpcasters } from '../contract/bytes-contract.ts';
import { eventStoreContract } from '../contract/event-store-contract.ts';
import { MemoryEventStore } from './memory-event-store.ts';

eventStoreContract('memory', async (anchor) => {
  const store = new MemoryEventStore({ upcasters: noteUpcasters, anchor });
  return { open: () => store, dispose: () => store.close() };
});
