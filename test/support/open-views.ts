import type { Instant } from '#domain/kernel/event.ts';
import { ReadModels, type ReadModelsOptions } from '#read-models/read-models.ts';
import type { History } from './history.ts';
import { type FreshDatabase, freshDatabase } from './postgres.ts';

export type OpenViews = { readonly views: ReadModels; readonly db: FreshDatabase; close(): Promise<void> };

/** Views of a database of their own, holding the history as seen at the moment `now`. */
export const openViews = async (
  history: History | null,
  now: Instant,
  options: Partial<ReadModelsOptions> = {},
): Promise<OpenViews> => {
  const db = await freshDatabase();
  const views = await ReadModels.open({ appUrl: db.appUrl, clock: { now: () => now }, poolSize: 4, ...options });
  if (history !== null) await views.apply(history.events);
  return {
    views,
    db,
    close: async () => {
      await views.close();
      await db.drop();
    },
  };
};
