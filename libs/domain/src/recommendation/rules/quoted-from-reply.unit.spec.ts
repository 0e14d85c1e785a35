import { expect, it } from '@jest/globals';
import {
  answer,
  confirmDelivery,
  judgedAfter,
  reportGeneric,
  reportNoReply,
  send,
} from '../../../../../test/fixtures/domain/recommendation.ts';
import { quotedFromReply } from './quoted-from-reply.ts';

const codeOf = (quotedSentence: string | null, answered: object = {}, category: 'generic' | 'no-stance' = 'generic') =>
  quotedFromReply(judgedAfter({ ...reportGeneric, category, quotedSentence }, send, { ...answer, ...answered }))
    ?.code ?? null;

it('R74 refuses a finding without the sentence, and one whose sentence is not in the reply', () => {
  expect(codeOf(null)).toBe('recommendation.quote-missing');
  expect(codeOf('sẽ nghiên cứu')).toBe('recommendation.quote-not-in-reply');
});

it('R74 finds the sentence across line breaks and either way of composing letters', () => {
  expect(codeOf('quy định hiện hành. Trân trọng.')).toBeNull();
  expect(codeOf('quy định hiện hành'.normalize('NFD'))).toBeNull();
});

it('R74 refuses to call without stance a reply whose stance stands in the record', () => {
  for (const stance of ['agree', 'disagree', 'agree-with-conditions'] as const) {
    expect(codeOf('quy định hiện hành', { stance }, 'no-stance')).toBe('recommendation.stance-was-given');
  }
  expect(codeOf('quy định hiện hành', { stance: 'not-in-function' }, 'no-stance')).toBeNull();
  expect(codeOf('quy định hiện hành', {}, 'no-stance')).toBeNull();
});

it('R73 asks no quotation of what is missing', () => {
  expect(quotedFromReply(judgedAfter(reportNoReply, send, confirmDelivery))).toBeNull();
});
