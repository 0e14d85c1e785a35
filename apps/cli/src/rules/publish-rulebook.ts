import type { Instant } from '#domain/kernel/event.ts';
import type { InstrumentFault } from '#domain/rulebook/instrument-faults.ts';
import type { InstrumentsRead } from '#domain/rulebook/read-instruments.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { CliFailure } from '../frame/failure.ts';
import { recordReferenceAct, type WritableLedger } from './record-reference-act.ts';

/** `kept`: the last version was published from elsewhere, and the automatic step leaves it alone. */
export type RulebookPublication = { readonly version: number; readonly what: 'published' | 'known' | 'kept' };

export type RulebookFrom = {
  readonly source: string;
  readonly read: InstrumentsRead;
  readonly effectiveFrom: Instant | null;
};

/**
 * Publishes the rulebook the product brings along, when the ledger has none yet or has an older one of the
 * product's. Asked again it records nothing. For `start` and `demo`. Throws CliFailure.
 */
export const publishRulebook = async (ledger: WritableLedger): Promise<RulebookPublication> => {
  const { productRulebook, productSource } = await import('#api/rulebook/product-rulebook.ts');
  const last = await lastVersion(ledger);
  if (last !== null && last.source !== productSource) return { version: last.version, what: 'kept' };
  return publishFrom(ledger, { source: productSource, read: await productRulebook(), effectiveFrom: null });
};

/** Publishes what was read. Throws CliFailure with every fault. */
export const publishFrom = async (
  ledger: WritableLedger,
  { source, read, effectiveFrom }: RulebookFrom,
): Promise<RulebookPublication> => {
  if (!read.ok) throw faultyRulebook(source, read.faults);
  const { instruments } = read;
  const before = (await lastVersion(ledger))?.version ?? 0;
  await recordReferenceAct<'rulebook'>(ledger, {
    category: 'rulebook',
    id: 'vn',
    key: `publish/${String(before)}`,
    toCommand: ({ at, actor }) => ({ type: 'publish-rulebook', at, actor, effectiveFrom, instruments, source }),
  });
  const version = (await lastVersion(ledger))?.version ?? before;
  return { version, what: version === before ? 'known' : 'published' };
};

const lastVersion = async ({ store }: WritableLedger) =>
  (await new LedgerReference(store).current()).rulebook.versions().at(-1) ?? null;

const faultyRulebook = (source: string, faults: readonly InstrumentFault[]): CliFailure => {
  const lines = (key: 'message' | 'messageEn'): string =>
    faults.map((fault) => `\n  ${fault.path}: ${fault[key]}`).join('');
  return new CliFailure(
    {
      vi: `Bộ quy tắc ${source} có ${String(faults.length)} lỗi, chưa công bố gì:${lines('message')}`,
      en: `Rulebook ${source} has ${String(faults.length)} faults, nothing was published:${lines('messageEn')}`,
    },
    2,
  );
};
