import { useConsultation } from '../api/handling-queries.ts';
import { splitSubject } from '../format/subject.ts';
import { SubjectLink } from './subject-link.tsx';

/** As SubjectLink, where the answer does not say on which dossier an opinion was asked: then the request is looked up. */
export function SubjectSought({ subject }: { readonly subject: string }) {
  const { category, id } = splitSubject(subject);
  const { data } = useConsultation(id, category === 'consultation');
  return <SubjectLink subject={subject} dossierId={data?.dossierId ?? null} />;
}
