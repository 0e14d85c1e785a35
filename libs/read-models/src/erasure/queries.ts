import type { ErasureView } from '#contracts/erasure-views.ts';
import type { CitedDocument } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { labelsOf, Mentioned } from '../labels.ts';
import { cutPage, keyOf, limitOf, type PageRequest } from '../page/cursor.ts';
import type { ViewDatabase } from '../view-database.ts';
import type { ErasureRow } from './table.entity.ts';

type FoundErasure = ErasureRow & { readonly isClean: boolean };

const lastPosition = String(2n ** 63n - 1n);

/** Lawful erasures, the newest first. Throws InvalidCursor, InvalidLimit. */
export const findErasures = async (db: ViewDatabase, page: PageRequest = {}): Promise<Page<ErasureView>> => {
  const limit = limitOf(page);
  const [before = lastPosition] = keyOf(page, ['integer']) ?? [];
  const found = await db.rows<FoundErasure>(
    `select e.position, e.erasure_id as "erasureId", e.event_id as "eventId", e.paths, e.subjects, e.ground, e.clause,
            e.document, e.erased_at as "erasedAt", e.actor_kind as "actorKind", e.actor_id as "actorId",
            e.unit_id as "unitId", e.capacity, e.position <= c.position as "isClean"
       from views.erasure e cross join read_models.cleaned c
      where e.position < $1 order by e.position desc limit ${String(limit + 1)}`,
    [before],
  );
  const { rows, next } = cutPage(found, limit, ({ position }) => [position]);
  const mentioned = new Mentioned();
  for (const row of rows) mentioned.party(row.actorKind, row.actorId).unit(row.unitId);
  const labels = await labelsOf(db, mentioned);
  const items = rows.map(({ ground, clause, document, actorKind, actorId, unitId, isClean, ...row }): ErasureView => ({
    ...row,
    ground: { text: ground, clause },
    document: document === null ? null : (JSON.parse(document) as CitedDocument),
    actor: labels.party(actorKind, actorId),
    unit: labels.unitOrNull(unitId),
    views: isClean ? 'clean' : 'cleaning',
  }));
  return { items, next };
};

/** Position of the newest erasure that has still copies in the views; null when they are clean. */
export const findUncleaned = async (db: ViewDatabase): Promise<bigint | null> => {
  const [row] = await db.rows<{ position: string | null }>(
    `select max(e.position) as position from views.erasure e
      where e.position > (select position from read_models.cleaned)`,
  );
  return row?.position == null ? null : BigInt(row.position);
};

/** Every erasure up to this position has left no copy in the views; -1: nothing is known of any. */
export const findCleaned = async (db: ViewDatabase): Promise<bigint> => {
  const [row] = await db.rows<{ position: string }>('select position from read_models.cleaned');
  return BigInt(row?.position ?? -1);
};
