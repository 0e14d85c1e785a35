import { SubjectLink } from '../common/subject-link.tsx';

type RequestCellProps = {
  readonly id: string;
  readonly request: { readonly subject: string; readonly dossierId: string | null };
};

/** What was asked about, and where to read it. */
export function RequestCell({ id, request }: RequestCellProps) {
  return (
    <>
      <div>{request.subject}</div>
      <SubjectLink subject={`consultation-${id}`} dossierId={request.dossierId} />
    </>
  );
}
