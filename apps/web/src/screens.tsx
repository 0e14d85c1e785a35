import { Route, Routes } from 'react-router';
import { EmptyPanel } from './common/empty-panel.tsx';
import { usePageTitle } from './common/use-page-title.ts';
import { DossierScreen } from './dossier/dossier-screen.tsx';
import { HandlingScreen } from './handling/handling-screen.tsx';
import { useLanguage } from './language/language-provider.tsx';
import { OfficerScreen } from './officer/officer-screen.tsx';
import { OverviewScreen } from './overview/overview-screen.tsx';
import { SearchScreen } from './search/search-screen.tsx';

export function Screens() {
  return (
    <Routes>
      <Route index element={<OverviewScreen />} />
      <Route path="officers/:officerId" element={<OfficerScreen />} />
      <Route path="dossiers/:dossierId" element={<DossierScreen />} />
      <Route path="handling" element={<HandlingScreen />} />
      <Route path="search" element={<SearchScreen />} />
      <Route path="*" element={<NotFoundScreen />} />
    </Routes>
  );
}

function NotFoundScreen() {
  const { text } = useLanguage();
  usePageTitle(text('notFound.title'));
  return <EmptyPanel heading={text('notFound.title')} text={text('notFound.text')} />;
}
