import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { Mark } from './mark.tsx';

/** Entered into the ledger more than a day after it happened; `recordedAt` null where several entries are meant. */
export function LateMark({ recordedAt }: { readonly recordedAt: string | null }) {
  const { text } = useLanguage();
  return (
    <Mark tone="caution" title={text('mark.recordedLate.hint')}>
      {text('mark.recordedLate')}
      {recordedAt !== null && ` · ${text('entry.recordedAt', { moment: formatMoment(recordedAt) })}`}
    </Mark>
  );
}
