import { noteUpcasters } from '../contract/bytes-contract.ts';
import { eventStoreContract } from '../contract/event-store-contract.ts';
import { MemoryEventStore } from './memory-event-store.ts';

eventStoreContract('memory', async () => {
  const store = new MemoryEventStore({ upcasters: noteUpcasters });
  return { open: () => store, dispose: () => store.close() };
});
