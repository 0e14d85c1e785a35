import { useLanguage } from '../language/language-provider.tsx';
import { Mark } from './mark.tsx';

type Origin = { readonly provenance: 'entered' | 'sample' | 'import'; readonly inferred: boolean };

/** What an importer brought in is always marked, and its inferences are never shown as stated facts. */
export function OriginMarks({ origin }: { readonly origin: Origin }) {
  const { text } = useLanguage();
  if (origin.inferred)
    return (
      <Mark tone="caution" title={text('mark.inferred.hint')}>
        {text('mark.inferred')}
      </Mark>
    );
  if (origin.provenance === 'import') return <Mark>{text('mark.import')}</Mark>;
  return null;
}
