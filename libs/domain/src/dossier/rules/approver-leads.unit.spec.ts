import { expect, it } from '@jest/globals';
import { correct } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { approverLeads } from './approver-leads.ts';

const approvedBy = (id: string) =>
  approverLeads(judged({ ...correct, approver: officer(id) }, [registerDossier]))?.code;

it.each(['head', 'deputy', 'chair'])('R21 takes the approval of %s, who leads the unit or one above it', (id) => {
  expect(approvedBy(id)).toBeUndefined();
});

it.each(['colleague', 'clerk', 'financier', 'chief', 'nobody-known'])('R21 does not take that of %s', (id) => {
  expect(approvedBy(id)).toBe('correction.approver-not-leader');
});
